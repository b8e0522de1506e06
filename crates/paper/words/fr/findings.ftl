# Ce que les règles relèvent dans une demande : pourquoi, en une phrase, et que faire, en une action.
# Clés : finding-<code en minuscules>. Les valeurs entre accolades viennent du constat.

finding-form-01 = Le formulaire demande cette indication et rien n’y figure.
    .action = Remplissez ce champ, ou indiquez que la réponse est inconnue ou sans objet.
finding-gen-01 = { $problem ->
    [missing] Une demande qui fait suite à une autre doit la désigner.
   *[wrong] { $number } n’est pas un numéro de demande : son caractère de contrôle est faux.
}
    .action = Recopiez le numéro de la première demande, dernier caractère compris, ou choisissez « nouvelle ».
finding-gen-02 = { $problem ->
    [unknown_state] L’État « { $named } » n’est pas connu ici.
    [unknown_authority] « { $named } » n’est pas une autorité de cet État.
    [same] L’État requérant et l’État requis sont le même.
   *[other] La demande désigne « { $named } », qui n’est pas l’État ou l’autorité entre lesquels elle est transmise.
}
    .action = Choisissez à nouveau l’État et l’autorité requérants et requis.
finding-gen-03 = { $problem ->
    [not_a_date] Ce n’est pas un jour du calendrier.
    [not_a_moment] Ce n’est pas un jour avec son heure.
    [not_a_zone] Ce n’est pas un fuseau horaire.
    [no_zone] Les heures et les numéros de téléphone n’ont de sens qu’avec leur fuseau horaire.
    [in_the_future] La date du { $date } est à venir.
    [in_the_past] La date du { $date } est déjà passée.
   *[out_of_order] Les dates se contredisent : celle-ci est antérieure au { $date }.
}
    .action = { $problem ->
    [not_a_moment] Indiquez le jour, l’heure et le fuseau, par exemple 2026-04-29T21:14:05Z.
    [not_a_zone] Indiquez le décalage par rapport à l’UTC, par exemple +03:00.
    [no_zone] Ajoutez le fuseau, par exemple +03:00.
   *[other] Corrigez la date ; écrivez-la sous la forme année-mois-jour.
}
finding-gen-04 = Le texte contient un caractère qui cache ou réordonne ce qu’on lit ({ $character }).
    .action = Effacez le texte et saisissez-le à nouveau sans le copier d’un autre document.
finding-gen-05 = Une demande qui n’est pas ordinaire doit dire pourquoi elle est urgente et jusqu’à quand une réponse est utile.
    .action = Choisissez le motif, expliquez-le en une phrase et indiquez le dernier jour utile.
finding-gen-06 = { $problem ->
    [not_certified] La traduction n’est pas certifiée ; l’autorité requise lit : { $accepted }.
    [translation_follows] Cette langue n’est acceptée que pour les demandes urgentes ; une traduction ({ $accepted }) doit suivre.
    [changed_since_certified] La traduction ({ $lang }) n’est plus celle qui a été certifiée ; passages modifiés : { $n }.
    [translation_incomplete] La traduction ({ $lang }) a des lacunes ; passages sans traduction : { $n }.
    [translation_outdated] L’original a été modifié après la traduction ({ $lang }) ; passages : { $n }.
   *[other] L’autorité requise n’accepte pas cette langue ; elle lit : { $accepted }.
}
    .action = { $problem ->
    [not_certified] Faites certifier la traduction, ou dites pourquoi ce n’est pas nécessaire.
    [translation_follows] Indiquez le jour auquel la traduction suivra.
    [changed_since_certified] Faites certifier de nouveau les passages modifiés.
    [translation_incomplete] Traduisez-les, ou dites pourquoi ils restent ainsi.
    [translation_outdated] Revoyez ces passages et faites-les certifier.
   *[other] Joignez une traduction dans une langue acceptée.
}
finding-gen-07 = La même affaire est déjà pendante auprès de cet État sous le numéro { $number }.
    .action = Reliez la demande antérieure, ou expliquez pourquoi celle-ci est aussi nécessaire.
