# Правовое основание: что ещё стоит в списке.

basis-why-council-freeze = Совет Безопасности постановил, что все государства безотлагательно замораживают такие активы.
basis-why-included-in-treaties = Преступление считается включённым в договоры о выдаче между двумя государствами; сама конвенция основанием не служит.
basis-why-not-needed = Правового основания не требуется; документ говорит об этом виде сотрудничества.

basis-gives-arrest = Заключение под стражу до решения о выдаче
basis-gives-electronic-original = Электронный запрос имеет силу подлинника

basis-lacks-extradition-law = Неизвестно, обусловливает ли запрашиваемое государство выдачу наличием договора
basis-lacks-basis-declaration = Неизвестно, принимает ли оно многостороннюю конвенцию за такой договор

basis-help-mla = Взаимная правовая помощь
basis-help-extradition = Выдача
basis-help-transfer-of-proceedings = Передача уголовного производства
basis-help-electronic-evidence = Электронные доказательства
basis-help-joint-investigation = Совместная следственная группа
basis-help-freezing = Замораживание активов
basis-help-spontaneous-information = Информация по собственной инициативе
basis-help-police = Полицейское сотрудничество
basis-help-notice = Уведомление

basis-binding-both = Связывает оба государства
basis-binding-undated = Оба участвуют; с какого дня — не указано
basis-binding-entry-unknown = Участвует; день, с которого документ связывает, неизвестен
basis-binding-succession = Государство-правопреемник; с какого дня связано — не указано
basis-binding-no-list = Списка участников здесь нет
basis-binding-signed-then = На день списка — только подпись
basis-binding-absent-then = На день списка не значилось; могло присоединиться позже
basis-binding-not-yet = Ещё не вступил в силу между ними
basis-binding-reserved = Оговорка исключает этот вид помощи
basis-binding-denounced = Денонсирован одним из них
basis-binding-only-signed = Подпись без согласия на обязательность
basis-binding-not-joined = Участвуют не оба
basis-binding-no-treaty = Схема, никого не связывающая

atlas-title = Атлас договоров
atlas-lead = Что связывает два государства на день, что нет и что неизвестно.
atlas-one = Одно государство
atlas-other = Другое государство
atlas-kind = Вид помощи
atlas-on = На день
atlas-on-hint = Год, месяц и день: 2026-03-01
atlas-same = Выберите два разных государства.
atlas-bad-day = Это не дата. Напишите год, месяц и день: 2026-03-01.
atlas-binding = Связывает
atlas-unknown = Неизвестно
atlas-not-binding = Не связывает
atlas-none = Ничего.
atlas-instrument = Документ
atlas-article = Статья
atlas-gives = Что даёт
atlas-since = Действует между ними с
atlas-as-of = Данные на
atlas-why = Почему
atlas-ask = Кого спросить
atlas-ask-depositary = Депозитария: { $name }
atlas-ask-states = Центральный орган: { $states }
atlas-old = старше 180 дней
atlas-whole = весь документ
atlas-gaps-title = Наши пробелы
atlas-gaps-lead = Положение нашего государства в отношении девятнадцати универсальных документов против терроризма и с кем у него есть договор.
atlas-gaps-nineteen = Девятнадцать документов
atlas-standing = Положение
atlas-reach = С кем нас связывает договор
atlas-reach-lead = Число государств по каждому виду помощи.
atlas-reach-binding = Договор связывает
atlas-reach-unknown = Неизвестно
atlas-reach-none = Договора нет
atlas-would = Что изменило бы присоединение
atlas-would-lead = Незавершённые запросы, доступные вам для чтения, которые сейчас не держатся ни на одном договоре.
atlas-would-none = Ни один из них не получил бы основания.
atlas-would-line = { $n ->
    [one] Если бы наше государство участвовало в { $instrument }, основание получил бы { $n } запрос:
    [few] Если бы наше государство участвовало в { $instrument }, основание получили бы { $n } запроса:
   *[other] Если бы наше государство участвовало в { $instrument }, основание получили бы { $n } запросов:
}
atlas-to-gaps = Наши пробелы
atlas-alone-not-joined = Не участвует
atlas-alone-not-yet = Ещё не вступил в силу
atlas-alone-denounced = Денонсирован
atlas-back = Сравнить два государства

basis-letter-council = Настоящий запрос направляется на основании пункта { $article } резолюции { $title } Совета Безопасности.
basis-letter-procedure = Он подлежит исполнению в соответствии со статьёй { $article } следующего документа: { $title }.
basis-letter-procedure-general = Он подлежит исполнению в соответствии со следующим документом: { $title }.
basis-letter-supporting-article = Делается ссылка на статью { $article } следующего документа: { $title }.
basis-letter-supporting-general = Делается ссылка на следующий документ: { $title }.
