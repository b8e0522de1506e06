# Palabras de la plantilla «spontaneous_information»: secciones, campos con su ayuda, códigos.

spontaneous_information-template = Información espontánea
spontaneous_information-opening = La autoridad que informa ({ $authority }, { $state }) saluda atentamente a la autoridad destinataria ({ $to_authority }, { $to_state }) y tiene el honor de poner en su conocimiento la información siguiente, en las condiciones que se indican.
spontaneous_information-closing = La autoridad que informa ({ $authority }) aprovecha la oportunidad para reiterar a la autoridad destinataria ({ $to_authority }) las seguridades de su más alta consideración.

## Sections
spontaneous_information-section-information = La información
    .help = Un resumen que puede leerse de inmediato, y el contenido, que se abre al aceptarse las condiciones.
spontaneous_information-section-conditions = Condiciones
    .help = Qué puede hacer el Estado receptor con la información. Indíquelas aunque no haya ninguna.
spontaneous_information-section-movements = Desplazamientos
    .help = Viajes hechos o esperados: cuándo, por qué medio, de dónde a dónde, con qué nombre.
    .one = Desplazamiento { $index }
    .add = Añadir un desplazamiento
    .remove = Quitar el desplazamiento { $index }
spontaneous_information-section-reply = Respuesta
    .help = Si desea saber qué fue de la información.

## The information
spontaneous_information-information-summary = Resumen
    .help = Visible antes de aceptarse las condiciones: sin nombres ni fuentes.
spontaneous_information-information-content = Contenido
    .help = Qué se sabe, sobre quién, desde cuándo. Se abre al aceptarse las condiciones.
spontaneous_information-information-reason = Por qué se envía
    .help = Qué puede ayudar al otro Estado a iniciar o a hacer.
spontaneous_information-information-reliability = Fiabilidad de la fuente
    .help = De A, totalmente fiable, a F, no puede valorarse.
spontaneous_information-information-accuracy = Exactitud de la información
    .help = De 1, confirmada, a 6, no puede valorarse.
spontaneous_information-information-own_proceeding_safe = Sin perjuicio para el procedimiento propio
    .help = Si sus propias investigaciones permiten dar la información.
spontaneous_information-information-obtained_how = Cómo se obtuvo
    .help = De lo dicho en detención, indique con qué garantías se dijo.

## Conditions
spontaneous_information-conditions-use = Uso
    .help = Elija «Sin condición» si no hay ninguna.
spontaneous_information-conditions-onward_transfer = Transmisión a terceros
    .help = Si puede darse a otra autoridad o a otro Estado.
spontaneous_information-conditions-text = Condiciones en palabras
    .help = Lo que los códigos no dicen: a quién no se debe nombrar, a quién pedir el consentimiento.
spontaneous_information-conditions-review_on = Revisión el
    .help = El día en que se vuelve a examinar; dentro de cinco años como máximo.
spontaneous_information-conditions-expires_on = Caduca el
    .help = El día después del cual ya no puede usarse.
spontaneous_information-conditions-certificate = Certificado para el uso como prueba
    .help = Un tribunal preguntará quién hizo el documento y cómo se guardó.

## Persons
spontaneous_information-persons-biometrics_taken_on = Datos biométricos tomados el
    .help = El día en que se tomaron la imagen o las huellas.
spontaneous_information-persons-biometrics_quality = Calidad de los datos biométricos
    .help = Tamaño, resolución, ángulo: lo que una comparación necesita saber.

## Movements
spontaneous_information-movements-on = Día
    .help = Pasado o esperado.
spontaneous_information-movements-means = Medio
    .help = Cómo viaja la persona.
spontaneous_information-movements-from_place = Desde
    .help = Lugar de salida.
spontaneous_information-movements-to_place = Hasta
    .help = Lugar de llegada.
spontaneous_information-movements-name_used = Nombre usado
    .help = El nombre del billete o del documento.
spontaneous_information-movements-document = Documento usado
    .help = Clase, número y autoridad que lo expidió.

## Reply
spontaneous_information-reply-wished = Se desea respuesta
    .help = Si se espera una respuesta. No hay obligación de responder.
spontaneous_information-reply-question = Lo que se desea saber
    .help = Una o dos preguntas.
spontaneous_information-reply-receipt = Se desea acuse de recibo
    .help = El acuse muestra que se aceptaron las condiciones, firmado por ambas partes.

## Codes
spontaneous_information-code-reliability-A = A: totalmente fiable
spontaneous_information-code-reliability-B = B: normalmente fiable
spontaneous_information-code-reliability-C = C: bastante fiable
spontaneous_information-code-reliability-D = D: normalmente no fiable
spontaneous_information-code-reliability-E = E: no fiable
spontaneous_information-code-reliability-F = F: no puede valorarse
spontaneous_information-code-accuracy-1 = 1: confirmada por otras fuentes
spontaneous_information-code-accuracy-2 = 2: probablemente cierta
spontaneous_information-code-accuracy-3 = 3: posiblemente cierta
spontaneous_information-code-accuracy-4 = 4: dudosa
spontaneous_information-code-accuracy-5 = 5: improbable
spontaneous_information-code-accuracy-6 = 6: no puede valorarse
spontaneous_information-code-uses-intelligence_only = Solo como inteligencia
spontaneous_information-code-uses-lead_only = Como pista para investigaciones propias
spontaneous_information-code-uses-evidence_with_consent = Como prueba previo consentimiento
spontaneous_information-code-uses-evidence = Como prueba
spontaneous_information-code-uses-none = Sin condición
spontaneous_information-code-certificates-attached = Adjunto
spontaneous_information-code-certificates-on_request = A petición
spontaneous_information-code-certificates-none = Ninguno
spontaneous_information-code-means-air = Por aire
spontaneous_information-code-means-sea = Por mar
spontaneous_information-code-means-rail = Por ferrocarril
spontaneous_information-code-means-road = Por carretera
spontaneous_information-code-means-foot = A pie
spontaneous_information-code-means-other = Otro
