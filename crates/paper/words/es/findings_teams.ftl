# Lo que las reglas hallan en un acuerdo de equipo conjunto, una solicitud entre policías y un proyecto de notificación.

finding-jit-01 = { $problem ->
    [too_few] Un equipo conjunto tiene al menos dos Estados.
    [no_state] Una parte sin su Estado no es parte.
    [side_missing] { $state } interviene en este intercambio y no está entre las partes.
   *[no_purpose] Falta la finalidad del equipo o es solo una etiqueta.
}
    .action = { $problem ->
    [too_few] Añada la otra parte.
    [no_state] Indique el Estado de esta parte.
    [side_missing] Añada ese Estado a las partes, o envíe a una que lo sea.
   *[no_purpose] Diga en una frase qué hechos se investigan y qué ha de averiguar el equipo.
}
finding-jit-02 = { $problem ->
    [no_start] El acuerdo no dice cuándo empieza el equipo.
    [no_end] El acuerdo no dice cuándo termina el equipo.
    [automatic] Un equipo no se prorroga por silencio.
   *[too_long] El equipo duraría { $months } meses; el máximo es { $max }.
}
    .action = { $problem ->
    [no_start] Indique el primer día.
    [no_end] Indique el último día.
    [automatic] Elija la prórroga mediante adenda firmada por todas las partes.
   *[too_long] Elija un final anterior; prorrogue después mediante adenda.
}
finding-jit-03 = { $problem ->
    [leader] Esta parte no tiene responsable.
    [signatory] Nadie firma por esta parte.
   *[power_to_sign] Quien firma por esta parte no está facultado, o no se dice.
}
    .action = { $problem ->
    [leader] Nombre al responsable de este Estado.
    [signatory] Nombre al firmante de este Estado.
   *[power_to_sign] Que firme quien pueda obligar a la autoridad, y cite la disposición.
}
finding-jit-04 = { $problem ->
    [missing] No se cita base jurídica entre { $pair }.
   *[not_binding] Lo citado entre { $pair } no vincula a ambos Estados o no permite un equipo conjunto.
}
    .action = Cite un tratado que vincule a ambos y permita equipos conjuntos; el artículo 19 de la Convención contra la Delincuencia Organizada Transnacional lo permite caso por caso.
finding-jit-05 = El acuerdo no dice cómo se resuelven las diferencias entre las normas probatorias de las partes.
    .action = Diga qué formalidades se siguen para que los tribunales de cada parte puedan usar la prueba.
finding-jit-06 = El derecho de { $states } exige garantías para los datos personales, y el acuerdo no tiene cláusula al respecto.
    .action = Añada la cláusula: finalidad, plazo de conservación, derechos de las personas, supervisión.
finding-jit-07 = Las partes deben a la defensa cosas distintas, o no se dice cuáles, y el acuerdo no dice qué deber se sigue.
    .action = Diga qué deber de revelación se sigue; el más estricto es seguro.
finding-jit-08 = { $problem ->
    [no_state] No se dice de qué Estado procede este miembro.
   *[no_party] { $state } no es parte: nadie de allí puede ser miembro ni ser destinado.
}
    .action = Indique el Estado, hágalo parte, o nombre a la persona como participante.
finding-jit-09 = Se necesita algo en { $states }, fuera del equipo.
    .action = Prepare una solicitud de asistencia judicial desde el expediente del equipo.
finding-pol-01 = { $missing ->
    [purpose] La solicitud no dice si es para prevenir, detectar o investigar.
   *[offence] La solicitud no nombra el delito.
}
    .action = { $missing ->
    [purpose] Elija la finalidad.
   *[offence] Nombre el delito y elija su categoría.
}
finding-pol-02 = Se piden datos sensibles sin decir por qué se necesitan.
    .action = Diga por qué la indagación no puede prescindir de ellos.
finding-pol-03 = Lo que se pide exige orden judicial o constituye prueba; la policía no puede darlo a la policía.
    .action = Convierta la solicitud en una de asistencia judicial; lo rellenado se traslada.
finding-pol-04 = El derecho de { $state } quiere que la autoridad central reciba copia.
    .action = Marque que se le envía copia; nada espera por ella.
