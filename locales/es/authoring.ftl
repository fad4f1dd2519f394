### Las páginas de los autores: sus propias fichas, el formulario de una ficha, lo que se hace con ella.

nav-mine = Mis fichas
authoring-mine = Las fichas de su organización
authoring-all = Todas
authoring-new-technologies = Publicar una tecnología
authoring-new-demands = Publicar una demanda
authoring-new-results = Añadir un resultado
authoring-new-institutions = Añadir una institución
authoring-first-technologies = Publicar su primera tecnología
authoring-first-demands = Publicar su primera demanda
authoring-first-results = Añadir su primer resultado
authoring-first-institutions = Añadir su primera institución
authoring-empty-technologies = Describa qué hace su tecnología y para quién. El servicio busca las demandas a las que responde, en cualquier idioma, e indica por qué.
authoring-empty-demands = Describa, en su propio idioma, qué se necesita y qué debe cumplir. El servicio busca las tecnologías que responden e indica por qué.
authoring-empty-results = Una cooperación que ha funcionado es la mejor prueba para la siguiente.
authoring-empty-institutions = Con cada emparejamiento se indican las instituciones capaces de llevarlo a cabo.
authoring-none-text = Ninguna de sus fichas se encuentra en esta situación.
authoring-nobody = Su cuenta no pertenece a ninguna organización.
authoring-nobody-text = Las fichas pertenecen a las organizaciones. Todas figuran en las listas de las bibliotecas.
authoring-matches = { $count ->
    [one] { $count } emparejamiento
    [many] { $count } de emparejamientos
   *[other] { $count } emparejamientos
}
authoring-improve = { $count ->
    [one] { $count } punto por mejorar
    [many] { $count } de puntos por mejorar
   *[other] { $count } puntos por mejorar
}

status-draft = Borrador
status-returned = Devuelta con comentarios
status-submitted = Pendiente de revisión
status-published = Publicada
status-expiring = Publicada, vence pronto
status-archived = Archivada
status-withdrawn = Retirada
status-rejected = No aceptada
status-suspended = Oculta: organización suspendida

mine-record = Ficha
mine-state = Situación
mine-changed = Última modificación
mine-improve = Por mejorar
mine-do = Acciones
mine-edit = Editar

section-what = Qué es
section-worth = En qué es mejor
section-asked = Qué debe cumplir
section-conditions = Condiciones de funcionamiento
section-where = Dónde
section-terms = Condiciones de cooperación
section-rights = Derechos
section-people = Quién y cuándo
section-course = Cómo se desarrolló
section-work = Cómo funciona
section-export = Control de exportaciones
section-rest = Otros datos
section-record = Datos de la ficha
section-confidential = Parte confidencial
section-lead-what = Esta parte la lee todo el mundo. No mencione su organización ni ninguna marca, ni incluya datos de contacto: ambas partes permanecen anónimas hasta que el intermediario las presenta.
section-lead-asked = Un requisito por línea: cada uno se compara por separado con cada tecnología, y la respuesta se muestra a su lado.
section-lead-conditions = Cifras con su unidad. Se comparan como intervalos, sea cual sea la unidad; deje vacío el límite que no exista.
section-lead-export = Lo que usted mismo sepa. Antes de una presentación, un responsable de las bibliotecas examina cada tecnología con arreglo al catálogo en vigor.
section-lead-confidential = No se muestra al público ni se incluye en las búsquedas. La leen su organización, el intermediario que se ocupa de un emparejamiento de esta ficha y quienes gestionan el servicio; queda constancia de cada lectura.

hint-title = Una línea: qué es y para qué sirve.
hint-summary = Dos frases para las listas.
hint-description = Cómo funciona, qué consigue y dónde se ha utilizado, con cifras y unidades.
hint-keywords = Una por línea.
hint-links = Una dirección por línea. Los enlaces revelan quién es usted antes de que ambas partes hayan aceptado.
hint-ipc_classes = Una por línea, por ejemplo A01G 25/16.
hint-institutions = Una por línea: el número de la institución, por ejemplo I-2026-000001.
hint-languages = Uno por línea: zh, en, fr…
hint-technology = El número de la tecnología, por ejemplo T-2026-000001.
hint-lang = El idioma en el que escribe. Los demás leen una traducción.
hint-trl = De 1 a 9: 9 está en uso, 6 es un prototipo en su entorno.
hint-min_trl = De 1 a 9: 9 está en uso, 6 es un prototipo en su entorno.
hint-currency = Tres letras, por ejemplo CNY, USD o EUR.
hint-valid_until = El último día de validez. Se le preguntará antes de que venza.
hint-external_id = El número que usted le asigna. Al importar un archivo con el mismo número se actualiza esta ficha.
hint-target_countries = Si no elige ninguno, vale cualquier país.
hint-cooperation_modes = De qué forma la cedería.
hint-accepted_modes = Si no elige ninguna, vale cualquier forma.
hint-ip_rights = Una línea sin número no se guarda.
hint-requirements = Una línea que se deja vacía se elimina.
hint-operating_conditions = Una línea que se deja vacía se elimina.

