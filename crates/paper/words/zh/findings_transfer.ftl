# 规则在诉讼移交请求（TCP）或资产冻结请求（AF）中发现的问题：一句话说明原因，一个行动说明如何处理。

finding-tcp-01 = 未声明无人曾因这些行为受到终局判决。
    .action = 请核查本国记录以及所知其他国家的情况，然后作出声明。
finding-tcp-02 = { $problem ->
    [passed] 依被请求国法律，该罪行的追诉时效已于 { $date } 届满。
   *[missing] 请求书未写明依被请求国法律追诉时效何时届满。
}
    .action = { $problem ->
    [passed] 请向被请求国询问时效是否曾中断并更正日期；否则不要发送。
   *[missing] 请向被请求国询问并填写日期；罪行无时效的，填“不适用”。
}
finding-tcp-03 = 未给出附有说明的移交标准。
    .action = 请至少选择一项标准，并以一句话说明哪些事实符合该标准。
finding-tcp-04 = 未就移交听取被害人的意见。
    .action = 请以其懂得的语言听取并记录意见，或说明未听取即发送的理由。
finding-tcp-05 = 未就移交听取嫌疑人的意见。
    .action = 请听取嫌疑人或辩护人并记录意见，或说明未听取即发送的理由。
finding-tcp-06 = { $problem ->
    [no_digest] 此项为电子材料而无摘要，无法判断其是否完整。
    [untitled] 清单中的此项未写明为何物。
   *[empty] 缺少案卷清单。
}
    .action = { $problem ->
    [no_digest] 请填写文件的 SHA-256 摘要。
    [untitled] 请写明该项：内容、日期和案卷编号。
   *[empty] 请逐项列出所移交的材料。
}
finding-tcp-07 = 此人在押，而请求书未写明至何时。
    .action = 请填写现行羁押令的最后一日。
finding-tcp-08 = { $problem ->
    [no_national] 本请求中没有已知为被请求国国民的嫌疑人。
    [no_victim] 所列被害人均非被请求国国民。
    [no_treaty] 没有对两国均有约束力的条约赋予此项管辖权。
    [not_in_law] 被请求国法律不承认此项管辖依据。
   *[missing] 请求书未写明被请求国法院依何根据行使管辖权。
}
    .action = { $problem ->
    [no_national] 请填写嫌疑人的国籍，或选择其他依据。
    [no_victim] 请填写被害人的国籍，或选择其他依据。
   *[missing] 请选择法律或条约赋予的依据；没有依据的，必须拒绝移交。
}
finding-tcp-09 = 移交或引渡被拒绝的，{ $instrument } 第 { $article } 条要求被请求国将案件提交本国机关。
    .action = 无须处理；信函可引用此条。
finding-af-01 = 请求书未写明符合第 1373 (2001) 号决议第 1(c) 段的哪项标准。
    .action = 请至少选择一项标准。
finding-af-02 = { $problem ->
    [no_target] 未指明应冻结何人或何实体的资产。
    [no_name] 该人或实体没有姓名或名称。
   *[name_only] 仅凭姓名或名称无法将其与他者区分：可能误冻他人资产。
}
    .action = { $problem ->
    [no_target] 请填写该人或实体。
    [no_name] 请按证件或登记填写姓名或名称。
   *[name_only] 请补充出生年份、证件号或登记号，或确切地址。
}
finding-af-03 = { $missing ->
    [grounds] 未陈述合理理由；仅有称谓不构成案情。
   *[fact] 案情陈述中没有注明日期的事实。
}
    .action = { $missing ->
    [grounds] 请用一段文字说明哪些事实使人相信符合标准。
   *[fact] 请至少填写一项事实：何时、何人、何事及来源。
}
finding-af-04 = 案情中没有任何部分可告知当事人、银行或公众。
    .action = 请撰写可公开的版本，或说明没有的理由。
finding-af-05 = 该人或实体已列入安全理事会名单：各国据此即须冻结。
    .action = 请援引名单及其参考编号；本请求可能不必要。
finding-af-06 = 请求涉及慈善或人道主义组织，但未说明合法援助如何继续。
    .action = 请说明冻结为何相称，以及为依赖援助者作何安排。
finding-af-07 = { $missing ->
    [remedy] 请求书未写明如何对本国措施提出异议。
   *[contact] 请求书未写明可向何处申请除名。
}
    .action = { $missing ->
    [remedy] 请写明救济方式、决定机关和期限。
   *[contact] 请填写办理部门及其地址或电子邮件。
}
finding-af-08 = 在刑事案件中也可通过司法协助限制处分这些资产。
    .action = 无须处理；冻结并非没收，其后可再请求限制处分。
