# Mots du modèle « mla » : sections, champs avec leur aide, codes.

mla-template = Demande d’entraide judiciaire

## Sections
mla-section-measures = Entraide sollicitée
    .help = Une entrée par mesure : chacune est décidée, exécutée et traitée séparément.
    .one = Mesure { $index }
    .add = Ajouter une mesure
    .remove = Retirer la mesure { $index }
mla-section-return = Remise des éléments de preuve
    .help = Sous quelle forme, par quelle voie et pour quand les résultats sont remis.












## Measures
mla-measures-kind = Nature de l’entraide
    .help = Ce que l’autre État est prié de faire.
mla-measures-object = Objet
    .help = Quoi exactement : quels documents, quels objets, quel acte.
mla-measures-person = Personne visée
    .help = Le nom tel qu’il figure parmi les personnes de la demande.
mla-measures-holder = Détenteur
    .help = La banque, le fournisseur, la société ou la personne qui le détient.
mla-measures-place = Lieu
    .help = Où la mesure est exécutée ; cela détermine le tribunal compétent.
mla-measures-account = Compte
    .help = Son numéro ; à défaut, la personne et la banque ou la région, avec le motif.
mla-measures-identifiers = Identifiants
    .help = Noms d’utilisateur, numéros, adresses avec port, heure et fuseau.
mla-measures-period_from = Période du
    .help = Premier jour visé.
mla-measures-period_until = Période au
    .help = Une période sans fin est renvoyée : choisissez la plus courte utile.
mla-measures-purpose = But
    .help = Quel élément de l’infraction il s’agit de prouver.
mla-measures-nexus = Lien avec l’État requis
    .help = Pourquoi l’on pense que la chose s’y trouve.
mla-measures-proportionality = Proportionnalité
    .help = Pourquoi rien de moins intrusif ne suffit.
mla-measures-order = Décision interne
    .help = Jointe, ou déclaration que la mesure serait licite chez vous.
mla-measures-order_statement = Déclaration de licéité
    .help = Quelle disposition l’autoriserait chez vous et qui l’ordonnerait.
mla-measures-formalities = Formalités souhaitées
    .help = Serment, avertissements, présence d’agents ou d’avocats, forme du certificat : ce qu’exige votre tribunal.
mla-measures-questions = Questions
    .help = Numérotées ; des thèmes si elles ne peuvent être fixées d’avance.
mla-measures-consent = Consentement
    .help = Si la personne consent ; un transfèrement exige un consentement libre et éclairé.
mla-measures-consent_record = Procès-verbal du consentement
    .help = Où et devant qui il a été donné.
mla-measures-video_details = Vidéoconférence
    .help = Heures dans les deux fuseaux, essai, contrôle d’identité, interprète, loi sur le faux témoignage.
mla-measures-documents = Actes à remettre
    .help = Leur liste, avec langue et traduction.
mla-measures-appearance_on = Date de comparution
    .help = Cinquante jours à l’avance au moins, sauf indication du profil de l’autre État.
mla-measures-safe_conduct = Sauf-conduit
    .help = Ni poursuites ni détention pour des faits antérieurs ; durée ; frais de voyage.
mla-measures-custody_terms = Conditions de détention et de retour
    .help = Maintien en détention, retour, imputation du temps, immunité pour faits antérieurs.
mla-measures-third_party_rights = Droits des tiers
    .help = Qui peut y prétendre de bonne foi, et comment il est entendu.
mla-measures-privilege_handling = Éléments couverts par le secret
    .help = Qui examine d’abord, et ce qui est rendu sans être lu.
mla-measures-value = Valeur
    .help = Montant à rechercher, bloquer ou confisquer.
mla-measures-currency = Monnaie
    .help = Code de trois lettres (ISO 4217).
mla-measures-deadline_on = Nécessaire pour le
    .help = Seulement s’il y a une raison.
mla-measures-deadline_reason = Motif de cette date
    .help = Audience, prescription, fin de détention : avec sa date.
mla-measures-jit_hold = Réservé à une équipe commune
    .help = Indiquer si l’accord d’une équipe commune d’enquête réserve ces éléments à l’équipe.
mla-measures-jit_reference = Référence de l’équipe commune
    .help = Nom ou numéro de l’accord.

## Return of evidence
mla-return_of_evidence-form = Forme
    .help = Originaux, copies certifiées ou copies.
mla-return_of_evidence-format = Format
    .help = Ce que votre tribunal peut lire : fichiers, tableaux, enregistrements.
mla-return_of_evidence-channel = Voie
    .help = Par cette plateforme, chaque élément porte son empreinte et son registre de conservation.
mla-return_of_evidence-originals_returned = Originaux à restituer
    .help = Si les originaux sont restitués après la procédure.
mla-return_of_evidence-deadline_on = Nécessaire pour le
    .help = Le jour où les résultats doivent être au tribunal.








## Codes
mla-code-measures-statement = Audition ou déposition
mla-code-measures-video_hearing = Audition par vidéoconférence
mla-code-measures-service = Remise d’actes
mla-code-measures-bank_accounts = Identification de comptes bancaires
mla-code-measures-bank_transactions = Relevés d’opérations bancaires
mla-code-measures-bank_monitoring = Surveillance d’un compte bancaire
mla-code-measures-search = Perquisition
mla-code-measures-seizure = Saisie
mla-code-measures-restraint = Blocage d’avoirs
mla-code-measures-confiscation = Confiscation
mla-code-measures-production_order = Production de documents
mla-code-measures-stored_data = Données électroniques stockées
mla-code-measures-subscriber_data = Données relatives aux abonnés
mla-code-measures-traffic_data = Données relatives au trafic
mla-code-measures-real_time_traffic = Données de trafic en temps réel
mla-code-measures-interception = Interception de communications
mla-code-measures-covert = Enquête discrète
mla-code-measures-controlled_delivery = Livraison surveillée
mla-code-measures-transfer_of_detained = Transfèrement d’une personne détenue
mla-code-measures-site_examination = Examen d’objets ou de lieux
mla-code-measures-expert = Expertise
mla-code-measures-criminal_record = Casier judiciaire
mla-code-measures-company_record = Documents de société
mla-code-measures-public_record = Registres publics
mla-code-measures-tracing_proceeds = Recherche du produit du crime
mla-code-measures-restitution = Restitution
mla-code-measures-dna_comparison = Comparaison d’ADN
mla-code-measures-voluntary_appearance = Comparution volontaire
mla-code-measures-other = Autre entraide
mla-code-orders-attached = Décision jointe
mla-code-orders-lawful_at_home = Licite chez nous, selon déclaration
mla-code-orders-none = Aucune
mla-code-return_forms-originals = Originaux
mla-code-return_forms-certified_copies = Copies certifiées
mla-code-return_forms-copies = Copies
mla-code-channels-platform = La présente plateforme
mla-code-channels-post = Poste
mla-code-channels-courier = Courrier exprès
mla-code-channels-diplomatic = Voie diplomatique
