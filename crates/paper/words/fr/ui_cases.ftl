# Words of the pages on which cases are worked: worklist, request, evidence, duty desk, directory, border, lists, ledger.
# Not here: the shell (ui.ftl), refusals, findings, papers, and the names and hints of a template's fields.

## Shared by several of these pages
case-us = nous
case-them = eux
case-save = Enregistrer
case-cancel = Annuler
case-back = Retour
ui-done-saved = Enregistré. Rien n’a quitté la maison.
ui-done-submitted = Remise à l’approbateur.
ui-done-approve = Approuvée. Elle peut partir.
ui-done-validate = Validée.
ui-done-return = Renvoyée à l’auteur.
ui-done-send = Dans la boîte d’envoi. Elle est réputée remise dès que leur reçu est ici.
ui-done-withdraw = Retirée.
ui-done-close = Dossier clos.
ui-done-answer = La réponse est en route.
ui-done-register = Enregistrée.
ui-done-acknowledge = Réception accusée. Ils voient votre référence.
ui-done-ask = Demandé. Le délai de décision est suspendu jusqu’à leur réponse.
ui-done-consult = Consultation ouverte. Le délai de décision est suspendu jusqu’à leur réponse.
ui-done-accept = Acceptée.
ui-done-postpone = Différée.
ui-done-refuse = Le refus est proposé. Une deuxième personne le confirme ; d’ici là, personne n’en est informé.
ui-done-confirm-refusal = Refusée. Ils apprennent le motif et les raisons.
ui-done-drop-refusal = Le refus proposé est écarté.
ui-done-begin = L’exécution a commencé.
ui-done-progress = Ils savent où l’on en est.
ui-done-execute = Exécution consignée.
ui-done-give-back = Les preuves sont en route.
ui-done-open = Ouvert et vérifié. Le résultat figure à chaque pièce.
ui-done-confirm-return = Ils savent ce qui est arrivé, et dans quel état.
ui-done-attached = La preuve est jointe.
ui-done-verified = Vérifié à l’instant.
case-change = Modifier
case-show = Afficher
case-yes = Oui
case-no = Non
case-none = aucun
case-unknown = inconnu
case-not-given = non indiqué
case-note = Note
case-reason = Motif
case-source = Source
case-their-time = { $state } : { $time }
case-our-time = ici : { $time }
case-download = Télécharger
case-verify-now = Vérifier maintenant
case-sha256 = SHA-256
case-version = Version
case-from = De
case-to = À
case-optional = facultatif
case-page-of = Page { $page }

## Urgency and standing
case-urgency = Urgence
case-urgency-normal-hint = Accusé de réception sous 7 jours.
case-urgency-urgent-hint = Accusé de réception avant la fin de leur prochain jour ouvrable.
case-urgency-emergency-hint = Une vie, une preuve ou une fuite est en jeu : leur permanence répond dans l’heure.
case-standing = Nature
case-standing-complete = Demande complète
case-standing-consultation = Projet soumis à consultation, sans effet juridique
case-standing-urgent-completion = Urgent, à compléter au plus tard le { $date }

## Side and stage
case-side-outgoing = Sortante
case-side-incoming = Entrante

