### Home page.

home-title = النقل الدولي للتكنولوجيا
home-heading = ما يحتاج إليه بلد يلتقي بما طوره بلد آخر
home-lead = تقرأ Siku أربع مكتبات بأي لغة، وتعثر على التكنولوجيات التي تلبي احتياجا، وتبين متطلبا بمتطلب أي جملة تستجيب له.
home-search-hint = صِفوا احتياجا أو تكنولوجيا بعباراتكم، بأي لغة.
home-count-technologies = { $count ->
    [zero] تكنولوجيا معروضة
    [one] تكنولوجيا معروضة
    [two] تكنولوجيتان معروضتان
    [few] تكنولوجيات معروضة
    [many] تكنولوجيا معروضة
   *[other] تكنولوجيا معروضة
}
home-count-demands = { $count ->
    [zero] احتياج
    [one] احتياج
    [two] احتياجان
    [few] احتياجات
    [many] احتياجا
   *[other] احتياج
}
home-count-results = { $count ->
    [zero] مشروع منجز
    [one] مشروع منجز
    [two] مشروعان منجزان
    [few] مشاريع منجزة
    [many] مشروعا منجزا
   *[other] مشروع منجز
}
home-count-institutions = { $count ->
    [zero] مؤسسة قادرة على التنفيذ
    [one] مؤسسة قادرة على التنفيذ
    [two] مؤسستان قادرتان على التنفيذ
    [few] مؤسسات قادرة على التنفيذ
    [many] مؤسسة قادرة على التنفيذ
   *[other] مؤسسة قادرة على التنفيذ
}
home-matches = أحدث المطابقات
home-latest-technologies = أحدث التكنولوجيات
home-latest-demands = أحدث الاحتياجات
home-latest-results = أحدث النتائج
home-latest-institutions = أحدث المؤسسات
home-all-technologies = جميع التكنولوجيات
home-all-demands = جميع الاحتياجات
home-all-results = جميع النتائج
home-all-institutions = جميع المؤسسات
home-nothing-yet = لم يُنشر شيء هنا بعد.

map-title = أين توجد الاحتياجات والنتائج
map-demands = { $count ->
    [zero] { $count } احتياج
    [one] احتياج واحد
    [two] احتياجان
    [few] { $count } احتياجات
    [many] { $count } احتياجا
   *[other] { $count } احتياج
}
map-results = { $count ->
    [zero] { $count } نتيجة
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
map-country = { $country }: { $demands }، { $results }
map-table = جميع البلدان في جدول
map-country-column = البلد
map-total = المجموع
map-note = النتيجة التي تخص عدة بلدان تحسب في كل منها، وتحسب مرة واحدة في المجموع.
map-legend = احتياجات البلد ونتائجه
home-supply-title = لديكم تكنولوجيا؟
home-supply-text = سجلوا شركتكم وأضيفوا تكنولوجيا واحدة أو جدولا كاملا، وانظروا أي الاحتياجات تلبي.
home-demand-title = بلدكم يحتاج إلى تكنولوجيا؟
home-demand-text = تنضم السفارات والوزارات والغرف التجارية بدعوة، وتنشر احتياجاتها بلغتها.
