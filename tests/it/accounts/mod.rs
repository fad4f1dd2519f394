//! People who sign in, from outside: the real service, a real database, a browser that keeps its cookies.

mod browser;
mod leaks;
mod matrix;
mod own_account;
mod second_factor;
mod sessions;
mod signing_in;
