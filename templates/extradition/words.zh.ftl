# 模板“extradition”的用语：章节、栏目及其说明、代码。

extradition-template = 引渡请求书

## Sections
extradition-section-evidence = 证据
    .help = 仅在被请求国要求初步证据时填写：宣誓书、物证及各自所证明的事项。
    .one = 证据{ $index }
    .add = 添加证据
    .remove = 删除证据{ $index }
extradition-section-assurances = 保证
    .help = 对该人作何承诺、由谁承诺、能约束谁：检察官、法院、赦免机关。多数可在磋商后提供；但移交不得先于保证。
    .one = 保证{ $index }
    .add = 添加保证
    .remove = 删除保证{ $index }
extradition-section-fair_trial = 公正审判说明
    .help = 该人将面临或已经历的审判。被请求国须就此向本国法院负责。
extradition-section-speciality = 特定性规则
    .help = 仅就本请求所列罪行审判，不涉及此前其他行为。
extradition-section-competing = 其他国家的请求
    .help = 已知还有哪些国家请求同一人；据此确定移交顺序。
    .one = 请求{ $index }
    .add = 添加请求
    .remove = 删除请求{ $index }
extradition-section-property = 财物
    .help = 可作证据或源于犯罪、随人移交的物品。
extradition-section-surrender = 移交
    .help = 准予引渡后在何处、如何移交。

## Offences
extradition-offences-limitation_there_on = 被请求国时效届满日
    .help = 按被请求国法律，以所知为限。
extradition-offences-deemed_in = 视为发生于
    .help = 公约视该罪行亦发生于其境内的其他国家。

## Evidence
extradition-evidence-kind = 种类
    .help = 属何种证据。
extradition-evidence-title = 名称
    .help = 连同日期和作者。
extradition-evidence-shows = 证明何事
    .help = 用一句话说明证明犯罪的哪一要素。
extradition-evidence-obtained = 如何取得
    .help = 羁押中无保障取得的陈述不得作为逮捕依据；酷刑所得绝不发送。

## Assurances
extradition-assurances-kind = 承诺事项
    .help = 每项承诺一条。
extradition-assurances-givers = 作出机关（类别）
    .help = 联合保证可选多个。仅由外交部作出者不能约束检察官和法院。
extradition-assurances-given_by = 签署人
    .help = 照署名填写：职务和姓名。
extradition-assurances-binds = 约束对象
    .help = 不得违反该保证者。涉死刑须三者俱全：检察官、法院、赦免机关。
extradition-assurances-given_on = 作出日期
    .help = 签署之日。
extradition-assurances-text = 文本
    .help = 全文：不求处、不判处、不执行什么，或将做什么。
extradition-assurances-expires = 失效日期
    .help = 终身有效者填“不适用”。
extradition-assurances-monitoring = 下次核查履行情况日期
    .help = 由专人核查之日。

## Fair-trial sheet
extradition-fair_trial-court = 法院
    .help = 审理或已审理本案的法院及其组成。
extradition-fair_trial-ordinary_court = 普通法院
    .help = 特别法庭、军事法庭或特设法庭填“否”。
extradition-fair_trial-public = 公开审理
    .help = 审判是否公开。
extradition-fair_trial-counsel = 自选律师
    .help = 或免费指派律师。
extradition-fair_trial-interpreter = 口译
    .help = 当该人不懂法庭语言时。
extradition-fair_trial-appeal = 上诉
    .help = 上级法院可否复审定罪和量刑。
extradition-fair_trial-tainted_excluded = 排除酷刑所得陈述
    .help = 法院是否必须排除。
extradition-fair_trial-detention = 羁押场所和条件
    .help = 哪所监狱、何种管理、由谁检查。

## Speciality
extradition-speciality-undertaking = 已承诺
    .help = 条约未规定时必须作出。
extradition-speciality-text = 文本
    .help = 未经同意不因何种行为受审、判刑或羁押。
extradition-speciality-other_offences = 已知的其他罪行
    .help = 请现在列明：同意只征求一次。

## Requests of other States
extradition-competing-state = 国家
    .help = 同样提出请求的国家。
extradition-competing-made_on = 提出日期
    .help = 其请求之日。
extradition-competing-offence = 罪行
    .help = 所涉罪行及最高刑。
extradition-competing-note = 有关移交顺序
    .help = 严重程度、地点、日期、国籍、可否再引渡。

## Property
extradition-property-wanted = 要求移交财物
    .help = 是否随人请求移交物品。
extradition-property-items = 何种物品
    .help = 何物、可能在何处、他人有无权利。

## Surrender
extradition-surrender-place = 地点
    .help = 机场或边境口岸。
extradition-surrender-from_on = 最早日期
    .help = 押解人员最早可到之日。
extradition-surrender-escort = 押解
    .help = 何人、几人、如何前来。
extradition-surrender-transit = 过境国
    .help = 须同意过境的国家。
extradition-surrender-medical = 医疗需要
    .help = 押解人员须知悉或携带者。

## Codes
extradition-code-evidence_kinds-affidavit = 宣誓书
extradition-code-evidence_kinds-statement = 陈述
extradition-code-evidence_kinds-expert_report = 鉴定意见
extradition-code-evidence_kinds-document = 书证
extradition-code-evidence_kinds-recording = 言语录音
extradition-code-evidence_kinds-exhibit = 物证
extradition-code-obtained-at_liberty = 自愿，人身自由状态下
extradition-code-obtained-custody_with_safeguards = 羁押中，有律师或法官在场并告知权利
extradition-code-obtained-alleged = 据称有虐待
extradition-code-obtained-tainted = 以酷刑或虐待取得
extradition-code-assurance_kinds-death_not_sought = 不求处死刑
extradition-code-assurance_kinds-death_not_imposed = 不判处死刑
extradition-code-assurance_kinds-death_not_carried_out = 不执行死刑
extradition-code-assurance_kinds-life_review = 复核终身监禁
extradition-code-assurance_kinds-in_absentia_retrial = 缺席判决后重审
extradition-code-assurance_kinds-fair_trial_forum = 普通法院公正审判
extradition-code-assurance_kinds-treatment = 待遇和羁押场所
extradition-code-assurance_kinds-return_of_national = 送回服刑
extradition-code-assurance_kinds-speciality = 特定性规则
extradition-code-assurance_kinds-no_re_extradition = 不再引渡至第三国
extradition-code-assurance_kinds-monitoring_visits = 监督探视
extradition-code-givers-head_of_state = 国家元首
extradition-code-givers-government = 政府
extradition-code-givers-ministry_of_justice = 司法部
extradition-code-givers-foreign_ministry = 外交部
extradition-code-givers-embassy = 使馆
extradition-code-givers-prosecutor_general = 总检察长
extradition-code-givers-court = 法院
extradition-code-givers-pardon_authority = 赦免机关
extradition-code-givers-prison_authority = 监狱机关
extradition-code-givers-police = 警察
extradition-code-givers-other = 其他，见文本
extradition-code-powers-prosecutor = 检察官
extradition-code-powers-court = 法院
extradition-code-powers-pardon = 赦免权
extradition-code-powers-prison = 监狱机关
