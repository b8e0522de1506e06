# Слова шаблона «provisional_arrest»: разделы, поля с пояснениями, коды.

provisional_arrest-template = Запрос о предварительном аресте

## Sections
provisional_arrest-section-intention = Последующий запрос
    .help = Никого не содержат под стражей без обещания: укажите, что запрос о выдаче последует.
provisional_arrest-section-channel = Канал
    .help = Каким путём запрашивается арест; дополнительно может использоваться канал Интерпола.

## Request to follow
provisional_arrest-intention-will_request = Выдача будет запрошена
    .help = Прямое «да»; без него никого не арестуют.
provisional_arrest-intention-within_days = В течение скольких дней
    .help = Считая с ареста; предел устанавливает договор или право запрашиваемого государства.
provisional_arrest-intention-note = Примечание
    .help = Чего ещё не хватает и когда оно поступит.

## Channel
provisional_arrest-channel-kind = Направлен через
    .help = Путь, которым идёт подлинник.
provisional_arrest-channel-notice_number = Номер уведомления
    .help = Красного уведомления или циркуляра о розыске, если есть.

## Codes
provisional_arrest-code-arrest_channels-platform = Эта платформа
provisional_arrest-code-arrest_channels-interpol = Интерпол
provisional_arrest-code-arrest_channels-diplomatic = Дипломатический канал
provisional_arrest-code-arrest_channels-post = Почта или телеграф
