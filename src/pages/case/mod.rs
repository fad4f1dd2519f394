//! What people do on the page of a match: the broker's workbench and a side's answer, and where their forms are sent.
//! The page itself is `pages::dossier`; what a step may be is `matching::life`'s and `cases`' business.

pub mod actions;
pub mod files;
pub mod milestones;
pub mod outcome;
pub mod party;
pub mod problem;
pub mod steps;
pub mod thread;
pub mod workbench;
