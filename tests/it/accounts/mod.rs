//! People who sign in, from outside: the real service, a real database, a browser that keeps its cookies.

mod browser;
mod chromium;
mod departures;
mod invitations;
pub mod letters;
mod matrix;
mod own_account;
mod pages;
mod people;
mod registration;
mod resets;
mod second_factor;
mod sessions;
mod signing_in;
