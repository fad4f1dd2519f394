### صفحات المستخدم الخاصة: الرموز المميزة وعمليات البحث المحفوظة وخطاطيف الويب وطريقة الإبلاغ؛ وما استُفيد من القرارات.

own-title = صفحاتكم الخاصة
own-name = الاسم
own-remove = حذف
own-for-country = من أجل { $value }
own-fault-name-length = اختاروا اسما من حرف واحد إلى 100 حرف.
own-fault-name-required = اختاروا اسما من حرف واحد إلى 100 حرف.
own-fault-days-out_of_range = من يوم واحد إلى 365 يوما.
own-fault-scopes-required = اختاروا صلاحية واحدة على الأقل.
own-fault-query-required = يلزم للبحث كلمات أو عامل تصفية.
own-fault-query-unknown_field = لا يوجد مجال كهذا.
own-fault-query-unknown_country = لا يوجد بلد كهذا.
own-fault-query-too_many = بلغتم الحد الأقصى لعمليات البحث المحفوظة للشخص الواحد. احذفوا إحداها أولا.
own-fault-url-too_long = العنوان طويل جدا.
own-fault-url-too_many = بلغت جهتكم الحد الأقصى لخطاطيف الويب. احذفوا أحدها أولا.
own-fault-events-required = اختاروا حدثا واحدا على الأقل.

token-title = الرموز المميزة للبرامج
token-lead = يتيح الرمز المميز لبرنامج أن يقوم باسمكم بما تسمحون له به، ولا شيء غير ذلك.
token-made = انسخوا هذا الرمز المميز الآن، فهو لا يُعرض إلا هذه المرة.
token-none-title = لا رموز مميزة بعد
token-none-text = أنشئوا رمزا عندما يحتاج أحد برامجكم إلى القراءة أو الكتابة هنا.
token-make = إنشاء رمز مميز
token-name-hint = الغرض منه، لتمييزه عن غيره.
token-scopes = ما يُسمح به
token-scope-read = القراءة
token-scope-write = كتابة السجلات
token-scope-match = حساب المطابقات والبت فيها
token-scope-admin = إدارة الحسابات والخدمة
token-days = عدد الأيام حتى انتهائه
token-days-hint = 365 يوما على الأكثر.
token-ends = ينتهي في { $value }
token-endless = بلا تاريخ انتهاء
token-used = آخر استخدام: { $value }
token-never-used = لم يُستخدم قط
token-revoke = إلغاء
token-done-revoked = لم يعد الرمز المميز صالحا لأي شيء.

saved-title = عمليات البحث المحفوظة
saved-lead = تُبلَّغون بكل ما يُنشر حديثا ويناسبها.
saved-new = حفظ هذا البحث
saved-this = حفظ هذا البحث
saved-left-out = لا يمكن حفظ جميع عوامل تصفية القائمة؛ وقد استُبعد ما لا يمكن حفظه.
saved-name-hint = تشير الإشعارات إلى البحث بهذا الاسم.
saved-delivery = طريقة الإبلاغ
saved-save = حفظ
saved-none-title = لا عمليات بحث محفوظة بعد
saved-none-text = ابحثوا أو ضيقوا إحدى القوائم، ثم احفظوا ما ترونه.
saved-standing = احتياجاتكم تبحث أيضا
saved-standing-text = الاحتياج المنشور بحث لا ينتهي: كلما نُشرت تكنولوجيا أو عُدلت أُعيدت مطابقته، وتُبلَّغون بما يناسبه. وتحددون هنا طريقة الإبلاغ:
saved-done-saved = تم حفظ البحث.
saved-done-removed = تم حذف البحث.

hook-title = خطاطيف الويب
hook-lead = يُبلَّغ أحد برامجكم فورا بما يطرأ على سجلات جهتكم ومطابقاتها. الرسائل المرسلة موقعة ولا تتضمن إلا المعرّفات.
hook-one = خطاف الويب
hook-none-title = لا خطاطيف ويب بعد
hook-none-text = أضيفوا عنوان البرنامج المراد إبلاغه.
hook-add = إضافة خطاف ويب
hook-url = العنوان
hook-url-hint = عنوان https على الإنترنت العامة.
hook-events = يُبلَّغ عندما
hook-event-record_published = يُنشر سجل
hook-event-record_withdrawn = يُسحب سجل
hook-event-match_proposed = تنتظر مطابقة ردكم
hook-event-match_answered = يرد أحد الطرفين
hook-event-match_introduced = يجري تعريف الطرفين أحدهما بالآخر
hook-event-match_moved = يحدث في مطابقة تقدم آخر
hook-event-ping = يجرب أحدهم خطاف الويب
hook-since = منذ { $value }
hook-failures =
    { $count ->
        [zero] لا إخفاقات متتالية
        [one] إخفاق واحد
        [two] إخفاقان متتاليان
        [few] { $count } إخفاقات متتالية
        [many] { $count } إخفاقا متتاليا
       *[other] { $count } إخفاق متتال
    }
hook-off-title = متوقف.
hook-off = لم يُرسل إليه شيء منذ { $value } لكثرة عمليات الإرسال الفاشلة. احذفوه وأضيفوه من جديد عندما يعمل.
hook-secret-shown = انسخوا هذا المفتاح السري الآن: به تُوقع كل رسالة مرسلة. ولا يُعرض إلا هذه المرة.
hook-ping = إرسال تجربة
hook-rotate = تغيير المفتاح السري
hook-rotate-hint = لمدة يوم بعد التغيير تحمل كل رسالة مرسلة توقيعين، بالمفتاح الجديد وبالقديم.
hook-deliveries = عمليات الإرسال
hook-deliveries-none = لم يُرسل شيء بعد.
hook-status-waiting = قيد الانتظار
hook-status-delivered = تم التسليم
hook-status-given_up = تم التخلي عنها
hook-attempts =
    { $count ->
        [zero] لا محاولات
        [one] محاولة واحدة
        [two] محاولتان
        [few] { $count } محاولات
        [many] { $count } محاولة
       *[other] { $count } محاولة
    }
