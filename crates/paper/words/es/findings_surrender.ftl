# Lo que las reglas hallan en una solicitud de extradición o de detención preventiva: por qué, en una frase, y qué hacer,
# en una acción. Claves y valores como en findings.ftl.

finding-ext-01 = { $missing ->
    [person] La solicitud no nombra a ninguna persona acusada, condenada o sospechosa.
    [name] La persona reclamada no tiene nombre con que buscarla.
    [birth] No se indica el año de nacimiento de la persona reclamada.
   *[mark] Nada distingue a la persona reclamada de otras del mismo nombre y edad.
}
    .action = { $missing ->
    [person] Inscriba primero a la persona reclamada, con el papel de «acusado» o «condenado».
    [name] Indique el apellido; un nombre único se escribe allí.
    [birth] Indique la fecha de nacimiento, o solo el año.
   *[mark] Añada una fotografía, huellas, el número de un documento de identidad o una descripción en una frase.
}
finding-ext-02 = { $missing ->
    [copy] La solicitud no va acompañada de copia de la orden o de la sentencia.
    [in_force] La solicitud no dice que la orden o la sentencia esté en vigor.
   *[other] La extradición descansa en una orden o en una sentencia ejecutoria, y falta este dato de ella.
}
    .action = { $missing ->
    [copy] Adjunte copia certificada de la orden o de la sentencia.
    [in_force] Confirme que puede ejecutarse hoy, o haga que se dicte otra.
   *[other] Tómelo de la orden o de la sentencia.
}
finding-ext-03 = { $missing ->
    [offence] La solicitud no nombra ningún delito.
   *[penalty] De ningún delito consta una pena de { $months } meses o más, que el Estado requerido exige.
}
    .action = { $missing ->
    [offence] Indique cada delito con sus penas.
   *[penalty] Indique la pena máxima; un delito que alcance el umbral arrastra a los menores.
}
finding-ext-04 = El Estado requerido exige que queden por cumplir al menos { $months } meses de la pena.
    .action = Indique lo que queda por cumplir, o pida que la pena se ejecute en el Estado requerido.
finding-ext-05 = { $problem ->
    [passed] El plazo de prescripción terminó el { $date }.
   *[near] El plazo de prescripción termina el { $date }, en menos de doce meses.
}
    .action = { $problem ->
    [passed] Retire este delito, o indique la fecha contando las interrupciones.
   *[near] Diga qué interrumpe el plazo y pida celeridad.
}
finding-ext-06 = Falta el texto de la ley que define y castiga el delito.
    .action = Transcriba la disposición completa o adjunte copia certificada.
finding-ext-07 = La ley de { $to } exige indicios suficientes, y no se enumera ninguno en que se pueda confiar.
    .action = Enumere declaraciones juradas, piezas o informes; diga qué muestra cada uno y cómo se obtuvieron las declaraciones.
finding-ext-08 = { $problem ->
    [refused] La persona es nacional de { $to }, que no entrega a sus nacionales.
    [return] La persona es nacional de { $to }, que solo entrega a sus nacionales si vuelven a cumplir la pena.
    [open] La persona es nacional de { $to }, y no se sabe si entrega a sus nacionales.
   *[prosecute] Si { $to } no entrega a su nacional, el artículo { $article } de { $instrument } le obliga a someter el caso a su propia fiscalía.
}
    .action = { $problem ->
    [refused] Ofrezca la remisión de las actuaciones, o motive la solicitud a pesar de ello.
    [return] Añada la garantía de que la persona volverá a cumplir la pena.
    [open] Pregunte a su autoridad central, u ofrezca el retorno o la remisión de las actuaciones.
   *[prosecute] Nada que hacer; tenga el expediente listo para su fiscalía.
}
finding-ext-09 = La sentencia se dictó en rebeldía, y { $to } solo entrega con la garantía de un nuevo juicio.
    .action = Añada la garantía de un nuevo juicio: quién la da, su fecha y su texto.
