//! The types of items, as NumPy has them.

use super::{is_instance, untyped::ask};
use crate::buffer::Element;
use crate::convert::IntoPyObject;
use crate::error::PyResult;
use crate::hint::Hint;
use crate::object::{Bound, DerefToPyAny, Py};
use crate::panic::unwind;
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::type_object::PyTypeCheck;
use crate::types::{PyAny, PyType};

/// A `numpy.dtype`: the type of an array's items.
pub struct PyArrayDescr(());

impl DerefToPyAny for PyArrayDescr {}

impl PyArrayDescr {
    fn class<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        CLASS.import(py, "numpy", "dtype")
    }

    /// `numpy.dtype(object)`: of a name, a type, or whatever else NumPy takes for one.
    ///
    /// # Errors
    /// TypeError when it is none; what importing NumPy raises.
    pub fn new<'py>(
        py: Python<'py>,
        object: impl IntoPyObject<'py>,
    ) -> PyResult<Bound<'py, PyArrayDescr>> {
        let made = Self::class(py)?.as_any().call1((object,))?;
        Ok(made.cast_into()?)
    }

    /// The type that Rust's `T` is.
    ///
    /// # Panics
    /// With the exception, when NumPy cannot be imported or memory runs out.
    pub fn of<T: Element>(py: Python<'_>) -> Bound<'_, PyArrayDescr> {
        Self::new(py, T::TYPE.name()).unwrap_or_else(|error| unwind(error))
    }

    /// The type of arrays of any objects.
    ///
    /// # Panics
    /// As [`of`](Self::of).
    pub fn object(py: Python<'_>) -> Bound<'_, PyArrayDescr> {
        Self::new(py, "object").unwrap_or_else(|error| unwind(error))
    }
}

/// The type that Rust's `T` is.
///
/// # Panics
/// With the exception, when NumPy cannot be imported or memory runs out.
pub fn dtype<T: Element>(py: Python<'_>) -> Bound<'_, PyArrayDescr> {
    PyArrayDescr::of::<T>(py)
}

// SAFETY: nothing is taken for granted of the object.
unsafe impl PyTypeCheck for PyArrayDescr {
    const NAME: &'static str = "dtype";
    const TYPE_HINT: Hint = Hint::Subscript(&Hint::Import("numpy", "dtype"), &[Hint::ANY]);

    /// Where NumPy cannot be imported nothing is one.
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        Self::try_type_check(object).unwrap_or(false)
    }

    fn try_type_check(object: &Bound<'_, PyAny>) -> PyResult<bool> {
        is_instance(object, Self::class(object.py())?)
    }
}

impl<'py> Bound<'py, PyArrayDescr> {
    /// Whether items of these types are the same values: `self == other`.
    pub fn is_equiv_to(&self, other: &Self) -> bool {
        self.eq(other).unwrap_or_else(|error| unwind(error))
    }

    /// The class of an item, such as `numpy.float64`.
    pub fn typeobj(&self) -> Bound<'py, PyType> {
        ask(self, "type")
    }

    /// How many bytes an item has.
    pub fn itemsize(&self) -> usize {
        ask(self, "itemsize")
    }

    /// At multiples of how many bytes an item has to lie.
    pub fn alignment(&self) -> usize {
        ask(self, "alignment")
    }

    /// NumPy's number of the type.
    pub fn num(&self) -> std::ffi::c_int {
        ask(self, "num")
    }

    /// `=` for the native byte order, `<`, `>`, or `|` where there is none.
    pub fn byteorder(&self) -> u8 {
        self.letter("byteorder")
    }

    /// The letter of the type.
    pub fn char(&self) -> u8 {
        self.letter("char")
    }

    /// The letter of what kind it is: `b`, `i`, `u`, `f`, `c`, `m`, `M`, `O`, `S`, `U` or `V`.
    pub fn kind(&self) -> u8 {
        self.letter("kind")
    }

    /// How many dimensions an item has: more than none where it is an array itself.
    pub fn ndim(&self) -> usize {
        ask(self, "ndim")
    }

    /// The shape of an item that is an array itself.
    pub fn shape(&self) -> Vec<usize> {
        ask(self, "shape")
    }

    /// The type of the items of an item that is an array itself; else this one.
    pub fn base(&self) -> Bound<'py, PyArrayDescr> {
        ask(self, "base")
    }

    /// Whether there are references to objects in an item.
    pub fn has_object(&self) -> bool {
        ask(self, "hasobject")
    }

    /// Whether an item has fields.
    pub fn has_fields(&self) -> bool {
        self.names().is_some()
    }

    /// Whether an item is an array itself.
    pub fn has_subarray(&self) -> bool {
        self.ndim() > 0
    }

    /// Whether the byte order is the native one; `None` where there is none.
    pub fn is_native_byteorder(&self) -> Option<bool> {
        match self.byteorder() {
            b'=' => Some(true),
            b'|' => None,
            order => Some((order == b'<') == cfg!(target_endian = "little")),
        }
    }

    /// The names of an item's fields, where it has some.
    pub fn names(&self) -> Option<Vec<String>> {
        ask(self, "names")
    }

    fn letter(&self, name: &str) -> u8 {
        ask::<String>(self, name).bytes().next().unwrap_or_default()
    }
}
