# 模板“provisional_arrest”的用语：章节、栏目及其说明、代码。

provisional_arrest-template = 临时逮捕请求书

## Sections
provisional_arrest-section-intention = 后续请求
    .help = 无承诺不得羁押：请说明将提出引渡请求。
provisional_arrest-section-channel = 途径
    .help = 以何种途径请求逮捕；可同时使用国际刑警组织渠道。

## Request to follow
provisional_arrest-intention-will_request = 将请求引渡
    .help = 须明确答“是”；否则不予逮捕。
provisional_arrest-intention-within_days = 几日之内
    .help = 自逮捕起算；期限由条约或被请求国法律规定。
provisional_arrest-intention-note = 备注
    .help = 尚缺何物，何时送达。

## Channel
provisional_arrest-channel-kind = 发送途径
    .help = 原件传递途径。
provisional_arrest-channel-notice_number = 通报编号
    .help = 红色通报或通缉通告编号（如有）。

## Codes
provisional_arrest-code-arrest_channels-platform = 本平台
provisional_arrest-code-arrest_channels-interpol = 国际刑警组织
provisional_arrest-code-arrest_channels-diplomatic = 外交途径
provisional_arrest-code-arrest_channels-post = 邮寄或电报
