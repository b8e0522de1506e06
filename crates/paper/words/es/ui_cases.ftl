# Words of the pages on which cases are worked: worklist, request, evidence, duty desk, directory, border, lists, ledger.
# Not here: the shell (ui.ftl), refusals, findings, papers, and the names and hints of a template's fields.

## Shared by several of these pages
case-us = nosotros
case-them = ellos
case-save = Guardar
case-cancel = Cancelar
case-back = Volver
ui-done-saved = Guardado. Nada ha salido de la casa.
ui-done-submitted = Entregada a quien aprueba.
ui-done-approve = Aprobada. Ya puede enviarse.
ui-done-validate = Validada.
ui-done-return = Devuelta a quien la redactó.
ui-done-send = En la bandeja de salida. Cuenta como entregada cuando llegue su recibo.
ui-done-withdraw = Retirada.
ui-done-close = Caso cerrado.
ui-done-answer = La respuesta va en camino.
ui-done-register = Registrada.
ui-done-acknowledge = Acuse de recibo enviado. Ven su referencia.
ui-done-ask = Solicitado. El plazo de la decisión se suspende hasta que contesten.
ui-done-consult = Consulta abierta. El plazo de la decisión se suspende hasta que contesten.
ui-done-accept = Aceptada.
ui-done-postpone = Aplazada.
ui-done-refuse = La denegación está propuesta. La confirma una segunda persona; hasta entonces no se comunica.
ui-done-confirm-refusal = Denegada. Se les comunican el motivo y las razones.
ui-done-drop-refusal = Se descarta la denegación propuesta.
ui-done-begin = Ha comenzado la ejecución.
ui-done-progress = Se les ha dicho cómo va.
ui-done-execute = Ejecución anotada.
ui-done-give-back = Las pruebas van de vuelta.
ui-done-open = Abierto y verificado. El resultado figura en cada pieza.
ui-done-confirm-return = Saben qué ha llegado y en qué estado.
ui-done-attached = La prueba está adjunta.
ui-done-verified = Verificado ahora mismo.
case-change = Cambiar
case-show = Mostrar
case-yes = Sí
case-no = No
case-none = ninguno
case-unknown = se desconoce
case-not-given = sin indicar
case-note = Nota
case-reason = Motivo
case-source = Fuente
case-their-time = en { $state }: { $time }
case-our-time = aquí: { $time }
case-download = Descargar
case-verify-now = Verificar ahora
case-sha256 = SHA-256
case-version = Versión
case-from = De
case-to = A
case-optional = opcional
case-page-of = Página { $page }

## Urgency and standing
case-urgency = Urgencia
case-urgency-normal-hint = Acuse de recibo en 7 días.
case-urgency-urgent-hint = Acuse de recibo antes del fin de su próximo día hábil.
case-urgency-emergency-hint = Está en juego una vida, una prueba o una fuga: su guardia de 24 horas responde en una hora.
case-standing = Carácter
case-standing-complete = Solicitud completa
case-standing-consultation = Borrador para consulta, sin efecto jurídico
case-standing-urgent-completion = Urgente, por completar a más tardar el { $date }

## Side and stage
case-side-outgoing = Saliente
case-side-incoming = Entrante