## What is asked of us next
case-next-outgoing-draft = Achever le projet
case-next-outgoing-review = L’approuver ou la renvoyer
case-next-judge = La valider en qualité de juge, ou la renvoyer
case-next-trouble = Regarder ce qui n’a pas marché
case-trouble = Une intervention est nécessaire
case-trouble-envelope = Un de nos messages est arrivé et a été mis de côté par l’autre État ({ $code }). Appelez son greffe : il ne voit pas ce que nous avons écrit.
case-trouble-delivery = Un de nos messages n’a pas pu être remis et n’est plus tenté ({ $code }). Appelez l’autre État et écrivez-le de nouveau.
case-trouble-content = La même demande est arrivée deux fois avec un contenu différent. Demandez à l’autre État laquelle vaut avant toute exécution.
case-trouble-evidence = Une pièce est arrivée deux fois avec des octets différents, ou il en est venu plus qu’on n’en accepte ({ $code }). Demandez à l’autre État avant de l’utiliser.
case-trouble-claim = L’autre État signale une étape qui ne peut pas découler de ce qui est connu ici ({ $code }). Comparez les chronologies par téléphone.
case-next-outgoing-approved = L’envoyer
case-next-outgoing-queued = Part d’elle-même
case-next-outgoing-transmitted = En route vers eux
case-next-outgoing-delivered = À eux de l’enregistrer
case-next-outgoing-registered = À eux d’en accuser réception
case-next-outgoing-acknowledged = Ils décident
case-next-outgoing-info-requested = Répondre à leurs questions
case-next-outgoing-consultation = Répondre à la consultation
case-next-outgoing-accepted = À eux de l’exécuter
case-next-outgoing-partly-accepted = À eux de l’exécuter en partie
case-next-outgoing-postponed = Ils la reprendront plus tard
case-next-outgoing-accepted-with-conditions = Souscrire à leurs conditions, ou les refuser
case-next-outgoing-conditions-declined = Ils décident à nouveau
case-next-outgoing-conditions-agreed = À eux de l’exécuter
case-next-outgoing-refused = Lire leurs motifs et clore
case-next-outgoing-in-execution = Ils l’exécutent
case-next-outgoing-partly-executed = Ils exécutent le reste
case-next-outgoing-executed = Les preuves vont arriver
case-next-outgoing-return-sent = Ouvrir les preuves
case-next-outgoing-return-received = Clore le dossier
case-next-incoming-delivered = L’enregistrer
case-next-incoming-registered = En accuser réception
case-next-incoming-acknowledged = Décider : interroger, accepter ou refuser
case-next-incoming-info-requested = À eux de répondre
case-next-incoming-consultation = Les consulter
case-next-incoming-accepted = L’exécuter et consigner le résultat
case-next-incoming-partly-accepted = Exécuter la partie acceptée
case-next-incoming-postponed = La reprendre à la date de réexamen
case-next-incoming-accepted-with-conditions = À eux de souscrire aux conditions
case-next-incoming-conditions-declined = Décider à nouveau : les conditions n’ont pas été acceptées
case-next-incoming-conditions-agreed = L’exécuter et consigner le résultat
case-next-incoming-refused = Plus rien à faire
case-next-incoming-in-execution = Consigner l’exécution
case-next-incoming-partly-executed = Consigner le reste
case-next-incoming-executed = Renvoyer les preuves
case-next-incoming-return-sent = À eux d’ouvrir les preuves
case-next-incoming-return-received = Clore le dossier
case-next-quarantined = La faire examiner
case-next-nothing = Plus rien à faire

## Clocks
case-clock = Délai
case-clocks = Délais
case-clock-none = Aucun délai ne court
case-clock-due = Échéance
case-clock-started = Début
case-clock-paused = Suspendu depuis le { $since }
case-clock-paused-total = Suspendu { $time } en tout
case-clock-met = Respecté le { $date }
case-clock-last-event = dernier événement : { $date }
case-clock-same = L’autre partie voit les mêmes délais.
case-left-days = { $n ->
    [one] encore { $n } jour
   *[other] encore { $n } jours
}
case-left-hours = { $n ->
    [one] encore { $n } heure
   *[other] encore { $n } heures
}
case-left-minutes = { $n ->
    [one] encore { $n } minute
   *[other] encore { $n } minutes
}
case-over-days = { $n ->
    [one] En retard de { $n } jour
   *[other] En retard de { $n } jours
}
case-over-hours = { $n ->
    [one] En retard de { $n } heure
   *[other] En retard de { $n } heures
}
case-over-minutes = { $n ->
    [one] En retard de { $n } minute
   *[other] En retard de { $n } minutes
}
case-span-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
case-span-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
case-span-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}

## Worklist
case-list-title = Que dois-je faire aujourd’hui ?
case-list-new = Nouvelle demande
case-count-overdue = en retard
case-count-due-today = échéance aujourd’hui
case-count-new = nouvelles
case-count-open = dossiers ouverts
case-count-waiting-us = nous attendent
case-count-waiting-them = les attendent
case-filter = Filtrer
case-filter-side = Sens
case-filter-all = Tout
case-filter-state = État
case-filter-stage = Étape
case-filter-waiting = En attente de
case-filter-clear = Effacer le filtre
case-lane-emergency = Immédiat
case-lane-urgent = Urgent
case-lane-normal = Ordinaire
case-col-state = État
case-col-number = Numéro
case-col-subject = Objet
case-col-stage = Étape
case-col-next = La suite
case-col-left = Temps restant
case-col-waiting = En attente de
case-empty-filtered = Aucun dossier ne correspond à ce filtre.
case-more = Page suivante
case-previous = Page précédente

## A new request
case-new-title = Nouvelle demande
case-new-lead = Quatre questions. Chaque réponse peut être changée jusqu’à l’envoi.
case-new-state = À quel État vous adressez-vous ?
case-new-state-hint = Un État dont ce nœud a vérifié la carte est saisi par nœud ; à tout autre, on écrit sur papier.
case-new-no-state = Aucun autre État n’est encore relié. Un administrateur en ajoute un au moyen de sa carte d’État.
case-new-authority = À quelle autorité ?
case-new-authority-hint = D’après la carte de cet État, vérifiée le { $date }.
case-form-other = Rédigée sur le formulaire { $written } ; ce nœud connaît { $known }. Ce qui n’y a pas de place figure sous « Autres indications », tel quel.
case-new-template = Que demandez-vous ?
case-new-lang = Dans quelle langue la demande est-elle rédigée ?
case-new-lang-hint = Langues acceptées : { $langs }.
case-new-lang-none = Cet État n’a pas dit quelles langues il accepte.
case-new-start = Commencer le projet
case-new-continue = Continuer

