# Les mots du modèle « electronic_evidence » : sections, champs avec leur aide, codes.

electronic_evidence-template = Demande relative à des preuves électroniques

## Sections
electronic_evidence-section-evidence = Objet de la demande
    .help = Quelles données, de quel fournisseur, de quand à quand, et pourquoi.
electronic_evidence-section-identifiers = Comptes, adresses et autres identifiants
    .help = Une entrée pour chacun. Un fournisseur peut agir sur un identifiant, non sur une description.
    .one = Identifiant { $index }
    .add = Ajouter un identifiant
    .remove = Supprimer l’identifiant { $index }
electronic_evidence-section-emergency = L’urgence vitale
    .help = Un danger pour la vie ou la sécurité sur le point de se réaliser. L’agent est rappelé avant toute divulgation.
electronic_evidence-section-follow_up = Suites
    .help = Si une demande d’entraide judiciaire suivra, et à quelle échéance.
electronic_evidence-section-user_notice = Information de l’utilisateur
    .help = Ce que le fournisseur peut dire à son client.
electronic_evidence-section-delivery = Remise des données
    .help = Par quelle voie et sous quelle forme les données arrivent.

## Objet de la demande
electronic_evidence-evidence-subtype = Nature de la demande
    .help = Conserver des données, les conserver plus longtemps, trouver le fournisseur suivant ou les divulguer.
electronic_evidence-evidence-provider = Fournisseur
    .help = La personne morale qui détient les données, avec son siège.
electronic_evidence-evidence-provider_state = État du fournisseur
    .help = C’est l’État requis ; pour un autre État, rédigez une autre demande.
electronic_evidence-evidence-provider_contact = Où le fournisseur reçoit les demandes
    .help = Portail, adresse ou point de contact pour les autorités.
electronic_evidence-evidence-service = Service
    .help = Le nom sous lequel l’utilisateur le connaît.
electronic_evidence-evidence-data_types = Types de données
    .help = Seulement ceux qui sont nécessaires : moins on demande, plus vite on reçoit.
electronic_evidence-evidence-description = Description des données
    .help = Ce qui est exactement à conserver ou à divulguer, et ce qui n’est pas demandé.
electronic_evidence-evidence-period_from = Période du
    .help = Jour, heure et fuseau, par exemple 2026-04-01T00:00:00Z.
electronic_evidence-evidence-period_until = Période au
    .help = Jour, heure et fuseau. Les données stockées s’arrêtent au plus tard aujourd’hui.
electronic_evidence-evidence-aim = But
    .help = Ce que les données doivent montrer. Pour savoir qui est l’utilisateur, les données d’abonné suffisent.
electronic_evidence-evidence-relation = Rapport avec l’infraction
    .help = Pourquoi ces données, et quel élément de l’infraction elles aident à prouver.
electronic_evidence-evidence-necessity = Nécessité
    .help = Pourquoi les données sont nécessaires maintenant, et ce qui se passe sans elles.
electronic_evidence-evidence-volatility = Durée de vie des données
    .help = Quand le fournisseur ou l’utilisateur les efface.
electronic_evidence-evidence-preserve_until_on = Conserver jusqu’au
    .help = Laissez vide pour la durée prévue par le traité, soixante jours au moins.
electronic_evidence-evidence-proportionality = Proportionnalité
    .help = Pourquoi des données moins intrusives ne suffiraient pas.
electronic_evidence-evidence-order = Décision nationale
    .help = Jointe, ou une déclaration que la divulgation serait licite dans votre État.
electronic_evidence-evidence-order_statement = Déclaration de licéité
    .help = Quelle disposition la permettrait dans votre État, et qui l’ordonnerait.
electronic_evidence-evidence-threshold = Seuil
    .help = La gravité que votre droit exige pour ce type de données, et qu’elle est atteinte.
electronic_evidence-evidence-next_provider = Fournisseur suivant
    .help = Si la trace a déjà mené à un autre fournisseur : son nom.
electronic_evidence-evidence-next_provider_state = État du fournisseur suivant
    .help = Une nouvelle demande de conservation y est adressée.

## Identifiants
electronic_evidence-identifiers-kind = Nature
    .help = De quelle sorte d’identifiant il s’agit.
electronic_evidence-identifiers-value = Identifiant
    .help = Exactement comme le service l’écrit ; sans caractère de remplacement.
electronic_evidence-identifiers-port = Port source
    .help = Beaucoup d’utilisateurs partagent une adresse ; seul le port les distingue.
electronic_evidence-identifiers-seen_at = Vu le
    .help = Jour, heure avec secondes, et fuseau, par exemple 2026-04-29T21:14:05Z.
electronic_evidence-identifiers-created_on = Existerait depuis
    .help = Le jour de la création du compte, s’il est connu.

## L’urgence vitale
electronic_evidence-emergency-threat = La menace
    .help = Qui est en danger, de quoi, de la part de qui.
electronic_evidence-emergency-imminence = Pourquoi elle est imminente
    .help = Quand elle est attendue, et comment on le sait.
electronic_evidence-emergency-how_data_avert = Comment les données l’écartent
    .help = Ce qui en sera fait dès leur arrivée.
