# 模板“spontaneous_information”的用语：章节、字段及其说明、代码。

spontaneous_information-template = 主动提供的信息

## Sections
spontaneous_information-section-information = 信息
    .help = 可立即阅读的摘要，以及接受条件后方可打开的内容。
spontaneous_information-section-conditions = 条件
    .help = 接收国可以如何使用该信息。即使没有条件也须写明。
spontaneous_information-section-movements = 行踪
    .help = 已发生或预计的旅行：何时、以何种方式、从何处到何处、使用何名。
    .one = 行踪 { $index }
    .add = 添加行踪
    .remove = 删除行踪 { $index }
spontaneous_information-section-reply = 答复
    .help = 是否希望得知后续情况。

## The information
spontaneous_information-information-summary = 摘要
    .help = 接受条件之前即可看到：不写姓名，不写来源。
spontaneous_information-information-content = 内容
    .help = 所知何事、涉及何人、始于何时。接受条件后打开。
spontaneous_information-information-reason = 提供的理由
    .help = 有助于对方国家启动或采取何种行动。
spontaneous_information-information-reliability = 来源的可靠程度
    .help = 从A（完全可靠）到F（无法判断）。
spontaneous_information-information-accuracy = 信息的准确程度
    .help = 从1（已证实）到6（无法判断）。
spontaneous_information-information-own_proceeding_safe = 不妨碍本国程序
    .help = 本国的调查是否允许提供该信息。
spontaneous_information-information-obtained_how = 如何获得
    .help = 羁押期间所作的陈述，须说明当时有何保障。

## Conditions
spontaneous_information-conditions-use = 用途
    .help = 没有条件的，选择“无条件”。
spontaneous_information-conditions-onward_transfer = 转交
    .help = 可否交给其他机关或其他国家。
spontaneous_information-conditions-text = 条件的文字说明
    .help = 代码未尽之处：不得提及何人，应向谁征求同意。
spontaneous_information-conditions-review_on = 复查日期
    .help = 重新审查的日期；最迟在五年之内。
spontaneous_information-conditions-expires_on = 失效日期
    .help = 此日之后不得再使用。
spontaneous_information-conditions-certificate = 用作证据的证明书
    .help = 法院会问记录由谁制作、如何保管。

## Persons
spontaneous_information-persons-biometrics_taken_on = 生物特征采集日期
    .help = 拍摄图像或采集指纹的日期。
spontaneous_information-persons-biometrics_quality = 生物特征的质量
    .help = 尺寸、分辨率、角度：比对所需了解的情况。

## Movements
spontaneous_information-movements-on = 日期
    .help = 已过或预计。
spontaneous_information-movements-means = 方式
    .help = 该人如何旅行。
spontaneous_information-movements-from_place = 从
    .help = 出发地。
spontaneous_information-movements-to_place = 到
    .help = 到达地。
spontaneous_information-movements-name_used = 使用的姓名
    .help = 票证或证件上的姓名。
spontaneous_information-movements-document = 使用的证件
    .help = 种类、号码和签发机关。

## Reply
spontaneous_information-reply-wished = 希望答复
    .help = 是否希望得到答复。对方没有答复的义务。
spontaneous_information-reply-question = 希望得知的事项
    .help = 一两个问题。
spontaneous_information-reply-receipt = 希望收到回执
    .help = 回执表明条件已被接受，由双方签署。

## Codes
spontaneous_information-code-reliability-A = A：完全可靠
spontaneous_information-code-reliability-B = B：通常可靠
spontaneous_information-code-reliability-C = C：比较可靠
spontaneous_information-code-reliability-D = D：通常不可靠
spontaneous_information-code-reliability-E = E：不可靠
spontaneous_information-code-reliability-F = F：无法判断
spontaneous_information-code-accuracy-1 = 1：经其他来源证实
spontaneous_information-code-accuracy-2 = 2：很可能属实
spontaneous_information-code-accuracy-3 = 3：可能属实
spontaneous_information-code-accuracy-4 = 4：可疑
spontaneous_information-code-accuracy-5 = 5：不大可能
spontaneous_information-code-accuracy-6 = 6：无法判断
spontaneous_information-code-uses-intelligence_only = 仅作情报
spontaneous_information-code-uses-lead_only = 作为自行调查的线索
spontaneous_information-code-uses-evidence_with_consent = 经同意后用作证据
spontaneous_information-code-uses-evidence = 用作证据
spontaneous_information-code-uses-none = 无条件
spontaneous_information-code-certificates-attached = 已附
spontaneous_information-code-certificates-on_request = 可应要求提供
spontaneous_information-code-certificates-none = 无
spontaneous_information-code-means-air = 航空
spontaneous_information-code-means-sea = 海路
spontaneous_information-code-means-rail = 铁路
spontaneous_information-code-means-road = 公路
spontaneous_information-code-means-foot = 步行
spontaneous_information-code-means-other = 其他
