### Interest that a side expresses; it goes to the broker.

interest-title = Manifester votre intérêt
interest-lead-technologies = Indiquez aux courtiers à laquelle de vos demandes cette technologie peut répondre. Ils examinent le rapprochement ; l’autre partie n’en est pas informée tant qu’ils ne l’ont pas proposé.
interest-lead-demands = Indiquez aux courtiers laquelle de vos technologies peut répondre à cette demande. Ils examinent le rapprochement ; l’autre partie n’en est pas informée tant qu’ils ne l’ont pas proposé.
interest-own = Votre fiche
interest-offer-or-need = Ce que vous proposez ou recherchez
interest-why = Pourquoi ce choix
interest-length = Chacun des deux textes compte de 150 à 600 caractères.
interest-send = Informer les courtiers
interest-no-own = Choisissez une fiche publiée de votre propre organisation.
interest-nothing-own = Vous n’avez aucune fiche publiée qui convienne.
interest-publish-first = Pour manifester votre intérêt, il faut que votre propre organisation ait publié une fiche dans l’autre bibliothèque (demandes ou technologies).
interest-again = Vous avez déjà manifesté votre intérêt pour ce rapprochement ; les courtiers en sont saisis.
interest-proposed = Les deux parties ont été proposées l’une à l’autre : répondez à la proposition.
interest-done = Les courtiers sont informés de votre intérêt.
