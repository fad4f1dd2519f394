### Un caso: decidir, responder, mensajes, tareas, documentos, lo ocurrido.

acting-broker = Intermediario
acting-demand_side = Parte de la demanda
acting-technology_side = Parte de la tecnología
acting-service = El servicio

case-decision = Decisión
case-do-suggested = Devolver a sugeridos
case-do-shortlisted = Preseleccionar
case-do-proposed = Proponer a ambas partes
case-do-introduced = Presentar a las partes
case-do-negotiating = Están negociando
case-do-agreed = Han llegado a un acuerdo
case-do-delivered = Ejecutado
case-do-dismissed = Descartar
case-do-declined = Rechazado por una parte
case-do-on_hold = Dejar en suspenso
case-do-lapsed = Dejar caducar
case-do-withdrawn = Retirar
case-reason = Motivo
case-reason-text = Con sus propias palabras
case-say-no = Registrar
case-undo = Deshacer
case-undo-text = { $records }: { $state }.
case-broker = Intermediario del caso
case-nobody = Nadie
case-assign = Asignar
case-take = Me encargo yo
case-open = Abrir el caso
case-overdue = Con retraso
case-answer-none = { $a }: aún sin respuesta
case-answer-accepted = { $a }: aceptado
case-answer-declined = { $a }: rechazado
case-waits = { $count ->
    [one] Espera respuesta desde hace { $count } día hábil
    [many] Espera respuesta desde hace { $count } de días hábiles
   *[other] Espera respuesta desde hace { $count } días hábiles
}
case-overdue-on = con retraso desde el { $value }
case-export-ends = El procedimiento de exportación termina el { $value }
case-clock-stands = El cómputo del plazo está detenido: { $value }
case-clock-goes-on = El cómputo del plazo continúa

case-messages = Mensajes
case-messages-lead = Cada parte lee únicamente su propio hilo. Lo que escribe una parte solo llega a la otra si usted se lo transmite.
case-no-messages = Aún no se ha escrito nada.
case-nobody-reads = Esta parte no tiene ninguna organización en el servicio; lo que escriba se conserva como nota.
case-message = Mensaje
case-send = Enviar
case-not-yet = Esta parte tendrá conocimiento del emparejamiento cuando se le proponga.

case-tasks = Tareas
case-no-tasks = No hay tareas.
case-task = Qué debe hacerse
case-task-until = hasta el
case-task-days = o en días hábiles
case-task-due = vence el { $value }
case-task-add = Añadir
case-task-done = Hecha
case-task-open = Marcar como no hecha

case-documents = Documentos
case-documents-lead = Lo que aporte aquí lo ven su organización y el intermediario, no la otra parte.
case-no-documents = No hay documentos.
case-file = Archivo
case-visible-to = visible para
case-visible-broker = solo el intermediario
case-visible-demand = el intermediario y la parte de la demanda
case-visible-technology = el intermediario y la parte de la tecnología
case-visible-both = el intermediario y ambas partes
case-document-add = Añadir el documento
case-document-hint = PDF, PNG, JPEG, documentos ofimáticos sin macros, texto sin formato; { $count } MB como máximo.
case-kilobytes = { $value } kB

case-letter = Carta de intención para la licencia de exportación
case-letter-number = Número
case-letter-from = válida desde el
case-letter-until = hasta el
case-letter-record = Registrar la carta

case-clock = Cómputo del plazo
case-clock-stop = Detener el cómputo
case-clock-resume = Reanudar el cómputo
case-clock-keep = Guardar sin detener el cómputo
case-export-started = Inicio del procedimiento de exportación
stop_reason-documents = faltan documentos por aportar
stop_reason-export_procedure = procedimiento de exportación
stop_reason-party_asked = una parte ha pedido más tiempo
stop_reason-visit = una visita o un acto
stop_reason-force_majeure = fuerza mayor
stop_reason-other = otro motivo

case-your-answer = Su respuesta
case-party-asked = Un intermediario le propone este emparejamiento. La otra parte permanece anónima, igual que usted, hasta que ambas acepten y el intermediario las presente.
case-party-waiting = Usted ha aceptado. La otra parte aún no ha respondido.
case-party-accepted = Ambas partes han aceptado. El intermediario las presentará.
case-party-introduced = Las partes ya han sido presentadas.
case-party-held = El intermediario ha dejado este emparejamiento en suspenso.
case-party-over = Este emparejamiento ha terminado.
case-accept = Aceptar
case-decline = Rechazar
case-other-side = La otra parte
case-ask = Preguntas al intermediario
case-ask-lead = Pregunte lo que necesite saber; el intermediario lo consultará con la otra parte en su lugar. Hasta la presentación, no incluya nombres, direcciones ni números de teléfono.

