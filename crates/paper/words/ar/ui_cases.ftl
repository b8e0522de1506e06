# Words of the pages on which cases are worked: worklist, request, evidence, duty desk, directory, border, lists, ledger.
# Not here: the shell (ui.ftl), refusals, findings, papers, and the names and hints of a template's fields.

## Shared by several of these pages
case-us = نحن
case-them = هم
case-save = حفظ
case-cancel = إلغاء
case-back = رجوع
ui-done-saved = حُفظ. لم يخرج شيء من المكتب.
ui-done-submitted = سُلِّم إلى صاحب الموافقة.
ui-done-approve = ووفق عليه. يمكن إرساله الآن.
ui-done-validate = صُدِّق عليه.
ui-done-return = أُعيد إلى كاتبه.
ui-done-send = في صندوق الصادر. يُعدّ مسلَّمًا متى وصل إيصالهم.
ui-done-withdraw = سُحب.
ui-done-close = أُغلقت القضية.
ui-done-answer = الإجابة في الطريق.
ui-done-register = سُجِّل.
ui-done-acknowledge = أُكِّد الاستلام. يرون مرجعك.
ui-done-ask = طُلب. تتوقف مهلة القرار حتى يجيبوا.
ui-done-consult = فُتح التشاور. تتوقف مهلة القرار حتى يجيبوا.
ui-done-accept = قُبل.
ui-done-postpone = أُجِّل.
ui-done-refuse = اقتُرح الرفض. يؤكده شخص ثانٍ؛ وحتى ذلك الحين لا يُبلَّغ أحد.
ui-done-confirm-refusal = رُفض. يُبلَّغون بالسبب والتعليل.
ui-done-drop-refusal = صُرف النظر عن الرفض المقترح.
ui-done-begin = بدأ التنفيذ.
ui-done-progress = أُبلغوا بسير العمل.
ui-done-execute = دُوِّن التنفيذ.
ui-done-give-back = الأدلة في طريق العودة.
ui-done-open = فُتحت وتُحُقِّق منها. النتيجة مبيّنة عند كل بند.
ui-done-confirm-return = يعرفون ما وصل وحالته.
ui-done-attached = أُرفق الدليل.
ui-done-verified = تُحُقِّق الآن.
case-change = تغيير
case-show = عرض
case-yes = نعم
case-no = لا
case-none = لا يوجد
case-unknown = غير معروف
case-not-given = غير مذكور
case-note = ملاحظة
case-reason = السبب
case-source = المصدر
case-their-time = في { $state }: { $time }
case-our-time = هنا: { $time }
case-download = تنزيل
case-verify-now = تحقّق الآن
case-sha256 = SHA-256
case-version = الإصدار
case-from = من
case-to = إلى
case-optional = اختياري
case-page-of = الصفحة { $page }

## Urgency and standing
case-urgency = درجة الاستعجال
case-urgency-normal-hint = يُؤكَّد الاستلام خلال 7 أيام.
case-urgency-urgent-hint = يُؤكَّد الاستلام قبل نهاية يوم عملهم التالي.
case-urgency-emergency-hint = حياة أو دليل أو فرار في الميزان: مكتب المناوبة لديهم يجيب خلال ساعة.
case-standing = الصفة
case-standing-complete = طلب كامل
case-standing-consultation = مشروع للتشاور، بلا أثر قانوني
case-standing-urgent-completion = عاجل، يُستكمل قبل { $date }

## Side and stage
case-side-outgoing = صادر
case-side-incoming = وارد

