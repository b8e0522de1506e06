# Mots du modèle « asset_freezing » : sections, champs avec leur aide, codes.

asset_freezing-template = Demande de gel d’avoirs (résolution 1373)

## Sections
asset_freezing-section-designation = Mesure interne
    .help = Ce que l’État requérant a lui-même décidé contre la personne ou l’entité.
asset_freezing-section-case = Exposé de l’affaire
    .help = Pourquoi il existe des motifs raisonnables de geler. Une étiquette, même exacte, n’est pas un exposé.
asset_freezing-section-dated_facts = Faits
    .help = Ce qui a été fait et quand, un fait par entrée, avec la source qui l’étaye.
    .one = Fait { $index }
    .add = Ajouter un fait
    .remove = Retirer le fait { $index }
asset_freezing-section-confidential_case = Partie confidentielle de l’exposé
    .help = Tenue à part de la demande : elle peut en être détachée avant toute communication.
asset_freezing-section-assets = Avoirs connus
    .help = Ce qui est connu ; le gel s’étend aussi aux autres fonds et ressources économiques.
    .one = Avoir { $index }
    .add = Ajouter un avoir
    .remove = Retirer l’avoir { $index }
asset_freezing-section-asked = Ce qui est demandé
    .help = Ce que l’État requis est prié de faire, et ce qui suit.
asset_freezing-section-remedies = Recours et contacts
    .help = À qui s’adressent les intéressés : pour contester la mesure, pour être radiés de la liste, pour obtenir de quoi vivre.

## Measure at home
asset_freezing-designation-kind = Nature de la mesure
    .help = Une désignation, une affaire pénale, ou les deux. « Aucune » si la demande les précède.
asset_freezing-designation-act = Acte
    .help = Numéro et intitulé de la désignation.
asset_freezing-designation-designated_on = Date de la désignation
    .help = Quand elle a été décidée.
asset_freezing-designation-authority = Autorité de désignation
    .help = Qui a décidé.

## Statement of case
asset_freezing-case-criteria = Critères du paragraphe 1 c)
    .help = Lesquels des critères de la résolution la personne ou l’entité remplit.
asset_freezing-case-grounds = Motifs raisonnables
    .help = Ce qui découle des faits ci-dessous, et pourquoi les critères sont remplis.
asset_freezing-case-releasable = Version communicable
    .help = Ce que la personne, les banques et le public peuvent savoir. Sans elle, la mesure se défend mal en justice.
asset_freezing-case-confidential = Partie confidentielle
    .help = Réservée à l’autorité qui décide et à son juge.
asset_freezing-case-un_list = Listes des Nations Unies
    .help = Si la personne ou l’entité figure sur une liste du Conseil de sécurité.
asset_freezing-case-proportionality = Proportionnalité
    .help = Ce qui est fait pour que l’action humanitaire licite continue.

## Facts
asset_freezing-dated_facts-happened_on = Date
    .help = Un mois ou une année seule est aussi une réponse.
asset_freezing-dated_facts-what = Ce qui s’est passé
    .help = Qui a fait quoi, avec quel argent, à quelle fin.
asset_freezing-dated_facts-source = Source
    .help = Jugement, procès-verbal, source ouverte, ou service qui en répond.

## Known assets
asset_freezing-assets-kind = Nature de l’avoir
    .help = Compte, immeuble, véhicule, portefeuille ou autre ressource économique.
asset_freezing-assets-holder = Titulaire
    .help = Au nom de qui il est.
asset_freezing-assets-identifier = Identifiant
    .help = Numéro du compte et banque, inscription au registre, adresse du portefeuille.
asset_freezing-assets-place = Lieu
    .help = Où il se trouve.
asset_freezing-assets-amount = Montant
    .help = Dernier montant connu.
asset_freezing-assets-currency = Monnaie
    .help = Code à trois lettres (ISO 4217), ou nom du cryptoactif.
asset_freezing-assets-link = Lien avec la personne ou l’entité
    .help = Détenu, contrôlé ou détenu pour le compte de : et comment on le sait.

## What is asked
asset_freezing-asked-actions = Actes demandés
    .help = Geler, désigner, rechercher, ou garder la demande secrète.
asset_freezing-asked-no_prior_notice = Sans avis préalable
    .help = Si les intéressés ne doivent rien apprendre avant le gel.
asset_freezing-asked-follow_up = Suite attendue
    .help = La réponse souhaitée : date et heure du gel, montants ; puis réexamen, saisie ou confiscation.

## Remedies and contacts
asset_freezing-remedies-remedy = Voie de recours
    .help = Par quel recours, devant qui et dans quel délai la mesure interne peut être contestée.
asset_freezing-remedies-delisting_contact = Contact pour la radiation
    .help = Où la personne ou l’entité demande à être radiée de la liste.
asset_freezing-remedies-exemption_contact = Contact pour les dérogations
    .help = Où sont traitées les dépenses de base et les dérogations humanitaires.

## Codes
asset_freezing-code-designations-designation = Désignation
asset_freezing-code-designations-criminal_case = Affaire pénale
asset_freezing-code-designations-both = Désignation et affaire pénale
asset_freezing-code-designations-none = Aucune encore
asset_freezing-code-criteria-commits = Commet des actes de terrorisme
asset_freezing-code-criteria-attempts = Tente de commettre des actes de terrorisme
asset_freezing-code-criteria-participates = Participe à des actes de terrorisme
asset_freezing-code-criteria-facilitates = Facilite des actes de terrorisme
asset_freezing-code-criteria-owned_or_controlled = Entité détenue ou contrôlée par de telles personnes
asset_freezing-code-criteria-acting_on_behalf = Agit au nom ou sur les instructions de telles personnes
asset_freezing-code-un_lists-not_listed = Non inscrit
asset_freezing-code-un_lists-proposed = Inscription proposée
asset_freezing-code-un_lists-listed = Inscrit
asset_freezing-code-un_lists-removed = Radié
asset_freezing-code-assets-bank_account = Compte bancaire
asset_freezing-code-assets-real_property = Immeuble
asset_freezing-code-assets-vehicle = Véhicule
asset_freezing-code-assets-vessel = Navire ou aéronef
asset_freezing-code-assets-crypto_wallet = Portefeuille de cryptoactifs
asset_freezing-code-assets-shares = Parts ou titres
asset_freezing-code-assets-cash = Espèces
asset_freezing-code-assets-other = Autre ressource économique
asset_freezing-code-actions-freeze = Geler sans délai
asset_freezing-code-actions-designate = Désigner
asset_freezing-code-actions-trace = Rechercher d’autres avoirs
asset_freezing-code-actions-keep_secret = Garder le secret jusqu’au gel
