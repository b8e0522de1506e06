# Words of the desk: the officer's day, the search, statistics, requests that name one person, tasks of domestic authorities.

## Rooms
ui-nav-search = 检索
ui-nav-statistics = 统计

## The officer's day
case-list-all = 请求
case-day-as-of = 截至 { $time }。本页每 30 秒更新一次。
case-count-mine = 由我经办
case-handed = 交接班
case-handed-since = 自
case-handed-arrived = 收到
case-handed-ran-out = 已到期
case-handed-promised = 承诺今日答复
case-show-all = 全部显示（{ $n }）
case-lane-quiet = 此处没有未结事项。
case-news-new = 新
case-news-changed = 有变动
case-filter-due = 期限
case-filter-mine = 经办人

## Search
case-search = 它在哪里，由谁经办？
case-search-box = 编号、文号、姓名、国家或词语
case-search-hint = 须包含所有词语。检索范围为您有权查看的全部内容，包括已结案件。
case-search-do = 检索
case-search-found = 找到：{ $n }
case-search-none = 在您有权查看的内容中未找到这些词语。
case-place-number = 编号
case-place-title = 标题
case-place-name = 姓名
case-place-evidence = 证据
case-place-content = 内容
case-place-message = 往来函件

## Statistics
stat-title = 统计
stat-lead = 收到与发出的请求、所需时间及拒绝理由。点击每个数字可查看相应请求。
stat-from = 自
stat-until = 至
stat-shared = 用途
stat-shared-no = 本机关
stat-shared-yes = 对外提供
stat-shared-note = 少于五的组别及可据以推算的数字均予隐藏。数字不链接到清单。
stat-hidden = 少于 5 或一并隐藏
stat-file = 下载 csv
stat-by-state = 按国家
stat-by-kind = 按类别
stat-by-urgency = 按紧急程度
stat-by-basis = 按法律依据
stat-by-channel = 按传递渠道
stat-by-outcome = 按结果
stat-by-ground = 按理由列示的拒绝
stat-by-arrival = 送达时是否完整
stat-by-asked = 所缺内容
stat-by-month = 按月份
stat-chart-text = { $from } 至 { $until } 各月柱形图；文件中载有相同数字。
stat-basis-none = 未注明
stat-basis-other = 其他
stat-channel-node = 节点之间
stat-channel-other = 其他
stat-outcome-open = 未结
stat-outcome-executed = 已执行
stat-outcome-partly = 部分执行或接受
stat-outcome-refused = 已拒绝
stat-outcome-withdrawn = 已撤回
stat-outcome-lapsed = 已失效
stat-outcome-ended = 无结果而终结
stat-arrival-complete = 未要求补充
stat-arrival-incomplete = 曾要求补充
stat-took = 所需时间
stat-took-lead = 自发出或送达之日起的天数。期限中止的时间单列。
stat-span = 至
stat-span-acknowledged = 确认收讫
stat-span-decided = 作出决定
stat-span-first-result = 首个结果
stat-span-closed = 结案
stat-span-paused = 期限中止
stat-n = 请求数
stat-median = 中位数（天）
stat-ninetieth = 十之九在（天）内
stat-more = 文件中另有行数：{ $n }
stat-cases = 数字所涉请求
