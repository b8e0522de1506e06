# 简式表格和由他案起草的请求的用词。

about-title = 有关本请求的函件
verb-request-supplemented = 由另函补充
verb-request-amended = 由另函修改
verb-request-reminded = 已发催复
verb-request-confirmed = 口头请求已书面确认
verb-request-part-withdrawn = 部分撤回
convert-title = 由本请求起草另一请求
convert-lead = 两种表格共有的内容予以沿用，其余留空。新草稿与其他草稿一样核查、批准和发送，本请求保持不变。
convert-none = 本请求无法起草其他请求。
convert-keep = 立即保全数据
convert-keep-measure = 立即保全措施 { $n } 的数据：{ $measure }
convert-assistance = 请求司法协助
refusal-convert = 无法由本请求起草该请求。
    .action = 请选择所列途径之一。
