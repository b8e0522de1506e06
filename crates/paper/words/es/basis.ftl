# La base jurídica: qué más figura en la lista.

basis-why-council-freeze = El Consejo de Seguridad decidió que todos los Estados congelen sin dilación tales activos.
basis-why-included-in-treaties = El delito se considera incluido en los tratados de extradición entre los dos Estados; el convenio mismo no se toma como base.
basis-why-not-needed = No se necesita base jurídica; el instrumento trata de esta forma de cooperación.

basis-gives-arrest = Detención hasta que se decida la extradición
basis-gives-electronic-original = La solicitud electrónica tiene valor de original

basis-lacks-extradition-law = No consta si el Estado requerido supedita la extradición a un tratado
basis-lacks-basis-declaration = No consta si toma un convenio multilateral como ese tratado

basis-help-mla = Asistencia judicial recíproca
basis-help-extradition = Extradición
basis-help-transfer-of-proceedings = Remisión de actuaciones penales
basis-help-electronic-evidence = Prueba electrónica
basis-help-joint-investigation = Equipo conjunto de investigación
basis-help-freezing = Congelación de activos
basis-help-spontaneous-information = Información espontánea
basis-help-police = Cooperación policial
basis-help-notice = Notificación

basis-binding-both = Obliga a los dos Estados
basis-binding-undated = Ambos son parte; no consta desde cuándo
basis-binding-entry-unknown = Es parte; no se conoce el día en que empezó a obligarle
basis-binding-succession = Estado sucesor; no consta desde cuándo está obligado
basis-binding-no-list = Aquí no hay lista de sus partes
basis-binding-signed-then = Solo firmado en la fecha de la lista
basis-binding-absent-then = No figuraba en la lista en su fecha; pudo adherirse después
basis-binding-not-yet = Aún no está en vigor entre los dos
basis-binding-reserved = Una reserva excluye esta forma de asistencia
basis-binding-denounced = Denunciado por uno de los dos
basis-binding-only-signed = Firmado sin consentimiento en obligarse
basis-binding-not-joined = No son parte los dos
basis-binding-no-treaty = Un plan que no obliga a nadie

atlas-title = Atlas de tratados
atlas-lead = Qué obliga a dos Estados en un día, qué no, y qué se desconoce.
atlas-one = Un Estado
atlas-other = El otro Estado
atlas-kind = Forma de asistencia
atlas-on = En la fecha
atlas-on-hint = Año, mes y día: 2026-03-01
atlas-same = Elija dos Estados distintos.
atlas-bad-day = No es una fecha. Escriba año, mes y día: 2026-03-01.
atlas-binding = Obliga
atlas-unknown = Se desconoce
atlas-not-binding = No obliga
atlas-none = Nada.
atlas-instrument = Instrumento
atlas-article = Artículo
atlas-gives = Aporta
atlas-since = En vigor entre los dos desde
atlas-as-of = Datos del
atlas-why = Por qué
atlas-ask = A quién preguntar
atlas-ask-depositary = El depositario: { $name }
atlas-ask-states = La autoridad central de: { $states }
atlas-old = más de 180 días
atlas-whole = todo el instrumento
atlas-gaps-title = Nuestras lagunas
atlas-gaps-lead = La situación de nuestro Estado respecto de los diecinueve instrumentos universales contra el terrorismo, y con quién tiene tratado.
atlas-gaps-nineteen = Los diecinueve instrumentos
atlas-standing = Situación
atlas-reach = Con quién nos obliga un tratado
atlas-reach-lead = Número de Estados por cada forma de asistencia.
atlas-reach-binding = Obliga un tratado
atlas-reach-unknown = Se desconoce
atlas-reach-none = Ningún tratado
atlas-would = Qué cambiaría una adhesión
atlas-would-lead = Solicitudes pendientes que usted puede leer y que hoy ningún tratado sustenta.
atlas-would-none = Ninguna de ellas ganaría una base.
atlas-would-line = { $n ->
    [one] Si nuestro Estado fuera parte en { $instrument }, una solicitud pendiente ganaría una base:
   *[other] Si nuestro Estado fuera parte en { $instrument }, { $n } solicitudes pendientes ganarían una base:
}
atlas-to-gaps = Nuestras lagunas
atlas-alone-not-joined = No es parte
atlas-alone-not-yet = Aún no está en vigor
atlas-alone-denounced = Denunciado
atlas-back = Comparar dos Estados

basis-letter-council = La presente solicitud se formula en virtud del párrafo { $article } de la resolución { $title } del Consejo de Seguridad.
basis-letter-procedure = Habrá de ejecutarse de conformidad con el artículo { $article } del siguiente instrumento: { $title }.
basis-letter-procedure-general = Habrá de ejecutarse de conformidad con el siguiente instrumento: { $title }.
basis-letter-supporting-article = Se hace referencia al artículo { $article } del siguiente instrumento: { $title }.
basis-letter-supporting-general = Se hace referencia al siguiente instrumento: { $title }.
