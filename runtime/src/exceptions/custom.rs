//! Exception classes that the C API has no variable for: each is looked up or made once per interpreter.

use std::ffi::CString;

use crate::error::{PyErr, PyResult};
use crate::object::{Bound, Py};
use crate::panic::unwind;
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::types::{PyModule, PyType};

/// The class `name` of `module`, imported once per interpreter.
///
/// # Panics
/// When it cannot be imported, or is no exception class.
#[doc(hidden)]
#[inline]
pub fn imported_class(
    py: Python<'_>,
    class: &'static PyOnceLock<Py<PyType>>,
    module: &str,
    name: &str,
) -> &'static Py<PyType> {
    let import = || -> PyResult<Py<PyType>> {
        let class = PyModule::import(py, module)?
            .getattr(name)?
            .cast_into::<PyType>()?;
        exception_class(class)
    };
    class
        .get_or_try_init(py, import)
        .unwrap_or_else(|error| unwind(error))
}

/// The new class `module.name`, made once per interpreter.
///
/// # Panics
/// When it cannot be made.
#[doc(hidden)]
#[inline]
pub fn created_class(
    py: Python<'_>,
    class: &'static PyOnceLock<Py<PyType>>,
    module: &str,
    name: &str,
    base: &Bound<'_, PyType>,
    doc: Option<&str>,
) -> &'static Py<PyType> {
    let create = || -> PyResult<Py<PyType>> {
        let name = CString::new(format!("{module}.{name}"))?;
        let doc = doc.map(CString::new).transpose()?;
        PyErr::new_type(py, &name, doc.as_deref(), Some(base), None)
    };
    class
        .get_or_try_init(py, create)
        .unwrap_or_else(|error| unwind(error))
}

/// This class, if it is one of exceptions.
///
/// # Errors
/// TypeError when it is not.
#[inline]
pub(crate) fn exception_class(class: Bound<'_, PyType>) -> PyResult<Py<PyType>> {
    if class.is_subclass_of::<super::PyBaseException>()? {
        Ok(class.unbind())
    } else {
        Err(super::PyTypeError::new_err("not an exception class"))
    }
}

