# 规则在请求书中发现的问题：一句话说明原因，一个动作说明如何处理。
# 键：finding-<小写代码>。花括号中的值来自该项发现。

finding-form-01 = 表格要求填写此项，但此处没有内容。
    .action = 请填写，或注明不详或不适用。
finding-gen-01 = { $problem ->
    [missing] 承接另一请求的请求必须写明该请求的编号。
   *[wrong] { $number } 不是有效的请求编号：校验字符有误。
}
    .action = 请照抄首次请求的编号（包括最后一个字符），或选择“新请求”。
finding-gen-02 = { $problem ->
    [unknown_state] 此处不知有“{ $named }”这一国家。
    [unknown_authority] “{ $named }”并非该国的机关。
    [same] 请求国与被请求国为同一国家。
   *[other] 请求书写的是“{ $named }”，与实际收发请求的国家或机关不符。
}
    .action = 请重新选择请求国、被请求国及双方机关。
finding-gen-03 = { $problem ->
    [not_a_date] 日历上没有这一天。
    [not_a_moment] 这不是带有时刻的日期。
    [not_a_zone] 这不是时区。
    [no_zone] 没有注明时区的时间和电话号码毫无意义。
    [in_the_future] 日期 { $date } 尚未到来。
    [in_the_past] 日期 { $date } 已经过去。
   *[out_of_order] 日期相互矛盾：此日期早于 { $date }。
}
    .action = { $problem ->
    [not_a_moment] 请写明日期、时刻和时区，例如 2026-04-29T21:14:05Z。
    [not_a_zone] 请写明与协调世界时的时差，例如 +03:00。
    [no_zone] 请补充时区，例如 +03:00。
   *[other] 请更正日期，按“年-月-日”书写。
}
finding-gen-04 = 文本中含有会隐藏或打乱所读内容的字符（{ $character }）。
    .action = 请删除该文本并重新输入，不要从其他文件复制。
finding-gen-05 = 非普通请求必须说明为何紧急，以及答复在何日之前仍有用处。
    .action = 请选择理由，用一句话加以说明，并填写最后有效日期。
finding-gen-06 = { $problem ->
    [not_certified] 译文未经认证；被请求机关使用的语文：{ $accepted }。
    [translation_follows] 该语文仅用于紧急请求；随后须提供译文（{ $accepted }）。
    [changed_since_certified] 译文（{ $lang }）已不是经核证的文本；已改动的段落：{ $n }。
    [translation_incomplete] 译文（{ $lang }）不完整；未译段落：{ $n }。
    [translation_outdated] 原文在译成（{ $lang }）之后有改动；段落：{ $n }。
   *[other] 被请求机关不接受该语文；其使用的语文：{ $accepted }。
}
    .action = { $problem ->
    [not_certified] 请对译文加以认证，或说明为何不需要认证。
    [translation_follows] 请写明译文将于何日补交。
    [changed_since_certified] 请将改动的段落重新核证。
    [translation_incomplete] 请译出这些段落，或说明为何保留原样。
    [translation_outdated] 请重新审阅这些段落并予以核证。
   *[other] 请附上所接受语文的译文。
}
finding-gen-07 = 同一案件已向该国提出请求，尚未办结，编号为 { $number }。
    .action = 请关联先前的请求，或说明为何还需要本请求。
