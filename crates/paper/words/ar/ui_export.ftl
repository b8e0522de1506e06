# Taking cards out in the formats of others.

verb-card-exported = أُخرجت بطاقة بصيغة أخرى
may-card-export = إخراج البطاقات بصيغ برامج أخرى

export-title = إخراج بطاقة
export-text = تقرأ برامج أخرى إحدى هذه الصيغ. سترى ما تفقده الصيغة من البطاقة قبل أن يخرج أي شيء.
export-format = الصيغة
export-format-stix = STIX 2.1
export-format-misp = حدث MISP
export-format-ftm = FollowTheMoney بلا وسوم: ما هو للجميع فقط
export-format-ftm-with-labels = FollowTheMoney مع وسومنا
export-look = عرض ما يُفقد
export-take = تنزيل الملف
export-carried = مذكور كما هو
export-coarsened = مذكور بدقة أقل
export-dropped = غير مذكور
export-foot = يغادر الملف العقدة، ويدوّن السجل أنك أخرجته.

refusal-export-nothing = لا شيء من هذه البطاقة مخصص اليوم لمتلقيها، فلم يُكتب شيء.
refusal-export-label = ليس في هذه الصيغة ما يعبّر عن وسم البطاقة. اختر صيغة أخرى؛ ولا يُكتب أبداً وسم أقل صرامة.
refusal-export-copy = وسم هذه البطاقة يبقيها داخل العقدة. اطلب من مالكها السماح بنسخها.
refusal-import-unread = تعذّرت قراءة الملف (عند: { $place }). لم يؤخذ منه شيء. اطلبه من مرسله من جديد.
refusal-intake-red = خصّه مرسله بأشخاص معيّنين فقط، فلا يجوز أن يحويه أي سجل. اطلب من المرسل وسماً أقل صرامة.
