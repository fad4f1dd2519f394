### Páginas propias: tokens, búsquedas guardadas, webhooks, cómo se reciben los avisos, lo aprendido.

own-title = Su espacio
own-name = Nombre
own-remove = Eliminar
own-for-country = destino: { $value }
own-fault-name-length = Asígnele un nombre de 1 a 100 caracteres.
own-fault-name-required = Asígnele un nombre de 1 a 100 caracteres.
own-fault-days-out_of_range = Entre 1 y 365 días.
own-fault-scopes-required = Elija al menos una cosa que pueda hacer.
own-fault-query-required = Una búsqueda requiere palabras o un filtro.
own-fault-query-unknown_field = No existe ese campo.
own-fault-query-unknown_country = No existe ese país.
own-fault-query-too_many = Ya tiene tantas búsquedas guardadas como puede tener una persona. Elimine antes una.
own-fault-url-too_long = La dirección es demasiado larga.
own-fault-url-too_many = Su organización ya tiene tantos webhooks como puede tener. Elimine antes uno.
own-fault-events-required = Elija al menos un suceso.

token-title = Tokens para programas
token-lead = Un token permite que un programa haga en nombre de usted lo que usted le autorice, y nada más.
token-made = Copie ahora este token. Solo se muestra esta vez.
token-none-title = Aún no hay ningún token
token-none-text = Cree uno cuando un programa suyo deba leer o escribir aquí.
token-make = Crear un token
token-name-hint = Para qué sirve, de modo que lo distinga de otros.
token-scopes = Puede
token-scope-read = leer
token-scope-write = escribir fichas
token-scope-match = calcular emparejamientos y decidir sobre ellos
token-scope-admin = gestionar las cuentas y el servicio
token-days = Días de validez
token-days-hint = 365 como máximo.
token-ends = vence el { $value }
token-endless = sin vencimiento
token-used = último uso: { $value }
token-never-used = nunca utilizado
token-revoke = Revocar
token-done-revoked = El token ya no da acceso a nada.

saved-title = Búsquedas guardadas
saved-lead = Se le avisa de todo lo que se publique y coincida.
saved-new = Guardar esta búsqueda
saved-this = Guardar esta búsqueda
saved-left-out = Algunos filtros de la lista no pueden guardarse y se omiten.
saved-name-hint = Los avisos llaman así a la búsqueda.
saved-delivery = Cómo recibe los avisos
saved-save = Guardar
saved-none-title = Aún no hay ninguna búsqueda guardada
saved-none-text = Busque o filtre una lista y guarde después lo que ve.
saved-standing = Sus demandas también buscan
saved-standing-text = Una demanda publicada es una búsqueda que no termina nunca: cada vez que se publica o modifica una tecnología, se busca de nuevo y se le avisa de lo que encaja. Indique aquí cómo:
saved-done-saved = La búsqueda se ha guardado.
saved-done-removed = La búsqueda se ha eliminado.

hook-title = Webhooks
hook-lead = Un programa suyo recibe de inmediato aviso de lo que ocurre con las fichas y los emparejamientos de su organización. Los envíos van firmados y solo contienen identificadores.
hook-one = Webhook
hook-none-title = Aún no hay ningún webhook
hook-none-text = Añada la dirección de un programa que deba recibir avisos.
hook-add = Añadir un webhook
hook-url = Dirección
hook-url-hint = Una dirección https de la Internet pública.
hook-events = Se le avisa cuando
hook-event-record_published = se publica una ficha
hook-event-record_withdrawn = se retira una ficha
hook-event-match_proposed = un emparejamiento espera su respuesta
hook-event-match_answered = una parte ha respondido
hook-event-match_introduced = se ha presentado a ambas partes
hook-event-match_moved = un emparejamiento avanza de otro modo
hook-event-ping = alguien prueba el webhook
hook-since = desde el { $value }
hook-failures =
    { $count ->
        [one] { $count } fallo seguido
        [many] { $count } de fallos seguidos
       *[other] { $count } fallos seguidos
    }
hook-off-title = Desactivado.
hook-off = No recibe avisos desde el { $value } porque fallaron demasiados envíos. Elimínelo y añádalo de nuevo cuando funcione.
hook-secret-shown = Copie ahora este secreto: con él se firma cada envío. Solo se muestra esta vez.
hook-ping = Enviar una prueba
hook-rotate = Cambiar el secreto
hook-rotate-hint = Durante un día después del cambio, cada envío lleva dos firmas: la del secreto nuevo y la del anterior.
hook-deliveries = Envíos
hook-deliveries-none = Aún no se ha enviado nada.
hook-status-waiting = en espera
hook-status-delivered = entregado
hook-status-given_up = abandonado
hook-attempts =
    { $count ->
        [one] { $count } intento
        [many] { $count } de intentos
       *[other] { $count } intentos
    }
