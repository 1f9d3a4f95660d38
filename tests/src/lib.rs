//! What the tests are made with: Pythons found, virtual environments set up, commands run.

mod environment;
mod process;
mod python;
mod target;
mod wheels;

pub use environment::{Environment, build_directory, workspace};
pub use process::Run;
pub use python::Python;
pub use wheels::{Abi, Wheels};

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;

/// Calls `work` for each item, on two threads. A panic stops its own item only and is passed on at the end.
pub fn for_each<T: Send>(items: impl IntoIterator<Item = T>, work: impl Fn(T) + Sync) {
    let queue = Mutex::new(items.into_iter().collect::<Vec<_>>().into_iter());
    let next = || {
        queue
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .next()
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    std::iter::from_fn(next)
                        .filter_map(|item| {
                            panic::catch_unwind(AssertUnwindSafe(|| work(item))).err()
                        })
                        .last()
                })
            })
            .collect();
        let failed = workers
            .into_iter()
            .filter_map(|worker| worker.join().unwrap_or_else(Some))
            .last();
        if let Some(payload) = failed {
            panic::resume_unwind(payload);
        }
    });
}
