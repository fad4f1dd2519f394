### Importing a file step by step.

import-title = Import from a file
import-lead = Many records at once, out of your own spreadsheet. Nothing goes in before you have seen what would become of it; what goes in becomes drafts of your organisation.
import-steps = Steps of the import
import-step-file = File
import-step-columns = Columns
import-step-check = Check
import-step-done = Done
import-library = Library
import-file = File
import-file-hint = XLSX, CSV in any usual encoding, or JSON Lines; at most { $count } MB. It is kept for a day, and nobody but you can read it.
import-send = Send the file
import-templates = Templates
import-templates-lead = Empty files with our columns. Your own spreadsheet does as well: you say in the next step what its columns mean.
import-sent = Files you have sent
import-sent-none = None at the moment.
import-state-done = imported
import-state-waits = not imported yet
import-kept-until = kept until { $value }
import-remove = Delete this file
import-done-removed = The file is deleted.
import-no-file = Choose a file.
import-no-format = { $value }: the name must end in .xlsx, .csv or .jsonl.
import-empty = The file is empty.
import-too-large = The file is larger than { $count } MB.
import-too-many = You have { $count } files here already. Throw one away first.
import-unreadable = The file cannot be read: { $value }
import-no-rows = There is no row in the file.

import-columns-title = What the columns mean
import-columns-lead = Say for each column of the file what it means here, or that it is left out.
import-columns-needed = Every record needs: { $value }.
import-columns-on = Check the rows
import-columns-again = Change the columns
import-columns-open = Say what this means, or leave it out: { $value }.
import-columns-twice = “{ $a }” and “{ $b }” both mean “{ $c }”. Leave one of them out.
import-columns-missing = Every record needs: { $value }. Choose the column that holds it.
import-columns-none = None of the columns is one of ours. Choose at least one.
import-set-wrong = This cannot be the value of every row: { $value }.
import-column-theirs = Column of the file
import-column-values = First values
import-column-ours = Means here
import-column-leave = Leave it out
import-column-guessed = Guessed from a similar name.
import-column-unnamed = Left out: it has no heading.
import-for-every-row = { $value } of every row

import-check-title = Check the rows
import-new = New
import-changed = Changed
import-unchanged = Unchanged
import-faulty = With errors
import-left-out = Left out
import-nothing = There is no row that could go in.
import-go =
    { $count ->
        [one] Import { $count } row
       *[other] Import { $count } rows
    }
import-go-hint = Rows with errors stay out.
import-nameless-title = Rows without a number of their own
import-nameless =
    { $count ->
        [one] { $count } row has no external number: the same file would add it a second time.
       *[other] { $count } rows have no external number: the same file would add them a second time.
    }
import-first = The first rows, as they will be stored
import-line = Line { $value }
import-note-read-as = Read as { $value }.
import-note-above = Line { $a } stands above the headings and is left out: { $b }
import-line-head = Line
import-becomes = Becomes
import-faulty-title = Rows with errors
import-faulty-lead = Correct them here, or import the others now and correct these in the file later.
import-faulty-file = Download the rows with errors (CSV)
import-faulty-more =
    { $count ->
        [one] { $count } more is in the file.
       *[other] { $count } more are in the file.
    }
import-mend = Save and check again
import-fault-invalid = This value cannot be used.
import-fault-unknown_column = There is no such column.
import-fault-locked = The record it names is not changed from a file. Change it on its own page.

import-done-title = Imported
import-done-drafts = New records are drafts: look them over and submit them for review.
import-done-list = See your drafts
import-another = Import another file
import-left-out-title = Rows that were left out
import-left-out-lead = Correct them in the file and import it; the reasons stand beside the values.
