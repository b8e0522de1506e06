# Words of the pages on which cases are worked: worklist, request, evidence, duty desk, directory, border, lists, ledger.
# Not here: the shell (ui.ftl), refusals, findings, papers, and the names and hints of a template's fields.

## Shared by several of these pages
case-us = нас
case-them = их
case-save = Сохранить
case-cancel = Отменить
case-back = Назад
ui-done-saved = Сохранено. Ничто не покинуло ведомство.
ui-done-submitted = Передано на утверждение.
ui-done-approve = Утверждено. Можно отправлять.
ui-done-validate = Одобрено судьёй.
ui-done-return = Возвращено автору.
ui-done-send = В очереди на отправку. Доставленным запрос считается, когда придёт их квитанция.
ui-done-withdraw = Отозвано.
ui-done-close = Дело закрыто.
ui-done-answer = Ответ отправлен.
ui-done-register = Зарегистрировано.
ui-done-acknowledge = Получение подтверждено. Им виден ваш номер.
ui-done-ask = Запрошено. Срок решения приостановлен до их ответа.
ui-done-consult = Консультация открыта. Срок решения приостановлен до их ответа.
ui-done-accept = Принято.
ui-done-postpone = Отложено.
ui-done-refuse = Отказ предложен. Его подтверждает второе лицо; до этого никому не сообщается.
ui-done-confirm-refusal = Отказано. Им сообщаются основание и доводы.
ui-done-drop-refusal = Предложение об отказе отклонено.
ui-done-begin = Исполнение начато.
ui-done-progress = Им сообщено о ходе дела.
ui-done-execute = Исполнение записано.
ui-done-give-back = Доказательства отправлены.
ui-done-open = Открыто и проверено. Результат указан у каждого предмета.
ui-done-confirm-return = Им известно, что пришло и в каком состоянии.
ui-done-attached = Доказательство приложено.
ui-done-verified = Только что проверено.
case-change = Изменить
case-show = Показать
case-yes = Да
case-no = Нет
case-none = нет
case-unknown = неизвестно
case-not-given = не указано
case-note = Примечание
case-reason = Причина
case-source = Источник
case-their-time = { $state }: { $time }
case-our-time = здесь: { $time }
case-download = Скачать
case-verify-now = Проверить сейчас
case-sha256 = SHA-256
case-version = Версия
case-from = От
case-to = Кому
case-optional = необязательно
case-page-of = Страница { $page }

## Urgency and standing
case-urgency = Срочность
case-urgency-normal-hint = Подтверждение в течение 7 дней.
case-urgency-urgent-hint = Подтверждение до конца их следующего рабочего дня.
case-urgency-emergency-hint = Под угрозой жизнь, доказательства или возможен побег: их круглосуточная дежурная служба отвечает в течение часа.
case-standing = Статус
case-standing-complete = Полный запрос
case-standing-consultation = Проект для консультации, без юридической силы
case-standing-urgent-completion = Срочный, будет дополнен до { $date }

## Side and stage
case-side-outgoing = Исходящий
case-side-incoming = Входящий

