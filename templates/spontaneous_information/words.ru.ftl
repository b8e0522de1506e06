# Слова шаблона «spontaneous_information»: разделы, поля с подсказками, коды.

spontaneous_information-template = Информация, сообщаемая по собственной инициативе
spontaneous_information-opening = Орган, сообщающий информацию ({ $authority }, { $state }), свидетельствует своё уважение получающему органу ({ $to_authority }, { $to_state }) и имеет честь довести до его сведения нижеследующую информацию на указанных условиях.
spontaneous_information-closing = Орган, сообщающий информацию ({ $authority }), пользуется случаем, чтобы возобновить получающему органу ({ $to_authority }) уверения в своём самом высоком уважении.

## Sections
spontaneous_information-section-information = Информация
    .help = Краткое изложение, которое можно прочесть сразу, и содержание, которое открывается после принятия условий.
spontaneous_information-section-conditions = Условия
    .help = Что получающее государство может делать с информацией. Укажите их, даже если условий нет.
spontaneous_information-section-movements = Передвижения
    .help = Совершённые или ожидаемые поездки: когда, каким способом, откуда и куда, под каким именем.
    .one = Передвижение { $index }
    .add = Добавить передвижение
    .remove = Удалить передвижение { $index }
spontaneous_information-section-reply = Ответ
    .help = Желаете ли вы узнать о результате.

## The information
spontaneous_information-information-summary = Краткое изложение
    .help = Видно до принятия условий: без имён и источников.
spontaneous_information-information-content = Содержание
    .help = Что известно, о ком, с какого времени. Открывается после принятия условий.
spontaneous_information-information-reason = Почему направляется
    .help = Что другое государство сможет начать или сделать с её помощью.
spontaneous_information-information-reliability = Надёжность источника
    .help = От A (полностью надёжен) до F (оценить нельзя).
spontaneous_information-information-accuracy = Достоверность информации
    .help = От 1 (подтверждена) до 6 (оценить нельзя).
spontaneous_information-information-own_proceeding_safe = Собственному производству вреда нет
    .help = Позволяют ли ваши собственные расследования сообщить эту информацию.
spontaneous_information-information-obtained_how = Как получена
    .help = О сказанном под стражей укажите, при каких гарантиях это было сказано.

## Conditions
spontaneous_information-conditions-use = Использование
    .help = Выберите «Без условий», если их нет.
spontaneous_information-conditions-onward_transfer = Передача другим
    .help = Можно ли передать её другому органу или государству.
spontaneous_information-conditions-text = Условия словами
    .help = Чего не говорят коды: кого нельзя называть, у кого просить согласия.
spontaneous_information-conditions-review_on = Пересмотр
    .help = День, когда её рассматривают вновь; не позднее чем через пять лет.
spontaneous_information-conditions-expires_on = Действует до
    .help = День, после которого её больше нельзя использовать.
spontaneous_information-conditions-certificate = Удостоверение для использования как доказательства
    .help = Суд спросит, кто составил запись и как она хранилась.

## Persons
spontaneous_information-persons-biometrics_taken_on = Биометрические данные сняты
    .help = День, когда сделан снимок или сняты отпечатки.
spontaneous_information-persons-biometrics_quality = Качество биометрических данных
    .help = Размер, разрешение, ракурс: что нужно знать для сравнения.

## Movements
spontaneous_information-movements-on = День
    .help = Прошедший или ожидаемый.
spontaneous_information-movements-means = Способ
    .help = Как передвигается лицо.
spontaneous_information-movements-from_place = Откуда
    .help = Место отправления.
spontaneous_information-movements-to_place = Куда
    .help = Место прибытия.
spontaneous_information-movements-name_used = Использованное имя
    .help = Имя в билете или документе.
spontaneous_information-movements-document = Использованный документ
    .help = Вид, номер и кем выдан.

## Reply
spontaneous_information-reply-wished = Желателен ответ
    .help = Надеетесь ли вы на ответ. Обязанности отвечать нет.
spontaneous_information-reply-question = Что желательно узнать
    .help = Один или два вопроса.
spontaneous_information-reply-receipt = Желательна расписка
    .help = Расписка показывает, что условия приняты; её подписывают обе стороны.

## Codes
spontaneous_information-code-reliability-A = A: полностью надёжен
spontaneous_information-code-reliability-B = B: обычно надёжен
spontaneous_information-code-reliability-C = C: достаточно надёжен
spontaneous_information-code-reliability-D = D: обычно ненадёжен
spontaneous_information-code-reliability-E = E: ненадёжен
spontaneous_information-code-reliability-F = F: оценить нельзя
spontaneous_information-code-accuracy-1 = 1: подтверждена другими источниками
spontaneous_information-code-accuracy-2 = 2: вероятно, верна
spontaneous_information-code-accuracy-3 = 3: возможно, верна
spontaneous_information-code-accuracy-4 = 4: сомнительна
spontaneous_information-code-accuracy-5 = 5: маловероятна
spontaneous_information-code-accuracy-6 = 6: оценить нельзя
spontaneous_information-code-uses-intelligence_only = Только как оперативные сведения
spontaneous_information-code-uses-lead_only = Как отправная точка для собственного расследования
spontaneous_information-code-uses-evidence_with_consent = Как доказательство после согласия
spontaneous_information-code-uses-evidence = Как доказательство
spontaneous_information-code-uses-none = Без условий
spontaneous_information-code-certificates-attached = Приложено
spontaneous_information-code-certificates-on_request = По запросу
spontaneous_information-code-certificates-none = Нет
spontaneous_information-code-means-air = По воздуху
spontaneous_information-code-means-sea = По морю
spontaneous_information-code-means-rail = По железной дороге
spontaneous_information-code-means-road = По автодороге
spontaneous_information-code-means-foot = Пешком
spontaneous_information-code-means-other = Иное
