### Registering, invitations, forgotten passwords, the people of an organisation.

register-title = Registar uma empresa
register-lead = As empresas registam-se por si próprias; as embaixadas, câmaras de comércio e intermediários são convidados. Segue-se um e-mail com uma ligação; depois, um responsável analisa o registo. Até à aprovação pode iniciar sessão, mas nada mais.
register-organisation = Nome da empresa, tal como consta da licença
register-organisation-en = O seu nome em inglês, se existir
register-country = País
register-credit-code = Código unificado de crédito social
register-credit-code-hint = Os 18 caracteres que constam da licença de uma empresa na China.
register-name = O seu nome
register-lang = Língua dos e-mails
register-button = Registar
register-sent = Foi-lhe enviado um e-mail. Siga a respetiva ligação no prazo de dois dias.
register-confirm = Confirmar o registo
register-confirm-lead = Introduza a palavra-passe que escolheu ao registar-se.

sign-in-done-registered = O registo está confirmado e aguarda a análise de um responsável. A decisão ser-lhe-á comunicada por e-mail; já pode iniciar sessão.
sign-in-done-invited = A sua conta está pronta. Inicie sessão com o seu endereço de e-mail.
sign-in-done-password = A nova palavra-passe está definida. Inicie sessão com ela.

forgotten-title = Esqueceu-se da palavra-passe?
forgotten-lead = Enviamos para o seu endereço uma ligação que permite definir uma nova.
forgotten-button = Enviar a ligação
forgotten-sent = Se existir uma conta com este endereço, foi enviado um e-mail com uma ligação.
forgotten-again = Pedir uma nova ligação

invitation-title = Recebeu um convite
invitation-lead = Diga quem é e escolha uma palavra-passe; a conta passa então a ser sua.
invitation-accept = Criar a conta

rule-link_dead = Esta ligação já foi utilizada, foi anulada ou expirou.
rule-address_taken = Já existe uma conta com este endereço de e-mail. Inicie sessão com ela.
rule-only_admins = Só um administrador pode fazer isto a administradores.
rule-own_role = Ninguém altera a sua própria função.
rule-own_organisation = Ninguém decide sobre a sua própria organização.
rule-last_admin = O último administrador não pode sair.
rule-successor_needed = Quem sai por iniciativa própria indica um sucessor.
rule-left_already = Esta pessoa já saiu.
rule-not_left = Esta pessoa não saiu.
rule-not_waiting = Esta pessoa não aguarda admissão.
rule-decided = Isto já foi decidido.
rule-not_open = O convite já foi utilizado ou anulado.
rule-other_role = Os membros só podem fazer isto dentro da sua própria organização e função.

fault-name_length = Um nome tem de 1 a 200 caracteres, numa só linha.
fault-no_email = Isto não é um endereço de e-mail.
fault-unknown_language = Esta língua não está entre as dos e-mails.
fault-unknown_country = Escolha um país.
fault-unknown_organisation = Esta organização não existe.
fault-organisation_missing = As pessoas com esta função pertencem a uma organização: indique qual.
fault-role_missing = Escolha uma função.
fault-credit_code_missing = Uma empresa na China tem um código unificado de crédito social.
fault-credit_code_length = Um código unificado de crédito social tem { $a } caracteres; este tem { $b }.
fault-credit_code_character = “{ $a }” (carácter { $b }) não se usa nos códigos unificados de crédito social, tal como I, O, Z, S e V.
fault-credit_code_check = O último carácter do código não condiz com os restantes: um deles não está como na licença.
fault-password_wrong = Esta não é a palavra-passe do registo.
fault-reason_missing = Uma recusa tem de indicar o motivo.
fault-reason_length = O motivo tem, no máximo, 1000 caracteres.
fault-no_successor = O sucessor é outra pessoa em funções na mesma organização e com a mesma função.

organisations-title = Organizações que se registaram
organisations-none = Não há nenhuma.
organisations-other-name = Noutra língua
organisations-since = Data do registo
organisations-person = Pessoa
organisations-reason = Motivo
organisations-reason-for = Motivo da recusa; os membros da organização leem-no
organisations-approve = Aprovar
organisations-refuse = Recusar
organisations-done-approved = A organização foi aprovada e os seus membros são informados por e-mail.
organisations-done-rejected = A organização foi recusada e os seus membros são informados por e-mail.
organisation-standing-pending = Pendente
organisation-standing-approved = Aprovada
organisation-standing-rejected = Recusada

organisation-kind-firm = Empresa
organisation-kind-embassy = Embaixada
organisation-kind-chamber = Câmara de comércio
organisation-kind-ministry = Ministério
organisation-kind-broker = Intermediário
organisation-kind-operator = Operador
organisation-kind-other = Outro

people-title = Pessoas
people-invite = Convidar alguém
people-invite-own = Convide colegas para a sua organização. A ligação do e-mail que recebem funciona uma só vez.
people-invite-anywhere = Convide embaixadas, câmaras de comércio, intermediários e responsáveis pelas bibliotecas. A ligação do e-mail funciona uma só vez.
people-organisation-hint = Necessária para empresas e embaixadas; é criada se ainda não existir.
people-kind = Tipo de organização
people-kind-usual = O habitual para a função
people-invitations = Convites
people-revoke = Anular
people-done-invited = O convite foi enviado.
people-done-revoked = O convite foi anulado.
person-state-active = em funções
person-state-waiting = aguarda admissão
person-state-left = saiu
person-waiting = Registou-se em nome desta organização e aguarda admissão. Admita apenas quem conhece.
invited-open = pendente
invited-used = aceite
invited-revoked = anulado
invited-expired = expirado

person-state = Estado
person-let-in = Admitir
person-turn-away = Não admitir
person-leaves = Saída da organização
person-leaves-lead = A conta termina de imediato. Os registos permanecem na organização; os casos abertos e os avisos por ler passam para o sucessor.
person-successor = Sucessor
person-nobody = Ninguém
person-leaves-button = Encerrar a conta
person-bring-back = Devolver a conta
person-role = Função
person-role-button = Alterar a função
person-done-let_in = A pessoa foi admitida.
person-done-left = A conta foi encerrada.
person-done-returned = A conta voltou a estar em uso.
person-done-role = A função foi alterada; a pessoa tem de iniciar sessão novamente.
