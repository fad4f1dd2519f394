### Pages of one's own: tokens, saved searches, webhooks, how one is told, what was learned.

own-title = Espace personnel
own-name = Nom
own-remove = Supprimer
own-for-country = pays visé : { $value }
own-fault-name-length = Donnez un nom de 1 à 100 caractères.
own-fault-name-required = Donnez un nom de 1 à 100 caractères.
own-fault-days-out_of_range = Entre 1 et 365 jours.
own-fault-scopes-required = Choisissez au moins une autorisation.
own-fault-query-required = Une recherche doit comporter des mots ou un filtre.
own-fault-query-unknown_field = Ce domaine n’existe pas.
own-fault-query-unknown_country = Ce pays n’existe pas.
own-fault-query-too_many = Vous avez atteint le nombre maximal de recherches enregistrées par personne. Supprimez-en une d’abord.
own-fault-url-too_long = L’adresse est trop longue.
own-fault-url-too_many = Votre organisation a atteint son nombre maximal de webhooks. Supprimez-en un d’abord.
own-fault-events-required = Choisissez au moins un événement.

token-title = Jetons pour les programmes
token-lead = Un jeton permet à un programme de faire en votre nom ce que vous lui autorisez, et rien d’autre.
token-made = Copiez ce jeton maintenant. Il n’est affiché que cette fois.
token-none-title = Aucun jeton pour l’instant
token-none-text = Créez-en un si l’un de vos programmes doit lire ou écrire ici.
token-make = Créer un jeton
token-name-hint = À quoi il sert, pour le distinguer des autres.
token-scopes = Il peut
token-scope-read = lire
token-scope-write = écrire des fiches
token-scope-match = calculer des mises en relation et en décider
token-scope-admin = gérer les comptes et le service
token-days = Durée en jours
token-days-hint = 365 au plus.
token-ends = expire le { $value }
token-endless = sans date d’expiration
token-used = dernière utilisation le { $value }
token-never-used = jamais utilisé
token-revoke = Révoquer
token-done-revoked = Le jeton ne donne plus accès à rien.

saved-title = Recherches enregistrées
saved-lead = Vous êtes informé de toute nouvelle publication qui correspond.
saved-new = Enregistrer cette recherche
saved-this = Enregistrer cette recherche
saved-left-out = Certains filtres de la liste ne peuvent pas être enregistrés ; ils sont laissés de côté.
saved-name-hint = Les avis désignent la recherche par ce nom.
saved-delivery = Comment vous êtes informé
saved-save = Enregistrer
saved-none-title = Aucune recherche enregistrée pour l’instant
saved-none-text = Effectuez une recherche ou filtrez une liste, puis enregistrez ce que vous voyez.
saved-standing = Vos demandes sont aussi des recherches
saved-standing-text = Une demande publiée est une recherche permanente : chaque fois qu’une technologie est publiée ou modifiée, la mise en relation est refaite et vous êtes informé de ce qui correspond. Indiquez ici de quelle manière :
saved-done-saved = La recherche est enregistrée.
saved-done-removed = La recherche est supprimée.

hook-title = Webhooks
hook-lead = Un de vos programmes est immédiatement informé de ce qui concerne les fiches et les mises en relation de votre organisation. Les envois sont signés et ne contiennent que des identifiants.
hook-one = Webhook
hook-none-title = Aucun webhook pour l’instant
hook-none-text = Ajoutez l’adresse d’un programme à informer.
hook-add = Ajouter un webhook
hook-url = Adresse
hook-url-hint = Une adresse https de l’internet public.
hook-events = Il est informé lorsque
hook-event-record_published = une fiche est publiée
hook-event-record_withdrawn = une fiche est retirée
hook-event-match_proposed = une mise en relation attend votre réponse
hook-event-match_answered = une partie a répondu
hook-event-match_introduced = les deux parties sont présentées
hook-event-match_moved = une mise en relation évolue autrement
hook-event-ping = quelqu’un teste le webhook
hook-since = depuis le { $value }
hook-failures =
    { $count ->
        [one] { $count } échec de suite
        [many] { $count } d’échecs de suite
       *[other] { $count } échecs de suite
    }
hook-off-title = Désactivé.
hook-off = Plus aucun envoi depuis le { $value }, car trop d’envois ont échoué. Supprimez-le et ajoutez-le de nouveau quand il fonctionne.
hook-secret-shown = Copiez ce secret maintenant : il sert à signer chaque envoi. Il n’est affiché que cette fois.
hook-ping = Envoyer un test
hook-rotate = Changer le secret
hook-rotate-hint = Pendant un jour après le changement, chaque envoi porte deux signatures : celle du nouveau secret et celle de l’ancien.
hook-deliveries = Envois
hook-deliveries-none = Rien n’a encore été envoyé.
hook-status-waiting = en attente
hook-status-delivered = remis
hook-status-given_up = abandonné
hook-attempts =
    { $count ->
        [one] { $count } tentative
        [many] { $count } de tentatives
       *[other] { $count } tentatives
    }
