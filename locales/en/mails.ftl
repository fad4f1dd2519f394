### Mails and notices. More languages than the pages have.

notice-match_proposed = A match for { $number } “{ $title }” waits for your answer.
notice-match_answered = The other side has answered on the match for { $number } “{ $title }”.
notice-match_introduced = You are introduced to the other side of the match for { $number } “{ $title }”.
notice-match_moved = The match for { $number } “{ $title }” has moved on.
notice-match_due = The match for { $number } “{ $title }” waits for your answer. Working days so far: { $days }.
notice-match_overdue = Overdue: the match for { $number } “{ $title }” still waits for your answer. Working days so far: { $days }.
notice-export_due = The time for the export procedure of { $number } “{ $title }” ends on { $date }. Working days left: { $days }.
notice-interest_received = Somebody is interested in { $number } “{ $title }”.
notice-message_received = There is a new message in the case of { $number } “{ $title }”.
notice-record_status = { $status ->
    [published] Your record { $number } “{ $title }” was published.
    [withdrawn] Your record { $number } “{ $title }” was withdrawn.
    [archived] Your record { $number } “{ $title }” was archived.
   *[other] Your record { $number } “{ $title }” is a draft again.
}
notice-record_idle = Your record { $number } “{ $title }” has not changed for a while. Is it still right? Days since the last change: { $days }; it is archived after { $limit }.
notice-record_archived = Your record { $number } “{ $title }” was archived because it had not changed. Days: { $limit }.
notice-new_fits = Something new fits { $number } “{ $title }”.
notice-record_expiring = The time of your record { $number } “{ $title }” runs out on { $date }. Renew it if it still holds; else it is archived.
notice-record_expired = The time of your record { $number } “{ $title }” ended on { $date }, and it was archived. You can renew it; it is then reviewed.
notice-record_reviewed = { $result ->
    [published] Your record { $number } “{ $title }” was reviewed and is published.
    [rejected] Your record { $number } “{ $title }” was reviewed and not accepted.
   *[other] Your record { $number } “{ $title }” was reviewed and comes back to you with comments.
}
notice-webhook_disabled = Your webhook at { $title } was switched off: too many deliveries failed. Remove it and add it again once it works.
notice-search_fits = New: { $number } “{ $title }” fits your search “{ $search }”.
notice-organisation_waits = The organisation “{ $title }” has registered and waits for your decision.
notice-milestone_overdue = Overdue: a milestone of the match for { $number } “{ $title }” was planned for { $date }.
notice-outcome_asked = What became of the agreement on { $number } “{ $title }”? Please answer a few short questions.
notice-milestone_set = { $number } “{ $title }”: { $milestone ->
    [first_meeting] { milestone-first_meeting }
    [non_disclosure] { milestone-non_disclosure }
    [site_visit] { milestone-site_visit }
    [sample] { milestone-sample }
    [terms_agreed] { milestone-terms_agreed }
    [contract_signed] { milestone-contract_signed }
    [payment] { milestone-payment }
    [delivered_on_site] { milestone-delivered_on_site }
   *[acceptance] { milestone-acceptance }
} { $state ->
    [done] was done on { $date }.
    [dropped] is no longer foreseen.
   *[planned] is planned for { $date }.
}
notice-matches_freed = Matches without a broker that are in the queue again: { $number }.

mail-notice-text = { $text }

    { $link }
mail-digest-subject = Siku: news for you ({ $count })
mail-digest-text = This happened since the last mail:

    { $lines }
mail-foot = You get this mail because you have an account. No more mails: { $unsubscribe }

mail-invitation-subject = Invitation to Siku
mail-invitation-text = You are invited to use Siku, matchmaking for international technology transfer. This link opens your account:

    { $link }
mail-password_reset-subject = Siku: a new password
mail-password_reset-text = Somebody, probably you, has asked for a new password. This link sets it:

    { $link }

    If it was not you, nothing has changed and there is nothing to do.
mail-organisation_approved-subject = Siku: your organisation is approved
mail-organisation_approved-text = Your organisation is approved. You can post and answer now:

    { $link }
mail-organisation_refused-subject = Siku: your organisation is not approved
mail-organisation_refused-text = Your organisation is not approved. The reason: { $reason }
mail-registration-subject = Siku: confirm your registration
mail-registration-text = Somebody, probably you, has registered an organisation with this address. Follow this link and enter the password you chose:

    { $link }

    After that a steward looks at the registration. If it was not you, there is nothing to do.
mail-registration_known-subject = Siku: you have an account
mail-registration_known-text = Somebody, probably you, wanted to register with this address. It has an account already. Sign in with it; if you do not know the password any more, set a new one here:

    { $link }

    If it was not you, nothing has changed and there is nothing to do.
mail-membership_asked-subject = Siku: somebody wants to join your organisation
mail-membership_asked-text = { $name } ({ $email }) has registered under your organisation and waits to be let in. Let in only whom you know:

    { $link }
mail-membership_granted-subject = Siku: you are let in
mail-membership_granted-text = Your colleagues have confirmed that you belong to the organisation. You can post and answer now:

    { $link }
mail-password_changed-subject = Siku: your password was changed
mail-password_changed-text = The password of your account was changed on { $when }.

    If it was you, there is nothing to do. If it was not, set a new one at once; this also ends every session that is open:

    { $link }

    Then tell those who run the service.
mail-second_factor_on-subject = Siku: a second factor was set up
mail-second_factor_on-text = A second factor was set up for your account on { $when }. From now on, signing in needs its code.

    If it was you, there is nothing to do. If it was not, somebody knows your password. Set a new one at once; this also ends every session that is open:

    { $link }

    Then ask those who run the service to take that second factor away.
mail-second_factor_off-subject = Siku: your second factor was taken away
mail-second_factor_off-text = The second factor of your account was taken away on { $when }. The password alone now opens it.

    If it was you, there is nothing to do. If it was not, set a new password at once; this also ends every session that is open:

    { $link }

    Then set the second factor up again and tell those who run the service.
mail-organisation_suspended-subject = Siku: your organisation is suspended
mail-organisation_suspended-text = Your organisation is suspended. Until it is let back you cannot post or answer, your records are hidden and your open matches are on hold. { $work ->
    [freed] The matches that your people worked on as brokers are in the queue again, and do not come back to them of themselves. { "" }
   *[none] { "" }
}The reason: { $reason }
mail-organisation_restored-subject = Siku: your organisation is back
mail-organisation_restored-text = Your organisation is no longer suspended. Your records are shown again and your matches go on where they stood:

    { $link }
mail-identity_linked-subject = Siku: your account was linked
mail-identity_linked-text = Your account was linked to another service on { $when }. Whoever signs in there as you gets in here.

    If it was you, there is nothing to do. If it was not, set a new password at once and take the link away on the page of your account:

    { $link }
mail-identity_unlinked-subject = Siku: a link of your account was taken away
mail-identity_unlinked-text = The link of your account to another service was taken away on { $when }. You sign in with your password.

    If it was not you, set a new password at once; this also ends every session that is open:

    { $link }
