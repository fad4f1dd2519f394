### الملف: القرار والرد والرسائل والمهام والمستندات وما جرى.

acting-broker = الوسيط
acting-demand_side = طرف الاحتياج
acting-technology_side = طرف التكنولوجيا
acting-service = الخدمة

case-decision = القرار
case-do-suggested = إعادة إلى المقترحات
case-do-shortlisted = اختيار مبدئي
case-do-proposed = عرض على الطرفين
case-do-introduced = تعريف الطرفين أحدهما بالآخر
case-do-negotiating = الطرفان يتفاوضان
case-do-agreed = اتفق الطرفان
case-do-delivered = تم التنفيذ
case-do-dismissed = استبعاد
case-do-declined = رفض من أحد الطرفين
case-do-on_hold = تعليق
case-do-lapsed = ترك المطابقة تنقضي
case-do-withdrawn = سحب
case-reason = السبب
case-reason-text = بعباراتكم
case-say-no = تسجيل القرار
case-undo = تراجع
case-undo-text = { $records }: { $state }.
case-broker = الوسيط المسؤول عن الملف
case-nobody = لا أحد
case-assign = إسناد
case-take = أتولاه بنفسي
case-open = فتح الملف
case-overdue = متأخر
case-answer-none = { $a }: لا رد بعد
case-answer-accepted = { $a }: قبول
case-answer-declined = { $a }: رفض
case-waits = { $count ->
    [zero] بدأ انتظار الرد اليوم
    [one] مضى يوم عمل واحد على انتظار الرد
    [two] مضى يوما عمل على انتظار الرد
    [few] مضت { $count } أيام عمل على انتظار الرد
    [many] مضى { $count } يوم عمل على انتظار الرد
   *[other] مضى { $count } يوم عمل على انتظار الرد
}
case-overdue-on = متأخر اعتبارا من { $value }
case-export-ends = تنتهي مهلة إجراءات التصدير في { $value }
case-clock-stands = احتساب المهلة متوقف: { $value }
case-clock-goes-on = استؤنف احتساب المهلة

case-messages = الرسائل
case-messages-lead = يقرأ كل طرف محادثته وحدها. وما يكتبه أحد الطرفين لا يصل إلى الآخر إلا إذا نقلتموه إليه.
case-no-messages = لم يُكتب شيء بعد.
case-nobody-reads = ليس لهذا الطرف جهة مسجلة هنا؛ وما تكتبونه يُحفظ بوصفه ملاحظة.
case-message = الرسالة
case-send = إرسال
case-not-yet = لا يعلم هذا الطرف بالمطابقة إلا بعد عرضها عليه.

case-tasks = المهام
case-no-tasks = لا توجد مهام.
case-task = العمل المطلوب
case-task-until = حتى
case-task-days = أو بعدد أيام العمل
case-task-due = الموعد النهائي: { $value }
case-task-add = إضافة
case-task-done = أُنجزت
case-task-open = لم تُنجز بعد

case-documents = المستندات
case-documents-lead = ما تضعونه هنا تطلع عليه جهتكم والوسيط، ولا يطلع عليه الطرف الآخر.
case-no-documents = لا توجد مستندات.
case-file = الملف المرفق
case-visible-to = يطلع عليه
case-visible-broker = الوسيط وحده
case-visible-demand = الوسيط وطرف الاحتياج
case-visible-technology = الوسيط وطرف التكنولوجيا
case-visible-both = الوسيط والطرفان
case-document-add = إضافة المستند
case-document-hint = الصيغ المقبولة: PDF وPNG وJPEG والمستندات المكتبية الخالية من وحدات الماكرو والنص العادي؛ الحد الأقصى للحجم بالميغابايت: { $count }.
case-kilobytes = { $value } كيلوبايت

case-letter = خطاب النوايا لترخيص التصدير
case-letter-number = الرقم
case-letter-from = ساري المفعول من
case-letter-until = حتى
case-letter-record = تسجيل خطاب النوايا

case-clock = احتساب المهلة
case-clock-stop = إيقاف احتساب المهلة
case-clock-resume = استئناف احتساب المهلة
case-clock-keep = حفظ مع استمرار احتساب المهلة
case-export-started = بدء إجراءات التصدير
stop_reason-documents = في انتظار تقديم مستندات
stop_reason-export_procedure = إجراءات التصدير
stop_reason-party_asked = طلب أحد الطرفين مهلة
stop_reason-visit = زيارة أو فعالية
stop_reason-force_majeure = قوة قاهرة
stop_reason-other = سبب آخر

case-your-answer = ردكم
case-party-asked = يعرض عليكم أحد الوسطاء هذه المطابقة. ويبقى الطرف الآخر مجهول الهوية، مثلكم، إلى أن يقبل الطرفان ويعرّف الوسيط أحدهما بالآخر.
case-party-waiting = لقد قبلتم. ولم يرد الطرف الآخر بعد.
case-party-accepted = قبل الطرفان. وسيعرّفكم الوسيط بالطرف الآخر.
case-party-introduced = تم تعريفكم بالطرف الآخر.
case-party-held = علّق الوسيط هذه المطابقة.
case-party-over = انتهت هذه المطابقة.
case-accept = قبول
case-decline = رفض
case-other-side = الطرف الآخر
case-ask = أسئلة إلى الوسيط
case-ask-lead = اسألوا عما تحتاجون إلى معرفته، والوسيط يسأل الطرف الآخر نيابة عنكم. وإلى أن يتم التعارف، لا تذكروا أسماء ولا عناوين ولا أرقام هواتف.