finding-gen-08 = { $problem ->
    [authority_without_power] L’autorité qui envoie n’est pas désignée pour faire de telles demandes.
   *[other] La demande ne dit pas qui la signe ni en vertu de quel pouvoir.
}
    .action = { $problem ->
    [authority_without_power] Passez par l’autorité centrale.
   *[other] Indiquez le signataire, sa fonction et la disposition qui lui donne pouvoir de signer.
}
finding-gen-09 = { $problem ->
    [no_digest] Une pièce jointe n’a pas d’empreinte : personne ne peut savoir si elle est intacte.
    [no_size] Une pièce jointe n’a pas de taille, ou elle est vide.
    [too_big] Une pièce jointe dépasse ce qui peut être envoyé avec une demande.
    [executable] Une pièce jointe est un programme ou peut exécuter du code à l’ouverture.
    [archive] Une archive se décompresse bien au-delà de sa propre taille.
    [not_certified] Cette pièce n’a de valeur juridique qu’en copie certifiée conforme.
   *[other] Une pièce jointe n’a pas de titre ou pas de nature.
}
    .action = { $problem ->
    [no_digest] Déposez le fichier à nouveau.
    [no_size] Déposez le fichier à nouveau.
    [too_big] Envoyez-la comme élément de preuve, ou dites qu’elle est tenue à disposition.
    [executable] Convertissez-la en document et joignez celui-ci.
    [archive] Joignez les fichiers un par un.
    [not_certified] Joignez une copie certifiée conforme et signalez-la comme telle.
   *[other] Donnez un titre à la pièce et choisissez sa nature.
}
finding-gen-10 = { $problem ->
    [unknown_field] Le champ { $field } n’appartient pas à cette demande.
    [unknown_code] La valeur ne figure pas sur la liste de ce champ.
    [too_long] Le texte dépasse { $max } caractères.
    [too_many] Il y a plus d’entrées que la demande ne peut en contenir.
   *[other] La valeur n’a pas la forme voulue pour ce champ.
}
    .action = { $problem ->
    [unknown_field] Reportez son contenu dans un champ du formulaire ou dans l’annexe.
    [unknown_code] Choisissez une valeur de la liste.
    [too_long] Raccourcissez le texte, ou joignez-le comme document.
    [too_many] Scindez la demande, ou joignez un tableau.
   *[other] Saisissez la valeur à nouveau dans le formulaire.
}
finding-dir-01 = L’inscription de cette autorité au répertoire a été vérifiée pour la dernière fois le { $date }, il y a plus de 180 jours.
    .action = Faites vérifier l’inscription, ou dites pourquoi vous vous y fiez.
finding-dir-02 = L’autorité choisie n’est pas compétente pour ce type de demande.
    .action = Choisissez une autorité compétente de l’État requis.
finding-dir-03 = { $problem ->
    [revoked] La clé de cette autorité a été révoquée le { $date }.
   *[expired] La clé de cette autorité a expiré le { $date }.
}
    .action = Demandez à l’autorité sa nouvelle carte ; rien n’est scellé pour une ancienne clé.
finding-dir-04 = L’autorité requise est fermée : il y est { $local }, elle ouvre le { $opens }.
    .action = Appelez sa permanence, ou acceptez que personne ne lise la demande avant.
finding-dir-05 = La clé de cette autorité a changé le { $date }, et deux personnes ne l’ont pas encore comparée par une autre voie.
    .action = Que deux personnes comparent les soixante chiffres par téléphone ou de vive voix, et consignez-le.
finding-dir-06 = Le message d’essai du { $date } est resté sans réponse.
    .action = Appelez l’autorité avant de compter sur elle.
finding-mla-01 = Toute demande porte sur une mesure au moins, et chaque mesure dit ce qu’elle doit prouver.
    .action = Ajoutez la mesure, choisissez sa nature et indiquez le but : quel élément de l’infraction elle doit prouver.
