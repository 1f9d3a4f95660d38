//! A module with everything that can be in one.

use mybind::prelude::*;

#[mybind]
fn twice(x: f64) -> f64 {
    2.0 * x
}

/// Numbers.
#[mybind(detach, interpreters = "shared_gil")]
pub mod numbers_ {
    use super::*;

    macro_rules! multiples {
        ($($name:ident = $factor:literal),*) => {$(
            #[mybind]
            fn $name(x: i64) -> i64 {
                $factor * x
            }
        )*};
    }

    #[mybind]
    use super::twice as double;

    /// How many.
    #[mybind]
    const COUNT: i32 = 3;

    #[mybind(functions = (triple, quadruple))]
    multiples!(triple = 3, quadruple = 4);

    /// Half of it.
    #[mybind]
    fn half(x: f64) -> f64 {
        x / 2.0
    }

    #[mybind]
    #[cfg(windows)]
    fn only_there() {}

    /// Whole numbers.
    #[mybind(name = "integers")]
    mod whole {
        #[mybind]
        fn successor(x: u64) -> u64 {
            x.wrapping_add(1)
        }
    }

    #[mybind(init)]
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("BUILT_FOR", std::env::consts::OS)
    }
}
