# Records, releases, cards and encounters: what the ledger says of them, and refusals.

verb-record-kept = Registro actualizado
verb-record-read = Registro leído
verb-record-held = Retención registrada
verb-release-proposed = Cesión propuesta
verb-release-approved = Cesión decidida
verb-release-recalled = Copias retiradas
verb-card-read = Ficha compartida leída
verb-encounter-reported = Encuentro comunicado
verb-encounter-decided = Encuentro decidido
verb-word-written = Mensaje sobre una ficha
verb-record-enumeration-stopped = Se detuvo la petición de registros en serie

refusal-too-many-misses = Se han pedido demasiados registros que no existen. No se responde nada durante { $minutes } minutos; el libro lo anota.
refusal-record-lacks = Al registro le falta algo que debe decir ({ $lack }). Mire lo señalado y complételo.
refusal-release-held = No se ha propuesto nada: un control lo retiene ({ $ground }). Mire la mesa de trabajo y reescriba la parte.
refusal-release-out = { $to } ya tiene una ficha de este registro. Cambie el registro y la ficha lo sigue; o retírela antes.
refusal-biometric-format = El archivo no está en ningún formato conocido aquí. No se ha guardado nada.
refusal-biometric-lacks = El dato biométrico no puede guardarse ({ $lack }). Corrija lo señalado o pida de nuevo el archivo.
refusal-copy-recalled = Ya no circula nada de ello.
refusal-copy-absent = Ese Estado no tiene copia alguna.
refusal-copy-owner = Solo el propietario de un registro lo corrige o lo retira. No se ha cambiado nada.
refusal-copy-consent = El propietario no ha consentido en que se transmita.
refusal-card-owner = La ficha nombra a un propietario distinto de quien la envió. No se ha aceptado.
refusal-card-subject = No se hace ninguna ficha de una víctima o un niño.
refusal-label-all = Nada sobre una persona es para todos o para cualquier fin. Nombre Estados y fines.
refusal-district = Indique un distrito, no el puesto donde se encontró a la persona.
refusal-word-answers = Diga a qué pregunta responde.
refusal-peer-unknown = Este nodo no tiene línea con { $to }.
refusal-grade = Un grado es una letra de A a F y una cifra de 1 a 6, como B2.
