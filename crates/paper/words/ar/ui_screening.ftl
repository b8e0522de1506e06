# Words of the screening desk: one question, a file, hits that wait, decisions, watched subjects.

## Rooms and what they have in common
ui-nav-screening = الفرز
screen-rooms = أقسام الفرز
screen-room-ask = تدقيق واحد
screen-room-files = تدقيق ملف
screen-room-hits = مطابقات تنتظر
screen-room-reviews = القرارات
screen-room-watches = أشخاص مراقَبون
screen-asked = المسؤول عنه
screen-listed = في القائمة
screen-how = وجه التلاقي
screen-match = التطابق
screen-by = من
screen-at = منذ
screen-found = وُجدت
screen-door = عن طريق
screen-case = الملف
screen-case-hint = رقم الملف، مثلًا XA-2026/117. من غير اسم.
screen-mine = لك
screen-own = قرار في سؤال طرحه الموظف نفسه
screen-show = عرض
screen-show-waiting = ما ينتظر
screen-show-mine = ما يخصك فقط
screen-show-all = مع ما بُتّ فيه
screen-show-in-force = السارية
screen-show-over = مع المنتهية
screen-show-everybody = للسلطة كلها
screen-look = متابعة
screen-look-hint = سترى مرة أخرى ما سيُحفظ. لا يُحفظ شيء قبل أن تؤكد.
screen-change-it = تعديل
screen-back-list = العودة إلى القائمة
screen-more = { $n ->
    [one] وواحد آخر
   *[other] و{ $n } غيرها
}
screen-left-out = { $n ->
    [one] تُرك قيد واحد: وجد موظف أنه شخص آخر.
    [two] تُرك قيدان: وجد موظف أنهما شخصان آخران.
    [few] تُركت { $n } قيود: وجد موظف أنها لأشخاص آخرين.
   *[other] تُرك { $n } قيدًا: وجد موظف أنها لأشخاص آخرين.
}

## Who is asked about
screen-kind = النوع
screen-kind-any = أي نوع
screen-kind-person = شخص
screen-kind-organization = منظمة
screen-kind-company = شركة
screen-kind-legalentity = شخص أو منظمة
screen-kind-publicbody = هيئة عامة
screen-kind-vessel = سفينة
screen-kind-airplane = طائرة
screen-kind-vehicle = مركبة
screen-kind-cryptowallet = محفظة عملات مشفرة
screen-kind-address = عنوان
screen-name-hint = بأي خط وبأي ترتيب لأجزائه.
screen-country = البلد
screen-country-asked = الجنسية أو البلد
screen-country-hint = الرمز أو الاسم؛ وللسفينة علمها.
screen-sex-female = أنثى
screen-sex-male = ذكر
screen-number = وثيقة أو رقم تعريف
screen-number-hint = جواز السفر أو بطاقة الهوية؛ رقم التسجيل؛ رقم المنظمة البحرية الدولية؛ عنوان المحفظة.
screen-identifiers = أرقام التعريف
screen-address = العنوان
screen-empty-input = أدخل اسمًا أو رقم وثيقة أو رقم تعريف.

## Check one
screen-ask-title = تدقيق واحد
screen-ask-lead = شخص أو منظمة أو سفينة أو طائرة أو محفظة. ما يميّزه يحسّن الجواب؛ واترك ما لا تعرفه.
screen-ask-again = عدّل السؤال أو اسأل عن غيره
screen-name-met = الاسم الذي طابق: { $name } ({ $what })
screen-name-met-plain = الاسم الذي طابق: { $name }
screen-name-name = الاسم الرئيسي
screen-name-alias = اسم آخر
screen-name-weakalias = اسم آخر ضعيف
screen-name-previousname = اسم سابق
screen-through = بحسب القيد { $record } الذي يُعدّ الشخص نفسه
screen-receipt = إثبات هذا السؤال
screen-receipt-text = لا يحفظ السجل اسمًا. بهذا الرقم وهذا الملح تستطيع أن تثبت لاحقًا ما سألت عنه؛ ولا يُعرض الملح إلا الآن.
screen-salt = الملح
screen-watch-this = راقب هذا

