# Words of the desk: the officer's day, the search, statistics, requests that name one person, tasks of domestic authorities.

## Rooms
ui-nav-search = Search
ui-nav-statistics = Statistics

## The officer's day
case-list-all = Requests
case-day-as-of = As of { $time }. The page renews itself every 30 seconds.
case-count-mine = in my hands
case-handed = Handed over
case-handed-since = since
case-handed-arrived = Came in
case-handed-ran-out = Ran out
case-handed-promised = News promised for today
case-show-all = Show all ({ $n })
case-lane-quiet = Nothing is open here.
case-news-new = New
case-news-changed = Changed
case-filter-due = Due
case-filter-mine = Who has it

## Search
case-search = Where is it, and who has it?
case-search-box = Number, reference, name, State or word
case-search-hint = All words must be found. Everything you may see is searched, what is closed included.
case-search-do = Search
case-search-found = Found: { $n }
case-search-none = Nothing that you may see is found by these words.
case-place-number = Number
case-place-title = Title
case-place-name = Name
case-place-evidence = Evidence
case-place-content = Content
case-place-message = Messages

## Statistics
stat-title = Statistics
stat-lead = What was received and sent, how long it took, and why it was refused. Each number opens its requests.
stat-from = From
stat-until = Until
stat-shared = For whom
stat-shared-no = This desk
stat-shared-yes = To be shared
stat-shared-note = Groups smaller than five are hidden, and so is what would reveal them. No number opens a list.
stat-hidden = fewer than 5, or hidden with them
stat-file = Download as csv
stat-by-state = By State
stat-by-kind = By kind
stat-by-urgency = By urgency
stat-by-basis = By legal basis
stat-by-channel = By channel
stat-by-outcome = By outcome
stat-by-ground = Refusals by ground
stat-by-arrival = Complete on arrival
stat-by-asked = What was missing
stat-by-month = By month
stat-chart-text = Columns for the months { $from } to { $until }; the same numbers stand in the file.
stat-basis-none = None stated
stat-basis-other = Other
stat-channel-node = Between nodes
stat-channel-other = Other
stat-outcome-open = Open
stat-outcome-executed = Executed
stat-outcome-partly = Executed or accepted in part
stat-outcome-refused = Refused
stat-outcome-withdrawn = Withdrawn
stat-outcome-lapsed = Lapsed
stat-outcome-ended = Ended without a result
stat-arrival-complete = Nothing was asked for
stat-arrival-incomplete = Something was asked for
stat-took = How long it took
stat-took-lead = In days from sending or arrival. The time in which the clocks stood still stands in a line of its own.
stat-span = Until
stat-span-acknowledged = Acknowledgement
stat-span-decided = Decision
stat-span-first-result = First result
stat-span-closed = Closing
stat-span-paused = Clocks stood still
stat-n = Requests
stat-median = Median, days
stat-ninetieth = Nine of ten within, days
stat-more = Further rows in the file: { $n }
stat-cases = Requests behind the number
