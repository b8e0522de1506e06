# Обмен: рабочее место передачи, предложения, копии, карточки, встречи.

ui-nav-cards = Передано нам
ui-done-share-proposed = Предложено. Ничто не уходит, пока не одобрит второе лицо.
ui-done-share-approved = Передано. Карточка в пути.
ui-done-share-refused = Отклонено. Ничто не уходит.
ui-done-share-recalled = Отозвано. Каждый держатель извещается.
ui-done-share-said = Ваше сообщение в пути.
ui-done-share-held = Удержание зарегистрировано.
ui-done-record-freed = Запись пропущена дальше.
ui-done-share-told = Владельцу сообщается ровно то, что вы видели.
ui-done-share-closed = Закрыто. Ничто не уходит.

share-room-cards = Карточки
share-room-encounters = Встречи

share-release-title = Рабочее место передачи
share-group-title = Группы государств
share-group-lead = Группа — это список государств, которым передачу можно адресовать одной отметкой. Этот узел подписывает её состав при каждом изменении; до отправки каждое государство показывается поимённо. Государствам не сообщают, что они в неё входят.
share-group-name = Название
share-group-members = Государства в группе
share-group-members-hint = Это государство входит в неё всегда. Если больше никого не остаётся, группа прекращается.
share-group-change = Изменить
share-group-new = Новая группа
share-group-keep = Подписать и сохранить
share-group-kept = Группа подписана и сохранена.
share-group-none = Групп пока нет.
share-group-version = Версия { $n }
share-group-unsigned = Группа с недействительной подписью. Она ни для чего не используется: сообщите администратору.
share-to-groups = Группы
share-release-lead = Выберите, кто прочтёт, и посмотрите, что получит каждый. Отсюда ничто не уходит: для передачи нужны двое.
share-record = Запись
share-to = Кому
share-to-hint = Каждый получает свою карточку, собранную только из тех частей, которые их метки ему разрешают.
share-own-line = { $state } (наши собственные посты)
share-purpose = Цель
share-clearance = Высший гриф, доступный читателю там
share-clearance-hint = Пограничный пост обычно читает не выше грифа «для служебного пользования».
share-release-look = Посмотреть, что они получат
share-release-all = Отметить всех партнёров
share-groups = Что получит каждый
share-consents = Чьё согласие испрашивается прежде:
share-lost = Что остаётся здесь:
share-owner-view = Что есть у нас
share-their-view = Что увидят они
share-propose-title = Предложить передачу
share-readers = Прочтут именно они, и никто другой:
share-basis = Правовое основание
share-basis-hint = Документ, на котором основана передача, и его статья.
share-why = Причина
share-why-hint = Для второго лица: почему эти государства и почему сейчас.
share-propose-look = Посмотреть ещё раз
share-propose-lead = { $n ->
    [one] { $n } предложение идёт второму лицу. До его одобрения ничто не уходит.
    [few] { $n } предложения идут второму лицу. До его одобрения ничто не уходит.
    [many] { $n } предложений идут второму лицу. До его одобрения ничто не уходит.
   *[other] { $n } предложения идут второму лицу. До его одобрения ничто не уходит.
}
share-propose-keep = Предложить
share-proposals = Предложения по этой записи

share-proposal-title = Предложение о передаче
share-proposal-why = Кому и почему
share-leaves = Что уходит
share-proposed-by = Предложил
share-decided-by = Решил
share-decided-at = Дата решения
share-note-second = Заметка второго лица
share-second-own = Предложили вы. Решает второе лицо.
share-second-other = Ждёт второго лица, которое вправе одобрять и не участвовало в записи.
share-approve = Передать
share-approve-lead = Карточка уходит такой, какой вы её видите, только этому читателю. Её можно отозвать в любое время.
share-note-approve = Заметка
share-refuse = Отклонить
share-refuse-lead = Ничто не уходит; предложивший прочтёт вашу заметку.
share-note-refuse = Почему отклонено
share-release-proposed = Ждёт второго лица
share-release-released = Передана
share-release-refused = Отклонена

