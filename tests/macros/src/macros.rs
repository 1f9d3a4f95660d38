//! Items that macros write.

macro_rules! function {
    ($(#[$attribute:meta])* $vis:vis fn $name:ident($($argument:ident: $ty:ty),* $(,)?) -> $ret:ty { $default:expr } $body:block) => {
        $(#[$attribute])*
        #[mybind::mybind(signature = ($($argument = $default),*))]
        $vis fn $name($($argument: $ty),*) -> $ret $body
    };
}

macro_rules! item {
    ($item:item) => {
        #[mybind::mybind]
        $item
    };
}

macro_rules! local {
    ($ty:ty) => {
        /// A parameter whose name the macro gives.
        #[mybind::mybind]
        #[must_use]
        pub fn local(args: $ty, py: mybind::Python<'_>) -> $ty {
            let _ = py;
            args
        }
    };
}

function! {
    /// From its parts.
    #[must_use]
    pub fn from_parts(args: Option<i32>, b: Option<Vec<u8>>,) -> Option<i32> { None } {
        args.map(|a| a + i32::from(b.is_some()))
    }
}

macro_rules! signature {
    ($first:expr, $second:expr, $third:ident) => {
        /// With a signature of expressions.
        #[mybind::mybind(signature = ($first, $second, *$third))]
        #[must_use]
        pub fn from_expressions(a: i32, b: i32, $third: Vec<i32>) -> i32 {
            a * b + $third.iter().sum::<i32>()
        }
    };
}

signature!(a, b = 1 + 2, rest);

item! {
    /// Whole.
    #[must_use]
    pub fn whole(a: i32) -> i32 {
        a
    }
}

local!(Option<String>);

item! {
    /// A module.
    pub mod macro_module {
        #[mybind]
        use super::{from_parts, local, whole as renamed};

        /// Written inside.
        #[mybind]
        fn inside(x: i32) -> i32 {
            x
        }
    }
}
