//! Modules and the functions in them: what the generated code says of them, and how they come into being.

mod additions;
#[cfg(not(all(Py_LIMITED_API, Py_GIL_DISABLED)))]
mod definition;
mod export;
mod function;
mod slots;
mod state;
mod submodule;

pub use additions::{Additions, AnyClass, Class, check_additions};
#[cfg(not(all(Py_LIMITED_API, Py_GIL_DISABLED)))]
pub use definition::{Definition, append_to_inittab};
pub use export::{AddTo, Export, add_class, export_record, method_table};
pub use function::{Declaration, Function, FunctionDefinition, MethodDef};
#[cfg(all(Py_LIMITED_API, Py_GIL_DISABLED))]
pub use slots::Definition;
pub use slots::{Slot, slots_of};
pub use submodule::{ModuleDefinition, Submodule};

use std::ffi::{CStr, c_int};
use std::{iter, str};

use crate::convert::ReturnError;
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyImportError;
use crate::ffi;
use crate::interpreter::{Interpreter, set_default};
use crate::object::{Borrowed, Bound};
use crate::panic;
use crate::python::Python;
use crate::trampoline::status_boundary;
use crate::types::dict::next_pair;
use crate::types::{PyAny, PyList, PyModule};

/// What the expansion of a `#[mybind] mod` implements.
///
/// # Safety
/// [`METHODS`](Self::METHODS) ends with [`MethodDef::END`], and what comes before it is [`MethodDef::of`] functions.
pub unsafe trait Module: 'static {
    /// The last part of its name in Python.
    const NAME: &'static CStr;
    /// Its docstring; empty for none.
    const DOC: &'static CStr;
    /// Its functions, and [`MethodDef::END`].
    const METHODS: &'static [MethodDef];
    /// What `__all__` says before `init` functions add to it, in the order in which it is written.
    const NAMES: &'static [&'static str];
    /// The modules in it.
    const SUBMODULES: &'static [Submodule];
    /// Which interpreters may import it.
    const INTERPRETERS: Interpreters;
    /// Whether importing it switches the GIL on, where there is a choice.
    const GIL_USED: bool;
    /// What tells it from other modules in the records for the stub.
    const STUB_ID: &'static str;

    /// The definition that Python makes the module from: one per module and process.
    fn definition() -> &'static Definition;

    /// Adds the constants, and calls the `init` functions.
    ///
    /// # Errors
    /// What they raise: the import fails with it.
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()>;
}

/// Which interpreters may import a module: the value of the slot `Py_mod_multiple_interpreters`.
#[derive(Clone, Copy)]
pub enum Interpreters {
    /// The main interpreter alone.
    Main = 0,
    /// All that share the main interpreter's GIL.
    SharedGil = 1,
    /// All.
    PerGil = 2,
}

/// The slot `Py_mod_exec`: gives a new module its content.
///
/// # Safety
/// Python calls this, with the module.
unsafe extern "C" fn execute<M: Module>(module: *mut ffi::PyObject) -> c_int {
    // SAFETY: the interpreter calls C functions on attached threads only.
    let attached = unsafe { Python::assume_attached() };
    status_boundary(attached, |py| {
        // SAFETY: Python passes the module that it has just made.
        let module = unsafe { Borrowed::<PyModule>::from_borrowed(py, module) };
        check_interpreter::<M>(py, &module)?;
        let names = function_names(&module, M::definition())?;
        module.setattr("__all__", &names)?;
        module.setattr("PanicException", panic::class(py)?)?;
        // Known when this is compiled: a module without submodules does not bring the code for them.
        let submodules = match M::SUBMODULES {
            [] => None,
            submodules => {
                let registered = submodule::add_all(&module, submodules)?;
                for submodule in submodules {
                    names.append(submodule.name())?;
                }
                Some(registered)
            }
        };
        M::fill(&module)?;
        share_with_package(&module)?;
        if let Some(submodules) = submodules {
            submodules.keep();
        }
        Ok(())
    })
}

