### Home page.

home-title = Transfert international de technologies
home-heading = Les besoins d’un pays, les technologies d’un autre
home-lead = Siku lit quatre bibliothèques dans toutes les langues, trouve les technologies qui répondent à une demande et montre, exigence par exigence, quelle phrase répond à laquelle.
home-search-hint = Décrivez un besoin ou une technologie avec vos propres mots, dans n’importe quelle langue.
home-count-technologies = { $count ->
    [one] technologie proposée
    [many] de technologies proposées
   *[other] technologies proposées
}
home-count-demands = { $count ->
    [one] demande
    [many] de demandes
   *[other] demandes
}
home-count-results = { $count ->
    [one] projet réalisé
    [many] de projets réalisés
   *[other] projets réalisés
}
home-count-institutions = { $count ->
    [one] institution de mise en œuvre
    [many] d’institutions de mise en œuvre
   *[other] institutions de mise en œuvre
}
home-matches = Dernières mises en relation
home-latest-technologies = Dernières technologies
home-latest-demands = Dernières demandes
home-latest-results = Derniers résultats
home-latest-institutions = Dernières institutions
home-all-technologies = Toutes les technologies
home-all-demands = Toutes les demandes
home-all-results = Tous les résultats
home-all-institutions = Toutes les institutions
home-nothing-yet = Rien n’a encore été publié ici.

map-title = Où sont les demandes et les résultats
map-demands = { $count ->
    [one] { $count } demande
    [many] { $count } de demandes
   *[other] { $count } demandes
}
map-results = { $count ->
    [one] { $count } résultat
    [many] { $count } de résultats
   *[other] { $count } résultats
}
map-country = { $country } : { $demands }, { $results }
map-table = Tous les pays sous forme de tableau
map-country-column = Pays
map-total = Total
map-note = Un résultat qui concerne plusieurs pays compte dans chacun d’eux, et une seule fois dans le total.
map-legend = Demandes et résultats d’un pays
home-supply-title = Vous avez une technologie ?
home-supply-text = Inscrivez votre entreprise, déposez une technologie ou tout un tableur, et voyez à quelles demandes elle répond.
home-demand-title = Votre pays en cherche une ?
home-demand-text = Ambassades, ministères et chambres entrent sur invitation et déposent leurs demandes dans leur langue.