## What is asked of us next
case-next-outgoing-draft = Terminar el borrador
case-next-outgoing-review = Aprobarla o devolverla
case-next-judge = Validarla como juez o devolverla
case-next-trouble = Ver qué ha fallado
case-trouble = Hace falta que intervenga alguien
case-trouble-envelope = Un mensaje nuestro llegó y el otro Estado lo apartó ({ $code }). Llame a su registro: no ve lo que escribimos.
case-trouble-delivery = Un mensaje nuestro no pudo entregarse y ya no se intenta ({ $code }). Llame al otro Estado y escríbalo de nuevo.
case-trouble-content = La misma solicitud llegó dos veces con contenido distinto. Pregunte al otro Estado cuál vale antes de ejecutar nada.
case-trouble-evidence = Una prueba llegó dos veces con bytes distintos, o llegaron más de las que se admiten ({ $code }). Pregunte al otro Estado antes de usarla.
case-trouble-claim = El otro Estado comunica un paso que no puede seguirse de lo que aquí se sabe ({ $code }). Comparen las cronologías por teléfono.
case-next-outgoing-approved = Enviarla
case-next-outgoing-queued = Sale por sí sola
case-next-outgoing-transmitted = En camino hacia ellos
case-next-outgoing-delivered = Les toca registrarla
case-next-outgoing-registered = Les toca acusar recibo
case-next-outgoing-acknowledged = Están decidiendo
case-next-outgoing-info-requested = Responder a sus preguntas
case-next-outgoing-consultation = Responder a la consulta
case-next-outgoing-accepted = Les toca ejecutarla
case-next-outgoing-partly-accepted = Les toca ejecutarla en parte
case-next-outgoing-postponed = La retomarán más adelante
case-next-outgoing-accepted-with-conditions = Aceptar sus condiciones o rechazarlas
case-next-outgoing-conditions-declined = Están decidiendo de nuevo
case-next-outgoing-conditions-agreed = Les toca ejecutarla
case-next-outgoing-refused = Leer sus razones y cerrar
case-next-outgoing-in-execution = La están ejecutando
case-next-outgoing-partly-executed = Están ejecutando el resto
case-next-outgoing-executed = Las pruebas están por llegar
case-next-outgoing-return-sent = Abrir las pruebas
case-next-outgoing-return-received = Cerrar el caso
case-next-incoming-delivered = Registrarla
case-next-incoming-registered = Acusar recibo
case-next-incoming-acknowledged = Decidir: preguntar, aceptar o denegar
case-next-incoming-info-requested = Les toca responder
case-next-incoming-consultation = Consultar con ellos
case-next-incoming-accepted = Ejecutarla y anotar el resultado
case-next-incoming-partly-accepted = Ejecutar la parte aceptada
case-next-incoming-postponed = Retomarla en la fecha de revisión
case-next-incoming-accepted-with-conditions = Les toca aceptar las condiciones
case-next-incoming-conditions-declined = Decidir de nuevo: no se aceptaron las condiciones
case-next-incoming-conditions-agreed = Ejecutarla y anotar el resultado
case-next-incoming-refused = Nada más que hacer
case-next-incoming-in-execution = Anotar la ejecución
case-next-incoming-partly-executed = Anotar el resto
case-next-incoming-executed = Devolver las pruebas
case-next-incoming-return-sent = Les toca abrir las pruebas
case-next-incoming-return-received = Cerrar el caso
case-next-quarantined = Hacerla examinar
case-next-nothing = Nada más que hacer

## Clocks
case-clock = Plazo
case-clocks = Plazos
case-clock-none = No corre ningún plazo
case-clock-due = Vence
case-clock-started = Comenzó
case-clock-paused = Suspendido desde el { $since }
case-clock-paused-total = Suspendido { $time } en total
case-clock-met = Cumplido el { $date }
case-clock-last-event = último hecho: { $date }
case-clock-same = La otra parte ve los mismos plazos.
case-left-days = { $n ->
    [one] queda { $n } día
   *[other] quedan { $n } días
}
case-left-hours = { $n ->
    [one] queda { $n } hora
   *[other] quedan { $n } horas
}
case-left-minutes = { $n ->
    [one] queda { $n } minuto
   *[other] quedan { $n } minutos
}
case-over-days = { $n ->
    [one] Vencido hace { $n } día
   *[other] Vencido hace { $n } días
}
case-over-hours = { $n ->
    [one] Vencido hace { $n } hora
   *[other] Vencido hace { $n } horas
}
case-over-minutes = { $n ->
    [one] Vencido hace { $n } minuto
   *[other] Vencido hace { $n } minutos
}
case-span-days = { $n ->
    [one] { $n } día
   *[other] { $n } días
}
case-span-hours = { $n ->
    [one] { $n } hora
   *[other] { $n } horas
}
case-span-minutes = { $n ->
    [one] { $n } minuto
   *[other] { $n } minutos
}

## Worklist
case-list-title = ¿Qué debo hacer hoy?
case-list-new = Nueva solicitud
case-count-overdue = vencidas
case-count-due-today = vencen hoy
case-count-new = nuevas
case-count-open = casos abiertos
case-count-waiting-us = nos esperan
case-count-waiting-them = los esperan a ellos
case-filter = Filtrar
case-filter-side = Sentido
case-filter-all = Todo
case-filter-state = Estado
case-filter-stage = Etapa
case-filter-waiting = A la espera de
case-filter-clear = Quitar el filtro
case-lane-emergency = Inmediatas
case-lane-urgent = Urgentes
case-lane-normal = Ordinarias
case-col-state = Estado
case-col-number = Número
case-col-subject = Asunto
case-col-stage = Etapa
case-col-next = Lo siguiente
case-col-left = Tiempo restante
case-col-waiting = A la espera de
case-empty-filtered = Ningún caso coincide con este filtro.
case-more = Página siguiente
case-previous = Página anterior

