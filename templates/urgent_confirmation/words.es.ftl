# Palabras del formulario «urgent_confirmation».

urgent_confirmation-template = Confirmación escrita de una solicitud urgente
urgent_confirmation-section-oral = La solicitud oral
    .help = En casos de urgencia, si los Estados lo acuerdan, la solicitud puede hacerse oralmente; se confirma sin demora por escrito (CNUDOT 18(14)).
urgent_confirmation-oral-made_at = Hecha el
    .help = Día y hora con el huso, como 2026-03-02T02:40:00Z.
urgent_confirmation-oral-by = Hecha por
    .help = El funcionario que habló.
urgent_confirmation-oral-by_function = Función
    .help = El cargo de ese funcionario.
urgent_confirmation-oral-to = Dirigida a
    .help = El funcionario o servicio que la recibió.
urgent_confirmation-oral-channel = Vía
    .help = Cómo se hizo.
urgent_confirmation-oral-their_reference = Su referencia
    .help = La referencia que le dio la otra parte.
urgent_confirmation-oral-asked = Qué se pidió
    .help = Tal como se dijo.
urgent_confirmation-oral-agreed = Lo acordado o hecho
    .help = La respuesta dada y lo hecho desde entonces.
urgent_confirmation-oral-differences = Diferencias
    .help = En qué difiere este escrito de lo que se dijo.
urgent_confirmation-code-oral_channels-telephone = Teléfono
urgent_confirmation-code-oral_channels-duty_desk = Guardia permanente (24/7)
urgent_confirmation-code-oral_channels-police_channel = Canal policial
urgent_confirmation-code-oral_channels-liaison_officer = Oficial de enlace
urgent_confirmation-code-oral_channels-in_person = En persona
