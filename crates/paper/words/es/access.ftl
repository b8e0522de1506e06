# Subject access and redress: what the ledger says of it, refusals, and the letter to the applicant.

verb-access-entered = Solicitud de una persona tramitada
verb-access-read = Solicitud de una persona leída
verb-access-decided = Respuesta sobre un solicitante decidida
verb-access-approved = Comunicación a un solicitante decidida por la segunda persona
verb-access-kept = Solicitud de una persona: llegó su día

may-access-enter = Tramitar las solicitudes de las personas
may-access-read = Leer las solicitudes de las personas
may-access-decide = Decidir qué se responde sobre un solicitante
may-access-approve = Dejar salir una comunicación a un solicitante, o devolverla
may-access-keep = Enviar las respuestas en su día, destruir lo vencido

refusal-access-asked = Eso ya se preguntó.
    .action = Elija un Estado al que aún no se haya preguntado.
refusal-access-not-asked = A { $state } no se le preguntó por esta solicitud.
refusal-access-answered = { $state } ya ha respondido. Vale lo que dijo primero.
refusal-access-waiting = { $state } aún está en plazo para responder.
    .action = Espere su respuesta o el fin de su plazo.
refusal-access-word = El texto contiene una palabra que no puede salir: un nombre en clave o el nombre de una fuente.
    .action = Escríbalo sin esa palabra.

access-letter-access = El { $day } usted solicitó (nuestro número { $number }) saber qué se conserva sobre usted. Estas son las respuestas de los Estados consultados.
access-letter-correct = El { $day } usted solicitó (nuestro número { $number }) que se rectifique lo que se conserva sobre usted. Estas son las respuestas de los Estados consultados.
access-letter-erase = El { $day } usted solicitó (nuestro número { $number }) que se suprima lo que se conserva sobre usted. Estas son las respuestas de los Estados consultados.
access-letter-unproven = Su solicitud del { $day } (nuestro número { $number }) no pudo tramitarse porque no quedó acreditado quién la presenta. No se buscó nada y no se consultó a ningún Estado. Puede presentarla de nuevo con un documento de identidad, o por medio de un representante con su poder por escrito.
access-neither = Ni confirmamos ni negamos que se conserve información sobre usted. Esta respuesta se da con las mismas palabras tanto si se conserva como si no.
access-silent = No llegó respuesta en el plazo fijado.
access-letter-check = El órgano de supervisión puede, si usted lo pide, comprobar en su nombre si sus datos se tratan lícitamente. Le comunicará que lo ha comprobado.
access-letter-complain = Si no está de acuerdo con esta respuesta, puede reclamar ante el órgano de supervisión, o acudir a los tribunales, según el derecho del Estado de que se trate. Indique nuestro número. Reclamar es gratuito y no puede perjudicarle.
