# Слова формы «reminder».

reminder-template = Напоминание о запросе
reminder-opening = Запрашивающий орган ({ $authority }, { $state }) свидетельствует своё уважение запрашиваемому органу ({ $to_authority }, { $to_state }) и имеет честь напомнить о своём ранее направленном запросе, по которому всё ещё ожидается указанное ниже.
reminder-section-reminder = Что ожидается
    .help = Укажите, чего не хватает и до какого срока это полезно; о состоянии дела можно ответить одной строкой.
reminder-reminder-awaited = Ожидается
    .help = Всё, что не поступило.
reminder-reminder-asked_on = Дата запроса
    .help = День вручения запроса.
reminder-reminder-last_news_on = Последнее известие
    .help = День последнего сообщения по делу.
reminder-reminder-needed_on = Нужно не позднее
    .help = Последний день, когда ответ полезен.
reminder-reminder-why = Почему это нужно
    .help = Что от этого зависит: слушание, содержание под стражей, давность.
reminder-code-awaited-acknowledgement = Подтверждение получения
reminder-code-awaited-decision = Решение
reminder-code-awaited-execution = Исполнение
reminder-code-awaited-evidence = Доказательства
reminder-code-awaited-answer = Ответ на вопрос
reminder-code-awaited-originals = Возврат подлинников
