# كلمات النموذج «electronic_evidence»: الأقسام والحقول وإرشاداتها والرموز.

electronic_evidence-template = طلب يتعلق بأدلة إلكترونية

## Sections
electronic_evidence-section-evidence = ما هو مطلوب
    .help = أي بيانات، ولدى أي مقدم خدمة، ومن متى إلى متى، ولماذا.
electronic_evidence-section-identifiers = الحسابات والعناوين وسائر المعرّفات
    .help = مدخل واحد لكل معرّف. يستطيع مقدم الخدمة أن يعمل بمعرّف لا بوصف.
    .one = المعرّف { $index }
    .add = إضافة معرّف
    .remove = حذف المعرّف { $index }
electronic_evidence-section-emergency = حالة الطوارئ
    .help = خطر على الحياة أو السلامة يوشك أن يقع. يعاد الاتصال بالموظف قبل الكشف عن أي شيء.
electronic_evidence-section-follow_up = ما يتبع
    .help = هل سيتبعه طلب مساعدة قانونية متبادلة، وفي أي أجل.
electronic_evidence-section-user_notice = إخطار المستخدم
    .help = ما يجوز لمقدم الخدمة أن يقوله لعميله.
electronic_evidence-section-delivery = تسليم البيانات
    .help = بأي طريق وبأي شكل تصل البيانات.

## What is asked for
electronic_evidence-evidence-subtype = نوع الطلب
    .help = حفظ بيانات، أو تمديد حفظها، أو معرفة مقدم الخدمة التالي، أو الكشف عنها.
electronic_evidence-evidence-provider = مقدم الخدمة
    .help = الكيان القانوني الذي يحوز البيانات ومقره.
electronic_evidence-evidence-provider_state = دولة مقدم الخدمة
    .help = هي الدولة متلقية الطلب؛ ولدولة أخرى يُكتب طلب آخر.
electronic_evidence-evidence-provider_contact = أين يتلقى مقدم الخدمة الطلبات
    .help = بوابة أو عنوان أو جهة اتصال مخصصة للسلطات.
electronic_evidence-evidence-service = الخدمة
    .help = الاسم الذي يعرفها به المستخدم.
electronic_evidence-evidence-data_types = أنواع البيانات
    .help = الضرورية منها فقط: كلما قل المطلوب أسرع الجواب.
electronic_evidence-evidence-description = وصف البيانات
    .help = ما الذي يُحفظ أو يُكشف عنه بالضبط، وما الذي لا يُطلب.
electronic_evidence-evidence-period_from = الفترة من
    .help = اليوم والوقت والمنطقة الزمنية، مثل ‎2026-04-01T00:00:00Z.
electronic_evidence-evidence-period_until = الفترة إلى
    .help = اليوم والوقت والمنطقة الزمنية. تنتهي البيانات المخزنة اليوم على الأكثر.
electronic_evidence-evidence-aim = الغاية
    .help = ما الذي يراد أن تبينه البيانات. لمعرفة هوية المستخدم تكفي بيانات المشترك.
electronic_evidence-evidence-relation = الصلة بالجريمة
    .help = لماذا هذه البيانات، وأي ركن من أركان الجريمة تساعد على إثباته.
electronic_evidence-evidence-necessity = الضرورة
    .help = لماذا تلزم البيانات الآن، وماذا يحدث من دونها.
electronic_evidence-evidence-volatility = مدة بقاء البيانات
    .help = متى يحذفها مقدم الخدمة أو المستخدم.
electronic_evidence-evidence-preserve_until_on = الحفظ حتى
    .help = اتركه فارغا للمدة التي تحددها المعاهدة، وهي ستون يوما على الأقل.
electronic_evidence-evidence-proportionality = التناسب
    .help = لماذا لا تكفي بيانات أقل مساسا بالخصوصية.
electronic_evidence-evidence-order = الأمر الداخلي
    .help = مرفق، أو تصريح بأن الكشف كان سيكون مشروعا في دولتكم.
electronic_evidence-evidence-order_statement = التصريح بالمشروعية
    .help = أي نص كان سيسمح به في دولتكم، ومن كان سيأمر به.
electronic_evidence-evidence-threshold = العتبة
    .help = مدى الجسامة الذي يشترطه قانونكم لهذا النوع من البيانات، وأنه متحقق.
electronic_evidence-evidence-next_provider = مقدم الخدمة التالي
    .help = إذا كان الأثر قد قاد إلى مقدم خدمة آخر: اسمه.
electronic_evidence-evidence-next_provider_state = دولة مقدم الخدمة التالي
    .help = يوجه إليها طلب حفظ جديد.

## Identifiers
electronic_evidence-identifiers-kind = النوع
    .help = أي نوع من المعرّفات هو.
electronic_evidence-identifiers-value = المعرّف
    .help = كما تكتبه الخدمة بالضبط؛ من دون رموز بديلة.
electronic_evidence-identifiers-port = منفذ المصدر
    .help = يتقاسم مستخدمون كثيرون عنوانا واحدا؛ والمنفذ وحده يميز بينهم.
electronic_evidence-identifiers-seen_at = شوهد في
    .help = اليوم والوقت بالثواني والمنطقة الزمنية، مثل ‎2026-04-29T21:14:05Z.
electronic_evidence-identifiers-created_on = يُعتقد أنه موجود منذ
    .help = يوم إنشاء الحساب إن كان معروفا.

## The emergency
electronic_evidence-emergency-threat = التهديد
    .help = من المهدد، وبماذا، ومن جانب من.
electronic_evidence-emergency-imminence = لماذا هو وشيك
    .help = متى يُتوقع، وكيف عُرف ذلك.
