# Palabras de los documentos (carta, acuse de recibo, certificado), de los formularios y del control de forma.

## Every paper
paper-title-request = Solicitud
paper-title-acknowledgement = Acuse de recibo
paper-title-certificate = Certificado de pruebas
paper-page = Página { $page } de { $pages }
paper-record = Huella del registro (SHA-256)
paper-record-note = Este documento procede del registro que lleva esta huella. El registro prevalece.
paper-qr = Código QR de la huella del registro
paper-releasable = puede compartirse con { $states }
paper-releasable-nobody = no compartir
paper-review = revisar a más tardar el { $date }
paper-expires = caduca el { $date }
paper-to = A la atención de
paper-number = Número
paper-your-reference = Su referencia
paper-our-reference = Nuestra referencia
paper-date = Fecha
paper-subject = Asunto
paper-urgency = Urgencia
paper-urgency-normal = Ordinaria
paper-urgency-urgent = Urgente (días)
paper-urgency-emergency = Emergencia (horas)
paper-original = Idioma del original
paper-original-note = Lo escrito por el autor figura en su idioma original; las partes fijas, en el idioma de este documento.
paper-telephone = Teléfono
paper-duty = Día y noche
paper-schedule = Anexo { $letter }. { $title }
paper-signed-for = { $authority }
paper-signature = Firma y sello
paper-signed-note = Firmado y sellado electrónicamente; las firmas acompañan al registro. Este espacio sirve a los Estados que exigen papel.

## Request
paper-request-opening = La autoridad requirente ({ $authority }, { $state }) saluda atentamente a la autoridad requerida ({ $to_authority }, { $to_state }) y tiene el honor de solicitar asistencia en el asunto que se expone a continuación.
paper-request-closing = La autoridad requirente ({ $authority }) agradece a la autoridad requerida ({ $to_authority }) su asistencia y aprovecha la oportunidad para reiterarle las seguridades de su más alta consideración.
paper-consultation = Proyecto para consulta. Carece de efectos jurídicos, no inicia ningún plazo ni pide medida alguna. Se agradecen observaciones.
paper-urgent-completion = Urgente y aún incompleta: el resto seguirá a más tardar el { $date }. En juego: { $ground }. Motivo indicado por el jefe de la autoridad: { $reason }
paper-ground-life = la vida o la integridad física
paper-ground-evidence = la pérdida de pruebas
paper-ground-flight = la fuga de una persona
paper-second-none = Esta autoridad tiene un solo funcionario: nadie firmó además del autor.

## Acknowledgement
paper-ack-opening = La autoridad requerida ({ $authority }, { $state }) acusa recibo de la solicitud arriba indicada.
paper-ack-received = Entregada
paper-ack-by = Acuse emitido por
paper-ack-next = Tendrá noticias nuestras a más tardar el
paper-ack-digest = La huella al pie de cada página se calculó aquí a partir del registro recibido. Compárela con la de su expediente.
paper-ack-measures = Medidas solicitadas
paper-ack-missing = Necesario antes de decidir
paper-ack-nothing = Por ahora no se necesita nada más.
paper-ack-closing = Este acuse no prejuzga la decisión sobre la solicitud.

## Certificate of evidence
paper-cert-opening = La autoridad requerida ({ $authority }, { $state }) certifica que los elementos enumerados a continuación se obtuvieron en ejecución de la solicitud arriba indicada y se remiten a la autoridad requirente ({ $to_authority }, { $to_state }).
paper-cert-check = Cada elemento se identifica por su huella SHA-256. Quien tenga el archivo puede calcularla de nuevo, por ejemplo con el programa sha256sum, y compararla con esta lista.
paper-cert-execution = Ejecución
paper-cert-list = Lista de elementos
paper-cert-text = Certificado
paper-cert-closing = Expedido para su uso en el procedimiento indicado en la solicitud, dentro de los límites de uso señalados para cada elemento.
paper-report-what = Actuación realizada
paper-report-on = Fecha
paper-report-by = Por
paper-report-law = Con arreglo a
paper-col-number = N.º
paper-col-item = Elemento y archivo
paper-col-size = Tamaño
paper-col-sha256 = SHA-256
paper-item = Elemento { $index }. { $title }
paper-item-file = Archivo
paper-item-kind = Clase
paper-item-collected-by = Obtenido por
paper-item-collected-at = Obtenido el
paper-item-place = Lugar
paper-item-law = Con arreglo a
paper-item-certificate = Certificado
paper-item-use = Uso permitido
paper-custody = Registro de custodia
paper-col-when = Cuándo
paper-col-who = Quién
paper-col-action = Acto
paper-col-why = Motivo
paper-col-link = Enlace con el paso anterior
paper-custody-first = primer paso
paper-custody-officer = funcionario { $id }
paper-custody-system = operación automática
paper-custody-why-attached = adjuntado a la solicitud
paper-custody-why-returned = remitido al Estado requirente
paper-custody-why-arrived = recibido con las pruebas remitidas
paper-custody-why-paper = recibido en papel y digitalizado aquí
paper-custody-why-holds = archivo y registro de custodia íntegros
paper-custody-why-broken = archivo o registro de custodia alterado
paper-custody-why-opened = abierto por un funcionario
paper-custody-collected = obtenido
paper-custody-sealed = sellado
paper-custody-sent = enviado
paper-custody-received = recibido
paper-custody-verified = verificado
paper-custody-opened = abierto
paper-custody-exported = exportado