## What is asked of us next
case-next-outgoing-draft = Закончить проект
case-next-outgoing-review = Утвердить или вернуть
case-next-judge = Подтвердить как судья или вернуть
case-next-trouble = Посмотреть, что пошло не так
case-trouble = Нужно вмешательство
case-trouble-envelope = Наше сообщение дошло, но другое государство отложило его ({ $code }). Позвоните в его регистратуру: там не видят того, что мы написали.
case-trouble-delivery = Наше сообщение не удалось доставить, новых попыток не будет ({ $code }). Позвоните другому государству и напишите его заново.
case-trouble-content = Один и тот же запрос пришёл дважды с разным содержанием. До исполнения спросите другое государство, какой верен.
case-trouble-evidence = Доказательство пришло дважды с разными данными, или пришло больше, чем принимается ({ $code }). Спросите другое государство, прежде чем им пользоваться.
case-trouble-claim = Другое государство сообщает о шаге, который не следует из известного здесь ({ $code }). Сверьте хронологию по телефону.
case-next-outgoing-approved = Отправить
case-next-outgoing-queued = Уйдёт сам
case-next-outgoing-transmitted = В пути к ним
case-next-outgoing-delivered = Им предстоит зарегистрировать
case-next-outgoing-registered = Им предстоит подтвердить получение
case-next-outgoing-acknowledged = Они принимают решение
case-next-outgoing-info-requested = Ответить на их вопросы
case-next-outgoing-consultation = Ответить в консультации
case-next-outgoing-accepted = Им предстоит исполнить
case-next-outgoing-partly-accepted = Им предстоит исполнить часть
case-next-outgoing-postponed = Они вернутся к нему позже
case-next-outgoing-accepted-with-conditions = Согласиться с их условиями или отклонить их
case-next-outgoing-conditions-declined = Они решают заново
case-next-outgoing-conditions-agreed = Им предстоит исполнить
case-next-outgoing-refused = Прочитать их доводы и закрыть
case-next-outgoing-in-execution = Они исполняют
case-next-outgoing-partly-executed = Они исполняют остальное
case-next-outgoing-executed = Доказательства ещё придут
case-next-outgoing-return-sent = Открыть доказательства
case-next-outgoing-return-received = Закрыть дело
case-next-incoming-delivered = Зарегистрировать
case-next-incoming-registered = Подтвердить получение
case-next-incoming-acknowledged = Решить: запросить, принять или отказать
case-next-incoming-info-requested = Им предстоит ответить
case-next-incoming-consultation = Провести консультацию
case-next-incoming-accepted = Исполнить и записать результат
case-next-incoming-partly-accepted = Исполнить принятую часть
case-next-incoming-postponed = Вернуться к нему в назначенный день
case-next-incoming-accepted-with-conditions = Им предстоит согласиться с условиями
case-next-incoming-conditions-declined = Решить заново: условия не были приняты
case-next-incoming-conditions-agreed = Исполнить и записать результат
case-next-incoming-refused = Больше ничего не нужно
case-next-incoming-in-execution = Записать исполнение
case-next-incoming-partly-executed = Записать остальное
case-next-incoming-executed = Отправить доказательства
case-next-incoming-return-sent = Им предстоит открыть доказательства
case-next-incoming-return-received = Закрыть дело
case-next-quarantined = Передать на проверку
case-next-nothing = Больше ничего не нужно

## Clocks
case-clock = Срок
case-clocks = Сроки
case-clock-none = Сроки не идут
case-clock-due = Истекает
case-clock-started = Начало
case-clock-paused = Приостановлен с { $since }
case-clock-paused-total = Приостановлен всего на { $time }
case-clock-met = Соблюдён { $date }
case-clock-last-event = последнее событие: { $date }
case-clock-same = Другая сторона видит те же сроки.
case-left-days = { $n ->
    [one] остался { $n } день
    [few] осталось { $n } дня
   *[other] осталось { $n } дней
}
case-left-hours = { $n ->
    [one] остался { $n } час
    [few] осталось { $n } часа
   *[other] осталось { $n } часов
}
case-left-minutes = { $n ->
    [one] осталась { $n } минута
    [few] осталось { $n } минуты
   *[other] осталось { $n } минут
}
case-over-days = { $n ->
    [one] Просрочено на { $n } день
    [few] Просрочено на { $n } дня
   *[other] Просрочено на { $n } дней
}
case-over-hours = { $n ->
    [one] Просрочено на { $n } час
    [few] Просрочено на { $n } часа
   *[other] Просрочено на { $n } часов
}
case-over-minutes = { $n ->
    [one] Просрочено на { $n } минуту
    [few] Просрочено на { $n } минуты
   *[other] Просрочено на { $n } минут
}
case-span-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}
case-span-hours = { $n ->
    [one] { $n } час
    [few] { $n } часа
   *[other] { $n } часов
}
case-span-minutes = { $n ->
    [one] { $n } минуту
    [few] { $n } минуты
   *[other] { $n } минут
}

## Worklist
case-list-title = Что мне сделать сегодня?
case-list-new = Новый запрос
case-count-overdue = просрочено
case-count-due-today = истекает сегодня
case-count-new = новых
case-count-open = открытых дел
case-count-waiting-us = ждут нас
case-count-waiting-them = ждут их
case-filter = Отбор
case-filter-side = Направление
case-filter-all = Все
case-filter-state = Государство
case-filter-stage = Стадия
case-filter-waiting = Ждёт
case-filter-clear = Сбросить отбор
case-lane-emergency = Немедленные
case-lane-urgent = Срочные
case-lane-normal = Обычные
case-col-state = Государство
case-col-number = Номер
case-col-subject = Предмет
case-col-stage = Стадия
case-col-next = Что дальше
case-col-left = Осталось
case-col-waiting = Ждёт
case-empty-filtered = Этому отбору не соответствует ни одно дело.
case-more = Следующая страница
case-previous = Предыдущая страница

