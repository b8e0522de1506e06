# Слова шаблона «electronic_evidence»: разделы, поля с подсказками, коды.

electronic_evidence-template = Запрос об электронных доказательствах

## Sections
electronic_evidence-section-evidence = Что запрашивается
    .help = Какие данные, у какого поставщика, за какое время и почему.
electronic_evidence-section-identifiers = Учётные записи, адреса и другие идентификаторы
    .help = По одной записи на каждый. Поставщик может действовать по идентификатору, но не по описанию.
    .one = Идентификатор { $index }
    .add = Добавить идентификатор
    .remove = Удалить идентификатор { $index }
electronic_evidence-section-emergency = Чрезвычайная ситуация
    .help = Опасность для жизни или безопасности, которая вот-вот наступит. До раскрытия данных сотруднику перезванивают.
electronic_evidence-section-follow_up = Что последует
    .help = Последует ли запрос о взаимной правовой помощи и к какому сроку.
electronic_evidence-section-user_notice = Уведомление пользователя
    .help = Что поставщик может сообщить своему клиенту.
electronic_evidence-section-delivery = Передача данных
    .help = Каким путём и в каком виде поступают данные.

## What is asked for
electronic_evidence-evidence-subtype = Вид запроса
    .help = Сохранить данные, сохранить их дольше, найти следующего поставщика или раскрыть данные.
electronic_evidence-evidence-provider = Поставщик услуг
    .help = Юридическое лицо, у которого находятся данные, и его местонахождение.
electronic_evidence-evidence-provider_state = Государство поставщика
    .help = Это запрашиваемое государство; для другого составьте отдельный запрос.
electronic_evidence-evidence-provider_contact = Куда поставщик принимает запросы
    .help = Портал, адрес или контактный пункт для органов власти.
electronic_evidence-evidence-service = Услуга
    .help = Название, под которым её знает пользователь.
electronic_evidence-evidence-data_types = Виды данных
    .help = Только необходимые: чем меньше запрошено, тем скорее ответ.
electronic_evidence-evidence-description = Описание данных
    .help = Что именно следует сохранить или раскрыть и что не запрашивается.
electronic_evidence-evidence-period_from = Период с
    .help = День, время и часовой пояс, например 2026-04-01T00:00:00Z.
electronic_evidence-evidence-period_until = Период по
    .help = День, время и часовой пояс. Хранимые данные — не позднее сегодняшнего дня.
electronic_evidence-evidence-aim = Цель
    .help = Что должны показать данные. Чтобы узнать, кто пользователь, достаточно данных об абоненте.
electronic_evidence-evidence-relation = Связь с преступлением
    .help = Почему именно эти данные и какой элемент состава преступления они помогают доказать.
electronic_evidence-evidence-necessity = Необходимость
    .help = Почему данные нужны сейчас и что произойдёт без них.
electronic_evidence-evidence-volatility = Как долго хранятся данные
    .help = Когда их удаляет поставщик или пользователь.
electronic_evidence-evidence-preserve_until_on = Сохранить до
    .help = Оставьте пустым, если достаточно срока по договору — не менее шестидесяти дней.
electronic_evidence-evidence-proportionality = Соразмерность
    .help = Почему недостаточно данных, менее затрагивающих частную жизнь.
electronic_evidence-evidence-order = Внутреннее постановление
    .help = Приложено, либо заявлено, что раскрытие было бы законным в вашем государстве.
electronic_evidence-evidence-order_statement = Заявление о законности
    .help = Какое положение позволило бы это у вас и кто вынес бы решение.
electronic_evidence-evidence-threshold = Порог
    .help = Какая тяжесть преступления требуется у вас для этого вида данных и что она достигнута.
electronic_evidence-evidence-next_provider = Следующий поставщик
    .help = Если след уже привёл к другому поставщику: его название.
electronic_evidence-evidence-next_provider_state = Государство следующего поставщика
    .help = Туда направляется новый запрос об обеспечении сохранности.

## Identifiers
electronic_evidence-identifiers-kind = Вид
    .help = Что это за идентификатор.
electronic_evidence-identifiers-value = Идентификатор
    .help = Точно так, как его пишет служба; без подстановочных знаков.
electronic_evidence-identifiers-port = Порт источника
    .help = Одним адресом пользуются многие; различить их позволяет только порт.
electronic_evidence-identifiers-seen_at = Замечен
    .help = День, время с секундами и часовой пояс, например 2026-04-29T21:14:05Z.
electronic_evidence-identifiers-created_on = Предположительно существует с
    .help = День создания учётной записи, если известен.

## The emergency
electronic_evidence-emergency-threat = Угроза
    .help = Кому, что и от кого угрожает.
electronic_evidence-emergency-imminence = Почему она непосредственная
    .help = Когда её ожидают и откуда это известно.
electronic_evidence-emergency-how_data_avert = Как данные её предотвратят
    .help = Что будет сделано, как только они поступят.
electronic_evidence-emergency-officer = Запрашивающий сотрудник
    .help = Лицо, которому можно перезвонить.
