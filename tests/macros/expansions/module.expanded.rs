//! A module with everything that can be in one.
use mybind::prelude::*;
fn twice(x: f64) -> f64 {
    2.0 * x
}
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
enum twice {}
#[allow(unused_imports)]
use ::mybind::__private::outside_of_module::*;
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    __runtime::assert_exported("twice", __MYBIND_FUNCTIONS);
    unsafe impl __runtime::Function for twice {
        const DECLARATION: __runtime::Declaration = __runtime::Declaration {
            name: c"twice",
            doc: c"twice(x)\n--\n\n",
            signature: &__runtime::Signature {
                positional_only: 0,
                required: 1,
                optional: 0,
                keyword_only: 0,
                required_keywords: 0b0,
                names: *b"\x01x\x05twice\0",
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
                |_py, x| twice(x),
            )
        }
    }
};
/// Numbers.
pub mod numbers_ {
    use super::*;
    macro_rules! multiples {
        ($($name:ident = $factor:literal),*) => {
            $(#[mybind] fn $name (x : i64) -> i64 { $factor * x })*
        };
    }
    use super::twice as double;
    /// How many.
    const COUNT: i32 = 3;
    multiples!(triple = 3, quadruple = 4);
    /// Half of it.
    fn half(x: f64) -> f64 {
        x / 2.0
    }
    #[cfg(windows)]
    fn only_there() {}
    /// Whole numbers.
    mod whole {
        fn successor(x: u64) -> u64 {
            x.wrapping_add(1)
        }
        #[doc(hidden)]
        #[allow(dead_code, unreachable_pub)]
        pub enum __MybindModule {}
        #[doc(hidden)]
        #[allow(dead_code)]
        const __MYBIND_FUNCTIONS: &[&str] = &[];
        const _: () = {
            use ::mybind::__private::for_macros_0_1_0 as __runtime;
            #[allow(non_camel_case_types)]
            enum __successor {}
            unsafe impl __runtime::Function for __successor {
                const DECLARATION: __runtime::Declaration = __runtime::Declaration {
                    name: c"successor",
                    doc: c"successor(x)\n--\n\n",
                    signature: &__runtime::Signature {
                        positional_only: 0,
                        required: 1,
                        optional: 0,
                        keyword_only: 0,
                        required_keywords: 0b0,
                        names: *b"\x01x\x09successor\0",
                    },
                };
                const STUB: &'static [__runtime::Piece] = &[
                    __runtime::Piece::Text(
                        r#""arguments":{"args":[{"name":"x","annotation":"#,
                    ),
                    <u64 as __runtime::Argument>::ANNOTATION,
                    __runtime::Piece::Text(r#"}]},"returns":"#),
                    <u64 as __runtime::ReturnValue>::ANNOTATION,
                ];
                #[inline]
                fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
                    call.run(
                        (
                            __runtime::Required(
                                <u64 as __runtime::Argument>::FROM_PYTHON,
                            ),
                            (),
                        ),
                        <u64 as __runtime::ReturnValue>::TO_PYTHON,
                        |py, x| __runtime::detached(py, || successor(x)),
                    )
                }
            }
            unsafe impl __runtime::Module for __MybindModule {
                const NAME: &'static ::core::ffi::CStr = c"integers";
                const DOC: &'static ::core::ffi::CStr = c"Whole numbers.";
                const METHODS: &'static [__runtime::MethodDef] = &[
                    __runtime::MethodDef::of::<__successor>(),
                    __runtime::MethodDef::END,
                ];
                const NAMES: &'static [&'static str] = &["successor"];
                const SUBMODULES: &'static [__runtime::Submodule] = &[];
                const INTERPRETERS: __runtime::Interpreters = __runtime::Interpreters::SharedGil;
                const GIL_USED: bool = false;
                const STUB_ID: &'static str = "macro_tests.numbers_.integers";
                fn definition() -> &'static __runtime::Definition {
                    static DEFINITION: __runtime::Definition = __runtime::Definition::of::<
                        __MybindModule,
                    >();
                    &DEFINITION
                }
                fn fill(
                    module: &__runtime::Bound<'_, __runtime::PyModule>,
                ) -> __runtime::PyResult<()> {
                    ::core::result::Result::Ok(())
                }
            }
            const _: () = {
                const __PIECES: &[__runtime::Piece] = &[
                    __runtime::Piece::Text(
                        r#"{"type":"module","id":"macro_tests.numbers_.integers","name":"integers","incomplete":false,"members":"#,
                    ),
                    __runtime::Piece::Members(
                        &[<__MybindModule as __runtime::Module>::SUBMODULES],
                        &[<__MybindModule as __runtime::Module>::NAMES],
                        &[
                            &[
                                __runtime::Piece::All(
                                    <__successor as __runtime::Function>::STUB,
                                ),
                            ],
                        ],
                    ),
                    __runtime::Piece::Text(r#","doc":"Whole numbers."}"#),
                ];
                #[unsafe(no_mangle)]
                static PYO3_INTROSPECTION_1_11macro_tests8numbers_8integers: __runtime::Record<
                    { __runtime::length(__PIECES) },
                > = __runtime::Record::new(__PIECES);
            };
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests8numbers_8integers9successor: __runtime::Record<
                {
                    __runtime::record_length(
                        r#"{"type":"function","name":"successor","parent":"macro_tests.numbers_.integers","#,
                        <__successor as __runtime::Function>::STUB,
                    )
                },
            > = __runtime::Record::of(
                r#"{"type":"function","name":"successor","parent":"macro_tests.numbers_.integers","#,
                <__successor as __runtime::Function>::STUB,
            );
            const _: () = {
                const __PIECES: &[__runtime::Piece] = &__runtime::all_record::<
                    __MybindModule,
                >(&[<__MybindModule as __runtime::Module>::NAMES]);
                #[unsafe(no_mangle)]
                static PYO3_INTROSPECTION_1_11macro_tests8numbers_8integers7__all__: __runtime::Record<
                    { __runtime::length(__PIECES) },
                > = __runtime::Record::new(__PIECES);
            };
            const _: () = {
                const __PIECES: &[__runtime::Piece] = &__runtime::panic_exception_record::<
                    __MybindModule,
                >();
                #[unsafe(no_mangle)]
                static PYO3_INTROSPECTION_1_11macro_tests8numbers_8integers14PanicException: __runtime::Record<
                    { __runtime::length(__PIECES) },
                > = __runtime::Record::new(__PIECES);
            };
        };
    }
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        #[allow(non_local_definitions, unused_qualifications)]
        const _: () = {
            use ::mybind::__private::for_macros_0_1_0 as __runtime;
            impl __runtime::Additions<0usize> for __MybindModule {
                const NAMES: &'static [&'static str] = &["BUILT_FOR"];
                const SUBMODULES: &'static [__runtime::Submodule] = &[];
                const TYPES: &'static [__runtime::Piece] = &[
                    __runtime::Piece::Final(__runtime::hint_of(&std::env::consts::OS)),
                ];
            }
            const _: () = {
                const __PIECES: &[__runtime::Piece] = &[
                    __runtime::Piece::Text(
                        r#"{"type":"attribute","name":"BUILT_FOR","parent":"macro_tests.numbers_","annotation":"#,
                    ),
                    __runtime::Piece::Final(__runtime::hint_of(&std::env::consts::OS)),
                    __runtime::Piece::Text("}"),
                ];
                #[unsafe(no_mangle)]
                static PYO3_INTROSPECTION_1_11macro_tests8numbers_30_0: __runtime::Record<
                    { __runtime::length(__PIECES) },
                > = __runtime::Record::new(__PIECES);
            };
        };
        module.add("BUILT_FOR", std::env::consts::OS)
    }
    #[doc(hidden)]
    #[allow(dead_code, unreachable_pub)]
    pub enum __MybindModule {}
    #[doc(hidden)]
    #[allow(dead_code)]
    const __MYBIND_FUNCTIONS: &[&str] = &["double", "triple", "quadruple"];
    const _: () = {
        use ::mybind::__private::for_macros_0_1_0 as __runtime;
        #[allow(non_camel_case_types)]
        enum __half {}
        unsafe impl __runtime::Function for __half {
            const DECLARATION: __runtime::Declaration = __runtime::Declaration {
                name: c"half",
                doc: c"half(x)\n--\n\nHalf of it.",
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
                __runtime::Piece::Text(
                    r#""arguments":{"args":[{"name":"x","annotation":"#,
                ),
                <f64 as __runtime::Argument>::ANNOTATION,
                __runtime::Piece::Text(r#"}]},"returns":"#),
                <f64 as __runtime::ReturnValue>::ANNOTATION,
                __runtime::Piece::Text(r#","doc":"Half of it.""#),
            ];
            #[inline]
            fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
                call.run(
                    (__runtime::Required(<f64 as __runtime::Argument>::FROM_PYTHON), ()),
                    <f64 as __runtime::ReturnValue>::TO_PYTHON,
                    |py, x| __runtime::detached(py, || half(x)),
                )
            }
        }
        #[cfg(windows)]
        #[allow(non_camel_case_types)]
        enum __only_there {}
        #[cfg(windows)]
        unsafe impl __runtime::Function for __only_there {
            const DECLARATION: __runtime::Declaration = __runtime::Declaration {
                name: c"only_there",
                doc: c"only_there()\n--\n\n",
                signature: &__runtime::Signature {
                    positional_only: 0,
                    required: 0,
                    optional: 0,
                    keyword_only: 0,
                    required_keywords: 0b0,
                    names: *b"\x0aonly_there\0",
                },
            };
            const STUB: &'static [__runtime::Piece] = &[
                __runtime::Piece::Text(r#""arguments":{},"returns":"#),
                <() as __runtime::ReturnValue>::ANNOTATION,
            ];
            #[inline]
            fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
                call.run(
                    (),
                    <() as __runtime::ReturnValue>::TO_PYTHON,
                    |py| __runtime::detached(py, || only_there()),
                )
            }
        }
        unsafe impl __runtime::Module for __MybindModule {
            const NAME: &'static ::core::ffi::CStr = c"numbers_";
            const DOC: &'static ::core::ffi::CStr = c"Numbers.";
            const METHODS: &'static [__runtime::MethodDef] = &__runtime::method_table([
                {
                    const METHOD: __runtime::MethodDef = <double as __runtime::Export>::METHOD;
                    const PIECES: &[__runtime::Piece] = &METHOD.doc_pieces("double");
                    static DOC: __runtime::Text<{ __runtime::length(PIECES) }> = __runtime::Text::new(
                        PIECES,
                    );
                    METHOD.renamed(c"double", DOC.as_c_str())
                },
                <triple as __runtime::Export>::METHOD,
                <quadruple as __runtime::Export>::METHOD,
                __runtime::MethodDef::of::<__half>(),
                #[cfg(windows)]
                __runtime::MethodDef::of::<__only_there>(),
                __runtime::MethodDef::END,
            ]);
            const NAMES: &'static [&'static str] = &[
                "double",
                "COUNT",
                <triple as __runtime::Export>::STUB.name,
                <quadruple as __runtime::Export>::STUB.name,
                "half",
                #[cfg(windows)]
                "only_there",
                "integers",
            ];
            const SUBMODULES: &'static [__runtime::Submodule] = &[
                __runtime::Submodule::of::<whole::__MybindModule>(),
            ];
            const INTERPRETERS: __runtime::Interpreters = __runtime::Interpreters::SharedGil;
            const GIL_USED: bool = false;
            const STUB_ID: &'static str = "macro_tests.numbers_";
            fn definition() -> &'static __runtime::Definition {
                static DEFINITION: __runtime::Definition = __runtime::Definition::of::<
                    __MybindModule,
                >();
                &DEFINITION
            }
            fn fill(
                module: &__runtime::Bound<'_, __runtime::PyModule>,
            ) -> __runtime::PyResult<()> {
                if let ::core::option::Option::Some(add) = <double as __runtime::Export>::ADD {
                    add(module, "double")?;
                }
                <i32 as __runtime::ReturnValue>::add_to(COUNT, module, "COUNT")?;
                if let ::core::option::Option::Some(add) = <triple as __runtime::Export>::ADD {
                    add(module, <triple as __runtime::Export>::STUB.name)?;
                }
                if let ::core::option::Option::Some(add) = <quadruple as __runtime::Export>::ADD {
                    add(module, <quadruple as __runtime::Export>::STUB.name)?;
                }
                __runtime::initialized(fill(module))?;
                ::core::result::Result::Ok(())
            }
        }
        #[unsafe(no_mangle)]
        unsafe extern "C" fn PyInit_numbers_() -> *mut __runtime::Object {
            unsafe { <__MybindModule as __runtime::Module>::definition().initialize() }
        }
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &[
                __runtime::Piece::Text(
                    r#"{"type":"module","id":"macro_tests.numbers_","name":"numbers_","incomplete":false,"members":"#,
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
                    &[
                        &[
                            __runtime::Piece::All(
                                <double as __runtime::Export>::STUB.body,
                            ),
                            __runtime::Piece::Final(
                                <i32 as __runtime::ReturnValue>::HINT,
                            ),
                            __runtime::Piece::All(
                                <triple as __runtime::Export>::STUB.body,
                            ),
                            __runtime::Piece::All(
                                <quadruple as __runtime::Export>::STUB.body,
                            ),
                            __runtime::Piece::All(<__half as __runtime::Function>::STUB),
                            #[cfg(windows)]
                            __runtime::Piece::All(
                                <__only_there as __runtime::Function>::STUB,
                            ),
                        ],
                        <__MybindModule as __runtime::Additions<0usize>>::TYPES,
                    ],
                ),
                __runtime::Piece::Text(r#","doc":"Numbers."}"#),
            ];
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests8numbers_: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &__runtime::export_record(
                <double as __runtime::Export>::RECORD,
                "double",
                <double as __runtime::Export>::STUB,
                "macro_tests.numbers_",
            );
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests8numbers_6double: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &[
                __runtime::Piece::Text(
                    r#"{"type":"attribute","name":"COUNT","parent":"macro_tests.numbers_","annotation":"#,
                ),
                __runtime::Piece::Final(<i32 as __runtime::ReturnValue>::HINT),
                __runtime::Piece::Text(r#","doc":"How many."}"#),
            ];
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests8numbers_5COUNT: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &__runtime::export_record(
                <triple as __runtime::Export>::RECORD,
                <triple as __runtime::Export>::STUB.name,
                <triple as __runtime::Export>::STUB,
                "macro_tests.numbers_",
            );
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests8numbers_6triple: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &__runtime::export_record(
                <quadruple as __runtime::Export>::RECORD,
                <quadruple as __runtime::Export>::STUB.name,
                <quadruple as __runtime::Export>::STUB,
                "macro_tests.numbers_",
            );
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests8numbers_9quadruple: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        #[unsafe(no_mangle)]
        static PYO3_INTROSPECTION_1_11macro_tests8numbers_4half: __runtime::Record<
            {
                __runtime::record_length(
                    r#"{"type":"function","name":"half","parent":"macro_tests.numbers_","#,
                    <__half as __runtime::Function>::STUB,
                )
            },
        > = __runtime::Record::of(
            r#"{"type":"function","name":"half","parent":"macro_tests.numbers_","#,
            <__half as __runtime::Function>::STUB,
        );
        #[cfg(windows)]
        #[unsafe(no_mangle)]
        static PYO3_INTROSPECTION_1_11macro_tests8numbers_10only_there: __runtime::Record<
            {
                __runtime::record_length(
                    r#"{"type":"function","name":"only_there","parent":"macro_tests.numbers_","#,
                    <__only_there as __runtime::Function>::STUB,
                )
            },
        > = __runtime::Record::of(
            r#"{"type":"function","name":"only_there","parent":"macro_tests.numbers_","#,
            <__only_there as __runtime::Function>::STUB,
        );
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
            static PYO3_INTROSPECTION_1_11macro_tests8numbers_7__all__: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
        const _: () = {
            const __PIECES: &[__runtime::Piece] = &__runtime::panic_exception_record::<
                __MybindModule,
            >();
            #[unsafe(no_mangle)]
            static PYO3_INTROSPECTION_1_11macro_tests8numbers_14PanicException: __runtime::Record<
                { __runtime::length(__PIECES) },
            > = __runtime::Record::new(__PIECES);
        };
    };
}
