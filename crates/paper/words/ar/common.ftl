# كلمات مشتركة بين الصفحات والوثائق.

month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيه
month-7 = تموز/يوليه
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
month-alone-1 = كانون الثاني/يناير
month-alone-2 = شباط/فبراير
month-alone-3 = آذار/مارس
month-alone-4 = نيسان/أبريل
month-alone-5 = أيار/مايو
month-alone-6 = حزيران/يونيه
month-alone-7 = تموز/يوليه
month-alone-8 = آب/أغسطس
month-alone-9 = أيلول/سبتمبر
month-alone-10 = تشرين الأول/أكتوبر
month-alone-11 = تشرين الثاني/نوفمبر
month-alone-12 = كانون الأول/ديسمبر

unit-b = بايت
unit-kib = كيبيبايت
unit-mib = ميبيبايت
unit-gib = جيبيبايت
unit-tib = تيبيبايت

count-items =
    { $count ->
        [0] لا مواد
        [one] مادة واحدة ({ $count })
        [two] مادتان ({ $count })
        [few] { $count } مواد
        [many] { $count } مادة
       *[other] { $count } مادة
    }
count-days =
    { $count ->
        [one] يوم واحد ({ $count })
        [two] يومان ({ $count })
        [few] { $count } أيام
        [many] { $count } يوماً
       *[other] { $count } يوم
    }

word-yes = نعم
word-no = لا
word-unknown = غير معروف
word-not-stated = غير مذكور
word-not-applicable = لا ينطبق

lang-ar = العربية
lang-zh = الصينية
lang-en = الإنكليزية
lang-fr = الفرنسية
lang-ru = الروسية
lang-es = الإسبانية

class-public = عام
class-official = رسمي
class-restricted = محدود التداول
class-confidential = سري
class-secret = سري جداً
class-top-secret = سري للغاية
