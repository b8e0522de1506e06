# What the rules find in a request: why, in one sentence, and what to do, in one action.
# Keys: finding-<code in lower case>. Values in braces come from the finding.

finding-form-01 = The form asks for this, and nothing stands here.
    .action = Fill it in, or say that it is unknown or does not apply.
finding-gen-01 = { $problem ->
    [missing] A request that follows another one must name it.
   *[wrong] { $number } is not a request number: its check character is wrong.
}
    .action = Copy the number from the first request, with its last character, or choose “new”.
finding-gen-02 = { $problem ->
    [unknown_state] The State “{ $named }” is not known here.
    [unknown_authority] “{ $named }” is no authority of that State.
    [same] The requesting and the requested State are the same.
   *[other] The request names “{ $named }”, which is not the State or authority it is being sent between.
}
    .action = Choose the requesting and the requested State and authority again.
finding-gen-03 = { $problem ->
    [not_a_date] This is not a day of the calendar.
    [not_a_moment] This is not a day with its time.
    [not_a_zone] This is not a time zone.
    [no_zone] Times and telephone numbers mean nothing without their time zone.
    [in_the_future] The date { $date } lies in the future.
    [in_the_past] The date { $date } is already past.
   *[out_of_order] The dates contradict each other: this one lies before { $date }.
}
    .action = { $problem ->
    [not_a_moment] Write day, time and zone, as in 2026-04-29T21:14:05Z.
    [not_a_zone] Write the offset from UTC, for example +03:00.
    [no_zone] Add the zone, for example +03:00.
   *[other] Correct the date; write it as year-month-day.
}
finding-gen-04 = The text contains a character that hides or reorders what is read ({ $character }).
    .action = Delete the text and type it again without copying it from another document.
finding-gen-05 = A request that is not an ordinary one must say why it is urgent and until when an answer is useful.
    .action = Give the reason, explain it in a sentence and enter the last useful day.
finding-gen-06 = { $problem ->
    [not_certified] The translation is not certified; the requested authority reads { $accepted }.
    [translation_follows] The language is accepted for urgent requests only; a translation into { $accepted } must follow.
    [changed_since_certified] The translation into { $lang } is no longer what was certified: passages changed: { $n }.
    [translation_incomplete] The translation into { $lang } has gaps: passages without translation: { $n }.
    [translation_outdated] The original was changed after it was translated into { $lang }: passages: { $n }.
   *[other] The requested authority does not accept this language; it reads { $accepted }.
}
    .action = { $problem ->
    [not_certified] Have the translation certified, or say why that is not needed.
    [translation_follows] Say by which day the translation will follow.
    [changed_since_certified] Have the changed passages certified anew.
    [translation_incomplete] Translate them, or say why they stay as they are.
    [translation_outdated] Look at these passages again, and have them certified.
   *[other] Attach a translation into an accepted language.
}
finding-gen-07 = The same matter is already pending with this State under number { $number }.
    .action = Link the earlier request, or explain why this one is needed as well.
finding-gen-08 = { $problem ->
    [authority_without_power] The sending authority is not designated to make such requests.
   *[other] The request does not say who signs it and by what power.
}
    .action = { $problem ->
    [authority_without_power] Send through the central authority.
   *[other] Name the signatory, the office held and the provision that gives the power to sign.
}
finding-gen-09 = { $problem ->
    [no_digest] An enclosed attachment has no digest, so nobody can tell whether it is whole.
    [no_size] An enclosed attachment has no size, or it is empty.
    [too_big] An attachment is larger than can be sent with a request.
    [executable] An attachment is a program or can run code when opened.
    [archive] An archive unpacks to far more than its own size.
    [not_certified] This attachment has legal weight only as a certified copy.
   *[other] An attachment has no title or no kind.
}
    .action = { $problem ->
    [no_digest] Upload the file again.
    [no_size] Upload the file again.
    [too_big] Send it as evidence, or say that it is held on request.
    [executable] Convert it to a document and attach that.
    [archive] Attach the files one by one.
    [not_certified] Attach a certified copy and mark it as certified.
   *[other] Give the attachment a title and choose its kind.
}
finding-gen-10 = { $problem ->
    [unknown_field] The field { $field } is not part of this request.
    [unknown_code] The value is not on the list for this field.
    [too_long] The text is longer than { $max } characters.
    [too_many] There are more entries than the request can hold.
   *[other] The value has the wrong form for this field.
}
    .action = { $problem ->
    [unknown_field] Move what it says to a field of the form or to the annex.
    [unknown_code] Choose a value from the list.
    [too_long] Shorten the text, or attach it as a document.
    [too_many] Split the request, or attach a schedule.
   *[other] Enter the value again in the form.
}
finding-dir-01 = The directory’s entry of this authority was last verified on { $date }, more than 180 days ago.
    .action = Have the entry verified, or give the reason for relying on it.
finding-dir-02 = The authority you have chosen is not competent for this kind of request.
    .action = Choose a competent authority of the requested State.
