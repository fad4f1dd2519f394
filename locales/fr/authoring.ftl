### The pages of authors: their own records, the form of a record, what is done with one.

nav-mine = Mes fiches
authoring-mine = Vos fiches
authoring-all = Toutes
authoring-new-technologies = Publier une technologie
authoring-new-demands = Publier une demande
authoring-new-results = Ajouter un résultat
authoring-new-institutions = Ajouter une institution
authoring-first-technologies = Publier votre première technologie
authoring-first-demands = Publier votre première demande
authoring-first-results = Ajouter votre premier résultat
authoring-first-institutions = Ajouter votre première institution
authoring-empty-technologies = Décrivez ce que fait votre technologie et à qui elle s’adresse. Le service trouve, dans toutes les langues, les demandes auxquelles elle répond, et dit pourquoi.
authoring-empty-demands = Décrivez, dans votre propre langue, ce qui est recherché et ce qui est exigé. Le service trouve les technologies qui y répondent, et dit pourquoi.
authoring-empty-results = Une coopération réussie est la meilleure preuve pour la suivante.
authoring-empty-institutions = Chaque mise en relation indique les institutions capables d’en assurer la mise en œuvre.
authoring-none-text = Aucune de vos fiches n’est dans cet état.
authoring-nobody = Votre compte n’est rattaché à aucune organisation.
authoring-nobody-text = Les fiches appartiennent aux organisations. Vous trouverez toutes les fiches dans les listes des bibliothèques.
authoring-matches = { $count ->
    [one] { $count } mise en relation
    [many] { $count } de mises en relation
   *[other] { $count } mises en relation
}
authoring-improve = { $count ->
    [one] { $count } point à améliorer
    [many] { $count } de points à améliorer
   *[other] { $count } points à améliorer
}

status-draft = Brouillon
status-returned = Renvoyée avec des commentaires
status-submitted = En attente d’examen
status-published = Publiée
status-expiring = Publiée, expire bientôt
status-archived = Archivée
status-withdrawn = Retirée
status-rejected = Non acceptée
status-suspended = Masquée : organisation suspendue

mine-record = Fiche
mine-state = État
mine-changed = Dernière modification
mine-improve = À améliorer
mine-do = À faire
mine-edit = Modifier

section-what = De quoi il s’agit
section-worth = Ce qui la distingue
section-asked = Ce qui est exigé
section-conditions = Conditions d’exploitation
section-where = Lieux
section-terms = Conditions de coopération
section-rights = Droits
section-people = Acteurs et calendrier
section-course = Déroulement
section-work = Fonctionnement
section-export = Contrôle des exportations
section-rest = Autres indications
section-record = La fiche elle-même
section-confidential = Partie confidentielle
section-lead-what = Cette partie est lue par tous. N’y nommez ni votre organisation ni une marque et n’y donnez aucune coordonnée : les deux parties restent anonymes jusqu’à ce que le courtier les présente l’une à l’autre.
section-lead-asked = Une exigence par ligne : chacune est comparée séparément à chaque technologie, et la réponse est affichée en regard.
section-lead-conditions = Des nombres accompagnés d’une unité. Ils sont comparés comme des plages, quelle que soit l’unité ; laissez vide une limite qui n’existe pas.
section-lead-export = Ce que vous savez vous-même. Avant toute présentation des parties, le gestionnaire contrôle chaque technologie d’après le catalogue en vigueur.
section-lead-confidential = Cette partie n’est ni montrée au public ni prise en compte dans les recherches. Elle est lue par votre organisation, par le courtier chargé d’une mise en relation de cette fiche et par les responsables du service ; chaque lecture est consignée.

hint-title = Une ligne : de quoi il s’agit et à quoi cela sert.
hint-summary = Deux phrases, pour les listes.
hint-description = Le fonctionnement, les performances et les lieux d’utilisation, avec des chiffres et des unités.
hint-keywords = Un par ligne.
hint-links = Une adresse par ligne. Les liens révèlent votre identité avant l’accord des deux parties.
hint-ipc_classes = Une par ligne, par exemple A01G 25/16.
hint-institutions = Une par ligne : le numéro de l’institution, par exemple I-2026-000001.
hint-languages = Une par ligne : zh, en, fr …
hint-technology = Le numéro de la technologie, par exemple T-2026-000001.
hint-lang = La langue dans laquelle vous écrivez. Les autres lisent une traduction.
hint-trl = De 1 à 9 : 9 est en service, 6 est un prototype dans son environnement.
hint-min_trl = De 1 à 9 : 9 est en service, 6 est un prototype dans son environnement.
hint-currency = Trois lettres, par exemple CNY, USD, EUR.
hint-valid_until = Le dernier jour de validité. Vous serez consulté avant cette échéance.
hint-external_id = Le numéro que vous lui donnez vous-même. L’importation d’un fichier portant le même numéro met cette fiche à jour.
hint-target_countries = Sans choix : tous les pays.
hint-cooperation_modes = Les modes de cession que vous proposez.
hint-accepted_modes = Sans choix : tous les modes.
hint-ip_rights = Une ligne sans numéro n’est pas conservée.
hint-requirements = Une ligne vidée est supprimée.
hint-operating_conditions = Une ligne vidée est supprimée.