## A new request
case-new-title = Nueva solicitud
case-new-lead = Cuatro preguntas. Puede cambiar cada respuesta hasta el envío.
case-new-state = ¿A qué Estado se dirige?
case-new-state-hint = A un Estado cuya tarjeta ha verificado este nodo se acude por nodo; a cualquier otro se le escribe en papel.
case-new-no-state = Todavía no hay ningún otro Estado conectado. Un administrador lo añade con su tarjeta de Estado.
case-new-authority = ¿A qué autoridad?
case-new-authority-hint = Según la tarjeta de ese Estado, verificada el { $date }.
case-form-other = Redactada en el formulario { $written }; este nodo conoce { $known }. Lo que no tiene lugar en él figura en «Otros datos», tal como llegó.
case-new-template = ¿Qué solicita?
case-new-lang = ¿En qué idioma se redacta la solicitud?
case-new-lang-hint = Aceptan: { $langs }.
case-new-lang-none = No han dicho qué idiomas aceptan.
case-new-start = Empezar el borrador
case-new-continue = Continuar

## Draft
case-draft-title = Borrador: { $section }
case-draft-of = A { $authority }, { $state }
case-draft-sections = Partes de la solicitud
case-draft-gaps = { $n ->
    [0] no falta nada
    [one] falta { $n } dato
   *[other] faltan { $n } datos
}
case-draft-complete = { $percent } % completo
case-draft-continue = Guardar y continuar
case-draft-leave = Guardar y salir
case-draft-check = Revisar las respuestas
case-draft-add = Añadir: { $what }
case-draft-remove = Quitar { $what } { $n }
case-draft-saved = Guardado. Nada ha salido de la casa.
case-draft-save-always = Guardar nunca falla porque falte algo; solo el envío lo exige todo.
case-draft-stale = Otra persona ha guardado este borrador entretanto. Lo que usted escribió está abajo; la versión guardada es la suya.
case-draft-findings = { $n ->
    [one] { $n } observación sobre esta parte
   *[other] { $n } observaciones sobre esta parte
}
case-draft-no-findings = Ninguna observación sobre esta parte.
case-draft-day = Día
case-draft-month = Mes
case-draft-year = Año
case-draft-choose = Elegir
case-level-block = Debe corregirse antes del envío
case-level-warn = Puede enviarse con un motivo
case-level-hint = Consejo

## Check your answers
case-check-title = Revise sus respuestas
case-check-lead = Esto es lo que leerán. Nada ha salido de la casa.
case-check-complete = Grado de compleción
case-check-findings = Observaciones
case-check-none = Las normas de ambos Estados y de los tratados no dan lugar a observaciones.
case-check-verdict-sendable = Puede enviarse.
case-check-verdict-sendable-with-reasons = Puede enviarse cuando cada advertencia tenga un motivo.
case-check-verdict-blocked = Todavía no puede enviarse como solicitud completa. Puede viajar como borrador para consulta o, si está en juego una vida, una prueba o una fuga, como urgente con fecha para completarla.
case-check-reason-for = Por qué se envía de todos modos
case-check-basis = Base jurídica
case-check-basis-lead = Por orden de fuerza. La primera sustenta la solicitud.
case-check-basis-none = No se encontró ningún tratado en vigor entre ambos Estados. La solicitud descansa en la reciprocidad y la cortesía.
case-check-basis-articles = Artículos
case-check-basis-why = Por qué
case-check-standing-question = ¿Con qué carácter se envía?
case-check-standing-complete-hint = Surte efecto jurídico cuando se entrega.
case-check-standing-consultation-hint = La comentan. Todavía no pide nada ni hace correr ningún plazo.
case-check-standing-urgent = Urgente, por completar después
case-check-standing-urgent-hint = Solo si está en juego una vida, una prueba o una fuga. El motivo de la jefatura de la autoridad viaja con ella.
case-check-by = Se completará a más tardar el
case-check-ground = ¿Qué está en juego?
case-check-ground-life = La vida o la seguridad de una persona
case-check-ground-evidence = Una prueba que se perdería
case-check-ground-flight = Una persona que huiría
case-check-head-reason = Motivo de la jefatura
case-check-head = Jefatura de la autoridad
case-check-submit = Entregar a quien aprueba
case-check-submit-hint = La aprueba una segunda persona. Nadie aprueba lo que ha escrito.
case-check-answer-empty = sin respuesta

## Review by the second person
case-review-title = Revisión
case-review-lead = { $name } la redactó y se la entrega. Apruébela con su nombre o devuélvala con una nota.
case-review-own = Usted redactó esta solicitud, así que no puede aprobarla. Debe hacerlo otra persona.
case-review-reasons = Advertencias y motivos dados
case-review-approve = Aprobar
case-review-approve-hint = Su nombre figura en la solicitud como segunda persona.
case-review-validate = Validar como juez
case-review-validate-hint = Su nombre figura en la solicitud como el del juez que la validó. La segunda persona la aprueba después de usted.
case-review-wait-judge = El derecho de este Estado exige que un juez valide lo que aquí se pide antes de que se apruebe.
case-review-validated = Validada por
case-review-return = Devolver a quien la redactó
case-review-return-note = ¿Qué debe cambiar?

