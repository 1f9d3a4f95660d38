//! What the stub says beside what the types say.
use mybind::prelude::*;
/// Half, or halves.
#[must_use]
pub fn half(number: f64, parts: Option<i32>) -> f64 {
    number / f64::from(1 + parts.unwrap_or(1))
}
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
pub enum half {}
#[allow(unused_imports)]
use ::mybind::__private::outside_of_module::*;
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    __runtime::assert_exported("half", __MYBIND_FUNCTIONS);
    unsafe impl __runtime::Function for half {
        const DECLARATION: __runtime::Declaration = __runtime::Declaration {
            name: c"half",
            doc: c"half(number, parts=1)\n--\n\nHalf, or halves.",
            signature: &__runtime::Signature {
                positional_only: 0,
                required: 1,
                optional: 1,
                keyword_only: 0,
                required_keywords: 0b0,
                names: *b"\x05parts\x06number\x04half\0",
            },
        };
        const STUB: &'static [__runtime::Piece] = &[
            __runtime::Piece::Text(
                r#""arguments":{"args":[{"name":"number","annotation":"#,
            ),
            __runtime::Piece::Hint(__runtime::Hint::Name("int")),
            __runtime::Piece::Text(r#"},{"name":"parts","annotation":"#),
            __runtime::Piece::Hint(__runtime::Hint::None),
            __runtime::Piece::Text(
                r#","default":{"type":"constant","kind":"ellipsis"}}]},"returns":"#,
            ),
            __runtime::Piece::Hint(
                __runtime::Hint::Union(
                    &[
                        __runtime::Hint::Name("float"),
                        __runtime::Hint::Subscript(
                            &__runtime::Hint::Name("tuple"),
                            &[
                                __runtime::Hint::Name("float"),
                                __runtime::Hint::Name("float"),
                            ],
                        ),
                    ],
                ),
            ),
            __runtime::Piece::Text(
                r#","decorators":[{"type":"attribute","value":{"type":"name","id":"typing"},"attr":"overload"}]"#,
            ),
            __runtime::Piece::Further(
                &[::core::concat!(::core::module_path!(), "::half#1")],
            ),
            __runtime::Piece::Text(r#","doc":"Half, or halves.""#),
        ];
        #[inline]
        fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
            call.run(
                (
                    __runtime::Required(<f64 as __runtime::Argument>::FROM_PYTHON),
                    (
                        __runtime::Optional(
                            <Option<i32> as __runtime::Argument>::FROM_PYTHON,
                        ),
                        (),
                    ),
                ),
                <f64 as __runtime::ReturnValue>::TO_PYTHON,
                |_py, number, parts| half(
                    number,
                    parts.unwrap_or_else(|| __runtime::DefaultFor::into_default(1)),
                ),
            )
        }
    }
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &[
            __runtime::Piece::Text(r#"{"type":"function","name":"half ","id":""#),
            __runtime::Piece::Escaped(
                ::core::concat!(::core::module_path!(), "::half#1"),
            ),
            __runtime::Piece::Text(
                r#"","arguments":{"args":[{"name":"number","annotation":"#,
            ),
            __runtime::Piece::Hint(__runtime::Hint::Name("float")),
            __runtime::Piece::Text(r#"}],"kwonlyargs":[{"name":"parts","annotation":"#),
            __runtime::Piece::Hint(
                __runtime::Hint::Subscript(
                    &__runtime::Hint::Import("typing", "Literal"),
                    &[__runtime::Hint::Verbatim("1"), __runtime::Hint::Verbatim("2")],
                ),
            ),
            __runtime::Piece::Text(r#"}]},"returns":"#),
            __runtime::Piece::Hint(__runtime::Hint::Name("float")),
            __runtime::Piece::Text(
                r#","decorators":[{"type":"attribute","value":{"type":"name","id":"typing"},"attr":"overload"}]}"#,
            ),
        ];
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::half.1.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
};
