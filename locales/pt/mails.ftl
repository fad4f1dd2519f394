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
notice-webhook_disabled = O seu webhook em { $title } foi desativado: demasiados envios falharam. Remova-o e adicione-o de novo quando funcionar.
notice-search_fits = Novidade: { $number } “{ $title }” responde à sua pesquisa “{ $search }”.

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
