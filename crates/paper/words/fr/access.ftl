# Subject access and redress: what the ledger says of it, refusals, and the letter to the applicant.

verb-access-entered = Demande d’une personne traitée
verb-access-read = Demande d’une personne lue
verb-access-decided = Réponse sur un demandeur décidée
verb-access-approved = Divulgation à un demandeur tranchée par la seconde personne
verb-access-kept = Demande d’une personne : son jour est venu

may-access-enter = Traiter les demandes des personnes
may-access-read = Lire les demandes des personnes
may-access-decide = Décider de la réponse sur un demandeur
may-access-approve = Laisser partir une divulgation à un demandeur, ou la renvoyer
may-access-keep = Envoyer les réponses à leur jour, détruire ce qui est échu

refusal-access-asked = Cela a déjà été demandé.
    .action = Choisissez un État qui n’a pas encore été interrogé.
refusal-access-not-asked = { $state } n’a pas été interrogé sur cette demande.
refusal-access-answered = { $state } a déjà répondu. La première réponse demeure.
refusal-access-waiting = { $state } est encore dans son délai de réponse.
    .action = Attendez sa réponse ou la fin de son délai.
refusal-access-word = Le texte contient un mot qui ne peut sortir : un nom de code ou le nom d’une source.
    .action = Rédigez-le sans ce mot.

access-letter-access = Le { $day }, vous avez demandé (notre numéro { $number }) à savoir ce qui est détenu à votre sujet. Voici les réponses des États interrogés.
access-letter-correct = Le { $day }, vous avez demandé (notre numéro { $number }) la rectification de ce qui est détenu à votre sujet. Voici les réponses des États interrogés.
access-letter-erase = Le { $day }, vous avez demandé (notre numéro { $number }) l’effacement de ce qui est détenu à votre sujet. Voici les réponses des États interrogés.
access-letter-unproven = Votre demande du { $day } (notre numéro { $number }) n’a pu être traitée, l’identité du demandeur n’ayant pas été établie. Aucune recherche n’a été faite et aucun État n’a été interrogé. Vous pouvez présenter une nouvelle demande avec une pièce d’identité, ou par un représentant muni de votre pouvoir écrit.
access-neither = Nous ne confirmons ni ne démentons que des informations à votre sujet sont détenues. Cette réponse est donnée dans les mêmes termes, que de telles informations soient détenues ou non.
access-silent = Aucune réponse n’est parvenue dans le délai fixé.
access-letter-check = L’organe de contrôle peut, à votre demande, vérifier pour vous que vos données sont traitées licitement. Il vous fera savoir qu’il a vérifié.
access-letter-complain = Si vous contestez cette réponse, vous pouvez vous plaindre auprès de l’organe de contrôle, ou saisir un tribunal, selon le droit de l’État concerné. Indiquez notre numéro. La plainte est gratuite et ne peut vous porter préjudice.
