# Words of the template “transfer_of_proceedings”: sections, fields with their help, codes.

transfer_of_proceedings-template = Request for the transfer of criminal proceedings

## Sections
transfer_of_proceedings-section-reasons = Reasons for the transfer
    .help = Why the case is better tried in the requested State. Each criterion is explained in a sentence.
    .one = Reason { $index }
    .add = Add a reason
    .remove = Remove reason { $index }
transfer_of_proceedings-section-jurisdiction = Jurisdiction of the requested State
    .help = Without jurisdiction there, the transfer must be refused.
transfer_of_proceedings-section-limitation = Limitation
    .help = In both States; a prosecution that is time-barred there cannot be taken over.
transfer_of_proceedings-section-ne_bis_in_idem = Ne bis in idem
    .help = Nobody is tried twice for the same acts.
transfer_of_proceedings-section-views = Views of the suspect and of the victims
    .help = What they say to the transfer. Where somebody was not asked, say why.
transfer_of_proceedings-section-measures_in_force = Measures in force
    .help = What has been ordered against persons or things, and until when. Custody stands with the person.
    .one = Measure { $index }
    .add = Add a measure
    .remove = Remove measure { $index }
transfer_of_proceedings-section-inventory = Inventory of the file
    .help = Everything that is handed over, so that nothing is lost and nothing is added.
    .one = Item { $index }
    .add = Add an item
    .remove = Remove item { $index }
transfer_of_proceedings-section-own_proceedings = Own proceedings and result
    .help = What happens to the case at home, and what you wish to be told.

## Persons
transfer_of_proceedings-persons-custody_until_on = Custody ends on
    .help = The last day of the present order; after it the person is released unless it is extended.

## Reasons
transfer_of_proceedings-reasons-criterion = Criterion
    .help = What speaks for a trial in the requested State.
transfer_of_proceedings-reasons-text = Explanation
    .help = The facts behind the criterion: who lives where, which evidence is where.

## Jurisdiction
transfer_of_proceedings-jurisdiction-ground = Ground
    .help = On what the courts of the requested State can found their jurisdiction.
transfer_of_proceedings-jurisdiction-text = Provision
    .help = The law or the treaty article that gives it, as far as known.

## Limitation
transfer_of_proceedings-limitation-requested_on = In the requested State, ends on
    .help = Under the law of the requested State; “not applicable” where the offence does not lapse.
transfer_of_proceedings-limitation-requesting_on = In the requesting State, ends on
    .help = Under your own law, interruptions counted.
transfer_of_proceedings-limitation-interruptions = Interruptions
    .help = Acts that interrupted or suspended the period, each with its date.

## Ne bis in idem
transfer_of_proceedings-ne_bis_in_idem-declared = No final judgment
    .help = Yes: you declare that no final judgment was given for these acts, at home or, as far as you know, elsewhere.
transfer_of_proceedings-ne_bis_in_idem-text = Declaration
    .help = What was checked: own records, other States; proceedings pending elsewhere.

## Views
transfer_of_proceedings-suspect_view-heard = Suspect heard
    .help = Whether the suspect could say what he or she thinks of the transfer.
transfer_of_proceedings-suspect_view-text = View of the suspect
    .help = What was said, when and how; or why the suspect was not asked.
transfer_of_proceedings-suspect_view-counsel = View of counsel
    .help = Where there is counsel.
transfer_of_proceedings-victims_view-heard = Victims heard
    .help = “Not applicable” only where the offence has no victim.
transfer_of_proceedings-victims_view-text = View of the victims
    .help = What they said, or why they were not asked.
transfer_of_proceedings-victims_view-languages = Languages of the victims
    .help = Two-letter codes; in these they will be written to.
transfer_of_proceedings-victims_view-rights_notice = Told of their rights
    .help = Whether they know what rights they have in the proceedings of the requested State.

## Measures in force
transfer_of_proceedings-measures_in_force-kind = Kind of measure
    .help = What was ordered.
transfer_of_proceedings-measures_in_force-object = Person or thing
    .help = Against whom, or on what.
transfer_of_proceedings-measures_in_force-ordered_by = Ordered by
    .help = The authority, with the number of its order.
transfer_of_proceedings-measures_in_force-since_on = Since
    .help = The day of the order.
transfer_of_proceedings-measures_in_force-until_on = Until
    .help = The day on which it lapses; “not applicable” where it has no end.

