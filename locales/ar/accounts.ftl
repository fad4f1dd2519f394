### Signing in, accounts, organisations.

sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
sign-in-account = البريد الإلكتروني أو اسم الحساب
sign-in-password = كلمة المرور
sign-in-refused = الحساب أو كلمة المرور غير صحيح.
sign-in-wait = { $count ->
    [zero] محاولات كثيرة جدا. يرجى المحاولة مجددا الآن.
    [one] محاولات كثيرة جدا. يرجى الانتظار ثانية واحدة ثم المحاولة مجددا.
    [two] محاولات كثيرة جدا. يرجى الانتظار ثانيتين ثم المحاولة مجددا.
    [few] محاولات كثيرة جدا. يرجى الانتظار { $count } ثوان ثم المحاولة مجددا.
    [many] محاولات كثيرة جدا. يرجى الانتظار { $count } ثانية ثم المحاولة مجددا.
   *[other] محاولات كثيرة جدا. يرجى الانتظار { $count } ثانية ثم المحاولة مجددا.
}
form-problem = تعذر تنفيذ الإجراء.
form-done = تم.
form-choose = يرجى الاختيار

role-firm = شركة
role-embassy = سفارة
role-broker = وسيط
role-steward = أمين المكتبات
role-admin = مدير النظام

account-title = حسابكم
account-name = الاسم
account-email = البريد الإلكتروني
account-role = الدور
account-organisation = الجهة
account-waiting = لا يمكنكم اتخاذ أي إجراء بعد.
account-organisation-pending = سُجلت جهتكم وهي في انتظار موافقة أمين المكتبات.
account-organisation-rejected = لم يُقبل تسجيل جهتكم.
account-organisation-suspended = عُلق نشاط جهتكم في الخدمة.
account-sessions = الجلسات المفتوحة
account-session-current = هذه الجلسة
account-session-close = إنهاء
account-password = كلمة المرور
account-password-present = كلمة المرور الحالية
account-password-new = كلمة المرور الجديدة
account-password-change = تغيير كلمة المرور
account-password-wrong = كلمة المرور الحالية غير صحيحة.
account-done-password = تم تغيير كلمة المرور وإنهاء جلساتكم الأخرى.
account-done-session = تم إنهاء الجلسة.
password-too_short = الحد الأدنى لعدد أحرف كلمة المرور: { $a }.
password-too_long = كلمة المرور هذه طويلة جدا.
password-guessable = كلمة المرور هذه من أكثر الكلمات شيوعا أو يسهل تخمينها. ومن المناسب اختيار عدة كلمات لا صلة بينها.

code-title = العامل الثاني للتحقق
code-ask = أدخلوا الرمز الذي يعرضه تطبيق المصادقة أو أحد رموز الاسترداد.
code-field = الرمز
code-wrong = الرمز غير صحيح أو سبق استخدامه. انتظروا الرمز التالي.
code-needed = يتطلب دوركم عاملا ثانيا للتحقق، ولا يتاح شيء آخر قبل إعداده.
code-set-up = امسحوا رمز الاستجابة السريعة هذا بتطبيق المصادقة، أو أدخلوا فيه المفتاح الوارد أدناه (على الهاتف اتبعوا الرابط)، ثم أدخلوا الرمز المعروض.
code-qr = المفتاح في صورة رمز استجابة سريعة
code-first = الرمز المعروض
code-confirm = إعداد
code-recovery = تم إعداد العامل الثاني. احفظوا رموز الاسترداد هذه في مكان آمن: كل منها يحل محل التطبيق مرة واحدة، ولا تُعرض إلا الآن.
code-present = لحسابكم عامل ثان للتحقق. ويمكن إلغاؤه برمز منه، لإعداد جهاز آخر مثلا.
code-remove = إلغاء العامل الثاني
account-done-factor = تم إلغاء العامل الثاني.
account-factor-set-up = إعداد عامل ثان للتحقق
account-factor-present = تم إعداد عامل ثان للتحقق
sign-in-oidc = تسجيل الدخول عبر { $value }
oidc-onward-lead = يُربط حسابك بمجرد تسجيل دخولك عبر { $value }.
oidc-onward-invited = يُنشأ حسابكم بمجرد تسجيل دخولكم عبر { $value }.
oidc-onward = المتابعة إلى { $value }
oidc-again = العودة إلى الحساب
oidc-problem-not_begun = لم يبدأ تسجيل الدخول هذا في هذا المتصفح، أو استغرق وقتًا طويلًا، أو انتهى. ابدأ من جديد.
oidc-problem-denied = لم يتم تسجيل دخولك هناك. حاول مرة أخرى أو استخدم كلمة المرور.
oidc-problem-token = الجواب الوارد غير موثوق، فلم يُسجَّل دخول أحد. السبب مدوَّن في سجل الخدمة.
oidc-problem-not_linked = لا يوجد حساب مرتبط بهذا الدخول. سجّل الدخول بكلمة المرور أولًا ثم اربطه في صفحة حسابك.
oidc-problem-taken = هذا الدخول مرتبط بحساب آخر.
oidc-problem-only_way = هذا الربط هو الطريق الوحيد إلى حسابكم. عيّنوا كلمة مرور أولا بواسطة رابط يصل بالبريد.
oidc-problem-unreachable = الخدمة الأخرى لا تستجيب الآن. استخدم كلمة المرور أو حاول لاحقًا.
account-oidc-lead = اربط حسابك لتسجّل الدخول عبر { $value } بدل كلمة المرور. وتبقى كلمة المرور صالحة.
account-oidc-link = ربط
account-oidc-linked = حسابك مرتبط. يمكنك تسجيل الدخول عبر { $value }.
account-oidc-unlink = إزالة الربط
account-password-none = ليس لحسابكم كلمة مرور. يمكن تعيينها برابط يصل بالبريد.
account-done-linked = تم ربط حسابك.
account-done-unlinked = أُزيل الربط.
