# Words of the desk: the officer's day, the search, statistics, requests that name one person, tasks of domestic authorities.

## Rooms
ui-nav-search = Поиск
ui-nav-statistics = Статистика

## The officer's day
case-list-all = Запросы
case-day-as-of = По состоянию на { $time }. Страница обновляется каждые 30 секунд.
case-count-mine = у меня
case-handed = Передача дежурства
case-handed-since = с
case-handed-arrived = Поступило
case-handed-ran-out = Срок истёк
case-handed-promised = Ответ обещан на сегодня
case-show-all = Показать все ({ $n })
case-lane-quiet = Здесь ничего не открыто.
case-news-new = Новое
case-news-changed = Изменено
case-filter-due = Срок
case-filter-mine = У кого

## Search
case-search = Где он и у кого?
case-search-box = Номер, ссылка, имя, государство или слово
case-search-hint = Должны найтись все слова. Поиск идёт по всему, что вам доступно, включая закрытые дела.
case-search-do = Искать
case-search-found = Найдено: { $n }
case-search-none = Среди доступного вам по этим словам ничего не найдено.
case-place-number = Номер
case-place-title = Название
case-place-name = Имя
case-place-evidence = Доказательство
case-place-content = Содержание
case-place-message = Сообщения

## Statistics
stat-title = Статистика
stat-lead = Что получено и отправлено, сколько это заняло и почему отказано. Каждое число открывает свои запросы.
stat-from = С
stat-until = По
stat-shared = Для кого
stat-shared-no = Для этого отдела
stat-shared-yes = Для передачи другим
stat-shared-note = Группы менее пяти скрыты, как и то, что позволило бы их вычислить. Числа не открывают списков.
stat-hidden = менее 5 или скрыто вместе с ними
stat-file = Скачать в формате csv
stat-by-state = По государствам
stat-by-kind = По видам
stat-by-urgency = По срочности
stat-by-basis = По правовому основанию
stat-by-channel = По каналу связи
stat-by-outcome = По результату
stat-by-ground = Отказы по основаниям
stat-by-arrival = Полнота при поступлении
stat-by-asked = Чего не хватало
stat-by-month = По месяцам
stat-chart-text = Столбцы по месяцам с { $from } по { $until }; те же числа есть в файле.
stat-basis-none = Не указано
stat-basis-other = Иное
stat-channel-node = Между узлами
stat-channel-other = Иной
stat-outcome-open = В работе
stat-outcome-executed = Исполнен
stat-outcome-partly = Исполнен или принят частично
stat-outcome-refused = Отказано
stat-outcome-withdrawn = Отозван
stat-outcome-lapsed = Утратил силу
stat-outcome-ended = Завершён без результата
stat-arrival-complete = Ничего не запрашивалось
stat-arrival-incomplete = Запрошены дополнения
stat-took = Сколько это заняло
stat-took-lead = В днях с отправки или поступления. Время, когда сроки были приостановлены, указано отдельно.
stat-span = До
stat-span-acknowledged = Подтверждения получения
stat-span-decided = Решения
stat-span-first-result = Первого результата
stat-span-closed = Закрытия
stat-span-paused = Сроки приостановлены
stat-n = Запросы
stat-median = Медиана, дней
stat-ninetieth = Девять из десяти за, дней
stat-more = Ещё строк в файле: { $n }
stat-cases = Запросы за этим числом
