### استيراد ملف خطوة بخطوة.

import-title = استيراد من ملف
import-lead = سجلات كثيرة دفعة واحدة من جدولكم الخاص. لا يدخل شيء قبل أن تروا ما سيصبح عليه؛ وما يدخل يصبح مسودات لجهتكم.
import-steps = خطوات الاستيراد
import-step-file = الملف
import-step-columns = الأعمدة
import-step-check = التحقق
import-step-done = تم
import-library = المكتبة
import-file = الملف
import-file-hint = الصيغ المقبولة: XLSX أو CSV بأي ترميز معتاد أو JSON Lines؛ الحد الأقصى للحجم بالميغابايت: { $count }. يُحفظ الملف يوما واحدا، ولا يمكن لأحد غيركم قراءته.
import-send = إرسال الملف
import-templates = نماذج
import-templates-lead = ملفات فارغة بأعمدتنا. ويصلح جدولكم الخاص أيضا: تبينون في الخطوة التالية معنى أعمدته.
import-sent = الملفات التي أرسلتموها
import-sent-none = لا ملفات حاليا.
import-state-done = تم استيراده
import-state-waits = لم يُستورد بعد
import-kept-until = محفوظ حتى { $value }
import-remove = حذف الملف
import-done-removed = تم حذف الملف.
import-no-file = اختاروا ملفا.
import-no-format = الملف { $value }: يجب أن ينتهي اسمه بإحدى النهايات ‎.xlsx أو ‎.csv أو ‎.jsonl.
import-empty = الملف فارغ.
import-too-large = الملف كبير جدا. الحد الأقصى للحجم بالميغابايت: { $count }.
import-too-many = بلغ عدد ملفاتكم هنا الحد الأقصى ({ $count }). احذفوا أحدها أولا.
import-unreadable = تتعذر قراءة الملف: { $value }
import-no-rows = ليس في الملف أي صف.

import-columns-title = معاني الأعمدة
import-columns-lead = بينوا لكل عمود في الملف معناه هنا، أو أنه يُستبعد.
import-columns-needed = يحتاج كل سجل إلى: { $value }.
import-columns-on = التحقق من الصفوف
import-columns-again = تغيير الأعمدة
import-columns-open = بينوا معنى ما يلي أو استبعدوه: { $value }.
import-columns-twice = العمودان «{ $a }» و«{ $b }» كلاهما بمعنى «{ $c }». استبعدوا أحدهما.
import-columns-missing = يحتاج كل سجل إلى: { $value }. اختاروا العمود الذي يتضمنه.
import-columns-none = ليس بين الأعمدة ما يقابل أعمدتنا. اختاروا عمودا واحدا على الأقل.
import-set-wrong = لا يصلح هذا قيمة لكل صف: { $value }.
import-column-theirs = العمود في الملف
import-column-values = القيم الأولى
import-column-ours = معناه هنا
import-column-leave = استبعاد
import-column-guessed = استُنتج من اسم مشابه.
import-column-unnamed = مستبعد: ليس له عنوان.
import-for-every-row = { $value } (لجميع الصفوف)

import-check-title = التحقق من الصفوف
import-new = جديدة
import-changed = معدلة
import-unchanged = دون تغيير
import-faulty = فيها أخطاء
import-left-out = مستبعدة
import-nothing = لا يوجد صف يمكن استيراده.
import-go =
    { $count ->
        [zero] لا صفوف للاستيراد
        [one] استيراد صف واحد
        [two] استيراد صفين
        [few] استيراد { $count } صفوف
        [many] استيراد { $count } صفا
       *[other] استيراد { $count } صف
    }
import-go-hint = لا تُستورد الصفوف التي فيها أخطاء.
import-nameless-title = صفوف بلا رقم خاص بها
import-nameless =
    { $count ->
        [zero] لكل صف رقم لدى جهتكم.
        [one] ليس لصف واحد رقم لدى جهتكم: لو استُورد الملف نفسه ثانية لأُضيف هذا الصف مرة أخرى.
        [two] ليس لصفين رقم لدى جهتكم: لو استُورد الملف نفسه ثانية لأُضيف هذان الصفان مرة أخرى.
        [few] ليس لـ{ $count } صفوف رقم لدى جهتكم: لو استُورد الملف نفسه ثانية لأُضيفت هذه الصفوف مرة أخرى.
        [many] ليس لـ{ $count } صفا رقم لدى جهتكم: لو استُورد الملف نفسه ثانية لأُضيفت هذه الصفوف مرة أخرى.
       *[other] ليس لـ{ $count } صف رقم لدى جهتكم: لو استُورد الملف نفسه ثانية لأُضيفت هذه الصفوف مرة أخرى.
    }
import-first = الصفوف الأولى كما ستُحفظ
import-line = السطر { $value }
import-line-head = السطر
import-becomes = يصبح
import-faulty-title = صفوف فيها أخطاء
import-faulty-lead = صححوها هنا، أو استوردوا سائر الصفوف وصححوا هذه لاحقا في الملف.
import-faulty-file = تنزيل الصفوف التي فيها أخطاء (CSV)
import-faulty-more =
    { $count ->
        [zero] لا صفوف أخرى منها في الملف.
        [one] في الملف صف آخر منها.
        [two] في الملف صفان آخران منها.
        [few] في الملف { $count } صفوف أخرى منها.
        [many] في الملف { $count } صفا آخر منها.
       *[other] في الملف { $count } صف آخر منها.
    }
import-mend = حفظ وإعادة التحقق
import-fault-invalid = هذه القيمة غير ممكنة.
import-fault-unknown_column = هذا العمود غير معروف.
import-fault-locked = السجل المذكور لا يُعدل من ملف. عدّلوه في صفحته.

import-done-title = تم الاستيراد
import-done-drafts = السجلات الجديدة مسودات: اطلعوا عليها ثم قدموها للمراجعة.
import-done-list = عرض مسوداتكم
import-another = استيراد ملف آخر
import-left-out-title = الصفوف المستبعدة
import-left-out-lead = صححوها في الملف ثم استوردوه؛ والأسباب مذكورة إلى جانب القيم.
import-note-read-as = قُرئ الملف بترميز { $value }.
import-note-above = السطر { $a } فوق العناوين ولم يُستورد: { $b }
