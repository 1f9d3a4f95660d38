//! `IntoPyObject` for types that become what another type becomes.

/// For types that can lend a `$lent`: `PathBuf` is converted as `&Path`.
macro_rules! into_through {
    ($($type:ty as &$lent:ty: |$value:ident| $lend:expr;)*) => {$(
        impl<'py> $crate::convert::IntoPyObject<'py> for $type {
            type Target = <&'static $lent as $crate::convert::IntoPyObject<'py>>::Target;
            type Output = <&'static $lent as $crate::convert::IntoPyObject<'py>>::Output;
            type Error = $crate::error::PyErr;

            const OUTPUT_HINT: $crate::hint::Hint =
                <&'static $lent as $crate::convert::IntoPyObject<'py>>::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: $crate::python::Python<'py>) -> $crate::error::PyResult<Self::Output> {
                let $value = self;
                let lent: &$lent = $lend;
                lent.into_pyobject(py)
            }
        }
    )*};
}
pub(super) use into_through;

/// For references to small values, which are copied.
macro_rules! into_copied {
    ($($type:ty),*) => {$(
        impl<'py> $crate::convert::IntoPyObject<'py> for &$type {
            type Target = <$type as $crate::convert::IntoPyObject<'py>>::Target;
            type Output = <$type as $crate::convert::IntoPyObject<'py>>::Output;
            type Error = $crate::error::PyErr;

            const OUTPUT_HINT: $crate::hint::Hint = <$type as $crate::convert::IntoPyObject<'py>>::OUTPUT_HINT;

            #[inline]
            fn into_pyobject(self, py: $crate::python::Python<'py>) -> $crate::error::PyResult<Self::Output> {
                (*self).into_pyobject(py)
            }
        }
    )*};
}
pub(super) use into_copied;
