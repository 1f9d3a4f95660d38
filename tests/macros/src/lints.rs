//! What an item allows, the code that is generated from it may do too.

/// Of these every use is a warning.
mod old {
    use mybind::IntoPyObject;
    use mybind::prelude::*;

    /// A type.
    #[deprecated = "write a number"]
    #[derive(Clone, Copy)]
    pub struct Number(pub i32);

    /// The default of a parameter.
    #[deprecated]
    pub(super) const ONE: i32 = 1;

    #[allow(deprecated)]
    impl<'a, 'py> FromPyObject<'a, 'py> for Number {
        type Error = PyErr;

        fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
            object.extract().map(Number)
        }
    }

    #[allow(deprecated)]
    impl<'py> IntoPyObject<'py> for Number {
        type Target = <i32 as IntoPyObject<'py>>::Target;
        type Output = <i32 as IntoPyObject<'py>>::Output;
        type Error = <i32 as IntoPyObject<'py>>::Error;

        fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
            self.0.into_pyobject(py)
        }
    }
}

/// Types and a default.
#[allow(deprecated, reason = "they are of the signature")]
#[mybind::mybind(signature = (number, other = old::ONE))]
#[must_use]
pub fn allowed(number: old::Number, other: i32) -> old::Number {
    old::Number(number.0 + other)
}

/// What the item itself has to fulfil.
#[mybind::mybind(overload = "(number: int) -> int", overload = "(number: bool) -> int")]
#[expect(deprecated)]
#[must_use]
pub fn expected(number: old::Number) -> i32 {
    number.0
}

/// A function that is deprecated in Rust alone.
#[mybind::mybind]
#[deprecated(since = "1.0.0", note = "call the other")]
#[must_use]
pub fn deprecated(number: i32) -> i32 {
    number
}

/// The same things inside of a module, and constants.
#[mybind::mybind(submodule)]
pub mod inside {
    use super::old;

    #[mybind]
    #[cfg_attr(all(), allow(deprecated), doc = "With a text.")]
    const NUMBER: old::Number = old::Number(1);

    #[mybind]
    #[deprecated]
    const OLD: i32 = 1;

    #[mybind(overload = "(number: int) -> int", overload = "(number: bool) -> int")]
    #[cfg_attr(any(), cfg(any()))]
    #[cfg_attr(all(), expect(deprecated))]
    fn allowed(number: old::Number) -> old::Number {
        number
    }

    #[deprecated]
    #[mybind]
    fn deprecated() {}

    #[mybind]
    #[allow(deprecated)]
    use super::deprecated as elsewhere;
}

/// A module that is a function.
///
/// # Errors
/// Those of the module.
#[mybind::mybind(module, submodule)]
#[allow(deprecated)]
pub fn filled(m: &mybind::Bound<'_, mybind::types::PyModule>) -> mybind::PyResult<()> {
    m.add("ONE", old::ONE)?;
    m.add("NUMBER", old::Number(1))
}

/// One that is deprecated.
///
/// # Errors
/// Those of the module.
#[mybind::mybind(module, submodule)]
#[deprecated]
pub fn old_module(m: &mybind::Bound<'_, mybind::types::PyModule>) -> mybind::PyResult<()> {
    m.add("TWO", 2)
}
