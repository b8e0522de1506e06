# Taking cards out in the formats of others.

verb-card-exported = Карточка выгружена в другом формате
may-card-export = Выгружать карточки в форматах других программ

export-title = Выгрузить карточку
export-text = Другие программы читают один из этих форматов. Прежде чем что-либо покинет узел, вы увидите, что формат теряет из карточки.
export-format = Формат
export-format-stix = STIX 2.1
export-format-misp = Событие MISP
export-format-ftm = FollowTheMoney, без меток: только то, что для всех
export-format-ftm-with-labels = FollowTheMoney, с нашими метками
export-look = Показать, что теряется
export-take = Скачать файл
export-carried = Сказано как есть
export-coarsened = Сказано менее точно
export-dropped = Не сказано
export-foot = Файл покидает узел. В журнале отмечается, что его выгрузили вы.

refusal-export-nothing = Сегодня ничто в этой карточке не предназначено её получателю, поэтому ничего не записано.
refusal-export-label = В этом формате нет слов для метки карточки. Выберите другой: менее строгая метка никогда не пишется.
refusal-export-copy = Метка этой карточки не выпускает её из узла. Попросите её владельца разрешить копирование.
