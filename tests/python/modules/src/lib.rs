//! What a module can export beside functions, for the tests in Python.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn, clippy::pedantic)]

mod exceptions;

use mybind::mybind;

#[mybind]
mod modules {
    /// Exceptions of this library, and of others.
    #[mybind]
    mod exceptions {
        use mybind::create_exception;
        use mybind::exceptions::PyWarning;

        #[mybind]
        use super::super::exceptions::JSONDecodeError;
        #[mybind]
        use super::super::exceptions::{
            BaseError, DerivedError, Error as RenamedError, TextError, ValueFault, attempt, catch,
            decode, describe, raise_base, raise_derived, raise_imported, raise_several, warn,
            warn_explicitly,
        };
        #[mybind]
        create_exception!(exceptions, Caution, PyWarning, "Is declared inside.");
    }
}
