# المشاركة: منضدة الإتاحة، والاقتراحات، والنسخ، والبطاقات، واللقاءات.

ui-nav-cards = ما أُتيح لنا
ui-done-share-proposed = قُدّم الاقتراح. لا يخرج شيء قبل موافقة شخص ثانٍ.
ui-done-share-approved = أُتيحت. البطاقة في طريقها.
ui-done-share-refused = رُفض. لا يخرج شيء.
ui-done-share-urgent = أُتيحت. البطاقة في طريقها، وينظر فيها شخص ثانٍ خلال 24 ساعة.
ui-done-share-looked = نُظر فيها. تبقى البطاقة متداولة.
ui-done-share-taken-back = استُردت. يجري استرداد البطاقة.
ui-done-share-recalled = استُردّت. يُبلَّغ كل حائز.
ui-done-share-said = رسالتك في طريقها.
ui-done-share-held = سُجّل الاستبقاء.
ui-done-record-freed = يمضي السجل في طريقه.
ui-done-share-told = يُبلَّغ المالك بما رأيته تماماً.
ui-done-share-closed = أُغلق. لا يخرج شيء.

share-room-cards = البطاقات
share-room-encounters = اللقاءات

share-release-title = منضدة الإتاحة
share-group-title = مجموعات الدول
share-group-lead = المجموعة قائمة دول يمكن توجيه الإتاحة إليها بعلامة واحدة. توقّع هذه العقدة تكوينها عند كل تغيير، وتُعرض كل دولة باسمها قبل أن يخرج شيء. ولا تُبلَّغ الدول بأنها في المجموعة.
share-group-name = الاسم
share-group-members = الدول التي تضمها
share-group-members-hint = هذه الدولة فيها دائمًا. وإذا لم يبق فيها غيرها انتهت المجموعة.
share-group-change = تغييرها
share-group-new = مجموعة جديدة
share-group-keep = توقيع وحفظ
share-group-kept = وُقّعت المجموعة وحُفظت.
share-group-none = لا توجد أي مجموعة بعد.
share-group-version = الإصدار { $n }
share-group-unsigned = مجموعة توقيعها غير صحيح. لا تُستعمل في شيء: أبلغ المسؤول عن النظام.
share-to-groups = المجموعات
share-release-lead = اختر من سيقرأ، وانظر ما سيحصل عليه كل منهم. لا يخرج من هنا شيء: إتاحة المعلومات تتطلب شخصين.
share-record = السجل
share-to = إلى
share-to-hint = يحصل كل منهم على بطاقة خاصة به، لا تُبنى إلا من الأجزاء التي تسمح له بها وسومها.
share-own-line = { $state } (خطنا الأمامي)
share-purpose = الغرض
share-clearance = أعلى درجة سرية يجوز أن يحملها القارئ هناك
share-clearance-hint = يقرأ المركز الحدودي عادةً حتى درجة الاستعمال الرسمي.
share-release-look = انظر ما سيحصلون عليه
share-release-all = أشّر على جميع الشركاء
share-groups = ما سيحصل عليه كل منهم
share-consents = من تُطلب موافقته أولاً:
share-lost = ما يبقى هنا:
share-owner-view = ما لدينا
share-their-view = ما سيرونه
share-propose-title = اقتراح إتاحة المعلومات
share-readers = سيقرأها هؤلاء بالضبط ولا أحد سواهم:
share-basis = الأساس القانوني
share-basis-hint = الصك الذي تستند إليه ومادته.
share-why = السبب
share-why-hint = للشخص الثاني: لماذا هذه الدول ولماذا الآن.
share-propose-look = انظر مرة أخرى
share-propose-lead = { $n ->
    [zero] لا اقتراح يذهب إلى شخص ثانٍ.
    [one] اقتراح واحد يذهب إلى شخص ثانٍ. لا يخرج شيء قبل موافقته.
    [two] اقتراحان يذهبان إلى شخص ثانٍ. لا يخرج شيء قبل موافقته.
    [few] { $n } اقتراحات تذهب إلى شخص ثانٍ. لا يخرج شيء قبل موافقته.
    [many] { $n } اقتراحاً تذهب إلى شخص ثانٍ. لا يخرج شيء قبل موافقته.
   *[other] { $n } اقتراح تذهب إلى شخص ثانٍ. لا يخرج شيء قبل موافقته.
}
share-propose-keep = اقترح
share-proposals = اقتراحات هذا السجل

