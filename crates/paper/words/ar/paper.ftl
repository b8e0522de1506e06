# كلمات الوثائق (الطلب والإشعار والشهادة) والاستمارات وفحص الشكل.

## Every paper
paper-title-request = طلب
paper-title-acknowledgement = إشعار بالاستلام
paper-title-certificate = شهادة بشأن الأدلة
paper-page = الصفحة { $page } من { $pages }
paper-record = بصمة السجل (SHA-256)
paper-record-note = استُخرجت هذه الوثيقة من السجل الذي يحمل هذه البصمة، والعبرة بالسجل.
paper-qr = رمز الاستجابة السريعة لبصمة السجل
paper-releasable = يجوز إطلاع { $states } عليها
paper-releasable-nobody = لا يجوز إطلاع أحد عليها
paper-review = تُراجع قبل { $date }
paper-expires = تنتهي في { $date }
paper-to = إلى
paper-number = الرقم
paper-your-reference = مرجعكم
paper-our-reference = مرجعنا
paper-date = التاريخ
paper-subject = الموضوع
paper-urgency = درجة الاستعجال
paper-urgency-normal = عادية
paper-urgency-urgent = مستعجلة (أيام)
paper-urgency-emergency = طارئة (ساعات)
paper-original = لغة الأصل
paper-original-note = ما كتبه المحرر يرد بلغته الأصلية، أما الأجزاء الثابتة فترد بلغة هذه الوثيقة.
paper-telephone = الهاتف
paper-duty = على مدار الساعة
paper-schedule = التذييل { $letter }: { $title }
paper-signed-for = { $authority }
paper-signature = التوقيع والختم
paper-signed-note = وُقّعت وخُتمت إلكترونياً، والتوقيعات مرافقة للسجل. هذا الموضع للدول التي تشترط الورق.

## Request
paper-request-opening = تهدي السلطة الطالبة ({ $authority }، { $state }) تحياتها إلى السلطة المطلوب منها ({ $to_authority }، { $to_state })، وتتشرف بطلب المساعدة في القضية المبينة أدناه.
paper-request-closing = وتشكر السلطة الطالبة ({ $authority }) السلطة المطلوب منها ({ $to_authority }) على مساعدتها، وتغتنم هذه الفرصة لتعرب لها مجدداً عن فائق تقديرها.
paper-consultation = مشروع للتشاور. ليس له أثر قانوني ولا يبدأ به أي أجل ولا يُطلب به أي إجراء. يُرحَّب بالملاحظات.
paper-urgent-completion = طلب مستعجل غير مكتمل بعد: يُستكمل في موعد أقصاه { $date }. ما هو معرض للخطر: { $ground }. السبب الذي أبداه رئيس السلطة: { $reason }
paper-ground-life = الحياة أو السلامة الجسدية
paper-ground-evidence = ضياع الأدلة
paper-ground-flight = فرار شخص
paper-second-none = ليس لدى السلطة المرسِلة سوى موظف واحد: لم يوقّع أحد غير المحرر.

## Acknowledgement
paper-ack-opening = تقر السلطة المطلوب منها ({ $authority }، { $state }) باستلام الطلب المذكور أعلاه.
paper-ack-received = وقت التسليم
paper-ack-by = صدر الإشعار عن
paper-ack-next = ستتلقون رداً منا في موعد أقصاه
paper-ack-digest = البصمة الواردة أسفل كل صفحة حُسبت هنا من السجل كما وصل. قارنوها بالبصمة الموجودة في ملفكم.
paper-ack-measures = التدابير المطلوبة
paper-ack-missing = ما يلزم قبل البت
paper-ack-nothing = لا يلزم شيء آخر في الوقت الحاضر.
paper-ack-closing = لا يمس هذا الإشعار البت في موضوع الطلب.

## Certificate of evidence
paper-cert-opening = تشهد السلطة المطلوب منها ({ $authority }، { $state }) بأن المواد المدرجة أدناه تم الحصول عليها تنفيذاً للطلب المذكور أعلاه، وهي مُعادة إلى السلطة الطالبة ({ $to_authority }، { $to_state }).
paper-cert-check = تُعرَّف كل مادة ببصمتها وفق SHA-256. ويمكن لمن يحوز الملف أن يعيد حساب البصمة، ببرنامج sha256sum مثلاً، وأن يقارنها بهذه القائمة.
paper-cert-execution = التنفيذ
paper-cert-list = قائمة المواد
paper-cert-text = الشهادة
paper-cert-closing = أُعطيت لاستعمالها في الإجراءات المبينة في الطلب، ضمن حدود الاستعمال المذكورة لكل مادة.
paper-report-what = ما أُنجز
paper-report-on = التاريخ
paper-report-by = الجهة المنفذة
paper-report-law = بموجب
paper-col-number = رقم
paper-col-item = المادة والملف
paper-col-size = الحجم
paper-col-sha256 = SHA-256
paper-item = البند { $index }: { $title }
paper-item-file = الملف
paper-item-kind = النوع
paper-item-collected-by = جمعها
paper-item-collected-at = وقت الجمع
paper-item-place = المكان
paper-item-law = بموجب
paper-item-certificate = الشهادة
paper-item-use = الاستعمال المسموح به
paper-custody = سجل الحيازة
paper-col-when = متى
paper-col-who = القائم بالفعل
paper-col-action = الفعل
paper-col-why = السبب
paper-col-link = الصلة بالخطوة السابقة
paper-custody-first = الخطوة الأولى
paper-custody-officer = الموظف { $id }
paper-custody-system = عملية آلية
paper-custody-why-attached = أُرفق بالطلب
paper-custody-why-returned = سُلّم إلى الدولة الطالبة
paper-custody-why-arrived = ورد مع الأدلة المسلَّمة
paper-custody-why-paper = ورد ورقياً ومُسح ضوئياً هنا
paper-custody-why-holds = الملف وسجل الحيازة سليمان
paper-custody-why-broken = الملف أو سجل الحيازة معدَّل
paper-custody-why-opened = فتحه موظف
paper-custody-collected = جُمعت
paper-custody-sealed = خُتمت
paper-custody-sent = أُرسلت
paper-custody-received = استُلمت
paper-custody-verified = جرى التحقق منها
paper-custody-opened = فُتحت
paper-custody-exported = صُدّرت

