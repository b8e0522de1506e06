# 文书（请求书、收讫通知、证据证明）、表格与格式检查的用语。

## Every paper
paper-title-request = 请求书
paper-title-acknowledgement = 收讫通知
paper-title-certificate = 证据证明书
paper-page = 第 { $page } 页，共 { $pages } 页
paper-record = 记录摘要（SHA-256）
paper-record-note = 本文书由具有此摘要的记录生成，以记录为准。
paper-qr = 记录摘要的二维码
paper-releasable = 可提供给：{ $states }
paper-releasable-nobody = 不得提供给他方
paper-review = { $date } 前复核
paper-expires = { $date } 失效
paper-to = 致
paper-number = 编号
paper-your-reference = 贵方案号
paper-our-reference = 我方案号
paper-date = 日期
paper-subject = 事由
paper-urgency = 紧急程度
paper-urgency-normal = 一般
paper-urgency-urgent = 紧急（数日内）
paper-urgency-emergency = 特急（数小时内）
paper-original = 原文语文
paper-original-note = 撰写人填写的内容保留原文；固定部分以本文书语文显示。
paper-telephone = 电话
paper-duty = 全天值班
paper-schedule = 附录 { $letter }：{ $title }
paper-signed-for = { $authority }
paper-signature = 签字和盖章
paper-signed-note = 已以电子方式签字盖章，签名随记录传送。此处供需要纸质文本的国家使用。

## Request
paper-request-opening = { $state }{ $authority }向{ $to_state }{ $to_authority }致意，并谨就下述案件请求协助。
paper-request-closing = { $authority }感谢{ $to_authority }的协助，并顺致最崇高的敬意。
paper-consultation = 磋商草案。不具法律效力，不起算任何期限，也不要求采取任何措施。欢迎提出意见。
paper-urgent-completion = 紧急，尚未完整：其余内容最迟于 { $date } 补齐。所涉利益：{ $ground }。主管机关负责人的理由：{ $reason }
paper-ground-life = 生命或人身安全
paper-ground-evidence = 证据灭失
paper-ground-flight = 人员潜逃
paper-second-none = 发文机关仅有一名官员：除撰写人外无人会签。

## Acknowledgement
paper-ack-opening = { $state }{ $authority }确认已收到上述请求。
paper-ack-received = 送达时间
paper-ack-by = 确认人
paper-ack-next = 下次答复最迟日期
paper-ack-digest = 每页页脚的摘要由我方根据收到的记录计算。请与贵方卷宗中的摘要核对。
paper-ack-measures = 所请求的措施
paper-ack-missing = 作出决定前所需补充
paper-ack-nothing = 目前无需补充。
paper-ack-closing = 本通知不构成对请求实体内容的决定。

## Certificate of evidence
paper-cert-opening = { $state }{ $authority }证明，下列各项系执行上述请求所取得，现送交{ $to_state }{ $to_authority }。
paper-cert-check = 每项均以其 SHA-256 摘要标识。持有文件者可重新计算摘要（例如使用 sha256sum 程序）并与本清单核对。
paper-cert-execution = 执行情况
paper-cert-list = 清单
paper-cert-text = 证明
paper-cert-closing = 供请求所述程序使用，并须遵守各项所列使用限制。
paper-report-what = 执行内容
paper-report-on = 日期
paper-report-by = 执行机关
paper-report-law = 法律依据
paper-col-number = 序号
paper-col-item = 名称与文件
paper-col-size = 大小
paper-col-sha256 = SHA-256
paper-item = 第 { $index } 项：{ $title }
paper-item-file = 文件
paper-item-kind = 类型
paper-item-collected-by = 取证人
paper-item-collected-at = 取证时间
paper-item-place = 地点
paper-item-law = 法律依据
paper-item-certificate = 证明
paper-item-use = 使用限制
paper-custody = 保管记录
paper-col-when = 时间
paper-col-who = 经手人
paper-col-action = 行为
paper-col-why = 原因
paper-col-link = 与上一步的链接
paper-custody-first = 第一步
paper-custody-officer = 经办人 { $id }
paper-custody-system = 系统自动操作
paper-custody-why-attached = 附于请求书
paper-custody-why-returned = 移交请求国
paper-custody-why-arrived = 随移交证据到达
paper-custody-why-paper = 以纸质收到并在此扫描
paper-custody-why-holds = 文件和保管记录完好
paper-custody-why-broken = 文件或保管记录被改动
paper-custody-why-opened = 由官员打开
paper-custody-collected = 取得
paper-custody-sealed = 封存
paper-custody-sent = 发出
paper-custody-received = 收到
paper-custody-verified = 核验
paper-custody-opened = 开启
paper-custody-exported = 导出

