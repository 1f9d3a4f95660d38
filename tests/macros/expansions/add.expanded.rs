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
    unsafe impl __runtime::Function for add {
        const DECLARATION: __runtime::Declaration = __runtime::Declaration {
            name: c"add",
            doc: c"add(a, b)\n--\n\nAdds two numbers.",
            parameters: &__runtime::Parameters {
                function: "add",
                names: &["a", "b"],
                positional_only: 0,
                positional: 2,
                required: 2,
                required_keywords: &[],
            },
            stub: &[
                __runtime::Piece::Text(
                    r#""arguments":{"args":[{"name":"a","annotation":"#,
                ),
                <i32 as __runtime::Argument>::ANNOTATION,
                __runtime::Piece::Text(r#"},{"name":"b","annotation":"#),
                <i32 as __runtime::Argument>::ANNOTATION,
                __runtime::Piece::Text(r#"}]},"returns":"#),
                <i32 as __runtime::ReturnValue>::ANNOTATION,
                __runtime::Piece::Text(r#","doc":"Adds two numbers.""#),
            ],
        };
        #[inline]
        #[forbid(unsafe_op_in_unsafe_fn)]
        unsafe fn call(
            py: __runtime::Python<'_>,
            _module: *mut __runtime::Object,
            args: *const *mut __runtime::Object,
            nargs: __runtime::Py_ssize_t,
            kwnames: *mut __runtime::Object,
        ) -> __runtime::PyResult<*mut __runtime::Object> {
            let mut slots = __runtime::Slots::new();
            let ([a, b], []) = unsafe {
                Self::DECLARATION.parameters.bind(py, args, nargs, kwnames, &mut slots)
            }?;
            let a = <i32 as __runtime::Argument>::required(a, "a")?;
            let b = <i32 as __runtime::Argument>::required(b, "b")?;
            <i32 as __runtime::ReturnValue>::into_result(add(a, b), py)
        }
    }
};
