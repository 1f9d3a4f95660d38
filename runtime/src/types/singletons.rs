use crate::ffi;
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, DerefToPyAny};
use crate::python::Python;
use crate::type_object::PyTypeInfo;
use crate::types::PyAny;

/// Declares the marker of a type with one instance.
macro_rules! singleton {
    ($(#[$attribute:meta])* $marker:ident, $name:literal, $hint:expr, $get:ident) => {
        $(#[$attribute])*
        pub struct $marker(());

        impl DerefToPyAny for $marker {}

        // SAFETY: the type of an object that lives as long as its interpreter.
        unsafe impl PyTypeInfo for $marker {
            const NAME: &'static str = $name;
            const TYPE_HINT: Hint = $hint;

            #[inline]
            fn type_object_raw(_py: Python<'_>) -> *mut ffi::PyTypeObject {
                // SAFETY: the object lives, and so does its type.
                unsafe { ffi::Py_TYPE(ffi::$get()) }
            }

            #[inline]
            fn is_type_of(object: &Bound<'_, PyAny>) -> bool {
                // SAFETY: the object lives; nothing else is of its type.
                object.as_ptr() == unsafe { ffi::$get() }
            }

            #[inline]
            fn is_exact_type_of(object: &Bound<'_, PyAny>) -> bool {
                Self::is_type_of(object)
            }
        }

        impl $marker {
            /// The object.
            #[inline]
            pub fn get<'py>(py: Python<'py>) -> Borrowed<'py, 'py, $marker> {
                // SAFETY: the object lives as long as its interpreter.
                unsafe { Borrowed::from_borrowed(py, ffi::$get()) }
            }
        }
    };
}

singleton! {
    /// The type of `None`.
    PyNone, "NoneType", Hint::None, Py_None
}
singleton! {
    /// The type of `...`.
    PyEllipsis, "ellipsis", Hint::Import("types", "EllipsisType"), Py_Ellipsis
}
singleton! {
    /// The type of `NotImplemented`.
    PyNotImplemented, "NotImplementedType", Hint::Import("types", "NotImplementedType"), Py_NotImplemented
}