add-requirements = Ajouter une exigence
add-operating_conditions = Ajouter une condition
add-ip_rights = Ajouter un droit
add-parties = Ajouter une partie
add-outcomes = Ajouter un chiffre
add-contacts = Ajouter un contact

part-text = Exigence
part-priority = Importance
part-quantity = Grandeur
part-min = De
part-max = À
part-unit = Unité
part-kind = Type
part-number = Numéro
part-territory = Territoire
part-name = Nom
part-country = Pays
part-role = Rôle
part-measure = Ce qui a été mesuré
part-value = Chiffre
part-email = Adresse électronique
part-phone = Téléphone

column-export_catalogue = Catalogue d’exportation
column-export_entry = Rubrique du catalogue
column-export_screened_on = Date du contrôle
column-year = Année
column-start_date = Premier jour
column-end_date = Dernier jour
column-grade_date = Date du classement
column-contacts = Contacts

authoring-whole-field = le domaine entier
authoring-other-countries = Autres pays
authoring-needed = obligatoire
authoring-free = effet immédiat
authoring-remove = Supprimer
authoring-see = Voir la fiche
authoring-save = Enregistrer le brouillon
authoring-change = Enregistrer les modifications
authoring-check = Vérifier
authoring-submit = Soumettre à l’examen
authoring-published = Cette fiche est publiée.
authoring-at-once = Les modifications des rubriques suivantes sont immédiatement visibles : { $value }. Tout le reste est d’abord examiné ; d’ici là, chacun voit la fiche dans son état actuel.
authoring-operator = Vous gérez les bibliothèques : ce que vous enregistrez est immédiatement visible de tous.
closed-submitted = Elle attend un avis et ne change pas entre-temps. Pour la modifier, remettez-la en brouillon.
closed-withdrawn = Elle a été retirée. Pour la modifier, remettez-la en brouillon.
closed-rejected = Elle a été examinée et n’a pas été retenue ; elle reste telle qu’elle a été examinée.
closed-suspended = Cette fiche est masquée parce que son organisation est suspendue ; elle ne peut être modifiée d’ici à son rétablissement.
authoring-steps = Autres opérations possibles
authoring-waiting = Votre modification attend un examen
authoring-waiting-text = Jusqu’à cet examen, chacun voit la fiche dans son état antérieur. Pour faire une autre modification, annulez d’abord celle-ci.
authoring-take-back = Annuler la modification
authoring-stale = Une autre personne a enregistré cette fiche entre-temps.
authoring-stale-text = Votre saisie figure toujours ci-dessous et n’est pas enregistrée. Comparez ; un nouvel enregistrement remplacera le texte de l’autre personne par le vôtre.
authoring-conflict = Le texte de l’autre personne et votre saisie
authoring-state = L’état actuel de cette fiche ne permet pas cette opération.
authoring-unsaved = Non enregistré : corrigez ce qui est indiqué ci-dessous.
authoring-lost = Non enregistré : le service ne répond pas, ou vous n’êtes plus connecté.
authoring-kept = Votre saisie figure toujours ici.
authoring-mistakes = { $count ->
    [one] { $count } point est à corriger.
    [many] { $count } de points sont à corriger.
   *[other] { $count } points sont à corriger.
}

authoring-done-saved = Le brouillon est enregistré.
authoring-done-live = La modification est enregistrée et visible.
authoring-done-waits = Ce qui prend effet immédiatement est enregistré ; le reste attend un examen.
authoring-done-submitted = La fiche attend un examen. Vous serez informé de la décision.
authoring-done-reopened = La fiche est de nouveau un brouillon.
authoring-done-archived = La fiche est archivée.
authoring-done-withdrawn = La fiche est retirée.
authoring-done-renewed = La validité de la fiche est prolongée.
authoring-done-taken_back = Votre modification est annulée.
authoring-done-faults = Rien n’a encore été fait : corrigez d’abord ce qui est indiqué ici.
authoring-done-stale = Rien n’a été fait : une autre personne a modifié la fiche entre-temps. La voici dans son état actuel.
authoring-done-state = Rien n’a été fait : l’état actuel de la fiche ne le permet pas.

