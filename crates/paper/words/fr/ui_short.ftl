# Mots des formulaires brefs et des demandes tirées d’une autre.

about-title = Lettres relatives à cette demande
verb-request-supplemented = Complétée par une autre lettre
verb-request-amended = Modifiée par une autre lettre
verb-request-reminded = Rappel envoyé
verb-request-confirmed = Demande orale confirmée par écrit
verb-request-part-withdrawn = Retirée en partie
convert-title = Tirer une autre demande de celle-ci
convert-lead = Ce que demandent les deux formulaires est repris ; le reste demeure ouvert. Le nouveau projet est vérifié, approuvé et envoyé comme tout autre, et cette demande reste telle quelle.
convert-none = On ne peut rien tirer de cette demande.
convert-keep = Conserver les données dès maintenant
convert-keep-measure = Conserver dès maintenant les données de la mesure { $n } : { $measure }
convert-assistance = Demander l’entraide judiciaire
refusal-convert = On ne peut tirer cette demande de celle-ci.
    .action = Choisissez l’une des voies proposées.
