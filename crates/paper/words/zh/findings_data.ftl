# 规则在电子证据请求（EE）和主动提供的信息（SPO）中发现的问题：一句话说明原因，一个动作说明如何处理。

finding-ee-01 = { $identifier ->
    [0] 请求书未写明任何账户、地址或其他标识。
   *[other] 此处未指明某一个账户、地址或物品：服务提供者无法据此行动。
}
    .action = 请逐一填写每个标识，与服务中的写法完全一致，每项一个，不用通配符。
finding-ee-02 = { $problem ->
    [no_port] 地址 { $address } 同时由许多用户共用；没有源端口，往往无法找到正确的用户。
    [no_zone] { $address } 的出现时间没有时区，而地址在几分钟内就会易手。
   *[no_time] 没有出现时间，地址 { $address } 说明不了任何问题。
}
    .action = { $problem ->
    [no_port] 请填写源端口，或说明为何不知道。
    [no_zone] 请为时间加上时区，例如 2026-04-29T21:14:05Z。
   *[no_time] 请填写日期、精确到秒的时刻和时区，例如 2026-04-29T21:14:05Z。
}
finding-ee-03 = { $missing ->
    [intention] 保全数据是为了后续的请求，而本请求书未说明将会提出。
   *[necessity] 请求书未说明为何必须保全。
}
    .action = { $missing ->
    [intention] 请写明将请求司法协助以及何时提出。
   *[necessity] 请用一句话说明不保全会失去什么、何时失去。
}
finding-ee-04 = 保全不取决于该行为在被请求国是否构成犯罪。
    .action = 无须处理；如对方提出双重犯罪问题，可引用该规定。
finding-ee-05 = { $problem ->
    [out_of_order] 期间的终点早于起点。
    [future] 请求的是已存储的数据，而期间延伸到将来。
    [past] 请求的是实时产生的数据，而期间已经结束。
   *[missing] 所请求数据的期间没有起点或没有终点。
}
    .action = { $problem ->
    [out_of_order] 请更正起点或终点。
    [future] 请将期间止于今日，或请求实时数据。
    [past] 请选择较晚的终点，或请求已存储的数据。
   *[missing] 请填写起止两项，各带时刻和时区，例如 2026-04-01T00:00:00Z。
}
finding-ee-06 = { $problem ->
    [identity] 目的仅为查明用户身份，却请求内容；用户注册数据即已足够。
    [beyond_subtype] 数据类型包括内容，而此类请求并不请求内容。
   *[no_reason] 请求内容，却未说明为何侵扰较小的数据不足以达到目的。
}
    .action = { $problem ->
    [identity] 请改为请求用户注册数据，或说明需要内容的理由。
    [beyond_subtype] 请去掉内容，或请求披露内容。
   *[no_reason] 请用一句话说明为何用户注册数据或流量数据不够。
}
finding-ee-07 = { $missing ->
    [imminence] 请求书未说明威胁为何迫在眉睫。
    [how_data_avert] 请求书未说明数据将如何避免威胁。
   *[threat] 未描述对人的迫在眉睫的威胁；调查紧迫并非紧急情况。
}
    .action = { $missing ->
    [imminence] 请说明预计威胁何时发生，以及如何得知。
    [how_data_avert] 请说明数据一到将采取何种行动。
   *[threat] 请说明谁面临何人造成的何种危险；否则请先请求保全，再通过司法协助请求数据。
}
finding-ee-08 = { $problem ->
    [missing] 官员未提供回拨号码，无人能核实紧急情况是否属实。
   *[not_listed] 回拨号码不在名录所载请求机关的号码之中。
}
    .action = 请提供名录所载的贵机关或其值班台的号码。
finding-ee-09 = 数据保全至 { $ends }，而司法协助请求预计 { $date } 才到。
    .action = 请计划在第四十五日延长，或说明为何请求会及时送达。
finding-ee-10 = 服务提供者在 { $state }，而请求书发往 { $to }。
    .action = 请将请求书发往服务提供者所在国，或写明在该国持有数据的服务提供者。
finding-ee-11 = 线索指向下一家服务提供者 { $provider }；其数据可能很快被删除。
    .action = 请向该服务提供者所在国起草新的保全请求。
finding-ee-12 = 期间始于 { $date } 之前，而据信账户于该日创建。
    .action = 请从该日起算，或更正该日期。
finding-spo-01 = { $missing ->
    [onward_transfer] 未写明该信息可否转交。
    [confidentiality] 未写明该信息应如何保密。
   *[use] 未写明该信息可作何用途；沉默不等于许可。
}
    .action = 请写明条件，或写明没有条件。
finding-spo-02 = 缺少处理代码，接收官员无从知道谁可以阅读和使用该信息。
    .action = 请选择谁可以使用以及可以传递到何种范围。
finding-spo-03 = 该信息可用作证据，但未附证明书。
    .action = 请附上说明记录由谁制作、如何保管的证明书，或写明可应要求提供。
finding-spo-04 = 内容须在接受条件后才能打开，而没有可供决定的摘要。
    .action = 请写两三句话，不写姓名和来源。
finding-spo-05 = 条件不妨碍披露可为被告人开脱的内容，但须先通知提供国。
    .action = 无须处理；接收国在披露之前予以通知。
finding-spo-06 = { $missing ->
    [biometrics_taken_on] 没有采集日期的生物特征用处不大。
   *[biometrics_quality] 未说明质量的生物特征用处不大。
}
    .action = { $missing ->
    [biometrics_taken_on] 请填写日期，或说明为何不知道。
   *[biometrics_quality] 请说明比对所需了解的情况：尺寸、分辨率、角度。
}
finding-spo-07 = 部分信息来自 { $state }，而没有该国同意的记录。
    .action = 请取得该国同意，或去掉其信息。
finding-spo-08 = { $date } 的复查距今超过五年。
    .action = 请选择较早的日期，或说明期限较长的理由。
