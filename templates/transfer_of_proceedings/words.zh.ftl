# 模板“transfer_of_proceedings”的用语：章节、字段及其说明、代码。

transfer_of_proceedings-template = 刑事诉讼移交请求

## Sections
transfer_of_proceedings-section-reasons = 移交理由
    .help = 案件为何更宜在被请求国审理。每项标准以一句话说明。
    .one = 理由 { $index }
    .add = 添加理由
    .remove = 删除理由 { $index }
transfer_of_proceedings-section-jurisdiction = 被请求国的管辖权
    .help = 被请求国无管辖权的，必须拒绝移交。
transfer_of_proceedings-section-limitation = 追诉时效
    .help = 两国的时效；在被请求国已过时效的，不得接管。
transfer_of_proceedings-section-ne_bis_in_idem = 一事不再理
    .help = 任何人不因同一行为受两次审判。
transfer_of_proceedings-section-views = 嫌疑人和被害人的意见
    .help = 他们对移交的意见。未征询者，说明原因。
transfer_of_proceedings-section-measures_in_force = 现行措施
    .help = 对人或物已下令采取的措施及其期限。羁押情况列于有关人员之下。
    .one = 措施 { $index }
    .add = 添加措施
    .remove = 删除措施 { $index }
transfer_of_proceedings-section-inventory = 案卷清单
    .help = 移交的一切材料，以免遗失或增添。
    .one = 材料 { $index }
    .add = 添加材料
    .remove = 删除材料 { $index }
transfer_of_proceedings-section-own_proceedings = 本国程序与结果
    .help = 本国案件如何处理，以及希望获知何事。

## Persons
transfer_of_proceedings-persons-custody_until_on = 羁押届满日
    .help = 现行羁押令的最后一日；不延长的，届时释放。

## Reasons
transfer_of_proceedings-reasons-criterion = 标准
    .help = 为何宜在被请求国审理。
transfer_of_proceedings-reasons-text = 说明
    .help = 支持该标准的事实：何人居于何处，何种证据在何处。

## Jurisdiction
transfer_of_proceedings-jurisdiction-ground = 管辖依据
    .help = 被请求国法院可据以行使管辖权的依据。
transfer_of_proceedings-jurisdiction-text = 条款
    .help = 赋予管辖权的法律或条约条款（如已知）。

## Limitation
transfer_of_proceedings-limitation-requested_on = 被请求国时效届满日
    .help = 依被请求国法律；罪行无时效的，填“不适用”。
transfer_of_proceedings-limitation-requesting_on = 请求国时效届满日
    .help = 依本国法律，已计入中断。
transfer_of_proceedings-limitation-interruptions = 中断
    .help = 中断或中止时效的行为及其日期。

## Ne bis in idem
transfer_of_proceedings-ne_bis_in_idem-declared = 无终局判决
    .help = 填“是”即声明：本国以及据所知其他国家，均未就这些行为作出终局判决。
transfer_of_proceedings-ne_bis_in_idem-text = 声明
    .help = 已核查的事项：本国记录、其他国家、他处未决程序。

## Views
transfer_of_proceedings-suspect_view-heard = 已听取嫌疑人意见
    .help = 嫌疑人能否就移交表示意见。
transfer_of_proceedings-suspect_view-text = 嫌疑人的意见
    .help = 内容、时间和方式；或未征询的原因。
transfer_of_proceedings-suspect_view-counsel = 辩护人的意见
    .help = 如有辩护人。
transfer_of_proceedings-victims_view-heard = 已听取被害人意见
    .help = 仅在无被害人时填“不适用”。
transfer_of_proceedings-victims_view-text = 被害人的意见
    .help = 内容，或未征询的原因。
transfer_of_proceedings-victims_view-languages = 被害人的语言
    .help = 两位字母代码；将以这些语言致函。
transfer_of_proceedings-victims_view-rights_notice = 已告知权利
    .help = 被害人是否知悉其在被请求国程序中的权利。

## Measures in force
transfer_of_proceedings-measures_in_force-kind = 措施种类
    .help = 所下令的措施。
transfer_of_proceedings-measures_in_force-object = 人或物
    .help = 对何人或何物。
transfer_of_proceedings-measures_in_force-ordered_by = 下令机关
    .help = 机关及其决定的编号。
transfer_of_proceedings-measures_in_force-since_on = 起始日
    .help = 决定之日。
transfer_of_proceedings-measures_in_force-until_on = 截止日
    .help = 措施失效之日；无期限的，填“不适用”。

