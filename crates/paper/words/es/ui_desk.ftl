# Words of the desk: the officer's day, the search, statistics, requests that name one person, tasks of domestic authorities.

## Rooms
ui-nav-search = Búsqueda
ui-nav-statistics = Estadísticas

## The officer's day
case-list-all = Solicitudes
case-day-as-of = Situación a las { $time }. La página se actualiza cada 30 segundos.
case-count-mine = a mi cargo
case-handed = Relevo de guardia
case-handed-since = desde
case-handed-arrived = Recibidas
case-handed-ran-out = Plazos vencidos
case-handed-promised = Noticias prometidas para hoy
case-show-all = Mostrar todo ({ $n })
case-lane-quiet = No hay nada abierto aquí.
case-news-new = Nuevo
case-news-changed = Modificado
case-filter-due = Vencimiento
case-filter-mine = Quién lo lleva

## Search
case-search = ¿Dónde está y quién lo lleva?
case-search-box = Número, referencia, nombre, Estado o palabra
case-search-hint = Deben encontrarse todas las palabras. Se busca en todo lo que usted puede ver, incluso en lo cerrado.
case-search-do = Buscar
case-search-found = Resultados: { $n }
case-search-none = Nada de lo que usted puede ver responde a esas palabras.
case-place-number = Número
case-place-title = Título
case-place-name = Nombre
case-place-evidence = Prueba
case-place-content = Contenido
case-place-message = Mensajes

## Statistics
stat-title = Estadísticas
stat-lead = Lo recibido y lo enviado, los plazos y los motivos de denegación. Cada cifra abre sus solicitudes.
stat-from = Desde
stat-until = Hasta
stat-shared = Para quién
stat-shared-no = Esta oficina
stat-shared-yes = Para compartir
stat-shared-note = Los grupos de menos de cinco se ocultan, al igual que lo que permitiría deducirlos. Ninguna cifra abre una lista.
stat-hidden = menos de 5, u oculto con ellos
stat-file = Descargar en csv
stat-by-state = Por Estado
stat-by-kind = Por tipo
stat-by-urgency = Por urgencia
stat-by-basis = Por fundamento jurídico
stat-by-channel = Por vía de transmisión
stat-by-outcome = Por resultado
stat-by-ground = Denegaciones por motivo
stat-by-arrival = Completas al llegar
stat-by-asked = Lo que faltaba
stat-by-month = Por mes
stat-chart-text = Columnas de los meses { $from } a { $until }; las mismas cifras figuran en el archivo.
stat-basis-none = Ninguno indicado
stat-basis-other = Otro
stat-channel-node = Entre nodos
stat-channel-other = Otra
stat-outcome-open = En curso
stat-outcome-executed = Ejecutada
stat-outcome-partly = Ejecutada o aceptada en parte
stat-outcome-refused = Denegada
stat-outcome-withdrawn = Retirada
stat-outcome-lapsed = Caducada
stat-outcome-ended = Terminada sin resultado
stat-arrival-complete = No se pidió nada
stat-arrival-incomplete = Se pidió información adicional
stat-took = Plazos
stat-took-lead = En días desde el envío o la llegada. El tiempo en que los plazos estuvieron suspendidos figura aparte.
stat-span = Hasta
stat-span-acknowledged = El acuse de recibo
stat-span-decided = La decisión
stat-span-first-result = El primer resultado
stat-span-closed = El cierre
stat-span-paused = Plazos suspendidos
stat-n = Solicitudes
stat-median = Mediana, días
stat-ninetieth = Nueve de cada diez en, días
stat-more = Más filas en el archivo: { $n }
stat-cases = Solicitudes tras la cifra
