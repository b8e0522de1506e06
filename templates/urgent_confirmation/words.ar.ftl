# كلمات النموذج «urgent_confirmation».

urgent_confirmation-template = تأكيد كتابي لطلب مستعجل
urgent_confirmation-section-oral = الطلب الشفوي
    .help = في الحالات العاجلة يجوز تقديم الطلب شفوياً إذا اتفقت الدولتان، على أن يؤكد كتابةً على الفور (اتفاقية مكافحة الجريمة المنظمة 18(14)).
urgent_confirmation-oral-made_at = وقت تقديمه
    .help = اليوم والساعة مع المنطقة الزمنية، مثل 2026-03-02T02:40:00Z.
urgent_confirmation-oral-by = مقدمه
    .help = الموظف الذي تحدث.
urgent_confirmation-oral-by_function = الوظيفة
    .help = صفة ذلك الموظف.
urgent_confirmation-oral-to = الموجَّه إليه
    .help = الموظف أو المكتب الذي تلقاه.
urgent_confirmation-oral-channel = القناة
    .help = كيف قُدّم.
urgent_confirmation-oral-their_reference = مرجعهم
    .help = المرجع الذي قيده به الطرف الآخر.
urgent_confirmation-oral-asked = ما طُلب
    .help = كما قيل.
urgent_confirmation-oral-agreed = ما اتُّفق عليه أو نُفّذ
    .help = الرد المعطى وما تم منذئذ.
urgent_confirmation-oral-differences = الفروق
    .help = ما يختلف فيه هذا الكتاب عما قيل.
urgent_confirmation-code-oral_channels-telephone = هاتف
urgent_confirmation-code-oral_channels-duty_desk = مكتب المناوبة (على مدار الساعة)
urgent_confirmation-code-oral_channels-police_channel = القناة الشرطية
urgent_confirmation-code-oral_channels-liaison_officer = ضابط الاتصال
urgent_confirmation-code-oral_channels-in_person = شخصياً
