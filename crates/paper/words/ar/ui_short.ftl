# كلمات النماذج القصيرة والطلبات المستخرجة من غيرها.

about-title = رسائل بشأن هذا الطلب
verb-request-supplemented = استُكمل برسالة أخرى
verb-request-amended = عُدّل برسالة أخرى
verb-request-reminded = أُرسل تذكير
verb-request-confirmed = تأكيد الطلب الشفوي كتابة
verb-request-part-withdrawn = سُحب جزء منه
convert-title = استخراج طلب آخر من هذا الطلب
convert-lead = يُنقل ما يطلبه النموذجان معا ويبقى الباقي مفتوحا. تُفحص المسودة الجديدة وتُعتمد وتُرسل كغيرها، ويبقى هذا الطلب على حاله.
convert-none = لا يمكن استخراج شيء من هذا الطلب.
convert-keep = حفظ البيانات الآن
convert-keep-measure = حفظ بيانات التدبير { $n } الآن: { $measure }
convert-assistance = طلب المساعدة القانونية المتبادلة
refusal-convert = لا يمكن استخراج هذا الطلب من ذاك.
    .action = اختر أحد السبل المعروضة.
