### Importing a file step by step.

import-title = Importer un fichier
import-lead = De nombreuses fiches à la fois, à partir de votre propre tableur. Rien n’est importé avant que vous n’ayez vu ce qui en résulterait ; ce qui est importé devient des brouillons de votre organisation.
import-steps = Étapes de l’importation
import-step-file = Fichier
import-step-columns = Colonnes
import-step-check = Vérification
import-step-done = Fin
import-library = Bibliothèque
import-file = Fichier
import-file-hint = XLSX, CSV dans tout encodage courant, ou JSON Lines ; { $count } Mo au plus. Il est conservé un jour, et vous seul pouvez le lire.
import-send = Envoyer le fichier
import-templates = Modèles
import-templates-lead = Des fichiers vides avec nos colonnes. Votre propre tableur convient aussi : vous indiquez à l’étape suivante ce que signifient ses colonnes.
import-sent = Fichiers que vous avez envoyés
import-sent-none = Aucun pour le moment.
import-state-done = importé
import-state-waits = pas encore importé
import-kept-until = conservé jusqu’au { $value }
import-remove = Supprimer le fichier
import-done-removed = Le fichier est supprimé.
import-no-file = Choisissez un fichier.
import-no-format = { $value } : le nom doit se terminer par .xlsx, .csv ou .jsonl.
import-empty = Le fichier est vide.
import-too-large = Le fichier dépasse { $count } Mo.
import-too-many = Nombre de vos fichiers déjà présents : { $count }. Supprimez-en un d’abord.
import-unreadable = Le fichier est illisible : { $value }
import-no-rows = Le fichier ne contient aucune ligne.

import-columns-title = Ce que signifient les colonnes
import-columns-lead = Indiquez pour chaque colonne du fichier ce qu’elle signifie ici, ou qu’elle est laissée de côté.
import-columns-needed = Chaque fiche doit comporter : { $value }.
import-columns-on = Vérifier les lignes
import-columns-again = Modifier les colonnes
import-columns-open = Indiquez la signification des colonnes suivantes, ou laissez-les de côté : { $value }.
import-columns-twice = « { $a } » et « { $b } » signifient toutes deux « { $c } ». Laissez l’une d’elles de côté.
import-columns-missing = Chaque fiche doit comporter : { $value }. Choisissez la colonne correspondante.
import-columns-none = Aucune des colonnes n’est l’une des nôtres. Choisissez-en au moins une.
import-set-wrong = Ceci ne peut pas être la valeur de toutes les lignes : { $value }.
import-column-theirs = Colonne du fichier
import-column-values = Premières valeurs
import-column-ours = Signification ici
import-column-leave = Laisser de côté
import-column-guessed = Déduit d’un nom semblable.
import-column-unnamed = Laissée de côté : elle n’a pas d’intitulé.
import-for-every-row = { $value } pour toutes les lignes

import-check-title = Vérifier les lignes
import-new = Ajout
import-changed = Mise à jour
import-unchanged = Sans changement
import-faulty = Erreur
import-left-out = Non importé
import-nothing = Aucune ligne ne peut être importée.
import-go =
    { $count ->
        [one] Importer { $count } ligne
        [many] Importer { $count } de lignes
       *[other] Importer { $count } lignes
    }
import-go-hint = Les lignes erronées ne sont pas importées.
import-nameless-title = Lignes sans numéro propre
import-nameless =
    { $count ->
        [one] { $count } ligne n’a pas de numéro propre à l’organisation : le même fichier l’ajouterait une seconde fois.
        [many] { $count } de lignes n’ont pas de numéro propre à l’organisation : le même fichier les ajouterait une seconde fois.
       *[other] { $count } lignes n’ont pas de numéro propre à l’organisation : le même fichier les ajouterait une seconde fois.
    }
import-first = Les premières lignes, telles qu’elles seront enregistrées
import-line = Ligne { $value }
import-line-head = Ligne
import-becomes = Devient
import-faulty-title = Lignes erronées
import-faulty-lead = Corrigez-les ici, ou importez les autres et corrigez celles-ci plus tard dans le fichier.
import-faulty-file = Télécharger les lignes erronées (CSV)
import-faulty-more =
    { $count ->
        [one] { $count } autre figure dans le fichier.
        [many] { $count } d’autres figurent dans le fichier.
       *[other] { $count } autres figurent dans le fichier.
    }
import-mend = Enregistrer et vérifier de nouveau
import-fault-invalid = Cette valeur n’est pas admise.
import-fault-unknown_column = Cette colonne est inconnue.
import-fault-locked = La fiche désignée ne se modifie pas à partir d’un fichier. Modifiez-la sur sa propre page.

import-done-title = Importation terminée
import-done-drafts = Les nouvelles fiches sont des brouillons : relisez-les et soumettez-les à l’examen.
import-done-list = Voir vos brouillons
import-another = Importer un autre fichier
import-left-out-title = Lignes non importées
import-left-out-lead = Corrigez-les dans le fichier et importez celui-ci ; les raisons sont indiquées à côté des valeurs.
import-note-read-as = Lu en { $value }.
import-note-above = La ligne { $a } se trouve au-dessus des en-têtes et n’est pas importée : { $b }
