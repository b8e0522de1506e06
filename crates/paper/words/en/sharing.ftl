# Records, releases, cards and encounters: what the ledger says of them, and refusals.

verb-record-kept = Record kept
verb-record-read = Record read
verb-record-held = Hold registered
verb-group-kept = Group of States kept
verb-release-proposed = Release proposed
verb-release-approved = Release decided
verb-release-recalled = Copies recalled
verb-card-read = Shared card read
verb-encounter-reported = Encounter reported
verb-encounter-decided = Encounter decided
verb-word-written = Word about a card
verb-record-enumeration-stopped = Asking one record after another was stopped

refusal-too-many-misses = Too many records that are not there were asked for. Nothing is answered for { $minutes } minutes; the ledger notes it.
refusal-record-lacks = The record lacks something it must say ({ $lack }). Look at what is marked and complete it.
refusal-release-held = Nothing was proposed: a gate holds it ({ $ground }). Look at the workbench and rewrite the part.
refusal-release-out = { $to } has a card of this record already. Change the record, and the card follows; or recall it first.
refusal-record-in-bulk = Many records of one group were opened or proposed today (more than { $max }): this one waits until a second person has looked at it.
refusal-group-unsigned = The group is not as this node signed it. Nothing was done: tell the administrator.
refusal-group-owner = The State that owns a group is one of its members.
refusal-group-version = A group’s versions are counted from 1.
refusal-biometric-format = The file is in no format that is known here. Nothing was kept.
refusal-biometric-lacks = The biometric cannot be kept ({ $lack }). Correct what is marked, or ask for the file anew.
refusal-copy-recalled = Nothing of it is out any more.
refusal-copy-absent = That State holds no copy of it.
refusal-copy-owner = Only the owner of a record corrects or recalls it. Nothing was changed.
refusal-copy-consent = The owner has not consented to its being passed on.
refusal-card-owner = The card names another owner than the one who sent it. It was not taken in.
refusal-card-subject = No card is made of a victim or a child.
refusal-label-all = Nothing about a person is for everybody or for every purpose. Name States and purposes.
refusal-district = Name a district, not the post where the person was met.
refusal-word-answers = Say which question this answers.
refusal-peer-unknown = This node has no line to { $to }.
refusal-grade = A grade is a letter A to F and a figure 1 to 6, as B2.