## A new request
case-new-title = Новый запрос
case-new-lead = Четыре вопроса. Каждый ответ можно изменить до отправки.
case-new-state = К какому государству вы обращаетесь?
case-new-state-hint = К государству, чью карточку этот узел проверил, обращаются через узел; остальным пишут на бумаге.
case-new-no-state = Другие государства ещё не подключены. Администратор добавляет их по карточке государства.
case-new-authority = В какой орган?
case-new-authority-hint = По карточке этого государства, проверено { $date }.
case-form-other = Составлено на форме { $written }; этому узлу известна форма { $known }. То, для чего в ней нет места, приведено в разделе «Дополнительные сведения» без изменений.
case-new-template = О чём вы просите?
case-new-lang = На каком языке составлен запрос?
case-new-lang-hint = Принимают: { $langs }.
case-new-lang-none = Они не указали, какие языки принимают.
case-new-start = Начать проект
case-new-continue = Продолжить

## Draft
case-draft-title = Проект: { $section }
case-draft-of = Кому: { $authority }, { $state }
case-draft-sections = Разделы запроса
case-draft-gaps = { $n ->
    [0] ничего не пропущено
    [one] { $n } пробел
    [few] { $n } пробела
   *[other] { $n } пробелов
}
case-draft-complete = заполнено на { $percent } %
case-draft-continue = Сохранить и продолжить
case-draft-leave = Сохранить и выйти
case-draft-check = Проверить ответы
case-draft-add = Добавить: { $what }
case-draft-remove = Убрать: { $what } { $n }
case-draft-saved = Сохранено. Ничто не покинуло ведомство.
case-draft-save-always = Сохранить можно всегда, даже если чего-то не хватает; всё требуется только при отправке.
case-draft-stale = Тем временем проект сохранил кто-то другой. Введённое вами стоит ниже; сохранена та версия.
case-draft-findings = { $n ->
    [one] { $n } замечание к этому разделу
    [few] { $n } замечания к этому разделу
   *[other] { $n } замечаний к этому разделу
}
case-draft-no-findings = К этому разделу замечаний нет.
case-draft-day = День
case-draft-month = Месяц
case-draft-year = Год
case-draft-choose = Выберите
case-level-block = Исправить до отправки
case-level-warn = Можно отправить с обоснованием
case-level-hint = Совет

## Check your answers
case-check-title = Проверьте ответы
case-check-lead = Вот что они прочитают. Ничто ещё не покинуло ведомство.
case-check-complete = Полнота
case-check-findings = Замечания
case-check-none = Правила обоих государств и договоров замечаний не вызывают.
case-check-verdict-sendable = Можно отправлять.
case-check-verdict-sendable-with-reasons = Можно отправить, когда у каждого предупреждения ниже будет обоснование.
case-check-verdict-blocked = Как полный запрос отправить пока нельзя. Он может уйти как проект для консультации либо, если под угрозой жизнь, доказательства или возможен побег, как срочный с датой дополнения.
case-check-reason-for = Почему его всё же отправляют
case-check-basis = Правовое основание
case-check-basis-lead = По силе. На первом держится запрос.
case-check-basis-none = Действующего договора между двумя государствами не найдено. Запрос опирается на взаимность и международную вежливость.
case-check-basis-articles = Статьи
case-check-basis-why = Почему
case-check-standing-question = В каком качестве он отправляется?
case-check-standing-complete-hint = Имеет юридическую силу с момента доставки.
case-check-standing-consultation-hint = Они дают замечания. Он ещё ни о чём не просит и не запускает сроков.
case-check-standing-urgent = Срочный, будет дополнен позже
case-check-standing-urgent-hint = Только если под угрозой жизнь, доказательства или возможен побег. Вместе с ним идёт обоснование руководителя органа.
case-check-by = Будет дополнен до
case-check-ground = Что под угрозой?
case-check-ground-life = Жизнь или безопасность человека
case-check-ground-evidence = Доказательства, которые будут утрачены
case-check-ground-flight = Человек может скрыться
case-check-head-reason = Обоснование руководителя
case-check-head = Руководитель органа
case-check-submit = Передать на утверждение
case-check-submit-hint = Утверждает второй человек. Своё утверждать нельзя.
case-check-answer-empty = нет ответа