## Sending
case-send-title = Enviar
case-send-lead = Mire una vez más lo que sale de la casa.
case-send-what = Qué sale
case-send-to = A quién
case-send-label = Con qué marca
case-send-sealed = Firmada por { $authority }, sellada para { $to }; nadie en el camino puede leerla.
case-send-standing = Con qué carácter
case-send-record = Huella del expediente
case-send-second = Segunda persona
case-send-second-none = Ninguna: esta autoridad tiene un solo funcionario, y así se le dice al destinatario.
case-send-who-reads = Quién podrá leerla
case-send-confirm = La he mirado. Puede salir de la casa.
case-send-button = Enviar a { $authority }
case-send-confirm-missing = Marque la casilla para decir que la ha mirado.

## The case
case-title = { $number }
case-our-reference = Nuestra referencia
case-their-reference = Su referencia
case-no-reference = aún no la han dado
case-officer = Funcionario
case-approved-by = Aprobada por
case-written-by = Redactada por
case-language = Idioma
case-next-step = Próximo paso
case-next-wait = Por ahora no tiene nada que hacer.
case-next-not-you = Este paso corresponde a: { $role }.
case-waiting-for = A la espera de { $who }
case-waiting-for-them = A la espera de { $state }
case-waiting-for-us = Nos toca a nosotros
case-waiting-nobody = nadie
case-timeline = Qué ha pasado
case-timeline-empty = Todavía no ha pasado nada.
case-by-officer = { $role }, { $authority }
case-envelope = Sobre
case-messages = Preguntas y respuestas
case-item-open = Pendiente
case-item-answered = Respondido
case-measures = Medidas solicitadas
case-measure = Medida
case-measures-empty = Todavía no se ha indicado ninguna medida.
case-measure-asked = Solicitada
case-measure-accepted = Aceptada
case-measure-refused = Denegada
case-measure-in-execution = En ejecución
case-measure-executed = Ejecutada
case-evidence = Pruebas
case-evidence-empty = Todavía no se ha adjuntado ninguna prueba.
case-receipts = Recibos
case-receipts-lead = Cada uno va firmado por el nodo que lo dio.
case-receipts-empty = Todavía no hay recibo. Mientras no lo haya, la solicitud no cuenta como enviada.
case-receipt-r1 = Aceptada por el nodo
case-receipt-r2 = Pasada por un relé
case-receipt-r3 = Entregada y guardada en su disco
case-receipt-r4 = Abierta por la autoridad
case-receipt-r5 = Respondida
case-receipt-verified = firma verificada
case-receipt-unverified = firma sin verificar
case-receipt-leaf = Asiento { $leaf } de su registro
case-ledger = Registro
case-ledger-all = Todos los asientos de este caso
case-papers = Documentos
case-papers-lead = Salen del mismo expediente; cada página lleva su huella.
case-paper-letter = Carta de solicitud
case-paper-acknowledgement = Acuse de recibo
case-paper-certificate = Certificado de las pruebas
case-paper-pdf = PDF
case-paper-print = Vista para imprimir
case-print-paper = ¿Qué documento?
case-content = La solicitud
case-conditions = Condiciones
case-reasons = Razones

