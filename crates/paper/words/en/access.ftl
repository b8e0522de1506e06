# Subject access and redress: what the ledger says of it, refusals, and the letter to the applicant.

verb-access-entered = Application of a person worked on
verb-access-read = Application of a person read
verb-access-decided = Answer about an applicant decided
verb-access-approved = Disclosure to an applicant decided as second person
verb-access-kept = Application of a person: its day came

may-access-enter = Work on the applications of persons
may-access-read = Read the applications of persons
may-access-decide = Decide what is answered about an applicant
may-access-approve = Let a disclosure to an applicant leave, or give it back
may-access-keep = Send answers on their day, destroy what is over

refusal-access-asked = That was asked already.
    .action = Choose a State that was not asked yet.
refusal-access-not-asked = { $state } was not asked about this application.
refusal-access-answered = { $state } has answered already. What was said first stands.
refusal-access-waiting = { $state } still has time to answer.
    .action = Wait for its answer, or for the end of its time.
refusal-access-word = The text holds a word that may not leave: a codeword or the name of a source.
    .action = Write it without that word.

access-letter-access = You applied on { $day } (our number { $number }) to know what is held about you. These are the answers of the States that were asked.
access-letter-correct = You applied on { $day } (our number { $number }) for what is held about you to be corrected. These are the answers of the States that were asked.
access-letter-erase = You applied on { $day } (our number { $number }) for what is held about you to be erased. These are the answers of the States that were asked.
access-letter-unproven = Your application of { $day } (our number { $number }) could not be worked on, because it was not proven who applies. Nothing was searched and no State was asked. You may apply again with an identity document, or through a representative with your written authority.
access-neither = We neither confirm nor deny that information about you is held. This answer is given in the same words whether or not any is held.
access-silent = No answer came within the time set for it.
access-letter-check = The supervisory body may, at your request, check on your behalf whether your data are lawfully handled. It will tell you that it has checked.
access-letter-complain = If you disagree with this answer you may complain to the supervisory body, or go to court, as the law of the State concerned provides. Give our number. Complaining costs nothing and can bring you no disadvantage.