/// What all macros for such classes declare alike: the marker, `new_err`, and its type object by `$class`.
#[doc(hidden)]
#[macro_export]
macro_rules! __exception_marker {
    ($(#[$attribute:meta])* $marker:ident, $name:expr, $hint:expr, |$py:ident, $once:ident| $class:expr) => {
        $(#[$attribute])*
        pub struct $marker(());

        impl $crate::exceptions::DerefToPyAny for $marker {}

        impl $crate::ToPyErr for $marker {}

        // SAFETY: the class is of the interpreter that the thread is attached to, as `bind` makes sure, and lives for ever,
        // as its type says. Nothing is taken for granted of its instances.
        unsafe impl $crate::PyTypeInfo for $marker {
            const NAME: &'static str = $name;
            const TYPE_HINT: $crate::Hint = $hint;

            #[inline]
            fn type_object_raw($py: $crate::Python<'_>) -> *mut $crate::ffi::PyTypeObject {
                static CLASS: $crate::sync::PyOnceLock<$crate::Py<$crate::types::PyType>> =
                    $crate::sync::PyOnceLock::new();
                let $once = &CLASS;
                let class: &'static $crate::Py<$crate::types::PyType> = $class;
                class.bind($py).as_type_ptr()
            }
        }

        #[allow(dead_code, reason = "an exception may only be caught")]
        impl $marker {
            /// An exception of this class, to be made when Python sees it.
            #[cold]
            pub fn new_err<A>(args: A) -> $crate::PyErr
            where
                A: $crate::PyErrArguments + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                $crate::PyErr::new::<Self, A>(args)
            }
        }
    };
}

/// Declares a marker for an exception class that Python code defines: `import_exception!(socket, gaierror)`, or with
/// a dotted module `import_exception!(concurrent.futures, CancelledError)`.
///
/// It is imported when first used, once per interpreter. When that fails, its use panics.
///
/// ```
/// mybind::import_exception!(json, JSONDecodeError);
///
/// fn parse() -> mybind::PyResult<()> {
///     Err(JSONDecodeError::new_err(("no value", "", 0)))
/// }
/// ```
#[macro_export]
macro_rules! import_exception {
    ($module:expr, $name:ident $(,)?) => {
        $crate::__exception_marker! {
            #[doc = concat!("`", stringify!($module), ".", stringify!($name), "`")]
            #[allow(non_camel_case_types, reason = "Python's own name")]
            $name, stringify!($name), $crate::Hint::Import(stringify!($module), stringify!($name)),
            |py, class| $crate::exceptions::imported_class(py, class, stringify!($module), stringify!($name))
        }

        $crate::__export_class! {
            $name, ::core::option::Option::None, "attribute",
            [
                $crate::__private::Piece::Text(r#""value":"#),
                $crate::__private::Piece::Hint(<$name as $crate::PyTypeInfo>::TYPE_HINT),
            ]
        }
    };
}

/// Declares a new exception class and its marker: `create_exception!(my_module, MyError, PyValueError, "What it means.")`.
///
/// The class is made when first used, once per interpreter. A module exports it by `#[mybind] use super::MyError;`, or by
/// `#[mybind]` on the invocation inside of the module; then it is in the stub too. `my_module` becomes its `__module__`, with
/// the packages in front of it that the module turns out to be in. A class that it derives from must be exported as well, or
/// the stub says `Any` for it.
///
/// ```
/// use mybind::prelude::*;
/// use mybind::{create_exception, exceptions::PyException};
///
/// create_exception!(my_module, ModelError, PyException, "The model is broken.");
///
/// #[mybind]
/// fn check() -> PyResult<()> {
///     Err(ModelError::new_err("no weights"))
/// }
///
/// #[mybind(submodule)]
/// mod my_module {
///     #[mybind]
///     use super::{check, ModelError};
/// }
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! create_exception {
    ($module:expr, $name:ident, $base:ty $(,)?) => {
        $crate::create_exception!(@ $module, $name, $base, ::core::option::Option::None, "An exception class.", []);
    };
    ($module:expr, $name:ident, $base:ty, $doc:expr $(,)?) => {
        $crate::create_exception!(@ $module, $name, $base, ::core::option::Option::Some($doc), $doc, [
            $crate::__private::Piece::Text(r#","doc":""#),
            $crate::__private::Piece::Escaped($doc),
            $crate::__private::Piece::Text("\""),
        ]);
    };
    (@ $module:expr, $name:ident, $base:ty, $doc:expr, $rust_doc:expr, [$($stub_doc:expr,)*]) => {
        $crate::__exception_marker! {
            #[doc = $rust_doc]
            #[allow(non_camel_case_types, reason = "Python's own name")]
            $name, stringify!($name), $crate::Hint::Class(concat!(module_path!(), "::", stringify!($name))),
            |py, class| {
                let base = <$base as $crate::PyTypeInfo>::type_object(py);
                let (module, name) = (stringify!($module), stringify!($name));
                $crate::exceptions::created_class(py, class, module, name, &base, $doc)
            }
        }

        $crate::__export_class! {
            $name, ::core::option::Option::Some(stringify!($module)), "class",
            [
                $crate::__private::Piece::Text(r#""id":""#),
                $crate::__private::Piece::Escaped(concat!(module_path!(), "::", stringify!($name))),
                $crate::__private::Piece::Text(r#"","bases":["#),
                $crate::__private::Piece::Hint(<$base as $crate::PyTypeInfo>::TYPE_HINT),
                $crate::__private::Piece::Text("]"),
                $($stub_doc,)*
            ]
        }
    };
}

/// Lets a module export the class of an exception; `$record` is its own part of its record for the stub.
#[doc(hidden)]
#[macro_export]
macro_rules! __export_class {
    ($marker:ident, $module:expr, $kind:literal, [$($record:expr,)*]) => {
        // SAFETY: no entry of the method table.
        unsafe impl $crate::__private::Export for $marker {
            const METHOD: $crate::__private::MethodDef = $crate::__private::MethodDef::END;
            const ADD: ::core::option::Option<$crate::__private::AddTo> = ::core::option::Option::Some(|module, name| {
                let class = <$marker as $crate::PyTypeInfo>::type_object(module.py());
                $crate::exceptions::add_class(module, name, &class, $module)
            });
            const RECORD: &'static str = concat!(r#"{"type":""#, $kind, r#"","name":""#);
            const STUB: $crate::__private::Stub = $crate::__private::Stub {
                name: stringify!($marker),
                body: &[$($record),*],
            };
        }
    };
}
