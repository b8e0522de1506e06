# Words of the template “electronic_evidence”: sections, fields with their help, codes.

electronic_evidence-template = Request concerning electronic evidence

## Sections
electronic_evidence-section-evidence = What is asked for
    .help = Which data, of which provider, from when to when, and why.
electronic_evidence-section-identifiers = Accounts, addresses and other identifiers
    .help = One entry for each. A provider can act on an identifier, not on a description.
    .one = Identifier { $index }
    .add = Add an identifier
    .remove = Remove identifier { $index }
electronic_evidence-section-emergency = The emergency
    .help = A danger to life or safety that is about to come true. The officer is called back before anything is disclosed.
electronic_evidence-section-follow_up = What follows
    .help = Whether a request for mutual legal assistance will follow, and by when.
electronic_evidence-section-user_notice = Notice to the user
    .help = What the provider may tell its customer.
electronic_evidence-section-delivery = Delivery of the data
    .help = By what way and in what form the data come.

## What is asked for
electronic_evidence-evidence-subtype = Kind of request
    .help = To keep data, to keep them longer, to find the next provider, or to disclose them.
electronic_evidence-evidence-provider = Provider
    .help = The legal entity that holds the data, with its seat.
electronic_evidence-evidence-provider_state = State of the provider
    .help = It is the requested State; for another one write another request.
electronic_evidence-evidence-provider_contact = Where the provider takes requests
    .help = Portal, address or contact point for authorities.
electronic_evidence-evidence-service = Service
    .help = The name under which the user knows it.
electronic_evidence-evidence-data_types = Types of data
    .help = Only those that are needed: the less is asked, the sooner it comes.
electronic_evidence-evidence-description = Description of the data
    .help = What exactly is kept or disclosed, and what is not asked for.
electronic_evidence-evidence-period_from = Period from
    .help = Day, time and zone, as 2026-04-01T00:00:00Z.
electronic_evidence-evidence-period_until = Period until
    .help = Day, time and zone. Stored data end today at the latest.
electronic_evidence-evidence-aim = Aim
    .help = What the data are to show. To know who a user is, subscriber data are enough.
electronic_evidence-evidence-relation = Relation to the offence
    .help = Why these data, and which element of the offence they help to prove.
electronic_evidence-evidence-necessity = Necessity
    .help = Why the data are needed now, and what happens without them.
electronic_evidence-evidence-volatility = How long the data last
    .help = When the provider or the user deletes them.
electronic_evidence-evidence-preserve_until_on = Keep until
    .help = Leave it empty for the period of the treaty, sixty days at least.
electronic_evidence-evidence-proportionality = Proportionality
    .help = Why data that intrude less would not do.
electronic_evidence-evidence-order = Order at home
    .help = Attached, or a statement that the disclosure would be lawful at home.
electronic_evidence-evidence-order_statement = Statement on lawfulness
    .help = Which provision would allow it at home, and who would order it.
electronic_evidence-evidence-threshold = Threshold
    .help = How grave the offence must be at home for this type of data, and that it is.
electronic_evidence-evidence-next_provider = Next provider
    .help = If the trace has led to another provider already: its name.
electronic_evidence-evidence-next_provider_state = State of the next provider
    .help = A new request for preservation goes there.

## Identifiers
electronic_evidence-identifiers-kind = Kind
    .help = What sort of identifier it is.
electronic_evidence-identifiers-value = Identifier
    .help = Exactly as the service writes it; no wildcard.
electronic_evidence-identifiers-port = Source port
    .help = Many users share one address; only the port tells them apart.
electronic_evidence-identifiers-seen_at = Seen at
    .help = Day, time with seconds, and zone, as 2026-04-29T21:14:05Z.
electronic_evidence-identifiers-created_on = Believed to exist since
    .help = The day on which the account was made, if known.

## The emergency
electronic_evidence-emergency-threat = The threat
    .help = Who is in danger, of what, from whom.
electronic_evidence-emergency-imminence = Why it is imminent
    .help = When it is expected, and how that is known.
electronic_evidence-emergency-how_data_avert = How the data avert it
    .help = What will be done with them as soon as they come.
electronic_evidence-emergency-officer = Officer who asks
    .help = The person who can be called back.
electronic_evidence-emergency-officer_number = Service number of the officer
    .help = The duty desk can confirm it.
