# Слова, общие для экранов и документов.

month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
month-alone-1 = январь
month-alone-2 = февраль
month-alone-3 = март
month-alone-4 = апрель
month-alone-5 = май
month-alone-6 = июнь
month-alone-7 = июль
month-alone-8 = август
month-alone-9 = сентябрь
month-alone-10 = октябрь
month-alone-11 = ноябрь
month-alone-12 = декабрь

unit-b = байт
unit-kib = КиБ
unit-mib = МиБ
unit-gib = ГиБ
unit-tib = ТиБ

count-items =
    { $count ->
        [one] { $count } предмет
        [few] { $count } предмета
       *[other] { $count } предметов
    }
count-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }

word-yes = Да
word-no = Нет
word-unknown = Неизвестно
word-not-stated = Не указано
word-not-applicable = Неприменимо

lang-ar = арабский
lang-zh = китайский
lang-en = английский
lang-fr = французский
lang-ru = русский
lang-es = испанский

class-public = Открытая информация
class-official = Для служебного пользования
class-restricted = Ограниченный доступ
class-confidential = Конфиденциально
class-secret = Секретно
class-top-secret = Совершенно секретно
