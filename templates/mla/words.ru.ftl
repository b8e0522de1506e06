# Слова шаблона «mla»: разделы, поля с подсказками, коды.

mla-template = Запрос о взаимной правовой помощи

## Sections
mla-section-measures = Запрашиваемая помощь
    .help = Отдельная запись на каждую меру: о каждой решают и отвечают особо.
    .one = Мера { $index }
    .add = Добавить меру
    .remove = Удалить меру { $index }
mla-section-return = Передача доказательств
    .help = В каком виде, каким путём и к какому сроку передаются результаты.












## Measures
mla-measures-kind = Вид помощи
    .help = Что просят сделать другое государство.
mla-measures-object = Предмет
    .help = Что именно: какие документы, предметы, действия.
mla-measures-person = Затрагиваемое лицо
    .help = Имя, как оно указано среди лиц запроса.
mla-measures-holder = Держатель
    .help = Банк, провайдер, компания или лицо, у которых это находится.
mla-measures-place = Место
    .help = Где исполняется; от этого зависит подсудность.
mla-measures-account = Счёт
    .help = Номер; либо лицо и банк или регион с обоснованием.
mla-measures-identifiers = Идентификаторы
    .help = Имена, номера, адреса с портом, временем и поясом.
mla-measures-period_from = Период с
    .help = Первый день периода.
mla-measures-period_until = Период по
    .help = Бессрочный период вернут: выберите кратчайший достаточный.
mla-measures-purpose = Цель
    .help = Какой признак преступления доказывается.
mla-measures-nexus = Связь с запрашиваемым государством
    .help = Почему полагают, что искомое находится там.
mla-measures-proportionality = Соразмерность
    .help = Почему более мягкой меры недостаточно.
mla-measures-order = Внутреннее постановление
    .help = Приложено, либо заявление, что мера законна у вас.
mla-measures-order_statement = Заявление о законности
    .help = По какой норме и кем мера была бы назначена у вас.
mla-measures-formalities = Желаемые формальности
    .help = Присяга, разъяснения, присутствие лиц, форма удостоверения: что нужно вашему суду.
mla-measures-questions = Вопросы
    .help = Пронумерованные; темы, если вопросы нельзя задать заранее.
mla-measures-consent = Согласие
    .help = Согласно ли лицо; передача невозможна без свободного осознанного согласия.
mla-measures-consent_record = Запись о согласии
    .help = Где и перед кем дано.
mla-measures-video_details = Видеосвязь
    .help = Время в обоих поясах, проверка связи и личности, переводчик, закон о ложных показаниях.
mla-measures-documents = Вручаемые документы
    .help = Перечень с языком и переводом.
mla-measures-appearance_on = Дата явки
    .help = Не менее чем за пятьдесят дней, если в профиле не указано иное.
mla-measures-safe_conduct = Гарантия неприкосновенности
    .help = Без преследования за прежние деяния; до какого времени; путевые расходы.
mla-measures-custody_terms = Условия содержания и возвращения
    .help = Содержание под стражей, возврат, зачёт срока, иммунитет.
mla-measures-third_party_rights = Права третьих лиц
    .help = Кто добросовестно претендует и как его заслушают.
mla-measures-privilege_handling = Материалы, охраняемые тайной
    .help = Кто смотрит первым и что возвращают непрочитанным.
mla-measures-value = Стоимость
    .help = Сумма для розыска, ареста или конфискации.
mla-measures-currency = Валюта
    .help = Код из трёх букв (ISO 4217).
mla-measures-deadline_on = Нужно к
    .help = Только если есть причина.
mla-measures-deadline_reason = Обоснование срока
    .help = Слушание, давность, конец стражи — с датой.
mla-measures-jit_hold = Закреплено за совместной группой
    .help = Закреплён ли этот материал за группой соглашением о совместной следственной группе.
mla-measures-jit_reference = Обозначение совместной группы
    .help = Название или номер соглашения.

## Return of evidence
mla-return_of_evidence-form = Вид
    .help = Подлинники, заверенные или простые копии.
mla-return_of_evidence-format = Формат
    .help = Что может прочесть ваш суд: файлы, таблицы, записи.
mla-return_of_evidence-channel = Канал
    .help = Через систему каждый предмет идёт с хеш-кодом и учётом хранения.
mla-return_of_evidence-originals_returned = Подлинники возвращаются
    .help = Возвращаются ли подлинники после производства.
mla-return_of_evidence-deadline_on = Нужно к
    .help = День, когда результаты должны быть в суде.








## Codes
mla-code-measures-statement = Получение показаний
mla-code-measures-video_hearing = Допрос по видеосвязи
mla-code-measures-service = Вручение документов
mla-code-measures-bank_accounts = Установление банковских счетов
mla-code-measures-bank_transactions = Сведения об операциях по счетам
mla-code-measures-bank_monitoring = Мониторинг счёта
mla-code-measures-search = Обыск
mla-code-measures-seizure = Выемка или изъятие
mla-code-measures-restraint = Арест активов
mla-code-measures-confiscation = Конфискация
mla-code-measures-production_order = Предоставление документов
mla-code-measures-stored_data = Хранимые электронные данные
mla-code-measures-subscriber_data = Данные об абоненте
mla-code-measures-traffic_data = Данные о трафике
mla-code-measures-real_time_traffic = Данные о трафике в реальном времени
mla-code-measures-interception = Перехват сообщений
mla-code-measures-covert = Негласное расследование
mla-code-measures-controlled_delivery = Контролируемая поставка
mla-code-measures-transfer_of_detained = Временная передача лица под стражей
mla-code-measures-site_examination = Осмотр предметов или мест
mla-code-measures-expert = Экспертиза
mla-code-measures-criminal_record = Сведения о судимости
mla-code-measures-company_record = Документы компании
mla-code-measures-public_record = Государственные реестры
mla-code-measures-tracing_proceeds = Розыск доходов от преступления
mla-code-measures-restitution = Возврат имущества
mla-code-measures-dna_comparison = Сравнение ДНК
mla-code-measures-voluntary_appearance = Добровольная явка лица
mla-code-measures-other = Иная помощь
mla-code-orders-attached = Постановление приложено
mla-code-orders-lawful_at_home = Законно у нас, согласно заявлению
mla-code-orders-none = Нет
mla-code-return_forms-originals = Подлинники
mla-code-return_forms-certified_copies = Заверенные копии
mla-code-return_forms-copies = Копии
mla-code-channels-platform = Эта платформа
mla-code-channels-post = Почта
mla-code-channels-courier = Курьер
mla-code-channels-diplomatic = Дипломатический канал
