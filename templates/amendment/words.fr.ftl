# Mots du formulaire « amendment ».

amendment-template = Modification d’une demande
amendment-opening = L’autorité requérante ({ $authority }, { $state }) présente ses compliments à l’autorité requise ({ $to_authority }, { $to_state }) et a l’honneur de rectifier sa demande antérieure comme il est exposé ci-après.
amendment-section-changes = Modifications
    .help = Une entrée par élément inexact ou modifié. La première version reste au dossier.
    .one = Modification { $index }
    .add = Ajouter une modification
    .remove = Retirer la modification { $index }
amendment-changes-what = Élément
    .help = L’endroit de la demande, en toutes lettres.
amendment-changes-before = Texte initial
    .help = Ce que disait la demande.
amendment-changes-after = Texte modifié
    .help = Ce qui est exact.
amendment-changes-reason = Motif
    .help = Pourquoi il change et comment on le sait.
