# Mots du modèle « extradition » : sections, champs avec leur aide, codes.

extradition-template = Demande d’extradition

## Sections
extradition-section-evidence = Preuves
    .help = Seulement si l’État requis doit voir des charges suffisantes : déclarations sous serment, pièces, et ce que chacune montre.
    .one = Élément { $index }
    .add = Ajouter un élément
    .remove = Retirer l’élément { $index }
extradition-section-assurances = Assurances
    .help = Ce qui est promis pour la personne, par qui, et qui le donneur peut lier : parquet, tribunal, grâce. La plupart peuvent suivre après consultation ; la remise ne peut les précéder.
    .one = Assurance { $index }
    .add = Ajouter une assurance
    .remove = Retirer l’assurance { $index }
extradition-section-fair_trial = Fiche procès équitable
    .help = Le procès qui attend la personne, ou qui a eu lieu. L’État requis en répond devant ses propres tribunaux.
extradition-section-speciality = Spécialité
    .help = La personne est jugée pour ce qui est demandé ici et pour rien d’autre d’antérieur.
extradition-section-competing = Demandes d’autres États
    .help = Qui d’autre, à votre connaissance, réclame la même personne ; l’ordre de remise en dépend.
    .one = Demande { $index }
    .add = Ajouter une demande
    .remove = Retirer la demande { $index }
extradition-section-property = Objets
    .help = Objets pouvant servir de preuve ou provenant de l’infraction, à remettre avec la personne.
extradition-section-surrender = Remise
    .help = Où et comment la personne doit être remise, une fois l’extradition accordée.

## Offences
extradition-offences-limitation_there_on = Prescription acquise dans l’État requis le
    .help = Selon la loi de l’État requis, si elle est connue.
extradition-offences-deemed_in = Réputée commise dans
    .help = Autres États où une convention répute l’infraction commise.

## Evidence
extradition-evidence-kind = Nature
    .help = De quoi il s’agit.
extradition-evidence-title = Titre
    .help = Avec sa date et son auteur.
extradition-evidence-shows = Ce qu’il montre
    .help = Quel élément de l’infraction, en une phrase.
extradition-evidence-obtained = Comment il a été obtenu
    .help = Des propos recueillis en détention sans garanties ne fondent aucune arrestation ; ce que la torture a produit n’est jamais envoyé.

## Assurances
extradition-assurances-kind = Ce qui est promis
    .help = Une entrée par promesse.
extradition-assurances-givers = Donnée par (type d’organe)
    .help = Plusieurs pour une assurance conjointe. Un ministère des affaires étrangères seul ne lie ni parquet ni tribunal.
extradition-assurances-given_by = Signée par
    .help = Tels qu’ils signent : fonction et nom.
extradition-assurances-binds = Qui elle lie
    .help = Ceux qui ne peuvent agir à son encontre. Contre la mort, les trois sont nécessaires : parquet, tribunal, grâce.
extradition-assurances-given_on = Donnée le
    .help = Le jour de la signature.
extradition-assurances-text = Son texte
    .help = En entier : ce qui ne sera pas requis, prononcé, exécuté, ou ce qui sera fait.
extradition-assurances-expires = Expire le
    .help = « Sans objet » si elle vaut tant que la personne vit.
extradition-assurances-monitoring = Prochain contrôle de son respect
    .help = Le jour où quelqu’un va voir.

## Fair-trial sheet
extradition-fair_trial-court = Tribunal
    .help = Quel tribunal juge ou a jugé l’affaire, et sa composition.
extradition-fair_trial-ordinary_court = Tribunal ordinaire
    .help = Non pour un tribunal d’exception, militaire ou ad hoc.
extradition-fair_trial-public = Audience publique
    .help = Si le procès est public.
extradition-fair_trial-counsel = Avocat de son choix
    .help = Ou commis d’office gratuitement.
extradition-fair_trial-interpreter = Interprète
    .help = Si la personne ne comprend pas la langue du tribunal.
extradition-fair_trial-appeal = Recours
    .help = Si une juridiction supérieure peut réexaminer la culpabilité et la peine.
extradition-fair_trial-tainted_excluded = Déclarations sous la torture exclues
    .help = Si le tribunal doit les écarter.
