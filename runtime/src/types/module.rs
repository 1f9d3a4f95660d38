use super::{PyAny, PyDict, PyList, PyString, builtin_type};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::PyResult;
use crate::ffi;
use crate::hint::Hint;
use crate::module::is_hook;
use crate::object::{Borrowed, Bound, BoundObject};
use crate::python::Python;

builtin_type! {
    /// `types.ModuleType`.
    PyModule, "module", Hint::Import("types", "ModuleType"), PyModule_Type, check: PyModule_Check
}

impl PyModule {
    /// A new, empty module; it is not put into `sys.modules`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyModule>> {
        let name = PyString::try_new(py, name)?;
        // SAFETY: a str; the result is a new reference to a module, or null.
        unsafe { Bound::from_owned_or_err(py, ffi::PyModule_NewObject(name.as_ptr())) }
    }

    /// `importlib.import_module(name)`.
    ///
    /// # Errors
    /// ImportError, and what the module raises; TypeError when what `sys.modules` then has is no module.
    #[inline]
    pub fn import<'py, N>(py: Python<'py>, name: N) -> PyResult<Bound<'py, PyModule>>
    where
        N: IntoPyObject<'py, Target = PyString>,
    {
        let name = name.into_pyobject_or_pyerr(py)?;
        // SAFETY: a str; the result is a new reference, or null.
        let module: Bound<'py, PyAny> = unsafe {
            Bound::from_owned_or_err(py, ffi::PyImport_Import(name.as_borrowed().as_ptr()))?
        };
        Ok(module.cast_into()?)
    }
}

impl<'py> Bound<'py, PyModule> {
    /// The module's `__dict__`: its attributes.
    #[inline]
    pub fn dict(&self) -> Bound<'py, PyDict> {
        // SAFETY: a module; the result is borrowed from it, and every module has one.
        unsafe { Bound::from_borrowed(self.py(), ffi::PyModule_GetDict(self.as_ptr())) }
    }

    /// `__name__`.
    ///
    /// # Errors
    /// SystemError when it is missing or no str.
    #[inline]
    pub fn name(&self) -> PyResult<Bound<'py, PyString>> {
        // SAFETY: a module; the result is a new reference to a str, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyModule_GetNameObject(self.as_ptr())) }
    }

    /// `__file__`.
    ///
    /// # Errors
    /// SystemError when it is missing or no str.
    #[inline]
    pub fn filename(&self) -> PyResult<Bound<'py, PyString>> {
        #[allow(deprecated, reason = "in favour of `__file__`, which is what it reads")]
        // SAFETY: a module; the result is a new reference to a str, or null.
        unsafe {
            Bound::from_owned_or_err(self.py(), ffi::PyModule_GetFilenameObject(self.as_ptr()))
        }
    }

    /// `__all__`, the list of public names, which is made when there is none.
    ///
    /// # Errors
    /// TypeError when it is no list, and what setting it raises.
    #[inline]
    pub fn index(&self) -> PyResult<Bound<'py, PyList>> {
        if let Some(names) = self.getattr_opt("__all__")? {
            return Ok(names.cast_into()?);
        }
        let names = PyList::empty(self.py());
        self.setattr("__all__", &names)?;
        Ok(names)
    }

    /// Sets the attribute `name`, and puts the name into `__all__`.
    ///
    /// # Errors
    /// Those of the value's conversion and of [`index`](Self::index).
    #[inline]
    pub fn add<N, V>(&self, name: N, value: V) -> PyResult<()>
    where
        N: IntoPyObject<'py, Target = PyString>,
        V: IntoPyObject<'py>,
    {
        let name = name.into_pyobject_or_pyerr(self.py())?;
        let value = value.into_bound_py_any(self.py())?;
        add(self, name.as_borrowed(), &value)
    }

    /// As [`add`](Self::add), for what the module's attribute declares: the name is not in `__all__` yet.
    #[inline]
    pub(crate) fn add_declared(&self, name: &str, value: Bound<'py, PyAny>) -> PyResult<()> {
        if !is_hook(name.as_bytes()) {
            self.index()?.append(name)?;
        }
        self.setattr(name, value)
    }

    /// Says whether the module needs the GIL, where there is a choice; as the attribute's `gil_used` does, which it overrides. Only
    /// while the module is being filled. Without effect on Python with a GIL, and in abi3 builds.
    ///
    /// # Errors
    /// Those of `PyUnstable_Module_SetGIL`.
    #[inline]
    pub fn gil_used(&self, gil_used: bool) -> PyResult<()> {
        #[cfg(all(Py_GIL_DISABLED, not(Py_LIMITED_API)))]
        {
            let slot = std::ptr::without_provenance_mut(usize::from(!gil_used));
            // SAFETY: a module, and one of the two values of the slot `Py_mod_gil`.
            let status = unsafe { ffi::PyUnstable_Module_SetGIL(self.as_ptr(), slot) };
            crate::error::check_status(self.py(), status)?;
        }
        #[cfg(not(all(Py_GIL_DISABLED, not(Py_LIMITED_API))))]
        let _ = gil_used;
        Ok(())
    }

    /// Adds `module` under its own name: what follows the last dot of its `__name__`.
    ///
    /// # Errors
    /// Those of [`add`](Self::add).
    #[inline]
    pub fn add_submodule(&self, module: &Bound<'py, PyModule>) -> PyResult<()> {
        let name = module.name()?;
        let name = name.to_str()?;
        let name = name.rsplit_once('.').map_or(name, |(_, last)| last);
        self.add(name, module)
    }
}

#[inline]
fn add<'py>(
    module: &Bound<'py, PyModule>,
    name: Borrowed<'_, 'py, PyString>,
    value: &Bound<'py, PyAny>,
) -> PyResult<()> {
    let names = module.index()?;
    let is_listed = is_hook(name.to_string_lossy().as_bytes()) || names.contains(&*name)?;
    if !is_listed {
        names.append(&*name)?;
    }
    module.setattr(&*name, value)
}
