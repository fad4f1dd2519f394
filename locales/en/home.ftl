### Home page.

home-title = International technology transfer
home-heading = What one country needs, matched with what another has built
home-lead = Siku reads four libraries in any language, finds the technologies that answer a demand, and shows requirement by requirement which sentence answers which.
home-search-hint = Describe a need or a technology in your own words, in any language.
home-count-technologies = { $count ->
    [one] technology on offer
   *[other] technologies on offer
}
home-count-demands = { $count ->
    [one] demand
   *[other] demands
}
home-count-results = { $count ->
    [one] project that happened
   *[other] projects that happened
}
home-count-institutions = { $count ->
    [one] institution that can deliver
   *[other] institutions that can deliver
}
home-matches = Latest matches
home-latest-technologies = Latest technologies
home-latest-demands = Latest demands
home-latest-results = Latest results
home-latest-institutions = Latest institutions
home-all-technologies = All technologies
home-all-demands = All demands
home-all-results = All results
home-all-institutions = All institutions
home-nothing-yet = Nothing has been published here yet.

map-title = Where demands and results are
map-demands = { $count ->
    [one] { $count } demand
   *[other] { $count } demands
}
map-results = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
map-country = { $country }: { $demands }, { $results }
map-table = All countries as a table
map-country-column = Country
map-total = Total
map-note = A result of several countries is counted in each of them, and once in the total.
map-legend = Demands and results of a country
home-supply-title = You have a technology?
home-supply-text = Register your firm, post one technology or a whole spreadsheet, and see which demands it answers.
home-demand-title = Your country needs one?
home-demand-text = Embassies, ministries and chambers join by invitation and post demands in their own language.
