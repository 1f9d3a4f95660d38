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
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    __runtime::assert_exported("add", __MYBIND_FUNCTIONS);
    unsafe impl __runtime::Function for add {
        const DECLARATION: __runtime::Declaration = __runtime::Declaration {
            name: c"add",
            doc: c"add(a, b)\n--\n\nAdds two numbers.",
            signature: &__runtime::Signature {
                positional_only: 0,
                required: 2,
                optional: 0,
                keyword_only: 0,
                required_keywords: 0b0,
                names: *b"\x01b\x01a\x03add\0",
            },
        };
        const STUB: &'static [__runtime::Piece] = &[
            __runtime::Piece::Text(r#""arguments":{"args":[{"name":"a","annotation":"#),
            <i32 as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(r#"},{"name":"b","annotation":"#),
            <i32 as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(r#"}]},"returns":"#),
            <i32 as __runtime::ReturnValue>::ANNOTATION,
            __runtime::Piece::Text(r#","doc":"Adds two numbers.""#),
        ];
        #[inline]
        fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
            call.run(
                (
                    __runtime::Required(<i32 as __runtime::Argument>::FROM_PYTHON),
                    (__runtime::Required(<i32 as __runtime::Argument>::FROM_PYTHON), ()),
                ),
                <i32 as __runtime::ReturnValue>::TO_PYTHON,
                |_py, a, b| add(a, b),
            )
        }
    }
};
