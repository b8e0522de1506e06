# Words of the screening desk: one question, a file, hits that wait, decisions, watched subjects.

## Rooms and what they have in common
ui-nav-screening = Cribado
screen-rooms = Secciones del cribado
screen-room-ask = Una consulta
screen-room-files = Un fichero
screen-room-hits = Coincidencias pendientes
screen-room-reviews = Decisiones
screen-room-watches = Sujetos vigilados
screen-asked = Preguntado
screen-listed = En la lista
screen-how = Relación
screen-match = Coincidencia
screen-by = Por
screen-at = Desde
screen-found = Hallada
screen-door = Por la vía
screen-case = Expediente
screen-case-hint = El número del expediente, por ejemplo XA-2026/117. Ningún nombre.
screen-mine = suyo
screen-own = decidió sobre su propia pregunta
screen-show = Mostrar
screen-show-waiting = lo pendiente
screen-show-mine = solo lo suyo
screen-show-all = también lo decidido
screen-show-in-force = vigentes
screen-show-over = también las terminadas
screen-show-everybody = de la autoridad
screen-look = Continuar
screen-look-hint = Verá otra vez lo que se guardará. Nada se guarda antes de que usted lo diga.
screen-change-it = Cambiar
screen-back-list = Volver a la lista
screen-more = { $n ->
    [one] y { $n } más
   *[other] y { $n } más
}
screen-left-out = { $n ->
    [one] Se omite { $n } ficha: un agente comprobó que es otra persona.
   *[other] Se omiten { $n } fichas: un agente comprobó que son otras personas.
}

## Who is asked about
screen-kind = Clase
screen-kind-any = cualquiera
screen-kind-person = Persona
screen-kind-organization = Organización
screen-kind-company = Empresa
screen-kind-legalentity = Persona u organización
screen-kind-publicbody = Organismo público
screen-kind-vessel = Buque
screen-kind-airplane = Aeronave
screen-kind-vehicle = Vehículo
screen-kind-cryptowallet = Monedero de criptoactivos
screen-kind-address = Dirección
screen-name-hint = En cualquier escritura y orden de sus partes.
screen-country = País
screen-country-asked = Nacionalidad o país
screen-country-hint = Código o nombre; para un buque, su pabellón.
screen-sex-female = Mujer
screen-sex-male = Hombre
screen-number = Documento o identificador
screen-number-hint = Pasaporte o documento de identidad; número de registro; número OMI; dirección de un monedero.
screen-identifiers = Identificadores
screen-address = Dirección
screen-empty-input = Escriba un nombre, o el número de un documento o un identificador.

## Check one
screen-ask-title = Una consulta
screen-ask-lead = Una persona, una organización, un buque, una aeronave o un monedero. Lo que distingue mejora la respuesta; deje vacío lo que no sepa.
screen-ask-again = Cambiar la pregunta o hacer otra
screen-name-met = Nombre que coincidió: { $name } ({ $what })
screen-name-met-plain = Nombre que coincidió: { $name }
screen-name-name = nombre principal
screen-name-alias = alias
screen-name-weakalias = alias débil
screen-name-previousname = nombre anterior
screen-through = según la ficha { $record }, que se tiene por la misma
screen-receipt = Prueba de esta pregunta
screen-receipt-text = El registro no guarda ningún nombre. Con este número y esta sal podrá probar después lo que preguntó; la sal solo se muestra ahora.
screen-salt = Sal
screen-watch-this = Vigilar a este

## Check a file
screen-files-title = Comprobar un fichero
screen-files-lead = Cada fila es una pregunta. De las filas sin coincidencia solo se guarda su número.
screen-file = Fichero
screen-file-hint = csv con cabecera (id, name, birth_date, nationality, passport) o un objeto JSON por línea; como máximo 100.000 filas y 32 MiB.
screen-threshold = Umbral
screen-threshold-hint = De 0,3 a 1. Vacío: el habitual, 0,7.
screen-file-button = Comprobar el fichero
screen-file-line = Línea { $n }: { $what }
screen-files-yours = Sus ficheros
screen-files-empty = No ha enviado ningún fichero, o todos se destruyeron al vencer.
screen-file-unnamed = Fichero sin nombre
screen-rows = Filas
screen-rows-hit = Filas con coincidencia
screen-row = Fila
screen-reference = Su referencia
screen-file-until = Se guarda hasta
screen-file-kept = Las filas con coincidencia se guardan solo para usted; sus referencias de las demás, un día como máximo.
screen-file-running = en curso
screen-file-done = terminado
screen-file-failed = terminó antes
screen-file-interrupted = interrumpido
screen-file-wait = Esta página se recarga sola. Puede salir de ella; la comprobación sigue.
screen-file-again = Un reinicio interrumpió este fichero. Envíelo otra vez.
screen-file-failed-why = No se comprobaron todas las filas: { $what }
screen-file-ignored = Columnas sin nada que se compare: { $names }
screen-file-csv = Descargar en csv
screen-file-jsonl = Descargar en JSON por líneas
screen-file-none = Ninguna fila tiene coincidencia y todas se pudieron comparar.
screen-file-told = Filas con coincidencia o que no se pudieron comparar