finding-ext-10 = { $to } solo extradita en virtud de un tratado, y ninguno de los aplicables puede servir de tal.
    .action = Pida la remisión de las actuaciones o el enjuiciamiento allí, o acuerde un tratado para este caso.
finding-ext-11 = Otros Estados reclaman a la misma persona: { $states }.
    .action = Diga cómo se ordenan las solicitudes por gravedad, lugar, fechas y nacionalidad, y consulte con esos Estados.
finding-ext-12 = Ni el tratado ni un compromiso protege a la persona, a juicio de { $to }, de ser juzgada por otros delitos.
    .action = Asuma el compromiso de especialidad e indique su texto.
finding-ext-13 = La persona era menor de dieciocho años al cometerse el delito: no cabe ni la muerte ni la cadena perpetua sin excarcelación.
    .action = Añada las garantías que excluyan ambas, o indique la disposición legal que lo hace.
finding-pa-01 = { $missing ->
    [in_force] La solicitud no dice que la orden o la sentencia esté en vigor.
   *[other] A nadie se detiene sin la declaración de que existe una orden o una sentencia, con su fecha y número.
}
    .action = { $missing ->
    [in_force] Confirme que puede ejecutarse hoy.
   *[other] Tome la fecha y el número de la orden o de la sentencia.
}
finding-pa-02 = La solicitud no dice que se solicitará la extradición.
    .action = Declare que se solicitará, y en cuántos días.
finding-pa-03 = { $missing ->
    [time] La solicitud no dice cuándo se cometió el delito.
    [place] La solicitud no dice dónde se cometió el delito.
   *[offence] La solicitud no dice por qué delito se busca a la persona.
}
    .action = { $missing ->
    [time] Indique el día, o el primer día.
    [place] Indique el lugar.
   *[offence] Indique el delito con su título y categoría.
}
finding-pa-04 = La detención preventiva es para casos urgentes, y la solicitud no dice por qué este no puede esperar.
    .action = Elija el grado de urgencia y el motivo, y explíquelo en una frase.
finding-pa-05 = { $missing ->
    [person] La solicitud no nombra a ninguna persona acusada, condenada o sospechosa.
    [name] La persona que ha de detenerse no tiene nombre.
   *[description] La solicitud no dice qué aspecto tiene la persona ni dónde está.
}
    .action = { $missing ->
    [person] Inscriba primero a la persona, con el papel de «acusado» o «condenado».
    [name] Indique el nombre.
   *[description] Añada una descripción, una fotografía o huellas, o el lugar donde se encuentra.
}
finding-pa-06 = La solicitud no dice por qué vía se hace; también puede usarse la de INTERPOL.
    .action = Elija la vía; indique la notificación si la hay.
finding-saf-01 = { $problem ->
    [not_binding] El delito se castiga con la muerte en { $from } y no en { $to }, y quienes dieron la garantía no pueden obligar juntos a fiscalía, tribunal y poder de indulto.
   *[missing] El delito se castiga con la muerte en { $from } y no en { $to }, y ninguna garantía excluye la pena de muerte.
}
    .action = { $problem ->
    [not_binding] Obtenga la garantía de quienes puedan obligar a los tres, o conjuntamente con ellos.
   *[missing] Añada una garantía de quienes puedan obligar a fiscalía, tribunal y poder de indulto; sin ella no hay entrega.
}
finding-saf-02 = Cabe una pena perpetua, y { $to } no entrega a nadie para una que nunca se revisa.
    .action = Añada la garantía de que la pena perpetua se revisa, y al cabo de cuántos años.
finding-saf-04 = Lo obtenido con tortura o malos tratos nunca se envía ni se usa, salvo contra sus autores.
    .action = Retire este elemento y todo lo que de él deriva.
finding-saf-10 = La ficha de juicio justo no está completa.
    .action = Responda a esta línea; el Estado requerido responde de ello ante sus propios tribunales.
