# What the rules find in a request for the transfer of proceedings (TCP) or for the freezing of assets (AF): why, in one
# sentence, and what to do, in one action.

finding-tcp-01 = There is no declaration that nobody has been finally judged for these acts.
    .action = Check your own records and what you know of other States, then make the declaration.
finding-tcp-02 = { $problem ->
    [passed] Under the law of the requested State the offence has been time-barred since { $date }.
   *[missing] The request does not say when limitation ends under the law of the requested State.
}
    .action = { $problem ->
    [passed] Ask the requested State whether the period was interrupted there, and correct the day; otherwise do not send.
   *[missing] Ask the requested State and enter the day, or “not applicable” where the offence does not lapse.
}
finding-tcp-03 = No criterion for the transfer is given together with its explanation.
    .action = Choose at least one criterion and explain in a sentence which facts fulfil it.
finding-tcp-04 = The victims have not been heard on the transfer.
    .action = Hear them in a language they understand and note what they said, or give the reason for sending without it.
finding-tcp-05 = The suspect has not been heard on the transfer.
    .action = Hear the suspect, or counsel, and note what was said, or give the reason for sending without it.
finding-tcp-06 = { $problem ->
    [no_digest] This item is electronic and has no digest, so nobody can tell whether it is whole.
    [untitled] This item of the inventory does not say what it is.
   *[empty] The inventory of the file is missing.
}
    .action = { $problem ->
    [no_digest] Enter the SHA-256 digest of the file.
    [untitled] Name the item: what it is, its date and its number in the file.
   *[empty] List what is handed over, item by item.
}
finding-tcp-07 = The person is in custody, and the request does not say until when.
    .action = Enter the last day of the present order.
finding-tcp-08 = { $problem ->
    [no_national] No suspect in this request is known to be a national of the requested State.
    [no_victim] None of the victims named is a national of the requested State.
    [no_treaty] No treaty that binds both States gives this jurisdiction.
    [not_in_law] The law of the requested State does not know this ground of jurisdiction.
   *[missing] The request does not say on what ground the courts of the requested State have jurisdiction.
}
    .action = { $problem ->
    [no_national] Enter the nationality of the suspect, or choose another ground.
    [no_victim] Enter the nationality of the victim, or choose another ground.
   *[missing] Choose a ground that the law or a treaty gives; without one the transfer must be refused.
}
finding-tcp-09 = Where surrender was refused, article { $article } of { $instrument } obliges the requested State to submit the case to its own authorities.
    .action = Nothing to do; the letter can cite it.
finding-af-01 = The request does not say which criterion of paragraph 1(c) of resolution 1373 (2001) is met.
    .action = Choose at least one criterion.
finding-af-02 = { $problem ->
    [no_target] No person and no entity is named whose assets are to be frozen.
    [no_name] The person or the entity has no name.
   *[name_only] A name alone does not tell this person or entity from another: the wrong assets would be frozen.
}
    .action = { $problem ->
    [no_target] Enter the person or the entity.
    [no_name] Enter the name as documents or registers have it.
   *[name_only] Add the year of birth, the number of a document or of the registration, or a precise address.
}
finding-af-03 = { $missing ->
    [grounds] Reasonable grounds are not stated; a label is not a case.
   *[fact] The statement of case names no fact with its date.
}
    .action = { $missing ->
    [grounds] Say in a paragraph which facts support the belief that the criteria are met.
   *[fact] Enter at least one fact: when, who, what, and the source.
}
finding-af-04 = No part of the case may be shown to the person concerned, to banks or to the public.
    .action = Write a version that may be released, or give the reason why there is none.
finding-af-05 = The person or the entity stands on a list of the Security Council: every State must freeze on that ground already.
    .action = Refer to the list and its reference number; this request may be unnecessary.
finding-af-06 = The request concerns a charity or a humanitarian organisation, and does not say how lawful aid goes on.
    .action = Explain why a freeze is proportionate and what is done for those who depend on the aid.
finding-af-07 = { $missing ->
    [remedy] The request does not say how the measure at home can be contested.
   *[contact] The request names nobody to whom a request for delisting can be sent.
}
    .action = { $missing ->
    [remedy] Name the appeal, the body that decides it and the time allowed.
   *[contact] Enter the office, with its address or its electronic mail.
}
finding-af-08 = The assets could also be restrained by mutual legal assistance in the criminal case.
    .action = Nothing to do; a request for restraint may follow, as a freeze is no confiscation.
