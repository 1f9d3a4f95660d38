//! The runtime crate under another name, and nothing of the prelude in scope.

/// Where the runtime is.
pub mod runtime {
    pub use mybind as bindings;
}

/// A function.
#[runtime::bindings::mybind(crate = crate::renamed::runtime::bindings)]
#[must_use]
pub fn elsewhere(a: i32) -> i32 {
    a
}

/// A module.
#[runtime::bindings::mybind(crate = crate::renamed::runtime::bindings)]
pub mod renamed_runtime {
    /// Shadows what generated code might want.
    pub struct Result;
    /// Likewise.
    pub struct Option;
    /// Likewise.
    pub mod core {}
    /// Likewise.
    pub mod std {}

    #[mybind]
    use super::elsewhere;

    /// Likewise.
    #[mybind(name = "none")]
    const NONE: &str = "None";

    #[mybind]
    fn __runtime(x: i32) -> i32 {
        x
    }

    #[mybind]
    mod inner {
        #[mybind]
        fn f() {}
    }
}
