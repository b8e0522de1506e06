# Words of the screening desk: one question, a file, hits that wait, decisions, watched subjects.

## Rooms and what they have in common
ui-nav-screening = Screening
screen-rooms = Rooms of screening
screen-room-ask = Check one
screen-room-files = Check a file
screen-room-hits = Hits that wait
screen-room-reviews = Decisions
screen-room-watches = Watched subjects
screen-asked = Asked
screen-listed = On the list
screen-how = How they meet
screen-match = Match
screen-by = By
screen-at = Since
screen-found = Found
screen-door = Through
screen-case = Case
screen-case-hint = The number of the file, for instance XA-2026/117. No name.
screen-mine = yours
screen-own = decided about a question of the officer’s own
screen-show = Show
screen-show-waiting = what waits
screen-show-mine = only yours
screen-show-all = also what is decided
screen-show-in-force = in force
screen-show-over = also those that ended
screen-show-everybody = of the authority
screen-look = Go on
screen-look-hint = You see once more what will be kept. Nothing is kept before you say so.
screen-change-it = Change it
screen-back-list = Back to the list
screen-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
screen-left-out = { $n ->
    [one] { $n } record is left out: an officer found it to be somebody else.
   *[other] { $n } records are left out: an officer found them to be somebody else.
}

## Who is asked about
screen-kind = Kind
screen-kind-any = any kind
screen-kind-person = Person
screen-kind-organization = Organisation
screen-kind-company = Company
screen-kind-legalentity = Person or organisation
screen-kind-publicbody = Public body
screen-kind-vessel = Vessel
screen-kind-airplane = Aircraft
screen-kind-vehicle = Vehicle
screen-kind-cryptowallet = Crypto wallet
screen-kind-address = Address
screen-name-hint = In any script, in any order of its parts.
screen-country = Country
screen-country-asked = Nationality or country
screen-country-hint = Code or name; for a vessel its flag.
screen-sex-female = Female
screen-sex-male = Male
screen-number = Document or identifier
screen-number-hint = Passport or identity card; registration number; IMO number; address of a wallet.
screen-identifiers = Identifiers
screen-address = Address
screen-empty-input = Enter a name, or the number of a document or an identifier.

## Check one
screen-ask-title = Check one
screen-ask-lead = A person, an organisation, a vessel, an aircraft or a wallet. What tells it apart makes the answer better; leave out what you do not know.
screen-ask-again = Change the question, or ask about another
screen-name-met = The name that met: { $name } ({ $what })
screen-name-met-plain = The name that met: { $name }
screen-name-name = main name
screen-name-alias = also known as
screen-name-weakalias = weak alias
screen-name-previousname = former name
screen-through = said by the record { $record }, which is taken for the same one
screen-receipt = Proof of this question
screen-receipt-text = The log keeps no name. With this number and this salt you can prove later what you asked; the salt is shown only now.
screen-salt = Salt
screen-watch-this = Watch this one

## Check a file
screen-files-title = Check a file
screen-files-lead = Each row is one question. Nothing is kept of the rows that hit nothing but their number.
screen-file = File
screen-file-hint = csv with a header (id, name, birth_date, nationality, passport) or JSON lines; at most 100,000 rows and 32 MiB.
screen-threshold = Threshold
screen-threshold-hint = From 0.3 to 1. Empty: the usual one, 0.7.
screen-file-button = Check the file
screen-file-line = Line { $n }: { $what }
screen-files-yours = Your files
screen-files-empty = You have sent no file, or all have been destroyed at their end.
screen-file-unnamed = File without a name
screen-rows = Rows
screen-rows-hit = Rows with hits
screen-row = Row
screen-reference = Your reference
screen-file-until = Kept until
screen-file-kept = Rows that hit something are kept for you alone; your references of the others for a day at most.
screen-file-running = at work
screen-file-done = done
screen-file-failed = ended early
screen-file-interrupted = interrupted
screen-file-wait = This page reloads by itself. You may leave it; the check goes on.
screen-file-again = A restart interrupted this file. Send it again.
screen-file-failed-why = Not all rows were checked: { $what }
screen-file-ignored = Columns that say nothing that is compared: { $names }
screen-file-csv = Take away as csv
screen-file-jsonl = Take away as JSON lines
screen-file-none = No row hit anything, and all could be compared.
screen-file-told = Rows that hit something, or could not be compared

