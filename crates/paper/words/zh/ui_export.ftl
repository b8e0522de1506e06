# Taking cards out in the formats of others.

verb-card-exported = 卡片已以其他格式导出
may-card-export = 以其他程序的格式导出卡片

export-title = 导出卡片
export-text = 其他程序读取以下格式之一。在任何内容离开节点之前，您会先看到该格式会丢失卡片的哪些内容。
export-format = 格式
export-format-stix = STIX 2.1
export-format-misp = MISP 事件
export-format-ftm = FollowTheMoney，不带标签：仅限对所有人公开的内容
export-format-ftm-with-labels = FollowTheMoney，带我方标签
export-look = 查看会丢失的内容
export-take = 下载文件
export-carried = 如实写入
export-coarsened = 写入但不够精确
export-dropped = 未写入
export-foot = 文件将离开节点。账本会记录是您导出的。

refusal-export-nothing = 该卡片今天没有任何内容可提供给其接收方，因此未写入任何内容。
refusal-export-label = 此格式无法表达卡片的标签。请选择其他格式；绝不会写入更宽松的标签。
refusal-export-copy = 该卡片的标签不允许其离开节点。请向其所有国请求允许复制。
refusal-import-unread = 无法读取该文件（位置：{ $place }）。未采用其中任何内容。请向发送方重新索取。
refusal-intake-red = 发送方注明仅限指定人员：任何记录都不得保存。请向发送方请求较宽的标记。
