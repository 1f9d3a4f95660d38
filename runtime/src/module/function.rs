use std::ffi::{CStr, c_char};

use super::{ModuleDefinition, submodule};
use crate::call::{Call, trampoline};
use crate::error::PyResult;
use crate::ffi;
use crate::object::Bound;
use crate::parameters::Signature;
use crate::python::Python;
use crate::stub::Piece;
use crate::types::{PyCFunction, PyModule};

/// What the marker type of a `#[mybind]` function implements.
///
/// # Safety
/// [`call`](Self::call) [runs](Call::run) the call with one conversion for each of the [declared](Self::DECLARATION) parameters, of the
/// parameter's kind and in the order of `ConversionList`. The names that are declared are as
/// [`Signature::names`] says, and as many as are counted.
pub unsafe trait Function {
    /// What the interpreter is told of the function.
    const DECLARATION: Declaration;
    /// The members `arguments`, `returns` and `doc` of its record for the stub.
    const STUB: &'static [Piece];

    /// Calls the function: [`Call::run`] with its conversions, and gives what that gives.
    fn call(call: Call<'_>) -> *mut ffi::PyObject;
}

/// A function as Python shows it.
pub struct Declaration {
    /// Its name in Python.
    pub name: &'static CStr,
    /// Its docstring, with the text signature in front.
    pub doc: &'static CStr,
    /// What its arguments are bound by.
    pub signature: &'static Signature,
}

/// A `PyMethodDef`: name, C function, calling convention and docstring
/// (<https://docs.python.org/3/c-api/structures.html#c.PyMethodDef>).
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct MethodDef(ffi::PyMethodDef);

// SAFETY: it points to constants.
unsafe impl Sync for MethodDef {}
// SAFETY: it points to constants.
unsafe impl Send for MethodDef {}

impl MethodDef {
    /// What ends a method table.
    pub const END: MethodDef = MethodDef(ffi::PyMethodDef::zeroed());

    /// A function that the interpreter calls by way of [`trampoline`], with the calling convention
    /// `METH_FASTCALL | METH_KEYWORDS` whatever its parameters: on a call by position it costs nothing, and CPython 3.11 and
    /// later specialise it.
    #[inline]
    pub const fn of<F: Function>() -> Self {
        MethodDef(ffi::PyMethodDef {
            ml_name: F::DECLARATION.name.as_ptr(),
            ml_meth: ffi::PyMethodDefPointer {
                PyCFunctionFastWithKeywords: trampoline::<F>,
            },
            ml_flags: ffi::METH_FASTCALL | ffi::METH_KEYWORDS,
            ml_doc: F::DECLARATION.doc.as_ptr(),
        })
    }

    /// The docstring under another name: the text signature in front of it begins with the function's name.
    #[inline]
    pub const fn doc_pieces(&self, name: &'static str) -> [Piece; 2] {
        let (own, doc) = (text(self.0.ml_name), text(self.0.ml_doc));
        let (own_bytes, bytes) = (own.as_bytes(), doc.as_bytes());
        let mut index = 0;
        while index < own_bytes.len() && index < bytes.len() && own_bytes[index] == bytes[index] {
            index += 1;
        }
        let has_signature = index == own_bytes.len() && index < bytes.len() && bytes[index] == b'(';
        match has_signature {
            true => [
                Piece::Text(name),
                Piece::Text(text_of(bytes.split_at(index).1)),
            ],
            false => [Piece::Text(""), Piece::Text(doc)],
        }
    }

    /// Whether this is [`END`](Self::END).
    #[inline]
    pub(super) const fn is_end(&self) -> bool {
        self.0.ml_name.is_null()
    }

    /// The names of the functions in the table that begins with `first`.
    ///
    /// # Safety
    /// The table is static, and ends with [`END`](Self::END).
    #[inline]
    pub(super) unsafe fn names(first: *const MethodDef) -> impl Iterator<Item = &'static [u8]> {
        (0..).map_while(move |index| {
            // SAFETY: the caller's promise: nothing is read behind the end, and a name is a C string.
            unsafe {
                let name = (*first.add(index)).0.ml_name;
                (!name.is_null()).then(|| CStr::from_ptr(name).to_bytes())
            }
        })
    }

    /// The same function under another name, with the docstring that [`doc_pieces`](Self::doc_pieces) are; the end of a table
    /// stays one.
    #[inline]
    pub const fn renamed(mut self, name: &'static CStr, doc: &'static CStr) -> Self {
        if self.is_end() {
            return self;
        }
        self.0.ml_name = name.as_ptr();
        self.0.ml_doc = doc.as_ptr();
        self
    }

    #[inline]
    pub(super) const fn as_ptr(&'static self) -> *mut ffi::PyMethodDef {
        (&raw const self.0).cast_mut()
    }
}

