### Signing in, accounts, organisations.

sign-in = Iniciar sessão
sign-out = Terminar sessão
sign-in-account = Endereço de e-mail ou nome da conta
sign-in-password = Palavra-passe
sign-in-refused = A conta ou a palavra-passe está incorreta.
sign-in-wait = { $count ->
    [one] Demasiadas tentativas. Aguarde { $count } segundo e tente novamente.
    [many] Demasiadas tentativas. Aguarde { $count } de segundos e tente novamente.
   *[other] Demasiadas tentativas. Aguarde { $count } segundos e tente novamente.
}
form-problem = Não foi possível concluir a operação.
form-done = Concluído.
form-choose = Escolha uma opção

role-firm = Empresa
role-embassy = Embaixada
role-broker = Intermediário
role-steward = Responsável pelas bibliotecas
role-admin = Administrador

account-title = A sua conta
account-name = Nome
account-email = E-mail
account-role = Função
account-organisation = Organização
account-waiting = Ainda não pode agir.
account-organisation-pending = A sua organização registou-se e aguarda a aprovação de um responsável.
account-organisation-rejected = O registo da sua organização não foi aceite.
account-organisation-suspended = A sua organização está suspensa.
account-sessions = Sessões abertas
account-session-current = esta sessão
account-session-close = Fechar
account-password = Palavra-passe
account-password-present = Palavra-passe atual
account-password-new = Nova palavra-passe
account-password-change = Alterar a palavra-passe
account-password-wrong = A palavra-passe atual está incorreta.
account-done-password = A palavra-passe foi alterada. As suas outras sessões foram fechadas.
account-done-session = A sessão foi fechada.
password-too_short = Uma palavra-passe precisa de, pelo menos, { $a } caracteres.
password-too_long = Esta palavra-passe é demasiado longa.
password-guessable = Esta palavra-passe está entre as mais comuns ou é fácil de adivinhar. Várias palavras sem relação entre si são uma boa escolha.

code-title = Segundo fator
code-ask = Introduza o código apresentado pela sua aplicação de autenticação ou um dos seus códigos de recuperação.
code-field = Código
code-wrong = O código está incorreto ou já foi utilizado. Aguarde o seguinte.
code-needed = A sua função exige um segundo fator. Nada mais funciona até estar configurado.
code-set-up = Digitalize este código QR com uma aplicação de autenticação ou introduza nela a chave que está por baixo (num telefone, siga a ligação). Depois introduza o código apresentado.
code-qr = A chave como código QR
code-first = O código apresentado
code-confirm = Configurar
code-recovery = O segundo fator está configurado. Guarde estes códigos de recuperação em lugar seguro: cada um substitui uma vez a aplicação e só são mostrados agora.
code-present = A sua conta tem um segundo fator. Com um código deste pode retirá-lo, por exemplo para configurar outro dispositivo.
code-remove = Retirar
account-done-factor = O segundo fator foi retirado.
account-factor-set-up = Configurar um segundo fator
account-factor-present = Está configurado um segundo fator
sign-in-oidc = Entrar com { $value }
oidc-onward-lead = A sua conta fica ligada assim que entrar com { $value }.
oidc-onward-invited = A sua conta é criada assim que iniciar sessão com { $value }.
oidc-onward = Continuar para { $value }
oidc-again = Voltar à conta
oidc-problem-not_begun = Esta entrada não foi iniciada neste navegador, demorou demasiado ou já terminou. Comece de novo.
oidc-problem-denied = A entrada no outro serviço não se concluiu. Tente de novo ou use a sua palavra-passe.
oidc-problem-token = A resposta recebida não é de confiança e ninguém entrou. O motivo está no registo do serviço.
oidc-problem-not_linked = Nenhuma conta está ligada a esta entrada. Entre primeiro com a palavra-passe e ligue-a na página da sua conta.
oidc-problem-taken = Esta entrada está ligada a outra conta.
oidc-problem-only_way = Esta ligação é a única entrada na sua conta. Defina primeiro uma palavra-passe com uma ligação enviada por correio.
oidc-problem-unreachable = O outro serviço não responde de momento. Use a sua palavra-passe ou tente mais tarde.
account-oidc-lead = Ligue a sua conta para entrar com { $value } em vez da palavra-passe. A sua palavra-passe mantém-se.
account-oidc-link = Ligar
account-oidc-linked = A sua conta está ligada. Pode entrar com { $value }.
account-oidc-unlink = Retirar a ligação
account-password-none = A sua conta não tem palavra-passe. Uma ligação enviada por correio permite defini-la.
account-done-linked = A sua conta está ligada.
account-done-unlinked = A ligação foi retirada.