## Draft
case-draft-title = Projet : { $section }
case-draft-of = À { $authority }, { $state }
case-draft-sections = Parties de la demande
case-draft-gaps = { $n ->
    [0] rien ne manque
    [one] { $n } lacune
   *[other] { $n } lacunes
}
case-draft-complete = complet à { $percent } %
case-draft-continue = Enregistrer et continuer
case-draft-leave = Enregistrer et quitter
case-draft-check = Vérifier les réponses
case-draft-add = Ajouter : { $what }
case-draft-remove = Retirer { $what } { $n }
case-draft-saved = Enregistré. Rien n’a quitté la maison.
case-draft-save-always = L’enregistrement n’échoue jamais parce qu’il manque quelque chose ; seul l’envoi exige tout.
case-draft-stale = Quelqu’un d’autre a enregistré ce projet entre-temps. Votre saisie figure ci-dessous ; c’est sa version qui est enregistrée.
case-draft-findings = { $n ->
    [one] { $n } observation sur cette partie
   *[other] { $n } observations sur cette partie
}
case-draft-no-findings = Aucune observation sur cette partie.
case-draft-day = Jour
case-draft-month = Mois
case-draft-year = Année
case-draft-choose = Choisir
case-level-block = À corriger avant l’envoi
case-level-warn = Peut partir avec un motif
case-level-hint = Conseil

## Check your answers
case-check-title = Vérifiez vos réponses
case-check-lead = Voici ce qu’ils liront. Rien n’a quitté la maison.
case-check-complete = Complétude
case-check-findings = Observations
case-check-none = Les règles des deux États et des traités n’appellent aucune observation.
case-check-verdict-sendable = Peut être envoyée.
case-check-verdict-sendable-with-reasons = Peut être envoyée dès que chaque avertissement ci-dessous a reçu un motif.
case-check-verdict-blocked = Ne peut pas encore être envoyée comme demande complète. Elle peut partir comme projet soumis à consultation ou, si une vie, une preuve ou une fuite est en jeu, comme demande urgente avec une date de complément.
case-check-reason-for = Pourquoi l’envoyer malgré tout
case-check-basis = Base juridique
case-check-basis-lead = Par ordre de force. La première porte la demande.
case-check-basis-none = Aucun traité en vigueur entre les deux États n’a été trouvé. La demande repose sur la réciprocité et la courtoisie.
case-check-basis-articles = Articles
case-check-basis-why = Pourquoi
case-check-standing-question = En quelle qualité part-elle ?
case-check-standing-complete-hint = Elle produit ses effets juridiques dès sa remise.
case-check-standing-consultation-hint = Ils la commentent. Elle ne demande encore rien et ne fait courir aucun délai.
case-check-standing-urgent = Urgente, à compléter plus tard
case-check-standing-urgent-hint = Seulement si une vie, une preuve ou une fuite est en jeu. Le motif du chef de l’autorité accompagne la demande.
case-check-by = Complétée au plus tard le
case-check-ground = Qu’est-ce qui est en jeu ?
case-check-ground-life = La vie ou la sécurité d’une personne
case-check-ground-evidence = Une preuve qui serait perdue
case-check-ground-flight = Une personne qui prendrait la fuite
case-check-head-reason = Motif du chef de l’autorité
case-check-head = Chef de l’autorité
case-check-submit = Remettre à l’approbateur
case-check-submit-hint = Une deuxième personne approuve. Nul n’approuve ce qu’il a écrit.
case-check-answer-empty = sans réponse

## Review by the second person
case-review-title = Relecture
case-review-lead = { $name } a rédigé cette demande et vous la remet. Vous l’approuvez de votre nom ou la renvoyez avec une note.
case-review-own = Vous avez rédigé cette demande et ne pouvez donc pas l’approuver. Un autre approbateur doit le faire.
case-review-reasons = Avertissements et motifs donnés
case-review-approve = Approuver
case-review-approve-hint = Votre nom figure sur la demande comme celui de la deuxième personne.
case-review-validate = Valider en qualité de juge
case-review-validate-hint = Votre nom figure sur la demande comme celui du juge qui l’a validée. La seconde personne l’approuve après vous.
case-review-wait-judge = Le droit de cet État veut qu’un juge valide ce qui est demandé ici avant l’approbation.
case-review-validated = Validée par
case-review-return = Renvoyer à l’auteur
case-review-return-note = Que faut-il changer ?

