# Ce que les règles relèvent dans un accord d’équipe commune, une demande entre polices et un projet de notice.

finding-jit-01 = { $problem ->
    [too_few] Une équipe commune compte au moins deux États.
    [no_state] Une partie sans son État n’est pas une partie.
    [side_missing] { $state } prend part à cet échange et ne figure pas parmi les parties.
   *[no_purpose] L’objet de l’équipe manque ou n’est qu’une étiquette.
}
    .action = { $problem ->
    [too_few] Ajoutez l’autre partie.
    [no_state] Indiquez l’État de cette partie.
    [side_missing] Ajoutez cet État aux parties, ou adressez l’accord à l’une d’elles.
   *[no_purpose] Dites en une phrase quels faits sont visés et ce que l’équipe doit établir.
}
finding-jit-02 = { $problem ->
    [no_start] L’accord ne dit pas quand l’équipe commence.
    [no_end] L’accord ne dit pas quand l’équipe prend fin.
    [automatic] Une équipe n’est pas prolongée tacitement.
   *[too_long] L’équipe durerait { $months } mois ; le maximum est de { $max }.
}
    .action = { $problem ->
    [no_start] Indiquez le premier jour.
    [no_end] Indiquez le dernier jour.
    [automatic] Choisissez une prolongation par avenant signé de toutes les parties.
   *[too_long] Choisissez une fin plus proche ; prolongez ensuite par avenant.
}
finding-jit-03 = { $problem ->
    [leader] Cette partie n’a pas de responsable.
    [signatory] Personne ne signe pour cette partie.
   *[power_to_sign] Le signataire de cette partie n’est pas habilité à signer, ou cela n’est pas dit.
}
    .action = { $problem ->
    [leader] Désignez le responsable pour cet État.
    [signatory] Désignez le signataire pour cet État.
   *[power_to_sign] Faites signer une personne qui peut engager l’autorité, et citez la disposition.
}
finding-jit-04 = { $problem ->
    [missing] Aucun fondement juridique n’est cité entre { $pair }.
   *[not_binding] Ce qui est cité entre { $pair } ne lie pas les deux États ou ne prévoit pas d’équipe commune.
}
    .action = Citez un traité qui lie les deux et permet des équipes communes ; l’article 19 de la Convention contre la criminalité transnationale organisée le permet au cas par cas.
finding-jit-05 = L’accord ne dit pas comment sont traitées les différences entre les règles de preuve des parties.
    .action = Dites quelles formalités sont suivies pour que les tribunaux de chaque partie puissent utiliser la preuve.
finding-jit-06 = Le droit de { $states } exige des garanties pour les données personnelles, et l’accord n’en dit rien.
    .action = Ajoutez la clause : finalité, durée de conservation, droits des personnes, contrôle.
finding-jit-07 = Les parties doivent à la défense des choses différentes, ou cela n’est pas dit, et l’accord ne précise pas quelle obligation est suivie.
    .action = Dites quelle obligation de communication est suivie ; la plus stricte est sûre.
finding-jit-08 = { $problem ->
    [no_state] Il n’est pas dit de quel État vient ce membre.
   *[no_party] { $state } n’est pas partie : nul n’en peut être membre ni détaché.
}
    .action = Indiquez l’État, faites-en une partie, ou nommez la personne parmi les participants.
finding-jit-09 = Quelque chose est nécessaire en { $states }, hors de l’équipe.
    .action = Préparez une demande d’entraide à partir du dossier de l’équipe.
finding-pol-01 = { $missing ->
    [purpose] La demande ne dit pas s’il s’agit de prévenir, de détecter ou d’enquêter.
   *[offence] La demande ne nomme pas l’infraction.
}
    .action = { $missing ->
    [purpose] Choisissez le but.
   *[offence] Nommez l’infraction et choisissez sa catégorie.
}
finding-pol-02 = Des données sensibles sont demandées sans qu’il soit dit pourquoi.
    .action = Dites pourquoi la recherche ne peut s’en passer.
finding-pol-03 = Ce qui est demandé exige la décision d’un juge ou constitue une preuve ; la police ne peut le donner à la police.
    .action = Transformez la demande en demande d’entraide judiciaire ; ce qui est rempli est repris.
finding-pol-04 = Le droit de { $state } veut que l’autorité centrale reçoive une copie.
    .action = Indiquez qu’une copie lui est adressée ; rien ne l’attend.
finding-pol-05 = Un refus doit porter le code de son motif.
    .action = Choisissez le motif.
