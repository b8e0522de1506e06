# Words of the template “spontaneous_information”: sections, fields with their help, codes.

spontaneous_information-template = Spontaneous information
spontaneous_information-opening = The { $authority } of { $state } presents its compliments to the { $to_authority } of { $to_state } and has the honour to bring the following information to its attention, under the conditions set out below.
spontaneous_information-closing = The { $authority } avails itself of this opportunity to renew to the { $to_authority } the assurances of its highest consideration.

## Sections
spontaneous_information-section-information = The information
    .help = A summary that may be read at once, and the content, which opens when the conditions are accepted.
spontaneous_information-section-conditions = Conditions
    .help = What the receiving State may do with the information. State them even where there are none.
spontaneous_information-section-movements = Movements
    .help = Journeys made or expected: when, by what means, from where to where, under which name.
    .one = Movement { $index }
    .add = Add a movement
    .remove = Remove movement { $index }
spontaneous_information-section-reply = Reply
    .help = Whether you wish to hear what became of it.

## The information
spontaneous_information-information-summary = Summary
    .help = Visible before the conditions are accepted: no names, no sources.
spontaneous_information-information-content = Content
    .help = What is known, about whom, from when. It opens when the conditions are accepted.
spontaneous_information-information-reason = Why it is sent
    .help = What it may help the other State to start or to do.
spontaneous_information-information-reliability = Reliability of the source
    .help = From A, completely reliable, to F, cannot be judged.
spontaneous_information-information-accuracy = Accuracy of the information
    .help = From 1, confirmed, to 6, cannot be judged.
spontaneous_information-information-own_proceeding_safe = Own proceedings are not harmed
    .help = Whether your own inquiries allow the information to be given.
spontaneous_information-information-obtained_how = How it was obtained
    .help = For what was said in custody, say under which safeguards it was said.

## Conditions
spontaneous_information-conditions-use = Use
    .help = Choose “no condition” where there is none.
spontaneous_information-conditions-onward_transfer = Passing it on
    .help = Whether it may be given to another authority or State.
spontaneous_information-conditions-text = Conditions in words
    .help = What the codes do not say: who must not be named, whom to ask for consent.
spontaneous_information-conditions-review_on = Review on
    .help = The day on which it is looked at again; five years ahead at the latest.
spontaneous_information-conditions-expires_on = Expires on
    .help = The day after which it may no longer be used.
spontaneous_information-conditions-certificate = Certificate for use as evidence
    .help = A court will ask who made the record and how it was kept.

## Persons
spontaneous_information-persons-biometrics_taken_on = Biometrics taken on
    .help = The day on which the picture or the prints were taken.
spontaneous_information-persons-biometrics_quality = Quality of the biometrics
    .help = Size, resolution, angle: what a comparison needs to know.

## Movements
spontaneous_information-movements-on = Day
    .help = Past or expected.
spontaneous_information-movements-means = Means
    .help = How the person travels.
spontaneous_information-movements-from_place = From
    .help = Place of departure.
spontaneous_information-movements-to_place = To
    .help = Place of arrival.
spontaneous_information-movements-name_used = Name used
    .help = The name on the ticket or the document.
spontaneous_information-movements-document = Document used
    .help = Kind, number and issuer.

## Reply
spontaneous_information-reply-wished = Reply wished
    .help = Whether an answer is hoped for. There is no duty to answer.
spontaneous_information-reply-question = What is to be learned
    .help = One or two questions.
spontaneous_information-reply-receipt = Receipt wished
    .help = A receipt shows that the conditions were accepted, signed by both sides.

## Codes
spontaneous_information-code-reliability-A = A: completely reliable
spontaneous_information-code-reliability-B = B: usually reliable
spontaneous_information-code-reliability-C = C: fairly reliable
spontaneous_information-code-reliability-D = D: not usually reliable
spontaneous_information-code-reliability-E = E: unreliable
spontaneous_information-code-reliability-F = F: cannot be judged
spontaneous_information-code-accuracy-1 = 1: confirmed by other sources
spontaneous_information-code-accuracy-2 = 2: probably true
spontaneous_information-code-accuracy-3 = 3: possibly true
spontaneous_information-code-accuracy-4 = 4: doubtful
spontaneous_information-code-accuracy-5 = 5: improbable
spontaneous_information-code-accuracy-6 = 6: cannot be judged
spontaneous_information-code-uses-intelligence_only = As intelligence only
spontaneous_information-code-uses-lead_only = As a lead for own inquiries
spontaneous_information-code-uses-evidence_with_consent = As evidence after consent
spontaneous_information-code-uses-evidence = As evidence
spontaneous_information-code-uses-none = No condition
spontaneous_information-code-certificates-attached = Attached
spontaneous_information-code-certificates-on_request = On request
spontaneous_information-code-certificates-none = None
spontaneous_information-code-means-air = By air
spontaneous_information-code-means-sea = By sea
spontaneous_information-code-means-rail = By rail
spontaneous_information-code-means-road = By road
spontaneous_information-code-means-foot = On foot
spontaneous_information-code-means-other = Other
