# What the statistics count on the track of each kind, and records that cannot be read.

stat-by-asked-times = Сколько раз запрашивались сведения
stat-by-offence = По категориям преступлений
stat-by-emergency = Чрезвычайные случаи
stat-by-course = Что произошло
stat-emergency-within-hour = Ответ дан в течение часа
stat-emergency-later = Ответ дан позднее
stat-emergency-unanswered = Ответа ещё нет
stat-span-decided-running = Решения, без времени приостановления срока
stat-span-arrested = Ареста
stat-span-surrendered = Передачи
stat-span-preserved = Обеспечения сохранности данных
stat-span-frozen = Замораживания активов
stat-course-requested = Запрошено
stat-course-refused = Отказано
stat-course-refused-on = Отказано: { $ground }
stat-course-lost = Утрачено: запрос о правовой помощи не поступил в срок
stat-course-nationals-refused = Отказано в выдаче собственных граждан
stat-course-nationals-prosecuted = Из них передано нашим органам уголовного преследования
stat-tracks = Чем завершились, по видам
stat-asking = Запросы о дополнительных сведениях
stat-asking-times = Всего
stat-asking-each = На один запрос
case-unread = Эти записи не читаются и не показаны: { $n } ({ $ids }). Администратор может проверить их командой comity ledger verify.
atlas-would-more = Ещё запросов: { $n }
