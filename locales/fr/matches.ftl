### Matches, dossiers, coverage.

match-open = Ouvrir le dossier
score-label = des suggestions ayant ce score, telle est à peu près la part jugée comme réponse complète dans les collections d’essai
verdict-met = satisfaite
verdict-partly = partiellement satisfaite
verdict-unmet = non satisfaite
verdict-unknown = non précisé
coverage-title = Exigence par exigence
coverage-lead = Ce que la demande exige, dans sa propre langue, et la phrase de la technologie qui tranche.
coverage-requirement = Exigence
coverage-verdict = Réponse
coverage-evidence = Ce que dit la technologie
coverage-nearest = La phrase la plus proche :
coverage-no-evidence = La technologie n’en dit rien. C’est une question à poser, non un refus.
coverage-none = Cette demande n’énumère aucune exigence ; la mise en relation repose sur les signaux ci-dessous.
coverage-met = exigences satisfaites : { $count } sur { $total }
coverage-partly = partiellement : { $count }
coverage-unmet = non satisfaites : { $count }
coverage-unknown = non précisé : { $count }
signals-title = Comment le score est établi
signals-lead = Chaque signal ajoute au score ou en retranche. La barre montre de combien, par rapport au signal le plus fort.
signals-name = Signal
signals-value = Valeur
signals-contribution = Contribution
signals-reason = Motif
dossier-title = Dossier
dossier-results = Résultats qui l’attestent
dossier-no-results = Aucun projet de la bibliothèque des résultats n’est assez proche pour l’attester.
dossier-institutions = Institutions capables d’assurer la mise en œuvre
dossier-no-institutions = Aucune institution de la bibliothèque ne couvre ce pays et ce domaine.
dossier-history = Historique
dossier-history-by-service = { $status } (par le service)
dossier-history-by-person = { $status } (par une personne)
dossier-algorithm = Calculé le { $date } par l’algorithme { $version }.
dossier-score-meaning = Probabilité estimée d’une réponse complète : { $value }. Dans les collections d’essai, les scores élevés se sont révélés un peu trop hauts.
demand-matches = Technologies qui répondent à cette demande
demand-matches-lead = { $count ->
    [one] Une suggestion, calculée le { $date }.
    [many] { $count } de suggestions, les meilleures d’abord, calculées le { $date }.
   *[other] { $count } suggestions, les meilleures d’abord, calculées le { $date }.
}
demand-matches-with-brokers = Le { $value }, des technologies susceptibles de répondre à cette demande ont été trouvées. Un courtier les examine d’abord ; chaque partie voit ensuite ce qui lui est proposé.
no-match-title = Pas encore de mise en relation.
no-match-text = Le { $date }, { $count ->
    [one] { $count } technologie a été examinée et ne répond pas
    [many] { $count } de technologies ont été examinées et aucune ne répond
   *[other] { $count } technologies ont été examinées et aucune ne répond
} à cette demande. Celle-ci reste ouverte et fait l’objet d’une nouvelle recherche dès qu’une technologie est ajoutée ou modifiée.
no-match-nearest = Les plus proches, et ce qui manque à chacune
no-match-lacks = Manque ou n’est pas précisé :
technology-matches = Demandes auxquelles cette technologie répond
technology-no-matches = Aucune demande ouverte ne correspond actuellement.

reason-meaning = les textes entiers sont proches par le sens à { $a } %
reason-brief = l’ensemble des exigences et la technologie sont proches à { $a } %
reason-sentences = phrase par phrase, les textes sont proches à { $a } %
reason-focus = ce que dit la technologie est proche à { $a } % de ce qui est demandé
reason-answers = environ { $a } % des exigences, pondérées par priorité, semblent satisfaites
reason-alignment = mot à mot, les deux textes se ressemblent à { $a } %
reason-title = les titres sont proches par le sens à { $a } %
reason-words = mots communs ({ $a } sur 100)
reason-bridges = nombres, formules ou noms communs ({ $a } sur 100)
reason-things = nommés des deux côtés : { $b } ({ $a } % de ce qui est demandé)
reason-things-none = rien de ce que nomme la demande n’est nommé
reason-field-common = même domaine : { $a }
reason-field-none = aucun domaine commun
reason-country-target = le fournisseur cherche des partenaires dans ce pays : { $a }
reason-country-other = le fournisseur vise d’autres pays que celui-ci : { $a }
reason-mode-common = proposé et accepté : { $a }
reason-mode-none = aucun mode de coopération accepté par les deux parties
reason-trl-enough = niveau de maturité { $a }, { $b } au moins demandé
reason-trl-below = niveau de maturité { $a }, inférieur au niveau { $b } demandé
reason-price-within = le prix entre dans le budget
reason-price-above = le prix dépasse le budget
reason-conditions-covered = toutes les conditions d’exploitation comparables sont couvertes ({ $a })
reason-conditions-missed = conditions d’exploitation non entièrement couvertes : { $a }
reason-language-same = les deux textes sont dans la même langue ({ $a })
reason-expiry = les deux restent valables au moins jusqu’à cette date : { $a }
reason-dossier-country-field = même pays, même domaine : { $a }
reason-dossier-country = même pays
reason-dossier-region-field = même région, même domaine : { $a }
reason-dossier-region = même région
reason-dossier-field = même domaine : { $a }
reason-dossier-meaning = proche par le sens
reason-dossier-technology = utilise cette technologie même
side-demands = Demande
side-technologies = Technologie
side-results = Résultat
side-institutions = Institution
matches-not-shown = Les technologies suggérées pour cette demande sont montrées aux parties et aux courtiers après connexion.
signal-meaning = Sens
signal-brief = Ensemble des exigences
signal-sentences = Phrase par phrase
signal-focus = Adéquation à la demande
signal-alignment = Mot à mot
signal-answers = Exigences satisfaites
signal-title = Titre
signal-words = Mots communs
signal-bridges = Nombres et formules communs
signal-things = Choses nommées des deux côtés
signal-field = Domaine
signal-country = Pays visé
signal-mode = Coopération
signal-trl = Maturité
signal-price = Prix et budget
signal-conditions = Conditions d’exploitation
signal-language = Langue
signal-expiry = Validité
