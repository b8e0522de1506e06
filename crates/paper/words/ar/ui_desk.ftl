# Words of the desk: the officer's day, the search, statistics, requests that name one person, tasks of domestic authorities.

## Rooms
ui-nav-search = البحث
ui-nav-statistics = الإحصاءات

## The officer's day
case-list-all = الطلبات
case-day-as-of = الحالة في الساعة { $time }. تُحدَّث الصفحة كل 30 ثانية.
case-count-mine = لديّ
case-handed = تسليم النوبة
case-handed-since = منذ
case-handed-arrived = الواردة
case-handed-ran-out = انقضى أجلها
case-handed-promised = إفادة موعود بها اليوم
case-show-all = عرض الكل ({ $n })
case-lane-quiet = لا شيء مفتوح هنا.
case-news-new = جديد
case-news-changed = تغيّر
case-filter-due = موعد الاستحقاق
case-filter-mine = لدى من

## Search
case-search = أين هو، ومن يتولاه؟
case-search-box = رقم أو مرجع أو اسم أو دولة أو كلمة
case-search-hint = يجب أن توجد الكلمات كلها. يشمل البحث كل ما يحق لك الاطلاع عليه، بما فيه المغلق.
case-search-do = ابحث
case-search-found = عدد النتائج: { $n }
case-search-none = لا شيء مما يحق لك الاطلاع عليه يطابق هذه الكلمات.
case-place-number = الرقم
case-place-title = العنوان
case-place-name = الاسم
case-place-evidence = الأدلة
case-place-content = المضمون
case-place-message = الرسائل

## Statistics
stat-title = الإحصاءات
stat-lead = ما ورد وما أُرسل، والمدد، وأسباب الرفض. كل رقم يفتح طلباته.
stat-from = من
stat-until = إلى
stat-shared = لمن
stat-shared-no = هذا المكتب
stat-shared-yes = للنشر
stat-shared-note = تُحجب المجموعات التي تقل عن خمسة وكل ما يكشفها. ولا يفتح أي رقم قائمة.
stat-hidden = أقل من 5، أو محجوب معها
stat-file = تنزيل بصيغة csv
stat-by-state = بحسب الدولة
stat-by-kind = بحسب النوع
stat-by-urgency = بحسب درجة الاستعجال
stat-by-basis = بحسب الأساس القانوني
stat-by-channel = بحسب قناة الإرسال
stat-by-outcome = بحسب النتيجة
stat-by-ground = حالات الرفض بحسب السبب
stat-by-arrival = اكتمال الطلب عند وروده
stat-by-asked = ما كان ناقصًا
stat-by-month = بحسب الشهر
stat-chart-text = أعمدة للأشهر من { $from } إلى { $until }؛ والأرقام نفسها في الملف.
stat-basis-none = لم يُذكر
stat-basis-other = غير ذلك
stat-channel-node = بين العُقد
stat-channel-other = غير ذلك
stat-outcome-open = قيد النظر
stat-outcome-executed = نُفِّذ
stat-outcome-partly = نُفِّذ أو قُبل جزئيًا
stat-outcome-refused = رُفض
stat-outcome-withdrawn = سُحب
stat-outcome-lapsed = سقط
stat-outcome-ended = انتهى دون نتيجة
stat-arrival-complete = لم يُطلب شيء
stat-arrival-incomplete = طُلب استكمال
stat-took = المدد
stat-took-lead = بالأيام من تاريخ الإرسال أو الورود. أما مدة توقف المواعيد فتُذكر في سطر مستقل.
stat-span = حتى
stat-span-acknowledged = الإشعار بالاستلام
stat-span-decided = القرار
stat-span-first-result = أول نتيجة
stat-span-closed = الإغلاق
stat-span-paused = توقف المواعيد
stat-n = الطلبات
stat-median = الوسيط، أيام
stat-ninetieth = تسعة من عشرة خلال، أيام
stat-more = صفوف أخرى في الملف: { $n }
stat-cases = الطلبات التي يشملها الرقم
