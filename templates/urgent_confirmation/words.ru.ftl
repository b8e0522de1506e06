# Слова формы «urgent_confirmation».

urgent_confirmation-template = Письменное подтверждение срочного запроса
urgent_confirmation-section-oral = Устный запрос
    .help = В срочных случаях запрос может быть сделан устно, если государства об этом договорились; он незамедлительно подтверждается письменно (КТОП 18(14)).
urgent_confirmation-oral-made_at = Когда сделан
    .help = День и время с часовым поясом, например 2026-03-02T02:40:00Z.
urgent_confirmation-oral-by = Кем сделан
    .help = Должностное лицо, которое говорило.
urgent_confirmation-oral-by_function = Должность
    .help = Кем является это лицо.
urgent_confirmation-oral-to = Кому сделан
    .help = Должностное лицо или служба, принявшие запрос.
urgent_confirmation-oral-channel = Канал
    .help = Как он был передан.
urgent_confirmation-oral-their_reference = Их номер
    .help = Под каким номером другая сторона его записала.
urgent_confirmation-oral-asked = Что запрашивалось
    .help = Как было сказано.
urgent_confirmation-oral-agreed = Что согласовано или сделано
    .help = Данный ответ и что с тех пор сделано.
urgent_confirmation-oral-differences = Расхождения
    .help = В чём письменный текст расходится с устным.
urgent_confirmation-code-oral_channels-telephone = Телефон
urgent_confirmation-code-oral_channels-duty_desk = Дежурная служба (круглосуточно)
urgent_confirmation-code-oral_channels-police_channel = Полицейский канал
urgent_confirmation-code-oral_channels-liaison_officer = Офицер связи
urgent_confirmation-code-oral_channels-in_person = Лично
