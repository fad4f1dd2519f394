### La mesa del intermediario: cola, casos abiertos, exámenes; y los avisos recibidos.

desk-title = Mesa de trabajo
desk-queue = Cola
desk-cases = Mis casos
desk-screenings = Exámenes de exportación
desk-field = Campo
desk-country = País de la demanda
desk-language = Idioma
desk-state = Estado
desk-whose = Encargado
desk-any = Cualquiera
desk-waiting = Sin decidir
desk-anybody = Cualquiera
desk-assigned-me = Yo
desk-assigned-nobody = Nadie
desk-narrow = Mostrar
desk-empty-title = No hay nada que decidir.
desk-empty-text = Aquí aparecen nuevas sugerencias en cuanto se publica o modifica una demanda o una tecnología.
desk-key-move = desplazarse
desk-key-open = abrir
desk-key-dismiss = descartar y, después, una cifra para el motivo
desk-key-mark = marcar
desk-mark = Marcar
desk-marked = Los marcados:
desk-dismiss-marked = Descartar los marcados
desk-dismissed = { $count ->
    [one] Se ha descartado { $count } emparejamiento.
    [many] Se han descartado { $count } de emparejamientos.
   *[other] Se han descartado { $count } emparejamientos.
}
desk-no-cases-title = No tiene ningún caso abierto a su cargo.
desk-no-cases-text = Tome uno de la cola o pida que se le asigne.

screening-lead = Tecnologías de emparejamientos abiertos que deben examinarse antes de que pueda presentarse a las partes.
screening-none-title = No hay nada que examinar.
screening-none-text = Todas las tecnologías de los emparejamientos abiertos se han examinado en su versión actual, con arreglo al catálogo en vigor.
screening-look = Examinarla
screening-why-unscreened = nunca examinada
screening-why-older_catalogue = con arreglo a un catálogo anterior
screening-why-technology_changed = modificada desde entonces
screening-waiting = { $count ->
    [one] { $count } emparejamiento en espera
    [many] { $count } de emparejamientos en espera
   *[other] { $count } emparejamientos en espera
}
screening-catalogues = Catálogos
screening-in-force = en vigor desde el { $value }
screening-entries = { $count ->
    [one] { $count } entrada
    [many] { $count } de entradas
   *[other] { $count } entradas
}
screening-file = Archivo del catálogo
screening-import = Importar un catálogo
screening-import-hint = JSON Lines: el catálogo en la primera línea y una entrada en cada una de las demás.
screening-unreadable = No se puede leer el catálogo: { $value }
screening-done-recorded = El examen se ha registrado.
screening-done-imported = El catálogo se ha importado. Lo examinado con arreglo a uno anterior debe examinarse de nuevo.
screening-near = Entradas más próximas del catálogo
screening-near-lead = Una ayuda, no un examen.
screening-near-none = Ninguna entrada del catálogo se aproxima.
screening-entry = Entrada
screening-nearness = Proximidad
screening-record = Registrar el examen
screening-outcome = Conclusión
screening-more-entries = Otras entradas consideradas (códigos separados por comas)
screening-against = con arreglo al catálogo del { $value }

notices-title = Avisos
notices-none = Aún no ha recibido ningún aviso.
notices-read = Marcar como leído
notices-read-all = Marcar todos como leídos

live-new = Hay novedades desde que abrió esta página:
live-show = mostrar

view-tabs = Vistas guardadas
view-new = Guardar estos filtros como
view-save = Guardar la vista
view-manage = Cambiar el nombre de esta vista o eliminarla
view-new-name = Nombre
view-rename = Cambiar el nombre
view-remove = Eliminar esta vista
view-too-many = Tiene 20 vistas guardadas. Elimine una antes de guardar otra.
view-fault-name-required = Una vista necesita un nombre de 60 caracteres como máximo, en una sola línea.
view-fault-name-taken = Ya tiene una vista con este nombre.
view-fault-filters-required = Elija antes al menos un filtro.
view-fault-filters-unknown_field = Este campo no existe.
view-fault-filters-unknown_country = Este país no existe.
view-fault-filters-unknown_language = Este idioma no existe.
view-fault-filters-invalid = Una vista muestra sus propios emparejamientos, los que no están asignados a nadie o los de una sola persona.
screening-no-catalogue-text = Una tecnología puede examinarse en cuanto un responsable de las bibliotecas haya importado el catálogo en la página de exámenes.
notices-none-text = Aquí se le avisa cuando un emparejamiento espera su respuesta, se ha revisado una ficha o avanza un expediente.
desk-most = Se muestran los { $value } de más valor; los demás suben a medida que se deciden estos.
desk-why = Lo que habla a su favor
desk-export-open = Examinada; hoy nada se opone a la presentación.