extradition-fair_trial-detention = Lieu et conditions de détention
    .help = Quelle prison, quel régime, qui l’inspecte.

## Speciality
extradition-speciality-undertaking = Engagement pris
    .help = Nécessaire si le traité ne le dit pas.
extradition-speciality-text = Son texte
    .help = Ce pour quoi la personne ne sera ni jugée, ni condamnée, ni détenue sans consentement.
extradition-speciality-other_offences = Autres infractions connues
    .help = Nommez-les maintenant : le consentement se demande une fois.

## Requests of other States
extradition-competing-state = État
    .help = L’État qui demande aussi.
extradition-competing-made_on = Présentée le
    .help = Le jour de sa demande.
extradition-competing-offence = Infraction
    .help = Pour quels faits, et la peine maximale.
extradition-competing-note = Pour l’ordre de remise
    .help = Gravité, lieu, dates, nationalité, possibilité d’une remise ultérieure.

## Property
extradition-property-wanted = Objets à remettre
    .help = Si des objets sont demandés avec la personne.
extradition-property-items = Quels objets
    .help = Quoi, où, et qui d’autre peut y avoir droit.

## Surrender
extradition-surrender-place = Lieu
    .help = Aéroport ou poste frontière.
extradition-surrender-from_on = Possible à partir du
    .help = Le premier jour où une escorte peut venir.
extradition-surrender-escort = Escorte
    .help = Qui vient, combien, par quel moyen.
extradition-surrender-transit = Transit par
    .help = États dont l’accord au passage est nécessaire.
extradition-surrender-medical = Besoins médicaux
    .help = Ce que l’escorte doit savoir ou apporter.

## Codes
extradition-code-evidence_kinds-affidavit = Déclaration sous serment
extradition-code-evidence_kinds-statement = Déclaration
extradition-code-evidence_kinds-expert_report = Rapport d’expertise
extradition-code-evidence_kinds-document = Document
extradition-code-evidence_kinds-recording = Enregistrement de paroles
extradition-code-evidence_kinds-exhibit = Pièce à conviction
extradition-code-obtained-at_liberty = Librement, en liberté
extradition-code-obtained-custody_with_safeguards = En détention, avec avocat ou juge, droits notifiés
extradition-code-obtained-alleged = Des mauvais traitements sont allégués
extradition-code-obtained-tainted = Par la torture ou des mauvais traitements
extradition-code-assurance_kinds-death_not_sought = Peine de mort non requise
extradition-code-assurance_kinds-death_not_imposed = Peine de mort non prononcée
extradition-code-assurance_kinds-death_not_carried_out = Peine de mort non exécutée
extradition-code-assurance_kinds-life_review = Réexamen d’une peine perpétuelle
extradition-code-assurance_kinds-in_absentia_retrial = Nouveau procès après jugement par défaut
extradition-code-assurance_kinds-fair_trial_forum = Tribunal ordinaire et procès équitable
extradition-code-assurance_kinds-treatment = Traitement et lieu de détention
extradition-code-assurance_kinds-return_of_national = Retour pour purger la peine
extradition-code-assurance_kinds-speciality = Spécialité
extradition-code-assurance_kinds-no_re_extradition = Pas de remise à un État tiers
extradition-code-assurance_kinds-monitoring_visits = Visites de contrôle
extradition-code-givers-head_of_state = Chef de l’État
extradition-code-givers-government = Gouvernement
extradition-code-givers-ministry_of_justice = Ministère de la justice
extradition-code-givers-foreign_ministry = Ministère des affaires étrangères
extradition-code-givers-embassy = Ambassade
extradition-code-givers-prosecutor_general = Procureur général
extradition-code-givers-court = Tribunal
extradition-code-givers-pardon_authority = Titulaire du droit de grâce
extradition-code-givers-prison_authority = Administration pénitentiaire
extradition-code-givers-police = Police
extradition-code-givers-other = Autre, nommé dans le texte
extradition-code-powers-prosecutor = Parquet
extradition-code-powers-court = Tribunal
extradition-code-powers-pardon = Pouvoir de grâce
extradition-code-powers-prison = Administration pénitentiaire