finding-dir-03 = { $problem ->
    [revoked] The key of this authority was revoked on { $date }.
   *[expired] The key of this authority expired on { $date }.
}
    .action = Ask the authority for its new card; nothing is sealed to an old key.
finding-dir-04 = The requested authority is closed now: it is { $local } there, and it opens at { $opens }.
    .action = Call its duty desk, or accept that nobody will read the request before then.
finding-dir-05 = The key of this authority changed on { $date }, and two persons have not yet compared it over another channel.
    .action = Let two persons compare the sixty digits by telephone or in person, and record it.
finding-dir-06 = The test message of { $date } has not been answered.
    .action = Call the authority before relying on it.
finding-mla-01 = Every request asks for at least one measure, and every measure says what it is to prove.
    .action = Add the measure, choose its kind and state the purpose: which element of the offence it is to prove.
finding-mla-02 = An intrusive measure needs a statement why nothing milder reaches the same aim.
    .action = Say why the measure is necessary, and how it is limited in time, persons and data.
finding-mla-03 = { $missing ->
    [date] The facts do not say when it happened.
    [place] The facts do not say where it happened.
    [act] The facts do not describe what was done.
    [author] The facts do not say who did it, nor that the author is unknown.
   *[other] The summary of the facts is missing or is only a label.
}
    .action = { $missing ->
    [date] Enter the day, or the first and the last day.
    [place] Enter the place.
    [act] Describe the act in a few words: what, with what, against whom.
    [author] Name the person suspected, or choose “unknown author”.
   *[other] Tell the facts in a few sentences: who, when, where, what, how, with what result.
}
finding-mla-04 = A coercive measure needs the order of your own authorities, or a statement that it would be lawful in your State.
    .action = Attach the order as a certified copy, or state under which provision the measure would be lawful at home.
finding-mla-05 = A hearing cannot be held without questions or topics.
    .action = Enter the questions, or attach a list of them.
finding-mla-06 = { $problem ->
    [no_documents] There is nothing to serve.
   *[too_near] The day of appearance is too near: the requested State needs { $days } days.
}
    .action = { $problem ->
    [no_documents] Attach the documents to be served, or list them.
   *[too_near] Choose a later day, or explain the urgency.
}
finding-mla-07 = The request does not say why the thing asked for is believed to be there, or which thing it is.
    .action = Name the account, identifier or place, and say what links it to the requested State and to the offence.
finding-mla-08 = The measure covers an unlimited period.
    .action = Enter a first and a last day, or give the reason why the whole period is needed.
finding-mla-09 = A person in custody can be transferred only with free and informed consent, which must be on record.
    .action = Record the consent and attach the record.
finding-mla-10 = Bank secrecy and the fiscal nature of an offence are no grounds for refusing this request.
    .action = Nothing to do; you may cite these provisions if a ground of this kind is raised.
finding-mla-11 = More than twelve months of traffic data are asked for.
    .action = Shorten the period, or give the reason why all of it is needed.
finding-mla-12 = Something is still missing; the requested authority can be consulted before the formal request.
    .action = Offer to share this draft for comments; it has no legal effect.
finding-mla-13 = The law of the requested State does not provide for this measure in foreign requests.
    .action = Ask for the result you need and leave the means to the requested State.
finding-mla-14 = The agreement of a joint investigation team holds back the material that is asked for.
    .action = Ask for it through the team, or obtain the consent of its parties first.
finding-mla-15 = A request names the authority that conducts the proceeding, what the proceeding is about, and whom to ask.
    .action = Fill in this field; the requested authority cannot work without it.
finding-saf-03 = The evidence may lead to a death sentence, which the requested State does not impose for this offence.
    .action = State whether the penalty will be sought, give an assurance, or limit the use of the evidence.
finding-saf-08 = { $to } asks whether the conduct would be an offence there too, and the request does not describe it by its elements.
    .action = Describe what was done, by whom and with what intent, without the names that your law gives it.
finding-saf-09 = A minor or a vulnerable person is concerned, and no measures of protection are named.
    .action = Name them: a guardian, a specialist interviewer, an intermediary, a video link, a support person.
finding-saf-11 = The person holds an office or a calling that law protects by privilege or immunity.
    .action = Say by which route the privilege or immunity will be respected or lifted.
finding-dp-01 = The request does not say on what legal ground personal data are processed and how long they are kept.
    .action = Enter the provision and the day on which the data will be erased or reviewed.
finding-dp-02 = Special categories of data and biometrics need a reason; whether there are any must be said.
    .action = Answer the question, and give the reason in a sentence.
finding-dp-03 = Your law asks for safeguards that the requested State does not give by itself.
    .action = Include the safeguards clause, or give the reason for sending without it.
finding-dp-04 = These data should have been erased on { $date }; they may not be sent.
    .action = Review the retention period, or withdraw the request.
finding-dp-05 = The request does not say where persons can turn for access, correction and complaint.
    .action = Enter the supervisory authority and how to reach it.
finding-dp-06 = What is told comes from { $state }, whose consent is not recorded.
    .action = Obtain the consent of that State, or leave its information out.
