use std::fmt;

use super::{PyIterator, PyList, PyString, PySuper, PyType, to_length};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::{PyErr, PyResult, check_status};
use crate::ffi;
use crate::hint::Hint;
use crate::object::{AnyReference, Bound, BoundObject};
use crate::python::Python;
use crate::type_object::{PyTypeCheck, PyTypeInfo};

/// Any Python object.
///
/// What every object can be asked for is a method of `Bound<'py, PyAny>`; each goes through Python's protocols, so it
/// may run Python code and raise whatever that raises.
pub struct PyAny(());

// SAFETY: `object` is a static of libpython, and everything is an instance of it.
unsafe impl PyTypeInfo for PyAny {
    const NAME: &'static str = "object";
    const TYPE_HINT: Hint = Hint::ANY;

    #[inline]
    fn type_object_raw(_py: Python<'_>) -> *mut ffi::PyTypeObject {
        &raw mut ffi::PyBaseObject_Type
    }

    #[inline]
    fn is_type_of(_: &Bound<'_, PyAny>) -> bool {
        true
    }
}

/// What an object is.
impl<'py> Bound<'py, PyAny> {
    /// `self is other`.
    #[inline]
    pub fn is<T: AnyReference>(&self, other: T) -> bool {
        self.as_ptr() == other.address()
    }

    /// `self is None`.
    #[inline]
    pub fn is_none(&self) -> bool {
        // SAFETY: `None` always lives.
        self.as_ptr() == unsafe { ffi::Py_None() }
    }

    /// `self is ...`
    #[inline]
    pub fn is_ellipsis(&self) -> bool {
        // SAFETY: `Ellipsis` always lives.
        self.as_ptr() == unsafe { ffi::Py_Ellipsis() }
    }

    /// The object's type, whatever its `__class__` says.
    #[inline]
    pub fn get_type(&self) -> Bound<'py, PyType> {
        // SAFETY: a live object has a live type.
        unsafe { Bound::from_borrowed(self.py(), self.get_type_ptr().cast()) }
    }

    /// The type object's address, as a borrowed reference.
    #[inline]
    pub fn get_type_ptr(&self) -> *mut ffi::PyTypeObject {
        // SAFETY: a live object.
        unsafe { ffi::Py_TYPE(self.as_ptr()) }
    }

    /// `isinstance(self, class)`; `class` may be a tuple of classes.
    ///
    /// # Errors
    /// TypeError when `class` is neither, and what `__instancecheck__` raises.
    #[inline]
    pub fn is_instance(&self, class: &Bound<'py, PyAny>) -> PyResult<bool> {
        // SAFETY: two live objects.
        let answer = unsafe { ffi::PyObject_IsInstance(self.as_ptr(), class.as_ptr()) };
        check_status(self.py(), answer)?;
        Ok(answer != 0)
    }

    /// Whether [`cast::<T>`](Self::cast) would do.
    #[inline]
    pub fn is_instance_of<T: PyTypeCheck>(&self) -> bool {
        T::type_check(self)
    }

    /// `type(self) is class`.
    #[inline]
    pub fn is_exact_instance(&self, class: &Bound<'py, PyAny>) -> bool {
        self.get_type_ptr().cast() == class.as_ptr()
    }

    /// Whether the type is exactly `T`'s.
    #[inline]
    pub fn is_exact_instance_of<T: PyTypeInfo>(&self) -> bool {
        T::is_exact_type_of(self)
    }

    /// `callable(self)`.
    #[inline]
    pub fn is_callable(&self) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PyCallable_Check(self.as_ptr()) != 0 }
    }

    /// The reference count: for debugging, and no exact number on every build of Python.
    #[inline]
    pub fn get_refcnt(&self) -> isize {
        // SAFETY: a live object.
        unsafe { ffi::Py_REFCNT(self.as_ptr()) }
    }
}

/// What an object looks like.
impl<'py> Bound<'py, PyAny> {
    /// `repr(self)`.
    ///
    /// # Errors
    /// What `__repr__` raises.
    #[inline]
    pub fn repr(&self) -> PyResult<Bound<'py, PyString>> {
        // SAFETY: a live object; the result is a new reference to a str, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyObject_Repr(self.as_ptr())) }
    }

    /// `str(self)`.
    ///
    /// # Errors
    /// What `__str__` raises.
    #[inline]
    pub fn str(&self) -> PyResult<Bound<'py, PyString>> {
        // SAFETY: a live object; the result is a new reference to a str, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyObject_Str(self.as_ptr())) }
    }

    /// `dir(self)`.
    ///
    /// # Errors
    /// What `__dir__` raises.
    #[inline]
    pub fn dir(&self) -> PyResult<Bound<'py, PyList>> {
        // SAFETY: a live object; the result is a new reference to a list, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyObject_Dir(self.as_ptr())) }
    }

    /// `hash(self)`.
    ///
    /// # Errors
    /// TypeError when it has none, and what `__hash__` raises.
    #[inline]
    pub fn hash(&self) -> PyResult<isize> {
        // SAFETY: a live object.
        let hash = unsafe { ffi::PyObject_Hash(self.as_ptr()) };
        if hash == -1 {
            Err(PyErr::fetch(self.py()))
        } else {
            Ok(hash)
        }
    }

    /// `bool(self)`.
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises.
    #[inline]
    pub fn is_truthy(&self) -> PyResult<bool> {
        // SAFETY: a live object.
        let answer = unsafe { ffi::PyObject_IsTrue(self.as_ptr()) };
        check_status(self.py(), answer)?;
        Ok(answer != 0)
    }
}

