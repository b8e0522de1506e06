# Words of the screening desk: one question, a file, hits that wait, decisions, watched subjects.

## Rooms and what they have in common
ui-nav-screening = Скрининг
screen-rooms = Разделы скрининга
screen-room-ask = Одно имя
screen-room-files = Файл
screen-room-hits = Ждут решения
screen-room-reviews = Решения
screen-room-watches = Под наблюдением
screen-asked = Спрошено
screen-listed = В списке
screen-how = Как соотносятся
screen-match = Совпадение
screen-by = Кто
screen-at = С какого времени
screen-found = Найдено
screen-door = Откуда
screen-case = Дело
screen-case-hint = Номер дела, например XA-2026/117. Без имён.
screen-mine = ваше
screen-own = решение по собственному запросу
screen-show = Показать
screen-show-waiting = ожидающие
screen-show-mine = только ваши
screen-show-all = и решённые
screen-show-in-force = действующие
screen-show-over = и истёкшие
screen-show-everybody = всего органа
screen-look = Дальше
screen-look-hint = Вы ещё раз увидите, что будет сохранено. До вашего согласия ничего не сохраняется.
screen-change-it = Изменить
screen-back-list = К списку
screen-more = { $n ->
    [one] и ещё { $n }
   *[other] и ещё { $n }
}
screen-left-out = { $n ->
    [one] Опущена { $n } запись: сотрудник установил, что это другое лицо.
    [few] Опущены { $n } записи: сотрудник установил, что это другие лица.
   *[other] Опущено записей: { $n }. Сотрудник установил, что это другие лица.
}

## Who is asked about
screen-kind = Вид
screen-kind-any = любой
screen-kind-person = Лицо
screen-kind-organization = Организация
screen-kind-company = Компания
screen-kind-legalentity = Лицо или организация
screen-kind-publicbody = Государственный орган
screen-kind-vessel = Судно
screen-kind-airplane = Воздушное судно
screen-kind-vehicle = Транспортное средство
screen-kind-cryptowallet = Криптокошелёк
screen-kind-address = Адрес
screen-name-hint = Любым письмом, части в любом порядке.
screen-country = Страна
screen-country-asked = Гражданство или страна
screen-country-hint = Код или название; для судна его флаг.
screen-sex-female = Женский
screen-sex-male = Мужской
screen-number = Документ или идентификатор
screen-number-hint = Паспорт или удостоверение личности; регистрационный номер; номер ИМО; адрес кошелька.
screen-identifiers = Идентификаторы
screen-address = Адрес
screen-empty-input = Введите имя, номер документа или идентификатор.

## Check one
screen-ask-title = Проверить одно имя
screen-ask-lead = Лицо, организация, судно, воздушное судно или кошелёк. Отличительные данные делают ответ точнее; чего не знаете, оставьте пустым.
screen-ask-again = Изменить запрос или задать другой
screen-name-met = Совпавшее имя: { $name } ({ $what })
screen-name-met-plain = Совпавшее имя: { $name }
screen-name-name = основное имя
screen-name-alias = псевдоним
screen-name-weakalias = слабый псевдоним
screen-name-previousname = прежнее имя
screen-through = по записи { $record }, которая считается той же
screen-receipt = Доказательство этого запроса
screen-receipt-text = Журнал не хранит имён. С этим номером и этой солью вы сможете позже доказать, что спрашивали; соль показывается только сейчас.
screen-salt = Соль
screen-watch-this = Взять под наблюдение

## Check a file
screen-files-title = Проверить файл
screen-files-lead = Каждая строка — один запрос. От строк без совпадений сохраняется только их номер.
screen-file = Файл
screen-file-hint = csv с заголовком (id, name, birth_date, nationality, passport) или объект JSON в строке; не более 100 000 строк и 32 МиБ.
screen-threshold = Порог
screen-threshold-hint = От 0,3 до 1. Пусто: обычный, 0,7.
screen-file-button = Проверить файл
screen-file-line = Строка { $n }: { $what }
screen-files-yours = Ваши файлы
screen-files-empty = Вы не отправляли файлов, или все уничтожены по истечении срока.
screen-file-unnamed = Файл без имени
screen-rows = Строки
screen-rows-hit = Строки с совпадениями
screen-row = Строка
screen-reference = Ваша ссылка
screen-file-until = Хранится до
screen-file-kept = Строки с совпадениями хранятся только для вас; ваши ссылки остальных строк — не более суток.
screen-file-running = выполняется
screen-file-done = готово
screen-file-failed = прервано
screen-file-interrupted = прервано перезапуском
screen-file-wait = Страница обновляется сама. Её можно закрыть; проверка продолжится.
screen-file-again = Перезапуск прервал проверку файла. Отправьте его снова.
screen-file-failed-why = Проверены не все строки: { $what }
screen-file-ignored = Столбцы, которые не сравниваются: { $names }
screen-file-csv = Скачать csv
screen-file-jsonl = Скачать JSON по строкам
screen-file-none = Ни одна строка не дала совпадений, и все удалось сравнить.
screen-file-told = Строки с совпадениями и те, что не удалось сравнить

