# Words of the pages on which cases are worked: worklist, request, evidence, duty desk, directory, border, lists, ledger.
# Not here: the shell (ui.ftl), refusals, findings, papers, and the names and hints of a template's fields.

## Shared by several of these pages
case-us = us
case-them = them
case-save = Save
case-cancel = Cancel
case-back = Back
ui-done-saved = Saved. Nothing has left the building.
ui-done-submitted = Handed to the approver.
ui-done-approve = Approved. It can be sent now.
ui-done-validate = Validated.
ui-done-return = Returned to the author.
ui-done-send = In the outbox. It counts as delivered once their receipt is here.
ui-done-withdraw = Withdrawn.
ui-done-close = Closed.
ui-done-answer = The answer is on its way.
ui-done-register = Registered.
ui-done-acknowledge = Acknowledged. They see your reference.
ui-done-ask = Asked. The clock for the decision pauses until they answer.
ui-done-consult = Consultation opened. The clock for the decision pauses until they answer.
ui-done-accept = Accepted.
ui-done-postpone = Postponed.
ui-done-refuse = The refusal is proposed. A second person confirms it; until then nobody is told.
ui-done-confirm-refusal = Refused. They are told the ground and the reasons.
ui-done-drop-refusal = The proposed refusal is dropped.
ui-done-begin = Execution has begun.
ui-done-progress = They are told how it goes on.
ui-done-execute = Recorded as executed.
ui-done-give-back = The evidence is on its way back.
ui-done-open = Opened and verified. The result stands at each item.
ui-done-confirm-return = They know what has arrived, and in what state.
ui-done-attached = The evidence is attached.
ui-done-verified = Verified just now.
case-change = Change
case-show = Show
case-yes = Yes
case-no = No
case-none = none
case-unknown = not known
case-not-given = not given
case-note = Note
case-reason = Reason
case-source = Source
case-their-time = in { $state }: { $time }
case-our-time = here: { $time }
case-download = Download
case-verify-now = Verify now
case-sha256 = SHA-256
case-version = Version
case-from = From
case-to = To
case-optional = optional
case-page-of = Page { $page }

## Urgency and standing
case-urgency = Urgency
case-urgency-normal-hint = Acknowledged within 7 days.
case-urgency-urgent-hint = Acknowledged by the end of their next working day.
case-urgency-emergency-hint = Life, evidence or flight at stake: their 24/7 desk answers within the hour.
case-standing = Standing
case-standing-complete = Complete request
case-standing-consultation = Consultation draft, without legal effect
case-standing-urgent-completion = Urgent, to be completed by { $date }

## Side and stage
case-side-outgoing = Outgoing
case-side-incoming = Incoming

## What is asked of us next
case-next-outgoing-draft = Finish the draft
case-next-outgoing-review = Approve it or return it
case-next-judge = Validate it as a judge, or return it
case-next-trouble = Look at what went wrong
case-trouble = Something needs a person
case-trouble-envelope = A message of ours arrived and was put aside by the other State ({ $code }). Call its registry: it does not see what we wrote.
case-trouble-delivery = A message of ours could not be delivered and is not tried any more ({ $code }). Call the other State, and write it again.
case-trouble-content = The same request came twice with different content. Ask the other State which is meant before anything is executed.
case-trouble-evidence = A piece of evidence came twice with different bytes, or more came than is taken in ({ $code }). Ask the other State before you use it.
case-trouble-claim = The other State reports a step that cannot follow from what is known here ({ $code }). Compare the timelines by telephone.
case-next-outgoing-approved = Send it
case-next-outgoing-queued = Leaves by itself
case-next-outgoing-transmitted = Under way to them
case-next-outgoing-delivered = They are to register it
case-next-outgoing-registered = They are to acknowledge it
case-next-outgoing-acknowledged = They are deciding
case-next-outgoing-info-requested = Answer their questions
case-next-outgoing-consultation = Answer the consultation
case-next-outgoing-accepted = They are to execute it
case-next-outgoing-partly-accepted = They are to execute it in part
case-next-outgoing-postponed = They take it up again later
case-next-outgoing-accepted-with-conditions = Agree to their conditions, or decline them
case-next-outgoing-conditions-declined = They are deciding anew
case-next-outgoing-conditions-agreed = They are to execute it
case-next-outgoing-refused = Read their reasons and close
case-next-outgoing-in-execution = They are executing it
case-next-outgoing-partly-executed = They are executing the rest
case-next-outgoing-executed = Evidence is to come
case-next-outgoing-return-sent = Open the evidence
case-next-outgoing-return-received = Close the case
case-next-incoming-delivered = Register it
case-next-incoming-registered = Acknowledge it
case-next-incoming-acknowledged = Decide: ask, accept or refuse
case-next-incoming-info-requested = They are to answer
case-next-incoming-consultation = Consult with them
case-next-incoming-accepted = Execute it and record the result
case-next-incoming-partly-accepted = Execute the accepted part
case-next-incoming-postponed = Take it up on the review date
case-next-incoming-accepted-with-conditions = They are to agree to the conditions
case-next-incoming-conditions-declined = Decide anew: their answer to the conditions was no
case-next-incoming-conditions-agreed = Execute it and record the result
case-next-incoming-refused = Nothing more to do
case-next-incoming-in-execution = Record the execution
case-next-incoming-partly-executed = Record the rest
case-next-incoming-executed = Give the evidence back
case-next-incoming-return-sent = They are to open the evidence
case-next-incoming-return-received = Close the case
case-next-quarantined = Have it examined
case-next-nothing = Nothing more to do