/// The text of a pointer that [`MethodDef::of`] got from a `CStr`; none in [`MethodDef::END`].
#[inline]
const fn text(pointer: *const c_char) -> &'static str {
    if pointer.is_null() {
        return "";
    }
    // SAFETY: it came from a `&'static CStr`.
    text_of(unsafe { CStr::from_ptr(pointer) }.to_bytes())
}

#[inline]
pub(super) const fn text_of(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("names and docstrings are UTF-8"),
    }
}

/// A `#[mybind]` function as a value, to be added to a module when that is imported: `function!(path)`.
#[derive(Clone, Copy)]
pub struct FunctionDefinition {
    method: &'static MethodDef,
}

impl FunctionDefinition {
    #[doc(hidden)]
    #[inline]
    pub const fn of<F: Function>() -> Self {
        FunctionDefinition {
            method: const { &MethodDef::of::<F>() },
        }
    }

    /// The function as a Python object without a module.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn into_function(self, py: Python<'_>) -> PyResult<Bound<'_, PyCFunction>> {
        self.bind(py, None)
    }

    #[doc(hidden)]
    #[inline]
    pub fn wrap<'py>(self, scope: impl FunctionScope<'py>) -> PyResult<Bound<'py, PyCFunction>> {
        scope.make(self)
    }

    /// `__module__` is the name of `module`, and `__self__` the module.
    #[inline]
    fn bind<'py>(
        self,
        py: Python<'py>,
        module: Option<&Bound<'py, PyModule>>,
    ) -> PyResult<Bound<'py, PyCFunction>> {
        let name = module.map(Bound::<PyModule>::name).transpose()?;
        let this = module.map(Bound::as_any);
        // SAFETY: the definition is static, and its C function takes any module, or null.
        unsafe { PyCFunction::bind(py, self.method.as_ptr(), this, name.as_ref()) }
    }
}

/// What [`add_function`](crate::Bound::add_function) can add to a module: `function!(f)`, or a function that is an object
/// already, as `wrap_pyfunction!(f, module)?` is.
pub trait ModuleFunction<'py>: sealed::Sealed {
    #[doc(hidden)]
    fn in_module(self, module: &Bound<'py, PyModule>) -> PyResult<Bound<'py, PyCFunction>>;
}

/// Where [`wrap_pyfunction!`](crate::wrap_pyfunction) makes a function: in a module, or with a mere `Python<'_>`.
pub trait FunctionScope<'py>: sealed::Sealed {
    #[doc(hidden)]
    fn make(self, function: FunctionDefinition) -> PyResult<Bound<'py, PyCFunction>>;
}

/// What [`add_wrapped`](crate::Bound::add_wrapped) can add to a module: `wrap_pyfunction!(f)`, `function!(f)` or `wrap_pymodule!(m)`.
#[diagnostic::on_unimplemented(
    message = "`add_wrapped` cannot add this to a module",
    label = "neither `wrap_pyfunction!(f)` nor `wrap_pymodule!(m)`",
    note = "a function that is made already is added with `add_function`, a module with `add_submodule`"
)]
pub trait Wrapped<'py> {
    #[doc(hidden)]
    fn add_to(self, module: &Bound<'py, PyModule>) -> PyResult<()>;
}

mod sealed {
    pub trait Sealed {}
}

impl sealed::Sealed for FunctionDefinition {}
impl sealed::Sealed for Python<'_> {}
impl sealed::Sealed for Bound<'_, PyModule> {}
impl sealed::Sealed for Bound<'_, PyCFunction> {}
impl<T: sealed::Sealed> sealed::Sealed for &T {}

impl<'py> ModuleFunction<'py> for FunctionDefinition {
    #[inline]
    fn in_module(self, module: &Bound<'py, PyModule>) -> PyResult<Bound<'py, PyCFunction>> {
        self.bind(module.py(), Some(module))
    }
}

impl<'py> ModuleFunction<'py> for Bound<'py, PyCFunction> {
    #[inline]
    fn in_module(self, _module: &Bound<'py, PyModule>) -> PyResult<Bound<'py, PyCFunction>> {
        Ok(self)
    }
}

impl<'py> FunctionScope<'py> for Python<'py> {
    #[inline]
    fn make(self, function: FunctionDefinition) -> PyResult<Bound<'py, PyCFunction>> {
        function.bind(self, None)
    }
}

impl<'py> FunctionScope<'py> for &Bound<'py, PyModule> {
    #[inline]
    fn make(self, function: FunctionDefinition) -> PyResult<Bound<'py, PyCFunction>> {
        function.bind(self.py(), Some(self))
    }
}

