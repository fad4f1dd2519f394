### A case: deciding, answering, messages, tasks, documents, what happened.

acting-broker = Courtier
acting-demand_side = Partie demandeuse
acting-technology_side = Partie détentrice de la technologie
acting-service = Le service

case-decision = Décision
case-do-suggested = Remettre parmi les suggestions
case-do-shortlisted = Présélectionner
case-do-proposed = Proposer aux deux parties
case-do-introduced = Présenter les parties
case-do-negotiating = Les parties négocient
case-do-agreed = Accord conclu
case-do-delivered = Coopération réalisée
case-do-dismissed = Écarter
case-do-declined = Refusée par une partie
case-do-on_hold = Mettre en suspens
case-do-lapsed = Laisser devenir caduque
case-do-withdrawn = Retirer
case-reason = Motif
case-reason-text = Dans vos propres termes
case-say-no = Enregistrer
case-undo = Annuler cette étape
case-undo-text = { $records } : { $state }.
case-broker = Courtier chargé du dossier
case-nobody = Personne
case-assign = Attribuer
case-take = Je m’en charge
case-open = Ouvrir le dossier
case-overdue = En retard
case-answer-none = { $a } : pas encore de réponse
case-answer-accepted = { $a } : proposition acceptée
case-answer-declined = { $a } : proposition refusée
case-waits = { $count ->
    [one] Attend une réponse depuis { $count } jour ouvré
    [many] Attend une réponse depuis { $count } de jours ouvrés
   *[other] Attend une réponse depuis { $count } jours ouvrés
}
case-overdue-on = en retard à compter du { $value }
case-export-ends = La procédure d’exportation se termine le { $value }
case-clock-stands = Le décompte est suspendu : { $value }
case-clock-goes-on = Le décompte reprend

case-messages = Messages
case-messages-lead = Chaque partie ne lit que son propre fil. Ce qu’écrit une partie ne parvient à l’autre que si vous le transmettez.
case-no-messages = Aucun message n’a encore été écrit.
case-nobody-reads = Cette partie n’a pas d’organisation ici ; ce que vous écrivez est conservé comme note.
case-message = Message
case-send = Envoyer
case-not-yet = Cette partie n’a connaissance de la mise en relation qu’une fois celle-ci proposée.

case-tasks = Tâches
case-no-tasks = Aucune tâche.
case-task = Ce qu’il y a à faire
case-task-until = échéance
case-task-days = ou en jours ouvrés
case-task-due = échéance le { $value }
case-task-add = Ajouter
case-task-done = Marquer comme faite
case-task-open = Marquer comme non faite

case-documents = Documents
case-documents-lead = Ce que vous déposez ici est visible de votre organisation et du courtier, mais pas de l’autre partie.
case-no-documents = Aucun document.
case-file = Fichier
case-visible-to = visible par
case-visible-broker = courtier seulement
case-visible-demand = courtier et partie demandeuse
case-visible-technology = courtier et partie détentrice de la technologie
case-visible-both = courtier et les deux parties
case-document-add = Ajouter le document
case-document-hint = PDF, PNG, JPEG, documents bureautiques sans macros, texte brut ; { $count } Mo au plus.
case-kilobytes = { $value } ko

case-letter = Lettre d’intention
case-letter-number = Numéro
case-letter-from = valable à partir du
case-letter-until = jusqu’au
case-letter-record = Enregistrer la lettre

case-clock = Décompte du délai
case-clock-stop = Suspendre le décompte
case-clock-resume = Reprendre le décompte
case-clock-keep = Enregistrer sans suspendre le décompte
case-export-started = Début de la procédure d’exportation
stop_reason-documents = des documents doivent être fournis
stop_reason-export_procedure = procédure d’exportation
stop_reason-party_asked = une partie a demandé un délai
stop_reason-visit = une visite ou une manifestation
stop_reason-force_majeure = force majeure
stop_reason-other = autre motif

case-your-answer = Votre réponse
case-party-asked = Un courtier vous propose cette mise en relation. L’autre partie reste anonyme, comme vous, jusqu’à ce que les deux parties aient accepté et que le courtier les présente l’une à l’autre.
case-party-waiting = Vous avez accepté. L’autre partie n’a pas encore répondu.
case-party-accepted = Les deux parties ont accepté. Le courtier va vous présenter.
case-party-introduced = Les parties ont été présentées.
case-party-held = Le courtier a mis cette mise en relation en suspens.
case-party-over = Cette mise en relation est terminée.
case-accept = Accepter
case-decline = Refuser
case-other-side = L’autre partie
case-ask = Questions au courtier
case-ask-lead = Demandez ce que vous avez besoin de savoir ; le courtier interroge l’autre partie pour vous. Jusqu’à la présentation des parties, n’indiquez ni nom, ni adresse, ni numéro de téléphone.

