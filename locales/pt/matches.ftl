### Matches, dossiers, coverage.

match-open = Abrir o processo
score-label = das sugestões com esta pontuação, é aproximadamente esta a parte considerada resposta completa nas coleções de teste
verdict-met = cumprido
verdict-partly = cumprido em parte
verdict-unmet = não cumprido
verdict-unknown = não indicado
coverage-title = Requisito a requisito
coverage-lead = O que a necessidade exige, na sua própria língua, e a frase da tecnologia que o decide.
coverage-requirement = Requisito
coverage-verdict = Resposta
coverage-evidence = O que diz a tecnologia
coverage-nearest = A frase mais próxima:
coverage-no-evidence = A tecnologia nada diz sobre isto. É uma pergunta a fazer, não uma recusa.
coverage-none = Esta necessidade não enumera requisitos, pelo que a correspondência assenta nos sinais abaixo.
coverage-met = requisitos cumpridos: { $count } de { $total }
coverage-partly = em parte: { $count }
coverage-unmet = não cumpridos: { $count }
coverage-unknown = não indicado: { $count }
signals-title = Como se obtém a pontuação
signals-lead = Cada sinal aumenta ou reduz a pontuação. A barra mostra quanto, em relação ao mais forte.
signals-name = Sinal
signals-value = Valor
signals-contribution = Contributo
signals-reason = Motivo
dossier-title = Processo
dossier-results = Resultados que o comprovam
dossier-no-results = Nenhum projeto da biblioteca de resultados é suficientemente próximo para o comprovar.
dossier-institutions = Instituições capazes de executar
dossier-no-institutions = Nenhuma instituição da biblioteca serve este país e este domínio.
dossier-history = Histórico
dossier-history-by-service = { $status } (pelo serviço)
dossier-history-by-person = { $status } (por uma pessoa)
dossier-algorithm = Calculado em { $date } pelo algoritmo { $version }.
dossier-score-meaning = Probabilidade estimada de resposta completa: { $value }. Nas coleções de teste, as pontuações altas revelaram-se um pouco elevadas de mais.
demand-matches = Tecnologias que respondem a esta necessidade
demand-matches-lead = { $count ->
    [one] Uma sugestão, calculada em { $date }.
    [many] { $count } de sugestões, as melhores primeiro, calculadas em { $date }.
   *[other] { $count } sugestões, as melhores primeiro, calculadas em { $date }.
}
demand-matches-with-brokers = Em { $value } foram encontradas tecnologias que podem responder a esta necessidade. Primeiro são examinadas por um intermediário; depois, cada parte vê o que lhe é proposto.
no-match-title = Ainda não há correspondência.
no-match-text = Em { $date }, { $count ->
    [one] foi analisada { $count } tecnologia, que não responde
    [many] foram analisados { $count } de tecnologias e nenhuma responde
   *[other] foram analisadas { $count } tecnologias e nenhuma responde
} a esta necessidade. Continua aberta e a pesquisa é repetida sempre que uma tecnologia é acrescentada ou alterada.
no-match-nearest = As mais próximas e o que falta a cada uma
no-match-lacks = Falta ou não é indicado:
technology-matches = Necessidades a que esta tecnologia responde
technology-no-matches = De momento, nenhuma necessidade aberta se adequa.

reason-meaning = os textos completos são próximos no sentido em { $a }%
reason-brief = o conjunto dos requisitos é próximo da tecnologia em { $a }%
reason-sentences = frase a frase, os textos são próximos em { $a }%
reason-focus = o que a tecnologia diz é próximo em { $a }% do que é pedido
reason-answers = cerca de { $a }% dos requisitos, por prioridade, parecem cumpridos
reason-alignment = palavra por palavra, os dois textos assemelham-se em { $a }%
reason-title = os títulos são próximos no sentido em { $a }%
reason-words = palavras em comum ({ $a } em 100)
reason-bridges = números, fórmulas ou nomes em comum ({ $a } em 100)
reason-things = ambos nomeiam: { $b } ({ $a } % do que se pede)
reason-things-none = nada do que se pede é nomeado
reason-field-common = mesmo domínio: { $a }
reason-field-none = nenhum domínio em comum
reason-country-target = o fornecedor procura parceiros neste país: { $a }
reason-country-other = o fornecedor visa outros países que não este: { $a }
reason-mode-common = oferecido e aceite: { $a }
reason-mode-none = nenhuma forma de cooperação aceite por ambas as partes
reason-trl-enough = nível de maturidade { $a }, pedido pelo menos { $b }
reason-trl-below = nível de maturidade { $a }, inferior ao { $b } pedido
reason-price-within = o preço cabe no orçamento
reason-price-above = o preço excede o orçamento
reason-conditions-covered = todas as condições de funcionamento comparáveis estão cobertas ({ $a })
reason-conditions-missed = condições de funcionamento não totalmente cobertas: { $a }
reason-language-same = ambos os textos estão na mesma língua ({ $a })
reason-expiry = ambos são válidos pelo menos até { $a }
reason-dossier-country-field = mesmo país, mesmo domínio: { $a }
reason-dossier-country = mesmo país
reason-dossier-region-field = mesma região, mesmo domínio: { $a }
reason-dossier-region = mesma região
reason-dossier-field = mesmo domínio: { $a }
reason-dossier-meaning = próximo no sentido
reason-dossier-technology = utiliza precisamente esta tecnologia
side-demands = Necessidade
side-technologies = Tecnologia
side-results = Resultado
side-institutions = Instituição
matches-not-shown = As tecnologias sugeridas para esta necessidade são mostradas às partes e aos intermediários após o início de sessão.
signal-meaning = Sentido
signal-brief = Conjunto dos requisitos
signal-sentences = Frase a frase
signal-focus = Adequação ao pedido
signal-alignment = Palavra por palavra
signal-answers = Requisitos cumpridos
signal-title = Título
signal-words = Palavras em comum
signal-bridges = Números e fórmulas em comum
signal-things = Coisas nomeadas por ambos
signal-field = Domínio
signal-country = País visado
signal-mode = Cooperação
signal-trl = Maturidade
signal-price = Preço e orçamento
signal-conditions = Condições de funcionamento
signal-language = Língua
signal-expiry = Validade
