### Lists, search, filters, paging.

search-technologies = البحث في التكنولوجيات
search-demands = البحث في الاحتياجات
search-results = البحث في نتائج التعاون
search-institutions = البحث في المؤسسات
search-title = البحث
search-title-for = «{ $value }»
search-scope-all = جميع المكتبات
search-lead = بحث واحد في التكنولوجيات والاحتياجات والنتائج والمؤسسات، بأي لغة.
search-see-all = { $count ->
    [zero] لا نتائج بحث
    [one] عرض نتيجة البحث الوحيدة
    [two] عرض نتيجتي البحث
    [few] عرض نتائج البحث الـ{ $count } كلها
    [many] عرض نتائج البحث الـ{ $count } كلها
   *[other] عرض نتائج البحث الـ{ $count } كلها
}
search-nothing = لم يُعثر على شيء بشأن «{ $value }».
search-nothing-hint = صفوا الحاجة بجملة بدلاً من كلمات منفردة، أو أزيلوا أحد عوامل التصفية، أو احفظوا البحث لتُبلَّغوا عندما يظهر ما يناسب.
search-nothing-in = لم يُعثر على شيء في:

list-count = { $count ->
    [zero] لا سجلات
    [one] سجل واحد
    [two] سجلان
    [few] { $count } سجلات
    [many] { $count } سجلا
   *[other] { $count } سجل
}
list-count-found = { $count ->
    [zero] لم يُعثر على أي سجل
    [one] عُثر على سجل واحد
    [two] عُثر على سجلين
    [few] عُثر على { $count } سجلات
    [many] عُثر على { $count } سجلا
   *[other] عُثر على { $count } سجل
}
list-empty-title = لا شيء هنا بعد
list-empty-text = عندما يُنشر أول سجل سيظهر في هذه الصفحة.
list-none-title = لا شيء يطابق
list-none-text = جربوا كلمات أقل أو كلمات أخرى، أو أزيلوا أحد عوامل التصفية.
found-by-meaning = وُجد بالمعنى
sort-label = الترتيب
sort-relevance = حسب الصلة
sort-newest = الأحدث
sort-title = حسب العنوان
filters = عوامل التصفية
filters-active = عوامل التصفية المفعلة
filter-remove = إزالة عامل التصفية
filters-clear = إزالة الكل
facet-more = { $count } أخرى
facet-library = المكتبة
facet-field = المجال
facet-country = البلد
facet-mode = التعاون
facet-kind = النوع
facet-service = الخدمة
facet-region = المنطقة
facet-lang = اللغة
pager-label = الصفحات
pager-first = العودة إلى الصفحة الأولى
pager-next = الصفحة التالية
sort-updated = آخر تعديل
facet-target_country = البلد المستهدف
facet-trl = الجاهزية
facet-urgency = درجة الاستعجال
facet-progress = سير التنفيذ
facet-operation = الوضع
facet-year = السنة
readiness-1-3 = الجاهزية من 1 إلى 3: البحث
readiness-4-6 = الجاهزية من 4 إلى 6: التطوير
readiness-7-9 = الجاهزية من 7 إلى 9: الاستخدام