## Review by the second person
case-review-title = Утверждение
case-review-lead = Автор, { $name }, передаёт вам этот запрос. Утвердите его своим именем или верните с замечанием.
case-review-own = Этот запрос написали вы, поэтому утвердить его вы не можете. Это должен сделать другой.
case-review-reasons = Предупреждения и обоснования
case-review-approve = Утвердить
case-review-approve-hint = Ваше имя стоит на запросе как имя второго лица.
case-review-validate = Подтвердить как судья
case-review-validate-hint = Ваше имя стоит на запросе как имя судьи, который его подтвердил. Второе лицо одобряет его после вас.
case-review-wait-judge = Право этого государства требует, чтобы судья подтвердил запрашиваемое до одобрения.
case-review-validated = Подтвердил
case-review-return = Вернуть автору
case-review-return-note = Что нужно изменить?

## Sending
case-send-title = Отправка
case-send-lead = Посмотрите ещё раз, что покидает ведомство.
case-send-what = Что уходит
case-send-to = Кому
case-send-label = С каким грифом
case-send-sealed = Подписано: { $authority }; запечатано для: { $to }. В пути этого никто не прочитает.
case-send-standing = В каком качестве
case-send-record = Хеш записи
case-send-second = Второе лицо
case-send-second-none = Нет: в этом органе один сотрудник, и получателю об этом сообщается.
case-send-who-reads = Кто сможет прочитать
case-send-confirm = Я посмотрел. Это может покинуть ведомство.
case-send-button = Отправить: { $authority }
case-send-confirm-missing = Поставьте отметку, что вы это посмотрели.

## The case
case-title = { $number }
case-our-reference = Наш номер
case-their-reference = Их номер
case-no-reference = ещё не присвоен
case-officer = Сотрудник
case-approved-by = Утвердил
case-written-by = Составил
case-language = Язык
case-next-step = Следующий шаг
case-next-wait = Сейчас от вас ничего не требуется.
case-next-not-you = Этот шаг делает: { $role }.
case-waiting-for = Ждёт: { $who }
case-waiting-for-them = Очередь за { $state }
case-waiting-for-us = Очередь за нами
case-waiting-nobody = никого
case-timeline = Что произошло
case-timeline-empty = Пока ничего не произошло.
case-by-officer = { $role }, { $authority }
case-envelope = Конверт
case-messages = Вопросы и ответы
case-item-open = Ждёт ответа
case-item-answered = Отвечено
case-measures = Запрошенные меры
case-measure = Мера
case-measures-empty = Меры ещё не указаны.
case-measure-asked = Запрошена
case-measure-accepted = Принята
case-measure-refused = Отклонена
case-measure-in-execution = Исполняется
case-measure-executed = Исполнена
case-evidence = Доказательства
case-evidence-empty = Доказательства ещё не приложены.
case-receipts = Квитанции
case-receipts-lead = Каждая подписана узлом, который её дал.
case-receipts-empty = Квитанций ещё нет. Пока их нет, запрос не считается отправленным.
case-receipt-r1 = Принят узлом
case-receipt-r2 = Передан через ретранслятор
case-receipt-r3 = Доставлен и записан на их диск
case-receipt-r4 = Открыт органом
case-receipt-r5 = Дан ответ
case-receipt-verified = подпись проверена
case-receipt-unverified = подпись не проверена
case-receipt-leaf = Запись { $leaf } их журнала
case-ledger = Журнал
case-ledger-all = Все записи об этом деле
case-papers = Документы
case-papers-lead = Сделаны из одной записи; на каждой странице её хеш.
case-paper-letter = Письмо-запрос
case-paper-acknowledgement = Подтверждение получения
case-paper-certificate = Свидетельство о доказательствах
case-paper-pdf = PDF
case-paper-print = Для печати
case-print-paper = Какой документ?
case-content = Сам запрос
case-conditions = Условия
case-reasons = Доводы

