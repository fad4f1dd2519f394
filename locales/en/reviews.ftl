### Reviews: what waits, what is read, what is scored; and what an author reads of it.

standing-title = Not public.
standing-draft = This record is a draft. Only your organisation and those who run the libraries see it.
standing-submitted = This record waits for a review. Only your organisation and those who run the libraries see it.
standing-withdrawn = This record was withdrawn.
standing-archived = This record is archived.
standing-rejected = This record was reviewed and not accepted.

desk-reviews = What waits for a review
desk-reviews-lead = { $count ->
    [0] Nothing waits for you.
    [one] { $count } record waits, the oldest first.
   *[other] { $count } records wait, the oldest first.
}
desk-reviews-none-text = What firms and embassies submit stands here until it is reviewed; what your own organisation wrote is reviewed by others.
desk-revision = change of a published record
desk-working-days = { $count ->
    [0] since today
    [one] for { $count } working day
   *[other] for { $count } working days
}
desk-findings = Remarks of the checks: { $count }
desk-duplicates = Published records that it may repeat: { $count }

criterion-advantage_or_problem = Advantage or problem
criterion-clarity = Clarity
criterion-cooperation = Co-operation
criterion-rules_and_language = Rules and language
criterion-hint-advantage_or_problem = Does the technology say what it does better than the alternative? Is the problem real, and stated?
criterion-hint-clarity = Does somebody who does not know it understand it?
criterion-hint-cooperation = Does it say what kind of co-operation is wanted?
criterion-hint-rules_and_language = Does it keep the rules of the library, and is it well written?

review-published = Published
review-returned = Sent back to the author
review-rejected = Not accepted
review-done-published = The record is published.
review-done-returned = The record went back to its author, with your comments.
review-done-rejected = The record is not accepted.
review-changes = What changed since it was published last
review-no-changes = Nothing.
review-checks = What the checks said
review-unchecked = It was submitted without the checks.
review-nothing-found = Nothing.
review-duplicates = Published records that it may repeat
review-words-only = The same record in another language was not looked for: there was no language model.
review-score = Your review
review-rule = 10–20 points and no zero: published. 5–9 points or a zero: back to the author. Below 5: not accepted. The author reads your comments and does not learn who you are.
review-points = Points
review-comment = Comment
review-comment-whole = On the whole
review-send = Send the review
review-incomplete = Each criterion needs 0 to 5 points, and a record that is not published needs a comment that says why.
review-stale = The record changed while you read it. Look at it again; your scores are still here.
review-own = You wrote this record, or your organisation owns it. Somebody else has to review it.

reviews-title = What reviewers said
reviews-heading = { $date }: { $result }, { $total } of 20 points
reviews-mark = { $value } of 5

column-title = Title
column-summary = Summary
column-description = Description
column-requirements = Requirements
column-operating_conditions = Operating conditions
column-price_min = Lowest price
column-price_max = Highest price
column-budget_min = Smallest budget
column-budget_max = Largest budget
column-currency = Currency
column-translations = Translations
column-lang = Language
column-external_id = Own number
standing-suspended = This record is hidden because its organisation is suspended.
