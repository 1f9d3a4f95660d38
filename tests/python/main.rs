//! Everything that Python sees: wheels built by maturin, installed, and tested on every Python of this machine.

mod behaviour;
mod migration;
mod stubs;