## Steps of the case
case-do-register = Зарегистрировать
case-do-register-hint = Запрос получает здесь номер и свою очередь срочности. Начинается срок подтверждения.
case-do-acknowledge = Подтвердить получение
case-do-acknowledge-hint = Они увидят ваш номер и когда вы снова дадите о себе знать.
case-do-reference = Ваш номер
case-do-next-date = Когда вы снова дадите о себе знать?
case-do-ask = Запросить недостающее
case-do-ask-hint = Выберите ответы, которых нет или которые неясны. Срок решения приостанавливается до их ответа.
case-do-ask-field = Поле
case-do-ask-no-field = не о каком-то одном поле
case-do-ask-text = Что вам нужно знать?
case-do-answer-by = Ответить до
case-do-consult = Открыть консультацию
case-do-consult-hint = Прежде чем отказать в исполнении запроса или отсрочить его, с запрашивающим органом обсуждают, можно ли оказать помощь на определённых условиях (Конвенция против транснациональной организованной преступности, статья 18, пункт 26). Срок решения приостанавливается до их ответа.
case-do-consult-about = Что нужно обсудить? Какие условия или гарантии вы предлагаете?
case-do-answer = Ответить
case-do-answer-hint = Они спросили об этом. Введённое здесь дополнит запрос у обеих сторон.
case-do-answer-value = Ваш ответ
case-do-asked-by = Ожидается до { $date }
case-do-accept = Принять
case-do-accept-hint = Целиком. Условия идут вместе с решением.
case-do-conditions = Условия, по одному в строке
case-do-refuse = Отказать
case-do-refuse-hint = Отказ требует основания из закрытого перечня, доводов и второго лица. По возможности сначала спросите или проведите консультацию.
case-do-ground = Основание
case-do-ground-hint = Некоторые основания появляются здесь лишь после запроса недостающего или открытия консультации.
case-do-second = Второе лицо
case-do-reasons = Доводы
case-do-postpone = Отложить
case-do-postpone-hint = Из-за производства здесь. Им сообщается, почему и до какого срока.
case-do-review-by = Вернуться к нему
case-do-no-consultation = Если консультации не было: почему?
case-do-confirm-refusal = Подтвердить отказ
case-do-confirm-refusal-hint = Коллега предлагает отказать. Вы второе лицо; им сообщат, когда вы подтвердите.
case-do-drop-refusal = Отклонить предложение об отказе
case-do-execute = Записать исполнение
case-do-report = Что сделано?
case-do-executed-on = Исполнено
case-do-begin = Начать исполнение
case-do-begin-hint = Укажите, кому поручено и чего ждёт дело. Они увидят примечание.
case-do-progress = Сообщить им о ходе дела
case-do-executed-by = Каким органом или судом?
case-do-law = По какому закону?
case-do-attach = Приложить доказательство
case-do-give-back = Отправить доказательства
case-do-give-back-hint = Всё приложенное выше подписывается, запечатывается и отправляется вместе с записью о хранении.
case-do-certificate = Свидетельство
case-do-certificate-hint = Кто и что удостоверяет, словами, которые прочитает суд.
case-do-open = Открыть
case-do-open-hint = Прежде чем предмет можно использовать, проверяются его хеш, размер и запись о хранении.
case-do-confirm-return = Сообщить им о получении
case-do-confirm-return-hint = О каждом предмете они узнают, цел ли он.
case-do-close = Закрыть дело
case-do-close-hint = Чем закончилось производство? Возвращены ли подлинники?
case-do-withdraw = Отозвать
case-do-withdraw-hint = Им сообщается сразу, и они останавливаются. Ничего не удаляется.
case-do-send-page = Посмотреть, что уходит, и отправить
case-do-review-page = Прочитать и решить
case-do-draft-page = Продолжить проект
case-do-other = Другие шаги

## Grounds of refusal (the closed list; requests 3.15)
case-ground-not-in-conformity = Не соответствует договору; недостающее запрашивалось
case-ground-essential-interests = Суверенитет, безопасность, публичный порядок или иные существенные интересы
case-ground-own-law-prohibits = Собственный закон запретил бы это по сходному преступлению
case-ground-dual-criminality = Деяние здесь не преступно
case-ground-political-offence = Политическое преступление
case-ground-persecution = Опасение преследования или дискриминации
case-ground-ne-bis-in-idem = Уже судим за те же деяния
case-ground-lapse-of-time = Давность или амнистия
case-ground-nationality = Собственный гражданин
case-ground-in-absentia = Осуждён заочно
case-ground-humanitarian = Возраст или здоровье
case-ground-age-of-responsibility = Не достиг возраста уголовной ответственности
case-ground-own-proceedings = Собственное производство
case-ground-fiscal-nature = Фискальный характер
case-ground-bank-secrecy = Банковская тайна
case-ground-death-penalty = Опасение смертной казни или жестокого обращения без гарантий
case-ground-torture = Опасение пыток или несправедливого суда; недопустимость высылки
case-ground-military-offence = Чисто воинское преступление
case-ground-minor-importance = Малая значимость или несоразмерные затраты, после консультации
case-ground-immunity = Иммунитет или привилегия

