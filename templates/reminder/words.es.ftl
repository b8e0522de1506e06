# Palabras del formulario «reminder».

reminder-template = Recordatorio de una solicitud
reminder-opening = La autoridad requirente ({ $authority }, { $state }) saluda atentamente a la autoridad requerida ({ $to_authority }, { $to_state }) y tiene el honor de recordar su solicitud anterior, respecto de la cual aún se espera lo que se expone a continuación.
reminder-section-reminder = Lo que se espera
    .help = Diga qué falta y hasta cuándo sirve; el estado del asunto puede indicarse en una línea.
reminder-reminder-awaited = Se espera
    .help = Todo lo que no ha llegado.
reminder-reminder-asked_on = Solicitado el
    .help = El día en que se entregó la solicitud.
reminder-reminder-last_news_on = Última noticia el
    .help = El día del último mensaje sobre el asunto.
reminder-reminder-needed_on = Útil hasta el
    .help = El último día en que sirve la respuesta.
reminder-reminder-why = Por qué se necesita
    .help = Lo que depende de ello: vista, detención, prescripción.
reminder-code-awaited-acknowledgement = Acuse de recibo
reminder-code-awaited-decision = Decisión
reminder-code-awaited-execution = Ejecución
reminder-code-awaited-evidence = Pruebas
reminder-code-awaited-answer = Respuesta a una pregunta
reminder-code-awaited-originals = Devolución de originales
