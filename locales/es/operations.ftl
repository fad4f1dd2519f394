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
