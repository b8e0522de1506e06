# Words of the screening desk: one question, a file, hits that wait, decisions, watched subjects.

## Rooms and what they have in common
ui-nav-screening = 筛查
screen-rooms = 筛查栏目
screen-room-ask = 单项查验
screen-room-files = 查验文件
screen-room-hits = 待决匹配
screen-room-reviews = 决定
screen-room-watches = 关注对象
screen-asked = 所查
screen-listed = 名单上
screen-how = 对应关系
screen-match = 相符程度
screen-by = 决定人
screen-at = 起始时间
screen-found = 发现时间
screen-door = 途径
screen-case = 案件
screen-case-hint = 案件编号，例如 XA-2026/117。不填姓名。
screen-mine = 您的
screen-own = 对本人所提查询的决定
screen-show = 显示
screen-show-waiting = 待决定
screen-show-mine = 仅您的
screen-show-all = 含已决定
screen-show-in-force = 有效
screen-show-over = 含已结束
screen-show-everybody = 本机关的
screen-look = 继续
screen-look-hint = 您会再看一遍将要保存的内容。确认之前不保存任何内容。
screen-change-it = 修改
screen-back-list = 返回列表
screen-more = { $n ->
   *[other] 另有 { $n } 项
}
screen-left-out = { $n ->
   *[other] 略去 { $n } 条记录：经办人员已认定为他人。
}

## Who is asked about
screen-kind = 类别
screen-kind-any = 任何类别
screen-kind-person = 个人
screen-kind-organization = 组织
screen-kind-company = 公司
screen-kind-legalentity = 个人或组织
screen-kind-publicbody = 公共机构
screen-kind-vessel = 船舶
screen-kind-airplane = 航空器
screen-kind-vehicle = 车辆
screen-kind-cryptowallet = 加密钱包
screen-kind-address = 地址
screen-name-hint = 任何文字、任何顺序均可。
screen-country = 国家
screen-country-asked = 国籍或国家
screen-country-hint = 代码或名称；船舶填船旗国。
screen-sex-female = 女
screen-sex-male = 男
screen-number = 证件号或识别号
screen-number-hint = 护照或身份证号；注册号；国际海事组织编号；钱包地址。
screen-identifiers = 识别号
screen-address = 地址
screen-empty-input = 请输入姓名、证件号或识别号。

## Check one
screen-ask-title = 单项查验
screen-ask-lead = 个人、组织、船舶、航空器或钱包。填写可资区分的信息，答案更准确；不知道的可不填。
screen-ask-again = 修改查询，或另查一项
screen-name-met = 相符的名称：{ $name }（{ $what }）
screen-name-met-plain = 相符的名称：{ $name }
screen-name-name = 主要名称
screen-name-alias = 别名
screen-name-weakalias = 不确定的别名
screen-name-previousname = 曾用名
screen-through = 出自被视为同一对象的记录 { $record }
screen-receipt = 本次查询的证明
screen-receipt-text = 日志不保存姓名。凭此编号和盐值，您日后可以证明所查内容；盐值仅此时显示。
screen-salt = 盐值
screen-watch-this = 关注此人

## Check a file
screen-files-title = 查验文件
screen-files-lead = 每行为一项查询。没有匹配的行只保留行号。
screen-file = 文件
screen-file-hint = 带表头的 csv（id, name, birth_date, nationality, passport）或每行一个 JSON 对象；最多 100,000 行、32 MiB。
screen-threshold = 阈值
screen-threshold-hint = 0.3 至 1。不填则用常用值 0.7。
screen-file-button = 查验文件
screen-file-line = 第 { $n } 行：{ $what }
screen-files-yours = 您的文件
screen-files-empty = 您尚未提交文件，或文件均已到期销毁。
screen-file-unnamed = 未命名文件
screen-rows = 行数
screen-rows-hit = 有匹配的行
screen-row = 行
screen-reference = 您的编号
screen-file-until = 保存至
screen-file-kept = 有匹配的行仅为您保存；其余行的编号最多保存一天。
screen-file-running = 进行中
screen-file-done = 已完成
screen-file-failed = 提前结束
screen-file-interrupted = 已中断
screen-file-wait = 本页自动刷新。您可以离开，查验将继续。
screen-file-again = 系统重启中断了此文件。请重新提交。
screen-file-failed-why = 并非所有行都已查验：{ $what }
screen-file-ignored = 未参与比对的列：{ $names }
screen-file-csv = 下载 csv
screen-file-jsonl = 下载 JSON 行
screen-file-none = 没有任何行匹配，且所有行均已比对。
screen-file-told = 有匹配或无法比对的行