share-proposal-title = اقتراح إتاحة
share-proposal-why = إلى من ولماذا
share-leaves = ما يخرج
share-proposed-by = اقترحه
share-decided-by = قرّره
share-decided-at = تاريخ القرار
share-note-second = ملاحظة الشخص الثاني
share-second-own = أنت من اقترحه. يقرر شخص ثانٍ.
share-second-other = ينتظر شخصاً ثانياً يجوز له الموافقة ولم تكن له يد في السجل.
share-approve = أتِح
share-approve-lead = تخرج البطاقة كما تراها هنا، لهذا القارئ وحده. ويمكن استردادها في أي وقت.
share-note-approve = ملاحظة
share-refuse = ارفض
share-refuse-lead = لا يخرج شيء؛ ويقرأ المقترح ملاحظتك.
share-note-refuse = لماذا لا
share-release-proposed = تنتظر شخصاً ثانياً
share-release-released = أُتيحت
share-release-refused = مرفوضة
share-release-alone = أتاحها شخص واحد، وتنتظر النظر فيها
share-alone-by = أتاحها وحده
share-alone-at = تاريخ الإتاحة المنفردة
share-alone-why = حياة من كانت في خطر
share-look-by = يُنظر فيها قبل
share-look-past = كان ينبغي النظر فيها قبل
share-look-right = كان ذلك صواباً
share-look-right-lead = البطاقة متداولة بالفعل. أنت تؤكد أن ذلك صواب.
share-look-wrong = استردّها
share-look-wrong-lead = تُسترد البطاقة من حائزها فوراً، ويقرأ من أتاحها ملاحظتك.
share-look-waits = البطاقة متداولة. ينظر فيها خلال 24 ساعة شخص ثانٍ لم تكن له يد فيها.
share-urgent = إتاحة منفردة: حياة في خطر
share-urgent-lead = فقط إن تعذّر الوصول إلى شخص ثانٍ في الوقت المناسب. تبقى جميع الضوابط سارية. ينظر فيها شخص ثانٍ خلال 24 ساعة وله أن يستردها؛ ويذكر سجل القيد أنك أتحتها وحدك.
share-urgent-sure-label = قبل الإتاحة
share-urgent-sure = حياة في خطر، ويتعذّر الوصول إلى شخص ثانٍ في الوقت المناسب.
share-urgent-note = حياة من، ولماذا لا يمكن الانتظار

share-copies-title = من يحوز نسخة
share-copies-lead = كل دولة أُعطيت بطاقة من هذا السجل، والإصدار الذي أكدته، وآخر إشعار أُرسل إليها.
share-copies-none = لم يُعطَ أحد بطاقة من هذا السجل.
share-issue-out = متداولة
share-issue-recalled = مستردة
share-copy-own = نافذة فوراً: مراكزنا
share-copy-confirmed = مؤكدة
share-copy-overdue = متأخرة منذ { $time }
share-copy-waits = يجب تأكيدها قبل { $time }
share-copy-version = الإصدار { $version }، { $time }
share-copy-confirmation = آخر تأكيد
share-copy-notice = آخر إشعار
share-notice-correct = تصحيح
share-notice-restrict = تقييد
share-notice-recall = استرداد
share-recall-title = استرداد
share-recall-hint = يكفي شخص واحد. يكف الحائزون عن استعمالها فوراً ويتلفون نسختهم، ما لم تطلب محكمة أو الدفاع أو هيئة شكاوى استبقاءها.
share-recall-which = ممّن
share-recall-all = من جميع الدول
share-recall-reason-hint = يُحفظ هنا ولا يُرسل.
share-recall-look = انظر من يحوز نسخة
share-recall-lead = { $n ->
    [zero] لا دولة تحوز نسخة.
    [one] دولة واحدة تحوز نسخة. ستُبلَّغ بالكف عن استعمالها.
    [two] دولتان تحوزان نسخة. ستُبلَّغ كل منهما بالكف عن استعمالها.
    [few] { $n } دول تحوز نسخة. ستُبلَّغ كل منها بالكف عن استعمالها.
    [many] { $n } دولة تحوز نسخة. ستُبلَّغ كل منها بالكف عن استعمالها.
   *[other] { $n } دولة تحوز نسخة. ستُبلَّغ كل منها بالكف عن استعمالها.
}
share-recall-from = تُسترد من
share-recall-keep = استرد

