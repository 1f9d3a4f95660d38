//! The `#[mybind]` attribute, and derives of the conversions. Everything they do is in the library `mybind-codegen`; here is its user documentation.

use mybind_codegen::derive::Conversion;
use proc_macro::TokenStream;

/// Exports a Rust function, constant or module to Python.
///
/// # On a function
///
/// ```ignore
/// /// Scales a number.
/// #[mybind(signature = (x, /, factor = 2.0, *, offset = -1.5))]
/// fn scale(x: f64, factor: f64, offset: f64) -> f64 {
///     x * factor + offset
/// }
/// ```
///
/// The function stays as it is and gains a twin that Python can call. Each parameter must be a type with a conversion
/// from Python (`FromPyObject`), the result one with a conversion to Python (`IntoPyObject`), or a `Result` of one.
/// Doc comments become `__doc__`. A parameter `py: Python<'_>`, in any place, is filled in and not seen by Python.
///
/// | option | meaning |
/// |---|---|
/// | `name = "plus"` | the name in Python |
/// | `signature = (a, /, b = 1, *args, c, **kwargs)` | the parameters as Python sees them, in Python's own grammar; a default is any Rust expression, evaluated at each call that needs it |
/// | `signature = (a: "Sequence[int]", b = 1) -> "list[int]"` | with types in Python's words, for the stub: names of built-in types, of `typing` and of `collections.abc`, others with their module, `decimal.Decimal` |
/// | `overload = "(a: int) -> int"` | two or more of these: ways to call the function, which the stub shows instead of the signature. Types that are left out are the function's own |
/// | `text_signature = "(a, b)"` or `None` | what `inspect.signature` shows, instead of what follows from the signature |
/// | `detach` | let other Python threads run while the function does ("release the GIL"); arguments and result must be `Send` |
/// | `deprecated = "use plus"` | each call gives a `DeprecationWarning` with this text |
/// | `warn(message = "slow", category = PyRuntimeWarning)` | each call gives this warning; `category` is a class by its type in Rust, or missing for a `UserWarning`. Any number of these |
/// | `from_py_with = (a = path)` | convert parameter `a` by the function at `path`, of type `fn(&Bound<'_, PyAny>) -> PyResult<T>`; or, on the parameter itself, `#[mybind(from_py_with = path)] a: T` |
/// | `pass_module` | fill in the parameter of type `&Bound<'_, PyModule>` with the function's module |
/// | `crate = path::to::mybind` | where the crate `mybind` is, when it is not `::mybind` |
///
/// Options may be spread over several attributes: `#[mybind]`, then `#[mybind(signature = (a, b = 1))]`. What `#[allow]` or `#[expect]`
/// says of the function is true of the generated code, and a function that is `#[deprecated]` in Rust is exported without a warning, but for the
/// compiler's own where a `use` names it.
///
/// Arguments are bound to the parameters first, as for a `def`; then they are converted, in the order of the signature, `*args` and `**kwargs`
/// last; then the defaults of what was not given are evaluated.
///
/// A default has the parameter's own type; a string literal will do for a `String` or a path, a byte string for a `Vec<u8>`, and a bare value for an
/// `Option`.
/// Python is shown literals, tuples and arrays of them, and the values of constants: a bare path is taken as a constant
/// of a number, `bool`, `char` or string type. Any other expression is shown as `...`, also a path in braces.
///
/// # On a module
///
/// ```ignore
/// /// What `help(my_module)` says.
/// #[mybind]
/// mod my_module {
///     use mybind::prelude::*;
///
///     #[mybind]
///     use super::scale; // a function defined elsewhere
///     #[mybind]
///     const VERSION: &str = "1.0";
///     #[mybind]
///     fn half(x: f64) -> f64 {
///         x / 2.0
///     }
///     #[mybind]
///     mod nested {} // `import my_module.nested`
///     #[mybind(functions = (double, triple))]
///     multiples!(double = 2, triple = 3); // functions that a macro writes
///     #[mybind(init)]
///     fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
///         module.add("BUILT_FOR", std::env::consts::OS) // what cannot be declared
///     }
/// }
/// ```
///
/// | option | meaning |
/// |---|---|
/// | `name = "_native"` | the name in Python; the outermost module must be named like the library |
/// | `detach` | `detach` for every function written inside; one of them can say `detach = false` |
/// | `gil_used` | on free-threaded Python, importing the module switches the GIL on |
/// | `interpreters = "main"`, `"shared_gil"` or `"per_gil"` | which interpreters may import the module; `"per_gil"`, all of them, is the default |
/// | `submodule` | another module brings this one in, by `#[mybind(submodule)] use`; there is no `PyInit_` for it |
/// | `crate = path::to::mybind` | as for a function |
///
/// # On a function that is a module
///
/// A module can also be written as the function that fills it:
///
/// ```ignore
/// /// What `help(my_module)` says.
/// #[mybind(module)]
/// fn my_module(m: &Bound<'_, PyModule>) -> PyResult<()> {
///     m.add_function(wrap_pyfunction!(scale, m)?)?;
///     m.add("MyError", m.py().get_type::<MyError>())?;
///     m.add("VERSION", "1.0")
/// }
/// ```
///
/// It has the options of a module but `detach`. What the stub says is read off these very calls, on the function's parameter: `add_function`
/// and `add_wrapped` of `wrap_pyfunction!`, `function!` or `wrap_pymodule!` of a path, called on the spot or not, and `add` with a literal name, whose value has a type in
/// the stub when it is a literal, a constant or a class. When the module is used otherwise, as by a function that it is passed on to, the
/// stub is marked incomplete, unless `adds = (function, path::MyError, VERSION: &str)` lists what that adds: by path what
/// `#[mybind] use` could bring in, anything else by name and type, in Rust's words or, as a string, in Python's. In debug builds the import fails when the list is wrong.
/// All this is true of an `init` function too.
///
/// # In a module
///
/// Inside, only what has `#[mybind]` on it is exported:
///
/// | item | options |
/// |---|---|
/// | `fn` | those of a function; or `init`, with or without `adds`: Python does not see the function, it fills the module when that is imported, and may take the module, `Python<'_>`, both or neither. One that is called `init` and takes the module alone needs no option |
/// | `const` | `name = "..."`; the type needs a conversion to Python, which is made once, on import |
/// | `use path::f;` | none; `use path::f as g;` exports it as `g`. `f` is a `#[mybind]` function, or an exception of `create_exception!` or `import_exception!`. For a module, `submodule` |
/// | `mod` | those of a module but `submodule`; what is not said is as in the module around it |
/// | a macro invocation | `functions = (a, b)`: the names in Rust of the functions that it writes, each with `#[mybind]`. `create_exception!` and `import_exception!` need none |
#[proc_macro_attribute]
pub fn mybind(options: TokenStream, item: TokenStream) -> TokenStream {
    mybind_codegen::mybind(options.into(), item.into()).into()
}

