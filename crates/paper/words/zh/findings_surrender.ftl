# 规则在引渡请求或临时逮捕请求中发现的问题：一句话说明原因，一项行动说明如何处理。
# 键和值与 findings.ftl 相同。

finding-ext-01 = { $missing ->
    [person] 请求未列明任何被告人、被判刑人或嫌疑人。
    [name] 被请求引渡人没有可供查找的姓名。
    [birth] 未注明被请求引渡人的出生年份。
   *[mark] 无从将被请求引渡人与同名同龄者区分。
}
    .action = { $missing ->
    [person] 请首先填写被请求引渡人，身份为“被告人”或“被判刑人”。
    [name] 请填写姓氏；只有一个名字的填在此处。
    [birth] 请填写出生日期或仅填年份。
   *[mark] 请添加照片、指纹、身份证件号码或一句话的描述。
}
finding-ext-02 = { $missing ->
    [copy] 请求未附逮捕令或判决书副本。
    [in_force] 请求未说明逮捕令或判决是否有效。
   *[other] 引渡以逮捕令或可执行的判决为依据，此项内容缺失。
}
    .action = { $missing ->
    [copy] 请附上经证明的逮捕令或判决书副本。
    [in_force] 请确认今日可以执行，或重新签发。
   *[other] 请从逮捕令或判决书抄录。
}
finding-ext-03 = { $missing ->
    [offence] 请求未列明任何罪行。
   *[penalty] 没有一项罪行显示可判{ $months }个月或以上刑罚，而被请求国有此要求。
}
    .action = { $missing ->
    [offence] 请填写每项罪行及其刑罚。
   *[penalty] 请填写最高刑；一项罪行达到门槛即可附带较轻罪行。
}
finding-ext-04 = 被请求国要求至少尚有{ $months }个月刑期未服。
    .action = 请填写剩余刑期，或请求在被请求国执行刑罚。
finding-ext-05 = { $problem ->
    [passed] 追诉时效已于{ $date }届满。
   *[near] 追诉时效将于{ $date }届满，不足十二个月。
}
    .action = { $problem ->
    [passed] 请撤去该项罪行，或填写计入中断后的日期。
   *[near] 请说明何事中断时效，并请求从速办理。
}
finding-ext-06 = 缺少规定该罪行及其刑罚的法律条文。
    .action = 请抄录全文，或附上经证明的副本。
finding-ext-07 = { $to }的法律要求有初步证据，而所列证据中没有可依赖者。
    .action = 请列出宣誓书、物证或报告，说明各证明何事以及陈述如何取得。
finding-ext-08 = { $problem ->
    [refused] 该人为{ $to }国民，该国不引渡本国国民。
    [return] 该人为{ $to }国民，该国仅在国民将被送回服刑时引渡。
    [open] 该人为{ $to }国民，不知该国是否引渡本国国民。
   *[prosecute] 如{ $to }不引渡其国民，{ $instrument }第{ $article }条要求其将案件交本国检察机关。
}
    .action = { $problem ->
    [refused] 请提议移交诉讼，或说明仍提出请求的理由。
    [return] 请添加将该人送回服刑的保证。
    [open] 请询问其中央机关，或提议送回服刑或移交诉讼。
   *[prosecute] 无须采取行动；请备妥案卷供其检察机关使用。
}
finding-ext-09 = 判决系缺席作出，{ $to }仅在保证重审时引渡。
    .action = 请添加重审保证：由谁作出、日期和文本。
finding-ext-10 = { $to }仅依条约引渡，而可适用的条约中没有可作此用者。
    .action = 请请求移交诉讼或在当地起诉，或就本案商定条约。
finding-ext-11 = 其他国家也请求同一人：{ $states }。
    .action = 请按严重程度、地点、日期和国籍说明各请求的次序，并与这些国家磋商。
finding-ext-12 = 在{ $to }看来，条约和承诺均未保护该人不因其他罪行受审。
    .action = 请作出特定性承诺并填写文本。
finding-ext-13 = 该人犯罪时不满十八岁：不得判处死刑或不可释放的终身监禁。
    .action = 请添加排除两者的保证，或指明排除两者的法律条文。
finding-pa-01 = { $missing ->
    [in_force] 请求未说明逮捕令或判决是否有效。
   *[other] 须说明存在逮捕令或判决及其日期和编号，否则不予逮捕。
}
    .action = { $missing ->
    [in_force] 请确认今日可以执行。
   *[other] 请从逮捕令或判决书抄录日期和编号。
}
finding-pa-02 = 请求未说明将请求引渡。
    .action = 请声明将请求引渡以及在几日之内。
finding-pa-03 = { $missing ->
    [time] 请求未说明罪行发生的时间。
    [place] 请求未说明罪行发生的地点。
   *[offence] 请求未说明因何罪行缉拿该人。
}
    .action = { $missing ->
    [time] 请填写日期或起始日期。
    [place] 请填写地点。
   *[offence] 请填写罪行名称和类别。
}
finding-pa-04 = 临时逮捕仅用于紧急情况，而请求未说明本案为何不能等待。
    .action = 请选择紧急程度和理由，并用一句话说明。
finding-pa-05 = { $missing ->
    [person] 请求未列明任何被告人、被判刑人或嫌疑人。
    [name] 拟逮捕的人没有姓名。
   *[description] 请求既未说明该人的外貌，也未说明其所在地。
}
    .action = { $missing ->
    [person] 请首先填写该人，身份为“被告人”或“被判刑人”。
    [name] 请填写姓名。
   *[description] 请添加描述、照片或指纹，或其所在地。
}
finding-pa-06 = 请求未说明经由何种途径提出；亦可使用国际刑警组织渠道。
    .action = 请选择途径；如有通报请注明。
finding-saf-01 = { $problem ->
    [not_binding] 该罪行在{ $from }可判死刑而在{ $to }则不可，作出保证者合起来仍不能约束检察官、法院和赦免机关。
   *[missing] 该罪行在{ $from }可判死刑而在{ $to }则不可，且无保证排除死刑。
}
    .action = { $problem ->
    [not_binding] 请由能约束三者的机关作出保证，或与其联合作出。
   *[missing] 请添加能约束检察官、法院和赦免机关者作出的保证；否则不予移交。
}
finding-saf-02 = 可能判处终身监禁，而{ $to }不为永不复核的刑罚引渡任何人。
    .action = 请添加复核终身监禁的保证，并说明在多少年之后。
finding-saf-04 = 以酷刑或虐待取得者绝不发送或使用，但用以追究施行者除外。
    .action = 请撤去该项证据及由此得出的一切。
finding-saf-10 = 公正审判说明不完整。
    .action = 请回答此项；被请求国须就此向本国法院负责。
