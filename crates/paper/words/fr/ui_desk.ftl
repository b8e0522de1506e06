# Words of the desk: the officer's day, the search, statistics, requests that name one person, tasks of domestic authorities.

## Rooms
ui-nav-search = Recherche
ui-nav-statistics = Statistiques

## The officer's day
case-list-all = Demandes
case-day-as-of = Situation à { $time }. La page s’actualise toutes les 30 secondes.
case-count-mine = entre mes mains
case-handed = Passation de service
case-handed-since = depuis
case-handed-arrived = Arrivées
case-handed-ran-out = Échéances dépassées
case-handed-promised = Nouvelles promises pour aujourd’hui
case-show-all = Tout afficher ({ $n })
case-lane-quiet = Rien n’est ouvert ici.
case-news-new = Nouveau
case-news-changed = Modifié
case-filter-due = Échéance
case-filter-mine = Qui en est chargé

## Search
case-search = Où est-ce, et qui en est chargé ?
case-search-box = Numéro, référence, nom, État ou mot
case-search-hint = Tous les mots doivent être trouvés. La recherche porte sur tout ce que vous pouvez voir, y compris les dossiers clos.
case-search-do = Rechercher
case-search-found = Résultats : { $n }
case-search-none = Rien de ce que vous pouvez voir ne répond à ces mots.
case-place-number = Numéro
case-place-title = Titre
case-place-name = Nom
case-place-evidence = Élément de preuve
case-place-content = Contenu
case-place-message = Messages

## Statistics
stat-title = Statistiques
stat-lead = Ce qui a été reçu et envoyé, les délais et les motifs de refus. Chaque chiffre ouvre ses demandes.
stat-from = Du
stat-until = Au
stat-shared = Pour qui
stat-shared-no = Ce bureau
stat-shared-yes = À communiquer
stat-shared-note = Les groupes de moins de cinq sont masqués, ainsi que ce qui permettrait de les déduire. Aucun chiffre n’ouvre de liste.
stat-hidden = moins de 5, ou masqué avec eux
stat-file = Télécharger en csv
stat-by-state = Par État
stat-by-kind = Par type
stat-by-urgency = Par degré d’urgence
stat-by-basis = Par base juridique
stat-by-channel = Par voie de transmission
stat-by-outcome = Par issue
stat-by-ground = Refus par motif
stat-by-arrival = Complètes à l’arrivée
stat-by-asked = Ce qui manquait
stat-by-month = Par mois
stat-chart-text = Colonnes des mois { $from } à { $until } ; les mêmes chiffres figurent dans le fichier.
stat-basis-none = Aucune indiquée
stat-basis-other = Autre
stat-channel-node = Entre nœuds
stat-channel-other = Autre
stat-outcome-open = En cours
stat-outcome-executed = Exécutée
stat-outcome-partly = Exécutée ou acceptée en partie
stat-outcome-refused = Refusée
stat-outcome-withdrawn = Retirée
stat-outcome-lapsed = Caduque
stat-outcome-ended = Terminée sans résultat
stat-arrival-complete = Rien n’a été demandé
stat-arrival-incomplete = Un complément a été demandé
stat-took = Délais
stat-took-lead = En jours depuis l’envoi ou l’arrivée. Le temps pendant lequel les délais étaient suspendus figure à part.
stat-span = Jusqu’à
stat-span-acknowledged = L’accusé de réception
stat-span-decided = La décision
stat-span-first-result = Le premier résultat
stat-span-closed = La clôture
stat-span-paused = Délais suspendus
stat-n = Demandes
stat-median = Médiane, jours
stat-ninetieth = Neuf sur dix en, jours
stat-more = Autres lignes dans le fichier : { $n }
stat-cases = Demandes correspondant au chiffre
