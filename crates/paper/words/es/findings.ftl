# Lo que las reglas encuentran en una solicitud: por qué, en una frase, y qué hacer, en una acción.
# Claves: finding-<código en minúsculas>. Los valores entre llaves vienen del hallazgo.

finding-form-01 = El formulario pide este dato y no figura nada.
    .action = Complételo o indique que se desconoce o que no procede.
finding-gen-01 = { $problem ->
    [missing] Una solicitud que sigue a otra debe identificarla.
   *[wrong] { $number } no es un número de solicitud: su carácter de control es erróneo.
}
    .action = Copie el número de la primera solicitud, con su último carácter, o elija «nueva».
finding-gen-02 = { $problem ->
    [unknown_state] El Estado «{ $named }» no se conoce aquí.
    [unknown_authority] «{ $named }» no es una autoridad de ese Estado.
    [same] El Estado requirente y el requerido son el mismo.
   *[other] La solicitud nombra «{ $named }», que no es el Estado o la autoridad entre los que se transmite.
}
    .action = Elija de nuevo el Estado y la autoridad requirentes y requeridos.
finding-gen-03 = { $problem ->
    [not_a_date] No es un día del calendario.
    [not_a_moment] No es un día con su hora.
    [not_a_zone] No es un huso horario.
    [no_zone] Las horas y los números de teléfono no significan nada sin su huso horario.
    [in_the_future] La fecha { $date } está en el futuro.
    [in_the_past] La fecha { $date } ya ha pasado.
   *[out_of_order] Las fechas se contradicen: esta es anterior al { $date }.
}
    .action = { $problem ->
    [not_a_moment] Escriba el día, la hora y el huso, por ejemplo 2026-04-29T21:14:05Z.
    [not_a_zone] Escriba la diferencia con UTC, por ejemplo +03:00.
    [no_zone] Añada el huso, por ejemplo +03:00.
   *[other] Corrija la fecha; escríbala como año-mes-día.
}
finding-gen-04 = El texto contiene un carácter que oculta o reordena lo que se lee ({ $character }).
    .action = Borre el texto y escríbalo de nuevo sin copiarlo de otro documento.
finding-gen-05 = Una solicitud que no es ordinaria debe decir por qué es urgente y hasta cuándo sirve una respuesta.
    .action = Indique el motivo, explíquelo en una frase y anote el último día útil.
finding-gen-06 = { $problem ->
    [not_certified] La traducción no está certificada; la autoridad requerida lee: { $accepted }.
    [translation_follows] Este idioma solo se acepta en solicitudes urgentes; debe seguir una traducción ({ $accepted }).
    [changed_since_certified] La traducción ({ $lang }) ya no es la que se certificó; pasajes modificados: { $n }.
    [translation_incomplete] La traducción ({ $lang }) tiene lagunas; pasajes sin traducir: { $n }.
    [translation_outdated] El original se modificó después de traducirse ({ $lang }); pasajes: { $n }.
   *[other] La autoridad requerida no acepta este idioma; lee: { $accepted }.
}
    .action = { $problem ->
    [not_certified] Haga certificar la traducción, o diga por qué no es necesario.
    [translation_follows] Indique el día en que seguirá la traducción.
    [changed_since_certified] Haga certificar de nuevo los pasajes modificados.
    [translation_incomplete] Tradúzcalos, o diga por qué quedan así.
    [translation_outdated] Revise esos pasajes y haga que se certifiquen.
   *[other] Adjunte una traducción a un idioma aceptado.
}
finding-gen-07 = El mismo asunto ya está pendiente ante ese Estado con el número { $number }.
    .action = Vincule la solicitud anterior, o explique por qué esta también es necesaria.
