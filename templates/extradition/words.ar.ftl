# كلمات النموذج «extradition»: الأقسام والحقول وشروحها والرموز.

extradition-template = طلب تسليم

## Sections
extradition-section-evidence = الأدلة
    .help = عندما تشترط الدولة المطلوب منها قرائن كافية فقط: إفادات ومستندات وما يثبته كل منها.
    .one = دليل { $index }
    .add = إضافة دليل
    .remove = حذف الدليل { $index }
extradition-section-assurances = الضمانات
    .help = ما يُتعهد به للشخص ومن يتعهد ومن يلزمه التعهد: النيابة والمحكمة وسلطة العفو. يمكن أن يأتي معظمها بعد التشاور، ولا تسليم قبلها.
    .one = الضمان { $index }
    .add = إضافة ضمان
    .remove = حذف الضمان { $index }
extradition-section-fair_trial = استمارة المحاكمة العادلة
    .help = المحاكمة التي تنتظر الشخص أو التي جرت. تُسأل عنها الدولة المطلوب منها أمام محاكمها.
extradition-section-speciality = قاعدة التخصيص
    .help = يُحاكم الشخص على ما ورد هنا دون غيره مما سبق.
extradition-section-competing = طلبات دول أخرى
    .help = من يطلب الشخص ذاته أيضاً، على ما هو معلوم؛ وعليه يتوقف ترتيب التسليم.
    .one = الطلب { $index }
    .add = إضافة طلب
    .remove = حذف الطلب { $index }
extradition-section-property = الأشياء
    .help = أشياء قد تصلح دليلاً أو نتجت عن الجريمة، تُسلَّم مع الشخص.
extradition-section-surrender = التسليم الفعلي
    .help = أين وكيف يُسلَّم الشخص بعد الموافقة.

## Offences
extradition-offences-limitation_there_on = تاريخ التقادم في الدولة المطلوب منها
    .help = وفق قانون الدولة المطلوب منها بقدر ما يُعلم.
extradition-offences-deemed_in = تُعدّ مرتكبة في
    .help = دول أخرى تعدّ الاتفاقية الجريمة مرتكبة فيها.

## Evidence
extradition-evidence-kind = النوع
    .help = ما هو.
extradition-evidence-title = العنوان
    .help = مع تاريخه وصاحبه.
extradition-evidence-shows = ما يثبته
    .help = أي ركن من أركان الجريمة، في جملة.
extradition-evidence-obtained = كيف حُصل عليه
    .help = الأقوال المأخوذة في الاحتجاز دون ضمانات لا يُبنى عليها قبض، وما انتُزع بالتعذيب لا يُرسل أبداً.

## Assurances
extradition-assurances-kind = موضوع التعهد
    .help = مدخل لكل تعهد.
extradition-assurances-givers = الجهة المانحة (نوعها)
    .help = أكثر من جهة للضمان المشترك. ووزارة الخارجية وحدها لا تُلزم النيابة ولا المحكمة.
extradition-assurances-given_by = الموقِّع
    .help = كما يوقعون: المنصب والاسم.
extradition-assurances-binds = من تُلزمه
    .help = من لا يستطيع مخالفتها. وفي الإعدام لا بد من الثلاثة: النيابة والمحكمة وسلطة العفو.
extradition-assurances-given_on = تاريخ الضمان
    .help = يوم التوقيع.
extradition-assurances-text = النص
    .help = كاملاً: ما لن يُطلب أو يُحكم به أو يُنفذ، أو ما سيُفعل.
extradition-assurances-expires = تنتهي في
    .help = «لا ينطبق» إن كان سارياً مدى حياة الشخص.
extradition-assurances-monitoring = موعد المتابعة القادم
    .help = اليوم الذي يتحقق فيه أحد من الوفاء به.

## Fair-trial sheet
extradition-fair_trial-court = المحكمة
    .help = أي محكمة تنظر أو نظرت القضية وكيف تُشكَّل.
extradition-fair_trial-ordinary_court = محكمة عادية
    .help = لا، إن كانت استثنائية أو عسكرية أو خاصة.
extradition-fair_trial-public = جلسات علنية
    .help = هل المحاكمة علنية.
extradition-fair_trial-counsel = محام من اختياره
    .help = أو محام يُنتدب مجاناً.
extradition-fair_trial-interpreter = مترجم شفوي
    .help = إن كان الشخص لا يفهم لغة المحكمة.
extradition-fair_trial-appeal = الاستئناف
    .help = هل تستطيع محكمة أعلى مراجعة الإدانة والعقوبة.
