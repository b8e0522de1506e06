# Palabras de la plantilla «provisional_arrest»: secciones, campos con su ayuda, códigos.

provisional_arrest-template = Solicitud de detención preventiva

## Sections
provisional_arrest-section-intention = Solicitud posterior
    .help = Nadie queda detenido por una promesa que no se hace: diga que se presentará la solicitud de extradición.
provisional_arrest-section-channel = Vía
    .help = Por qué vía se pide la detención; puede añadirse la de INTERPOL.

## Request to follow
provisional_arrest-intention-will_request = Se solicitará la extradición
    .help = Un sí rotundo; sin él no se detiene a nadie.
provisional_arrest-intention-within_days = En cuántos días
    .help = Contados desde la detención; el tratado o la ley del Estado requerido fija el límite.
provisional_arrest-intention-note = Nota
    .help = Qué falta aún y cuándo llegará.

## Channel
provisional_arrest-channel-kind = Enviada por
    .help = La vía por la que viaja el original.
provisional_arrest-channel-notice_number = Número de la notificación
    .help = De una notificación roja o difusión, si la hay.

## Codes
provisional_arrest-code-arrest_channels-platform = Esta plataforma
provisional_arrest-code-arrest_channels-interpol = INTERPOL
provisional_arrest-code-arrest_channels-diplomatic = Vía diplomática
provisional_arrest-code-arrest_channels-post = Correo o telegrama
