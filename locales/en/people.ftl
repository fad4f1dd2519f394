### Registering, invitations, forgotten passwords, the people of an organisation.

register-title = Register a firm
register-lead = Firms register by themselves; embassies, chambers and brokers are invited. A mail with a link follows, then a steward looks at the registration. Until it is approved you can sign in and do nothing else.
register-organisation = Name of the firm, as on its licence
register-organisation-en = Its name in English, if there is one
register-country = Country
register-credit-code = Unified social credit code
register-credit-code-hint = The 18 characters on the licence of a firm in China.
register-name = Your name
register-lang = Language of mails
register-button = Register
register-sent = A mail is on its way to you. Follow its link within two days.
register-confirm = Confirm the registration
register-confirm-lead = Enter the password you chose when you registered.

sign-in-done-registered = The registration is confirmed and waits for a steward. You hear of the decision by mail; you can sign in already.
sign-in-done-invited = Your account is ready. Sign in with your e-mail address.
sign-in-done-password = The new password is set. Sign in with it.

forgotten-title = Forgotten your password?
forgotten-lead = We send a link to your address by which you set a new one.
forgotten-button = Send the link
forgotten-sent = If there is an account with this address, a mail with a link is on its way.
forgotten-again = Ask for a new link

invitation-title = You are invited
invitation-lead = Say who you are and choose a password; then the account is yours.
invitation-accept = Make the account

rule-link_dead = This link was used, taken back or has expired.
rule-address_taken = There is an account with this e-mail address already. Sign in with it.
rule-only_admins = Only an administrator does this to administrators.
rule-own_role = Nobody changes their own role.
rule-own_organisation = Nobody decides on their own organisation.
rule-last_admin = The last administrator cannot go.
rule-successor_needed = Whoever leaves by their own hand names a successor.
rule-left_already = This person has left already.
rule-not_left = This person has not left.
rule-not_waiting = This person does not wait to be let in.
rule-decided = This has been decided already.
rule-not_open = The invitation was used or taken back already.
rule-other_role = Members do this within their own organisation and role alone.

fault-name_length = A name has 1 to 200 characters, in one line.
fault-no_email = This is no e-mail address.
fault-unknown_language = This language is not among those of the mails.
fault-unknown_country = Choose a country.
fault-unknown_organisation = There is no such organisation.
fault-organisation_missing = People of this role come into an organisation: say which.
fault-role_missing = Choose a role.
fault-credit_code_missing = A firm in China has a unified social credit code.
fault-credit_code_length = A unified social credit code has { $a } characters; this has { $b }.
fault-credit_code_character = “{ $a }” (character { $b }) is not used in unified social credit codes, nor are I, O, Z, S and V.
fault-credit_code_check = The last character of the code does not fit the others: one of them is not as it is on the licence.
fault-password_wrong = This is not the password of the registration.
fault-reason_missing = A refusal says why.
fault-reason_length = The reason has at most 1,000 characters.
fault-no_successor = The successor is somebody else of the same organisation and role who is here.

organisations-title = Organisations that have registered
organisations-none = There are none.
organisations-other-name = In another language
organisations-since = Registered on
organisations-person = Person
organisations-reason = Reason
organisations-reason-for = Why it is refused; its people read this
organisations-approve = Approve
organisations-refuse = Refuse
organisations-done-approved = The organisation is approved, and its people are told by mail.
organisations-done-rejected = The organisation is refused, and its people are told by mail.
organisation-standing-pending = Waiting
organisation-standing-approved = Approved
organisation-standing-rejected = Refused

organisation-kind-firm = Firm
organisation-kind-embassy = Embassy
organisation-kind-chamber = Chamber of commerce
organisation-kind-ministry = Ministry
organisation-kind-broker = Broker
organisation-kind-operator = Operator
organisation-kind-other = Other

people-title = People
people-invite = Invite somebody
people-invite-own = Invite colleagues into your organisation. The link in their mail works once.
people-invite-anywhere = Invite embassies, chambers, brokers and stewards. The link in the mail works once.
people-organisation-hint = Needed of firms and embassies; made when it is not here yet.
people-kind = Kind of organisation
people-kind-usual = The usual one of the role
people-invitations = Invitations
people-revoke = Take back
people-done-invited = The invitation is on its way.
people-done-revoked = The invitation is taken back.
person-state-active = here
person-state-waiting = waits to be let in
person-state-left = has left
person-waiting = Has registered under this organisation and waits to be let in. Let in only whom you know.
invited-open = open
invited-used = accepted
invited-revoked = taken back
invited-expired = expired

person-state = State
person-let-in = Let in
person-turn-away = Turn away
person-leaves = Leaves the organisation
person-leaves-lead = The account ends at once. Records stay with the organisation; open cases and unread notices go to the successor.
person-successor = Successor
person-nobody = Nobody
person-leaves-button = End the account
person-bring-back = Give the account back
person-role = Role
person-role-button = Change the role
person-done-let_in = The person is let in.
person-done-left = The account is ended.
person-done-returned = The account is in use again.
person-done-role = The role is changed; the person signs in anew.