## Sending
case-send-title = Envoyer
case-send-lead = Regardez une dernière fois ce qui quitte la maison.
case-send-what = Ce qui part
case-send-to = À qui
case-send-label = Sous quelle marque
case-send-sealed = Signée par { $authority }, scellée pour { $to } ; personne en chemin ne peut la lire.
case-send-standing = En quelle qualité
case-send-record = Empreinte de l’acte
case-send-second = Deuxième personne
case-send-second-none = Aucune : cette autorité n’a qu’un agent, et le destinataire en est informé.
case-send-who-reads = Qui pourra la lire
case-send-confirm = Je l’ai regardée. Elle peut quitter la maison.
case-send-button = Envoyer à { $authority }
case-send-confirm-missing = Cochez la case pour dire que vous l’avez regardée.

## The case
case-title = { $number }
case-our-reference = Notre référence
case-their-reference = Leur référence
case-no-reference = pas encore donnée
case-officer = Agent
case-approved-by = Approuvée par
case-written-by = Rédigée par
case-language = Langue
case-next-step = Prochaine étape
case-next-wait = Vous n’avez rien à faire pour l’instant.
case-next-not-you = Cette étape revient à : { $role }.
case-waiting-for = En attente de { $who }
case-waiting-for-them = En attente de { $state }
case-waiting-for-us = C’est à nous
case-waiting-nobody = personne
case-timeline = Ce qui s’est passé
case-timeline-empty = Rien ne s’est encore passé.
case-by-officer = { $role }, { $authority }
case-envelope = Enveloppe
case-messages = Questions et réponses
case-item-open = En attente
case-item-answered = Répondu
case-measures = Mesures demandées
case-measure = Mesure
case-measures-empty = Aucune mesure n’a encore été saisie.
case-measure-asked = Demandée
case-measure-accepted = Acceptée
case-measure-refused = Refusée
case-measure-in-execution = En cours
case-measure-executed = Exécutée
case-evidence = Preuves
case-evidence-empty = Aucune preuve n’a encore été jointe.
case-receipts = Reçus
case-receipts-lead = Chacun est signé par le nœud qui l’a donné.
case-receipts-empty = Pas encore de reçu. Tant qu’il n’y en a pas, la demande ne compte pas comme envoyée.
case-receipt-r1 = Acceptée par le nœud
case-receipt-r2 = Transmise par un relais
case-receipt-r3 = Remise et enregistrée sur leur disque
case-receipt-r4 = Ouverte par l’autorité
case-receipt-r5 = Répondue
case-receipt-verified = signature vérifiée
case-receipt-unverified = signature non vérifiée
case-receipt-leaf = Inscription { $leaf } de leur registre
case-ledger = Registre
case-ledger-all = Toutes les inscriptions de ce dossier
case-papers = Documents
case-papers-lead = Tirés du même acte ; chaque page porte son empreinte.
case-paper-letter = Lettre de demande
case-paper-acknowledgement = Accusé de réception
case-paper-certificate = Certificat des preuves
case-paper-pdf = PDF
case-paper-print = Version à imprimer
case-print-paper = Quel document ?
case-content = La demande elle-même
case-conditions = Conditions
case-reasons = Motifs

