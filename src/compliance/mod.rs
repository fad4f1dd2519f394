//! Export control, which stands before every introduction: substantive negotiation of a restricted technology is
//! unlawful before the letter of intent (技术进出口管理条例).
//!
//! | file | what |
//! |---|---|
//! | [`catalogue`] | dated catalogues of prohibited and restricted technologies, imported by the steward |
//! | [`nearest`] | the entries nearest to a technology, with the sentences, by the same models as matching |
//! | [`screening`] | decisions of the steward: free, restricted or prohibited; what has to be screened (again) |
//! | [`gate`] | whether a technology may be introduced, and if not, what is needed |

pub mod catalogue;
pub mod gate;
pub mod nearest;
pub mod rows;
pub mod screening;
