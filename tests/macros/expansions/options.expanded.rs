//! What the options of a function change.
use mybind::prelude::*;
/// Converts by a function instead of a type.
pub fn length(object: &Bound<'_, PyAny>) -> PyResult<usize> {
    object.len()
}
/// The sum of the squares, while other threads run.
///
/// # Errors
/// When the sum is too large.
pub fn sum_of_squares(numbers: Vec<i64>) -> Result<i64, String> {
    let square = |number: i64| number.checked_mul(number);
    let add = |sum: i64, number: i64| sum.checked_add(square(number)?);
    numbers.into_iter().try_fold(0, add).ok_or_else(|| "too large".to_owned())
}
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
pub enum sum_of_squares {}
#[allow(unused_imports)]
use ::mybind::__private::outside_of_module::*;
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    __runtime::assert_exported("sum_of_squares", __MYBIND_FUNCTIONS);
    unsafe impl __runtime::Function for sum_of_squares {
        const DECLARATION: __runtime::Declaration = __runtime::Declaration {
            name: c"squares",
            doc: c"squares(numbers)\n--\n\nThe sum of the squares, while other threads run.\n\n# Errors\nWhen the sum is too large.",
            signature: &__runtime::Signature {
                positional_only: 0,
                required: 1,
                optional: 0,
                keyword_only: 0,
                required_keywords: 0b0,
                names: *b"\x07numbers\x07squares\0",
            },
        };
        const STUB: &'static [__runtime::Piece] = &[
            __runtime::Piece::Text(
                r#""arguments":{"args":[{"name":"numbers","annotation":"#,
            ),
            <Vec<i64> as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(r#"}]},"returns":"#),
            <Result<i64, String> as __runtime::ReturnValue>::ANNOTATION,
            __runtime::Piece::Text(
                r#","doc":"The sum of the squares, while other threads run.\n\n# Errors\nWhen the sum is too large.""#,
            ),
        ];
        #[inline]
        fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
            call.run(
                (
                    __runtime::Required(<Vec<i64> as __runtime::Argument>::FROM_PYTHON),
                    (),
                ),
                __runtime::AsItIs,
                |py, numbers| {
                    __runtime::warn::<
                        __runtime::PyDeprecationWarning,
                    >(py, c"use numpy")?;
                    <Result<
                        i64,
                        String,
                    > as __runtime::ReturnValue>::into_result(
                        __runtime::detached(py, || sum_of_squares(numbers)),
                        py,
                    )
                },
            )
        }
    }
};
/// The length and the name of the module.
///
/// # Errors
/// When the module has no name.
pub fn describe(
    py: Python<'_>,
    module: &Bound<'_, PyModule>,
    size: usize,
) -> PyResult<String> {
    let version = py.version_info();
    Ok(format!("{} {size} {}", module.name() ?, version.major))
}
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
pub enum describe {}
#[allow(unused_imports)]
use ::mybind::__private::outside_of_module::*;
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    __runtime::assert_exported("describe", __MYBIND_FUNCTIONS);
    unsafe impl __runtime::Function for describe {
        const DECLARATION: __runtime::Declaration = __runtime::Declaration {
            name: c"describe",
            doc: c"describe(size=0)\n--\n\nThe length and the name of the module.\n\n# Errors\nWhen the module has no name.",
            signature: &__runtime::Signature {
                positional_only: 0,
                required: 0,
                optional: 1,
                keyword_only: 0,
                required_keywords: 0b0,
                names: *b"\x04size\x08describe\0",
            },
        };
        const STUB: &'static [__runtime::Piece] = &[
            __runtime::Piece::Text(
                r#""arguments":{"args":[{"name":"size","annotation":"#,
            ),
            __runtime::Piece::Hint(__runtime::Hint::ANY),
            __runtime::Piece::Text(
                r#","default":{"type":"constant","kind":"int","value":"0"}}]},"returns":"#,
            ),
            <PyResult<String> as __runtime::ReturnValue>::ANNOTATION,
            __runtime::Piece::Text(
                r#","doc":"The length and the name of the module.\n\n# Errors\nWhen the module has no name.""#,
            ),
        ];
        #[inline]
        fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
            call.run(
                (
                    __runtime::Optional(__runtime::With(length)),
                    (
                        __runtime::ModuleArgument(
                            <&Bound<'_, PyModule> as __runtime::Argument>::FROM_PYTHON,
                        ),
                        (),
                    ),
                ),
                <PyResult<String> as __runtime::ReturnValue>::TO_PYTHON,
                |py_, size, module| describe(
                    py_,
                    module,
                    size.unwrap_or_else(|| __runtime::DefaultFor::into_default(0)),
                ),
            )
        }
    }
};
