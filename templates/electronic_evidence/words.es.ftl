# Palabras de la plantilla «electronic_evidence»: secciones, campos con su ayuda, códigos.

electronic_evidence-template = Solicitud relativa a pruebas electrónicas

## Sections
electronic_evidence-section-evidence = Lo que se solicita
    .help = Qué datos, de qué proveedor, desde cuándo y hasta cuándo, y por qué.
electronic_evidence-section-identifiers = Cuentas, direcciones y otros identificadores
    .help = Una entrada para cada uno. Un proveedor puede actuar sobre un identificador, no sobre una descripción.
    .one = Identificador { $index }
    .add = Añadir un identificador
    .remove = Quitar el identificador { $index }
electronic_evidence-section-emergency = La emergencia
    .help = Un peligro para la vida o la seguridad que está a punto de cumplirse. Se devuelve la llamada al funcionario antes de revelar nada.
electronic_evidence-section-follow_up = Lo que sigue
    .help = Si seguirá una solicitud de asistencia judicial recíproca, y para cuándo.
electronic_evidence-section-user_notice = Aviso al usuario
    .help = Lo que el proveedor puede decir a su cliente.
electronic_evidence-section-delivery = Entrega de los datos
    .help = Por qué vía y en qué forma llegan los datos.

## What is asked for
electronic_evidence-evidence-subtype = Clase de solicitud
    .help = Conservar datos, conservarlos más tiempo, encontrar al proveedor siguiente o revelarlos.
electronic_evidence-evidence-provider = Proveedor
    .help = La persona jurídica que tiene los datos, con su sede.
electronic_evidence-evidence-provider_state = Estado del proveedor
    .help = Es el Estado requerido; para otro Estado redacte otra solicitud.
electronic_evidence-evidence-provider_contact = Dónde recibe el proveedor las solicitudes
    .help = Portal, dirección o punto de contacto para las autoridades.
electronic_evidence-evidence-service = Servicio
    .help = El nombre con que lo conoce el usuario.
electronic_evidence-evidence-data_types = Tipos de datos
    .help = Solo los necesarios: cuanto menos se pide, antes llega.
electronic_evidence-evidence-description = Descripción de los datos
    .help = Qué se ha de conservar o revelar exactamente, y qué no se pide.
electronic_evidence-evidence-period_from = Período desde
    .help = Día, hora y huso, por ejemplo 2026-04-01T00:00:00Z.
electronic_evidence-evidence-period_until = Período hasta
    .help = Día, hora y huso. Los datos almacenados terminan hoy a más tardar.
electronic_evidence-evidence-aim = Finalidad
    .help = Qué han de mostrar los datos. Para saber quién es el usuario bastan los datos de abonado.
electronic_evidence-evidence-relation = Relación con el delito
    .help = Por qué estos datos, y qué elemento del delito ayudan a probar.
electronic_evidence-evidence-necessity = Necesidad
    .help = Por qué se necesitan los datos ahora, y qué ocurre sin ellos.
electronic_evidence-evidence-volatility = Duración de los datos
    .help = Cuándo los borra el proveedor o el usuario.
electronic_evidence-evidence-preserve_until_on = Conservar hasta el
    .help = Déjelo vacío para el plazo del tratado, sesenta días como mínimo.
electronic_evidence-evidence-proportionality = Proporcionalidad
    .help = Por qué no bastarían datos menos intrusivos.
electronic_evidence-evidence-order = Orden interna
    .help = Adjunta, o una declaración de que la revelación sería lícita en su Estado.
electronic_evidence-evidence-order_statement = Declaración de licitud
    .help = Qué disposición la permitiría en su Estado, y quién la ordenaría.
electronic_evidence-evidence-threshold = Umbral
    .help = Qué gravedad exige su derecho para este tipo de datos, y que se alcanza.
electronic_evidence-evidence-next_provider = Proveedor siguiente
    .help = Si el rastro ya ha llevado a otro proveedor: su nombre.
electronic_evidence-evidence-next_provider_state = Estado del proveedor siguiente
    .help = Allí se dirige una nueva solicitud de conservación.

## Identifiers
electronic_evidence-identifiers-kind = Clase
    .help = De qué clase de identificador se trata.
electronic_evidence-identifiers-value = Identificador
    .help = Tal como lo escribe el servicio; sin comodines.
electronic_evidence-identifiers-port = Puerto de origen
    .help = Muchos usuarios comparten una dirección; solo el puerto los distingue.
electronic_evidence-identifiers-seen_at = Visto el
    .help = Día, hora con segundos y huso, por ejemplo 2026-04-29T21:14:05Z.
electronic_evidence-identifiers-created_on = Se cree que existe desde
    .help = El día en que se creó la cuenta, si se conoce.

## The emergency
electronic_evidence-emergency-threat = La amenaza
    .help = Quién corre peligro, de qué y por parte de quién.
electronic_evidence-emergency-imminence = Por qué es inminente
    .help = Cuándo se espera, y cómo se sabe.
electronic_evidence-emergency-how_data_avert = Cómo la evitan los datos
    .help = Qué se hará con ellos en cuanto lleguen.
