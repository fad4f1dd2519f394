### Reviews: what waits, what is read, what is scored; and what an author reads of it.

standing-title = Non publique.
standing-draft = Cette fiche est un brouillon. Seuls votre organisation et les gestionnaires des bibliothèques la voient.
standing-submitted = Cette fiche attend un examen. Seuls votre organisation et les gestionnaires des bibliothèques la voient.
standing-withdrawn = Cette fiche a été retirée.
standing-archived = Cette fiche est archivée.
standing-rejected = Cette fiche a été examinée et n’est pas acceptée.

desk-reviews = En attente d’examen
desk-reviews-lead = { $count ->
    [0] Rien ne vous attend.
    [one] { $count } fiche en attente, les plus anciennes d’abord.
    [many] { $count } de fiches en attente, les plus anciennes d’abord.
   *[other] { $count } fiches en attente, les plus anciennes d’abord.
}
desk-reviews-none-text = Ce que les entreprises et les ambassades soumettent figure ici jusqu’à son examen ; les fiches de votre propre organisation sont examinées par d’autres.
desk-revision = modification d’une fiche publiée
desk-working-days = { $count ->
    [0] depuis aujourd’hui
    [one] depuis { $count } jour ouvré
    [many] depuis { $count } de jours ouvrés
   *[other] depuis { $count } jours ouvrés
}
desk-findings = Remarques des vérifications : { $count }
desk-duplicates = Fiches publiées qu’elle répète peut-être : { $count }

criterion-advantage_or_problem = Avantage ou problème
criterion-clarity = Clarté
criterion-cooperation = Coopération
criterion-rules_and_language = Règles et langue
criterion-hint-advantage_or_problem = La technologie dit-elle ce qu’elle fait mieux que la solution de remplacement ? Le problème est-il réel et énoncé ?
criterion-hint-clarity = Une personne qui ne connaît pas le sujet comprend-elle la fiche ?
criterion-hint-cooperation = La fiche indique-t-elle quelle coopération est souhaitée ?
criterion-hint-rules_and_language = La fiche respecte-t-elle les règles de la bibliothèque et est-elle bien rédigée ?

review-published = Publiée
review-returned = Renvoyée à l’auteur
review-rejected = Non acceptée
review-done-published = La fiche est publiée.
review-done-returned = La fiche a été renvoyée à son auteur, avec vos commentaires.
review-done-rejected = La fiche n’est pas acceptée.
review-changes = Ce qui a changé depuis la dernière publication
review-no-changes = Rien.
review-checks = Ce qu’ont indiqué les vérifications
review-unchecked = Elle a été soumise sans les vérifications.
review-nothing-found = Rien.
review-duplicates = Fiches publiées qu’elle répète peut-être
review-words-only = La même fiche dans une autre langue n’a pas été recherchée : aucun modèle linguistique n’était disponible.
review-score = Votre examen
review-rule = De 10 à 20 points sans aucun zéro : publiée. De 5 à 9 points, ou un zéro : renvoyée à l’auteur. Moins de 5 : non acceptée. L’auteur lit vos commentaires, sans savoir qui vous êtes.
review-points = Points
review-comment = Commentaire
review-comment-whole = Dans l’ensemble
review-send = Envoyer l’examen
review-incomplete = Chaque critère doit recevoir de 0 à 5 points, et une fiche qui n’est pas publiée doit être accompagnée d’un commentaire qui en donne la raison.
review-stale = La fiche a été modifiée pendant que vous la lisiez. Consultez-la de nouveau ; vos notes sont toujours là.
review-own = Vous avez rédigé cette fiche, ou elle appartient à votre organisation. Une autre personne doit l’examiner.

reviews-title = Ce qu’ont dit les examinateurs
reviews-heading = { $date } : { $result }, { $total } points sur 20
reviews-mark = { $value } sur 5

column-title = Titre
column-summary = Résumé
column-description = Description
column-requirements = Exigences
column-operating_conditions = Conditions d’exploitation
column-price_min = Prix minimal
column-price_max = Prix maximal
column-budget_min = Budget minimal
column-budget_max = Budget maximal
column-currency = Monnaie
column-translations = Traductions
column-lang = Langue
column-external_id = Numéro propre à l’organisation
standing-suspended = Cette fiche est masquée parce que son organisation est suspendue.
