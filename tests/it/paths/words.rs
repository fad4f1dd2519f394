//! What people write and are called on the paths, in the three languages of the walk. The same units and standards
//! stand in all three, as in real life.

/// A text by its name: Chinese, English, Arabic.
const WORDS: &[(&str, [&str; 3])] = &[
    ("firm", ["北京滴灌科技有限公司", "Northern Drip Works", "شركة الري الشمالية"]),
    ("embassy", ["阳光共和国大使馆", "Embassy of the Sunlit Republic", "سفارة الجمهورية المشمسة"]),
    ("brokers", ["技术经纪中心", "Technology Brokers", "مركز وسطاء التقنية"]),
    ("commission", ["科学技术委员会", "Science Commission", "لجنة العلوم"]),
    ("guests", ["南方水泵厂", "Southern Pumps", "مصنع المضخات الجنوبي"]),
    ("wang", ["王芳", "Wendy Firth", "وفاء الفارسي"]),
    ("salma", ["萨勒玛", "Sally Marsh", "سلمى منصور"]),
    ("lin", ["林涛", "Linda Tower", "لينا طه"]),
    ("zhou", ["周明", "Stewart Joyce", "زياد منير"]),
    ("chen", ["陈静", "Christine Adams", "شيرين عادل"]),
    ("technology", ["太阳能滴灌控制器", "Solar controller for drip irrigation", "متحكم شمسي لأنظمة الري بالتنقيط"]),
    (
        "offer",
        [
            "以光伏供电，12 V，无需电网，适用于含盐量 12 g/L 的灌溉水，与漫灌相比节水 40 %。已在三个灌区运行两年。",
            "Runs on a solar panel at 12 V without any grid, takes irrigation water with 12 g/L of salt, and saves 40 % of the water that flooding takes. Two years in three districts.",
            "يعمل بالطاقة الشمسية 12 V دون شبكة كهرباء، ويتحمل مياه ري ملوحتها 12 g/L، ويوفر 40 % من المياه مقارنة بالغمر. يعمل منذ سنتين في ثلاث مناطق.",
        ],
    ),
    ("demand", ["需要太阳能滴灌设备", "Solar drip irrigation wanted", "مطلوب ري بالتنقيط بالطاقة الشمسية"]),
    (
        "need",
        [
            "米尼亚省的新垦土地需要太阳能滴灌，12 V，无需电网，灌溉水含盐量 12 g/L。",
            "Reclaimed land in Minya needs solar drip irrigation at 12 V without any grid; its irrigation water has 12 g/L of salt.",
            "تحتاج الأراضي المستصلحة في المنيا إلى ري بالتنقيط بالطاقة الشمسية 12 V دون شبكة كهرباء، وملوحة مياه الري 12 g/L.",
        ],
    ),
    (
        "must",
        [
            "太阳能供电 12 V，无需电网",
            "Solar power at 12 V without any grid",
            "التشغيل بالطاقة الشمسية 12 V دون شبكة كهرباء",
        ],
    ),
    (
        "should",
        ["灌溉水含盐量可达 12 g/L", "Takes irrigation water with 12 g/L of salt", "تحمل مياه ري ملوحتها 12 g/L"],
    ),
    ("farmers", ["米尼亚省农民", "Farmers of Minya", "مزارعو المنيا"]),
    ("ministry", ["农业部", "Ministry of Agriculture", "وزارة الزراعة"]),
    ("remark", ["内容清楚，可以发布。", "Clear, and ready to be published.", "واضح وجاهز للنشر."]),
    ("message", ["请说明最高工作温度。", "Please say how hot it may get.", "يرجى ذكر أقصى درجة حرارة للتشغيل."]),
    ("screened", ["不在目录之内。", "Not in the catalogue.", "غير مدرج في القائمة."]),
    ("catalogue", ["示例目录", "Example catalogue", "قائمة للمثال"]),
    ("entry", ["卫星遥控技术", "Remote control of satellites", "التحكم بالأقمار عن بعد"]),
    ("search", ["滴灌", "drip irrigation", "الري بالتنقيط"]),
    ("guest", ["guest@pumps.example", "guest@pumps.example", "guest@pumps.example"]),
];

/// The languages, in the order of [`WORDS`].
pub const LANGUAGES: [&str; 3] = ["zh", "en", "ar"];

/// A text in a language.
pub fn word(lang: &str, name: &str) -> &'static str {
    let column = LANGUAGES.iter().position(|tag| *tag == lang).expect("a language of the walk");
    WORDS.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("nobody says {name}")).1[column]
}
