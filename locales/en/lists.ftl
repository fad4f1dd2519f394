### Lists, search, filters, paging.

search-technologies = Search technologies
search-demands = Search demands
search-results = Search results of co-operation
search-institutions = Search institutions
search-title = Search
search-title-for = “{ $value }”
search-scope-all = All libraries
search-lead = One search over technologies, demands, results and institutions, in any language.
search-see-all = { $count ->
    [one] See the one hit
   *[other] See all { $count }
}
search-nothing = Nothing was found for “{ $value }”.
search-nothing-hint = Describe the need in a sentence rather than in single words, take a filter away, or save the search and be told when something fits.
search-nothing-in = Nothing found in:

list-count = { $count ->
    [one] 1 record
   *[other] { $count } records
}
list-count-found = { $count ->
    [one] 1 record found
   *[other] { $count } records found
}
list-empty-title = Nothing here yet
list-empty-text = When the first record is published, it will appear on this page.
list-none-title = Nothing fits
list-none-text = Try fewer or other words, or remove a filter.
found-by-meaning = found by meaning
sort-label = Sort by
sort-relevance = relevance
sort-newest = newest
sort-title = title
filters = Filters
filters-active = Active filters
filter-remove = Remove filter
filters-clear = Remove all
facet-more = { $count } more
facet-library = Library
facet-field = Field
facet-country = Country
facet-mode = Co-operation
facet-kind = Type
facet-service = Service
facet-region = Region
facet-lang = Language
pager-label = Pages
pager-first = Back to the first page
pager-next = Next page
sort-updated = last changed
facet-target_country = For country
facet-trl = Readiness
readiness-1-3 = TRL 1–3: research
readiness-4-6 = TRL 4–6: development
readiness-7-9 = TRL 7–9: in use
facet-urgency = Urgency
facet-progress = Progress
facet-operation = Status
facet-year = Year