electronic_evidence-emergency-officer = Funcionario que solicita
    .help = La persona a la que se puede devolver la llamada.
electronic_evidence-emergency-officer_number = Número de identificación del funcionario
    .help = El servicio de guardia puede confirmarlo.
electronic_evidence-emergency-call_back = Número para devolver la llamada
    .help = Un número que el directorio tenga de su autoridad; no se llamará a ningún otro.

## What follows
electronic_evidence-follow_up-mla_intended = Se solicitará asistencia judicial recíproca
    .help = Los datos solo se conservan para una solicitud que ha de venir.
electronic_evidence-follow_up-mla_by_on = A más tardar el
    .help = El día en que se espera que llegue esa solicitud.

## Notice to the user
electronic_evidence-user_notice-instruction = Instrucción
    .help = Si el proveedor puede informar a su cliente.
electronic_evidence-user_notice-until_on = Hasta el
    .help = El día en que acaba la razón del silencio.
electronic_evidence-user_notice-reason = Motivo
    .help = Qué daño haría el aviso.

## Delivery
electronic_evidence-delivery-channel = Vía
    .help = Por esta plataforma cada elemento lleva su huella digital y su registro de custodia.
electronic_evidence-delivery-format = Formato
    .help = Archivos y tablas que sus peritos puedan leer, con sus huellas digitales.
electronic_evidence-delivery-key = Clave
    .help = Huella de la clave con que los datos se sellan para usted.

## Codes
electronic_evidence-code-subtypes-preservation = Conservación rápida
electronic_evidence-code-subtypes-extension = Prórroga de una conservación
electronic_evidence-code-subtypes-partial_disclosure = Revelación parcial de datos de tráfico
electronic_evidence-code-subtypes-subscriber = Revelación de datos de abonado
electronic_evidence-code-subtypes-traffic = Revelación de datos de tráfico
electronic_evidence-code-subtypes-content = Revelación de contenido almacenado
electronic_evidence-code-subtypes-real_time_traffic = Datos de tráfico en tiempo real
electronic_evidence-code-subtypes-interception = Interceptación de contenido
electronic_evidence-code-subtypes-emergency = Revelación de emergencia
electronic_evidence-code-subtypes-provider_direct = Solicitud directa al proveedor
electronic_evidence-code-data_types-subscriber = Abonado y registro
electronic_evidence-code-data_types-payment = Datos de pago
electronic_evidence-code-data_types-log_ins = Inicios de sesión con dirección y puerto
electronic_evidence-code-data_types-connections = Conexiones
electronic_evidence-code-data_types-message_records = Registros de mensajes, sin contenido
electronic_evidence-code-data_types-call_records = Registros de llamadas, sin contenido
electronic_evidence-code-data_types-location = Ubicación
electronic_evidence-code-data_types-messages = Contenido de mensajes
electronic_evidence-code-data_types-mailbox = Contenido de un buzón
electronic_evidence-code-data_types-stored_files = Archivos almacenados
electronic_evidence-code-data_types-calls = Contenido de llamadas
electronic_evidence-code-data_types-device_backup = Copia de seguridad de un dispositivo
electronic_evidence-code-identifier_kinds-account = Cuenta o nombre de usuario
electronic_evidence-code-identifier_kinds-email = Dirección de correo electrónico
electronic_evidence-code-identifier_kinds-url = Dirección de una página (URL)
electronic_evidence-code-identifier_kinds-domain = Nombre de dominio
electronic_evidence-code-identifier_kinds-phone = Número de teléfono
electronic_evidence-code-identifier_kinds-imsi = IMSI de una tarjeta SIM
electronic_evidence-code-identifier_kinds-device = Dispositivo (IMEI, MAC, número de serie)
electronic_evidence-code-identifier_kinds-ip_address = Dirección IP
electronic_evidence-code-identifier_kinds-wallet = Dirección de monedero
electronic_evidence-code-identifier_kinds-file_hash = Huella digital de un archivo
electronic_evidence-code-identifier_kinds-other = Otro
electronic_evidence-code-aims-identify_user = Identificar al usuario
electronic_evidence-code-aims-locate_person = Localizar a una persona
electronic_evidence-code-aims-trace_contacts = Rastrear contactos
electronic_evidence-code-aims-prove_content = Probar lo escrito o dicho
electronic_evidence-code-aims-avert_danger = Evitar un peligro
electronic_evidence-code-orders-attached = Orden adjunta
electronic_evidence-code-orders-lawful_at_home = Lícito en el Estado requirente, según la declaración
electronic_evidence-code-orders-none = Ninguna
electronic_evidence-code-notices-do_not_tell = No se debe informar al usuario
electronic_evidence-code-notices-tell_after = Se puede informar al usuario después del día indicado
electronic_evidence-code-notices-may_tell = Se puede informar al usuario
electronic_evidence-code-delivery_channels-platform = Esta plataforma
electronic_evidence-code-delivery_channels-provider_portal = Portal del proveedor
electronic_evidence-code-delivery_channels-encrypted_mail = Correo electrónico cifrado
electronic_evidence-code-delivery_channels-sealed_medium = Soporte de datos sellado
