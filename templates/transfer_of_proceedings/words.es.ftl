# Palabras de la plantilla «transfer_of_proceedings»: secciones, campos con su ayuda, códigos.

transfer_of_proceedings-template = Solicitud de remisión de actuaciones penales

## Sections
transfer_of_proceedings-section-reasons = Motivos de la remisión
    .help = Por qué el caso se juzga mejor en el Estado requerido. Cada criterio se explica en una frase.
    .one = Motivo { $index }
    .add = Añadir un motivo
    .remove = Quitar el motivo { $index }
transfer_of_proceedings-section-jurisdiction = Jurisdicción del Estado requerido
    .help = Sin jurisdicción en ese Estado, la remisión debe denegarse.
transfer_of_proceedings-section-limitation = Prescripción
    .help = En los dos Estados; no puede asumirse un proceso que allí haya prescrito.
transfer_of_proceedings-section-ne_bis_in_idem = Ne bis in idem
    .help = Nadie es juzgado dos veces por los mismos hechos.
transfer_of_proceedings-section-views = Opinión del sospechoso y de las víctimas
    .help = Qué dicen de la remisión. Si no se preguntó a alguien, indique por qué.
transfer_of_proceedings-section-measures_in_force = Medidas en vigor
    .help = Qué se ha ordenado contra personas o bienes, y hasta cuándo. La detención figura con la persona.
    .one = Medida { $index }
    .add = Añadir una medida
    .remove = Quitar la medida { $index }
transfer_of_proceedings-section-inventory = Inventario del expediente
    .help = Todo lo que se entrega, para que nada se pierda y nada se añada.
    .one = Pieza { $index }
    .add = Añadir una pieza
    .remove = Quitar la pieza { $index }
transfer_of_proceedings-section-own_proceedings = Procedimiento propio y resultado
    .help = Qué ocurre con el caso en su país y de qué desea ser informado.

## Persons
transfer_of_proceedings-persons-custody_until_on = La detención termina el
    .help = Último día de la orden vigente; después la persona queda en libertad, salvo prórroga.

## Reasons
transfer_of_proceedings-reasons-criterion = Criterio
    .help = Qué aconseja juzgar en el Estado requerido.
transfer_of_proceedings-reasons-text = Explicación
    .help = Los hechos del criterio: quién vive dónde, qué pruebas están dónde.

## Jurisdiction
transfer_of_proceedings-jurisdiction-ground = Fundamento
    .help = En qué pueden basar su jurisdicción los tribunales del Estado requerido.
transfer_of_proceedings-jurisdiction-text = Disposición
    .help = La ley o el artículo del tratado que la otorga, si se conoce.

## Limitation
transfer_of_proceedings-limitation-requested_on = En el Estado requerido, prescribe el
    .help = Según el derecho del Estado requerido; «no procede» si el delito no prescribe.
transfer_of_proceedings-limitation-requesting_on = En el Estado requirente, prescribe el
    .help = Según su propio derecho, contadas las interrupciones.
transfer_of_proceedings-limitation-interruptions = Interrupciones
    .help = Actos que interrumpieron o suspendieron el plazo, cada uno con su fecha.

## Ne bis in idem
transfer_of_proceedings-ne_bis_in_idem-declared = Sin sentencia firme
    .help = Sí: declara que no se ha dictado sentencia firme por estos hechos, en su país ni, que usted sepa, en otro.
transfer_of_proceedings-ne_bis_in_idem-text = Declaración
    .help = Qué se comprobó: registros propios, otros Estados; procesos pendientes en otro lugar.

## Views
transfer_of_proceedings-suspect_view-heard = Sospechoso oído
    .help = Si el sospechoso pudo opinar sobre la remisión.
transfer_of_proceedings-suspect_view-text = Opinión del sospechoso
    .help = Qué dijo, cuándo y cómo; o por qué no se le preguntó.
transfer_of_proceedings-suspect_view-counsel = Opinión del defensor
    .help = Si lo hay.
transfer_of_proceedings-victims_view-heard = Víctimas oídas
    .help = «No procede» solo si el delito no tiene víctimas.
transfer_of_proceedings-victims_view-text = Opinión de las víctimas
    .help = Qué dijeron, o por qué no se les preguntó.
transfer_of_proceedings-victims_view-languages = Idiomas de las víctimas
    .help = Códigos de dos letras; en ellos se les escribirá.
transfer_of_proceedings-victims_view-rights_notice = Informadas de sus derechos
    .help = Si conocen sus derechos en el procedimiento del Estado requerido.

## Measures in force
transfer_of_proceedings-measures_in_force-kind = Clase de medida
    .help = Qué se ordenó.
transfer_of_proceedings-measures_in_force-object = Persona o bien
    .help = Contra quién o sobre qué.
transfer_of_proceedings-measures_in_force-ordered_by = Ordenada por
    .help = La autoridad, con el número de su decisión.
transfer_of_proceedings-measures_in_force-since_on = Desde
    .help = El día de la decisión.
