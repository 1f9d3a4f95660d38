//! Conversions of the user's own types.
use mybind::prelude::*;
/// A place on a map.
#[mybind(from_item_all, rename_all = "camelCase")]
pub struct Place {
    /// Its name.
    pub display_name: String,
    /// Latitude and longitude.
    #[mybind(item("at"), default = (0.0, 0.0))]
    pub position: (f64, f64),
}
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    const __CLASSES: &[__runtime::StubClass] = &[
        __runtime::StubClass {
            id: ::core::concat!(::core::module_path!(), "::PlaceLike(displayName,at)"),
            name: "PlaceLike",
            kind: __runtime::ClassKind::ReadOnlyDict,
            parts: &[
                <String as __runtime::Argument>::HINT,
                <(f64, f64) as __runtime::Argument>::HINT,
            ],
            is_recorded: true,
        },
    ];
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::class_record(&__CLASSES[0]);
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::PlaceLike.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::member_record(
            &__CLASSES[0],
            "displayName",
            <String as __runtime::Argument>::HINT,
            true,
        );
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::PlaceLike.displayName.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::member_record(
            &__CLASSES[0],
            "at",
            <(f64, f64) as __runtime::Argument>::HINT,
            false,
        );
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::PlaceLike.at.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
    #[automatically_derived]
    impl<'py> __runtime::FromPyObject<'_, 'py> for Place {
        type Error = __runtime::PyErr;
        const INPUT_HINT: __runtime::Hint = __runtime::Hint::OnlyInStub(&__CLASSES[0]);
        fn extract(
            object: __runtime::Borrowed<'_, 'py, __runtime::PyAny>,
        ) -> __runtime::PyResult<Self> {
            static __NAMES: [__runtime::Interned; 2] = [
                __runtime::Interned::new("displayName"),
                __runtime::Interned::new("at"),
            ];
            ::core::result::Result::Ok(Place {
                display_name: <String as __runtime::Argument>::field(
                    &object.get_item(__NAMES[0].get(object.py()))?,
                    "displayName",
                )?,
                position: <(
                    f64,
                    f64,
                ) as __runtime::Argument>::optional_field(
                    &__runtime::optional_item(object, __NAMES[1].get(object.py()))?,
                    "at",
                    || __runtime::DefaultFor::into_default((0.0, 0.0)),
                )?,
            })
        }
    }
};
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    const __CLASSES: &[__runtime::StubClass] = &[
        __runtime::StubClass {
            id: ::core::concat!(::core::module_path!(), "::Place(displayName,at)"),
            name: "Place",
            kind: __runtime::ClassKind::TypedDict,
            parts: &[
                <String as __runtime::IntoPyObjectExt>::HINT,
                <(f64, f64) as __runtime::IntoPyObjectExt>::HINT,
            ],
            is_recorded: true,
        },
    ];
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::class_record(&__CLASSES[0]);
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::Place.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::member_record(
            &__CLASSES[0],
            "displayName",
            <String as __runtime::IntoPyObjectExt>::HINT,
            true,
        );
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::Place.displayName.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::member_record(
            &__CLASSES[0],
            "at",
            <(f64, f64) as __runtime::IntoPyObjectExt>::HINT,
            false,
        );
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::Place.at.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
    #[automatically_derived]
    impl<'py> __runtime::IntoPyObject<'py> for Place {
        type Target = __runtime::PyDict;
        type Output = __runtime::Bound<'py, __runtime::PyDict>;
        type Error = __runtime::PyErr;
        const OUTPUT_HINT: __runtime::Hint = __runtime::Hint::OnlyInStub(&__CLASSES[0]);
        fn into_pyobject(
            self,
            py: __runtime::Python<'py>,
        ) -> ::core::result::Result<
            __runtime::Bound<'py, __runtime::PyDict>,
            __runtime::PyErr,
        > {
            static __NAMES: [__runtime::Interned; 2] = [
                __runtime::Interned::new("displayName"),
                __runtime::Interned::new("at"),
            ];
            let Place { display_name: display_name, position: position } = self;
            ::core::result::Result::Ok({
                let dict = __runtime::PyDict::new(py);
                dict.set_item(
                    __NAMES[0].get(py),
                    <String as __runtime::IntoPyObjectExt>::into_bound_py_any(
                        display_name,
                        py,
                    )?,
                )?;
                dict.set_item(
                    __NAMES[1].get(py),
                    <(
                        f64,
                        f64,
                    ) as __runtime::IntoPyObjectExt>::into_bound_py_any(position, py)?,
                )?;
                dict
            })
        }
    }
};
/// What to look for.
pub enum Query<'py> {
    /// Everything.
    #[mybind(name = "all")]
    All,
    /// A place of this name.
    Name(String),
    /// Whatever has a `centre` and a `radius`.
    Around {
        /// Where.
        centre: Bound<'py, PyAny>,
        /// How far around.
        radius: f64,
    },
}
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    const __CLASSES: &[__runtime::StubClass] = &[
        __runtime::StubClass {
            id: ::core::concat!(
                ::core::module_path!(), "::QueryAroundLike(centre,radius)"
            ),
            name: "QueryAroundLike",
            kind: __runtime::ClassKind::Protocol,
            parts: &[
                <Bound<'_, PyAny> as __runtime::Argument>::HINT,
                <f64 as __runtime::Argument>::HINT,
            ],
            is_recorded: true,
        },
    ];
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::class_record(&__CLASSES[0]);
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::QueryAroundLike.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::member_record(
            &__CLASSES[0],
            "centre",
            <Bound<'_, PyAny> as __runtime::Argument>::HINT,
            true,
        );
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::QueryAroundLike.centre.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
    const _: () = {
        const __PIECES: &[__runtime::Piece] = &__runtime::member_record(
            &__CLASSES[0],
            "radius",
            <f64 as __runtime::Argument>::HINT,
            true,
        );
        #[unsafe(
            export_name = ::core::concat!(
                "PYO3_INTROSPECTION_1_",
                ::core::module_path!(),
                "::QueryAroundLike.radius.",
                ::core::line!(),
                "_",
                ::core::column!()
            )
        )]
        static __RECORD: __runtime::Record<{ __runtime::length(__PIECES) }> = __runtime::Record::new(
            __PIECES,
        );
    };
    #[automatically_derived]
    impl<'py> __runtime::FromPyObject<'_, 'py> for Query<'py> {
        type Error = __runtime::PyErr;
        const INPUT_HINT: __runtime::Hint = __runtime::Hint::Union(
            &[
                __runtime::Hint::Subscript(
                    &__runtime::Hint::LITERAL,
                    &[__runtime::Hint::Str("all")],
                ),
                <String as __runtime::Argument>::HINT,
                __runtime::Hint::OnlyInStub(&__CLASSES[0]),
            ],
        );
        fn extract(
            object: __runtime::Borrowed<'_, 'py, __runtime::PyAny>,
        ) -> __runtime::PyResult<Self> {
            __runtime::first_that_fits(
                object,
                "Query",
                &[
                    __runtime::Variant {
                        name: "All",
                        annotation: "All",
                        extract: |object| {
                            __runtime::text_variant(object, &[("all", || Query::All)])
                        },
                    },
                    __runtime::Variant {
                        name: "Name",
                        annotation: "Name",
                        extract: |object| {
                            ::core::result::Result::Ok(Query::Name {
                                0: <String as __runtime::Argument>::extract(&object)?,
                            })
                        },
                    },
                    __runtime::Variant {
                        name: "Around",
                        annotation: "Around",
                        extract: |object| {
                            static __NAMES: [__runtime::Interned; 2] = [
                                __runtime::Interned::new("centre"),
                                __runtime::Interned::new("radius"),
                            ];
                            ::core::result::Result::Ok(Query::Around {
                                centre: <Bound<
                                    'py,
                                    PyAny,
                                > as __runtime::Argument>::field(
                                    &object.getattr(__NAMES[0].get(object.py()))?,
                                    "centre",
                                )?,
                                radius: <f64 as __runtime::Argument>::field(
                                    &object.getattr(__NAMES[1].get(object.py()))?,
                                    "radius",
                                )?,
                            })
                        },
                    },
                ],
            )
        }
    }
};
/// How many places there are.
#[must_use]
pub fn count(places: Vec<Place>, query: Query<'_>) -> usize {
    let wanted = |place: &&Place| match &query {
        Query::All => true,
        Query::Name(name) => place.display_name == *name,
        Query::Around { radius, .. } => place.position.0.abs() < *radius,
    };
    places.iter().filter(wanted).count()
}
#[doc(hidden)]
#[allow(non_camel_case_types, unreachable_pub)]
pub enum count {}
#[allow(unused_imports)]
use ::mybind::__private::outside_of_module::*;
const _: () = {
    use ::mybind::__private::for_macros_0_1_0 as __runtime;
    __runtime::assert_exported("count", __MYBIND_FUNCTIONS);
    unsafe impl __runtime::Function for count {
        const DECLARATION: __runtime::Declaration = __runtime::Declaration {
            name: c"count",
            doc: c"count(places, query)\n--\n\nHow many places there are.",
            signature: &__runtime::Signature {
                positional_only: 0,
                required: 2,
                optional: 0,
                keyword_only: 0,
                required_keywords: 0b0,
                names: *b"\x05query\x06places\x05count\0",
            },
        };
        const STUB: &'static [__runtime::Piece] = &[
            __runtime::Piece::Text(
                r#""arguments":{"args":[{"name":"places","annotation":"#,
            ),
            <Vec<Place> as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(r#"},{"name":"query","annotation":"#),
            <Query<'_> as __runtime::Argument>::ANNOTATION,
            __runtime::Piece::Text(r#"}]},"returns":"#),
            <usize as __runtime::ReturnValue>::ANNOTATION,
            __runtime::Piece::Text(r#","doc":"How many places there are.""#),
        ];
        #[inline]
        fn call(call: __runtime::Call<'_>) -> *mut __runtime::Object {
            call.run(
                (
                    __runtime::Required(
                        <Vec<Place> as __runtime::Argument>::FROM_PYTHON,
                    ),
                    (
                        __runtime::Required(
                            <Query<'_> as __runtime::Argument>::FROM_PYTHON,
                        ),
                        (),
                    ),
                ),
                <usize as __runtime::ReturnValue>::TO_PYTHON,
                |_py, places, query| count(places, query),
            )
        }
    }
};
