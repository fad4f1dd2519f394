# Names of things that an installation adds to those the program knows.

terms-title = Names of things
operations-terms = Names
terms-lead = Texts that name the same thing meet, whatever language each is in. Where a name is missing, it can be added here, in any language; records that have it are then read and matched again.
terms-known = { $count ->
    [one] The program knows one thing by itself.
   *[other] The program knows { $count } things by itself.
}
terms-look-up = What is understood
terms-look-up-label = A name or a sentence, in any language
terms-look-up-button = Look up
terms-look-up-nothing = Nothing in it is known by a name.
terms-add = Add names of a thing
terms-add-lead = All of them name one thing. Where one is known already, the others become names of that thing.
terms-add-button = Add the names
terms-propose = Propose names of a thing
terms-propose-lead = All of them name one thing: what the demand calls it, and what the technology calls it. A steward looks at it before it counts.
terms-propose-button = Propose the names
terms-hint = Several names in one language are separated by semicolons. What it is usually called comes first.
terms-more = More languages
terms-other-lang = Another language
terms-other-hint = Its code, like ha for Hausa or uz for Uzbek.
terms-other-names = Names in it
terms-own = Added here
terms-shown = Shown
terms-state-proposed = { $count ->
    [one] One proposed
   *[other] { $count } proposed
}
terms-state-in_force = { $count ->
    [one] One in force
   *[other] { $count } in force
}
terms-state-retired = { $count ->
    [one] One refused or retired
   *[other] { $count } refused or retired
}
terms-none = None.
terms-done-added = The names are in force. Records are being read again.
terms-done-proposed = The names are proposed. A steward looks at them.
terms-done-changed = The names are stored. Records are being read again.
terms-done-confirmed = The names are in force. Records are being read again.
terms-done-refused = The proposal is refused.
terms-done-retired = The names are out of use. Records are being read again.
terms-done-restored = The names are in force again. Records are being read again.
term-state-proposed = Proposed
term-state-in_force = In force
term-state-retired = Refused or retired
term-confirm = Confirm
term-refuse = Refuse
term-edit = Edit
term-save = Save the names
term-retire = Take out of use
term-restore = Take back into use
term-stale = Somebody else has changed these names since you opened them. What you typed is still here, and beside it what is stored; save again to replace it.
term-wrong = Nothing was stored. What is wrong stands at the names below.
term-fault-too_long = “{ $a }” has more than { $b } characters.
term-fault-invalid = “{ $a }” names another thing than the names above.
term-fault-required = “{ $a }” has no word that could be found in a text.
term-fault-locked = “{ $a }” is a name of another term already, or of one that is proposed.
term-fault-unknown_language = This is no code of a language, like ha or uz.
term-fault-all-required = At least two names of the thing are needed.
term-fault-all-too_many = These are too many names for one thing.
term-fault-all-invalid = All of these are known already as names of one thing.
terms-from-match = A thing has a name here that is not understood? Propose it.
terms-form = What it is called
