# Lo que las reglas encuentran en una solicitud de remisión de actuaciones (TCP) o de congelación de activos (AF): por qué,
# en una frase, y qué hacer, en una acción.

finding-tcp-01 = Falta la declaración de que nadie ha sido juzgado en firme por estos hechos.
    .action = Compruebe sus registros y lo que sabe de otros Estados y haga la declaración.
finding-tcp-02 = { $problem ->
    [passed] Según el derecho del Estado requerido, el delito prescribió el { $date }.
   *[missing] La solicitud no dice cuándo prescribe el delito según el derecho del Estado requerido.
}
    .action = { $problem ->
    [passed] Pregunte al Estado requerido si allí se interrumpió el plazo y corrija la fecha; si no, no la envíe.
   *[missing] Pregunte al Estado requerido e indique el día, o «no procede» si el delito no prescribe.
}
finding-tcp-03 = No se da ningún criterio de remisión con su explicación.
    .action = Elija al menos un criterio y explique en una frase qué hechos lo cumplen.
finding-tcp-04 = No se ha oído a las víctimas sobre la remisión.
    .action = Óigalas en un idioma que entiendan y anote lo que dijeron, o dé la razón de enviarla sin ello.
finding-tcp-05 = No se ha oído al sospechoso sobre la remisión.
    .action = Oiga al sospechoso o a su defensor y anote lo que dijo, o dé la razón de enviarla sin ello.
finding-tcp-06 = { $problem ->
    [no_digest] Esta pieza es electrónica y no tiene resumen: nadie puede saber si está íntegra.
    [untitled] Esta pieza del inventario no dice qué es.
   *[empty] Falta el inventario del expediente.
}
    .action = { $problem ->
    [no_digest] Indique el resumen SHA-256 del archivo.
    [untitled] Nombre la pieza: qué es, su fecha y su número en el expediente.
   *[empty] Enumere lo que se entrega, pieza por pieza.
}
finding-tcp-07 = La persona está detenida y la solicitud no dice hasta cuándo.
    .action = Indique el último día de la orden vigente.
finding-tcp-08 = { $problem ->
    [no_national] No consta que ningún sospechoso de esta solicitud sea nacional del Estado requerido.
    [no_victim] Ninguna de las víctimas nombradas es nacional del Estado requerido.
    [no_treaty] Ningún tratado que vincule a los dos Estados otorga esta jurisdicción.
    [not_in_law] El derecho del Estado requerido no conoce este fundamento de jurisdicción.
   *[missing] La solicitud no dice con qué fundamento tienen jurisdicción los tribunales del Estado requerido.
}
    .action = { $problem ->
    [no_national] Indique la nacionalidad del sospechoso o elija otro fundamento.
    [no_victim] Indique la nacionalidad de la víctima o elija otro fundamento.
   *[missing] Elija un fundamento que otorgue la ley o un tratado; sin él la remisión debe denegarse.
}
finding-tcp-09 = Denegada la entrega, el artículo { $article } de { $instrument } obliga al Estado requerido a someter el caso a sus propias autoridades.
    .action = No hay que hacer nada; la carta puede citarlo.
finding-af-01 = La solicitud no dice qué criterio del párrafo 1 c) de la resolución 1373 (2001) se cumple.
    .action = Elija al menos un criterio.
finding-af-02 = { $problem ->
    [no_target] No se nombra a ninguna persona ni entidad cuyos activos deban congelarse.
    [no_name] La persona o la entidad no tiene nombre.
   *[name_only] Un nombre solo no distingue a esta persona o entidad de otra: se congelarían otros activos.
}
    .action = { $problem ->
    [no_target] Indique la persona o la entidad.
    [no_name] Indique el nombre como consta en documentos o registros.
   *[name_only] Añada el año de nacimiento, el número de un documento o del registro, o una dirección precisa.
}
finding-af-03 = { $missing ->
    [grounds] No se exponen motivos razonables; una etiqueta no es un caso.
   *[fact] La exposición del caso no contiene ningún hecho con su fecha.
}
    .action = { $missing ->
    [grounds] Diga en un párrafo qué hechos permiten creer que se cumplen los criterios.
   *[fact] Indique al menos un hecho: cuándo, quién, qué y la fuente.
}
finding-af-04 = Ninguna parte del caso puede mostrarse a la persona afectada, a los bancos o al público.
    .action = Redacte una versión divulgable o dé la razón de que no la haya.
finding-af-05 = La persona o la entidad figura en una lista del Consejo de Seguridad: todo Estado debe congelar ya por ello.
    .action = Remita a la lista y a su número de referencia; esta solicitud puede ser innecesaria.
finding-af-06 = La solicitud afecta a una organización benéfica o humanitaria y no dice cómo continúa la ayuda lícita.
    .action = Explique por qué la congelación es proporcionada y qué se hace por quienes dependen de la ayuda.
finding-af-07 = { $missing ->
    [remedy] La solicitud no dice cómo puede impugnarse la medida interna.
   *[contact] La solicitud no nombra a nadie a quien pedir la exclusión de la lista.
}
    .action = { $missing ->
    [remedy] Indique el recurso, el órgano que lo decide y el plazo.
   *[contact] Indique la oficina, con su dirección o su correo electrónico.
}
finding-af-08 = Los activos también podrían embargarse mediante asistencia judicial recíproca en la causa penal.
    .action = No hay que hacer nada; puede seguir una solicitud de embargo, pues congelar no es decomisar.