finding-gen-08 = { $problem ->
    [authority_without_power] La autoridad que envía no está designada para formular estas solicitudes.
   *[other] La solicitud no dice quién la firma ni con qué facultad.
}
    .action = { $problem ->
    [authority_without_power] Envíela por conducto de la autoridad central.
   *[other] Indique el firmante, su cargo y la disposición que le faculta para firmar.
}
finding-gen-09 = { $problem ->
    [no_digest] Un documento adjunto no tiene huella digital: nadie puede saber si está íntegro.
    [no_size] Un documento adjunto no tiene tamaño, o está vacío.
    [too_big] Un documento adjunto es mayor de lo que puede enviarse con una solicitud.
    [executable] Un documento adjunto es un programa o puede ejecutar código al abrirse.
    [archive] Un archivo comprimido se expande muy por encima de su propio tamaño.
    [not_certified] Este documento solo tiene valor jurídico como copia certificada.
   *[other] Un documento adjunto no tiene título o no tiene clase.
}
    .action = { $problem ->
    [no_digest] Cargue el fichero de nuevo.
    [no_size] Cargue el fichero de nuevo.
    [too_big] Envíelo como prueba, o diga que queda a disposición.
    [executable] Conviértalo en documento y adjunte este.
    [archive] Adjunte los ficheros uno por uno.
    [not_certified] Adjunte una copia certificada y márquela como tal.
   *[other] Dé un título al documento y elija su clase.
}
finding-gen-10 = { $problem ->
    [unknown_field] El campo { $field } no forma parte de esta solicitud.
    [unknown_code] El valor no figura en la lista de este campo.
    [too_long] El texto supera los { $max } caracteres.
    [too_many] Hay más entradas de las que caben en la solicitud.
   *[other] El valor no tiene la forma propia de este campo.
}
    .action = { $problem ->
    [unknown_field] Pase su contenido a un campo del formulario o al anexo.
    [unknown_code] Elija un valor de la lista.
    [too_long] Acorte el texto, o adjúntelo como documento.
    [too_many] Divida la solicitud, o adjunte una relación.
   *[other] Introduzca de nuevo el valor en el formulario.
}
finding-dir-01 = La entrada de esta autoridad en el directorio se verificó por última vez el { $date }, hace más de 180 días.
    .action = Haga verificar la entrada, o diga por qué confía en ella.
finding-dir-02 = La autoridad elegida no es competente para este tipo de solicitud.
    .action = Elija una autoridad competente del Estado requerido.
finding-dir-03 = { $problem ->
    [revoked] La clave de esta autoridad fue revocada el { $date }.
   *[expired] La clave de esta autoridad caducó el { $date }.
}
    .action = Pida a la autoridad su nueva tarjeta; nada se sella para una clave antigua.
finding-dir-04 = La autoridad requerida está cerrada: allí son las { $local } y abre el { $opens }.
    .action = Llame a su servicio de guardia, o acepte que nadie leerá la solicitud antes.
finding-dir-05 = La clave de esta autoridad cambió el { $date }, y dos personas aún no la han comparado por otra vía.
    .action = Que dos personas comparen los sesenta dígitos por teléfono o en persona, y déjese constancia.
finding-dir-06 = El mensaje de prueba del { $date } no ha sido respondido.
    .action = Llame a la autoridad antes de confiar en ella.
finding-mla-01 = Toda solicitud pide al menos una medida, y cada medida dice qué ha de probar.
    .action = Añada la medida, elija su clase e indique el fin: qué elemento del delito ha de probar.
finding-mla-02 = Una medida intrusiva exige explicar por qué nada menos gravoso alcanza el mismo fin.
    .action = Diga por qué la medida es necesaria y cómo se limita en el tiempo, las personas y los datos.
finding-mla-03 = { $missing ->
    [date] Los hechos no dicen cuándo ocurrieron.
    [place] Los hechos no dicen dónde ocurrieron.
    [act] Los hechos no describen lo que se hizo.
    [author] Los hechos no dicen quién los cometió, ni que el autor sea desconocido.
   *[other] Falta la exposición de los hechos, o es solo una etiqueta.
}
    .action = { $missing ->
    [date] Indique el día, o el primero y el último día.
    [place] Indique el lugar.
    [act] Describa el acto en pocas palabras: qué, con qué, contra quién.
    [author] Nombre a la persona sospechosa, o elija «autor desconocido».
   *[other] Exponga los hechos en unas frases: quién, cuándo, dónde, qué, cómo, con qué resultado.
}
finding-mla-04 = Una medida coercitiva exige la orden de sus propias autoridades, o la declaración de que sería lícita en su Estado.
    .action = Adjunte la orden en copia certificada, o cite la disposición según la cual la medida sería lícita en su Estado.
finding-mla-05 = Una declaración no puede tomarse sin preguntas ni temas.
    .action = Escriba las preguntas, o adjunte una lista.
finding-mla-06 = { $problem ->
    [no_documents] No hay nada que notificar.
   *[too_near] El día de la comparecencia está demasiado cerca: el Estado requerido necesita { $days } días.
}
    .action = { $problem ->
    [no_documents] Adjunte los documentos que han de entregarse, o enumérelos.
   *[too_near] Elija un día posterior, o explique la urgencia.
}
finding-mla-07 = La solicitud no dice por qué se cree que lo pedido está allí, o de qué se trata exactamente.
    .action = Identifique la cuenta, el identificador o el lugar, y diga qué lo vincula con el Estado requerido y con el delito.
finding-mla-08 = La medida abarca un período ilimitado.
    .action = Indique un primer y un último día, o el motivo por el que se necesita todo el período.
finding-mla-09 = Una persona detenida solo puede ser trasladada con su consentimiento libre e informado, del que debe quedar constancia.
    .action = Recoja el consentimiento y adjunte el acta.
