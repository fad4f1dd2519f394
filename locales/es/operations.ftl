### El funcionamiento del servicio: trabajos, índices, auditoría, ajustes.

operations-title = Funcionamiento
operations-jobs = Trabajos
operations-index = Índices de búsqueda
operations-audit = Auditoría
operations-settings = Ajustes

jobs-lead = Lo que se deriva de un cambio es un trabajo: emparejar, avisar. Un trabajo que falla se reintenta por sí solo, con pausas que se duplican, hasta que se abandona.
jobs-states = Estado
jobs-state-waiting = En espera ({ $a })
jobs-state-failing = Con fallos ({ $a })
jobs-state-given_up = Abandonados ({ $a })
jobs-state-done = Terminados ({ $a })
jobs-none-title = No hay trabajos
jobs-none-text = Ningún trabajo se encuentra en este estado.
jobs-since = desde el { $value }
jobs-attempts = { $count ->
    [one] intentado { $count } vez
    [many] intentado { $count } de veces
   *[other] intentado { $count } veces
}
jobs-next = se reintenta el { $value }
jobs-given-up = abandonado el { $value }
jobs-done = terminado el { $value }
jobs-retry = Reintentar ahora
jobs-retry-all = Reintentar todos ahora
jobs-retried = { $count ->
    [0] No había fallado ningún trabajo.
    [one] Se reintenta { $count } trabajo.
    [many] Se reintentan { $count } de trabajos.
   *[other] Se reintentan { $count } trabajos.
}
job-match_demand = Emparejar una demanda
job-match_technology = Emparejar una tecnología
job-alert_searches = Avisar a quienes guardaron búsquedas que coinciden

index-lead = Todos los índices se calculan a partir de la base de datos y pueden rehacerse en cualquier momento. La primera cifra es el último cambio que contiene el índice; la segunda, el más reciente que existe.
index-library = Biblioteca
index-records = Fichas
index-change = Cambio incorporado / más reciente
index-waiting = Pendientes de vectores
index-size = En disco
index-behind = con retraso
index-megabytes = { $value } MB
index-algorithm = algoritmo { $value }
index-weights = pesos, versión { $value }
index-model = modelo { $value }
index-model-missing = falta el modelo { $value }
index-check = Comprobar
index-rebuild = Reconstruir
index-rebuild-lead = La comprobación compara el índice y la base de datos ficha por ficha. La reconstrucción crea índices nuevos junto a los actuales, que se siguen consultando hasta que los nuevos están completos.

errand-check_index = Comprobación de los índices
errand-rebuild_index = Reconstrucción de los índices
errand-verify_audit = Verificación de la auditoría
errand-began = iniciada el { $value }
errand-running-of = { $a } de { $b }
errand-ended-done = terminada el { $a }, todo está en orden
errand-ended-partly = terminada el { $a }, algo no está en orden
errand-ended-failed = fallida el { $a }
errand-look-again = Vuelva a cargar la página para ver cuánto ha avanzado.

audit-lead = Quién hizo y quién vio qué, de lo más reciente a lo más antiguo. Las entradas están enlazadas entre sí mediante hashes y no pueden modificarse.
audit-not-verified = La cadena no se ha verificado desde que se inició el servicio.
audit-verify = Verificar la cadena
audit-number = Número
audit-time = Cuándo
audit-who = Quién
audit-service = el servicio
audit-actor = Persona
audit-action = Acción
audit-record = Ficha
audit-from = Desde
audit-to = Hasta
audit-filter = Filtrar
audit-all = Mostrar todo
audit-detail = Detalles
audit-export = Descargar estas entradas (JSON Lines)
audit-none-title = No hay entradas
audit-none-text = Nada en la auditoría cumple estas condiciones.
audit-wrong-actor = La persona debe indicarse mediante su identificador.
audit-wrong-record = La ficha debe indicarse mediante su identificador.
audit-wrong-from = «Desde» debe ser una fecha.
audit-wrong-to = «Hasta» debe ser una fecha.

settings-lead = Lo que está en vigor en este proceso y de dónde procede. Los secretos no se muestran nunca.
settings-key = Ajuste
settings-value = Valor
settings-source = Procedencia
setting-source-default = valor predeterminado
setting-source-file = archivo { $a }
setting-source-environment = variable de entorno { $a }
setting-source-option = línea de comandos { $a }

