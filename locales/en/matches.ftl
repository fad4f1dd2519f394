### Matches, dossiers, coverage.

match-open = Open the dossier
score-label = of suggestions with this score, about this share was judged a full answer in test collections
verdict-met = met
verdict-partly = partly met
verdict-unmet = not met
verdict-unknown = not stated
coverage-title = Requirement by requirement
coverage-lead = What the demand requires, in its own language, and the sentence of the technology that decides it.
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
signals-name = Signal
signals-value = Value
signals-contribution = Contribution
signals-reason = Reason
dossier-title = Dossier
dossier-results = Results that prove it
dossier-no-results = No project in the results library is close enough to prove it.
dossier-institutions = Institutions that can deliver
dossier-no-institutions = No institution in the library serves this country and field.
dossier-history = History
dossier-history-by-service = { $status } by the service
dossier-history-by-person = { $status } by a person
dossier-algorithm = Computed { $date } by algorithm { $version }.
dossier-score-meaning = In test collections, about { $value } of the suggestions with this score were judged a full answer.
demand-matches = Technologies that answer this demand
demand-matches-lead = { $count ->
    [one] One suggestion, computed { $date }.
   *[other] { $count } suggestions, best first, computed { $date }.
}
no-match-title = No match yet.
no-match-text = On { $date }, { $count ->
    [one] one technology was searched and does not answer
   *[other] { $count } technologies were searched and none answers
} this demand. It stays open and is searched again whenever a technology is added or changes.
no-match-nearest = The nearest, and what each lacks
no-match-lacks = Lacks or does not state:
technology-matches = Demands this technology answers
technology-no-matches = No open demand fits at present.

reason-meaning = the whole texts are { $a } % alike in meaning
reason-brief = all requirements together are { $a } % alike with the technology
reason-sentences = requirement by requirement and sentence by sentence the texts are { $a } % alike
reason-title = the titles are { $a } % alike in meaning
reason-words = words in common ({ $a } of 100)
reason-bridges = numbers, formulas or names in common ({ $a } of 100)
reason-field-common = same field: { $a }
reason-field-none = no field in common
reason-country-target = the supplier looks for partners in { $a }
reason-country-other = the supplier names other target countries than { $a }
reason-mode-common = offered and accepted: { $a }
reason-mode-none = no way of co-operation that both accept
reason-trl-enough = readiness level { $a }, at least { $b } asked
reason-trl-below = readiness level { $a }, below the { $b } asked
reason-price-within = the price is within the budget
reason-price-above = the price is above the budget
reason-conditions-covered = all { $a } comparable operating conditions are covered
reason-conditions-missed = operating conditions not fully covered: { $a }
reason-language-same = both texts are in the same language ({ $a })
reason-expiry = both stay valid until { $a } at least
reason-dossier-country-field = same country, same field: { $a }
reason-dossier-country = same country
reason-dossier-region-field = same region, same field: { $a }
reason-dossier-region = same region
reason-dossier-field = same field: { $a }
reason-dossier-meaning = near in meaning
reason-dossier-technology = uses this very technology
side-demands = Demand
side-technologies = Technology
side-results = Result
side-institutions = Institution
matches-not-shown = The technologies suggested for this demand are shown to the parties and to brokers after signing in.
signal-meaning = Meaning
signal-brief = All requirements together
signal-sentences = Sentence by sentence
signal-title = Title
signal-words = Words in common
signal-bridges = Numbers and formulas in common
signal-field = Field
signal-country = Target country
signal-mode = Co-operation
signal-trl = Readiness
signal-price = Price and budget
signal-conditions = Operating conditions
signal-language = Language
signal-expiry = Validity
