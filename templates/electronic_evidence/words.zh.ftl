# 模板“electronic_evidence”的用语：章节、字段及其说明、代码。

electronic_evidence-template = 电子证据请求

## Sections
electronic_evidence-section-evidence = 请求的内容
    .help = 哪些数据、由哪家服务提供者持有、起止时间以及理由。
electronic_evidence-section-identifiers = 账户、地址及其他标识
    .help = 每个标识一项。服务提供者可以根据标识行动，不能根据描述行动。
    .one = 标识 { $index }
    .add = 添加标识
    .remove = 删除标识 { $index }
electronic_evidence-section-emergency = 紧急情况
    .help = 即将发生的对生命或安全的危险。披露任何数据之前须回拨核实官员身份。
electronic_evidence-section-follow_up = 后续
    .help = 是否将提出司法协助请求，以及何时提出。
electronic_evidence-section-user_notice = 通知用户
    .help = 服务提供者可以告知其客户的内容。
electronic_evidence-section-delivery = 数据的交付
    .help = 数据以何种途径、何种形式送达。

## What is asked for
electronic_evidence-evidence-subtype = 请求种类
    .help = 保全数据、延长保全、查明下一家服务提供者，或披露数据。
electronic_evidence-evidence-provider = 服务提供者
    .help = 持有数据的法律实体及其所在地。
electronic_evidence-evidence-provider_state = 服务提供者所在国
    .help = 即被请求国；所在国不同的，另写请求书。
electronic_evidence-evidence-provider_contact = 服务提供者接收请求之处
    .help = 供主管机关使用的门户、地址或联络点。
electronic_evidence-evidence-service = 服务
    .help = 用户所知的名称。
electronic_evidence-evidence-data_types = 数据类型
    .help = 仅限必需的数据：请求越少，答复越快。
electronic_evidence-evidence-description = 数据说明
    .help = 究竟保全或披露什么，以及不请求什么。
electronic_evidence-evidence-period_from = 期间起
    .help = 日期、时刻和时区，例如 2026-04-01T00:00:00Z。
electronic_evidence-evidence-period_until = 期间止
    .help = 日期、时刻和时区。已存储的数据最晚止于今日。
electronic_evidence-evidence-aim = 目的
    .help = 数据要证明什么。仅为查明用户身份，用户注册数据即已足够。
electronic_evidence-evidence-relation = 与犯罪的关系
    .help = 为何需要这些数据，有助于证明犯罪的哪一要件。
electronic_evidence-evidence-necessity = 必要性
    .help = 为何现在需要这些数据，没有它们会怎样。
electronic_evidence-evidence-volatility = 数据留存的时间
    .help = 服务提供者或用户何时删除数据。
electronic_evidence-evidence-preserve_until_on = 保全至
    .help = 适用条约期限（至少六十日）的，留空。
electronic_evidence-evidence-proportionality = 相称性
    .help = 为何侵扰较小的数据不足以达到目的。
electronic_evidence-evidence-order = 国内命令
    .help = 附上命令，或声明该披露在本国合法。
electronic_evidence-evidence-order_statement = 合法性声明
    .help = 本国哪项规定允许，由谁下令。
electronic_evidence-evidence-threshold = 门槛
    .help = 本国对此类数据要求的犯罪严重程度，以及已经达到该程度。
electronic_evidence-evidence-next_provider = 下一家服务提供者
    .help = 线索已指向另一家服务提供者的，写明其名称。
electronic_evidence-evidence-next_provider_state = 下一家服务提供者所在国
    .help = 将向该国提出新的保全请求。

## Identifiers
electronic_evidence-identifiers-kind = 种类
    .help = 属于哪种标识。
electronic_evidence-identifiers-value = 标识
    .help = 与服务中的写法完全一致；不用通配符。
electronic_evidence-identifiers-port = 源端口
    .help = 许多用户共用一个地址；只有端口能加以区分。
electronic_evidence-identifiers-seen_at = 出现时间
    .help = 日期、精确到秒的时刻和时区，例如 2026-04-29T21:14:05Z。
electronic_evidence-identifiers-created_on = 据信自何时存在
    .help = 账户创建日期（如已知）。

## The emergency
electronic_evidence-emergency-threat = 威胁
    .help = 谁面临危险、何种危险、来自何人。
electronic_evidence-emergency-imminence = 为何迫在眉睫
    .help = 预计何时发生，以及如何得知。
electronic_evidence-emergency-how_data_avert = 数据如何避免威胁
    .help = 数据一到将采取何种行动。
