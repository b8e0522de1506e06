# Words of the template “extradition”: sections, fields with their help, codes.

extradition-template = Request for extradition

## Sections
extradition-section-evidence = Evidence
    .help = Only where the requested State must see a case to answer: affidavits, exhibits and what each shows.
    .one = Item { $index }
    .add = Add an item
    .remove = Remove item { $index }
extradition-section-assurances = Assurances
    .help = What is promised for the person, by whom, and whom the giver can bind: prosecutor, court, pardon. Most can follow after consultation; a surrender cannot go before them.
    .one = Assurance { $index }
    .add = Add an assurance
    .remove = Remove assurance { $index }
extradition-section-fair_trial = Fair-trial sheet
    .help = The trial that awaits the person, or that was held. The requested State answers for it before its own courts.
extradition-section-speciality = Speciality
    .help = The person is tried for what is asked here and for nothing else committed before.
extradition-section-competing = Requests of other States
    .help = Who else is known to want the same person; it decides the order of surrender.
    .one = Request { $index }
    .add = Add a request
    .remove = Remove request { $index }
extradition-section-property = Property
    .help = Things that may serve as evidence or come from the offence, to be handed over with the person.
extradition-section-surrender = Surrender
    .help = Where and how the person is to be handed over, once it is granted.

## Offences
extradition-offences-limitation_there_on = Limitation in the requested State ends on
    .help = Under the law of the requested State, as far as known.
extradition-offences-deemed_in = Deemed committed in
    .help = Further States in which a convention treats the offence as committed.

## Evidence
extradition-evidence-kind = Kind
    .help = What it is.
extradition-evidence-title = Title
    .help = With its date and author.
extradition-evidence-shows = What it shows
    .help = Which element of the offence, in a sentence.
extradition-evidence-obtained = How it was obtained
    .help = Words taken in custody without safeguards support no arrest; what torture brought forth is never sent.

## Assurances
extradition-assurances-kind = What is promised
    .help = One entry for each promise.
extradition-assurances-givers = Given by (kind of body)
    .help = Several for a joint assurance. A ministry of foreign affairs alone binds neither prosecutor nor court.
extradition-assurances-given_by = Signed by
    .help = As they sign: office and name.
extradition-assurances-binds = Whom it binds
    .help = Those who cannot act against it. Against death all three are needed: prosecutor, court, pardon.
extradition-assurances-given_on = Given on
    .help = The day on which it was signed.
extradition-assurances-text = Its words
    .help = In full: what will not be sought, imposed, carried out, or what will be done.
extradition-assurances-expires = Expires on
    .help = “Does not apply” where it holds for as long as the person lives.
extradition-assurances-monitoring = Next check that it is kept
    .help = The day on which somebody goes and sees.

## Fair-trial sheet
extradition-fair_trial-court = Court
    .help = Which court tries or tried the case, and how it is composed.
extradition-fair_trial-ordinary_court = Ordinary court
    .help = No for a special, military or ad hoc court.
extradition-fair_trial-public = Public hearing
    .help = Whether the trial is public.
extradition-fair_trial-counsel = Counsel of own choice
    .help = Or one given free of charge.
extradition-fair_trial-interpreter = Interpreter
    .help = Where the person does not understand the language of the court.
extradition-fair_trial-appeal = Appeal
    .help = Whether a higher court can review conviction and sentence.
extradition-fair_trial-tainted_excluded = Statements under torture excluded
    .help = Whether the court must leave them out.
extradition-fair_trial-detention = Place and conditions of detention
    .help = Which prison, which regime, who inspects it.

## Speciality
extradition-speciality-undertaking = Undertaken
    .help = Needed where the treaty does not say it.
extradition-speciality-text = Its words
    .help = What the person will not be tried, sentenced or held for without consent.
extradition-speciality-other_offences = Other offences known
    .help = Name them now: consent is asked once.

## Requests of other States
extradition-competing-state = State
    .help = The State that also asks.
extradition-competing-made_on = Made on
    .help = The day of its request.
extradition-competing-offence = Offence
    .help = What it is for, and the greatest penalty.
extradition-competing-note = For the order of surrender
    .help = Gravity, place, dates, nationality, whether surrender onward is possible.

## Property
extradition-property-wanted = Property is to be handed over
    .help = Whether things are asked for with the person.
extradition-property-items = Which things
    .help = What, where it may be, who else may have a right to it.

## Surrender
extradition-surrender-place = Place
    .help = Airport or border post.
extradition-surrender-from_on = Possible from
    .help = The first day on which an escort can come.
extradition-surrender-escort = Escort
    .help = Who comes, how many, how they travel.
extradition-surrender-transit = Transit through
    .help = States whose consent to the passage is needed.
extradition-surrender-medical = Medical needs
    .help = What the escort must know or bring.

## Codes
extradition-code-evidence_kinds-affidavit = Affidavit
extradition-code-evidence_kinds-statement = Statement
extradition-code-evidence_kinds-expert_report = Expert report
extradition-code-evidence_kinds-document = Document
extradition-code-evidence_kinds-recording = Recording of words
extradition-code-evidence_kinds-exhibit = Exhibit
extradition-code-obtained-at_liberty = Freely, at liberty
extradition-code-obtained-custody_with_safeguards = In custody, with counsel or a judge, rights told
extradition-code-obtained-alleged = Ill-treatment is alleged
extradition-code-obtained-tainted = By torture or ill-treatment
extradition-code-assurance_kinds-death_not_sought = Death penalty not sought
extradition-code-assurance_kinds-death_not_imposed = Death penalty not imposed
extradition-code-assurance_kinds-death_not_carried_out = Death penalty not carried out
extradition-code-assurance_kinds-life_review = Review of a life sentence
extradition-code-assurance_kinds-in_absentia_retrial = New trial after a judgment in absence
extradition-code-assurance_kinds-fair_trial_forum = Ordinary court and fair trial
extradition-code-assurance_kinds-treatment = Treatment and place of detention
extradition-code-assurance_kinds-return_of_national = Return to serve the sentence
extradition-code-assurance_kinds-speciality = Speciality
extradition-code-assurance_kinds-no_re_extradition = No surrender to a third State
extradition-code-assurance_kinds-monitoring_visits = Monitoring visits
extradition-code-givers-head_of_state = Head of State
extradition-code-givers-government = Government
extradition-code-givers-ministry_of_justice = Ministry of justice
extradition-code-givers-foreign_ministry = Ministry of foreign affairs
extradition-code-givers-embassy = Embassy
extradition-code-givers-prosecutor_general = Prosecutor general
extradition-code-givers-court = Court
extradition-code-givers-pardon_authority = Holder of the pardon power
extradition-code-givers-prison_authority = Prison authority
extradition-code-givers-police = Police
extradition-code-givers-other = Other, named in the text
extradition-code-powers-prosecutor = Prosecutor
extradition-code-powers-court = Court
extradition-code-powers-pardon = Pardon power
extradition-code-powers-prison = Prison authority
