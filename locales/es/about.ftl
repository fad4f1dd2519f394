### About page.

about-title = Acerca de Siku
about-lead = Siku (四库, «cuatro bibliotecas») es un servicio de código abierto que pone en contacto a las partes para la transferencia internacional de tecnología.
about-what-title = Qué hace
about-what = Una empresa publica una tecnología, casi siempre en chino. Una embajada publica lo que necesita su país, en su propio idioma. Siku compara ambas requisito por requisito y muestra qué frase responde a cuál, qué queda sin respuesta, proyectos semejantes que funcionaron en otros lugares y las instituciones capaces de llevarlo a cabo.
about-libraries-title = Las cuatro bibliotecas
about-technologies = Tecnologías ofrecidas: qué hace cada una, su ventaja, su madurez, sus derechos y su situación ante el control de exportaciones.
about-demands = Necesidades de los países asociados: el problema, los requisitos, el presupuesto y quién decide.
about-results = Cooperación realizada: quién, dónde, cómo y con qué resultado. Sirve de prueba para la siguiente.
about-institutions = Laboratorios, centros, parques y empresas capaces de llevar a cabo los proyectos en un país.
about-score-title = Qué significa una puntuación
about-score = La puntuación es una estimación: de cada cien sugerencias con una puntuación del 80 %, se aceptan unas 80. «No consta» nunca equivale a «no cumplido»: el silencio de un texto es una pregunta por hacer.
about-limits-title = Qué no hace
about-limits = Siku sugiere; las personas deciden. No muestra datos de contacto al público y no sustituye el control de exportaciones, la diligencia debida ni el asesoramiento jurídico.
about-map-title = De dónde viene el mapa
about-map = Las formas del mapa de la página de inicio son las de Natural Earth (1:110m, dominio público). Las fronteras se dibujan como en esa fuente y no expresan ninguna posición de Siku sobre la situación jurídica de un territorio. Los países demasiado pequeños para dibujarse son puntos.
about-open-title = Código abierto
about-open = Siku es software libre bajo la licencia Apache 2.0. Los programas pueden leer mediante la API todo lo que ve aquí.
