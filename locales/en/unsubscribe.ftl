### The end of mails.

unsubscribe-title = No more mails
unsubscribe-lead = Notices then stay in your list in the service and are not sent by mail. You can change this in your settings at any time.
unsubscribe-button = Send me no more mails
unsubscribe-done = You get no more notices by mail. They are in your list in the service.
