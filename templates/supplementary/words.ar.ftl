# كلمات النموذج «supplementary».

supplementary-template = طلب تكميلي
supplementary-opening = تهدي السلطة الطالبة ({ $authority }، { $state }) تحياتها إلى السلطة المطلوب منها ({ $to_authority }، { $to_state })، وتتشرف بأن تطلب، إلحاقاً بطلبها السابق، المساعدة المبينة أدناه.
supplementary-section-addition = سبب الطلب التكميلي
    .help = يبقى الطلب الأول على حاله، ولا يرد هنا إلا ما استجد.
supplementary-addition-reason = السبب
    .help = ما ظهر منذ الطلب الأول.
supplementary-addition-facts = الوقائع الجديدة
    .help = من ومتى وأين وماذا، مما لم يرد في الطلب الأول فقط.
supplementary-section-additions = ما يضاف
    .help = بند لكل أمر مطلوب إضافةً.
    .one = الإضافة { $index }
    .add = إضافة بند
    .remove = حذف البند { $index }
supplementary-additions-kind = النوع
    .help = طبيعة ما يضاف.
supplementary-additions-what = المطلوب
    .help = بالدقة نفسها المطلوبة في طلب أول: المحل والحائز والمدة.
supplementary-additions-purpose = الغرض
    .help = ما يراد إثباته.
supplementary-additions-deadline_on = مطلوب في موعد أقصاه
    .help = اليوم الذي لا فائدة منه بعده.
supplementary-code-additions-measure = تدبير آخر
supplementary-code-additions-person = شخص آخر
supplementary-code-additions-fact = وقائع أخرى
supplementary-code-additions-document = وثيقة أخرى
supplementary-code-additions-question = سؤال آخر