finding-mla-02 = Une mesure intrusive exige qu’il soit dit pourquoi rien de plus doux n’atteint le même but.
    .action = Dites pourquoi la mesure est nécessaire et comment elle est limitée dans le temps, quant aux personnes et aux données.
finding-mla-03 = { $missing ->
    [date] Les faits ne disent pas quand.
    [place] Les faits ne disent pas où.
    [act] Les faits ne décrivent pas ce qui a été fait.
    [author] Les faits ne disent ni qui les a commis, ni que l’auteur est inconnu.
   *[other] L’exposé des faits manque ou n’est qu’une étiquette.
}
    .action = { $missing ->
    [date] Indiquez le jour, ou le premier et le dernier jour.
    [place] Indiquez le lieu.
    [act] Décrivez l’acte en quelques mots : quoi, avec quoi, contre qui.
    [author] Nommez la personne soupçonnée, ou choisissez « auteur inconnu ».
   *[other] Exposez les faits en quelques phrases : qui, quand, où, quoi, comment, avec quel résultat.
}
finding-mla-04 = Une mesure coercitive exige l’ordonnance de vos propres autorités, ou la déclaration qu’elle serait licite dans votre État.
    .action = Joignez l’ordonnance en copie certifiée conforme, ou citez la disposition selon laquelle la mesure serait licite chez vous.
finding-mla-05 = Une audition ne peut se tenir sans questions ni thèmes.
    .action = Saisissez les questions, ou joignez-en la liste.
finding-mla-06 = { $problem ->
    [no_documents] Il n’y a rien à signifier.
   *[too_near] Le jour de comparution est trop proche : l’État requis a besoin de { $days } jours.
}
    .action = { $problem ->
    [no_documents] Joignez les documents à remettre, ou énumérez-les.
   *[too_near] Choisissez un jour plus éloigné, ou expliquez l’urgence.
}
finding-mla-07 = La demande ne dit pas pourquoi la chose demandée se trouverait là, ou de quelle chose il s’agit.
    .action = Désignez le compte, l’identifiant ou le lieu, et dites ce qui le rattache à l’État requis et à l’infraction.
finding-mla-08 = La mesure porte sur une période illimitée.
    .action = Indiquez un premier et un dernier jour, ou motivez le besoin de toute la période.
finding-mla-09 = Une personne détenue ne peut être transférée qu’avec son consentement libre et éclairé, qui doit être consigné.
    .action = Recueillez le consentement et joignez le procès-verbal.
finding-mla-10 = Ni le secret bancaire ni le caractère fiscal d’une infraction ne sont des motifs de refus de cette demande.
    .action = Rien à faire ; vous pourrez citer ces dispositions si un tel motif est soulevé.
finding-mla-11 = Plus de douze mois de données de trafic sont demandés.
    .action = Réduisez la période, ou motivez le besoin de l’ensemble.
finding-mla-12 = Il manque encore quelque chose ; l’autorité requise peut être consultée avant la demande formelle.
    .action = Proposez de partager ce projet pour observations ; il est sans effet juridique.
finding-mla-13 = Le droit de l’État requis ne prévoit pas cette mesure pour des demandes étrangères.
    .action = Demandez le résultat dont vous avez besoin et laissez le moyen à l’État requis.
finding-mla-14 = L’accord d’une équipe commune d’enquête réserve les éléments demandés.
    .action = Demandez-les au sein de l’équipe, ou obtenez d’abord l’accord des parties.
finding-mla-15 = Une demande désigne l’autorité chargée de la procédure, l’objet de celle-ci et la personne à qui s’adresser.
    .action = Remplissez ce champ ; l’autorité requise ne peut travailler sans lui.
finding-saf-03 = Ces preuves peuvent conduire à une condamnation à mort, que l’État requis ne prononce pas pour cette infraction.
    .action = Dites si cette peine sera requise, donnez une assurance, ou limitez l’usage des preuves.
finding-saf-08 = { $to } demande si les faits constitueraient aussi une infraction sur son territoire, et la demande ne les décrit pas par leurs éléments.
    .action = Décrivez ce qui a été fait, par qui et dans quelle intention, sans les qualifications de votre droit.
