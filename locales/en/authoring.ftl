### The pages of authors: their own records, the form of a record, what is done with one.

nav-mine = My records
authoring-mine = Your records
authoring-all = All
authoring-new-technologies = Post a technology
authoring-new-demands = Post a demand
authoring-new-results = Add a result
authoring-new-institutions = Add an institution
authoring-first-technologies = Post your first technology
authoring-first-demands = Post your first demand
authoring-first-results = Add your first result
authoring-first-institutions = Add your first institution
authoring-empty-technologies = Describe what your technology does and for whom. The service finds the demands that it answers, in any language, and says why.
authoring-empty-demands = Describe what is needed and what it must do, in your own language. The service finds the technologies that answer, and says why.
authoring-empty-results = A co-operation that worked proves the next one.
authoring-empty-institutions = Institutions that can deliver are named with each match.
authoring-none-text = None of your records stands there.
authoring-nobody = Your account belongs to no organisation.
authoring-nobody-text = Records belong to organisations. You find every record in the lists of the libraries.
authoring-matches = { $count ->
    [one] 1 match
   *[other] { $count } matches
}
authoring-improve = { $count ->
    [one] 1 thing to improve
   *[other] { $count } things to improve
}

status-draft = Draft
status-returned = Returned with comments
status-submitted = Waits for review
status-published = Published
status-expiring = Published, expires soon
status-archived = Archived
status-withdrawn = Withdrawn
status-rejected = Not accepted
status-suspended = Hidden: organisation suspended

mine-record = Record
mine-state = Where it stands
mine-changed = Last change
mine-improve = To improve
mine-do = What to do
mine-edit = Edit

section-what = What it is
section-worth = What it is better at
section-asked = What it must do
section-conditions = Operating conditions
section-where = Where
section-terms = Terms
section-rights = Rights
section-people = Who and when
section-course = What happened
section-work = How it works
section-export = Export control
section-rest = More
section-record = The record itself
section-confidential = Confidential
section-lead-what = This part is read by everybody. Name neither your organisation nor a brand, and give no contact data: both sides stay anonymous until the broker introduces them.
section-lead-asked = One requirement a line: each is compared with every technology by itself, and the answer is shown beside it.
section-lead-conditions = Numbers with a unit. They are compared as ranges, whatever the unit; leave a bound open where there is none.
section-lead-export = What you know yourself. Before an introduction the steward screens every technology against the catalogue in force.
section-lead-confidential = Not shown to the public and not searched. Read by your organisation, by the broker who works on a match of this record, and by those who run the service; every reading is written down.

hint-title = One line: what it is and what it is for.
hint-summary = Two sentences for lists.
hint-description = How it works, what it achieves, where it was used; with figures and units.
hint-keywords = One a line.
hint-links = One address a line. Links show who you are before both sides have agreed.
hint-ipc_classes = One a line, such as A01G 25/16.
hint-institutions = One a line: the number of the institution, such as I-2026-000001.
hint-languages = One a line: zh, en, fr …
hint-technology = The number of the technology, such as T-2026-000001.
hint-lang = The language you write in. Others read a translation.
hint-trl = 1 to 9: 9 is in use, 6 a prototype in its surroundings.
hint-min_trl = 1 to 9: 9 is in use, 6 a prototype in its surroundings.
hint-currency = Three letters, such as CNY, USD, EUR.
hint-valid_until = The last day on which it holds. You are asked before it is over.
hint-external_id = Your own number for it. Importing a file with the same number updates this record.
hint-target_countries = None means anywhere.
hint-cooperation_modes = How you would hand it over.
hint-accepted_modes = None means any way.
hint-ip_rights = A line without a number is left out.
hint-requirements = A line that is emptied is removed.
hint-operating_conditions = A line that is emptied is removed.

add-requirements = Add another requirement
add-operating_conditions = Add another condition
add-ip_rights = Add another right
add-parties = Add another party
add-outcomes = Add another figure
add-contacts = Add another contact

part-text = Requirement
part-priority = How much it weighs
part-quantity = Quantity
part-min = From
part-max = To
part-unit = Unit
part-kind = Kind
part-number = Number
part-territory = Territory
part-name = Name
part-country = Country
part-role = Role
part-measure = What was measured
part-value = Figure
part-email = E-mail
part-phone = Telephone

column-export_catalogue = Export catalogue
column-export_entry = Entry of the catalogue
column-export_screened_on = Screened on
column-year = Year
column-start_date = First day
column-end_date = Last day
column-grade_date = Day of the grade
column-contacts = Contacts

