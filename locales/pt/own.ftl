### Pages of one's own: tokens, saved searches, webhooks, how one is told, what was learned.

own-title = O seu espaço
own-name = Nome
own-remove = Remover
own-for-country = país visado: { $value }
own-fault-name-length = Dê-lhe um nome de 1 a 100 caracteres.
own-fault-name-required = Dê-lhe um nome de 1 a 100 caracteres.
own-fault-days-out_of_range = Entre 1 e 365 dias.
own-fault-scopes-required = Escolha pelo menos uma coisa que possa fazer.
own-fault-query-required = Uma pesquisa precisa de palavras ou de um filtro.
own-fault-query-unknown_field = Esse domínio não existe.
own-fault-query-unknown_country = Esse país não existe.
own-fault-query-too_many = Já tem tantas pesquisas guardadas quantas uma pessoa pode ter. Remova primeiro uma.
own-fault-url-too_long = O endereço é demasiado longo.
own-fault-url-too_many = A sua organização já tem tantos webhooks quantos pode ter. Remova primeiro um.
own-fault-events-required = Escolha pelo menos um acontecimento.

token-title = Tokens para programas
token-lead = Um token permite que um programa faça em seu nome o que lhe autorizar, e nada mais.
token-made = Copie agora este token. Só é mostrado desta vez.
token-none-title = Ainda não há nenhum token
token-none-text = Crie um quando um programa seu precisar de ler ou escrever aqui.
token-make = Criar um token
token-name-hint = Para que serve, de modo a distingui-lo de outros.
token-scopes = Pode
token-scope-read = ler
token-scope-write = escrever registos
token-scope-match = calcular correspondências e decidir sobre elas
token-scope-admin = gerir as contas e o serviço
token-days = Dias de validade
token-days-hint = No máximo, 365.
token-ends = expira em { $value }
token-endless = sem termo
token-used = última utilização: { $value }
token-never-used = nunca utilizado
token-revoke = Revogar
token-done-revoked = O token já não dá acesso a nada.

saved-title = Pesquisas guardadas
saved-lead = É avisado de tudo o que for publicado e coincida.
saved-new = Guardar esta pesquisa
saved-this = Guardar esta pesquisa
saved-left-out = Alguns filtros da lista não podem ser guardados e são omitidos.
saved-name-hint = Os avisos dão este nome à pesquisa.
saved-delivery = Como recebe os avisos
saved-save = Guardar
saved-none-title = Ainda não há nenhuma pesquisa guardada
saved-none-text = Pesquise ou filtre uma lista e guarde depois o que vê.
saved-standing = As suas necessidades também pesquisam
saved-standing-text = Uma necessidade publicada é uma pesquisa que nunca termina: sempre que uma tecnologia é publicada ou alterada, a procura é repetida e é avisado do que se adequa. Indique aqui como:
saved-done-saved = A pesquisa foi guardada.
saved-done-removed = A pesquisa foi removida.

hook-title = Webhooks
hook-lead = Um programa seu é avisado de imediato do que acontece com os registos e as correspondências da sua organização. Os envios são assinados e contêm apenas identificadores.
hook-one = Webhook
hook-none-title = Ainda não há nenhum webhook
hook-none-text = Adicione o endereço de um programa que deva ser avisado.
hook-add = Adicionar um webhook
hook-url = Endereço
hook-url-hint = Um endereço https da Internet pública.
hook-events = É avisado quando
hook-event-record_published = um registo é publicado
hook-event-record_withdrawn = um registo é retirado
hook-event-match_proposed = uma correspondência aguarda a sua resposta
hook-event-match_answered = uma parte respondeu
hook-event-match_introduced = as partes são apresentadas
hook-event-match_moved = uma correspondência avança de outro modo
hook-event-ping = alguém testa o webhook
hook-since = desde { $value }
hook-failures =
    { $count ->
        [one] { $count } falha seguida
        [many] { $count } de falhas seguidas
       *[other] { $count } falhas seguidas
    }
hook-off-title = Desativado.
hook-off = Não é avisado desde { $value } porque demasiados envios falharam. Remova-o e adicione-o de novo quando funcionar.
hook-secret-shown = Copie agora este segredo: cada envio é assinado com ele. Só é mostrado desta vez.
hook-ping = Enviar um teste
hook-rotate = Mudar o segredo
hook-rotate-hint = Durante um dia após a mudança, cada envio leva duas assinaturas: a do novo segredo e a do antigo.
hook-deliveries = Envios
hook-deliveries-none = Ainda não foi enviado nada.
hook-status-waiting = em espera
hook-status-delivered = entregue
hook-status-given_up = abandonado
hook-attempts =
    { $count ->
        [one] { $count } tentativa
        [many] { $count } de tentativas
       *[other] { $count } tentativas
    }