finding-gen-08 = { $problem ->
    [authority_without_power] 发出机关未被指定提出此类请求。
   *[other] 请求书未写明由谁签署、依据何种权限。
}
    .action = { $problem ->
    [authority_without_power] 请通过中央机关发出。
   *[other] 请填写签署人、职务以及赋予签署权的规定。
}
finding-gen-09 = { $problem ->
    [no_digest] 所附文件没有摘要值，无法判断其是否完整。
    [no_size] 所附文件没有大小，或为空文件。
    [too_big] 附件超过可随请求发送的大小。
    [executable] 附件是程序，或打开时可能运行代码。
    [archive] 压缩包解压后远大于其自身大小。
    [not_certified] 该文件须为经认证的副本方具法律效力。
   *[other] 附件没有标题或没有类别。
}
    .action = { $problem ->
    [no_digest] 请重新上传文件。
    [no_size] 请重新上传文件。
    [too_big] 请作为证据发送，或注明可应要求提供。
    [executable] 请将其转换为文档后再附上。
    [archive] 请逐个附上文件。
    [not_certified] 请附上经认证的副本并注明已认证。
   *[other] 请填写附件标题并选择类别。
}
finding-gen-10 = { $problem ->
    [unknown_field] 本请求没有 { $field } 这一栏。
    [unknown_code] 该值不在本栏的选项之内。
    [too_long] 文本超过 { $max } 个字符。
    [too_many] 条目数超过请求书所能容纳的数量。
   *[other] 该值的形式与本栏不符。
}
    .action = { $problem ->
    [unknown_field] 请将其内容移至表格的某一栏或附录。
    [unknown_code] 请从列表中选择。
    [too_long] 请缩短文本，或作为文件附上。
    [too_many] 请拆分请求，或附上清单。
   *[other] 请在表格中重新填写。
}
finding-dir-01 = 名录中该机关的条目最后核实于 { $date }，已逾180天。
    .action = 请核实该条目，或说明为何仍予采信。
finding-dir-02 = 所选机关不主管此类请求。
    .action = 请选择被请求国的主管机关。
finding-dir-03 = { $problem ->
    [revoked] 该机关的密钥已于 { $date } 撤销。
   *[expired] 该机关的密钥已于 { $date } 失效。
}
    .action = 请向该机关索取新卡；不得以旧密钥封装任何内容。
finding-dir-04 = 被请求机关现已下班：当地时间为 { $local }，将于 { $opens } 开始办公。
    .action = 请致电其值班处，或接受在此之前无人阅读请求。
finding-dir-05 = 该机关的密钥已于 { $date } 变更，尚未由两人经另一渠道核对。
    .action = 请由两人通过电话或当面核对六十位数字，并予记录。
finding-dir-06 = { $date } 的测试信息未获答复。
    .action = 依赖该机关之前，请先致电。
finding-mla-01 = 每项请求至少须列明一项措施，每项措施须说明拟证明什么。
    .action = 请添加措施，选择类别并写明目的：拟证明犯罪的哪一要件。
finding-mla-02 = 侵入性措施须说明为何没有更轻的措施可达到同一目的。
    .action = 请说明该措施为何必要，以及在时间、人员和数据方面如何加以限制。
finding-mla-03 = { $missing ->
    [date] 案情未写明发生的时间。
    [place] 案情未写明发生的地点。
    [act] 案情未描述所实施的行为。
    [author] 案情既未写明行为人，也未注明行为人不明。
   *[other] 没有案情摘要，或只是一个标签。
}
    .action = { $missing ->
    [date] 请填写日期，或起止日期。
    [place] 请填写地点。
    [act] 请用几个词描述行为：做了什么、用何物、针对何人。
    [author] 请写明嫌疑人，或选择“行为人不明”。
   *[other] 请用几句话叙述案情：何人、何时、何地、何事、如何实施、有何后果。
}
finding-mla-04 = 强制措施须附本国机关的命令，或声明该措施在本国属于合法。
    .action = 请附上经认证的命令副本，或写明该措施在本国合法所依据的规定。
finding-mla-05 = 没有问题或议题，无法进行询问。
    .action = 请填写问题，或附上问题清单。
finding-mla-06 = { $problem ->
    [no_documents] 没有可送达的文书。
   *[too_near] 出庭日期过近：被请求国需要 { $days } 天。
}
    .action = { $problem ->
    [no_documents] 请附上待送达的文书，或列明其名称。
   *[too_near] 请改为较晚的日期，或说明紧急理由。
}
finding-mla-07 = 请求书未说明为何认为所求之物在该处，或未写明究竟是何物。
    .action = 请写明账户、标识或地点，并说明其与被请求国及犯罪的联系。
