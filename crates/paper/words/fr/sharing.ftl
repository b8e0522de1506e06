# Records, releases, cards and encounters: what the ledger says of them, and refusals.

verb-record-kept = Dossier tenu à jour
verb-record-read = Dossier lu
verb-record-held = Conservation enregistrée
verb-group-kept = Groupe d’États conservé
verb-release-proposed = Communication proposée
verb-release-approved = Communication décidée
verb-release-recalled = Copies rappelées
verb-card-read = Fiche partagée lue
verb-encounter-reported = Rencontre signalée
verb-encounter-decided = Rencontre tranchée
verb-word-written = Message sur une fiche
verb-record-enumeration-stopped = Demandes de dossiers en série arrêtées

refusal-too-many-misses = Trop de dossiers inexistants ont été demandés. Aucune réponse ne sera donnée pendant { $minutes } minutes ; le registre en fait mention.
refusal-record-lacks = Il manque au dossier une indication obligatoire ({ $lack }). Voyez ce qui est signalé et complétez.
refusal-release-held = Rien n’a été proposé : un contrôle s’y oppose ({ $ground }). Consultez l’atelier de communication et réécrivez la partie.
refusal-release-out = { $to } détient déjà une fiche issue de ce dossier. Modifiez le dossier, la fiche suivra ; ou rappelez-la d’abord.
refusal-record-in-bulk = De nombreux dossiers visant un même groupe ont été ouverts ou proposés aujourd’hui (plus de { $max }) : celui-ci attend qu’une seconde personne l’ait examiné.
refusal-group-unsigned = Le groupe n’est pas tel que ce nœud l’a signé. Rien n’a été fait : prévenez l’administrateur.
refusal-group-owner = L’État auquel appartient un groupe en est l’un des membres.
refusal-group-version = Les versions d’un groupe se comptent à partir de 1.
refusal-biometric-format = Le format du fichier n’est pas connu ici. Rien n’a été conservé.
refusal-biometric-lacks = La donnée biométrique ne peut être conservée ({ $lack }). Corrigez ce qui est signalé ou redemandez le fichier.
refusal-copy-recalled = Plus rien n’en circule.
refusal-copy-absent = Cet État n’en détient aucune copie.
refusal-copy-owner = Seul le propriétaire d’un dossier le corrige ou le rappelle. Rien n’a été modifié.
refusal-copy-consent = Le propriétaire n’a pas consenti à sa transmission.
refusal-card-owner = La fiche désigne un autre propriétaire que son expéditeur. Elle n’a pas été acceptée.
refusal-card-subject = Aucune fiche n’est établie sur une victime ou un enfant.
refusal-label-all = Rien de ce qui concerne une personne n’est destiné à tous ou à toutes fins. Nommez États et finalités.
refusal-district = Indiquez un district, non le poste où la personne a été rencontrée.
refusal-word-answers = Indiquez à quelle question ceci répond.
refusal-peer-unknown = Ce nœud n’a pas de liaison avec { $to }.
refusal-grade = Une cotation est une lettre de A à F et un chiffre de 1 à 6, comme B2.
