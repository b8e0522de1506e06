# Taking cards out in the formats of others.

verb-card-exported = Fiche sortie dans un autre format
may-card-export = Sortir des fiches dans les formats d’autres outils

export-title = Sortir une fiche
export-text = D’autres programmes lisent l’un de ces formats. Vous voyez ce que le format perd de la fiche avant que rien ne sorte.
export-format = Format
export-format-stix = STIX 2.1
export-format-misp = Événement MISP
export-format-ftm = FollowTheMoney, sans étiquettes : seulement ce qui est pour tous
export-format-ftm-with-labels = FollowTheMoney, avec nos étiquettes
export-look = Voir ce qui se perd
export-take = Télécharger le fichier
export-carried = Dit tel quel
export-coarsened = Dit moins exactement
export-dropped = Non dit
export-foot = Le fichier quitte le nœud. Le registre note que vous l’avez sorti.

refusal-export-nothing = Rien de cette fiche n’est aujourd’hui pour son destinataire : rien n’est écrit.
refusal-export-label = Ce format n’a pas de mots pour l’étiquette de la fiche. Choisissez-en un autre ; une étiquette moins stricte n’est jamais écrite.
refusal-export-copy = L’étiquette de cette fiche la retient dans le nœud. Demandez à son propriétaire d’en permettre la copie.
refusal-import-unread = Le fichier n’a pas pu être lu (à : { $place }). Rien n’en a été pris. Demandez-le de nouveau à son expéditeur.
refusal-intake-red = Son expéditeur l’a réservé à des personnes nommées : aucun dossier ne peut le contenir. Demandez-lui une marque moins stricte.