share-oversight-title = الإشراف على السجلات
share-oversight-lead = ما تأخر، وما ينتظر، وكم هو متداول.
share-oversight-late = لم تُؤكد في موعدها
share-oversight-late-none = أكّد كل حائز في موعده.
share-oversight-alone = أتاحها شخص واحد: انظر فيها
share-oversight-proposals = اقتراحات تنتظر شخصاً ثانياً
share-oversight-reviews = مراجعات مستحقة خلال شهر أو متأخرة
share-oversight-held = سجلات معلّقة لنقص فيها
share-oversight-none = لا شيء.
share-oversight-bulk = معلّقة لكثرتها
share-oversight-sample = مسحوبة لإعادة النظر فيها
share-oversight-sample-hint = إتاحة واحدة من كل عشرين في الأيام السبعة الأخيرة، تُسحب برقمها ويومها.
share-oversight-consulted = سجلات فتحها آخرون
share-oversight-consulted-hint = سجلات الأيام السبعة الأخيرة التي فتحها من ليست في عهدتهم: واحد من كل عشرين بالقرعة، وكل سجل يرد فيه اسم للموظف.
share-again-say = قول ما وجدته
share-again-finding = ما وجدته
share-again-in-order = سليم
share-again-followed = غير سليم: تجري متابعته
share-again-note = ما يُتخذ بشأنه
share-again-note-hint = يجب ذكره إن لم يكن سليماً.
share-again-keep = تدوين
ui-done-share-again = دُوّن ما وُجد.
share-oversight-namesake = اسم يشبه اسم الموظف
share-oversight-opened = السجلات المفتوحة اليوم بحسب الموظف
share-oversight-counts = أرقام
share-since-when = منذ
share-review-past = متأخرة
share-records-kept = سجلات محفوظة
share-records-held = سجلات معلّقة
share-records-overdue = سجلات تأخرت مراجعتها
share-cards-out = بطاقات متداولة
share-cards-recalled = بطاقات مستردة
share-cards-overdue = بطاقات لم تُؤكد في موعدها
share-count-proposed = اقتراحات منتظرة
share-count-released = اقتراحات انتهت بالإتاحة
share-count-refused = اقتراحات مرفوضة
share-count-alone = بطاقات أتاحها شخص واحد وتنتظر النظر فيها

