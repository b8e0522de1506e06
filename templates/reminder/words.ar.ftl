# كلمات النموذج «reminder».

reminder-template = تذكير بطلب
reminder-opening = تهدي السلطة الطالبة ({ $authority }، { $state }) تحياتها إلى السلطة المطلوب منها ({ $to_authority }، { $to_state })، وتتشرف بالتذكير بطلبها السابق الذي لا يزال ما هو مبين أدناه منتظراً بشأنه.
reminder-section-reminder = ما يُنتظر
    .help = اذكر ما ينقص وإلى متى يظل مفيداً، ويمكن الرد بحالة القضية في سطر واحد.
reminder-reminder-awaited = المنتظر
    .help = كل ما لم يصل.
reminder-reminder-asked_on = تاريخ الطلب
    .help = يوم تسليم الطلب.
reminder-reminder-last_news_on = آخر خبر في
    .help = يوم آخر رسالة في القضية.
reminder-reminder-needed_on = مطلوب في موعد أقصاه
    .help = آخر يوم يفيد فيه الرد.
reminder-reminder-why = سبب الحاجة
    .help = ما يتوقف عليه: جلسة أو احتجاز أو تقادم.
reminder-code-awaited-acknowledgement = إشعار بالاستلام
reminder-code-awaited-decision = القرار
reminder-code-awaited-execution = التنفيذ
reminder-code-awaited-evidence = الأدلة
reminder-code-awaited-answer = رد على سؤال
reminder-code-awaited-originals = إعادة الأصول