/// What `__all__` says at first: the names of the functions. Whatever else is added to the module adds its own.
///
/// They are the very strings that the module's new `__dict__` has, in the same order.
fn function_names<'py>(
    module: &Bound<'py, PyModule>,
    definition: &'static Definition,
) -> PyResult<Bound<'py, PyList>> {
    let names = PyList::empty(module.py());
    let (dict, mut position) = (module.dict(), 0);
    for name in definition.functions() {
        let mut keys = iter::from_fn(|| next_pair(&dict, &mut position).0.map(|(key, _)| key));
        let is_it =
            |key: &Bound<'_, PyAny>| key.extract().is_ok_and(|key: &str| key.as_bytes() == name);
        match keys.find(is_it) {
            _ if is_hook(name) => {}
            Some(key) => names.append(key)?,
            None => names.append(str::from_utf8(name).unwrap_or_default())?,
        }
    }
    Ok(names)
}

/// Before 3.12 there is no slot by which the interpreter could refuse the module itself.
#[inline]
fn check_interpreter<M: Module>(py: Python<'_>, module: &Bound<'_, PyModule>) -> PyResult<()> {
    if matches!(M::INTERPRETERS, Interpreters::Main) && Interpreter::current(py).id() != 0 {
        let name = module.name()?;
        return Err(PyImportError::new_err(format!(
            "module {name} can be imported into the main interpreter only"
        )));
    }
    Ok(())
}

/// Whether Python calls a module's function of this name by itself: that is no business of `import *`, so not in `__all__`.
pub(crate) const fn is_hook(name: &[u8]) -> bool {
    matches!(name, b"__getattr__" | b"__dir__")
}

/// maturin's package takes over what is in `__all__`. Here it gets what is not there and users look for.
fn share_with_package(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let Some(package) = submodule::package_of(module)? else {
        return Ok(());
    };
    let Ok(package) = package.cast::<PyModule>() else {
        return Ok(());
    };
    for name in ["PanicException", "__getattr__", "__dir__"] {
        if let Some(value) = module.dict().get_item(name)? {
            let kept = set_default(&package.dict(), name, &value);
            kept.ok_or_else(|| PyErr::fetch(module.py()))?;
        }
    }
    Ok(())
}

/// What an `init` function may return: nothing, or a `Result` of nothing.
#[diagnostic::on_unimplemented(
    message = "an `init` function cannot return `{Self}`",
    label = "not a result of an `init` function",
    note = "write no return type, or `PyResult<()>`"
)]
pub trait Initialized {
    /// Whether the module can be used.
    ///
    /// # Errors
    /// Why not.
    fn into_result(self) -> PyResult<()>;
}

impl Initialized for () {
    fn into_result(self) -> PyResult<()> {
        Ok(())
    }
}

impl<E: ReturnError> Initialized for Result<(), E> {
    fn into_result(self) -> PyResult<()> {
        self.map_err(ReturnError::into_pyerr)
    }
}

/// Whether an `init` function has succeeded.
///
/// # Errors
/// The function's.
pub fn initialized(result: impl Initialized) -> PyResult<()> {
    result.into_result()
}

/// A module's name, as a string.
///
/// # Panics
/// When it is no UTF-8, which the macro's literals are.
#[inline]
pub const fn module_name<M: Module>() -> &'static str {
    match M::NAME.to_str() {
        Ok(name) => name,
        Err(_) => panic!("a module's name is UTF-8"),
    }
}

/// A function that a macro writes inside of a `#[mybind] mod` is not seen by that module's own attribute. The function's
/// expansion looks for the list `__MYBIND_FUNCTIONS` around it: in such a module it finds the module's, elsewhere the
/// one in [`outside_of_module`], which a glob import brings in and so gives way.
///
/// # Panics
/// When the module does not list the function; in const evaluation, that is a compile error.
#[inline]
pub const fn assert_exported(name: &str, listed: &[&str]) {
    let mut index = 0;
    let mut is_listed = false;
    while index < listed.len() {
        is_listed |= is_same("*", listed[index]) || is_same(name, listed[index]);
        index += 1;
    }
    assert!(
        is_listed,
        "a macro writes this `#[mybind]` function inside of a `#[mybind] mod`, which cannot see it: list it, with `#[mybind(functions = (name))]` on the macro invocation"
    );
}

#[inline]
const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut index = 0;
    while index < a.len() && index < b.len() && a[index] == b[index] {
        index += 1;
    }
    index == a.len() && index == b.len()
}

/// What the expansion of a function finds where no `#[mybind] mod` is around it.
pub mod outside_of_module {
    /// Every function.
    pub const __MYBIND_FUNCTIONS: &[&str] = &["*"];
}