share-cards-title = ما أُتيح لنا
share-cards-lead = بطاقات أتاحها لنا مالكوها. تبقى ملكهم: نعمل كما يقولون ولا نتجاوز ذلك.
share-search = ابحث في البطاقات
share-search-hint = اسم أو رقم؛ يجب أن ترد كل كلمة في البطاقة.
share-found = { $n ->
    [zero] لم يُعثر على بطاقة.
    [one] عُثر على بطاقة واحدة.
    [two] عُثر على بطاقتين.
    [few] عُثر على { $n } بطاقات.
    [many] عُثر على { $n } بطاقة.
   *[other] عُثر على { $n } بطاقة.
}
share-cards-none = لا توجد بطاقات.
share-who = من أو ماذا
share-owner = المالك
share-changed = تغيّرت
share-card-title = بطاقة
share-card-says = ما تقوله البطاقة
share-excluded = هذا يخص شخصاً آخر يُظن أنه المعني:
share-actions = ما يجوز فعله
share-actions-none = لا شيء سوى إبلاغ مناوبتنا
share-action-arrest = التوقيف
share-action-copy = النسخ أو النقل إلى الغير
share-action-inspect = التحقق علناً
share-action-silent-check = التحقق دون علم الشخص
share-warnings = تحذير
share-contact = المسؤول عنها
share-desk-only = للمناوبة فقط، لا يُعرض في الحدود:
share-label = الوسم
share-review = تُراجع قبل
share-files = الملفات
share-since = منذ
share-version = الإصدار
share-released-on = أُتيحت في
share-expires = لا تُستعمل بعد
share-held = استبقاء
share-held-text = تطلب جهة استبقاءها؛ وعند انتهاء استعمالها تبقى مختومة لها.
share-aside = موضوعة جانباً هنا
share-aside-text = منذ { $at } لا تتخذ المراكز أي إجراء بشأنها. ينهي ذلك قرارٌ بأن صاحبها هو من صودف وأنه غير محمي.
share-encounters-here = لقاءات هنا
share-hold-title = استبقاء لمحكمة أو للدفاع أو لهيئة شكاوى
share-hold-lead = عند انتهاء استعمال البطاقة تبقى نسخة مختومة لتلك الجهة وحدها.
share-hold = تسجيل استبقاء
share-hold-keep = سجّل
share-hold-for = لمن
share-hold-for-court = محكمة
share-hold-for-defence = الدفاع
share-hold-for-complaint-body = هيئة شكاوى أو رقابة
share-hold-ref = مرجعها
share-hold-ref-hint = رقم القضية لديها.

share-words = المراسلة مع الطرف الآخر
share-words-lead = ما يُكتب هنا يذهب إلى مالك البطاقة ولا إلى أحد سواه.
share-words-none = لم يُقل شيء بعد.
share-say = اكتب
share-say-send = أرسل
share-say-look = عرض ما سيُرسل
share-say-lead = يغادر هذه العقدة فوراً ولا يُسترد. راجعه مرة أخرى.
share-word-to = إلى
share-word-kind = ما هو
share-word-question = سؤال
share-word-answer = جواب
share-word-feedback = رأي في الفائدة
share-word-consent-asked = طلب موافقة
share-word-consent-given = مُنحت الموافقة
share-word-consent-refused = رُفضت الموافقة
share-word-re = يجيب عن
share-word-re-none = لا شيء
share-word-text = النص
share-word-text-hint = في طلب الموافقة: النص الذي سيُنقل إلى الغير بعينه ولا شيء سواه.
share-word-until = صالح حتى

share-met-heading = ما أُتيح للخط الأمامي
share-met-advice = التطابق نصيحة لا غير. قارن الوثيقة والشخص قبل أن تتصرف.
share-met-title = { $state } · { $number }
share-gives-way = تطلب دولة أخرى إجراءً له الأولوية: اعمل بما في البطاقة { $number }. يسوّي مكتب المناوبة الأمر مع الدولتين.
share-set-aside = لا يُتخذ أي إجراء بشأن هذه البطاقة: هكذا قرر مكتب المناوبة لدينا. واتصل بمكتبنا عند الشك.
share-call-ours = اتصل بمناوبتنا:
share-call-owner = اتصل بالمالك:
share-this-is = هذا هو الشخص
share-report-hint = تُبلَّغ مناوبتنا ولا أحد غيرها. وهي تقرر هل يعلم المالك.
share-report = أبلغ مناوبتنا
share-report-title = الإبلاغ عن لقاء
share-reported-title = أُبلغت المناوبة
share-reported = أُبلغت المناوبة. لم يخرج شيء.
share-next-person = الشخص التالي
share-place = المكان
share-place-hint = المركز أو المكان كما تسميه. يبقى هنا.
share-done = ما جرى فعله
share-done-nothing = لا شيء
share-done-arrest = جرى توقيفه
share-done-inspect = جرى التحقق منه علناً
share-done-silent-check = جرى التحقق منه دون علمه
share-seen = ما رأيته

