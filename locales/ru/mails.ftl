### Письма и уведомления.

notice-match_proposed = По { $number } «{ $title }» есть предложение, которое ждёт вашего ответа.
notice-match_answered = Другая сторона ответила на предложение по { $number } «{ $title }».
notice-match_introduced = Вас представили другой стороне по { $number } «{ $title }».
notice-match_moved = Дело по { $number } «{ $title }» продвинулось.
notice-match_due = Предложение по { $number } «{ $title }» ждёт вашего ответа. Прошло рабочих дней: { $days }.
notice-match_overdue = Просрочено: предложение по { $number } «{ $title }» всё ещё ждёт вашего ответа. Прошло рабочих дней: { $days }.
notice-export_due = Срок экспортной процедуры по { $number } «{ $title }» истекает { $date }. Осталось рабочих дней: { $days }.
notice-interest_received = Кто-то заинтересовался { $number } «{ $title }».
notice-message_received = В деле по { $number } «{ $title }» новое сообщение.
notice-record_status = { $status ->
    [published] Ваша запись { $number } «{ $title }» опубликована.
    [withdrawn] Ваша запись { $number } «{ $title }» отозвана.
    [archived] Ваша запись { $number } «{ $title }» перенесена в архив.
   *[other] Ваша запись { $number } «{ $title }» снова стала черновиком.
}
notice-record_idle = Ваша запись { $number } «{ $title }» давно не менялась. Она ещё верна? Дней с последнего изменения: { $days }; в архив она переносится через { $limit }.
notice-record_archived = Ваша запись { $number } «{ $title }» перенесена в архив, так как не менялась. Дней: { $limit }.
notice-new_fits = Появилось новое, что подходит к { $number } «{ $title }».
notice-record_expiring = Срок вашей записи { $number } «{ $title }» истекает { $date }. Продлите её, если она ещё актуальна; иначе она будет перенесена в архив.
notice-record_expired = Срок вашей записи { $number } «{ $title }» истёк { $date }, и она перенесена в архив. Вы можете продлить её; после этого она будет проверена.
notice-record_reviewed = { $result ->
    [published] Ваша запись { $number } «{ $title }» проверена и опубликована.
    [rejected] Ваша запись { $number } «{ $title }» проверена и не принята.
   *[other] Ваша запись { $number } «{ $title }» проверена и возвращена вам с замечаниями.
}
notice-webhook_disabled = Ваш вебхук на { $title } отключён: слишком много неудачных отправок. Когда он заработает, удалите его и добавьте снова.
notice-search_fits = Новое: { $number } «{ $title }» подходит к вашему поиску «{ $search }».
notice-organisation_waits = Организация «{ $title }» зарегистрировалась и ждёт вашего решения.
notice-milestone_overdue = Просрочено: этап дела по { $number } «{ $title }» был запланирован на { $date }.
notice-outcome_asked = Что стало с договорённостью по { $number } «{ $title }»? Пожалуйста, ответьте на несколько коротких вопросов.
notice-milestone_set = { $number } «{ $title }», этап «{ $milestone ->
    [first_meeting] { milestone-first_meeting }
    [non_disclosure] { milestone-non_disclosure }
    [site_visit] { milestone-site_visit }
    [sample] { milestone-sample }
    [terms_agreed] { milestone-terms_agreed }
    [contract_signed] { milestone-contract_signed }
    [payment] { milestone-payment }
    [delivered_on_site] { milestone-delivered_on_site }
   *[acceptance] { milestone-acceptance }
}»: { $state ->
    [done] завершён { $date }.
    [dropped] больше не планируется.
   *[planned] запланирован на { $date }.
}
notice-matches_freed = Дела без брокера, снова в очереди: { $number }.

mail-notice-text = { $text }

    { $link }
mail-digest-subject = Siku: новости для вас ({ $count })
mail-digest-text = С прошлого письма произошло:

    { $lines }
mail-foot = Вы получили это письмо, потому что у вас есть учётная запись. Больше не присылать: { $unsubscribe }

mail-invitation-subject = Приглашение в Siku
mail-invitation-text = Приглашаем вас в Siku, службу подбора партнёров для международной передачи технологий. Эта ссылка открывает вашу учётную запись:

    { $link }
