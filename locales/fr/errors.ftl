### Error pages.

error-404-title = Page introuvable
error-404-text = Il n’y a rien à cette adresse, ou rien que vous puissiez consulter. Si vous avez saisi l’adresse, vérifiez-la ; si vous avez suivi un lien, la fiche a peut-être été retirée.
error-400-title = Cette adresse est illisible
error-400-text = Une partie de l’adresse n’est pas valide. Il suffit généralement de revenir à la page précédente et de réessayer.
error-429-title = Trop de demandes
error-429-text = Veuillez patienter un instant, puis recharger la page.
error-500-title = Une erreur s’est produite de notre côté
error-500-text = L’incident a été enregistré. Veuillez réessayer ; s’il persiste, communiquez le numéro ci-dessous aux responsables du service.
error-503-title = Le service est occupé ou en cours de démarrage
error-503-text = Veuillez recharger la page dans quelques secondes.
error-request-id = Numéro de la demande
