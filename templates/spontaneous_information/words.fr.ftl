# Les mots du modèle « spontaneous_information » : sections, champs avec leur aide, codes.

spontaneous_information-template = Communication spontanée d’informations
spontaneous_information-opening = L’autorité qui informe ({ $authority }, { $state }) présente ses compliments à l’autorité destinataire ({ $to_authority }, { $to_state }) et a l’honneur de porter à sa connaissance les informations ci-après, aux conditions indiquées.
spontaneous_information-closing = L’autorité qui informe ({ $authority }) saisit cette occasion pour renouveler à l’autorité destinataire ({ $to_authority }) les assurances de sa très haute considération.

## Sections
spontaneous_information-section-information = Les informations
    .help = Un résumé qui peut être lu tout de suite, et le contenu, qui s’ouvre une fois les conditions acceptées.
spontaneous_information-section-conditions = Conditions
    .help = Ce que l’État destinataire peut faire des informations. Indiquez-les même s’il n’y en a pas.
spontaneous_information-section-movements = Déplacements
    .help = Voyages faits ou attendus : quand, par quel moyen, d’où à où, sous quel nom.
    .one = Déplacement { $index }
    .add = Ajouter un déplacement
    .remove = Supprimer le déplacement { $index }
spontaneous_information-section-reply = Réponse
    .help = Si vous souhaitez connaître les suites données.

## Les informations
spontaneous_information-information-summary = Résumé
    .help = Visible avant l’acceptation des conditions : ni noms ni sources.
spontaneous_information-information-content = Contenu
    .help = Ce que l’on sait, sur qui, depuis quand. Il s’ouvre une fois les conditions acceptées.
spontaneous_information-information-reason = Motif de l’envoi
    .help = Ce que l’autre État pourrait engager ou faire grâce à elles.
spontaneous_information-information-reliability = Fiabilité de la source
    .help = De A, totalement fiable, à F, ne peut être appréciée.
spontaneous_information-information-accuracy = Exactitude de l’information
    .help = De 1, confirmée, à 6, ne peut être appréciée.
spontaneous_information-information-own_proceeding_safe = Aucun préjudice pour la procédure nationale
    .help = Si vos propres enquêtes permettent de communiquer les informations.
spontaneous_information-information-obtained_how = Comment elles ont été obtenues
    .help = Pour ce qui a été dit en détention, précisez avec quelles garanties.

## Conditions
spontaneous_information-conditions-use = Utilisation
    .help = Choisissez « Aucune condition » s’il n’y en a pas.
spontaneous_information-conditions-onward_transfer = Transmission à des tiers
    .help = Si elles peuvent être communiquées à une autre autorité ou à un autre État.
spontaneous_information-conditions-text = Conditions en toutes lettres
    .help = Ce que les codes ne disent pas : qui ne doit pas être nommé, à qui demander le consentement.
spontaneous_information-conditions-review_on = Réexamen le
    .help = Le jour où elles sont réexaminées ; dans cinq ans au plus.
spontaneous_information-conditions-expires_on = Expire le
    .help = Le jour après lequel elles ne peuvent plus être utilisées.
spontaneous_information-conditions-certificate = Certificat pour l’usage comme preuve
    .help = Un tribunal demandera qui a établi la pièce et comment elle a été conservée.

## Personnes
spontaneous_information-persons-biometrics_taken_on = Données biométriques relevées le
    .help = Le jour où l’image ou les empreintes ont été prises.
spontaneous_information-persons-biometrics_quality = Qualité des données biométriques
    .help = Taille, résolution, angle : ce qu’une comparaison doit savoir.

## Déplacements
spontaneous_information-movements-on = Jour
    .help = Passé ou attendu.
spontaneous_information-movements-means = Moyen
    .help = Comment la personne voyage.
spontaneous_information-movements-from_place = De
    .help = Lieu de départ.
spontaneous_information-movements-to_place = À
    .help = Lieu d’arrivée.
spontaneous_information-movements-name_used = Nom utilisé
    .help = Le nom porté sur le billet ou le document.
spontaneous_information-movements-document = Document utilisé
    .help = Nature, numéro et autorité de délivrance.

## Réponse
spontaneous_information-reply-wished = Réponse souhaitée
    .help = Si une réponse est espérée. Il n’y a pas d’obligation de répondre.
spontaneous_information-reply-question = Ce que l’on souhaite savoir
    .help = Une ou deux questions.
spontaneous_information-reply-receipt = Accusé de réception souhaité
    .help = L’accusé montre que les conditions ont été acceptées, signé des deux parties.

## Codes
spontaneous_information-code-reliability-A = A : totalement fiable
spontaneous_information-code-reliability-B = B : généralement fiable
spontaneous_information-code-reliability-C = C : assez fiable
spontaneous_information-code-reliability-D = D : rarement fiable
spontaneous_information-code-reliability-E = E : non fiable
spontaneous_information-code-reliability-F = F : ne peut être appréciée
spontaneous_information-code-accuracy-1 = 1 : confirmée par d’autres sources
spontaneous_information-code-accuracy-2 = 2 : probablement vraie
spontaneous_information-code-accuracy-3 = 3 : peut-être vraie
spontaneous_information-code-accuracy-4 = 4 : douteuse
spontaneous_information-code-accuracy-5 = 5 : improbable
spontaneous_information-code-accuracy-6 = 6 : ne peut être appréciée
spontaneous_information-code-uses-intelligence_only = À titre de renseignement seulement
spontaneous_information-code-uses-lead_only = Comme piste pour une enquête propre
spontaneous_information-code-uses-evidence_with_consent = Comme preuve après consentement
spontaneous_information-code-uses-evidence = Comme preuve
spontaneous_information-code-uses-none = Aucune condition
spontaneous_information-code-certificates-attached = Joint
spontaneous_information-code-certificates-on_request = Sur demande
spontaneous_information-code-certificates-none = Aucun
spontaneous_information-code-means-air = Par air
spontaneous_information-code-means-sea = Par mer
spontaneous_information-code-means-rail = Par rail
spontaneous_information-code-means-road = Par route
spontaneous_information-code-means-foot = À pied
spontaneous_information-code-means-other = Autre
