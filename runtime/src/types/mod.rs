//! Handles: one type parameter of [`Bound`](crate::Bound) and [`Py`](crate::Py) per Python type.
//!
//! A handle's methods are those of `Bound<'py, ThatType>`; besides, every handle has those of `Bound<'py, PyAny>`, which
//! go through Python's own protocols.

#![allow(
    clippy::len_without_is_empty,
    reason = "each `len` has an `is_empty` of its own kind, which the lint mixes up"
)]

pub(crate) mod any;
mod attributes;
mod boolean;
mod byte_strings;
mod call;
#[doc(hidden)]
pub mod capsule;
#[doc(hidden)]
pub mod code;
mod datetime;
pub(crate) mod dict;
pub(crate) mod function;
#[doc(hidden)]
pub mod iterator;
mod list;
mod mapping;
mod memoryview;
mod methods;
mod module;
mod numbers;
mod operators;
mod sequence;
mod set;
mod singletons;
#[doc(hidden)]
pub mod slice;
mod string;
mod traceback;
mod tuple;
mod type_handle;
mod views;
mod weakref;

#[doc(hidden)]
pub use crate::places::types::{bytes, context, frozenset, iter};
pub use any::PyAny;
pub use boolean::PyBool;
pub use byte_strings::{PyByteArray, PyBytes, PyBytesWriter};
pub use call::PyCallArgs;
pub use capsule::{CapsuleName, PyCapsule};
pub use code::{PyCode, PyCodeInput, PyContext, PyFrame, PyFunction};
pub use datetime::{PyDate, PyDateTime, PyDelta, PyTime, PyTzInfo};
pub use datetime::{PyDateAccess, PyDeltaAccess, PyTimeAccess, PyTzInfoAccess};
pub use dict::{DictIterator, IntoPyDict, PyDict};
pub use function::PyCFunction;
pub use iterator::{PyIterator, PySendResult};
pub use list::{ListIterator, PyList};
pub use mapping::PyMapping;
pub use memoryview::PyMemoryView;
#[cfg(all(feature = "numpy", any(not(Py_LIMITED_API), Py_3_11)))]
pub(crate) use methods::method_traits;
pub use methods::{
    PyAnyMethods, PyBoolMethods, PyByteArrayMethods, PyBytesMethods, PyCapsuleMethods,
    PyCodeMethods, PyComplexMethods, PyDictMethods, PyFloatMethods, PyFrameMethods,
    PyFrozenSetMethods, PyListMethods, PyMappingMethods, PyMappingProxyMethods, PyModuleMethods,
    PyRangeMethods, PySequenceMethods, PySetMethods, PySliceMethods, PyStringMethods,
    PyTracebackMethods, PyTupleMethods, PyTypeMethods, PyWeakrefMethods,
};
pub use module::PyModule;
pub use numbers::{PyComplex, PyFloat, PyInt};
pub use operators::CompareOp;
pub use sequence::PySequence;
pub use set::{PyFrozenSet, PyFrozenSetBuilder, PySet, SetIterator};
pub use singletons::{PyEllipsis, PyNone, PyNotImplemented};
pub use slice::{PyRange, PySlice, PySliceIndices};
pub use string::PyString;
pub use traceback::PyTraceback;
pub use tuple::{BorrowedTupleIterator, PyTuple, TupleIterator};
pub use type_handle::PyType;
pub use views::{PyDictItems, PyDictKeys, PyDictValues, PyGenericAlias, PyMappingProxy, PySuper};
pub use weakref::{PyWeakref, PyWeakrefProxy, PyWeakrefReference};