share-copies-title = У кого есть копия
share-copies-lead = Каждое государство, получившее карточку этой записи, подтверждённая им версия и последнее отправленное ему извещение.
share-copies-none = Карточку этой записи никто не получал.
share-issue-out = В обращении
share-issue-recalled = Отозвана
share-copy-own = Применена сразу: наши собственные посты
share-copy-confirmed = Подтверждена
share-copy-overdue = Просрочена с { $time }
share-copy-waits = Подтвердить до { $time }
share-copy-version = версия { $version }, { $time }
share-copy-confirmation = Последнее подтверждение
share-copy-notice = Последнее извещение
share-notice-correct = Исправление
share-notice-restrict = Ограничение
share-notice-recall = Отзыв
share-recall-title = Отозвать
share-recall-hint = Достаточно одного лица. Держатели сразу прекращают использование и уничтожают копию, если её не удерживает суд, защита или орган по жалобам.
share-recall-which = У кого
share-recall-all = У всех государств
share-recall-reason-hint = Хранится здесь и не отправляется.
share-recall-look = Посмотреть, у кого есть копия
share-recall-lead = { $n ->
    [one] Копия есть у { $n } государства. Ему сообщат, что использование надо прекратить.
    [few] Копия есть у { $n } государств. Каждому сообщат, что использование надо прекратить.
    [many] Копия есть у { $n } государств. Каждому сообщат, что использование надо прекратить.
   *[other] Копия есть у { $n } государства. Каждому сообщат, что использование надо прекратить.
}
share-recall-from = Отзывается у
share-recall-keep = Отозвать

share-oversight-title = Надзор за записями
share-oversight-lead = Что опаздывает, что ждёт и сколько в обращении.
share-oversight-late = Не подтверждено в срок
share-oversight-late-none = Все держатели подтвердили в срок.
share-oversight-proposals = Предложения, ждущие второго лица
share-oversight-reviews = Пересмотры в течение месяца или просроченные
share-oversight-held = Записи, приостановленные из-за неполноты
share-oversight-none = Нет.
share-oversight-bulk = Приостановлены из-за их числа
share-oversight-sample = Отобраны для повторного просмотра
share-oversight-sample-hint = Одна передача из двадцати за последние семь дней, отобранная по номеру и дню.
share-oversight-consulted = Открыты другими сотрудниками
share-oversight-consulted-hint = Записи за последние семь дней, открытые теми, кто их не ведёт: одна из двадцати по жребию и каждая, где стоит имя сотрудника.
share-oversight-namesake = Имя, похожее на имя сотрудника
share-oversight-opened = Записи, заведённые сегодня, по сотрудникам
share-oversight-counts = Числа
share-since-when = с
share-review-past = Просрочено
share-records-kept = Ведётся записей
share-records-held = Записей приостановлено
share-records-overdue = Записей с просроченным пересмотром
share-cards-out = Карточек в обращении
share-cards-recalled = Карточек отозвано
share-cards-overdue = Карточек не подтверждено в срок
share-count-proposed = Предложений ожидает
share-count-released = Предложений, завершённых передачей
share-count-refused = Предложений отклонено

share-cards-title = Передано нам
share-cards-lead = Карточки, которые передали нам владельцы. Они остаются их карточками: мы действуем так, как те указали, и не далее.
share-search = Поиск карточек
share-search-hint = Имя или номер; каждое слово должно стоять на карточке.
share-found = { $n ->
    [one] Найдена { $n } карточка.
    [few] Найдены { $n } карточки.
    [many] Найдено { $n } карточек.
   *[other] Найдено { $n } карточки.
}
share-cards-none = Карточек нет.
share-who = Кто или что
share-owner = Владелец
share-changed = Изменена
share-card-title = Карточка
share-card-says = Что сказано в карточке
share-excluded = Это принадлежит другому человеку, которого принимают за субъекта:
share-actions = Что можно сделать
share-actions-none = Ничего, кроме сообщения нашему дежурному
share-action-arrest = Задержать
share-action-copy = Копировать или передавать дальше
share-action-inspect = Проверить открыто
share-action-silent-check = Проверить скрытно
share-warnings = Предупреждение
share-contact = Отвечает за карточку
share-desk-only = Для дежурного, на границе не показывается:
share-label = Метка
share-review = Пересмотр до
share-files = Файлы
share-since = С какого времени
share-version = Версия
share-released-on = Передана
share-expires = Не используется после
share-held = Удержание
share-held-text = Её кто-то удерживает; по окончании использования она останется для него запечатанной.
share-aside = Отложена здесь
share-aside-text = С { $at } посты не принимают по ней мер. Это отменяет решение о том, что встречен именно её субъект и он не под защитой.
share-encounters-here = Встречи здесь
share-hold-title = Удержать для суда, защиты или органа по жалобам
share-hold-lead = По окончании использования карточки запечатанная копия останется только для этого органа.
share-hold = Зарегистрировать удержание
share-hold-keep = Зарегистрировать
share-hold-for = Для кого
share-hold-for-court = Суд
share-hold-for-defence = Защита
share-hold-for-complaint-body = Орган по жалобам или надзору
share-hold-ref = Его номер
share-hold-ref-hint = Номер дела в этом органе.