electronic_evidence-emergency-officer_number = Служебный номер сотрудника
    .help = Дежурная служба может его подтвердить.
electronic_evidence-emergency-call_back = Номер для обратного звонка
    .help = Номер, который есть в справочнике для вашего органа; по другому звонить не будут.

## What follows
electronic_evidence-follow_up-mla_intended = Взаимная правовая помощь будет запрошена
    .help = Данные сохраняют только ради запроса, который последует.
electronic_evidence-follow_up-mla_by_on = Не позднее
    .help = День, к которому ожидается этот запрос.

## Notice to the user
electronic_evidence-user_notice-instruction = Указание
    .help = Может ли поставщик сообщить своему клиенту.
electronic_evidence-user_notice-until_on = До
    .help = День, когда причина молчания отпадает.
electronic_evidence-user_notice-reason = Причина
    .help = Какой вред нанесло бы уведомление.

## Delivery
electronic_evidence-delivery-channel = Канал
    .help = На этой платформе каждый предмет сопровождают его хеш-код и сведения о хранении.
electronic_evidence-delivery-format = Формат
    .help = Файлы и таблицы, которые могут прочесть ваши эксперты, с их хешами.
electronic_evidence-delivery-key = Ключ
    .help = Отпечаток ключа, которым данные запечатываются для вас.

## Codes
electronic_evidence-code-subtypes-preservation = Оперативное обеспечение сохранности
electronic_evidence-code-subtypes-extension = Продление срока обеспечения сохранности
electronic_evidence-code-subtypes-partial_disclosure = Частичное раскрытие данных о трафике
electronic_evidence-code-subtypes-subscriber = Раскрытие данных об абоненте
electronic_evidence-code-subtypes-traffic = Раскрытие данных о трафике
electronic_evidence-code-subtypes-content = Раскрытие хранимого содержания
electronic_evidence-code-subtypes-real_time_traffic = Данные о трафике в реальном времени
electronic_evidence-code-subtypes-interception = Перехват содержания
electronic_evidence-code-subtypes-emergency = Раскрытие в чрезвычайной ситуации
electronic_evidence-code-subtypes-provider_direct = Прямой запрос поставщику
electronic_evidence-code-data_types-subscriber = Абонент и регистрация
electronic_evidence-code-data_types-payment = Платёжные данные
electronic_evidence-code-data_types-log_ins = Входы с адресом и портом
electronic_evidence-code-data_types-connections = Соединения
electronic_evidence-code-data_types-message_records = Сведения о сообщениях без содержания
electronic_evidence-code-data_types-call_records = Сведения о вызовах без содержания
electronic_evidence-code-data_types-location = Местоположение
electronic_evidence-code-data_types-messages = Содержание сообщений
electronic_evidence-code-data_types-mailbox = Содержание почтового ящика
electronic_evidence-code-data_types-stored_files = Хранимые файлы
electronic_evidence-code-data_types-calls = Содержание разговоров
electronic_evidence-code-data_types-device_backup = Резервная копия устройства
electronic_evidence-code-identifier_kinds-account = Учётная запись или имя пользователя
electronic_evidence-code-identifier_kinds-email = Адрес электронной почты
electronic_evidence-code-identifier_kinds-url = Адрес страницы (URL)
electronic_evidence-code-identifier_kinds-domain = Доменное имя
electronic_evidence-code-identifier_kinds-phone = Номер телефона
electronic_evidence-code-identifier_kinds-imsi = IMSI SIM-карты
electronic_evidence-code-identifier_kinds-device = Устройство (IMEI, MAC, серийный номер)
electronic_evidence-code-identifier_kinds-ip_address = IP-адрес
electronic_evidence-code-identifier_kinds-wallet = Адрес кошелька
electronic_evidence-code-identifier_kinds-file_hash = Хеш-код файла
electronic_evidence-code-identifier_kinds-other = Иное
electronic_evidence-code-aims-identify_user = Установить пользователя
electronic_evidence-code-aims-locate_person = Установить местонахождение лица
electronic_evidence-code-aims-trace_contacts = Проследить связи
electronic_evidence-code-aims-prove_content = Доказать, что было написано или сказано
electronic_evidence-code-aims-avert_danger = Предотвратить опасность
electronic_evidence-code-orders-attached = Постановление приложено
electronic_evidence-code-orders-lawful_at_home = Законно в запрашивающем государстве, как заявлено
electronic_evidence-code-orders-none = Нет
electronic_evidence-code-notices-do_not_tell = Пользователю сообщать нельзя
electronic_evidence-code-notices-tell_after = Пользователю можно сообщить после указанного дня
electronic_evidence-code-notices-may_tell = Пользователю можно сообщить
electronic_evidence-code-delivery_channels-platform = Эта платформа
electronic_evidence-code-delivery_channels-provider_portal = Портал поставщика
electronic_evidence-code-delivery_channels-encrypted_mail = Зашифрованная электронная почта
electronic_evidence-code-delivery_channels-sealed_medium = Опечатанный носитель данных
