### Lists, search, filters, paging.

search-technologies = Pesquisar tecnologias
search-demands = Pesquisar necessidades
search-results = Pesquisar resultados de cooperação
search-institutions = Pesquisar instituições
search-title = Pesquisa
search-title-for = “{ $value }”
search-scope-all = Todas as bibliotecas
search-lead = Uma só pesquisa em tecnologias, necessidades, resultados e instituições, em qualquer língua.
search-see-all = { $count ->
    [one] Ver o único registo
    [many] Ver os { $count } de registos
   *[other] Ver os { $count } registos
}
search-nothing = Nada foi encontrado para “{ $value }”.
search-nothing-hint = Descreva a necessidade numa frase em vez de palavras soltas, retire um filtro ou guarde a pesquisa para ser avisado quando algo servir.
search-nothing-in = Nada encontrado em:

list-count = { $count ->
    [one] { $count } registo
    [many] { $count } de registos
   *[other] { $count } registos
}
list-count-found = { $count ->
    [one] { $count } registo encontrado
    [many] { $count } de registos encontrados
   *[other] { $count } registos encontrados
}
list-empty-title = Ainda não há nada aqui
list-empty-text = Quando for publicado o primeiro registo, aparecerá nesta página.
list-none-title = Nada corresponde
list-none-text = Experimente menos palavras ou outras, ou retire um filtro.
found-by-meaning = encontrado pelo sentido
sort-label = Ordenar por
sort-relevance = relevância
sort-newest = mais recentes
sort-title = título
filters = Filtros
filters-active = Filtros ativos
filter-remove = Retirar o filtro
filters-clear = Retirar todos
facet-more = Mais { $count }
facet-library = Biblioteca
facet-field = Domínio
facet-country = País
facet-mode = Cooperação
facet-kind = Tipo
facet-service = Serviço
facet-region = Região
facet-lang = Língua
pager-label = Páginas
pager-first = Voltar à primeira página
pager-next = Página seguinte
sort-updated = última alteração
facet-target_country = País visado
facet-trl = Maturidade
facet-urgency = Urgência
facet-progress = Andamento
facet-operation = Situação
facet-year = Ano
readiness-1-3 = TRL 1–3: investigação
readiness-4-6 = TRL 4–6: desenvolvimento
readiness-7-9 = TRL 7–9: em uso