impl<'py> FunctionScope<'py> for Bound<'py, PyModule> {
    #[inline]
    fn make(self, function: FunctionDefinition) -> PyResult<Bound<'py, PyCFunction>> {
        (&self).make(function)
    }
}

impl<'py, T: FunctionScope<'py> + Copy> FunctionScope<'py> for &T {
    #[inline]
    fn make(self, function: FunctionDefinition) -> PyResult<Bound<'py, PyCFunction>> {
        (*self).make(function)
    }
}

impl<'py> Wrapped<'py> for FunctionDefinition {
    #[inline]
    fn add_to(self, module: &Bound<'py, PyModule>) -> PyResult<()> {
        module.add_function(self)
    }
}

/// What `wrap_pyfunction!(f)` is. It is called with the module, so that the function knows it.
impl<'py, F> Wrapped<'py> for &F
where
    F: Fn(Bound<'py, PyModule>) -> PyResult<Bound<'py, PyCFunction>>,
{
    #[inline]
    fn add_to(self, module: &Bound<'py, PyModule>) -> PyResult<()> {
        module.add_function(self(module.clone())?)
    }
}

impl<'py> Wrapped<'py> for ModuleDefinition {
    #[inline]
    fn add_to(self, module: &Bound<'py, PyModule>) -> PyResult<()> {
        let submodule = self.submodule();
        let name = submodule.name();
        let registered = submodule::add_all(module, &[submodule]).inspect_err(|_| {
            // Its own initialisation failed, which is the error to be told.
            let _ = module.delattr(name);
        })?;
        let names = module.index()?;
        if !names.contains(name)? {
            names.append(name)?;
        }
        registered.keep();
        Ok(())
    }
}

impl<'py> Bound<'py, PyModule> {
    /// Adds a `#[mybind]` function: `module.add_function(function!(f))`, or `module.add_function(wrap_pyfunction!(f, module)?)`.
    ///
    /// # Errors
    /// MemoryError, and those of [`add`](Self::add).
    #[inline]
    pub fn add_function(&self, function: impl ModuleFunction<'py>) -> PyResult<()> {
        let function = function.in_module(self)?;
        self.add(function.getattr("__name__")?.cast_into()?, function)
    }

    /// Adds a `#[mybind]` function, or a `#[mybind]` module, which can then be imported by its dotted name:
    /// `module.add_wrapped(wrap_pymodule!(inner))`.
    ///
    /// # Errors
    /// MemoryError, and what the inner module's own initialisation raises.
    #[inline]
    pub fn add_wrapped(&self, wrapped: impl Wrapped<'py>) -> PyResult<()> {
        wrapped.add_to(self)
    }
}

/// A `#[mybind]` function as a value, for [`add_function`](crate::Bound::add_function).
///
/// ```
/// use mybind::prelude::*;
///
/// #[mybind]
/// fn add(a: i32, b: i32) -> i32 {
///     a + b
/// }
///
/// fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
///     module.add_function(function!(add))
/// }
/// ```
#[macro_export]
macro_rules! function {
    ($function:path) => {{
        #[allow(unused_qualifications, reason = "the path is as it was written")]
        const FUNCTION: $crate::FunctionDefinition = $crate::FunctionDefinition::of::<$function>();
        FUNCTION
    }};
}

/// A `#[mybind]` function as an object: `wrap_pyfunction!(f, module)?`, with `py` instead of a module that it shall not know.
/// `wrap_pyfunction!(f)` is a function that makes it, to be called with a module or a token, and for
/// [`add_wrapped`](crate::Bound::add_wrapped).
///
/// ```
/// use mybind::prelude::*;
///
/// #[mybind]
/// fn add(a: i32, b: i32) -> i32 {
///     a + b
/// }
///
/// #[mybind(module, submodule)]
/// fn calculator(m: &Bound<'_, PyModule>) -> PyResult<()> {
///     m.add_function(wrap_pyfunction!(add, m)?)?;
///     m.add("VERSION", "1.0")
/// }
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! wrap_pyfunction {
    ($function:path) => {
        &|scope| $crate::function!($function).wrap(scope)
    };
    ($function:path, $scope:expr) => {
        $crate::function!($function).wrap($scope)
    };
}

/// A `#[mybind]` module as a value, for [`add_wrapped`](crate::Bound::add_wrapped). Called with a token, `wrap_pymodule!(m)(py)`, it makes
/// the module, a `Py<PyModule>` that nothing has been told of yet.
///
/// # Panics
/// When it is called and the module's own initialisation fails; Python gets its exception.
#[macro_export]
macro_rules! wrap_pymodule {
    ($($module:ident)::+) => {
        $crate::__private::ModuleDefinition::of::<$($module)::+::__MybindModule>()
    };
}
