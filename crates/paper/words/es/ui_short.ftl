# Palabras de los formularios breves y de las solicitudes nacidas de otra.

about-title = Cartas sobre esta solicitud
verb-request-supplemented = Completada por otra carta
verb-request-amended = Modificada por otra carta
verb-request-reminded = Recordatorio enviado
verb-request-confirmed = Solicitud oral confirmada por escrito
verb-request-part-withdrawn = Retirada en parte
convert-title = Redactar otra solicitud a partir de esta
convert-lead = Lo que piden ambos formularios se traslada; el resto queda abierto. El nuevo borrador se verifica, aprueba y envía como cualquier otro, y esta solicitud queda como está.
convert-none = De esta solicitud no puede redactarse otra.
convert-keep = Conservar los datos ahora
convert-keep-measure = Conservar ahora los datos de la medida { $n }: { $measure }
convert-assistance = Pedir asistencia judicial recíproca
refusal-convert = De esta solicitud no puede redactarse esa otra.
    .action = Elija una de las vías ofrecidas.
