### Matches, dossiers, coverage.

match-open = فتح الملف
score-label = من الاقتراحات ذات هذه الدرجة، وهي تقريبا النسبة التي عُدت استجابة كاملة في مجموعات الاختبار
verdict-met = مستوفى
verdict-partly = مستوفى جزئيا
verdict-unmet = غير مستوفى
verdict-unknown = غير مذكور
coverage-title = متطلبا بمتطلب
coverage-lead = ما يتطلبه الاحتياج بلغته، والجملة الحاسمة من وصف التكنولوجيا.
coverage-requirement = المتطلب
coverage-verdict = الجواب
coverage-evidence = ما يقوله وصف التكنولوجيا
coverage-nearest = أقرب جملة:
coverage-no-evidence = لا يذكر وصف التكنولوجيا شيئا عن هذا. وهذا سؤال يُطرح وليس رفضا.
coverage-none = لا يورد هذا الاحتياج متطلبات، ولذلك تستند المطابقة إلى المؤشرات أدناه.
coverage-met = المتطلبات المستوفاة: { $count } من { $total }
coverage-partly = جزئيا: { $count }
coverage-unmet = غير مستوفى: { $count }
coverage-unknown = غير مذكور: { $count }
signals-title = كيف حُسبت الدرجة
signals-lead = كل مؤشر يزيد الدرجة أو ينقصها. ويبين الشريط المقدار قياسا إلى أقوى مؤشر.
signals-name = المؤشر
signals-value = القيمة
signals-contribution = الإسهام
signals-reason = السبب
dossier-title = الملف
dossier-results = نتائج تثبت ذلك
dossier-no-results = ليس في مكتبة النتائج مشروع قريب بما يكفي لإثبات ذلك.
dossier-institutions = مؤسسات قادرة على التنفيذ
dossier-no-institutions = ليس في المكتبة مؤسسة تخدم هذا البلد وهذا المجال.
dossier-history = السجل الزمني
dossier-history-by-service = { $status } (الخدمة)
dossier-history-by-person = { $status } (شخص)
dossier-algorithm = حُسب في { $date } بالخوارزمية { $version }.
dossier-score-meaning = احتمال الاستجابة الكاملة المقدر: { $value }. وفي مجموعات الاختبار تبين أن الدرجات العالية أعلى قليلا مما ينبغي.
demand-matches = تكنولوجيات تلبي هذا الاحتياج
demand-matches-lead = { $count ->
    [zero] لا اقتراحات، حُسب في { $date }.
    [one] اقتراح واحد، حُسب في { $date }.
    [two] اقتراحان، الأفضل أولا، حُسبا في { $date }.
    [few] { $count } اقتراحات، الأفضل أولا، حُسبت في { $date }.
    [many] { $count } اقتراحا، الأفضل أولا، حُسبت في { $date }.
   *[other] { $count } اقتراح، الأفضل أولا، حُسبت في { $date }.
}
demand-matches-with-brokers = في { $value } عُثر على تكنولوجيات قد تلبي هذا الاحتياج. ينظر فيها وسيط أولا، ثم يرى كل طرف ما يُعرض عليه.
no-match-title = لا مطابقة حتى الآن.
no-match-text = في { $date }، { $count ->
    [zero] لم تكن هناك تكنولوجيا لبحثها تلبي
    [one] بُحثت تكنولوجيا واحدة وهي لا تلبي
    [two] بُحثت تكنولوجيتان ولا تلبي أي منهما
    [few] بُحثت { $count } تكنولوجيات ولا تلبي أي منها
    [many] بُحثت { $count } تكنولوجيا ولا تلبي أي منها
   *[other] بُحثت { $count } تكنولوجيا ولا تلبي أي منها
} هذا الاحتياج. ويبقى مفتوحا ويعاد البحث كلما أُضيفت تكنولوجيا أو عُدلت.
no-match-nearest = أقرب التكنولوجيات وما ينقص كلا منها
no-match-lacks = ينقصها أو لم يُذكر:
technology-matches = الاحتياجات التي تلبيها هذه التكنولوجيا
technology-no-matches = لا يوجد حاليا احتياج مفتوح مناسب.

reason-meaning = النصان كاملين متقاربان في المعنى بنسبة { $a }%
reason-brief = المتطلبات مجتمعة قريبة من التكنولوجيا بنسبة { $a }%
reason-sentences = عند مقارنة الجمل واحدة واحدة يتقارب النصان بنسبة { $a }%
reason-focus = ما يذكره وصف التكنولوجيا قريب من المطلوب بنسبة { $a }%
reason-answers = يبدو أن نحو { $a }% من المتطلبات مستوفاة، بحسب الأولوية
reason-alignment = كلمات النصين متقاربة بنسبة { $a }%، جزءًا جزءًا
reason-title = العنوانان متقاربان في المعنى بنسبة { $a }%
reason-words = كلمات مشتركة ({ $a } من 100)
reason-bridges = أرقام أو صيغ أو أسماء مشتركة ({ $a } من 100)
reason-things = يذكر الطرفان: { $b } ({ $a }٪ من المطلوب)
reason-things-none = لم يُذكر شيء من المطلوب
reason-field-common = المجال نفسه: { $a }
reason-field-none = لا مجال مشترك
reason-country-target = يبحث المورد عن شركاء في { $a }
reason-country-other = يستهدف المورد بلدانا أخرى غير { $a }
reason-mode-common = معروض ومقبول: { $a }
reason-mode-none = لا شكل من أشكال التعاون يقبله الطرفان
reason-trl-enough = مستوى الجاهزية { $a }، والمطلوب { $b } على الأقل
reason-trl-below = مستوى الجاهزية { $a }، وهو دون المطلوب { $b }
reason-price-within = السعر ضمن الميزانية
reason-price-above = السعر يتجاوز الميزانية
reason-conditions-covered = جميع شروط التشغيل القابلة للمقارنة مستوفاة ({ $a })
reason-conditions-missed = شروط تشغيل غير مستوفاة بالكامل: { $a }
reason-language-same = النصان باللغة نفسها ({ $a })
reason-expiry = كلاهما صالح حتى { $a } على الأقل
reason-dossier-country-field = البلد نفسه والمجال نفسه: { $a }
reason-dossier-country = البلد نفسه
reason-dossier-region-field = المنطقة نفسها والمجال نفسه: { $a }
reason-dossier-region = المنطقة نفسها
reason-dossier-field = المجال نفسه: { $a }
reason-dossier-meaning = قريب في المعنى
reason-dossier-technology = يستخدم هذه التكنولوجيا عينها
side-demands = الاحتياج
side-technologies = التكنولوجيا
side-results = النتيجة
side-institutions = المؤسسة
matches-not-shown = تُعرض التكنولوجيات المقترحة لهذا الاحتياج على الطرفين والوسطاء بعد تسجيل الدخول.
signal-meaning = المعنى
signal-brief = المتطلبات مجتمعة
signal-sentences = جملة بجملة
signal-focus = الالتزام بالمطلوب
signal-alignment = تقابل الكلمات
signal-answers = المتطلبات المستوفاة
signal-title = العنوان
signal-words = الكلمات المشتركة
signal-bridges = الأرقام والصيغ المشتركة
signal-things = أشياء يذكرها الطرفان
signal-field = المجال
signal-country = البلد المستهدف
signal-mode = التعاون
signal-trl = الجاهزية
signal-price = السعر والميزانية
signal-conditions = شروط التشغيل
signal-language = اللغة
signal-expiry = الصلاحية
