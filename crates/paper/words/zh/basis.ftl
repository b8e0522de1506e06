# 法律依据：列表中的其他内容。

basis-why-council-freeze = 安全理事会决定所有国家应毫不迟延地冻结此类资产。
basis-why-included-in-treaties = 该罪视为已列入两国间的引渡条约；公约本身不作为依据。
basis-why-not-needed = 无须法律依据；该文书述及此种合作。

basis-gives-arrest = 引渡决定作出前的逮捕
basis-gives-electronic-original = 电子请求具有原件效力

basis-lacks-extradition-law = 不知被请求国是否以订有条约为引渡条件
basis-lacks-basis-declaration = 不知其是否以多边公约作为该条约

basis-help-mla = 司法协助
basis-help-extradition = 引渡
basis-help-transfer-of-proceedings = 刑事诉讼移交
basis-help-electronic-evidence = 电子证据
basis-help-joint-investigation = 联合侦查组
basis-help-freezing = 冻结资产
basis-help-spontaneous-information = 自发提供信息
basis-help-police = 警务合作
basis-help-notice = 通报

basis-binding-both = 对两国均有约束力
basis-binding-undated = 两国均已加入；自何时起未注明
basis-binding-entry-unknown = 已加入；何日起具有约束力不明
basis-binding-succession = 继承国；自何时起受约束未注明
basis-binding-no-list = 此处没有其缔约方名单
basis-binding-signed-then = 名单作成时仅签署
basis-binding-absent-then = 名单作成时不在其中；此后可能已加入
basis-binding-not-yet = 在两国之间尚未生效
basis-binding-reserved = 一项保留排除此种协助
basis-binding-denounced = 两国之一已退出
basis-binding-only-signed = 已签署但未同意受约束
basis-binding-not-joined = 并非两国均已加入
basis-binding-no-treaty = 不具约束力的方案

atlas-title = 条约图集
atlas-lead = 某日哪些文书约束两国，哪些不约束，哪些不明。
atlas-one = 一国
atlas-other = 另一国
atlas-kind = 协助种类
atlas-on = 日期
atlas-on-hint = 年、月、日，如 2026-03-01
atlas-same = 请选择两个不同的国家。
atlas-bad-day = 这不是日期。请写年、月、日，如 2026-03-01。
atlas-binding = 有约束力
atlas-unknown = 不明
atlas-not-binding = 无约束力
atlas-none = 无。
atlas-instrument = 文书
atlas-article = 条款
atlas-gives = 提供
atlas-since = 在两国间生效日
atlas-as-of = 数据截至
atlas-why = 原因
atlas-ask = 向谁询问
atlas-ask-depositary = 保存机关：{ $name }
atlas-ask-states = 以下国家的中央机关：{ $states }
atlas-old = 已超过180天
atlas-whole = 整个文书
atlas-gaps-title = 我国的空白
atlas-gaps-lead = 我国对十九项反恐普遍文书的参加情况，以及与哪些国家有条约。
atlas-gaps-nineteen = 十九项文书
atlas-standing = 状况
atlas-reach = 条约使我国与谁相联
atlas-reach-lead = 按协助种类统计的国家数。
atlas-reach-binding = 有条约约束
atlas-reach-unknown = 不明
atlas-reach-none = 无条约
atlas-would = 加入会带来的改变
atlas-would-lead = 您可阅读的、目前没有条约支持的待决请求。
atlas-would-none = 其中没有一项会因此获得依据。
atlas-would-line = { $n ->
   *[other] 我国若加入 { $instrument }，将有 { $n } 项待决请求获得依据：
}
atlas-to-gaps = 我国的空白
atlas-alone-not-joined = 未加入
atlas-alone-not-yet = 尚未生效
atlas-alone-denounced = 已退出
atlas-back = 比较两国

basis-letter-council = 本请求依据安全理事会第 { $title } 号决议第 { $article } 段提出。
basis-letter-procedure = 本请求应依照下列文书第 { $article } 条执行：{ $title }。
basis-letter-procedure-general = 本请求应依照下列文书执行：{ $title }。
basis-letter-supporting-article = 参见下列文书第 { $article } 条：{ $title }。
basis-letter-supporting-general = 参见下列文书：{ $title }。