finding-mla-10 = Ni el secreto bancario ni el carácter fiscal de un delito son motivos para denegar esta solicitud.
    .action = Nada que hacer; puede citar estas disposiciones si se invoca un motivo de esa clase.
finding-mla-11 = Se piden más de doce meses de datos de tráfico.
    .action = Acorte el período, o indique por qué se necesita entero.
finding-mla-12 = Aún falta algo; se puede consultar a la autoridad requerida antes de la solicitud formal.
    .action = Ofrezca compartir este borrador para observaciones; no tiene efecto jurídico.
finding-mla-13 = El derecho del Estado requerido no prevé esta medida para solicitudes extranjeras.
    .action = Pida el resultado que necesita y deje el medio al Estado requerido.
finding-mla-14 = El acuerdo de un equipo conjunto de investigación reserva el material que se pide.
    .action = Pídalo a través del equipo, u obtenga antes el consentimiento de las partes.
finding-mla-15 = Una solicitud identifica a la autoridad que lleva el procedimiento, el objeto de este y a quién dirigirse.
    .action = Rellene este campo; sin él la autoridad requerida no puede trabajar.
finding-saf-03 = Las pruebas pueden llevar a una condena a muerte, que el Estado requerido no impone por este delito.
    .action = Diga si se pedirá esa pena, dé una garantía, o limite el uso de las pruebas.
finding-saf-08 = { $to } pregunta si la conducta sería también delito en su territorio, y la solicitud no la describe por sus elementos.
    .action = Describa qué se hizo, quién lo hizo y con qué intención, sin las denominaciones de su legislación.
finding-saf-09 = Está afectado un menor o una persona vulnerable, y no se indica ninguna medida de protección.
    .action = Indíquelas: tutor, entrevistador especializado, intermediario, enlace de vídeo, persona de apoyo.
finding-saf-11 = La persona ejerce un cargo o una profesión que la ley protege con un privilegio o una inmunidad.
    .action = Diga por qué vía se respetará o se levantará ese privilegio o esa inmunidad.
finding-dp-01 = La solicitud no dice con qué fundamento jurídico se tratan los datos personales ni cuánto tiempo se conservan.
    .action = Indique la disposición y el día en que los datos se suprimirán o se revisarán.
finding-dp-02 = Las categorías especiales de datos y la biometría exigen un motivo; hay que decir si las hay.
    .action = Responda a la pregunta y dé el motivo en una frase.
finding-dp-03 = Su derecho exige garantías que el Estado requerido no ofrece por sí mismo.
    .action = Incluya la cláusula de garantías, o motive el envío sin ella.
finding-dp-04 = Estos datos debieron suprimirse el { $date }; no pueden enviarse.
    .action = Revise el plazo de conservación, o retire la solicitud.
finding-dp-05 = La solicitud no dice a quién dirigirse para el acceso, la rectificación y las quejas.
    .action = Indique la autoridad de control y cómo ponerse en contacto con ella.
finding-dp-06 = La información procede de { $state }, cuyo consentimiento no consta.
    .action = Obtenga el consentimiento de ese Estado u omita su información.
finding-lb-01 = No se ha elegido ninguna base jurídica que sustente esta solicitud, aunque hay una aplicable: { $cited ->
    [article] { $instrument }, artículo { $article }.
   *[whole] { $instrument }.
}
    .action = Elija el primer instrumento de la lista.
finding-lb-02 = Encabeza la solicitud { $chosen }, pero para este asunto el primero es { $instrument }.
    .action = Ponga { $instrument } en primer lugar, o motive su elección.
finding-lb-03 = { $to } solo extradita en virtud de un tratado, y ninguno de los vigentes entre los dos Estados puede servir como tal.
    .action = Acuerde un tratado para este caso, o solicite la remisión del proceso o el enjuiciamiento allí.
finding-lb-04 = { $problem ->
    [only_signed] Uno de los dos Estados solo ha firmado { $chosen }; la firma no es consentimiento en obligarse.
    [not_yet] { $chosen } aún no está en vigor entre los dos Estados.
   *[not_joined] { $chosen } no obliga a los dos Estados.
}
    .action = Elija un instrumento que hoy obligue a los dos Estados.
finding-lb-05 = { $problem ->
    [reciprocity-accepted] No hay tratado aplicable; el Estado requerido presta asistencia con un compromiso escrito de reciprocidad, que no está adjunto.
    [case-by-case] No hay tratado aplicable; el Estado requerido decide caso por caso a la vista de una carta, que no está adjunta.
   *[no-treaty] No hay tratado aplicable, y no consta que el Estado requerido preste asistencia por reciprocidad: sería una cortesía.
}
    .action = { $problem ->
    [reciprocity-accepted] Adjunte el compromiso.
    [case-by-case] Adjunte la carta que pide asistencia en este caso.
   *[no-treaty] Ofrezca un compromiso escrito, o motive que se pida como cortesía.
}
finding-lb-06 = Son aplicables más instrumentos de los citados: { $instruments }.
    .action = Cítelos todos, con el primero a la cabeza.