## Evidence
case-ev-title = Доказательство
case-ev-add-title = Приложить доказательство
case-ev-add-lead = Хеш файла вычисляется при приёме, файл хранится зашифрованным. Ведомство он покинет, только когда вы его отправите.
case-ev-name = Название
case-ev-name-hint = Что это? «Выписки по счёту …, с марта по июнь».
case-ev-kind = Вид
case-ev-kind-document = Документ
case-ev-kind-electronic = Электронные данные
case-ev-kind-statement = Показания или протокол допроса
case-ev-kind-recording = Звуко- или видеозапись
case-ev-kind-object = Фотография или описание предмета
case-ev-kind-bank-record = Банковский документ
case-ev-kind-image = Изображение
case-ev-kind-video = Видеозапись
case-ev-kind-interview = Протокол опроса
case-ev-kind-confession = Признание
case-ev-kind-other = Другое
case-ev-origin = Кто, где, когда и по какому закону это получил?
case-ev-place = Где?
case-ev-collected-by = Кто получил?
case-ev-collected-on = Когда?
case-ev-law = По какому закону?
case-ev-certificate = Свидетельство об этом предмете
case-ev-use = Условия использования
case-ev-use-hint = Для чего можно использовать, а для чего нельзя?
case-ev-file = Файл
case-ev-file-hint = До { $max }. Большие файлы идут частями и продолжаются после обрыва связи.
case-ev-upload = Приложить
case-ev-progress = Принято
case-ev-size = Размер
case-ev-type = Тип
case-ev-integrity = Целостность
case-ev-sha-ok = Содержание соответствует его SHA-256
case-ev-sha-bad = Содержание не соответствует его SHA-256
case-ev-bytes-ok = Размер и содержание соответствуют удостоверенным (SHA-256)
case-ev-bytes-bad = Размер или содержание не соответствуют удостоверенным (SHA-256)
case-ev-size-ok = Размер совпадает с указанным
case-ev-size-bad = Размер отличается от указанного
case-ev-custody-ok = Запись о хранении непрерывна
case-ev-custody-bad = Запись о хранении нарушена
case-ev-whole = Не изменено
case-ev-broken = Изменено
case-ev-not-yet = Здесь ещё не проверено
case-ev-verified-at = Проверено: { $time }
case-ev-do-not-use = Не используйте этот предмет. Сообщите другому органу и сохраните его как есть.
case-ev-custody = Хранение
case-ev-custody-lead = Каждое звено несёт хеш предыдущего.
case-ev-custody-collected = Получено
case-ev-custody-sealed = Опечатано
case-ev-custody-sent = Отправлено
case-ev-custody-received = Принято
case-ev-custody-verified = Проверено
case-ev-custody-opened = Открыто
case-ev-custody-exported = Выгружено
case-ev-previous = После
case-ev-first = Первое звено
case-ev-missing = Этот предмет ещё не пришёл.

## Duty desk
case-duty-register = Зарегистрировать { $number }
case-duty-acknowledge = Подтвердить { $number }

## Directory
directory-title = Справочник
directory-lead = К кому обращаться, на каком языке и в котором часу. Из подписанной карточки каждого государства либо внесено здесь, где это указано.
directory-state = Государство
directory-ours = Наше государство
directory-authorities = Органы
directory-functions = Функции
directory-languages = Языки
directory-urgent-languages = Языки в срочных случаях
directory-local-time = Время там
directory-difference-same = как у нас
directory-difference-ahead = впереди нас на { $time }
directory-difference-behind = позади нас на { $time }
directory-open-now = Открыто до { $time }
directory-opens = Закрыто. Откроется { $when }
directory-opens-in = через { $time }
directory-hours-unknown = Часы работы не указаны
directory-hours = Часы работы
directory-weekend = Выходные
directory-holidays = Ближайшие праздники
directory-247 = Круглосуточный контакт
directory-247-none = Круглосуточный контакт не указан.
directory-phone = Телефон
directory-email = Электронная почта
directory-address = Адрес
directory-verified = Проверено
directory-card = Карточка государства
directory-card-sequence = Карточка { $n }
directory-card-expires = действует до { $date }
directory-fingerprint = Отпечаток
directory-fingerprint-hint = Прочитайте его друг другу по телефону, прежде чем доверять.
directory-pinned = Проверено нами
directory-not-pinned = Нами не проверено
directory-write = Написать запрос в этот орган
directory-requirements = Что требует это государство
directory-treaties = Действующие договоры
directory-treaty-since = с { $date }
directory-empty = Другие государства ещё не известны. Администратор добавляет их по карточке государства.
directory-function-central-authority = Центральный орган
directory-function-extradition = Выдача
directory-function-mla = Взаимная правовая помощь
directory-function-duty-desk-24-7 = Круглосуточная дежурная служба
directory-function-ncb = Национальное центральное бюро Интерпола
directory-function-fiu = Подразделение финансовой разведки
directory-function-asylum-liaison = Связь по вопросам убежища
directory-function-court = Суд
directory-function-prosecutor = Прокуратура
directory-function-police = Полиция
directory-function-border = Граница
verb-message-unexpected = Сохранено неожиданное сообщение
verb-message-unknown = Сохранено сообщение неизвестного вида
purpose-evidence = Доказательство
purpose-screening = Проверка
purpose-investigation = Расследование
purpose-intelligence = Разведка
purpose-freezing = Замораживание активов
purpose-immigration = Иммиграция
purpose-oversight = Надзор
purpose-administration = Администрирование

