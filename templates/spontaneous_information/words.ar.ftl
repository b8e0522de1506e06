# كلمات النموذج «spontaneous_information»: الأقسام والحقول وإرشاداتها والرموز.

spontaneous_information-template = معلومات تلقائية
spontaneous_information-opening = تهدي السلطة المقدمة للمعلومات ({ $authority }، { $state }) تحياتها إلى السلطة المتلقية ({ $to_authority }، { $to_state })، وتتشرف بإحاطتها علما بالمعلومات التالية بالشروط المبينة أدناه.
spontaneous_information-closing = وتغتنم السلطة المقدمة للمعلومات ({ $authority }) هذه الفرصة لتعرب للسلطة المتلقية ({ $to_authority }) مجدداً عن فائق تقديرها.

## Sections
spontaneous_information-section-information = المعلومات
    .help = ملخص يمكن قراءته فورا، ومحتوى يُفتح عند قبول الشروط.
spontaneous_information-section-conditions = الشروط
    .help = ما يجوز للدولة المتلقية أن تفعله بالمعلومات. اذكروها حتى إن لم يكن هناك شرط.
spontaneous_information-section-movements = التنقلات
    .help = رحلات تمت أو متوقعة: متى، وبأي وسيلة، ومن أين إلى أين، وبأي اسم.
    .one = التنقل { $index }
    .add = إضافة تنقل
    .remove = حذف التنقل { $index }
spontaneous_information-section-reply = الرد
    .help = هل ترغبون في معرفة ما آلت إليه.

## The information
spontaneous_information-information-summary = الملخص
    .help = يظهر قبل قبول الشروط: من دون أسماء أو مصادر.
spontaneous_information-information-content = المحتوى
    .help = ما هو معروف، وعمن، ومنذ متى. يُفتح عند قبول الشروط.
spontaneous_information-information-reason = سبب الإرسال
    .help = ما الذي قد تساعد الدولة الأخرى على الشروع فيه أو القيام به.
spontaneous_information-information-reliability = موثوقية المصدر
    .help = من A، موثوق تماما، إلى F، لا يمكن تقديره.
spontaneous_information-information-accuracy = دقة المعلومات
    .help = من 1، مؤكدة، إلى 6، لا يمكن تقديرها.
spontaneous_information-information-own_proceeding_safe = لا ضرر على الإجراءات الوطنية
    .help = هل تسمح تحقيقاتكم بتقديم المعلومات.
spontaneous_information-information-obtained_how = كيف تم الحصول عليها
    .help = ما قيل أثناء الاحتجاز: اذكروا في ظل أي ضمانات قيل.

## Conditions
spontaneous_information-conditions-use = الاستعمال
    .help = اختاروا «بلا شرط» إن لم يكن هناك شرط.
spontaneous_information-conditions-onward_transfer = نقلها إلى الغير
    .help = هل يجوز إعطاؤها لسلطة أخرى أو دولة أخرى.
spontaneous_information-conditions-text = الشروط بالكلمات
    .help = ما لا تقوله الرموز: من يجب ألا يُذكر اسمه، وممن تُطلب الموافقة.
spontaneous_information-conditions-review_on = المراجعة في
    .help = اليوم الذي يُعاد النظر فيها؛ خلال خمس سنوات على الأكثر.
spontaneous_information-conditions-expires_on = تنتهي في
    .help = اليوم الذي لا يجوز استعمالها بعده.
spontaneous_information-conditions-certificate = شهادة للاستعمال كدليل
    .help = ستسأل المحكمة عمن أعد السجل وكيف حُفظ.

## Persons
spontaneous_information-persons-biometrics_taken_on = أُخذت البيانات البيومترية في
    .help = يوم التقاط الصورة أو أخذ البصمات.
spontaneous_information-persons-biometrics_quality = جودة البيانات البيومترية
    .help = الحجم والدقة والزاوية: ما تحتاج المقارنة إلى معرفته.

## Movements
spontaneous_information-movements-on = اليوم
    .help = ماض أو متوقع.
spontaneous_information-movements-means = الوسيلة
    .help = كيف يسافر الشخص.
spontaneous_information-movements-from_place = من
    .help = مكان المغادرة.
spontaneous_information-movements-to_place = إلى
    .help = مكان الوصول.
spontaneous_information-movements-name_used = الاسم المستعمل
    .help = الاسم الوارد في التذكرة أو الوثيقة.
spontaneous_information-movements-document = الوثيقة المستعملة
    .help = نوعها ورقمها وجهة إصدارها.

## Reply
spontaneous_information-reply-wished = الرد مرغوب فيه
    .help = هل يُرجى رد. لا يوجد واجب بالرد.
spontaneous_information-reply-question = ما يُرغب في معرفته
    .help = سؤال أو سؤالان.
spontaneous_information-reply-receipt = الإيصال مرغوب فيه
    .help = يبين الإيصال أن الشروط قُبلت، ويوقعه الجانبان.

## Codes
spontaneous_information-code-reliability-A = موثوق تماما (A)
spontaneous_information-code-reliability-B = موثوق عادة (B)
spontaneous_information-code-reliability-C = موثوق إلى حد ما (C)
spontaneous_information-code-reliability-D = غير موثوق عادة (D)
spontaneous_information-code-reliability-E = غير موثوق (E)
spontaneous_information-code-reliability-F = لا يمكن تقديره (F)
spontaneous_information-code-accuracy-1 = مؤكدة من مصادر أخرى (1)
spontaneous_information-code-accuracy-2 = صحيحة على الأرجح (2)
spontaneous_information-code-accuracy-3 = ربما كانت صحيحة (3)
spontaneous_information-code-accuracy-4 = مشكوك فيها (4)
spontaneous_information-code-accuracy-5 = غير مرجحة (5)
spontaneous_information-code-accuracy-6 = لا يمكن تقديرها (6)
spontaneous_information-code-uses-intelligence_only = كمعلومات استخبارية فقط
spontaneous_information-code-uses-lead_only = كخيط لتحقيقات خاصة
spontaneous_information-code-uses-evidence_with_consent = كدليل بعد الموافقة
spontaneous_information-code-uses-evidence = كدليل
spontaneous_information-code-uses-none = بلا شرط
spontaneous_information-code-certificates-attached = مرفقة
spontaneous_information-code-certificates-on_request = عند الطلب
spontaneous_information-code-certificates-none = لا توجد
spontaneous_information-code-means-air = جوا
spontaneous_information-code-means-sea = بحرا
spontaneous_information-code-means-rail = بالسكك الحديدية
spontaneous_information-code-means-road = برا
spontaneous_information-code-means-foot = سيرا على الأقدام
spontaneous_information-code-means-other = غير ذلك
