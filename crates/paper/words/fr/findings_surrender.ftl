# Ce que les règles trouvent dans une demande d’extradition ou d’arrestation provisoire : pourquoi, en une phrase, et que
# faire, en une action. Clés et valeurs comme dans findings.ftl.

finding-ext-01 = { $missing ->
    [person] La demande ne nomme aucune personne poursuivie, condamnée ou soupçonnée.
    [name] La personne réclamée n’a pas de nom sous lequel la rechercher.
    [birth] L’année de naissance de la personne réclamée n’est pas indiquée.
   *[mark] Rien ne distingue la personne réclamée d’autres du même nom et du même âge.
}
    .action = { $missing ->
    [person] Inscrivez d’abord la personne réclamée, avec le rôle « prévenu ou accusé » ou « condamné ».
    [name] Inscrivez le nom de famille ; un nom unique s’y inscrit aussi.
    [birth] Inscrivez la date de naissance, ou l’année seule.
   *[mark] Ajoutez une photographie, des empreintes, le numéro d’une pièce d’identité ou un signalement en une phrase.
}
finding-ext-02 = { $missing ->
    [copy] Aucune copie du mandat ou du jugement n’accompagne la demande.
    [in_force] La demande ne dit pas que le mandat ou le jugement est en vigueur.
   *[other] L’extradition repose sur un mandat ou un jugement exécutoire, et cette indication y manque.
}
    .action = { $missing ->
    [copy] Joignez une copie certifiée du mandat ou du jugement.
    [in_force] Confirmez qu’il peut être exécuté aujourd’hui, ou faites-en délivrer un nouveau.
   *[other] Reprenez-la du mandat ou du jugement.
}
finding-ext-03 = { $missing ->
    [offence] La demande ne nomme aucune infraction.
   *[penalty] Il n’est indiqué pour aucune infraction une peine d’au moins { $months } mois, exigée par l’État requis.
}
    .action = { $missing ->
    [offence] Inscrivez chaque infraction avec ses peines.
   *[penalty] Inscrivez la peine maximale ; une infraction qui atteint le seuil entraîne les moindres.
}
finding-ext-04 = L’État requis exige qu’il reste au moins { $months } mois de la peine à purger.
    .action = Inscrivez ce qui reste à purger, ou demandez l’exécution de la peine dans l’État requis.
finding-ext-05 = { $problem ->
    [passed] La prescription est acquise depuis le { $date }.
   *[near] La prescription sera acquise le { $date }, dans moins de douze mois.
}
    .action = { $problem ->
    [passed] Retirez cette infraction, ou inscrivez la date compte tenu des interruptions.
   *[near] Dites ce qui interrompt le délai, et demandez la célérité.
}
finding-ext-06 = Le texte de la loi qui définit et punit l’infraction manque.
    .action = Reproduisez la disposition en entier, ou joignez-en une copie certifiée.
finding-ext-07 = La loi de { $to } exige la preuve de charges suffisantes, et aucune sur laquelle on puisse se fonder n’est énumérée.
    .action = Énumérez déclarations, pièces ou rapports ; dites ce que chacun montre et comment les propos ont été recueillis.
finding-ext-08 = { $problem ->
    [refused] La personne est ressortissante de { $to }, qui ne remet pas ses ressortissants.
    [return] La personne est ressortissante de { $to }, qui ne remet ses ressortissants que s’ils reviennent purger leur peine.
    [open] La personne est ressortissante de { $to }, dont on ne sait pas s’il remet ses ressortissants.
   *[prosecute] Si { $to } ne remet pas son ressortissant, l’article { $article } de { $instrument } l’oblige à soumettre l’affaire à son propre parquet.
}
    .action = { $problem ->
    [refused] Offrez le transfert des poursuites, ou motivez la demande malgré tout.
    [return] Ajoutez l’assurance que la personne reviendra purger sa peine.
    [open] Interrogez son autorité centrale, ou offrez le retour ou le transfert des poursuites.
   *[prosecute] Rien à faire ; tenez le dossier prêt pour son parquet.
}
finding-ext-09 = Le jugement a été rendu par défaut, et { $to } ne remet que sur la garantie d’un nouveau procès.
    .action = Ajoutez l’assurance d’un nouveau procès : qui la donne, sa date et son texte.
