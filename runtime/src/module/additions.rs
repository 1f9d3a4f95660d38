//! What functions add to the module that they fill, as far as it is known while compiling.

use std::marker::PhantomData;

use super::{Export, Submodule, is_hook};
use crate::error::PyResult;
use crate::exceptions::PyImportError;
use crate::object::Bound;
use crate::stub::{Piece, Stub};
use crate::type_object::PyTypeInfo;
use crate::types::PyModule;

/// What the function number `INDEX` among those that fill a module adds to it.
pub trait Additions<const INDEX: usize> {
    /// The names: first those that the attribute lists, then those that the body tells.
    const NAMES: &'static [&'static str];
    /// The modules among them.
    const SUBMODULES: &'static [Submodule];
    /// What their records name as types.
    const TYPES: &'static [Piece];
}

/// A class that is added to a module as a value: one that can be exported has a record of its own, and any other becomes an
/// alias in the stub ([`AnyClass`], whose constants the compiler takes where the type has none by `Export`).
pub struct Class<T>(PhantomData<T>);

impl<T: Export> Class<T> {
    /// As [`Export::RECORD`].
    pub const RECORD: &'static str = T::RECORD;
    /// As [`Export::STUB`].
    pub const STUB: Stub = T::STUB;
}

/// The record of a class that is no [`Export`].
pub trait AnyClass {
    /// As [`Export::RECORD`].
    const RECORD: &'static str;
    /// As [`Export::STUB`].
    const STUB: Stub;
}

impl<T: PyTypeInfo> AnyClass for Class<T> {
    const RECORD: &'static str = r#"{"type":"attribute","name":""#;
    const STUB: Stub = Stub {
        name: T::NAME,
        body: &[Piece::Text(r#""value":"#), Piece::Hint(T::TYPE_HINT)],
    };
}

/// Compares what a module's `__all__` has with what its stub says: `listed` are names of which the first so many must be there.
///
/// # Errors
/// ImportError when there is a difference.
#[inline]
pub fn check_additions(
    module: &Bound<'_, PyModule>,
    known: &[&[&str]],
    listed: &[(&[&str], usize)],
) -> PyResult<()> {
    let names: Vec<String> = module.index()?.extract()?;
    let module = || module.name().map(|name| name.to_string());
    for name in &names {
        if !known.iter().any(|list| list.contains(&name.as_str())) {
            return Err(PyImportError::new_err(format!(
                "module {} adds `{name}`, which its stub lacks: list it in `adds = (...)`",
                module()?
            )));
        }
    }
    let required = listed.iter().flat_map(|(list, count)| &list[..*count]);
    for name in required.filter(|name| !is_hook(name.as_bytes())) {
        if !names.iter().any(|other| other == name) {
            return Err(PyImportError::new_err(format!(
                "module {} does not add `{name}`, which its `adds = (...)` lists",
                module()?
            )));
        }
    }
    Ok(())
}
