# Palabras del formulario «amendment».

amendment-template = Modificación de una solicitud
amendment-opening = La autoridad requirente ({ $authority }, { $state }) saluda atentamente a la autoridad requerida ({ $to_authority }, { $to_state }) y tiene el honor de rectificar su solicitud anterior en los términos que se exponen a continuación.
amendment-section-changes = Lo que cambia
    .help = Una entrada por cada dato erróneo o cambiado. La primera versión permanece en el expediente.
    .one = Cambio { $index }
    .add = Añadir un cambio
    .remove = Quitar el cambio { $index }
amendment-changes-what = Qué
    .help = El lugar de la solicitud, en palabras.
amendment-changes-before = Como figuraba
    .help = Lo que decía la solicitud.
amendment-changes-after = Como debe decir
    .help = Lo que es correcto.
amendment-changes-reason = Motivo
    .help = Por qué cambia y cómo se sabe.