## Hits that wait
screen-hits-title = 待决定的匹配
screen-hits-lead = 机器提示，由您认定。
screen-hits-empty = 没有待决事项。
screen-hit-title = 匹配
screen-hit-question = 是同一对象吗？
screen-stage-open = 待决定
screen-stage-unsure = 不确定
screen-stage-this = 是此对象
screen-stage-not-this = 非此对象
screen-channel-desk = 经办人员查验
screen-channel-file = 文件
screen-channel-watch = 关注对象
screen-channel-program = 程序
screen-gone = 该记录已不在名单上。所示为发现时的内容。
screen-changed = 发现之后该记录已有变动。所示为当时内容；请重新查验以查看现状。
screen-back = 此前已有决定，现重新出现：决定到期、被撤回，或记录有变动。
screen-own-question = 此查询由您本人提出。您可以决定，但会予以标明。
screen-decided = 已作决定
screen-same-subject = 关于同一对象的决定
screen-decide-title = 您的决定
screen-verdict = 是谁？
screen-verdict-this = 是此对象
screen-verdict-not-this = 非此对象
screen-verdict-unsure = 不确定
screen-verdict-hint-this = 该记录即所查对象。
screen-verdict-hint-not-this = 今后查询同一对象时略去该记录。
screen-verdict-hint-unsure = 继续等待。
screen-verdict-then-this = 将以“同一对象”移出队列，并记录您的理由和姓名。
screen-verdict-then-not-this = 今后查询同一对象时略去该记录，并会说明已略去。
screen-verdict-then-unsure = 继续等待，并附您的说明。
screen-reason = 理由
screen-reason-hint = 您核对了什么，例如护照上的出生日期不同。
screen-until = 有效至
screen-until-hint = { $n ->
   *[other] 最后一天，最多 { $n } 天。不填则为最长期限。
}
screen-decide-keep = 保存此决定
ui-done-screen-decided = 您的决定已保存。

## Decisions
screen-reviews-title = 关于匹配的决定
screen-reviews-lead = 每项决定针对一个对象和当时的一条记录。任一方变动，匹配即重新出现。
screen-reviews-empty = 没有有效的决定。
screen-review-title = 关于匹配的决定
screen-review-in-force = 有效
screen-review-expired = 已到期
screen-review-withdrawn = 已撤回
screen-review-replaced = 已被取代
screen-review-over = 已不再有效。
screen-withdraw-lead = 撤回后，该记录重新作为答案出现，匹配重新等待决定。
screen-withdraw = 撤回
ui-done-screen-withdrawn = 决定已撤回。

## Watched subjects
screen-watches-title = 关注对象
screen-watches-lead = 名单每次变动后进行比对。新结果列入待决匹配。
screen-watches-empty = 没有关注对象。
screen-subject = 对象
screen-watch-new = 关注一个对象
screen-watch-lead = 仅一个对象，须有案件和截止日，并以您本人名义。
screen-watch-reason = 原因
screen-watch-until = 最后一天
screen-watch-until-hint = { $n ->
   *[other] 最多 { $n } 天；可续期。
}
screen-watch-found = 已发现记录
screen-watch-then = 此后名单每次变动都会比对。到最后一天，所存内容全部销毁。
screen-watch-keep = 开始关注
screen-watch-title = 关注对象
screen-stop-lead = 结束后，关于此对象的所存内容立即销毁。
screen-stop = 结束
ui-done-screen-watched = 已开始关注。
ui-done-screen-stopped = 已停止关注；所存内容已销毁。

## Changes of a list
list-since = 比较对象
list-since-days = { $n ->
    [1] 昨天
   *[other] { $n } 天前
}
list-since-then = 当时版本
list-since-now = 现行版本
list-since-not-here = 当时尚无
list-added = 新增
list-changed = 修改
list-removed = 删除

## Help
ui-help-screening = 匹配之后如何处理？
ui-help-screening-text = 匹配在“筛查”栏目中等待，直至经办人员说明理由并认定是谁。“非此对象”有效至所定日期；到期或记录变动时，匹配重新出现。没有匹配的查询，一天后不再保存任何姓名。