finding-mla-08 = 该措施涵盖的期间没有限度。
    .action = 请填写起止日期，或说明为何需要全部期间。
finding-mla-09 = 移送在押人员须经其自由且知情的同意，并须有记录。
    .action = 请记录该同意并附上记录。
finding-mla-10 = 银行保密和犯罪的财税性质均不得作为拒绝本请求的理由。
    .action = 无须处理；如对方提出此类理由，可援引这些规定。
finding-mla-11 = 所请求的通信流量数据超过十二个月。
    .action = 请缩短期间，或说明为何需要全部数据。
finding-mla-12 = 仍有缺项；正式提出请求前，可先与被请求机关磋商。
    .action = 请提议共享本草案以征求意见；草案不具法律效力。
finding-mla-13 = 被请求国法律未规定可应外国请求采取该措施。
    .action = 请说明所需的结果，由被请求国选择办法。
finding-mla-14 = 联合调查组协议对所请求的材料作了保留。
    .action = 请通过联合调查组索取，或先取得各方同意。
finding-mla-15 = 请求书须写明办案机关、程序的主题以及联系人。
    .action = 请填写本栏；缺少此项，被请求机关无法办理。
finding-saf-03 = 这些证据可能导致死刑判决，而被请求国对该罪不判处死刑。
    .action = 请说明是否将求处死刑，作出保证，或限制证据的使用。
finding-saf-08 = { $to } 须判断该行为在其境内是否亦构成犯罪，而请求未按构成要件加以描述。
    .action = 请写明何人以何意图实施了何种行为，不使用贵国法律中的罪名。
finding-saf-09 = 涉及未成年人或弱势人员，但未写明保护措施。
    .action = 请写明：监护人、专业询问人员、中间人、视频方式、陪伴人员。
finding-saf-11 = 此人的职务或职业受法律上的特权或豁免保护。
    .action = 请说明将通过何种途径尊重或解除该特权或豁免。
finding-dp-01 = 请求书未写明处理个人数据的法律依据和保存期限。
    .action = 请填写有关规定以及数据将被删除或复审的日期。
finding-dp-02 = 特殊类别数据和生物特征须说明理由，并须说明是否存在此类数据。
    .action = 请回答该问题，并用一句话说明理由。
finding-dp-03 = 贵国法律要求的保障，被请求国本身并不提供。
    .action = 请加入保障条款，或说明不加入而发送的理由。
finding-dp-04 = 这些数据本应于 { $date } 删除，不得发送。
    .action = 请复核保存期限，或撤回请求。
finding-dp-05 = 请求书未写明查阅、更正和申诉应向何处提出。
    .action = 请填写监督机构及其联系方式。
finding-dp-06 = 所述信息来自{ $state }，未见其同意的记录。
    .action = 请取得该国同意，或删去其信息。
finding-lb-01 = 尚未选定足以支持本请求的法律依据，而有一项适用：{ $cited ->
    [article] { $instrument } 第 { $article } 条。
   *[whole] { $instrument }。
}
    .action = 请选择列表中的第一项文书。
finding-lb-02 = 请求以 { $chosen } 为首，但就本案而言 { $instrument } 居首位。
    .action = 请将 { $instrument } 置于首位，或说明选择的理由。
finding-lb-03 = { $to } 仅依条约引渡，而两国之间没有可作此用的有效条约。
    .action = 请就本案商定条约，或请求移交诉讼或在当地起诉。
finding-lb-04 = { $problem ->
    [only_signed] 两国之一仅签署了 { $chosen }；签署并非同意受约束。
    [not_yet] { $chosen } 在两国之间尚未生效。
   *[not_joined] { $chosen } 并非对两国均有约束力。
}
    .action = 请选择目前对两国均有约束力的文书。
