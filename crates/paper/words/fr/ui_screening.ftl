# Words of the screening desk: one question, a file, hits that wait, decisions, watched subjects.

## Rooms and what they have in common
ui-nav-screening = Filtrage
screen-rooms = Rubriques du filtrage
screen-room-ask = Une recherche
screen-room-files = Un fichier
screen-room-hits = Correspondances en attente
screen-room-reviews = Décisions
screen-room-watches = Personnes surveillées
screen-asked = Demandé
screen-listed = Sur la liste
screen-how = Rapport
screen-match = Concordance
screen-by = Par
screen-at = Depuis
screen-found = Trouvée
screen-door = Par la voie
screen-case = Dossier
screen-case-hint = Le numéro du dossier, par exemple XA-2026/117. Pas de nom.
screen-mine = à vous
screen-own = décidé sur sa propre question
screen-show = Afficher
screen-show-waiting = ce qui attend
screen-show-mine = seulement les vôtres
screen-show-all = aussi ce qui est décidé
screen-show-in-force = en vigueur
screen-show-over = aussi les expirées
screen-show-everybody = de l’autorité
screen-look = Continuer
screen-look-hint = Vous revoyez d’abord ce qui sera gardé. Rien n’est gardé avant votre accord.
screen-change-it = Modifier
screen-back-list = Retour à la liste
screen-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}
screen-left-out = { $n ->
    [one] { $n } fiche est écartée : un agent a constaté qu’il s’agit d’une autre personne.
   *[other] { $n } fiches sont écartées : un agent a constaté qu’il s’agit d’autres personnes.
}

## Who is asked about
screen-kind = Genre
screen-kind-any = tout genre
screen-kind-person = Personne
screen-kind-organization = Organisation
screen-kind-company = Société
screen-kind-legalentity = Personne ou organisation
screen-kind-publicbody = Organisme public
screen-kind-vessel = Navire
screen-kind-airplane = Aéronef
screen-kind-vehicle = Véhicule
screen-kind-cryptowallet = Portefeuille de cryptoactifs
screen-kind-address = Adresse
screen-name-hint = Dans toute écriture, dans tout ordre des parties.
screen-country = Pays
screen-country-asked = Nationalité ou pays
screen-country-hint = Code ou nom ; pour un navire, son pavillon.
screen-sex-female = Femme
screen-sex-male = Homme
screen-number = Document ou identifiant
screen-number-hint = Passeport ou carte d’identité ; numéro d’immatriculation ; numéro OMI ; adresse d’un portefeuille.
screen-identifiers = Identifiants
screen-address = Adresse
screen-empty-input = Saisissez un nom, ou le numéro d’un document ou un identifiant.

## Check one
screen-ask-title = Une recherche
screen-ask-lead = Une personne, une organisation, un navire, un aéronef ou un portefeuille. Ce qui distingue améliore la réponse ; laissez vide ce que vous ne savez pas.
screen-ask-again = Modifier la question ou en poser une autre
screen-name-met = Nom correspondant : { $name } ({ $what })
screen-name-met-plain = Nom correspondant : { $name }
screen-name-name = nom principal
screen-name-alias = alias
screen-name-weakalias = alias peu sûr
screen-name-previousname = ancien nom
screen-through = selon la fiche { $record }, tenue pour la même
screen-receipt = Preuve de cette question
screen-receipt-text = Le journal ne garde aucun nom. Avec ce numéro et ce sel, vous pourrez prouver plus tard ce que vous avez demandé ; le sel n’est montré que maintenant.
screen-salt = Sel
screen-watch-this = Surveiller ce nom

## Check a file
screen-files-title = Contrôler un fichier
screen-files-lead = Chaque ligne est une question. Des lignes sans correspondance, rien n’est gardé hors leur numéro.
screen-file = Fichier
screen-file-hint = csv avec en-tête (id, name, birth_date, nationality, passport) ou un objet JSON par ligne ; 100 000 lignes et 32 Mio au plus.
screen-threshold = Seuil
screen-threshold-hint = De 0,3 à 1. Vide : le seuil usuel, 0,7.
screen-file-button = Contrôler le fichier
screen-file-line = Ligne { $n } : { $what }
screen-files-yours = Vos fichiers
screen-files-empty = Vous n’avez envoyé aucun fichier, ou tous ont été détruits à leur terme.
screen-file-unnamed = Fichier sans nom
screen-rows = Lignes
screen-rows-hit = Lignes avec correspondance
screen-row = Ligne
screen-reference = Votre référence
screen-file-until = Gardé jusqu’au
screen-file-kept = Les lignes avec correspondance ne sont gardées que pour vous ; vos références des autres, un jour au plus.
screen-file-running = en cours
screen-file-done = terminé
screen-file-failed = arrêté
screen-file-interrupted = interrompu
screen-file-wait = Cette page se recharge d’elle-même. Vous pouvez la quitter ; le contrôle continue.
screen-file-again = Un redémarrage a interrompu ce fichier. Envoyez-le de nouveau.
screen-file-failed-why = Toutes les lignes n’ont pas été contrôlées : { $what }
screen-file-ignored = Colonnes sans rien de comparable : { $names }
screen-file-csv = Télécharger en csv
screen-file-jsonl = Télécharger en JSON par lignes
screen-file-none = Aucune ligne n’a de correspondance, et toutes ont pu être comparées.
screen-file-told = Lignes avec correspondance ou impossibles à comparer

