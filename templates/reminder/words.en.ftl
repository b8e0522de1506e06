# Words of the form “reminder”.

reminder-template = Reminder of a request
reminder-opening = The { $authority } of { $state } presents its compliments to the { $to_authority } of { $to_state } and has the honour to recall its earlier request, to which what is set out below is still awaited.
reminder-section-reminder = What is awaited
    .help = Say what is missing and until when it is of use; where the matter stands can be answered in one line.
reminder-reminder-awaited = Awaited
    .help = Everything that has not come.
reminder-reminder-asked_on = Asked on
    .help = The day on which the request was delivered.
reminder-reminder-last_news_on = Last news on
    .help = The day of the last message in the matter.
reminder-reminder-needed_on = Useful until
    .help = The last day on which the answer is of use.
reminder-reminder-why = Why it is needed
    .help = What depends on it: a hearing, custody, limitation.
reminder-code-awaited-acknowledgement = Acknowledgement
reminder-code-awaited-decision = Decision
reminder-code-awaited-execution = Execution
reminder-code-awaited-evidence = Evidence
reminder-code-awaited-answer = Answer to a question
reminder-code-awaited-originals = Return of originals
