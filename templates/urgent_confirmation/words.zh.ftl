# 表格“urgent_confirmation”的用语。

urgent_confirmation-template = 紧急请求的书面确认
urgent_confirmation-section-oral = 口头请求
    .help = 情况紧急且双方同意时可口头提出请求，但应立即书面确认（《打击跨国有组织犯罪公约》第18条第14款）。
urgent_confirmation-oral-made_at = 提出时间
    .help = 日期、时间及时区，如 2026-03-02T02:40:00Z。
urgent_confirmation-oral-by = 提出人
    .help = 口头提出请求的官员。
urgent_confirmation-oral-by_function = 职务
    .help = 该官员的职务。
urgent_confirmation-oral-to = 接收人
    .help = 接听的官员或值班处。
urgent_confirmation-oral-channel = 途径
    .help = 以何种方式提出。
urgent_confirmation-oral-their_reference = 对方编号
    .help = 对方登记的编号。
urgent_confirmation-oral-asked = 请求内容
    .help = 按当时所述。
urgent_confirmation-oral-agreed = 已商定或已办理的事项
    .help = 当时的答复及此后所办事项。
urgent_confirmation-oral-differences = 差异
    .help = 本书面与口头所述不同之处。
urgent_confirmation-code-oral_channels-telephone = 电话
urgent_confirmation-code-oral_channels-duty_desk = 全天候值班处
urgent_confirmation-code-oral_channels-police_channel = 警务渠道
urgent_confirmation-code-oral_channels-liaison_officer = 联络官
urgent_confirmation-code-oral_channels-in_person = 当面