## Steps of the case
case-do-register = Enregistrer
case-do-register-hint = Elle reçoit un numéro ici et sa voie d’urgence. Le délai d’accusé de réception commence à courir.
case-do-acknowledge = Accuser réception
case-do-acknowledge-hint = Ils voient votre référence et la date à laquelle vous leur donnerez des nouvelles.
case-do-reference = Votre référence
case-do-next-date = Quand leur donnerez-vous des nouvelles ?
case-do-ask = Demander ce qui manque
case-do-ask-hint = Choisissez les réponses qui manquent ou restent obscures. Le délai de décision est suspendu jusqu’à leur réponse.
case-do-ask-field = Champ
case-do-ask-no-field = sur aucun champ précis
case-do-ask-text = Que devez-vous savoir ?
case-do-answer-by = Réponse au plus tard le
case-do-consult = Ouvrir une consultation
case-do-consult-hint = Avant qu’une demande soit refusée ou son exécution différée, on étudie avec l’autorité requérante si l’entraide peut être accordée sous conditions (Convention contre la criminalité transnationale organisée, article 18, paragraphe 26). Le délai de décision est suspendu jusqu’à leur réponse.
case-do-consult-about = Sur quoi porte la consultation ? Quelles conditions ou garanties proposez-vous ?
case-do-answer = Répondre
case-do-answer-hint = Ils ont demandé ces éléments. Ce que vous saisissez ici complète la demande des deux côtés.
case-do-answer-value = Votre réponse
case-do-asked-by = Attendu au plus tard le { $date }
case-do-accept = Accepter
case-do-accept-hint = En entier. Les conditions accompagnent la décision.
case-do-conditions = Conditions, une par ligne
case-do-refuse = Refuser
case-do-refuse-hint = Un refus exige un motif de la liste fermée, des raisons et une deuxième personne. Interrogez ou consultez d’abord si vous le pouvez.
case-do-ground = Motif de refus
case-do-ground-hint = Certains motifs ne figurent ici qu’après une demande de complément ou l’ouverture d’une consultation.
case-do-second = Deuxième personne
case-do-reasons = Raisons
case-do-postpone = Différer
case-do-postpone-hint = En raison d’une procédure ici. Ils apprennent pourquoi et jusqu’à quand.
case-do-review-by = Reprise le
case-do-no-consultation = Si personne n’a été consulté : pourquoi ?
case-do-confirm-refusal = Confirmer le refus
case-do-confirm-refusal-hint = Un collègue propose de refuser. Vous êtes la deuxième personne ; ils l’apprennent dès que vous confirmez.
case-do-drop-refusal = Écarter le refus proposé
case-do-execute = Consigner l’exécution
case-do-report = Qu’a-t-on fait ?
case-do-executed-on = Exécutée le
case-do-begin = Commencer l’exécution
case-do-begin-hint = Dites à qui elle est confiée et ce qu’elle attend. Ils voient la note.
case-do-progress = Leur dire où l’on en est
case-do-executed-by = Par quelle autorité ou quel tribunal ?
case-do-law = En vertu de quelle loi ?
case-do-attach = Joindre une preuve
case-do-give-back = Renvoyer les preuves
case-do-give-back-hint = Tout ce qui est joint ci-dessus est signé, scellé et renvoyé avec son registre de garde.
case-do-certificate = Certificat
case-do-certificate-hint = Qui certifie quoi, dans les mots qu’un tribunal lira.
case-do-open = Ouvrir
case-do-open-hint = Chaque pièce est vérifiée (empreinte, taille, registre de garde) avant que vous puissiez l’utiliser.
case-do-confirm-return = Leur dire que tout est arrivé
case-do-confirm-return-hint = Ils apprennent pour chaque pièce si elle est intacte.
case-do-close = Clore le dossier
case-do-close-hint = Quelle suite la procédure a-t-elle eue ? Les originaux sont-ils rendus ?
case-do-withdraw = Retirer
case-do-withdraw-hint = Ils en sont informés aussitôt et s’arrêtent. Rien n’est effacé.
case-do-send-page = Regarder ce qui part, puis envoyer
case-do-review-page = Lire et décider
case-do-draft-page = Poursuivre le projet
case-do-other = Autres étapes

## Grounds of refusal (the closed list; requests 3.15)
case-ground-not-in-conformity = Non conforme au traité, après demande de complément
case-ground-essential-interests = Souveraineté, sécurité, ordre public ou autres intérêts essentiels
case-ground-own-law-prohibits = Le droit interne l’interdirait pour une infraction semblable
case-ground-dual-criminality = Les faits ne sont pas une infraction ici
case-ground-political-offence = Infraction politique
case-ground-persecution = Crainte de persécution ou de discrimination
case-ground-ne-bis-in-idem = Déjà jugé pour les mêmes faits
case-ground-lapse-of-time = Prescription ou amnistie
case-ground-nationality = Ressortissant de cet État
case-ground-in-absentia = Jugé par défaut
case-ground-humanitarian = Âge ou santé
case-ground-age-of-responsibility = Au-dessous de l’âge de la responsabilité pénale
case-ground-own-proceedings = Procédure interne en cours
case-ground-fiscal-nature = Nature fiscale
case-ground-bank-secrecy = Secret bancaire
case-ground-death-penalty = Peine de mort ou traitement cruel à craindre, sans garantie
case-ground-torture = Torture ou procès inéquitable à craindre ; non-refoulement
case-ground-military-offence = Infraction purement militaire
case-ground-minor-importance = Importance mineure ou coût disproportionné, après consultation
case-ground-immunity = Immunité ou privilège

