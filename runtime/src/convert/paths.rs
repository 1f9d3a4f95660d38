//! `PathBuf` and `&Path`, and Python's paths: `str`, and whatever has `__fspath__`.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::through::into_through;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::types::{PyAny, PyString, PyType};

/// `str | os.PathLike[str]`
const PATH_LIKE: Hint = Hint::Union(&[
    Hint::STR,
    Hint::Subscript(&Hint::Import("os", "PathLike"), &[Hint::STR]),
]);

/// What `__fspath__` gives.
#[inline]
fn file_system_path<'py>(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let class = object.get_type();
    if class.getattr_opt("__fspath__")?.is_none() {
        let name = super::type_name(object);
        return Err(PyTypeError::new_err(format!(
            "expected str or os.PathLike object, not {name}"
        )));
    }
    // SAFETY: a live object; a new reference to a str or a bytes object, or null with the exception set.
    let path: Bound<'_, PyAny> =
        unsafe { Bound::from_owned_or_err(object.py(), ffi::PyOS_FSPath(object.as_ptr()))? };
    if path.is_instance_of::<PyString>() {
        return Ok(path);
    }
    let message = format!(
        "expected {}.__fspath__() to return str, not {}",
        super::type_name(object),
        super::type_name(path.as_borrowed())
    );
    Err(PyTypeError::new_err(message))
}

/// What `os.fspath` takes, but for bytes.
impl<'a, 'py> FromPyObject<'a, 'py> for PathBuf {
    type Error = PyErr;

    const INPUT_HINT: Hint = PATH_LIKE;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let path: OsString = if object.is_instance_of::<PyString>() {
            object.extract()?
        } else {
            file_system_path(object)?.extract()?
        };
        Ok(path.into())
    }
}

/// Borrows from a `str`, as `&OsStr` does; a `pathlib.Path` has nothing to borrow and is refused: that takes
/// `Cow<Path>` or `PathBuf`.
impl<'a, 'py: 'a> FromPyObject<'a, 'py> for &'a Path {
    type Error = PyErr;

    const INPUT_HINT: Hint = Hint::STR;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        object.extract::<&OsStr>().map(Path::new)
    }
}

/// Borrows from a `str` where `&Path` can, and takes what `PathBuf` takes.
impl<'a, 'py: 'a> FromPyObject<'a, 'py> for Cow<'a, Path> {
    type Error = PyErr;

    const INPUT_HINT: Hint = PATH_LIKE;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if !object.is_instance_of::<PyString>() {
            return object.extract().map(Cow::Owned);
        }
        Ok(match object.extract::<Cow<'a, OsStr>>()? {
            Cow::Borrowed(text) => Cow::Borrowed(Path::new(text)),
            Cow::Owned(text) => Cow::Owned(text.into()),
        })
    }
}

/// A `pathlib.Path`.
impl<'py> IntoPyObject<'py> for &Path {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::Import("pathlib", "Path");

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        static PATH: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        PATH.import(py, "pathlib", "Path")?
            .call1((self.as_os_str(),))
    }
}

into_through! {
    PathBuf as &Path: |path| &path;
    &PathBuf as &Path: |path| path;
    Cow<'_, Path> as &Path: |path| &path;
    &Cow<'_, Path> as &Path: |path| path;
}
