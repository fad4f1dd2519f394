### التسجيل والدعوات وكلمات المرور المنسية وأعضاء الجهة.

register-title = تسجيل شركة
register-lead = تسجل الشركات نفسها بنفسها؛ أما السفارات والغرف التجارية والوسطاء فبدعوة. تصلكم رسالة بريد إلكتروني فيها رابط، ثم ينظر أمين المكتبات في التسجيل. وإلى أن يُعتمد التسجيل يمكنكم تسجيل الدخول ولا شيء غير ذلك.
register-organisation = اسم الشركة كما ورد في رخصتها
register-organisation-en = اسمها بالإنكليزية، إن وُجد
register-country = البلد
register-credit-code = رمز الائتمان الاجتماعي الموحد
register-credit-code-hint = الرمز المؤلف من 18 خانة والوارد في رخصة الشركة في الصين.
register-name = اسمكم
register-lang = لغة الرسائل
register-button = تسجيل
register-sent = أُرسلت إليكم رسالة بريد إلكتروني. اتبعوا الرابط الوارد فيها خلال يومين.
register-confirm = تأكيد التسجيل
register-confirm-lead = أدخلوا كلمة المرور التي اخترتموها عند التسجيل.

sign-in-done-registered = تم تأكيد التسجيل وهو في انتظار موافقة أمين المكتبات. يصلكم القرار بالبريد الإلكتروني، ويمكنكم تسجيل الدخول منذ الآن.
sign-in-done-invited = حسابكم جاهز. سجلوا الدخول بعنوان بريدكم الإلكتروني.
sign-in-done-password = تم تعيين كلمة المرور الجديدة. سجلوا الدخول بها.

forgotten-title = هل نسيتم كلمة المرور؟
forgotten-lead = نرسل إلى عنوانكم رابطا تعينون به كلمة مرور جديدة.
forgotten-button = إرسال الرابط
forgotten-sent = إن كان لهذا العنوان حساب، فقد أُرسلت إليه رسالة فيها رابط.
forgotten-again = طلب رابط جديد

invitation-title = أنتم مدعوون
invitation-lead = أدخلوا اسمكم واختاروا كلمة مرور، فيصبح الحساب لكم.
invitation-accept = إنشاء الحساب

rule-link_dead = هذا الرابط استُخدم أو سُحب أو انتهت صلاحيته.
rule-address_taken = لعنوان البريد الإلكتروني هذا حساب بالفعل. سجلوا الدخول به.
rule-only_admins = لا يقوم بهذا الإجراء تجاه مدير نظام إلا مدير نظام.
rule-own_role = لا يغير أحد دوره بنفسه.
rule-own_organisation = لا يبت أحد في شأن جهته.
rule-last_admin = لا يمكن أن يغادر آخر مدير للنظام.
rule-successor_needed = من يغادر من تلقاء نفسه يسمي خلفا له.
rule-left_already = غادر هذا الشخص من قبل.
rule-not_left = لم يغادر هذا الشخص.
rule-not_waiting = ليس هذا الشخص في انتظار القبول.
rule-decided = سبق البت في هذا الأمر.
rule-not_open = سبق استخدام الدعوة أو سحبها.
rule-other_role = لا يقوم الأعضاء بذلك إلا ضمن جهتهم ودورهم.

fault-name_length = يتألف الاسم من حرف واحد إلى 200 حرف في سطر واحد.
fault-no_email = هذا ليس عنوان بريد إلكتروني.
fault-unknown_language = هذه اللغة ليست من لغات الرسائل.
fault-unknown_country = اختاروا بلدا.
fault-unknown_organisation = لا توجد جهة كهذه.
fault-organisation_missing = ينتمي أصحاب هذا الدور إلى جهة: اذكروها.
fault-role_missing = اختاروا دورا.
fault-credit_code_missing = لكل شركة في الصين رمز ائتمان اجتماعي موحد، فأدخلوه.
fault-credit_code_length = عدد خانات رمز الائتمان الاجتماعي الموحد { $a }، وعددها هنا { $b }.
fault-credit_code_character = لا يُستخدم «{ $a }» (الخانة { $b }) في رموز الائتمان الاجتماعي الموحدة، وكذلك الحروف I وO وZ وS وV.
fault-credit_code_check = الخانة الأخيرة من الرمز لا تتفق مع سائر الخانات: إحداها تختلف عما ورد في الرخصة.
fault-password_wrong = ليست هذه كلمة المرور التي اختيرت عند التسجيل.
fault-reason_missing = يجب بيان سبب الرفض.
fault-reason_length = الحد الأقصى لطول السبب 1,000 حرف.
fault-no_successor = الخلف شخص آخر من الجهة نفسها وبالدور نفسه، وهو عضو حالي فيها.

organisations-title = الجهات المسجلة
organisations-none = لا توجد جهات.
organisations-other-name = بلغة أخرى
organisations-since = تاريخ التسجيل
organisations-person = الشخص
organisations-reason = السبب
organisations-reason-for = سبب الرفض؛ يقرؤه أعضاء الجهة
organisations-approve = اعتماد
organisations-refuse = رفض
organisations-done-approved = تم اعتماد الجهة، وأُبلغ أعضاؤها بالبريد الإلكتروني.
organisations-done-rejected = تم رفض الجهة، وأُبلغ أعضاؤها بالبريد الإلكتروني.
organisation-standing-pending = قيد الانتظار
organisation-standing-approved = معتمدة
organisation-standing-rejected = مرفوضة

organisation-kind-firm = شركة
organisation-kind-embassy = سفارة
organisation-kind-chamber = غرفة تجارية
organisation-kind-ministry = وزارة
organisation-kind-broker = جهة وساطة
organisation-kind-operator = جهة مشغلة
organisation-kind-other = غير ذلك

people-title = الأشخاص
people-invite = توجيه دعوة
people-invite-own = ادعوا زملاء إلى جهتكم. الرابط الوارد في رسالتهم صالح مرة واحدة.
people-invite-anywhere = ادعوا السفارات والغرف التجارية والوسطاء وأمناء المكتبات. الرابط الوارد في الرسالة صالح مرة واحدة.
people-organisation-hint = مطلوبة للشركات والسفارات؛ وتُنشأ إن لم تكن موجودة هنا بعد.
people-kind = نوع الجهة
people-kind-usual = النوع المعتاد لهذا الدور
people-invitations = الدعوات
people-revoke = سحب
people-done-invited = تم إرسال الدعوة.
people-done-revoked = تم سحب الدعوة.
person-state-active = عضو حالي
person-state-waiting = في انتظار القبول
person-state-left = غادر
person-waiting = سجل هذا الشخص باسم هذه الجهة وهو في انتظار القبول. لا تقبلوا إلا من تعرفونه.
invited-open = مفتوحة
invited-used = مقبولة
invited-revoked = مسحوبة
invited-expired = منتهية الصلاحية

person-state = الحالة
person-let-in = قبول
person-turn-away = رفض
person-leaves = مغادرة الجهة
person-leaves-lead = يُغلق الحساب فورا. وتبقى السجلات لدى الجهة، وتنتقل الملفات المفتوحة والإشعارات غير المقروءة إلى الخلف.
person-successor = الخلف
person-nobody = لا أحد
person-leaves-button = إغلاق الحساب
person-bring-back = إعادة الحساب
person-role = الدور
person-role-button = تغيير الدور
person-done-let_in = تم قبول الشخص.
person-done-left = تم إغلاق الحساب.
person-done-returned = أُعيد الحساب إلى الاستخدام.
person-done-role = تم تغيير الدور؛ وعلى صاحب الحساب تسجيل الدخول من جديد.
