### Correos y avisos.

notice-match_proposed = Un emparejamiento para { $number } «{ $title }» espera su respuesta.
notice-match_answered = La otra parte ha respondido sobre el emparejamiento para { $number } «{ $title }».
notice-match_introduced = Se le ha presentado a la otra parte del emparejamiento para { $number } «{ $title }».
notice-match_moved = El emparejamiento para { $number } «{ $title }» ha avanzado.
notice-match_due = El emparejamiento para { $number } «{ $title }» espera su respuesta. Días hábiles transcurridos: { $days }.
notice-match_overdue = Con retraso: el emparejamiento para { $number } «{ $title }» sigue esperando su respuesta. Días hábiles transcurridos: { $days }.
notice-export_due = El plazo del procedimiento de exportación de { $number } «{ $title }» termina el { $date }. Días hábiles restantes: { $days }.
notice-interest_received = Alguien está interesado en { $number } «{ $title }».
notice-message_received = Hay un mensaje nuevo en el caso de { $number } «{ $title }».
notice-record_status = { $status ->
    [published] Su ficha { $number } «{ $title }» se ha publicado.
    [withdrawn] Su ficha { $number } «{ $title }» se ha retirado.
    [archived] Su ficha { $number } «{ $title }» se ha archivado.
   *[other] Su ficha { $number } «{ $title }» vuelve a ser un borrador.
}
notice-record_idle = Su ficha { $number } «{ $title }» lleva tiempo sin cambios. ¿Sigue siendo correcta? Días desde el último cambio: { $days }; se archiva después de { $limit }.
notice-record_archived = Su ficha { $number } «{ $title }» se ha archivado por falta de cambios. Días: { $limit }.
notice-new_fits = Hay novedades que responden a { $number } «{ $title }».
notice-record_expiring = Su ficha { $number } «{ $title }» vence el { $date }. Renuévela si sigue vigente; si no, se archivará.
notice-record_expired = Su ficha { $number } «{ $title }» venció el { $date } y se ha archivado. Puede renovarla; entonces se revisará.
notice-record_reviewed = { $result ->
    [published] Su ficha { $number } «{ $title }» se ha revisado y publicado.
    [rejected] Su ficha { $number } «{ $title }» se ha revisado y no se acepta.
   *[other] Su ficha { $number } «{ $title }» se ha revisado y vuelve a usted con comentarios.
}
notice-webhook_disabled = Su webhook en { $title } se ha desactivado: fallaron demasiados envíos. Elimínelo y añádalo de nuevo cuando funcione.
notice-search_fits = Novedad: { $number } «{ $title }» responde a su búsqueda «{ $search }».
notice-organisation_waits = La organización «{ $title }» se ha registrado y espera su decisión.
notice-milestone_overdue = Con retraso: un hito del emparejamiento para { $number } «{ $title }» estaba previsto para el { $date }.
notice-outcome_asked = ¿Qué fue del acuerdo sobre { $number } «{ $title }»? Le rogamos que responda a unas breves preguntas.
notice-milestone_set = { $number } «{ $title }», hito «{ $milestone ->
    [first_meeting] { milestone-first_meeting }
    [non_disclosure] { milestone-non_disclosure }
    [site_visit] { milestone-site_visit }
    [sample] { milestone-sample }
    [terms_agreed] { milestone-terms_agreed }
    [contract_signed] { milestone-contract_signed }
    [payment] { milestone-payment }
    [delivered_on_site] { milestone-delivered_on_site }
   *[acceptance] { milestone-acceptance }
}»: { $state ->
    [done] cumplido el { $date }.
    [dropped] ya no está previsto.
   *[planned] previsto para el { $date }.
}
notice-matches_freed = Emparejamientos sin intermediario, de nuevo en la cola: { $number }.

mail-notice-text = { $text }

    { $link }
mail-digest-subject = Siku: novedades para usted ({ $count })
mail-digest-text = Desde el último correo:

    { $lines }
mail-foot = Recibe este correo porque tiene una cuenta. No recibir más: { $unsubscribe }

mail-invitation-subject = Invitación a Siku
mail-invitation-text = Le invitamos a usar Siku, servicio de contactos para la transferencia internacional de tecnología. Este enlace abre su cuenta:

    { $link }
