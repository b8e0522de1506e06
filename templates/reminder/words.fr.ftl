# Mots du formulaire « reminder ».

reminder-template = Rappel d’une demande
reminder-opening = L’autorité requérante ({ $authority }, { $state }) présente ses compliments à l’autorité requise ({ $to_authority }, { $to_state }) et a l’honneur de rappeler sa demande antérieure, à laquelle il n’a pas encore été donné suite sur les points ci-après.
reminder-section-reminder = Ce qui est attendu
    .help = Dites ce qui manque et jusqu’à quand cela est utile ; l’état de l’affaire peut être indiqué en une ligne.
reminder-reminder-awaited = Attendu
    .help = Tout ce qui n’est pas parvenu.
reminder-reminder-asked_on = Demandé le
    .help = Le jour de la remise de la demande.
reminder-reminder-last_news_on = Dernières nouvelles le
    .help = Le jour du dernier message dans l’affaire.
reminder-reminder-needed_on = Utile jusqu’au
    .help = Le dernier jour où la réponse est utile.
reminder-reminder-why = Raison
    .help = Ce qui en dépend : audience, détention, prescription.
reminder-code-awaited-acknowledgement = Accusé de réception
reminder-code-awaited-decision = Décision
reminder-code-awaited-execution = Exécution
reminder-code-awaited-evidence = Éléments de preuve
reminder-code-awaited-answer = Réponse à une question
reminder-code-awaited-originals = Restitution des originaux
