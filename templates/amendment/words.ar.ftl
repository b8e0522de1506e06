# كلمات النموذج «amendment».

amendment-template = تعديل طلب
amendment-opening = تهدي السلطة الطالبة ({ $authority }، { $state }) تحياتها إلى السلطة المطلوب منها ({ $to_authority }، { $to_state })، وتتشرف بتصحيح طلبها السابق على النحو المبين أدناه.
amendment-section-changes = ما يُعدّل
    .help = بند لكل ما كان خطأً أو تغيّر، وتبقى النسخة الأولى في الملف.
    .one = التعديل { $index }
    .add = إضافة تعديل
    .remove = حذف التعديل { $index }
amendment-changes-what = ما هو
    .help = موضعه في الطلب بالكلمات.
amendment-changes-before = كما كان
    .help = ما ورد في الطلب.
amendment-changes-after = كما ينبغي أن يكون
    .help = الصواب.
amendment-changes-reason = السبب
    .help = سبب التغيير وكيف عُلم به.
