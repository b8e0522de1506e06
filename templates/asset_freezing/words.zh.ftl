# 模板“asset_freezing”的用语：章节、字段及其说明、代码。

asset_freezing-template = 资产冻结请求（第 1373 号决议）

## Sections
asset_freezing-section-designation = 本国措施
    .help = 请求国自身对该人或实体作出的决定。
asset_freezing-section-case = 案情陈述
    .help = 冻结的合理理由。仅有称谓，即便属实，也不构成案情。
asset_freezing-section-dated_facts = 事实
    .help = 何时做了何事，每条一项事实，并附佐证来源。
    .one = 事实 { $index }
    .add = 添加事实
    .remove = 删除事实 { $index }
asset_freezing-section-confidential_case = 案情的保密部分
    .help = 与请求分开：在向他人出示前可以抽出。
asset_freezing-section-assets = 已知资产
    .help = 已知的部分；冻结亦及于其他资金和经济资源。
    .one = 资产 { $index }
    .add = 添加资产
    .remove = 删除资产 { $index }
asset_freezing-section-asked = 请求事项
    .help = 请求被请求国所为，以及后续安排。
asset_freezing-section-remedies = 救济与联系
    .help = 当事人可向何处提出：异议、除名或生活所需。

## Measure at home
asset_freezing-designation-kind = 措施种类
    .help = 指认、刑事案件或两者兼有。请求在先的，填“尚无”。
asset_freezing-designation-act = 决定
    .help = 指认决定的编号和名称。
asset_freezing-designation-designated_on = 指认日期
    .help = 何时作出决定。
asset_freezing-designation-authority = 指认机关
    .help = 由何机关决定。

## Statement of case
asset_freezing-case-criteria = 第 1(c) 段的标准
    .help = 该人或实体符合决议的哪些标准。
asset_freezing-case-grounds = 合理理由
    .help = 由下列事实得出的结论，以及为何符合标准。
asset_freezing-case-releasable = 可公开版本
    .help = 可告知当事人、银行和公众的内容。缺少此项，措施难以在法庭上维持。
asset_freezing-case-confidential = 保密部分
    .help = 仅供决定机关及其法院使用。
asset_freezing-case-un_list = 联合国名单
    .help = 该人或实体是否列于安全理事会名单。
asset_freezing-case-proportionality = 相称性
    .help = 为使合法人道工作得以继续而采取的安排。

## Facts
asset_freezing-dated_facts-happened_on = 日期
    .help = 仅有月份或年份亦可。
asset_freezing-dated_facts-what = 经过
    .help = 何人以何款项做了何事，目的为何。
asset_freezing-dated_facts-source = 来源
    .help = 判决、记录、公开来源或为其负责的部门。

## Known assets
asset_freezing-assets-kind = 资产种类
    .help = 账户、不动产、车辆、钱包或其他经济资源。
asset_freezing-assets-holder = 持有人
    .help = 登记于何人名下。
asset_freezing-assets-identifier = 标识
    .help = 账号和银行、登记项目或钱包地址。
asset_freezing-assets-place = 地点
    .help = 位于何处。
asset_freezing-assets-amount = 金额
    .help = 最近所知数额。
asset_freezing-assets-currency = 货币
    .help = 三位字母代码（ISO 4217）或加密资产名称。
asset_freezing-assets-link = 与该人或实体的联系
    .help = 所有、控制或代为持有，以及如何得知。

## What is asked
asset_freezing-asked-actions = 行动
    .help = 冻结、指认、追查或为请求保密。
asset_freezing-asked-no_prior_notice = 不事先通知
    .help = 冻结前是否不得让有关人员知悉。
asset_freezing-asked-follow_up = 预期后续
    .help = 希望的答复：冻结的日期和时刻、金额；其后为复审、扣押或没收。

## Remedies and contacts
asset_freezing-remedies-remedy = 法律救济
    .help = 可以何种方式、向何机关、在何期限内对本国措施提出异议。
asset_freezing-remedies-delisting_contact = 除名联系处
    .help = 该人或实体申请除名之处。
asset_freezing-remedies-exemption_contact = 豁免联系处
    .help = 办理基本开支和人道豁免之处。

## Codes
asset_freezing-code-designations-designation = 指认
asset_freezing-code-designations-criminal_case = 刑事案件
asset_freezing-code-designations-both = 指认和刑事案件
asset_freezing-code-designations-none = 尚无
asset_freezing-code-criteria-commits = 实施恐怖主义行为
asset_freezing-code-criteria-attempts = 企图实施恐怖主义行为
asset_freezing-code-criteria-participates = 参与实施恐怖主义行为
asset_freezing-code-criteria-facilitates = 协助实施恐怖主义行为
asset_freezing-code-criteria-owned_or_controlled = 由实施此种行为的人所有或控制的实体
asset_freezing-code-criteria-acting_on_behalf = 代表实施此种行为的人或按其指示行事
asset_freezing-code-un_lists-not_listed = 未列入
asset_freezing-code-un_lists-proposed = 已提议列入
asset_freezing-code-un_lists-listed = 已列入
asset_freezing-code-un_lists-removed = 已除名
asset_freezing-code-assets-bank_account = 银行账户
asset_freezing-code-assets-real_property = 不动产
asset_freezing-code-assets-vehicle = 车辆
asset_freezing-code-assets-vessel = 船舶或航空器
asset_freezing-code-assets-crypto_wallet = 加密资产钱包
asset_freezing-code-assets-shares = 股份或证券
asset_freezing-code-assets-cash = 现金
asset_freezing-code-assets-other = 其他经济资源
asset_freezing-code-actions-freeze = 立即冻结
asset_freezing-code-actions-designate = 指认
asset_freezing-code-actions-trace = 追查其他资产
asset_freezing-code-actions-keep_secret = 冻结前保密
