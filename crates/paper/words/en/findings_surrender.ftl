# What the rules find in a request for extradition or for provisional arrest: why, in one sentence, and what to do, in
# one action. Keys and values as in findings.ftl.

finding-ext-01 = { $missing ->
    [person] The request names nobody who is accused, convicted or suspected.
    [name] The person sought has no name by which to be looked for.
    [birth] The year of birth of the person sought is not given.
   *[mark] Nothing tells the person sought from others of the same name and age.
}
    .action = { $missing ->
    [person] Enter the person sought first, with the role “accused” or “convicted”.
    [name] Enter the family name; a person with one name has it there.
    [birth] Enter the date of birth, or the year alone.
   *[mark] Add a photograph, fingerprints, the number of an identity document, or a description in a sentence.
}
finding-ext-02 = { $missing ->
    [copy] No copy of the warrant or judgment comes with the request.
    [in_force] The request does not say that the warrant or judgment is in force.
   *[other] Extradition rests on a warrant or an enforceable judgment, and this detail of it is missing.
}
    .action = { $missing ->
    [copy] Attach a certified copy of the warrant or judgment.
    [in_force] Confirm that it can be executed today, or have a new one issued.
   *[other] Copy it from the warrant or judgment.
}
finding-ext-03 = { $missing ->
    [offence] The request names no offence.
   *[penalty] No offence is shown to be punishable by { $months } months or more, which the requested State requires.
}
    .action = { $missing ->
    [offence] Enter each offence with its penalties.
   *[penalty] Enter the greatest penalty; one offence that reaches the threshold carries the lesser ones.
}
finding-ext-04 = The requested State requires that at least { $months } months of the sentence are still to be served.
    .action = Enter what remains to be served, or ask for the sentence to be enforced in the requested State.
finding-ext-05 = { $problem ->
    [passed] The period of limitation ended on { $date }.
   *[near] The period of limitation ends on { $date }, within twelve months.
}
    .action = { $problem ->
    [passed] Withdraw this offence, or enter the date with the interruptions counted.
   *[near] Say what interrupts the period, and ask for speed.
}
finding-ext-06 = The text of the law that defines and punishes the offence is missing.
    .action = Copy the provision in full, or attach a certified copy of it.
finding-ext-07 = The law of { $to } requires evidence of a case to answer, and none that can be relied on is listed.
    .action = List affidavits, exhibits or reports; say what each shows and how statements were obtained.
finding-ext-08 = { $problem ->
    [refused] The person is a national of { $to }, which does not surrender its nationals.
    [return] The person is a national of { $to }, which surrenders nationals only if they return to serve the sentence.
    [open] The person is a national of { $to }, and it is not known whether it surrenders its nationals.
   *[prosecute] If { $to } does not surrender its national, article { $article } of { $instrument } obliges it to submit the case to its own prosecutor.
}
    .action = { $problem ->
    [refused] Offer the transfer of proceedings, or give the reason for asking all the same.
    [return] Add the assurance that the person returns to serve the sentence.
    [open] Ask its central authority, or offer return or the transfer of proceedings.
   *[prosecute] Nothing to do; keep the file ready for its prosecutor.
}
finding-ext-09 = The judgment was given in absence, and { $to } surrenders only on the guarantee of a new trial.
    .action = Add the assurance of a new trial, with who gives it, its date and its words.
finding-ext-10 = { $to } extradites only on a treaty, and none that applies can serve as one.
    .action = Ask for the transfer of proceedings or for prosecution there, or agree on a treaty for this case.
finding-ext-11 = Other States ask for the same person: { $states }.
    .action = Say how the requests rank by gravity, place, dates and nationality, and consult with these States.
finding-ext-12 = Neither the treaty nor an undertaking assures { $to } that the person is tried for nothing else.
    .action = Give the undertaking of speciality and enter its words.
finding-ext-13 = The person was under eighteen at the time of the offence: neither death nor life without release may follow.
    .action = Add the assurances that exclude both, or give the provision of law that does.
finding-pa-01 = { $missing ->
    [in_force] The request does not say that the warrant or judgment is in force.
   *[other] Nobody is arrested without the statement that a warrant or judgment exists, with its day and number.
}
    .action = { $missing ->
    [in_force] Confirm that it can be executed today.
   *[other] Copy the day and the number from the warrant or judgment.
}
finding-pa-02 = The request does not say that extradition will be requested.
    .action = Declare that it will be, and within how many days.
finding-pa-03 = { $missing ->
    [time] The request does not say when the offence was committed.
    [place] The request does not say where the offence was committed.
   *[offence] The request does not say for what offence the person is sought.
}
    .action = { $missing ->
    [time] Enter the day, or the first day.
    [place] Enter the place.
   *[offence] Enter the offence with its title and category.
}
finding-pa-04 = Provisional arrest is for urgent cases, and the request does not say why this one cannot wait.
    .action = Choose how urgent it is and the reason, and explain it in a sentence.
finding-pa-05 = { $missing ->
    [person] The request names nobody who is accused, convicted or suspected.
    [name] The person to be arrested has no name.
   *[description] The request says neither what the person looks like nor where the person is.
}
    .action = { $missing ->
    [person] Enter the person first, with the role “accused” or “convicted”.
    [name] Enter the name.
   *[description] Add a description, a photograph or prints, or the place where the person is.
}
finding-pa-06 = The request does not say by which channel it is made; INTERPOL’s may be used as well.
    .action = Choose the channel; name the notice if there is one.
finding-saf-01 = { $problem ->
    [not_binding] The offence is capital in { $from } and not in { $to }, and those who gave the assurance cannot together bind prosecutor, court and pardon power.
   *[missing] The offence is capital in { $from } and not in { $to }, and no assurance excludes the death penalty.
}
    .action = { $problem ->
    [not_binding] Obtain the assurance from, or jointly with, those who can bind all three.
   *[missing] Add an assurance from those who can bind prosecutor, court and pardon power; without it there is no surrender.
}
finding-saf-02 = A life sentence is possible, and { $to } surrenders nobody to one that is never reviewed.
    .action = Add the assurance that a life sentence is reviewed, and after how many years.
finding-saf-04 = What was obtained by torture or ill-treatment is never sent or used, except against those who did it.
    .action = Take this item out, with all that was derived from it.
finding-saf-10 = The fair-trial sheet is not complete.
    .action = Answer this line; the requested State answers for it before its own courts.
