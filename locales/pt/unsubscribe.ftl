### The end of mails.

unsubscribe-title = Não receber mais e-mails
unsubscribe-lead = Os avisos ficam então na sua lista no serviço e não são enviados por e-mail. Pode alterar isto a qualquer momento nas suas definições.
unsubscribe-button = Não me enviem mais e-mails
unsubscribe-done = Já não recebe avisos por e-mail. Estão na sua lista no serviço.
