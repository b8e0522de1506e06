# Records, releases, cards and encounters: what the ledger says of them, and refusals.

verb-record-kept = Expediente actualizado
verb-record-read = Expediente leído
verb-record-held = Conservación registrada
verb-group-kept = Grupo de Estados guardado
verb-release-proposed = Comunicación propuesta
verb-release-approved = Comunicación decidida
verb-release-recalled = Copias retiradas
verb-card-read = Ficha compartida leída
verb-encounter-reported = Encuentro notificado
verb-encounter-decided = Encuentro decidido
verb-word-written = Mensaje sobre una ficha
verb-record-enumeration-stopped = Se detuvo la petición de expedientes en serie

refusal-too-many-misses = Se han pedido demasiados expedientes que no existen. No se responde nada durante { $minutes } minutos; queda anotado en el registro.
refusal-record-lacks = Al expediente le falta algo que debe decir ({ $lack }). Mire lo señalado y complételo.
refusal-release-held = No se ha propuesto nada: un control lo retiene ({ $ground }). Mire la mesa de comunicación y reescriba la parte.
refusal-release-out = { $to } ya tiene una ficha de este expediente. Cambie el expediente y la ficha lo sigue; o retírela antes.
refusal-record-in-bulk = Hoy se han abierto o propuesto muchos expedientes de un mismo grupo (más de { $max }): este espera a que lo examine una segunda persona.
refusal-group-unsigned = El grupo no está como este nodo lo firmó. No se ha hecho nada: avise al administrador.
refusal-group-owner = El Estado al que pertenece un grupo es uno de sus miembros.
refusal-group-version = Las versiones de un grupo se cuentan desde 1.
refusal-biometric-format = El archivo no está en ningún formato conocido aquí. No se ha guardado nada.
refusal-biometric-lacks = El dato biométrico no puede guardarse ({ $lack }). Corrija lo señalado o pida de nuevo el archivo.
refusal-copy-recalled = Ya no circula nada de ello.
refusal-copy-absent = Ese Estado no tiene copia alguna.
refusal-copy-owner = Solo el propietario de un expediente lo corrige o lo retira. No se ha cambiado nada.
refusal-copy-consent = El propietario no ha consentido en que se transmita.
refusal-card-owner = La ficha nombra a un propietario distinto de quien la envió. No se ha aceptado.
refusal-card-subject = No se hace ninguna ficha de una víctima o un menor.
refusal-label-all = Nada sobre una persona es para todos o para cualquier finalidad. Nombre Estados y finalidades.
refusal-district = Indique un distrito, no el puesto donde se encontró a la persona.
refusal-word-answers = Diga a qué pregunta responde.
refusal-peer-unknown = Este nodo no tiene enlace con { $to }.
refusal-grade = Un grado es una letra de A a F y una cifra de 1 a 6, como B2.
