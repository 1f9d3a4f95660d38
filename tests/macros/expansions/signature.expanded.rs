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
    use ::mybind::__private as __runtime;
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
            parameters: &__runtime::Parameters {
                function: "format_number",
                names: &["number", "unit", "precision", "sign", "scale"],
                positional_only: 1,
                positional: 3,
                required: 1,
                required_keywords: &[true, false],
            },
            stub: &[
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
                __runtime::Piece::Text(
                    r#"},"kwonlyargs":[{"name":"sign","annotation":"#,
                ),
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
            let ([number], [unit, precision, sign, scale], rest, options) = unsafe {
                Self::DECLARATION
                    .parameters
                    .bind_variadic(
                        py,
                        args,
                        nargs,
                        kwnames,
                        &mut slots,
                        __runtime::Variadic::Both,
                    )
            }?;
            let number = <f64 as __runtime::Argument>::required(number, "number")?;
            let unit = <&str as __runtime::Argument>::optional(
                unit,
                "unit",
                || __runtime::DefaultFor::into_default("m"),
            )?;
            let precision = <u8 as __runtime::Argument>::optional(
                precision,
                "precision",
                || __runtime::DefaultFor::into_default(PRECISION),
            )?;
            let rest = __runtime::varargs(py, rest);
            let rest = <Vec<f64> as __runtime::Argument>::required(&rest, "rest")?;
            let sign = <bool as __runtime::Argument>::required(
                __runtime::keyword(sign),
                "sign",
            )?;
            let scale = <Option<
                f64,
            > as __runtime::Argument>::optional(
                scale,
                "scale",
                || __runtime::DefaultFor::into_default(None),
            )?;
            let options = __runtime::kwargs(
                py,
                options,
                <std::collections::BTreeMap<
                    String,
                    i64,
                > as __runtime::Argument>::OPTIONAL,
            );
            let options = <std::collections::BTreeMap<
                String,
                i64,
            > as __runtime::Argument>::required(&options, "options")?;
            <String as __runtime::ReturnValue>::into_result(
                format_number(number, unit, precision, rest, sign, scale, options),
                py,
            )
        }
    }
};