finding-lb-07 = { $date ->
    [unknown] Nadie ha dicho de qué día son los datos sobre tratados.
   *[other] Los datos sobre la participación en tratados son del { $date }: más de 180 días.
}
    .action = Importe la situación actual de los tratados, o diga por qué se fía de estos datos.
finding-lb-08 = El artículo { $article } ({ $instrument }) excluye la excepción de delito político.
    .action = Nada que hacer; la carta puede citarlo.
finding-lb-09 = El artículo { $article } ({ $instrument }) excluye la denegación por secreto bancario o carácter fiscal.
    .action = Nada que hacer; la carta puede citarlo.
finding-lb-10 = { $problem ->
    [reserved] Uno de los Estados ha excluido con una reserva esta forma de asistencia ({ $chosen }).
   *[denounced] Uno de los Estados ha denunciado { $chosen }.
}
    .action = Elija otra base.

# La base jurídica: por qué figura una entrada en la lista, su función, lo que aporta, lo que le falta.

basis-why-general-treaty = Un tratado sobre esta forma de cooperación obliga a los dos Estados.
basis-why-offence-in-scope = El delito es de los que define este convenio, que obliga a los dos Estados.
basis-why-organised-crime = Delito grave y transnacional de un grupo organizado con ánimo de lucro; la convención obliga a los dos Estados.
basis-why-electronic-evidence = Se piden pruebas en forma electrónica; el convenio obliga a los dos Estados.
basis-why-domestic-law = La base no regula el procedimiento: rige el derecho del Estado requerido.
basis-why-reciprocity-accepted = No hay tratado aplicable; el Estado requerido acepta un compromiso escrito de reciprocidad.
basis-why-case-by-case = No hay tratado aplicable; el Estado requerido decide caso por caso.
basis-why-no-treaty = No hay tratado aplicable ni consta reciprocidad.
basis-why-council-duty = El Consejo de Seguridad decidió que los Estados se presten recíprocamente el máximo nivel de asistencia.
basis-why-council-call = El Consejo de Seguridad exhortó a los Estados a usar como base los instrumentos aplicables o, en su defecto, la reciprocidad.

basis-role-basis = Base
basis-role-procedure = Procedimiento
basis-role-reciprocity = Reciprocidad
basis-role-courtesy = Cortesía
basis-role-supporting = En apoyo

basis-gives-duty = Obligación de asistencia
basis-gives-procedure = Normas de procedimiento
basis-gives-no-bank-secrecy = Sin denegación por secreto bancario
basis-gives-no-fiscal = Sin denegación por carácter fiscal
basis-gives-no-political = Sin denegación por delito político
basis-gives-persecution-clause = Sin obligación si la solicitud sirve para perseguir
basis-gives-transfer-detained = Traslado de personas detenidas

basis-lacks-procedure = No regula el procedimiento
basis-lacks-participation-date = No consta para los dos Estados el día de la adhesión
basis-lacks-fresh-data = Los datos de participación son antiguos
basis-lacks-checked-article = El artículo no se ha comprobado en el texto
basis-lacks-undertaking = Debe adjuntarse el compromiso
basis-lacks-case-letter = Debe adjuntarse la carta
basis-lacks-organised-crime-facts = Diga si hay grupo organizado, elemento transnacional y beneficio

basis-letter-treaty = La presente solicitud se formula en virtud del artículo { $article } del siguiente instrumento, en el que son parte ambos Estados: { $title }.
basis-letter-treaty-general = La presente solicitud se formula en virtud del siguiente instrumento, en el que son parte ambos Estados: { $title }.
basis-letter-procedure-law = Podrá ejecutarse de conformidad con el derecho del Estado requerido.
basis-letter-reciprocity = A falta de tratado aplicable, la presente solicitud se formula sobre la base de la reciprocidad, cuyo compromiso se adjunta.
basis-letter-courtesy = A falta de tratado aplicable, la presente solicitud se formula por cortesía internacional.
basis-letter-supporting = Se hace referencia al párrafo { $article } de la resolución { $instrument } del Consejo de Seguridad.

level-block = Impide el envío
level-warn = Requiere un motivo
level-hint = Consejo

verdict-sendable = Puede enviarse
verdict-sendable-with-reasons = Puede enviarse, con un motivo para cada advertencia
verdict-blocked = No puede enviarse tal como está
