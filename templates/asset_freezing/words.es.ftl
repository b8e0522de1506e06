# Palabras de la plantilla «asset_freezing»: secciones, campos con su ayuda, códigos.

asset_freezing-template = Solicitud de congelación de activos (resolución 1373)

## Sections
asset_freezing-section-designation = Medida interna
    .help = Qué ha decidido el propio Estado requirente contra la persona o la entidad.
asset_freezing-section-case = Exposición del caso
    .help = Por qué hay motivos razonables para congelar. Una etiqueta, aunque cierta, no es un caso.
asset_freezing-section-dated_facts = Hechos
    .help = Qué se hizo y cuándo, un hecho en cada entrada, con la fuente que lo apoya.
    .one = Hecho { $index }
    .add = Añadir un hecho
    .remove = Quitar el hecho { $index }
asset_freezing-section-confidential_case = Parte confidencial del caso
    .help = Separada de la solicitud: puede desprenderse antes de mostrarla a otros.
asset_freezing-section-assets = Activos conocidos
    .help = Lo que se conoce; la congelación alcanza también a otros fondos y recursos económicos.
    .one = Activo { $index }
    .add = Añadir un activo
    .remove = Quitar el activo { $index }
asset_freezing-section-asked = Lo que se pide
    .help = Qué se pide al Estado requerido y qué ocurre después.
asset_freezing-section-remedies = Recursos y contactos
    .help = Adónde se dirigen los afectados: para impugnar la medida, para ser excluidos de la lista, para obtener lo necesario para vivir.

## Measure at home
asset_freezing-designation-kind = Clase de medida
    .help = Una designación, una causa penal o ambas. «Ninguna» si la solicitud es anterior a ellas.
asset_freezing-designation-act = Acto
    .help = Número y título de la designación.
asset_freezing-designation-designated_on = Fecha de la designación
    .help = Cuándo se decidió.
asset_freezing-designation-authority = Autoridad que designa
    .help = Quién decidió.

## Statement of case
asset_freezing-case-criteria = Criterios del párrafo 1 c)
    .help = Cuáles de los criterios de la resolución cumple la persona o la entidad.
asset_freezing-case-grounds = Motivos razonables
    .help = Qué se desprende de los hechos y por qué se cumplen los criterios.
asset_freezing-case-releasable = Versión divulgable
    .help = Qué pueden saber la persona, los bancos y el público. Sin ella la medida es difícil de defender ante un tribunal.
asset_freezing-case-confidential = Parte confidencial
    .help = Solo para la autoridad que decide y su tribunal.
asset_freezing-case-un_list = Listas de las Naciones Unidas
    .help = Si la persona o la entidad figura en una lista del Consejo de Seguridad.
asset_freezing-case-proportionality = Proporcionalidad
    .help = Qué se hace para que continúe la labor humanitaria lícita.

## Facts
asset_freezing-dated_facts-happened_on = Fecha
    .help = Un mes o un año solo también es una respuesta.
asset_freezing-dated_facts-what = Qué ocurrió
    .help = Quién hizo qué, con qué dinero y con qué fin.
asset_freezing-dated_facts-source = Fuente
    .help = Sentencia, acta, fuente abierta o servicio que responde de ello.

## Known assets
asset_freezing-assets-kind = Clase de activo
    .help = Cuenta, inmueble, vehículo, monedero u otro recurso económico.
asset_freezing-assets-holder = Titular
    .help = A nombre de quién está.
asset_freezing-assets-identifier = Identificador
    .help = Número de la cuenta y banco, inscripción en el registro, dirección del monedero.
asset_freezing-assets-place = Lugar
    .help = Dónde está.
asset_freezing-assets-amount = Importe
    .help = El último conocido.
asset_freezing-assets-currency = Moneda
    .help = Código de tres letras (ISO 4217) o nombre del criptoactivo.
asset_freezing-assets-link = Vínculo con la persona o la entidad
    .help = Propiedad, control o tenencia por cuenta de: y cómo se sabe.

## What is asked
asset_freezing-asked-actions = Actuaciones
    .help = Congelar, designar, localizar o mantener la solicitud en secreto.
asset_freezing-asked-no_prior_notice = Sin aviso previo
    .help = Si los afectados no deben saberlo antes de la congelación.
asset_freezing-asked-follow_up = Seguimiento esperado
    .help = La respuesta deseada: fecha y hora de la congelación, importes; después, revisión, embargo o decomiso.

## Remedies and contacts
asset_freezing-remedies-remedy = Recurso legal
    .help = Con qué recurso, ante quién y en qué plazo puede impugnarse la medida interna.
asset_freezing-remedies-delisting_contact = Contacto para la exclusión
    .help = Adónde pide la persona o la entidad ser excluida de la lista.
asset_freezing-remedies-exemption_contact = Contacto para las exenciones
    .help = Dónde se tramitan los gastos básicos y las exenciones humanitarias.

## Codes
asset_freezing-code-designations-designation = Designación
asset_freezing-code-designations-criminal_case = Causa penal
asset_freezing-code-designations-both = Designación y causa penal
asset_freezing-code-designations-none = Ninguna todavía
asset_freezing-code-criteria-commits = Comete actos de terrorismo
asset_freezing-code-criteria-attempts = Intenta cometer actos de terrorismo
asset_freezing-code-criteria-participates = Participa en actos de terrorismo
asset_freezing-code-criteria-facilitates = Facilita actos de terrorismo
asset_freezing-code-criteria-owned_or_controlled = Entidad que pertenece a tales personas o que ellas controlan
asset_freezing-code-criteria-acting_on_behalf = Actúa en nombre o bajo la dirección de tales personas
asset_freezing-code-un_lists-not_listed = No incluido
asset_freezing-code-un_lists-proposed = Inclusión propuesta
asset_freezing-code-un_lists-listed = Incluido
asset_freezing-code-un_lists-removed = Excluido de la lista
asset_freezing-code-assets-bank_account = Cuenta bancaria
asset_freezing-code-assets-real_property = Bien inmueble
asset_freezing-code-assets-vehicle = Vehículo
asset_freezing-code-assets-vessel = Buque o aeronave
asset_freezing-code-assets-crypto_wallet = Monedero de criptoactivos
asset_freezing-code-assets-shares = Acciones o valores
asset_freezing-code-assets-cash = Efectivo
asset_freezing-code-assets-other = Otro recurso económico
asset_freezing-code-actions-freeze = Congelar sin demora
asset_freezing-code-actions-designate = Designar
asset_freezing-code-actions-trace = Localizar otros activos
asset_freezing-code-actions-keep_secret = Mantener en secreto hasta la congelación
