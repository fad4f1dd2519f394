### Pages of one's own: tokens, saved searches, webhooks, how one is told, what was learned.

own-title = Your own
own-name = Name
own-remove = Remove
own-for-country = for { $value }
own-fault-name-length = Give it a name of 1 to 100 characters.
own-fault-name-required = Give it a name of 1 to 100 characters.
own-fault-days-out_of_range = Between 1 and 365 days.
own-fault-scopes-required = Choose at least one thing that it may do.
own-fault-query-required = A search looks for something: words or a filter.
own-fault-query-unknown_field = There is no such field.
own-fault-query-unknown_country = There is no such country.
own-fault-query-too_many = You have as many saved searches as one person may have. Remove one first.
own-fault-url-too_long = The address is too long.
own-fault-url-too_many = Your organisation has as many webhooks as it may have. Remove one first.
own-fault-events-required = Choose at least one event.

token-title = Tokens for programs
token-lead = A token lets a program do in your name what you allow it, and nothing else.
token-made = Copy this token now. It is shown this once.
token-none-title = No token yet
token-none-text = Make one when a program of yours is to read or write here.
token-make = Make a token
token-name-hint = What it is for, so that you can tell it from others.
token-scopes = It may
token-scope-read = read
token-scope-write = write records
token-scope-match = compute and decide matches
token-scope-admin = manage accounts and the service
token-days = Days until it ends
token-days-hint = At most 365.
token-ends = ends { $value }
token-endless = without an end
token-used = last used { $value }
token-never-used = never used
token-revoke = Revoke
token-done-revoked = The token opens nothing any more.

saved-title = Saved searches
saved-lead = You are told of everything newly published that fits.
saved-new = Save this search
saved-this = Save this search
saved-left-out = Not every filter of the list can be saved; the others are left out.
saved-name-hint = Notices call the search by it.
saved-delivery = How you are told
saved-save = Save
saved-none-title = No search saved yet
saved-none-text = Search or narrow a list, then save what you see.
saved-standing = Your demands search too
saved-standing-text = A published demand is a search that never ends: whenever a technology is published or changes, it is matched again, and you are told of what fits.
saved-done-saved = The search is saved.
saved-done-removed = The search is removed.

hook-title = Webhooks
hook-lead = A program of yours is told at once of what happens with your organisation's records and matches. Deliveries are signed and carry ids only.
hook-one = Webhook
hook-none-title = No webhook yet
hook-none-text = Add the address of a program that is to be told.
hook-add = Add a webhook
hook-url = Address
hook-url-hint = An https address of the public internet.
hook-events = It is told when
hook-event-record_published = a record is published
hook-event-record_withdrawn = a record is withdrawn
hook-event-match_proposed = a match waits for your answer
hook-event-match_answered = a side has answered
hook-event-match_introduced = both sides are introduced
hook-event-match_moved = a match moves on otherwise
hook-event-ping = somebody tries the webhook
hook-since = since { $value }
hook-failures =
    { $count ->
        [one] { $count } failure in a row
       *[other] { $count } failures in a row
    }
hook-off-title = Switched off.
hook-off = Told nothing since { $value }, because too many deliveries failed. Remove it and add it again once it works.
hook-secret-shown = Copy this secret now: every delivery is signed with it. It is shown this once.
hook-ping = Send a test
hook-rotate = Change the secret
hook-rotate-hint = For a day after a change every delivery carries two signatures, of the new secret and of the old.
hook-deliveries = Deliveries
hook-deliveries-none = Nothing was sent yet.
hook-status-waiting = waiting
hook-status-delivered = delivered
hook-status-given_up = given up
hook-attempts =
    { $count ->
        [one] { $count } attempt
       *[other] { $count } attempts
    }
hook-failure-unreadable = The address cannot be read.
hook-failure-insecure = The address has to begin with https://.
hook-failure-credentials = The address must not contain a user name or a password.
hook-failure-private = The address leads into a private network. Only addresses of the public internet are called.
hook-failure-unknown_name = The name of the host in the address is not known.
hook-failure-no_connection = No connection could be made.
hook-failure-no_encryption = No encrypted connection could be made; the certificate may not be valid.
hook-failure-no_http = The connection broke off, or the answer was no HTTP.
hook-failure-no_answer = There was no answer in time.
hook-failure-not_taken = The program did not accept the delivery.
hook-failure-internal = The service itself could not send it.
hook-answer = answered { $value }
hook-next = next attempt { $value }
hook-done-ping = A test is on its way.
hook-done-off = This webhook is switched off and is sent nothing.
hook-done-removed = The webhook is removed.

told-title = How you are told
told-lead = Everything is in the list of notices. Here you say what you also want by mail.
told-lang = Language of mails
told-lang-usual = As the service usually writes
told-save = Save
told-group-matches = Matches and cases
told-group-records = Your records
told-group-other = Searches and the service
told-how-instant = by mail at once
told-how-digest = in one mail a day
told-how-off = in the list only
told-done-saved = From now on you are told like this.
told-of-match_proposed = A match waits for your answer
told-of-match_answered = The other side has answered
told-of-match_introduced = You are introduced
told-of-match_moved = A match moves on
told-of-match_due = A match has waited for your answer
told-of-match_overdue = An answer is overdue
told-of-export_due = The time for an export procedure runs out
told-of-interest_received = Somebody is interested in a record
told-of-message_received = A new message in a case
told-of-record_status = Your record is published, withdrawn or archived by others
told-of-record_idle = Your record has not changed for long
told-of-record_archived = Your record was archived
told-of-new_fits = Something new fits your demand or technology
told-of-record_reviewed = Your record was reviewed
told-of-record_expiring = The time of your record runs out
told-of-record_expired = The time of your record is over
told-of-webhook_disabled = A webhook was switched off
told-of-search_fits = Something new fits a saved search
told-of-organisation_waits = An organisation has registered
told-of-milestone_set = A milestone was set or moved
told-of-milestone_overdue = A milestone is overdue
told-of-outcome_asked = You are asked what became of an agreement
told-of-matches_freed = Matches of others are in the queue again

learning-title = What was learned from decisions
learning-lead = Decisions that speak of fit weigh the signals of the ranking anew. New weights are in force only where they are better on demands that were kept apart; every version stays, and an administrator can go back to any.
learning-none-title = Nothing was learned yet
learning-none-text = The ranking is as the program came with it. At least { $count } decisions are needed.
learning-version = Version { $value }
learning-in-force = in force
learning-outcome-shipped = came with the program
learning-outcome-adopted = better
learning-outcome-no_gain = no better
learning-outcome-worse = worse
learning-from = from { $a } decisions on { $b } demands; { $c } kept apart to measure
learning-order = Order of suggestions (nDCG@10), before → after
learning-error = Error of the score (calibration), before → after
learning-weights = Weights of the signals
learning-adopt = Put in force
learning-done-adopted = It is in force. Every published demand is matched again with it.
learning-done-other = It was learned for another version of the program and cannot be put in force.

feed-link = Follow as a feed (Atom)
