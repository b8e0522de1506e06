# 表格“reminder”的用语。

reminder-template = 请求的催询
reminder-opening = { $state }{ $authority }向{ $to_state }{ $to_authority }致意，并谨就其先前的请求提请注意：下述事项仍待答复。
reminder-section-reminder = 等待事项
    .help = 说明所缺事项及其有用期限；案件进展可用一行答复。
reminder-reminder-awaited = 等待
    .help = 所有尚未收到的事项。
reminder-reminder-asked_on = 请求日期
    .help = 请求送达之日。
reminder-reminder-last_news_on = 最近一次消息
    .help = 本案最近一次来函之日。
reminder-reminder-needed_on = 最迟需要日期
    .help = 答复仍有用的最后日期。
reminder-reminder-why = 需要的原因
    .help = 取决于此的事项：庭审、羁押、时效。
reminder-code-awaited-acknowledgement = 收悉确认
reminder-code-awaited-decision = 决定
reminder-code-awaited-execution = 执行
reminder-code-awaited-evidence = 证据
reminder-code-awaited-answer = 对问题的答复
reminder-code-awaited-originals = 归还原件
