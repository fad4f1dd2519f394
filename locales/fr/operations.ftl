### Running the service: jobs, indexes, audit, settings.

operations-title = Exploitation
operations-jobs = Travaux
operations-index = Index de recherche
operations-audit = Journal d’audit
operations-settings = Paramètres

jobs-lead = Ce qu’entraîne une modification est un travail : mise en relation, alertes. Un travail qui échoue est relancé automatiquement, à des intervalles qui doublent, jusqu’à ce qu’il soit abandonné.
jobs-states = État
jobs-state-waiting = En attente ({ $a })
jobs-state-failing = En échec ({ $a })
jobs-state-given_up = Abandonnés ({ $a })
jobs-state-done = Terminés ({ $a })
jobs-none-title = Aucun travail
jobs-none-text = Aucun travail n’est dans cet état.
jobs-since = depuis le { $value }
jobs-attempts = { $count ->
    [one] { $count } tentative
    [many] { $count } de tentatives
   *[other] { $count } tentatives
}
jobs-next = nouvelle tentative le { $value }
jobs-given-up = abandonné le { $value }
jobs-done = terminé le { $value }
jobs-retry = Relancer maintenant
jobs-retry-all = Tout relancer maintenant
jobs-retried = { $count ->
    [0] Aucun travail n’avait échoué.
    [one] { $count } travail est relancé.
    [many] { $count } de travaux sont relancés.
   *[other] { $count } travaux sont relancés.
}
job-match_demand = Mettre en relation une demande
job-match_technology = Mettre en relation une technologie
job-alert_searches = Informer les personnes dont une recherche enregistrée correspond

index-lead = Chaque index est calculé à partir de la base de données et peut être refait à tout moment. Le premier nombre est la dernière modification qu’il contient, le second la plus récente qui existe.
index-library = Bibliothèque
index-records = Fiches
index-change = Dernière modification intégrée / la plus récente
index-waiting = En attente de vecteurs
index-size = Sur le disque
index-behind = en retard
index-megabytes = { $value } Mo
index-algorithm = algorithme { $value }
index-weights = pondérations, version { $value }
index-model = modèle { $value }
index-model-missing = le modèle { $value } est absent
index-check = Vérifier
index-rebuild = Reconstruire
index-rebuild-lead = La vérification compare l’index et la base de données fiche par fiche. La reconstruction crée de nouveaux index à côté des index actuels, qui restent interrogés jusqu’à ce que les nouveaux soient complets.

errand-check_index = Vérification des index
errand-rebuild_index = Reconstruction des index
errand-verify_audit = Vérification du journal d’audit
errand-began = début : { $value }
errand-running-of = { $a } sur { $b }
errand-ended-done = fin : { $a }, tout est en ordre
errand-ended-partly = fin : { $a }, une anomalie a été constatée
errand-ended-failed = échec : { $a }
errand-look-again = Rechargez la page pour voir l’avancement.

audit-lead = Qui a fait quoi et qui a vu quoi, les entrées les plus récentes d’abord. Les entrées sont liées entre elles par des empreintes et ne peuvent pas être modifiées.
audit-not-verified = La chaîne n’a pas été vérifiée depuis le démarrage du service.
audit-verify = Vérifier la chaîne
audit-number = Numéro
audit-time = Date et heure
audit-who = Auteur
audit-service = le service
audit-actor = Personne
audit-action = Action
audit-record = Fiche
audit-from = Du
audit-to = Au
audit-filter = Filtrer
audit-all = Tout afficher
audit-detail = Précisions
audit-export = Télécharger ces entrées (JSON Lines)
audit-none-title = Aucune entrée
audit-none-text = Aucune entrée du journal d’audit ne correspond.
audit-wrong-actor = La personne doit être désignée par un identifiant.
audit-wrong-record = La fiche doit être désignée par un identifiant.
audit-wrong-from = « Du » doit être une date.
audit-wrong-to = « Au » doit être une date.

settings-lead = Les paramètres en vigueur dans ce processus et leur origine. Les secrets ne sont jamais affichés.
settings-key = Paramètre
settings-value = Valeur
settings-source = Origine
setting-source-default = valeur par défaut
setting-source-file = fichier { $a }
setting-source-environment = environnement { $a }
setting-source-option = ligne de commande { $a }

