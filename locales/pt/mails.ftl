### E-mails e avisos.

notice-match_proposed = Uma correspondência para { $number } “{ $title }” aguarda a sua resposta.
notice-match_answered = A outra parte respondeu sobre a correspondência para { $number } “{ $title }”.
notice-match_introduced = Foi apresentado à outra parte da correspondência para { $number } “{ $title }”.
notice-match_moved = A correspondência para { $number } “{ $title }” avançou.
notice-match_due = A correspondência para { $number } “{ $title }” aguarda a sua resposta. Dias úteis decorridos: { $days }.
notice-match_overdue = Em atraso: a correspondência para { $number } “{ $title }” continua a aguardar a sua resposta. Dias úteis decorridos: { $days }.
notice-export_due = O prazo do procedimento de exportação de { $number } “{ $title }” termina em { $date }. Dias úteis restantes: { $days }.
notice-interest_received = Alguém está interessado em { $number } “{ $title }”.
notice-message_received = Há uma nova mensagem no caso de { $number } “{ $title }”.
notice-record_status = { $status ->
    [published] O seu registo { $number } “{ $title }” foi publicado.
    [withdrawn] O seu registo { $number } “{ $title }” foi retirado.
    [archived] O seu registo { $number } “{ $title }” foi arquivado.
   *[other] O seu registo { $number } “{ $title }” voltou a ser rascunho.
}
notice-record_idle = O seu registo { $number } “{ $title }” não muda há algum tempo. Continua correto? Dias desde a última alteração: { $days }; é arquivado após { $limit }.
notice-record_archived = O seu registo { $number } “{ $title }” foi arquivado por falta de alterações. Dias: { $limit }.
notice-new_fits = Há novidades que respondem a { $number } “{ $title }”.
notice-record_expiring = O seu registo { $number } “{ $title }” expira em { $date }. Renove-o se ainda for válido; caso contrário será arquivado.
notice-record_expired = O seu registo { $number } “{ $title }” expirou em { $date } e foi arquivado. Pode renová-lo; será então avaliado.
notice-record_reviewed = { $result ->
    [published] O seu registo { $number } “{ $title }” foi avaliado e publicado.
    [rejected] O seu registo { $number } “{ $title }” foi avaliado e não foi aceite.
   *[other] O seu registo { $number } “{ $title }” foi avaliado e volta para si com comentários.
}
notice-webhook_disabled = O seu webhook em { $title } foi desativado: demasiados envios falharam. Remova-o e adicione-o de novo quando funcionar.
notice-search_fits = Novidade: { $number } “{ $title }” responde à sua pesquisa “{ $search }”.
notice-organisation_waits = A organização “{ $title }” registou-se e aguarda a sua decisão.
notice-milestone_overdue = Em atraso: uma etapa da correspondência para { $number } “{ $title }” estava prevista para { $date }.
notice-outcome_asked = O que resultou do acordo sobre { $number } “{ $title }”? Pedimos que responda a algumas perguntas breves.
notice-milestone_set = { $number } “{ $title }”, etapa “{ $milestone ->
    [first_meeting] { milestone-first_meeting }
    [non_disclosure] { milestone-non_disclosure }
    [site_visit] { milestone-site_visit }
    [sample] { milestone-sample }
    [terms_agreed] { milestone-terms_agreed }
    [contract_signed] { milestone-contract_signed }
    [payment] { milestone-payment }
    [delivered_on_site] { milestone-delivered_on_site }
   *[acceptance] { milestone-acceptance }
}”: { $state ->
    [done] cumprida em { $date }.
    [dropped] já não está prevista.
   *[planned] prevista para { $date }.
}
notice-matches_freed = Correspondências sem intermediário, de novo na fila: { $number }.

mail-notice-text = { $text }

    { $link }
mail-digest-subject = Siku: novidades para si ({ $count })
mail-digest-text = Desde o último e-mail:

    { $lines }
mail-foot = Recebe este e-mail porque tem uma conta. Não receber mais: { $unsubscribe }

mail-invitation-subject = Convite para a Siku
mail-invitation-text = Convidamo-lo a usar a Siku, serviço de contactos para a transferência internacional de tecnologia. Esta ligação abre a sua conta:

    { $link }
