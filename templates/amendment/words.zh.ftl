# 表格“amendment”的用语。

amendment-template = 请求的修正
amendment-opening = { $state }{ $authority }向{ $to_state }{ $to_authority }致意，并谨按下述内容更正先前的请求。
amendment-section-changes = 修正事项
    .help = 每一错误或变动列一条，原版本保留在卷。
    .one = 修正 { $index }
    .add = 添加修正
    .remove = 删除修正 { $index }
amendment-changes-what = 事项
    .help = 用文字说明在请求中的位置。
amendment-changes-before = 原文
    .help = 请求中的原有表述。
amendment-changes-after = 改为
    .help = 正确的表述。
amendment-changes-reason = 理由
    .help = 修改的原因及依据。