## Evidence
case-ev-title = Preuve
case-ev-add-title = Joindre une preuve
case-ev-add-lead = L’empreinte du fichier est calculée à son arrivée et il est conservé chiffré. Il ne quitte la maison que lorsque vous le renvoyez.
case-ev-name = Intitulé
case-ev-name-hint = De quoi s’agit-il ? « Relevés du compte …, mars à juin ».
case-ev-kind = Nature
case-ev-kind-document = Document
case-ev-kind-electronic = Données électroniques
case-ev-kind-statement = Déposition ou procès-verbal d’audition
case-ev-kind-recording = Enregistrement sonore ou vidéo
case-ev-kind-object = Photographie ou description d’un objet
case-ev-kind-bank-record = Relevé bancaire
case-ev-kind-image = Image
case-ev-kind-video = Enregistrement vidéo
case-ev-kind-interview = Procès-verbal d’entretien
case-ev-kind-confession = Aveux
case-ev-kind-other = Autre
case-ev-origin = Qui l’a recueillie, où, quand, en vertu de quelle loi ?
case-ev-place = Où ?
case-ev-collected-by = Qui l’a recueillie ?
case-ev-collected-on = Quel jour ?
case-ev-law = En vertu de quelle loi ?
case-ev-certificate = Certificat de cette pièce
case-ev-use = Conditions d’utilisation
case-ev-use-hint = À quoi peut-elle servir, et à quoi non ?
case-ev-file = Fichier
case-ev-file-hint = Jusqu’à { $max }. Les gros fichiers partent par morceaux et reprennent après une coupure.
case-ev-upload = Joindre
case-ev-progress = Reçu
case-ev-size = Taille
case-ev-type = Type
case-ev-integrity = Intégrité
case-ev-sha-ok = Le contenu correspond à son SHA-256
case-ev-sha-bad = Le contenu ne correspond pas à son SHA-256
case-ev-bytes-ok = La taille et le contenu sont ceux qui ont été certifiés (SHA-256)
case-ev-bytes-bad = La taille ou le contenu ne sont pas ceux qui ont été certifiés (SHA-256)
case-ev-size-ok = La taille est celle annoncée
case-ev-size-bad = La taille diffère de celle annoncée
case-ev-custody-ok = Le registre de garde est continu
case-ev-custody-bad = Le registre de garde est rompu
case-ev-whole = Intacte
case-ev-broken = Altérée
case-ev-not-yet = Pas encore vérifiée ici
case-ev-verified-at = Vérifiée : { $time }
case-ev-do-not-use = N’utilisez pas cette pièce. Prévenez l’autre autorité et gardez-la telle quelle.
case-ev-custody = Garde
case-ev-custody-lead = Chaque maillon porte l’empreinte du précédent.
case-ev-custody-collected = Recueillie
case-ev-custody-sealed = Scellée
case-ev-custody-sent = Envoyée
case-ev-custody-received = Reçue
case-ev-custody-verified = Vérifiée
case-ev-custody-opened = Ouverte
case-ev-custody-exported = Exportée
case-ev-previous = Après
case-ev-first = Premier maillon
case-ev-missing = Cette pièce n’est pas encore arrivée.

## Duty desk
case-duty-register = Enregistrer { $number }
case-duty-acknowledge = Accuser réception de { $number }

## Directory
directory-title = Annuaire
directory-lead = À qui s’adresser, dans quelle langue et à quelle heure. Tiré de la carte signée de chaque État, ou saisi ici lorsque c’est indiqué.
directory-state = État
directory-ours = Notre État
directory-authorities = Autorités
directory-functions = Fonctions
directory-languages = Langues
directory-urgent-languages = Langues en cas d’urgence
directory-local-time = Heure là-bas
directory-difference-same = même heure qu’ici
directory-difference-ahead = { $time } d’avance sur nous
directory-difference-behind = { $time } de retard sur nous
directory-open-now = Ouvert, jusqu’à { $time }
directory-opens = Fermé. Ouvre { $when }
directory-opens-in = dans { $time }
directory-hours-unknown = Horaires non indiqués
directory-hours = Heures de bureau
directory-weekend = Fin de semaine
directory-holidays = Prochains jours fériés
directory-247 = Contact 24 h sur 24
directory-247-none = Aucun contact 24 h sur 24 n’est indiqué.
directory-phone = Téléphone
directory-email = Courriel
directory-address = Adresse
directory-verified = Vérifié le
directory-card = Carte d’État
directory-card-sequence = Carte { $n }
directory-card-expires = valable jusqu’au { $date }
directory-fingerprint = Empreinte
directory-fingerprint-hint = Lisez-la-vous au téléphone avant de vous y fier.
directory-pinned = Vérifiée par nous
directory-not-pinned = Non vérifiée par nous
directory-write = Écrire une demande à cette autorité
directory-requirements = Ce que cet État exige
directory-treaties = Traités en vigueur
directory-treaty-since = depuis le { $date }
directory-empty = Aucun autre État n’est encore connu. Un administrateur en ajoute un au moyen de sa carte d’État.
directory-function-central-authority = Autorité centrale
directory-function-extradition = Extradition
directory-function-mla = Entraide judiciaire
directory-function-duty-desk-24-7 = Permanence 24 h sur 24
directory-function-ncb = Bureau central national INTERPOL
directory-function-fiu = Cellule de renseignement financier
directory-function-asylum-liaison = Liaison asile
directory-function-court = Tribunal
directory-function-prosecutor = Parquet
directory-function-police = Police
directory-function-border = Frontière
verb-message-unexpected = Un message inattendu a été conservé
verb-message-unknown = Un message de nature inconnue a été conservé
purpose-evidence = Preuve
purpose-screening = Contrôle
purpose-investigation = Enquête
purpose-intelligence = Renseignement
purpose-freezing = Gel des avoirs
purpose-immigration = Immigration
purpose-oversight = Contrôle indépendant
purpose-administration = Administration