case-conflict-title = تضارب مصالح.
case-problem-conflict = جهتكم طرف في هذه المطابقة، ويجب أن يتولاها شخص آخر.
case-problem-stale = حدث تغيير في هذه الأثناء. اطلعوا على الوضع الحالي ثم قرروا من جديد.
case-problem-illegal = لا يمكن اتخاذ هذه الخطوة في المرحلة التي بلغتها المطابقة.
case-problem-state = لا يمكن القيام بذلك في الحالة الراهنة.
case-problem-undo = لم يعد التراجع عن هذه الخطوة ممكنا.
case-problem-gone = لم تعد هذه المطابقة موجودة هنا.
case-gate-title = لا يمكن تعريف الطرفين أحدهما بالآخر بعد.
case-gate-no_catalogue = لا توجد قائمة نافذة لضوابط التصدير.
case-gate-unscreened = لم تُفحص التكنولوجيا من حيث ضوابط التصدير.
case-gate-older_catalogue = فُحصت التكنولوجيا وفق قائمة أقدم.
case-gate-technology_changed = تغير نص التكنولوجيا بعد فحصها.
case-gate-prohibited = تصدير هذه التكنولوجيا محظور.
case-gate-letter_missing = تصدير هذه التكنولوجيا مقيد: سجلوا أولا خطاب النوايا الخاص بها.
case-gate-letter_not_valid = خطاب النوايا ليس ساري المفعول اليوم.
case-fault-reason-required = بينوا السبب.
case-fault-text-required = بينوا ذلك كتابة أيضا.
case-fault-text-too_long = النص طويل جدا.
case-fault-text-invalid = قبل التعارف، يجب ألا تكشف الرسالة هوية الطرفين: لا أسماء ولا عناوين ولا روابط ولا أرقام هواتف.
case-fault-ids-out_of_range = حددوا مطابقة واحدة على الأقل ومئة مطابقة على الأكثر.
case-fault-title-required = بينوا العمل المطلوب.
case-fault-due_in_working_days-invalid = إما تاريخ وإما عدد من أيام العمل، لا كلاهما.
case-fault-number-required = يجب إدخال رقم خطاب النوايا.
case-fault-valid_from-required = بينوا تاريخ بدء سريان خطاب النوايا.
case-fault-valid_until-required = بينوا تاريخ انتهاء سريان خطاب النوايا.
case-fault-valid_until-out_of_range = تاريخ انتهاء سريان خطاب النوايا يسبق تاريخ بدئه.
case-fault-content-required = الملف المرفق فارغ.
case-fault-content-too_long = الملف المرفق كبير جدا.
case-fault-content-invalid = هذا النوع من الملفات غير مقبول.
case-fault-entries-required = اذكروا بند القائمة الذي ينص على ذلك.
case-fault-entries-unknown_code = ليس في القائمة بند كهذا.
case-fault-outcome-invalid = اختاروا نتيجة الفحص.
case-fault-to-invalid = لا يحق لهذا الحساب البت في هذه المطابقة.

case-step-moved = { $a } ({ $b })
case-step-answered = تم الرد ({ $b })
case-step-undone = تم التراجع، والحالة من جديد: { $a } ({ $b })
case-step-assigned = تم الإسناد ({ $b })
case-step-letter_recorded = تم تسجيل خطاب النوايا ({ $b })
case-what-message = رسالة بين الوسيط و{ $b } ({ $a })
case-what-task_added = مهمة: { $a } ({ $b })
case-what-task_done = مهمة منجزة: { $a } ({ $b })
case-what-document = مستند: { $a } ({ $b })
case-what-screening = فحص من حيث ضوابط التصدير: { $a }، وفق القائمة النافذة اعتبارا من { $b }
case-what-clock_stopped = احتساب المهلة متوقف: { $a } { $b }

reason_code-off_topic = خارج الموضوع
reason_code-requirement_missed = متطلب غير مستوفى
reason_code-already_has_it = متوفر لديه من قبل
reason_code-too_expensive = السعر مرتفع جدا
reason_code-too_early = نضج غير كاف
reason_code-export_control = ضوابط التصدير
reason_code-country_not_served = البلد غير مشمول
reason_code-duplicate = مكرر
reason_code-not_now = ليس الآن
reason_code-no_reply = لا رد
reason_code-information_missing = معلومات ناقصة
reason_code-partner_unsuitable = الشريك غير مناسب
reason_code-no_agreement = لم يتم التوصل إلى اتفاق
reason_code-other = سبب آخر
reason_code-organisation_suspended = الجهة معلّقة