## Clocks
case-clock = Clock
case-clocks = Clocks
case-clock-none = No clock is running
case-clock-due = Due
case-clock-started = Started
case-clock-paused = Paused since { $since }
case-clock-paused-total = Paused for { $time } in all
case-clock-met = Met on { $date }
case-clock-last-event = last event { $date }
case-clock-same = The other side sees the same clocks.
case-left-days = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
case-left-hours = { $n ->
    [one] { $n } hour left
   *[other] { $n } hours left
}
case-left-minutes = { $n ->
    [one] { $n } minute left
   *[other] { $n } minutes left
}
case-over-days = { $n ->
    [one] Overdue by { $n } day
   *[other] Overdue by { $n } days
}
case-over-hours = { $n ->
    [one] Overdue by { $n } hour
   *[other] Overdue by { $n } hours
}
case-over-minutes = { $n ->
    [one] Overdue by { $n } minute
   *[other] Overdue by { $n } minutes
}
case-span-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
case-span-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
case-span-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}

## Worklist
case-list-title = What must I do today?
case-list-new = New request
case-count-overdue = overdue
case-count-due-today = due today
case-count-new = new
case-count-open = open cases
case-count-waiting-us = waiting for us
case-count-waiting-them = waiting for them
case-filter = Filter
case-filter-side = Direction
case-filter-all = All
case-filter-state = State
case-filter-stage = Stage
case-filter-waiting = Waiting for
case-filter-clear = Clear the filter
case-lane-emergency = Immediate
case-lane-urgent = Urgent
case-lane-normal = Routine
case-col-state = State
case-col-number = Number
case-col-subject = Subject
case-col-stage = Stage
case-col-next = What comes next
case-col-left = Time left
case-col-waiting = Waiting for
case-empty-filtered = No case matches this filter.
case-more = Next page
case-previous = Previous page

## A new request
case-new-title = New request
case-new-lead = Four questions. You can change every answer until the request is sent.
case-new-state = Which State do you ask?
case-new-state-hint = A State whose card this node has verified is asked by node; any other is written to on paper.
case-new-no-state = No other State is connected yet. An administrator adds one with its State card.
case-new-authority = Which authority?
case-new-authority-hint = From the State's own card, checked on { $date }.
case-form-other = Written on the form { $written }; this node knows { $known }. What this form has no place for stands under “Further particulars”, as it came.
case-new-template = What do you ask for?
case-new-lang = In which language is the request written?
case-new-lang-hint = They accept: { $langs }.
case-new-lang-none = They have not said which languages they accept.
case-new-start = Start the draft
case-new-continue = Continue

## Draft
case-draft-title = Draft: { $section }
case-draft-of = To { $authority }, { $state }
case-draft-sections = Sections of the request
case-draft-gaps = { $n ->
    [0] nothing missing
    [one] { $n } gap
   *[other] { $n } gaps
}
case-draft-complete = { $percent } % complete
case-draft-continue = Save and continue
case-draft-leave = Save and leave
case-draft-check = Check the answers
case-draft-add = Add: { $what }
case-draft-remove = Remove { $what } { $n }
case-draft-saved = Saved. Nothing has left the building.
case-draft-save-always = Saving never fails because something is missing; only sending asks for everything.
case-draft-stale = Somebody else saved this draft meanwhile. What you typed stands below; their version is the saved one.
case-draft-findings = { $n ->
    [one] { $n } remark on this section
   *[other] { $n } remarks on this section
}
case-draft-no-findings = No remarks on this section.
case-draft-day = Day
case-draft-month = Month
case-draft-year = Year
case-draft-choose = Choose
case-level-block = Must be mended before sending
case-level-warn = Can be sent with a reason
case-level-hint = Advice