dashboard-name = Tableau de bord
dashboard-all-countries = Tous les pays
dashboard-all-fields = Tous les domaines
dashboard-filter = Afficher
dashboard-table = Sous forme de tableau
dashboard-more = { $count ->
    [one] { $count } autre ligne figure dans le tableau.
    [many] { $count } d’autres lignes figurent dans le tableau.
   *[other] { $count } autres lignes figurent dans le tableau.
}
dashboard-rest = { $count ->
    [one] { $count } autre ligne figure dans les fichiers.
    [many] { $count } d’autres lignes figurent dans les fichiers.
   *[other] { $count } autres lignes figurent dans les fichiers.
}
dashboard-none-title = Rien à compter
dashboard-none-text = Il n’y a rien de ce type.
dashboard-nothing = non précisé
dashboard-title-funnel = De la suggestion à la réalisation
dashboard-title-time = Durée dans chaque état
dashboard-title-spread = Mises en relation par pays, domaine et mois
dashboard-title-unanswered_demands = Demandes sans réponse
dashboard-title-idle_technologies = Technologies sans demande
dashboard-title-grades = Institutions par classement
dashboard-lead-funnel = Nombre de mises en relation parvenues au moins à chaque étape. Les étapes annulées ne comptent pas.
dashboard-lead-time = Nombre médian de jours que les mises en relation ont passés dans un état avant de le quitter.
dashboard-lead-spread = Mises en relation suggérées, par pays et domaine de la demande. Une demande relevant de deux domaines compte dans chacun.
dashboard-lead-unanswered_demands = Demandes publiées qui ne font l’objet d’aucune mise en relation encore ouverte.
dashboard-lead-idle_technologies = Technologies publiées qui ne font l’objet d’aucune mise en relation encore ouverte.
dashboard-lead-grades = Institutions publiées.
dashboard-head-state = État
dashboard-head-country = Pays
dashboard-head-field = Domaine
dashboard-head-month = Mois
dashboard-head-grade = Classement
dashboard-measure-matches = Mises en relation
dashboard-measure-median_days = Jours (médiane)
dashboard-measure-left = Sorties de cet état
dashboard-measure-present = Actuellement dans cet état
dashboard-measure-suggested = Suggérées
dashboard-measure-introduced = Parties présentées
dashboard-measure-agreed = Accords conclus
dashboard-measure-demands = Demandes
dashboard-measure-technologies = Technologies
dashboard-measure-institutions = Institutions

job-translate_record = Traduire une fiche

operations-taxonomy = Taxonomie
taxonomy-lead = Les domaines technologiques et leurs libellés. Toute modification est immédiatement reprise dans les listes, les formulaires, les filtres et la mise en relation.
taxonomy-shown = Affichage
taxonomy-all = { $count ->
    [one] { $count } domaine
    [many] Tous les domaines ({ $count })
   *[other] Tous les domaines ({ $count })
}
taxonomy-lacking = { $count ->
    [one] { $count } domaine aux libellés incomplets
    [many] { $count } de domaines aux libellés incomplets
   *[other] { $count } domaines aux libellés incomplets
}
taxonomy-none-title = Aucun libellé ne manque
taxonomy-none-text = Chaque domaine a un nom dans les sept langues.
taxonomy-missing = manque : { $value }
taxonomy-retired = désactivé
taxonomy-replaced = désactivé ; remplacé par { $value }
field-labels = Libellés
field-labels-lead = Lorsqu’une langue n’a pas de libellé, les lecteurs voient le libellé anglais ou, à défaut, le libellé chinois. L’un des deux est obligatoire.
field-save = Enregistrer les libellés
field-now = Valeur actuelle :
field-stale = Une autre personne a modifié ce domaine depuis que vous l’avez ouvert. Votre saisie figure toujours ici, avec en regard ce qui est enregistré ; un nouvel enregistrement le remplacera.
field-wrong = Rien n’a été enregistré. Ce qui est à corriger est indiqué ci-dessous, à chaque rubrique.
field-records = { $count ->
    [0] aucune fiche de ce domaine
    [one] { $count } fiche de ce domaine
    [many] { $count } de fiches de ce domaine
   *[other] { $count } fiches de ce domaine
}
field-retirement = Désactivation
field-retirement-lead = Les fiches existantes conservent un domaine désactivé et peuvent toujours être trouvées par celui-ci. Les nouvelles fiches ne peuvent plus le choisir.
field-replacement = Domaine à choisir à sa place
field-no-replacement = Aucun
field-retire = Désactiver ce domaine
field-restore = Réactiver ce domaine
field-below = Ajouter un domaine sous celui-ci
field-name = Code, précédé de
field-name-hint = Lettres minuscules, chiffres et _. Le code ne changera plus jamais ; les libellés peuvent être modifiés.
field-add = Ajouter le domaine
field-done-changed = Les libellés sont enregistrés.
field-done-retired = Le domaine est désactivé.
field-done-restored = Le domaine est réactivé.
field-done-added = Le domaine est ajouté.
field-fault-labels-too_long = Un libellé compte au plus 120 caractères.
field-fault-labels-invalid = Un autre domaine porte déjà ce libellé, ou celui-ci occupe plus d’une ligne.
field-fault-labels-required = Un libellé en chinois ou en anglais est obligatoire.
field-fault-code-unknown_field = Un domaine ne peut être ajouté que sous un domaine du premier niveau.
field-fault-code-invalid = Ce code est déjà utilisé, contient d’autres caractères que des lettres minuscules, des chiffres et _, ou ne commence pas par une lettre.
field-fault-code-too_long = Ce code est trop long.
field-fault-retired-locked = Ce domaine ne peut pas être désactivé : il en remplace un autre ou appartient au premier niveau.
field-fault-replacement-invalid = Seul un domaine désactivé peut être remplacé.
field-fault-replacement-unknown_field = Le domaine de remplacement doit être un autre domaine, non désactivé.