/// Declares the marker of a built-in type whose type object is a static of the C API.
///
/// `check` is the C API's own test, where it has one that is quicker than a look at the MRO.
macro_rules! builtin_type {
    ($(#[$attribute:meta])* $marker:ident, $name:literal, $hint:expr, $object:ident $(, check: $check:ident)?) => {
        $(#[$attribute])*
        pub struct $marker(());

        impl $crate::object::DerefToPyAny for $marker {}

        // SAFETY: the type object is a static of libpython, valid in every interpreter.
        unsafe impl $crate::type_object::PyTypeInfo for $marker {
            const NAME: &'static str = $name;
            const TYPE_HINT: $crate::hint::Hint = $hint;

            #[inline]
            fn type_object_raw(_py: $crate::python::Python<'_>) -> *mut $crate::ffi::PyTypeObject {
                &raw mut $crate::ffi::$object
            }

            $(
                #[inline]
                fn is_type_of(object: &$crate::object::Bound<'_, $crate::types::PyAny>) -> bool {
                    // SAFETY: a live object; the check reads flags of its type.
                    unsafe { $crate::ffi::$check(object.as_ptr()) != 0 }
                }
            )?
        }
    };
}
use builtin_type;

/// Declares the marker of a type that the limited API has no variable for: a module's attribute, imported once per interpreter.
macro_rules! imported_type {
    ($(#[$attribute:meta])* $marker:ident, $module:literal, $attribute_name:literal, $name:literal) => {
        $(#[$attribute])*
        pub struct $marker(());

        impl $crate::object::DerefToPyAny for $marker {}

        // SAFETY: the type is of the interpreter that the thread is attached to, as `bind` makes sure, and lives as long as
        // that. Nothing is taken for granted of its instances but what Python itself would find.
        unsafe impl $crate::type_object::PyTypeInfo for $marker {
            const NAME: &'static str = $name;
            const TYPE_HINT: $crate::hint::Hint = Hint::Import($module, $attribute_name);

            #[inline]
            fn type_object_raw(py: $crate::python::Python<'_>) -> *mut $crate::ffi::PyTypeObject {
                static TYPE: $crate::sync::PyOnceLock<$crate::Py<$crate::types::PyType>> =
                    $crate::sync::PyOnceLock::new();
                TYPE.import(py, $module, $attribute_name)
                    .unwrap_or_else(|error| $crate::panic::unwind(error))
                    .as_type_ptr()
            }
        }
    };
}
use imported_type;

/// Comparisons of a handle, owned or borrowed, with a value of Rust's or a reference to one.
macro_rules! equal_to {
    ($(#[$attribute:meta])* $marker:ident: $value:ty = |$handle:ident, $other:ident| $equal:expr) => {
        equal_to! { @ $(#[$attribute])* (Bound<'_, $marker>) $value = |$handle, $other| $equal }
        equal_to! { @ $(#[$attribute])* (Borrowed<'_, '_, $marker>) $value = |$handle, $other| $equal }

        impl PartialEq<$value> for &Bound<'_, $marker> {
            #[inline]
            fn eq(&self, other: &$value) -> bool {
                **self == *other
            }
        }

        impl PartialEq<&Bound<'_, $marker>> for $value {
            #[inline]
            fn eq(&self, other: &&Bound<'_, $marker>) -> bool {
                **other == *self
            }
        }
    };
    (@ $(#[$attribute:meta])* ($reference:ty) $value:ty = |$handle:ident, $other:ident| $equal:expr) => {
        $(#[$attribute])*
        impl PartialEq<$value> for $reference {
            #[inline]
            fn eq(&self, $other: &$value) -> bool {
                let $handle = self;
                $equal
            }
        }

        impl PartialEq<&$value> for $reference {
            #[inline]
            fn eq(&self, other: &&$value) -> bool {
                *self == **other
            }
        }

        impl PartialEq<$reference> for $value {
            #[inline]
            fn eq(&self, other: &$reference) -> bool {
                *other == *self
            }
        }

        impl PartialEq<$reference> for &$value {
            #[inline]
            fn eq(&self, other: &$reference) -> bool {
                *other == **self
            }
        }
    };
}
use equal_to;

/// A length or an index as the C API wants it. Lengths in memory always fit, and an index that does not is
/// out of range either way.
#[inline]
fn to_ssize(index: usize) -> crate::ffi::Py_ssize_t {
    index.try_into().unwrap_or(crate::ffi::Py_ssize_t::MAX)
}

/// A length that the C API gave.
///
/// # Errors
/// The exception that was raised when it is negative.
#[inline]
fn to_length(py: crate::Python<'_>, length: crate::ffi::Py_ssize_t) -> crate::PyResult<usize> {
    usize::try_from(length).map_err(|_| crate::PyErr::fetch(py))
}