## Steps of the case
case-do-register = Registrar
case-do-register-hint = Recibe aquí un número y su vía de urgencia. Empieza a correr el plazo del acuse de recibo.
case-do-acknowledge = Acusar recibo
case-do-acknowledge-hint = Ven su referencia y cuándo volverán a tener noticias de usted.
case-do-reference = Su referencia propia
case-do-next-date = ¿Cuándo volverán a tener noticias?
case-do-ask = Pedir lo que falta
case-do-ask-hint = Elija las respuestas que faltan o no están claras. El plazo de la decisión se suspende hasta que contesten.
case-do-ask-field = Campo
case-do-ask-no-field = sobre ningún campo concreto
case-do-ask-text = ¿Qué necesita saber?
case-do-answer-by = Respuesta a más tardar el
case-do-consult = Abrir una consulta
case-do-consult-hint = Antes de denegar una solicitud o de aplazar su cumplimiento, se consulta a la autoridad requirente para considerar si la asistencia puede prestarse con condiciones (Convención contra la Delincuencia Organizada Transnacional, artículo 18, párrafo 26). El plazo de la decisión se suspende hasta que contesten.
case-do-consult-about = ¿Qué se consulta? ¿Qué condiciones o garantías propone?
case-do-answer = Responder
case-do-answer-hint = Pidieron estos datos. Lo que escriba aquí se añade a la solicitud en ambos lados.
case-do-answer-value = Su respuesta
case-do-asked-by = Se espera a más tardar el { $date }
case-do-accept = Aceptar
case-do-accept-hint = En su totalidad. Las condiciones viajan con la decisión.
case-do-conditions = Condiciones, una por línea
case-do-refuse = Denegar
case-do-refuse-hint = Una denegación exige un motivo de la lista cerrada, razones y una segunda persona. Pregunte o consulte antes, si puede.
case-do-ground = Motivo de denegación
case-do-ground-hint = Algunos motivos solo figuran aquí después de haber pedido lo que falta o de haber abierto una consulta.
case-do-second = Segunda persona
case-do-reasons = Razones
case-do-postpone = Aplazar
case-do-postpone-hint = Por un proceso propio. Se les dice por qué y hasta cuándo.
case-do-review-by = Se retoma el
case-do-no-consultation = Si no se consultó: ¿por qué no?
case-do-confirm-refusal = Confirmar la denegación
case-do-confirm-refusal-hint = Un colega propone denegar. Usted es la segunda persona; se les comunica cuando confirme.
case-do-drop-refusal = Descartar la denegación propuesta
case-do-execute = Anotar la ejecución
case-do-report = ¿Qué se hizo?
case-do-executed-on = Ejecutada el
case-do-begin = Comenzar la ejecución
case-do-begin-hint = Diga a quién se encargó y qué falta. Ellos ven la nota.
case-do-progress = Decirles cómo va
case-do-executed-by = ¿Por qué autoridad o tribunal?
case-do-law = ¿Según qué ley?
case-do-attach = Adjuntar una prueba
case-do-give-back = Devolver las pruebas
case-do-give-back-hint = Todo lo adjunto se firma, se sella y se devuelve con su registro de custodia.
case-do-certificate = Certificado
case-do-certificate-hint = Quién certifica qué, con las palabras que leerá un tribunal.
case-do-open = Abrir
case-do-open-hint = Cada pieza se verifica (huella, tamaño y custodia) antes de que pueda usarla.
case-do-confirm-return = Decirles que ha llegado
case-do-confirm-return-hint = Sabrán de cada pieza si está íntegra.
case-do-close = Cerrar el caso
case-do-close-hint = ¿En qué terminó el proceso? ¿Se devolvieron los originales?
case-do-withdraw = Retirar
case-do-withdraw-hint = Se les avisa enseguida y se detienen. No se borra nada.
case-do-send-page = Mirar lo que sale, y enviar
case-do-review-page = Leer y decidir
case-do-draft-page = Seguir con el borrador
case-do-other = Otros pasos

## Grounds of refusal (the closed list; requests 3.15)
case-ground-not-in-conformity = No conforme con el tratado, tras pedir lo que faltaba
case-ground-essential-interests = Soberanía, seguridad, orden público u otros intereses esenciales
case-ground-own-law-prohibits = La ley propia lo prohibiría para un delito semejante
case-ground-dual-criminality = Los hechos no son delito aquí
case-ground-political-offence = Delito político
case-ground-persecution = Temor de persecución o discriminación
case-ground-ne-bis-in-idem = Ya juzgado por los mismos hechos
case-ground-lapse-of-time = Prescripción o amnistía
case-ground-nationality = Nacional propio
case-ground-in-absentia = Juzgado en ausencia
case-ground-humanitarian = Edad o salud
case-ground-age-of-responsibility = Por debajo de la edad de responsabilidad penal
case-ground-own-proceedings = Proceso propio
case-ground-fiscal-nature = Carácter fiscal
case-ground-bank-secrecy = Secreto bancario
case-ground-death-penalty = Temor de pena de muerte o trato cruel, sin garantías
case-ground-torture = Temor de tortura o juicio injusto; no devolución
case-ground-military-offence = Delito puramente militar
case-ground-minor-importance = Importancia menor o coste desproporcionado, tras consultar
case-ground-immunity = Inmunidad o privilegio

