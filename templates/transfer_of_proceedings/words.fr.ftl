# Mots du modèle « transfer_of_proceedings » : sections, champs avec leur aide, codes.

transfer_of_proceedings-template = Demande de transfert de procédures pénales

## Sections
transfer_of_proceedings-section-reasons = Motifs du transfert
    .help = Pourquoi l’affaire est mieux jugée dans l’État requis. Chaque critère est expliqué en une phrase.
    .one = Motif { $index }
    .add = Ajouter un motif
    .remove = Retirer le motif { $index }
transfer_of_proceedings-section-jurisdiction = Compétence de l’État requis
    .help = Sans compétence dans cet État, le transfert doit être refusé.
transfer_of_proceedings-section-limitation = Prescription
    .help = Dans les deux États ; des poursuites prescrites dans l’État requis ne peuvent être reprises.
transfer_of_proceedings-section-ne_bis_in_idem = Ne bis in idem
    .help = Nul n’est jugé deux fois pour les mêmes faits.
transfer_of_proceedings-section-views = Avis du suspect et des victimes
    .help = Ce qu’ils disent du transfert. Si quelqu’un n’a pas été consulté, dites pourquoi.
transfer_of_proceedings-section-measures_in_force = Mesures en vigueur
    .help = Ce qui a été ordonné contre des personnes ou des biens, et jusqu’à quand. La détention figure avec la personne.
    .one = Mesure { $index }
    .add = Ajouter une mesure
    .remove = Retirer la mesure { $index }
transfer_of_proceedings-section-inventory = Inventaire du dossier
    .help = Tout ce qui est remis, afin que rien ne se perde et que rien ne s’ajoute.
    .one = Pièce { $index }
    .add = Ajouter une pièce
    .remove = Retirer la pièce { $index }
transfer_of_proceedings-section-own_proceedings = Procédure propre et résultat
    .help = Ce que devient l’affaire chez vous et ce dont vous souhaitez être informé.

## Persons
transfer_of_proceedings-persons-custody_until_on = Fin de la détention le
    .help = Dernier jour du titre de détention actuel ; ensuite la personne est libérée, sauf prolongation.

## Reasons
transfer_of_proceedings-reasons-criterion = Critère
    .help = Ce qui parle pour un procès dans l’État requis.
transfer_of_proceedings-reasons-text = Explication
    .help = Les faits qui fondent le critère : qui habite où, quelles preuves se trouvent où.

## Jurisdiction
transfer_of_proceedings-jurisdiction-ground = Fondement
    .help = Sur quoi les tribunaux de l’État requis peuvent fonder leur compétence.
transfer_of_proceedings-jurisdiction-text = Disposition
    .help = La loi ou l’article du traité qui la donne, s’ils sont connus.

## Limitation
transfer_of_proceedings-limitation-requested_on = Dans l’État requis, acquise le
    .help = Selon le droit de l’État requis ; « sans objet » si l’infraction est imprescriptible.
transfer_of_proceedings-limitation-requesting_on = Dans l’État requérant, acquise le
    .help = Selon votre droit, interruptions comptées.
transfer_of_proceedings-limitation-interruptions = Interruptions
    .help = Actes qui ont interrompu ou suspendu le délai, chacun avec sa date.

## Ne bis in idem
transfer_of_proceedings-ne_bis_in_idem-declared = Absence de jugement définitif
    .help = Oui : vous déclarez qu’aucun jugement définitif n’a été rendu pour ces faits, chez vous ou, à votre connaissance, ailleurs.
transfer_of_proceedings-ne_bis_in_idem-text = Déclaration
    .help = Ce qui a été vérifié : vos registres, d’autres États ; procédures pendantes ailleurs.

## Views
transfer_of_proceedings-suspect_view-heard = Suspect entendu
    .help = Si le suspect a pu donner son avis sur le transfert.
transfer_of_proceedings-suspect_view-text = Avis du suspect
    .help = Ce qui a été dit, quand et comment ; ou pourquoi le suspect n’a pas été consulté.
transfer_of_proceedings-suspect_view-counsel = Avis du défenseur
    .help = S’il y en a un.
transfer_of_proceedings-victims_view-heard = Victimes entendues
    .help = « Sans objet » seulement si l’infraction n’a pas de victime.
transfer_of_proceedings-victims_view-text = Avis des victimes
    .help = Ce qu’elles ont dit, ou pourquoi elles n’ont pas été consultées.
transfer_of_proceedings-victims_view-languages = Langues des victimes
    .help = Codes à deux lettres ; elles recevront leur courrier dans ces langues.
transfer_of_proceedings-victims_view-rights_notice = Informées de leurs droits
    .help = Si elles connaissent leurs droits dans la procédure de l’État requis.

## Measures in force
transfer_of_proceedings-measures_in_force-kind = Nature de la mesure
    .help = Ce qui a été ordonné.
transfer_of_proceedings-measures_in_force-object = Personne ou bien
    .help = Contre qui, ou sur quoi.
transfer_of_proceedings-measures_in_force-ordered_by = Ordonnée par
    .help = L’autorité, avec le numéro de sa décision.
