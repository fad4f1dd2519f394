### The end of mails.

unsubscribe-title = Ne plus recevoir de courriels
unsubscribe-lead = Les avis restent alors dans votre liste sur le service et ne sont plus envoyés par courriel. Vous pouvez changer cela à tout moment dans vos paramètres.
unsubscribe-button = Ne plus m’envoyer de courriels
unsubscribe-done = Vous ne recevez plus d’avis par courriel. Ils se trouvent dans votre liste sur le service.
