### Running the service: jobs, indexes, audit, settings.

operations-title = Operations
operations-jobs = Jobs
operations-index = Search indexes
operations-audit = Audit
operations-settings = Settings

jobs-lead = What follows from a change is a job: matching, alerts. A job that fails is tried again by itself, after pauses that double, until it is given up.
jobs-states = State
jobs-state-waiting = Waiting ({ $a })
jobs-state-failing = Failing ({ $a })
jobs-state-given_up = Given up ({ $a })
jobs-state-done = Done ({ $a })
jobs-none-title = No jobs here
jobs-none-text = No job is in this state.
jobs-since = since { $value }
jobs-attempts = { $count ->
    [one] tried once
   *[other] tried { $count } times
}
jobs-next = tried again at { $value }
jobs-given-up = given up at { $value }
jobs-done = done at { $value }
jobs-retry = Try again now
jobs-retry-all = Try all again now
jobs-retried = { $count ->
    [0] No job had failed.
    [one] One job is tried again.
   *[other] { $count } jobs are tried again.
}
job-match_demand = Match a demand
job-match_technology = Match a technology
job-alert_searches = Tell those whose saved searches fit
job-translate_record = Translate a record

index-lead = Every index is computed from the database and can be made again at any time. The first number is the last change it holds, the second the newest there is.
index-library = Library
index-records = Records
index-change = Changes held / newest
index-waiting = Waiting for vectors
index-size = On disk
index-behind = behind
index-megabytes = { $value } MB
index-algorithm = algorithm { $value }
index-weights = weights, version { $value }
index-model = model { $value }
index-model-missing = model { $value } is missing
index-check = Check
index-rebuild = Rebuild
index-rebuild-lead = Checking compares index and database record by record. Rebuilding makes new indexes beside the present ones, which are asked until the new ones are complete.

errand-check_index = Check of the indexes
errand-rebuild_index = Rebuilding the indexes
errand-verify_audit = Verification of the audit
errand-began = began { $value }
errand-running-of = { $a } of { $b }
errand-ended-done = ended { $a }, all is as it should be
errand-ended-partly = ended { $a }, something is not as it should be
errand-ended-failed = failed { $a }
errand-look-again = Load the page again to see how far it is.

audit-lead = Who did and who saw what, the newest first. Entries are bound to one another by hashes and cannot be changed.
audit-not-verified = The chain was not verified since the service started.
audit-verify = Verify the chain
audit-number = Number
audit-time = When
audit-who = Who
audit-service = the service
audit-actor = Person
audit-action = Action
audit-record = Record
audit-from = From
audit-to = To
audit-filter = Filter
audit-all = Show all
audit-detail = Details
audit-export = Download these entries (JSON Lines)
audit-none-title = No entries
audit-none-text = Nothing in the audit is so.
audit-wrong-actor = The person has to be an id.
audit-wrong-record = The record has to be an id.
audit-wrong-from = “From” has to be a day.
audit-wrong-to = “To” has to be a day.

settings-lead = What is in force in this process and where it comes from. Secrets are never shown.
settings-key = Setting
settings-value = Value
settings-source = Source
setting-source-default = default
setting-source-file = file { $a }
setting-source-environment = environment { $a }
setting-source-option = command line { $a }

dashboard-name = Dashboard
dashboard-all-countries = All countries
dashboard-all-fields = All fields
dashboard-filter = Show
dashboard-table = As a table
dashboard-more = { $count ->
    [one] One more line is in the table.
   *[other] { $count } more lines are in the table.
}
dashboard-rest = { $count ->
    [one] One more line is in the files.
   *[other] { $count } more lines are in the files.
}
dashboard-none-title = Nothing to count
dashboard-none-text = There is nothing of this kind.
dashboard-nothing = not said
dashboard-title-funnel = From suggestion to delivery
dashboard-title-time = Time in each state
dashboard-title-spread = Matches by country, field and month
dashboard-title-unanswered_demands = Demands without an answer
dashboard-title-idle_technologies = Technologies without a demand
dashboard-title-grades = Institutions by grade
dashboard-lead-funnel = How many matches came at least so far. Steps that were taken back do not count.
dashboard-lead-time = The median of days that matches stayed in a state before they left it.
dashboard-lead-spread = Matches that were suggested, by country and field of the demand. A demand of two fields counts in both.
dashboard-lead-unanswered_demands = Published demands that are in no match which is still open.
dashboard-lead-idle_technologies = Published technologies that are in no match which is still open.
dashboard-lead-grades = Published institutions.
dashboard-head-state = State
dashboard-head-country = Country
dashboard-head-field = Field
dashboard-head-month = Month
dashboard-head-grade = Grade
dashboard-measure-matches = Matches
dashboard-measure-median_days = Days (median)
dashboard-measure-left = Left it
dashboard-measure-present = In it now
dashboard-measure-suggested = Suggested
dashboard-measure-introduced = Introduced
dashboard-measure-agreed = Agreed
dashboard-measure-demands = Demands
dashboard-measure-technologies = Technologies
dashboard-measure-institutions = Institutions

operations-taxonomy = Taxonomy
taxonomy-lead = The fields of technology and what they are called. Lists, forms, facets and matching follow a change at once.
taxonomy-shown = Shown
taxonomy-all = { $count ->
    [one] One field
   *[other] All { $count } fields
}
taxonomy-lacking = { $count ->
    [one] One lacks a label
   *[other] { $count } lack a label
}
taxonomy-none-title = No label is missing
taxonomy-none-text = Every field has its name in all seven languages.
taxonomy-missing = missing: { $value }
taxonomy-retired = retired
taxonomy-replaced = retired; replaced by { $value }
field-labels = What it is called
field-labels-lead = Where a language has no label, readers see the English one, else the Chinese. One of the two is needed.
field-save = Save the labels
field-now = By now it is
field-stale = Somebody else has changed this field since you opened it. What you typed is still here, and beside it what is stored; save again to replace it.
field-wrong = Nothing was stored. What is wrong stands at the fields below.
field-records = { $count ->
    [0] no record has it
    [one] one record has it
   *[other] { $count } records have it
}
field-retirement = Retirement
field-retirement-lead = Records keep a retired field and are found by it. New records cannot choose it.
field-replacement = What is to be chosen instead
field-no-replacement = Nothing
field-retire = Retire this field
field-restore = Take it back into use
field-below = Add a field below this one
field-name = Code, after
field-name-hint = Small letters, digits and _. It stays as it is for ever; the labels can change.
field-add = Add the field
field-done-changed = The labels are stored.
field-done-retired = The field is retired.
field-done-restored = The field is in use again.
field-done-added = The field is added.
field-fault-labels-too_long = A label has at most 120 characters.
field-fault-labels-invalid = Another field is called this already, or it is more than one line.
field-fault-labels-required = A label in Chinese or English is needed.
field-fault-code-unknown_field = Fields are added below those of the first level only.
field-fault-code-invalid = The code is taken, or has other characters than small letters, digits and _, a letter first.
field-fault-code-too_long = The code is too long.
field-fault-retired-locked = This field cannot be retired: it replaces another one, or is of the first level.
field-fault-replacement-invalid = Only a retired field is replaced.
field-fault-replacement-unknown_field = What replaces it has to be another field in use.
