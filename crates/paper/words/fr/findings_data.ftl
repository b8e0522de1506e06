# Ce que les règles constatent dans une demande relative à des preuves électroniques (EE) et dans une communication
# spontanée d’informations (SPO) : pourquoi, en une phrase, et que faire, en une action.

finding-ee-01 = { $identifier ->
    [0] La demande n’indique aucun compte, adresse ou autre identifiant.
   *[other] Ceci ne désigne pas un seul compte, une seule adresse ou une seule chose : un fournisseur ne peut y donner suite.
}
    .action = Indiquez chaque identifiant exactement comme le service l’écrit, un par entrée, sans caractère de remplacement.
finding-ee-02 = { $problem ->
    [no_port] Beaucoup d’utilisateurs partagent l’adresse { $address } au même moment ; sans le port source, le bon est souvent introuvable.
    [no_zone] L’heure à laquelle { $address } a été vue n’a pas de fuseau, et les adresses changent de mains en quelques minutes.
   *[no_time] L’adresse { $address } ne dit rien sans l’heure à laquelle elle a été vue.
}
    .action = { $problem ->
    [no_port] Indiquez le port source, ou dites pourquoi il n’est pas connu.
    [no_zone] Ajoutez le fuseau à l’heure, par exemple 2026-04-29T21:14:05Z.
   *[no_time] Indiquez le jour, l’heure avec les secondes et le fuseau, par exemple 2026-04-29T21:14:05Z.
}
finding-ee-03 = { $missing ->
    [intention] Des données sont conservées pour une demande à venir, et celle-ci ne l’annonce pas.
   *[necessity] La demande ne dit pas pourquoi la conservation est nécessaire.
}
    .action = { $missing ->
    [intention] Déclarez que l’entraide judiciaire sera demandée, et à quelle échéance.
   *[necessity] Dites en une phrase ce qui serait perdu sans conservation, et quand.
}
finding-ee-04 = La conservation ne dépend pas de l’incrimination des faits dans l’État requis.
    .action = Rien à faire ; vous pouvez citer la disposition si la double incrimination est invoquée.
finding-ee-05 = { $problem ->
    [out_of_order] La période finit avant de commencer.
    [future] Des données stockées sont demandées, et la période s’étend dans l’avenir.
    [past] Des données sont demandées au fur et à mesure, et la période est déjà écoulée.
   *[missing] La période demandée n’a pas de début ou pas de fin.
}
    .action = { $problem ->
    [out_of_order] Corrigez le début ou la fin.
    [future] Faites finir la période aujourd’hui au plus tard, ou demandez des données en temps réel.
    [past] Choisissez une fin plus tardive, ou demandez des données stockées.
   *[missing] Indiquez les deux, chacun avec son heure et son fuseau, par exemple 2026-04-01T00:00:00Z.
}
finding-ee-06 = { $problem ->
    [identity] Des contenus sont demandés alors que le but est seulement de savoir qui est l’utilisateur ; les données d’abonné suffiraient.
    [beyond_subtype] Les types de données comprennent des contenus, que cette demande ne vise pas.
   *[no_reason] Des contenus sont demandés, et la demande ne dit pas pourquoi des données moins intrusives ne suffiraient pas.
}
    .action = { $problem ->
    [identity] Demandez les données d’abonné, ou motivez la nécessité des contenus.
    [beyond_subtype] Retirez les contenus, ou demandez la divulgation de contenus.
   *[no_reason] Dites en une phrase pourquoi les données d’abonné ou de trafic ne suffisent pas.
}
finding-ee-07 = { $missing ->
    [imminence] La demande ne dit pas pourquoi la menace est imminente.
    [how_data_avert] La demande ne dit pas comment les données écarteront la menace.
   *[threat] Aucune menace imminente pour une personne n’est décrite ; l’urgence d’une enquête n’est pas une urgence vitale.
}
    .action = { $missing ->
    [imminence] Dites quand la menace devrait se réaliser, et comment on le sait.
    [how_data_avert] Dites ce qui sera fait des données dès leur arrivée.
   *[threat] Dites qui est en danger, de quoi et de la part de qui ; sinon demandez la conservation maintenant et les données par l’entraide judiciaire.
}
finding-ee-08 = { $problem ->
    [missing] L’agent n’indique aucun numéro de rappel : nul ne peut vérifier que l’urgence est réelle.
   *[not_listed] Le numéro de rappel n’est pas de ceux que l’annuaire indique pour l’autorité requérante.
}
    .action = Indiquez un numéro de votre autorité ou de sa permanence tel qu’il figure dans l’annuaire.
finding-ee-09 = Les données sont conservées jusqu’au { $ends }, et la demande d’entraide judiciaire n’est attendue que le { $date }.
    .action = Prévoyez une prolongation le quarante-cinquième jour, ou dites pourquoi la demande arrivera à temps.
finding-ee-10 = Le fournisseur se trouve dans l’État { $state }, et la demande est adressée à { $to }.
    .action = Adressez la demande à l’État du fournisseur, ou nommez le fournisseur qui y détient les données.
finding-ee-11 = La trace a mené au fournisseur suivant, { $provider } ; ses données peuvent être effacées sous peu.
    .action = Rédigez une nouvelle demande de conservation à l’État de ce fournisseur.
finding-ee-12 = La période commence avant le { $date }, jour où le compte aurait été créé.
    .action = Faites commencer la période ce jour-là, ou corrigez ce jour.
finding-spo-01 = { $missing ->
    [onward_transfer] Il n’est pas dit si les informations peuvent être transmises à des tiers.
    [confidentiality] Il n’est pas dit avec quel degré de confidentialité les informations sont à garder.
   *[use] Il n’est pas dit à quoi les informations peuvent servir ; le silence ne vaut pas permission.
}
    .action = Énoncez la condition, ou dites qu’il n’y en a pas.
finding-spo-02 = Le code de traitement manque : l’agent destinataire ne peut savoir qui peut lire et utiliser les informations.
    .action = Choisissez qui peut les utiliser et jusqu’où elles peuvent circuler.
finding-spo-03 = Les informations peuvent servir de preuve, mais aucun certificat ne les accompagne.
    .action = Joignez un certificat disant qui a établi la pièce et comment elle a été conservée, ou dites qu’il est fourni sur demande.
finding-spo-04 = Le contenu ne s’ouvre qu’une fois les conditions acceptées, et aucun résumé ne permet d’en décider.
    .action = Écrivez deux ou trois phrases sans noms ni sources.
finding-spo-05 = Les conditions n’empêchent pas de divulguer ce qui disculpe une personne poursuivie, si l’État qui informe en est d’abord avisé.
    .action = Rien à faire ; l’État destinataire avise avant une telle divulgation.
finding-spo-06 = { $missing ->
    [biometrics_taken_on] Des données biométriques servent peu sans le jour où elles ont été relevées.
   *[biometrics_quality] Des données biométriques servent peu si rien n’est dit de leur qualité.
}
    .action = { $missing ->
    [biometrics_taken_on] Indiquez le jour, ou dites pourquoi il n’est pas connu.
   *[biometrics_quality] Dites ce qu’une comparaison doit savoir : taille, résolution, angle.
}
finding-spo-07 = Une partie des informations vient de l’État { $state }, dont le consentement n’est pas consigné.
    .action = Obtenez le consentement de cet État, ou retirez ses informations.
finding-spo-08 = Le réexamen du { $date } est à plus de cinq ans.
    .action = Choisissez un jour plus proche, ou motivez cette durée.