## When a paper cannot be set
paper-error-font = 无法排版本文书：未找到{ $script }字体。请将字体放入字体目录（Debian：fonts-noto-core 与 fonts-noto-cjk），或使用打印视图。
paper-error-set = 本文书未能排版。打印视图显示相同内容。
script-latin = 拉丁文
script-cyrillic = 西里尔文
script-arabic = 阿拉伯文
script-han = 中文
script-other = 其他文字（字符 { $character }）

## Forms
form-beyond = 其他事项
    .help = 这些内容随请求一并送达，但本节点所知的表格中没有对应栏目。现按原样保存。
    .source = 表格之外
form-language-of = “{ $field }”所用语文
    .help = 该文本所用语文（两字母代码）。
form-withheld = 暂不提供：{ $reason }
form-label-value = { $label }：{ $value }
form-list-separator = 、
form-codes-separator = ；
form-moment-separator = {" "}

## Shape check
finding-shape-01 = 模板中没有字段“{ $name }”，已按原样保留。
    .action = 请检查其是否应填入已有字段。
finding-shape-02 = 文本有 { $found } 个字符，最多 { $max } 个。
    .action = 请缩短，或将长文作为附件提交。
finding-shape-03 = 此处应填写另一类内容。
    .action = 请按字段下方的说明填写，或回答“不详”。
finding-shape-04 = “{ $code }”不在限定列表中。
    .action = 请从所列选项中选择。
finding-shape-05 = 此项必填，但尚未填写。
    .action = 请填写；如不知道答案，请如实说明：“不详”也是一种回答。
finding-shape-06 = 条目超过允许的 { $max } 项。
    .action = 请删减条目，或将其余内容作为附件。

## Sources
source-untoc = 《联合国打击跨国有组织犯罪公约》第 { $article } 条
source-ets185 = 欧洲委员会《网络犯罪公约》第{ $article }条
source-ets182 = 《欧洲刑事司法协助公约第二附加议定书》第{ $article }条
source-cets224 = 《网络犯罪公约第二附加议定书》第{ $article }条
source-cets217 = 《预防恐怖主义公约附加议定书》第{ $article }条
source-tcy = 网络犯罪公约委员会的示范表格
source-iccpr = 《公民权利和政治权利国际公约》第 { $article } 条
source-ets24 = 《欧洲引渡公约》（ETS 24）第{ $article }条
source-model = 联合国《引渡示范条约》第{ $article }条
source-eaw = 欧洲逮捕令表格{ $article }栏
source-bombings = 《制止恐怖主义爆炸的国际公约》第{ $article }条
source-cat = 《禁止酷刑公约》第{ $article }条
source-vccr = 《维也纳领事关系公约》第 { $article } 条
source-crc = 《儿童权利公约》第 { $article } 条
source-res2322 = 安全理事会第 2322 (2016) 号决议第 { $article } 段
source-res2253 = 安全理事会第 2253 (2015) 号决议第 { $article } 段
source-res1373 = 安全理事会第 1373 (2001) 号决议第 { $article } 段
source-dir977 = 关于执法机关信息交换的第 (EU) 2023/977 号指令第 { $article } 条
source-rpd = 《国际刑警组织数据处理规则》第 { $article } 条
source-ets073 = 《欧洲刑事诉讼移转管辖公约》第 { $article } 条
source-eutcp = 欧洲联盟关于诉讼移交的第 2024/3011 号条例第 { $article } 条
source-financing-1999 = 《制止向恐怖主义提供资助的国际公约》第 { $article } 条
source-fatf = 金融行动特别工作组第 { $article } 项建议
source-practice = 中央机关的惯例