mail-password_reset-subject = Siku: uma nova palavra-passe
mail-password_reset-text = Alguém, provavelmente você, pediu uma nova palavra-passe. Esta ligação permite escolhê-la:

    { $link }

    Se não foi você, nada mudou e não precisa de fazer nada.
mail-organisation_approved-subject = Siku: a sua organização foi aprovada
mail-organisation_approved-text = A sua organização foi aprovada. Já pode publicar e responder:

    { $link }
mail-organisation_refused-subject = Siku: a sua organização não foi aprovada
mail-organisation_refused-text = A sua organização não foi aprovada. Motivo: { $reason }
mail-registration-subject = Siku: confirme o seu registo
mail-registration-text = Alguém, provavelmente você, registou uma organização com este endereço. Abra esta ligação e introduza a palavra-passe escolhida:

    { $link }

    Depois um gestor analisa o registo. Se não foi você, não precisa de fazer nada.
mail-registration_known-subject = Siku: já tem uma conta
mail-registration_known-text = Alguém, provavelmente você, quis registar-se com este endereço. Ele já tem uma conta: inicie sessão. Se esqueceu a palavra-passe, defina uma nova aqui:

    { $link }

    Se não foi você, nada mudou e não precisa de fazer nada.
mail-membership_asked-subject = Siku: alguém quer juntar-se à sua organização
mail-membership_asked-text = { $name } ({ $email }) registou-se em nome da sua organização e espera ser admitido. Admita apenas quem conhece:

    { $link }
mail-membership_granted-subject = Siku: foi admitido
mail-membership_granted-text = Os seus colegas confirmaram que pertence à organização. Já pode publicar e responder:

    { $link }
mail-password_changed-subject = Siku: a sua palavra-passe foi alterada
mail-password_changed-text = A palavra-passe da sua conta foi alterada em { $when }.

    Se foi você, não precisa de fazer nada. Se não foi, escolha já uma nova; isso termina também todas as sessões abertas:

    { $link }

    Depois avise os responsáveis pelo serviço.
mail-second_factor_on-subject = Siku: foi ativado um segundo fator
mail-second_factor_on-text = Foi ativado um segundo fator para a sua conta em { $when }. A partir de agora, o seu código é pedido ao entrar.

    Se foi você, não precisa de fazer nada. Se não foi, alguém conhece a sua palavra-passe. Escolha já uma nova; isso termina também todas as sessões abertas:

    { $link }

    Depois peça aos responsáveis pelo serviço que retirem esse segundo fator.
mail-second_factor_off-subject = Siku: o seu segundo fator foi retirado
mail-second_factor_off-text = O segundo fator da sua conta foi retirado em { $when }. Agora basta a palavra-passe para entrar.

    Se foi você, não precisa de fazer nada. Se não foi, escolha já uma nova palavra-passe; isso termina também todas as sessões abertas:

    { $link }

    Depois ative de novo o segundo fator e avise os responsáveis pelo serviço.
mail-organisation_suspended-subject = Siku: a sua organização está suspensa
mail-organisation_suspended-text = A sua organização está suspensa. Enquanto durar, não pode publicar nem responder, os seus registos ficam ocultos e as correspondências abertas ficam em espera. { $work ->
    [freed] As correspondências que os seus intermediários acompanhavam voltaram à fila e não lhes regressam por si. { "" }
   *[none] { "" }
}Motivo: { $reason }
mail-organisation_restored-subject = Siku: a suspensão da sua organização foi levantada
mail-organisation_restored-text = A sua organização já não está suspensa. Os seus registos voltam a ser mostrados e as correspondências continuam onde estavam:

    { $link }
mail-identity_linked-subject = Siku: a sua conta foi ligada
mail-identity_linked-text = A sua conta foi ligada a outro serviço em { $when }. Quem lá entrar em seu nome entra também aqui.

    Se foi você, não precisa de fazer nada. Se não foi, escolha já uma nova palavra-passe e retire a ligação na página da sua conta:

    { $link }
mail-identity_unlinked-subject = Siku: uma ligação da sua conta foi retirada
mail-identity_unlinked-text = A ligação da sua conta a outro serviço foi retirada em { $when }. Entra com a sua palavra-passe.

    Se não foi você, escolha já uma nova palavra-passe; isso termina também todas as sessões abertas:

    { $link }
