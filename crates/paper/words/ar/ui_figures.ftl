# What the statistics count on the track of each kind, and records that cannot be read.

stat-by-asked-times = عدد مرات طلب المعلومات
stat-by-offence = بحسب فئة الجريمة
stat-by-emergency = حالات الطوارئ
stat-by-course = ما آلت إليه
stat-emergency-within-hour = رُدّ عليها خلال ساعة
stat-emergency-later = رُدّ عليها لاحقًا
stat-emergency-unanswered = لم يُردّ عليها بعد
stat-span-decided-running = القرار، دون مدة توقف الموعد
stat-span-arrested = التوقيف
stat-span-surrendered = التسليم
stat-span-preserved = حفظ البيانات
stat-span-frozen = تجميد الأصول
stat-course-requested = مطلوب
stat-course-refused = مرفوض
stat-course-refused-on = مرفوض: { $ground }
stat-course-lost = ضاع: لم يرد طلب مساعدة في الموعد
stat-course-nationals-refused = مواطنون رُفض تسليمهم
stat-course-nationals-prosecuted = منهم من أُحيلوا إلى سلطات الادعاء لدينا
stat-tracks = ما آلت إليه بحسب النوع
stat-asking = طلبات المعلومات التكميلية
stat-asking-times = المجموع
stat-asking-each = لكل طلب
case-unread = تتعذر قراءة هذه السجلات ولا تُعرض: { $n } ({ $ids }). ويمكن لمدير النظام فحصها بالأمر comity ledger verify.
atlas-would-more = طلبات أخرى: { $n }