finding-pol-06 = La réponse doit servir de preuve, et il n’est pas dit quel accord sera demandé.
    .action = Nommez l’autorité dont l’accord est requis, ou n’utilisez la réponse qu’à titre d’information.
finding-not-01 = { $missing ->
    [colour] Il n’est pas dit de quelle notice il s’agit.
    [person] Personne n’est désigné par la notice.
    [family_name] Le nom de famille manque.
    [given_names] Les prénoms manquent.
    [sex] Le sexe manque.
    [born_on] La date de naissance manque.
    [traits] Rien ne distingue cette personne d’un homonyme.
    [reference] La référence de l’inscription sur la liste manque.
    [date] La date manque.
    [place] Le lieu manque.
    [circumstances] Les circonstances manquent ou ne sont qu’une étiquette.
    [method] Le mode opératoire n’est pas décrit.
    [danger] Le danger n’est pas décrit.
   *[threat] Il n’est pas dit qui est menacé et comment.
}
    .action = { $missing ->
    [colour] Choisissez la couleur ; pour une diffusion, celle à laquelle elle correspond.
    [traits] Ajoutez un document, des empreintes, une référence ADN, une photographie ou une description.
   *[other] Remplissez ce champ ; sans lui la notice se confond avec une autre.
}
finding-not-02 = { $problem ->
    [not_in_force] Il n’est pas dit que le mandat ou le jugement est en vigueur.
   *[missing] Le mandat ou le jugement n’est pas entièrement désigné.
}
    .action = { $problem ->
    [not_in_force] Interrogez le tribunal, et répondez oui seulement s’il peut être exécuté aujourd’hui.
   *[missing] Indiquez l’autorité, le numéro et le jour de la décision.
}
finding-not-03 = Aucune infraction, peine ou reliquat n’atteint { $months } mois, ou cela n’est pas dit.
    .action = Indiquez la peine maximale ou le reliquat ; au-dessous du seuil, aucune notice de cette couleur n’est publiée.
finding-not-04 = « { $word } » touche à l’expression, à la réunion ou à un parti, et aucun acte de violence n’est décrit.
    .action = Décrivez l’acte violent de cette personne, ou renoncez à la notice : l’article 3 interdit les affaires politiques.
finding-not-05 = { $nature ->
    [named] « { $word } » relève d’une affaire familiale, privée ou administrative.
   *[other] Les affaires familiales, privées ou administratives et les normes contestées ne fondent pas une notice.
}
    .action = Choisissez une autre voie de coopération ; renoncez à la notice.
finding-not-06 = { $missing ->
    [date] Les faits ne disent pas quand cette personne a agi.
    [place] Les faits ne disent pas où cette personne a agi.
    [assessment] Le danger est affirmé, non démontré.
    [link] Il n’est pas dit ce qui relie l’avoir à l’infraction.
   *[other] L’infraction n’est qu’une étiquette : ce que cette personne a fait n’est pas décrit.
}
    .action = Décrivez l’acte de cette personne : quand, où, quoi, avec quel résultat.
finding-not-07 = La personne est enregistrée comme protégée dans votre propre État.
    .action = Consultez l’autorité qui la protège et donnez la raison de poursuivre.
finding-not-08 = { $problem ->
    [extradition_intended] Une personne est recherchée, et il n’est pas dit que son extradition sera demandée.
   *[states] Les États ne sont pas choisis.
}
    .action = { $problem ->
    [extradition_intended] Confirmez que l’extradition sera demandée, ou choisissez une notice qui demande moins.
   *[states] Choisissez les États, chacun par son code.
}
finding-not-09 = { $problem ->
    [no_purge] Il n’est pas dit quand la notice est effacée.
    [too_late] Une notice est d’abord conservée cinq ans au plus.
   *[no_review] La nécessité est réexaminée six mois avant l’effacement.
}
    .action = { $problem ->
    [no_purge] Indiquez le jour de l’effacement.
    [too_late] Choisissez un jour plus proche ; la prolongation se décidera alors.
   *[no_review] Indiquez un jour de réexamen au moins six mois avant.
}
finding-not-10 = { $status ->
    [extradition_granted] L’extradition a été accordée.
    [extradition_refused] L’extradition a été refusée.
    [request_withdrawn] La demande a été retirée.
    [person_dead] La personne est décédée.
   *[person_found] La personne a été retrouvée.
}
    .action = Annulez la notice partout au lieu de l’envoyer.
