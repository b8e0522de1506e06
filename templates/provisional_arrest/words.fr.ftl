# Mots du modèle « provisional_arrest » : sections, champs avec leur aide, codes.

provisional_arrest-template = Demande d’arrestation provisoire

## Sections
provisional_arrest-section-intention = Demande à suivre
    .help = Nul n’est détenu sur une promesse qui n’est pas faite : dites que la demande d’extradition suivra.
provisional_arrest-section-channel = Voie
    .help = Par quelle voie l’arrestation est demandée ; celle d’INTERPOL peut s’y ajouter.

## Request to follow
provisional_arrest-intention-will_request = L’extradition sera demandée
    .help = Un oui net ; sans lui, nul n’est arrêté.
provisional_arrest-intention-within_days = Dans combien de jours
    .help = À compter de l’arrestation ; le traité ou la loi de l’État requis fixe la limite.
provisional_arrest-intention-note = Note
    .help = Ce qui manque encore, et quand cela viendra.

## Channel
provisional_arrest-channel-kind = Envoyée par
    .help = La voie par laquelle l’original voyage.
provisional_arrest-channel-notice_number = Numéro de la notice
    .help = D’une notice rouge ou d’une diffusion, s’il y en a une.

## Codes
provisional_arrest-code-arrest_channels-platform = La présente plateforme
provisional_arrest-code-arrest_channels-interpol = INTERPOL
provisional_arrest-code-arrest_channels-diplomatic = Voie diplomatique
provisional_arrest-code-arrest_channels-post = Poste ou télégramme
