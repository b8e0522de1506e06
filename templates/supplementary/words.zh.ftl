# 表格“supplementary”的用语。

supplementary-template = 补充请求
supplementary-opening = { $state }{ $authority }向{ $to_state }{ $to_authority }致意，并谨作为对先前请求的补充，请求提供下述协助。
supplementary-section-addition = 补充的理由
    .help = 原请求保持不变，此处仅列新增内容。
supplementary-addition-reason = 理由
    .help = 首次请求之后获知的情况。
supplementary-addition-facts = 新的事实
    .help = 何人、何时、何地、何事；仅写首次请求未述的内容。
supplementary-section-additions = 新增事项
    .help = 每一新增请求事项列一条。
    .one = 新增事项 { $index }
    .add = 添加一项
    .remove = 删除第 { $index } 项
supplementary-additions-kind = 类别
    .help = 新增内容的性质。
supplementary-additions-what = 请求内容
    .help = 与首次请求同样准确：对象、持有人、期间。
supplementary-additions-purpose = 目的
    .help = 拟证明的事项。
supplementary-additions-deadline_on = 需要日期
    .help = 逾期即无用的日期。
supplementary-code-additions-measure = 另一项措施
supplementary-code-additions-person = 另一人员
supplementary-code-additions-fact = 补充事实
supplementary-code-additions-document = 补充文件
supplementary-code-additions-question = 补充问题
