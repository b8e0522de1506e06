# Mots des documents (lettre, accusé de réception, certificat), des formulaires et du contrôle de forme.

## Every paper
paper-title-request = Demande
paper-title-acknowledgement = Accusé de réception
paper-title-certificate = Certificat relatif aux éléments de preuve
paper-page = Page { $page } sur { $pages }
paper-record = Empreinte de l’enregistrement (SHA-256)
paper-record-note = Le présent document est tiré de l’enregistrement portant cette empreinte. L’enregistrement fait foi.
paper-qr = Code QR de l’empreinte de l’enregistrement
paper-releasable = communicable à : { $states }
paper-releasable-nobody = ne pas communiquer
paper-review = à réexaminer au plus tard le { $date }
paper-expires = expire le { $date }
paper-to = Destinataire
paper-number = Numéro
paper-your-reference = Votre référence
paper-our-reference = Notre référence
paper-date = Date
paper-subject = Objet
paper-urgency = Urgence
paper-urgency-normal = Ordinaire
paper-urgency-urgent = Urgente (jours)
paper-urgency-emergency = Urgence absolue (heures)
paper-original = Langue de l’original
paper-original-note = Les passages rédigés par l’auteur figurent dans leur langue d’origine ; les parties fixes sont dans la langue du présent document.
paper-telephone = Téléphone
paper-duty = Jour et nuit
paper-schedule = Annexe { $letter }. { $title }
paper-signed-for = { $authority }
paper-signature = Signature et sceau
paper-signed-note = Signé et scellé par voie électronique ; les signatures accompagnent l’enregistrement. Cet espace sert aux États qui exigent le papier.

## Request
paper-request-opening = L’autorité requérante ({ $authority }, { $state }) présente ses compliments à l’autorité requise ({ $to_authority }, { $to_state }) et a l’honneur de solliciter l’entraide dans l’affaire exposée ci-après.
paper-request-closing = L’autorité requérante ({ $authority }) remercie l’autorité requise ({ $to_authority }) de son concours et saisit cette occasion pour lui renouveler les assurances de sa très haute considération.
paper-consultation = Projet soumis à consultation. Sans effet juridique, il ne fait courir aucun délai et ne demande aucune mesure. Vos observations sont bienvenues.
paper-urgent-completion = Urgente et encore incomplète : le reste suivra au plus tard le { $date }. Enjeu : { $ground }. Motif donné par le chef de l’autorité : { $reason }
paper-ground-life = la vie ou l’intégrité physique
paper-ground-evidence = la perte de preuves
paper-ground-flight = la fuite d’une personne
paper-second-none = La présente autorité ne compte qu’un agent : personne n’a signé outre l’auteur.

## Acknowledgement
paper-ack-opening = L’autorité requise ({ $authority }, { $state }) accuse réception de la demande susmentionnée.
paper-ack-received = Remise
paper-ack-by = Accusé de réception par
paper-ack-next = Prochaines nouvelles au plus tard le
paper-ack-digest = L’empreinte figurant au bas de chaque page a été calculée ici à partir de l’enregistrement reçu. Comparez-la à celle de votre dossier.
paper-ack-measures = Mesures demandées
paper-ack-missing = Éléments nécessaires avant décision
paper-ack-nothing = Rien d’autre n’est nécessaire pour l’instant.
paper-ack-closing = Le présent accusé de réception ne préjuge pas de la suite donnée à la demande.

## Certificate of evidence
paper-cert-opening = L’autorité requise ({ $authority }, { $state }) certifie que les éléments énumérés ci-après ont été obtenus en exécution de la demande susmentionnée et sont remis à l’autorité requérante ({ $to_authority }, { $to_state }).
paper-cert-check = Chaque élément est identifié par son empreinte SHA-256. Quiconque détient le fichier peut recalculer l’empreinte, par exemple avec le programme sha256sum, et la comparer à cette liste.
paper-cert-execution = Exécution
paper-cert-list = Liste des éléments
paper-cert-text = Certificat
paper-cert-closing = Délivré pour servir dans la procédure visée par la demande, dans les limites d’utilisation indiquées pour chaque élément.
paper-report-what = Mesure exécutée
paper-report-on = Date
paper-report-by = Par
paper-report-law = En vertu de
paper-col-number = N°
paper-col-item = Élément et fichier
paper-col-size = Taille
paper-col-sha256 = SHA-256
paper-item = Élément { $index }. { $title }
paper-item-file = Fichier
paper-item-kind = Nature
paper-item-collected-by = Recueilli par
paper-item-collected-at = Recueilli le
paper-item-place = Lieu
paper-item-law = En vertu de
paper-item-certificate = Certificat
paper-item-use = Utilisation permise
paper-custody = Registre de garde
paper-col-when = Quand
paper-col-who = Qui
paper-col-action = Acte
paper-col-why = Motif
paper-col-link = Lien avec l’étape précédente
paper-custody-first = première étape
paper-custody-officer = agent { $id }
paper-custody-system = opération automatique
paper-custody-why-attached = joint à la demande
paper-custody-why-returned = remis à l’État requérant
paper-custody-why-arrived = arrivé avec les éléments de preuve remis
paper-custody-why-paper = reçu sur papier et numérisé ici
paper-custody-why-holds = fichier et registre de garde intacts
paper-custody-why-broken = fichier ou registre de garde altéré
paper-custody-why-opened = ouvert par un agent
paper-custody-collected = recueilli
paper-custody-sealed = scellé
paper-custody-sent = envoyé
paper-custody-received = reçu
paper-custody-verified = vérifié
paper-custody-opened = ouvert
paper-custody-exported = exporté