## Inventory
transfer_of_proceedings-inventory-title = Item
    .help = What it is, with its date and number in the file.
transfer_of_proceedings-inventory-kind = Kind
    .help = Record, statement, report, exhibit or recording.
transfer_of_proceedings-inventory-form = Form
    .help = Electronic, on paper, or an object.
transfer_of_proceedings-inventory-pages = Pages
    .help = Number of pages.
transfer_of_proceedings-inventory-original = Original
    .help = Whether the original is handed over, or a copy.
transfer_of_proceedings-inventory-place = Where it is
    .help = Where the original is kept until it is handed over.
transfer_of_proceedings-inventory-sha256 = SHA-256
    .help = Digest of the electronic file: it shows that nothing was changed.

## Own proceedings and result
transfer_of_proceedings-own_proceedings-effect = Own proceedings
    .help = Stayed or ended when the transfer is accepted.
transfer_of_proceedings-own_proceedings-when = From when
    .help = The event or the day from which they are stayed or ended.
transfer_of_proceedings-own_proceedings-revival = Revived if dropped there
    .help = Whether you may prosecute again if the requested State ends the case without a decision.
transfer_of_proceedings-result-wanted = Result to be reported
    .help = Whether you ask to be told how the case ends.
transfer_of_proceedings-result-wishes = What is wished
    .help = For instance a certified copy of the decision.

## Codes
transfer_of_proceedings-code-criteria-territory = Committed there
transfer_of_proceedings-code-criteria-effects = Effects or damage there
transfer_of_proceedings-code-criteria-nationality = Nationality of the suspect
transfer_of_proceedings-code-criteria-residence = Residence of the suspect
transfer_of_proceedings-code-criteria-presence = Presence of the suspect
transfer_of_proceedings-code-criteria-surrender_refused = Surrender was refused
transfer_of_proceedings-code-criteria-custody_elsewhere = Serves or awaits a sentence there
transfer_of_proceedings-code-criteria-parallel_proceedings = Proceedings for the same or related acts there
transfer_of_proceedings-code-criteria-evidence = Most evidence is there
transfer_of_proceedings-code-criteria-witnesses = Most witnesses are there
transfer_of_proceedings-code-criteria-victims = Most victims are there
transfer_of_proceedings-code-criteria-enforcement = A sentence can be enforced there
transfer_of_proceedings-code-criteria-rehabilitation = Better social rehabilitation there
transfer_of_proceedings-code-forums-territory = Territory
transfer_of_proceedings-code-forums-flag = Flag or registration
transfer_of_proceedings-code-forums-active_nationality = Nationality of the offender
transfer_of_proceedings-code-forums-passive_nationality = Nationality of the victim
transfer_of_proceedings-code-forums-residence = Residence of the offender
transfer_of_proceedings-code-forums-presence = Presence of the offender, who is not extradited
transfer_of_proceedings-code-forums-effect = Effect on the State
transfer_of_proceedings-code-forums-universal = Universal jurisdiction
transfer_of_proceedings-code-forums-conferred_by_treaty = Conferred by a treaty on the transfer of proceedings
transfer_of_proceedings-code-inventory_kinds-record = Record of the proceedings
transfer_of_proceedings-code-inventory_kinds-statement = Statement
transfer_of_proceedings-code-inventory_kinds-report = Report or opinion
transfer_of_proceedings-code-inventory_kinds-exhibit = Exhibit
transfer_of_proceedings-code-inventory_kinds-recording = Recording
transfer_of_proceedings-code-inventory_kinds-data_carrier = Data carrier
transfer_of_proceedings-code-inventory_kinds-other = Other
transfer_of_proceedings-code-inventory_forms-electronic = Electronic
transfer_of_proceedings-code-inventory_forms-paper = Paper
transfer_of_proceedings-code-inventory_forms-object = Object
transfer_of_proceedings-code-measures_in_force-bail = Bail or surety
transfer_of_proceedings-code-measures_in_force-travel_ban = Ban on travel
transfer_of_proceedings-code-measures_in_force-reporting = Duty to report
transfer_of_proceedings-code-measures_in_force-seizure = Seizure
transfer_of_proceedings-code-measures_in_force-freezing = Freezing of assets
transfer_of_proceedings-code-measures_in_force-other = Other measure
transfer_of_proceedings-code-own_effects-stay = Stayed
transfer_of_proceedings-code-own_effects-end = Ended
