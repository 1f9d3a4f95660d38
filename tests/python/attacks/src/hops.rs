//! One thread that goes from interpreter to interpreter, attached and detached, in any order.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use mybind::exceptions::PyRuntimeError;
use mybind::prelude::*;
use mybind::sync::PyOnceLock;
use mybind::types::PyList;

static KEPT: Mutex<Vec<Arc<Py<PyAny>>>> = Mutex::new(Vec::new());

fn kept() -> MutexGuard<'static, Vec<Arc<Py<PyAny>>>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Keeps a function, whatever interpreter it is of.
#[mybind]
pub(crate) fn keep_function(function: Py<PyAny>) {
    kept().push(Arc::new(function));
}

/// Lets go of all functions, those of other interpreters too.
#[mybind]
pub(crate) fn drop_functions() {
    let all = std::mem::take(&mut *kept());
    drop(all);
}

/// Uses the interpreter that the thread is attached to: something of its own, and something new.
fn use_interpreter(py: Python<'_>) {
    static OWN: PyOnceLock<Py<PyList>> = PyOnceLock::new();
    let own = OWN.get_or_init(py, || PyList::empty(py).unbind()).bind(py);
    own.append(vec![1.5, 2.5]).expect("memory");
    if own.len() > 10 {
        own.del_slice(0, 10).expect("no error");
    }
}

/// What carries a panic that is no accident.
struct OnPurpose;

/// Goes where `plan` says: each number is a step, and the rest of the plan is inside of it.
fn go(plan: &[u8]) {
    let Some((&step, rest)) = plan.split_first() else {
        return;
    };
    match step {
        0 => Python::attach(|py| {
            use_interpreter(py);
            go(rest);
            use_interpreter(py);
        }),
        1 => Python::attach(|py| {
            py.detach(|| go(rest));
            use_interpreter(py);
        }),
        2 => {
            let result = catch_unwind(AssertUnwindSafe(|| {
                Python::attach(|py| {
                    py.detach(|| {
                        go(rest);
                        resume_unwind(Box::new(OnPurpose));
                    });
                });
            }));
            match result {
                Err(payload) if payload.is::<OnPurpose>() => {}
                Err(payload) => resume_unwind(payload),
                Ok(()) => unreachable!("it unwinds"),
            }
        }
        _ => {
            let kept = kept();
            let Some(function) = kept.get(usize::from(step) % kept.len().max(1)).cloned() else {
                return;
            };
            drop(kept);
            // An error says that the interpreter has ended.
            let _ = function.attach(|function| {
                use_interpreter(function.py());
                function.call0().expect("a function that does not raise");
                go(rest);
                use_interpreter(function.py());
            });
        }
    }
}

/// Goes where the plan says, on this thread.
#[mybind]
pub(crate) fn hop(py: Python<'_>, plan: &[u8]) {
    go(plan);
    use_interpreter(py);
}

/// Goes where the plans say, on threads that Python does not know, all at once.
#[mybind(detach)]
pub(crate) fn hop_elsewhere(plans: Vec<Vec<u8>>) -> PyResult<()> {
    thread::scope(|scope| {
        let running: Vec<_> = plans.iter().map(|plan| scope.spawn(|| go(plan))).collect();
        running
            .into_iter()
            .try_for_each(|thread| thread.join())
            .map_err(|_| PyRuntimeError::new_err("a thread panicked"))
    })
}