## When a paper cannot be set
paper-error-font = Ce document ne peut être composé : aucune police pour l’écriture { $script } n’a été trouvée. Ajoutez-en une au dossier des polices (Debian : fonts-noto-core et fonts-noto-cjk) ou utilisez la vue d’impression.
paper-error-set = Ce document n’a pas pu être composé. La vue d’impression présente le même contenu.
script-latin = latine
script-cyrillic = cyrillique
script-arabic = arabe
script-han = chinoise
script-other = autre (caractère { $character })

## Forms
form-beyond = Autres indications
    .help = Ces indications accompagnent la demande et n’ont pas de place dans le formulaire tel que ce nœud le connaît. Elles sont conservées telles quelles.
    .source = Hors formulaire
form-language-of = Langue de « { $field } »
    .help = La langue dans laquelle ce texte est écrit (code de deux lettres).
form-withheld = Non communiqué : { $reason }
form-label-value = { $label } : { $value }
form-list-separator = {", "}
form-codes-separator = {" ; "}
form-moment-separator = {", "}

## Shape check
finding-shape-01 = Le modèle ne connaît pas le champ « { $name } ». Il est conservé tel quel.
    .action = Vérifiez s’il relève d’un champ connu.
finding-shape-02 = Le texte compte { $found } caractères ; le maximum est { $max }.
    .action = Abrégez-le, ou joignez la version longue en pièce.
finding-shape-03 = Une autre sorte de valeur est attendue ici.
    .action = Suivez l’aide sous le champ, ou répondez « inconnu ».
finding-shape-04 = « { $code } » ne figure pas dans la liste fermée.
    .action = Choisissez l’une des réponses proposées.
finding-shape-05 = Ce champ est requis et rien n’y figure.
    .action = Remplissez-le ; si la réponse n’est pas connue, dites-le : « inconnu » est une réponse.
finding-shape-06 = Plus d’entrées que les { $max } admises.
    .action = Retirez des entrées, ou joignez le reste en pièce.

## Sources
source-untoc = Convention des Nations Unies contre la criminalité transnationale organisée, article { $article }
source-ets185 = Convention du Conseil de l’Europe sur la cybercriminalité, article { $article }
source-ets182 = Deuxième Protocole additionnel à la Convention européenne d’entraide judiciaire, article { $article }
source-cets224 = Deuxième Protocole additionnel à la Convention sur la cybercriminalité, article { $article }
source-cets217 = Protocole additionnel à la Convention pour la prévention du terrorisme, article { $article }
source-tcy = Modèles du Comité de la Convention sur la cybercriminalité
source-iccpr = Pacte international relatif aux droits civils et politiques, article { $article }
source-ets24 = Convention européenne d’extradition (STE 24), article { $article }
source-model = Traité type d’extradition des Nations Unies, article { $article }
source-eaw = Mandat d’arrêt européen, formulaire, rubrique { $article }
source-bombings = Convention internationale pour la répression des attentats terroristes à l’explosif, article { $article }
source-cat = Convention contre la torture, article { $article }
source-vccr = Convention de Vienne sur les relations consulaires, article { $article }
source-crc = Convention relative aux droits de l’enfant, article { $article }
source-res2322 = Résolution 2322 (2016) du Conseil de sécurité, paragraphe { $article }
source-res2253 = Résolution 2253 (2015) du Conseil de sécurité, paragraphe { $article }
source-res1373 = Résolution 1373 (2001) du Conseil de sécurité, paragraphe { $article }
source-dir977 = Directive (UE) 2023/977 relative à l’échange d’informations entre services répressifs, article { $article }
source-rpd = Règlement d’INTERPOL sur le traitement des données, article { $article }
source-ets073 = Convention européenne sur la transmission des procédures répressives, article { $article }
source-eutcp = Règlement (UE) 2024/3011 relatif à la transmission des procédures, article { $article }
source-financing-1999 = Convention internationale pour la répression du financement du terrorisme, article { $article }
source-fatf = Recommandation { $article } du GAFI
source-practice = Pratique établie des autorités centrales
