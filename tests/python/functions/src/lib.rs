//! Every option and conversion of `#[mybind]`, for the tests in Python beside it.

#![deny(warnings, missing_docs, unsafe_op_in_unsafe_fn)]
#![allow(uncommon_codepoints, confusable_idents, mixed_script_confusables)]
#![allow(clippy::too_many_arguments, clippy::type_complexity)] // what is tested is just that

mod conversions;
mod defaults;
mod errors;
mod names;
mod options;
mod threads;

use mybind::prelude::*;

mod elsewhere {
    use mybind::prelude::*;

    /// Is brought in by a group.
    #[mybind]
    pub fn grouped() -> &'static str {
        "grouped"
    }

    /// Is brought in under another name.
    #[mybind]
    pub fn original_name() -> &'static str {
        "original"
    }

    /// A module of its own file.
    #[mybind(submodule)]
    pub mod imported {
        #[mybind]
        use super::grouped;
        /// Where it is.
        #[mybind]
        const PLACE: &str = "elsewhere";
    }
}

/// The module's own words.
///
/// In two paragraphs.
#[mybind]
mod functions {
    use super::*;

    #[mybind]
    use super::conversions::{
        echo_any, echo_array, echo_array_bytes, echo_array_string, echo_bool, echo_btree_map,
        echo_btree_set, echo_bytes, echo_char, echo_cow, echo_f32, echo_f64, echo_hash_map,
        echo_hash_set, echo_i8, echo_i16, echo_i32, echo_i64, echo_i128, echo_isize, echo_option,
        echo_option_list, echo_option_str, echo_option_string, echo_py_bool, echo_py_dict,
        echo_py_float, echo_py_int, echo_py_list, echo_py_mapping, echo_py_sequence, echo_py_set,
        echo_py_string, echo_py_tuple, echo_py_type, echo_slice, echo_str, echo_string,
        echo_tuple1, echo_tuple2, echo_tuple12, echo_u8, echo_u16, echo_u32, echo_u64, echo_u128,
        echo_unbound, echo_unbound_list, echo_usize, echo_vec, echo_vec_float, echo_vec_option,
        echo_vec_string, echo_vec_vec, list_of_signed, sum, unit, unit_result,
    };
    #[mybind(submodule)]
    use super::elsewhere::imported;
    #[mybind]
    use super::options::{
        converted, deprecated, documented, documented_in_parts, function_in_body, module_and_more,
        module_name, original, refused, told, undocumented, untold,
    };
    #[mybind]
    use super::{elsewhere::grouped, elsewhere::original_name as other_name};

    /// A constant.
    #[mybind]
    const INT: i32 = -7;
    #[mybind]
    const TEXT: &str = "text é";
    #[mybind]
    const FLOATS: [f64; 2] = [0.5, 1.5];
    #[mybind(name = "pair")]
    const PAIR: (i32, Option<&str>) = (1, None);
    #[cfg(doctest)]
    #[mybind]
    const ABSENT: i32 = 1;

    /// Is written inside, detached like its module.
    #[mybind]
    fn inside(a: i32, b: i32) -> i32 {
        a + b
    }

    /// Is not exported.
    fn hidden() -> &'static str {
        "added"
    }

    macro_rules! multiples {
        ($($name:ident = $value:expr),*) => {$(
            /// Made inside of the module.
            #[mybind]
            fn $name(factor: i32) -> i32 {
                factor * $value
            }
        )*};
    }
    #[mybind(functions = (fourfold, fivefold))]
    multiples!(fourfold = 4, fivefold = 5);

    /// Defaults.
    #[mybind]
    mod defaults {
        #[mybind]
        use super::super::defaults::{
            bytes, containers, converted, expression, floats, hidden, literals, not_a_number,
            options, paths, returning, scopes,
        };
    }

    /// Errors.
    #[mybind]
    mod errors {
        #[mybind]
        use super::super::errors::{
            boxed_parse_error, call, call_with_cause, chain, chain_to_exception, io_error,
            io_round_trip, literal_message, message, open, os_error, own_error, panic, panic_any,
            panic_detached, panic_in_default, panic_in_drop, panic_is_an_error, panic_with,
            parse_float, parse_int, utf8, utf8_slice,
        };
    }

    /// Hostile names.
    #[mybind]
    mod names {
        #[mybind]
        use super::super::names::{
            Ok, aliases, args, byte, double, größe, lifetimes, made_in_parts, r#match, mutable,
            nameless, only_one, parameters, py, token_last, trampoline, triple, variadic_any,
            variadic_converted, variadic_handles, variadic_optional, variadic_owned,
        };
    }

    /// Threads, all detached unless they say otherwise.
    #[mybind(detach)]
    mod threads {
        use super::*;

        #[mybind]
        use super::super::threads::{
            attach_for_ever, call_from_foreign_threads, count_letters, detach_often,
            drop_on_foreign_thread, keep, kept, meet,
        };

        /// Detached, since the module says so.
        #[mybind]
        fn gather(calls: usize, milliseconds: u64) -> bool {
            crate::threads::meet(calls, milliseconds)
        }

        /// Not detached.
        #[mybind(detach = false)]
        fn attached<'py>(
            py: Python<'py>,
            value: &Bound<'py, PyAny>,
        ) -> (Bound<'py, PyAny>, Py<PyAny>) {
            (value.clone(), py.None())
        }
    }

    /// One level down.
    #[mybind]
    mod sub {
        /// One level down.
        #[mybind]
        fn level() -> u8 {
            1
        }

        /// Two levels down.
        #[mybind]
        mod deep {
            /// Two levels down.
            #[mybind]
            fn level() -> u8 {
                2
            }

            #[mybind(init)]
            fn fill(py: Python<'_>, module: &Bound<'_, PyModule>) -> PyResult<()> {
                module.add("name_at_init", module.name()?)?;
                module.add("none_at_init", py.None())
            }

            use super::super::*;
        }
    }

    // By its name and parameter, as well as by `#[mybind(init)]`.
    #[mybind]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        /// Is added by the initialiser.
        #[mybind]
        fn added_function(text: &str) -> String {
            format!("added {text}")
        }
        module.add("added", hidden())?;
        module.add_function(function!(added_function))
    }
}