share-words = Переписка с другой стороной
share-words-lead = Написанное здесь идёт владельцу карточки и никому другому.
share-words-none = Ещё ничего не сказано.
share-say = Написать
share-say-send = Отправить
share-word-kind = Что это
share-word-question = Вопрос
share-word-answer = Ответ
share-word-feedback = Отклик
share-word-consent-asked = Просьба о согласии
share-word-consent-given = Согласие дано
share-word-consent-refused = В согласии отказано
share-word-re = Отвечает на
share-word-re-none = Ни на что
share-word-text = Текст
share-word-text-hint = В просьбе о согласии: только тот текст, который был бы передан дальше.
share-word-until = действует до

share-met-heading = Передано постам
share-met-advice = Совпадение — лишь совет. Сверьте документ и лицо, прежде чем действовать.
share-met-title = { $state } · { $number }
share-gives-way = Другое государство просит о том, что идёт первым: действуйте по карточке { $number }. Остальное дежурный решит с обоими государствами.
share-set-aside = По этой карточке меры не принимаются: так решил наш дежурный. При сомнении звоните нашему дежурному.
share-call-ours = Позвоните нашему дежурному:
share-call-owner = Позвоните владельцу:
share-this-is = Это тот самый человек
share-report-hint = Извещается наш дежурный, больше никто. Он решает, узнает ли владелец.
share-report = Известить дежурного
share-report-title = Сообщить о встрече
share-reported-title = Дежурный извещён
share-reported = Дежурный извещён. Ничто не ушло.
share-next-person = Следующий
share-place = Место
share-place-hint = Пост или место, как вы его называете. Остаётся здесь.
share-done = Что сделано
share-done-nothing = Ничего
share-done-arrest = Задержан
share-done-inspect = Проверен открыто
share-done-silent-check = Проверен скрытно
share-seen = Что вы видели

share-encounters-title = Встречи в ожидании
share-encounters-lead = Встречен тот, о ком, возможно, говорит карточка. До вашего решения снаружи об этом не знает никто.
share-encounters-none = Ничто не ждёт.
share-encounters-more = { $n ->
    [one] За ними ждёт ещё { $n }.
    [few] За ними ждут ещё { $n }.
    [many] За ними ждут ещё { $n }.
   *[other] За ними ждут ещё { $n }.
}
share-encounter-title = Встреча
share-stage-reported = Ждёт решения
share-stage-told = Владельцу сообщено
share-stage-closed = Закрыта, ничто не ушло
share-number = Номер
share-when = Когда
share-by = Кем
share-check = Проверка
share-reported-here = Что сообщено
share-card-gone = Карточки здесь больше нет, или вам нельзя её читать.
share-decided = Что решено
share-decide-title = Решить
share-met = Кто это был?
share-met-same = Тот, о ком карточка
share-met-other = Другой человек
share-met-unsure = Неизвестно
share-met-hint-same = Это показывают документ, дата рождения или биометрия.
share-met-hint-other = Ничто не уходит; записанное уничтожается через тридцать дней.
share-met-hint-unsure = По догадке ничто не уходит.
share-protection = Нужна ли человеку защита от владельца карточки?
share-protection-lead = Если оснований нет совсем, владельцу можно сообщить; иначе ничто не уходит, и владелец не узнает, что кого-то встретили.
share-protection-none = Основания для защиты нет
share-protection-refugee = Беженец или под дополнительной защитой
share-protection-asylum-seeker = Ищет убежища
share-protection-victim = Потерпевший
share-protection-child = Ребёнок
share-protection-identity-stolen = Личными данными пользуется другой
share-protection-political = Преследуется за убеждения, должность, вероисповедание или происхождение
share-protection-unclear = Выяснить не удалось
share-protection-hint-none = Вы выяснили и оснований не нашли.
share-protection-hint-refugee = Признан здесь или в другом месте; возможно, человек бежал именно от владельца.
share-protection-hint-asylum-seeker = Ходатайство подано, или человек говорит, что подаст.
share-protection-hint-victim = Жертва торговли людьми или самих деяний.
share-protection-hint-child = Младше восемнадцати, или не доказано, что старше.
share-protection-hint-identity-stolen = Тот, о ком карточка, живёт под именем или с документом этого человека.
share-protection-hint-political = В смысле статьи 3 Устава Интерпола.
share-protection-hint-unclear = Неизвестное защищает.
share-district = Район
share-district-hint = Всё, что владелец узнает о месте. Пост или улица — слишком много.
share-note = Заметка владельцу
share-note-hint = Владелец прочтёт её как есть.
share-reason = Причина
share-reason-own = Для нашего собственного учёта; не отправляется.
share-look = Посмотреть, что уходит
share-look-hint = Пока ничто не отправлено.
share-confirm-title = Что прочтёт владелец
share-confirm-told = День, район, сделанное и заметка уходят такими, как здесь. Ни часа, ни поста, ни имени.
share-confirm-nothing = Ничто не уходит. Владелец карточки не узнает, что кого-то встретили.
share-confirm-aside = С этого момента посты не принимают мер по этой карточке и по другим карточкам того же государства об этом человеке.
share-there-day = Владелец читает: день
share-there-district = Владелец читает: район
share-there-done = Владелец читает: что сделано
share-there-note = Владелец читает: заметка
share-there-no-note = Без заметки
share-tell = Сообщить владельцу
share-close = Закрыть, никому не сообщая