## Hits that wait
screen-hits-title = Correspondances en attente de décision
screen-hits-lead = La machine propose ; vous dites qui c’est.
screen-hits-empty = Rien n’attend.
screen-hit-title = Correspondance
screen-hit-question = Est-ce la même personne ?
screen-stage-open = en attente
screen-stage-unsure = pas sûr
screen-stage-this = c’est bien elle
screen-stage-not-this = une autre
screen-channel-desk = un contrôle au bureau
screen-channel-file = un fichier
screen-channel-watch = une surveillance
screen-channel-program = un programme
screen-gone = Cette fiche n’est plus sur une liste. Vous la voyez telle qu’elle était.
screen-changed = La fiche a changé depuis. Vous la voyez telle qu’elle était ; refaites le contrôle pour la voir à jour.
screen-back = Elle avait été tranchée et revient : la décision a pris fin, a été retirée, ou la fiche a changé.
screen-own-question = C’est votre propre question. Vous pouvez décider ; ce sera signalé.
screen-decided = Ce qui a été décidé
screen-same-subject = Décisions sur la même personne
screen-decide-title = Votre décision
screen-verdict = Qui est-ce ?
screen-verdict-this = C’est bien elle
screen-verdict-not-this = Une autre personne
screen-verdict-unsure = Pas sûr
screen-verdict-hint-this = La fiche concerne bien la personne demandée.
screen-verdict-hint-not-this = La fiche est désormais écartée quand la même personne est demandée.
screen-verdict-hint-unsure = Elle reste en attente.
screen-verdict-then-this = Elle quitte la file comme étant la même personne, avec votre motif et votre nom.
screen-verdict-then-not-this = Désormais cette fiche est écartée quand la même personne est demandée. Il sera dit qu’elle l’est.
screen-verdict-then-unsure = Elle reste en attente, avec votre note.
screen-reason = Motif
screen-reason-hint = Ce que vous avez comparé, par exemple une autre date de naissance au passeport.
screen-until = Vaut jusqu’au
screen-until-hint = { $n ->
    [one] Dernier jour, { $n } jour au plus. Vide : le maximum.
   *[other] Dernier jour, { $n } jours au plus. Vide : le maximum.
}
screen-decide-keep = Enregistrer la décision
ui-done-screen-decided = Votre décision est enregistrée.

## Decisions
screen-reviews-title = Décisions sur les correspondances
screen-reviews-lead = Chacune vaut pour une personne et pour une fiche telle qu’elle était. Si l’une change, la correspondance revient.
screen-reviews-empty = Aucune décision en vigueur.
screen-review-title = Décision sur une correspondance
screen-review-in-force = en vigueur
screen-review-expired = expirée
screen-review-withdrawn = retirée
screen-review-replaced = remplacée
screen-review-over = Elle n’est plus en vigueur.
screen-withdraw-lead = Si vous la retirez, la fiche redevient une réponse et la correspondance attend une décision.
screen-withdraw = Retirer la décision
ui-done-screen-withdrawn = La décision est retirée.

## Watched subjects
screen-watches-title = Personnes surveillées
screen-watches-lead = Comparés après chaque changement de liste. Ce qui est nouveau attend parmi les correspondances.
screen-watches-empty = Personne n’est surveillé.
screen-subject = Personne
screen-watch-new = Surveiller une personne
screen-watch-lead = Une seule personne, pour un dossier et jusqu’à un jour, en votre propre nom.
screen-watch-reason = Pourquoi
screen-watch-until = Dernier jour
screen-watch-until-hint = { $n ->
    [one] { $n } jour au plus ; renouvelable.
   *[other] { $n } jours au plus ; renouvelable.
}
screen-watch-found = Fiches trouvées
screen-watch-then = Désormais comparée à chaque changement de liste. Le dernier jour, tout ce qui en est gardé est détruit.
screen-watch-keep = Surveiller désormais
screen-watch-title = Personne surveillée
screen-stop-lead = Si vous y mettez fin, tout ce qui est gardé de cette personne est détruit aussitôt.
screen-stop = Mettre fin
ui-done-screen-watched = La personne est désormais surveillée.
ui-done-screen-stopped = La personne n’est plus surveillée ; ce qui était gardé est détruit.

## Changes of a list
list-since = Comparé avec
list-since-days = { $n ->
    [1] hier
    [one] il y a { $n } jour
   *[other] il y a { $n } jours
}
list-since-then = Version d’alors
list-since-now = Version actuelle
list-since-not-here = pas encore ici
list-added = Ajoutées
list-changed = Modifiées
list-removed = Retirées

## Help
ui-help-screening = Que devient une correspondance ?
ui-help-screening-text = Elle attend sous Filtrage qu’un agent dise qui c’est, avec un motif. « Une autre personne » vaut jusqu’au jour indiqué ; alors, ou si la fiche change, la correspondance revient. De ce qui n’a rien donné, aucun nom n’est gardé après un jour.
