//! Objects that show another one: a dict's views, read-only mappings, generic aliases, `super`.

use super::{PyAny, PyIterator, PyList, PyMapping, PyType, builtin_type};
use crate::error::PyResult;
use crate::ffi;
use crate::hint::Hint;
use crate::object::Bound;
use crate::panic::unwind;
use crate::python::Python;
use crate::type_object::PyTypeInfo;

builtin_type! {
    /// What `dict.keys()` gives.
    PyDictKeys, "dict_keys", Hint::Subscript(&Hint::Import("collections.abc", "KeysView"), &[Hint::ANY]), PyDictKeys_Type
}

builtin_type! {
    /// What `dict.values()` gives.
    PyDictValues, "dict_values", Hint::Subscript(&Hint::Import("collections.abc", "ValuesView"), &[Hint::ANY]), PyDictValues_Type
}

builtin_type! {
    /// What `dict.items()` gives.
    PyDictItems, "dict_items", Hint::Subscript(&Hint::Import("collections.abc", "ItemsView"), &[Hint::ANY, Hint::ANY]),
    PyDictItems_Type
}

builtin_type! {
    /// `types.MappingProxyType`: a mapping that cannot be changed through it.
    PyMappingProxy, "mappingproxy", Hint::Subscript(&Hint::Import("types", "MappingProxyType"), &[Hint::ANY, Hint::ANY]),
    PyDictProxy_Type
}

builtin_type! {
    /// `types.GenericAlias`: `list[int]`.
    PyGenericAlias, "types.GenericAlias", Hint::Import("types", "GenericAlias"), Py_GenericAliasType
}

builtin_type! {
    /// `super`.
    PySuper, "super", Hint::Name("super"), PySuper_Type
}

impl PyMappingProxy {
    /// `types.MappingProxyType(elements)`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        elements: &Bound<'py, PyMapping>,
    ) -> Bound<'py, PyMappingProxy> {
        // SAFETY: a live object; the result is a new reference, or null.
        unsafe { Bound::from_owned_or_err(py, ffi::PyDictProxy_New(elements.as_ptr())) }
            .unwrap_or_else(|error| unwind(error))
    }
}

impl<'py> Bound<'py, PyMappingProxy> {
    /// `len(self) == 0`.
    ///
    /// # Errors
    /// What `__len__` raises.
    #[inline]
    pub fn is_empty(&self) -> PyResult<bool> {
        self.as_mapping().is_empty()
    }

    /// `list(self.keys())`.
    ///
    /// # Errors
    /// What `keys` raises.
    #[inline]
    pub fn keys(&self) -> PyResult<Bound<'py, PyList>> {
        self.as_mapping().keys()
    }

    /// `list(self.values())`.
    ///
    /// # Errors
    /// What `values` raises.
    #[inline]
    pub fn values(&self) -> PyResult<Bound<'py, PyList>> {
        self.as_mapping().values()
    }

    /// `list(self.items())`.
    ///
    /// # Errors
    /// What `items` raises.
    #[inline]
    pub fn items(&self) -> PyResult<Bound<'py, PyList>> {
        self.as_mapping().items()
    }

    /// The same object, as any mapping.
    #[inline]
    pub fn as_mapping(&self) -> &Bound<'py, PyMapping> {
        // SAFETY: a `PyMapping` takes nothing for granted of its object.
        unsafe { self.cast_unchecked() }
    }

    /// Its keys, one by one.
    ///
    /// # Errors
    /// What `__iter__` raises.
    #[inline]
    pub fn try_iter(&self) -> PyResult<Bound<'py, PyIterator>> {
        self.as_any().try_iter()
    }
}

impl PyGenericAlias {
    /// `origin[args]`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        origin: &Bound<'py, PyAny>,
        args: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyGenericAlias>> {
        // SAFETY: live objects; the result is a new reference, or null.
        unsafe {
            Bound::from_owned_or_err(py, ffi::Py_GenericAlias(origin.as_ptr(), args.as_ptr()))
        }
    }
}

impl PySuper {
    /// `super(class, object)`.
    ///
    /// # Errors
    /// TypeError when the object is no instance of the class.
    #[inline]
    pub fn new<'py>(
        class: &Bound<'py, PyType>,
        object: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PySuper>> {
        let made = Self::type_object(class.py()).call1((class, object))?;
        Ok(made.cast_into()?)
    }
}
