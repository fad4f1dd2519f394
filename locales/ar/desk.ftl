### لوحة عمل الوسيط: قائمة الانتظار والملفات المفتوحة وفحوص التصدير؛ والإشعارات.

desk-title = لوحة العمل
desk-queue = قائمة الانتظار
desk-cases = ملفاتي
desk-screenings = فحوص ضوابط التصدير
desk-field = المجال
desk-country = بلد الاحتياج
desk-language = اللغة
desk-state = الحالة
desk-whose = مسندة إلى
desk-any = الكل
desk-waiting = لم يُبت فيها بعد
desk-anybody = أي شخص
desk-assigned-me = أنا
desk-assigned-nobody = لا أحد
desk-narrow = عرض
desk-empty-title = لا شيء يستدعي قرارا.
desk-empty-text = تظهر هنا الاقتراحات الجديدة حالما يُنشر احتياج أو تكنولوجيا أو يُعدل أي منهما.
desk-key-move = تنقل
desk-key-open = فتح
desk-key-dismiss = استبعاد، ثم رقم السبب
desk-key-mark = تحديد
desk-mark = تحديد
desk-marked = المطابقات المحددة:
desk-dismiss-marked = استبعاد المحددة
desk-dismissed = { $count ->
    [zero] لم تُستبعد أي مطابقة.
    [one] استُبعدت مطابقة واحدة.
    [two] استُبعدت مطابقتان.
    [few] استُبعدت { $count } مطابقات.
    [many] استُبعدت { $count } مطابقة.
   *[other] استُبعدت { $count } مطابقة.
}
desk-no-cases-title = ليس لديكم ملف مفتوح.
desk-no-cases-text = خذوا ملفا من قائمة الانتظار، أو اطلبوا إسناد ملف إليكم.

screening-lead = تكنولوجيات المطابقات المفتوحة التي يجب فحصها قبل تعريف الطرفين أحدهما بالآخر.
screening-none-title = لا شيء ينتظر الفحص.
screening-none-text = فُحصت جميع تكنولوجيات المطابقات المفتوحة بصيغتها الحالية وفق القائمة النافذة.
screening-look = الاطلاع عليها
screening-why-unscreened = لم تُفحص قط
screening-why-older_catalogue = فُحصت وفق قائمة أقدم
screening-why-technology_changed = تغيرت بعد الفحص
screening-waiting = { $count ->
    [zero] لا مطابقات في الانتظار
    [one] مطابقة واحدة في الانتظار
    [two] مطابقتان في الانتظار
    [few] { $count } مطابقات في الانتظار
    [many] { $count } مطابقة في الانتظار
   *[other] { $count } مطابقة في الانتظار
}
screening-catalogues = قوائم ضوابط التصدير
screening-in-force = نافذة اعتبارا من { $value }
screening-entries = { $count ->
    [zero] لا بنود
    [one] بند واحد
    [two] بندان
    [few] { $count } بنود
    [many] { $count } بندا
   *[other] { $count } بند
}
screening-file = ملف القائمة
screening-import = استيراد قائمة
screening-import-hint = صيغة JSON Lines: القائمة في السطر الأول، وبند واحد في كل سطر يليه.
screening-unreadable = تتعذر قراءة القائمة: { $value }
screening-done-recorded = تم تسجيل نتيجة الفحص.
screening-done-imported = تم استيراد القائمة. وما فُحص وفق قائمة أقدم يلزم فحصه من جديد.
screening-near = أقرب بنود القائمة
screening-near-lead = للاستئناس فقط، وليس فحصا.
screening-near-none = ليس في القائمة بند قريب.
screening-entry = البند
screening-nearness = درجة القرب
screening-record = تسجيل نتيجة الفحص
screening-outcome = نتيجة الفحص
screening-more-entries = بنود أخرى نُظر فيها (الرموز، تفصل بينها الفاصلة «,»)
screening-against = وفق القائمة النافذة اعتبارا من { $value }

notices-title = الإشعارات
notices-none = لم تصلكم أي إشعارات بعد.
notices-read = تعليم كمقروء
notices-read-all = تعليم الكل كمقروء

live-new = هناك جديد منذ أن فتحتم هذه الصفحة:
live-show = عرض

view-tabs = طرق العرض المحفوظة
view-new = حفظ عوامل التصفية هذه باسم
view-save = حفظ طريقة العرض
view-manage = إعادة تسمية طريقة العرض هذه أو حذفها
view-new-name = الاسم
view-rename = إعادة التسمية
view-remove = حذف طريقة العرض هذه
view-too-many = لديكم 20 طريقة عرض محفوظة. احذفوا إحداها قبل حفظ طريقة أخرى.
view-fault-name-required = يلزم لطريقة العرض اسم لا يتجاوز 60 حرفا، في سطر واحد.
view-fault-name-taken = لديكم طريقة عرض بهذا الاسم.
view-fault-filters-required = اختاروا أولا عامل تصفية واحدا على الأقل.
view-fault-filters-unknown_field = لا يوجد مجال كهذا.
view-fault-filters-unknown_country = لا يوجد بلد كهذا.
view-fault-filters-unknown_language = لا توجد لغة كهذه.
view-fault-filters-invalid = تشمل طريقة العرض إما مطابقاتكم، وإما المطابقات غير المسندة إلى أحد، وإما مطابقات شخص واحد.
screening-no-catalogue-text = يمكن فحص التكنولوجيا بعد أن يستورد أمين المكتبات القائمة في صفحة فحوص ضوابط التصدير.
notices-none-text = تُبلَّغون هنا حين تنتظر مطابقة ردكم أو يُراجَع سجل أو يتقدم ملف.
desk-most = المعروض هو الأعلى قيمة ({ $value })، ويصعد غيرها كلما بُتّ فيها.
desk-why = ما يؤيدها
desk-export-open = جرى فحصها؛ لا شيء يمنع التعريف بين الطرفين اليوم.