case-conflict-title = Conflit d’intérêts.
case-problem-conflict = Votre organisation est partie à cette mise en relation. Une autre personne doit s’en charger.
case-problem-stale = Le contenu a changé entre-temps. Consultez-le dans son état actuel, puis décidez de nouveau.
case-problem-illegal = Cette étape n’est pas possible au point où en est la mise en relation.
case-problem-state = Cette opération n’est pas possible dans l’état actuel.
case-problem-undo = Cette étape ne peut plus être annulée.
case-problem-gone = Cette mise en relation n’existe plus.
case-gate-title = La présentation des parties n’est pas encore possible.
case-gate-no_catalogue = Aucun catalogue d’exportation n’est en vigueur.
case-gate-unscreened = La technologie n’a pas fait l’objet d’un contrôle à l’exportation.
case-gate-older_catalogue = La technologie a été contrôlée d’après un catalogue antérieur.
case-gate-technology_changed = Le texte de la technologie a été modifié depuis le contrôle.
case-gate-prohibited = L’exportation de cette technologie est interdite.
case-gate-letter_missing = L’exportation de cette technologie est restreinte : enregistrez d’abord sa lettre d’intention.
case-gate-letter_not_valid = La lettre d’intention n’est pas valable aujourd’hui.
case-fault-reason-required = Indiquez le motif.
case-fault-text-required = Expliquez-le aussi par écrit.
case-fault-text-too_long = Le texte est trop long.
case-fault-text-invalid = Avant la présentation des parties, un message ne doit pas révéler leur identité : ni nom, ni adresse, ni lien, ni numéro de téléphone.
case-fault-ids-out_of_range = Cochez au moins une mise en relation, et cent au plus.
case-fault-title-required = Indiquez ce qu’il y a à faire.
case-fault-due_in_working_days-invalid = Indiquez une date ou un nombre de jours ouvrés, mais pas les deux.
case-fault-number-required = Le numéro de la lettre est nécessaire.
case-fault-valid_from-required = Indiquez à partir de quand la lettre est valable.
case-fault-valid_until-required = Indiquez jusqu’à quand la lettre est valable.
case-fault-valid_until-out_of_range = La validité de la lettre se termine avant d’avoir commencé.
case-fault-content-required = Le fichier est vide.
case-fault-content-too_long = Le fichier est trop volumineux.
case-fault-content-invalid = Ce type de fichier n’est pas accepté.
case-fault-entries-required = Indiquez la rubrique du catalogue qui le prévoit.
case-fault-entries-unknown_code = Le catalogue ne contient pas cette rubrique.
case-fault-outcome-invalid = Indiquez la conclusion du contrôle.
case-fault-to-invalid = Ce compte ne peut pas décider de cette mise en relation.

case-step-moved = { $a } ({ $b })
case-step-answered = Réponse donnée ({ $b })
case-step-undone = Étape annulée, de nouveau : { $a } ({ $b })
case-step-assigned = Dossier attribué ({ $b })
case-step-letter_recorded = Lettre d’intention enregistrée ({ $b })
case-what-message = Message échangé avec le courtier – { $b } ({ $a })
case-what-task_added = Tâche : { $a } ({ $b })
case-what-task_done = Tâche faite : { $a } ({ $b })
case-what-document = Document : { $a } ({ $b })
case-what-screening = Contrôle à l’exportation : { $a }, d’après le catalogue du { $b }
case-what-clock_stopped = Le décompte est suspendu : { $a } { $b }

reason_code-off_topic = Hors sujet
reason_code-requirement_missed = Une exigence n’est pas satisfaite
reason_code-already_has_it = En dispose déjà
reason_code-too_expensive = Trop cher
reason_code-too_early = Maturité insuffisante
reason_code-export_control = Contrôle des exportations
reason_code-country_not_served = Pays non desservi
reason_code-duplicate = Doublon
reason_code-not_now = Pas maintenant
reason_code-no_reply = Pas de réponse
reason_code-information_missing = Informations manquantes
reason_code-partner_unsuitable = Partenaire inadapté
reason_code-no_agreement = Pas d’accord
reason_code-other = Autre
reason_code-organisation_suspended = Organisation suspendue