## Hits that wait
screen-hits-title = Coincidencias que esperan decisión
screen-hits-lead = La máquina propone; usted dice quién es.
screen-hits-empty = No hay nada pendiente.
screen-hit-title = Coincidencia
screen-hit-question = ¿Es el mismo?
screen-stage-open = pendiente
screen-stage-unsure = dudoso
screen-stage-this = es este
screen-stage-not-this = es otro
screen-channel-desk = una comprobación de un agente
screen-channel-file = un fichero
screen-channel-watch = una vigilancia
screen-channel-program = un programa
screen-gone = Esta ficha ya no está en ninguna lista. La ve tal como era al hallarla.
screen-changed = La ficha ha cambiado desde entonces. La ve como era; compruebe otra vez para verla como es.
screen-back = Ya se decidió y ha vuelto: la decisión venció, se retiró o la ficha cambió.
screen-own-question = Esta pregunta es suya. Puede decidir; quedará señalado.
screen-decided = Lo que se decidió
screen-same-subject = Decisiones sobre el mismo sujeto
screen-decide-title = Su decisión
screen-verdict = ¿Quién es?
screen-verdict-this = Es este
screen-verdict-not-this = Es otro
screen-verdict-unsure = No es seguro
screen-verdict-hint-this = La ficha es de quien se preguntó.
screen-verdict-hint-not-this = En adelante la ficha se omite cuando se pregunte por el mismo.
screen-verdict-hint-unsure = Sigue pendiente.
screen-verdict-then-this = Sale de la cola como el mismo, con su motivo y su nombre.
screen-verdict-then-not-this = En adelante esta ficha se omite cuando se pregunte por el mismo. Se dirá que se omite.
screen-verdict-then-unsure = Sigue pendiente, con su nota.
screen-reason = Motivo
screen-reason-hint = Lo que comparó, por ejemplo otra fecha de nacimiento en el pasaporte.
screen-until = Vale hasta
screen-until-hint = { $n ->
    [one] Último día, como máximo { $n } día. Vacío: el máximo.
   *[other] Último día, como máximo { $n } días. Vacío: el máximo.
}
screen-decide-keep = Guardar la decisión
ui-done-screen-decided = Su decisión está guardada.

## Decisions
screen-reviews-title = Decisiones sobre coincidencias
screen-reviews-lead = Cada una vale para un sujeto y para una ficha tal como era. Si algo cambia, la coincidencia vuelve.
screen-reviews-empty = No hay decisiones vigentes.
screen-review-title = Decisión sobre una coincidencia
screen-review-in-force = vigente
screen-review-expired = vencida
screen-review-withdrawn = retirada
screen-review-replaced = sustituida
screen-review-over = Ya no está vigente.
screen-withdraw-lead = Si la retira, la ficha vuelve a ser respuesta y la coincidencia espera decisión.
screen-withdraw = Retirar la decisión
ui-done-screen-withdrawn = La decisión se ha retirado.

## Watched subjects
screen-watches-title = Sujetos vigilados
screen-watches-lead = Se comparan tras cada cambio de una lista. Lo nuevo espera entre las coincidencias.
screen-watches-empty = No se vigila a nadie.
screen-subject = Sujeto
screen-watch-new = Vigilar a un sujeto
screen-watch-lead = Un solo sujeto, para un expediente y hasta un día, a su propio nombre.
screen-watch-reason = Por qué
screen-watch-until = Último día
screen-watch-until-hint = { $n ->
    [one] Como máximo { $n } día; se puede renovar.
   *[other] Como máximo { $n } días; se puede renovar.
}
screen-watch-found = Fichas halladas
screen-watch-then = Desde ahora se compara con cada cambio de una lista. El último día se destruye todo lo guardado.
screen-watch-keep = Vigilar desde ahora
screen-watch-title = Sujeto vigilado
screen-stop-lead = Si la termina, todo lo guardado de este sujeto se destruye en el acto.
screen-stop = Terminar
ui-done-screen-watched = El sujeto se vigila desde ahora.
ui-done-screen-stopped = El sujeto ya no se vigila; lo guardado se ha destruido.

## Changes of a list
list-since = Comparado con
list-since-days = { $n ->
    [1] ayer
    [one] hace { $n } día
   *[other] hace { $n } días
}
list-since-then = Versión de entonces
list-since-now = Versión actual
list-since-not-here = aún no estaba aquí
list-added = Añadidas
list-changed = Cambiadas
list-removed = Eliminadas

## Help
ui-help-screening = ¿Qué pasa con una coincidencia?
ui-help-screening-text = Espera en Cribado a que un agente diga quién es, con un motivo. «Es otro» vale hasta el día indicado; entonces, o si la ficha cambia, la coincidencia vuelve. De lo que no dio nada no se guarda ningún nombre pasado un día.