electronic_evidence-emergency-call_back = Number for the call-back
    .help = A number that the directory has for your authority; no other will be called.

## What follows
electronic_evidence-follow_up-mla_intended = Mutual legal assistance will be asked for
    .help = Data are kept only for a request that is to come.
electronic_evidence-follow_up-mla_by_on = By
    .help = The day by which that request is expected to arrive.

## Notice to the user
electronic_evidence-user_notice-instruction = Instruction
    .help = Whether the provider may tell its customer.
electronic_evidence-user_notice-until_on = Until
    .help = The day on which the reason for silence ends.
electronic_evidence-user_notice-reason = Reason
    .help = What harm notice would do.

## Delivery
electronic_evidence-delivery-channel = Channel
    .help = By this platform each item carries its digest and its custody record.
electronic_evidence-delivery-format = Format
    .help = Files and tables that your examiners can read, with their digests.
electronic_evidence-delivery-key = Key
    .help = Fingerprint of the key with which the data are sealed for you.

## Codes
electronic_evidence-code-subtypes-preservation = Expedited preservation
electronic_evidence-code-subtypes-extension = Extension of a preservation
electronic_evidence-code-subtypes-partial_disclosure = Partial disclosure of traffic data
electronic_evidence-code-subtypes-subscriber = Disclosure of subscriber data
electronic_evidence-code-subtypes-traffic = Disclosure of traffic data
electronic_evidence-code-subtypes-content = Disclosure of stored content
electronic_evidence-code-subtypes-real_time_traffic = Traffic data in real time
electronic_evidence-code-subtypes-interception = Interception of content
electronic_evidence-code-subtypes-emergency = Emergency disclosure
electronic_evidence-code-subtypes-provider_direct = Direct request to the provider
electronic_evidence-code-data_types-subscriber = Subscriber and registration
electronic_evidence-code-data_types-payment = Payment details
electronic_evidence-code-data_types-log_ins = Log-ins with address and port
electronic_evidence-code-data_types-connections = Connections
electronic_evidence-code-data_types-message_records = Records of messages, without content
electronic_evidence-code-data_types-call_records = Records of calls, without content
electronic_evidence-code-data_types-location = Location
electronic_evidence-code-data_types-messages = Content of messages
electronic_evidence-code-data_types-mailbox = Content of a mailbox
electronic_evidence-code-data_types-stored_files = Stored files
electronic_evidence-code-data_types-calls = Content of calls
electronic_evidence-code-data_types-device_backup = Backup of a device
electronic_evidence-code-identifier_kinds-account = Account or user name
electronic_evidence-code-identifier_kinds-email = Address of electronic mail
electronic_evidence-code-identifier_kinds-url = Address of a page (URL)
electronic_evidence-code-identifier_kinds-domain = Domain name
electronic_evidence-code-identifier_kinds-phone = Telephone number
electronic_evidence-code-identifier_kinds-imsi = IMSI of a SIM card
electronic_evidence-code-identifier_kinds-device = Device (IMEI, MAC, serial number)
electronic_evidence-code-identifier_kinds-ip_address = IP address
electronic_evidence-code-identifier_kinds-wallet = Wallet address
electronic_evidence-code-identifier_kinds-file_hash = Digest of a file
electronic_evidence-code-identifier_kinds-other = Other
electronic_evidence-code-aims-identify_user = Identify the user
electronic_evidence-code-aims-locate_person = Locate a person
electronic_evidence-code-aims-trace_contacts = Trace contacts
electronic_evidence-code-aims-prove_content = Prove what was written or said
electronic_evidence-code-aims-avert_danger = Avert a danger
electronic_evidence-code-orders-attached = Order attached
electronic_evidence-code-orders-lawful_at_home = Lawful at home, as stated
electronic_evidence-code-orders-none = None
electronic_evidence-code-notices-do_not_tell = The user must not be told
electronic_evidence-code-notices-tell_after = The user may be told after the day named
electronic_evidence-code-notices-may_tell = The user may be told
electronic_evidence-code-delivery_channels-platform = This platform
electronic_evidence-code-delivery_channels-provider_portal = Portal of the provider
electronic_evidence-code-delivery_channels-encrypted_mail = Encrypted electronic mail
electronic_evidence-code-delivery_channels-sealed_medium = Sealed data carrier
