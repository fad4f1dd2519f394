### About page.

about-title = À propos de Siku
about-lead = Siku (四库, « quatre bibliothèques ») est un service à code source ouvert de mise en relation pour le transfert international de technologies.
about-what-title = Ce que fait le service
about-what = Une entreprise publie une technologie, le plus souvent en chinois. Une ambassade publie ce dont son pays a besoin, dans sa propre langue. Siku compare les deux exigence par exigence et montre quelle phrase répond à laquelle, ce qui reste sans réponse, les projets semblables qui ont réussi ailleurs et les institutions capables d’assurer la mise en œuvre.
about-libraries-title = Les quatre bibliothèques
about-technologies = Technologies proposées : fonction, avantage, maturité, droits et situation au regard du contrôle des exportations.
about-demands = Besoins des pays partenaires : problème, exigences, budget et autorité qui décide.
about-results = Coopérations réalisées : qui, où, comment et avec quel résultat. Elles servent de preuve pour les suivantes.
about-institutions = Laboratoires, centres, parcs et entreprises capables d’assurer la mise en œuvre dans un pays.
about-score-title = Ce que signifie un score
about-score = Un score est une estimation : sur cent suggestions dont le score est de 80 %, environ 80 sont acceptées. « Non précisé » ne compte jamais comme « non satisfait » : le silence d’un texte est une question à poser.
about-limits-title = Ce que le service ne fait pas
about-limits = Siku propose ; les personnes décident. Le service ne montre aucune coordonnée au public et ne remplace ni le contrôle des exportations, ni les vérifications préalables, ni le conseil juridique.
about-map-title = D’où vient la carte
about-map = Les contours de la carte de la page d’accueil sont ceux de Natural Earth (1:110m, domaine public). Les frontières suivent cette source et n’expriment aucune position de Siku sur le statut juridique d’un territoire. Les pays trop petits pour être dessinés sont des points.
about-open-title = Code source ouvert
about-open = Siku est un logiciel libre sous licence Apache 2.0. Les programmes peuvent lire au moyen de l’API tout ce que vous voyez ici.
