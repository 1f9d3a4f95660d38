//! What `#[mybind] use` brings into a module: functions, and classes of exceptions.

use super::function::text_of;
use super::{Function, MethodDef, submodule};
use crate::error::PyResult;
use crate::object::Bound;
use crate::stub::{Piece, Stub, is_same};
use crate::types::{PyModule, PyType};

/// Adds something to a module, under this name.
pub type AddTo = fn(&Bound<'_, PyModule>, &str) -> PyResult<()>;

/// Something with a name of its own that a module can export.
///
/// # Safety
/// [`METHOD`](Self::METHOD) is [`MethodDef::END`], or [`MethodDef::of`] a function.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be exported by a module",
    label = "neither a `#[mybind]` function nor an exception of `create_exception!` or `import_exception!`",
    note = "a constant is brought in by `#[mybind] const NAME: Type = path::NAME;`, a module by `#[mybind(submodule)] use`"
)]
pub unsafe trait Export {
    /// Its entry in the method table; the end of one for what has none.
    const METHOD: MethodDef;
    /// What adds it to a module, where the method table does not.
    const ADD: Option<AddTo>;
    /// How its record for the stub begins, up to its name.
    const RECORD: &'static str;
    /// The rest of the record.
    const STUB: Stub;
}

// SAFETY: it is `MethodDef::of` a function.
unsafe impl<F: Function> Export for F {
    const METHOD: MethodDef = MethodDef::of::<F>();
    const ADD: Option<AddTo> = None;
    const RECORD: &'static str = r#"{"type":"function","name":""#;
    const STUB: Stub = Stub {
        name: text_of(F::DECLARATION.name.to_bytes()),
        body: F::STUB,
    };
}

/// The record, which begins with `head`, of what is called `name` in the module whose identity is `parent`; both are made of
/// names, which JSON need not escape.
#[inline]
pub const fn export_record(
    head: &'static str,
    name: &'static str,
    stub: Stub,
    parent: &'static str,
) -> [Piece; 7] {
    assert!(
        !has_overloads(stub.body) || is_same(name, stub.name),
        "a function with overloads cannot be renamed by `use ... as`: say `#[mybind(name = \"...\")]` where it is defined"
    );
    [
        Piece::Text(head),
        Piece::Text(name),
        Piece::Text(r#"","#),
        Piece::All(stub.body),
        Piece::Text(r#","parent":""#),
        Piece::Text(parent),
        Piece::Text(r#""}"#),
    ]
}

#[inline]
const fn has_overloads(body: &[Piece]) -> bool {
    match body {
        [] => false,
        [Piece::Further(_), ..] => true,
        [_, rest @ ..] => has_overloads(rest),
    }
}

/// A method table of these entries, with the empty ones at its end, where they end it.
#[inline]
pub const fn method_table<const N: usize>(entries: [MethodDef; N]) -> [MethodDef; N] {
    let mut table = [MethodDef::END; N];
    let (mut from, mut to) = (0, 0);
    while from < N {
        if !entries[from].is_end() {
            table[to] = entries[from];
            to += 1;
        }
        from += 1;
    }
    table
}

/// Adds the class of an exception under the name `name`.
///
/// `declared` is the module that a class of this library was declared for, as its author wrote it: `_native` for one that is
/// imported as `pkg._native`. `__module__` becomes the whole name, by which `pickle` finds the class.
///
/// # Errors
/// MemoryError.
#[inline]
pub fn add_class(
    module: &Bound<'_, PyModule>,
    name: &str,
    class: &Bound<'_, PyType>,
    declared: Option<&str>,
) -> PyResult<()> {
    let full_name = module.name()?;
    let full_name = submodule::public_name(full_name.to_str()?);
    if declared.is_some() && declared == full_name.rsplit('.').next() {
        class.setattr("__module__", full_name)?;
    }
    module.add_declared(name, class.as_any().clone())
}
