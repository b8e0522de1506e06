# Lo que las reglas encuentran en una solicitud relativa a pruebas electrónicas (EE) y en la información espontánea (SPO):
# por qué, en una frase, y qué hacer, en una acción.

finding-ee-01 = { $identifier ->
    [0] La solicitud no indica ninguna cuenta, dirección u otro identificador.
   *[other] Esto no designa una sola cuenta, dirección o cosa: un proveedor no puede actuar sobre ello.
}
    .action = Escriba cada identificador tal como lo escribe el servicio, uno por entrada, sin comodines.
finding-ee-02 = { $problem ->
    [no_port] Muchos usuarios comparten la dirección { $address } al mismo tiempo; sin el puerto de origen a menudo no se encuentra el correcto.
    [no_zone] La hora en que se vio { $address } no tiene huso, y las direcciones cambian de manos en minutos.
   *[no_time] La dirección { $address } no dice nada sin la hora en que se vio.
}
    .action = { $problem ->
    [no_port] Escriba el puerto de origen, o diga por qué no se conoce.
    [no_zone] Añada el huso a la hora, por ejemplo 2026-04-29T21:14:05Z.
   *[no_time] Escriba el día, la hora con segundos y el huso, por ejemplo 2026-04-29T21:14:05Z.
}
finding-ee-03 = { $missing ->
    [intention] Los datos se conservan para una solicitud que ha de venir, y esta no dice que vaya a venir.
   *[necessity] La solicitud no dice por qué es necesaria la conservación.
}
    .action = { $missing ->
    [intention] Diga que se solicitará asistencia judicial recíproca, y para cuándo.
   *[necessity] Diga en una frase qué se perdería sin la conservación, y cuándo.
}
finding-ee-04 = La conservación no depende de que la conducta sea delito en el Estado requerido.
    .action = Nada que hacer; puede citar la disposición si se invoca la doble incriminación.
finding-ee-05 = { $problem ->
    [out_of_order] El período termina antes de empezar.
    [future] Se piden datos almacenados, y el período se extiende al futuro.
    [past] Se piden datos a medida que se producen, y el período ya ha pasado.
   *[missing] El período de los datos solicitados no tiene principio o no tiene fin.
}
    .action = { $problem ->
    [out_of_order] Corrija el principio o el fin.
    [future] Termine el período hoy a más tardar, o pida datos en tiempo real.
    [past] Elija un fin posterior, o pida datos almacenados.
   *[missing] Escriba ambos, cada uno con su hora y su huso, por ejemplo 2026-04-01T00:00:00Z.
}
finding-ee-06 = { $problem ->
    [identity] Se pide contenido aunque la finalidad es solo saber quién es el usuario; bastarían los datos de abonado.
    [beyond_subtype] Los tipos de datos incluyen contenido, que esta clase de solicitud no pide.
   *[no_reason] Se pide contenido, y la solicitud no dice por qué no bastarían datos menos intrusivos.
}
    .action = { $problem ->
    [identity] Pida datos de abonado, o motive la necesidad del contenido.
    [beyond_subtype] Retire el contenido, o pida la revelación de contenido.
   *[no_reason] Diga en una frase por qué no bastan los datos de abonado o de tráfico.
}
finding-ee-07 = { $missing ->
    [imminence] La solicitud no dice por qué la amenaza es inminente.
    [how_data_avert] La solicitud no dice cómo evitarán los datos la amenaza.
   *[threat] No se describe ninguna amenaza inminente para una persona; la prisa de una investigación no es una emergencia.
}
    .action = { $missing ->
    [imminence] Diga cuándo se espera que la amenaza se cumpla, y cómo se sabe.
    [how_data_avert] Diga qué se hará con los datos en cuanto lleguen.
   *[threat] Diga quién corre peligro, de qué y por parte de quién; o pida ahora la conservación y los datos por asistencia judicial.
}
finding-ee-08 = { $problem ->
    [missing] El funcionario no da ningún número para devolver la llamada, y nadie puede comprobar que la emergencia es real.
   *[not_listed] El número para devolver la llamada no es de los que el directorio tiene de la autoridad requirente.
}
    .action = Dé un número de su autoridad o de su servicio de guardia tal como figura en el directorio.
finding-ee-09 = Los datos se conservan hasta el { $ends }, y la solicitud de asistencia judicial recíproca se espera solo para el { $date }.
    .action = Prevea una prórroga el día cuarenta y cinco, o diga por qué la solicitud llegará a tiempo.
finding-ee-10 = El proveedor está en { $state }, y la solicitud se dirige a { $to }.
    .action = Dirija la solicitud al Estado del proveedor, o indique el proveedor que tiene allí los datos.
finding-ee-11 = El rastro ha llevado al proveedor siguiente, { $provider }; sus datos pueden borrarse pronto.
    .action = Redacte una nueva solicitud de conservación al Estado de ese proveedor.
finding-ee-12 = El período empieza antes del { $date }, día en que se cree que se creó la cuenta.
    .action = Empiece el período ese día, o corrija el día.
finding-spo-01 = { $missing ->
    [onward_transfer] La información no dice si puede transmitirse a terceros.
    [confidentiality] La información no dice con qué reserva ha de guardarse.
   *[use] La información no dice para qué puede usarse; el silencio no es un permiso.
}
    .action = Indique la condición, o diga que no hay ninguna.
finding-spo-02 = Falta el código de tratamiento, y el funcionario receptor no puede saber quién puede leer y usar la información.
    .action = Elija quién puede usarla y hasta dónde puede llegar.
finding-spo-03 = La información puede usarse como prueba, pero no la acompaña ningún certificado.
    .action = Adjunte un certificado de quién hizo el documento y cómo se guardó, o diga que se da a petición.
finding-spo-04 = El contenido solo se abre al aceptarse las condiciones, y no hay resumen con que decidir.
    .action = Escriba dos o tres frases sin nombres ni fuentes.
finding-spo-05 = Las condiciones no impiden revelar lo que exculpa a un acusado, si antes se avisa al Estado que informa.
    .action = Nada que hacer; el Estado receptor avisa antes de tal revelación.
finding-spo-06 = { $missing ->
    [biometrics_taken_on] Los datos biométricos sirven de poco sin el día en que se tomaron.
   *[biometrics_quality] Los datos biométricos sirven de poco si nada se dice de su calidad.
}
    .action = { $missing ->
    [biometrics_taken_on] Escriba el día, o diga por qué no se conoce.
   *[biometrics_quality] Diga lo que una comparación necesita saber: tamaño, resolución, ángulo.
}
finding-spo-07 = Parte de la información procede de { $state }, cuyo consentimiento no consta.
    .action = Obtenga el consentimiento de ese Estado, o retire su información.
finding-spo-08 = La revisión del { $date } queda a más de cinco años.
    .action = Elija un día anterior, o motive el largo plazo.
