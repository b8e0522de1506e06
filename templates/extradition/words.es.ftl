# Palabras de la plantilla «extradition»: secciones, campos con su ayuda, códigos.

extradition-template = Solicitud de extradición

## Sections
extradition-section-evidence = Pruebas
    .help = Solo si el Estado requerido exige indicios suficientes: declaraciones juradas, piezas y lo que muestra cada una.
    .one = Elemento { $index }
    .add = Añadir un elemento
    .remove = Quitar el elemento { $index }
extradition-section-assurances = Garantías
    .help = Qué se promete respecto de la persona, quién lo promete y a quién puede obligar: fiscalía, tribunal, indulto. La mayoría puede darse tras consultas; la entrega no puede precederlas.
    .one = Garantía { $index }
    .add = Añadir una garantía
    .remove = Quitar la garantía { $index }
extradition-section-fair_trial = Ficha de juicio justo
    .help = El juicio que espera a la persona, o el ya celebrado. El Estado requerido responde de ello ante sus propios tribunales.
extradition-section-speciality = Especialidad
    .help = La persona se juzga por lo que aquí se pide y por nada anterior.
extradition-section-competing = Solicitudes de otros Estados
    .help = Quién más reclama, que se sepa, a la misma persona; de ello depende el orden de entrega.
    .one = Solicitud { $index }
    .add = Añadir una solicitud
    .remove = Quitar la solicitud { $index }
extradition-section-property = Objetos
    .help = Objetos que puedan servir de prueba o procedan del delito, para entregarlos con la persona.
extradition-section-surrender = Entrega
    .help = Dónde y cómo se entregará a la persona una vez concedida la extradición.

## Offences
extradition-offences-limitation_there_on = Prescripción en el Estado requerido el
    .help = Según la ley del Estado requerido, si se conoce.
extradition-offences-deemed_in = Se considera cometido en
    .help = Otros Estados en los que un convenio considera cometido el delito.

## Evidence
extradition-evidence-kind = Clase
    .help = De qué se trata.
extradition-evidence-title = Título
    .help = Con su fecha y autor.
extradition-evidence-shows = Qué muestra
    .help = Qué elemento del delito, en una frase.
extradition-evidence-obtained = Cómo se obtuvo
    .help = Lo declarado bajo custodia sin garantías no sustenta ninguna detención; lo obtenido con tortura nunca se envía.

## Assurances
extradition-assurances-kind = Qué se promete
    .help = Una entrada por promesa.
extradition-assurances-givers = Dada por (tipo de órgano)
    .help = Varios si es conjunta. Un ministerio de relaciones exteriores por sí solo no obliga ni a la fiscalía ni al tribunal.
extradition-assurances-given_by = Firmada por
    .help = Tal como firman: cargo y nombre.
extradition-assurances-binds = A quién obliga
    .help = Quienes no pueden actuar en contra. Frente a la muerte hacen falta los tres: fiscalía, tribunal, indulto.
extradition-assurances-given_on = Fecha
    .help = El día de la firma.
extradition-assurances-text = Su texto
    .help = Completo: qué no se pedirá, impondrá ni ejecutará, o qué se hará.
extradition-assurances-expires = Vence el
    .help = «No procede» si vale mientras viva la persona.
extradition-assurances-monitoring = Próxima verificación de su cumplimiento
    .help = El día en que alguien lo comprueba.

## Fair-trial sheet
extradition-fair_trial-court = Tribunal
    .help = Qué tribunal juzga o juzgó la causa y cómo se compone.
extradition-fair_trial-ordinary_court = Tribunal ordinario
    .help = No si es especial, militar o ad hoc.
extradition-fair_trial-public = Audiencia pública
    .help = Si el juicio es público.
extradition-fair_trial-counsel = Abogado de su elección
    .help = O de oficio y gratuito.
extradition-fair_trial-interpreter = Intérprete
    .help = Si la persona no entiende el idioma del tribunal.
extradition-fair_trial-appeal = Recurso
    .help = Si un tribunal superior puede revisar la condena y la pena.
extradition-fair_trial-tainted_excluded = Declaraciones bajo tortura excluidas
    .help = Si el tribunal debe desecharlas.
