# Words used on pages and on papers alike.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December

unit-b = bytes
unit-kib = KiB
unit-mib = MiB
unit-gib = GiB
unit-tib = TiB

count-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
count-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

word-yes = Yes
word-no = No
word-unknown = Unknown
word-not-stated = Not stated
word-not-applicable = Not applicable

lang-ar = Arabic
lang-zh = Chinese
lang-en = English
lang-fr = French
lang-ru = Russian
lang-es = Spanish

class-public = Public
class-official = Official
class-restricted = Restricted
class-confidential = Confidential
class-secret = Secret
class-top-secret = Top secret
