### الرسائل والإشعارات.

notice-match_proposed = هناك مطابقة للسجل { $number } «{ $title }» تنتظر ردكم.
notice-match_answered = رد الطرف الآخر بشأن المطابقة للسجل { $number } «{ $title }».
notice-match_introduced = تم تعريفكم بالطرف الآخر في المطابقة للسجل { $number } «{ $title }».
notice-match_moved = هناك تقدم في المطابقة للسجل { $number } «{ $title }».
notice-match_due = المطابقة للسجل { $number } «{ $title }» تنتظر ردكم. أيام العمل المنقضية: { $days }.
notice-match_overdue = متأخر: المطابقة للسجل { $number } «{ $title }» ما زالت تنتظر ردكم. أيام العمل المنقضية: { $days }.
notice-export_due = تنتهي مهلة إجراءات التصدير للسجل { $number } «{ $title }» في { $date }. أيام العمل المتبقية: { $days }.
notice-interest_received = هناك من أبدى اهتمامه بالسجل { $number } «{ $title }».
notice-message_received = هناك رسالة جديدة في ملف { $number } «{ $title }».
notice-record_status = { $status ->
    [published] تم نشر سجلكم { $number } «{ $title }».
    [withdrawn] تم سحب سجلكم { $number } «{ $title }».
    [archived] تمت أرشفة سجلكم { $number } «{ $title }».
   *[other] عاد سجلكم { $number } «{ $title }» مسودة.
}
notice-record_idle = لم يتغير سجلكم { $number } «{ $title }» منذ مدة. هل ما زال صحيحا؟ الأيام منذ آخر تغيير: { $days }؛ تتم أرشفته بعد { $limit }.
notice-record_archived = تمت أرشفة سجلكم { $number } «{ $title }» لأنه لم يتغير. الأيام: { $limit }.
notice-new_fits = هناك جديد يناسب { $number } «{ $title }».
notice-record_expiring = تنتهي صلاحية سجلكم { $number } «{ $title }» في { $date }. جددوه إن كان لا يزال صالحا، وإلا فستتم أرشفته.
notice-record_expired = انتهت صلاحية سجلكم { $number } «{ $title }» في { $date } وتمت أرشفته. يمكنكم تجديده، وعندئذ تتم مراجعته.
notice-record_reviewed = { $result ->
    [published] تمت مراجعة سجلكم { $number } «{ $title }» ونشره.
    [rejected] تمت مراجعة سجلكم { $number } «{ $title }» ولم يُقبل.
   *[other] تمت مراجعة سجلكم { $number } «{ $title }» وأُعيد إليكم مع ملاحظات.
}
notice-webhook_disabled = تم إيقاف خطاف الويب الخاص بكم لدى { $title }: فشلت عمليات إرسال كثيرة. احذفوه وأضيفوه من جديد عندما يعمل.
notice-search_fits = جديد: { $number } «{ $title }» يناسب بحثكم «{ $search }».
notice-organisation_waits = سجّلت الجهة «{ $title }» نفسها وهي في انتظار قراركم.
notice-milestone_overdue = متأخر: كان مقررا لإحدى مراحل المطابقة الخاصة بـ { $number } «{ $title }» أن تتم في { $date }.
notice-outcome_asked = ما الذي آل إليه الاتفاق بشأن { $number } «{ $title }»؟ نرجو الإجابة عن بضعة أسئلة قصيرة.
notice-milestone_set = { $number } «{ $title }»، مرحلة «{ $milestone ->
    [first_meeting] { milestone-first_meeting }
    [non_disclosure] { milestone-non_disclosure }
    [site_visit] { milestone-site_visit }
    [sample] { milestone-sample }
    [terms_agreed] { milestone-terms_agreed }
    [contract_signed] { milestone-contract_signed }
    [payment] { milestone-payment }
    [delivered_on_site] { milestone-delivered_on_site }
   *[acceptance] { milestone-acceptance }
}»: { $state ->
    [done] تمت في { $date }.
    [dropped] لم تعد مقررة.
   *[planned] مقررة في { $date }.
}
notice-matches_freed = مطابقات بلا وسيط عادت إلى قائمة الانتظار: { $number }.

mail-notice-text = { $text }

    { $link }
mail-digest-subject = ‏Siku: أخبار لكم ({ $count })
mail-digest-text = منذ الرسالة السابقة:

    { $lines }
mail-foot = تصلكم هذه الرسالة لأن لديكم حسابا. لإيقاف الرسائل: { $unsubscribe }

mail-invitation-subject = دعوة إلى Siku
mail-invitation-text = ندعوكم إلى استخدام Siku، خدمة التوفيق بين الشركاء لنقل التكنولوجيا دوليا. هذا الرابط يفتح حسابكم:

    { $link }
mail-password_reset-subject = ‏Siku: كلمة مرور جديدة
mail-password_reset-text = طلب أحدهم، وربما أنتم، كلمة مرور جديدة. يمكن تعيينها عبر هذا الرابط:

    { $link }

    إن لم تطلبوا ذلك فلم يتغير شيء ولا حاجة إلى أي إجراء.
