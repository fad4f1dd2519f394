### The broker's desk: queue, open cases, screenings; and what people were told.

desk-title = Desk
desk-queue = Queue
desk-cases = My cases
desk-screenings = Screenings
desk-field = Field
desk-country = Country of the demand
desk-language = Language
desk-state = State
desk-whose = Assigned to
desk-any = Any
desk-waiting = Not decided yet
desk-anybody = Anybody
desk-assigned-me = Me
desk-assigned-nobody = Nobody
desk-narrow = Show
desk-empty-title = Nothing to decide.
desk-empty-text = New suggestions appear here as soon as a demand or a technology is published or changes.
desk-key-move = move
desk-key-open = open
desk-key-dismiss = dismiss, then a digit for the reason
desk-key-mark = mark
desk-mark = Mark
desk-marked = Those marked:
desk-dismiss-marked = Dismiss those marked
desk-dismissed = { $count ->
    [one] One match is dismissed.
   *[other] { $count } matches are dismissed.
}
desk-no-cases-title = No open case is yours.
desk-no-cases-text = Take one from the queue, or have it assigned to you.

screening-lead = Technologies of open matches that have to be screened before they can be introduced.
screening-none-title = Nothing to screen.
screening-none-text = Every technology of an open match was screened as it is, against the catalogue in force.
screening-look = Look at it
screening-why-unscreened = never screened
screening-why-older_catalogue = against an older catalogue
screening-why-technology_changed = changed since
screening-waiting = { $count ->
    [one] one match waits
   *[other] { $count } matches wait
}
screening-catalogues = Catalogues
screening-in-force = in force from { $value }
screening-entries = { $count ->
    [one] one entry
   *[other] { $count } entries
}
screening-file = File of the catalogue
screening-import = Import a catalogue
screening-import-hint = JSON Lines: the catalogue in the first line, an entry in each of the others.
screening-unreadable = The catalogue cannot be read: { $value }
screening-done-recorded = The screening is recorded.
screening-done-imported = The catalogue is imported. What was screened against an older one is due again.
screening-near = Nearest entries of the catalogue
screening-near-lead = A help, not a screening.
screening-near-none = No entry of the catalogue comes near.
screening-entry = Entry
screening-nearness = Nearness
screening-record = Record the screening
screening-outcome = Outcome
screening-more-entries = Other entries considered (codes, with commas)
screening-against = against the catalogue of { $value }

notices-title = Notices
notices-none = You were told nothing yet.
notices-read = Mark as read
notices-read-all = Mark all as read

live-new = New since you opened this page:
live-show = show

### Saved views of the queue.

view-tabs = Saved views
view-new = Save these filters as
view-save = Save the view
view-manage = Rename or remove this view
view-new-name = Name
view-rename = Rename
view-remove = Remove this view
view-too-many = You have 20 saved views. Remove one before you save another.
view-fault-name-required = A view needs a name of at most 60 characters, in one line.
view-fault-name-taken = You have a view of this name already.
view-fault-filters-required = Choose at least one filter first.
view-fault-filters-unknown_field = There is no such field.
view-fault-filters-unknown_country = There is no such country.
view-fault-filters-unknown_language = There is no such language.
view-fault-filters-invalid = A view is of your own matches, of nobody's, or of one person's.
screening-no-catalogue-text = A technology can be screened once a steward has imported the catalogue on the page of screenings.
notices-none-text = You are told here when a match waits for your answer, a record was reviewed or a case moves on.
desk-most = The { $value } most valuable are shown; others move up as these are decided.
desk-why = What speaks for it
desk-export-open = Screened; nothing stands against an introduction today.