## Border
border-title = Проверка
border-box = Отсканируйте документ или введите имя
border-box-hint = Обе строки машиносчитываемой зоны либо фамилия и имена.
border-birth = Дата рождения
border-birth-hint = Как в документе: год-месяц-день или только год.
border-nationality = Гражданство
border-document = Номер документа
border-check = Проверить
border-next = Следующий
border-understood = Понято как
border-mrz-ok = Машиносчитываемая зона прочитана; все контрольные цифры верны.
border-mrz-bad = Машиносчитываемая зона прочитана, но контрольная цифра неверна: { $fields }. Сравните с документом.
border-name = Имя
border-answer-no-record = Записи нет
border-answer-check = Проверить
border-answer-stop = Стоп
border-answer-cannot-say = Ответа нет
border-as-of = на { $time }
border-no-record-line = Списки, которые есть здесь, не называют никого с таким именем и датой рождения.
border-no-record-do = Продолжайте обычную проверку. Отсутствие записи не означает разрешения.
border-check-line = Человек из списка может быть этим лицом.
border-check-do = Сравните документ с записью ниже. Ничего не говорите человеку. Позовите второго сотрудника.
border-stop-line = Имя и личность совпадают с записью в списке.
border-stop-do = Задержите человека, не тревожа его, оставьте документ у себя и сейчас же позвоните по номеру ниже.
border-cannot-line = Сейчас ответить невозможно.
border-cannot-do = Проверьте вручную и позвоните дежурной службе. Не принимайте это за «записи нет».
border-cannot-no-list = Здесь не загружен ни один список.
border-cannot-old = Возраст списка в днях: { $days }.
border-cannot-mrz = Машиносчитываемая зона не читается. Отсканируйте снова или введите имя.
border-call = Позвонить
border-call-none = Номер дежурной службы не указан; спросите начальника.
border-why = Почему
border-hit = Запись { $n }
border-score = Совпадение { $score } из 100
border-for = Говорит за
border-against = Говорит против
border-nothing-against = ничего
border-listed-names = Имена в списке
border-listed-births = Даты рождения в списке
border-list-reason = Основание включения
border-list-and-version = Список и версия
border-list-reference = Ссылка
border-advice = Совпадение — это совет. Решаете вы.
border-query = Проверка
border-lists-asked = Проверенные списки
border-empty-input = Сначала отсканируйте документ или введите имя.
border-part-name = Имя
border-part-birth = Дата рождения
border-part-nationality = Гражданство
border-part-document = Номер документа
border-part-gender = Пол
border-part-place = Место рождения
border-feature-birth-day = Та же дата рождения
border-feature-birth-day-swapped = День и месяц рождения переставлены
border-feature-birth-month = Тот же месяц рождения
border-feature-birth-year = Тот же год рождения
border-feature-birth-within = Рождение в указанных пределах
border-feature-birth-day-other = Другой день того же года
border-feature-birth-year-other = Другой год рождения
border-feature-country = Та же страна
border-feature-country-other = Другая страна
border-feature-sex = Тот же пол
border-feature-sex-other = Другой пол
border-feature-document = Тот же номер документа
border-kind-exact = совпадает
border-kind-spelling = написано чуть иначе
border-kind-sound = звучит похоже
border-kind-script = то же другим письмом
border-kind-nickname = краткая или домашняя форма имени
border-kind-initial = инициал
border-kind-joined = написано слитно или раздельно
border-kind-differs = отличается
border-kind-only-asked = нет в списке
border-kind-only-listed = есть только в списке
border-doubt-check-digit = Контрольная цифра неверна.
border-doubt-unknown-issuer = Неизвестно государство, выдавшее документ.
border-doubt-unknown-nationality = Гражданство не распознано.
border-doubt-layout = Раскладка считывателя сомнительна.
border-doubt-document-code = Вид документа не распознан.
border-doubt-birth-date = Дата рождения не читается.
border-doubt-name-cut = Имя может быть усечено.
border-unit-of = { $part }: { $detail }
border-keys = Проверка по клавише Enter. После ответа поле ждёт следующего человека.