## Check your answers
case-check-title = Check your answers
case-check-lead = This is what they will read. Nothing has left the building.
case-check-complete = Complete
case-check-findings = Remarks
case-check-none = The rules of both States and of the treaties find nothing to remark.
case-check-verdict-sendable = Can be sent.
case-check-verdict-sendable-with-reasons = Can be sent once each warning below has a reason.
case-check-verdict-blocked = Cannot be sent as a complete request yet. It can travel as a consultation draft, or, where life, evidence or flight is at stake, as urgent with a date of completion.
case-check-reason-for = Why it is sent all the same
case-check-basis = Legal basis
case-check-basis-lead = In order of strength. The first one carries the request.
case-check-basis-none = No treaty in force between the two States was found. The request rests on reciprocity and courtesy.
case-check-basis-articles = Articles
case-check-basis-why = Why
case-check-standing-question = As what is it sent?
case-check-standing-complete-hint = It has legal effect when it is delivered.
case-check-standing-consultation-hint = They comment on it. It asks for nothing yet and starts no clock.
case-check-standing-urgent = Urgent, to be completed later
case-check-standing-urgent-hint = Only where life, evidence or flight is at stake. The reason of the head of the authority travels along.
case-check-by = Completed by
case-check-ground = What is at stake?
case-check-ground-life = A person's life or safety
case-check-ground-evidence = Evidence that would be lost
case-check-ground-flight = A person who would flee
case-check-head-reason = The head's reason
case-check-head = Head of the authority
case-check-submit = Hand to the approver
case-check-submit-hint = A second person approves it. You cannot approve what you wrote.
case-check-answer-empty = no answer

## Review by the second person
case-review-title = Review
case-review-lead = { $name } wrote this and hands it to you. You approve it with your name, or return it with a note.
case-review-own = You wrote this request, so you cannot approve it. Another approver has to.
case-review-reasons = Warnings and the reasons given
case-review-approve = Approve
case-review-approve-hint = Your name stands on the request as that of the second person.
case-review-validate = Validate as judge
case-review-validate-hint = Your name stands on the request as that of the judge who validated it. The second person approves it after you.
case-review-wait-judge = The law of this State wants a judge to validate what is asked here before it is approved.
case-review-validated = Validated by
case-review-return = Return to the author
case-review-return-note = What should change?

## Sending
case-send-title = Send
case-send-lead = Look once more at what leaves the building.
case-send-what = What leaves
case-send-to = To whom
case-send-label = Under which label
case-send-sealed = Signed by { $authority }, sealed for { $to }; nobody on the way can read it.
case-send-standing = As what
case-send-record = Hash of the record
case-send-second = Second person
case-send-second-none = None: this authority has one officer, and the recipient is told so.
case-send-who-reads = Who will be able to read it
case-send-confirm = I have looked at it. It may leave the building.
case-send-button = Send to { $authority }
case-send-confirm-missing = Tick the box to say that you have looked at it.

