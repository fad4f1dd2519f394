### Signing in, accounts, organisations.

sign-in = Se connecter
sign-out = Se déconnecter
sign-in-account = Adresse électronique ou nom du compte
sign-in-password = Mot de passe
sign-in-refused = Le compte ou le mot de passe est incorrect.
sign-in-wait = { $count ->
    [one] Trop de tentatives. Veuillez patienter { $count } seconde, puis réessayer.
    [many] Trop de tentatives. Veuillez patienter { $count } de secondes, puis réessayer.
   *[other] Trop de tentatives. Veuillez patienter { $count } secondes, puis réessayer.
}
form-problem = L’opération n’a pas abouti.
form-done = C’est fait.
form-choose = Veuillez choisir

role-firm = Entreprise
role-embassy = Ambassade
role-broker = Courtier
role-steward = Gestionnaire des bibliothèques
role-admin = Administrateur

account-title = Votre compte
account-name = Nom
account-email = Adresse électronique
account-role = Rôle
account-organisation = Organisation
account-waiting = Vous ne pouvez pas encore agir.
account-organisation-pending = Votre organisation s’est inscrite et attend l’approbation d’un gestionnaire.
account-organisation-rejected = L’inscription de votre organisation n’a pas été acceptée.
account-organisation-suspended = Votre organisation est suspendue.
account-sessions = Vos connexions ouvertes
account-session-current = session en cours
account-session-close = Fermer
account-password = Mot de passe
account-password-present = Mot de passe actuel
account-password-new = Nouveau mot de passe
account-password-change = Modifier le mot de passe
account-password-wrong = Le mot de passe actuel est incorrect.
account-done-password = Le mot de passe est modifié. Vos autres sessions sont fermées.
account-done-session = La session est fermée.
password-too_short = Un mot de passe doit compter au moins { $a } caractères.
password-too_long = Ce mot de passe est trop long.
password-guessable = Ce mot de passe figure parmi les plus courants ou se devine facilement. Plusieurs mots sans rapport entre eux conviennent bien.

code-title = Second facteur
code-ask = Saisissez le code affiché par votre application d’authentification, ou l’un de vos codes de secours.
code-field = Code
code-wrong = Le code est incorrect ou a déjà été utilisé. Attendez le suivant.
code-needed = Votre rôle exige un second facteur. Rien d’autre ne fonctionne tant qu’il n’est pas configuré.
code-set-up = Scannez ce code QR avec une application d’authentification, ou saisissez-y la clé ci-dessous (sur un téléphone, suivez le lien). Indiquez ensuite le code affiché.
code-qr = La clé sous forme de code QR
code-first = Le code affiché
code-confirm = Configurer
code-recovery = Le second facteur est configuré. Conservez ces codes de secours en lieu sûr : chacun remplace une seule fois l’application, et ils ne sont affichés que maintenant.
code-present = Votre compte a un second facteur. Un code de celui-ci permet de le supprimer, par exemple pour configurer un autre appareil.
code-remove = Supprimer
account-done-factor = Le second facteur est supprimé.
account-factor-set-up = Configurer un second facteur
account-factor-present = Un second facteur est configuré
sign-in-oidc = Se connecter avec { $value }
oidc-onward-lead = Votre compte sera lié dès que vous serez connecté à { $value }.
oidc-onward-invited = Votre compte sera créé dès que vous vous serez connecté avec { $value }.
oidc-onward = Continuer vers { $value }
oidc-again = Retour au compte
oidc-problem-not_begun = Cette connexion n’a pas été commencée dans ce navigateur, a pris trop de temps ou est déjà terminée. Veuillez recommencer.
oidc-problem-denied = La connexion n’a pas eu lieu de l’autre côté. Réessayez ou utilisez votre mot de passe.
oidc-problem-token = La réponse reçue n’est pas digne de confiance ; personne n’a été connecté. Les responsables du service en trouvent la raison dans le journal.
oidc-problem-not_linked = Aucun compte n’est lié à cette connexion. Connectez-vous d’abord avec votre mot de passe et liez-la sur la page de votre compte.
oidc-problem-taken = Cette connexion est liée à un autre compte.
oidc-problem-only_way = Ce lien est le seul accès à votre compte. Définissez d’abord un mot de passe au moyen d’un lien envoyé par courriel.
oidc-problem-unreachable = L’autre service ne répond pas pour le moment. Utilisez votre mot de passe ou réessayez plus tard.
account-oidc-lead = Liez votre compte pour vous connecter ensuite avec { $value } au lieu du mot de passe. Votre mot de passe reste valable.
account-oidc-link = Lier
account-oidc-linked = Votre compte est lié. Vous pouvez vous connecter avec { $value }.
account-oidc-unlink = Retirer le lien
account-password-none = Votre compte n’a pas de mot de passe. Un lien envoyé par courriel permet d’en définir un.
account-done-linked = Votre compte est lié.
account-done-unlinked = Le lien est retiré.
