### The broker's desk: queue, open cases, screenings; and what people were told.

desk-title = Espace de travail
desk-queue = File d’attente
desk-cases = Mes dossiers
desk-screenings = Contrôles à l’exportation
desk-field = Domaine
desk-country = Pays de la demande
desk-language = Langue
desk-state = État
desk-whose = Attribuée à
desk-any = Indifférent
desk-waiting = En attente de décision
desk-anybody = Indifférent
desk-assigned-me = Moi
desk-assigned-nobody = Personne
desk-narrow = Afficher
desk-empty-title = Rien à décider.
desk-empty-text = De nouvelles suggestions apparaissent ici dès qu’une demande ou une technologie est publiée ou modifiée.
desk-key-move = se déplacer
desk-key-open = ouvrir
desk-key-dismiss = écarter, puis un chiffre pour le motif
desk-key-mark = cocher
desk-mark = Cocher
desk-marked = Mises en relation cochées :
desk-dismiss-marked = Écarter celles qui sont cochées
desk-dismissed = { $count ->
    [one] { $count } mise en relation est écartée.
    [many] { $count } de mises en relation sont écartées.
   *[other] { $count } mises en relation sont écartées.
}
desk-no-cases-title = Aucun dossier ouvert ne vous est attribué.
desk-no-cases-text = Prenez-en un dans la file d’attente, ou faites-vous en attribuer un.

screening-lead = Technologies des mises en relation ouvertes qui doivent être contrôlées avant la présentation des parties.
screening-none-title = Rien à contrôler.
screening-none-text = Chaque technologie d’une mise en relation ouverte a été contrôlée dans son état actuel, d’après le catalogue en vigueur.
screening-look = Consulter
screening-why-unscreened = jamais contrôlée
screening-why-older_catalogue = d’après un catalogue antérieur
screening-why-technology_changed = modifiée depuis
screening-waiting = { $count ->
    [one] { $count } mise en relation en attente
    [many] { $count } de mises en relation en attente
   *[other] { $count } mises en relation en attente
}
screening-catalogues = Catalogues
screening-in-force = en vigueur à compter du { $value }
screening-entries = { $count ->
    [one] { $count } rubrique
    [many] { $count } de rubriques
   *[other] { $count } rubriques
}
screening-file = Fichier du catalogue
screening-import = Importer un catalogue
screening-import-hint = JSON Lines : le catalogue sur la première ligne, une rubrique sur chacune des autres.
screening-unreadable = Le catalogue est illisible : { $value }
screening-done-recorded = Le contrôle est enregistré.
screening-done-imported = Le catalogue est importé. Ce qui a été contrôlé d’après un catalogue antérieur doit l’être de nouveau.
screening-near = Rubriques du catalogue les plus proches
screening-near-lead = Une aide, non un contrôle.
screening-near-none = Aucune rubrique du catalogue n’est proche.
screening-entry = Rubrique
screening-nearness = Proximité
screening-record = Enregistrer le contrôle
screening-outcome = Conclusion
screening-more-entries = Autres rubriques examinées (codes, séparés par des virgules)
screening-against = d’après le catalogue du { $value }

notices-title = Avis
notices-none = Vous n’avez encore reçu aucun avis.
notices-read = Marquer comme lu
notices-read-all = Tout marquer comme lu

live-new = Du nouveau depuis que vous avez ouvert cette page :
live-show = afficher

view-tabs = Vues enregistrées
view-new = Enregistrer ces filtres sous le nom
view-save = Enregistrer la vue
view-manage = Renommer ou supprimer cette vue
view-new-name = Nom
view-rename = Renommer
view-remove = Supprimer cette vue
view-too-many = Vous avez 20 vues enregistrées. Supprimez-en une avant d’en enregistrer une autre.
view-fault-name-required = Une vue doit avoir un nom d’au plus 60 caractères, sur une seule ligne.
view-fault-name-taken = Vous avez déjà une vue de ce nom.
view-fault-filters-required = Choisissez d’abord au moins un filtre.
view-fault-filters-unknown_field = Ce domaine n’existe pas.
view-fault-filters-unknown_country = Ce pays n’existe pas.
view-fault-filters-unknown_language = Cette langue n’existe pas.
view-fault-filters-invalid = Une vue porte sur vos propres mises en relation, sur celles qui ne sont attribuées à personne ou sur celles d’une seule personne.
screening-no-catalogue-text = Une technologie peut être contrôlée dès qu’un gestionnaire des bibliothèques a importé le catalogue sur la page des contrôles.
notices-none-text = Vous êtes averti ici quand une mise en relation attend votre réponse, qu’une fiche a été examinée ou qu’un dossier avance.
desk-most = Les { $value } plus prometteuses sont affichées ; les autres montent à mesure que celles-ci sont décidées.
desk-why = Ce qui plaide en sa faveur
desk-export-open = Contrôlée ; rien ne s’oppose aujourd’hui à une mise en relation.
