### About page.

about-title = About Siku
about-lead = Siku (四库, “four libraries”) is an open-source matchmaking service for international technology transfer.
about-what-title = What it does
about-what = A firm posts a technology, mostly in Chinese. An embassy posts what its country needs, in its own language. Siku compares the two requirement by requirement and shows which sentence answers which, what is not answered, similar projects that worked elsewhere, and the institutions that could deliver.
about-libraries-title = The four libraries
about-technologies = Technologies on offer: what each does, its advantage, its maturity, its rights and its export status.
about-demands = Needs of partner countries: the problem, the requirements, the budget and who decides.
about-results = Co-operation that happened: who, where, how and with what outcome. Proof for the next one.
about-institutions = Laboratories, centres, parks and firms that can deliver in a country.
about-score-title = What a score means
about-score = A score is an estimate: of the suggestions with a score of 80%, about 80 in 100 are accepted. “Not stated” is never counted as “not met”: silence in a text is a question to ask.
about-limits-title = What it does not do
about-limits = Siku suggests; people decide. It shows no contact details to the public, and it does not replace export control, due diligence or legal advice.
about-map-title = Where the map comes from
about-map = The shapes on the map of the home page are those of Natural Earth (1:110m, public domain). Borders are drawn as that source draws them; they say nothing about what Siku thinks of the legal status of any territory. Countries too small to be drawn are dots.
about-open-title = Open source
about-open = Siku is free software under the Apache License 2.0. Programs can read everything you see here through the API.