## When a paper cannot be set
paper-error-font = يتعذر تنضيد هذه الوثيقة: لا يوجد خط للكتابة { $script }. أضيفوا خطاً إلى مجلد الخطوط (في Debian: fonts-noto-core وfonts-noto-cjk) أو استعملوا عرض الطباعة.
paper-error-set = تعذر تنضيد هذه الوثيقة. ويُظهر عرض الطباعة المحتوى نفسه.
script-latin = اللاتينية
script-cyrillic = السيريلية
script-arabic = العربية
script-han = الصينية
script-other = أخرى (الحرف { $character })

## Forms
form-beyond = بيانات أخرى
    .help = وردت هذه البيانات مع الطلب ولا مكان لها في النموذج كما تعرفه هذه العقدة، وهي محفوظة كما وردت.
    .source = خارج النموذج
form-language-of = لغة «{ $field }»
    .help = اللغة التي كُتب بها هذا النص (رمز من حرفين).
form-withheld = محجوب: { $reason }
form-label-value = { $label }: { $value }
form-list-separator = {"، "}
form-codes-separator = {"؛ "}
form-moment-separator = {"، "}

## Shape check
finding-shape-01 = لا يعرف النموذج الحقل «{ $name }». وقد حُفظ كما ورد.
    .action = تحققوا مما إذا كان ينتمي إلى حقل معروف.
finding-shape-02 = يضم النص { $found } حرفاً، والحد الأقصى { $max }.
    .action = اختصروه أو أرفقوا النص الكامل كوثيقة.
finding-shape-03 = يُنتظر هنا نوع آخر من القيم.
    .action = املأوه كما تبين الإرشادات أسفل الحقل، أو أجيبوا «غير معروف».
finding-shape-04 = «{ $code }» ليس في القائمة المغلقة.
    .action = اختاروا إحدى الإجابات المعروضة.
finding-shape-05 = هذا الحقل مطلوب وهو فارغ.
    .action = املأوه؛ وإذا كان الجواب غير معروف فقولوا ذلك: «غير معروف» جواب.
finding-shape-06 = عدد المدخلات يتجاوز { $max } المسموح به.
    .action = احذفوا مدخلات أو أرفقوا الباقي في وثيقة.

## Sources
source-untoc = اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية، المادة { $article }
source-ets185 = اتفاقية مجلس أوروبا المتعلقة بالجريمة الإلكترونية، المادة { $article }
source-ets182 = البروتوكول الإضافي الثاني للاتفاقية الأوروبية للمساعدة المتبادلة، المادة { $article }
source-cets224 = البروتوكول الإضافي الثاني لاتفاقية الجريمة الإلكترونية، المادة { $article }
source-cets217 = البروتوكول الإضافي لاتفاقية منع الإرهاب، المادة { $article }
source-tcy = النماذج الصادرة عن لجنة اتفاقية الجريمة الإلكترونية
source-iccpr = العهد الدولي الخاص بالحقوق المدنية والسياسية، المادة { $article }
source-ets24 = الاتفاقية الأوروبية لتسليم المطلوبين (ETS 24)، المادة { $article }
source-model = معاهدة الأمم المتحدة النموذجية لتسليم المطلوبين، المادة { $article }
source-eaw = أمر القبض الأوروبي، الاستمارة، الخانة { $article }
source-bombings = الاتفاقية الدولية لقمع الهجمات الإرهابية بالقنابل، المادة { $article }
source-cat = اتفاقية مناهضة التعذيب، المادة { $article }
source-vccr = اتفاقية فيينا للعلاقات القنصلية، المادة { $article }
source-crc = اتفاقية حقوق الطفل، المادة { $article }
source-res2322 = قرار مجلس الأمن 2322 (2016)، الفقرة { $article }
source-res2253 = قرار مجلس الأمن 2253 (2015)، الفقرة { $article }
source-res1373 = قرار مجلس الأمن 1373 (2001)، الفقرة { $article }
source-dir977 = التوجيه (EU) 2023/977 بشأن تبادل المعلومات بين أجهزة إنفاذ القانون، المادة { $article }
source-rpd = نظام الإنتربول لمعالجة البيانات، المادة { $article }
source-ets073 = الاتفاقية الأوروبية لنقل الإجراءات في المسائل الجنائية، المادة { $article }
source-eutcp = لائحة الاتحاد الأوروبي 2024/3011 بشأن نقل الإجراءات، المادة { $article }
source-financing-1999 = الاتفاقية الدولية لقمع تمويل الإرهاب، المادة { $article }
source-fatf = التوصية { $article } لفرقة العمل المعنية بالإجراءات المالية
source-practice = الممارسة المستقرة لدى السلطات المركزية