## The case
case-title = { $number }
case-our-reference = Our reference
case-their-reference = Their reference
case-no-reference = not yet given
case-officer = Officer
case-approved-by = Approved by
case-written-by = Written by
case-language = Language
case-next-step = Next step
case-next-wait = Nothing to do for you now.
case-next-not-you = This step belongs to: { $role }.
case-waiting-for = Waiting for { $who }
case-waiting-for-them = Waiting for { $state }
case-waiting-for-us = Waiting for us
case-waiting-nobody = nobody
case-timeline = What happened
case-timeline-empty = Nothing has happened yet.
case-by-officer = { $role }, { $authority }
case-envelope = Envelope
case-messages = Asked and answered
case-item-open = Open
case-item-answered = Answered
case-measures = Measures asked for
case-measure = Measure
case-measures-empty = No measure has been entered yet.
case-measure-asked = Asked for
case-measure-accepted = Accepted
case-measure-refused = Refused
case-measure-in-execution = Being executed
case-measure-executed = Executed
case-evidence = Evidence
case-evidence-empty = No evidence has been attached yet.
case-receipts = Receipts
case-receipts-lead = Each one is signed by the node that gave it.
case-receipts-empty = No receipt yet. Until there is one, the request does not count as sent.
case-receipt-r1 = Accepted by the node
case-receipt-r2 = Passed on by a relay
case-receipt-r3 = Delivered and on their disk
case-receipt-r4 = Opened by the authority
case-receipt-r5 = Answered
case-receipt-verified = signature verified
case-receipt-unverified = signature not verified
case-receipt-leaf = Entry { $leaf } of their ledger
case-ledger = Ledger
case-ledger-all = All entries about this case
case-papers = Papers
case-papers-lead = Made from the same record; each page carries its hash.
case-paper-letter = Letter of request
case-paper-acknowledgement = Acknowledgement
case-paper-certificate = Certificate of evidence
case-paper-pdf = PDF
case-paper-print = Print view
case-print-paper = Which paper?
case-content = The request itself
case-conditions = Conditions
case-reasons = Reasons

## Steps of the case
case-do-register = Register
case-do-register-hint = It gets a number here and an urgency lane. Their clock for the acknowledgement starts.
case-do-acknowledge = Acknowledge
case-do-acknowledge-hint = They see your reference and when they will hear from you again.
case-do-reference = Your reference
case-do-next-date = When will they hear from you again?
case-do-ask = Ask for missing items
case-do-ask-hint = Choose the answers that are missing or unclear. The clock for the decision pauses until they answer.
case-do-ask-field = Field
case-do-ask-no-field = about no particular field
case-do-ask-text = What do you need to know?
case-do-answer-by = Answer by
case-do-consult = Open a consultation
case-do-consult-hint = Before a request is refused or its execution postponed, both sides consider whether assistance can be granted subject to conditions (UNTOC article 18(26)). The clock for the decision pauses until they answer.
case-do-consult-about = What is to be discussed? Which conditions or assurances do you propose?
case-do-answer = Answer
case-do-answer-hint = They asked for these items. What you enter here is added to the request on both sides.
case-do-answer-value = Your answer
case-do-asked-by = Wanted by { $date }
case-do-accept = Accept
case-do-accept-hint = In whole. Conditions travel with the decision.
case-do-conditions = Conditions, one a line
case-do-refuse = Refuse
case-do-refuse-hint = A refusal needs a ground from the closed list, reasons, and a second person. Ask or consult first where you can.
case-do-ground = Ground
case-do-ground-hint = Some grounds stand here only once you have asked for what is missing, or opened a consultation.
case-do-second = Second person
case-do-reasons = Reasons
case-do-postpone = Postpone
case-do-postpone-hint = Because of proceedings here. They are told why and until when.
case-do-review-by = Taken up again on
case-do-no-consultation = If nobody was consulted: why not?
case-do-confirm-refusal = Confirm the refusal
case-do-confirm-refusal-hint = A colleague proposes to refuse. You are the second person; they are told once you confirm.
case-do-drop-refusal = Drop the proposed refusal
case-do-execute = Record the execution
case-do-report = What was done?
case-do-executed-on = Executed on
case-do-begin = Begin execution
case-do-begin-hint = Say to whom it was given and what it waits for. They see the note.
case-do-progress = Tell them how it goes on
case-do-executed-by = By which authority or court?
case-do-law = Under which law?
case-do-attach = Attach evidence
case-do-give-back = Give the evidence back
case-do-give-back-hint = Everything attached above is signed, sealed and sent back with its custody record.
case-do-certificate = Certificate
case-do-certificate-hint = Who certifies what, in the words a court will read.
case-do-open = Open
case-do-open-hint = Each item is verified against its hash, its size and its custody record before you can use it.
case-do-confirm-return = Tell them that it has arrived
case-do-confirm-return-hint = They learn for each item whether it is intact.
case-do-close = Close the case
case-do-close-hint = What became of the proceedings? Were originals returned?
case-do-withdraw = Withdraw
case-do-withdraw-hint = They are told at once and stop. Nothing is deleted.
case-do-send-page = Look at what leaves, and send
case-do-review-page = Read it and decide
case-do-draft-page = Continue the draft
case-do-other = Other steps