extradition-fair_trial-tainted_excluded = استبعاد الأقوال المنتزعة بالتعذيب
    .help = هل المحكمة ملزمة باستبعادها.
extradition-fair_trial-detention = مكان الاحتجاز وظروفه
    .help = أي سجن وأي نظام ومن يفتشه.

## Speciality
extradition-speciality-undertaking = متعهد بها
    .help = لازم إن لم تنص عليه المعاهدة.
extradition-speciality-text = النص
    .help = ما لن يُحاكم الشخص أو يُعاقب أو يُحتجز من أجله دون موافقة.
extradition-speciality-other_offences = جرائم أخرى معروفة
    .help = سمّوها الآن: تُطلب الموافقة مرة واحدة.

## Requests of other States
extradition-competing-state = الدولة
    .help = الدولة التي تطلبه أيضاً.
extradition-competing-made_on = تاريخ تقديمه
    .help = يوم طلبها.
extradition-competing-offence = الجريمة
    .help = موضوعه والعقوبة القصوى.
extradition-competing-note = لترتيب التسليم
    .help = الخطورة والمكان والتواريخ والجنسية وإمكان إعادة التسليم.

## Property
extradition-property-wanted = مطلوب تسليم أشياء
    .help = هل تُطلب أشياء مع الشخص.
extradition-property-items = ما هي
    .help = ما هي وأين قد تكون ومن له حق فيها.

## Surrender
extradition-surrender-place = المكان
    .help = مطار أو منفذ حدودي.
extradition-surrender-from_on = ممكن ابتداء من
    .help = أول يوم يمكن أن يحضر فيه الحرس.
extradition-surrender-escort = الحراسة المرافقة
    .help = من يحضر وعددهم ووسيلة سفرهم.
extradition-surrender-transit = العبور عبر
    .help = دول يلزم موافقتها على العبور.
extradition-surrender-medical = الاحتياجات الطبية
    .help = ما يجب أن يعلمه الحرس أو يحملوه.

## Codes
extradition-code-evidence_kinds-affidavit = إفادة مشفوعة بيمين
extradition-code-evidence_kinds-statement = أقوال
extradition-code-evidence_kinds-expert_report = تقرير خبير
extradition-code-evidence_kinds-document = وثيقة
extradition-code-evidence_kinds-recording = تسجيل كلام
extradition-code-evidence_kinds-exhibit = مستند مادي
extradition-code-obtained-at_liberty = بحرية وخارج الاحتجاز
extradition-code-obtained-custody_with_safeguards = في الاحتجاز بحضور محام أو قاض وبعد التنبيه إلى الحقوق
extradition-code-obtained-alleged = يُزعم وقوع إساءة معاملة
extradition-code-obtained-tainted = بالتعذيب أو إساءة المعاملة
extradition-code-assurance_kinds-death_not_sought = عدم طلب عقوبة الإعدام
extradition-code-assurance_kinds-death_not_imposed = عدم الحكم بالإعدام
extradition-code-assurance_kinds-death_not_carried_out = عدم تنفيذ الإعدام
extradition-code-assurance_kinds-life_review = مراجعة السجن مدى الحياة
extradition-code-assurance_kinds-in_absentia_retrial = إعادة المحاكمة بعد حكم غيابي
extradition-code-assurance_kinds-fair_trial_forum = محكمة عادية ومحاكمة عادلة
extradition-code-assurance_kinds-treatment = المعاملة ومكان الاحتجاز
extradition-code-assurance_kinds-return_of_national = الإعادة لقضاء العقوبة
extradition-code-assurance_kinds-speciality = قاعدة التخصيص
extradition-code-assurance_kinds-no_re_extradition = عدم التسليم إلى دولة ثالثة
extradition-code-assurance_kinds-monitoring_visits = زيارات متابعة
extradition-code-givers-head_of_state = رئيس الدولة
extradition-code-givers-government = الحكومة
extradition-code-givers-ministry_of_justice = وزارة العدل
extradition-code-givers-foreign_ministry = وزارة الخارجية
extradition-code-givers-embassy = سفارة
extradition-code-givers-prosecutor_general = النائب العام
extradition-code-givers-court = محكمة
extradition-code-givers-pardon_authority = صاحب سلطة العفو
extradition-code-givers-prison_authority = إدارة السجون
extradition-code-givers-police = الشرطة
extradition-code-givers-other = جهة أخرى مسماة في النص
extradition-code-powers-prosecutor = النيابة العامة
extradition-code-powers-court = المحكمة
extradition-code-powers-pardon = سلطة العفو
extradition-code-powers-prison = إدارة السجون
