### المراجعات: ما ينتظر وما يُقرأ وما يُقيَّم؛ وما يقرؤه الكاتب منها.

standing-title = غير علني.
standing-draft = هذا السجل مسودة. ولا يطلع عليه إلا جهتكم والقائمون على المكتبات.
standing-submitted = هذا السجل في انتظار المراجعة. ولا يطلع عليه إلا جهتكم والقائمون على المكتبات.
standing-withdrawn = تم سحب هذا السجل.
standing-archived = تمت أرشفة هذا السجل.
standing-rejected = تمت مراجعة هذا السجل ولم يُقبل.

desk-reviews = ما ينتظر المراجعة
desk-reviews-lead = { $count ->
    [zero] لا شيء في انتظاركم.
    [one] سجل واحد ينتظر المراجعة.
    [two] سجلان ينتظران المراجعة، الأقدم أولا.
    [few] { $count } سجلات تنتظر المراجعة، الأقدم أولا.
    [many] { $count } سجلا ينتظر المراجعة، الأقدم أولا.
   *[other] { $count } سجل ينتظر المراجعة، الأقدم أولا.
}
desk-reviews-none-text = يظهر هنا ما تقدمه الشركات والسفارات إلى أن يُراجَع، أما سجلات جهتكم فيراجعها آخرون.
desk-revision = تعديل سجل منشور
desk-working-days = { $count ->
    [zero] منذ اليوم
    [one] منذ يوم عمل واحد
    [two] منذ يومي عمل
    [few] منذ { $count } أيام عمل
    [many] منذ { $count } يوم عمل
   *[other] منذ { $count } يوم عمل
}
desk-findings = ملاحظات التحقق الآلي: { $count }
desk-duplicates = سجلات منشورة قد يكررها: { $count }

criterion-advantage_or_problem = الميزة أو المشكلة
criterion-clarity = الوضوح
criterion-cooperation = التعاون
criterion-rules_and_language = القواعد واللغة
criterion-hint-advantage_or_problem = هل يبين وصف التكنولوجيا ما تتفوق به على البديل؟ وهل المشكلة حقيقية ومبينة؟
criterion-hint-clarity = هل يفهمه من لا يعرف الموضوع؟
criterion-hint-cooperation = هل يبين نوع التعاون المطلوب؟
criterion-hint-rules_and_language = هل يلتزم بقواعد المكتبة، وهل صياغته جيدة؟

review-published = نُشر
review-returned = أُعيد إلى كاتبه
review-rejected = لم يُقبل
review-done-published = تم نشر السجل.
review-done-returned = أُعيد السجل إلى كاتبه مع تعليقاتكم.
review-done-rejected = لم يُقبل السجل.
review-changes = ما تغير منذ آخر نشر
review-no-changes = لا شيء.
review-checks = نتائج التحقق الآلي
review-unchecked = قُدم السجل دون تحقق آلي.
review-nothing-found = لا ملاحظات.
review-duplicates = سجلات منشورة قد يكررها
review-words-only = لم يُبحث عن السجل نفسه بلغة أخرى: لم يكن هناك نموذج لغوي.
review-score = مراجعتكم
review-rule = من 10 إلى 20 نقطة دون أي صفر: يُنشر. من 5 إلى 9 نقاط أو مع وجود صفر: يُعاد إلى كاتبه. أقل من 5 نقاط: لا يُقبل. ويقرأ الكاتب تعليقاتكم ولا يعلم من أنتم.
review-points = النقاط
review-comment = التعليق
review-comment-whole = تعليق عام
review-send = إرسال المراجعة
review-incomplete = يُمنح كل معيار من 0 إلى 5 نقاط، ويلزم للسجل الذي لا يُنشر تعليق يبين السبب.
review-stale = تغير السجل أثناء قراءتكم له. اطلعوا عليه من جديد؛ وما منحتموه من نقاط لا يزال هنا.
review-own = أنتم من كتب هذا السجل، أو هو لجهتكم. ويجب أن يراجعه شخص آخر.

reviews-title = ما قاله المراجعون
reviews-heading = { $date }: { $result }، { $total } من 20 نقطة
reviews-mark = { $value } من 5

column-title = العنوان
column-summary = الملخص
column-description = الوصف
column-requirements = المتطلبات
column-operating_conditions = شروط التشغيل
column-price_min = أدنى سعر
column-price_max = أعلى سعر
column-budget_min = الحد الأدنى للميزانية
column-budget_max = الحد الأقصى للميزانية
column-currency = العملة
column-translations = الترجمات
column-lang = اللغة
column-external_id = رقم السجل لدى الجهة
standing-suspended = هذا السجل مخفي لأن جهته معلّقة.
