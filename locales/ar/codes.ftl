### Names of codes: the part after the family name is the code as stored and sent by the API.

mode-licence = ترخيص
mode-assignment = تنازل عن الحقوق
mode-sale = بيع معدات
mode-joint_rd = بحث وتطوير مشتركان
mode-joint_venture = مشروع مشترك
mode-technical_service = خدمات فنية
mode-turnkey = تسليم مفتاح
mode-demonstration = عرض إيضاحي
mode-training = تدريب

ip_status-none = لا حقوق مطالب بها
ip_status-applied = قُدم طلب
ip_status-granted = حقوق ممنوحة
ip_status-secret = سر تجاري
ip_status-mixed = أنواع متعددة

ip_kind-patent = براءة اختراع
ip_kind-utility_model = نموذج منفعة
ip_kind-design = تصميم صناعي
ip_kind-software = حق مؤلف برمجيات
ip_kind-plant_variety = صنف نباتي
ip_kind-trade_mark = علامة تجارية
ip_kind-know_how = دراية عملية

export_control-unscreened = لم يُفحص بعد
export_control-free = تصدير حر
export_control-restricted = تصدير مقيد
export_control-prohibited = تصدير محظور

priority-must = إلزامي
priority-should = مستحسن
priority-may = اختياري

urgency-low = منخفضة
urgency-normal = عادية
urgency-high = مرتفعة
urgency-critical = حرجة

result_kind-joint_rd = بحث وتطوير مشتركان
result_kind-technology_transfer = نقل تكنولوجيا
result_kind-joint_laboratory = مختبر مشترك
result_kind-demonstration_base = قاعدة إيضاحية
result_kind-park_cooperation = تعاون بين المجمعات
result_kind-training = تدريب
result_kind-exchange_visit = زيارة تبادل
result_kind-event = فعالية
result_kind-project = مشروع

institution_kind-joint_laboratory = مختبر مشترك
institution_kind-technology_transfer_centre = مركز نقل التكنولوجيا
institution_kind-science_park = مجمع علمي
institution_kind-cooperation_base = قاعدة تعاون
institution_kind-overseas_office = مكتب في الخارج
institution_kind-incubator = حاضنة أعمال
institution_kind-service_firm = شركة خدمات

progress-planned = مخطط
progress-running = جار
progress-completed = مكتمل
progress-cancelled = ملغى

operation-planned = مخططة
operation-operating = عاملة
operation-closed = مغلقة

service-policy = مشورة في السياسات
service-technology = تكنولوجيا
service-projects = مشاريع
service-talent = كفاءات
service-finance = تمويل
service-ip = ملكية فكرية
service-legal = خدمات قانونية
service-training = تدريب
service-market = سوق
service-logistics = خدمات لوجستية

provenance-typed = أُدخل هنا
provenance-imported = مستورد من ملف
provenance-harvested = مأخوذ من مصدر عام

match_status-suggested = مقترحة
match_status-shortlisted = مختارة مبدئيا
match_status-proposed = معروضة على الطرفين
match_status-accepted = مقبولة
match_status-introduced = جرى التعارف
match_status-negotiating = قيد التفاوض
match_status-agreed = متفق عليها
match_status-delivered = منفذة
match_status-dismissed = مستبعدة
match_status-declined = مرفوضة
match_status-lapsed = منقضية
match_status-withdrawn = مسحوبة
match_status-on_hold = معلقة

language-zh = الصينية
language-en = الإنكليزية
language-fr = الفرنسية
language-ru = الروسية
language-ar = العربية
language-es = الإسبانية
language-pt = البرتغالية
language-fa = الفارسية
language-hi = الهندية
language-id = الإندونيسية
language-sw = السواحيلية
language-tr = التركية
language-vi = الفييتنامية
quantity-temperature = درجة الحرارة
quantity-power = القدرة
quantity-voltage = الجهد الكهربائي
quantity-mass = الكتلة
quantity-capacity = السعة
quantity-frequency = التردد
quantity-altitude = الارتفاع عن سطح البحر
quantity-salinity = الملوحة
quantity-concentration = التركيز
quantity-wind_speed = سرعة الرياح
quantity-storage_time = مدة التخزين
quantity-area = المساحة
quantity-humidity = الرطوبة
quantity-energy = الطاقة
quantity-depth = العمق
quantity-ph = الرقم الهيدروجيني
quantity-head = عمود الضخ
quantity-turbidity = العكارة
quantity-flow = التدفق
quantity-pressure = الضغط
sdg-1 = 1 القضاء على الفقر
sdg-2 = 2 القضاء التام على الجوع
sdg-3 = 3 الصحة الجيدة والرفاه
sdg-4 = 4 التعليم الجيد
sdg-5 = 5 المساواة بين الجنسين
sdg-6 = 6 المياه النظيفة والنظافة الصحية
sdg-7 = 7 طاقة نظيفة وبأسعار معقولة
sdg-8 = 8 العمل اللائق ونمو الاقتصاد
sdg-9 = 9 الصناعة والابتكار والهياكل الأساسية
sdg-10 = 10 الحد من أوجه عدم المساواة
sdg-11 = 11 مدن ومجتمعات محلية مستدامة
sdg-12 = 12 الاستهلاك والإنتاج المسؤولان
sdg-13 = 13 العمل المناخي
sdg-14 = 14 الحياة تحت الماء
sdg-15 = 15 الحياة في البر
sdg-16 = 16 السلام والعدل والمؤسسات القوية
sdg-17 = 17 عقد الشراكات لتحقيق الأهداف
