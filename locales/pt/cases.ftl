### A case: deciding, answering, messages, tasks, documents, what happened.

acting-broker = Intermediário
acting-demand_side = Lado da necessidade
acting-technology_side = Lado da tecnologia
acting-service = O serviço

case-decision = Decisão
case-do-suggested = Voltar a sugerida
case-do-shortlisted = Pré-selecionar
case-do-proposed = Propor a ambas as partes
case-do-introduced = Apresentar as partes
case-do-negotiating = Em negociação
case-do-agreed = Acordo alcançado
case-do-delivered = Executada
case-do-dismissed = Descartar
case-do-declined = Recusada por uma parte
case-do-on_hold = Pôr em suspenso
case-do-lapsed = Deixar caducar
case-do-withdrawn = Retirar
case-reason = Motivo
case-reason-text = Por palavras suas
case-say-no = Registar
case-undo = Anular
case-undo-text = { $records }: { $state }.
case-broker = Intermediário do caso
case-nobody = Ninguém
case-assign = Atribuir
case-take = Fico com o caso
case-open = Abrir o caso
case-overdue = Em atraso
case-answer-none = { $a }: ainda sem resposta
case-answer-accepted = { $a }: aceite
case-answer-declined = { $a }: recusada
case-waits = { $count ->
    [one] Aguarda resposta há { $count } dia útil
    [many] Aguarda resposta há { $count } de dias úteis
   *[other] Aguarda resposta há { $count } dias úteis
}
case-overdue-on = em atraso a partir de { $value }
case-export-ends = O procedimento de exportação termina em { $value }
case-clock-stands = Contagem do prazo suspensa: { $value }
case-clock-goes-on = A contagem do prazo prossegue

case-messages = Mensagens
case-messages-lead = Cada parte só lê a sua própria conversa. O que uma escreve só chega à outra se o transmitir.
case-no-messages = Ainda não foi escrito nada.
case-nobody-reads = Esta parte não tem aqui nenhuma organização; o que escrever fica guardado como nota.
case-message = Mensagem
case-send = Enviar
case-not-yet = Esta parte só toma conhecimento da correspondência quando lhe for proposta.

case-tasks = Tarefas
case-no-tasks = Nenhuma tarefa.
case-task = O que há a fazer
case-task-until = até
case-task-days = ou em dias úteis
case-task-due = prazo: { $value }
case-task-add = Adicionar
case-task-done = Concluída
case-task-open = Afinal não está concluída

case-documents = Documentos
case-documents-lead = O que aqui entregar é visto pela sua organização e pelo intermediário, não pela outra parte.
case-no-documents = Nenhum documento.
case-file = Ficheiro
case-visible-to = visível para
case-visible-broker = só o intermediário
case-visible-demand = intermediário e lado da necessidade
case-visible-technology = intermediário e lado da tecnologia
case-visible-both = intermediário e ambas as partes
case-document-add = Adicionar o documento
case-document-hint = PDF, PNG, JPEG, documentos de escritório sem macros, texto simples; no máximo { $count } MB.
case-kilobytes = { $value } kB

case-letter = Carta de intenções
case-letter-number = Número
case-letter-from = válida a partir de
case-letter-until = até
case-letter-record = Registar a carta

case-clock = Contagem do prazo
case-clock-stop = Suspender a contagem
case-clock-resume = Retomar a contagem
case-clock-keep = Guardar, com a contagem em curso
case-export-started = Início do procedimento de exportação
stop_reason-documents = aguarda-se a entrega de documentos
stop_reason-export_procedure = procedimento de exportação
stop_reason-party_asked = uma das partes pediu mais tempo
stop_reason-visit = uma visita ou um evento
stop_reason-force_majeure = força maior
stop_reason-other = outro motivo

case-your-answer = A sua resposta
case-party-asked = Um intermediário propõe-lhe esta correspondência. A outra parte permanece anónima, tal como a sua, até ambas aceitarem e o intermediário as apresentar.
case-party-waiting = A sua aceitação está registada. A outra parte ainda não respondeu.
case-party-accepted = Ambas as partes aceitaram. O intermediário irá apresentá-las.
case-party-introduced = As partes foram apresentadas.
case-party-held = O intermediário pôs esta correspondência em suspenso.
case-party-over = Esta correspondência terminou.
case-accept = Aceitar
case-decline = Recusar
case-other-side = A outra parte
case-ask = Perguntas ao intermediário
case-ask-lead = Pergunte o que precisa de saber; o intermediário transmite a pergunta à outra parte. Até à apresentação das partes, não indique nomes, endereços nem números de telefone.

