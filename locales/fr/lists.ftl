### Lists, search, filters, paging.

search-technologies = Rechercher des technologies
search-demands = Rechercher des demandes
search-results = Rechercher des résultats de coopération
search-institutions = Rechercher des institutions
search-title = Recherche
search-title-for = « { $value } »
search-scope-all = Toutes les bibliothèques
search-lead = Une seule recherche dans les technologies, les demandes, les résultats et les institutions, dans toutes les langues.
search-see-all = { $count ->
    [one] Voir la seule réponse
    [many] Voir les { $count } de réponses
   *[other] Voir les { $count } réponses
}
search-nothing = Rien n’a été trouvé pour « { $value } ».
search-nothing-hint = Décrivez le besoin par une phrase plutôt que par des mots isolés, retirez un filtre, ou enregistrez la recherche pour être averti quand quelque chose convient.
search-nothing-in = Rien trouvé dans :

list-count = { $count ->
    [one] { $count } fiche
    [many] { $count } de fiches
   *[other] { $count } fiches
}
list-count-found = { $count ->
    [one] { $count } fiche trouvée
    [many] { $count } de fiches trouvées
   *[other] { $count } fiches trouvées
}
list-empty-title = Rien pour l’instant
list-empty-text = La première fiche publiée apparaîtra sur cette page.
list-none-title = Aucune fiche ne correspond
list-none-text = Essayez avec moins de mots ou d’autres mots, ou retirez un filtre.
found-by-meaning = trouvé par le sens
sort-label = Trier par
sort-relevance = pertinence
sort-newest = les plus récentes
sort-title = titre
filters = Filtres
filters-active = Filtres actifs
filter-remove = Retirer le filtre
filters-clear = Tout retirer
facet-more = { $count } de plus
facet-library = Bibliothèque
facet-field = Domaine
facet-country = Pays
facet-mode = Coopération
facet-kind = Type
facet-service = Service
facet-region = Région
facet-lang = Langue
pager-label = Pages
pager-first = Revenir à la première page
pager-next = Page suivante
sort-updated = dernière modification
facet-target_country = Pays visé
facet-trl = Maturité
facet-urgency = Urgence
facet-progress = Avancement
facet-operation = Situation
facet-year = Année
readiness-1-3 = TRL 1–3 : recherche
readiness-4-6 = TRL 4–6 : développement
readiness-7-9 = TRL 7–9 : utilisation
