# كلمات النموذج «provisional_arrest»: الأقسام والحقول وشروحها والرموز.

provisional_arrest-template = طلب قبض مؤقت

## Sections
provisional_arrest-section-intention = الطلب اللاحق
    .help = لا يُحتجز أحد بناء على وعد لم يُقطع: صرّحوا بأن طلب التسليم سيأتي.
provisional_arrest-section-channel = القناة
    .help = بأي طريق يُطلب القبض؛ ويجوز استعمال قناة الإنتربول معها.

## Request to follow
provisional_arrest-intention-will_request = سيُطلب التسليم
    .help = نعم صريحة؛ ولا قبض بدونها.
provisional_arrest-intention-within_days = خلال كم يوماً
    .help = تُحسب من القبض؛ والحد تضعه المعاهدة أو قانون الدولة المطلوب منها.
provisional_arrest-intention-note = ملاحظة
    .help = ما ينقص بعد ومتى يصل.

## Channel
provisional_arrest-channel-kind = مُرسل عبر
    .help = الطريق الذي يسلكه الأصل.
provisional_arrest-channel-notice_number = رقم النشرة
    .help = رقم النشرة الحمراء أو التعميم إن وُجد.

## Codes
provisional_arrest-code-arrest_channels-platform = هذه المنصة
provisional_arrest-code-arrest_channels-interpol = الإنتربول
provisional_arrest-code-arrest_channels-diplomatic = القناة الدبلوماسية
provisional_arrest-code-arrest_channels-post = البريد أو البرقية
