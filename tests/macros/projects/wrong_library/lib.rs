//! A module that is not called as the library is.

#[mybind::mybind]
mod right_module {}
