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