finding-saf-09 = Un mineur ou une personne vulnérable est concerné, et aucune mesure de protection n’est indiquée.
    .action = Indiquez-les : représentant légal, enquêteur spécialisé, intermédiaire, liaison vidéo, personne de soutien.
finding-saf-11 = La personne exerce une fonction ou une profession protégée par un privilège ou une immunité.
    .action = Dites par quelle voie ce privilège ou cette immunité sera respecté ou levé.
finding-dp-01 = La demande ne dit pas sur quel fondement les données personnelles sont traitées, ni combien de temps elles sont gardées.
    .action = Indiquez la disposition et le jour où les données seront effacées ou réexaminées.
finding-dp-02 = Les catégories particulières de données et la biométrie exigent un motif ; il faut dire s’il y en a.
    .action = Répondez à la question et donnez le motif en une phrase.
finding-dp-03 = Votre droit exige des garanties que l’État requis n’offre pas de lui-même.
    .action = Insérez la clause de garanties, ou motivez l’envoi sans elle.
finding-dp-04 = Ces données auraient dû être effacées le { $date } ; elles ne peuvent être envoyées.
    .action = Réexaminez la durée de conservation, ou retirez la demande.
finding-dp-05 = La demande ne dit pas à qui s’adresser pour l’accès, la rectification et les réclamations.
    .action = Indiquez l’autorité de contrôle et le moyen de la joindre.
finding-dp-06 = Les informations proviennent de { $state }, dont le consentement n’est pas consigné.
    .action = Obtenez le consentement de cet État, ou omettez ses informations.
finding-lb-01 = Aucune base juridique qui porte cette demande n’a été choisie, alors qu’il en existe une : { $cited ->
    [article] { $instrument }, article { $article }.
   *[whole] { $instrument }.
}
    .action = Choisissez le premier instrument de la liste.
finding-lb-02 = { $chosen } est cité en tête, mais { $instrument } vient en premier pour cette affaire.
    .action = Placez { $instrument } en tête, ou motivez votre choix.
finding-lb-03 = { $to } n’extrade qu’en vertu d’un traité, et aucun de ceux qui lient les deux États ne peut en tenir lieu.
    .action = Convenez d’un traité pour ce cas, ou demandez le transfert des poursuites ou l’exercice de poursuites sur place.
finding-lb-04 = { $problem ->
    [only_signed] L’un des deux États n’a fait que signer { $chosen } ; la signature ne vaut pas consentement à être lié.
    [not_yet] { $chosen } n’est pas encore en vigueur entre les deux États.
   *[not_joined] { $chosen } ne lie pas les deux États.
}
    .action = Choisissez un instrument qui lie aujourd’hui les deux États.
finding-lb-05 = { $problem ->
    [reciprocity-accepted] Aucun traité ne s’applique ; l’État requis accorde l’entraide contre un engagement écrit de réciprocité, qui n’est pas joint.
    [case-by-case] Aucun traité ne s’applique ; l’État requis statue au cas par cas sur une lettre, qui n’est pas jointe.
   *[no-treaty] Aucun traité ne s’applique, et l’on ignore si l’État requis accorde l’entraide par réciprocité : ce serait une courtoisie.
}
    .action = { $problem ->
    [reciprocity-accepted] Joignez l’engagement.
    [case-by-case] Joignez la lettre qui demande l’entraide dans ce cas.
   *[no-treaty] Offrez un engagement écrit, ou motivez une demande à titre de courtoisie.
}
finding-lb-06 = Plus d’instruments s’appliquent qu’il n’en est cité : { $instruments }.
    .action = Citez-les tous, le premier en tête.
finding-lb-07 = { $date ->
    [unknown] Personne n’a dit de quel jour datent les données sur les traités.
   *[other] Les données sur la participation aux traités datent du { $date } : plus de 180 jours.
}
    .action = Importez l’état actuel des traités, ou dites pourquoi vous vous fiez à ces données.
