### Signing in, accounts, organisations.

sign-in = Sign in
sign-out = Sign out
sign-in-account = E-mail address or name of the account
sign-in-password = Password
sign-in-refused = The account or the password is wrong.
sign-in-wait = Too many attempts. Please wait { $count } seconds and try again.
form-problem = That did not work.
form-done = Done.

role-firm = Firm
role-embassy = Embassy
role-broker = Broker
role-steward = Steward
role-admin = Administrator

account-title = Your account
account-name = Name
account-email = E-mail
account-role = Role
account-organisation = Organisation
account-waiting = You cannot act yet.
account-organisation-pending = Your organisation has registered and waits for approval by a steward.
account-organisation-rejected = The registration of your organisation was not accepted.
account-organisation-suspended = Your organisation is suspended.
account-sessions = Where you are signed in
account-session-current = this session
account-session-close = Close
account-password = Password
account-password-present = Present password
account-password-new = New password
account-password-change = Change the password
account-password-wrong = The present password is wrong.
account-done-password = The password is changed. Your other sessions are closed.
account-done-session = The session is closed.
password-too_short = A password needs at least { $a } characters.
password-too_long = This password is too long.
password-guessable = This password is among the commonest, or easily guessed. Several words that do not belong together are a good one.

code-title = Second factor
code-ask = Enter the code that your authenticator program shows, or one of your recovery codes.
code-field = Code
code-wrong = The code is wrong, or was used before. Wait for the next one.
code-needed = Your role needs a second factor. Nothing else works until it is set up.
code-set-up = Put this key into an authenticator program (on a phone, follow the link), then enter the code it shows.
code-first = The code it shows
code-confirm = Set up
code-recovery = The second factor is set up. Keep these recovery codes somewhere safe: each stands in once for the program, and they are shown only now.
code-present = Your account has a second factor. With a code of it you can take it away, for example to set up another device.
code-remove = Take it away
account-done-factor = The second factor is taken away.
account-factor-set-up = Set up a second factor
account-factor-present = A second factor is set up
