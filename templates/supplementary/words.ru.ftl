# Слова формы «supplementary».

supplementary-template = Дополнительный запрос
supplementary-opening = Запрашивающий орган ({ $authority }, { $state }) свидетельствует своё уважение запрашиваемому органу ({ $to_authority }, { $to_state }) и имеет честь в дополнение к ранее направленному запросу просить об изложенной ниже помощи.
supplementary-section-addition = Основание дополнения
    .help = Первый запрос остаётся без изменений; здесь указывается только новое.
supplementary-addition-reason = Причина
    .help = Что стало известно после первого запроса.
supplementary-addition-facts = Новые обстоятельства
    .help = Кто, когда, где, что — лишь то, чего не было в первом запросе.
supplementary-section-additions = Что добавляется
    .help = Отдельная запись для каждого дополнительного пункта.
    .one = Дополнение { $index }
    .add = Добавить пункт
    .remove = Удалить пункт { $index }
supplementary-additions-kind = Вид
    .help = Что именно добавляется.
supplementary-additions-what = Что запрашивается
    .help = Столь же точно, как в первом запросе: предмет, держатель, период.
supplementary-additions-purpose = Цель
    .help = Что требуется доказать.
supplementary-additions-deadline_on = Требуется к
    .help = День, после которого это бесполезно.
supplementary-code-additions-measure = Ещё одна мера
supplementary-code-additions-person = Ещё одно лицо
supplementary-code-additions-fact = Дополнительные факты
supplementary-code-additions-document = Ещё один документ
supplementary-code-additions-question = Ещё один вопрос
