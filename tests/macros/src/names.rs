//! Names that the generated code uses too.

/// Items of the names of generated ones.
pub mod generated {
    use mybind::mybind;

    /// A user's item of the name of a generated one.
    pub const PARAMETERS: i32 = 1;
    /// Likewise.
    pub const METHOD: i32 = 2;
    /// Likewise.
    pub const STUB: i32 = 3;
    /// Likewise.
    pub struct Piece;
    /// Likewise.
    pub struct Hint;
    /// Likewise.
    pub trait Function {}
    /// Likewise.
    pub trait Argument {}
    impl Function for Piece {}
    impl Argument for Hint {}

    /// Likewise.
    #[mybind(signature = (a = PARAMETERS, b = METHOD, c = STUB))]
    #[must_use]
    pub fn trampoline(a: i32, b: i32, c: i32) -> i32 {
        a + b + c
    }
}

macro_rules! functions_called {
    ($($name:ident)*) => {$(
        /// A function of an unlucky name.
        #[mybind]
        pub fn $name(py: i32, args: i32, nargs: i32, kwnames: i32, module: i32, runtime: i32, self_: i32) -> i32 {
            py + args + nargs + kwnames + module + runtime + self_
        }
    )*};
}

/// Functions and parameters of the names of the generated variables.
pub mod called {
    use mybind::mybind;

    functions_called!(py args nargs kwnames module runtime self_ boundary required __trampoline_);

    /// The token under another name, beside a parameter called `py`.
    #[mybind(signature = (py, module = py(1, 2, 3, 4, 5, 6, 7)))]
    pub fn token(token: mybind::Python<'_>, py: i32, module: i32) -> i32 {
        i32::from(token.version_info().major) + py + module
    }
}

/// Python's names for Rust's.
pub mod raw {
    use mybind::mybind;

    /// Raw names.
    #[mybind(signature = (r#type, r#match = 1))]
    #[must_use]
    pub fn r#use(r#type: i32, r#match: i32) -> i32 {
        r#type * r#match
    }

    /// Letters beyond ASCII.
    #[mybind(signature = (größe, *, 長さ = 2))]
    #[must_use]
    pub fn größer(größe: i32, 長さ: i32) -> i32 {
        größe * 長さ
    }

    /// Names that are no names, or begin with an underscore.
    #[mybind]
    #[must_use]
    pub fn unnamed(_: i32, _x: i32, mut y: i32, _: i32) -> i32 {
        y += 1;
        y
    }
}

/// Modules whose items are called as generated variables are.
pub mod modules {
    use mybind::prelude::*;

    /// A module that is a function called `module`, and so is what fills it.
    ///
    /// # Errors
    /// Those of the module.
    #[mybind(module, submodule, name = "module_as_function", adds = (VERSION: &str))]
    pub fn module(py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
        m.add("VERSION", py.version())
    }

    /// One that is filled by such a function, and has such a constant.
    #[mybind(submodule)]
    pub mod fill {
        use mybind::prelude::*;

        #[mybind]
        #[allow(non_upper_case_globals)]
        const add: i32 = 1;

        #[mybind(init)]
        fn module(module: &Bound<'_, PyModule>) -> PyResult<()> {
            module.add_wrapped(wrap_pymodule!(super::module))
        }
    }
}
