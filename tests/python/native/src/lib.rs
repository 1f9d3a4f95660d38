//! `pkg._native`: a module inside a Python package. No prelude is in scope here, nor a crate called `mybind`.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn, clippy::pedantic)]

/// The native half of `pkg`.
#[bindings::mybind(crate = bindings, name = "_native")]
pub mod half {
    /// How often.
    #[mybind(name = "Count")]
    pub const COUNT: u8 = 3;

    /// Counts.
    #[must_use]
    #[mybind(signature = (text, letter = 'a'))]
    pub fn count(text: &str, letter: char) -> usize {
        text.chars().filter(|found| *found == letter).count()
    }

    /// Panics.
    ///
    /// # Panics
    /// Always.
    #[mybind]
    pub fn panic() {
        panic!("from pkg")
    }

    /// A module two levels below the package.
    #[mybind]
    pub mod deep {
        #[mybind]
        use super::super::outside;
    }

    /// What the module is called.
    ///
    /// # Errors
    /// When it has no name.
    #[mybind(pass_module)]
    pub fn name(
        module: &bindings::Bound<'_, bindings::types::PyModule>,
    ) -> bindings::PyResult<String> {
        Ok(module.name()?.to_string())
    }
}

/// Is written outside of the module.
#[must_use]
#[bindings::mybind(crate = bindings)]
pub fn outside(gen: i32) -> i32 {
    gen + 1
}
