# Mots du formulaire « supplementary ».

supplementary-template = Demande complémentaire
supplementary-opening = L’autorité requérante ({ $authority }, { $state }) présente ses compliments à l’autorité requise ({ $to_authority }, { $to_state }) et a l’honneur de solliciter, en complément de sa demande antérieure, l’entraide exposée ci-après.
supplementary-section-addition = Raisons du complément
    .help = La première demande reste inchangée ; seul l’élément nouveau figure ici.
supplementary-addition-reason = Motif
    .help = Ce qui est apparu depuis la première demande.
supplementary-addition-facts = Faits nouveaux
    .help = Qui, quand, où, quoi ; seulement ce que la première demande ne disait pas.
supplementary-section-additions = Éléments ajoutés
    .help = Une entrée par élément demandé en plus.
    .one = Ajout { $index }
    .add = Ajouter un élément
    .remove = Retirer l’élément { $index }
supplementary-additions-kind = Nature
    .help = La nature de l’ajout.
supplementary-additions-what = Objet de la demande
    .help = Avec la même précision qu’une première demande : objet, détenteur, période.
supplementary-additions-purpose = But
    .help = Ce qu’il s’agit de prouver.
supplementary-additions-deadline_on = Nécessaire au plus tard le
    .help = Le jour après lequel l’élément ne sert plus.
supplementary-code-additions-measure = Une mesure supplémentaire
supplementary-code-additions-person = Une personne supplémentaire
supplementary-code-additions-fact = Des faits supplémentaires
supplementary-code-additions-document = Un document supplémentaire
supplementary-code-additions-question = Une question supplémentaire
