# Слова шаблона «extradition»: разделы, поля с пояснениями, коды.

extradition-template = Запрос о выдаче

## Sections
extradition-section-evidence = Доказательства
    .help = Только если запрашиваемое государство требует достаточных доказательств: показания под присягой, предметы и что каждое из них подтверждает.
    .one = Доказательство { $index }
    .add = Добавить доказательство
    .remove = Удалить доказательство { $index }
extradition-section-assurances = Гарантии
    .help = Что обещано в отношении лица, кем и кого обещание связывает: прокурора, суд, орган помилования. Большинство гарантий может последовать после консультаций; передача без них невозможна.
    .one = Гарантия { $index }
    .add = Добавить гарантию
    .remove = Удалить гарантию { $index }
extradition-section-fair_trial = Сведения о справедливом судебном разбирательстве
    .help = Процесс, который ожидает лицо или уже состоялся. Запрашиваемое государство отвечает за него перед собственными судами.
extradition-section-speciality = Правило специализации
    .help = Лицо судят только за указанное здесь, и ни за что иное, совершённое ранее.
extradition-section-competing = Запросы других государств
    .help = Кто ещё, насколько известно, требует это лицо; от этого зависит очерёдность передачи.
    .one = Запрос { $index }
    .add = Добавить запрос
    .remove = Удалить запрос { $index }
extradition-section-property = Имущество
    .help = Предметы, которые могут служить доказательством или добыты преступлением, передаваемые вместе с лицом.
extradition-section-surrender = Передача
    .help = Где и как лицо передаётся после удовлетворения запроса.

## Offences
extradition-offences-limitation_there_on = Срок давности в запрашиваемом государстве истекает
    .help = По праву запрашиваемого государства, насколько известно.
extradition-offences-deemed_in = Считается совершённым в
    .help = Другие государства, на территории которых конвенция считает преступление совершённым.

## Evidence
extradition-evidence-kind = Вид
    .help = Что это.
extradition-evidence-title = Название
    .help = С датой и автором.
extradition-evidence-shows = Что подтверждает
    .help = Какой элемент преступления, одной фразой.
extradition-evidence-obtained = Как получено
    .help = Слова, полученные под стражей без гарантий, не обосновывают ареста; добытое пыткой не направляется никогда.

## Assurances
extradition-assurances-kind = Что обещано
    .help = Одна запись на каждое обещание.
extradition-assurances-givers = Кем дана (вид органа)
    .help = Несколько — для совместной гарантии. Одно министерство иностранных дел не связывает ни прокурора, ни суд.
extradition-assurances-given_by = Кем подписана
    .help = Как подписано: должность и имя.
extradition-assurances-binds = Кого связывает
    .help = Тех, кто не может действовать вопреки ей. Против смертной казни нужны все три: прокурор, суд, помилование.
extradition-assurances-given_on = Дата
    .help = День подписания.
extradition-assurances-text = Текст
    .help = Полностью: что не будет требоваться, назначаться, исполняться, или что будет сделано.
extradition-assurances-expires = Действует до
    .help = «Не применимо», если действует до конца жизни лица.
extradition-assurances-monitoring = Следующая проверка соблюдения
    .help = День, когда кто-либо это проверит.

## Fair-trial sheet
extradition-fair_trial-court = Суд
    .help = Какой суд рассматривает или рассмотрел дело и в каком составе.
extradition-fair_trial-ordinary_court = Обычный суд
    .help = Нет — для особого, военного или созданного для случая суда.
extradition-fair_trial-public = Открытое заседание
    .help = Является ли процесс открытым.
extradition-fair_trial-counsel = Защитник по выбору
    .help = Или назначенный бесплатно.
extradition-fair_trial-interpreter = Переводчик
    .help = Если лицо не понимает языка суда.
extradition-fair_trial-appeal = Обжалование
    .help = Может ли вышестоящий суд пересмотреть приговор и наказание.
extradition-fair_trial-tainted_excluded = Показания под пыткой исключаются
    .help = Обязан ли суд их отвергнуть.