case-conflict-title = Conflito de interesses.
case-problem-conflict = A sua organização é parte nesta correspondência. Tem de ser outra pessoa a tratar dela.
case-problem-stale = Entretanto houve alterações. Veja a situação atual e decida de novo.
case-problem-illegal = Este passo não é possível no estado em que a correspondência se encontra.
case-problem-state = Não é possível fazer isto no estado atual.
case-problem-undo = Este passo já não pode ser anulado.
case-problem-gone = Esta correspondência já não existe.
case-gate-title = Ainda não é possível apresentar as partes.
case-gate-no_catalogue = Não há nenhum catálogo de exportação em vigor.
case-gate-unscreened = A tecnologia não foi examinada quanto ao controlo das exportações.
case-gate-older_catalogue = A tecnologia foi examinada segundo um catálogo anterior.
case-gate-technology_changed = O texto da tecnologia foi alterado depois do exame.
case-gate-prohibited = A exportação desta tecnologia é proibida.
case-gate-letter_missing = A exportação desta tecnologia é restrita: registe primeiro a respetiva carta de intenções.
case-gate-letter_not_valid = A carta de intenções não é válida na data de hoje.
case-fault-reason-required = Indique o motivo.
case-fault-text-required = Explique também por palavras.
case-fault-text-too_long = O texto é demasiado longo.
case-fault-text-invalid = Antes da apresentação das partes, uma mensagem não pode revelar quem são: nada de nomes, endereços, ligações ou números de telefone.
case-fault-ids-out_of_range = Marque pelo menos uma correspondência e, no máximo, cem.
case-fault-title-required = Indique o que há a fazer.
case-fault-due_in_working_days-invalid = Indique uma data ou um número de dias úteis, não ambos.
case-fault-number-required = É necessário o número da carta.
case-fault-valid_from-required = Indique a partir de quando a carta é válida.
case-fault-valid_until-required = Indique até quando a carta é válida.
case-fault-valid_until-out_of_range = A validade da carta termina antes de começar.
case-fault-content-required = O ficheiro está vazio.
case-fault-content-too_long = O ficheiro é demasiado grande.
case-fault-content-invalid = Este tipo de ficheiro não é aceite.
case-fault-entries-required = Indique a entrada do catálogo que o determina.
case-fault-entries-unknown_code = O catálogo não contém essa entrada.
case-fault-outcome-invalid = Indique a conclusão do exame.
case-fault-to-invalid = Esta conta não pode decidir sobre esta correspondência.

case-step-moved = { $a } ({ $b })
case-step-answered = Resposta dada ({ $b })
case-step-undone = Passo anulado, novamente: { $a } ({ $b })
case-step-assigned = Caso atribuído ({ $b })
case-step-letter_recorded = Carta de intenções registada ({ $b })
case-what-message = Mensagem entre intermediário e { $b } ({ $a })
case-what-task_added = Tarefa: { $a } ({ $b })
case-what-task_done = Tarefa concluída: { $a } ({ $b })
case-what-document = Documento: { $a } ({ $b })
case-what-screening = Exame de controlo das exportações: { $a }, segundo o catálogo de { $b }
case-what-clock_stopped = Contagem do prazo suspensa: { $a } { $b }

reason_code-off_topic = Fora do tema
reason_code-requirement_missed = Um requisito não é cumprido
reason_code-already_has_it = Já dispõe da tecnologia
reason_code-too_expensive = Preço demasiado elevado
reason_code-too_early = Maturidade insuficiente
reason_code-export_control = Controlo das exportações
reason_code-country_not_served = País não servido
reason_code-duplicate = Duplicado
reason_code-not_now = Por agora, não
reason_code-no_reply = Sem resposta
reason_code-information_missing = Falta informação
reason_code-partner_unsuitable = Parceiro inadequado
reason_code-no_agreement = Não houve acordo
reason_code-other = Outro
reason_code-organisation_suspended = Organização suspensa
