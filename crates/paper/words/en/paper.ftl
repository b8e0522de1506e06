# Words of the papers (letter, acknowledgement, certificate), of the form machinery and of the shape check.

## Every paper
paper-title-request = Request
paper-title-acknowledgement = Acknowledgement of receipt
paper-title-certificate = Certificate of evidence
paper-page = Page { $page } of { $pages }
paper-record = Digest of the record (SHA-256)
paper-record-note = This paper was drawn from the record with this digest. The record decides.
paper-qr = QR code of the digest of the record
paper-releasable = may be shared with { $states }
paper-releasable-nobody = not to be shared
paper-review = review by { $date }
paper-expires = expires on { $date }
paper-to = To
paper-number = Number
paper-your-reference = Your reference
paper-our-reference = Our reference
paper-date = Date
paper-subject = Subject
paper-urgency = Urgency
paper-urgency-normal = Ordinary
paper-urgency-urgent = Urgent (days)
paper-urgency-emergency = Emergency (hours)
paper-original = Language of the original
paper-original-note = What the author wrote stands here in the language it was written in; the fixed parts are shown in the language of this paper.
paper-telephone = Telephone
paper-duty = Day and night
paper-schedule = Schedule { $letter }. { $title }
paper-signed-for = { $authority }
paper-signature = Signature and seal
paper-signed-note = Signed and sealed electronically; the signatures travel with the record. This space serves States that need ink.

## Request
paper-request-opening = The { $authority } of { $state } presents its compliments to the { $to_authority } of { $to_state } and has the honour to request assistance in the matter set out below.
paper-request-closing = The { $authority } thanks the { $to_authority } for its assistance and avails itself of this opportunity to renew the assurances of its highest consideration.
paper-consultation = Consultation draft. It has no legal effect, starts no period and asks for no measure. Comments are welcome.
paper-urgent-completion = Urgent and not yet complete: the rest follows by { $date }. At stake: { $ground }. Reason given by the head of the authority: { $reason }
paper-ground-life = life or limb
paper-ground-evidence = loss of evidence
paper-ground-flight = flight of a person
paper-second-none = This authority has a single officer: nobody signed beside the author.

## Acknowledgement
paper-ack-opening = The { $authority } of { $state } acknowledges receipt of the request named above.
paper-ack-received = Delivered
paper-ack-by = Acknowledged by
paper-ack-next = You will hear from us by
paper-ack-digest = The digest at the foot of each page was computed here from the record as it arrived. Compare it with the digest on your own file.
paper-ack-measures = Measures asked for
paper-ack-missing = Needed before a decision
paper-ack-nothing = Nothing further is needed at present.
paper-ack-closing = This acknowledgement decides nothing on the substance of the request.

## Certificate of evidence
paper-cert-opening = The { $authority } of { $state } certifies that the items listed below were obtained in execution of the request named above and are returned to the { $to_authority } of { $to_state }.
paper-cert-check = Each item is identified by its SHA-256 digest. Whoever holds the file can compute the digest again, for instance with the program sha256sum, and compare it with this list.
paper-cert-execution = Execution
paper-cert-list = List of items
paper-cert-text = Certificate
paper-cert-closing = Given for use in the proceedings named in the request, within the limits of use stated for each item.
paper-report-what = What was done
paper-report-on = On
paper-report-by = By
paper-report-law = Under
paper-col-number = No.
paper-col-item = Item and file
paper-col-size = Size
paper-col-sha256 = SHA-256
paper-item = Item { $index }. { $title }
paper-item-file = File
paper-item-kind = Kind
paper-item-collected-by = Collected by
paper-item-collected-at = Collected at
paper-item-place = Place
paper-item-law = Under
paper-item-certificate = Certificate
paper-item-use = May be used for
paper-custody = Custody record
paper-col-when = When
paper-col-who = Who
paper-col-action = Act
paper-col-why = Why
paper-col-link = Link to the step before
paper-custody-first = first step
paper-custody-officer = officer { $id }
paper-custody-system = automatic step
paper-custody-why-attached = attached to the request
paper-custody-why-returned = returned to the requesting State
paper-custody-why-arrived = arrived with the returned evidence
paper-custody-why-paper = received on paper and scanned here
paper-custody-why-holds = file and custody record intact
paper-custody-why-broken = file or custody record altered
paper-custody-why-opened = opened by an officer
paper-custody-collected = collected
paper-custody-sealed = sealed
paper-custody-sent = sent
paper-custody-received = received
paper-custody-verified = verified
paper-custody-opened = opened
paper-custody-exported = exported

