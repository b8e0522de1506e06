# Subject access and redress: what the ledger says of it, refusals, and the letter to the applicant.

verb-access-entered = 已办理个人申请
verb-access-read = 已查阅个人申请
verb-access-decided = 已决定对申请人的答复
verb-access-approved = 第二人已就向申请人的披露作出决定
verb-access-kept = 个人申请：期日已到

may-access-enter = 办理个人的查阅、更正或删除申请
may-access-read = 查阅个人申请
may-access-decide = 决定对申请人如何答复
may-access-approve = 准许向申请人披露，或退回
may-access-keep = 在期日发出关于申请人的答复，并销毁到期之物

refusal-access-asked = 此事已经询问过。
    .action = 请选择尚未询问的国家。
refusal-access-not-asked = 未就本申请询问过 { $state }。
refusal-access-answered = { $state } 已经答复。以先前所言为准。
refusal-access-waiting = { $state } 的答复期限尚未届满。
    .action = 请等待其答复或期限届满。
refusal-access-word = 文中含有不得外传的字词：代号或来源的名称。
    .action = 请去掉该字词重写。

access-letter-access = 您于{ $day }申请（我方编号 { $number }）了解所保存的有关您的信息。以下是被询问国家的答复。
access-letter-correct = 您于{ $day }申请（我方编号 { $number }）更正所保存的有关您的信息。以下是被询问国家的答复。
access-letter-erase = 您于{ $day }申请（我方编号 { $number }）删除所保存的有关您的信息。以下是被询问国家的答复。
access-letter-unproven = 您于{ $day }提出的申请（我方编号 { $number }）未能办理，因为申请人的身份未获证明。未作任何查询，也未询问任何国家。您可以持身份证件，或通过持有您书面授权的代表，再次申请。
access-neither = 我们既不确认也不否认保存有关于您的信息。无论是否保存，均以相同措辞作此答复。
access-silent = 在规定期限内未收到答复。
access-letter-check = 监督机构可应您的请求，代您核查您的数据是否得到合法处理。它将告知您已经核查。
access-letter-complain = 如您不同意本答复，可依有关国家的法律向监督机构申诉，或诉诸法院。请注明我方编号。申诉不收费用，也不会给您带来任何不利。
