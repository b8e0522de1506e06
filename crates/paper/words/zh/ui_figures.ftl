# What the statistics count on the track of each kind, and records that cannot be read.

stat-by-asked-times = 要求补充资料的次数
stat-by-offence = 按犯罪类别
stat-by-emergency = 紧急事项
stat-by-course = 办理情况
stat-emergency-within-hour = 一小时内答复
stat-emergency-later = 其后答复
stat-emergency-unanswered = 尚未答复
stat-span-decided-running = 作出决定（不计期限中止的时间）
stat-span-arrested = 逮捕
stat-span-surrendered = 移交
stat-span-preserved = 保全数据
stat-span-frozen = 冻结资产
stat-course-requested = 请求数
stat-course-refused = 拒绝
stat-course-refused-on = 拒绝：{ $ground }
stat-course-lost = 灭失：司法协助请求未及时送达
stat-course-nationals-refused = 因系本国国民而拒绝
stat-course-nationals-prosecuted = 其中已移送本国检控机关
stat-tracks = 按种类列示的办理结果
stat-asking = 补充资料的要求
stat-asking-times = 总数
stat-asking-each = 每项请求平均
case-unread = 以下记录无法读取，未予显示：{ $n }（{ $ids }）。管理员可用 comity ledger verify 检查。
atlas-would-more = 其他请求：{ $n }
