### Courriels et avis.

notice-match_proposed = Une mise en relation pour { $number } « { $title } » attend votre réponse.
notice-match_answered = L’autre partie a répondu sur la mise en relation pour { $number } « { $title } ».
notice-match_introduced = Vous êtes présenté à l’autre partie de la mise en relation pour { $number } « { $title } ».
notice-match_moved = La mise en relation pour { $number } « { $title } » a progressé.
notice-match_due = La mise en relation pour { $number } « { $title } » attend votre réponse. Jours ouvrés écoulés : { $days }.
notice-match_overdue = En retard : la mise en relation pour { $number } « { $title } » attend toujours votre réponse. Jours ouvrés écoulés : { $days }.
notice-export_due = Le délai de la procédure d’exportation pour { $number } « { $title } » se termine le { $date }. Jours ouvrés restants : { $days }.
notice-interest_received = Quelqu’un s’intéresse à { $number } « { $title } ».
notice-message_received = Il y a un nouveau message dans le dossier { $number } « { $title } ».
notice-record_status = { $status ->
    [published] Votre fiche { $number } « { $title } » a été publiée.
    [withdrawn] Votre fiche { $number } « { $title } » a été retirée.
    [archived] Votre fiche { $number } « { $title } » a été archivée.
   *[other] Votre fiche { $number } « { $title } » est redevenue un brouillon.
}
notice-record_idle = Votre fiche { $number } « { $title } » n’a pas changé depuis un certain temps. Est-elle toujours exacte ? Jours depuis la dernière modification : { $days } ; elle est archivée après { $limit }.
notice-record_archived = Votre fiche { $number } « { $title } » a été archivée faute de modification. Jours : { $limit }.
notice-new_fits = Une nouveauté correspond à { $number } « { $title } ».
notice-record_expiring = Votre fiche { $number } « { $title } » expire le { $date }. Renouvelez-la si elle est toujours valable ; sinon elle sera archivée.
notice-record_expired = Votre fiche { $number } « { $title } » a expiré le { $date } et a été archivée. Vous pouvez la renouveler ; elle sera alors examinée.
notice-record_reviewed = { $result ->
    [published] Votre fiche { $number } « { $title } » a été examinée et publiée.
    [rejected] Votre fiche { $number } « { $title } » a été examinée et n’est pas acceptée.
   *[other] Votre fiche { $number } « { $title } » a été examinée et vous revient avec des commentaires.
}
notice-webhook_disabled = Votre webhook chez { $title } a été désactivé : trop d’envois ont échoué. Supprimez-le et ajoutez-le de nouveau quand il fonctionne.
notice-search_fits = Nouveau : { $number } « { $title } » correspond à votre recherche « { $search } ».
notice-organisation_waits = L’organisation « { $title } » s’est inscrite et attend votre décision.
notice-milestone_overdue = En retard : une étape de la mise en relation pour { $number } « { $title } » était prévue pour le { $date }.
notice-outcome_asked = Qu’est devenu l’accord sur { $number } « { $title } » ? Merci de répondre à quelques brèves questions.
notice-milestone_set = { $number } « { $title } », étape « { $milestone ->
    [first_meeting] { milestone-first_meeting }
    [non_disclosure] { milestone-non_disclosure }
    [site_visit] { milestone-site_visit }
    [sample] { milestone-sample }
    [terms_agreed] { milestone-terms_agreed }
    [contract_signed] { milestone-contract_signed }
    [payment] { milestone-payment }
    [delivered_on_site] { milestone-delivered_on_site }
   *[acceptance] { milestone-acceptance }
} » : { $state ->
    [done] franchie le { $date }.
    [dropped] n’est plus prévue.
   *[planned] prévue pour le { $date }.
}
notice-matches_freed = Mises en relation sans courtier, de retour dans la file : { $number }.

mail-notice-text = { $text }

    { $link }
mail-digest-subject = Siku : des nouvelles pour vous ({ $count })
mail-digest-text = Depuis le dernier courriel :

    { $lines }
mail-foot = Vous recevez ce courriel parce que vous avez un compte. Ne plus en recevoir : { $unsubscribe }

mail-invitation-subject = Invitation à Siku
mail-invitation-text = Vous êtes invité à utiliser Siku, service de mise en relation pour le transfert international de technologies. Ce lien ouvre votre compte :

    { $link }
