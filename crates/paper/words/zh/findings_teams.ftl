# 规则在联合侦查组协议、警务请求和通报草案中发现的问题。

finding-jit-01 = { $problem ->
    [too_few] 联合侦查组至少有两个国家。
    [no_state] 未写明国家的一方不能成为一方。
    [side_missing] { $state } 参与此次往来，却不在各方之列。
   *[no_purpose] 未写明联合侦查组的目的，或仅有名目。
}
    .action = { $problem ->
    [too_few] 请添加另一方。
    [no_state] 请填写该方的国家。
    [side_missing] 请将该国列为一方，或发给已列为一方的国家。
   *[no_purpose] 请用一句话写明侦查何种行为、须查明什么。
}
finding-jit-02 = { $problem ->
    [no_start] 协议未写明联合侦查组何时开始。
    [no_end] 协议未写明联合侦查组何时结束。
    [automatic] 联合侦查组不得默示延期。
   *[too_long] 联合侦查组将持续 { $months } 个月；上限为 { $max } 个月。
}
    .action = { $problem ->
    [no_start] 请填写第一天。
    [no_end] 请填写最后一天。
    [automatic] 请选择由各方签署增订书延期。
   *[too_long] 请选择较早的结束日期，以后以增订书延期。
}
finding-jit-03 = { $problem ->
    [leader] 该方没有组长。
    [signatory] 无人代表该方签署。
   *[power_to_sign] 代表该方签署的人无权签署，或未写明。
}
    .action = { $problem ->
    [leader] 请写明该国的组长。
    [signatory] 请写明该国的签署人。
   *[power_to_sign] 请由能够约束该机关的人签署，并写明条款。
}
finding-jit-04 = { $problem ->
    [missing] { $pair } 之间未引用法律依据。
   *[not_binding] { $pair } 之间所引用者不约束两国，或不允许设立联合侦查组。
}
    .action = 请引用约束两国且允许联合侦查组的条约；《打击跨国有组织犯罪公约》第十九条允许逐案设立。
finding-jit-05 = 协议未写明如何处理各方证据规则之间的差异。
    .action = 请写明遵循哪些手续，使各方法院均可使用证据。
finding-jit-06 = { $states } 的法律要求保障个人数据，而协议没有相应条款。
    .action = 请增加条款：目的、保存期限、当事人权利、监督。
finding-jit-07 = 各方对辩护方的披露义务不同或未写明，协议也未写明遵循哪一项。
    .action = 请写明遵循哪项披露义务；较严者最为稳妥。
finding-jit-08 = { $problem ->
    [no_state] 未写明该成员来自哪个国家。
   *[no_party] { $state } 不是一方，该国人员不得为成员或派驻成员。
}
    .action = 请填写国家、将其列为一方，或将该人列为参与者。
finding-jit-09 = 需要在组外的 { $states } 取得协助。
    .action = 请从联合侦查组案卷起草司法协助请求。
finding-pol-01 = { $missing ->
    [purpose] 请求未写明是预防、发现还是侦查。
   *[offence] 请求未写明罪行。
}
    .action = { $missing ->
    [purpose] 请选择目的。
   *[offence] 请写明罪行并选择类别。
}
finding-pol-02 = 请求敏感数据，却未写明为何需要。
    .action = 请说明为何不可缺少。
finding-pol-03 = 所请求事项须有法院命令或构成证据，警方不能向警方提供。
    .action = 请转为司法协助请求；已填内容将予沿用。
finding-pol-04 = { $state } 的法律要求抄送中央机关。
    .action = 请注明抄送中央机关；无须等待。
finding-pol-05 = 拒绝须写明理由代码。
    .action = 请选择理由。
finding-pol-06 = 答复拟作证据使用，却未写明将征得何方同意。
    .action = 请写明须征得同意的机关，或仅将答复作参考之用。
finding-not-01 = { $missing ->
    [colour] 未写明是何种通报。
    [person] 未写明通报所涉的人。
    [family_name] 缺少姓。
    [given_names] 缺少名。
    [sex] 缺少性别。
    [born_on] 缺少出生日期。
    [traits] 没有任何信息可将此人与同名者区分。
    [reference] 缺少名单条目的编号。
    [date] 缺少日期。
    [place] 缺少地点。
    [circumstances] 缺少情况说明，或仅有名目。
    [method] 未描述作案手法。
    [danger] 未描述危险。
   *[threat] 未写明威胁何人、如何威胁。
}
    .action = { $missing ->
    [colour] 请选择颜色；协查通告请选择所对应的颜色。
    [traits] 请补充证件、指纹、DNA 编号、照片或特征描述。
   *[other] 请填写；否则无法与其他通报区分。
}
finding-not-02 = { $problem ->
    [not_in_force] 未写明逮捕令或判决有效。
   *[missing] 逮捕令或判决的信息不完整。
}
    .action = { $problem ->
    [not_in_force] 请向法院查询，仅在今日可执行时答“是”。
   *[missing] 请填写签发机关、编号和日期。
}
finding-not-03 = 没有任何罪行、刑期或余刑达到 { $months } 个月，或未写明。
    .action = 请填写最高刑或余刑；低于门槛不得发布此颜色的通报。
finding-not-04 = “{ $word }”涉及言论、集会或政党，且未描述任何暴力行为。
    .action = 请描述此人的暴力行为，否则放弃通报：章程第三条禁止政治性事项。
finding-not-05 = { $nature ->
    [named] “{ $word }”涉及家庭、私人或行政事项。
   *[other] 家庭、私人和行政事项以及有争议的规范不得作为通报的依据。
}
    .action = 请采用其他合作途径；放弃通报。
finding-not-06 = { $missing ->
    [date] 事实未写明此人何时行事。
    [place] 事实未写明此人在何处行事。
    [assessment] 危险性只是断言，未加说明。
    [link] 未写明资产与罪行的联系。
   *[other] 罪行仅为名目：未描述此人做了什么。
}
    .action = 请描述此人的行为：何时、何地、何事、后果。
finding-not-07 = 此人在本国登记为受保护者。
    .action = 请询问保护机关，并写明继续的理由。
finding-not-08 = { $problem ->
    [extradition_intended] 通缉某人，却未写明将请求引渡。
   *[states] 未选择国家。
}
    .action = { $problem ->
    [extradition_intended] 请确认将请求引渡，或选择要求较低的通报。
   *[states] 请以代码逐一选择国家。
}
finding-not-09 = { $problem ->
    [no_purge] 未写明通报何时删除。
    [too_late] 通报初次保存最长五年。
   *[no_review] 须在删除前六个月复核其必要性。
}
    .action = { $problem ->
    [no_purge] 请填写删除日期。
    [too_late] 请选择较早的日期；届时再决定是否延长。
   *[no_review] 请填写至少提前六个月的复核日期。
}
finding-not-10 = { $status ->
    [extradition_granted] 已准予引渡。
    [extradition_refused] 已拒绝引渡。
    [request_withdrawn] 请求已撤回。
    [person_dead] 该人已死亡。
   *[person_found] 该人已找到。
}
    .action = 请在各处撤销通报，不要发出。
