# What the rules find in a request concerning electronic evidence (EE) and in spontaneous information (SPO): why, in one
# sentence, and what to do, in one action. Keys: finding-<code in lower case>. Values in braces come from the finding.

finding-ee-01 = { $identifier ->
    [0] The request names no account, address or other identifier.
   *[other] This does not name one account, address or thing: a provider cannot act on it.
}
    .action = Enter each identifier exactly as the service writes it, one to an entry, without wildcards.
finding-ee-02 = { $problem ->
    [no_port] Many users share the address { $address } at one time; without the source port the right one often cannot be found.
    [no_zone] The time at which { $address } was seen has no zone, and addresses change hands within minutes.
   *[no_time] The address { $address } says nothing without the time at which it was seen.
}
    .action = { $problem ->
    [no_port] Enter the source port, or say why it is not known.
    [no_zone] Add the zone to the time, as in 2026-04-29T21:14:05Z.
   *[no_time] Enter day, time with seconds, and zone, as in 2026-04-29T21:14:05Z.
}
finding-ee-03 = { $missing ->
    [intention] Data are preserved for a request that is to come, and this one does not say that it will.
   *[necessity] The request does not say why the preservation is necessary.
}
    .action = { $missing ->
    [intention] Say that mutual legal assistance will be requested, and by when.
   *[necessity] Say in a sentence what would be lost without preservation, and when.
}
finding-ee-04 = Preservation does not depend on the conduct being an offence in the requested State.
    .action = Nothing to do; you may cite the provision if dual criminality is raised.
finding-ee-05 = { $problem ->
    [out_of_order] The period ends before it begins.
    [future] Stored data are asked for, and the period reaches into the future.
    [past] Data are asked for as they arise, and the period is already over.
   *[missing] The period for which data are asked has no beginning or no end.
}
    .action = { $problem ->
    [out_of_order] Correct the beginning or the end.
    [future] End the period today at the latest, or ask for data in real time.
    [past] Choose a later end, or ask for stored data.
   *[missing] Enter both, each with its time and zone, as in 2026-04-01T00:00:00Z.
}
finding-ee-06 = { $problem ->
    [identity] Content is asked for although the aim is only to know who the user is; subscriber data would do.
    [beyond_subtype] The types of data include content, which this kind of request does not ask for.
   *[no_reason] Content is asked for, and the request does not say why data that intrude less would not do.
}
    .action = { $problem ->
    [identity] Ask for subscriber data, or give the reason why content is needed.
    [beyond_subtype] Take the content out, or ask for the disclosure of content.
   *[no_reason] Say in a sentence why subscriber or traffic data are not enough.
}
finding-ee-07 = { $missing ->
    [imminence] The request does not say why the threat is imminent.
    [how_data_avert] The request does not say how the data will avert the threat.
   *[threat] No imminent threat to a person is described; urgency of an inquiry is no emergency.
}
    .action = { $missing ->
    [imminence] Say when the threat is expected to come true, and how that is known.
    [how_data_avert] Say what will be done with the data as soon as they come.
   *[threat] Say who is in danger, of what and from whom; or ask for preservation now and for the data by mutual legal assistance.
}
finding-ee-08 = { $problem ->
    [missing] The officer gives no number for a call-back, so nobody can check that the emergency is genuine.
   *[not_listed] The number for the call-back is not one that the directory has for the requesting authority.
}
    .action = Give a number of your authority or of its duty desk as it stands in the directory.
finding-ee-09 = The data are kept until { $ends }, and the request for mutual legal assistance is expected only on { $date }.
    .action = Plan an extension on the forty-fifth day, or say why the request will come in time.
finding-ee-10 = The provider is in { $state }, and the request is addressed to { $to }.
    .action = Address the request to the State of the provider, or name the provider that holds the data there.
finding-ee-11 = The trace has led to the next provider, { $provider }; its data may be deleted soon.
    .action = Draft a new request for preservation to the State of that provider.
finding-ee-12 = The period begins before { $date }, the day on which the account is believed to have been made.
    .action = Begin the period on that day, or correct the day.
finding-spo-01 = { $missing ->
    [onward_transfer] The information does not say whether it may be passed on.
    [confidentiality] The information does not say how closely it is to be kept.
   *[use] The information does not say what it may be used for; silence is no permission.
}
    .action = State the condition, or say that there is none.
finding-spo-02 = The handling code is missing, so the receiving officer cannot know who may read and use the information.
    .action = Choose who may use it and how far it may travel.
finding-spo-03 = The information may be used as evidence, but no certificate goes with it.
    .action = Attach a certificate of who made the record and how it was kept, or say that it comes on request.
finding-spo-04 = The content opens only when the conditions are accepted, and there is no summary to decide by.
    .action = Write two or three sentences without names and sources.
finding-spo-05 = The conditions do not bar disclosure of what exculpates an accused person, if the giving State is told first.
    .action = Nothing to do; the receiving State gives notice before such a disclosure.
finding-spo-06 = { $missing ->
    [biometrics_taken_on] Biometrics are of little use without the day on which they were taken.
   *[biometrics_quality] Biometrics are of little use if nothing is said of their quality.
}
    .action = { $missing ->
    [biometrics_taken_on] Enter the day, or say why it is not known.
   *[biometrics_quality] Say what a comparison needs to know: size, resolution, angle.
}
finding-spo-07 = Part of the information comes from { $state }, whose consent is not recorded.
    .action = Obtain the consent of that State, or leave its information out.
finding-spo-08 = The review on { $date } is more than five years away.
    .action = Choose an earlier day, or give the reason for the long period.