## Inventory
transfer_of_proceedings-inventory-title = 材料
    .help = 内容、日期及案卷编号。
transfer_of_proceedings-inventory-kind = 种类
    .help = 笔录、陈述、报告、物证或录音录像。
transfer_of_proceedings-inventory-form = 形式
    .help = 电子、纸质或实物。
transfer_of_proceedings-inventory-pages = 页数
    .help = 页数。
transfer_of_proceedings-inventory-original = 原件
    .help = 移交原件还是副本。
transfer_of_proceedings-inventory-place = 存放处
    .help = 移交前原件存放于何处。
transfer_of_proceedings-inventory-sha256 = SHA-256
    .help = 电子文件的摘要：表明内容未被更改。

## Own proceedings and result
transfer_of_proceedings-own_proceedings-effect = 本国程序
    .help = 移交获接受时中止或终结。
transfer_of_proceedings-own_proceedings-when = 自何时起
    .help = 中止或终结的事由或日期。
transfer_of_proceedings-own_proceedings-revival = 对方撤案后恢复
    .help = 被请求国未作决定即结案的，本国可否再行追诉。
transfer_of_proceedings-result-wanted = 告知结果
    .help = 是否请求告知案件结局。
transfer_of_proceedings-result-wishes = 希望获得
    .help = 例如裁判的核证副本。

## Codes
transfer_of_proceedings-code-criteria-territory = 行为发生在该国
transfer_of_proceedings-code-criteria-effects = 结果或损害发生在该国
transfer_of_proceedings-code-criteria-nationality = 嫌疑人的国籍
transfer_of_proceedings-code-criteria-residence = 嫌疑人的居所
transfer_of_proceedings-code-criteria-presence = 嫌疑人身在该国
transfer_of_proceedings-code-criteria-surrender_refused = 移交或引渡被拒绝
transfer_of_proceedings-code-criteria-custody_elsewhere = 在该国服刑或候审
transfer_of_proceedings-code-criteria-parallel_proceedings = 该国已就同一或相关行为开展程序
transfer_of_proceedings-code-criteria-evidence = 多数证据在该国
transfer_of_proceedings-code-criteria-witnesses = 多数证人在该国
transfer_of_proceedings-code-criteria-victims = 多数被害人在该国
transfer_of_proceedings-code-criteria-enforcement = 刑罚可在该国执行
transfer_of_proceedings-code-criteria-rehabilitation = 在该国更利于改造
transfer_of_proceedings-code-forums-territory = 领土
transfer_of_proceedings-code-forums-flag = 船旗或登记
transfer_of_proceedings-code-forums-active_nationality = 行为人国籍
transfer_of_proceedings-code-forums-passive_nationality = 被害人国籍
transfer_of_proceedings-code-forums-residence = 行为人居所
transfer_of_proceedings-code-forums-presence = 行为人在境内且不予引渡
transfer_of_proceedings-code-forums-effect = 对国家的影响
transfer_of_proceedings-code-forums-universal = 普遍管辖
transfer_of_proceedings-code-forums-conferred_by_treaty = 由诉讼移交条约赋予
transfer_of_proceedings-code-inventory_kinds-record = 程序笔录
transfer_of_proceedings-code-inventory_kinds-statement = 陈述
transfer_of_proceedings-code-inventory_kinds-report = 报告或意见
transfer_of_proceedings-code-inventory_kinds-exhibit = 物证
transfer_of_proceedings-code-inventory_kinds-recording = 录音录像
transfer_of_proceedings-code-inventory_kinds-data_carrier = 数据载体
transfer_of_proceedings-code-inventory_kinds-other = 其他
transfer_of_proceedings-code-inventory_forms-electronic = 电子
transfer_of_proceedings-code-inventory_forms-paper = 纸质
transfer_of_proceedings-code-inventory_forms-object = 实物
transfer_of_proceedings-code-measures_in_force-bail = 保释或担保
transfer_of_proceedings-code-measures_in_force-travel_ban = 限制出境
transfer_of_proceedings-code-measures_in_force-reporting = 报到义务
transfer_of_proceedings-code-measures_in_force-seizure = 扣押
transfer_of_proceedings-code-measures_in_force-freezing = 资产冻结
transfer_of_proceedings-code-measures_in_force-other = 其他措施
transfer_of_proceedings-code-own_effects-stay = 中止
transfer_of_proceedings-code-own_effects-end = 终结
