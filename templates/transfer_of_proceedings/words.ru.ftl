# Слова шаблона «transfer_of_proceedings»: разделы, поля с подсказками, коды.

transfer_of_proceedings-template = Запрос о передаче уголовного производства

## Sections
transfer_of_proceedings-section-reasons = Основания передачи
    .help = Почему дело лучше рассматривать в запрашиваемом государстве. Каждый критерий поясняется одной фразой.
    .one = Основание { $index }
    .add = Добавить основание
    .remove = Удалить основание { $index }
transfer_of_proceedings-section-jurisdiction = Юрисдикция запрашиваемого государства
    .help = При отсутствии там юрисдикции в передаче должно быть отказано.
transfer_of_proceedings-section-limitation = Срок давности
    .help = В обоих государствах; преследование, срок которого там истёк, принять нельзя.
transfer_of_proceedings-section-ne_bis_in_idem = Ne bis in idem
    .help = Никого не судят дважды за одни и те же деяния.
transfer_of_proceedings-section-views = Мнение подозреваемого и потерпевших
    .help = Что они говорят о передаче. Если кого-то не спросили, укажите почему.
transfer_of_proceedings-section-measures_in_force = Действующие меры
    .help = Что назначено в отношении лиц или имущества и до какого срока. Стража указывается при лице.
    .one = Мера { $index }
    .add = Добавить меру
    .remove = Удалить меру { $index }
transfer_of_proceedings-section-inventory = Опись дела
    .help = Всё, что передаётся: чтобы ничего не пропало и ничего не прибавилось.
    .one = Позиция { $index }
    .add = Добавить позицию
    .remove = Удалить позицию { $index }
transfer_of_proceedings-section-own_proceedings = Собственное производство и результат
    .help = Что будет с делом у вас и о чём вы хотите быть извещены.

## Persons
transfer_of_proceedings-persons-custody_until_on = Срок стражи истекает
    .help = Последний день действующего постановления; затем лицо освобождают, если срок не продлён.

## Reasons
transfer_of_proceedings-reasons-criterion = Критерий
    .help = Что говорит в пользу суда в запрашиваемом государстве.
transfer_of_proceedings-reasons-text = Пояснение
    .help = Факты, на которых основан критерий: кто где живёт, какие доказательства где находятся.

## Jurisdiction
transfer_of_proceedings-jurisdiction-ground = Основание юрисдикции
    .help = На чём суды запрашиваемого государства могут основать свою юрисдикцию.
transfer_of_proceedings-jurisdiction-text = Норма
    .help = Закон или статья договора, которые её дают, если известны.

## Limitation
transfer_of_proceedings-limitation-requested_on = В запрашиваемом государстве истекает
    .help = По праву запрашиваемого государства; «не применимо», если давность не действует.
transfer_of_proceedings-limitation-requesting_on = В запрашивающем государстве истекает
    .help = По вашему праву, с учётом перерывов.
transfer_of_proceedings-limitation-interruptions = Перерывы
    .help = Действия, прервавшие или приостановившие срок, каждое с датой.

## Ne bis in idem
transfer_of_proceedings-ne_bis_in_idem-declared = Окончательного решения нет
    .help = Да: вы заявляете, что по этим деяниям окончательного решения нет ни у вас, ни, насколько вам известно, в других местах.
transfer_of_proceedings-ne_bis_in_idem-text = Заявление
    .help = Что проверено: свои учёты, другие государства; производства, идущие в других местах.

## Views
transfer_of_proceedings-suspect_view-heard = Подозреваемый выслушан
    .help = Мог ли подозреваемый высказаться о передаче.
transfer_of_proceedings-suspect_view-text = Мнение подозреваемого
    .help = Что сказано, когда и как; либо почему подозреваемого не спросили.
transfer_of_proceedings-suspect_view-counsel = Мнение защитника
    .help = Если защитник есть.
transfer_of_proceedings-victims_view-heard = Потерпевшие выслушаны
    .help = «Не применимо» только если потерпевших нет.
transfer_of_proceedings-victims_view-text = Мнение потерпевших
    .help = Что они сказали или почему их не спросили.
transfer_of_proceedings-victims_view-languages = Языки потерпевших
    .help = Двухбуквенные коды; на этих языках им будут писать.
transfer_of_proceedings-victims_view-rights_notice = Права разъяснены
    .help = Знают ли они свои права в производстве запрашиваемого государства.

## Measures in force
transfer_of_proceedings-measures_in_force-kind = Вид меры
    .help = Что назначено.
transfer_of_proceedings-measures_in_force-object = Лицо или имущество
    .help = В отношении кого или чего.
transfer_of_proceedings-measures_in_force-ordered_by = Кем назначена
    .help = Орган и номер решения.
transfer_of_proceedings-measures_in_force-since_on = С
    .help = День решения.