finding-lb-08 = L’article { $article } ({ $instrument }) écarte l’exception d’infraction politique.
    .action = Rien à faire ; la lettre peut le citer.
finding-lb-09 = L’article { $article } ({ $instrument }) écarte le refus fondé sur le secret bancaire ou le caractère fiscal.
    .action = Rien à faire ; la lettre peut le citer.
finding-lb-10 = { $problem ->
    [reserved] L’un des États a exclu par une réserve cette forme d’entraide ({ $chosen }).
   *[denounced] { $chosen } a été dénoncé par l’un des États.
}
    .action = Choisissez une autre base.

# La base juridique : pourquoi une entrée figure sur la liste, son rôle, ce qu’elle apporte, ce qui lui manque.

basis-why-general-treaty = Un traité sur cette forme de coopération lie les deux États.
basis-why-offence-in-scope = L’infraction est de celles que cette convention définit, et elle lie les deux États.
basis-why-organised-crime = Infraction grave, transnationale, d’un groupe organisé et à but de profit ; la convention lie les deux États.
basis-why-electronic-evidence = Des preuves sous forme électronique sont demandées ; la convention lie les deux États.
basis-why-domestic-law = La base ne règle pas la procédure : le droit de l’État requis s’applique.
basis-why-reciprocity-accepted = Aucun traité ne s’applique ; l’État requis accepte un engagement écrit de réciprocité.
basis-why-case-by-case = Aucun traité ne s’applique ; l’État requis statue au cas par cas.
basis-why-no-treaty = Aucun traité ne s’applique et aucune réciprocité n’est connue.
basis-why-council-duty = Le Conseil de sécurité a décidé que les États se prêtent mutuellement la plus grande assistance.
basis-why-council-call = Le Conseil de sécurité a demandé aux États de prendre pour base les instruments applicables ou, à défaut, la réciprocité.

basis-role-basis = Base
basis-role-procedure = Procédure
basis-role-reciprocity = Réciprocité
basis-role-courtesy = Courtoisie
basis-role-supporting = À l’appui

basis-gives-duty = Obligation d’assistance
basis-gives-procedure = Règles de procédure
basis-gives-no-bank-secrecy = Pas de refus pour secret bancaire
basis-gives-no-fiscal = Pas de refus pour caractère fiscal
basis-gives-no-political = Pas de refus pour infraction politique
basis-gives-persecution-clause = Pas d’obligation si la demande sert à persécuter
basis-gives-transfer-detained = Transfèrement de personnes détenues

basis-lacks-procedure = Ne règle pas la procédure
basis-lacks-participation-date = La date d’adhésion n’est pas connue pour les deux États
basis-lacks-fresh-data = Les données sur la participation sont anciennes
basis-lacks-checked-article = L’article n’a pas été vérifié dans le texte
basis-lacks-undertaking = L’engagement doit être joint
basis-lacks-case-letter = La lettre doit être jointe
basis-lacks-organised-crime-facts = Dites s’il y a groupe organisé, élément transnational et profit

basis-letter-treaty = La présente demande est faite en vertu de l’article { $article } de l’instrument suivant, auquel les deux États sont parties : { $title }.
basis-letter-treaty-general = La présente demande est faite en vertu de l’instrument suivant, auquel les deux États sont parties : { $title }.
basis-letter-procedure-law = Elle peut être exécutée conformément au droit de l’État requis.
basis-letter-reciprocity = En l’absence de traité applicable, la présente demande est faite sur la base de la réciprocité, dont l’engagement est joint.
basis-letter-courtesy = En l’absence de traité applicable, la présente demande est faite à titre de courtoisie internationale.
basis-letter-supporting = Il est renvoyé au paragraphe { $article } de la résolution { $instrument } du Conseil de sécurité.

level-block = Empêche l’envoi
level-warn = À motiver
level-hint = Conseil

verdict-sendable = Peut être envoyée
verdict-sendable-with-reasons = Peut être envoyée, chaque avertissement étant motivé
verdict-blocked = Ne peut être envoyée en l’état
