### صفحات الكاتب: سجلات جهته، واستمارة السجل، وما يمكن فعله به.

nav-mine = سجلاتي
authoring-mine = سجلات جهتكم
authoring-all = الكل
authoring-new-technologies = إضافة تكنولوجيا
authoring-new-demands = إضافة احتياج
authoring-new-results = إضافة نتيجة
authoring-new-institutions = إضافة مؤسسة
authoring-first-technologies = إضافة أول تكنولوجيا لكم
authoring-first-demands = إضافة أول احتياج لكم
authoring-first-results = إضافة أول نتيجة لكم
authoring-first-institutions = إضافة أول مؤسسة لكم
authoring-empty-technologies = صِفوا ما تفعله التكنولوجيا ولمن. وتعثر الخدمة على الاحتياجات التي تلبيها، بأي لغة، وتبين السبب.
authoring-empty-demands = صِفوا بلغتكم المطلوب وما يجب أن يستوفيه. وتعثر الخدمة على التكنولوجيات التي تلبيه، وتبين السبب.
authoring-empty-results = كل تعاون ناجح دليل يمهد للتعاون التالي.
authoring-empty-institutions = تُذكر مع كل مطابقة المؤسسات القادرة على التنفيذ.
authoring-none-text = ليس لجهتكم سجل في هذه الحالة.
authoring-nobody = حسابكم لا ينتمي إلى أي جهة.
authoring-nobody-text = السجلات ملك للجهات. وتجدون جميع السجلات في قوائم المكتبات.
authoring-matches = { $count ->
    [zero] لا مطابقات
    [one] مطابقة واحدة
    [two] مطابقتان
    [few] { $count } مطابقات
    [many] { $count } مطابقة
   *[other] { $count } مطابقة
}
authoring-improve = { $count ->
    [zero] لا شيء للتحسين
    [one] نقطة واحدة للتحسين
    [two] نقطتان للتحسين
    [few] { $count } نقاط للتحسين
    [many] { $count } نقطة للتحسين
   *[other] { $count } نقطة للتحسين
}

status-draft = مسودة
status-returned = أُعيد مع تعليقات
status-submitted = في انتظار المراجعة
status-published = منشور
status-expiring = منشور وتنتهي صلاحيته قريبا
status-archived = مؤرشف
status-withdrawn = مسحوب
status-rejected = لم يُقبل
status-suspended = مخفي: الجهة معلّقة

mine-record = السجل
mine-state = الحالة
mine-changed = آخر تعديل
mine-improve = للتحسين
mine-do = الإجراء
mine-edit = تعديل

section-what = ما هو
section-worth = بماذا يتفوق
section-asked = ما يجب أن يستوفيه
section-conditions = شروط التشغيل
section-where = المكان
section-terms = شروط التعاون
section-rights = الحقوق
section-people = الأطراف والمواعيد
section-course = ما جرى
section-work = كيف تعمل
section-export = ضوابط التصدير
section-rest = معلومات أخرى
section-record = بيانات السجل
section-confidential = الجزء السري
section-lead-what = هذا الجزء يقرؤه الجميع. لا تذكروا اسم جهتكم ولا علامة تجارية ولا بيانات اتصال: يبقى الطرفان مجهولي الهوية إلى أن يعرّف الوسيط أحدهما بالآخر.
section-lead-asked = متطلب واحد في كل سطر: يُقارن كل متطلب على حدة بكل تكنولوجيا، ويُعرض الجواب إلى جانبه.
section-lead-conditions = أرقام بوحداتها. تُقارن بوصفها نطاقات أيا كانت الوحدة؛ اتركوا الحد فارغا إن لم يوجد.
section-lead-export = اذكروا ما تعرفونه. قبل أي تعارف يفحص أمين المكتبات كل تكنولوجيا وفق القائمة النافذة.
section-lead-confidential = لا يُعرض على الجمهور ولا يشمله البحث. تطلع عليه جهتكم، والوسيط الذي يتولى مطابقة لهذا السجل، والقائمون على الخدمة؛ ويُسجل كل اطلاع عليه.

hint-title = سطر واحد: ما هو ولأي غرض.
hint-summary = جملتان تظهران في القوائم.
hint-description = كيف يعمل وما يحققه وأين استُخدم، مع الأرقام والوحدات.
hint-keywords = كلمة واحدة في كل سطر.
hint-links = عنوان واحد في كل سطر. تكشف الروابط هويتكم قبل موافقة الطرفين.
hint-ipc_classes = صنف واحد في كل سطر، مثل A01G 25/16.
hint-institutions = مؤسسة واحدة في كل سطر: رقمها، مثل I-2026-000001.
hint-languages = لغة واحدة في كل سطر: zh، en، fr …
hint-technology = رقم التكنولوجيا، مثل T-2026-000001.
hint-lang = اللغة التي تكتبون بها. ويقرأ الآخرون ترجمة.
hint-trl = من 1 إلى 9: 9 قيد الاستخدام، و6 نموذج أولي في بيئته.
hint-min_trl = من 1 إلى 9: 9 قيد الاستخدام، و6 نموذج أولي في بيئته.
hint-currency = ثلاثة أحرف، مثل CNY أو USD أو EUR.
hint-valid_until = آخر يوم يبقى فيه السجل صالحا. ونسألكم قبل حلوله.
hint-external_id = رقم السجل لديكم. واستيراد ملف فيه الرقم نفسه يحدّث هذا السجل.
hint-target_countries = عدم الاختيار يعني أي بلد.
hint-cooperation_modes = كيف تنقلون التكنولوجيا إلى الشريك.
hint-accepted_modes = عدم الاختيار يعني أي شكل.
hint-ip_rights = السطر الذي لا رقم فيه لا يُحفظ.
hint-requirements = السطر الذي يُفرغ يُحذف.
hint-operating_conditions = السطر الذي يُفرغ يُحذف.