transfer_of_proceedings-measures_in_force-until_on = По
    .help = День, когда мера прекращается; «не применимо», если она бессрочна.

## Inventory
transfer_of_proceedings-inventory-title = Позиция
    .help = Что это, с датой и листами дела.
transfer_of_proceedings-inventory-kind = Вид
    .help = Протокол, показания, заключение, вещественное доказательство или запись.
transfer_of_proceedings-inventory-form = Форма
    .help = Электронная, бумажная или предмет.
transfer_of_proceedings-inventory-pages = Страниц
    .help = Число страниц.
transfer_of_proceedings-inventory-original = Подлинник
    .help = Передаётся подлинник или копия.
transfer_of_proceedings-inventory-place = Где находится
    .help = Где хранится подлинник до передачи.
transfer_of_proceedings-inventory-sha256 = SHA-256
    .help = Отпечаток электронного файла: показывает, что ничего не изменено.

## Own proceedings and result
transfer_of_proceedings-own_proceedings-effect = Собственное производство
    .help = Приостанавливается или прекращается, когда передача принята.
transfer_of_proceedings-own_proceedings-when = С какого момента
    .help = Событие или день, с которого оно приостанавливается или прекращается.
transfer_of_proceedings-own_proceedings-revival = Возобновление при прекращении там
    .help = Можете ли вы преследовать вновь, если запрашиваемое государство закроет дело без решения.
transfer_of_proceedings-result-wanted = Сообщить о результате
    .help = Просите ли вы сообщить, чем закончится дело.
transfer_of_proceedings-result-wishes = Что желательно
    .help = Например, заверенная копия решения.

## Codes
transfer_of_proceedings-code-criteria-territory = Совершено там
transfer_of_proceedings-code-criteria-effects = Последствия или ущерб там
transfer_of_proceedings-code-criteria-nationality = Гражданство подозреваемого
transfer_of_proceedings-code-criteria-residence = Место жительства подозреваемого
transfer_of_proceedings-code-criteria-presence = Присутствие подозреваемого
transfer_of_proceedings-code-criteria-surrender_refused = В выдаче отказано
transfer_of_proceedings-code-criteria-custody_elsewhere = Отбывает или ожидает там наказание
transfer_of_proceedings-code-criteria-parallel_proceedings = Производство там по тем же или связанным деяниям
transfer_of_proceedings-code-criteria-evidence = Большинство доказательств там
transfer_of_proceedings-code-criteria-witnesses = Большинство свидетелей там
transfer_of_proceedings-code-criteria-victims = Большинство потерпевших там
transfer_of_proceedings-code-criteria-enforcement = Наказание может быть исполнено там
transfer_of_proceedings-code-criteria-rehabilitation = Лучше условия для исправления там
transfer_of_proceedings-code-forums-territory = Территория
transfer_of_proceedings-code-forums-flag = Флаг или регистрация
transfer_of_proceedings-code-forums-active_nationality = Гражданство исполнителя
transfer_of_proceedings-code-forums-passive_nationality = Гражданство потерпевшего
transfer_of_proceedings-code-forums-residence = Место жительства исполнителя
transfer_of_proceedings-code-forums-presence = Присутствие исполнителя, который не выдаётся
transfer_of_proceedings-code-forums-effect = Последствия для государства
transfer_of_proceedings-code-forums-universal = Универсальная юрисдикция
transfer_of_proceedings-code-forums-conferred_by_treaty = Дана договором о передаче производства
transfer_of_proceedings-code-inventory_kinds-record = Протокол производства
transfer_of_proceedings-code-inventory_kinds-statement = Показания
transfer_of_proceedings-code-inventory_kinds-report = Отчёт или заключение
transfer_of_proceedings-code-inventory_kinds-exhibit = Вещественное доказательство
transfer_of_proceedings-code-inventory_kinds-recording = Запись
transfer_of_proceedings-code-inventory_kinds-data_carrier = Носитель данных
transfer_of_proceedings-code-inventory_kinds-other = Иное
transfer_of_proceedings-code-inventory_forms-electronic = Электронная
transfer_of_proceedings-code-inventory_forms-paper = Бумажная
transfer_of_proceedings-code-inventory_forms-object = Предмет
transfer_of_proceedings-code-measures_in_force-bail = Залог или поручительство
transfer_of_proceedings-code-measures_in_force-travel_ban = Запрет на выезд
transfer_of_proceedings-code-measures_in_force-reporting = Обязанность являться
transfer_of_proceedings-code-measures_in_force-seizure = Арест имущества
transfer_of_proceedings-code-measures_in_force-freezing = Замораживание активов
transfer_of_proceedings-code-measures_in_force-other = Иная мера
transfer_of_proceedings-code-own_effects-stay = Приостановлено
transfer_of_proceedings-code-own_effects-end = Прекращено
