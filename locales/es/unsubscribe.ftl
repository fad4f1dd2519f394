### The end of mails.

unsubscribe-title = No recibir más correos
unsubscribe-lead = Los avisos permanecen entonces en su lista del servicio y no se envían por correo. Puede cambiarlo en cualquier momento en sus ajustes.
unsubscribe-button = No enviarme más correos
unsubscribe-done = Ya no recibirá avisos por correo. Están en su lista del servicio.
