use std::error::Error;
use std::fmt;

use super::Interpreter;
use crate::error::PyErr;
use crate::exceptions::PyRuntimeError;
use crate::python::Python;

/// An object was used on a thread that is attached to another interpreter than the object's own.
///
/// Becomes a `RuntimeError`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongInterpreter {
    object: i64,
    ended: bool,
    thread: i64,
}

impl WrongInterpreter {
    #[cold]
    pub(super) fn new(object: &Interpreter, py: Python<'_>) -> Self {
        WrongInterpreter {
            object: object.id(),
            ended: !object.is_alive(),
            thread: Interpreter::current(py).id(),
        }
    }
}

impl fmt::Display for WrongInterpreter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ended = if self.ended { ", which has ended" } else { "" };
        write!(
            f,
            "the object belongs to interpreter {}{ended}, but this thread is attached to interpreter {}",
            self.object, self.thread
        )
    }
}

impl Error for WrongInterpreter {}

impl From<WrongInterpreter> for PyErr {
    fn from(error: WrongInterpreter) -> PyErr {
        PyRuntimeError::new_err(error.to_string())
    }
}

/// The object's interpreter has ended, or is about to: no thread can attach to it any more.
///
/// Becomes a `RuntimeError`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InterpreterEnded {
    id: i64,
}

impl InterpreterEnded {
    #[cold]
    pub(super) fn new(interpreter: &Interpreter) -> Self {
        InterpreterEnded {
            id: interpreter.id(),
        }
    }
}

impl fmt::Display for InterpreterEnded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "interpreter {} has ended", self.id)
    }
}

impl Error for InterpreterEnded {}

impl From<InterpreterEnded> for PyErr {
    fn from(error: InterpreterEnded) -> PyErr {
        PyRuntimeError::new_err(error.to_string())
    }
}