hook-failure-unreadable = Não é possível interpretar o endereço.
hook-failure-insecure = O endereço tem de começar por https://.
hook-failure-credentials = O endereço não pode conter nome de utilizador nem palavra-passe.
hook-failure-private = O endereço conduz a uma rede privada. Só são chamados endereços da Internet pública.
hook-failure-unknown_name = O nome do anfitrião no endereço não é conhecido.
hook-failure-no_connection = Não foi possível estabelecer a ligação.
hook-failure-no_encryption = Não foi possível estabelecer uma ligação cifrada; o certificado pode não ser válido.
hook-failure-no_http = A ligação foi interrompida ou a resposta não era HTTP.
hook-failure-no_answer = Não houve resposta a tempo.
hook-failure-not_taken = O programa não aceitou o envio.
hook-failure-internal = O próprio serviço não conseguiu enviá-lo.
hook-answer = resposta: { $value }
hook-next = próxima tentativa: { $value }
hook-done-ping = Foi enviado um teste.
hook-done-off = Este webhook está desativado e não recebe nada.
hook-done-removed = O webhook foi removido.

told-title = Como recebe os avisos
told-lead = Tudo consta da lista de avisos. Indique aqui o que deseja receber também por e-mail.
told-lang = Língua dos e-mails
told-lang-usual = A habitual do serviço
told-save = Guardar
told-group-matches = Correspondências e casos
told-group-records = Os seus registos
told-group-other = Pesquisas e serviço
told-how-instant = por e-mail, de imediato
told-how-digest = num único e-mail por dia
told-how-off = só na lista
told-done-saved = A partir de agora recebe os avisos desta forma.
told-of-match_proposed = Uma correspondência aguarda a sua resposta
told-of-match_answered = A outra parte respondeu
told-of-match_introduced = Foi apresentado à outra parte
told-of-match_moved = Uma correspondência avança
told-of-match_due = Uma correspondência aguarda há algum tempo a sua resposta
told-of-match_overdue = Uma resposta está em atraso
told-of-export_due = O prazo de um procedimento de exportação está a terminar
told-of-interest_received = Alguém está interessado num registo
told-of-message_received = Uma nova mensagem num caso
told-of-record_status = O seu registo foi publicado, retirado ou arquivado por outra pessoa
told-of-record_idle = O seu registo não muda há algum tempo
told-of-record_archived = O seu registo foi arquivado
told-of-new_fits = Há novidades que se adequam à sua necessidade ou tecnologia
told-of-record_reviewed = O seu registo foi avaliado
told-of-record_expiring = O seu registo expira em breve
told-of-record_expired = O seu registo expirou
told-of-webhook_disabled = Um webhook foi desativado
told-of-search_fits = Há novidades que respondem a uma pesquisa guardada
told-of-organisation_waits = Uma organização registou-se
told-of-milestone_set = Foi registada ou movida uma etapa
told-of-milestone_overdue = Uma etapa está em atraso
told-of-outcome_asked = Perguntam-lhe o que resultou de um acordo
told-of-matches_freed = Correspondências de outros voltam à fila

learning-title = O que se aprendeu com as decisões
learning-lead = As decisões que dizem respeito à adequação reajustam o peso dos sinais na ordenação. Os novos pesos só entram em vigor se derem melhor resultado em necessidades que foram reservadas à parte; todas as versões são conservadas e um administrador pode voltar a qualquer uma.
learning-none-title = Ainda não se aprendeu nada
learning-none-text = A ordenação é a que vem com o programa. Decisões necessárias, no mínimo: { $count }.
learning-version = Versão { $value }
learning-in-force = em vigor
learning-outcome-shipped = veio com o programa
learning-outcome-adopted = melhor
learning-outcome-no_gain = não melhor
learning-outcome-worse = pior
learning-from = decisões: { $a }; necessidades: { $b }; decisões reservadas para medir: { $c }
learning-order = Ordem das sugestões (nDCG@10), antes → depois
learning-error = Erro da pontuação (calibração), antes → depois
learning-weights = Pesos dos sinais
learning-adopt = Pôr em vigor
learning-done-adopted = A versão está em vigor. As correspondências de todas as necessidades publicadas são procuradas de novo com ela.
learning-done-other = Foi aprendida para outra versão do programa e não pode ser posta em vigor.

feed-link = Seguir como feed (Atom)