finding-pol-05 = Una denegación necesita el código de su motivo.
    .action = Elija el motivo.
finding-pol-06 = La respuesta ha de servir de prueba y no se dice qué consentimiento se pedirá.
    .action = Nombre la autoridad cuyo consentimiento hace falta, o use la respuesta solo como información.
finding-not-01 = { $missing ->
    [colour] No se dice de qué notificación se trata.
    [person] No se nombra a nadie a quien se refiera.
    [family_name] Faltan los apellidos.
    [given_names] Falta el nombre.
    [sex] Falta el sexo.
    [born_on] Falta la fecha de nacimiento.
    [traits] Nada distingue a esta persona de otra del mismo nombre.
    [reference] Falta la referencia de la entrada de la lista.
    [date] Falta la fecha.
    [place] Falta el lugar.
    [circumstances] Faltan las circunstancias o son solo una etiqueta.
    [method] No se describe el modus operandi.
    [danger] No se describe el peligro.
   *[threat] No se dice a quién amenaza ni cómo.
}
    .action = { $missing ->
    [colour] Elija el color; en una difusión, el color al que equivale.
    [traits] Añada un documento, huellas, una referencia de ADN, una fotografía o una descripción.
   *[other] Rellénelo; sin ello la notificación no se distingue de otra.
}
finding-not-02 = { $problem ->
    [not_in_force] No se dice que la orden o sentencia esté en vigor.
   *[missing] La orden o sentencia no está identificada por completo.
}
    .action = { $problem ->
    [not_in_force] Pregunte al tribunal, y responda sí solo si puede ejecutarse hoy.
   *[missing] Indique autoridad, número y día de la decisión.
}
finding-not-03 = Ningún delito, pena o resto alcanza { $months } meses, o no se dice.
    .action = Indique la pena máxima o el resto; por debajo del umbral no se publica una notificación de este color.
finding-not-04 = «{ $word }» se refiere a expresión, reunión o partido, y no se describe ningún acto de violencia.
    .action = Describa el acto violento de esta persona, o renuncie a la notificación: el artículo 3 prohíbe los asuntos políticos.
finding-not-05 = { $nature ->
    [named] «{ $word }» se refiere a un asunto familiar, privado o administrativo.
   *[other] Los asuntos familiares, privados o administrativos y las normas controvertidas no fundan una notificación.
}
    .action = Use otra vía de cooperación; renuncie a la notificación.
finding-not-06 = { $missing ->
    [date] Los hechos no dicen cuándo actuó esta persona.
    [place] Los hechos no dicen dónde actuó esta persona.
    [assessment] El peligro se afirma, no se muestra.
    [link] No se dice qué une el activo al delito.
   *[other] El delito es solo una etiqueta: no se describe lo que hizo esta persona.
}
    .action = Describa el acto de esta persona: cuándo, dónde, qué, con qué resultado.
finding-not-07 = La persona consta como protegida en su propio Estado.
    .action = Consulte a la autoridad que la protege y dé la razón para seguir.
finding-not-08 = { $problem ->
    [extradition_intended] Se busca a una persona y no se dice que se pedirá su extradición.
   *[states] No se han elegido los Estados.
}
    .action = { $problem ->
    [extradition_intended] Confirme que se pedirá la extradición, o elija una notificación que pida menos.
   *[states] Elija los Estados, cada uno por su código.
}
finding-not-09 = { $problem ->
    [no_purge] No se dice cuándo se borra la notificación.
    [too_late] Una notificación se conserva al principio cinco años como máximo.
   *[no_review] La necesidad se revisa seis meses antes del borrado.
}
    .action = { $problem ->
    [no_purge] Indique el día del borrado.
    [too_late] Elija un día anterior; conservarla más se decidirá entonces.
   *[no_review] Indique un día de revisión al menos seis meses antes.
}
finding-not-10 = { $status ->
    [extradition_granted] Se ha concedido la extradición.
    [extradition_refused] Se ha denegado la extradición.
    [request_withdrawn] Se ha retirado la solicitud.
    [person_dead] La persona ha fallecido.
   *[person_found] La persona ha sido hallada.
}
    .action = Cancele la notificación en todas partes en lugar de enviarla.