finding-ext-10 = { $to } n’extrade qu’en vertu d’un traité, et aucun de ceux qui s’appliquent ne peut en tenir lieu.
    .action = Demandez le transfert des poursuites ou des poursuites sur place, ou convenez d’un traité pour ce cas.
finding-ext-11 = D’autres États réclament la même personne : { $states }.
    .action = Dites comment les demandes se classent selon la gravité, le lieu, les dates et la nationalité, et consultez ces États.
finding-ext-12 = Ni le traité ni un engagement ne protège, aux yeux de { $to }, la personne d’un procès pour d’autres infractions.
    .action = Prenez l’engagement de spécialité et inscrivez-en le texte.
finding-ext-13 = La personne avait moins de dix-huit ans au moment des faits : ni la mort ni la perpétuité sans libération ne peuvent s’ensuivre.
    .action = Ajoutez les assurances qui excluent l’une et l’autre, ou indiquez la disposition de loi qui le fait.
finding-pa-01 = { $missing ->
    [in_force] La demande ne dit pas que le mandat ou le jugement est en vigueur.
   *[other] Nul n’est arrêté sans l’indication qu’un mandat ou un jugement existe, avec sa date et son numéro.
}
    .action = { $missing ->
    [in_force] Confirmez qu’il peut être exécuté aujourd’hui.
   *[other] Reprenez la date et le numéro du mandat ou du jugement.
}
finding-pa-02 = La demande ne dit pas que l’extradition sera demandée.
    .action = Déclarez qu’elle le sera, et dans combien de jours.
finding-pa-03 = { $missing ->
    [time] La demande ne dit pas quand l’infraction a été commise.
    [place] La demande ne dit pas où l’infraction a été commise.
   *[offence] La demande ne dit pas pour quelle infraction la personne est recherchée.
}
    .action = { $missing ->
    [time] Inscrivez le jour, ou le premier jour.
    [place] Inscrivez le lieu.
   *[offence] Inscrivez l’infraction avec son intitulé et sa catégorie.
}
finding-pa-04 = L’arrestation provisoire est réservée à l’urgence, et la demande ne dit pas pourquoi ce cas ne peut attendre.
    .action = Choisissez le degré d’urgence et le motif, et expliquez-le en une phrase.
finding-pa-05 = { $missing ->
    [person] La demande ne nomme aucune personne poursuivie, condamnée ou soupçonnée.
    [name] La personne à arrêter n’a pas de nom.
   *[description] La demande ne dit ni à quoi ressemble la personne ni où elle se trouve.
}
    .action = { $missing ->
    [person] Inscrivez d’abord la personne, avec le rôle « prévenu ou accusé » ou « condamné ».
    [name] Inscrivez le nom.
   *[description] Ajoutez un signalement, une photographie ou des empreintes, ou le lieu où elle se trouve.
}
finding-pa-06 = La demande ne dit pas par quelle voie elle est faite ; celle d’INTERPOL peut aussi servir.
    .action = Choisissez la voie ; indiquez la notice s’il y en a une.
finding-saf-01 = { $problem ->
    [not_binding] L’infraction est passible de mort en { $from } et non en { $to }, et ceux qui ont donné l’assurance ne peuvent ensemble lier parquet, tribunal et pouvoir de grâce.
   *[missing] L’infraction est passible de mort en { $from } et non en { $to }, et aucune assurance n’exclut la peine de mort.
}
    .action = { $problem ->
    [not_binding] Obtenez l’assurance de ceux qui peuvent lier les trois, ou conjointement avec eux.
   *[missing] Ajoutez une assurance de ceux qui peuvent lier parquet, tribunal et pouvoir de grâce ; sans elle, il n’y a pas de remise.
}
finding-saf-02 = Une peine perpétuelle est possible, et { $to } ne remet personne à une peine jamais réexaminée.
    .action = Ajoutez l’assurance qu’une peine perpétuelle est réexaminée, et après combien d’années.
finding-saf-04 = Ce qui a été obtenu par la torture ou des mauvais traitements n’est jamais envoyé ni utilisé, sauf contre leurs auteurs.
    .action = Retirez cet élément et tout ce qui en découle.
finding-saf-10 = La fiche procès équitable n’est pas complète.
    .action = Répondez à cette ligne ; l’État requis en répond devant ses propres tribunaux.
