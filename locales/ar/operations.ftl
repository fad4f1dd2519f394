### تشغيل الخدمة: العمليات والفهارس والتدقيق والإعدادات؛ ولوحة المؤشرات.

operations-title = التشغيل
operations-jobs = العمليات
operations-index = فهارس البحث
operations-audit = التدقيق
operations-settings = الإعدادات

jobs-lead = ما يترتب على كل تغيير يُنفذ بوصفه عملية: التوفيق والتنبيهات. والعملية التي تفشل تُعاد محاولتها تلقائيا، بفواصل زمنية تتضاعف كل مرة، إلى أن يجري التخلي عنها.
jobs-states = الحالة
jobs-state-waiting = قيد الانتظار ({ $a })
jobs-state-failing = متعثرة ({ $a })
jobs-state-given_up = متخلى عنها ({ $a })
jobs-state-done = منجزة ({ $a })
jobs-none-title = لا عمليات هنا
jobs-none-text = ليست هناك عملية في هذه الحالة.
jobs-since = منذ { $value }
jobs-attempts = { $count ->
    [zero] لا محاولات بعد
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $count } محاولات
    [many] { $count } محاولة
   *[other] { $count } محاولة
}
jobs-next = تُعاد المحاولة في { $value }
jobs-given-up = جرى التخلي عنها في { $value }
jobs-done = أُنجزت في { $value }
jobs-retry = إعادة المحاولة الآن
jobs-retry-all = إعادة محاولة الكل الآن
jobs-retried = { $count ->
    [zero] لم تكن هناك عملية فاشلة.
    [one] تُعاد محاولة عملية واحدة.
    [two] تُعاد محاولة عمليتين.
    [few] تُعاد محاولة { $count } عمليات.
    [many] تُعاد محاولة { $count } عملية.
   *[other] تُعاد محاولة { $count } عملية.
}
job-match_demand = مطابقة احتياج
job-match_technology = مطابقة تكنولوجيا
job-alert_searches = إبلاغ أصحاب عمليات البحث المحفوظة المناسبة

index-lead = تُحسب الفهارس كلها من قاعدة البيانات ويمكن إنشاؤها من جديد في أي وقت. الرقم الأول هو آخر تغيير يتضمنه الفهرس، والثاني هو أحدث تغيير موجود.
index-library = المكتبة
index-records = السجلات
index-change = التغييرات المتضمنة / الأحدث
index-waiting = في انتظار المتجهات
index-size = الحجم على القرص
index-behind = متأخر
index-megabytes = { $value } ميغابايت
index-algorithm = الخوارزمية { $value }
index-weights = الأوزان، الإصدار { $value }
index-model = النموذج { $value }
index-model-missing = النموذج { $value } غير موجود
index-check = تحقق
index-rebuild = إعادة البناء
index-rebuild-lead = يقارن التحقق الفهرس بقاعدة البيانات سجلا بسجل. وتنشئ إعادة البناء فهارس جديدة إلى جانب الفهارس الحالية، التي تبقى مستخدمة إلى أن تكتمل الجديدة.

errand-check_index = التحقق من الفهارس
errand-rebuild_index = إعادة بناء الفهارس
errand-verify_audit = التحقق من سلسلة التدقيق
errand-began = وقت البدء: { $value }
errand-running-of = { $a } من { $b }
errand-ended-done = وقت الانتهاء: { $a }، وكل شيء سليم
errand-ended-partly = وقت الانتهاء: { $a }، وهناك خلل
errand-ended-failed = وقت الفشل: { $a }
errand-look-again = أعيدوا تحميل الصفحة للاطلاع على ما أُنجز.

