# Names of things that an installation adds to those the program knows.

terms-title = Noms des choses
operations-terms = Noms
terms-lead = Les textes qui désignent la même chose se rejoignent, quelle que soit leur langue. Un nom qui manque peut être ajouté ici, dans n’importe quelle langue ; les fiches où il figure sont alors relues et remises en relation.
terms-known = { $count ->
    [one] Le programme connaît { $count } chose par lui-même.
    [many] Le programme connaît { $count } de choses par lui-même.
   *[other] Le programme connaît { $count } choses par lui-même.
}
terms-look-up = Ce qui est compris
terms-look-up-label = Un nom ou une phrase, dans n’importe quelle langue
terms-look-up-button = Rechercher
terms-look-up-nothing = Aucun nom connu n’y figure.
terms-add = Ajouter les noms d’une chose
terms-add-lead = Tous désignent une seule chose. Si l’un d’eux est déjà connu, les autres deviennent des noms de cette chose.
terms-add-button = Ajouter les noms
terms-propose = Proposer les noms d’une chose
terms-propose-lead = Tous désignent une seule chose : le nom que lui donne la demande et celui que lui donne la technologie. Un gestionnaire les examine avant qu’ils ne comptent.
terms-propose-button = Proposer les noms
terms-hint = Séparez par des points-virgules plusieurs noms dans une même langue. Le plus courant vient en premier.
terms-more = Autres langues
terms-other-lang = Une autre langue
terms-other-hint = Son code, par exemple ha pour le haoussa ou uz pour l’ouzbek.
terms-other-names = Noms dans cette langue
terms-own = Ajoutés ici
terms-shown = Affichage
terms-state-proposed = Proposés ({ $count })
terms-state-in_force = En vigueur ({ $count })
terms-state-retired = Refusés ou retirés ({ $count })
terms-none = Aucun.
terms-done-added = Les noms sont en vigueur. Une nouvelle lecture des fiches est en cours.
terms-done-proposed = Les noms sont proposés. Un gestionnaire va les examiner.
terms-done-changed = Les noms sont enregistrés. Une nouvelle lecture des fiches est en cours.
terms-done-confirmed = Les noms sont en vigueur. Une nouvelle lecture des fiches est en cours.
terms-done-refused = La proposition est refusée.
terms-done-retired = Les noms ne sont plus en usage. Une nouvelle lecture des fiches est en cours.
terms-done-restored = Les noms sont de nouveau en vigueur. Une nouvelle lecture des fiches est en cours.
term-state-proposed = Proposés
term-state-in_force = En vigueur
term-state-retired = Refusés ou retirés
term-confirm = Confirmer
term-refuse = Refuser
term-edit = Modifier
term-save = Enregistrer les noms
term-retire = Retirer de l’usage
term-restore = Remettre en usage
term-stale = Une autre personne a modifié ces noms depuis que vous les avez ouverts. Votre saisie figure toujours ici, avec en regard ce qui est enregistré ; un nouvel enregistrement le remplacera.
term-wrong = Rien n’a été enregistré. Ce qui est à corriger est indiqué ci-dessous, auprès des noms.
term-fault-too_long = « { $a } » compte plus de { $b } caractères.
term-fault-invalid = « { $a } » désigne une autre chose que les noms qui précèdent.
term-fault-required = « { $a } » ne contient aucun mot qui puisse être trouvé dans un texte.
term-fault-locked = « { $a } » fait déjà partie d’une autre série de noms, en vigueur ou proposée.
term-fault-unknown_language = Ce n’est pas un code de langue, comme ha ou uz.
term-fault-all-required = Il faut au moins deux noms de la chose.
term-fault-all-too_many = Il y a trop de noms pour une seule chose.
term-fault-all-invalid = Tous ces noms sont déjà connus comme désignant une seule chose.
terms-from-match = Une chose porte ici un nom qui n’est pas compris ? Proposez-le.
terms-form = Comment elle s’appelle
