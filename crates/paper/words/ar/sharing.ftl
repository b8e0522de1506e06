# Records, releases, cards and encounters: what the ledger says of them, and refusals.

verb-record-kept = حُفظ سجل
verb-record-read = قُرئ سجل
verb-record-held = سُجّل استبقاء
verb-group-kept = حُفظت مجموعة دول
verb-release-proposed = اقتُرحت إتاحة
verb-release-approved = بُتّ في إتاحة
verb-release-recalled = استُردت النسخ
verb-card-read = قُرئت بطاقة أُتيحت
verb-encounter-reported = أُبلغ عن لقاء
verb-encounter-decided = بُتّ في لقاء
verb-word-written = كُتبت رسالة عن بطاقة
verb-record-enumeration-stopped = أُوقف طلب السجلات تباعاً

refusal-too-many-misses = طُلبت سجلات كثيرة غير موجودة. لا جواب خلال مدة (بالدقائق): { $minutes }. ودُوّن ذلك في سجل القيد.
refusal-record-lacks = ينقص السجل بيان لازم ({ $lack }). انظر إلى ما أُشير إليه وأكمله.
refusal-release-held = لم يُقترح شيء: علّقه ضابط من الضوابط ({ $ground }). انظر إلى منضدة الإتاحة وأعد صياغة الجزء.
refusal-release-out = لدى { $to } بطاقة من هذا السجل. غيّر السجل فتتبعه البطاقة، أو استردها أولاً.
refusal-record-in-bulk = فُتحت اليوم أو اقتُرحت سجلات كثيرة عن جماعة واحدة (أكثر من { $max }): ينتظر هذا السجل نظر شخص ثانٍ.
refusal-group-unsigned = المجموعة ليست كما وقّعتها هذه العقدة. لم يُنفَّذ شيء: أبلغ المسؤول عن النظام.
refusal-group-owner = الدولة المالكة للمجموعة عضو فيها.
refusal-group-version = تُعدّ إصدارات المجموعة ابتداءً من 1.
refusal-biometric-format = الملف ليس بصيغة معروفة هنا. لم يُحفظ شيء.
refusal-biometric-lacks = لا يمكن حفظ السمة الحيوية ({ $lack }). صحح ما أُشير إليه أو اطلب الملف من جديد.
refusal-copy-recalled = لم يعد شيء منه متداولاً.
refusal-copy-absent = ليس لدى تلك الدولة نسخة منه.
refusal-copy-owner = لا يصحح السجل ولا يسترده إلا مالكه. لم يتغير شيء.
refusal-copy-consent = لم يوافق المالك على نقله إلى الغير.
refusal-card-owner = تذكر البطاقة مالكاً غير مرسلها. لم تُقبل.
refusal-card-subject = لا تُنشأ بطاقة عن ضحية أو طفل.
refusal-label-all = لا شيء يخص شخصاً يكون للجميع أو لكل غرض. سمّ الدول والأغراض.
refusal-district = اذكر المنطقة لا المركز الذي لُقي فيه الشخص.
refusal-word-answers = اذكر السؤال الذي تجيب عنه.
refusal-peer-unknown = ليس لهذه العقدة خط مع { $to }.
refusal-grade = الدرجة حرف من A إلى F ورقم من 1 إلى 6، مثل B2.