## When a paper cannot be set
paper-error-font = Este documento no puede componerse: no hay fuente para la escritura { $script }. Añada una a la carpeta de fuentes (Debian: fonts-noto-core y fonts-noto-cjk) o use la vista de impresión.
paper-error-set = Este documento no pudo componerse. La vista de impresión muestra el mismo contenido.
script-latin = latina
script-cyrillic = cirílica
script-arabic = árabe
script-han = china
script-other = otra (carácter { $character })

## Forms
form-beyond = Otros datos
    .help = Estos datos acompañan a la solicitud y no tienen lugar en el formulario que este nodo conoce. Se conservan tal como llegaron.
    .source = Fuera del formulario
form-language-of = Idioma de «{ $field }»
    .help = El idioma en que está escrito este texto (código de dos letras).
form-withheld = Reservado: { $reason }
form-label-value = { $label }: { $value }
form-list-separator = {", "}
form-codes-separator = {"; "}
form-moment-separator = {", "}

## Shape check
finding-shape-01 = La plantilla no conoce el campo «{ $name }». Se conserva tal como llegó.
    .action = Compruebe si corresponde a un campo conocido.
finding-shape-02 = El texto tiene { $found } caracteres; el máximo es { $max }.
    .action = Acórtelo o adjunte la versión larga.
finding-shape-03 = Aquí se espera otra clase de valor.
    .action = Siga la ayuda bajo el campo o responda «desconocido».
finding-shape-04 = «{ $code }» no figura en la lista cerrada.
    .action = Elija una de las respuestas ofrecidas.
finding-shape-05 = Este campo es obligatorio y está vacío.
    .action = Complételo; si no se conoce la respuesta, dígalo: «desconocido» es una respuesta.
finding-shape-06 = Más entradas de las { $max } permitidas.
    .action = Retire entradas o adjunte el resto en un documento.

## Sources
source-untoc = Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional, artículo { $article }
source-ets185 = Convenio del Consejo de Europa sobre la Ciberdelincuencia, artículo { $article }
source-ets182 = Segundo Protocolo adicional al Convenio Europeo de Asistencia Judicial, artículo { $article }
source-cets224 = Segundo Protocolo adicional al Convenio sobre la Ciberdelincuencia, artículo { $article }
source-cets217 = Protocolo adicional al Convenio para la Prevención del Terrorismo, artículo { $article }
source-tcy = Modelos del Comité del Convenio sobre la Ciberdelincuencia
source-iccpr = Pacto Internacional de Derechos Civiles y Políticos, artículo { $article }
source-ets24 = Convenio Europeo de Extradición (STE 24), artículo { $article }
source-model = Tratado Modelo de Extradición de las Naciones Unidas, artículo { $article }
source-eaw = Orden de detención europea, formulario, casilla { $article }
source-bombings = Convenio Internacional para la represión de los atentados terroristas cometidos con bombas, artículo { $article }
source-cat = Convención contra la Tortura, artículo { $article }
source-vccr = Convención de Viena sobre Relaciones Consulares, artículo { $article }
source-crc = Convención sobre los Derechos del Niño, artículo { $article }
source-res2322 = Resolución 2322 (2016) del Consejo de Seguridad, párrafo { $article }
source-res2253 = Resolución 2253 (2015) del Consejo de Seguridad, párrafo { $article }
source-res1373 = Resolución 1373 (2001) del Consejo de Seguridad, párrafo { $article }
source-dir977 = Directiva (UE) 2023/977 sobre el intercambio de información entre servicios policiales, artículo { $article }
source-rpd = Reglamento de INTERPOL sobre el Tratamiento de Datos, artículo { $article }
source-ets073 = Convenio Europeo sobre la Transmisión de Procedimientos en Materia Penal, artículo { $article }
source-eutcp = Reglamento (UE) 2024/3011 sobre la transferencia de procesos, artículo { $article }
source-financing-1999 = Convenio Internacional para la Represión de la Financiación del Terrorismo, artículo { $article }
source-fatf = Recomendación { $article } del GAFI
source-practice = Práctica establecida de las autoridades centrales
