### Matches, dossiers, coverage.

match-open = Abrir el expediente
score-label = de las sugerencias con esta puntuación, aproximadamente esta parte se juzgó respuesta completa en las colecciones de prueba
verdict-met = cumplido
verdict-partly = cumplido en parte
verdict-unmet = no cumplido
verdict-unknown = no consta
coverage-title = Requisito por requisito
coverage-lead = Lo que exige la demanda, en su propio idioma, y la frase de la tecnología que lo decide.
coverage-requirement = Requisito
coverage-verdict = Respuesta
coverage-evidence = Lo que dice la tecnología
coverage-nearest = La frase más próxima:
coverage-no-evidence = La tecnología no dice nada al respecto. Es una pregunta por hacer, no una negativa.
coverage-none = Esta demanda no enumera requisitos, por lo que el emparejamiento se basa en los indicios siguientes.
coverage-met = requisitos cumplidos: { $count } de { $total }
coverage-partly = en parte: { $count }
coverage-unmet = no cumplidos: { $count }
coverage-unknown = no consta: { $count }
signals-title = Cómo se obtiene la puntuación
signals-lead = Cada indicio suma o resta puntuación. La barra muestra cuánto, en relación con el más fuerte.
signals-name = Indicio
signals-value = Valor
signals-contribution = Contribución
signals-reason = Motivo
dossier-title = Expediente
dossier-results = Resultados que lo demuestran
dossier-no-results = Ningún proyecto de la biblioteca de resultados es lo bastante próximo para demostrarlo.
dossier-institutions = Instituciones capaces de llevarlo a cabo
dossier-no-institutions = Ninguna institución de la biblioteca atiende a este país y este campo.
dossier-history = Historial
dossier-history-by-service = { $status } (por el servicio)
dossier-history-by-person = { $status } (por una persona)
dossier-algorithm = Calculado el { $date } con el algoritmo { $version }.
dossier-score-meaning = Probabilidad estimada de respuesta completa: { $value }. En las colecciones de prueba, las puntuaciones altas resultaron algo elevadas.
demand-matches = Tecnologías que responden a esta demanda
demand-matches-lead = { $count ->
    [one] Una sugerencia, calculada el { $date }.
    [many] { $count } de sugerencias, las mejores primero, calculadas el { $date }.
   *[other] { $count } sugerencias, las mejores primero, calculadas el { $date }.
}
demand-matches-with-brokers = El { $value } se encontraron tecnologías que pueden responder a esta demanda. Primero las examina un intermediario; después, cada parte ve lo que se le propone.
no-match-title = Aún no hay emparejamiento.
no-match-text = El { $date } { $count ->
    [one] se examinó { $count } tecnología, que no responde
    [many] se examinaron { $count } de tecnologías y ninguna responde
   *[other] se examinaron { $count } tecnologías y ninguna responde
} a esta demanda. Sigue abierta y se busca de nuevo cada vez que se añade o modifica una tecnología.
no-match-nearest = Las más próximas y lo que le falta a cada una
no-match-lacks = Falta o no consta:
technology-matches = Demandas a las que responde esta tecnología
technology-no-matches = Por ahora no hay ninguna demanda abierta que encaje.

reason-meaning = los textos completos coinciden en significado en un { $a } %
reason-brief = el conjunto de los requisitos coincide con la tecnología en un { $a } %
reason-sentences = frase por frase, los textos coinciden en un { $a } %
reason-focus = lo que dice la tecnología coincide en un { $a } % con lo que se pide
reason-answers = parece cumplirse alrededor del { $a } % de los requisitos, según su prioridad
reason-alignment = palabra por palabra, ambos textos se asemejan en un { $a } %
reason-title = los títulos coinciden en significado en un { $a } %
reason-words = palabras en común ({ $a } de 100)
reason-bridges = números, fórmulas o nombres en común ({ $a } de 100)
reason-things = ambos nombran: { $b } ({ $a } % de lo que se pide)
reason-things-none = no se nombra nada de lo que se pide
reason-field-common = mismo campo: { $a }
reason-field-none = ningún campo en común
reason-country-target = el proveedor busca socios en { $a }
reason-country-other = el proveedor señala otros países de destino, no { $a }
reason-mode-common = se ofrece y se acepta: { $a }
reason-mode-none = ninguna forma de cooperación aceptada por ambas partes
reason-trl-enough = nivel de madurez { $a }; se pide al menos { $b }
reason-trl-below = nivel de madurez { $a }, inferior al { $b } pedido
reason-price-within = el precio entra en el presupuesto
reason-price-above = el precio supera el presupuesto
reason-conditions-covered = todas las condiciones de funcionamiento comparables están cubiertas ({ $a })
reason-conditions-missed = condiciones de funcionamiento no cubiertas por completo: { $a }
reason-language-same = ambos textos están en el mismo idioma ({ $a })
reason-expiry = ambos son válidos al menos hasta el { $a }
reason-dossier-country-field = mismo país, mismo campo: { $a }
reason-dossier-country = mismo país
reason-dossier-region-field = misma región, mismo campo: { $a }
reason-dossier-region = misma región
reason-dossier-field = mismo campo: { $a }
reason-dossier-meaning = próximo en significado
reason-dossier-technology = utiliza esta misma tecnología
side-demands = Demanda
side-technologies = Tecnología
side-results = Resultado
side-institutions = Institución
matches-not-shown = Las tecnologías sugeridas para esta demanda se muestran a las partes y a los intermediarios tras iniciar sesión.
signal-meaning = Significado
signal-brief = Conjunto de los requisitos
signal-sentences = Frase por frase
signal-focus = Ajuste a lo pedido
signal-alignment = Palabra por palabra
signal-answers = Requisitos cumplidos
signal-title = Título
signal-words = Palabras en común
signal-bridges = Números y fórmulas en común
signal-things = Cosas nombradas por ambos
signal-field = Campo
signal-country = País de destino
signal-mode = Cooperación
signal-trl = Madurez
signal-price = Precio y presupuesto
signal-conditions = Condiciones de funcionamiento
signal-language = Idioma
signal-expiry = Vigencia
