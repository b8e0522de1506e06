# كلمات النموذج «mla»: الأقسام والحقول وإرشاداتها والرموز.

mla-template = طلب المساعدة القانونية المتبادلة

## Sections
mla-section-measures = المساعدة المطلوبة
    .help = مدخل لكل تدبير: يُبت في كل منها ويُنفذ ويُجاب عنه على حدة.
    .one = التدبير { $index }
    .add = إضافة تدبير
    .remove = حذف التدبير { $index }
mla-section-return = إعادة الأدلة
    .help = الشكل والطريق والموعد الذي تُعاد به النتائج.












## Measures
mla-measures-kind = نوع المساعدة
    .help = ما يُطلب من الدولة الأخرى فعله.
mla-measures-object = المحل
    .help = ما هو بالتحديد: أي سجلات وأي أشياء وأي فعل.
mla-measures-person = الشخص المعني
    .help = الاسم كما ورد بين أشخاص هذا الطلب.
mla-measures-holder = الحائز
    .help = المصرف أو مقدم الخدمة أو الشركة أو الشخص الحائز.
mla-measures-place = المكان
    .help = مكان تنفيذ الإجراء؛ وهو يحدد المحكمة المختصة.
mla-measures-account = الحساب
    .help = رقمه؛ أو الشخص والمصرف أو المنطقة مع سبب البحث هناك.
mla-measures-identifiers = المعرفات
    .help = أسماء المستخدمين والأرقام والعناوين مع المنفذ والوقت والمنطقة.
mla-measures-period_from = الفترة من
    .help = أول يوم مطلوب.
mla-measures-period_until = الفترة حتى
    .help = الفترة المفتوحة تُعاد: اختاروا أقصر فترة كافية.
mla-measures-purpose = الغرض
    .help = أي ركن من أركان الجريمة يراد إثباته.
mla-measures-nexus = الصلة بالدولة المطلوب منها
    .help = سبب الاعتقاد بأن المطلوب موجود هناك.
mla-measures-proportionality = التناسب
    .help = لماذا لا يبلغ إجراء أخف الغاية.
mla-measures-order = الأمر الداخلي
    .help = مرفق، أو بيان بأن الإجراء مشروع لديكم.
mla-measures-order_statement = بيان المشروعية
    .help = أي حكم يجيزه لديكم ومن يأمر به.
mla-measures-formalities = الإجراءات الشكلية المرغوبة
    .help = اليمين والتنبيهات وحضور الموظفين أو المحامين وشكل الشهادة: ما تحتاجه محكمتكم.
mla-measures-questions = الأسئلة
    .help = مرقمة؛ أو محاور إن تعذر تحديدها سلفاً.
mla-measures-consent = الموافقة
    .help = هل يوافق الشخص؛ ولا نقل دون موافقة حرة عن علم.
mla-measures-consent_record = محضر الموافقة
    .help = أين وأمام من أُعطيت.
mla-measures-video_details = الاتصال المرئي
    .help = الأوقات بالمنطقتين واختبار الخط والتحقق من الهوية والترجمة وقانون شهادة الزور.
mla-measures-documents = الوثائق المراد تبليغها
    .help = قائمتها مع اللغة والترجمة.
mla-measures-appearance_on = تاريخ المثول
    .help = قبل خمسين يوماً على الأقل ما لم ينص ملف الدولة الأخرى على غيره.
mla-measures-safe_conduct = ضمان عدم التعرض
    .help = لا ملاحقة ولا احتجاز عن أفعال سابقة؛ المدة؛ نفقات السفر.
mla-measures-custody_terms = شروط الاحتجاز والإعادة
    .help = استمرار الاحتجاز ويوم الإعادة واحتساب المدة والحصانة عن أفعال سابقة.
mla-measures-third_party_rights = حقوق الغير
    .help = من يجوز له أن يطالب به بحسن نية وكيف يُسمع.
mla-measures-privilege_handling = المواد المشمولة بالسر المهني
    .help = من يطلع أولاً وما يُعاد دون قراءة.
mla-measures-value = القيمة
    .help = المبلغ المراد تتبعه أو تجميده أو مصادرته.
mla-measures-currency = العملة
    .help = رمز من ثلاثة أحرف (ISO 4217).
mla-measures-deadline_on = مطلوب قبل
    .help = فقط إن كان له سبب.
mla-measures-deadline_reason = سبب الموعد
    .help = جلسة أو تقادم أو انتهاء احتجاز: مع تاريخه.
mla-measures-jit_hold = محجوز لفريق مشترك
    .help = ما إذا كان اتفاق فريق التحقيق المشترك يحجز هذه المواد للفريق.
mla-measures-jit_reference = مرجع الفريق المشترك
    .help = اسم الاتفاق أو رقمه.

## Return of evidence
mla-return_of_evidence-form = الشكل
    .help = أصول أو نسخ مصدقة أو نسخ.
mla-return_of_evidence-format = الصيغة
    .help = ما تستطيع محكمتكم قراءته: ملفات وجداول وتسجيلات.
mla-return_of_evidence-channel = القناة
    .help = عبر هذه المنصة تحمل كل مادة بصمتها وسجل حيازتها.
mla-return_of_evidence-originals_returned = الأصول تُرد
    .help = هل تُرد الأصول بعد الإجراءات.
mla-return_of_evidence-deadline_on = مطلوبة قبل
    .help = اليوم الذي يجب أن تكون فيه النتائج أمام المحكمة.








## Codes
mla-code-measures-statement = أخذ أقوال
mla-code-measures-video_hearing = جلسة استماع بالفيديو
mla-code-measures-service = تبليغ وثائق
mla-code-measures-bank_accounts = تحديد حسابات مصرفية
mla-code-measures-bank_transactions = سجلات معاملات مصرفية
mla-code-measures-bank_monitoring = رصد حساب مصرفي
mla-code-measures-search = تفتيش
mla-code-measures-seizure = ضبط
mla-code-measures-restraint = تجميد أصول
mla-code-measures-confiscation = مصادرة
mla-code-measures-production_order = تقديم سجلات
mla-code-measures-stored_data = بيانات إلكترونية مخزنة
mla-code-measures-subscriber_data = بيانات المشترك
mla-code-measures-traffic_data = بيانات الحركة
mla-code-measures-real_time_traffic = بيانات الحركة الآنية
mla-code-measures-interception = اعتراض الاتصالات
mla-code-measures-covert = تحقيق سري
mla-code-measures-controlled_delivery = تسليم مراقب
mla-code-measures-transfer_of_detained = نقل شخص محتجز
mla-code-measures-site_examination = معاينة أشياء أو مواقع
mla-code-measures-expert = خبرة
mla-code-measures-criminal_record = السجل الجنائي
mla-code-measures-company_record = سجلات شركة
mla-code-measures-public_record = سجلات عامة
mla-code-measures-tracing_proceeds = تتبع عائدات الجريمة
mla-code-measures-restitution = رد الممتلكات
mla-code-measures-dna_comparison = مقارنة الحمض النووي
mla-code-measures-voluntary_appearance = مثول طوعي
mla-code-measures-other = مساعدة أخرى
mla-code-orders-attached = الأمر مرفق
mla-code-orders-lawful_at_home = مشروع لدينا حسب البيان
mla-code-orders-none = لا يوجد
mla-code-return_forms-originals = أصول
mla-code-return_forms-certified_copies = نسخ مصدقة
mla-code-return_forms-copies = نسخ
mla-code-channels-platform = هذه المنصة
mla-code-channels-post = البريد
mla-code-channels-courier = ساعٍ خاص
mla-code-channels-diplomatic = القناة الدبلوماسية
