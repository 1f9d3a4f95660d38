use super::{PyAny, PyString, PyTuple, builtin_type};
use crate::error::{PyResult, check_status};
use crate::ffi;
use crate::hint::Hint;
use crate::object::Bound;
use crate::panic::unwind;
use crate::python::Python;
use crate::type_object::PyTypeInfo;

builtin_type! {
    /// `type`: a class.
    PyType, "type", Hint::Subscript(&Hint::Name("type"), &[Hint::ANY]), PyType_Type, check: PyType_Check
}

impl PyType {
    /// The type object of `T`: [`Python::get_type`].
    #[inline]
    pub fn new<T: PyTypeInfo>(py: Python<'_>) -> Bound<'_, PyType> {
        T::type_object(py)
    }

    /// Takes a borrowed reference to a type object from the C API and owns it from now on (`Py_INCREF`).
    ///
    /// # Panics
    /// When `type_object` is null.
    ///
    /// # Safety
    /// `type_object` is null, or points to a live type object.
    #[inline]
    pub unsafe fn from_borrowed_type_ptr(
        py: Python<'_>,
        type_object: *mut ffi::PyTypeObject,
    ) -> Bound<'_, PyType> {
        // SAFETY: the caller's promise.
        unsafe { Bound::from_borrowed(py, type_object.cast()) }
    }
}

impl<'py> Bound<'py, PyType> {
    /// The type object, as a borrowed reference.
    #[inline]
    pub fn as_type_ptr(&self) -> *mut ffi::PyTypeObject {
        self.as_ptr().cast()
    }

    /// `__name__`: `OrderedDict`.
    ///
    /// # Errors
    /// What a metaclass raises.
    #[inline]
    pub fn name(&self) -> PyResult<Bound<'py, PyString>> {
        Ok(self.getattr("__name__")?.cast_into()?)
    }

    /// `__qualname__`: the name with the classes and functions it is defined in.
    ///
    /// # Errors
    /// What a metaclass raises.
    #[inline]
    pub fn qualname(&self) -> PyResult<Bound<'py, PyString>> {
        Ok(self.getattr("__qualname__")?.cast_into()?)
    }

    /// `__module__`: `collections`.
    ///
    /// # Errors
    /// What a metaclass raises; TypeError when it is no str.
    #[inline]
    pub fn module(&self) -> PyResult<Bound<'py, PyString>> {
        Ok(self.getattr("__module__")?.cast_into()?)
    }

    /// `collections.OrderedDict`; only the qualified name for a class of `builtins` or `__main__`.
    ///
    /// # Errors
    /// As [`module`](Self::module).
    #[inline]
    pub fn fully_qualified_name(&self) -> PyResult<Bound<'py, PyString>> {
        let qualname = self.qualname()?;
        let module = self.module()?;
        if module == "builtins" || module == "__main__" {
            return Ok(qualname);
        }
        PyString::try_new(
            self.py(),
            &format!("{}.{}", module.to_str()?, qualname.to_str()?),
        )
    }

    /// `issubclass(self, class)`; `class` may be a tuple of classes.
    ///
    /// # Errors
    /// TypeError when `class` is neither, and what `__subclasscheck__` raises.
    #[inline]
    pub fn is_subclass(&self, class: &Bound<'_, PyAny>) -> PyResult<bool> {
        // SAFETY: two live objects.
        let answer = unsafe { ffi::PyObject_IsSubclass(self.as_ptr(), class.as_ptr()) };
        check_status(self.py(), answer)?;
        Ok(answer != 0)
    }

    /// `issubclass(self, T)`.
    ///
    /// # Errors
    /// What `__subclasscheck__` raises.
    #[inline]
    pub fn is_subclass_of<T: PyTypeInfo>(&self) -> PyResult<bool> {
        self.is_subclass(&T::type_object(self.py()))
    }

    /// `__mro__`: the classes where attributes are looked up, in order.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn mro(&self) -> Bound<'py, PyTuple> {
        self.own_tuple("__mro__")
    }

    /// `__bases__`.
    ///
    /// # Panics
    /// When memory runs out.
    #[inline]
    pub fn bases(&self) -> Bound<'py, PyTuple> {
        self.own_tuple("__bases__")
    }

    /// An attribute as `type` itself defines it, whatever a metaclass makes of it.
    #[inline]
    fn own_tuple(&self, name: &str) -> Bound<'py, PyTuple> {
        let py = self.py();
        let read = || -> PyResult<Bound<'py, PyTuple>> {
            let descriptor = PyType::type_object(py)
                .getattr("__dict__")?
                .get_item(name)?;
            Ok(descriptor.call_method1("__get__", (self,))?.cast_into()?)
        };
        read().unwrap_or_else(|error| unwind(error))
    }
}