case-conflict-title = Conflicto de intereses.
case-problem-conflict = Su organización es parte en este emparejamiento. Debe ocuparse de él otra persona.
case-problem-stale = Ha cambiado entretanto. Examínelo tal como está ahora y decida de nuevo.
case-problem-illegal = Este paso no puede darse desde el estado actual del emparejamiento.
case-problem-state = Esto no puede hacerse en el estado actual.
case-problem-undo = Este paso ya no puede deshacerse.
case-problem-gone = Este emparejamiento ya no está aquí.
case-gate-title = Aún no puede procederse a la presentación.
case-gate-no_catalogue = No hay ningún catálogo de exportación en vigor.
case-gate-unscreened = La tecnología no se ha examinado a efectos del control de exportaciones.
case-gate-older_catalogue = La tecnología se examinó con arreglo a un catálogo anterior.
case-gate-technology_changed = El texto de la tecnología ha cambiado desde que se examinó.
case-gate-prohibited = La exportación de esta tecnología está prohibida.
case-gate-letter_missing = La exportación de esta tecnología está restringida: registre primero su carta de intención.
case-gate-letter_not_valid = La carta de intención no es válida en la fecha de hoy.
case-fault-reason-required = Indique el motivo.
case-fault-text-required = Explíquelo también con palabras.
case-fault-text-too_long = El texto es demasiado largo.
case-fault-text-invalid = Antes de la presentación, un mensaje no debe revelar quiénes son las partes: no incluya nombres, direcciones, enlaces ni números de teléfono.
case-fault-ids-out_of_range = Marque al menos un emparejamiento y cien como máximo.
case-fault-title-required = Indique qué debe hacerse.
case-fault-due_in_working_days-invalid = Indique una fecha o un número de días hábiles, no ambas cosas.
case-fault-number-required = Indique el número de la carta.
case-fault-valid_from-required = Indique desde cuándo es válida la carta.
case-fault-valid_until-required = Indique hasta cuándo es válida la carta.
case-fault-valid_until-out_of_range = La validez de la carta termina antes de empezar.
case-fault-content-required = El archivo está vacío.
case-fault-content-too_long = El archivo es demasiado grande.
case-fault-content-invalid = No se admite este tipo de archivo.
case-fault-entries-required = Indique la entrada del catálogo que así lo establece.
case-fault-entries-unknown_code = El catálogo no contiene esa entrada.
case-fault-outcome-invalid = Indique la conclusión del examen.
case-fault-to-invalid = Esta cuenta no puede decidir sobre este emparejamiento.

case-step-moved = { $a } ({ $b })
case-step-answered = Respondido ({ $b })
case-step-undone = Deshecho, de nuevo en el estado «{ $a }» ({ $b })
case-step-assigned = Asignado ({ $b })
case-step-letter_recorded = Carta de intención registrada ({ $b })
case-what-message = Mensaje entre el intermediario y «{ $b }» ({ $a })
case-what-task_added = Tarea: { $a } ({ $b })
case-what-task_done = Tarea hecha: { $a } ({ $b })
case-what-document = Documento: { $a } ({ $b })
case-what-screening = Examen de exportación: { $a }, con arreglo al catálogo del { $b }
case-what-clock_stopped = El cómputo del plazo está detenido: { $a } { $b }

reason_code-off_topic = Ajeno al tema
reason_code-requirement_missed = Incumple un requisito
reason_code-already_has_it = Ya dispone de ello
reason_code-too_expensive = Demasiado caro
reason_code-too_early = Madurez insuficiente
reason_code-export_control = Control de exportaciones
reason_code-country_not_served = País no atendido
reason_code-duplicate = Duplicado
reason_code-not_now = Por ahora no
reason_code-no_reply = Sin respuesta
reason_code-information_missing = Falta información
reason_code-partner_unsuitable = Socio no adecuado
reason_code-no_agreement = Sin acuerdo
reason_code-other = Otro motivo
reason_code-organisation_suspended = Organización suspendida