dashboard-name = Cuadro de mando
dashboard-all-countries = Todos los países
dashboard-all-fields = Todos los campos
dashboard-filter = Mostrar
dashboard-table = En forma de tabla
dashboard-more = { $count ->
    [one] En la tabla hay { $count } línea más.
    [many] En la tabla hay { $count } de líneas más.
   *[other] En la tabla hay { $count } líneas más.
}
dashboard-rest = { $count ->
    [one] En los archivos hay { $count } línea más.
    [many] En los archivos hay { $count } de líneas más.
   *[other] En los archivos hay { $count } líneas más.
}
dashboard-none-title = No hay nada que contar
dashboard-none-text = No hay nada de este tipo.
dashboard-nothing = no consta
dashboard-title-funnel = De la sugerencia a la ejecución
dashboard-title-time = Tiempo en cada estado
dashboard-title-spread = Emparejamientos por país, campo y mes
dashboard-title-unanswered_demands = Demandas sin respuesta
dashboard-title-idle_technologies = Tecnologías sin demanda
dashboard-title-grades = Instituciones por calificación
dashboard-lead-funnel = Cuántos emparejamientos llegaron al menos hasta ahí. Los pasos que se deshicieron no cuentan.
dashboard-lead-time = Mediana de los días que los emparejamientos permanecieron en un estado antes de dejarlo.
dashboard-lead-spread = Emparejamientos sugeridos, por país y campo de la demanda. Una demanda de dos campos cuenta en ambos.
dashboard-lead-unanswered_demands = Demandas publicadas que no figuran en ningún emparejamiento aún abierto.
dashboard-lead-idle_technologies = Tecnologías publicadas que no figuran en ningún emparejamiento aún abierto.
dashboard-lead-grades = Instituciones publicadas.
dashboard-head-state = Estado
dashboard-head-country = País
dashboard-head-field = Campo
dashboard-head-month = Mes
dashboard-head-grade = Calificación
dashboard-measure-matches = Emparejamientos
dashboard-measure-median_days = Días (mediana)
dashboard-measure-left = Lo dejaron
dashboard-measure-present = Actualmente en él
dashboard-measure-suggested = Sugeridos
dashboard-measure-introduced = Partes presentadas
dashboard-measure-agreed = Acordados
dashboard-measure-demands = Demandas
dashboard-measure-technologies = Tecnologías
dashboard-measure-institutions = Instituciones

job-translate_record = Traducir una ficha

operations-taxonomy = Taxonomía
taxonomy-lead = Los campos de la tecnología y sus denominaciones. Las listas, los formularios, los filtros y los emparejamientos recogen de inmediato cualquier cambio.
taxonomy-shown = Mostrar
taxonomy-all = { $count ->
    [one] { $count } campo
    [many] Todos los campos ({ $count })
   *[other] Todos los campos ({ $count })
}
taxonomy-lacking = { $count ->
    [one] { $count } campo con denominaciones pendientes
    [many] { $count } de campos con denominaciones pendientes
   *[other] { $count } campos con denominaciones pendientes
}
taxonomy-none-title = No falta ninguna denominación
taxonomy-none-text = Todos los campos tienen nombre en los siete idiomas.
taxonomy-missing = falta: { $value }
taxonomy-retired = desactivado
taxonomy-replaced = desactivado; sustituido por { $value }
field-labels = Denominaciones
field-labels-lead = Si falta la denominación en un idioma, los lectores ven la inglesa o, en su defecto, la china. Una de las dos es obligatoria.
field-save = Guardar las denominaciones
field-now = Valor actual:
field-stale = Otra persona ha modificado este campo desde que usted lo abrió. Lo que ha escrito sigue aquí y, a su lado, lo que está guardado; guarde de nuevo para sustituirlo.
field-wrong = No se ha guardado nada. Lo que debe corregirse se indica abajo, junto a cada dato.
field-records = { $count ->
    [0] ninguna ficha con este campo
    [one] { $count } ficha con este campo
    [many] { $count } de fichas con este campo
   *[other] { $count } fichas con este campo
}
field-retirement = Desactivación
field-retirement-lead = Las fichas existentes conservan un campo desactivado y se siguen encontrando por él. Las fichas nuevas no pueden elegirlo.
field-replacement = Campo que debe elegirse en su lugar
field-no-replacement = Ninguno
field-retire = Desactivar este campo
field-restore = Reactivar este campo
field-below = Añadir un campo dentro de este
field-name = Código, precedido de
field-name-hint = Letras minúsculas, cifras y _. El código no cambiará nunca; las denominaciones pueden modificarse.
field-add = Añadir el campo
field-done-changed = Las denominaciones se han guardado.
field-done-retired = El campo se ha desactivado.
field-done-restored = El campo se ha reactivado.
field-done-added = El campo se ha añadido.
field-fault-labels-too_long = Una denominación tiene 120 caracteres como máximo.
field-fault-labels-invalid = Otro campo ya tiene esta denominación, o esta ocupa más de una línea.
field-fault-labels-required = Es obligatoria una denominación en chino o en inglés.
field-fault-code-unknown_field = Solo se pueden añadir campos dentro de los del primer nivel.
field-fault-code-invalid = El código ya está en uso, contiene caracteres distintos de letras minúsculas, cifras y _, o no empieza por una letra.
field-fault-code-too_long = El código es demasiado largo.
field-fault-retired-locked = Este campo no se puede desactivar: sustituye a otro o pertenece al primer nivel.
field-fault-replacement-invalid = Solo se sustituye un campo desactivado.
field-fault-replacement-unknown_field = El campo que lo sustituya debe ser otro que no esté desactivado.
