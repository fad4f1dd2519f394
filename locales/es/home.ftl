### Home page.

home-title = Transferencia internacional de tecnología
home-heading = Lo que necesita un país y lo que otro ha creado
home-lead = Siku lee cuatro bibliotecas en cualquier idioma, encuentra las tecnologías que responden a una demanda y muestra, requisito por requisito, qué frase responde a cuál.
home-search-hint = Describa una necesidad o una tecnología con sus propias palabras, en cualquier idioma.
home-count-technologies = { $count ->
    [one] tecnología ofrecida
    [many] de tecnologías ofrecidas
   *[other] tecnologías ofrecidas
}
home-count-demands = { $count ->
    [one] demanda
    [many] de demandas
   *[other] demandas
}
home-count-results = { $count ->
    [one] proyecto realizado
    [many] de proyectos realizados
   *[other] proyectos realizados
}
home-count-institutions = { $count ->
    [one] institución ejecutora
    [many] de instituciones ejecutoras
   *[other] instituciones ejecutoras
}
home-matches = Últimos emparejamientos
home-latest-technologies = Últimas tecnologías
home-latest-demands = Últimas demandas
home-latest-results = Últimos resultados
home-latest-institutions = Últimas instituciones
home-all-technologies = Todas las tecnologías
home-all-demands = Todas las demandas
home-all-results = Todos los resultados
home-all-institutions = Todas las instituciones
home-nothing-yet = Aquí aún no se ha publicado nada.

map-title = Dónde están las demandas y los resultados
map-demands = { $count ->
    [one] { $count } demanda
    [many] { $count } de demandas
   *[other] { $count } demandas
}
map-results = { $count ->
    [one] { $count } resultado
    [many] { $count } de resultados
   *[other] { $count } resultados
}
map-country = { $country }: { $demands }, { $results }
map-table = Todos los países en una tabla
map-country-column = País
map-total = Total
map-note = Un resultado de varios países cuenta en cada uno de ellos y una sola vez en el total.
map-legend = Demandas y resultados de un país
home-supply-title = ¿Tiene una tecnología?
home-supply-text = Registre su empresa, publique una tecnología o toda una hoja de cálculo y vea a qué demandas responde.
home-demand-title = ¿Su país necesita una?
home-demand-text = Embajadas, ministerios y cámaras entran por invitación y publican sus demandas en su idioma.