extradition-fair_trial-detention = Место и условия содержания
    .help = Какая тюрьма, какой режим, кто её проверяет.

## Speciality
extradition-speciality-undertaking = Обязательство принято
    .help = Нужно, если договор этого не говорит.
extradition-speciality-text = Текст
    .help = За что лицо не будет судимо, наказано или задержано без согласия.
extradition-speciality-other_offences = Другие известные преступления
    .help = Назовите их сейчас: согласие запрашивается один раз.

## Requests of other States
extradition-competing-state = Государство
    .help = Государство, которое также запрашивает.
extradition-competing-made_on = Дата запроса
    .help = День её запроса.
extradition-competing-offence = Преступление
    .help = За что и какое наибольшее наказание.
extradition-competing-note = Для определения очерёдности
    .help = Тяжесть, место, даты, гражданство, возможность дальнейшей передачи.

## Property
extradition-property-wanted = Требуется передать имущество
    .help = Запрашиваются ли предметы вместе с лицом.
extradition-property-items = Какие предметы
    .help = Что, где может находиться, кто ещё имеет на это право.

## Surrender
extradition-surrender-place = Место
    .help = Аэропорт или пограничный пункт.
extradition-surrender-from_on = Возможна с
    .help = Первый день, когда может прибыть конвой.
extradition-surrender-escort = Конвой
    .help = Кто прибудет, сколько человек, каким путём.
extradition-surrender-transit = Транзит через
    .help = Государства, чьё согласие на проезд необходимо.
extradition-surrender-medical = Медицинские потребности
    .help = Что конвой должен знать или взять с собой.

## Codes
extradition-code-evidence_kinds-affidavit = Показания под присягой
extradition-code-evidence_kinds-statement = Показания
extradition-code-evidence_kinds-expert_report = Заключение эксперта
extradition-code-evidence_kinds-document = Документ
extradition-code-evidence_kinds-recording = Запись слов
extradition-code-evidence_kinds-exhibit = Вещественное доказательство
extradition-code-obtained-at_liberty = Добровольно, на свободе
extradition-code-obtained-custody_with_safeguards = Под стражей, при защитнике или судье, права разъяснены
extradition-code-obtained-alleged = Утверждается жестокое обращение
extradition-code-obtained-tainted = Путём пыток или жестокого обращения
extradition-code-assurance_kinds-death_not_sought = Смертная казнь не будет требоваться
extradition-code-assurance_kinds-death_not_imposed = Смертная казнь не будет назначена
extradition-code-assurance_kinds-death_not_carried_out = Смертная казнь не будет исполнена
extradition-code-assurance_kinds-life_review = Пересмотр пожизненного наказания
extradition-code-assurance_kinds-in_absentia_retrial = Новый процесс после заочного приговора
extradition-code-assurance_kinds-fair_trial_forum = Обычный суд и справедливое разбирательство
extradition-code-assurance_kinds-treatment = Обращение и место содержания
extradition-code-assurance_kinds-return_of_national = Возвращение для отбывания наказания
extradition-code-assurance_kinds-speciality = Специализация
extradition-code-assurance_kinds-no_re_extradition = Невыдача третьему государству
extradition-code-assurance_kinds-monitoring_visits = Контрольные посещения
extradition-code-givers-head_of_state = Глава государства
extradition-code-givers-government = Правительство
extradition-code-givers-ministry_of_justice = Министерство юстиции
extradition-code-givers-foreign_ministry = Министерство иностранных дел
extradition-code-givers-embassy = Посольство
extradition-code-givers-prosecutor_general = Генеральный прокурор
extradition-code-givers-court = Суд
extradition-code-givers-pardon_authority = Орган помилования
extradition-code-givers-prison_authority = Тюремное ведомство
extradition-code-givers-police = Полиция
extradition-code-givers-other = Другой, указан в тексте
extradition-code-powers-prosecutor = Прокурор
extradition-code-powers-court = Суд
extradition-code-powers-pardon = Орган помилования
extradition-code-powers-prison = Тюремное ведомство
