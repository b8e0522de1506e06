# Слова документов (письмо, подтверждение, удостоверение), форм и проверки формы.

## Every paper
paper-title-request = Запрос
paper-title-acknowledgement = Подтверждение получения
paper-title-certificate = Удостоверение о доказательствах
paper-page = Страница { $page } из { $pages }
paper-record = Хеш-код записи (SHA-256)
paper-record-note = Документ составлен по записи с этим хеш-кодом. Решающее значение имеет запись.
paper-qr = QR-код с хеш-кодом записи
paper-releasable = можно передать: { $states }
paper-releasable-nobody = передаче не подлежит
paper-review = пересмотреть до { $date }
paper-expires = действует до { $date }
paper-to = Кому
paper-number = Номер
paper-your-reference = Ваш номер
paper-our-reference = Наш номер
paper-date = Дата
paper-subject = Предмет
paper-urgency = Срочность
paper-urgency-normal = Обычный порядок
paper-urgency-urgent = Срочно (дни)
paper-urgency-emergency = Безотлагательно (часы)
paper-original = Язык оригинала
paper-original-note = Написанное автором приводится на языке оригинала; постоянные части даны на языке этого документа.
paper-telephone = Телефон
paper-duty = Круглосуточно
paper-schedule = Приложение { $letter }. { $title }
paper-signed-for = { $authority }
paper-signature = Подпись и печать
paper-signed-note = Подписано и скреплено печатью электронно; подписи следуют с записью. Это место — для государств, которым нужна бумага.

## Request
paper-request-opening = Запрашивающий орган ({ $authority }, { $state }) свидетельствует своё уважение запрашиваемому органу ({ $to_authority }, { $to_state }) и имеет честь просить о помощи по делу, изложенному ниже.
paper-request-closing = Запрашивающий орган ({ $authority }) благодарит запрашиваемый орган ({ $to_authority }) за содействие и пользуется случаем, чтобы возобновить уверения в своём самом высоком уважении.
paper-consultation = Проект для консультаций. Не имеет юридической силы, сроков не открывает и мер не требует. Замечания приветствуются.
paper-urgent-completion = Срочно; запрос ещё не полон: остальное последует до { $date }; под угрозой: { $ground }. Обоснование руководителя органа: { $reason }
paper-ground-life = жизнь или здоровье
paper-ground-evidence = утрата доказательств
paper-ground-flight = побег лица
paper-second-none = В направляющем органе один сотрудник: второй подписи нет.

## Acknowledgement
paper-ack-opening = Запрашиваемый орган ({ $authority }, { $state }) подтверждает получение указанного выше запроса.
paper-ack-received = Доставлено
paper-ack-by = Подтвердил
paper-ack-next = Следующее сообщение не позднее
paper-ack-digest = Хеш-код внизу каждой страницы вычислен здесь по полученной записи. Сравните его с хеш-кодом в вашем деле.
paper-ack-measures = Запрошенные меры
paper-ack-missing = Необходимо до принятия решения
paper-ack-nothing = В настоящее время ничего более не требуется.
paper-ack-closing = Настоящее подтверждение не предрешает решения по существу запроса.

## Certificate of evidence
paper-cert-opening = Запрашиваемый орган ({ $authority }, { $state }) удостоверяет, что перечисленные ниже предметы получены при исполнении указанного выше запроса и передаются запрашивающему органу ({ $to_authority }, { $to_state }).
paper-cert-check = Каждый предмет определяется хеш-кодом SHA-256. Любой обладатель файла может вычислить его снова, например программой sha256sum, и сверить с этим списком.
paper-cert-execution = Исполнение
paper-cert-list = Список предметов
paper-cert-text = Удостоверение
paper-cert-closing = Выдано для использования в производстве, указанном в запросе, в пределах, установленных для каждого предмета.
paper-report-what = Что сделано
paper-report-on = Когда
paper-report-by = Кем
paper-report-law = На основании
paper-col-number = №
paper-col-item = Предмет и файл
paper-col-size = Размер
paper-col-sha256 = SHA-256
paper-item = Предмет { $index }. { $title }
paper-item-file = Файл
paper-item-kind = Вид
paper-item-collected-by = Кем получено
paper-item-collected-at = Когда получено
paper-item-place = Место
paper-item-law = На основании
paper-item-certificate = Удостоверение
paper-item-use = Разрешённое использование
paper-custody = Учёт хранения
paper-col-when = Когда
paper-col-who = Кто
paper-col-action = Действие
paper-col-why = Причина
paper-col-link = Связь с предыдущим шагом
paper-custody-first = первый шаг
paper-custody-officer = сотрудник { $id }
paper-custody-system = автоматическая операция
paper-custody-why-attached = приложено к запросу
paper-custody-why-returned = передано запрашивающему государству
paper-custody-why-arrived = поступило с переданными доказательствами
paper-custody-why-paper = получено на бумаге и отсканировано здесь
paper-custody-why-holds = файл и учёт хранения не нарушены
paper-custody-why-broken = файл или учёт хранения изменён
paper-custody-why-opened = открыто сотрудником
paper-custody-collected = получено
paper-custody-sealed = опечатано
paper-custody-sent = отправлено
paper-custody-received = принято
paper-custody-verified = проверено
paper-custody-opened = вскрыто
paper-custody-exported = выгружено

