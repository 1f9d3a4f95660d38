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
    use ::mybind::__private as __runtime;
    __runtime::assert_exported("sum_of_squares", __MYBIND_FUNCTIONS);
    const __PARAMETERS: __runtime::Parameters = __runtime::Parameters {
        function: "squares",
        names: &["numbers"],
        positional_only: 0,
        positional: 1,
        required: 1,
        required_keywords: &[],
    };
    #[forbid(unsafe_op_in_unsafe_fn)]
    unsafe extern "C" fn __trampoline(
        _module: *mut __runtime::Object,
        args: *const *mut __runtime::Object,
        nargs: __runtime::Py_ssize_t,
        kwnames: *mut __runtime::Object,
    ) -> *mut __runtime::Object {
        __runtime::boundary(
            unsafe { __runtime::Python::assume_attached() },
            |py| {
                __runtime::warn::<__runtime::PyDeprecationWarning>(py, c"use numpy")?;
                let [numbers] = unsafe { __PARAMETERS.bind(py, args, nargs, kwnames) }?;
                let numbers = <Vec<
                    i64,
                > as __runtime::Argument>::required(&numbers, "numbers")?;
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
    unsafe impl __runtime::Function for sum_of_squares {
        const METHOD: __runtime::MethodDef = __runtime::MethodDef::new(
            c"squares",
            __trampoline,
            c"squares(numbers)\n--\n\nThe sum of the squares, while other threads run.\n\n# Errors\nWhen the sum is too large.",
        );
        const STUB: __runtime::Stub = __runtime::Stub {
            name: "squares",
            body: &[
                __runtime::Piece::Text(
                    r#""arguments":{"args":[{"name":"numbers","annotation":"#,
                ),
                __runtime::Piece::Hint(<Vec<i64> as __runtime::Argument>::HINT),
                __runtime::Piece::Text(r#"}]},"returns":"#),
                __runtime::Piece::Hint(
                    <Result<i64, String> as __runtime::ReturnValue>::HINT,
                ),
                __runtime::Piece::Text(
                    r#","doc":"The sum of the squares, while other threads run.\n\n# Errors\nWhen the sum is too large.""#,
                ),
            ],
        };
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
    use ::mybind::__private as __runtime;
    __runtime::assert_exported("describe", __MYBIND_FUNCTIONS);
    const __PARAMETERS: __runtime::Parameters = __runtime::Parameters {
        function: "describe",
        names: &["size"],
        positional_only: 0,
        positional: 1,
        required: 0,
        required_keywords: &[],
    };
    #[forbid(unsafe_op_in_unsafe_fn)]
    unsafe extern "C" fn __trampoline(
        module_: *mut __runtime::Object,
        args: *const *mut __runtime::Object,
        nargs: __runtime::Py_ssize_t,
        kwnames: *mut __runtime::Object,
    ) -> *mut __runtime::Object {
        __runtime::boundary(
            unsafe { __runtime::Python::assume_attached() },
            |py_| {
                let [size] = unsafe { __PARAMETERS.bind(py_, args, nargs, kwnames) }?;
                let py = py_;
                let module = unsafe { __runtime::module_argument(py_, module_) }?;
                let module = <&Bound<
                    '_,
                    PyModule,
                > as __runtime::Argument>::required(&module, "module")?;
                let size = __runtime::argument_or(
                    &size,
                    "size",
                    length,
                    || __runtime::DefaultFor::into_default(0),
                )?;
                <PyResult<
                    String,
                > as __runtime::ReturnValue>::into_result(
                    describe(py, module, size),
                    py_,
                )
            },
        )
    }
    unsafe impl __runtime::Function for describe {
        const METHOD: __runtime::MethodDef = __runtime::MethodDef::new(
            c"describe",
            __trampoline,
            c"describe(size=0)\n--\n\nThe length and the name of the module.\n\n# Errors\nWhen the module has no name.",
        );
        const STUB: __runtime::Stub = __runtime::Stub {
            name: "describe",
            body: &[
                __runtime::Piece::Text(
                    r#""arguments":{"args":[{"name":"size","annotation":"#,
                ),
                __runtime::Piece::Hint(__runtime::Hint::ANY),
                __runtime::Piece::Text(
                    r#","default":{"type":"constant","kind":"int","value":"0"}}]},"returns":"#,
                ),
                __runtime::Piece::Hint(
                    <PyResult<String> as __runtime::ReturnValue>::HINT,
                ),
                __runtime::Piece::Text(
                    r#","doc":"The length and the name of the module.\n\n# Errors\nWhen the module has no name.""#,
                ),
            ],
        };
    }
};
