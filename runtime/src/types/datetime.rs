//! `datetime`'s types.
//!
//! They are looked up in the module and called, per interpreter. The C API's own table of them
//! (`PyDateTimeAPI`) is a pointer for the whole process into memory that the interpreter which imported it may free at
//! its end (until 3.12), it is not part of the limited API, and an interpreter with a GIL of its own has another
//! `datetime` on 3.12, written in Python. Only the parts of a value are read where C keeps them, if its class is C's.

mod access;
mod delta;
mod moment;
mod zone;

pub use access::{PyDateAccess, PyDeltaAccess, PyTimeAccess, PyTzInfoAccess};
pub use delta::PyDelta;
pub use moment::{PyDate, PyDateTime, PyTime};
pub use zone::PyTzInfo;

#[cfg(not(Py_LIMITED_API))]
use std::ffi::CStr;

use crate::convert::FromPyObjectOwned;
use crate::error::PyResult;
#[cfg(not(Py_LIMITED_API))]
use crate::ffi;
use crate::object::{Bound, Py};
use crate::panic::unwind;
use crate::python::Python;
use crate::types::{PyAny, PyType};

/// A class of `datetime` in one interpreter.
struct Class {
    object: Py<PyType>,
    /// Whether it is C's: its instances, and those of its subclasses, begin with the struct of the C API.
    #[cfg(not(Py_LIMITED_API))]
    is_native: bool,
}

impl Class {
    /// Looks for the class of that name in the module.
    #[inline]
    fn find(py: Python<'_>, name: &str) -> PyResult<Class> {
        let found = py
            .import("datetime")?
            .getattr(name)?
            .cast_into::<PyType>()?;
        let class = genuine(&found, name)?.unwrap_or(found);
        Ok(Class {
            #[cfg(not(Py_LIMITED_API))]
            is_native: is_native(&class, name),
            object: class.unbind(),
        })
    }

    /// A part of an instance, by the class's own descriptor: a subclass may define the attribute anew.
    ///
    /// # Panics
    /// When memory runs out, or when the instance was never initialized, as only classes written in Python allow.
    #[inline]
    fn part<'py, T: FromPyObjectOwned<'py>>(&self, object: &Bound<'py, PyAny>, name: &str) -> T {
        let class = self.object.bind(object.py());
        let part = class
            .getattr(name)
            .and_then(|descriptor| descriptor.call_method1("__get__", (object, class)))
            .and_then(|part| part.extract().map_err(Into::into));
        part.unwrap_or_else(|error| unwind(error))
    }
}

/// The class behind a stand-in: tests that freeze the time put a subclass in its place for a while.
#[inline]
fn genuine<'py>(found: &Bound<'py, PyType>, name: &str) -> PyResult<Option<Bound<'py, PyType>>> {
    for class in found.mro().iter() {
        let class = class.cast_into::<PyType>()?;
        let module = class.module()?;
        let is_here = matches!(module.to_str()?, "datetime" | "_pydatetime");
        if is_here && class.name()?.to_str()? == name {
            return Ok(Some(class));
        }
    }
    Ok(None)
}

/// Whether the class is that of CPython's C code: static, as no class made by Python code is, and of that name.
#[cfg(not(Py_LIMITED_API))]
#[inline]
fn is_native(class: &Bound<'_, PyType>, name: &str) -> bool {
    let class = class.as_type_ptr();
    // SAFETY: a live type object; the name of a static one is C text that lives as long.
    unsafe {
        ffi::PyType_HasFeature(class, ffi::Py_TPFLAGS_HEAPTYPE) == 0
            && CStr::from_ptr((*class).tp_name)
                .to_str()
                .ok()
                .and_then(|full| full.strip_prefix("datetime."))
                == Some(name)
    }
}

/// Declares the marker of a class of `datetime`.
macro_rules! datetime_type {
    ($(#[$attribute:meta])* $marker:ident, $name:literal) => {
        $(#[$attribute])*
        ///
        /// Whatever needs the class panics when the module `datetime` cannot be imported.
        pub struct $marker(());

        impl $crate::object::DerefToPyAny for $marker {}

        impl $marker {
            #[inline]
            pub(super) fn class(py: $crate::python::Python<'_>) -> &'static super::Class {
                static CLASS: $crate::sync::PyOnceLock<super::Class> = $crate::sync::PyOnceLock::new();
                match CLASS.get(py) {
                    Some(class) => class,
                    None => CLASS.get_or_init(py, || match super::Class::find(py, $name) {
                        Ok(class) => class,
                        Err(error) => $crate::panic::unwind(error),
                    }),
                }
            }
        }

        // SAFETY: the class is kept alive, one for each interpreter. Nothing is taken for granted of its instances.
        unsafe impl $crate::type_object::PyTypeInfo for $marker {
            const NAME: &'static str = $name;
            const TYPE_HINT: $crate::hint::Hint = $crate::hint::Hint::Import("datetime", $name);

            #[inline]
            fn type_object_raw(py: $crate::python::Python<'_>) -> *mut $crate::ffi::PyTypeObject {
                Self::class(py).object.bind(py).as_type_ptr()
            }
        }
    };
}
use datetime_type;

/// A number in an instance of the class: read by the C API's macro if the class is C's, else an attribute.
#[cfg(not(Py_LIMITED_API))]
macro_rules! part {
    ($object:expr, $marker:ident, $name:literal, $read:ident) => {{
        let class = $marker::class($object.py());
        if class.is_native {
            // SAFETY: an instance of C's class or of a subclass, whose struct the macro reads. The numbers never change.
            unsafe { $crate::ffi::$read($object.as_ptr()) as i32 }
        } else {
            class.part::<i32>($object, $name)
        }
    }};
}

/// The limited API has no such macros.
#[cfg(Py_LIMITED_API)]
macro_rules! part {
    ($object:expr, $marker:ident, $name:literal, $read:ident) => {
        $marker::class($object.py()).part::<i32>($object, $name)
    };
}
use part;

/// Implements a trait by the numbers in an instance; in C they are in range of their types.
macro_rules! parts {
    ($trait:ident for $marker:ident: $($method:ident -> $int:ident, $name:literal, $read:ident;)*) => {
        impl $trait for $crate::object::Bound<'_, $marker> {
            $(
                #[inline]
                fn $method(&self) -> $int {
                    super::part!(self, $marker, $name, $read) as $int
                }
            )*
        }
    };
}
use parts;
