//! The smallest function.
use mybind::prelude::*;
/// Adds two numbers.
pub fn add(a: i32, b: i32) -> i32 {
    a + b
}
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
pub enum add {}
#[allow(unused_imports)]
use ::mybind::__private::outside_of_module::*;
const _: () = {
    use ::mybind::__private as __runtime;
    __runtime::assert_exported("add", __MYBIND_FUNCTIONS);
    const __PARAMETERS: __runtime::Parameters = __runtime::Parameters {
        function: "add",
        names: &["a", "b"],
        positional_only: 0,
        positional: 2,
        required: 2,
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
                let [a, b] = unsafe { __PARAMETERS.bind(py, args, nargs, kwnames) }?;
                let a = <i32 as __runtime::Argument>::required(&a, "a")?;
                let b = <i32 as __runtime::Argument>::required(&b, "b")?;
                <i32 as __runtime::ReturnValue>::into_result(add(a, b), py)
            },
        )
    }
    unsafe impl __runtime::Function for add {
        const METHOD: __runtime::MethodDef = __runtime::MethodDef::new(
            c"add",
            __trampoline,
            c"add(a, b)\n--\n\nAdds two numbers.",
        );
        const STUB: __runtime::Stub = __runtime::Stub {
            name: "add",
            body: &[
                __runtime::Piece::Text(
                    r#""arguments":{"args":[{"name":"a","annotation":"#,
                ),
                __runtime::Piece::Hint(<i32 as __runtime::Argument>::HINT),
                __runtime::Piece::Text(r#"},{"name":"b","annotation":"#),
                __runtime::Piece::Hint(<i32 as __runtime::Argument>::HINT),
                __runtime::Piece::Text(r#"}]},"returns":"#),
                __runtime::Piece::Hint(<i32 as __runtime::ReturnValue>::HINT),
                __runtime::Piece::Text(r#","doc":"Adds two numbers.""#),
            ],
        };
    }
};
