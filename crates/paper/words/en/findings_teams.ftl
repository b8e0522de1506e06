# What the rules find in an agreement on a joint team, in a request between police, and in a draft of a notice.

finding-jit-01 = { $problem ->
    [too_few] A joint team has two States at least.
    [no_state] A party without its State is no party.
    [side_missing] { $state } takes part in this exchange and is not among the parties.
   *[no_purpose] The purpose of the team is missing or is only a label.
}
    .action = { $problem ->
    [too_few] Add the other party.
    [no_state] Enter the State of this party.
    [side_missing] Add that State to the parties, or send to one that is.
   *[no_purpose] Say in a sentence which conduct is investigated and what the team is to find out.
}
finding-jit-02 = { $problem ->
    [no_start] The agreement does not say when the team begins.
    [no_end] The agreement does not say when the team ends.
    [automatic] A team is not extended by silence.
   *[too_long] The team would last { $months } months; { $max } is the most.
}
    .action = { $problem ->
    [no_start] Enter the first day.
    [no_end] Enter the last day.
    [automatic] Choose an extension by an addendum that every party signs.
   *[too_long] Choose an earlier last day; extend later by an addendum.
}
finding-jit-03 = { $problem ->
    [leader] This party has no leader.
    [signatory] Nobody signs for this party.
   *[power_to_sign] Whoever signs for this party has no power to sign, or it is not said.
}
    .action = { $problem ->
    [leader] Name the leader for this State.
    [signatory] Name the signatory for this State.
   *[power_to_sign] Let somebody sign who can bind the authority, and name the provision.
}
finding-jit-04 = { $problem ->
    [missing] No legal basis is cited between { $pair }.
   *[not_binding] What is cited between { $pair } does not bind both States or gives no joint team.
}
    .action = Cite a treaty that binds both and allows joint teams; article 19 of the Convention against Transnational Organized Crime allows one case by case.
finding-jit-05 = The agreement does not say how differences between the parties’ rules on evidence are dealt with.
    .action = Say which formalities are followed so that every party’s courts can use the evidence.
finding-jit-06 = The law of { $states } asks for safeguards on personal data, and the agreement has no clause on them.
    .action = Add the clause: purpose, period of keeping, rights of persons, supervision.
finding-jit-07 = The parties owe the defence different things, or it is not said what, and the agreement does not say which duty is followed.
    .action = Say which duty of disclosure is followed; the stricter one is safe.
finding-jit-08 = { $problem ->
    [no_state] It is not said which State this member comes from.
   *[no_party] { $state } is not a party, so nobody from there can be a member or be seconded.
}
    .action = Enter the State, make it a party, or name the person as a participant.
finding-jit-09 = Something is needed in { $states }, outside the team.
    .action = Draft a request for mutual legal assistance from the team’s file.
finding-pol-01 = { $missing ->
    [purpose] The request does not say whether it is to prevent, to detect or to investigate.
   *[offence] The request does not name the offence.
}
    .action = { $missing ->
    [purpose] Choose the purpose.
   *[offence] Name the offence and choose its category.
}
finding-pol-02 = Sensitive data are asked for, and it is not said why they are needed.
    .action = Say why the inquiry cannot do without them.
finding-pol-03 = What is asked for takes a court’s order or makes evidence; police cannot give it to police.
    .action = Turn the request into one for mutual legal assistance; what is filled in is taken over.
finding-pol-04 = The law of { $state } wants the central authority to have a copy.
    .action = Mark that a copy goes to the central authority; nothing waits for it.
finding-pol-05 = A refusal needs the code of its reason.
    .action = Choose the reason.
finding-pol-06 = The answer is to serve as evidence, and it is not said whose consent will be asked.
    .action = Name the authority whose consent is needed, or use the answer as information only.
finding-not-01 = { $missing ->
    [colour] It is not said what kind of notice this is.
    [person] Nobody is named whom the notice is about.
    [family_name] The family name is missing.
    [given_names] The given names are missing.
    [sex] The sex is missing.
    [born_on] The date of birth is missing.
    [traits] Nothing tells this person from another of the same name.
    [reference] The reference of the entry on the list is missing.
    [date] The date is missing.
    [place] The place is missing.
    [circumstances] The circumstances are missing or are only a label.
    [method] The way of committing crimes is not described.
    [danger] The danger is not described.
   *[threat] It is not said whom the danger threatens and how.
}
    .action = { $missing ->
    [colour] Choose the colour; for a diffusion, the colour it mirrors.
    [traits] Add a document, fingerprints, a DNA reference, a photograph or a description.
   *[other] Fill it in; without it the notice cannot be told from another.
}
finding-not-02 = { $problem ->
    [not_in_force] It is not said that the warrant or judgment is in force.
   *[missing] The warrant or judgment is not named in full.
}
    .action = { $problem ->
    [not_in_force] Ask the court, and answer yes only if it can be executed today.
   *[missing] Enter authority, number and day of the decision.
}
finding-not-03 = No offence, sentence or remainder reaches { $months } months, or it is not said.
    .action = Enter the maximum penalty or the remainder; below the threshold no notice of this colour is issued.
finding-not-04 = “{ $word }” speaks of expression, assembly or party, and no act of violence is described.
    .action = Describe the violent act of this person, or give up the notice: article 3 forbids political matters.
finding-not-05 = { $nature ->
    [named] “{ $word }” speaks of a family, private or administrative matter.
   *[other] Family, private and administrative matters and contested norms are no ground for a notice.
}
    .action = Use another way of cooperation; give up the notice.
finding-not-06 = { $missing ->
    [date] The facts do not say when this person acted.
    [place] The facts do not say where this person acted.
    [assessment] The danger is asserted, not shown.
    [link] It is not said what ties the asset to the offence.
   *[other] The offence is only a label: what this person did is not described.
}
    .action = Describe the act of this person: when, where, what, with what result.
finding-not-07 = The person is recorded as protected in your own State.
    .action = Ask the authority that protects the person, and give the reason for going on.
finding-not-08 = { $problem ->
    [extradition_intended] A person is wanted, and it is not said that extradition will be sought.
   *[states] The States are not chosen.
}
    .action = { $problem ->
    [extradition_intended] Confirm that extradition will be sought, or choose a notice that asks for less.
   *[states] Choose the States, each by its code.
}
finding-not-09 = { $problem ->
    [no_purge] It is not said when the notice is erased.
    [too_late] A notice is kept for five years at most at first.
   *[no_review] The need is looked at again six months before the erasure.
}
    .action = { $problem ->
    [no_purge] Enter the day of erasure.
    [too_late] Choose an earlier day; keeping it longer is decided then.
   *[no_review] Enter a day of review at least six months before.
}
finding-not-10 = { $status ->
    [extradition_granted] Extradition has been granted.
    [extradition_refused] Extradition has been refused.
    [request_withdrawn] The request has been withdrawn.
    [person_dead] The person has died.
   *[person_found] The person has been found.
}
    .action = Cancel the notice everywhere instead of sending it.
