### Home page.

home-title = Transferência internacional de tecnologia
home-heading = Aquilo de que um país necessita e o que outro criou
home-lead = A Siku lê quatro bibliotecas em qualquer língua, encontra as tecnologias que respondem a uma necessidade e mostra, requisito a requisito, que frase responde a qual.
home-search-hint = Descreva uma necessidade ou uma tecnologia por palavras suas, em qualquer língua.
home-count-technologies = { $count ->
    [one] tecnologia oferecida
    [many] de tecnologias oferecidas
   *[other] tecnologias oferecidas
}
home-count-demands = { $count ->
    [one] necessidade
    [many] de necessidades
   *[other] necessidades
}
home-count-results = { $count ->
    [one] projeto realizado
    [many] de projetos realizados
   *[other] projetos realizados
}
home-count-institutions = { $count ->
    [one] instituição executora
    [many] de instituições executoras
   *[other] instituições executoras
}
home-matches = Últimas correspondências
home-latest-technologies = Últimas tecnologias
home-latest-demands = Últimas necessidades
home-latest-results = Últimos resultados
home-latest-institutions = Últimas instituições
home-all-technologies = Todas as tecnologias
home-all-demands = Todas as necessidades
home-all-results = Todos os resultados
home-all-institutions = Todas as instituições
home-nothing-yet = Ainda não foi publicado nada aqui.

map-title = Onde estão as necessidades e os resultados
map-demands = { $count ->
    [one] { $count } necessidade
    [many] { $count } de necessidades
   *[other] { $count } necessidades
}
map-results = { $count ->
    [one] { $count } resultado
    [many] { $count } de resultados
   *[other] { $count } resultados
}
map-country = { $country }: { $demands }, { $results }
map-table = Todos os países numa tabela
map-country-column = País
map-total = Total
map-note = Um resultado de vários países conta em cada um deles e uma só vez no total.
map-legend = Necessidades e resultados de um país
home-supply-title = Tem uma tecnologia?
home-supply-text = Registe a sua empresa, publique uma tecnologia ou uma folha de cálculo inteira e veja a que necessidades responde.
home-demand-title = O seu país precisa de uma?
home-demand-text = Embaixadas, ministérios e câmaras entram por convite e publicam as necessidades na sua língua.