## Lists
list-title = Списки
list-lead = То, что спрашивает граница. Каждый список хранит свою версию и свой хеш.
list-name = Список
list-date = Дата списка
list-age = Возраст
list-age-days = { $n ->
    [0] сегодняшний
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}
list-individuals = Лица
list-entities = Организации
list-changes = Последнее изменение
list-changes-text = добавлено { $added }, изменено { $changed }, удалено { $removed }
list-imported = Загружен
list-hash = SHA-256 файла
list-empty = Ни один список не загружен. Граница может ответить только «ответа нет».
list-import-title = Загрузить список
list-import-lead = Файл читается целиком или не читается вовсе; прежняя версия остаётся в силе, пока не встанет новая.
list-import-name = Название списка
list-import-name-value = Сводный перечень Совета Безопасности ООН
list-import-file = Файл (форматы ООН, OFAC, ЕС, Соединённого Королевства, Канады, Австралии, FollowTheMoney или таблица)
list-import-id = Короткое имя
list-import-id-hint = Строчные буквы, цифры, дефисы. Пусто: обычное имя формата. То же имя ещё раз — более новая версия.
list-import-mapping = Соответствие
list-import-mapping-hint = Только для собственной таблицы: какой столбец какому свойству соответствует (TOML).
list-import-dropped = Опущено по правилам этого узла: { $names }
list-import-removals = Допустить исчезновение большего числа записей, чем
list-import-removals-hint = Список, из которого вдруг исчезает много записей, отклоняется, если вы не укажете здесь число.
list-import-button = Загрузить
list-import-running = Идёт загрузка
list-import-step = { $done } из { $total }
list-import-step-open = пока { $done }
list-import-step-read = Чтение файла
list-import-step-index = Новая версия вводится в действие
list-import-wait = Страница обновляется сама. Её можно закрыть; загрузка продолжится.
list-import-done = Загружено: лиц { $individuals }, организаций { $entities }.
list-import-failed = Загрузка отклонена; действующий список не изменился.
list-import-gone = Об этой загрузке здесь больше не известно. Таблица ниже показывает, что действует.
list-import-file-missing = Выберите файл.
list-back = К спискам

## Ledger
ledger-title = Журнал
ledger-lead = Кто, что, когда и зачем сделал. Каждая запись — лист дерева, которое могут проверить другие государства.
ledger-filter-verb = Действие
ledger-filter-object = Объект
ledger-filter-from = Начиная с записи
ledger-index = Запись
ledger-at = Когда
ledger-actor = Кто
ledger-role = Роль
ledger-verb = Действие
ledger-object = Объект
ledger-purpose = Цель
ledger-reason = Причина
ledger-rows = Записанные строки
ledger-row = Строка
ledger-leaf = Лист
ledger-empty = Подходящих записей нет.
ledger-verify = Проверить весь журнал сейчас
ledger-verify-hint = Читает каждую запись, каждую названную в ней строку и каждую контрольную точку.
ledger-verify-ok = Проверено: записей { $size }, ничто не изменено.
ledger-verify-counts = Совпадают: строк { $rows }, файлов { $blobs }, контрольных точек { $checkpoints }.
ledger-verify-bad = { $n ->
    [one] Изменён { $n } элемент
    [few] Изменено { $n } элемента
   *[other] Изменено { $n } элементов
}
ledger-root = Корень
ledger-problem-place = Место
ledger-problem-what = Что не так
ledger-entry-title = Запись { $index }
ledger-proof = Доказательство
ledger-proof-lead = С этими значениями любой может пересчитать лист и подняться до подписанной контрольной точки без этой программы.
ledger-proof-entry = Запись в том виде, как она хеширована
ledger-proof-salt = Соль
ledger-proof-path = Путь к корню
ledger-proof-checkpoint = Контрольная точка
ledger-proof-download = Скачать доказательство (JSON)
ledger-next = Более ранние записи
ledger-previous = Более поздние записи
ledger-actor-officer = Сотрудник { $id }
ledger-actor-peer = Узел: { $state }
ledger-actor-system = Сам узел: { $worker }
