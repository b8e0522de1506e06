# كلمات النموذج «transfer_of_proceedings»: الأقسام والحقول وإرشاداتها والرموز.

transfer_of_proceedings-template = طلب نقل الإجراءات الجنائية

## Sections
transfer_of_proceedings-section-reasons = أسباب النقل
    .help = لماذا تكون المحاكمة في الدولة المطلوب منها أفضل. يُشرح كل معيار في جملة.
    .one = السبب { $index }
    .add = إضافة سبب
    .remove = حذف السبب { $index }
transfer_of_proceedings-section-jurisdiction = ولاية الدولة المطلوب منها
    .help = إن لم تكن لها ولاية وجب رفض النقل.
transfer_of_proceedings-section-limitation = التقادم
    .help = في الدولتين؛ ولا تُتولى ملاحقة سقطت هناك بالتقادم.
transfer_of_proceedings-section-ne_bis_in_idem = عدم المحاكمة مرتين
    .help = لا يُحاكم أحد مرتين عن الأفعال نفسها.
transfer_of_proceedings-section-views = رأي المشتبه فيه والضحايا
    .help = ما يقولونه عن النقل. وإن لم يُسأل أحدهم فبيّنوا السبب.
transfer_of_proceedings-section-measures_in_force = التدابير السارية
    .help = ما أُمر به ضد أشخاص أو أموال وحتى متى. أما الاحتجاز فيُذكر مع الشخص.
    .one = التدبير { $index }
    .add = إضافة تدبير
    .remove = حذف التدبير { $index }
transfer_of_proceedings-section-inventory = جرد الملف
    .help = كل ما يُسلم، حتى لا يضيع شيء ولا يُزاد شيء.
    .one = المادة { $index }
    .add = إضافة مادة
    .remove = حذف المادة { $index }
transfer_of_proceedings-section-own_proceedings = الإجراءات في الدولة الطالبة والنتيجة
    .help = مصير القضية لديكم وما ترغبون في معرفته.

## Persons
transfer_of_proceedings-persons-custody_until_on = ينتهي الاحتجاز في
    .help = آخر يوم في الأمر الحالي؛ ويُفرج بعده عن الشخص ما لم يُمدد.

## Reasons
transfer_of_proceedings-reasons-criterion = المعيار
    .help = ما يرجح المحاكمة في الدولة المطلوب منها.
transfer_of_proceedings-reasons-text = الشرح
    .help = الوقائع التي يقوم عليها المعيار: من يقيم أين، وأي أدلة توجد أين.

## Jurisdiction
transfer_of_proceedings-jurisdiction-ground = أساس الولاية
    .help = ما تستند إليه محاكم الدولة المطلوب منها في ولايتها.
transfer_of_proceedings-jurisdiction-text = الحكم القانوني
    .help = القانون أو مادة المعاهدة التي تمنحها، إن عُرفا.

## Limitation
transfer_of_proceedings-limitation-requested_on = ينقضي في الدولة المطلوب منها في
    .help = وفق قانون الدولة المطلوب منها؛ و«لا ينطبق» إن كانت الجريمة لا تتقادم.
transfer_of_proceedings-limitation-requesting_on = ينقضي في الدولة الطالبة في
    .help = وفق قانونكم بعد احتساب الانقطاعات.
transfer_of_proceedings-limitation-interruptions = الانقطاعات
    .help = الأعمال التي قطعت المدة أو وقفتها، كل منها بتاريخه.

## Ne bis in idem
transfer_of_proceedings-ne_bis_in_idem-declared = لا حكم نهائياً
    .help = نعم: تصرحون بأنه لم يصدر حكم نهائي عن هذه الأفعال لديكم، ولا لدى غيركم فيما تعلمون.
transfer_of_proceedings-ne_bis_in_idem-text = التصريح
    .help = ما جرى التحقق منه: سجلاتكم ودول أخرى وإجراءات جارية في مكان آخر.

## Views
transfer_of_proceedings-suspect_view-heard = سُمع المشتبه فيه
    .help = هل تمكن المشتبه فيه من إبداء رأيه في النقل.
transfer_of_proceedings-suspect_view-text = رأي المشتبه فيه
    .help = ما قيل ومتى وكيف؛ أو لماذا لم يُسأل.
transfer_of_proceedings-suspect_view-counsel = رأي المحامي
    .help = إن وُجد محام.
transfer_of_proceedings-victims_view-heard = سُمع الضحايا
    .help = «لا ينطبق» فقط إن لم يكن للجريمة ضحية.
transfer_of_proceedings-victims_view-text = رأي الضحايا
    .help = ما قالوه أو لماذا لم يُسألوا.
transfer_of_proceedings-victims_view-languages = لغات الضحايا
    .help = رموز من حرفين؛ وبها يُكتب إليهم.
transfer_of_proceedings-victims_view-rights_notice = أُبلغوا بحقوقهم
    .help = هل يعرفون حقوقهم في إجراءات الدولة المطلوب منها.

## Measures in force
transfer_of_proceedings-measures_in_force-kind = نوع التدبير
    .help = ما أُمر به.
transfer_of_proceedings-measures_in_force-object = الشخص أو المال
    .help = ضد من أو على ماذا.
transfer_of_proceedings-measures_in_force-ordered_by = صادر عن
    .help = السلطة مع رقم قرارها.
