# الأساس القانوني: ما يرد أيضا في القائمة.

basis-why-council-freeze = قرر مجلس الأمن أن تجمّد جميع الدول هذه الأصول دون تأخير.
basis-why-included-in-treaties = تُعدّ الجريمة مدرجة في معاهدات تسليم المطلوبين بين الدولتين؛ ولا تُتخذ الاتفاقية نفسها أساسا.
basis-why-not-needed = لا حاجة إلى أساس قانوني؛ ويتناول الصك هذا النوع من التعاون.

basis-gives-arrest = التوقيف إلى حين البت في التسليم
basis-gives-electronic-original = الطلب الإلكتروني له حجية الأصل

basis-lacks-extradition-law = لا يُعرف هل تشترط الدولة المطلوب منها معاهدة للتسليم
basis-lacks-basis-declaration = لا يُعرف هل تتخذ اتفاقية متعددة الأطراف معاهدةً لذلك

basis-help-mla = المساعدة القانونية المتبادلة
basis-help-extradition = تسليم المطلوبين
basis-help-transfer-of-proceedings = نقل الإجراءات الجنائية
basis-help-electronic-evidence = الأدلة الإلكترونية
basis-help-joint-investigation = فريق تحقيق مشترك
basis-help-freezing = تجميد الأصول
basis-help-spontaneous-information = معلومات تلقائية
basis-help-police = التعاون الشرطي
basis-help-notice = نشرة

basis-binding-both = يُلزم الدولتين
basis-binding-undated = الدولتان طرفان؛ ولم يُذكر منذ متى
basis-binding-entry-unknown = طرف؛ ولا يُعرف اليوم الذي بدأ فيه الإلزام
basis-binding-succession = دولة خلف؛ ولم يُذكر منذ متى هي ملزَمة
basis-binding-no-list = لا توجد هنا قائمة بأطرافه
basis-binding-signed-then = موقَّع فقط في تاريخ القائمة
basis-binding-absent-then = غير وارد في القائمة في تاريخها؛ وربما انضم بعد ذلك
basis-binding-not-yet = لم يدخل بعد حيز النفاذ بين الدولتين
basis-binding-reserved = تحفظ يستبعد هذا النوع من المساعدة
basis-binding-denounced = انسحبت منه إحدى الدولتين
basis-binding-only-signed = توقيع دون رضا بالالتزام
basis-binding-not-joined = ليست الدولتان معا طرفين فيه
basis-binding-no-treaty = نظام لا يُلزم أحدا

atlas-title = أطلس المعاهدات
atlas-lead = ما يُلزم دولتين في يوم معيّن، وما لا يُلزمهما، وما هو مجهول.
atlas-one = دولة
atlas-other = الدولة الأخرى
atlas-kind = نوع المساعدة
atlas-on = في يوم
atlas-on-hint = السنة والشهر واليوم: 2026-03-01
atlas-same = اختر دولتين مختلفتين.
atlas-bad-day = هذا ليس تاريخا. اكتب السنة والشهر واليوم: 2026-03-01.
atlas-binding = مُلزم
atlas-unknown = مجهول
atlas-not-binding = غير مُلزم
atlas-none = لا شيء.
atlas-instrument = الصك
atlas-article = المادة
atlas-gives = يمنح
atlas-since = نافذ بين الدولتين منذ
atlas-as-of = البيانات بتاريخ
atlas-why = السبب
atlas-ask = من يُسأل
atlas-ask-depositary = الوديع: { $name }
atlas-ask-states = السلطة المركزية في: { $states }
atlas-old = أقدم من 180 يوما
atlas-whole = الصك كله
atlas-gaps-title = ثغراتنا
atlas-gaps-lead = موقف دولتنا من الصكوك العالمية التسعة عشر لمكافحة الإرهاب، والدول التي تربطها بها معاهدة.
atlas-gaps-nineteen = الصكوك التسعة عشر
atlas-standing = الموقف
atlas-reach = مع من تُلزمنا معاهدة
atlas-reach-lead = عدد الدول لكل نوع من المساعدة.
atlas-reach-binding = معاهدة مُلزمة
atlas-reach-unknown = مجهول
atlas-reach-none = لا معاهدة
atlas-would = ما يغيّره الانضمام
atlas-would-lead = الطلبات الجارية التي يجوز لك الاطلاع عليها ولا تحملها اليوم أي معاهدة.
atlas-would-none = لن يكسب أي منها أساسا.
atlas-would-line = { $n ->
    [one] لو انضمت دولتنا إلى { $instrument } لكسب طلب جارٍ واحد أساسا:
    [two] لو انضمت دولتنا إلى { $instrument } لكسب طلبان جاريان أساسا:
    [few] لو انضمت دولتنا إلى { $instrument } لكسبت { $n } طلبات جارية أساسا:
   *[other] لو انضمت دولتنا إلى { $instrument } لكسب { $n } طلبا جاريا أساسا:
}
atlas-to-gaps = ثغراتنا
atlas-alone-not-joined = ليست طرفا
atlas-alone-not-yet = لم يدخل بعد حيز النفاذ
atlas-alone-denounced = انسحبت منه
atlas-back = مقارنة دولتين

basis-letter-council = يقدَّم هذا الطلب بموجب الفقرة { $article } من قرار مجلس الأمن { $title }.
basis-letter-procedure = ويُنفَّذ وفقا للمادة { $article } من الصك الآتي: { $title }.
basis-letter-procedure-general = ويُنفَّذ وفقا للصك الآتي: { $title }.
basis-letter-supporting-article = يُشار إلى المادة { $article } من الصك الآتي: { $title }.
basis-letter-supporting-general = يُشار إلى الصك الآتي: { $title }.