add-requirements = Añadir otro requisito
add-operating_conditions = Añadir otra condición
add-ip_rights = Añadir otro derecho
add-parties = Añadir otra parte
add-outcomes = Añadir otra cifra
add-contacts = Añadir otro contacto

part-text = Requisito
part-priority = Importancia
part-quantity = Magnitud
part-min = Desde
part-max = Hasta
part-unit = Unidad
part-kind = Tipo
part-number = Número
part-territory = Territorio
part-name = Nombre
part-country = País
part-role = Función
part-measure = Qué se midió
part-value = Cifra
part-email = Correo electrónico
part-phone = Teléfono

column-export_catalogue = Catálogo de exportación
column-export_entry = Entrada del catálogo
column-export_screened_on = Fecha del examen
column-year = Año
column-start_date = Primer día
column-end_date = Último día
column-grade_date = Fecha de la calificación
column-contacts = Contactos

authoring-whole-field = todo el campo
authoring-other-countries = Otros países
authoring-needed = obligatorio
authoring-free = se publica de inmediato
authoring-remove = Eliminar
authoring-see = Ver la ficha
authoring-save = Guardar el borrador
authoring-change = Guardar los cambios
authoring-check = Comprobar
authoring-submit = Presentar a revisión
authoring-published = Esta ficha está publicada.
authoring-at-once = Los cambios en estos datos se publican de inmediato: { $value }. Todo lo demás se revisa antes; hasta entonces todos ven la ficha tal como está.
authoring-operator = Usted es responsable de las bibliotecas: lo que guarde lo ven todos de inmediato.
closed-submitted = Está a la espera de una revisión y entretanto no se modifica. Para modificarla, vuelva a ponerla como borrador.
closed-withdrawn = Se retiró. Para modificarla, vuelva a ponerla como borrador.
closed-rejected = Se revisó y no se aceptó; queda tal como se revisó.
closed-suspended = Esta ficha está oculta porque su organización está suspendida, y no se puede cambiar hasta que se restablezca.
authoring-steps = Qué más puede hacer
authoring-waiting = Su modificación está pendiente de revisión
authoring-waiting-text = Hasta que se revise, todos ven la ficha tal como estaba. Para hacer otra modificación, retire antes esta.
authoring-take-back = Retirar la modificación
authoring-stale = Entretanto, otra persona ha guardado esta ficha.
authoring-stale-text = Lo que usted ha escrito sigue abajo y no se ha guardado. Compárelo; si vuelve a guardar, su texto sustituirá al de la otra persona.
authoring-conflict = El texto de la otra persona y el suyo
authoring-state = La situación actual de la ficha no lo permite.
authoring-unsaved = No se ha guardado: corrija lo que se indica a continuación.
authoring-lost = No se ha guardado: el servicio no responde o su sesión ya no está abierta.
authoring-kept = Lo que ha escrito sigue aquí.
authoring-mistakes = { $count ->
    [one] Hay { $count } punto que corregir.
    [many] Hay { $count } de puntos que corregir.
   *[other] Hay { $count } puntos que corregir.
}

authoring-done-saved = El borrador se ha guardado.
authoring-done-live = La modificación se ha guardado y publicado.
authoring-done-waits = Lo que se publica de inmediato se ha guardado; el resto está pendiente de revisión.
authoring-done-submitted = La ficha está pendiente de revisión. Se le avisará cuando concluya.
authoring-done-reopened = La ficha vuelve a ser un borrador.
authoring-done-archived = La ficha se ha archivado.
authoring-done-withdrawn = La ficha se ha retirado.
authoring-done-renewed = Se ha ampliado la validez de la ficha.
authoring-done-taken_back = Su modificación se ha retirado.
authoring-done-faults = Aún no se ha hecho nada: corrija antes lo que se indica aquí.
authoring-done-stale = No se ha hecho nada: entretanto, otra persona ha modificado la ficha. Así está ahora.
authoring-done-state = No se ha hecho nada: la situación actual de la ficha no lo permite.

