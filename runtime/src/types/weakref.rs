use super::{PyAny, builtin_type};
use crate::convert::{IntoPyObject, IntoPyObjectExt};
use crate::error::PyResult;
use crate::ffi;
use crate::hint::Hint;
use crate::object::{Bound, BoundObject, DerefToPyAny};
use crate::panic::unwind;
use crate::type_object::{PyTypeCheck, PyTypeInfo};

builtin_type! {
    /// `weakref.ReferenceType`: what knows an object without keeping it alive.
    PyWeakrefReference, "weakref.ReferenceType", Hint::Subscript(&Hint::Import("weakref", "ReferenceType"), &[Hint::ANY]),
    _PyWeakref_RefType, check: PyWeakref_CheckRef
}

/// `weakref.ProxyType` or `weakref.CallableProxyType`: stands for an object without keeping it alive.
pub struct PyWeakrefProxy(());

impl DerefToPyAny for PyWeakrefProxy {}

// SAFETY: `PyWeakref_CheckProxy` looks at the object's type, not at what `__class__` says.
unsafe impl PyTypeCheck for PyWeakrefProxy {
    const NAME: &'static str = "weakref.ProxyType";
    const TYPE_HINT: Hint = Hint::ANY;

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PyWeakref_CheckProxy(object.as_ptr()) != 0 }
    }
}

/// A weak reference of either kind.
pub struct PyWeakref(());

impl DerefToPyAny for PyWeakref {}

// SAFETY: `PyWeakref_Check` looks at the object's type.
unsafe impl PyTypeCheck for PyWeakref {
    const NAME: &'static str = "weakref";
    const TYPE_HINT: Hint = Hint::ANY;

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::PyWeakref_Check(object.as_ptr()) != 0 }
    }
}

macro_rules! weak_references {
    ($($marker:ident: $new:ident;)*) => {$(
        impl $marker {
            /// A weak reference to `object`.
            ///
            /// # Errors
            /// TypeError when there can be none to an object of this kind.
            #[inline]
            pub fn new<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, $marker>> {
                Self::new_with(object, object.py().None())
            }

            /// As [`new`](Self::new), with what is called when the object is gone.
            ///
            /// # Errors
            /// As [`new`](Self::new).
            #[inline]
            pub fn new_with<'py, C: IntoPyObject<'py>>(
                object: &Bound<'py, PyAny>,
                callback: C,
            ) -> PyResult<Bound<'py, $marker>> {
                let callback = callback.into_pyobject_or_pyerr(object.py())?;
                // SAFETY: two live objects; the result is a new reference, or null.
                unsafe {
                    let weak = ffi::$new(object.as_ptr(), callback.as_borrowed().as_ptr());
                    Bound::from_owned_or_err(object.py(), weak)
                }
            }
        }
    )*};
}

weak_references! {
    PyWeakrefReference: PyWeakref_NewRef;
    PyWeakrefProxy: PyWeakref_NewProxy;
}

macro_rules! upgrades {
    ($($marker:ident)*) => {$(
        impl<'py> Bound<'py, $marker> {
            /// The object, if it still lives.
            ///
            /// # Panics
            /// When this is no weak reference any more, which only unsafe code can bring about.
            #[inline]
            pub fn upgrade(&self) -> Option<Bound<'py, PyAny>> {
                upgrade(self)
            }

            /// The object, if it still lives, as a `T`.
            ///
            /// # Errors
            /// TypeError when it is no `T`.
            #[inline]
            pub fn upgrade_as<T: PyTypeCheck>(&self) -> PyResult<Option<Bound<'py, T>>> {
                Ok(upgrade(self).map(Bound::cast_into).transpose()?)
            }

            /// The object, if it still lives, as a `T` and of no class that derives from it.
            ///
            /// # Errors
            /// TypeError when it is none.
            #[inline]
            pub fn upgrade_as_exact<T: PyTypeInfo>(&self) -> PyResult<Option<Bound<'py, T>>> {
                Ok(upgrade(self).map(Bound::cast_into_exact).transpose()?)
            }
        }
    )*};
}

upgrades!(PyWeakref PyWeakrefReference PyWeakrefProxy);

#[inline]
fn upgrade<'py>(weak: &Bound<'py, PyAny>) -> Option<Bound<'py, PyAny>> {
    let mut object = std::ptr::null_mut();
    // SAFETY: a weak reference, as the handle's type says; what is written is a new reference, or null.
    let (status, object) = unsafe {
        let status = ffi::compat::PyWeakref_GetRef(weak.as_ptr(), &mut object);
        (status, Bound::from_owned_or_opt(weak.py(), object))
    };
    match crate::error::check_status(weak.py(), status) {
        Ok(()) => object,
        Err(error) => unwind(error),
    }
}