mail-password_reset-subject = Siku : un nouveau mot de passe
mail-password_reset-text = Quelqu’un, probablement vous, a demandé un nouveau mot de passe. Ce lien permet de le choisir :

    { $link }

    Si ce n’était pas vous, rien n’a changé et il n’y a rien à faire.
mail-organisation_approved-subject = Siku : votre organisation est approuvée
mail-organisation_approved-text = Votre organisation est approuvée. Vous pouvez maintenant publier et répondre :

    { $link }
mail-organisation_refused-subject = Siku : votre organisation n’est pas approuvée
mail-organisation_refused-text = Votre organisation n’est pas approuvée. Motif : { $reason }
mail-registration-subject = Siku : confirmez votre inscription
mail-registration-text = Quelqu'un, sans doute vous, a inscrit un organisme avec cette adresse. Suivez ce lien et saisissez le mot de passe choisi :

    { $link }

    Un gestionnaire examinera ensuite l'inscription. Si ce n'était pas vous, il n'y a rien à faire.
mail-registration_known-subject = Siku : vous avez déjà un compte
mail-registration_known-text = Quelqu'un, sans doute vous, a voulu s'inscrire avec cette adresse. Elle a déjà un compte : connectez-vous. Si vous avez oublié le mot de passe, définissez-en un nouveau ici :

    { $link }

    Si ce n'était pas vous, rien n'a changé et il n'y a rien à faire.
mail-membership_asked-subject = Siku : quelqu'un souhaite rejoindre votre organisme
mail-membership_asked-text = { $name } ({ $email }) s'est inscrit au nom de votre organisme et attend d'être admis. N'admettez que les personnes que vous connaissez :

    { $link }
mail-membership_granted-subject = Siku : vous êtes admis
mail-membership_granted-text = Vos collègues ont confirmé que vous faites partie de l'organisme. Vous pouvez maintenant publier et répondre :

    { $link }
mail-password_changed-subject = Siku : votre mot de passe a été modifié
mail-password_changed-text = Le mot de passe de votre compte a été modifié le { $when }.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez-en un nouveau sans attendre ; cela met aussi fin à toutes les sessions ouvertes :

    { $link }

    Prévenez ensuite les responsables du service.
mail-second_factor_on-subject = Siku : un second facteur a été activé
mail-second_factor_on-text = Un second facteur a été activé pour votre compte le { $when }. Son code est désormais demandé à la connexion.

    Si c’était vous, il n’y a rien à faire. Sinon, quelqu’un connaît votre mot de passe. Choisissez-en un nouveau sans attendre ; cela met aussi fin à toutes les sessions ouvertes :

    { $link }

    Demandez ensuite aux responsables du service de retirer ce second facteur.
mail-second_factor_off-subject = Siku : votre second facteur a été retiré
mail-second_factor_off-text = Le second facteur de votre compte a été retiré le { $when }. Le mot de passe suffit désormais pour se connecter.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez un nouveau mot de passe sans attendre ; cela met aussi fin à toutes les sessions ouvertes :

    { $link }

    Activez ensuite de nouveau le second facteur et prévenez les responsables du service.
mail-organisation_suspended-subject = Siku : votre organisation est suspendue
mail-organisation_suspended-text = Votre organisation est suspendue. Tant que la suspension dure, vous ne pouvez ni publier ni répondre, vos fiches sont masquées et vos correspondances en cours sont en attente. { $work ->
    [freed] Les mises en relation que suivaient vos courtiers sont de retour dans la file et ne leur reviendront pas d’elles-mêmes. { "" }
   *[none] { "" }
}Motif : { $reason }
mail-organisation_restored-subject = Siku : la suspension de votre organisation est levée
mail-organisation_restored-text = La suspension de votre organisation est levée. Vos fiches sont de nouveau visibles et vos correspondances reprennent où elles en étaient :

    { $link }
mail-identity_linked-subject = Siku : votre compte a été lié
mail-identity_linked-text = Votre compte a été lié à un autre service le { $when }. Qui s’y connecte à votre nom entre ici.

    Si c’était vous, il n’y a rien à faire. Sinon, choisissez sans attendre un nouveau mot de passe et retirez le lien sur la page de votre compte :

    { $link }
mail-identity_unlinked-subject = Siku : un lien de votre compte a été retiré
mail-identity_unlinked-text = Le lien de votre compte avec un autre service a été retiré le { $when }. Vous vous connectez avec votre mot de passe.

    Si ce n’était pas vous, choisissez sans attendre un nouveau mot de passe ; cela met aussi fin à toutes les sessions ouvertes :

    { $link }