add-requirements = إضافة متطلب آخر
add-operating_conditions = إضافة شرط آخر
add-ip_rights = إضافة حق آخر
add-parties = إضافة طرف آخر
add-outcomes = إضافة رقم آخر
add-contacts = إضافة جهة اتصال أخرى

part-text = المتطلب
part-priority = الأولوية
part-quantity = الكمية المقيسة
part-min = من
part-max = إلى
part-unit = الوحدة
part-kind = النوع
part-number = الرقم
part-territory = النطاق الجغرافي
part-name = الاسم
part-country = البلد
part-role = الدور
part-measure = المؤشر
part-value = القيمة
part-email = البريد الإلكتروني
part-phone = الهاتف

column-export_catalogue = قائمة ضوابط التصدير
column-export_entry = بند القائمة
column-export_screened_on = تاريخ الفحص
column-year = السنة
column-start_date = تاريخ البداية
column-end_date = تاريخ النهاية
column-grade_date = تاريخ التصنيف
column-contacts = جهات الاتصال

authoring-whole-field = المجال كله
authoring-other-countries = بلدان أخرى
authoring-needed = مطلوب
authoring-free = يسري فورا
authoring-remove = حذف
authoring-see = عرض السجل
authoring-save = حفظ المسودة
authoring-change = حفظ التعديلات
authoring-check = تحقق
authoring-submit = تقديم للمراجعة
authoring-published = هذا السجل منشور.
authoring-at-once = تسري فورا التعديلات على: { $value }. أما سائر التعديلات فتُراجع أولا، وإلى أن تُراجع يرى الجميع السجل كما هو.
authoring-operator = أنتم من القائمين على المكتبات: ما تحفظونه يراه الجميع فورا.
closed-submitted = السجل ينتظر المراجعة ولا يُعدَّل في أثناء ذلك. لتعديله أعيدوه إلى مسودة.
closed-withdrawn = سُحب هذا السجل. لتعديله أعيدوه إلى مسودة.
closed-rejected = روجع هذا السجل ولم يُقبل، ويبقى كما روجع.
closed-suspended = هذا السجل مخفي لأن جهته معلّقة، ولا يمكن تعديله قبل رفع التعليق.
authoring-steps = إجراءات أخرى
authoring-waiting = تعديلكم في انتظار المراجعة
authoring-waiting-text = إلى أن يُراجع يرى الجميع السجل كما كان. ولإجراء تعديل آخر اسحبوا هذا التعديل أولا.
authoring-take-back = سحب التعديل
authoring-stale = حفظ شخص آخر هذا السجل في هذه الأثناء.
authoring-stale-text = ما كتبتموه لا يزال أدناه ولم يُحفظ. قارنوا بين النصين؛ والحفظ من جديد يضع نصكم محل النص الآخر.
authoring-conflict = النص الآخر وما كتبتموه
authoring-state = حالة السجل الراهنة لا تسمح بذلك.
authoring-unsaved = لم يُحفظ: صححوا ما يرد أدناه.
authoring-lost = لم يُحفظ: الخدمة لا تستجيب، أو لم تعودوا مسجلي الدخول.
authoring-kept = ما كتبتموه لا يزال هنا.
authoring-mistakes = { $count ->
    [zero] لا شيء يلزم تصحيحه.
    [one] يلزم تصحيح أمر واحد.
    [two] يلزم تصحيح أمرين.
    [few] يلزم تصحيح { $count } أمور.
    [many] يلزم تصحيح { $count } أمرا.
   *[other] يلزم تصحيح { $count } أمر.
}

authoring-done-saved = تم حفظ المسودة.
authoring-done-live = تم حفظ التعديل وهو سار الآن.
authoring-done-waits = تم حفظ ما يسري فورا، والباقي في انتظار المراجعة.
authoring-done-submitted = السجل في انتظار المراجعة. وتُبلَّغون عند انتهائها.
authoring-done-reopened = عاد السجل مسودة.
authoring-done-archived = تمت أرشفة السجل.
authoring-done-withdrawn = تم سحب السجل.
authoring-done-renewed = تم تمديد صلاحية السجل.
authoring-done-taken_back = تم سحب تعديلكم.
authoring-done-faults = لم يُنفذ شيء بعد: صححوا أولا ما يرد هنا.
authoring-done-stale = لم يُنفذ شيء: عدّل شخص آخر السجل في هذه الأثناء. وهذا هو بصيغته الحالية.
authoring-done-state = لم يُنفذ شيء: حالة السجل الراهنة لا تسمح بذلك.

