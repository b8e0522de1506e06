# Words of the template “provisional_arrest”: sections, fields with their help, codes.

provisional_arrest-template = Request for provisional arrest

## Sections
provisional_arrest-section-intention = Request to follow
    .help = Nobody is held on a promise that is not made: say that the request for extradition will come.
provisional_arrest-section-channel = Channel
    .help = By which way the arrest is asked for; INTERPOL’s may be used beside this one.

## Request to follow
provisional_arrest-intention-will_request = Extradition will be requested
    .help = A plain yes; without it nobody is arrested.
provisional_arrest-intention-within_days = Within how many days
    .help = Counted from the arrest; the treaty or the law of the requested State sets the limit.
provisional_arrest-intention-note = Note
    .help = What is still missing, and when it comes.

## Channel
provisional_arrest-channel-kind = Sent by
    .help = The way on which the original travels.
provisional_arrest-channel-notice_number = Number of the notice
    .help = Of a red notice or wanted diffusion, if there is one.

## Codes
provisional_arrest-code-arrest_channels-platform = This platform
provisional_arrest-code-arrest_channels-interpol = INTERPOL
provisional_arrest-code-arrest_channels-diplomatic = Diplomatic channel
provisional_arrest-code-arrest_channels-post = Post or telegram