## When a paper cannot be set
paper-error-font = This paper cannot be set: no font for the { $script } script was found. Put one into the font folder (Debian: fonts-noto-core and fonts-noto-cjk), or use the print view.
paper-error-set = This paper could not be set. The print view shows the same content.
script-latin = Latin
script-cyrillic = Cyrillic
script-arabic = Arabic
script-han = Chinese
script-other = other (character { $character })

## Forms
form-beyond = Further particulars
    .help = These particulars came with the request and have no place on the form as this node knows it. They are kept as they came.
    .source = Not on this form
form-language-of = Language of “{ $field }”
    .help = The language in which this text is written, as a two-letter code.
form-withheld = Withheld: { $reason }
form-label-value = { $label }: { $value }
form-list-separator = {", "}
form-codes-separator = {"; "}
form-moment-separator = {", "}

## Shape check
finding-shape-01 = The template does not know the field “{ $name }”. It is kept as it came.
    .action = Check whether it belongs into a known field.
finding-shape-02 = The text has { $found } characters; { $max } are allowed.
    .action = Shorten it, or attach the long form as a document.
finding-shape-03 = Another kind of value is expected here.
    .action = Write it as the help below the field says, or answer “unknown”.
finding-shape-04 = “{ $code }” is not in the closed list.
    .action = Choose one of the answers offered.
finding-shape-05 = This is required and nothing stands here.
    .action = Fill it in; where the answer is not known, say so: unknown is an answer.
finding-shape-06 = More entries than the { $max } allowed.
    .action = Remove entries, or put the rest into a document attached.

## Sources
source-untoc = UN Convention against Transnational Organized Crime, article { $article }
source-ets185 = Council of Europe Convention on Cybercrime, article { $article }
source-ets182 = Second Additional Protocol to the European Convention on Mutual Assistance, article { $article }
source-cets224 = Second Additional Protocol to the Convention on Cybercrime, article { $article }
source-cets217 = Additional Protocol to the Convention on the Prevention of Terrorism, article { $article }
source-tcy = Model forms of the Cybercrime Convention Committee
source-iccpr = International Covenant on Civil and Political Rights, article { $article }
source-ets24 = European Convention on Extradition (ETS 24), article { $article }
source-model = UN Model Treaty on Extradition, article { $article }
source-eaw = European arrest warrant, form, box { $article }
source-bombings = International Convention for the Suppression of Terrorist Bombings, article { $article }
source-cat = Convention against Torture, article { $article }
source-vccr = Vienna Convention on Consular Relations, article { $article }
source-crc = Convention on the Rights of the Child, article { $article }
source-res2322 = Security Council resolution 2322 (2016), paragraph { $article }
source-res2253 = Security Council resolution 2253 (2015), paragraph { $article }
source-res1373 = Security Council resolution 1373 (2001), paragraph { $article }
source-dir977 = Directive (EU) 2023/977 on the exchange of information between police, article { $article }
source-rpd = INTERPOL Rules on the Processing of Data, article { $article }
source-ets073 = European Convention on the Transfer of Proceedings in Criminal Matters, article { $article }
source-eutcp = Regulation (EU) 2024/3011 on the transfer of proceedings, article { $article }
source-financing-1999 = Convention for the Suppression of the Financing of Terrorism, article { $article }
source-fatf = FATF Recommendation { $article }
source-practice = Established practice of central authorities
