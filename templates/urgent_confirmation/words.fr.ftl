# Mots du formulaire « urgent_confirmation ».

urgent_confirmation-template = Confirmation écrite d’une demande urgente
urgent_confirmation-section-oral = La demande orale
    .help = En cas d’urgence et si les États en conviennent, la demande peut être faite oralement ; elle est confirmée aussitôt par écrit (CNUCTO 18(14)).
urgent_confirmation-oral-made_at = Faite le
    .help = Jour et heure avec le fuseau, par exemple 2026-03-02T02:40:00Z.
urgent_confirmation-oral-by = Faite par
    .help = L’agent qui a parlé.
urgent_confirmation-oral-by_function = Fonction
    .help = La qualité de cet agent.
urgent_confirmation-oral-to = Adressée à
    .help = L’agent ou le service qui l’a reçue.
urgent_confirmation-oral-channel = Voie
    .help = Comment elle a été faite.
urgent_confirmation-oral-their_reference = Leur référence
    .help = La référence donnée par l’autre partie.
urgent_confirmation-oral-asked = Ce qui a été demandé
    .help = Tel que formulé.
urgent_confirmation-oral-agreed = Ce qui a été convenu ou fait
    .help = La réponse donnée et ce qui a été fait depuis.
urgent_confirmation-oral-differences = Différences
    .help = Où cet écrit diffère de ce qui a été dit.
urgent_confirmation-code-oral_channels-telephone = Téléphone
urgent_confirmation-code-oral_channels-duty_desk = Permanence (24 h/24)
urgent_confirmation-code-oral_channels-police_channel = Voie policière
urgent_confirmation-code-oral_channels-liaison_officer = Officier de liaison
urgent_confirmation-code-oral_channels-in_person = En personne