extradition-fair_trial-detention = Lugar y condiciones de reclusión
    .help = Qué prisión, qué régimen, quién la inspecciona.

## Speciality
extradition-speciality-undertaking = Compromiso asumido
    .help = Necesario si el tratado no lo dice.
extradition-speciality-text = Su texto
    .help = Por qué no se la juzgará, condenará ni detendrá sin consentimiento.
extradition-speciality-other_offences = Otros delitos conocidos
    .help = Nómbrelos ahora: el consentimiento se pide una vez.

## Requests of other States
extradition-competing-state = Estado
    .help = El Estado que también la reclama.
extradition-competing-made_on = Presentada el
    .help = El día de su solicitud.
extradition-competing-offence = Delito
    .help = Por qué delito, y la pena máxima.
extradition-competing-note = Para el orden de entrega
    .help = Gravedad, lugar, fechas, nacionalidad, posibilidad de reextradición.

## Property
extradition-property-wanted = Deben entregarse objetos
    .help = Si se piden objetos con la persona.
extradition-property-items = Qué objetos
    .help = Qué, dónde y quién más puede tener derecho.

## Surrender
extradition-surrender-place = Lugar
    .help = Aeropuerto o puesto fronterizo.
extradition-surrender-from_on = Posible a partir del
    .help = El primer día en que puede acudir la escolta.
extradition-surrender-escort = Escolta
    .help = Quiénes acuden, cuántos y cómo viajan.
extradition-surrender-transit = Tránsito por
    .help = Estados cuyo consentimiento al tránsito es necesario.
extradition-surrender-medical = Necesidades médicas
    .help = Lo que la escolta debe saber o llevar.

## Codes
extradition-code-evidence_kinds-affidavit = Declaración jurada
extradition-code-evidence_kinds-statement = Declaración
extradition-code-evidence_kinds-expert_report = Informe pericial
extradition-code-evidence_kinds-document = Documento
extradition-code-evidence_kinds-recording = Grabación de palabras
extradition-code-evidence_kinds-exhibit = Pieza de convicción
extradition-code-obtained-at_liberty = Libremente, en libertad
extradition-code-obtained-custody_with_safeguards = Bajo custodia, con abogado o juez e información de derechos
extradition-code-obtained-alleged = Se alegan malos tratos
extradition-code-obtained-tainted = Con tortura o malos tratos
extradition-code-assurance_kinds-death_not_sought = No se pedirá la pena de muerte
extradition-code-assurance_kinds-death_not_imposed = No se impondrá la pena de muerte
extradition-code-assurance_kinds-death_not_carried_out = No se ejecutará la pena de muerte
extradition-code-assurance_kinds-life_review = Revisión de la pena perpetua
extradition-code-assurance_kinds-in_absentia_retrial = Nuevo juicio tras sentencia en rebeldía
extradition-code-assurance_kinds-fair_trial_forum = Tribunal ordinario y juicio justo
extradition-code-assurance_kinds-treatment = Trato y lugar de reclusión
extradition-code-assurance_kinds-return_of_national = Retorno para cumplir la pena
extradition-code-assurance_kinds-speciality = Especialidad
extradition-code-assurance_kinds-no_re_extradition = No reextradición a un tercer Estado
extradition-code-assurance_kinds-monitoring_visits = Visitas de seguimiento
extradition-code-givers-head_of_state = Jefe de Estado
extradition-code-givers-government = Gobierno
extradition-code-givers-ministry_of_justice = Ministerio de Justicia
extradition-code-givers-foreign_ministry = Ministerio de Relaciones Exteriores
extradition-code-givers-embassy = Embajada
extradition-code-givers-prosecutor_general = Fiscal general
extradition-code-givers-court = Tribunal
extradition-code-givers-pardon_authority = Titular del indulto
extradition-code-givers-prison_authority = Administración penitenciaria
extradition-code-givers-police = Policía
extradition-code-givers-other = Otro, nombrado en el texto
extradition-code-powers-prosecutor = Fiscalía
extradition-code-powers-court = Tribunal
extradition-code-powers-pardon = Facultad de indulto
extradition-code-powers-prison = Administración penitenciaria