## Grounds of refusal (the closed list; requests 3.15)
case-ground-not-in-conformity = Not in conformity with the treaty, after asking for what was missing
case-ground-essential-interests = Sovereignty, security, public order or other essential interests
case-ground-own-law-prohibits = Own law would prohibit it for a similar offence
case-ground-dual-criminality = The conduct is no offence here
case-ground-political-offence = Political offence
case-ground-persecution = Persecution or discrimination feared
case-ground-ne-bis-in-idem = Already tried for the same facts
case-ground-lapse-of-time = Lapse of time or amnesty
case-ground-nationality = Own national
case-ground-in-absentia = Judged in absence
case-ground-humanitarian = Age or health
case-ground-age-of-responsibility = Below the age of criminal responsibility
case-ground-own-proceedings = Proceedings of its own
case-ground-fiscal-nature = Fiscal nature
case-ground-bank-secrecy = Bank secrecy
case-ground-death-penalty = Death penalty or cruel treatment feared, and no assurance
case-ground-torture = Torture or unfair trial feared; non-refoulement
case-ground-military-offence = Purely military offence
case-ground-minor-importance = Minor importance or disproportionate cost, after consulting
case-ground-immunity = Immunity or privilege


## Evidence
case-ev-title = Evidence
case-ev-add-title = Attach evidence
case-ev-add-lead = The file is hashed while it arrives and stored encrypted. It leaves the building only when you give it back.
case-ev-name = Title
case-ev-name-hint = What is it? "Bank records of account …, March to June".
case-ev-kind = Kind
case-ev-kind-document = Document
case-ev-kind-electronic = Electronic data
case-ev-kind-statement = Statement or hearing record
case-ev-kind-recording = Sound or video recording
case-ev-kind-object = Photograph or record of an object
case-ev-kind-bank-record = Bank record
case-ev-kind-image = Image
case-ev-kind-video = Video recording
case-ev-kind-interview = Record of an interview
case-ev-kind-confession = Confession
case-ev-kind-other = Other
case-ev-origin = Who collected it, where, when, under which law?
case-ev-place = Where?
case-ev-collected-by = Who collected it?
case-ev-collected-on = On which day?
case-ev-law = Under which law?
case-ev-certificate = Certificate of this item
case-ev-use = Conditions of use
case-ev-use-hint = For what may it be used, and for what not?
case-ev-file = File
case-ev-file-hint = Up to { $max }. Large files are sent in pieces and resume after a broken line.
case-ev-upload = Attach
case-ev-progress = Received
case-ev-size = Size
case-ev-type = Type
case-ev-integrity = Integrity
case-ev-sha-ok = The content matches its SHA-256
case-ev-sha-bad = The content does not match its SHA-256
case-ev-bytes-ok = Size and content are those that were certified (SHA-256)
case-ev-bytes-bad = Size or content are not those that were certified (SHA-256)
case-ev-size-ok = The size is as stated
case-ev-size-bad = The size differs from what was stated
case-ev-custody-ok = The custody record is unbroken
case-ev-custody-bad = The custody record is broken
case-ev-whole = Intact
case-ev-broken = Not intact
case-ev-not-yet = Not verified here yet
case-ev-verified-at = Verified { $time }
case-ev-do-not-use = Do not use this item. Tell the other authority, and keep it as it is.
case-ev-custody = Custody
case-ev-custody-lead = Each link carries the hash of the one before it.
case-ev-custody-collected = Collected
case-ev-custody-sealed = Sealed
case-ev-custody-sent = Sent
case-ev-custody-received = Received
case-ev-custody-verified = Verified
case-ev-custody-opened = Opened
case-ev-custody-exported = Exported
case-ev-previous = After
case-ev-first = First link
case-ev-missing = This item has not arrived yet.

## Duty desk
case-duty-register = Register { $number }
case-duty-acknowledge = Acknowledge { $number }

