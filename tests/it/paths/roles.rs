//! The main path of every role. Together they are one story: what the firm posts is reviewed, what the embassy asks for
//! finds it, a broker brings the two together, and everybody sees what came of it.

use super::step::Step::{self, As, Choose, Follow, Keys, Leave, Open, Outlook, Press, Print, Read, See, Type, Work};
use siku::accounts::Role::{Admin, Broker, Embassy, Firm, Steward};

/// A firm posts a technology with the guided form and submits it.
pub const FIRM_POSTS: &[Step] = &[
    As(Firm),
    Follow(".masthead a[href='/my/technologies']"),
    Follow("a[href='/my/technologies/new']"),
    Type("#f-title", "technology"),
    Type("#f-description", "offer"),
    Press("input[name=fields][value=agriculture]"),
    Press("input[name=cooperation_modes][value=licence]"),
    Outlook,
    Follow(".author-bar button[value=submit]"),
    See(".state-submitted"),
    Follow(".masthead a[href='/my/technologies']"),
    Read(".mine tbody", "technology"),
];

/// An embassy posts a demand with its requirements, sees what exists today, and submits it.
pub const EMBASSY_POSTS: &[Step] = &[
    As(Embassy),
    Follow(".masthead a[href='/my/demands']"),
    Follow("a[href='/my/demands/new']"),
    Type("#f-title", "demand"),
    Type("#f-description", "need"),
    Choose("#f-country", "EG"),
    Type("#f-end_user", "farmers"),
    Type("#f-payer", "ministry"),
    Press("input[name=fields][value=agriculture]"),
    Type("#f-requirements-1-text", "must"),
    Choose("#f-requirements-1-priority", "must"),
    Press("button[value='more:requirements']"),
    Type("#f-requirements-2-text", "should"),
    Choose("#f-requirements-2-priority", "should"),
    Outlook,
    Read(".live-outlook", "technology"),
    Follow(".author-bar button[value=submit]"),
    See(".state-submitted"),
    Follow(".masthead a[href='/my/demands']"),
    Read(".mine tbody", "demand"),
];

/// A steward takes what waits for a review, scores it, and so publishes it.
pub const STEWARD_REVIEWS: &[Step] = &[
    As(Steward),
    Follow(".masthead a[href='/desk/reviews']"),
    Follow(".card-title a"),
    Choose("#advantage_or_problem", "4"),
    Choose("#clarity", "4"),
    Choose("#cooperation", "3"),
    Choose("#rules_and_language", "4"),
    Type("#comment", "remark"),
    Follow("form[action^='/desk/reviews/'] button"),
    See(".alert-note"),
    Work,
];

/// A broker decides from the queue by keyboard, opens the case and writes to a side.
pub const BROKER_PROPOSES: &[Step] = &[
    As(Broker),
    Follow(".masthead a[href='/desk']"),
    Read(".queue-row", "technology"),
    Keys(&["j", "p"]),
    See(".undo"),
    Follow(".undo a"),
    Follow("button[data-key=m]"),
    Type("#text-technology", "message"),
    Follow("form[action$='/messages']:has(#text-technology) button"),
    Read(".thread", "message"),
    Follow(".masthead a[href='/desk']"),
    Follow("a[href='/desk/cases']"),
    See("main a[href^='/matches/']"),
];

/// A firm is told of the proposal and answers it.
pub const FIRM_ANSWERS: &[Step] = &[
    As(Firm),
    Follow(".masthead a[href='/notices']"),
    Follow("main a[href^='/matches/']"),
    Read(".thread", "message"),
    Follow("button[value=accepted]"),
    See(".undo"),
];

/// An embassy sees what became of its demand, and answers the proposal.
pub const EMBASSY_FOLLOWS: &[Step] = &[
    As(Embassy),
    Follow(".masthead a[href='/my/demands']"),
    Follow(".mine a[href$='#suggestions']"),
    Read(".suggestion", "technology"),
    Follow(".suggestion .onward"),
    See(".coverage"),
    Follow("button[value=accepted]"),
    See(".undo"),
];

/// A steward screens the technology for export control.
pub const STEWARD_SCREENS: &[Step] = &[
    As(Steward),
    Follow(".masthead a[href='/desk']"),
    Follow("a[href='/desk/screenings']"),
    Follow(".queue-row [data-open]"),
    Choose("#outcome", "free"),
    Type("#reason", "screened"),
    Follow("form.screening button"),
    See(".alert-note"),
];

/// A broker introduces the two sides to one another.
pub const BROKER_INTRODUCES: &[Step] =
    &[As(Broker), Open("/desk/cases"), Follow("main a[href^='/matches/']"), Keys(&["i"]), See(".tag-status")];

/// An administrator looks after people, organisations and the service.
pub const ADMIN_RUNS: &[Step] = &[
    As(Admin),
    Follow("a[href='/people']"),
    Type("#email", "guest"),
    Type("#organisation", "guests"),
    Follow("form[action='/people'] button"),
    See(".alert-note"),
    Follow(".masthead a[href='/account']"),
    Follow("a[href='/organisations']"),
    Follow(".masthead a[href='/operations/jobs']"),
    Follow("a[href='/operations/index']"),
    Follow("button[value=check_index]"),
    See(".alert-note"),
    Follow("a[href='/operations/settings']"),
    See("#section-server"),
    Follow("a[href='/terms']"),
    Press("[aria-labelledby=add] summary"),
    Type("#names_zh", "entry"),
    Type("#names_en", "catalogue"),
    Follow("[aria-labelledby=add] button"),
    See(".alert-note"),
    Follow("a[href='/audit']"),
    Follow("form[action='/audit/verification'] button"),
    Follow(".stacks td a"),
    See(".stacks"),
    Follow(".masthead a[href='/dashboard']"),
    See("main svg"),
];

/// Anybody searches in their own language, reads a record and its dossier, and prints it.
pub const PUBLIC_READS: &[Step] = &[
    Leave,
    Open("/"),
    Type("#home-q", "search"),
    Follow(".hero-search button"),
    Read("main", "technology"),
    Follow(".shelf-demands .card-title a"),
    Read("main h1", "demand"),
    Print,
    Follow(".suggestion .onward"),
    See(".coverage"),
    Print,
    Open("/nowhere"),
    See(".hero-search"),
    Open("/design"),
    See(".swatches"),
];
