### The frame of every page: masthead, navigation, footer, messages about the service.

site-name = Siku
site-description = Siku relaciona lo que necesita un país con la tecnología creada en otro, en cualquier idioma, y muestra por qué.
skip-to-content = Ir al contenido
nav-libraries = Bibliotecas
nav-language = Idioma
nav-breadcrumb = Usted está aquí
nav-home = Inicio
nav-about = Acerca de Siku
nav-api = API
nav-design = Sistema de diseño
search-everything = Buscar en las cuatro bibliotecas
search-button = Buscar
footer-line = Siku es software de código abierto para la transferencia internacional de tecnología. Lo que se lee aquí lo han publicado sus propietarios o procede de las fuentes indicadas en cada ficha.
words-only-title = Solo palabras.
words-only-text = Los modelos lingüísticos no están instalados en este servidor, por lo que la búsqueda y el emparejamiento comparan palabras y no pueden ver que dos textos en idiomas distintos significan lo mismo.

library-technologies = Tecnologías
library-demands = Demandas
library-results = Resultados
library-institutions = Instituciones

shelf-technologies = Tecnologías
shelf-demands = Demandas
shelf-results = Resultados
shelf-institutions = Instituciones

range-from = desde { $value }
range-up-to = hasta { $value }
range-until = hasta el { $value }
on-this-page = En esta página