transfer_of_proceedings-measures_in_force-since_on = Depuis le
    .help = Le jour de la décision.
transfer_of_proceedings-measures_in_force-until_on = Jusqu’au
    .help = Le jour où elle prend fin ; « sans objet » si elle n’a pas de terme.

## Inventory
transfer_of_proceedings-inventory-title = Pièce
    .help = Ce que c’est, avec sa date et sa cote au dossier.
transfer_of_proceedings-inventory-kind = Nature
    .help = Acte, déclaration, rapport, pièce à conviction ou enregistrement.
transfer_of_proceedings-inventory-form = Forme
    .help = Électronique, papier ou objet.
transfer_of_proceedings-inventory-pages = Pages
    .help = Nombre de pages.
transfer_of_proceedings-inventory-original = Original
    .help = Si l’original est remis, ou une copie.
transfer_of_proceedings-inventory-place = Où elle se trouve
    .help = Où l’original est conservé jusqu’à la remise.
transfer_of_proceedings-inventory-sha256 = SHA-256
    .help = Empreinte du fichier électronique : elle montre que rien n’a été modifié.

## Own proceedings and result
transfer_of_proceedings-own_proceedings-effect = Procédure propre
    .help = Suspendue ou close lorsque le transfert est accepté.
transfer_of_proceedings-own_proceedings-when = À partir de quand
    .help = L’événement ou le jour à partir duquel elle est suspendue ou close.
transfer_of_proceedings-own_proceedings-revival = Reprise en cas d’abandon
    .help = Si vous pouvez de nouveau poursuivre lorsque l’État requis clôt l’affaire sans décision.
transfer_of_proceedings-result-wanted = Résultat à communiquer
    .help = Si vous demandez à être informé de l’issue de l’affaire.
transfer_of_proceedings-result-wishes = Ce qui est souhaité
    .help = Par exemple une copie certifiée de la décision.

## Codes
transfer_of_proceedings-code-criteria-territory = Infraction commise sur place
transfer_of_proceedings-code-criteria-effects = Effets ou dommage sur place
transfer_of_proceedings-code-criteria-nationality = Nationalité du suspect
transfer_of_proceedings-code-criteria-residence = Résidence du suspect
transfer_of_proceedings-code-criteria-presence = Présence du suspect
transfer_of_proceedings-code-criteria-surrender_refused = Remise ou extradition refusée
transfer_of_proceedings-code-criteria-custody_elsewhere = Y purge ou y attend une peine
transfer_of_proceedings-code-criteria-parallel_proceedings = Procédure pour les mêmes faits ou des faits connexes
transfer_of_proceedings-code-criteria-evidence = La plupart des preuves s’y trouvent
transfer_of_proceedings-code-criteria-witnesses = La plupart des témoins s’y trouvent
transfer_of_proceedings-code-criteria-victims = La plupart des victimes s’y trouvent
transfer_of_proceedings-code-criteria-enforcement = Une peine peut y être exécutée
transfer_of_proceedings-code-criteria-rehabilitation = Meilleure réinsertion sociale
transfer_of_proceedings-code-forums-territory = Territoire
transfer_of_proceedings-code-forums-flag = Pavillon ou immatriculation
transfer_of_proceedings-code-forums-active_nationality = Nationalité de l’auteur
transfer_of_proceedings-code-forums-passive_nationality = Nationalité de la victime
transfer_of_proceedings-code-forums-residence = Résidence de l’auteur
transfer_of_proceedings-code-forums-presence = Présence de l’auteur, qui n’est pas extradé
transfer_of_proceedings-code-forums-effect = Effet sur l’État
transfer_of_proceedings-code-forums-universal = Compétence universelle
transfer_of_proceedings-code-forums-conferred_by_treaty = Conférée par un traité sur le transfert de procédures
transfer_of_proceedings-code-inventory_kinds-record = Acte de la procédure
transfer_of_proceedings-code-inventory_kinds-statement = Déclaration
transfer_of_proceedings-code-inventory_kinds-report = Rapport ou expertise
transfer_of_proceedings-code-inventory_kinds-exhibit = Pièce à conviction
transfer_of_proceedings-code-inventory_kinds-recording = Enregistrement
transfer_of_proceedings-code-inventory_kinds-data_carrier = Support de données
transfer_of_proceedings-code-inventory_kinds-other = Autre
transfer_of_proceedings-code-inventory_forms-electronic = Électronique
transfer_of_proceedings-code-inventory_forms-paper = Papier
transfer_of_proceedings-code-inventory_forms-object = Objet
transfer_of_proceedings-code-measures_in_force-bail = Caution ou contrôle judiciaire
transfer_of_proceedings-code-measures_in_force-travel_ban = Interdiction de voyager
transfer_of_proceedings-code-measures_in_force-reporting = Obligation de se présenter
transfer_of_proceedings-code-measures_in_force-seizure = Saisie
transfer_of_proceedings-code-measures_in_force-freezing = Gel d’avoirs
transfer_of_proceedings-code-measures_in_force-other = Autre mesure
transfer_of_proceedings-code-own_effects-stay = Suspendue
transfer_of_proceedings-code-own_effects-end = Close