electronic_evidence-emergency-officer = Agent demandeur
    .help = La personne qui peut être rappelée.
electronic_evidence-emergency-officer_number = Matricule de l’agent
    .help = La permanence peut le confirmer.
electronic_evidence-emergency-call_back = Numéro de rappel
    .help = Un numéro que l’annuaire indique pour votre autorité ; aucun autre ne sera appelé.

## Suites
electronic_evidence-follow_up-mla_intended = L’entraide judiciaire sera demandée
    .help = Des données ne sont conservées que pour une demande à venir.
electronic_evidence-follow_up-mla_by_on = Au plus tard le
    .help = Le jour où cette demande devrait arriver.

## Information de l’utilisateur
electronic_evidence-user_notice-instruction = Instruction
    .help = Si le fournisseur peut informer son client.
electronic_evidence-user_notice-until_on = Jusqu’au
    .help = Le jour où la raison du silence prend fin.
electronic_evidence-user_notice-reason = Motif
    .help = Quel tort causerait l’information.

## Remise des données
electronic_evidence-delivery-channel = Voie
    .help = Par cette plateforme, chaque pièce porte son empreinte et son registre de conservation.
electronic_evidence-delivery-format = Format
    .help = Fichiers et tableaux lisibles par vos experts, avec leurs empreintes.
electronic_evidence-delivery-key = Clé
    .help = Empreinte de la clé avec laquelle les données sont scellées pour vous.

## Codes
electronic_evidence-code-subtypes-preservation = Conservation rapide
electronic_evidence-code-subtypes-extension = Prolongation d’une conservation
electronic_evidence-code-subtypes-partial_disclosure = Divulgation partielle de données de trafic
electronic_evidence-code-subtypes-subscriber = Divulgation de données d’abonné
electronic_evidence-code-subtypes-traffic = Divulgation de données de trafic
electronic_evidence-code-subtypes-content = Divulgation de contenus stockés
electronic_evidence-code-subtypes-real_time_traffic = Données de trafic en temps réel
electronic_evidence-code-subtypes-interception = Interception de contenus
electronic_evidence-code-subtypes-emergency = Divulgation d’urgence
electronic_evidence-code-subtypes-provider_direct = Demande directe au fournisseur
electronic_evidence-code-data_types-subscriber = Abonné et inscription
electronic_evidence-code-data_types-payment = Données de paiement
electronic_evidence-code-data_types-log_ins = Connexions au compte, avec adresse et port
electronic_evidence-code-data_types-connections = Connexions au réseau
electronic_evidence-code-data_types-message_records = Relevés de messages, sans contenu
electronic_evidence-code-data_types-call_records = Relevés d’appels, sans contenu
electronic_evidence-code-data_types-location = Localisation
electronic_evidence-code-data_types-messages = Contenu de messages
electronic_evidence-code-data_types-mailbox = Contenu d’une boîte de courrier
electronic_evidence-code-data_types-stored_files = Fichiers stockés
electronic_evidence-code-data_types-calls = Contenu d’appels
electronic_evidence-code-data_types-device_backup = Sauvegarde d’un appareil
electronic_evidence-code-identifier_kinds-account = Compte ou nom d’utilisateur
electronic_evidence-code-identifier_kinds-email = Adresse électronique
electronic_evidence-code-identifier_kinds-url = Adresse d’une page (URL)
electronic_evidence-code-identifier_kinds-domain = Nom de domaine
electronic_evidence-code-identifier_kinds-phone = Numéro de téléphone
electronic_evidence-code-identifier_kinds-imsi = IMSI d’une carte SIM
electronic_evidence-code-identifier_kinds-device = Appareil (IMEI, MAC, numéro de série)
electronic_evidence-code-identifier_kinds-ip_address = Adresse IP
electronic_evidence-code-identifier_kinds-wallet = Adresse de portefeuille
electronic_evidence-code-identifier_kinds-file_hash = Empreinte d’un fichier
electronic_evidence-code-identifier_kinds-other = Autre
electronic_evidence-code-aims-identify_user = Identifier l’utilisateur
electronic_evidence-code-aims-locate_person = Localiser une personne
electronic_evidence-code-aims-trace_contacts = Retracer des contacts
electronic_evidence-code-aims-prove_content = Prouver ce qui a été écrit ou dit
electronic_evidence-code-aims-avert_danger = Écarter un danger
electronic_evidence-code-orders-attached = Décision jointe
electronic_evidence-code-orders-lawful_at_home = Licite dans l’État requérant, selon la déclaration
electronic_evidence-code-orders-none = Aucune
electronic_evidence-code-notices-do_not_tell = L’utilisateur ne doit pas être informé
electronic_evidence-code-notices-tell_after = L’utilisateur peut être informé après le jour indiqué
electronic_evidence-code-notices-may_tell = L’utilisateur peut être informé
electronic_evidence-code-delivery_channels-platform = Cette plateforme
electronic_evidence-code-delivery_channels-provider_portal = Portail du fournisseur
electronic_evidence-code-delivery_channels-encrypted_mail = Courrier électronique chiffré
electronic_evidence-code-delivery_channels-sealed_medium = Support scellé