transfer_of_proceedings-measures_in_force-since_on = منذ
    .help = يوم القرار.
transfer_of_proceedings-measures_in_force-until_on = حتى
    .help = اليوم الذي ينتهي فيه؛ و«لا ينطبق» إن لم يكن له أجل.

## Inventory
transfer_of_proceedings-inventory-title = المادة
    .help = ما هي، مع تاريخها ورقمها في الملف.
transfer_of_proceedings-inventory-kind = النوع
    .help = محضر أو أقوال أو تقرير أو دليل مادي أو تسجيل.
transfer_of_proceedings-inventory-form = الشكل
    .help = إلكتروني أو ورقي أو شيء مادي.
transfer_of_proceedings-inventory-pages = الصفحات
    .help = عدد الصفحات.
transfer_of_proceedings-inventory-original = أصل
    .help = هل يُسلم الأصل أم نسخة.
transfer_of_proceedings-inventory-place = مكان وجودها
    .help = أين يُحفظ الأصل إلى حين التسليم.
transfer_of_proceedings-inventory-sha256 = SHA-256
    .help = بصمة الملف الإلكتروني: تثبت أن شيئاً لم يتغير.

## Own proceedings and result
transfer_of_proceedings-own_proceedings-effect = الإجراءات في الدولة الطالبة
    .help = توقف أو تنهى عند قبول النقل.
transfer_of_proceedings-own_proceedings-when = ابتداءً من
    .help = الحدث أو اليوم الذي توقف منه أو تنهى.
transfer_of_proceedings-own_proceedings-revival = تعود إن حُفظت هناك
    .help = هل يجوز لكم أن تلاحقوا من جديد إن أغلقت الدولة المطلوب منها القضية دون حكم.
transfer_of_proceedings-result-wanted = الإبلاغ بالنتيجة
    .help = هل تطلبون إبلاغكم بمآل القضية.
transfer_of_proceedings-result-wishes = المرغوب فيه
    .help = مثل نسخة مصدقة من الحكم.

## Codes
transfer_of_proceedings-code-criteria-territory = ارتُكبت هناك
transfer_of_proceedings-code-criteria-effects = آثارها أو ضررها هناك
transfer_of_proceedings-code-criteria-nationality = جنسية المشتبه فيه
transfer_of_proceedings-code-criteria-residence = إقامة المشتبه فيه
transfer_of_proceedings-code-criteria-presence = وجود المشتبه فيه
transfer_of_proceedings-code-criteria-surrender_refused = رُفض التسليم
transfer_of_proceedings-code-criteria-custody_elsewhere = يقضي هناك عقوبة أو ينتظرها
transfer_of_proceedings-code-criteria-parallel_proceedings = إجراءات هناك عن الأفعال نفسها أو أفعال متصلة بها
transfer_of_proceedings-code-criteria-evidence = معظم الأدلة هناك
transfer_of_proceedings-code-criteria-witnesses = معظم الشهود هناك
transfer_of_proceedings-code-criteria-victims = معظم الضحايا هناك
transfer_of_proceedings-code-criteria-enforcement = يمكن تنفيذ العقوبة هناك
transfer_of_proceedings-code-criteria-rehabilitation = إعادة تأهيل أفضل هناك
transfer_of_proceedings-code-forums-territory = الإقليم
transfer_of_proceedings-code-forums-flag = العَلم أو التسجيل
transfer_of_proceedings-code-forums-active_nationality = جنسية الجاني
transfer_of_proceedings-code-forums-passive_nationality = جنسية الضحية
transfer_of_proceedings-code-forums-residence = إقامة الجاني
transfer_of_proceedings-code-forums-presence = وجود الجاني الذي لا يُسلّم
transfer_of_proceedings-code-forums-effect = الأثر على الدولة
transfer_of_proceedings-code-forums-universal = الولاية العالمية
transfer_of_proceedings-code-forums-conferred_by_treaty = تمنحها معاهدة لنقل الإجراءات
transfer_of_proceedings-code-inventory_kinds-record = محضر الإجراءات
transfer_of_proceedings-code-inventory_kinds-statement = أقوال
transfer_of_proceedings-code-inventory_kinds-report = تقرير أو خبرة
transfer_of_proceedings-code-inventory_kinds-exhibit = دليل مادي
transfer_of_proceedings-code-inventory_kinds-recording = تسجيل
transfer_of_proceedings-code-inventory_kinds-data_carrier = حامل بيانات
transfer_of_proceedings-code-inventory_kinds-other = غير ذلك
transfer_of_proceedings-code-inventory_forms-electronic = إلكتروني
transfer_of_proceedings-code-inventory_forms-paper = ورقي
transfer_of_proceedings-code-inventory_forms-object = شيء مادي
transfer_of_proceedings-code-measures_in_force-bail = كفالة
transfer_of_proceedings-code-measures_in_force-travel_ban = منع من السفر
transfer_of_proceedings-code-measures_in_force-reporting = التزام بالحضور
transfer_of_proceedings-code-measures_in_force-seizure = ضبط
transfer_of_proceedings-code-measures_in_force-freezing = تجميد أصول
transfer_of_proceedings-code-measures_in_force-other = تدبير آخر
transfer_of_proceedings-code-own_effects-stay = موقوفة
transfer_of_proceedings-code-own_effects-end = منتهية
