# Taking cards out in the formats of others.

verb-card-exported = Ficha extraída en otro formato
may-card-export = Extraer fichas en los formatos de otros programas

export-title = Extraer una ficha
export-text = Otros programas leen uno de estos formatos. Verá lo que el formato pierde de la ficha antes de que salga nada.
export-format = Formato
export-format-stix = STIX 2.1
export-format-misp = Evento de MISP
export-format-ftm = FollowTheMoney, sin etiquetas: solo lo que es para todos
export-format-ftm-with-labels = FollowTheMoney, con nuestras etiquetas
export-look = Ver lo que se pierde
export-take = Descargar el archivo
export-carried = Dicho tal cual
export-coarsened = Dicho con menos exactitud
export-dropped = No dicho
export-foot = El archivo sale del nodo. El registro anota que usted lo extrajo.

refusal-export-nothing = Nada de esta ficha es hoy para su destinatario: no se escribe nada.
refusal-export-label = Este formato no tiene palabras para la etiqueta de la ficha. Elija otro; nunca se escribe una etiqueta menos estricta.
refusal-export-copy = La etiqueta de esta ficha la retiene en el nodo. Pida a su propietario que permita copiarla.
refusal-import-unread = No se pudo leer el archivo (en: { $place }). No se tomó nada de él. Pídalo de nuevo a su remitente.
refusal-intake-red = Su remitente lo reservó a personas determinadas: ningún expediente puede contenerlo. Pídale una marca menos estricta.