## Check a file
screen-files-title = تدقيق ملف
screen-files-lead = كل صف سؤال. ولا يُحفظ من الصفوف التي لا تطابق شيئًا إلا أرقامها.
screen-file = الملف المرسَل
screen-file-hint = ملف csv له صف عناوين (id, name, birth_date, nationality, passport) أو كائن JSON في كل سطر؛ 100,000 صف و32 MiB على الأكثر.
screen-threshold = العتبة
screen-threshold-hint = من 0.3 إلى 1. فارغًا: المعتادة، 0.7.
screen-file-button = دقّق الملف
screen-file-line = السطر { $n }: { $what }
screen-files-yours = ملفاتك
screen-files-empty = لم ترسل ملفًا، أو أُتلفت كلها عند انتهائها.
screen-file-unnamed = ملف بلا اسم
screen-rows = الصفوف
screen-rows-hit = صفوف لها مطابقات
screen-row = الصف
screen-reference = مرجعك
screen-file-until = يُحفظ حتى
screen-file-kept = تُحفظ الصفوف المطابِقة لك وحدك؛ ومراجعك للبقية يومًا على الأكثر.
screen-file-running = جارٍ
screen-file-done = تم
screen-file-failed = توقف مبكرًا
screen-file-interrupted = انقطع
screen-file-wait = تُعاد هذه الصفحة من تلقاء نفسها. يمكنك مغادرتها؛ ويستمر التدقيق.
screen-file-again = قطعت إعادةُ التشغيل هذا الملف. أرسله من جديد.
screen-file-failed-why = لم تُدقَّق كل الصفوف: { $what }
screen-file-ignored = أعمدة لا يُقارَن ما فيها: { $names }
screen-file-csv = تنزيل csv
screen-file-jsonl = تنزيل أسطر JSON
screen-file-none = لم يطابق أي صف شيئًا، وأمكنت مقارنتها كلها.
screen-file-told = صفوف طابقت شيئًا أو تعذرت مقارنتها

## Hits that wait
screen-hits-title = مطابقات تنتظر قرارًا
screen-hits-lead = الآلة تقترح، وأنت تقول من هو.
screen-hits-empty = لا شيء ينتظر.
screen-hit-title = مطابقة
screen-hit-question = هل هو نفسه؟
screen-stage-open = تنتظر
screen-stage-unsure = غير مؤكد
screen-stage-this = هو نفسه
screen-stage-not-this = غيره
screen-channel-desk = تدقيق موظف
screen-channel-file = ملف
screen-channel-watch = مراقبة
screen-channel-program = برنامج
screen-gone = لم يعد هذا القيد في قائمة. ما تراه هو حاله حين وُجد.
screen-changed = تغيّر القيد منذ أن وُجد. ما تراه هو حاله حينها؛ دقّق ثانية لتراه كما هو الآن.
screen-back = بُتّ فيها من قبل ثم عادت: انتهى القرار أو سُحب أو تغيّر القيد.
screen-own-question = أنت من طرح هذا السؤال. لك أن تبتّ فيه؛ وسيُشار إلى ذلك.
screen-decided = ما تقرر
screen-same-subject = قرارات بشأن الشخص نفسه
screen-decide-title = قرارك
screen-verdict = من هو؟
screen-verdict-this = هو نفسه
screen-verdict-not-this = شخص آخر
screen-verdict-unsure = غير مؤكد
screen-verdict-hint-this = القيد يخص المسؤول عنه.
screen-verdict-hint-not-this = يُترك القيد من الآن حين يُسأل عن الشخص نفسه.
screen-verdict-hint-unsure = تبقى في الانتظار.
screen-verdict-then-this = تخرج من قائمة الانتظار على أنه هو نفسه، مع سببك واسمك.
screen-verdict-then-not-this = من الآن يُترك هذا القيد حين يُسأل عن الشخص نفسه. وسيُذكر أنه تُرك.
screen-verdict-then-unsure = تبقى في الانتظار مع ملاحظتك.
screen-reason = السبب
screen-reason-hint = ما قارنته، مثلًا تاريخ ميلاد آخر في جواز السفر.
screen-until = يسري حتى
screen-until-hint = { $n ->
    [few] آخر يوم، { $n } أيام من الآن على الأكثر. فارغًا: أطول مدة.
    [many] آخر يوم، { $n } يومًا من الآن على الأكثر. فارغًا: أطول مدة.
   *[other] آخر يوم، { $n } يوم من الآن على الأكثر. فارغًا: أطول مدة.
}
screen-decide-keep = احفظ القرار
ui-done-screen-decided = حُفظ قرارك.