hook-failure-unreadable = La dirección no se puede interpretar.
hook-failure-insecure = La dirección debe empezar por https://.
hook-failure-credentials = La dirección no debe contener nombre de usuario ni contraseña.
hook-failure-private = La dirección lleva a una red privada. Solo se llama a direcciones de la Internet pública.
hook-failure-unknown_name = No se conoce el nombre de host de la dirección.
hook-failure-no_connection = No se pudo establecer la conexión.
hook-failure-no_encryption = No se pudo establecer una conexión cifrada; quizá el certificado no sea válido.
hook-failure-no_http = La conexión se interrumpió o la respuesta no era HTTP.
hook-failure-no_answer = No hubo respuesta a tiempo.
hook-failure-not_taken = El programa no aceptó el envío.
hook-failure-internal = El propio servicio no pudo enviarlo.
hook-answer = respuesta: { $value }
hook-next = próximo intento: { $value }
hook-done-ping = Se ha enviado una prueba.
hook-done-off = Este webhook está desactivado y no recibe nada.
hook-done-removed = El webhook se ha eliminado.

told-title = Cómo recibe los avisos
told-lead = Todo figura en la lista de avisos. Indique aquí qué desea recibir además por correo.
told-lang = Idioma de los correos
told-lang-usual = El habitual del servicio
told-save = Guardar
told-group-matches = Emparejamientos y casos
told-group-records = Sus fichas
told-group-other = Búsquedas y servicio
told-how-instant = por correo, de inmediato
told-how-digest = en un solo correo al día
told-how-off = solo en la lista
told-done-saved = A partir de ahora recibirá así los avisos.
told-of-match_proposed = Un emparejamiento espera su respuesta
told-of-match_answered = La otra parte ha respondido
told-of-match_introduced = Se le ha presentado a la otra parte
told-of-match_moved = Un emparejamiento avanza
told-of-match_due = Un emparejamiento lleva tiempo esperando su respuesta
told-of-match_overdue = Una respuesta está con retraso
told-of-export_due = El plazo de un procedimiento de exportación está por terminar
told-of-interest_received = Alguien está interesado en una ficha
told-of-message_received = Un mensaje nuevo en un caso
told-of-record_status = Otra persona ha publicado, retirado o archivado su ficha
told-of-record_idle = Su ficha lleva tiempo sin cambios
told-of-record_archived = Su ficha se ha archivado
told-of-new_fits = Hay novedades que responden a su demanda o encajan con su tecnología
told-of-record_reviewed = Su ficha se ha revisado
told-of-record_expiring = Su ficha vence pronto
told-of-record_expired = Su ficha ha vencido
told-of-webhook_disabled = Un webhook se ha desactivado
told-of-search_fits = Hay novedades que responden a una búsqueda guardada
told-of-organisation_waits = Se ha registrado una organización
told-of-milestone_set = Se ha fijado o movido un hito
told-of-milestone_overdue = Un hito está vencido
told-of-outcome_asked = Se le pregunta en qué quedó un acuerdo
told-of-matches_freed = Emparejamientos de otros vuelven a la cola

learning-title = Lo aprendido de las decisiones
learning-lead = Las decisiones que se refieren a la adecuación reajustan el peso de los indicios en la clasificación. Los pesos nuevos solo entran en vigor si dan mejor resultado en demandas que se reservaron aparte; todas las versiones se conservan y un administrador puede volver a cualquiera de ellas.
learning-none-title = Aún no se ha aprendido nada
learning-none-text = La clasificación es la que trae el programa. Decisiones necesarias como mínimo: { $count }.
learning-version = Versión { $value }
learning-in-force = en vigor
learning-outcome-shipped = incluida en el programa
learning-outcome-adopted = mejor
learning-outcome-no_gain = no mejor
learning-outcome-worse = peor
learning-from = decisiones: { $a }; demandas: { $b }; decisiones reservadas para medir: { $c }
learning-order = Orden de las sugerencias (nDCG@10), antes → después
learning-error = Error de la puntuación (calibración), antes → después
learning-weights = Pesos de los indicios
learning-adopt = Poner en vigor
learning-done-adopted = La versión está en vigor. Todas las demandas publicadas se emparejan de nuevo con ella.
learning-done-other = Se aprendió para otra versión del programa y no puede ponerse en vigor.

feed-link = Seguir como canal (Atom)