## Directory
directory-title = Directory
directory-lead = Whom to ask, in which language, and at what hour. Taken from each State's own signed card, or entered here where it says so.
directory-state = State
directory-ours = Our own State
directory-authorities = Authorities
directory-functions = Functions
directory-languages = Languages
directory-urgent-languages = Languages in urgent cases
directory-local-time = Time there
directory-difference-same = same time as here
directory-difference-ahead = { $time } ahead of us
directory-difference-behind = { $time } behind us
directory-open-now = Open now, until { $time }
directory-opens = Closed. Opens { $when }
directory-opens-in = in { $time }
directory-hours-unknown = Hours not given
directory-hours = Office hours
directory-weekend = Weekend
directory-holidays = Next holidays
directory-247 = 24/7 contact
directory-247-none = No 24/7 contact is given.
directory-phone = Telephone
directory-email = E-mail
directory-address = Address
directory-verified = Checked on
directory-card = State card
directory-card-sequence = Card { $n }
directory-card-expires = valid until { $date }
directory-fingerprint = Fingerprint
directory-fingerprint-hint = Read it to each other on the telephone before you trust it.
directory-pinned = Verified by us
directory-not-pinned = Not verified by us
directory-write = Write a request to this authority
directory-requirements = What this State asks for
directory-treaties = Treaties in force
directory-treaty-since = since { $date }
directory-empty = No other State is known yet. An administrator adds one with its State card.
directory-function-central-authority = Central authority
directory-function-extradition = Extradition
directory-function-mla = Mutual legal assistance
directory-function-duty-desk-24-7 = 24/7 desk
directory-function-ncb = INTERPOL National Central Bureau
directory-function-fiu = Financial intelligence unit
directory-function-asylum-liaison = Asylum liaison
directory-function-court = Court
directory-function-prosecutor = Prosecution
directory-function-police = Police
directory-function-border = Border
verb-message-unexpected = A message that does not fit was kept
verb-message-unknown = A message of an unknown kind was kept
purpose-evidence = Evidence
purpose-screening = Screening
purpose-investigation = Investigation
purpose-intelligence = Intelligence
purpose-freezing = Freezing of assets
purpose-immigration = Immigration
purpose-oversight = Oversight
purpose-administration = Administration

## Border
border-title = Check
border-box = Scan the document, or type the name
border-box-hint = Both lines of the machine-readable zone, or family name and given names.
border-birth = Date of birth
border-birth-hint = As on the document: year-month-day, or the year alone.
border-nationality = Nationality
border-document = Document number
border-check = Check
border-next = Next person
border-understood = Understood as
border-mrz-ok = Machine-readable zone read; all check digits hold.
border-mrz-bad = Machine-readable zone read, but a check digit does not hold: { $fields }. Compare with the document.
border-name = Name
border-answer-no-record = No record
border-answer-check = Check
border-answer-stop = Stop
border-answer-cannot-say = Cannot say
border-as-of = as of { $time }
border-no-record-line = The lists held here name nobody with this name and date of birth.
border-no-record-do = Go on with the usual examination. No record is not a clearance.
border-check-line = Somebody on a list may be this person.
border-check-do = Compare the document with the entry below. Do not tell the person. Ask a second officer.
border-stop-line = Name and identity match an entry on a list.
border-stop-do = Keep the person here without alarm, keep the document, and call the number below now.
border-cannot-line = No answer is possible now.
border-cannot-do = Examine by hand and call the desk. Do not take this for "no record".
border-cannot-no-list = No list has been imported here.
border-cannot-old = The list is { $days } days old.
border-cannot-mrz = The machine-readable zone cannot be read. Scan again or type the name.
border-call = Call
border-call-none = No number is entered for the 24/7 desk; ask your supervisor.
border-why = Why
border-hit = Entry { $n }
border-score = Match { $score } of 100
border-for = Speaks for it
border-against = Speaks against it
border-nothing-against = nothing
border-listed-names = Names on the list
border-listed-births = Dates of birth on the list
border-list-reason = Reason of listing
border-list-and-version = List and version
border-list-reference = Reference
border-advice = A match is advice. You decide.
border-query = Query
border-lists-asked = Lists asked
border-empty-input = Scan a document or type a name first.
border-part-name = Name
border-part-birth = Date of birth
border-part-nationality = Nationality
border-part-document = Document number
border-part-gender = Sex
border-part-place = Place of birth
border-feature-birth-day = Same day of birth
border-feature-birth-day-swapped = Day and month of birth exchanged
border-feature-birth-month = Same month of birth
border-feature-birth-year = Same year of birth
border-feature-birth-within = Birth within the listed range
border-feature-birth-day-other = Another day of the same year
border-feature-birth-year-other = Another year of birth
border-feature-country = Same country
border-feature-country-other = Another country
border-feature-sex = Same sex
border-feature-sex-other = The other sex
border-feature-document = Same document number
border-kind-exact = the same
border-kind-spelling = written a little differently
border-kind-sound = sounds alike
border-kind-script = the same in another script
border-kind-nickname = short or familiar form
border-kind-initial = initial letter
border-kind-joined = written together or apart
border-kind-differs = differs
border-kind-only-asked = not on the list
border-kind-only-listed = only on the list
border-doubt-check-digit = A check digit does not hold.
border-doubt-unknown-issuer = The issuing State is not known.
border-doubt-unknown-nationality = The nationality is not known.
border-doubt-layout = The reader’s keyboard layout is in doubt.
border-doubt-document-code = The kind of document is not known.
border-doubt-birth-date = The date of birth cannot be read.
border-doubt-name-cut = The name may be cut off.
border-unit-of = { $part }: { $detail }
border-keys = Enter checks. After the answer the box is ready for the next person.