## Hits that wait
screen-hits-title = Hits that wait for a decision
screen-hits-lead = The machine proposes; you say who it is.
screen-hits-empty = Nothing waits.
screen-hit-title = Hit
screen-hit-question = Is it the same one?
screen-stage-open = waits
screen-stage-unsure = not sure
screen-stage-this = this one
screen-stage-not-this = somebody else
screen-channel-desk = a check at a desk
screen-channel-file = a file
screen-channel-watch = a watched subject
screen-channel-program = a program
screen-gone = This record is no longer on a list. What you see is how it was when it was found.
screen-changed = The record has changed since it was found. What you see is how it was; check it again to see it as it is.
screen-back = It was decided before and has come back: the decision ended, was taken back, or the record changed.
screen-own-question = You asked this yourself. You may decide; it will be marked.
screen-decided = What was decided
screen-same-subject = Decisions about the same subject
screen-decide-title = Your decision
screen-verdict = Who is it?
screen-verdict-this = This one
screen-verdict-not-this = Somebody else
screen-verdict-unsure = Not sure
screen-verdict-hint-this = The record is about the one who was asked about.
screen-verdict-hint-not-this = The record is left out from now on when the same one is asked about.
screen-verdict-hint-unsure = It waits on.
screen-verdict-then-this = It leaves the queue as one and the same, with your reason and your name.
screen-verdict-then-not-this = From now on this record is left out when the same one is asked about. That it is left out will be said.
screen-verdict-then-unsure = It waits on, with your note.
screen-reason = Reason
screen-reason-hint = What you compared, for instance another birth date on the passport.
screen-until = Holds until
screen-until-hint = { $n ->
    [one] Its last day, at most { $n } day from now. Empty: the longest.
   *[other] Its last day, at most { $n } days from now. Empty: the longest.
}
screen-decide-keep = Keep this decision
ui-done-screen-decided = Your decision is kept.

## Decisions
screen-reviews-title = Decisions about hits
screen-reviews-lead = Each holds for one subject and for one record as it was. Where either changes, the hit comes back.
screen-reviews-empty = No decision holds.
screen-review-title = Decision about a hit
screen-review-in-force = in force
screen-review-expired = ended
screen-review-withdrawn = taken back
screen-review-replaced = replaced
screen-review-over = It holds no longer.
screen-withdraw-lead = If you take it back, the record is an answer again and the hit waits for a decision.
screen-withdraw = Take it back
ui-done-screen-withdrawn = The decision is taken back.

## Watched subjects
screen-watches-title = Watched subjects
screen-watches-lead = Who is compared after every change of a list. What is new waits among the hits.
screen-watches-empty = Nobody is watched.
screen-subject = Subject
screen-watch-new = Watch a subject
screen-watch-lead = One subject, for a case and until a day, in your own name.
screen-watch-reason = Why
screen-watch-until = Last day
screen-watch-until-hint = { $n ->
    [one] At most { $n } day from now; it can be renewed.
   *[other] At most { $n } days from now; it can be renewed.
}
screen-watch-found = Records found
screen-watch-then = From now on it is compared with every change of a list. On the last day everything kept of it is destroyed.
screen-watch-keep = Watch from now on
screen-watch-title = Watched subject
screen-stop-lead = If you end it, everything kept of this subject is destroyed at once.
screen-stop = End it
ui-done-screen-watched = The subject is watched from now on.
ui-done-screen-stopped = The subject is watched no longer; what was kept is destroyed.

## Changes of a list
list-since = Compared with
list-since-days = { $n ->
    [1] yesterday
    [one] { $n } day ago
   *[other] { $n } days ago
}
list-since-then = Version then
list-since-now = Version now
list-since-not-here = not here yet
list-added = Added
list-changed = Changed
list-removed = Removed

## Help
ui-help-screening = What becomes of a hit?
ui-help-screening-text = It waits under Screening until an officer says who it is, with a reason. “Somebody else” holds until the day that is named; then, or when the record changes, the hit comes back. Of what hit nothing, no name is kept after a day.