finding-lb-01 = No legal basis that carries this request has been chosen, although one applies: { $cited ->
    [article] article { $article } of { $instrument }.
   *[whole] { $instrument }.
}
    .action = Choose the first instrument of the list.
finding-lb-02 = { $chosen } leads the request, but { $instrument } ranks first for this matter.
    .action = Put { $instrument } first, or give the reason for your choice.
finding-lb-03 = { $to } extradites only on a treaty, and none in force between the two States can stand as one.
    .action = Agree on a treaty for this case, or ask for the transfer of proceedings or for prosecution there.
finding-lb-04 = { $problem ->
    [only_signed] { $chosen } was only signed by one of the two States; a signature is not consent to be bound.
    [not_yet] { $chosen } is not yet in force between the two States.
   *[not_joined] { $chosen } does not bind both States.
}
    .action = Choose an instrument that binds both States today.
finding-lb-05 = { $problem ->
    [reciprocity-accepted] No treaty applies; the requested State assists on a written undertaking of reciprocity, which is not attached.
    [case-by-case] No treaty applies; the requested State decides case by case on a letter, which is not attached.
   *[no-treaty] No treaty applies, and it is not known that the requested State assists on reciprocity: this would be a courtesy.
}
    .action = { $problem ->
    [reciprocity-accepted] Attach the undertaking.
    [case-by-case] Attach the letter that asks for assistance in this case.
   *[no-treaty] Offer a written undertaking, or give the reason for asking as a courtesy.
}
finding-lb-06 = More instruments apply than are cited: { $instruments }.
    .action = Cite them all, and lead with the first.
finding-lb-07 = { $date ->
    [unknown] Nobody has said of which day the data on treaties are.
   *[other] The data on who joined which treaty are of { $date }, older than 180 days.
}
    .action = Import the current status of the treaties, or give the reason for relying on these data.
finding-lb-08 = Article { $article } of { $instrument } excludes the political-offence exception.
    .action = Nothing to do; the letter can cite it.
finding-lb-09 = Article { $article } of { $instrument } excludes refusal for bank secrecy or fiscal nature.
    .action = Nothing to do; the letter can cite it.
finding-lb-10 = { $problem ->
    [reserved] One of the States has reserved this form of assistance under { $chosen }.
   *[denounced] { $chosen } has been denounced by one of the States.
}
    .action = Choose another basis.

# The legal basis: why an entry stands on the list, what it does, what it gives, what it lacks.

basis-why-general-treaty = A treaty on this form of cooperation binds both States.
basis-why-offence-in-scope = The offence is one that this convention defines, and it binds both States.
basis-why-organised-crime = A serious, transnational crime of an organised group for benefit; the convention binds both States.
basis-why-electronic-evidence = Evidence in electronic form is asked for; the convention binds both States.
basis-why-domestic-law = The basis sets no procedure of its own: the law of the requested State governs.
basis-why-reciprocity-accepted = No treaty applies; the requested State accepts a written undertaking of reciprocity.
basis-why-case-by-case = No treaty applies; the requested State decides case by case.
basis-why-no-treaty = No treaty applies and no reciprocity is known.
basis-why-council-duty = The Security Council decided that States afford one another the greatest measure of assistance.
basis-why-council-call = The Security Council called upon States to use applicable instruments, or else reciprocity, as a basis.

basis-role-basis = Basis
basis-role-procedure = Procedure
basis-role-reciprocity = Reciprocity
basis-role-courtesy = Courtesy
basis-role-supporting = In support

basis-gives-duty = Duty to assist
basis-gives-procedure = Rules of procedure
basis-gives-no-bank-secrecy = No refusal for bank secrecy
basis-gives-no-fiscal = No refusal for fiscal nature
basis-gives-no-political = No refusal as a political offence
basis-gives-persecution-clause = No duty where the request serves persecution
basis-gives-transfer-detained = Transfer of persons in custody

basis-lacks-procedure = Sets no procedure of its own
basis-lacks-participation-date = The day of joining is not known for both States
basis-lacks-fresh-data = The data on participation are old
basis-lacks-checked-article = The article was not checked in the text
basis-lacks-undertaking = The undertaking must be attached
basis-lacks-case-letter = The letter must be attached
basis-lacks-organised-crime-facts = Say whether an organised group, a transnational element and a benefit are involved

basis-letter-treaty = This request is made under article { $article } of the { $title }, to which both States are parties.
basis-letter-treaty-general = This request is made under the { $title }, to which both States are parties.
basis-letter-procedure-law = It may be executed in accordance with the law of the requested State.
basis-letter-reciprocity = In the absence of an applicable treaty, this request is made on the basis of reciprocity, of which the undertaking is attached.
basis-letter-courtesy = In the absence of an applicable treaty, this request is made as a matter of comity.
basis-letter-supporting = Reference is made to Security Council resolution { $instrument }, paragraph { $article }.

level-block = Blocks sending
level-warn = Needs a reason
level-hint = Hint

verdict-sendable = Can be sent
verdict-sendable-with-reasons = Can be sent, with a reason for each warning
verdict-blocked = Cannot be sent as it stands