share-encounters-title = لقاءات منتظرة
share-encounters-lead = لُقي شخص قد يكون المعني ببطاقة. لا يعلم بذلك أحد في الخارج قبل قرارك.
share-encounters-none = لا شيء ينتظر.
share-encounters-more = { $n ->
    [zero] لا ينتظر خلفها لقاء آخر.
    [one] ينتظر خلفها لقاء آخر.
    [two] ينتظر خلفها لقاءان آخران.
    [few] ينتظر خلفها { $n } لقاءات أخرى.
    [many] ينتظر خلفها { $n } لقاءً آخر.
   *[other] ينتظر خلفها { $n } لقاء آخر.
}
share-encounter-title = لقاء
share-stage-reported = ينتظر قراراً
share-stage-told = أُبلغ المالك
share-stage-closed = مغلق، لم يخرج شيء
share-number = الرقم
share-when = متى
share-by = من
share-check = التحقق
share-reported-here = ما أُبلغ عنه
share-card-gone = لم تعد البطاقة هنا، أو لا يجوز لك قراءتها.
share-decided = ما تقرر
share-decide-title = القرار
share-met = من كان؟
share-met-same = المعني بالبطاقة
share-met-other = شخص آخر
share-met-unsure = غير معروف
share-met-hint-same = تدل عليه الوثيقة أو تاريخ الميلاد أو سمة حيوية.
share-met-hint-other = لا يخرج شيء؛ ويُتلف ما دُوّن بعد ثلاثين يوماً.
share-met-hint-unsure = لا يخرج شيء على الظن.
share-protection = هل الشخص محمي من مالك البطاقة؟
share-protection-lead = ما لم ينتفِ كل سبب، لا يخرج شيء، ولا يمكن للمالك أن يعلم أن أحداً لُقي.
share-protection-none = لا سبب للحماية
share-protection-refugee = لاجئ أو تحت حماية تكميلية
share-protection-asylum-seeker = يطلب اللجوء
share-protection-victim = ضحية
share-protection-child = طفل
share-protection-identity-stolen = هوية استعملها غيره
share-protection-political = مطلوب لرأي أو منصب أو دين أو أصل
share-protection-unclear = تعذّرت معرفته
share-protection-hint-none = سألت ولم تجد سبباً.
share-protection-hint-refugee = معترف به هنا أو في مكان آخر؛ وقد يكون المالك هو من فرّ منه.
share-protection-hint-asylum-seeker = قُدّم طلب، أو يقول الشخص إنه سيُقدَّم.
share-protection-hint-victim = ضحية اتجار أو ضحية الأفعال نفسها.
share-protection-hint-child = دون الثامنة عشرة، أو لم يثبت أنه أكبر.
share-protection-hint-identity-stolen = الشخص المذكور في البطاقة يستعمل اسم هذا الشخص أو وثيقته.
share-protection-hint-political = بالمعنى الوارد في المادة 3 من النظام الأساسي للإنتربول.
share-protection-hint-unclear = ما لا يُعرف يحمي.
share-district = المنطقة
share-district-hint = كل ما يعلمه المالك عن المكان. المركز أو الشارع أكثر مما ينبغي.
share-note = ملاحظة إلى المالك
share-note-hint = يقرؤها المالك كما هي.
share-reason = السبب
share-reason-own = لاستعمالنا نحن؛ لا يُرسل.
share-look = انظر ما يخرج
share-look-hint = لم يُرسل شيء بعد.
share-confirm-title = ما سيقرؤه المالك
share-confirm-told = يخرج اليوم والمنطقة وما جرى فعله والملاحظة كما هي هنا تماماً. لا ساعة ولا مركز ولا اسم.
share-confirm-nothing = لا يخرج شيء. ولا يمكن لمالك البطاقة أن يعلم أن أحداً لُقي.
share-confirm-aside = من الآن لا تتخذ المراكز أي إجراء بشأن هذه البطاقة ولا بشأن بطاقة أخرى من الدولة نفسها عن الشخص ذاته.
share-there-day = يقرأ المالك: اليوم
share-there-district = يقرأ المالك: المنطقة
share-there-done = يقرأ المالك: ما جرى فعله
share-there-note = يقرأ المالك: الملاحظة
share-there-no-note = بلا ملاحظة
share-tell = أبلغ المالك
share-close = أغلق دون إبلاغ أحد

