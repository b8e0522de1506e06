# Words of the template “mla”: sections, fields with their help, codes.

mla-template = Request for mutual legal assistance

## Sections
mla-section-measures = Assistance sought
    .help = One entry for each measure: each is decided, executed and answered on its own.
    .one = Measure { $index }
    .add = Add a measure
    .remove = Remove measure { $index }
mla-section-return = Return of evidence
    .help = In what form, by what way and by when the results come back.












## Measures
mla-measures-kind = Kind of assistance
    .help = What the other State is asked to do.
mla-measures-object = Object
    .help = What exactly: which records, which things, which act.
mla-measures-person = Person concerned
    .help = The name as it stands among the persons of this request.
mla-measures-holder = Holder
    .help = The bank, provider, company or person who has it.
mla-measures-place = Place
    .help = Where the measure is taken; it decides which court is competent.
mla-measures-account = Account
    .help = Its number; or the person and the bank or region, with the reason to look there.
mla-measures-identifiers = Identifiers
    .help = User names, numbers, addresses with port, each with time and zone.
mla-measures-period_from = Period from
    .help = First day for which records are asked.
mla-measures-period_until = Period until
    .help = A period without end is sent back: choose the shortest that serves.
mla-measures-purpose = Purpose
    .help = Which element of the offence it is to prove.
mla-measures-nexus = Link to the requested State
    .help = Why the thing asked for is believed to be there.
mla-measures-proportionality = Proportionality
    .help = Why nothing milder reaches the aim.
mla-measures-order = Order at home
    .help = Attached, or a statement that the measure would be lawful at home.
mla-measures-order_statement = Statement on lawfulness
    .help = Which provision would allow it at home, and who would order it.
mla-measures-formalities = Formalities wished
    .help = Oath, warnings, presence of officers or counsel, form of certificate: what your court needs.
mla-measures-questions = Questions
    .help = Numbered; topics where questions cannot be fixed beforehand.
mla-measures-consent = Consent
    .help = Whether the person consents; a transfer is impossible without free and informed consent.
mla-measures-consent_record = Record of the consent
    .help = Where and before whom it was given.
mla-measures-video_details = Video link
    .help = Times in both zones, line test, check of identity, interpreter, law on false testimony.
mla-measures-documents = Documents to be served
    .help = List of them, with language and translation.
mla-measures-appearance_on = Date of appearance
    .help = Fifty days ahead or more, unless the other State’s profile says otherwise.
mla-measures-safe_conduct = Safe conduct
    .help = The person is not prosecuted or held for earlier acts; until when; travel money.
mla-measures-custody_terms = Terms of custody and return
    .help = Custody kept, day of return, time credited, immunity for earlier acts.
mla-measures-third_party_rights = Rights of third parties
    .help = Who may claim the thing in good faith, and how they are heard.
mla-measures-privilege_handling = Privileged material
    .help = Who looks first, and what is given back unread.
mla-measures-value = Value
    .help = Amount to be traced, restrained or confiscated.
mla-measures-currency = Currency
    .help = Three-letter code (ISO 4217).
mla-measures-deadline_on = Needed by
    .help = Only where there is a reason for it.
mla-measures-deadline_reason = Reason for the date
    .help = Hearing, limitation, end of custody: with its own date.
mla-measures-jit_hold = Reserved to a joint team
    .help = Whether the agreement of a joint investigation team reserves the material to the team.
mla-measures-jit_reference = Reference of the joint team
    .help = Name or number of the agreement.

## Return of evidence
mla-return_of_evidence-form = Form
    .help = Originals, certified copies, or copies.
mla-return_of_evidence-format = Format
    .help = What your court can read: files, tables, recordings.
mla-return_of_evidence-channel = Channel
    .help = By this platform each item carries its digest and its custody record.
mla-return_of_evidence-originals_returned = Originals go back
    .help = Whether originals are given back after the proceedings.
mla-return_of_evidence-deadline_on = Needed by
    .help = The day on which the results must be in court.








## Codes
mla-code-measures-statement = Taking of a statement
mla-code-measures-video_hearing = Hearing by video link
mla-code-measures-service = Service of documents
mla-code-measures-bank_accounts = Identification of bank accounts
mla-code-measures-bank_transactions = Records of bank transactions
mla-code-measures-bank_monitoring = Monitoring of a bank account
mla-code-measures-search = Search
mla-code-measures-seizure = Seizure
mla-code-measures-restraint = Restraint of assets
mla-code-measures-confiscation = Confiscation
mla-code-measures-production_order = Production of records
mla-code-measures-stored_data = Stored electronic data
mla-code-measures-subscriber_data = Subscriber data
mla-code-measures-traffic_data = Traffic data
mla-code-measures-real_time_traffic = Traffic data in real time
mla-code-measures-interception = Interception of communications
mla-code-measures-covert = Covert investigation
mla-code-measures-controlled_delivery = Controlled delivery
mla-code-measures-transfer_of_detained = Transfer of a detained person
mla-code-measures-site_examination = Examination of objects or sites
mla-code-measures-expert = Expert evaluation
mla-code-measures-criminal_record = Criminal record
mla-code-measures-company_record = Company records
mla-code-measures-public_record = Public records
mla-code-measures-tracing_proceeds = Tracing of proceeds of crime
mla-code-measures-restitution = Restitution
mla-code-measures-dna_comparison = DNA comparison
mla-code-measures-voluntary_appearance = Voluntary appearance of a person
mla-code-measures-other = Other assistance
mla-code-orders-attached = Order attached
mla-code-orders-lawful_at_home = Lawful at home, as stated
mla-code-orders-none = None
mla-code-return_forms-originals = Originals
mla-code-return_forms-certified_copies = Certified copies
mla-code-return_forms-copies = Copies
mla-code-channels-platform = This platform
mla-code-channels-post = Post
mla-code-channels-courier = Courier
mla-code-channels-diplomatic = Diplomatic channel
