//! Derived conversions of types that a user might write, however unlikely.

use std::collections::HashMap;
use std::marker::PhantomData;

use mybind::mybind;

/// Fields with the names of the generated code's variables.
#[derive(mybind::FromPyObject, mybind::IntoPyObject, mybind::IntoPyObjectRef, Clone, Debug)]
#[mybind(from_item_all)]
pub struct Names {
    /// As the token.
    pub py: i32,
    /// As the dict.
    #[mybind(default = {
        let object = py();
        if object > 1 {
            return 1;
        }
        object
    })]
    pub dict: i32,
    /// As the object.
    pub object: (i32,),
    /// A keyword of Rust.
    pub r#type: i32,
    #[doc = "A field of a `macro_rules!` is like this."]
    #[mybind(default)]
    pub names: Vec<Self>,
}

fn py() -> i32 {
    7
}

/// Their sum.
#[mybind]
#[must_use]
pub fn names_of_ours(names: Names) -> (i32, Names) {
    let sum = names.py + names.dict + names.object.0 + names.r#type;
    (sum, names)
}

/// Tuples, with visibility before types in parentheses.
#[derive(mybind::FromPyObject, mybind::IntoPyObject, mybind::IntoPyObjectRef)]
pub struct Tuple(
    pub i32,
    pub (i32, String),
    pub(crate) HashMap<String, (i32, Vec<Option<f64>>)>,
);

/// A newtype with a `where` clause behind it.
#[derive(mybind::FromPyObject, mybind::IntoPyObject, mybind::IntoPyObjectRef, Debug)]
pub struct Newtype<T: Copy + Into<f64> = f64>(pub T)
where
    T: PartialOrd<T>;

/// Everything that can be generic, and a function type with an arrow.
#[derive(mybind::FromPyObject, mybind::IntoPyObject)]
pub struct Generic<'py, T: Default = Vec<fn(i32) -> i32>, const N: usize = { 1 + 1 }>
where
    T: Clone,
    [u8; N]: Sized,
{
    /// Of the interpreter's lifetime.
    #[mybind(item)]
    pub handle: mybind::Bound<'py, mybind::PyAny>,
    /// Of a type parameter.
    #[mybind(item, default)]
    pub value: T,
    /// Of a const parameter.
    #[mybind(item("bytes"), default = [0; N])]
    pub array: [u8; N],
}

/// A field that is not converted.
#[derive(mybind::FromPyObject)]
pub struct Unconverted {
    /// Made out of nothing.
    #[mybind(item, default, from_py_with = nothing)]
    pub nothing: PhantomData<i32>,
    /// A method will do.
    #[mybind(item, from_py_with = <mybind::Bound<'_, mybind::PyAny>>::len)]
    pub length: usize,
}

fn nothing<T>(object: &mybind::Bound<'_, mybind::PyAny>) -> mybind::PyResult<PhantomData<T>> {
    object.is_truthy().map(|_| PhantomData)
}

macro_rules! converted {
    ($(#[$attribute:meta])* $vis:vis struct $name:ident { $($field:ident: $ty:ty = $default:expr,)* } $rule:literal) => {
        $(#[$attribute])*
        #[derive(mybind::FromPyObject, mybind::IntoPyObject)]
        #[mybind(from_item_all, rename_all = $rule)]
        $vis struct $name {
            $(
                /// Of a macro.
                #[mybind(default = $default)]
                $vis $field: $ty,
            )*
        }
    };
    ($name:ident($($variant:ident = $text:literal),*)) => {
        /// Of a macro.
        #[derive(mybind::FromPyObject, mybind::IntoPyObject)]
        pub enum $name {
            $(
                /// Of a macro.
                #[mybind(name = $text)]
                $variant,
            )*
        }
    };
}

converted! {
    /// Of a macro.
    pub struct Made { first_field: i32 = 1 + 2, second_field: Option<i32> = 5 - 4, } "camelCase"
}
converted!(Choice(First = "1st", Second = "2nd"));

/// What the macros made.
#[mybind]
#[must_use]
pub fn by_macro(made: Made, choice: Choice) -> (Made, Choice) {
    (made, choice)
}

/// Variants that are called like what the traits have.
#[derive(mybind::FromPyObject, mybind::IntoPyObject, mybind::IntoPyObjectRef, Clone)]
pub enum Outcome {
    /// A text.
    Target,
    /// A value.
    Output(i32),
    /// Fields.
    Error {
        /// A field.
        message: String,
    },
}

/// By value and by reference.
#[mybind]
pub fn outcomes(
    py: mybind::Python<'_>,
    outcome: Outcome,
) -> mybind::PyResult<(mybind::Py<mybind::PyAny>, Outcome)> {
    use mybind::IntoPyObjectExt;
    Ok(((&outcome).into_py_any(py)?, outcome))
}

/// The runtime crate under another name, nothing of the prelude, and names that generated code might want.
pub mod shadowed {
    use crate::renamed::runtime::bindings;

    /// Shadows.
    pub struct Result;
    /// Likewise.
    pub struct Option;
    /// Likewise.
    #[allow(non_camel_case_types)]
    pub struct str;
    /// Likewise.
    pub mod core {}
    /// Likewise.
    pub mod std {}

    /// A struct.
    #[derive(bindings::FromPyObject, bindings::IntoPyObject, bindings::IntoPyObjectRef)]
    #[mybind(crate = crate::renamed::runtime::bindings, from_item_all)]
    pub struct Struct {
        /// A field.
        #[mybind(default)]
        pub field: i32,
        /// One that is converted by a function.
        #[mybind(into_py_with = into_any)]
        pub other: i32,
    }

    fn into_any<'py>(
        value: ::std::borrow::Cow<'_, i32>,
        py: bindings::Python<'py>,
    ) -> bindings::PyResult<bindings::Bound<'py, bindings::PyAny>> {
        bindings::IntoPyObjectExt::into_bound_py_any(value.into_owned() + 1, py)
    }

    /// An enum.
    #[derive(bindings::FromPyObject, bindings::IntoPyObject, bindings::IntoPyObjectRef)]
    #[mybind(crate = crate::renamed::runtime::bindings)]
    pub enum Enum {
        /// A text.
        Some,
        /// A struct.
        None(Struct),
        /// A tuple.
        Ok(i32, i64),
        /// Fields.
        Err {
            /// A field.
            py: i32,
        },
    }
}

/// From there, and of a type inside a function.
///
/// # Errors
/// Those of the conversion.
#[mybind]
pub fn elsewhere_too(
    value: shadowed::Enum,
    py: mybind::Python<'_>,
) -> mybind::PyResult<(shadowed::Enum, mybind::Py<mybind::PyAny>)> {
    #[derive(mybind::IntoPyObject)]
    struct Inside<'a, T> {
        value: &'a str,
        other: T,
    }
    let inside = Inside {
        value: "inside",
        other: 1,
    };
    Ok((value, mybind::IntoPyObjectExt::into_py_any(inside, py)?))
}