## Border
border-title = Contrôle
border-box = Scannez le document ou saisissez le nom
border-box-hint = Les deux lignes de la zone de lecture automatique, ou nom de famille et prénoms.
border-birth = Date de naissance
border-birth-hint = Comme sur le document : année-mois-jour, ou l’année seule.
border-nationality = Nationalité
border-document = Numéro du document
border-check = Contrôler
border-next = Personne suivante
border-understood = Compris comme
border-mrz-ok = Zone de lecture automatique lue ; tous les chiffres de contrôle sont justes.
border-mrz-bad = Zone de lecture automatique lue, mais un chiffre de contrôle est faux : { $fields }. Comparez avec le document.
border-name = Nom
border-answer-no-record = Aucune inscription
border-answer-check = Vérifier
border-answer-stop = Arrêter
border-answer-cannot-say = Impossible à dire
border-as-of = à { $time }
border-no-record-line = Les listes tenues ici ne nomment personne portant ce nom et cette date de naissance.
border-no-record-do = Poursuivez l’examen habituel. L’absence d’inscription n’est pas un feu vert.
border-check-line = Une personne inscrite sur une liste pourrait être celle-ci.
border-check-do = Comparez le document avec l’inscription ci-dessous. Ne dites rien à la personne. Appelez un second agent.
border-stop-line = Le nom et l’identité correspondent à une inscription sur une liste.
border-stop-do = Retenez la personne sans l’alarmer, gardez le document et appelez tout de suite le numéro ci-dessous.
border-cannot-line = Aucune réponse n’est possible pour l’instant.
border-cannot-do = Examinez à la main et appelez la permanence. Ne prenez pas ceci pour « aucune inscription ».
border-cannot-no-list = Aucune liste n’a été importée ici.
border-cannot-old = La liste date de { $days } jours.
border-cannot-mrz = La zone de lecture automatique est illisible. Scannez de nouveau ou saisissez le nom.
border-call = Appeler
border-call-none = Aucun numéro n’est enregistré pour la permanence ; demandez à votre supérieur.
border-why = Pourquoi
border-hit = Inscription { $n }
border-score = Concordance { $score } sur 100
border-for = Pour
border-against = Contre
border-nothing-against = rien
border-listed-names = Noms sur la liste
border-listed-births = Dates de naissance sur la liste
border-list-reason = Motif d’inscription
border-list-and-version = Liste et version
border-list-reference = Référence
border-advice = Une concordance est un conseil. C’est vous qui décidez.
border-query = Consultation
border-lists-asked = Listes consultées
border-empty-input = Scannez d’abord un document ou saisissez un nom.
border-part-name = Nom
border-part-birth = Date de naissance
border-part-nationality = Nationalité
border-part-document = Numéro du document
border-part-gender = Sexe
border-part-place = Lieu de naissance
border-feature-birth-day = Même jour de naissance
border-feature-birth-day-swapped = Jour et mois de naissance intervertis
border-feature-birth-month = Même mois de naissance
border-feature-birth-year = Même année de naissance
border-feature-birth-within = Naissance dans la période indiquée
border-feature-birth-day-other = Un autre jour de la même année
border-feature-birth-year-other = Une autre année de naissance
border-feature-country = Même pays
border-feature-country-other = Un autre pays
border-feature-sex = Même sexe
border-feature-sex-other = L’autre sexe
border-feature-document = Même numéro de document
border-kind-exact = identique
border-kind-spelling = écrit un peu autrement
border-kind-sound = sonne pareil
border-kind-script = identique dans une autre écriture
border-kind-nickname = forme courte ou familière
border-kind-initial = initiale
border-kind-joined = écrit attaché ou séparé
border-kind-differs = diffère
border-kind-only-asked = absent de la liste
border-kind-only-listed = seulement sur la liste
border-doubt-check-digit = Un chiffre de contrôle est faux.
border-doubt-unknown-issuer = L’État émetteur est inconnu.
border-doubt-unknown-nationality = La nationalité est inconnue.
border-doubt-layout = La disposition du clavier du lecteur est douteuse.
border-doubt-document-code = Le type de document est inconnu.
border-doubt-birth-date = La date de naissance est illisible.
border-doubt-name-cut = Le nom est peut-être tronqué.
border-unit-of = { $part } : { $detail }
border-keys = La touche Entrée lance le contrôle. Après la réponse, le champ attend la personne suivante.

