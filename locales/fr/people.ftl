### Registering, invitations, forgotten passwords, the people of an organisation.

register-title = Inscrire une entreprise
register-lead = Les entreprises s’inscrivent elles-mêmes ; les ambassades, les chambres de commerce et les courtiers sont invités. Vous recevez un courriel contenant un lien, puis un gestionnaire examine l’inscription. Tant qu’elle n’est pas approuvée, vous pouvez vous connecter, sans rien pouvoir faire d’autre.
register-organisation = Nom de l’entreprise, tel qu’il figure sur sa licence
register-organisation-en = Son nom en anglais, s’il existe
register-country = Pays
register-credit-code = Code unifié de crédit social
register-credit-code-hint = Les 18 caractères figurant sur la licence d’une entreprise en Chine.
register-name = Votre nom
register-lang = Langue des courriels
register-button = S’inscrire
register-sent = Un courriel vous a été envoyé. Suivez le lien qu’il contient dans un délai de deux jours.
register-confirm = Confirmer l’inscription
register-confirm-lead = Saisissez le mot de passe choisi lors de votre inscription.

sign-in-done-registered = L’inscription est confirmée et attend l’examen d’un gestionnaire. Vous serez informé de la décision par courriel ; vous pouvez déjà vous connecter.
sign-in-done-invited = Votre compte est prêt. Connectez-vous avec votre adresse électronique.
sign-in-done-password = Le nouveau mot de passe est défini. Utilisez-le pour vous connecter.

forgotten-title = Mot de passe oublié ?
forgotten-lead = Nous envoyons à votre adresse un lien qui permet de définir un nouveau mot de passe.
forgotten-button = Envoyer le lien
forgotten-sent = S’il existe un compte avec cette adresse, un courriel contenant un lien vient d’être envoyé.
forgotten-again = Demander un nouveau lien

invitation-title = Vous êtes invité
invitation-lead = Indiquez qui vous êtes et choisissez un mot de passe ; le compte est alors à vous.
invitation-accept = Ouvrir le compte

rule-link_dead = Ce lien a déjà été utilisé, a été annulé ou a expiré.
rule-address_taken = Il existe déjà un compte avec cette adresse électronique. Utilisez-le pour vous connecter.
rule-only_admins = Seul un administrateur peut effectuer cette opération sur un administrateur.
rule-own_role = Nul ne peut modifier son propre rôle.
rule-own_organisation = Nul ne peut décider de sa propre organisation.
rule-last_admin = Le dernier administrateur ne peut pas partir.
rule-successor_needed = Quiconque part de sa propre initiative désigne un successeur.
rule-left_already = Cette personne a déjà quitté l’organisation.
rule-not_left = Cette personne n’a pas quitté l’organisation.
rule-not_waiting = Cette personne n’attend pas d’être admise.
rule-decided = La décision a déjà été prise.
rule-not_open = L’invitation a déjà été acceptée ou annulée.
rule-other_role = Les membres ne peuvent effectuer cette opération que dans leur propre organisation et pour leur propre rôle.

fault-name_length = Un nom compte de 1 à 200 caractères, sur une seule ligne.
fault-no_email = Ceci n’est pas une adresse électronique.
fault-unknown_language = Cette langue n’est pas l’une de celles des courriels.
fault-unknown_country = Choisissez un pays.
fault-unknown_organisation = Cette organisation n’existe pas.
fault-organisation_missing = Les personnes ayant ce rôle appartiennent à une organisation : indiquez laquelle.
fault-role_missing = Choisissez un rôle.
fault-credit_code_missing = Une entreprise en Chine possède un code unifié de crédit social.
fault-credit_code_length = Un code unifié de crédit social compte { $a } caractères ; celui-ci en compte { $b }.
fault-credit_code_character = « { $a } » (caractère { $b }) n’est pas utilisé dans les codes unifiés de crédit social, pas plus que I, O, Z, S et V.
fault-credit_code_check = Le dernier caractère du code ne concorde pas avec les autres : l’un d’eux diffère de celui qui figure sur la licence.
fault-password_wrong = Ce n’est pas le mot de passe de l’inscription.
fault-reason_missing = Un refus doit être motivé.
fault-reason_length = Le motif compte au plus 1 000 caractères.
fault-no_successor = Le successeur doit être une autre personne en fonction, de la même organisation et du même rôle.

organisations-title = Organisations inscrites
organisations-none = Il n’y en a aucune.
organisations-other-name = Dans une autre langue
organisations-since = Inscrite le
organisations-person = Personne
organisations-reason = Motif
organisations-reason-for = Motif du refus ; les personnes de l’organisation le lisent
organisations-approve = Approuver
organisations-refuse = Refuser
organisations-done-approved = L’organisation est approuvée ; les personnes qui en font partie en sont informées par courriel.
organisations-done-rejected = L’organisation est refusée ; les personnes qui en font partie en sont informées par courriel.
organisation-standing-pending = En attente
organisation-standing-approved = Approuvée
organisation-standing-rejected = Refusée

organisation-kind-firm = Entreprise
organisation-kind-embassy = Ambassade
organisation-kind-chamber = Chambre de commerce
organisation-kind-ministry = Ministère
organisation-kind-broker = Courtier
organisation-kind-operator = Exploitant
organisation-kind-other = Autre

people-title = Personnes
people-invite = Inviter une personne
people-invite-own = Invitez des collègues à rejoindre votre organisation. Le lien contenu dans leur courriel ne fonctionne qu’une fois.
people-invite-anywhere = Invitez des ambassades, des chambres de commerce, des courtiers et des gestionnaires. Le lien contenu dans le courriel ne fonctionne qu’une fois.
people-organisation-hint = Nécessaire pour les entreprises et les ambassades ; créée si elle n’existe pas encore ici.
people-kind = Type d’organisation
people-kind-usual = Type habituel pour ce rôle
people-invitations = Invitations
people-revoke = Annuler l’invitation
people-done-invited = L’invitation est envoyée.
people-done-revoked = L’invitation est annulée.
person-state-active = en fonction
person-state-waiting = en attente d’admission
person-state-left = a quitté l’organisation
person-waiting = Cette personne s’est inscrite au nom de cette organisation et attend d’être admise. N’admettez que les personnes que vous connaissez.
invited-open = en cours
invited-used = acceptée
invited-revoked = annulée
invited-expired = expirée

person-state = État
person-let-in = Admettre
person-turn-away = Refuser l’admission
person-leaves = Quitte l’organisation
person-leaves-lead = Le compte est fermé immédiatement. Les fiches restent à l’organisation ; les dossiers ouverts et les avis non lus passent au successeur.
person-successor = Successeur
person-nobody = Personne
person-leaves-button = Fermer le compte
person-bring-back = Rétablir le compte
person-role = Rôle
person-role-button = Modifier le rôle
person-done-let_in = La personne est admise.
person-done-left = Le compte est fermé.
person-done-returned = Le compte est de nouveau utilisable.
person-done-role = Le rôle est modifié ; la personne doit se reconnecter.
