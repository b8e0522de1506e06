# Ce que les règles trouvent dans une demande de transfert de procédures (TCP) ou de gel d’avoirs (AF) : pourquoi, en une
# phrase, et que faire, en une action.

finding-tcp-01 = Il manque la déclaration que personne n’a été définitivement jugé pour ces faits.
    .action = Vérifiez vos registres et ce que vous savez d’autres États, puis faites la déclaration.
finding-tcp-02 = { $problem ->
    [passed] Selon le droit de l’État requis, l’infraction est prescrite depuis le { $date }.
   *[missing] La demande ne dit pas quand la prescription est acquise selon le droit de l’État requis.
}
    .action = { $problem ->
    [passed] Demandez à l’État requis si le délai y a été interrompu et corrigez la date ; sinon n’envoyez pas.
   *[missing] Demandez à l’État requis et indiquez le jour, ou « sans objet » si l’infraction est imprescriptible.
}
finding-tcp-03 = Aucun critère de transfert n’est donné avec son explication.
    .action = Choisissez au moins un critère et expliquez en une phrase quels faits le remplissent.
finding-tcp-04 = Les victimes n’ont pas été entendues sur le transfert.
    .action = Entendez-les dans une langue qu’elles comprennent et notez ce qu’elles ont dit, ou motivez l’envoi sans cela.
finding-tcp-05 = Le suspect n’a pas été entendu sur le transfert.
    .action = Entendez le suspect ou son défenseur et notez ce qui a été dit, ou motivez l’envoi sans cela.
finding-tcp-06 = { $problem ->
    [no_digest] Cette pièce est électronique et n’a pas d’empreinte : personne ne peut dire si elle est intacte.
    [untitled] Cette pièce de l’inventaire ne dit pas ce qu’elle est.
   *[empty] L’inventaire du dossier manque.
}
    .action = { $problem ->
    [no_digest] Indiquez l’empreinte SHA-256 du fichier.
    [untitled] Nommez la pièce : ce que c’est, sa date et sa cote au dossier.
   *[empty] Énumérez ce qui est remis, pièce par pièce.
}
finding-tcp-07 = La personne est détenue et la demande ne dit pas jusqu’à quand.
    .action = Indiquez le dernier jour du titre de détention actuel.
finding-tcp-08 = { $problem ->
    [no_national] Aucun suspect de cette demande n’est connu comme ressortissant de l’État requis.
    [no_victim] Aucune des victimes nommées n’est ressortissante de l’État requis.
    [no_treaty] Aucun traité liant les deux États ne donne cette compétence.
    [not_in_law] Le droit de l’État requis ne connaît pas ce fondement de compétence.
   *[missing] La demande ne dit pas sur quel fondement les tribunaux de l’État requis sont compétents.
}
    .action = { $problem ->
    [no_national] Indiquez la nationalité du suspect, ou choisissez un autre fondement.
    [no_victim] Indiquez la nationalité de la victime, ou choisissez un autre fondement.
   *[missing] Choisissez un fondement que donne la loi ou un traité ; à défaut, le transfert doit être refusé.
}
finding-tcp-09 = Lorsque la remise a été refusée, l’article { $article } de { $instrument } oblige l’État requis à soumettre l’affaire à ses propres autorités.
    .action = Rien à faire ; la lettre peut le citer.
finding-af-01 = La demande ne dit pas quel critère du paragraphe 1 c) de la résolution 1373 (2001) est rempli.
    .action = Choisissez au moins un critère.
finding-af-02 = { $problem ->
    [no_target] Aucune personne ni entité dont les avoirs doivent être gelés n’est nommée.
    [no_name] La personne ou l’entité n’a pas de nom.
   *[name_only] Un nom seul ne distingue pas cette personne ou entité d’une autre : d’autres avoirs seraient gelés.
}
    .action = { $problem ->
    [no_target] Indiquez la personne ou l’entité.
    [no_name] Indiquez le nom tel qu’il figure dans les documents ou les registres.
   *[name_only] Ajoutez l’année de naissance, le numéro d’un document ou de l’enregistrement, ou une adresse précise.
}
finding-af-03 = { $missing ->
    [grounds] Les motifs raisonnables ne sont pas exposés ; une étiquette n’est pas un exposé.
   *[fact] L’exposé de l’affaire ne contient aucun fait daté.
}
    .action = { $missing ->
    [grounds] Dites en un paragraphe quels faits portent à croire que les critères sont remplis.
   *[fact] Indiquez au moins un fait : quand, qui, quoi, et la source.
}
finding-af-04 = Aucune partie de l’exposé ne peut être communiquée à la personne concernée, aux banques ou au public.
    .action = Rédigez une version communicable, ou dites pourquoi il n’y en a pas.
finding-af-05 = La personne ou l’entité figure sur une liste du Conseil de sécurité : tout État doit déjà geler à ce titre.
    .action = Renvoyez à la liste et à son numéro de référence ; cette demande peut être superflue.
finding-af-06 = La demande vise un organisme caritatif ou humanitaire et ne dit pas comment l’aide licite se poursuit.
    .action = Expliquez en quoi le gel est proportionné et ce qui est fait pour ceux qui dépendent de l’aide.
finding-af-07 = { $missing ->
    [remedy] La demande ne dit pas comment la mesure interne peut être contestée.
   *[contact] La demande ne nomme personne à qui adresser une demande de radiation.
}
    .action = { $missing ->
    [remedy] Indiquez le recours, l’organe qui en décide et le délai.
   *[contact] Indiquez le service, avec son adresse ou son courrier électronique.
}
finding-af-08 = Les avoirs pourraient aussi être saisis par voie d’entraide judiciaire dans l’affaire pénale.
    .action = Rien à faire ; une demande de saisie peut suivre, car un gel n’est pas une confiscation.
