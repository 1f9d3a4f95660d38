//! What the walkthrough shows besides `hello`: threads that meet in Rust, and a panic.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use mybind::prelude::*;

/// The threads that are in [`meet`]: how many now, and how many at the most since it was empty.
static INSIDE: Mutex<(usize, usize)> = Mutex::new((0, 0));
static CHANGED: Condvar = Condvar::new();

/// Waits until two threads are in here at the same time, or `patience` seconds. Gives how many were.
fn meet(patience: f64) -> usize {
    let mut inside = INSIDE.lock().unwrap_or_else(PoisonError::into_inner);
    inside.0 += 1;
    inside.1 = inside.1.max(inside.0);
    CHANGED.notify_all();
    let patience = Duration::from_secs_f64(patience);
    let (mut inside, _) = CHANGED
        .wait_timeout_while(inside, patience, |(_, most)| *most < 2)
        .unwrap_or_else(PoisonError::into_inner);
    let (now, most) = *inside;
    *inside = if now == 1 { (0, 0) } else { (now - 1, most) };
    most
}

/// For the walkthrough.
#[mybind]
mod shown {
    /// Holds on to Python while it waits.
    #[mybind]
    fn meet_attached(patience: f64) -> usize {
        super::meet(patience)
    }

    /// Lets other threads run Python while it waits.
    #[mybind(detach)]
    fn meet_detached(patience: f64) -> usize {
        super::meet(patience)
    }

    /// Panics.
    #[mybind]
    fn third(items: Vec<i32>) -> i32 {
        items[2]
    }
}