audit-lead = من فعل ماذا ومن اطلع على ماذا، الأحدث أولا. القيود مترابطة بقيم تجزئة ولا يمكن تغييرها.
audit-not-verified = لم يُتحقق من السلسلة منذ بدء تشغيل الخدمة.
audit-verify = التحقق من السلسلة
audit-number = الرقم
audit-time = الوقت
audit-who = من
audit-service = الخدمة
audit-actor = الشخص
audit-action = الإجراء
audit-record = السجل
audit-from = من تاريخ
audit-to = إلى تاريخ
audit-filter = تصفية
audit-all = عرض الكل
audit-detail = التفاصيل
audit-export = تنزيل هذه القيود (JSON Lines)
audit-none-title = لا قيود
audit-none-text = ليس في التدقيق ما يطابق ذلك.
audit-wrong-actor = يجب أن يكون الشخص معرّفا (id).
audit-wrong-record = يجب أن يكون السجل معرّفا (id).
audit-wrong-from = يجب أن تكون خانة «من تاريخ» تاريخا.
audit-wrong-to = يجب أن تكون خانة «إلى تاريخ» تاريخا.

settings-lead = الإعدادات النافذة في هذه الخدمة قيد التشغيل ومصدر كل منها. ولا تُعرض القيم السرية أبدا.
settings-key = الإعداد
settings-value = القيمة
settings-source = المصدر
setting-source-default = القيمة الافتراضية
setting-source-file = الملف { $a }
setting-source-environment = متغير البيئة { $a }
setting-source-option = سطر الأوامر { $a }

dashboard-name = لوحة المؤشرات
dashboard-all-countries = جميع البلدان
dashboard-all-fields = جميع المجالات
dashboard-filter = عرض
dashboard-table = عرض كجدول
dashboard-more = { $count ->
    [zero] لا صفوف أخرى في الجدول.
    [one] في الجدول صف آخر.
    [two] في الجدول صفان آخران.
    [few] في الجدول { $count } صفوف أخرى.
    [many] في الجدول { $count } صفا آخر.
   *[other] في الجدول { $count } صف آخر.
}
dashboard-rest = { $count ->
    [zero] لا صفوف أخرى في الملفات.
    [one] في الملفات صف آخر.
    [two] في الملفات صفان آخران.
    [few] في الملفات { $count } صفوف أخرى.
    [many] في الملفات { $count } صفا آخر.
   *[other] في الملفات { $count } صف آخر.
}
dashboard-none-title = لا شيء لإحصائه
dashboard-none-text = لا يوجد شيء من هذا النوع.
dashboard-nothing = غير مذكور
dashboard-title-funnel = من الاقتراح إلى التنفيذ
dashboard-title-time = المدة في كل حالة
dashboard-title-spread = المطابقات بحسب البلد والمجال والشهر
dashboard-title-unanswered_demands = احتياجات بلا استجابة
dashboard-title-idle_technologies = تكنولوجيات بلا احتياج
dashboard-title-grades = المؤسسات بحسب التصنيف
dashboard-lead-funnel = عدد المطابقات التي بلغت هذه المرحلة على الأقل. ولا تُحتسب الخطوات التي جرى التراجع عنها.
dashboard-lead-time = القيمة الوسطى لعدد الأيام التي بقيت فيها المطابقات في الحالة قبل مغادرتها.
dashboard-lead-spread = المطابقات المقترحة بحسب بلد الاحتياج ومجاله. والاحتياج الذي له مجالان يُحتسب في كليهما.
dashboard-lead-unanswered_demands = احتياجات منشورة لا ترد في أي مطابقة مفتوحة.
dashboard-lead-idle_technologies = تكنولوجيات منشورة لا ترد في أي مطابقة مفتوحة.
dashboard-lead-grades = المؤسسات المنشورة.
dashboard-head-state = الحالة
dashboard-head-country = البلد
dashboard-head-field = المجال
dashboard-head-month = الشهر
dashboard-head-grade = التصنيف
dashboard-measure-matches = المطابقات
dashboard-measure-median_days = الأيام (القيمة الوسطى)
dashboard-measure-left = غادرت الحالة
dashboard-measure-present = في الحالة الآن
dashboard-measure-suggested = مقترحة
dashboard-measure-introduced = جرى التعارف
dashboard-measure-agreed = متفق عليها
dashboard-measure-demands = الاحتياجات
dashboard-measure-technologies = التكنولوجيات
dashboard-measure-institutions = المؤسسات

job-translate_record = ترجمة سجل

