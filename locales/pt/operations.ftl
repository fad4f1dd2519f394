### Running the service: jobs, indexes, audit, settings.

operations-title = Funcionamento
operations-jobs = Trabalhos
operations-index = Índices de pesquisa
operations-audit = Auditoria
operations-settings = Definições

jobs-lead = O que decorre de uma alteração é um trabalho: procurar correspondências, avisar. Um trabalho que falha é repetido por si só, com pausas que duplicam, até ser abandonado.
jobs-states = Estado
jobs-state-waiting = Em espera ({ $a })
jobs-state-failing = Com falhas ({ $a })
jobs-state-given_up = Abandonados ({ $a })
jobs-state-done = Concluídos ({ $a })
jobs-none-title = Não há trabalhos
jobs-none-text = Nenhum trabalho se encontra neste estado.
jobs-since = desde { $value }
jobs-attempts = { $count ->
    [one] tentado { $count } vez
    [many] tentado { $count } de vezes
   *[other] tentado { $count } vezes
}
jobs-next = nova tentativa em { $value }
jobs-given-up = abandonado em { $value }
jobs-done = concluído em { $value }
jobs-retry = Tentar de novo agora
jobs-retry-all = Tentar todos de novo agora
jobs-retried = { $count ->
    [0] Nenhum trabalho tinha falhado.
    [one] É tentado de novo { $count } trabalho.
    [many] São tentados de novo { $count } de trabalhos.
   *[other] São tentados de novo { $count } trabalhos.
}
job-match_demand = Procurar correspondências para uma necessidade
job-match_technology = Procurar correspondências para uma tecnologia
job-alert_searches = Avisar quem guardou pesquisas que coincidem

index-lead = Todos os índices são calculados a partir da base de dados e podem ser refeitos a qualquer momento. O primeiro número é a última alteração que o índice contém; o segundo, a mais recente que existe.
index-library = Biblioteca
index-records = Registos
index-change = Alteração incluída / mais recente
index-waiting = A aguardar vetores
index-size = Em disco
index-behind = em atraso
index-megabytes = { $value } MB
index-algorithm = algoritmo { $value }
index-weights = pesos, versão { $value }
index-model = modelo { $value }
index-model-missing = falta o modelo { $value }
index-check = Verificar
index-rebuild = Reconstruir
index-rebuild-lead = A verificação compara o índice e a base de dados registo a registo. A reconstrução cria novos índices ao lado dos atuais, que continuam a ser consultados até os novos estarem completos.

errand-check_index = Verificação dos índices
errand-rebuild_index = Reconstrução dos índices
errand-verify_audit = Verificação da auditoria
errand-began = iniciada em { $value }
errand-running-of = { $a } de { $b }
errand-ended-done = terminada em { $a }, tudo está em ordem
errand-ended-partly = terminada em { $a }, algo não está em ordem
errand-ended-failed = falhou em { $a }
errand-look-again = Volte a carregar a página para ver o andamento.

audit-lead = Quem fez e quem viu o quê, do mais recente ao mais antigo. As entradas estão ligadas entre si por hashes e não podem ser alteradas.
audit-not-verified = A cadeia não foi verificada desde que o serviço arrancou.
audit-verify = Verificar a cadeia
audit-number = Número
audit-time = Quando
audit-who = Quem
audit-service = o serviço
audit-actor = Pessoa
audit-action = Ação
audit-record = Registo
audit-from = De
audit-to = Até
audit-filter = Filtrar
audit-all = Mostrar tudo
audit-detail = Pormenores
audit-export = Descarregar estas entradas (JSON Lines)
audit-none-title = Não há entradas
audit-none-text = Nada na auditoria cumpre estas condições.
audit-wrong-actor = A pessoa tem de ser indicada pelo seu identificador.
audit-wrong-record = O registo tem de ser indicado pelo seu identificador.
audit-wrong-from = “De” tem de ser uma data.
audit-wrong-to = “Até” tem de ser uma data.

settings-lead = O que está em vigor neste processo e de onde provém. Os segredos nunca são mostrados.
settings-key = Definição
settings-value = Valor
settings-source = Proveniência
setting-source-default = valor predefinido
setting-source-file = ficheiro { $a }
setting-source-environment = variável de ambiente { $a }
setting-source-option = linha de comandos { $a }