## Decisions
screen-reviews-title = قرارات بشأن المطابقات
screen-reviews-lead = يسري كل قرار على شخص واحد وعلى قيد كما كان. فإن تغيّر أحدهما عادت المطابقة.
screen-reviews-empty = لا قرار ساريًا.
screen-review-title = قرار بشأن مطابقة
screen-review-in-force = سارٍ
screen-review-expired = منتهٍ
screen-review-withdrawn = مسحوب
screen-review-replaced = مُستبدَل
screen-review-over = لم يعد ساريًا.
screen-withdraw-lead = إن سحبته عاد القيد جوابًا وعادت المطابقة تنتظر قرارًا.
screen-withdraw = اسحب القرار
ui-done-screen-withdrawn = سُحب القرار.

## Watched subjects
screen-watches-title = أشخاص مراقَبون
screen-watches-lead = يقارَنون بعد كل تغيير في قائمة. والجديد ينتظر بين المطابقات.
screen-watches-empty = لا أحد مراقَب.
screen-subject = الشخص
screen-watch-new = مراقبة شخص
screen-watch-lead = شخص واحد، من أجل ملف وحتى يوم معيّن، وباسمك أنت.
screen-watch-reason = لماذا
screen-watch-until = آخر يوم
screen-watch-until-hint = { $n ->
    [few] { $n } أيام من الآن على الأكثر؛ ويمكن التجديد.
    [many] { $n } يومًا من الآن على الأكثر؛ ويمكن التجديد.
   *[other] { $n } يوم من الآن على الأكثر؛ ويمكن التجديد.
}
screen-watch-found = القيود الموجودة
screen-watch-then = من الآن يقارَن عند كل تغيير في قائمة. وفي آخر يوم يُتلف كل ما حُفظ عنه.
screen-watch-keep = ابدأ المراقبة
screen-watch-title = شخص مراقَب
screen-stop-lead = إن أنهيتها أُتلف فورًا كل ما حُفظ عن هذا الشخص.
screen-stop = أنهِ المراقبة
ui-done-screen-watched = بدأت مراقبة الشخص.
ui-done-screen-stopped = انتهت المراقبة؛ وأُتلف ما حُفظ.

## Changes of a list
list-since = مقارنةً بـ
list-since-days = { $n ->
    [1] أمس
    [few] قبل { $n } أيام
    [many] قبل { $n } يومًا
   *[other] قبل { $n } يوم
}
list-since-then = الإصدار حينها
list-since-now = الإصدار الآن
list-since-not-here = لم تكن هنا بعد
list-added = أُضيفت
list-changed = عُدّلت
list-removed = حُذفت

## Help
ui-help-screening = ما مصير المطابقة؟
ui-help-screening-text = تنتظر في قسم الفرز حتى يقول موظف من هو، مع السبب. ويسري «شخص آخر» حتى اليوم المذكور؛ وعندئذ، أو إذا تغيّر القيد، تعود المطابقة. وما لم يطابق شيئًا لا يبقى منه اسم بعد يوم.
