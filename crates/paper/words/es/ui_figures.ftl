# What the statistics count on the track of each kind, and records that cannot be read.

stat-by-asked-times = Número de solicitudes de información
stat-by-offence = Por categoría de delito
stat-by-emergency = Emergencias
stat-by-course = Qué ocurrió
stat-emergency-within-hour = Respondidas en el plazo de una hora
stat-emergency-later = Respondidas después
stat-emergency-unanswered = Aún sin respuesta
stat-span-decided-running = La decisión, sin el tiempo de suspensión del plazo
stat-span-arrested = La detención
stat-span-surrendered = La entrega
stat-span-preserved = La conservación de los datos
stat-span-frozen = La congelación de activos
stat-course-requested = Solicitados
stat-course-refused = Denegados
stat-course-refused-on = Denegados: { $ground }
stat-course-lost = Perdidos: no llegó a tiempo ninguna solicitud de asistencia
stat-course-nationals-refused = Nacionales cuya extradición se denegó
stat-course-nationals-prosecuted = De ellos, sometidos a nuestras autoridades de enjuiciamiento
stat-tracks = Qué fue de ellas, por tipo
stat-asking = Solicitudes de información complementaria
stat-asking-times = En total
stat-asking-each = Por solicitud
case-unread = Estos registros no pueden leerse y no se muestran: { $n } ({ $ids }). El administrador puede examinarlos con comity ledger verify.
atlas-would-more = Otras solicitudes: { $n }