hook-failure-unreadable = L’adresse est illisible.
hook-failure-insecure = L’adresse doit commencer par https://.
hook-failure-credentials = L’adresse ne doit contenir ni nom d’utilisateur ni mot de passe.
hook-failure-private = L’adresse mène à un réseau privé. Seules des adresses de l’internet public sont appelées.
hook-failure-unknown_name = Le nom d’hôte de l’adresse est inconnu.
hook-failure-no_connection = La connexion n’a pas pu être établie.
hook-failure-no_encryption = La connexion chiffrée n’a pas pu être établie ; le certificat n’est peut-être pas valable.
hook-failure-no_http = La connexion a été interrompue, ou la réponse n’était pas en HTTP.
hook-failure-no_answer = Aucune réponse n’est arrivée à temps.
hook-failure-not_taken = Le programme n’a pas accepté l’envoi.
hook-failure-internal = Le service lui-même n’a pas pu l’envoyer.
hook-answer = réponse { $value }
hook-next = prochaine tentative le { $value }
hook-done-ping = Un test est en cours d’envoi.
hook-done-off = Ce webhook est désactivé et ne reçoit rien.
hook-done-removed = Le webhook est supprimé.

told-title = Comment vous êtes informé
told-lead = Tout figure dans la liste des avis. Indiquez ici ce que vous souhaitez recevoir aussi par courriel.
told-lang = Langue des courriels
told-lang-usual = Langue habituelle du service
told-save = Enregistrer
told-group-matches = Mises en relation et dossiers
told-group-records = Vos fiches
told-group-other = Recherches et service
told-how-instant = par courriel, immédiatement
told-how-digest = dans un courriel par jour
told-how-off = dans la liste seulement
told-done-saved = Vous serez désormais informé de cette manière.
told-of-match_proposed = Une mise en relation attend votre réponse
told-of-match_answered = L’autre partie a répondu
told-of-match_introduced = Vous êtes présenté à l’autre partie
told-of-match_moved = Une mise en relation a progressé
told-of-match_due = Une mise en relation attend votre réponse depuis quelque temps
told-of-match_overdue = Une réponse est en retard
told-of-export_due = Le délai d’une procédure d’exportation touche à sa fin
told-of-interest_received = Quelqu’un s’intéresse à une fiche
told-of-message_received = Un nouveau message dans un dossier
told-of-record_status = Votre fiche est publiée, retirée ou archivée par d’autres
told-of-record_idle = Votre fiche n’a pas changé depuis longtemps
told-of-record_archived = Votre fiche a été archivée
told-of-new_fits = Une nouveauté correspond à votre demande ou à votre technologie
told-of-record_reviewed = Votre fiche a été examinée
told-of-record_expiring = Votre fiche expire bientôt
told-of-record_expired = Votre fiche a expiré
told-of-webhook_disabled = Un webhook a été désactivé
told-of-search_fits = Une nouveauté correspond à une recherche enregistrée
told-of-organisation_waits = Une organisation s’est inscrite
told-of-milestone_set = Une étape clé a été fixée ou déplacée
told-of-milestone_overdue = Une étape clé est en retard
told-of-outcome_asked = On vous demande ce qu’est devenu un accord
told-of-matches_freed = Des mises en relation d’autres courtiers reviennent dans la file

learning-title = Ce que les décisions ont appris
learning-lead = Les décisions qui portent sur l’adéquation servent à pondérer de nouveau les signaux du classement. De nouvelles pondérations n’entrent en vigueur que si elles sont meilleures sur des demandes mises de côté ; chaque version est conservée, et un administrateur peut revenir à n’importe laquelle.
learning-none-title = Rien n’a encore été appris
learning-none-text = Le classement est celui fourni avec le programme. Nombre minimal de décisions nécessaires : { $count }.
learning-version = Version { $value }
learning-in-force = en vigueur
learning-outcome-shipped = fournie avec le programme
learning-outcome-adopted = meilleure
learning-outcome-no_gain = pas meilleure
learning-outcome-worse = moins bonne
learning-from = décisions : { $a }, demandes : { $b } ; mises de côté pour mesurer : { $c }
learning-order = Ordre des suggestions (nDCG@10), avant → après
learning-error = Erreur du score (étalonnage), avant → après
learning-weights = Pondération des signaux
learning-adopt = Mettre en vigueur
learning-done-adopted = Cette version est en vigueur. La mise en relation de toutes les demandes publiées est refaite avec elle.
learning-done-other = Cette version a été apprise pour une autre version du programme et ne peut pas être mise en vigueur.

feed-link = Suivre par un flux (Atom)
