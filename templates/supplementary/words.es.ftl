# Palabras del formulario «supplementary».

supplementary-template = Solicitud complementaria
supplementary-opening = La autoridad requirente ({ $authority }, { $state }) saluda atentamente a la autoridad requerida ({ $to_authority }, { $to_state }) y tiene el honor de solicitar, como complemento de su solicitud anterior, la asistencia que se expone a continuación.
supplementary-section-addition = Motivo de la ampliación
    .help = La primera solicitud no cambia; aquí figura solo lo nuevo.
supplementary-addition-reason = Motivo
    .help = Lo que se ha sabido desde la primera solicitud.
supplementary-addition-facts = Hechos nuevos
    .help = Quién, cuándo, dónde, qué; solo lo que no decía la primera solicitud.
supplementary-section-additions = Lo que se añade
    .help = Una entrada por cada cosa que se pide además.
    .one = Adición { $index }
    .add = Añadir un elemento
    .remove = Quitar el elemento { $index }
supplementary-additions-kind = Clase
    .help = De qué se trata.
supplementary-additions-what = Qué se pide
    .help = Con la misma precisión que en una primera solicitud: objeto, titular, período.
supplementary-additions-purpose = Finalidad
    .help = Lo que se pretende probar.
supplementary-additions-deadline_on = Se necesita a más tardar el
    .help = El día después del cual ya no sirve.
supplementary-code-additions-measure = Otra medida
supplementary-code-additions-person = Otra persona
supplementary-code-additions-fact = Otros hechos
supplementary-code-additions-document = Otro documento
supplementary-code-additions-question = Otra pregunta
