//! People who sign in, from outside: the real service, a real database, a browser that keeps its cookies.

pub mod browser;
mod chromium;
mod departures;
mod forms;
mod invitations;
pub mod leaks;
pub mod letters;
mod matrix;
mod oidc;
mod own_account;
mod pages;
mod people;
mod provider;
mod registration;
mod resets;
pub mod second_factor;
mod sessions;
mod signing_in;
mod suspension;
mod warnings;
pub mod writes;
