# Words of the form “amendment”.

amendment-template = Amendment of a request
amendment-opening = The { $authority } of { $state } presents its compliments to the { $to_authority } of { $to_state } and has the honour to correct its earlier request as set out below.
amendment-section-changes = What is changed
    .help = One entry for each thing that was wrong or has changed. The first version stays in the record.
    .one = Change { $index }
    .add = Add a change
    .remove = Remove change { $index }
amendment-changes-what = What
    .help = The place in the request, in words.
amendment-changes-before = As it stood
    .help = What the request said.
amendment-changes-after = As it shall read
    .help = What is right.
amendment-changes-reason = Reason
    .help = Why it changes, and how it is known.