## What is asked of us next
case-next-outgoing-draft = إتمام المسودة
case-next-outgoing-review = الموافقة عليه أو إعادته
case-next-judge = التصديق عليه بصفة قاضٍ أو إعادته
case-next-trouble = النظر فيما تعثّر
case-trouble = أمر يحتاج إلى تدخل
case-trouble-envelope = وصلت رسالة منا فوضعتها الدولة الأخرى جانباً ({ $code }). اتصل بقلم التسجيل لديها: فهو لا يرى ما كتبناه.
case-trouble-delivery = تعذّر تسليم رسالة منا ولن تُعاد المحاولة ({ $code }). اتصل بالدولة الأخرى واكتبها من جديد.
case-trouble-content = ورد الطلب نفسه مرتين بمضمون مختلف. اسأل الدولة الأخرى أيهما المقصود قبل تنفيذ أي شيء.
case-trouble-evidence = ورد دليل مرتين ببيانات مختلفة، أو ورد أكثر مما يُقبل ({ $code }). اسأل الدولة الأخرى قبل استعماله.
case-trouble-claim = تبلّغ الدولة الأخرى عن خطوة لا يمكن أن تنتج عما هو معروف هنا ({ $code }). قارنا التسلسل الزمني بالهاتف.
case-next-outgoing-approved = إرساله
case-next-outgoing-queued = يخرج من تلقاء نفسه
case-next-outgoing-transmitted = في الطريق إليهم
case-next-outgoing-delivered = عليهم تسجيله
case-next-outgoing-registered = عليهم تأكيد استلامه
case-next-outgoing-acknowledged = هم يقرّرون
case-next-outgoing-info-requested = الإجابة عن أسئلتهم
case-next-outgoing-consultation = الردّ على التشاور
case-next-outgoing-accepted = عليهم تنفيذه
case-next-outgoing-partly-accepted = عليهم تنفيذ جزء منه
case-next-outgoing-postponed = سيعودون إليه لاحقًا
case-next-outgoing-accepted-with-conditions = الموافقة على شروطهم أو رفضها
case-next-outgoing-conditions-declined = هم يقرّرون من جديد
case-next-outgoing-conditions-agreed = عليهم تنفيذه
case-next-outgoing-refused = قراءة أسبابهم والإغلاق
case-next-outgoing-in-execution = هم ينفّذونه
case-next-outgoing-partly-executed = هم ينفّذون الباقي
case-next-outgoing-executed = الأدلة قادمة
case-next-outgoing-return-sent = فتح الأدلة
case-next-outgoing-return-received = إغلاق القضية
case-next-incoming-delivered = تسجيله
case-next-incoming-registered = تأكيد استلامه
case-next-incoming-acknowledged = القرار: سؤال أو قبول أو رفض
case-next-incoming-info-requested = عليهم الإجابة
case-next-incoming-consultation = التشاور معهم
case-next-incoming-accepted = تنفيذه وتدوين النتيجة
case-next-incoming-partly-accepted = تنفيذ الجزء المقبول
case-next-incoming-postponed = العودة إليه في تاريخ المراجعة
case-next-incoming-accepted-with-conditions = عليهم الموافقة على الشروط
case-next-incoming-conditions-declined = القرار من جديد: لم تُقبل الشروط
case-next-incoming-conditions-agreed = تنفيذه وتدوين النتيجة
case-next-incoming-refused = لم يبقَ شيء
case-next-incoming-in-execution = تدوين التنفيذ
case-next-incoming-partly-executed = تدوين الباقي
case-next-incoming-executed = إعادة الأدلة
case-next-incoming-return-sent = عليهم فتح الأدلة
case-next-incoming-return-received = إغلاق القضية
case-next-quarantined = عرضه للفحص
case-next-nothing = لم يبقَ شيء

