# Words of the form “urgent_confirmation”.

urgent_confirmation-template = Written confirmation of an urgent request
urgent_confirmation-section-oral = The request made orally
    .help = In urgent cases a request may be made orally where the States agree; it is confirmed in writing forthwith (UNTOC 18(14)).
urgent_confirmation-oral-made_at = Made at
    .help = Day and time with the zone, as 2026-03-02T02:40:00Z.
urgent_confirmation-oral-by = Made by
    .help = The officer who spoke.
urgent_confirmation-oral-by_function = Function
    .help = What that officer is.
urgent_confirmation-oral-to = Made to
    .help = The officer or desk that took it.
urgent_confirmation-oral-channel = Way
    .help = How it was made.
urgent_confirmation-oral-their_reference = Their reference
    .help = What the other side noted it under.
urgent_confirmation-oral-asked = What was asked
    .help = As it was said.
urgent_confirmation-oral-agreed = What was agreed or done
    .help = The answer given, and what has been done since.
urgent_confirmation-oral-differences = Differences
    .help = Where this writing says something else than what was said.
urgent_confirmation-code-oral_channels-telephone = Telephone
urgent_confirmation-code-oral_channels-duty_desk = Duty desk (24/7)
urgent_confirmation-code-oral_channels-police_channel = Police channel
urgent_confirmation-code-oral_channels-liaison_officer = Liaison officer
urgent_confirmation-code-oral_channels-in_person = In person
