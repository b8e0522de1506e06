# What the statistics count on the track of each kind, and records that cannot be read.

stat-by-asked-times = How often information was requested
stat-by-offence = By category of offence
stat-by-emergency = Emergencies
stat-by-course = What happened
stat-emergency-within-hour = Answered within the hour
stat-emergency-later = Answered later
stat-emergency-unanswered = Not answered yet
stat-span-decided-running = Decision, without the time the clock stood still
stat-span-arrested = Arrest
stat-span-surrendered = Surrender
stat-span-preserved = Preservation of data
stat-span-frozen = Freezing of assets
stat-course-requested = Requested
stat-course-refused = Refused
stat-course-refused-on = Refused: { $ground }
stat-course-lost = Lost: no request for assistance came in time
stat-course-nationals-refused = Nationals refused
stat-course-nationals-prosecuted = Of these, brought before our own prosecution
stat-tracks = What became of them, by kind
stat-asking = Requests for information
stat-asking-times = In all
stat-asking-each = For each request
case-unread = These records cannot be read, and are not shown: { $n } ({ $ids }). The administrator can examine them with comity ledger verify.
atlas-would-more = Further requests: { $n }
