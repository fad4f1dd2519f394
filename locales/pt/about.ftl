### About page.

about-title = Acerca da Siku
about-lead = A Siku (四库, “quatro bibliotecas”) é um serviço de código aberto que aproxima parceiros na transferência internacional de tecnologia.
about-what-title = O que faz
about-what = Uma empresa publica uma tecnologia, na maioria das vezes em chinês. Uma embaixada publica aquilo de que o seu país necessita, na sua própria língua. A Siku compara as duas requisito a requisito e mostra que frase responde a qual, o que fica sem resposta, projetos semelhantes que resultaram noutros lugares e as instituições capazes de os executar.
about-libraries-title = As quatro bibliotecas
about-technologies = Tecnologias oferecidas: o que cada uma faz, a sua vantagem, a sua maturidade, os seus direitos e a sua situação quanto ao controlo das exportações.
about-demands = Necessidades dos países parceiros: o problema, os requisitos, o orçamento e quem decide.
about-results = Cooperação realizada: quem, onde, como e com que resultado. Serve de prova para a seguinte.
about-institutions = Laboratórios, centros, parques e empresas capazes de executar projetos num país.
about-score-title = O que significa uma pontuação
about-score = A pontuação é uma estimativa: em cada cem sugestões com uma pontuação de 80%, cerca de 80 são aceites. “Não indicado” nunca conta como “não cumprido”: o silêncio de um texto é uma pergunta a fazer.
about-limits-title = O que não faz
about-limits = A Siku sugere; as pessoas decidem. Não mostra contactos ao público e não substitui o controlo das exportações, a diligência devida nem o aconselhamento jurídico.
about-map-title = De onde vem o mapa
about-map = As formas do mapa da página inicial são as da Natural Earth (1:110m, domínio público). As fronteiras são desenhadas como nessa fonte e não exprimem qualquer posição da Siku sobre o estatuto jurídico de um território. Os países demasiado pequenos para serem desenhados são pontos.
about-open-title = Código aberto
about-open = A Siku é software livre sob a licença Apache 2.0. Os programas podem ler através da API tudo o que vê aqui.
