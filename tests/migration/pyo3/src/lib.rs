//! PyO3's side of the listings in `docs/migration.md`.

#![allow(
    dead_code,
    clippy::type_complexity,
    reason = "a listing shows no more than it is about"
)]

include!(concat!(env!("OUT_DIR"), "/listings.rs"));
