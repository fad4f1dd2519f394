### Interest that a side expresses; it goes to the broker.

interest-title = Express interest
interest-lead-technologies = Tell the brokers which of your demands this technology may answer. They look at the pair; the other side is told nothing before they propose it.
interest-lead-demands = Tell the brokers which of your technologies may answer this demand. They look at the pair; the other side is told nothing before they propose it.
interest-own = Your record
interest-offer-or-need = What you offer or need
interest-why = Why this one
interest-length = Each of the two texts has 150 to 600 characters.
interest-send = Tell the brokers
interest-no-own = Choose a published record of your own organisation.
interest-nothing-own = You have no published record to go with it.
interest-publish-first = Interest needs a published record of your own organisation on the other side.
interest-again = You have expressed your interest in this pair already; it is with the brokers.
interest-proposed = The two have been proposed to one another: answer the proposal.
interest-done = The brokers know of your interest.