## Clocks
case-clock = المهلة
case-clocks = المهل
case-clock-none = لا مهلة جارية
case-clock-due = تنتهي
case-clock-started = بدأت
case-clock-paused = موقوفة منذ { $since }
case-clock-paused-total = أُوقفت { $time } في المجموع
case-clock-met = روعيت في { $date }
case-clock-last-event = آخر حدث: { $date }
case-clock-same = الطرف الآخر يرى المهل نفسها.
case-left-days = { $n ->
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $n } أيام
    [many] بقي { $n } يومًا
   *[other] بقي { $n } يوم
}
case-left-hours = { $n ->
    [one] بقيت ساعة واحدة
    [two] بقيت ساعتان
    [few] بقيت { $n } ساعات
   *[other] بقيت { $n } ساعة
}
case-left-minutes = { $n ->
    [one] بقيت دقيقة واحدة
    [two] بقيت دقيقتان
    [few] بقيت { $n } دقائق
   *[other] بقيت { $n } دقيقة
}
case-over-days = { $n ->
    [one] متأخر يومًا واحدًا
    [two] متأخر يومين
    [few] متأخر { $n } أيام
    [many] متأخر { $n } يومًا
   *[other] متأخر { $n } يوم
}
case-over-hours = { $n ->
    [one] متأخر ساعة واحدة
    [two] متأخر ساعتين
    [few] متأخر { $n } ساعات
   *[other] متأخر { $n } ساعة
}
case-over-minutes = { $n ->
    [one] متأخر دقيقة واحدة
    [two] متأخر دقيقتين
    [few] متأخر { $n } دقائق
   *[other] متأخر { $n } دقيقة
}
case-span-days = { $n ->
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
case-span-hours = { $n ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
   *[other] { $n } ساعة
}
case-span-minutes = { $n ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
   *[other] { $n } دقيقة
}

## Worklist
case-list-title = ماذا عليّ أن أفعل اليوم؟
case-list-new = طلب جديد
case-count-overdue = متأخرة
case-count-due-today = تنتهي اليوم
case-count-new = جديدة
case-count-open = قضايا مفتوحة
case-count-waiting-us = تنتظرنا
case-count-waiting-them = تنتظرهم
case-filter = تصفية
case-filter-side = الاتجاه
case-filter-all = الكل
case-filter-state = الدولة
case-filter-stage = المرحلة
case-filter-waiting = في انتظار
case-filter-clear = إزالة التصفية
case-lane-emergency = فوري
case-lane-urgent = عاجل
case-lane-normal = عادي
case-col-state = الدولة
case-col-number = الرقم
case-col-subject = الموضوع
case-col-stage = المرحلة
case-col-next = الخطوة التالية
case-col-left = الوقت الباقي
case-col-waiting = في انتظار
case-empty-filtered = لا قضية تطابق هذه التصفية.
case-more = الصفحة التالية
case-previous = الصفحة السابقة

## A new request
case-new-title = طلب جديد
case-new-lead = أربعة أسئلة. يمكنك تغيير كل إجابة حتى الإرسال.
case-new-state = إلى أي دولة توجّه الطلب؟
case-new-state-hint = الدولة التي تحققت هذه العقدة من بطاقتها يوجَّه إليها الطلب عبر العقدة، وغيرها يُكتب إليه على الورق.
case-new-no-state = لم تُربط دولة أخرى بعد. يضيفها مدير النظام ببطاقة الدولة.
case-new-authority = إلى أي سلطة؟
case-new-authority-hint = من بطاقة تلك الدولة، رُوجعت في { $date }.
case-form-other = حُرّر على النموذج { $written }، وتعرف هذه العقدة النموذج { $known }. وما لا مكان له فيه يرد كما هو تحت «بيانات أخرى».
case-new-template = ماذا تطلب؟
case-new-lang = بأي لغة يُكتب الطلب؟
case-new-lang-hint = يقبلون: { $langs }.
case-new-lang-none = لم يذكروا اللغات التي يقبلونها.
case-new-start = بدء المسودة
case-new-continue = متابعة

## Draft
case-draft-title = مسودة: { $section }
case-draft-of = إلى { $authority }، { $state }
case-draft-sections = أقسام الطلب
case-draft-gaps = { $n ->
    [0] لا ينقص شيء
    [one] نقص واحد
    [two] نقصان
    [few] { $n } نواقص
    [many] { $n } نقصًا
   *[other] { $n } نقص
}
case-draft-complete = اكتمل { $percent }٪
case-draft-continue = حفظ ومتابعة
case-draft-leave = حفظ وخروج
case-draft-check = مراجعة الإجابات
case-draft-add = إضافة: { $what }
case-draft-remove = إزالة { $what } { $n }
case-draft-saved = حُفظ. لم يخرج شيء من المكتب.
case-draft-save-always = لا يُرفض الحفظ لنقص ما؛ الإرسال وحده يقتضي كل شيء.
case-draft-stale = حفظ شخص آخر هذه المسودة في الأثناء. ما كتبتَه مبيَّن أدناه؛ والنسخة المحفوظة هي نسخته.
case-draft-findings = { $n ->
    [one] ملاحظة واحدة على هذا القسم
    [two] ملاحظتان على هذا القسم
    [few] { $n } ملاحظات على هذا القسم
   *[other] { $n } ملاحظة على هذا القسم
}
case-draft-no-findings = لا ملاحظات على هذا القسم.
case-draft-day = اليوم
case-draft-month = الشهر
case-draft-year = السنة
case-draft-choose = اختر
case-level-block = يجب إصلاحه قبل الإرسال
case-level-warn = يمكن إرساله مع ذكر السبب
case-level-hint = نصيحة

## Check your answers
case-check-title = راجع إجاباتك
case-check-lead = هذا ما سيقرؤونه. لم يخرج شيء من المكتب.
case-check-complete = الاكتمال
case-check-findings = ملاحظات
case-check-none = لا ملاحظات بحسب قواعد الدولتين والمعاهدات.
case-check-verdict-sendable = يمكن إرساله.
case-check-verdict-sendable-with-reasons = يمكن إرساله متى ذُكر سبب لكل تحذير أدناه.
case-check-verdict-blocked = لا يمكن إرساله بعدُ طلبًا كاملًا. يمكن أن يُرسل مشروعًا للتشاور، أو عاجلًا مع تاريخ للاستكمال إذا كانت حياة أو دليل أو فرار في الميزان.
case-check-reason-for = لماذا يُرسل مع ذلك
case-check-basis = الأساس القانوني
case-check-basis-lead = بحسب القوة. أولها يحمل الطلب.
case-check-basis-none = لم تُوجد معاهدة نافذة بين الدولتين. يقوم الطلب على المعاملة بالمثل والمجاملة الدولية.
case-check-basis-articles = المواد
case-check-basis-why = السبب
case-check-standing-question = بأي صفة يُرسل؟
case-check-standing-complete-hint = يكون له أثر قانوني عند تسليمه.
case-check-standing-consultation-hint = يبدون رأيهم فيه. لا يطلب شيئًا بعد ولا تبدأ به مهلة.
case-check-standing-urgent = عاجل، يُستكمل لاحقًا
case-check-standing-urgent-hint = فقط إذا كانت حياة أو دليل أو فرار في الميزان. ويُرسل معه سبب رئيس السلطة.
case-check-by = يُستكمل قبل
case-check-ground = ما الذي في الميزان؟
case-check-ground-life = حياة شخص أو سلامته
case-check-ground-evidence = دليل قد يضيع
case-check-ground-flight = شخص قد يفرّ
case-check-head-reason = سبب رئيس السلطة
case-check-head = رئيس السلطة
case-check-submit = تسليمه لصاحب الموافقة
case-check-submit-hint = يوافق عليه شخص ثانٍ. لا يوافق أحد على ما كتبه بنفسه.
case-check-answer-empty = بلا إجابة

## Review by the second person
case-review-title = مراجعة
case-review-lead = كتبه { $name } وسلّمه إليك. وافق عليه باسمك أو أعده مع ملاحظة.
case-review-own = أنت كتبت هذا الطلب فلا يمكنك الموافقة عليه. يوافق عليه شخص آخر.
case-review-reasons = التحذيرات والأسباب المذكورة
case-review-approve = موافقة
case-review-approve-hint = يظهر اسمك على الطلب بوصفك الشخص الثاني.
case-review-validate = التصديق بصفة قاضٍ
case-review-validate-hint = يظهر اسمك على الطلب بصفتك القاضي الذي صادق عليه، ثم يوافق عليه الشخص الثاني بعدك.
case-review-wait-judge = يقتضي قانون هذه الدولة أن يصادق قاضٍ على ما يُطلب هنا قبل الموافقة عليه.
case-review-validated = صادق عليه
case-review-return = إعادة إلى كاتبه
case-review-return-note = ما الذي ينبغي تغييره؟

## Sending
case-send-title = إرسال
case-send-lead = انظر مرة أخرى إلى ما يخرج من المكتب.
case-send-what = ما الذي يخرج
case-send-to = إلى من
case-send-label = بأي وسم
case-send-sealed = توقّعه { $authority } ويُختم لـ { $to }؛ ولا يستطيع أحد في الطريق قراءته.
case-send-standing = بأي صفة
case-send-record = بصمة السجل
case-send-second = الشخص الثاني
case-send-second-none = لا أحد: في هذه السلطة موظف واحد، والمرسل إليه مُبلَّغ بذلك.
case-send-who-reads = من يستطيع قراءته
case-send-confirm = اطّلعت عليه. يمكن أن يخرج من المكتب.
case-send-button = إرسال إلى { $authority }
case-send-confirm-missing = ضع علامة في الخانة لتقول إنك اطّلعت عليه.

## The case
case-title = { $number }
case-our-reference = مرجعنا
case-their-reference = مرجعهم
case-no-reference = لم يُعطَ بعد
case-officer = الموظف
case-approved-by = وافق عليه
case-written-by = كتبه
case-language = اللغة
case-next-step = الخطوة التالية
case-next-wait = لا شيء عليك الآن.
case-next-not-you = هذه الخطوة من شأن: { $role }.
case-waiting-for = في انتظار { $who }
case-waiting-for-them = في انتظار { $state }
case-waiting-for-us = الدور علينا
case-waiting-nobody = لا أحد
case-timeline = ما الذي حدث
case-timeline-empty = لم يحدث شيء بعد.
case-by-officer = { $role }، { $authority }
case-envelope = الظرف
case-messages = أسئلة وأجوبة
case-item-open = بلا جواب
case-item-answered = أُجيب
case-measures = التدابير المطلوبة
case-measure = التدبير
case-measures-empty = لم يُذكر تدبير بعد.
case-measure-asked = مطلوب
case-measure-accepted = مقبول
case-measure-refused = مرفوض
case-measure-in-execution = قيد التنفيذ
case-measure-executed = نُفِّذ
case-evidence = الأدلة
case-evidence-empty = لم يُرفق دليل بعد.
case-receipts = الإيصالات
case-receipts-lead = كل إيصال موقَّع من العقدة التي أعطته.
case-receipts-empty = لا إيصال بعد. وما لم يصل إيصال فلا يُعدّ الطلب مرسلًا.
case-receipt-r1 = قبلته العقدة
case-receipt-r2 = مرّ عبر وسيط
case-receipt-r3 = سُلِّم وحُفظ على قرصهم
case-receipt-r4 = فتحته السلطة
case-receipt-r5 = أُجيب عنه
case-receipt-verified = تُحُقِّق من التوقيع
case-receipt-unverified = لم يُتحقَّق من التوقيع
case-receipt-leaf = القيد { $leaf } في سجلهم
case-ledger = السجل
case-ledger-all = كل القيود عن هذه القضية
case-papers = الأوراق
case-papers-lead = تصدر من السجل نفسه؛ وعلى كل صفحة بصمته.
case-paper-letter = كتاب الطلب
case-paper-acknowledgement = تأكيد الاستلام
case-paper-certificate = شهادة الأدلة
case-paper-pdf = PDF
case-paper-print = نسخة للطباعة
case-print-paper = أي ورقة؟
case-content = الطلب نفسه
case-conditions = الشروط
case-reasons = الأسباب

## Steps of the case
case-do-register = تسجيل
case-do-register-hint = يأخذ هنا رقمًا ومسار استعجاله. وتبدأ مهلة تأكيد الاستلام.
case-do-acknowledge = تأكيد الاستلام
case-do-acknowledge-hint = يرون مرجعك ومتى يسمعون منك ثانية.
case-do-reference = مرجعك
case-do-next-date = متى يسمعون منك ثانية؟
case-do-ask = طلب ما ينقص
case-do-ask-hint = اختر الإجابات الناقصة أو الغامضة. تتوقف مهلة القرار حتى يجيبوا.
case-do-ask-field = الحقل
case-do-ask-no-field = لا يخص حقلًا بعينه
case-do-ask-text = ماذا تحتاج أن تعرف؟
case-do-answer-by = الإجابة قبل
case-do-consult = فتح تشاور
case-do-consult-hint = قبل رفض الطلب أو إرجاء تنفيذه يُتشاور مع السلطة الطالبة للنظر في إمكان تقديم المساعدة بشروط (اتفاقية مكافحة الجريمة المنظمة عبر الوطنية، المادة 18، الفقرة 26). تتوقف مهلة القرار حتى يجيبوا.
case-do-consult-about = ما موضوع التشاور؟ وما الشروط أو الضمانات التي تقترحها؟
case-do-answer = إجابة
case-do-answer-hint = طلبوا هذه البنود. ما تكتبه هنا يُضاف إلى الطلب لدى الطرفين.
case-do-answer-value = إجابتك
case-do-asked-by = مطلوب قبل { $date }
case-do-accept = قبول
case-do-accept-hint = كاملًا. تُرسل الشروط مع القرار.
case-do-conditions = الشروط، شرط في كل سطر
case-do-refuse = رفض
case-do-refuse-hint = يحتاج الرفض إلى سبب من القائمة المغلقة وتعليل وشخص ثانٍ. اسأل أو تشاور أولًا ما استطعت.
case-do-ground = سبب الرفض
case-do-ground-hint = لا تظهر بعض الأسباب هنا إلا بعد طلب ما ينقص أو فتح تشاور.
case-do-second = الشخص الثاني
case-do-reasons = التعليل
case-do-postpone = تأجيل
case-do-postpone-hint = بسبب إجراءات هنا. يُبلَّغون بالسبب وإلى متى.
case-do-review-by = يُعاد النظر فيه في
case-do-no-consultation = إن لم يجرِ تشاور: لماذا؟
case-do-confirm-refusal = تأكيد الرفض
case-do-confirm-refusal-hint = يقترح زميل الرفض. أنت الشخص الثاني؛ ويُبلَّغون متى أكّدت.
case-do-drop-refusal = صرف النظر عن الرفض المقترح
case-do-execute = تدوين التنفيذ
case-do-report = ماذا فُعل؟
case-do-executed-on = نُفِّذ في
case-do-begin = بدء التنفيذ
case-do-begin-hint = اذكر من كُلِّف به وما الذي ينتظره. يرون الملاحظة.
case-do-progress = إبلاغهم بسير العمل
case-do-executed-by = من أي سلطة أو محكمة؟
case-do-law = بموجب أي قانون؟
case-do-attach = إرفاق دليل
case-do-give-back = إعادة الأدلة
case-do-give-back-hint = كل ما أُرفق أعلاه يوقَّع ويُختم ويعاد مع سجل حفظه.
case-do-certificate = الشهادة
case-do-certificate-hint = من يشهد وبماذا، بالكلمات التي ستقرؤها المحكمة.
case-do-open = فتح
case-do-open-hint = يُتحقَّق من بصمة كل بند وحجمه وسجل حفظه قبل أن تستعمله.
case-do-confirm-return = إبلاغهم بالوصول
case-do-confirm-return-hint = يعرفون عن كل بند إن كان سليمًا.
case-do-close = إغلاق القضية
case-do-close-hint = إلامَ آلت الإجراءات؟ هل أُعيدت الأصول؟
case-do-withdraw = سحب
case-do-withdraw-hint = يُبلَّغون فورًا ويتوقفون. لا يُحذف شيء.
case-do-send-page = اطّلع على ما يخرج، ثم أرسل
case-do-review-page = اقرأ وقرّر
case-do-draft-page = متابعة المسودة
case-do-other = خطوات أخرى

## Grounds of refusal (the closed list; requests 3.15)
case-ground-not-in-conformity = غير مطابق للمعاهدة، وقد طُلب استكمال ما ينقص
case-ground-essential-interests = السيادة أو الأمن أو النظام العام أو مصالح أساسية أخرى
case-ground-own-law-prohibits = القانون الوطني يحظره في جريمة مماثلة
case-ground-dual-criminality = الفعل ليس جريمة هنا
case-ground-political-offence = جريمة سياسية
case-ground-persecution = خشية الاضطهاد أو التمييز
case-ground-ne-bis-in-idem = سبقت محاكمته عن الوقائع نفسها
case-ground-lapse-of-time = التقادم أو العفو
case-ground-nationality = من مواطنينا
case-ground-in-absentia = حوكم غيابيًا
case-ground-humanitarian = السن أو الصحة
case-ground-age-of-responsibility = دون سن المسؤولية الجنائية
case-ground-own-proceedings = إجراءات وطنية
case-ground-fiscal-nature = طابع ضريبي
case-ground-bank-secrecy = السرية المصرفية
case-ground-death-penalty = خشية عقوبة الإعدام أو المعاملة القاسية دون ضمانات
case-ground-torture = خشية التعذيب أو محاكمة غير عادلة؛ عدم الإعادة القسرية
case-ground-military-offence = جريمة عسكرية بحتة
case-ground-minor-importance = قلة أهمية أو كلفة غير متناسبة، بعد التشاور
case-ground-immunity = حصانة أو امتياز

## Evidence
case-ev-title = دليل
case-ev-add-title = إرفاق دليل
case-ev-add-lead = تُحسب بصمة الملف عند وصوله ويُحفظ مشفَّرًا. ولا يخرج من المكتب إلا حين تعيده.
case-ev-name = العنوان
case-ev-name-hint = ما هو؟ «كشوف الحساب …، من مارس إلى يونيو».
case-ev-kind = النوع
case-ev-kind-document = وثيقة
case-ev-kind-electronic = بيانات إلكترونية
case-ev-kind-statement = أقوال أو محضر سماع
case-ev-kind-recording = تسجيل صوتي أو مرئي
case-ev-kind-object = صورة شيء أو وصفه
case-ev-kind-bank-record = سجل مصرفي
case-ev-kind-image = صورة
case-ev-kind-video = تسجيل مرئي
case-ev-kind-interview = محضر مقابلة
case-ev-kind-confession = اعتراف
case-ev-kind-other = غير ذلك
case-ev-origin = من جمعه، وأين، ومتى، وبموجب أي قانون؟
case-ev-place = أين؟
case-ev-collected-by = من جمعه؟
case-ev-collected-on = في أي يوم؟
case-ev-law = بموجب أي قانون؟
case-ev-certificate = شهادة هذا البند
case-ev-use = شروط الاستعمال
case-ev-use-hint = فيمَ يجوز استعماله وفيمَ لا يجوز؟
case-ev-file = الملف
case-ev-file-hint = حتى { $max }. تُرسل الملفات الكبيرة أجزاءً وتُستأنف بعد انقطاع الخط.
case-ev-upload = إرفاق
case-ev-progress = استُلم
case-ev-size = الحجم
case-ev-type = الصنف
case-ev-integrity = السلامة
case-ev-sha-ok = المحتوى يطابق SHA-256 الخاص به
case-ev-sha-bad = المحتوى لا يطابق SHA-256 الخاص به
case-ev-bytes-ok = الحجم والمحتوى كما شُهد بهما (SHA-256)
case-ev-bytes-bad = الحجم أو المحتوى ليسا كما شُهد بهما (SHA-256)
case-ev-size-ok = الحجم كما ذُكر
case-ev-size-bad = الحجم يختلف عما ذُكر
case-ev-custody-ok = سجل الحفظ متصل
case-ev-custody-bad = سجل الحفظ منقطع
case-ev-whole = سليم
case-ev-broken = غير سليم
case-ev-not-yet = لم يُتحقَّق منه هنا بعد
case-ev-verified-at = تُحُقِّق منه: { $time }
case-ev-do-not-use = لا تستعمل هذا البند. أبلغ السلطة الأخرى واحفظه كما هو.
case-ev-custody = الحفظ
case-ev-custody-lead = كل حلقة تحمل بصمة ما قبلها.
case-ev-custody-collected = جُمع
case-ev-custody-sealed = خُتم
case-ev-custody-sent = أُرسل
case-ev-custody-received = استُلم
case-ev-custody-verified = تُحُقِّق منه
case-ev-custody-opened = فُتح
case-ev-custody-exported = صُدِّر
case-ev-previous = بعد
case-ev-first = الحلقة الأولى
case-ev-missing = لم يصل هذا البند بعد.

## Duty desk
case-duty-register = تسجيل { $number }
case-duty-acknowledge = تأكيد استلام { $number }

## Directory
directory-title = الدليل
directory-lead = من تسأل، وبأي لغة، وفي أي ساعة. مأخوذ من بطاقة كل دولة الموقَّعة، أو أُدخل هنا حيث يُذكر ذلك.
directory-state = الدولة
directory-ours = دولتنا
directory-authorities = السلطات
directory-functions = الوظائف
directory-languages = اللغات
directory-urgent-languages = اللغات في الحالات العاجلة
directory-local-time = الوقت هناك
directory-difference-same = الوقت نفسه هنا
directory-difference-ahead = يسبقنا بـ { $time }
directory-difference-behind = يتأخر عنا بـ { $time }
directory-open-now = مفتوح الآن، حتى { $time }
directory-opens = مغلق. يفتح { $when }
directory-opens-in = بعد { $time }
directory-hours-unknown = أوقات العمل غير مذكورة
directory-hours = أوقات العمل
directory-weekend = عطلة الأسبوع
directory-holidays = العطل القادمة
directory-247 = جهة اتصال على مدار الساعة
directory-247-none = لا جهة اتصال مذكورة على مدار الساعة.
directory-phone = الهاتف
directory-email = البريد الإلكتروني
directory-address = العنوان
directory-verified = رُوجع في
directory-card = بطاقة الدولة
directory-card-sequence = البطاقة { $n }
directory-card-expires = صالحة حتى { $date }
directory-fingerprint = البصمة
directory-fingerprint-hint = اقرآها معًا بالهاتف قبل الوثوق بها.
directory-pinned = تحققنا منها
directory-not-pinned = لم نتحقق منها
directory-write = كتابة طلب إلى هذه السلطة
directory-requirements = ما تشترطه هذه الدولة
directory-treaties = المعاهدات النافذة
directory-treaty-since = منذ { $date }
directory-empty = لا تُعرف دولة أخرى بعد. يضيفها مدير النظام ببطاقة الدولة.
directory-function-central-authority = السلطة المركزية
directory-function-extradition = تسليم المطلوبين
directory-function-mla = المساعدة القانونية المتبادلة
directory-function-duty-desk-24-7 = مكتب المناوبة على مدار الساعة
directory-function-ncb = المكتب المركزي الوطني للإنتربول
directory-function-fiu = وحدة الاستخبارات المالية
directory-function-asylum-liaison = الاتصال بشأن اللجوء
directory-function-court = محكمة
directory-function-prosecutor = النيابة العامة
directory-function-police = الشرطة
directory-function-border = الحدود
verb-message-unexpected = حُفظت رسالة غير متوقعة
verb-message-unknown = حُفظت رسالة من نوع غير معروف
purpose-evidence = الإثبات
purpose-screening = التدقيق
purpose-investigation = التحقيق
purpose-intelligence = الاستخبارات
purpose-freezing = تجميد الأصول
purpose-immigration = الهجرة
purpose-oversight = الرقابة
purpose-administration = الإدارة

## Border
border-title = تدقيق
border-box = امسح الوثيقة أو اكتب الاسم
border-box-hint = سطرا منطقة القراءة الآلية، أو اسم العائلة والأسماء.
border-birth = تاريخ الميلاد
border-birth-hint = كما في الوثيقة: سنة-شهر-يوم، أو السنة وحدها.
border-nationality = الجنسية
border-document = رقم الوثيقة
border-check = تدقيق
border-next = الشخص التالي
border-understood = فُهم على أنه
border-mrz-ok = قُرئت منطقة القراءة الآلية؛ كل أرقام التحقق صحيحة.
border-mrz-bad = قُرئت منطقة القراءة الآلية، لكن رقم تحقق غير صحيح: { $fields }. قارن بالوثيقة.
border-name = الاسم
border-answer-no-record = لا قيد
border-answer-check = دقّق
border-answer-stop = قف
border-answer-cannot-say = لا يمكن القول
border-as-of = حتى { $time }
border-no-record-line = القوائم المحفوظة هنا لا تذكر أحدًا بهذا الاسم وتاريخ الميلاد.
border-no-record-do = تابع الفحص المعتاد. غياب القيد ليس إذنًا.
border-check-line = قد يكون شخص مدرج في قائمة هو هذا الشخص.
border-check-do = قارن الوثيقة بالقيد أدناه. لا تخبر الشخص. اطلب موظفًا ثانيًا.
border-stop-line = الاسم والهوية يطابقان قيدًا في قائمة.
border-stop-do = أبقِ الشخص هنا دون إثارة قلقه، واحتفظ بالوثيقة، واتصل الآن بالرقم أدناه.
border-cannot-line = لا جواب ممكن الآن.
border-cannot-do = افحص يدويًا واتصل بمكتب المناوبة. لا تعدّ هذا «لا قيد».
border-cannot-no-list = لم تُستورد قائمة هنا.
border-cannot-old = عمر القائمة بالأيام: { $days }.
border-cannot-mrz = تعذرت قراءة منطقة القراءة الآلية. امسح ثانية أو اكتب الاسم.
border-call = اتصل
border-call-none = لا رقم مسجَّل لمكتب المناوبة؛ اسأل رئيسك.
border-why = لماذا
border-hit = القيد { $n }
border-score = التطابق { $score } من 100
border-for = ما يؤيده
border-against = ما يعارضه
border-nothing-against = لا شيء
border-listed-names = الأسماء في القائمة
border-listed-births = تواريخ الميلاد في القائمة
border-list-reason = سبب الإدراج
border-list-and-version = القائمة والإصدار
border-list-reference = المرجع
border-advice = التطابق نصيحة. القرار لك.
border-query = الاستعلام
border-lists-asked = القوائم المستعلم عنها
border-empty-input = امسح وثيقة أو اكتب اسمًا أولًا.
border-part-name = الاسم
border-part-birth = تاريخ الميلاد
border-part-nationality = الجنسية
border-part-document = رقم الوثيقة
border-part-gender = الجنس
border-part-place = مكان الميلاد
border-feature-birth-day = تاريخ الميلاد نفسه
border-feature-birth-day-swapped = يوم الميلاد وشهره متبادلان
border-feature-birth-month = شهر الميلاد نفسه
border-feature-birth-year = سنة الميلاد نفسها
border-feature-birth-within = الميلاد ضمن المدة المذكورة
border-feature-birth-day-other = يوم آخر من السنة نفسها
border-feature-birth-year-other = سنة ميلاد أخرى
border-feature-country = البلد نفسه
border-feature-country-other = بلد آخر
border-feature-sex = الجنس نفسه
border-feature-sex-other = الجنس الآخر
border-feature-document = رقم الوثيقة نفسه
border-kind-exact = مطابق
border-kind-spelling = كتابة مختلفة قليلًا
border-kind-sound = نطق متقارب
border-kind-script = نفسه بخط آخر
border-kind-nickname = صيغة مختصرة أو تحبّبية
border-kind-initial = الحرف الأول
border-kind-joined = مكتوب متصلًا أو منفصلًا
border-kind-differs = مختلف
border-kind-only-asked = ليس في القائمة
border-kind-only-listed = في القائمة فقط
border-doubt-check-digit = رقم تحقق غير صحيح.
border-doubt-unknown-issuer = الدولة المصدرة غير معروفة.
border-doubt-unknown-nationality = الجنسية غير معروفة.
border-doubt-layout = تخطيط لوحة القارئ مشكوك فيه.
border-doubt-document-code = نوع الوثيقة غير معروف.
border-doubt-birth-date = تعذرت قراءة تاريخ الميلاد.
border-doubt-name-cut = قد يكون الاسم مبتورًا.
border-unit-of = { $part }: { $detail }
border-keys = مفتاح الإدخال يبدأ التدقيق. وبعد الجواب يكون الحقل جاهزًا للشخص التالي.

## Lists
list-title = القوائم
list-lead = ما تسأله الحدود. تحتفظ كل قائمة بإصدارها وبصمتها.
list-name = القائمة
list-date = تاريخ القائمة
list-age = العمر
list-age-days = { $n ->
    [0] من اليوم
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
list-individuals = أشخاص
list-entities = كيانات
list-changes = آخر تغيير
list-changes-text = أُضيف { $added }، وعُدِّل { $changed }، وحُذف { $removed }
list-imported = استُوردت
list-hash = SHA-256 للملف
list-empty = لم تُستورد قائمة. لا تستطيع الحدود أن تجيب إلا بـ«لا يمكن القول».
list-import-title = استيراد قائمة
list-import-lead = يُقرأ الملف كله أو لا يُقرأ؛ ويبقى الإصدار القديم مستعملًا حتى يستقر الجديد.
list-import-name = اسم القائمة
list-import-name-value = القائمة الموحدة لمجلس الأمن التابع للأمم المتحدة
list-import-file = الملف (صيغ الأمم المتحدة أو مكتب OFAC أو الاتحاد الأوروبي أو المملكة المتحدة أو كندا أو أستراليا أو FollowTheMoney، أو جدول)
list-import-id = اسم قصير
list-import-id-hint = أحرف صغيرة وأرقام وشرطات. إذا تُرك فارغًا فهو الاسم المعتاد للصيغة. والاسم نفسه مرة أخرى نسخة أحدث.
list-import-mapping = المقابلة
list-import-mapping-hint = لجدول خاص بكم فقط: أي عمود يقابل أي خاصية (TOML).
list-import-dropped = تُرك جانبًا وفق سياسة هذه العقدة: { $names }
list-import-removals = قبول اختفاء قيود أكثر من هذا العدد
list-import-removals-hint = تُرفض القائمة التي تفقد فجأة قيودًا كثيرة ما لم تذكر العدد هنا.
list-import-button = استيراد
list-import-running = الاستيراد جارٍ
list-import-step = { $done } من { $total }
list-import-step-open = { $done } حتى الآن
list-import-step-read = قراءة الملف
list-import-step-index = وضع الإصدار الجديد في مكانه
list-import-wait = تُعاد هذه الصفحة من تلقاء نفسها. يمكنك مغادرتها؛ ويستمر الاستيراد.
list-import-done = استُورد: أشخاص { $individuals }، كيانات { $entities }.
list-import-failed = رُفض الاستيراد؛ والقائمة المستعملة لم تتغير.
list-import-gone = لم يعد هذا الاستيراد معروفًا هنا. يبيّن الجدول أدناه ما هو مستعمل.
list-import-file-missing = اختر ملفًا.
list-back = العودة إلى القوائم

## Ledger
ledger-title = السجل
ledger-lead = من فعل ماذا ومتى ولماذا. كل قيد ورقة في شجرة تستطيع دول أخرى فحصها.
ledger-filter-verb = الفعل
ledger-filter-object = الموضوع
ledger-filter-from = من القيد
ledger-index = القيد
ledger-at = متى
ledger-actor = من
ledger-role = الوظيفة
ledger-verb = الفعل
ledger-object = الموضوع
ledger-purpose = الغرض
ledger-reason = السبب
ledger-rows = الصفوف المكتوبة
ledger-row = الصف
ledger-leaf = الورقة
ledger-empty = لا قيد مطابق.
ledger-verify = تحقّق من السجل كله الآن
ledger-verify-hint = يقرأ كل قيد وكل صف يذكره وكل نقطة تحقق.
ledger-verify-ok = تُحُقِّق: عدد القيود { $size }، ولم يتغير شيء.
ledger-verify-counts = تتطابق الصفوف { $rows } والملفات { $blobs } ونقاط التحقق { $checkpoints }.
ledger-verify-bad = { $n ->
    [one] تغيّر شيء واحد
    [two] تغيّر شيئان
    [few] تغيّرت { $n } أشياء
   *[other] تغيّر { $n } شيئًا
}
ledger-root = الجذر
ledger-problem-place = الموضع
ledger-problem-what = الخلل
ledger-entry-title = القيد { $index }
ledger-proof = البرهان
ledger-proof-lead = بهذه القيم يستطيع أي شخص أن يعيد حساب الورقة ويصعد إلى نقطة التحقق الموقَّعة، دون هذا البرنامج.
ledger-proof-entry = القيد كما حُسبت بصمته
ledger-proof-salt = الملح
ledger-proof-path = الطريق إلى الجذر
ledger-proof-checkpoint = نقطة التحقق
ledger-proof-download = تنزيل البرهان (JSON)
ledger-next = قيود أقدم
ledger-previous = قيود أحدث
ledger-actor-officer = الموظف { $id }
ledger-actor-peer = عقدة { $state }
ledger-actor-system = العقدة نفسها: { $worker }
