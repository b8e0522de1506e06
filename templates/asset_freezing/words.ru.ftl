# Слова шаблона «asset_freezing»: разделы, поля с подсказками, коды.

asset_freezing-template = Запрос о замораживании активов (резолюция 1373)

## Sections
asset_freezing-section-designation = Внутренняя мера
    .help = Что само запрашивающее государство решило в отношении лица или организации.
asset_freezing-section-case = Изложение дела
    .help = Почему есть разумные основания для замораживания. Ярлык, даже верный, обоснованием не является.
asset_freezing-section-dated_facts = Факты
    .help = Что сделано и когда: один факт в каждой записи, с подтверждающим источником.
    .one = Факт { $index }
    .add = Добавить факт
    .remove = Удалить факт { $index }
asset_freezing-section-confidential_case = Конфиденциальная часть дела
    .help = Отдельно от запроса: её можно изъять, прежде чем показывать его другим.
asset_freezing-section-assets = Известные активы
    .help = То, что известно; замораживание охватывает и другие средства и экономические ресурсы.
    .one = Актив { $index }
    .add = Добавить актив
    .remove = Удалить актив { $index }
asset_freezing-section-asked = Что запрашивается
    .help = Что просят сделать запрашиваемое государство и что будет затем.
asset_freezing-section-remedies = Средства защиты и контакты
    .help = Куда обращаются затронутые: чтобы обжаловать меру, выйти из перечня, получить средства к существованию.

## Measure at home
asset_freezing-designation-kind = Вид меры
    .help = Включение в перечень, уголовное дело или то и другое. «Нет», если запрос их опережает.
asset_freezing-designation-act = Акт
    .help = Номер и название акта о включении в перечень.
asset_freezing-designation-designated_on = Дата включения в перечень
    .help = Когда принято решение.
asset_freezing-designation-authority = Орган, включивший в перечень
    .help = Кто принял решение.

## Statement of case
asset_freezing-case-criteria = Критерии пункта 1(c)
    .help = Каким критериям резолюции отвечает лицо или организация.
asset_freezing-case-grounds = Разумные основания
    .help = Что следует из приведённых фактов и почему критерии выполнены.
asset_freezing-case-releasable = Версия для оглашения
    .help = Что можно сообщить лицу, банкам и обществу. Без неё меру трудно отстоять в суде.
asset_freezing-case-confidential = Конфиденциальная часть
    .help = Только для решающего органа и его суда.
asset_freezing-case-un_list = Перечни ООН
    .help = Значится ли лицо или организация в перечне Совета Безопасности.
asset_freezing-case-proportionality = Соразмерность
    .help = Что делается, чтобы законная гуманитарная работа продолжалась.

## Facts
asset_freezing-dated_facts-happened_on = Дата
    .help = Месяц или один год — тоже ответ.
asset_freezing-dated_facts-what = Что произошло
    .help = Кто что сделал, с какими деньгами и с какой целью.
asset_freezing-dated_facts-source = Источник
    .help = Приговор, протокол, открытый источник или служба, которая за него отвечает.

## Known assets
asset_freezing-assets-kind = Вид актива
    .help = Счёт, недвижимость, транспорт, кошелёк или иной экономический ресурс.
asset_freezing-assets-holder = Держатель
    .help = На чьё имя.
asset_freezing-assets-identifier = Идентификатор
    .help = Номер счёта и банк, запись в реестре, адрес кошелька.
asset_freezing-assets-place = Место
    .help = Где находится.
asset_freezing-assets-amount = Сумма
    .help = По последним сведениям.
asset_freezing-assets-currency = Валюта
    .help = Трёхбуквенный код (ISO 4217) или название криптоактива.
asset_freezing-assets-link = Связь с лицом или организацией
    .help = Принадлежит, контролируется или держится от имени: и откуда это известно.

## What is asked
asset_freezing-asked-actions = Действия
    .help = Заморозить, включить в перечень, разыскать или хранить запрос в тайне.
asset_freezing-asked-no_prior_notice = Без предварительного уведомления
    .help = Не должны ли затронутые узнать о запросе до замораживания.
asset_freezing-asked-follow_up = Ожидаемое продолжение
    .help = Желаемый ответ: день и час замораживания, суммы; затем пересмотр, арест или конфискация.

## Remedies and contacts
asset_freezing-remedies-remedy = Средство правовой защиты
    .help = Какой жалобой, где и в какой срок можно оспорить меру в своей стране.
asset_freezing-remedies-delisting_contact = Контакт для исключения из перечня
    .help = Куда лицо или организация обращается за исключением из перечня.
asset_freezing-remedies-exemption_contact = Контакт для изъятий
    .help = Где решают об основных расходах и гуманитарных изъятиях.

## Codes
asset_freezing-code-designations-designation = Включение в перечень
asset_freezing-code-designations-criminal_case = Уголовное дело
asset_freezing-code-designations-both = Включение в перечень и уголовное дело
asset_freezing-code-designations-none = Пока нет
asset_freezing-code-criteria-commits = Совершает террористические акты
asset_freezing-code-criteria-attempts = Пытается совершить террористические акты
asset_freezing-code-criteria-participates = Участвует в террористических актах
asset_freezing-code-criteria-facilitates = Содействует террористическим актам
asset_freezing-code-criteria-owned_or_controlled = Организация, принадлежащая совершающим такие акты лицам или контролируемая ими
asset_freezing-code-criteria-acting_on_behalf = Действует от имени или по указанию лиц, совершающих такие акты
asset_freezing-code-un_lists-not_listed = Не значится
asset_freezing-code-un_lists-proposed = Предложено включить
asset_freezing-code-un_lists-listed = Значится
asset_freezing-code-un_lists-removed = Исключено
asset_freezing-code-assets-bank_account = Банковский счёт
asset_freezing-code-assets-real_property = Недвижимость
asset_freezing-code-assets-vehicle = Транспортное средство
asset_freezing-code-assets-vessel = Судно или воздушное судно
asset_freezing-code-assets-crypto_wallet = Кошелёк криптоактивов
asset_freezing-code-assets-shares = Доли или ценные бумаги
asset_freezing-code-assets-cash = Наличные
asset_freezing-code-assets-other = Иной экономический ресурс
asset_freezing-code-actions-freeze = Заморозить безотлагательно
asset_freezing-code-actions-designate = Включить в перечень
asset_freezing-code-actions-trace = Разыскать другие активы
asset_freezing-code-actions-keep_secret = Хранить в тайне до замораживания