transfer_of_proceedings-measures_in_force-until_on = Hasta
    .help = El día en que caduca; «no procede» si no tiene término.

## Inventory
transfer_of_proceedings-inventory-title = Pieza
    .help = Qué es, con su fecha y su número en el expediente.
transfer_of_proceedings-inventory-kind = Clase
    .help = Acta, declaración, informe, pieza de convicción o grabación.
transfer_of_proceedings-inventory-form = Forma
    .help = Electrónica, en papel u objeto.
transfer_of_proceedings-inventory-pages = Páginas
    .help = Número de páginas.
transfer_of_proceedings-inventory-original = Original
    .help = Si se entrega el original o una copia.
transfer_of_proceedings-inventory-place = Dónde está
    .help = Dónde se guarda el original hasta la entrega.
transfer_of_proceedings-inventory-sha256 = SHA-256
    .help = Resumen del archivo electrónico: demuestra que nada se cambió.

## Own proceedings and result
transfer_of_proceedings-own_proceedings-effect = Procedimiento propio
    .help = Suspendido o terminado cuando se acepta la remisión.
transfer_of_proceedings-own_proceedings-when = Desde cuándo
    .help = El hecho o el día a partir del cual se suspende o termina.
transfer_of_proceedings-own_proceedings-revival = Se reanuda si allí se abandona
    .help = Si puede volver a enjuiciar cuando el Estado requerido cierra el caso sin decisión.
transfer_of_proceedings-result-wanted = Comunicar el resultado
    .help = Si pide ser informado de cómo termina el caso.
transfer_of_proceedings-result-wishes = Qué se desea
    .help = Por ejemplo, copia certificada de la decisión.

## Codes
transfer_of_proceedings-code-criteria-territory = Cometido allí
transfer_of_proceedings-code-criteria-effects = Efectos o daños allí
transfer_of_proceedings-code-criteria-nationality = Nacionalidad del sospechoso
transfer_of_proceedings-code-criteria-residence = Residencia del sospechoso
transfer_of_proceedings-code-criteria-presence = Presencia del sospechoso
transfer_of_proceedings-code-criteria-surrender_refused = Se denegó la entrega o extradición
transfer_of_proceedings-code-criteria-custody_elsewhere = Cumple o espera allí una condena
transfer_of_proceedings-code-criteria-parallel_proceedings = Proceso allí por los mismos hechos o hechos conexos
transfer_of_proceedings-code-criteria-evidence = La mayoría de las pruebas está allí
transfer_of_proceedings-code-criteria-witnesses = La mayoría de los testigos está allí
transfer_of_proceedings-code-criteria-victims = La mayoría de las víctimas está allí
transfer_of_proceedings-code-criteria-enforcement = Allí puede ejecutarse la condena
transfer_of_proceedings-code-criteria-rehabilitation = Mejor reinserción social allí
transfer_of_proceedings-code-forums-territory = Territorio
transfer_of_proceedings-code-forums-flag = Pabellón o matrícula
transfer_of_proceedings-code-forums-active_nationality = Nacionalidad del autor
transfer_of_proceedings-code-forums-passive_nationality = Nacionalidad de la víctima
transfer_of_proceedings-code-forums-residence = Residencia del autor
transfer_of_proceedings-code-forums-presence = Presencia del autor, que no es extraditado
transfer_of_proceedings-code-forums-effect = Efecto sobre el Estado
transfer_of_proceedings-code-forums-universal = Jurisdicción universal
transfer_of_proceedings-code-forums-conferred_by_treaty = Otorgada por un tratado sobre remisión de actuaciones
transfer_of_proceedings-code-inventory_kinds-record = Acta del procedimiento
transfer_of_proceedings-code-inventory_kinds-statement = Declaración
transfer_of_proceedings-code-inventory_kinds-report = Informe o dictamen
transfer_of_proceedings-code-inventory_kinds-exhibit = Pieza de convicción
transfer_of_proceedings-code-inventory_kinds-recording = Grabación
transfer_of_proceedings-code-inventory_kinds-data_carrier = Soporte de datos
transfer_of_proceedings-code-inventory_kinds-other = Otra
transfer_of_proceedings-code-inventory_forms-electronic = Electrónica
transfer_of_proceedings-code-inventory_forms-paper = Papel
transfer_of_proceedings-code-inventory_forms-object = Objeto
transfer_of_proceedings-code-measures_in_force-bail = Fianza
transfer_of_proceedings-code-measures_in_force-travel_ban = Prohibición de viajar
transfer_of_proceedings-code-measures_in_force-reporting = Obligación de presentarse
transfer_of_proceedings-code-measures_in_force-seizure = Incautación
transfer_of_proceedings-code-measures_in_force-freezing = Congelación de activos
transfer_of_proceedings-code-measures_in_force-other = Otra medida
transfer_of_proceedings-code-own_effects-stay = Suspendido
transfer_of_proceedings-code-own_effects-end = Terminado