outcome-release = تجوز الإتاحة
outcome-hold = معلّق
outcome-consent = يحتاج إلى موافقة
outcome-deny = ليس لهم

ground-not-releasable = لا جزء تجوز إتاحته لهذه الدولة.
ground-purpose = لا جزء يجوز استعماله لهذا الغرض.
ground-clearance = درجة سرية الكل أعلى مما يجوز للقارئ حمله.
ground-tlp = بروتوكول إشارة المرور (TLP) لا يبلغ هذا القارئ.
ground-expired = انقضى أجله.
ground-unmarked = جزء بلا وسم. ضع له وسماً.
ground-review-past = انقضى موعد مراجعته.
ground-unacceptable = لا يقبل أي متلقٍّ بطاقة كهذه: فيها أكثر مما ينبغي، أو ليست ملكًا لمن يعطيها.
ground-victim = يتعلق بضحية.
ground-child = يتعلق بطفل.
ground-not-screened = يتعلق بمن لا يجوز أن يمسه أي فرز: شاهد أو مفقود أو مُبرّأ.
ground-dirty-title = في العنوان كلمة لا يجوز أن تخرج.
ground-dirty-word = فيه كلمة لا يجوز أن تخرج.
ground-dirty-case = فيه كلمة لا يجوز أن تخرج، كُتبت بشكل آخر.
ground-dirty-obfuscated = فيه كلمة لا يجوز أن تخرج، مموّهة.
ground-dirty-encoded = فيه كلمة لا يجوز أن تخرج، مُرمَّزة.
ground-source-named = يسمي مصدراً أو جامع معلومات أو شريكاً.
ground-marked-above = يذكر النص نفسه درجة سرية أعلى من وسمه.
ground-all = هو لجميع الدول أو لجميع الأغراض، ولا يكون شيء عن شخص كذلك.
ground-too-long = أطول من أن يُفحص. اختصره.
ground-free-caveat = عليه قيد بكلمات حرة. يجب أن يقرأه شخص.
ground-phrasing = يكرر كلمات جزء يبقى هنا. قله بصيغة أخرى.
ground-time = يذكر وقتاً بالدقيقة. اذكر اليوم.
ground-place = يذكر مكاناً بالإحداثيات. اذكر المنطقة.
ground-count = يذكر عدد المصادر.
ground-grade-floor = درجته دون الحد الأدنى.
ground-family-only = القرابة هي الصلة الوحيدة المذكورة.
ground-contact-only = المعرفة الشخصية هي الصلة الوحيدة المذكورة.
ground-biometric-only = سمة حيوية على شيء هي الصلة الوحيدة المذكورة.
ground-no-part = لا يجوز أن يخرج أي جزء.
ground-record-held = السجل معلّق.
ground-no-association = لم تُذكر أي صلة.
ground-no-identity = ينقص الاسم مع تاريخ الميلاد أو وثيقة، أو سمة حيوية.
ground-identity-controlled = لا ترد الهوية إلا في أجزاء تتحكم فيها جهات منشئها.

tells-title = عنوان
tells-name = اسم
tells-alias = اسم آخر
tells-birth = تاريخ الميلاد
tells-document = وثيقة
tells-biometric = سمة حيوية
tells-residence = محل الإقامة
tells-statement = بيان
tells-attachment = ملف
tells-link = صلة

may-record-keep = فتح السجلات وتغييرها
may-record-read = قراءة السجلات
may-record-hold = تسجيل استبقاء لسجل أو بطاقة
may-group-keep = تحديد الدول التي تضمها مجموعة
may-release-propose = اقتراح إتاحة المعلومات
may-release-approve = البت في إتاحة المعلومات بصفة الشخص الثاني
may-release-urgent = الإتاحة المنفردة حين تكون حياة في خطر
may-sample-look = إعادة النظر فيما سُحب
may-release-recall = استرداد النسخ
may-card-read = قراءة البطاقات التي أُتيحت لنا
may-encounter-report = الإبلاغ عن لقاء
may-encounter-decide = البت في لقاء
may-word-write = الكتابة إلى مالك بطاقة أو حائزها
