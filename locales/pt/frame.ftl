### The frame of every page: masthead, navigation, footer, messages about the service.

site-name = Siku
site-description = A Siku aproxima aquilo de que um país necessita da tecnologia criada noutro, entre línguas, e mostra porquê.
skip-to-content = Ir para o conteúdo
nav-libraries = Bibliotecas
nav-language = Língua
nav-breadcrumb = Está aqui
nav-home = Início
nav-about = Acerca da Siku
nav-api = API
nav-design = Sistema de design
search-everything = Pesquisar nas quatro bibliotecas
search-button = Pesquisar
footer-line = A Siku é software de código aberto para a transferência internacional de tecnologia. O que aqui se lê foi publicado pelos seus proprietários ou provém das fontes indicadas em cada registo.
words-only-title = Apenas palavras.
words-only-text = Os modelos linguísticos não estão instalados neste servidor, pelo que a pesquisa e a correspondência comparam palavras e não conseguem ver que dois textos em línguas diferentes significam o mesmo.

library-technologies = Tecnologias
library-demands = Necessidades
library-results = Resultados
library-institutions = Instituições

shelf-technologies = Tecnologias
shelf-demands = Necessidades
shelf-results = Resultados
shelf-institutions = Instituições

range-from = a partir de { $value }
range-up-to = até { $value }
range-until = até { $value }
on-this-page = Nesta página
