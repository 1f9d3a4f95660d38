//! A module that is written as the function that fills it.
use mybind::prelude::*;
mybind::create_exception!(function_module, BadNumber, mybind::exceptions::PyValueError);
fn half(x: f64) -> f64 {
    x / 2.0
}
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
enum half {}
#[allow(unused_imports)]
use ::mybind::__private::outside_of_module::*;
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    __runtime::assert_exported("half", __MYBIND_FUNCTIONS);
    unsafe impl __runtime::Function for half {
        const DECLARATION: __runtime::Declaration = __runtime::Declaration {
            name: c"half",
            doc: c"half(x)\n--\n\n",
            signature: &__runtime::Signature {
                positional_only: 0,
                required: 1,
                optional: 0,
                keyword_only: 0,
                required_keywords: 0b0,
                names: *b"\x01x\x04half\0",
            },
        };
        const STUB: &'static [__runtime::Piece] = &[
            __runtime::Piece::Text(r#""arguments":{"args":[{"name":"x","annotation":"#),
            <f64 as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(r#"}]},"returns":"#),
            <f64 as __runtime::ReturnValue>::ANNOTATION,
        ];
        #[inline]
        fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
            call.run(
                (__runtime::Required(<f64 as __runtime::Argument>::FROM_PYTHON), ()),
                <f64 as __runtime::ReturnValue>::TO_PYTHON,
                |_py, x| half(x),
            )
        }
    }
};
fn more(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add("TWO", 2)
}
/// Numbers.
fn function_module(m: &Bound<'_, PyModule>) -> PyResult<()> {
    #[allow(non_local_definitions, unused_qualifications)]
    const _: () = {
        use ::mybind::__private::for_macros_0_1_0 as __runtime;
        type __MybindModule = function_module::__MybindModule;
        #[allow(unused_imports)]
        use __runtime::AnyClass as _;
        impl __runtime::Additions<0usize> for __MybindModule {
            const NAMES: &'static [&'static str] = &[
                "TWO",
                <half as __runtime::Export>::STUB.name,
                "BadNumber",
                #[cfg(unix)]
                "SEPARATOR",
                "__version__",
                "computed",
            ];
            const SUBMODULES: &'static [__runtime::Submodule] = &[];
            const TYPES: &'static [__runtime::Piece] = &[
                __runtime::Piece::Final(<i32 as __runtime::ReturnValue>::HINT),
                __runtime::Piece::All(<half as __runtime::Export>::STUB.body),
                #[cfg(unix)]
                __runtime::Piece::Final(__runtime::hint_of(&'/')),
                __runtime::Piece::Final(__runtime::hint_of(&env!("CARGO_PKG_VERSION"))),
                __runtime::Piece::Hint(__runtime::Hint::ANY),
            ];
        }
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &[
                __runtime::Piece::Text(
                    r#"{"type":"attribute","name":"TWO","parent":"macro_tests.function_module","annotation":"#,
                ),
                __runtime::Piece::Final(<i32 as __runtime::ReturnValue>::HINT),
                __runtime::Piece::Text("}"),
            ];
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests15function_module30_0: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &__runtime::export_record(
                <half as __runtime::Export>::RECORD,
                <half as __runtime::Export>::STUB.name,
                <half as __runtime::Export>::STUB,
                "macro_tests.function_module",
            );
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests15function_module30_1: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &__runtime::export_record(
                __runtime::Class::<BadNumber>::RECORD,
                "BadNumber",
                __runtime::Class::<BadNumber>::STUB,
                "macro_tests.function_module",
            );
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests15function_module30_2: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        #[cfg(unix)]
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &[
                __runtime::Piece::Text(
                    r#"{"type":"attribute","name":"SEPARATOR","parent":"macro_tests.function_module","annotation":"#,
                ),
                __runtime::Piece::Final(__runtime::hint_of(&'/')),
                __runtime::Piece::Text("}"),
            ];
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests15function_module30_3: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &[
                __runtime::Piece::Text(
                    r#"{"type":"attribute","name":"__version__","parent":"macro_tests.function_module","annotation":"#,
                ),
                __runtime::Piece::Final(__runtime::hint_of(&env!("CARGO_PKG_VERSION"))),
                __runtime::Piece::Text("}"),
            ];
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests15function_module30_4: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &[
                __runtime::Piece::Text(
                    r#"{"type":"attribute","name":"computed","parent":"macro_tests.function_module","annotation":"#,
                ),
                __runtime::Piece::Hint(__runtime::Hint::ANY),
                __runtime::Piece::Text("}"),
            ];
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests15function_module30_5: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
    };
    m.add_function(wrap_pyfunction!(half, m)?)?;
    m.add("BadNumber", m.py().get_type::<BadNumber>())?;
    #[cfg(unix)] m.add("SEPARATOR", '/')?;
    m.add("__version__", env!("CARGO_PKG_VERSION"))?;
    m.add("computed", half(1.0))?;
    more(m)
}
#[doc(hidden)]
mod function_module {
    #[allow(dead_code, unreachable_pub)]
    pub enum __MybindModule {}
}
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    type __MybindModule = function_module::__MybindModule;
    unsafe impl __runtime::Module for __MybindModule {
        const NAME: &'static ::core::ffi::CStr = c"function_module";
        const DOC: &'static ::core::ffi::CStr = c"Numbers.";
        const METHODS: &'static [__runtime::MethodDef] = &[__runtime::MethodDef::END];
        const NAMES: &'static [&'static str] = &[];
        const SUBMODULES: &'static [__runtime::Submodule] = &[];
        const INTERPRETERS: __runtime::Interpreters = __runtime::Interpreters::PerGil;
        const GIL_USED: bool = false;
        const STUB_ID: &'static str = "macro_tests.function_module";
        fn definition() -> &'static __runtime::Definition {
            static DEFINITION: __runtime::Definition = __runtime::Definition::of::<
                __MybindModule,
            >();
            &DEFINITION
        }
        fn fill(
            module: &__runtime::Bound<'_, __runtime::PyModule>,
        ) -> __runtime::PyResult<()> {
            __runtime::initialized(function_module(module))?;
            if ::core::cfg!(debug_assertions) {
                __runtime::check_additions(
                    module,
                    &[
                        <__MybindModule as __runtime::Module>::NAMES,
                        <__MybindModule as __runtime::Additions<0usize>>::NAMES,
                    ],
                    &[(<__MybindModule as __runtime::Additions<0usize>>::NAMES, 1usize)],
                )?;
            }
            ::core::result::Result::Ok(())
        }
    }
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &[
            __runtime::Piece::Text(
                r#"{"type":"module","id":"macro_tests.function_module","name":"function_module","incomplete":false,"members":"#,
            ),
            __runtime::Piece::Members(
                &[
                    <__MybindModule as __runtime::Module>::SUBMODULES,
                    <__MybindModule as __runtime::Additions<0usize>>::SUBMODULES,
                ],
                &[
                    <__MybindModule as __runtime::Module>::NAMES,
                    <__MybindModule as __runtime::Additions<0usize>>::NAMES,
                ],
                &[&[], <__MybindModule as __runtime::Additions<0usize>>::TYPES],
            ),
            __runtime::Piece::Text(r#","doc":"Numbers."}"#),
        ];
        #[unsafe(no_mangle)]
        static PYO3_INTROSPECTION_1_11macro_tests15function_module: __runtime::Record<
            { __runtime::length(__PIECES) },
        > = __runtime::Record::new(__PIECES);
    };
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::all_record::<
            __MybindModule,
        >(
            &[
                <__MybindModule as __runtime::Module>::NAMES,
                <__MybindModule as __runtime::Additions<0usize>>::NAMES,
            ],
        );
        #[unsafe(no_mangle)]
        static PYO3_INTROSPECTION_1_11macro_tests15function_module7__all__: __runtime::Record<
            { __runtime::length(__PIECES) },
        > = __runtime::Record::new(__PIECES);
    };
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::panic_exception_record::<
            __MybindModule,
        >();
        #[unsafe(no_mangle)]
        static PYO3_INTROSPECTION_1_11macro_tests15function_module14PanicException: __runtime::Record<
            { __runtime::length(__PIECES) },
        > = __runtime::Record::new(__PIECES);
    };
};