dashboard-name = Painel de indicadores
dashboard-all-countries = Todos os países
dashboard-all-fields = Todos os domínios
dashboard-filter = Mostrar
dashboard-table = Em forma de tabela
dashboard-more = { $count ->
    [one] Na tabela há mais { $count } linha.
    [many] Na tabela há mais { $count } de linhas.
   *[other] Na tabela há mais { $count } linhas.
}
dashboard-rest = { $count ->
    [one] Nos ficheiros há mais { $count } linha.
    [many] Nos ficheiros há mais { $count } de linhas.
   *[other] Nos ficheiros há mais { $count } linhas.
}
dashboard-none-title = Nada a contar
dashboard-none-text = Não há nada deste tipo.
dashboard-nothing = não indicado
dashboard-title-funnel = Da sugestão à execução
dashboard-title-time = Tempo em cada estado
dashboard-title-spread = Correspondências por país, domínio e mês
dashboard-title-unanswered_demands = Necessidades sem resposta
dashboard-title-idle_technologies = Tecnologias sem necessidade correspondente
dashboard-title-grades = Instituições por classificação
dashboard-lead-funnel = Quantas correspondências chegaram pelo menos até aí. Os passos anulados não contam.
dashboard-lead-time = Mediana dos dias que as correspondências permaneceram num estado antes de o deixarem.
dashboard-lead-spread = Correspondências sugeridas, por país e domínio da necessidade. Uma necessidade de dois domínios conta em ambos.
dashboard-lead-unanswered_demands = Necessidades publicadas que não constam de nenhuma correspondência ainda aberta.
dashboard-lead-idle_technologies = Tecnologias publicadas que não constam de nenhuma correspondência ainda aberta.
dashboard-lead-grades = Instituições publicadas.
dashboard-head-state = Estado
dashboard-head-country = País
dashboard-head-field = Domínio
dashboard-head-month = Mês
dashboard-head-grade = Classificação
dashboard-measure-matches = Correspondências
dashboard-measure-median_days = Dias (mediana)
dashboard-measure-left = Deixaram-no
dashboard-measure-present = Atualmente nele
dashboard-measure-suggested = Sugeridas
dashboard-measure-introduced = Partes apresentadas
dashboard-measure-agreed = Acordadas
dashboard-measure-demands = Necessidades
dashboard-measure-technologies = Tecnologias
dashboard-measure-institutions = Instituições

job-translate_record = Traduzir um registo

operations-taxonomy = Taxonomia
taxonomy-lead = Os domínios da tecnologia e as suas designações. As listas, os formulários, os filtros e as correspondências acompanham de imediato qualquer alteração.
taxonomy-shown = Mostrar
taxonomy-all = { $count ->
    [one] { $count } domínio
    [many] Todos os domínios ({ $count })
   *[other] Todos os domínios ({ $count })
}
taxonomy-lacking = { $count ->
    [one] { $count } domínio com designações em falta
    [many] { $count } de domínios com designações em falta
   *[other] { $count } domínios com designações em falta
}
taxonomy-none-title = Não falta nenhuma designação
taxonomy-none-text = Todos os domínios têm nome nas sete línguas.
taxonomy-missing = em falta: { $value }
taxonomy-retired = desativado
taxonomy-replaced = desativado; substituído por { $value }
field-labels = Designações
field-labels-lead = Quando falta a designação numa língua, os leitores veem a inglesa ou, na falta desta, a chinesa. Uma das duas é obrigatória.
field-save = Guardar as designações
field-now = Valor atual:
field-stale = Outra pessoa alterou este domínio desde que o abriu. O que escreveu continua aqui e, ao lado, o que está guardado; guarde de novo para o substituir.
field-wrong = Não foi guardado nada. O que é preciso corrigir está indicado abaixo, junto de cada dado.
field-records = { $count ->
    [0] nenhum registo com este domínio
    [one] { $count } registo com este domínio
    [many] { $count } de registos com este domínio
   *[other] { $count } registos com este domínio
}
field-retirement = Desativação
field-retirement-lead = Os registos existentes conservam um domínio desativado e continuam a ser encontrados por ele. Os novos registos não o podem escolher.
field-replacement = Domínio a escolher em seu lugar
field-no-replacement = Nenhum
field-retire = Desativar este domínio
field-restore = Reativar este domínio
field-below = Adicionar um domínio dentro deste
field-name = Código, precedido de
field-name-hint = Letras minúsculas, algarismos e _. O código nunca mais muda; as designações podem ser alteradas.
field-add = Adicionar o domínio
field-done-changed = As designações foram guardadas.
field-done-retired = O domínio foi desativado.
field-done-restored = O domínio foi reativado.
field-done-added = O domínio foi adicionado.
field-fault-labels-too_long = Uma designação tem, no máximo, 120 caracteres.
field-fault-labels-invalid = Outro domínio já tem esta designação, ou esta ocupa mais do que uma linha.
field-fault-labels-required = É obrigatória uma designação em chinês ou em inglês.
field-fault-code-unknown_field = Só podem ser adicionados domínios dentro dos do primeiro nível.
field-fault-code-invalid = O código já está em uso, contém outros caracteres além de letras minúsculas, algarismos e _, ou não começa por uma letra.
field-fault-code-too_long = O código é demasiado longo.
field-fault-retired-locked = Este domínio não pode ser desativado: substitui outro ou pertence ao primeiro nível.
field-fault-replacement-invalid = Só é substituído um domínio desativado.
field-fault-replacement-unknown_field = O domínio que o substitui tem de ser outro que não esteja desativado.
