//! Every kind of parameter that Python knows.
use mybind::prelude::*;
const PRECISION: u8 = 3;
/// Formats a number.
pub fn format_number(
    number: f64,
    unit: &str,
    precision: u8,
    rest: Vec<f64>,
    sign: bool,
    scale: Option<f64>,
    options: std::collections::BTreeMap<String, i64>,
) -> String {
    let number = number * scale.unwrap_or(1.0) + rest.iter().sum::<f64>();
    let sign = if sign { "+" } else { "" };
    let precision = usize::from(precision) + options.len();
    format!("{sign}{number:.precision$} {unit}")
}
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
pub enum format_number {}
#[allow(unused_imports)]
use ::mybind::__private::outside_of_module::*;
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    __runtime::assert_exported("format_number", __MYBIND_FUNCTIONS);
    unsafe impl __runtime::Function for format_number {
        const DECLARATION: __runtime::Declaration = __runtime::Declaration {
            name: c"format_number",
            doc: {
                const __PIECES: &[__runtime::Piece] = &[
                    __runtime::Piece::Text(
                        "format_number(number, /, unit='m', precision=",
                    ),
                    __runtime::Piece::Python(__runtime::constant(&PRECISION)),
                    __runtime::Piece::Text(
                        ", *rest, sign, scale=None, **options)\n--\n\nFormats a number.",
                    ),
                ];
                static __TEXT: __runtime::Text<{ __runtime::length(__PIECES) }> = __runtime::Text::new(
                    __PIECES,
                );
                __TEXT.as_c_str()
            },
            signature: &__runtime::Signature {
                positional_only: 1,
                required: 1,
                optional: 2,
                keyword_only: 2,
                required_keywords: 0b01,
                names: *b"\x05scale\x04sign\x09precision\x04unit\x06number\x04rest\x07options\x0dformat_number\0",
            },
        };
        const STUB: &'static [__runtime::Piece] = &[
            __runtime::Piece::Text(
                r#""arguments":{"posonlyargs":[{"name":"number","annotation":"#,
            ),
            <f64 as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(r#"}],"args":[{"name":"unit","annotation":"#),
            <&str as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(
                r#","default":{"type":"constant","kind":"str","value":"m"}},{"name":"precision","annotation":"#,
            ),
            <u8 as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(r#","default":"#),
            __runtime::Piece::Constant(__runtime::constant(&PRECISION)),
            __runtime::Piece::Text(r#"}],"vararg":{"name":"rest","annotation":"#),
            __runtime::Piece::Hint(
                __runtime::item_hint(<Vec<f64> as __runtime::Argument>::HINT),
            ),
            __runtime::Piece::Text(r#"},"kwonlyargs":[{"name":"sign","annotation":"#),
            <bool as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(r#"},{"name":"scale","annotation":"#),
            <Option<f64> as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(
                r#","default":{"type":"constant","kind":"none"}}],"kwarg":{"name":"options","annotation":"#,
            ),
            __runtime::Piece::Hint(
                __runtime::value_hint(
                    <std::collections::BTreeMap<
                        String,
                        i64,
                    > as __runtime::Argument>::HINT,
                ),
            ),
            __runtime::Piece::Text(r#"}},"returns":"#),
            <String as __runtime::ReturnValue>::ANNOTATION,
            __runtime::Piece::Text(r#","doc":"Formats a number.""#),
        ];
        #[inline]
        fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
            call.run(
                (
                    __runtime::Required(<f64 as __runtime::Argument>::FROM_PYTHON),
                    (
                        __runtime::Optional(<&str as __runtime::Argument>::FROM_PYTHON),
                        (
                            __runtime::Optional(
                                <u8 as __runtime::Argument>::FROM_PYTHON,
                            ),
                            (
                                __runtime::Keyword(
                                    <bool as __runtime::Argument>::FROM_PYTHON,
                                ),
                                (
                                    __runtime::Optional(
                                        <Option<f64> as __runtime::Argument>::FROM_PYTHON,
                                    ),
                                    (
                                        __runtime::Varargs(
                                            <Vec<f64> as __runtime::Argument>::FROM_PYTHON,
                                        ),
                                        (
                                            __runtime::Kwargs::<
                                                {
                                                    <std::collections::BTreeMap<
                                                        String,
                                                        i64,
                                                    > as __runtime::Argument>::OPTIONAL
                                                },
                                                _,
                                            >(
                                                <std::collections::BTreeMap<
                                                    String,
                                                    i64,
                                                > as __runtime::Argument>::FROM_PYTHON,
                                            ),
                                            (),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
                <String as __runtime::ReturnValue>::TO_PYTHON,
                |_py, number, unit, precision, sign, scale, rest, options| format_number(
                    number,
                    unit.unwrap_or_else(|| __runtime::DefaultFor::into_default("m")),
                    precision
                        .unwrap_or_else(|| __runtime::DefaultFor::into_default(
                            PRECISION,
                        )),
                    rest,
                    sign,
                    scale.unwrap_or_else(|| __runtime::DefaultFor::into_default(None)),
                    options,
                ),
            )
        }
    }
};
