//! What a module can export beside functions, for the tests in Python.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn, clippy::pedantic)]

mod exceptions;
mod handles;
mod locks;
mod state;
mod warnings;

use mybind::mybind;

#[mybind]
mod modules {
    use mybind::exceptions::{PyAttributeError, PyDeprecationWarning};
    use mybind::prelude::*;

    /// Comes from another crate.
    #[mybind]
    const DISTANCE: f64 = elsewhere::DISTANCE;
    #[mybind(submodule)]
    use elsewhere::distant;
    #[mybind]
    use elsewhere::{ElsewhereError, fail};

    /// Stands in for names that are gone.
    #[mybind]
    fn __getattr__(py: Python<'_>, name: &str) -> PyResult<f64> {
        if name == "LENGTH" {
            py.warn::<PyDeprecationWarning>("LENGTH is now DISTANCE", 1)?;
            return Ok(DISTANCE);
        }
        let message = format!("module 'modules' has no attribute '{name}'");
        Err(PyAttributeError::new_err(message))
    }

    /// Says what there is.
    #[mybind(pass_module)]
    fn __dir__(module: &Bound<'_, PyModule>) -> PyResult<Vec<String>> {
        let mut names: Vec<String> = module.index()?.extract()?;
        names.push("LENGTH".to_owned());
        Ok(names)
    }

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
            decode, describe, raise_base, raise_derived, raise_handle, raise_imported,
            raise_several, warn, warn_explicitly,
        };
        #[mybind]
        create_exception!(exceptions, Caution, PyWarning, "Is declared inside.");
    }

    /// Handles of the rarer types.
    #[mybind]
    mod handles {
        #[mybind]
        use super::super::handles::{
            backwards, build, capsule, cast_again, code_points, complex_arithmetic, default_twice,
            equals, evaluate, failing_capsule, filled, for_each, frame, function_name,
            import_capsule, module_from, open_capsule, own_parent, parent, released, run_code,
            text_of, upgrade, upgrade_class, views, weaken,
        };
    }

    /// Functions that share a state.
    #[mybind]
    mod state {
        #[mybind]
        use super::super::locks::{cell, cells, lock_anywhere, poison};
        #[mybind]
        use super::super::state::{count, dropped, locked, name, of_module};
    }

    /// Functions that warn.
    #[mybind]
    mod warnings {
        #[mybind]
        use super::super::warnings::{OwnWarning, both, future, own, plain};
    }
}
