# Records, releases, cards and encounters: what the ledger says of them, and refusals.

verb-record-kept = Запись сохранена
verb-record-read = Запись прочитана
verb-record-held = Удержание зарегистрировано
verb-group-kept = Группа государств сохранена
verb-release-proposed = Передача предложена
verb-release-approved = Решение о передаче принято
verb-release-recalled = Копии отозваны
verb-card-read = Переданная карточка прочитана
verb-encounter-reported = О встрече сообщено
verb-encounter-decided = Решение о встрече принято
verb-word-written = Сообщение о карточке
verb-record-enumeration-stopped = Перебор записей остановлен

refusal-too-many-misses = Запрошено слишком много отсутствующих записей. Ответов не будет (минут: { $minutes }); это отмечено в журнале.
refusal-record-lacks = В записи недостаёт обязательного сведения ({ $lack }). Посмотрите отмеченное и дополните.
refusal-release-held = Ничего не предложено: проверка приостановила передачу ({ $ground }). Откройте рабочее место передачи и перепишите часть.
refusal-release-out = Карточка этой записи уже есть: { $to }. Измените запись, и карточка изменится вслед; или сначала отзовите её.
refusal-record-in-bulk = Сегодня заведено или предложено много записей об одной группе (больше { $max }): эта ждёт, пока её не посмотрит второй сотрудник.
refusal-group-unsigned = Группа не такова, какой её подписал этот узел. Ничего не сделано: сообщите администратору.
refusal-group-owner = Государство, которому принадлежит группа, само входит в неё.
refusal-group-version = Версии группы считаются с 1.
refusal-biometric-format = Формат файла здесь неизвестен. Ничего не сохранено.
refusal-biometric-lacks = Биометрические данные сохранить нельзя ({ $lack }). Исправьте отмеченное или запросите файл заново.
refusal-copy-recalled = Ничего из этого больше не находится в обращении.
refusal-copy-absent = У этого государства нет копии.
refusal-copy-owner = Исправить или отозвать запись может только её владелец. Ничего не изменено.
refusal-copy-consent = Владелец не дал согласия на дальнейшую передачу.
refusal-card-owner = Карточка называет иного владельца, чем отправитель. Она не принята.
refusal-card-subject = О потерпевших и детях карточек не составляют.
refusal-label-all = Сведения о лице не бывают для всех или для любых целей. Назовите государства и цели.
refusal-district = Назовите район, а не пост, где встретили лицо.
refusal-word-answers = Укажите, на какой вопрос это ответ.
refusal-peer-unknown = У этого узла нет линии связи: { $to }.
refusal-grade = Оценка — буква от A до F и цифра от 1 до 6, например B2.
