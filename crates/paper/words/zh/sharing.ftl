# Records, releases, cards and encounters: what the ledger says of them, and refusals.

verb-record-kept = 记录已更新
verb-record-read = 记录已查阅
verb-record-held = 保全已登记
verb-group-kept = 已保存国家组
verb-release-proposed = 已提议对外提供
verb-release-approved = 提供事项已决定
verb-release-recalled = 副本已收回
verb-card-read = 共享卡片已查阅
verb-encounter-reported = 遭遇已报告
verb-encounter-decided = 遭遇已决定
verb-word-written = 已就卡片去函
verb-record-enumeration-stopped = 已制止逐条试探记录

refusal-too-many-misses = 请求不存在的记录次数过多。{ $minutes } 分钟内不再答复；记录簿已记载。
refusal-record-lacks = 记录缺少必须载明的内容（{ $lack }）。请查看标出之处并补全。
refusal-release-held = 未提出任何提议：被一道关口拦下（{ $ground }）。请查看工作台并改写该部分。
refusal-release-out = { $to } 已持有本记录的卡片。修改记录，卡片随之更新；或者先收回。
refusal-record-in-bulk = 今天已建立或提议了许多同一群体的记录（超过 { $max } 份）：本记录须等第二人查看。
refusal-group-unsigned = 该组与本节点所签不符。未执行任何操作：请告知管理员。
refusal-group-owner = 拥有该组的国家必须是其成员之一。
refusal-group-version = 组的版本从 1 开始计数。
refusal-biometric-format = 该文件不是此处认识的格式。未保存任何内容。
refusal-biometric-lacks = 无法保存该生物特征（{ $lack }）。请更正标出之处，或重新索取文件。
refusal-copy-recalled = 已无任何副本在外。
refusal-copy-absent = 该国不持有其副本。
refusal-copy-owner = 只有记录的所有国可以更正或收回。未作任何改动。
refusal-copy-consent = 所有国未同意转交。
refusal-card-owner = 卡片所载所有国与发送国不符，未予接收。
refusal-card-subject = 不得为受害人或儿童制作卡片。
refusal-label-all = 涉及个人的内容不得面向所有人或用于一切用途。请指明国家与用途。
refusal-district = 请填写地区，而非遇见该人的具体口岸。
refusal-word-answers = 请说明这是对哪个问题的答复。
refusal-peer-unknown = 本节点与 { $to } 没有线路。
refusal-grade = 等级为 A 至 F 的字母加 1 至 6 的数字，如 B2。
