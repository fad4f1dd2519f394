### Matches, dossiers, coverage.

match-open = Open the dossier
match-demand = Demand
match-technology = Technology
match-score = Score
score-label = of suggestions with this score, about this share is accepted
verdict-met = met
verdict-partly = partly met
verdict-unmet = not met
verdict-unknown = not stated
coverage-title = Requirement by requirement
coverage-lead = Left: what the demand requires, in its own language. Right: the sentence of the technology that decides it.
coverage-requirement = Requirement
coverage-verdict = Answer
coverage-evidence = What the technology says
coverage-no-evidence = The technology says nothing about this. That is a question to ask, not a no.
coverage-none = This demand lists no requirements, so the match rests on the signals below.
coverage-met = { $count } of { $total } requirements met
coverage-partly = { $count } partly
coverage-unmet = { $count } not met
coverage-unknown = { $count } not stated
signals-title = How the score comes about
signals-lead = Each signal adds to the score or takes from it. The bar shows how much, relative to the strongest.
signal-name = Signal
signal-value = Value
signal-contribution = Contribution
signal-reason = Reason
