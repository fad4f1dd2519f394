### Lists, search, filters, paging.

search-technologies = Buscar tecnologías
search-demands = Buscar demandas
search-results = Buscar resultados de cooperación
search-institutions = Buscar instituciones
search-title = Búsqueda
search-title-for = «{ $value }»
search-scope-all = Todas las bibliotecas
search-lead = Una sola búsqueda en tecnologías, demandas, resultados e instituciones, en cualquier idioma.
search-see-all = { $count ->
    [one] Ver la única ficha
    [many] Ver los { $count } de fichas
   *[other] Ver las { $count } fichas
}
search-nothing = No se ha encontrado nada para «{ $value }».
search-nothing-hint = Describa la necesidad con una frase en lugar de palabras sueltas, quite un filtro o guarde la búsqueda para recibir un aviso cuando algo encaje.
search-nothing-in = Nada encontrado en:

list-count = { $count ->
    [one] { $count } ficha
    [many] { $count } de fichas
   *[other] { $count } fichas
}
list-count-found = { $count ->
    [one] { $count } ficha encontrada
    [many] { $count } de fichas encontradas
   *[other] { $count } fichas encontradas
}
list-empty-title = Aún no hay nada aquí
list-empty-text = Cuando se publique la primera ficha, aparecerá en esta página.
list-none-title = No hay coincidencias
list-none-text = Pruebe con menos palabras o con otras, o quite un filtro.
found-by-meaning = hallado por el significado
sort-label = Ordenar por
sort-relevance = pertinencia
sort-newest = más recientes
sort-title = título
filters = Filtros
filters-active = Filtros activos
filter-remove = Quitar el filtro
filters-clear = Quitar todos
facet-more = { $count } más
facet-library = Biblioteca
facet-field = Campo
facet-country = País
facet-mode = Cooperación
facet-kind = Tipo
facet-service = Servicio
facet-region = Región
facet-lang = Idioma
pager-label = Páginas
pager-first = Volver a la primera página
pager-next = Página siguiente
sort-updated = última modificación
facet-target_country = País de destino
facet-trl = Madurez
facet-urgency = Urgencia
facet-progress = Avance
facet-operation = Situación
facet-year = Año
readiness-1-3 = TRL 1–3: investigación
readiness-4-6 = TRL 4–6: desarrollo
readiness-7-9 = TRL 7–9: en uso