mail-password_reset-subject = Siku: una nueva contraseña
mail-password_reset-text = Alguien, probablemente usted, ha pedido una nueva contraseña. Con este enlace puede elegirla:

    { $link }

    Si no fue usted, nada ha cambiado y no tiene que hacer nada.
mail-organisation_approved-subject = Siku: su organización está aprobada
mail-organisation_approved-text = Su organización está aprobada. Ya puede publicar y responder:

    { $link }
mail-organisation_refused-subject = Siku: su organización no está aprobada
mail-organisation_refused-text = Su organización no está aprobada. Motivo: { $reason }
mail-registration-subject = Siku: confirme su registro
mail-registration-text = Alguien, probablemente usted, ha registrado una organización con esta dirección. Abra este enlace e introduzca la contraseña elegida:

    { $link }

    Después un gestor revisará el registro. Si no fue usted, no tiene que hacer nada.
mail-registration_known-subject = Siku: ya tiene una cuenta
mail-registration_known-text = Alguien, probablemente usted, quiso registrarse con esta dirección. Ya tiene una cuenta: inicie sesión. Si ha olvidado la contraseña, defina una nueva aquí:

    { $link }

    Si no fue usted, nada ha cambiado y no tiene que hacer nada.
mail-membership_asked-subject = Siku: alguien quiere unirse a su organización
mail-membership_asked-text = { $name } ({ $email }) se ha registrado en nombre de su organización y espera ser admitido. Admita solo a quien conozca:

    { $link }
mail-membership_granted-subject = Siku: ha sido admitido
mail-membership_granted-text = Sus colegas han confirmado que pertenece a la organización. Ya puede publicar y responder:

    { $link }
mail-password_changed-subject = Siku: se ha cambiado su contraseña
mail-password_changed-text = La contraseña de su cuenta se cambió el { $when }.

    Si fue usted, no tiene que hacer nada. Si no, elija una nueva de inmediato; con ello terminan también todas las sesiones abiertas:

    { $link }

    Después avise a los responsables del servicio.
mail-second_factor_on-subject = Siku: se ha activado un segundo factor
mail-second_factor_on-text = Se activó un segundo factor para su cuenta el { $when }. A partir de ahora se pide su código al entrar.

    Si fue usted, no tiene que hacer nada. Si no, alguien conoce su contraseña. Elija una nueva de inmediato; con ello terminan también todas las sesiones abiertas:

    { $link }

    Después pida a los responsables del servicio que retiren ese segundo factor.
mail-second_factor_off-subject = Siku: se ha retirado su segundo factor
mail-second_factor_off-text = El segundo factor de su cuenta se retiró el { $when }. Ahora basta la contraseña para entrar.

    Si fue usted, no tiene que hacer nada. Si no, elija una nueva contraseña de inmediato; con ello terminan también todas las sesiones abiertas:

    { $link }

    Después active de nuevo el segundo factor y avise a los responsables del servicio.
mail-organisation_suspended-subject = Siku: su organización está suspendida
mail-organisation_suspended-text = Su organización está suspendida. Mientras dure no puede publicar ni responder, sus fichas están ocultas y sus coincidencias abiertas quedan en espera. { $work ->
    [freed] Los emparejamientos que llevaban sus intermediarios vuelven a la cola y no regresarán a ellos por sí solos. { "" }
   *[none] { "" }
}Motivo: { $reason }
mail-organisation_restored-subject = Siku: se ha levantado la suspensión de su organización
mail-organisation_restored-text = Su organización ya no está suspendida. Sus fichas vuelven a mostrarse y sus coincidencias siguen donde estaban:

    { $link }
mail-identity_linked-subject = Siku: se ha vinculado su cuenta
mail-identity_linked-text = Su cuenta se vinculó a otro servicio el { $when }. Quien entre allí con su nombre entra también aquí.

    Si fue usted, no tiene que hacer nada. Si no, elija de inmediato una nueva contraseña y quite el vínculo en la página de su cuenta:

    { $link }
mail-identity_unlinked-subject = Siku: se ha quitado un vínculo de su cuenta
mail-identity_unlinked-text = El vínculo de su cuenta con otro servicio se quitó el { $when }. Ahora entra con su contraseña.

    Si no fue usted, elija una nueva contraseña de inmediato; con ello terminan también todas las sesiones abiertas:

    { $link }