## Lists
list-title = Lists
list-lead = What the border asks. Every list keeps its version and its hash.
list-name = List
list-date = Date of the list
list-age = Age
list-age-days = { $n ->
    [0] from today
    [one] { $n } day old
   *[other] { $n } days old
}
list-individuals = Persons
list-entities = Entities
list-changes = Last change
list-changes-text = { $added } added, { $changed } changed, { $removed } removed
list-imported = Imported
list-hash = SHA-256 of the file
list-empty = No list has been imported. The border can answer only "cannot say".
list-import-title = Import a list
list-import-lead = The file is read whole or not at all; the old version stays in use until the new one stands.
list-import-name = Name of the list
list-import-name-value = UN Security Council Consolidated List
list-import-file = File (the formats of the UN, OFAC, the EU, the United Kingdom, Canada, Australia, FollowTheMoney, or a table)
list-import-id = Short name
list-import-id-hint = Small letters, digits, dashes. Empty: the usual name of the format. The same name again is a newer version.
list-import-mapping = Mapping
list-import-mapping-hint = Only for a table of your own: which of its columns is which property (TOML).
list-import-dropped = Left out, as the policy of this node wants it: { $names }
list-import-removals = Accept that more than this many entries disappear
list-import-removals-hint = A list that suddenly loses many entries is refused unless you say the number here.
list-import-button = Import
list-import-running = Import is running
list-import-step = { $done } of { $total }
list-import-step-open = { $done } so far
list-import-step-read = Reading the file
list-import-step-index = Putting the new version in its place
list-import-wait = This page reloads by itself. You may leave it; the import goes on.
list-import-done = Imported: { $individuals } persons, { $entities } entities.
list-import-failed = The import was refused; the list in use is unchanged.
list-import-gone = This import is no longer known here. The table below shows what is in use.
list-import-file-missing = Choose a file.
list-back = Back to the lists

## Ledger
ledger-title = Ledger
ledger-lead = Who did what, when and why. Each entry is a leaf of a tree that other States can check.
ledger-filter-verb = Act
ledger-filter-object = Object
ledger-filter-from = From entry
ledger-index = Entry
ledger-at = When
ledger-actor = Who
ledger-role = Role
ledger-verb = Act
ledger-object = Object
ledger-purpose = Purpose
ledger-reason = Reason
ledger-rows = Rows written
ledger-row = Row
ledger-leaf = Leaf
ledger-empty = No entry matches.
ledger-verify = Verify the whole ledger now
ledger-verify-hint = Reads every entry, every row it names and every checkpoint.
ledger-verify-ok = Verified: { $size } entries, nothing changed.
ledger-verify-counts = { $rows } rows, { $blobs } files and { $checkpoints } checkpoints agree.
ledger-verify-bad = { $n ->
    [one] { $n } thing has been changed
   *[other] { $n } things have been changed
}
ledger-root = Root
ledger-problem-place = Place
ledger-problem-what = What is wrong
ledger-entry-title = Entry { $index }
ledger-proof = Proof
ledger-proof-lead = With these values anyone can recompute the leaf and climb to the signed checkpoint, without this software.
ledger-proof-entry = Entry as hashed
ledger-proof-salt = Salt
ledger-proof-path = Path to the root
ledger-proof-checkpoint = Checkpoint
ledger-proof-download = Download the proof (JSON)
ledger-next = Older entries
ledger-previous = Newer entries
ledger-actor-officer = Officer { $id }
ledger-actor-peer = Node of { $state }
ledger-actor-system = The node itself: { $worker }