step-reopen = إعادته مسودة
step-renew = تجديد
step-renew-now = السجل صالح حتى { $value }.
step-renew-until = تمديد الصلاحية حتى
step-archive = أرشفة
step-withdraw = سحب
step-reason = السبب (يُدوّن في تاريخ السجل)
step-about-archive = السجل المؤرشف لا يُعرض على أحد ولا يُطابق بشيء. ويعود بتجديده، بعد المراجعة.
step-about-withdraw = السجل المسحوب لا يُعرض على أحد، وتنتهي الاقتراحات المتعلقة به. ويبقى هنا مع تاريخه، ويمكن أن يعود مسودة.
step-yes-archive = نعم، أرشفته
step-yes-withdraw = نعم، سحبه

live-title = أثناء الكتابة
live-saved = تم الحفظ
live-filled = الخانات المملوءة: { $count } من { $total }
live-nearest = الأقرب:
live-duplicates = سجلات منشورة شديدة الشبه
live-mistakes = يلزم تصحيحه
live-remarks = يمكن تحسينه
live-nothing = لم يُعثر على شيء يحتاج إلى تحسين.

outlook-technologies = { $count ->
    [zero] لا يوجد بعد احتياج مفتوح تطابقه.
    [one] تطابق احتياجا مفتوحا واحدا.
    [two] تطابق احتياجين مفتوحين.
    [few] تطابق { $count } احتياجات مفتوحة.
    [many] تطابق { $count } احتياجا مفتوحا.
   *[other] تطابق { $count } احتياج مفتوح.
}
outlook-demands = { $count ->
    [zero] لا توجد بعد تكنولوجيا تلبي هذا الاحتياج.
    [one] الموجود اليوم: تكنولوجيا واحدة.
    [two] الموجود اليوم: تكنولوجيتان.
    [few] الموجود اليوم: { $count } تكنولوجيات.
    [many] الموجود اليوم: { $count } تكنولوجيا.
   *[other] الموجود اليوم: { $count } تكنولوجيا.
}
outlook-nothing-technologies = لا يوجد احتياج مفتوح بعد.
outlook-nothing-demands = لا توجد تكنولوجيا بعد.

mistake-required = هذه الخانة مطلوبة.
mistake-invalid = هذه القيمة غير مقبولة.
mistake-wrong_type = تتعذر قراءة هذه القيمة.
mistake-no_number = اكتبوا رقما دون وحدته، مثل 1200000 أو 0.5.
mistake-no_integer = اكتبوا عددا صحيحا.
mistake-no_date = اكتبوا التاريخ على هذا النحو: ‎2027-12-31.
mistake-too_long = النص طويل جدا.
mistake-too_many = العدد أكبر مما ينبغي.
mistake-out_of_range = القيمة خارج النطاق المسموح به.
mistake-min_above_max = القيمة الدنيا أكبر من القيمة العليا.
mistake-unknown_code = اختاروا قيمة من القائمة.
mistake-unknown_field = لا يوجد هذا المجال في التصنيف.
mistake-unknown_country = لا يوجد هذا البلد في القائمة.
mistake-unknown_currency = اكتبوا رمز العملة بثلاثة أحرف، مثل CNY.
mistake-unknown_language = هذا ليس رمز لغة، مثل zh أو pt-BR.
mistake-taken = لسجل آخر من سجلاتكم هذا الرقم نفسه.
mistake-exact-too_long = النص طويل جدا. الحد الأقصى لعدد الأحرف: { $a }.
mistake-exact-too_many = العدد أكبر مما ينبغي. الحد الأقصى: { $a }.
mistake-exact-out_of_range = القيمة خارج النطاق المسموح به: { $a }.

translations-title = لغات أخرى
translations-count = { $count ->
    [zero] لا ترجمة
    [one] ترجمة واحدة
    [two] ترجمتان
    [few] { $count } ترجمات
    [many] { $count } ترجمة
   *[other] { $count } ترجمة
}
translations-lead = يرى القراء نصكم بلغتهم إن وُجد، وإلا فالأصل. ما تكتبونه يُعد من كتابة إنسان؛ وإذا تغير الأصل لاحقا وُسمت الترجمة بأنها أقدم. اتركوا اللغة التي ليس لديكم فيها شيء فارغة.
translation-by-human = كتبها إنسان
translation-by-machine = كتبتها آلة
translation-by-stale = تغير الأصل منذ ذلك
mistake-original_language = الأصل بهذه اللغة بالفعل.
mistake-translation_stays = الترجمة المنشورة تُستبدل ولا تُفرغ.
mistake-retired_field = أُوقف استخدام هذا المجال؛ اختاروا مجالا آخر.
mine-waiting = في انتظار ردكم
mine-waiting-lead = يعرضها عليكم وسيط. لا يعرف الطرف الآخر من أنتم قبل أن يقبل الطرفان.