## When a paper cannot be set
paper-error-font = Документ нельзя набрать: не найден шрифт для письма «{ $script }». Добавьте его в папку шрифтов (Debian: fonts-noto-core и fonts-noto-cjk) или используйте вид для печати.
paper-error-set = Документ не удалось набрать. Вид для печати показывает то же содержание.
script-latin = латинское
script-cyrillic = кириллица
script-arabic = арабское
script-han = китайское
script-other = иное (знак { $character })

## Forms
form-beyond = Дополнительные сведения
    .help = Эти сведения поступили вместе с запросом, и в форме, известной этому узлу, для них нет места. Они хранятся в том виде, в каком поступили.
    .source = Вне формы
form-language-of = Язык поля «{ $field }»
    .help = Язык, на котором написан этот текст (код из двух букв).
form-withheld = Не раскрывается: { $reason }
form-label-value = { $label }: { $value }
form-list-separator = {", "}
form-codes-separator = {"; "}
form-moment-separator = {", "}

## Shape check
finding-shape-01 = Шаблон не знает поля «{ $name }». Оно сохранено как есть.
    .action = Проверьте, не относится ли оно к известному полю.
finding-shape-02 = В тексте { $found } знаков; допускается { $max }.
    .action = Сократите его или приложите полный текст документом.
finding-shape-03 = Здесь ожидается значение другого вида.
    .action = Заполните, как сказано в подсказке, или ответьте «неизвестно».
finding-shape-04 = «{ $code }» нет в закрытом списке.
    .action = Выберите один из предложенных ответов.
finding-shape-05 = Это поле обязательно, но не заполнено.
    .action = Заполните его; если ответ неизвестен, так и укажите: «неизвестно» — тоже ответ.
finding-shape-06 = Записей больше, чем допустимые { $max }.
    .action = Уберите лишнее или приложите остальное документом.

## Sources
source-untoc = Конвенция ООН против транснациональной организованной преступности, статья { $article }
source-ets185 = Конвенция Совета Европы о компьютерных преступлениях, статья { $article }
source-ets182 = Второй дополнительный протокол к Европейской конвенции о взаимной правовой помощи, статья { $article }
source-cets224 = Второй дополнительный протокол к Конвенции о компьютерных преступлениях, статья { $article }
source-cets217 = Дополнительный протокол к Конвенции о предупреждении терроризма, статья { $article }
source-tcy = Типовые формы Комитета Конвенции о компьютерных преступлениях
source-iccpr = Международный пакт о гражданских и политических правах, статья { $article }
source-ets24 = Европейская конвенция о выдаче (СЕД 24), статья { $article }
source-model = Типовой договор ООН о выдаче, статья { $article }
source-eaw = Европейский ордер на арест, форма, раздел { $article }
source-bombings = Международная конвенция о борьбе с бомбовым терроризмом, статья { $article }
source-cat = Конвенция против пыток, статья { $article }
source-vccr = Венская конвенция о консульских сношениях, статья { $article }
source-crc = Конвенция о правах ребёнка, статья { $article }
source-res2322 = Резолюция 2322 (2016) Совета Безопасности, пункт { $article }
source-res2253 = Резолюция 2253 (2015) Совета Безопасности, пункт { $article }
source-res1373 = Резолюция 1373 (2001) Совета Безопасности, пункт { $article }
source-dir977 = Директива (ЕС) 2023/977 об обмене информацией между правоохранительными органами, статья { $article }
source-rpd = Правила Интерпола по обработке данных, статья { $article }
source-ets073 = Европейская конвенция о передаче судопроизводства по уголовным делам, статья { $article }
source-eutcp = Регламент (ЕС) 2024/3011 о передаче производства, статья { $article }
source-financing-1999 = Международная конвенция о борьбе с финансированием терроризма, статья { $article }
source-fatf = Рекомендация { $article } ФАТФ
source-practice = Сложившаяся практика центральных органов