## Hits that wait
screen-hits-title = Совпадения, ожидающие решения
screen-hits-lead = Машина предлагает; кто это, говорите вы.
screen-hits-empty = Ничего не ожидает.
screen-hit-title = Совпадение
screen-hit-question = Это одно и то же лицо?
screen-stage-open = ожидает
screen-stage-unsure = не ясно
screen-stage-this = это оно
screen-stage-not-this = другое
screen-channel-desk = проверка сотрудником
screen-channel-file = файл
screen-channel-watch = наблюдение
screen-channel-program = программа
screen-gone = Этой записи больше нет в списках. Вы видите её такой, какой она была найдена.
screen-changed = С тех пор запись изменилась. Вы видите прежнюю; проверьте снова, чтобы увидеть нынешнюю.
screen-back = Решение уже было, и совпадение вернулось: срок истёк, решение отозвано или запись изменилась.
screen-own-question = Это ваш собственный запрос. Вы вправе решить; это будет отмечено.
screen-decided = Что было решено
screen-same-subject = Решения о том же лице
screen-decide-title = Ваше решение
screen-verdict = Кто это?
screen-verdict-this = Это оно
screen-verdict-not-this = Другое лицо
screen-verdict-unsure = Не ясно
screen-verdict-hint-this = Запись — о том, о ком спрошено.
screen-verdict-hint-not-this = При запросах о том же лице запись далее опускается.
screen-verdict-hint-unsure = Остаётся в ожидании.
screen-verdict-then-this = Совпадение уйдёт из очереди как то же лицо, с вашим обоснованием и именем.
screen-verdict-then-not-this = Впредь эта запись опускается при запросах о том же лице. О том, что она опущена, будет сказано.
screen-verdict-then-unsure = Остаётся в ожидании, с вашей пометкой.
screen-reason = Обоснование
screen-reason-hint = Что вы сравнили, например другая дата рождения в паспорте.
screen-until = Действует до
screen-until-hint = { $n ->
    [one] Последний день, не более чем через { $n } день. Пусто: наибольший срок.
    [few] Последний день, не более чем через { $n } дня. Пусто: наибольший срок.
   *[other] Последний день, не более чем через { $n } дней. Пусто: наибольший срок.
}
screen-decide-keep = Сохранить решение
ui-done-screen-decided = Решение сохранено.

## Decisions
screen-reviews-title = Решения о совпадениях
screen-reviews-lead = Каждое действует для одного лица и для записи в её тогдашнем виде. При любом изменении совпадение возвращается.
screen-reviews-empty = Действующих решений нет.
screen-review-title = Решение о совпадении
screen-review-in-force = действует
screen-review-expired = истекло
screen-review-withdrawn = отозвано
screen-review-replaced = заменено
screen-review-over = Больше не действует.
screen-withdraw-lead = Если вы отзовёте его, запись снова станет ответом, а совпадение будет ждать решения.
screen-withdraw = Отозвать
ui-done-screen-withdrawn = Решение отозвано.

## Watched subjects
screen-watches-title = Лица под наблюдением
screen-watches-lead = Сравниваются после каждого изменения списка. Новое ждёт среди совпадений.
screen-watches-empty = Под наблюдением никого нет.
screen-subject = Лицо
screen-watch-new = Взять под наблюдение
screen-watch-lead = Одно лицо, по делу и до определённого дня, от вашего имени.
screen-watch-reason = Почему
screen-watch-until = Последний день
screen-watch-until-hint = { $n ->
    [one] Не более чем через { $n } день; можно продлить.
    [few] Не более чем через { $n } дня; можно продлить.
   *[other] Не более чем через { $n } дней; можно продлить.
}
screen-watch-found = Найдено записей
screen-watch-then = Отныне сравнивается при каждом изменении списка. В последний день всё сохранённое уничтожается.
screen-watch-keep = Начать наблюдение
screen-watch-title = Лицо под наблюдением
screen-stop-lead = Если вы прекратите наблюдение, всё сохранённое об этом лице сразу уничтожается.
screen-stop = Прекратить
ui-done-screen-watched = Лицо взято под наблюдение.
ui-done-screen-stopped = Наблюдение прекращено; сохранённое уничтожено.

## Changes of a list
list-since = Сравнить с
list-since-days = { $n ->
    [1] вчера
    [one] { $n } день назад
    [few] { $n } дня назад
   *[other] { $n } дней назад
}
list-since-then = Версия тогда
list-since-now = Версия сейчас
list-since-not-here = ещё не было
list-added = Добавлены
list-changed = Изменены
list-removed = Удалены

## Help
ui-help-screening = Что происходит с совпадением?
ui-help-screening-text = Оно ждёт в разделе «Скрининг», пока сотрудник не скажет с обоснованием, кто это. «Другое лицо» действует до указанного дня; затем, или если запись изменится, совпадение возвращается. О том, что ничего не дало, через сутки не хранится ни одного имени.
