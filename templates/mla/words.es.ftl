# Palabras de la plantilla «mla»: secciones, campos con su ayuda, códigos.

mla-template = Solicitud de asistencia judicial recíproca

## Sections
mla-section-measures = Asistencia solicitada
    .help = Una entrada por medida: cada una se decide, ejecuta y responde por separado.
    .one = Medida { $index }
    .add = Añadir una medida
    .remove = Quitar la medida { $index }
mla-section-return = Remisión de las pruebas
    .help = En qué forma, por qué vía y cuándo se remiten los resultados.












## Measures
mla-measures-kind = Clase de asistencia
    .help = Qué se pide al otro Estado.
mla-measures-object = Objeto
    .help = Qué exactamente: qué registros, qué cosas, qué acto.
mla-measures-person = Persona afectada
    .help = El nombre tal como figura entre las personas de la solicitud.
mla-measures-holder = Tenedor
    .help = El banco, proveedor, empresa o persona que lo tiene.
mla-measures-place = Lugar
    .help = Dónde se ejecuta; decide el tribunal competente.
mla-measures-account = Cuenta
    .help = Su número; o la persona y el banco o región, con el motivo.
mla-measures-identifiers = Identificadores
    .help = Usuarios, números, direcciones con puerto, con hora y huso.
mla-measures-period_from = Período desde
    .help = Primer día solicitado.
mla-measures-period_until = Período hasta
    .help = Un período sin fin se devuelve: elija el más corto que sirva.
mla-measures-purpose = Finalidad
    .help = Qué elemento del delito ha de probar.
mla-measures-nexus = Vínculo con el Estado requerido
    .help = Por qué se cree que lo pedido está allí.
mla-measures-proportionality = Proporcionalidad
    .help = Por qué no basta algo menos intrusivo.
mla-measures-order = Orden interna
    .help = Adjunta, o declaración de que la medida sería lícita en su país.
mla-measures-order_statement = Declaración de licitud
    .help = Qué disposición lo permitiría en su país y quién lo ordenaría.
mla-measures-formalities = Formalidades deseadas
    .help = Juramento, advertencias, presencia de agentes o abogados, forma del certificado: lo que exige su tribunal.
mla-measures-questions = Preguntas
    .help = Numeradas; temas si no pueden fijarse de antemano.
mla-measures-consent = Consentimiento
    .help = Si la persona consiente; el traslado exige consentimiento libre e informado.
mla-measures-consent_record = Constancia del consentimiento
    .help = Dónde y ante quién se dio.
mla-measures-video_details = Videoconferencia
    .help = Horas en ambos husos, prueba de línea, comprobación de identidad, intérprete, ley sobre falso testimonio.
mla-measures-documents = Documentos que han de notificarse
    .help = Su lista, con idioma y traducción.
mla-measures-appearance_on = Fecha de comparecencia
    .help = Con cincuenta días de antelación al menos, salvo que el perfil diga otra cosa.
mla-measures-safe_conduct = Salvoconducto
    .help = Sin procesamiento ni detención por hechos anteriores; hasta cuándo; gastos de viaje.
mla-measures-custody_terms = Condiciones de custodia y devolución
    .help = Custodia mantenida, día de retorno, abono del tiempo, inmunidad.
mla-measures-third_party_rights = Derechos de terceros
    .help = Quién puede reclamarlo de buena fe y cómo se le oye.
mla-measures-privilege_handling = Material amparado por secreto
    .help = Quién mira primero y qué se devuelve sin leer.
mla-measures-value = Valor
    .help = Importe por localizar, embargar o decomisar.
mla-measures-currency = Moneda
    .help = Código de tres letras (ISO 4217).
mla-measures-deadline_on = Se necesita a más tardar el
    .help = Solo si hay un motivo.
mla-measures-deadline_reason = Motivo de la fecha
    .help = Vista, prescripción, fin de detención: con su fecha.
mla-measures-jit_hold = Reservado a un equipo conjunto
    .help = Si el acuerdo de un equipo conjunto de investigación reserva este material al equipo.
mla-measures-jit_reference = Referencia del equipo conjunto
    .help = Nombre o número del acuerdo.

## Return of evidence
mla-return_of_evidence-form = Forma
    .help = Originales, copias certificadas o copias.
mla-return_of_evidence-format = Formato
    .help = Lo que su tribunal puede leer: archivos, tablas, grabaciones.
mla-return_of_evidence-channel = Vía
    .help = Por esta plataforma cada elemento lleva su huella y su registro de custodia.
mla-return_of_evidence-originals_returned = Los originales se devuelven
    .help = Si los originales se devuelven tras el procedimiento.
mla-return_of_evidence-deadline_on = Se necesita a más tardar el
    .help = El día en que los resultados deben estar en el tribunal.








## Codes
mla-code-measures-statement = Toma de declaración
mla-code-measures-video_hearing = Audiencia por videoconferencia
mla-code-measures-service = Notificación de documentos
mla-code-measures-bank_accounts = Identificación de cuentas bancarias
mla-code-measures-bank_transactions = Registros de operaciones bancarias
mla-code-measures-bank_monitoring = Vigilancia de una cuenta bancaria
mla-code-measures-search = Registro
mla-code-measures-seizure = Incautación
mla-code-measures-restraint = Embargo preventivo
mla-code-measures-confiscation = Decomiso
mla-code-measures-production_order = Aportación de documentos
mla-code-measures-stored_data = Datos electrónicos almacenados
mla-code-measures-subscriber_data = Datos de abonados
mla-code-measures-traffic_data = Datos de tráfico
mla-code-measures-real_time_traffic = Datos de tráfico en tiempo real
mla-code-measures-interception = Interceptación de comunicaciones
mla-code-measures-covert = Investigación encubierta
mla-code-measures-controlled_delivery = Entrega vigilada
mla-code-measures-transfer_of_detained = Traslado de una persona detenida
mla-code-measures-site_examination = Examen de objetos o lugares
mla-code-measures-expert = Informe pericial
mla-code-measures-criminal_record = Antecedentes penales
mla-code-measures-company_record = Documentos de sociedades
mla-code-measures-public_record = Registros públicos
mla-code-measures-tracing_proceeds = Localización del producto del delito
mla-code-measures-restitution = Restitución
mla-code-measures-dna_comparison = Cotejo de ADN
mla-code-measures-voluntary_appearance = Comparecencia voluntaria
mla-code-measures-other = Otra asistencia
mla-code-orders-attached = Orden adjunta
mla-code-orders-lawful_at_home = Lícito en nuestro país, según declaración
mla-code-orders-none = Ninguna
mla-code-return_forms-originals = Originales
mla-code-return_forms-certified_copies = Copias certificadas
mla-code-return_forms-copies = Copias
mla-code-channels-platform = Esta plataforma
mla-code-channels-post = Correo
mla-code-channels-courier = Mensajería
mla-code-channels-diplomatic = Vía diplomática