step-reopen = Volver a borrador
step-renew = Renovar
step-renew-now = Es válida hasta el { $value }.
step-renew-until = Nueva fecha de validez
step-archive = Archivar
step-withdraw = Retirar
step-reason = Motivo (para el historial de la ficha)
step-about-archive = Una ficha archivada no se muestra a nadie ni se empareja con nada. Si la renueva, vuelve a publicarse tras una revisión.
step-about-withdraw = Una ficha retirada no se muestra a nadie y sus sugerencias terminan. Se conserva aquí con su historial y puede volver a ser un borrador.
step-yes-archive = Sí, archivar
step-yes-withdraw = Sí, retirar

live-title = Mientras escribe
live-saved = Guardado
live-filled = Datos rellenados: { $count } de { $total }
live-nearest = Lo más próximo:
live-duplicates = Fichas ya publicadas y muy parecidas
live-mistakes = Por corregir
live-remarks = Por mejorar
live-nothing = No se ha encontrado nada por mejorar.

outlook-technologies = { $count ->
    [0] Por ahora no se emparejaría con ninguna demanda abierta.
    [one] Se emparejaría con { $count } demanda abierta.
    [many] Se emparejaría con { $count } de demandas abiertas.
   *[other] Se emparejaría con { $count } demandas abiertas.
}
outlook-demands = { $count ->
    [0] Por ahora ninguna tecnología responde a esto.
    [one] Lo que existe hoy: { $count } tecnología.
    [many] Lo que existe hoy: { $count } de tecnologías.
   *[other] Lo que existe hoy: { $count } tecnologías.
}
outlook-nothing-technologies = Aún no hay ninguna demanda abierta.
outlook-nothing-demands = Aún no hay ninguna tecnología.

mistake-required = Este dato es obligatorio.
mistake-invalid = Este valor no es válido.
mistake-wrong_type = Esto no puede leerse.
mistake-no_number = Escriba un número sin su unidad, por ejemplo 1200000 o 0.5.
mistake-no_integer = Escriba un número entero.
mistake-no_date = Escriba una fecha, por ejemplo 2027-12-31.
mistake-too_long = Es demasiado largo.
mistake-too_many = Son demasiados.
mistake-out_of_range = Está fuera de los límites admitidos.
mistake-min_above_max = El valor inferior supera al superior.
mistake-unknown_code = Elija uno de la lista.
mistake-unknown_field = Este campo no figura en la taxonomía.
mistake-unknown_country = Este país no figura en la lista.
mistake-unknown_currency = Escriba las tres letras de la moneda, por ejemplo CNY.
mistake-unknown_language = Esto no es un código de idioma, como zh o pt-BR.
mistake-taken = Otra ficha de su organización ya tiene este número.
mistake-exact-too_long = Es demasiado largo. Límite: { $a } caracteres.
mistake-exact-too_many = Son demasiados. Límite: { $a }.
mistake-exact-out_of_range = Está fuera de los límites admitidos: { $a }.

translations-title = Otros idiomas
translations-count = { $count ->
    [0] Ninguna traducción
    [one] { $count } traducción
    [many] { $count } traducciones
   *[other] { $count } traducciones
}
translations-lead = Los lectores ven su texto en su idioma si lo hay, y si no el original. Lo que usted escribe cuenta como escrito por una persona; si el original cambia después, la traducción se marca como más antigua. Deje vacío un idioma para el que no tenga nada.
translation-by-human = por personas
translation-by-machine = por una máquina
translation-by-stale = el original ha cambiado desde entonces
mistake-original_language = El original ya está en este idioma.
mistake-translation_stays = Una traducción publicada se sustituye, no se vacía.
mistake-retired_field = Este campo está desactivado; elija otro.
mine-waiting = Esperan su respuesta
mine-waiting-lead = Las propone un intermediario. La otra parte no sabe quién es usted hasta que ambas hayan aceptado.