## Evidence
case-ev-title = Prueba
case-ev-add-title = Adjuntar una prueba
case-ev-add-lead = La huella del fichero se calcula al llegar y se guarda cifrado. Solo sale de la casa cuando usted lo devuelve.
case-ev-name = Título
case-ev-name-hint = ¿Qué es? «Extractos de la cuenta …, de marzo a junio».
case-ev-kind = Clase
case-ev-kind-document = Documento
case-ev-kind-electronic = Datos electrónicos
case-ev-kind-statement = Declaración o acta de audiencia
case-ev-kind-recording = Grabación de sonido o vídeo
case-ev-kind-object = Fotografía o descripción de un objeto
case-ev-kind-bank-record = Registro bancario
case-ev-kind-image = Imagen
case-ev-kind-video = Grabación de vídeo
case-ev-kind-interview = Acta de entrevista
case-ev-kind-confession = Confesión
case-ev-kind-other = Otra
case-ev-origin = ¿Quién la obtuvo, dónde, cuándo y según qué ley?
case-ev-place = ¿Dónde?
case-ev-collected-by = ¿Quién la obtuvo?
case-ev-collected-on = ¿Qué día?
case-ev-law = ¿Según qué ley?
case-ev-certificate = Certificado de esta pieza
case-ev-use = Condiciones de uso
case-ev-use-hint = ¿Para qué puede usarse y para qué no?
case-ev-file = Fichero
case-ev-file-hint = Hasta { $max }. Los ficheros grandes viajan por partes y continúan tras un corte.
case-ev-upload = Adjuntar
case-ev-progress = Recibido
case-ev-size = Tamaño
case-ev-type = Tipo
case-ev-integrity = Integridad
case-ev-sha-ok = El contenido coincide con su SHA-256
case-ev-sha-bad = El contenido no coincide con su SHA-256
case-ev-bytes-ok = El tamaño y el contenido son los certificados (SHA-256)
case-ev-bytes-bad = El tamaño o el contenido no son los certificados (SHA-256)
case-ev-size-ok = El tamaño es el indicado
case-ev-size-bad = El tamaño no es el indicado
case-ev-custody-ok = La cadena de custodia está entera
case-ev-custody-bad = La cadena de custodia está rota
case-ev-whole = Íntegra
case-ev-broken = Alterada
case-ev-not-yet = Todavía sin verificar aquí
case-ev-verified-at = Verificada: { $time }
case-ev-do-not-use = No use esta pieza. Avise a la otra autoridad y consérvela como está.
case-ev-custody = Custodia
case-ev-custody-lead = Cada eslabón lleva la huella del anterior.
case-ev-custody-collected = Obtenida
case-ev-custody-sealed = Sellada
case-ev-custody-sent = Enviada
case-ev-custody-received = Recibida
case-ev-custody-verified = Verificada
case-ev-custody-opened = Abierta
case-ev-custody-exported = Exportada
case-ev-previous = Después de
case-ev-first = Primer eslabón
case-ev-missing = Esta pieza todavía no ha llegado.

## Duty desk
case-duty-register = Registrar { $number }
case-duty-acknowledge = Acusar recibo de { $number }

## Directory
directory-title = Directorio
directory-lead = A quién dirigirse, en qué idioma y a qué hora. Tomado de la tarjeta firmada de cada Estado, o introducido aquí donde así se indica.
directory-state = Estado
directory-ours = Nuestro Estado
directory-authorities = Autoridades
directory-functions = Funciones
directory-languages = Idiomas
directory-urgent-languages = Idiomas en casos urgentes
directory-local-time = Hora de allí
directory-difference-same = la misma hora que aquí
directory-difference-ahead = { $time } por delante de nosotros
directory-difference-behind = { $time } por detrás de nosotros
directory-open-now = Abierto ahora, hasta las { $time }
directory-opens = Cerrado. Abre { $when }
directory-opens-in = dentro de { $time }
directory-hours-unknown = Horario sin indicar
directory-hours = Horario de oficina
directory-weekend = Fin de semana
directory-holidays = Próximos festivos
directory-247 = Contacto de 24 horas
directory-247-none = No se indica ningún contacto de 24 horas.
directory-phone = Teléfono
directory-email = Correo electrónico
directory-address = Dirección
directory-verified = Verificado el
directory-card = Tarjeta de Estado
directory-card-sequence = Tarjeta { $n }
directory-card-expires = válida hasta el { $date }
directory-fingerprint = Huella
directory-fingerprint-hint = Léansela por teléfono antes de confiar en ella.
directory-pinned = Verificada por nosotros
directory-not-pinned = Sin verificar por nosotros
directory-write = Escribir una solicitud a esta autoridad
directory-requirements = Qué pide este Estado
directory-treaties = Tratados en vigor
directory-treaty-since = desde el { $date }
directory-empty = Todavía no se conoce ningún otro Estado. Un administrador lo añade con su tarjeta de Estado.
directory-function-central-authority = Autoridad central
directory-function-extradition = Extradición
directory-function-mla = Asistencia judicial recíproca
directory-function-duty-desk-24-7 = Guardia de 24 horas
directory-function-ncb = Oficina Central Nacional de INTERPOL
directory-function-fiu = Unidad de inteligencia financiera
directory-function-asylum-liaison = Enlace de asilo
directory-function-court = Tribunal
directory-function-prosecutor = Fiscalía
directory-function-police = Policía
directory-function-border = Frontera
verb-message-unexpected = Se guardó un mensaje inesperado
verb-message-unknown = Se guardó un mensaje de clase desconocida
purpose-evidence = Prueba
purpose-screening = Control
purpose-investigation = Investigación
purpose-intelligence = Inteligencia
purpose-freezing = Congelación de activos
purpose-immigration = Inmigración
purpose-oversight = Supervisión
purpose-administration = Administración