step-reopen = En refaire un brouillon
step-renew = Renouveler
step-renew-now = Elle est valable jusqu’au { $value }.
step-renew-until = Prolonger la validité jusqu’au
step-archive = Archiver
step-withdraw = Retirer
step-reason = Motif (pour l’historique de la fiche)
step-about-archive = Une fiche archivée n’est montrée à personne et n’est plus mise en relation. Un renouvellement, suivi d’un examen, la rétablit.
step-about-withdraw = Une fiche retirée n’est montrée à personne et ses suggestions prennent fin. Elle reste ici avec son historique et peut redevenir un brouillon.
step-yes-archive = Oui, archiver la fiche
step-yes-withdraw = Oui, retirer la fiche

live-title = En cours de rédaction
live-saved = Enregistré
live-filled = Champs remplis : { $count } sur { $total }
live-nearest = Les plus proches :
live-duplicates = Fiches déjà publiées très semblables
live-mistakes = À corriger
live-remarks = À améliorer
live-nothing = Aucun point à améliorer n’a été trouvé.

outlook-technologies = { $count ->
    [0] Aucune demande ouverte ne serait encore mise en relation avec elle.
    [one] Elle serait mise en relation avec { $count } demande ouverte.
    [many] Elle serait mise en relation avec { $count } de demandes ouvertes.
   *[other] Elle serait mise en relation avec { $count } demandes ouvertes.
}
outlook-demands = { $count ->
    [0] Aucune technologie n’y répond encore.
    [one] Ce qui existe aujourd’hui : { $count } technologie.
    [many] Ce qui existe aujourd’hui : { $count } de technologies.
   *[other] Ce qui existe aujourd’hui : { $count } technologies.
}
outlook-nothing-technologies = Il n’y a pas encore de demande ouverte.
outlook-nothing-demands = Il n’y a pas encore de technologie.

mistake-required = Cette indication est nécessaire.
mistake-invalid = Cette valeur ne convient pas.
mistake-wrong_type = Cette valeur est illisible.
mistake-no_number = Indiquez un nombre sans unité, par exemple 1200000 ou 0.5.
mistake-no_integer = Indiquez un nombre entier.
mistake-no_date = Indiquez une date sous la forme 2027-12-31.
mistake-too_long = Ce texte est trop long.
mistake-too_many = Il y en a trop.
mistake-out_of_range = Cette valeur est hors des limites admises.
mistake-min_above_max = La valeur minimale est supérieure à la valeur maximale.
mistake-unknown_code = Choisissez une valeur de la liste.
mistake-unknown_field = Ce domaine ne figure pas dans la taxonomie.
mistake-unknown_country = Ce pays ne figure pas dans la liste.
mistake-unknown_currency = Indiquez les trois lettres de la monnaie, par exemple CNY.
mistake-unknown_language = Ce n’est pas un code de langue tel que zh ou pt-BR.
mistake-taken = Une autre de vos fiches porte déjà ce numéro.
mistake-exact-too_long = Ce texte est trop long. Limite : { $a } caractères.
mistake-exact-too_many = Il y en a trop. Limite : { $a }.
mistake-exact-out_of_range = Cette valeur est hors des limites admises : { $a }.

translations-title = Autres langues
translations-count = { $count ->
    [0] Aucune traduction
    [one] { $count } traduction
    [many] { $count } traductions
   *[other] { $count } traductions
}
translations-lead = Les lecteurs voient votre texte dans leur langue s’il existe, sinon l’original. Ce que vous saisissez compte comme écrit par une personne ; si l’original change ensuite, la traduction est marquée comme plus ancienne. Laissez vide une langue pour laquelle vous n’avez rien.
translation-by-human = par des personnes
translation-by-machine = par une machine
translation-by-stale = l’original a changé depuis
mistake-original_language = L’original est déjà dans cette langue.
mistake-translation_stays = Une traduction publiée se remplace, elle ne se vide pas.
mistake-retired_field = Ce domaine est désactivé ; choisissez-en un autre.
mine-waiting = En attente de votre réponse
mine-waiting-lead = Un courtier propose ces mises en relation. L’autre partie n’apprend pas qui vous êtes avant que les deux aient accepté.