hook-failure-unreadable = تتعذر قراءة العنوان.
hook-failure-insecure = يجب أن يبدأ العنوان بـ https://.
hook-failure-credentials = يجب ألا يتضمن العنوان اسم مستخدم أو كلمة مرور.
hook-failure-private = يؤدي العنوان إلى شبكة خاصة. لا تُستدعى إلا عناوين الإنترنت العامة.
hook-failure-unknown_name = اسم المضيف في العنوان غير معروف.
hook-failure-no_connection = تعذر إنشاء الاتصال.
hook-failure-no_encryption = تعذر إنشاء اتصال مشفر؛ قد تكون الشهادة غير صالحة.
hook-failure-no_http = انقطع الاتصال، أو لم يكن الرد وفق بروتوكول HTTP.
hook-failure-no_answer = لم يصل رد في الوقت المحدد.
hook-failure-not_taken = لم يقبل البرنامج هذا الإرسال.
hook-failure-internal = لم تتمكن الخدمة نفسها من الإرسال.
hook-answer = الرد: { $value }
hook-next = المحاولة التالية: { $value }
hook-done-ping = التجربة في طريقها.
hook-done-off = خطاف الويب هذا متوقف ولا يُرسل إليه شيء.
hook-done-removed = تم حذف خطاف الويب.

told-title = طريقة الإبلاغ
told-lead = كل شيء موجود في قائمة الإشعارات. وتحددون هنا ما تريدونه بالبريد الإلكتروني أيضا.
told-lang = لغة الرسائل
told-lang-usual = اللغة المعتادة في الخدمة
told-save = حفظ
told-group-matches = المطابقات والملفات
told-group-records = سجلاتكم
told-group-other = عمليات البحث والخدمة
told-how-instant = بالبريد الإلكتروني فورا
told-how-digest = في رسالة واحدة يوميا
told-how-off = في القائمة فقط
told-done-saved = تُبلَّغون من الآن بهذه الطريقة.
told-of-match_proposed = مطابقة تنتظر ردكم
told-of-match_answered = رد الطرف الآخر
told-of-match_introduced = تم تعريفكم بالطرف الآخر
told-of-match_moved = تقدم في مطابقة
told-of-match_due = مطابقة تنتظر ردكم منذ مدة
told-of-match_overdue = رد متأخر
told-of-export_due = اقتراب انتهاء مهلة إجراءات التصدير
told-of-interest_received = أبدى أحدهم اهتمامه بسجل
told-of-message_received = رسالة جديدة في ملف
told-of-record_status = نشر آخرون سجلكم أو سحبوه أو أرشفوه
told-of-record_idle = لم يتغير سجلكم منذ مدة طويلة
told-of-record_archived = تمت أرشفة سجلكم
told-of-new_fits = جديد يناسب احتياجكم أو تكنولوجيتكم
told-of-record_reviewed = تمت مراجعة سجلكم
told-of-record_expiring = اقتراب انتهاء صلاحية سجلكم
told-of-record_expired = انتهت صلاحية سجلكم
told-of-webhook_disabled = تم إيقاف خطاف ويب
told-of-search_fits = جديد يناسب بحثا محفوظا
told-of-organisation_waits = سجلت جهة نفسها
told-of-milestone_set = حُددت مرحلة أو نُقل موعدها
told-of-milestone_overdue = تأخرت مرحلة
told-of-outcome_asked = تُسأل عما آل إليه اتفاق
told-of-matches_freed = عادت مطابقات لوسطاء آخرين إلى قائمة الانتظار

learning-title = ما استُفيد من القرارات
learning-lead = القرارات المتعلقة بمدى التناسب تعيد تحديد أوزان مؤشرات الترتيب. ولا تصبح الأوزان الجديدة نافذة إلا إذا كانت أفضل في احتياجات خُصصت للقياس؛ وتبقى جميع الإصدارات محفوظة، ويمكن لمدير النظام الرجوع إلى أي منها.
learning-none-title = لم يُستفد شيء بعد
learning-none-text = الترتيب كما ورد مع البرنامج. الحد الأدنى لعدد القرارات اللازمة: { $count }.
learning-version = الإصدار { $value }
learning-in-force = نافذ
learning-outcome-shipped = ورد مع البرنامج
learning-outcome-adopted = أفضل
learning-outcome-no_gain = ليس أفضل
learning-outcome-worse = أسوأ
learning-from = القرارات: { $a }؛ الاحتياجات: { $b }؛ ما خُصص للقياس: { $c }
learning-order = ترتيب الاقتراحات (nDCG@10)، قبل ← بعد
learning-error = خطأ الدرجة (المعايرة)، قبل ← بعد
learning-weights = أوزان المؤشرات
learning-adopt = وضعه موضع النفاذ
learning-done-adopted = أصبح نافذا. وتُعاد به مطابقة جميع الاحتياجات المنشورة.
learning-done-other = أُعد هذا الإصدار لنسخة أخرى من البرنامج ولا يمكن وضعه موضع النفاذ.

feed-link = المتابعة عبر موجز (Atom)
