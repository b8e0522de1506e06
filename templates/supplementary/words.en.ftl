# Words of the form “supplementary”.

supplementary-template = Supplementary request
supplementary-opening = The { $authority } of { $state } presents its compliments to the { $to_authority } of { $to_state } and has the honour to request, further to its earlier request, the assistance set out below.
supplementary-section-addition = Why more is asked
    .help = The first request stays as it is; only what is new stands here.
supplementary-addition-reason = Reason
    .help = What has come to light since the first request.
supplementary-addition-facts = New facts
    .help = Who, when, where, what; only what the first request did not say.
supplementary-section-additions = What is added
    .help = One entry for each thing asked in addition.
    .one = Addition { $index }
    .add = Add an item
    .remove = Remove item { $index }
supplementary-additions-kind = Kind
    .help = What sort of thing is added.
supplementary-additions-what = What is asked
    .help = As exactly as in a first request: object, holder, period.
supplementary-additions-purpose = Purpose
    .help = What it is to prove.
supplementary-additions-deadline_on = Needed by
    .help = The day after which it is of no use.
supplementary-code-additions-measure = A further measure
supplementary-code-additions-person = A further person
supplementary-code-additions-fact = Further facts
supplementary-code-additions-document = A further document
supplementary-code-additions-question = A further question