finding-lb-05 = { $problem ->
    [reciprocity-accepted] 没有适用的条约；被请求国凭书面互惠承诺提供协助，但未附上该承诺。
    [case-by-case] 没有适用的条约；被请求国凭来函逐案决定，但未附上该函。
   *[no-treaty] 没有适用的条约，也不知被请求国是否基于互惠提供协助：这将属于礼让。
}
    .action = { $problem ->
    [reciprocity-accepted] 请附上承诺。
    [case-by-case] 请附上就本案请求协助的函件。
   *[no-treaty] 请提出书面承诺，或说明基于礼让提出请求的理由。
}
finding-lb-06 = 适用的文书多于所引用的：{ $instruments }。
    .action = 请全部引用，并以第一项为首。
finding-lb-07 = { $date ->
    [unknown] 条约数据截至何日，无人注明。
   *[other] 条约参加情况的数据截至 { $date }，已超过180天。
}
    .action = 请导入条约的最新状况，或说明为何依据这些数据。
finding-lb-08 = { $instrument } 第 { $article } 条排除政治犯罪例外。
    .action = 无须处理；函件中可予援引。
finding-lb-09 = { $instrument } 第 { $article } 条排除以银行保密或财税性质为由拒绝。
    .action = 无须处理；函件中可予援引。
finding-lb-10 = { $problem ->
    [reserved] 两国之一已就 { $chosen } 对此种协助作出保留。
   *[denounced] 两国之一已退出 { $chosen }。
}
    .action = 请选择其他依据。

# 法律依据：为何列入、起何作用、提供什么、缺少什么。

basis-why-general-treaty = 关于此种合作的条约对两国均有约束力。
basis-why-offence-in-scope = 该罪属于本公约规定的犯罪，公约对两国均有约束力。
basis-why-organised-crime = 有组织集团为获利实施的严重跨国犯罪；公约对两国均有约束力。
basis-why-electronic-evidence = 所请求的是电子形式的证据；公约对两国均有约束力。
basis-why-domestic-law = 该依据未规定程序：适用被请求国法律。
basis-why-reciprocity-accepted = 没有适用的条约；被请求国接受书面互惠承诺。
basis-why-case-by-case = 没有适用的条约；被请求国逐案决定。
basis-why-no-treaty = 没有适用的条约，互惠情况不明。
basis-why-council-duty = 安全理事会决定各国应相互给予最大程度的协助。
basis-why-council-call = 安全理事会促请各国以适用的文书为依据，无文书时以互惠为依据。

basis-role-basis = 依据
basis-role-procedure = 程序
basis-role-reciprocity = 互惠
basis-role-courtesy = 礼让
basis-role-supporting = 佐证

basis-gives-duty = 协助义务
basis-gives-procedure = 程序规则
basis-gives-no-bank-secrecy = 不得以银行保密为由拒绝
basis-gives-no-fiscal = 不得以财税性质为由拒绝
basis-gives-no-political = 不得以政治犯罪为由拒绝
basis-gives-persecution-clause = 请求旨在迫害的，无协助义务
basis-gives-transfer-detained = 移送在押人员

basis-lacks-procedure = 未规定程序
basis-lacks-participation-date = 两国的加入日期不全
basis-lacks-fresh-data = 参加情况的数据陈旧
basis-lacks-checked-article = 条款未与文本核对
basis-lacks-undertaking = 须附上承诺
basis-lacks-case-letter = 须附上函件
basis-lacks-organised-crime-facts = 请说明是否涉及有组织集团、跨国因素和获利

basis-letter-treaty = 本请求依据两国均为缔约国的下列文书第 { $article } 条提出：{ $title }。
basis-letter-treaty-general = 本请求依据两国均为缔约国的下列文书提出：{ $title }。
basis-letter-procedure-law = 本请求可依照被请求国法律执行。
basis-letter-reciprocity = 因无适用的条约，本请求基于互惠提出，承诺附后。
basis-letter-courtesy = 因无适用的条约，本请求基于国际礼让提出。
basis-letter-supporting = 参见安全理事会第 { $instrument } 号决议第 { $article } 段。

level-block = 阻止发送
level-warn = 须说明理由
level-hint = 提示

verdict-sendable = 可以发送
verdict-sendable-with-reasons = 对每项警告说明理由后可以发送
verdict-blocked = 目前不能发送