## Lists
list-title = Listes
list-lead = Ce que la frontière interroge. Chaque liste garde sa version et son empreinte.
list-name = Liste
list-date = Date de la liste
list-age = Âge
list-age-days = { $n ->
    [0] d’aujourd’hui
    [one] { $n } jour
   *[other] { $n } jours
}
list-individuals = Personnes
list-entities = Entités
list-changes = Dernier changement
list-changes-text = { $added } ajouts, { $changed } modifications, { $removed } radiations
list-imported = Importée
list-hash = SHA-256 du fichier
list-empty = Aucune liste n’a été importée. La frontière ne peut répondre que « impossible à dire ».
list-import-title = Importer une liste
list-import-lead = Le fichier est lu en entier ou pas du tout ; l’ancienne version reste en usage tant que la nouvelle n’est pas en place.
list-import-name = Nom de la liste
list-import-name-value = Liste récapitulative du Conseil de sécurité de l’ONU
list-import-file = Fichier (formats de l’ONU, de l’OFAC, de l’UE, du Royaume-Uni, du Canada, de l’Australie, FollowTheMoney, ou un tableau)
list-import-id = Nom court
list-import-id-hint = Minuscules, chiffres, tirets. Vide : le nom usuel du format. Le même nom à nouveau est une version plus récente.
list-import-mapping = Correspondance
list-import-mapping-hint = Seulement pour un tableau à vous : quelle colonne est quelle propriété (TOML).
list-import-dropped = Laissé de côté, selon la règle de ce nœud : { $names }
list-import-removals = Accepter que plus de ce nombre d’inscriptions disparaissent
list-import-removals-hint = Une liste qui perd soudain beaucoup d’inscriptions est refusée, sauf si vous indiquez ici le nombre.
list-import-button = Importer
list-import-running = Importation en cours
list-import-step = { $done } sur { $total }
list-import-step-open = { $done } jusqu’ici
list-import-step-read = Lecture du fichier
list-import-step-index = Mise en place de la nouvelle version
list-import-wait = Cette page se recharge d’elle-même. Vous pouvez la quitter ; l’importation continue.
list-import-done = Importé : { $individuals } personnes, { $entities } entités.
list-import-failed = L’importation a été refusée ; la liste en usage est inchangée.
list-import-gone = Cette importation n’est plus connue ici. Le tableau ci-dessous montre ce qui est en usage.
list-import-file-missing = Choisissez un fichier.
list-back = Retour aux listes

## Ledger
ledger-title = Registre
ledger-lead = Qui a fait quoi, quand et pourquoi. Chaque inscription est une feuille d’un arbre que d’autres États peuvent vérifier.
ledger-filter-verb = Acte
ledger-filter-object = Objet
ledger-filter-from = À partir de l’inscription
ledger-index = Inscription
ledger-at = Quand
ledger-actor = Qui
ledger-role = Fonction
ledger-verb = Acte
ledger-object = Objet
ledger-purpose = Finalité
ledger-reason = Motif
ledger-rows = Lignes écrites
ledger-row = Ligne
ledger-leaf = Feuille
ledger-empty = Aucune inscription ne correspond.
ledger-verify = Vérifier tout le registre maintenant
ledger-verify-hint = Lit chaque inscription, chaque ligne qu’elle nomme et chaque point de contrôle.
ledger-verify-ok = Vérifié : { $size } inscriptions, rien n’a été changé.
ledger-verify-counts = { $rows } lignes, { $blobs } fichiers et { $checkpoints } points de contrôle concordent.
ledger-verify-bad = { $n ->
    [one] { $n } élément a été changé
   *[other] { $n } éléments ont été changés
}
ledger-root = Racine
ledger-problem-place = Endroit
ledger-problem-what = Ce qui ne va pas
ledger-entry-title = Inscription { $index }
ledger-proof = Preuve
ledger-proof-lead = Avec ces valeurs, chacun peut recalculer la feuille et remonter jusqu’au point de contrôle signé, sans ce logiciel.
ledger-proof-entry = Inscription telle que hachée
ledger-proof-salt = Sel
ledger-proof-path = Chemin vers la racine
ledger-proof-checkpoint = Point de contrôle
ledger-proof-download = Télécharger la preuve (JSON)
ledger-next = Inscriptions plus anciennes
ledger-previous = Inscriptions plus récentes
ledger-actor-officer = Agent { $id }
ledger-actor-peer = Nœud de { $state }
ledger-actor-system = Le nœud lui-même : { $worker }