mail-password_reset-subject = Siku: новый пароль
mail-password_reset-text = Кто-то, вероятно вы, запросил новый пароль. Задать его можно по ссылке:

    { $link }

    Если это были не вы, ничего не изменилось и делать ничего не нужно.
mail-organisation_approved-subject = Siku: ваша организация одобрена
mail-organisation_approved-text = Ваша организация одобрена. Теперь вы можете публиковать и отвечать:

    { $link }
mail-organisation_refused-subject = Siku: ваша организация не одобрена
mail-organisation_refused-text = Ваша организация не одобрена. Причина: { $reason }
mail-registration-subject = Siku: подтвердите регистрацию
mail-registration-text = Кто-то, вероятно вы, зарегистрировал организацию с этим адресом. Перейдите по ссылке и введите выбранный пароль:

    { $link }

    После этого регистрацию рассмотрит распорядитель. Если это были не вы, ничего делать не нужно.
mail-registration_known-subject = Siku: у вас уже есть учётная запись
mail-registration_known-text = Кто-то, вероятно вы, хотел зарегистрироваться с этим адресом. У него уже есть учётная запись: войдите в неё. Если пароль забыт, задайте новый здесь:

    { $link }

    Если это были не вы, ничего не изменилось и делать ничего не нужно.
mail-membership_asked-subject = Siku: кто-то хочет присоединиться к вашей организации
mail-membership_asked-text = { $name } ({ $email }) зарегистрировался от имени вашей организации и ждёт подтверждения. Подтверждайте только тех, кого знаете:

    { $link }
mail-membership_granted-subject = Siku: вас приняли
mail-membership_granted-text = Ваши коллеги подтвердили, что вы из этой организации. Теперь вы можете публиковать и отвечать:

    { $link }
mail-password_changed-subject = Siku: ваш пароль изменён
mail-password_changed-text = Пароль вашей учётной записи изменён { $when }.

    Если это сделали вы, ничего делать не нужно. Если нет, немедленно задайте новый пароль по ссылке; при этом завершатся и все открытые сеансы:

    { $link }

    Затем сообщите тем, кто ведёт сервис.
mail-second_factor_on-subject = Siku: включён второй фактор
mail-second_factor_on-text = Для вашей учётной записи { $when } включён второй фактор. Теперь при входе нужен его код.

    Если это сделали вы, ничего делать не нужно. Если нет, кто-то знает ваш пароль. Немедленно задайте новый по ссылке; при этом завершатся и все открытые сеансы:

    { $link }

    Затем попросите тех, кто ведёт сервис, снять этот второй фактор.
mail-second_factor_off-subject = Siku: второй фактор отключён
mail-second_factor_off-text = Второй фактор вашей учётной записи отключён { $when }. Теперь для входа достаточно пароля.

    Если это сделали вы, ничего делать не нужно. Если нет, немедленно задайте новый пароль по ссылке; при этом завершатся и все открытые сеансы:

    { $link }

    Затем снова включите второй фактор и сообщите тем, кто ведёт сервис.
mail-organisation_suspended-subject = Siku: деятельность вашей организации приостановлена
mail-organisation_suspended-text = Деятельность вашей организации в сервисе приостановлена. До восстановления вы не можете публиковать и отвечать, ваши записи скрыты, открытые совпадения отложены. { $work ->
    [freed] Дела, которые вели ваши брокеры, возвращены в очередь и сами к ним не вернутся. { "" }
   *[none] { "" }
}Причина: { $reason }
mail-organisation_restored-subject = Siku: ваша организация восстановлена
mail-organisation_restored-text = Деятельность вашей организации в сервисе восстановлена. Ваши записи снова видны, совпадения продолжаются с того же места:

    { $link }
mail-identity_linked-subject = Siku: ваша учётная запись связана
mail-identity_linked-text = Ваша учётная запись { $when } связана с другим сервисом. Кто войдёт там от вашего имени, войдёт и здесь.

    Если это сделали вы, ничего делать не нужно. Если нет, немедленно задайте новый пароль и уберите связь на странице учётной записи:

    { $link }
mail-identity_unlinked-subject = Siku: связь вашей учётной записи убрана
mail-identity_unlinked-text = Связь вашей учётной записи с другим сервисом убрана { $when }. Вы входите по паролю.

    Если это были не вы, немедленно задайте новый пароль; при этом завершатся и все открытые сеансы:

    { $link }