electronic_evidence-emergency-officer = 提出请求的官员
    .help = 可以回拨联系的人员。
electronic_evidence-emergency-officer_number = 官员的工作编号
    .help = 值班台可予确认。
electronic_evidence-emergency-call_back = 回拨号码
    .help = 须为名录中贵机关的号码；不会拨打其他号码。

## What follows
electronic_evidence-follow_up-mla_intended = 将请求司法协助
    .help = 保全数据只为后续的请求。
electronic_evidence-follow_up-mla_by_on = 最迟
    .help = 预计该请求送达的日期。

## Notice to the user
electronic_evidence-user_notice-instruction = 指示
    .help = 服务提供者可否告知其客户。
electronic_evidence-user_notice-until_on = 至
    .help = 保密理由终止的日期。
electronic_evidence-user_notice-reason = 理由
    .help = 通知会造成何种损害。

## Delivery
electronic_evidence-delivery-channel = 途径
    .help = 通过本平台，每件物品都带有其摘要和保管记录。
electronic_evidence-delivery-format = 格式
    .help = 贵方鉴定人员可以读取的文件和表格，附其摘要。
electronic_evidence-delivery-key = 密钥
    .help = 为贵方封存数据所用密钥的指纹。

## Codes
electronic_evidence-code-subtypes-preservation = 快速保全
electronic_evidence-code-subtypes-extension = 延长保全
electronic_evidence-code-subtypes-partial_disclosure = 部分披露流量数据
electronic_evidence-code-subtypes-subscriber = 披露用户注册数据
electronic_evidence-code-subtypes-traffic = 披露流量数据
electronic_evidence-code-subtypes-content = 披露已存储的内容
electronic_evidence-code-subtypes-real_time_traffic = 实时流量数据
electronic_evidence-code-subtypes-interception = 内容截取
electronic_evidence-code-subtypes-emergency = 紧急披露
electronic_evidence-code-subtypes-provider_direct = 直接向服务提供者提出的请求
electronic_evidence-code-data_types-subscriber = 用户与注册信息
electronic_evidence-code-data_types-payment = 支付信息
electronic_evidence-code-data_types-log_ins = 登录记录（含地址和端口）
electronic_evidence-code-data_types-connections = 连接记录
electronic_evidence-code-data_types-message_records = 通信记录（不含内容）
electronic_evidence-code-data_types-call_records = 通话记录（不含内容）
electronic_evidence-code-data_types-location = 位置
electronic_evidence-code-data_types-messages = 通信内容
electronic_evidence-code-data_types-mailbox = 邮箱内容
electronic_evidence-code-data_types-stored_files = 已存储的文件
electronic_evidence-code-data_types-calls = 通话内容
electronic_evidence-code-data_types-device_backup = 设备备份
electronic_evidence-code-identifier_kinds-account = 账户或用户名
electronic_evidence-code-identifier_kinds-email = 电子邮件地址
electronic_evidence-code-identifier_kinds-url = 网页地址（URL）
electronic_evidence-code-identifier_kinds-domain = 域名
electronic_evidence-code-identifier_kinds-phone = 电话号码
electronic_evidence-code-identifier_kinds-imsi = SIM卡的IMSI
electronic_evidence-code-identifier_kinds-device = 设备（IMEI、MAC、序列号）
electronic_evidence-code-identifier_kinds-ip_address = IP地址
electronic_evidence-code-identifier_kinds-wallet = 钱包地址
electronic_evidence-code-identifier_kinds-file_hash = 文件摘要
electronic_evidence-code-identifier_kinds-other = 其他
electronic_evidence-code-aims-identify_user = 查明用户身份
electronic_evidence-code-aims-locate_person = 查找某人所在
electronic_evidence-code-aims-trace_contacts = 追查联系人
electronic_evidence-code-aims-prove_content = 证明所写或所说的内容
electronic_evidence-code-aims-avert_danger = 避免危险
electronic_evidence-code-orders-attached = 随附命令
electronic_evidence-code-orders-lawful_at_home = 在请求国合法（见声明）
electronic_evidence-code-orders-none = 无
electronic_evidence-code-notices-do_not_tell = 不得告知用户
electronic_evidence-code-notices-tell_after = 可在所述日期之后告知用户
electronic_evidence-code-notices-may_tell = 可以告知用户
electronic_evidence-code-delivery_channels-platform = 本平台
electronic_evidence-code-delivery_channels-provider_portal = 服务提供者的门户
electronic_evidence-code-delivery_channels-encrypted_mail = 加密电子邮件
electronic_evidence-code-delivery_channels-sealed_medium = 密封的数据载体
