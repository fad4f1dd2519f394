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