electronic_evidence-emergency-how_data_avert = كيف تدفعه البيانات
    .help = ما الذي سيُفعل بها فور وصولها.
electronic_evidence-emergency-officer = الموظف الطالب
    .help = الشخص الذي يمكن معاودة الاتصال به.
electronic_evidence-emergency-officer_number = الرقم الوظيفي للموظف
    .help = يستطيع مكتب المناوبة تأكيده.
electronic_evidence-emergency-call_back = رقم معاودة الاتصال
    .help = رقم وارد في الدليل لسلطتكم؛ ولن يُتصل بغيره.

## What follows
electronic_evidence-follow_up-mla_intended = ستُطلب المساعدة القانونية المتبادلة
    .help = لا تُحفظ البيانات إلا من أجل طلب آت.
electronic_evidence-follow_up-mla_by_on = في موعد أقصاه
    .help = اليوم الذي يُتوقع وصول ذلك الطلب فيه.

## Notice to the user
electronic_evidence-user_notice-instruction = التعليمات
    .help = هل يجوز لمقدم الخدمة أن يخبر عميله.
electronic_evidence-user_notice-until_on = حتى
    .help = اليوم الذي ينتهي فيه سبب الكتمان.
electronic_evidence-user_notice-reason = السبب
    .help = أي ضرر يحدثه الإخطار.

## Delivery
electronic_evidence-delivery-channel = القناة
    .help = عبر هذه المنصة يحمل كل عنصر بصمته وسجل حيازته.
electronic_evidence-delivery-format = الشكل
    .help = ملفات وجداول يستطيع خبراؤكم قراءتها، مع بصماتها.
electronic_evidence-delivery-key = المفتاح
    .help = بصمة المفتاح الذي تُختم به البيانات لكم.

## Codes
electronic_evidence-code-subtypes-preservation = الحفظ العاجل
electronic_evidence-code-subtypes-extension = تمديد الحفظ
electronic_evidence-code-subtypes-partial_disclosure = الكشف الجزئي عن بيانات الحركة
electronic_evidence-code-subtypes-subscriber = الكشف عن بيانات المشترك
electronic_evidence-code-subtypes-traffic = الكشف عن بيانات الحركة
electronic_evidence-code-subtypes-content = الكشف عن المحتوى المخزن
electronic_evidence-code-subtypes-real_time_traffic = بيانات الحركة في الوقت الحقيقي
electronic_evidence-code-subtypes-interception = اعتراض المحتوى
electronic_evidence-code-subtypes-emergency = الكشف في حالة الطوارئ
electronic_evidence-code-subtypes-provider_direct = طلب مباشر إلى مقدم الخدمة
electronic_evidence-code-data_types-subscriber = المشترك والتسجيل
electronic_evidence-code-data_types-payment = بيانات الدفع
electronic_evidence-code-data_types-log_ins = مرات الدخول مع العنوان والمنفذ
electronic_evidence-code-data_types-connections = الاتصالات بالشبكة
electronic_evidence-code-data_types-message_records = سجلات الرسائل من دون محتواها
electronic_evidence-code-data_types-call_records = سجلات المكالمات من دون محتواها
electronic_evidence-code-data_types-location = الموقع
electronic_evidence-code-data_types-messages = محتوى الرسائل
electronic_evidence-code-data_types-mailbox = محتوى صندوق البريد
electronic_evidence-code-data_types-stored_files = الملفات المخزنة
electronic_evidence-code-data_types-calls = محتوى المكالمات
electronic_evidence-code-data_types-device_backup = نسخة احتياطية من جهاز
electronic_evidence-code-identifier_kinds-account = حساب أو اسم مستخدم
electronic_evidence-code-identifier_kinds-email = عنوان بريد إلكتروني
electronic_evidence-code-identifier_kinds-url = عنوان صفحة (URL)
electronic_evidence-code-identifier_kinds-domain = اسم نطاق
electronic_evidence-code-identifier_kinds-phone = رقم هاتف
electronic_evidence-code-identifier_kinds-imsi = رقم IMSI لشريحة
electronic_evidence-code-identifier_kinds-device = جهاز (IMEI أو MAC أو رقم تسلسلي)
electronic_evidence-code-identifier_kinds-ip_address = عنوان IP
electronic_evidence-code-identifier_kinds-wallet = عنوان محفظة
electronic_evidence-code-identifier_kinds-file_hash = بصمة ملف
electronic_evidence-code-identifier_kinds-other = غير ذلك
electronic_evidence-code-aims-identify_user = تحديد هوية المستخدم
electronic_evidence-code-aims-locate_person = تحديد مكان شخص
electronic_evidence-code-aims-trace_contacts = تتبع جهات الاتصال
electronic_evidence-code-aims-prove_content = إثبات ما كُتب أو قيل
electronic_evidence-code-aims-avert_danger = دفع خطر
electronic_evidence-code-orders-attached = الأمر مرفق
electronic_evidence-code-orders-lawful_at_home = مشروع في الدولة الطالبة بحسب التصريح
electronic_evidence-code-orders-none = لا يوجد
electronic_evidence-code-notices-do_not_tell = يجب ألا يُخبر المستخدم
electronic_evidence-code-notices-tell_after = يجوز إخبار المستخدم بعد اليوم المذكور
electronic_evidence-code-notices-may_tell = يجوز إخبار المستخدم
electronic_evidence-code-delivery_channels-platform = هذه المنصة
electronic_evidence-code-delivery_channels-provider_portal = بوابة مقدم الخدمة
electronic_evidence-code-delivery_channels-encrypted_mail = بريد إلكتروني مشفر
electronic_evidence-code-delivery_channels-sealed_medium = حامل بيانات مختوم