## Border
border-title = Comprobar
border-box = Escanee el documento o escriba el nombre
border-box-hint = Las dos líneas de la zona de lectura mecánica, o apellidos y nombres.
border-birth = Fecha de nacimiento
border-birth-hint = Como en el documento: año-mes-día, o solo el año.
border-nationality = Nacionalidad
border-document = Número del documento
border-check = Comprobar
border-next = Siguiente persona
border-understood = Entendido como
border-mrz-ok = Zona de lectura mecánica leída; todos los dígitos de control son correctos.
border-mrz-bad = Zona de lectura mecánica leída, pero falla un dígito de control: { $fields }. Compare con el documento.
border-name = Nombre
border-answer-no-record = Sin registro
border-answer-check = Comprobar
border-answer-stop = Alto
border-answer-cannot-say = No se puede decir
border-as-of = a { $time }
border-no-record-line = Las listas que hay aquí no nombran a nadie con este nombre y esta fecha de nacimiento.
border-no-record-do = Siga con el examen habitual. La falta de registro no es un visto bueno.
border-check-line = Alguien de una lista podría ser esta persona.
border-check-do = Compare el documento con el asiento de abajo. No diga nada a la persona. Llame a un segundo agente.
border-stop-line = El nombre y la identidad coinciden con un asiento de una lista.
border-stop-do = Retenga a la persona sin alarmarla, quédese con el documento y llame ahora al número de abajo.
border-cannot-line = Ahora no es posible ninguna respuesta.
border-cannot-do = Examine a mano y llame a la guardia. No lo tome por «sin registro».
border-cannot-no-list = Aquí no se ha importado ninguna lista.
border-cannot-old = La lista tiene { $days } días.
border-cannot-mrz = No se puede leer la zona de lectura mecánica. Escanee otra vez o escriba el nombre.
border-call = Llamar
border-call-none = No hay número de la guardia; pregunte a su superior.
border-why = Por qué
border-hit = Asiento { $n }
border-score = Coincidencia { $score } de 100
border-for = A favor
border-against = En contra
border-nothing-against = nada
border-listed-names = Nombres en la lista
border-listed-births = Fechas de nacimiento en la lista
border-list-reason = Motivo de inclusión
border-list-and-version = Lista y versión
border-list-reference = Referencia
border-advice = Una coincidencia es un consejo. Decide usted.
border-query = Consulta
border-lists-asked = Listas consultadas
border-empty-input = Escanee primero un documento o escriba un nombre.
border-part-name = Nombre
border-part-birth = Fecha de nacimiento
border-part-nationality = Nacionalidad
border-part-document = Número del documento
border-part-gender = Sexo
border-part-place = Lugar de nacimiento
border-feature-birth-day = Mismo día de nacimiento
border-feature-birth-day-swapped = Día y mes de nacimiento intercambiados
border-feature-birth-month = Mismo mes de nacimiento
border-feature-birth-year = Mismo año de nacimiento
border-feature-birth-within = Nacimiento dentro del período indicado
border-feature-birth-day-other = Otro día del mismo año
border-feature-birth-year-other = Otro año de nacimiento
border-feature-country = Mismo país
border-feature-country-other = Otro país
border-feature-sex = Mismo sexo
border-feature-sex-other = El otro sexo
border-feature-document = Mismo número de documento
border-kind-exact = igual
border-kind-spelling = escrito de forma algo distinta
border-kind-sound = suena igual
border-kind-script = igual en otra escritura
border-kind-nickname = forma corta o familiar
border-kind-initial = inicial
border-kind-joined = escrito junto o separado
border-kind-differs = difiere
border-kind-only-asked = no está en la lista
border-kind-only-listed = solo en la lista
border-doubt-check-digit = Falla un dígito de control.
border-doubt-unknown-issuer = Se desconoce el Estado emisor.
border-doubt-unknown-nationality = Se desconoce la nacionalidad.
border-doubt-layout = La distribución del teclado del lector es dudosa.
border-doubt-document-code = Se desconoce la clase de documento.
border-doubt-birth-date = No se puede leer la fecha de nacimiento.
border-doubt-name-cut = El nombre puede estar cortado.
border-unit-of = { $part }: { $detail }
border-keys = La tecla Intro comprueba. Tras la respuesta, el campo espera a la siguiente persona.