operations-taxonomy = تصنيف المجالات
taxonomy-lead = المجالات التكنولوجية وأسماؤها. ويسري كل تغيير فورا في القوائم والاستمارات وعوامل التصفية والتوفيق.
taxonomy-shown = عرض
taxonomy-all = { $count ->
    [zero] لا مجالات
    [one] مجال واحد
    [two] المجالان
    [few] جميع المجالات ({ $count })
    [many] جميع المجالات ({ $count })
   *[other] جميع المجالات ({ $count })
}
taxonomy-lacking = { $count ->
    [zero] لا مجال ينقصه اسم
    [one] مجال واحد ينقصه اسم
    [two] مجالان ينقصهما اسم
    [few] { $count } مجالات ينقصها اسم
    [many] { $count } مجالا ينقصه اسم
   *[other] { $count } مجال ينقصه اسم
}
taxonomy-none-title = لا أسماء ناقصة
taxonomy-none-text = لكل مجال اسم بجميع اللغات السبع.
taxonomy-missing = الأسماء الناقصة: { $value }
taxonomy-retired = أُوقف استخدامه
taxonomy-replaced = أُوقف استخدامه؛ البديل: { $value }
field-labels = الأسماء
field-labels-lead = إذا لم يكن للمجال اسم بلغة ما، رأى القراء اسمه بالإنكليزية، وإلا فاسمه بالصينية. ولا بد من أحد هذين الاسمين.
field-save = حفظ الأسماء
field-now = المحفوظ الآن:
field-stale = عدّل شخص آخر هذا المجال منذ أن فتحتموه. ما كتبتموه لا يزال هنا، وإلى جانبه ما هو محفوظ؛ والحفظ من جديد يضع ما كتبتموه محله.
field-wrong = لم يُحفظ شيء. وما يلزم تصحيحه مبين عند الخانات أدناه.
field-records = { $count ->
    [zero] لا يرد في أي سجل
    [one] يرد في سجل واحد
    [two] يرد في سجلين
    [few] يرد في { $count } سجلات
    [many] يرد في { $count } سجلا
   *[other] يرد في { $count } سجل
}
field-retirement = إيقاف الاستخدام
field-retirement-lead = تحتفظ السجلات بالمجال الذي أُوقف استخدامه ويمكن العثور عليها به. ولا يمكن اختياره في السجلات الجديدة.
field-replacement = ما يُختار بدلا منه
field-no-replacement = لا شيء
field-retire = إيقاف استخدام هذا المجال
field-restore = إعادته إلى الاستخدام
field-below = إضافة مجال تحت هذا المجال
field-name = الرمز، بعد البادئة
field-name-hint = أحرف لاتينية صغيرة وأرقام و«_». يبقى الرمز كما هو دائما؛ أما الأسماء فيمكن تغييرها.
field-add = إضافة المجال
field-done-changed = تم حفظ الأسماء.
field-done-retired = تم إيقاف استخدام المجال.
field-done-restored = عاد المجال إلى الاستخدام.
field-done-added = تمت إضافة المجال.
field-fault-labels-too_long = الحد الأقصى للاسم 120 حرفا.
field-fault-labels-invalid = لمجال آخر هذا الاسم نفسه، أو الاسم أطول من سطر واحد.
field-fault-labels-required = يلزم اسم بالصينية أو بالإنكليزية.
field-fault-code-unknown_field = لا تُضاف المجالات إلا تحت مجالات المستوى الأول.
field-fault-code-invalid = الرمز مستخدم، أو فيه غير الأحرف اللاتينية الصغيرة والأرقام و«_»، أو لا يبدأ بحرف.
field-fault-code-too_long = الرمز طويل جدا.
field-fault-retired-locked = لا يمكن إيقاف استخدام هذا المجال: فهو بديل عن مجال آخر، أو من المستوى الأول.
field-fault-replacement-invalid = لا يُحدد بديل إلا لمجال أُوقف استخدامه.
field-fault-replacement-unknown_field = يجب أن يكون البديل مجالا آخر قيد الاستخدام.