/// Makes a struct or an enum of a Python object: `impl FromPyObject`.
///
/// ```ignore
/// #[derive(FromPyObject)]
/// #[mybind(from_item_all)]
/// struct Options {
///     depth: usize, // options["depth"]
///     #[mybind(default)]
///     verbose: bool,
/// }
/// ```
///
/// | type | made from |
/// |---|---|
/// | `struct` with named fields | an object with attributes of these names; with `item`, a dict or other mapping |
/// | `struct` of several fields without names | a tuple |
/// | `struct` of one field without a name, or `transparent` | what the field is made from |
/// | `enum` | the first variant that fits; the error of none lists why each does not |
/// | variant without fields | its name as a `str` |
///
/// The stub has a class for objects with names, called after the type with `Like`: a `Protocol`, or a `TypedDict`. It is there for type
/// checkers alone. There is none for a generic type, for keys that are no names, and for items and attributes in one object.
///
/// | option | on | meaning |
/// |---|---|---|
/// | `transparent` | struct, variant | the whole is what its one field is |
/// | `from_item_all` | struct, variant | `item` on every field |
/// | `rename_all = "camelCase"` | struct, enum, variant | names in Python follow this rule; also `"kebab-case"`, `"lowercase"`, `"PascalCase"`, `"SCREAMING-KEBAB-CASE"`, `"SCREAMING_SNAKE_CASE"`, `"snake_case"`, `"UPPERCASE"` |
/// | `hint = "..."` | struct, enum, field | what the stub calls it, as in `signature`. Types that contain each other need one |
/// | `crate = path::to::mybind` | struct, enum | where the crate `mybind` is, when it is not `::mybind` |
/// | `name = "..."` | variant without fields | its text |
/// | `annotation = "..."` | variant | what an error calls it |
/// | `attribute`, `attribute("name")` | field | the attribute that it is |
/// | `item`, `item("key")` | field | the key that it has; a key may be any literal |
/// | `default`, `default = expression` | field | what it is when the attribute or key is missing |
/// | `from_py_with = path` | field | converted by this function, of type `fn(&Bound<'_, PyAny>) -> PyResult<T>` |
///
/// A type that contains itself is converted to a depth of 256, then it is a RecursionError. In the stub it is `Any` inside of itself, but
/// for a struct with names.
///
/// A type parameter must be `FromPyObjectOwned`. A lifetime is that of the interpreter, `'py`: `struct Pair<'py> { first: Bound<'py, PyAny> }`.
#[proc_macro_derive(FromPyObject, attributes(mybind))]
pub fn derive_from_py_object(item: TokenStream) -> TokenStream {
    mybind_codegen::derive::derive(Conversion::FromPyObject, item.into()).into()
}

/// Makes a Python object of a struct or an enum: `impl IntoPyObject`.
///
/// | type | becomes |
/// |---|---|
/// | `struct` with named fields | a dict; in the stub a `TypedDict` called as the type, which is there for type checkers alone |
/// | `struct` of several fields without names | a tuple |
/// | `struct` of one field without a name, or `transparent` | what the field becomes |
/// | `enum` | what the variant becomes, by the same rules |
/// | variant without fields | its name as a `str` |
///
/// The options are those of [`macro@FromPyObject`], and `into_py_with = path` on a field: converted by this function, of type
/// `fn(Cow<'_, T>, Python<'py>) -> PyResult<Bound<'py, PyAny>>`.
///
/// ```ignore
/// #[derive(IntoPyObject)]
/// #[mybind(rename_all = "camelCase")]
/// struct Report {
///     line_count: usize, // {"lineCount": 3, "longest": 80}
///     #[mybind(item("longest"))]
///     width: usize,
/// }
/// ```
#[proc_macro_derive(IntoPyObject, attributes(mybind))]
pub fn derive_into_py_object(item: TokenStream) -> TokenStream {
    mybind_codegen::derive::derive(Conversion::IntoPyObject, item.into()).into()
}

/// As [`macro@IntoPyObject`], for a reference: `impl IntoPyObject for &T`. What a reference to each field becomes.
///
/// In the stub it is called as the value, whose own derive writes the class.
#[proc_macro_derive(IntoPyObjectRef, attributes(mybind))]
pub fn derive_into_py_object_ref(item: TokenStream) -> TokenStream {
    mybind_codegen::derive::derive(Conversion::IntoPyObjectRef, item.into()).into()
}