## Lists
list-title = Listas
list-lead = Lo que pregunta la frontera. Cada lista guarda su versión y su huella.
list-name = Lista
list-date = Fecha de la lista
list-age = Antigüedad
list-age-days = { $n ->
    [0] de hoy
    [one] { $n } día
   *[other] { $n } días
}
list-individuals = Personas
list-entities = Entidades
list-changes = Último cambio
list-changes-text = { $added } altas, { $changed } cambios, { $removed } bajas
list-imported = Importada
list-hash = SHA-256 del fichero
list-empty = No se ha importado ninguna lista. La frontera solo puede responder «no se puede decir».
list-import-title = Importar una lista
list-import-lead = El fichero se lee entero o no se lee; la versión anterior sigue en uso hasta que la nueva esté en pie.
list-import-name = Nombre de la lista
list-import-name-value = Lista consolidada del Consejo de Seguridad de las Naciones Unidas
list-import-file = Fichero (formatos de las Naciones Unidas, la OFAC, la UE, el Reino Unido, el Canadá, Australia, FollowTheMoney, o una tabla)
list-import-id = Nombre corto
list-import-id-hint = Minúsculas, cifras, guiones. Vacío: el nombre habitual del formato. El mismo nombre otra vez es una versión más reciente.
list-import-mapping = Correspondencia
list-import-mapping-hint = Solo para una tabla propia: qué columna es qué propiedad (TOML).
list-import-dropped = Omitido, según la norma de este nodo: { $names }
list-import-removals = Aceptar que desaparezcan más asientos que este número
list-import-removals-hint = Una lista que de pronto pierde muchos asientos se rechaza, salvo que usted indique aquí el número.
list-import-button = Importar
list-import-running = Importación en curso
list-import-step = { $done } de { $total }
list-import-step-open = { $done } hasta ahora
list-import-step-read = Leyendo el fichero
list-import-step-index = Poniendo en su sitio la nueva versión
list-import-wait = Esta página se recarga sola. Puede salir de ella; la importación sigue.
list-import-done = Importado: { $individuals } personas, { $entities } entidades.
list-import-failed = Se rechazó la importación; la lista en uso no ha cambiado.
list-import-gone = Esta importación ya no se conoce aquí. La tabla muestra lo que está en uso.
list-import-file-missing = Elija un fichero.
list-back = Volver a las listas

## Ledger
ledger-title = Registro
ledger-lead = Quién hizo qué, cuándo y por qué. Cada asiento es una hoja de un árbol que otros Estados pueden comprobar.
ledger-filter-verb = Acto
ledger-filter-object = Objeto
ledger-filter-from = Desde el asiento
ledger-index = Asiento
ledger-at = Cuándo
ledger-actor = Quién
ledger-role = Función
ledger-verb = Acto
ledger-object = Objeto
ledger-purpose = Finalidad
ledger-reason = Motivo
ledger-rows = Filas escritas
ledger-row = Fila
ledger-leaf = Hoja
ledger-empty = Ningún asiento coincide.
ledger-verify = Verificar ahora todo el registro
ledger-verify-hint = Lee cada asiento, cada fila que nombra y cada punto de control.
ledger-verify-ok = Verificado: { $size } asientos, nada ha cambiado.
ledger-verify-counts = Coinciden { $rows } filas, { $blobs } ficheros y { $checkpoints } puntos de control.
ledger-verify-bad = { $n ->
    [one] Se ha alterado { $n } elemento
   *[other] Se han alterado { $n } elementos
}
ledger-root = Raíz
ledger-problem-place = Lugar
ledger-problem-what = Qué está mal
ledger-entry-title = Asiento { $index }
ledger-proof = Prueba
ledger-proof-lead = Con estos valores cualquiera puede recalcular la hoja y subir hasta el punto de control firmado, sin este programa.
ledger-proof-entry = Asiento tal como se resumió
ledger-proof-salt = Sal
ledger-proof-path = Camino hasta la raíz
ledger-proof-checkpoint = Punto de control
ledger-proof-download = Descargar la prueba (JSON)
ledger-next = Asientos anteriores
ledger-previous = Asientos posteriores
ledger-actor-officer = Funcionario { $id }
ledger-actor-peer = Nodo de { $state }
ledger-actor-system = El propio nodo: { $worker }
