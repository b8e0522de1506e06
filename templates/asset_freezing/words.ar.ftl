# كلمات النموذج «asset_freezing»: الأقسام والحقول وإرشاداتها والرموز.

asset_freezing-template = طلب تجميد الأصول (القرار 1373)

## Sections
asset_freezing-section-designation = التدبير الداخلي
    .help = ما قررته الدولة الطالبة نفسها بشأن الشخص أو الكيان.
asset_freezing-section-case = بيان القضية
    .help = لماذا توجد أسباب معقولة للتجميد. والوصف وحده، ولو صح، ليس قضية.
asset_freezing-section-dated_facts = الوقائع
    .help = ما الذي فُعل ومتى، واقعة في كل مدخل، مع المصدر الذي يؤيدها.
    .one = الواقعة { $index }
    .add = إضافة واقعة
    .remove = حذف الواقعة { $index }
asset_freezing-section-confidential_case = الجزء السري من القضية
    .help = منفصل عن الطلب: يمكن نزعه قبل إطلاع غيركم على شيء.
asset_freezing-section-assets = الأصول المعروفة
    .help = ما هو معروف؛ ويشمل التجميد الأموال والموارد الاقتصادية الأخرى أيضاً.
    .one = الأصل { $index }
    .add = إضافة أصل
    .remove = حذف الأصل { $index }
asset_freezing-section-asked = المطلوب
    .help = ما يُطلب من الدولة المطلوب منها فعله وما يليه.
asset_freezing-section-remedies = سبل الانتصاف وجهات الاتصال
    .help = إلى أين يتجه المعنيون: للطعن في التدبير أو لرفع أسمائهم من القائمة أو للحصول على ما يعيشون به.

## Measure at home
asset_freezing-designation-kind = نوع التدبير
    .help = إدراج أو قضية جنائية أو كلاهما. و«لا شيء بعد» إن سبقهما الطلب.
asset_freezing-designation-act = القرار
    .help = رقم قرار الإدراج وعنوانه.
asset_freezing-designation-designated_on = تاريخ الإدراج
    .help = متى اتُّخذ القرار.
asset_freezing-designation-authority = السلطة التي أدرجت
    .help = من اتخذ القرار.

## Statement of case
asset_freezing-case-criteria = معايير الفقرة 1(c)
    .help = أي معايير القرار تنطبق على الشخص أو الكيان.
asset_freezing-case-grounds = الأسباب المعقولة
    .help = ما يستخلص من الوقائع أدناه، ولماذا تتحقق المعايير.
asset_freezing-case-releasable = الصيغة القابلة للكشف
    .help = ما يجوز أن يعرفه الشخص والمصارف والجمهور. وبدونها يصعب الدفاع عن التدبير أمام القضاء.
asset_freezing-case-confidential = الجزء السري
    .help = للسلطة التي تقرر ومحكمتها فقط.
asset_freezing-case-un_list = قوائم الأمم المتحدة
    .help = هل الشخص أو الكيان مدرج في قائمة لمجلس الأمن.
asset_freezing-case-proportionality = التناسب
    .help = ما يُتخذ كي يستمر العمل الإنساني المشروع.

## Facts
asset_freezing-dated_facts-happened_on = التاريخ
    .help = الشهر أو السنة وحدها جواب أيضاً.
asset_freezing-dated_facts-what = ما حدث
    .help = من فعل ماذا وبأي مال ولأي غاية.
asset_freezing-dated_facts-source = المصدر
    .help = حكم أو محضر أو مصدر علني أو الجهاز الذي يضمنه.

## Known assets
asset_freezing-assets-kind = نوع الأصل
    .help = حساب أو عقار أو مركبة أو محفظة أو مورد اقتصادي آخر.
asset_freezing-assets-holder = الحائز
    .help = باسم من هو.
asset_freezing-assets-identifier = المعرّف
    .help = رقم الحساب والمصرف، أو القيد في السجل، أو عنوان المحفظة.
asset_freezing-assets-place = المكان
    .help = أين يوجد.
asset_freezing-assets-amount = المبلغ
    .help = آخر ما عُرف.
asset_freezing-assets-currency = العملة
    .help = رمز من ثلاثة أحرف (ISO 4217) أو اسم الأصل المشفر.
asset_freezing-assets-link = الصلة بالشخص أو الكيان
    .help = مملوك أو مسيطر عليه أو محوز نيابة عنه: وكيف عُرف ذلك.

## What is asked
asset_freezing-asked-actions = الإجراءات المطلوبة
    .help = التجميد أو الإدراج أو التتبع أو إبقاء الطلب سراً.
asset_freezing-asked-no_prior_notice = دون إشعار مسبق
    .help = هل يجب ألا يعلم المعنيون به قبل التجميد.
asset_freezing-asked-follow_up = المتابعة المنتظرة
    .help = الجواب المرغوب: يوم التجميد وساعته والمبالغ؛ ثم المراجعة أو الحجز أو المصادرة.

## Remedies and contacts
asset_freezing-remedies-remedy = سبيل الانتصاف
    .help = بأي طعن وأمام من وفي أي أجل يمكن الاعتراض على التدبير الداخلي.
asset_freezing-remedies-delisting_contact = جهة الاتصال لرفع الاسم من القائمة
    .help = أين يطلب الشخص أو الكيان رفع اسمه من القائمة.
asset_freezing-remedies-exemption_contact = جهة الاتصال للاستثناءات
    .help = أين يُنظر في النفقات الأساسية والاستثناءات الإنسانية.

## Codes
asset_freezing-code-designations-designation = إدراج
asset_freezing-code-designations-criminal_case = قضية جنائية
asset_freezing-code-designations-both = إدراج وقضية جنائية
asset_freezing-code-designations-none = لا شيء بعد
asset_freezing-code-criteria-commits = يرتكب أعمالاً إرهابية
asset_freezing-code-criteria-attempts = يحاول ارتكاب أعمال إرهابية
asset_freezing-code-criteria-participates = يشارك في أعمال إرهابية
asset_freezing-code-criteria-facilitates = يسهّل أعمالاً إرهابية
asset_freezing-code-criteria-owned_or_controlled = كيان يملكه مرتكبو هذه الأعمال أو يسيطرون عليه
asset_freezing-code-criteria-acting_on_behalf = يتصرف نيابة عن مرتكبي هذه الأعمال أو بتوجيه منهم
asset_freezing-code-un_lists-not_listed = غير مدرج
asset_freezing-code-un_lists-proposed = مقترح إدراجه
asset_freezing-code-un_lists-listed = مدرج
asset_freezing-code-un_lists-removed = رُفع من القائمة
asset_freezing-code-assets-bank_account = حساب مصرفي
asset_freezing-code-assets-real_property = عقار
asset_freezing-code-assets-vehicle = مركبة
asset_freezing-code-assets-vessel = سفينة أو طائرة
asset_freezing-code-assets-crypto_wallet = محفظة أصول مشفرة
asset_freezing-code-assets-shares = أسهم أو أوراق مالية
asset_freezing-code-assets-cash = نقد
asset_freezing-code-assets-other = مورد اقتصادي آخر
asset_freezing-code-actions-freeze = التجميد دون تأخير
asset_freezing-code-actions-designate = الإدراج
asset_freezing-code-actions-trace = تتبع أصول أخرى
asset_freezing-code-actions-keep_secret = إبقاء الطلب سراً حتى التجميد
