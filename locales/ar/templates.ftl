### متطلبات شائعة في كل مجال تُعرض في استمارة الطلب. يملأ الكاتب المواضع المشار إليها بالعلامة «…».

templates-title = متطلبات شائعة: { $value }
templates-title-all = متطلبات شائعة بحسب المجال
templates-lead = اضغط على متطلب لإضافته إلى القائمة، ثم املأ المواضع المشار إليها بالعلامة «…».

template-power = التغذية الكهربائية في الموقع: … فولت، … هرتز، أو لا توجد
template-climate = أداء كامل عند درجات حرارة من … إلى … °م ورطوبة نسبية حتى … %
template-standard = مطابقة للمواصفة … ومعتمدة في … (البلد)
template-spares = توريد قطع الغيار خلال … يوماً
template-training = تدريب … من المشغّلين باللغة …

template-agriculture-area = المساحة المطلوب خدمتها: … هكتار من … (المحصول)
template-agriculture-water = استهلاك المياه: … م³ للهكتار في الموسم على الأكثر
template-agriculture-salinity = تحمّل مياه ري ملوحتها حتى … غ/ل
template-agriculture-yield = الإنتاجية: … طن للهكتار على الأقل

template-energy-output = القدرة: … كيلوواط، وإنتاج لا يقل عن … كيلوواط ساعة يومياً
template-energy-grid = الربط بالشبكة: … كيلوفولت، … هرتز، أو تشغيل مستقل عن الشبكة
template-energy-storage = التخزين: … كيلوواط ساعة، تكفي … ساعة دون توليد
template-energy-cost = تكلفة الطاقة على مدى العمر التشغيلي: … (العملة: …) لكل كيلوواط ساعة على الأكثر

template-transport-capacity = الطاقة الاستيعابية: … راكب أو … طن يومياً
template-transport-axle = الحمولة المحورية حتى … طن، عرض السكة أو درجة الطريق: …
template-transport-range = المدى: … كم على الأقل لكل شحنة أو تعبئة

template-ict-users = خدمة … مستخدم، منهم … في الوقت نفسه
template-ict-languages = لغات الواجهة: …
template-ict-data = تخزين البيانات في … (البلد أو خادم خاص) وحفظها … سنة
template-ict-bandwidth = العمل بسرعة اتصال … ميغابت/ث ولمدة … ساعة دون اتصال
template-ict-interfaces = الربط مع الأنظمة القائمة: …

template-water-capacity = الطاقة الإنتاجية: … م³ من المياه يومياً
template-water-salinity = ملوحة المياه الخام: حتى … غ/ل

template-resources-feed = الخام أو المخلفات المطلوب معالجتها: … طن يومياً بنسبة … % من … (المادة)
template-resources-recovery = نسبة الاسترجاع: … % على الأقل من … (المادة)
template-resources-residues = المتبقيات أو المياه المركزة: … طن يومياً على الأكثر، وطريقة التخلص منها: …

template-environment-flow = التدفق المطلوب معالجته: … م³ يومياً، والذروة … م³ في الساعة
template-environment-inflow = المياه الداخلة: الأكسجين الكيميائي المستهلك … ملغ/ل، المواد العالقة … ملغ/ل
template-environment-limits = تصريف مطابق لـ … (المواصفة): الأكسجين الكيميائي المستهلك … ملغ/ل على الأكثر
template-environment-energy = استهلاك الطاقة: … كيلوواط ساعة لكل م³ على الأكثر
template-environment-monitoring = قياس … (المواد) كل … دقيقة بخطأ لا يتجاوز … %

template-ocean-depth = عمق العمل: … م على الأقل
template-ocean-sea = العمل حتى حالة بحر … وفي تيار سرعته … م/ث
template-ocean-endurance = العمل المتواصل في البحر: … يوماً دون صيانة
template-ocean-corrosion = حماية من التآكل في مياه البحر لمدة … سنة
template-ocean-data = إرسال البيانات كل … دقيقة عبر … (القمر الاصطناعي أو الراديو)

template-manufacturing-throughput = معدل الإنتاج: … قطعة في الساعة بعدد … من الورديات يومياً
template-manufacturing-tolerance = التفاوت المسموح: ± … مم
template-manufacturing-floor = المساحة المتاحة: … م²، والارتفاع الصافي … م
template-manufacturing-local = مكوّنات أو تجميع محلي: … % من القيمة على الأقل

template-materials-strength = المقاومة: … ميغاباسكال على الأقل عند … °م
template-materials-purity = النقاوة أو التركيب: … % على الأقل من … (المادة)
template-materials-quantity = الكمية: … طن سنوياً، والدفعة الأولى … طن
template-materials-life = العمر التشغيلي: … سنة على الأقل في … (الوسط)

template-aerospace-resolution = دقة التمييز الأرضي … م، ودقة تحديد الموقع … م
template-aerospace-revisit = إعادة الرصد كل … يوم، وتسليم البيانات خلال … ساعة
template-aerospace-payload = الحمولة: … كغ لمسافة … كم
template-aerospace-wind = الطيران في رياح حتى … م/ث وعلى ارتفاع … م
template-aerospace-permit = ترخيص الطيران أو الترددات صادر عن … (الجهة المختصة)

template-health-patients = … مريض أو … عينة يومياً
template-health-accuracy = الحساسية … % على الأقل، والنوعية … % على الأقل
template-health-registration = مسجّل دواءً أو جهازاً طبياً لدى … (الجهة المختصة)
template-health-storage = التخزين والنقل عند … إلى … °م، ومدة الصلاحية … شهراً
template-health-evidence = أدلة سريرية: … مريض على الأقل في … مراكز

template-disaster-coverage = تغطية … كم² أو … نسمة
template-disaster-warning = الإنذار قبل … دقيقة على الأقل من … (الخطر)
template-disaster-false = الإنذارات الكاذبة: … % على الأكثر
template-disaster-blackout = العمل … ساعة دون شبكة كهرباء أو شبكة هاتف محمول
template-disaster-deployment = الجاهزية للاستخدام خلال … ساعة من الوصول، بعدد … من الأفراد
