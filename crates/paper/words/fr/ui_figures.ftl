# What the statistics count on the track of each kind, and records that cannot be read.

stat-by-asked-times = Nombre de demandes de renseignements
stat-by-offence = Par catégorie d’infraction
stat-by-emergency = Urgences absolues
stat-by-course = Suites données
stat-emergency-within-hour = Réponse dans l’heure
stat-emergency-later = Réponse plus tardive
stat-emergency-unanswered = Sans réponse à ce jour
stat-span-decided-running = La décision, hors suspension du délai
stat-span-arrested = L’arrestation
stat-span-surrendered = La remise
stat-span-preserved = La conservation des données
stat-span-frozen = Le gel des avoirs
stat-course-requested = Demandés
stat-course-refused = Refusés
stat-course-refused-on = Refusés : { $ground }
stat-course-lost = Perdus : aucune demande d’entraide n’est parvenue à temps
stat-course-nationals-refused = Nationaux dont l’extradition a été refusée
stat-course-nationals-prosecuted = Dont : affaires soumises à nos autorités de poursuite
stat-tracks = Suites données, par type de demande
stat-asking = Demandes de renseignements complémentaires
stat-asking-times = Au total
stat-asking-each = Par demande
case-unread = Ces enregistrements sont illisibles et ne sont pas affichés : { $n } ({ $ids }). L’administrateur peut les examiner par comity ledger verify.
atlas-would-more = Autres demandes : { $n }
