# Names of things that an installation adds to those the program knows.

terms-title = أسماء الأشياء
operations-terms = الأسماء
terms-lead = تلتقي النصوص التي تسمي الشيء نفسه أيا كانت لغة كل منها. وإذا نقص اسم أمكنت إضافته هنا بأي لغة؛ وعندئذ تُقرأ السجلات التي يرد فيها من جديد ويُعاد التوفيق بشأنها.
terms-known = { $count ->
    [zero] لا يعرف البرنامج من تلقاء نفسه أي شيء.
    [one] يعرف البرنامج من تلقاء نفسه شيئا واحدا.
    [two] يعرف البرنامج من تلقاء نفسه شيئين.
    [few] يعرف البرنامج من تلقاء نفسه { $count } أشياء.
    [many] يعرف البرنامج من تلقاء نفسه { $count } شيئا.
   *[other] يعرف البرنامج من تلقاء نفسه { $count } شيء.
}
terms-look-up = ما يفهمه البرنامج
terms-look-up-label = اسم أو جملة بأي لغة
terms-look-up-button = بحث
terms-look-up-nothing = لا يرد فيه أي اسم معروف.
terms-add = إضافة أسماء شيء
terms-add-lead = تسمي كلها شيئا واحدا. وإذا كان أحدها معروفا، صارت الأسماء الأخرى أسماء لذلك الشيء.
terms-add-button = إضافة الأسماء
terms-propose = اقتراح أسماء شيء
terms-propose-lead = تسمي كلها شيئا واحدا: ما يسميه به الاحتياج وما تسميه به التكنولوجيا. وينظر فيها أمين المكتبات قبل أن يُعمل بها.
terms-propose-button = اقتراح الأسماء
terms-hint = افصلوا بين الأسماء المتعددة باللغة الواحدة بفاصلة منقوطة. ويأتي الاسم الأكثر شيوعا أولا.
terms-more = لغات أخرى
terms-other-lang = لغة غير ذلك
terms-other-hint = رمزها، مثل ha للهوسا أو uz للأوزبكية.
terms-other-names = الأسماء بهذه اللغة
terms-own = ما أُضيف هنا
terms-shown = عرض
terms-state-proposed = مقترحة ({ $count })
terms-state-in_force = قيد الاستخدام ({ $count })
terms-state-retired = مرفوضة أو أُوقف استخدامها ({ $count })
terms-none = لا شيء.
terms-done-added = الأسماء قيد الاستخدام. وتجري قراءة السجلات من جديد.
terms-done-proposed = تم اقتراح الأسماء. وسينظر فيها أمين المكتبات.
terms-done-changed = تم حفظ الأسماء. وتجري قراءة السجلات من جديد.
terms-done-confirmed = الأسماء قيد الاستخدام. وتجري قراءة السجلات من جديد.
terms-done-refused = تم رفض الاقتراح.
terms-done-retired = تم إيقاف استخدام الأسماء. وتجري قراءة السجلات من جديد.
terms-done-restored = عادت الأسماء إلى الاستخدام. وتجري قراءة السجلات من جديد.
term-state-proposed = مقترحة
term-state-in_force = قيد الاستخدام
term-state-retired = مرفوضة أو أُوقف استخدامها
term-confirm = تأكيد
term-refuse = رفض
term-edit = تعديل
term-save = حفظ الأسماء
term-retire = إيقاف الاستخدام
term-restore = إعادتها إلى الاستخدام
term-stale = عدّل شخص آخر هذه الأسماء منذ أن فتحتموها. ما كتبتموه لا يزال هنا، وإلى جانبه ما هو محفوظ؛ والحفظ من جديد يضع ما كتبتموه محله.
term-wrong = لم يُحفظ شيء. وما يلزم تصحيحه مبين عند الأسماء أدناه.
term-fault-too_long = يتجاوز «{ $a }» الحد الأقصى لعدد الأحرف ({ $b }).
term-fault-invalid = «{ $a }» يسمي شيئا غير الذي تسميه الأسماء السابقة.
term-fault-required = ليس في «{ $a }» كلمة يمكن العثور عليها في نص.
term-fault-locked = «{ $a }» وارد من قبل في مجموعة أسماء أخرى، مستخدمة أو مقترحة.
term-fault-unknown_language = ليس هذا رمز لغة، مثل ha أو uz.
term-fault-all-required = يلزم اسمان للشيء على الأقل.
term-fault-all-too_many = هذه الأسماء أكثر مما ينبغي لشيء واحد.
term-fault-all-invalid = كل هذه الأسماء معروفة من قبل بوصفها أسماء لشيء واحد.
terms-from-match = هل ورد هنا اسم لشيء لم يُفهم؟ اقترحه.
terms-form = ما يسمى به
