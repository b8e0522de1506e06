# 模板“mla”的用语：章节、字段及其说明、代码。

mla-template = 司法协助请求书

## Sections
mla-section-measures = 请求的协助
    .help = 每项措施单列：分别决定、执行和答复。
    .one = 措施 { $index }
    .add = 添加措施
    .remove = 删除措施 { $index }
mla-section-return = 证据移交
    .help = 结果以何种形式、何种途径、何时送交。












## Measures
mla-measures-kind = 协助种类
    .help = 请求对方国家所为。
mla-measures-object = 内容
    .help = 具体为何：何种记录、物品、行为。
mla-measures-person = 所涉人员
    .help = 与本请求“有关人员”所列一致。
mla-measures-holder = 持有人
    .help = 持有的银行、服务商、公司或个人。
mla-measures-place = 地点
    .help = 执行地；决定管辖法院。
mla-measures-account = 账户
    .help = 账号；或人员与银行、地区及理由。
mla-measures-identifiers = 标识符
    .help = 用户名、号码、含端口的地址及时间和时区。
mla-measures-period_from = 期间自
    .help = 所请求记录的首日。
mla-measures-period_until = 期间至
    .help = 无限期的请求会被退回：请选必要的最短期间。
mla-measures-purpose = 目的
    .help = 用以证明罪行的哪一要件。
mla-measures-nexus = 与被请求国的联系
    .help = 认为所求之物在该国的理由。
mla-measures-proportionality = 相称性
    .help = 为何较轻措施不足以达到目的。
mla-measures-order = 国内命令
    .help = 随附，或声明该措施在国内合法。
mla-measures-order_statement = 合法性声明
    .help = 国内允许该措施的条款及有权下令者。
mla-measures-formalities = 希望遵循的程序
    .help = 宣誓、告知、人员或律师在场、证明形式：贵国法院所需。
mla-measures-questions = 问题
    .help = 编号列出；无法事先确定者列主题。
mla-measures-consent = 同意
    .help = 当事人是否同意；移送须经其自由知情同意。
mla-measures-consent_record = 同意记录
    .help = 在何处、当何人之面作出。
mla-measures-video_details = 视频连线
    .help = 双方时区时间、线路测试、核验身份、口译、伪证法律。
mla-measures-documents = 待送达文书
    .help = 清单，注明语文和译文。
mla-measures-appearance_on = 出庭日期
    .help = 至少提前五十天，除非对方国家概况另有规定。
mla-measures-safe_conduct = 安全通行保障
    .help = 不因此前行为被追诉或羁押；期限；旅费。
mla-measures-custody_terms = 羁押与送回条件
    .help = 维持羁押、送回日期、刑期折抵、豁免。
mla-measures-third_party_rights = 第三方权利
    .help = 善意主张权利者及其陈述意见的方式。
mla-measures-privilege_handling = 受特权保护材料
    .help = 由谁先行审查，何者未阅即还。
mla-measures-value = 价值
    .help = 拟追查、冻结或没收的金额。
mla-measures-currency = 货币
    .help = 三字母代码（ISO 4217）。
mla-measures-deadline_on = 需要日期
    .help = 仅在有理由时填写。
mla-measures-deadline_reason = 日期理由
    .help = 庭审、时效、羁押期满：注明其日期。
mla-measures-jit_hold = 由联合侦查组保留
    .help = 联合侦查组协议是否规定该材料由侦查组保留。
mla-measures-jit_reference = 联合小组编号
    .help = 协议名称或编号。

## Return of evidence
mla-return_of_evidence-form = 形式
    .help = 原件、核证副本或副本。
mla-return_of_evidence-format = 格式
    .help = 贵国法院可读取的：文件、表格、录音录像。
mla-return_of_evidence-channel = 途径
    .help = 经本平台，每项均附摘要和保管记录。
mla-return_of_evidence-originals_returned = 原件是否归还
    .help = 程序结束后是否归还原件。
mla-return_of_evidence-deadline_on = 需要日期
    .help = 结果须提交法院之日。








## Codes
mla-code-measures-statement = 取证笔录
mla-code-measures-video_hearing = 视频听证
mla-code-measures-service = 送达文书
mla-code-measures-bank_accounts = 查明银行账户
mla-code-measures-bank_transactions = 银行交易记录
mla-code-measures-bank_monitoring = 监控银行账户
mla-code-measures-search = 搜查
mla-code-measures-seizure = 扣押
mla-code-measures-restraint = 限制处分资产
mla-code-measures-confiscation = 没收
mla-code-measures-production_order = 提交记录
mla-code-measures-stored_data = 存储的电子数据
mla-code-measures-subscriber_data = 用户信息
mla-code-measures-traffic_data = 流量数据
mla-code-measures-real_time_traffic = 实时流量数据
mla-code-measures-interception = 通信监听
mla-code-measures-covert = 秘密侦查
mla-code-measures-controlled_delivery = 控制下交付
mla-code-measures-transfer_of_detained = 移送在押人员
mla-code-measures-site_examination = 勘验物品或场所
mla-code-measures-expert = 专家鉴定
mla-code-measures-criminal_record = 犯罪记录
mla-code-measures-company_record = 公司记录
mla-code-measures-public_record = 公共记录
mla-code-measures-tracing_proceeds = 追查犯罪所得
mla-code-measures-restitution = 返还
mla-code-measures-dna_comparison = DNA 比对
mla-code-measures-voluntary_appearance = 人员自愿出庭
mla-code-measures-other = 其他协助
mla-code-orders-attached = 随附命令
mla-code-orders-lawful_at_home = 依声明在国内合法
mla-code-orders-none = 无
mla-code-return_forms-originals = 原件
mla-code-return_forms-certified_copies = 核证副本
mla-code-return_forms-copies = 副本
mla-code-channels-platform = 本平台
mla-code-channels-post = 邮寄
mla-code-channels-courier = 信使
mla-code-channels-diplomatic = 外交途径