authoring-whole-field = the whole field
authoring-other-countries = Other countries
authoring-needed = needed
authoring-free = live at once
authoring-remove = Remove
authoring-see = See the record
authoring-save = Save draft
authoring-change = Save changes
authoring-check = Check
authoring-submit = Submit for review
authoring-published = This record is published.
authoring-at-once = Changes of { $value } are live at once. Everything else is reviewed first; until then everybody sees the record as it is.
authoring-operator = You run the libraries: what you save is seen by everybody at once.
closed-submitted = It waits for a review and is not changed meanwhile. To change it, make it a draft again.
closed-withdrawn = It was withdrawn. To change it, make it a draft again.
closed-rejected = It was reviewed and not accepted; it stays as it was reviewed.
closed-suspended = This record is hidden because its organisation is suspended, and cannot be changed until it is let back.
authoring-steps = What else you can do
authoring-waiting = Your change waits for a review
authoring-waiting-text = Until it is reviewed everybody sees the record as it was. Take the change back to make another one.
authoring-take-back = Take the change back
authoring-stale = Somebody else has saved this record meanwhile.
authoring-stale-text = What you typed still stands below and is not saved. Compare it; saving again puts your text in the place of theirs.
authoring-conflict = Theirs, and what you typed
authoring-state = As it stands, this record does not allow it.
authoring-unsaved = Not saved: put right what is named below.
authoring-lost = Not saved: the service does not answer, or you are signed in no longer.
authoring-kept = What you typed still stands here.
authoring-mistakes = { $count ->
    [one] One thing is to be put right.
   *[other] { $count } things are to be put right.
}

authoring-done-saved = The draft is saved.
authoring-done-live = The change is saved and live.
authoring-done-waits = What is live at once is saved; the rest waits for a review.
authoring-done-submitted = The record waits for a review. You are told when it is done.
authoring-done-reopened = The record is a draft again.
authoring-done-archived = The record is archived.
authoring-done-withdrawn = The record is withdrawn.
authoring-done-renewed = The record runs longer.
authoring-done-taken_back = Your change is taken back.
authoring-done-faults = Nothing was done yet: put right first what is named here.
authoring-done-stale = Nothing was done: somebody else has changed the record meanwhile. Here it is as it is now.
authoring-done-state = Nothing was done: as it stands, the record does not allow it.

step-reopen = Make it a draft again
step-renew = Renew
step-renew-now = It runs until { $value }.
step-renew-until = It is to run until
step-archive = Archive
step-withdraw = Withdraw
step-reason = Why (for the history of the record)
step-about-archive = An archived record is shown to nobody and matched with nothing. Renewing it brings it back, after a review.
step-about-withdraw = A withdrawn record is shown to nobody, and its suggestions end. It stays here with its history, and can become a draft again.
step-yes-archive = Yes, archive it
step-yes-withdraw = Yes, withdraw it

live-title = While you write
live-saved = Saved
live-filled = { $count } of { $total } fields filled in
live-nearest = Nearest:
live-duplicates = Published already and much alike
live-mistakes = To be put right
live-remarks = To improve
live-nothing = Nothing to improve was found.

outlook-technologies = { $count ->
    [0] No open demand would be matched with it yet.
    [one] It would match 1 open demand.
   *[other] It would match { $count } open demands.
}
outlook-demands = { $count ->
    [0] No technology answers this yet.
    [one] What exists today: 1 technology.
   *[other] What exists today: { $count } technologies.
}
outlook-nothing-technologies = There is no open demand yet.
outlook-nothing-demands = There is no technology yet.

mistake-required = This is needed.
mistake-invalid = This value cannot be used.
mistake-wrong_type = This cannot be read.
mistake-no_number = Write a number without its unit, like 1200000 or 0.5.
mistake-no_integer = Write a whole number.
mistake-no_date = Write a date like 2027-12-31.
mistake-too_long = This is too long.
mistake-too_many = There are too many of these.
mistake-out_of_range = This is outside the range allowed.
mistake-min_above_max = The lower value is above the higher one.
mistake-unknown_code = Choose one from the list.
mistake-unknown_field = There is no such field in the taxonomy.
mistake-retired_field = This field is retired; choose another one.
mistake-unknown_country = There is no such country in the list.
mistake-unknown_currency = Write the three letters of the currency, like CNY.
mistake-unknown_language = This is not a language tag, such as zh or pt-BR.
mistake-taken = Another record of yours has this number already.
mistake-exact-too_long = This is too long. The limit: { $a } characters.
mistake-exact-too_many = There are too many of these. The limit: { $a }.
mistake-exact-out_of_range = This is outside the range allowed: { $a }.

translations-title = Other languages
translations-count = { $count ->
    [0] No translation
    [one] 1 translation
   *[other] { $count } translations
}
translations-lead = Readers see your text in their language where there is one, and else the original. What you type counts as written by a person; if the original changes later, it is marked as older. Leave a language empty where you have nothing.
translation-by-human = by people
translation-by-machine = by a machine
translation-by-stale = the original has changed since
mistake-original_language = The original is in this language already.
mistake-translation_stays = A published translation is replaced, not emptied.
mine-waiting = Waiting for your answer
mine-waiting-lead = A broker proposes these. The other side does not learn who you are before both have accepted.
