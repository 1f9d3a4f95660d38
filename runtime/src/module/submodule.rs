//! Modules in modules: made with their parent, and importable by their dotted names.

use std::ffi::CStr;
use std::ops::Deref;

use super::{Definition, Module};
use crate::error::{PyErr, PyResult};
use crate::ffi;
use crate::object::{Bound, Py};
use crate::panic::unwind;
use crate::python::Python;
use crate::types::{PyAny, PyDict, PyModule, PyString};

/// A module that is in another one.
#[derive(Clone, Copy)]
pub struct Submodule {
    name: &'static CStr,
    stub_id: &'static str,
    definition: fn() -> &'static Definition,
}

impl Submodule {
    /// The module `M`.
    #[inline]
    pub const fn of<M: Module>() -> Self {
        Submodule {
            name: M::NAME,
            stub_id: M::STUB_ID,
            definition: M::definition,
        }
    }

    /// Its name, as a string.
    #[inline]
    pub(super) fn name(&self) -> &'static str {
        self.name.to_str().unwrap_or_default() // the macro's literals are UTF-8
    }

    /// What tells it from other modules in the records for the stub.
    #[inline]
    pub const fn stub_id(&self) -> &'static str {
        self.stub_id
    }
}

/// A module as a value: `wrap_pymodule!(path)`.
#[derive(Clone, Copy)]
pub struct ModuleDefinition {
    submodule: Submodule,
    make: fn(Python<'_>) -> Py<PyModule>,
}

impl ModuleDefinition {
    /// The module `M`.
    #[inline]
    pub const fn of<M: Module>() -> Self {
        ModuleDefinition {
            submodule: Submodule::of::<M>(),
            make: make::<M>,
        }
    }

    #[inline]
    pub(super) fn submodule(self) -> Submodule {
        self.submodule
    }
}

/// So that the value can be called, as a closure can.
impl Deref for ModuleDefinition {
    type Target = fn(Python<'_>) -> Py<PyModule>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.make
    }
}

/// The module `M`, in no other one.
#[inline]
fn make<M: Module>(py: Python<'_>) -> Py<PyModule> {
    let submodule = Submodule::of::<M>();
    let made = create(py, &submodule, submodule.name()).and_then(|module| {
        (submodule.definition)().execute(&module)?;
        Ok(module.unbind())
    });
    made.unwrap_or_else(|error| unwind(error))
}

/// Takes modules out of `sys.modules` again, unless [`keep`](Self::keep) says that the import of their parent went well.
pub(super) struct Registered<'py> {
    modules: Bound<'py, PyDict>,
    names: Vec<String>,
}

impl Registered<'_> {
    #[inline]
    pub(super) fn keep(mut self) {
        self.names.clear();
    }
}

impl Drop for Registered<'_> {
    #[inline]
    fn drop(&mut self) {
        for name in &self.names {
            // The import fails with another error, which is the one to be told.
            let _ = self.modules.del_item(name);
        }
    }
}

/// Makes the modules that are in `parent`, and registers them for `import parent.name`.
#[inline]
pub(super) fn add_all<'py>(
    parent: &Bound<'py, PyModule>,
    submodules: &[Submodule],
) -> PyResult<Registered<'py>> {
    let py = parent.py();
    let modules = py.import("sys")?.getattr("modules")?.cast_into()?;
    let mut registered = Registered {
        modules,
        names: Vec::new(),
    };
    for submodule in submodules {
        add(parent, submodule, &mut registered)?;
    }
    Ok(registered)
}

#[inline]
fn add<'py>(
    parent: &Bound<'py, PyModule>,
    submodule: &Submodule,
    registered: &mut Registered<'py>,
) -> PyResult<()> {
    let parent_name = parent.name()?;
    let parent_name = parent_name.to_str()?;
    let name = submodule.name();
    let mut full_names = vec![format!("{parent_name}.{name}")];
    // maturin puts the library `X` into a package `X` that takes over its content, so users know it as `X.name`.
    if let Some(package) = package_name(parent_name) {
        let short = format!("{package}.{name}");
        if short != parent_name {
            full_names.push(short);
        }
    }
    let module = create(
        parent.py(),
        submodule,
        full_names.last().map_or(parent_name, String::as_str),
    )?;
    for full_name in full_names {
        registered.modules.set_item(&full_name, &module)?;
        registered.names.push(full_name);
    }
    parent.setattr(name, &module)?;
    (submodule.definition)().execute(&module)
}

/// Makes the module, as the importer would, without content yet.
#[inline]
fn create<'py>(
    py: Python<'py>,
    submodule: &Submodule,
    full_name: &str,
) -> PyResult<Bound<'py, PyModule>> {
    let machinery = py.import("importlib.machinery")?;
    let spec = machinery.call_method1("ModuleSpec", (full_name, py.None()))?;
    let module = (submodule.definition)().create(&spec)?;
    module.setattr("__spec__", &spec)?;
    module.setattr("__package__", spec.getattr("parent")?)?;
    Ok(module)
}

/// The package `X` of a module whose name ends in `X.X`, where there is one.
#[inline]
pub(super) fn package_of<'py>(
    module: &Bound<'py, PyModule>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let (py, name) = (module.py(), module.name()?);
    let Some(package) = package_name(name.to_str()?) else {
        return Ok(None);
    };
    let package = PyString::try_new(py, package)?;
    // SAFETY: a str; the result is a new reference, or null, without an error where there is no such module.
    let package =
        unsafe { Bound::from_owned_or_opt(py, ffi::PyImport_GetModule(package.as_ptr())) };
    match package {
        None if PyErr::occurred(py) => Err(PyErr::fetch(py)),
        package => Ok(package),
    }
}

/// The name that users know a module by: `X` for `X.X`, where maturin puts the library `X`.
#[inline]
pub(super) fn public_name(name: &str) -> &str {
    package_name(name).unwrap_or(name)
}

/// `a.X` for `a.X.X`.
#[inline]
fn package_name(name: &str) -> Option<&str> {
    let (package, last) = name.rsplit_once('.')?;
    let outer = package.rsplit_once('.').map_or(package, |(_, outer)| outer);
    (outer == last).then_some(package)
}