mail-organisation_approved-subject = ‏Siku: تم اعتماد مؤسستكم
mail-organisation_approved-text = تم اعتماد مؤسستكم. يمكنكم الآن النشر والرد:

    { $link }
mail-organisation_refused-subject = ‏Siku: لم يتم اعتماد مؤسستكم
mail-organisation_refused-text = لم يتم اعتماد مؤسستكم. السبب: { $reason }
mail-registration-subject = Siku: أكِّد تسجيلك
mail-registration-text = سجّل أحدهم، وربما أنت، جهةً بهذا العنوان. افتح هذا الرابط وأدخل كلمة المرور التي اخترتها:

    { $link }

    بعد ذلك ينظر المشرف في التسجيل. إن لم تكن أنت فلا حاجة إلى فعل شيء.
mail-registration_known-subject = Siku: لديك حساب بالفعل
mail-registration_known-text = أراد أحدهم، وربما أنت، التسجيل بهذا العنوان. للعنوان حساب بالفعل، فسجّل الدخول به؛ وإن نسيت كلمة المرور فعيّن كلمة جديدة هنا:

    { $link }

    إن لم تكن أنت فلم يتغيّر شيء ولا حاجة إلى فعل شيء.
mail-membership_asked-subject = Siku: أحدهم يريد الانضمام إلى جهتكم
mail-membership_asked-text = سجّل { $name } ({ $email }) باسم جهتكم وينتظر قبوله. لا تقبلوا إلا من تعرفونه:

    { $link }
mail-membership_granted-subject = Siku: تم قبولك
mail-membership_granted-text = أكّد زملاؤك أنك من هذه الجهة. يمكنك الآن النشر والرد:

    { $link }
mail-password_changed-subject = ‏Siku: تم تغيير كلمة مروركم
mail-password_changed-text = تم تغيير كلمة مرور حسابكم في { $when }.

    إن كنتم أنتم من فعل ذلك فلا حاجة إلى أي إجراء. وإلا فعيّنوا كلمة مرور جديدة فورًا عبر هذا الرابط، وبذلك تنتهي أيضًا كل الجلسات المفتوحة:

    { $link }

    ثم أبلغوا القائمين على الخدمة.
mail-second_factor_on-subject = ‏Siku: تم تفعيل عامل تحقق ثانٍ
mail-second_factor_on-text = تم تفعيل عامل تحقق ثانٍ لحسابكم في { $when }. من الآن يُطلب رمزه عند تسجيل الدخول.

    إن كنتم أنتم من فعل ذلك فلا حاجة إلى أي إجراء. وإلا فإن أحدهم يعرف كلمة مروركم. عيّنوا كلمة مرور جديدة فورًا عبر هذا الرابط، وبذلك تنتهي أيضًا كل الجلسات المفتوحة:

    { $link }

    ثم اطلبوا من القائمين على الخدمة إزالة عامل التحقق هذا.
mail-second_factor_off-subject = ‏Siku: تمت إزالة عامل التحقق الثاني
mail-second_factor_off-text = تمت إزالة عامل التحقق الثاني من حسابكم في { $when }. تكفي الآن كلمة المرور وحدها لتسجيل الدخول.

    إن كنتم أنتم من فعل ذلك فلا حاجة إلى أي إجراء. وإلا فعيّنوا كلمة مرور جديدة فورًا عبر هذا الرابط، وبذلك تنتهي أيضًا كل الجلسات المفتوحة:

    { $link }

    ثم أعيدوا تفعيل عامل التحقق الثاني وأبلغوا القائمين على الخدمة.
mail-organisation_suspended-subject = ‏Siku: تم تعليق مؤسستكم
mail-organisation_suspended-text = تم تعليق مؤسستكم. إلى أن يُرفع التعليق لا يمكنكم النشر أو الرد، وسجلاتكم مخفية ومطابقاتكم المفتوحة معلّقة. { $work ->
    [freed] أعيدت المطابقات التي كان يعمل عليها وسطاؤكم إلى قائمة الانتظار، ولن تعود إليهم تلقائيا. { "" }
   *[none] { "" }
}السبب: { $reason }
mail-organisation_restored-subject = ‏Siku: تم رفع التعليق عن مؤسستكم
mail-organisation_restored-text = لم تعد مؤسستكم معلّقة. سجلاتكم ظاهرة من جديد ومطابقاتكم تستمر من حيث توقفت:

    { $link }
mail-identity_linked-subject = ‏Siku: تم ربط حسابكم
mail-identity_linked-text = تم ربط حسابكم بخدمة أخرى في { $when }. من يسجل الدخول هناك باسمكم يدخل هنا.

    إن كنتم أنتم من فعل ذلك فلا حاجة إلى أي إجراء. وإلا فعيّنوا كلمة مرور جديدة فورًا وأزيلوا الربط في صفحة حسابكم:

    { $link }
mail-identity_unlinked-subject = ‏Siku: تمت إزالة ربط حسابكم
mail-identity_unlinked-text = تمت إزالة ربط حسابكم بخدمة أخرى في { $when }. تسجلون الدخول بكلمة المرور.

    إن لم تكونوا أنتم من فعل ذلك فعيّنوا كلمة مرور جديدة فورًا، وبذلك تنتهي أيضًا كل الجلسات المفتوحة:

    { $link }