outcome-release = Можно передать
outcome-hold = Приостановлено
outcome-consent = Нужно согласие
outcome-deny = Не для них

ground-not-releasable = Ни одна часть не подлежит передаче этому государству.
ground-purpose = Ни одну часть нельзя использовать для этой цели.
ground-clearance = Всё имеет гриф выше доступного читателю.
ground-tlp = Протокол TLP не допускает этого читателя.
ground-expired = Срок истёк.
ground-unmarked = На одной из частей нет метки. Поставьте её.
ground-victim = Речь о потерпевшем.
ground-child = Речь о ребёнке.
ground-not-screened = Речь о лице, которое скринингу не подлежит: свидетель, пропавший или оправданный.
ground-dirty-title = В заголовке стоит слово, которое не может уйти.
ground-dirty-word = Там стоит слово, которое не может уйти.
ground-dirty-case = Там стоит слово, которое не может уйти, написанное иначе.
ground-dirty-obfuscated = Там стоит слово, которое не может уйти, замаскированное.
ground-dirty-encoded = Там стоит слово, которое не может уйти, закодированное.
ground-source-named = Назван источник, сотрудник или партнёр.
ground-marked-above = Сам текст указывает гриф выше, чем его метка.
ground-all = Предназначено всем государствам или для любых целей, а со сведениями о лице так нельзя.
ground-too-long = Слишком длинно, чтобы просмотреть. Сократите.
ground-free-caveat = Есть ограничение, изложенное словами. Его должен прочесть человек.
ground-phrasing = Повторены слова части, которая остаётся. Скажите иначе.
ground-time = Указано время до минуты. Назовите день.
ground-place = Место указано координатами. Назовите район.
ground-review-past = Срок пересмотра прошёл.
ground-unacceptable = Ни один получатель такую карточку не примет: в ней слишком много сведений или она не принадлежит тому, кто её даёт.
ground-count = Сказано, сколько было источников.
ground-grade-floor = Оценка ниже порога.
ground-family-only = Единственная указанная связь — родство.
ground-contact-only = Единственная указанная связь — знакомство.
ground-biometric-only = Единственная связь — биометрия на предмете.
ground-no-part = Ни одна часть не может уйти.
ground-record-held = Запись приостановлена.
ground-no-association = Связь не указана.
ground-no-identity = Нет имени с датой рождения или документом, либо биометрии.
ground-identity-controlled = Личность указана только в частях под контролем их составителей.

tells-title = Заголовок
tells-name = Имя
tells-alias = Другое имя
tells-birth = Дата рождения
tells-document = Документ
tells-biometric = Биометрия
tells-residence = Место жительства
tells-statement = Утверждение
tells-attachment = Файл
tells-link = Связь

may-record-keep = Открывать и менять записи
may-record-read = Читать записи
may-record-hold = Регистрировать удержание записи или карточки
may-group-keep = Определять, какие государства входят в группу
may-release-propose = Предлагать передачу
may-release-approve = Решать о передаче как второе лицо
may-release-recall = Отзывать копии
may-card-read = Читать переданные нам карточки
may-encounter-report = Сообщать о встрече
may-encounter-decide = Решать о встрече
may-word-write = Писать владельцу или держателю карточки