/// What an object contains.
impl<'py> Bound<'py, PyAny> {
    /// `len(self)`.
    ///
    /// # Errors
    /// TypeError when it has none, and what `__len__` raises.
    #[inline]
    pub fn len(&self) -> PyResult<usize> {
        // SAFETY: a live object.
        to_length(self.py(), unsafe { ffi::PyObject_Size(self.as_ptr()) })
    }

    /// `len(self) == 0`.
    ///
    /// # Errors
    /// As [`len`](Self::len).
    #[inline]
    pub fn is_empty(&self) -> PyResult<bool> {
        self.len().map(|length| length == 0)
    }

    /// `self[key]`.
    ///
    /// # Errors
    /// KeyError, IndexError, and what else `__getitem__` raises.
    #[inline]
    pub fn get_item<K: IntoPyObject<'py>>(&self, key: K) -> PyResult<Bound<'py, PyAny>> {
        let key = key.into_pyobject_or_pyerr(self.py())?;
        let key = key.as_borrowed();
        // SAFETY: two live objects; the result is a new reference, or null.
        unsafe {
            Bound::from_owned_or_err(
                self.py(),
                ffi::PyObject_GetItem(self.as_ptr(), key.as_ptr()),
            )
        }
    }

    /// `self[key] = value`.
    ///
    /// # Errors
    /// What `__setitem__` raises.
    #[inline]
    pub fn set_item<K, V>(&self, key: K, value: V) -> PyResult<()>
    where
        K: IntoPyObject<'py>,
        V: IntoPyObject<'py>,
    {
        let key = key.into_pyobject_or_pyerr(self.py())?;
        let value = value.into_pyobject_or_pyerr(self.py())?;
        let (key, value) = (key.as_borrowed(), value.as_borrowed());
        // SAFETY: three live objects; the container takes its own references.
        let status = unsafe { ffi::PyObject_SetItem(self.as_ptr(), key.as_ptr(), value.as_ptr()) };
        check_status(self.py(), status)
    }

    /// `del self[key]`.
    ///
    /// # Errors
    /// KeyError, IndexError, and what else `__delitem__` raises.
    #[inline]
    pub fn del_item<K: IntoPyObject<'py>>(&self, key: K) -> PyResult<()> {
        let key = key.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: two live objects.
        let status = unsafe { ffi::PyObject_DelItem(self.as_ptr(), key.as_borrowed().as_ptr()) };
        check_status(self.py(), status)
    }

    /// `value in self`.
    ///
    /// # Errors
    /// TypeError when it is no container, and what `__contains__` raises.
    #[inline]
    pub fn contains<V: IntoPyObject<'py>>(&self, value: V) -> PyResult<bool> {
        let value = value.into_pyobject_or_pyerr(self.py())?;
        // SAFETY: two live objects.
        let answer =
            unsafe { ffi::PySequence_Contains(self.as_ptr(), value.as_borrowed().as_ptr()) };
        check_status(self.py(), answer)?;
        Ok(answer != 0)
    }

    /// `super(type(self), self)`.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn py_super(&self) -> PyResult<Bound<'py, PySuper>> {
        PySuper::new(&self.get_type(), self)
    }

    /// `iter(self)`.
    ///
    /// # Errors
    /// TypeError when it is not iterable, and what `__iter__` raises.
    #[inline]
    pub fn try_iter(&self) -> PyResult<Bound<'py, PyIterator>> {
        // SAFETY: a live object; the result is a new reference to an iterator, or null.
        unsafe { Bound::from_owned_or_err(self.py(), ffi::PyObject_GetIter(self.as_ptr())) }
    }
}

/// Writes a `str()` or `repr()` for Rust's formatting. An object whose own method raises is still printed, and what it
/// raised goes to `sys.unraisablehook`.
#[inline]
pub(crate) fn format(
    object: &Bound<'_, PyAny>,
    text: PyResult<Bound<'_, PyString>>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match text {
        Ok(text) => f.write_str(&text.to_string_lossy()),
        Err(error) => {
            let py = object.py();
            error.write_unraisable(py, Some(object));
            match object.get_type().name() {
                Ok(name) => write!(f, "<unprintable {} object>", name.to_string_lossy()),
                Err(_) => f.write_str("<unprintable object>"),
            }
        }
    }
}
