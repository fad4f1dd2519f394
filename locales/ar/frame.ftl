### The frame of every page: masthead, navigation, footer, messages about the service.

site-name = Siku
site-description = توفق Siku بين ما يحتاج إليه بلد وما طوره بلد آخر من تكنولوجيا، عبر اللغات، وتبين السبب.
skip-to-content = الانتقال إلى المحتوى
nav-libraries = المكتبات
nav-language = اللغة
nav-breadcrumb = موقعكم في الخدمة
nav-home = الصفحة الرئيسية
nav-about = حول Siku
nav-api = واجهة API
nav-design = نظام التصميم
search-everything = البحث في المكتبات الأربع
search-button = بحث
footer-line = ‏Siku برمجية مفتوحة المصدر للنقل الدولي للتكنولوجيا. وما تقرأونه هنا نشره أصحابه أو أُخذ من المصادر المذكورة في كل سجل.
words-only-title = بالكلمات فقط.
words-only-text = النماذج اللغوية غير مثبتة على هذا الخادم، ولذلك تقارن عمليتا البحث والتوفيق الكلمات ولا تستطيعان إدراك أن نصين بلغتين مختلفتين لهما المعنى نفسه.

library-technologies = التكنولوجيات
library-demands = الاحتياجات
library-results = النتائج
library-institutions = المؤسسات

shelf-technologies = التكنولوجيات
shelf-demands = الاحتياجات
shelf-results = النتائج
shelf-institutions = المؤسسات

range-from = من { $value }
range-up-to = حتى { $value }
range-until = حتى { $value }
on-this-page = في هذه الصفحة
