//! People who sign in, from outside: the real service, a real database, a browser that keeps its cookies.

pub mod browser;
mod matrix;
mod own_account;
pub mod second_factor;
mod sessions;
mod signing_in;
