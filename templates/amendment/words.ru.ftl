# Слова формы «amendment».

amendment-template = Изменение запроса
amendment-opening = Запрашивающий орган ({ $authority }, { $state }) свидетельствует своё уважение запрашиваемому органу ({ $to_authority }, { $to_state }) и имеет честь внести в ранее направленный запрос изложенные ниже исправления.
amendment-section-changes = Что изменяется
    .help = Отдельная запись для каждой неточности или изменения. Первая редакция остаётся в деле.
    .one = Изменение { $index }
    .add = Добавить изменение
    .remove = Удалить изменение { $index }
amendment-changes-what = Что
    .help = Место в запросе, словами.
amendment-changes-before = Прежняя редакция
    .help = Что было сказано в запросе.
amendment-changes-after = Новая редакция
    .help = Как правильно.
amendment-changes-reason = Причина
    .help = Почему изменяется и откуда это известно.
