//! Every message that `#[mybind]` gives, one constructor each: the reference of what is refused.
//!
//! A message says what is wrong, where, and what to write instead.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// One mistake or more, each a message and its place.
#[derive(Debug)]
pub struct Error(Vec<(Span, String)>);

impl Error {
    fn new(span: Span, message: String) -> Error {
        Error(vec![(span, message)])
    }

    /// Adds the mistakes of `other`.
    pub(crate) fn combine(&mut self, other: Error) {
        self.0.extend(other.0);
    }
}

/// What is read, or the mistake in it.
pub type Result<T> = std::result::Result<T, Error>;

/// The mistakes found so far.
#[derive(Debug, Default)]
pub struct Errors(Vec<(Span, String)>);

impl Errors {
    /// Adds a mistake.
    pub fn push(&mut self, error: Error) {
        self.0.extend(error.0);
    }

    /// The value of `result`, or `None` after adding its mistake.
    pub fn take<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Whether there was no mistake.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The places and the messages.
    pub fn iter(&self) -> impl Iterator<Item = (Span, &str)> {
        let mistakes = self.0.iter();
        mistakes.map(|(span, message)| (*span, message.as_str()))
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// A `compile_error!` for each mistake.
    pub fn to_compile_errors(&self) -> TokenStream {
        let mut errors = TokenStream::new();
        for (span, message) in self.iter() {
            errors.extend(quote_spanned!(span=> ::core::compile_error! { #message }));
        }
        errors
    }
}

/// The place of the first token.
pub(crate) fn first_span(tokens: &TokenStream) -> Span {
    let first = tokens.clone().into_iter().next();
    first.map_or_else(Span::call_site, |token| token.span())
}

macro_rules! messages {
    ($($name:ident($($argument:ident: $ty:ty),*) => $format:literal;)*) => {$(
        pub(crate) fn $name(span: Span, $($argument: $ty),*) -> Error {
            Error::new(span, format!($format))
        }
    )*};
}

// Items.
messages! {
    not_exportable(item: &str) =>
        "`#[mybind]` cannot export {item}; it goes on a `fn` or a `mod`, and inside a `#[mybind] mod` also on a `const`, a `use` or a macro invocation";
    const_outside_module() =>
        "a constant is exported from inside a `#[mybind] mod`: move it there, or bring it in with `#[mybind] const NAME: Type = path::NAME;`";
    use_outside_module() =>
        "`#[mybind] use` brings an item into a `#[mybind] mod`: write it inside one";
    macro_outside_module() =>
        "`#[mybind]` on a macro invocation lists the functions that it writes for the `#[mybind] mod` around it: write it inside one, or put `#[mybind]` on each `fn` in the macro";
    module_in_other_file() =>
        "`#[mybind]` must see what is in the module: write `mod name {{ ... }}` here and bring in the items of the other file with `#[mybind] use`";
    attribute_twice() =>
        "`#[mybind]` is there twice, and this one has no options";
    unreadable_item() =>
        "`#[mybind]` cannot read this item";
    expected(what: &str) =>
        "expected {what}";
}

// Functions.
messages! {
    unsafe_function() =>
        "Python could call this `unsafe fn` with any arguments: export a safe function that checks what must hold and calls it";
    async_function() =>
        "an `async fn` cannot be exported yet: export a function that runs the future to its end, for example with `block_on` of your runtime";
    generic_function() =>
        "Python has no generics: write the concrete types, or export one function for each of them; only lifetimes may be generic";
    impl_trait(place: &str) =>
        "{place} must be a type that can be named, not `impl Trait`: write the concrete type";
    method() =>
        "`self` makes this a method, and classes cannot be exported yet: export a free function that takes what it needs as parameters";
    destructured_parameter() =>
        "a parameter needs a name for Python: write `name: Type` and take it apart in the body";
    cfg_on_parameter() =>
        "a parameter cannot depend on `cfg` here: write two functions, each under its own `#[cfg]`";
    primitive_name(name: &str) =>
        "a function named `{name}` would hide the type `{name}` around it: call it otherwise in Rust and say `#[mybind(name = \"{name}\")]`";
    keyword_function(name: &str) =>
        "`{name}` is a keyword in Python, so nobody could call it: say `#[mybind(name = \"{name}_\")]` or another name";
    keyword_parameter(name: &str) =>
        "`{name}` is a keyword in Python and cannot name a parameter: call it `{name}_`";
    not_an_identifier(name: &str) =>
        "`{name}` is no name in Python: a letter or `_`, then letters, digits and `_`";
    long_name() =>
        "a name of a function or a parameter has at most 255 bytes: write a shorter one";
    keyword_name(name: &str) =>
        "`{name}` is a keyword in Python: write another name, such as `{name}_`";
    static_parameter() =>
        "an argument lives as long as the call, not `'static`: write the type without `'static`, or an owned one";
    bare_handle(name: &str) =>
        "a handle is `&Bound<'_, {name}>`: `&{name}` is how PyO3 wrote it before 0.21";
    borrowed_item() =>
        "the items of a container are owned: write `String` for `&str`, `Vec<u8>` for `&[u8]`, `Bound<'_, T>` for `&Bound<'_, T>`; only a whole argument can be borrowed, or its `Option`";
    pass_module_without_parameter() =>
        "`pass_module` needs a parameter to pass the module to: add `module: &Bound<'_, PyModule>`";
    two_modules() =>
        "`pass_module` passes the module once: remove one of the `PyModule` parameters";
    detach_with_token() =>
        "a detached function must not touch Python, so it cannot take `Python<'_>`: remove the parameter, or say `detach = false`; to detach for a part of the body use `py.detach(|| ...)`";
    detach_with_module() =>
        "a detached function must not touch Python, so it cannot take its module: remove `pass_module`, or say `detach = false`";
    nul_in_doc() =>
        "a docstring is a C string and cannot contain a NUL character";
    nul_in_text(what: &str) =>
        "{what} is a C string and cannot contain a NUL character";
    text_signature_without_parentheses() =>
        "a text signature is the parameters in parentheses: `text_signature = \"(a, b=1)\"`, or `None` for none";
}

// Signatures.
messages! {
    unknown_parameter(name: &str) =>
        "the function has no parameter `{name}`: the names in `signature` are those of the Rust parameters";
    missing_parameter(name: &str) =>
        "parameter `{name}` is missing in `signature`: name every parameter that Python fills in";
    parameter_twice(name: &str) =>
        "parameter `{name}` is there twice";
    token_in_signature(name: &str) =>
        "`{name}` is filled in and not part of the Python signature: leave it out of `signature`";
    slash_first() =>
        "`/` ends the positional-only parameters: write at least one before it";
    slash_twice() =>
        "`/` can be there once";
    slash_after_star() =>
        "`/` must come before `*`";
    star_twice() =>
        "`*` can be there once: what follows it is keyword-only already";
    star_last() =>
        "`*` begins the keyword-only parameters: write at least one after it, or remove it";
    after_kwargs() =>
        "`**kwargs` takes all that is left: nothing can follow it";
    default_on_variadic() =>
        "`*args` and `**kwargs` cannot have a default: they are empty when nothing is given";
    missing_default(name: &str) =>
        "`{name}` needs a default too, since one before it has one: Python could not tell which of them was left out";
    underscore_not_positional_only() =>
        "`_` has no name to give it by, so it must be positional-only: write `/` after it";
    unknown_converted_parameter(name: &str) =>
        "`from_py_with` names a parameter `{name}` that Python does not fill in";
    converter_on_variadic() =>
        "`from_py_with` converts one argument: convert `*args` and `**kwargs` in the body";
    expected_parameter() =>
        "expected a parameter: `name`, `name = default`, `name: \"type\"`, `/`, `*`, `*args` or `**kwargs`";
    empty_default() =>
        "expected a default after `=`";
}

// Options.
messages! {
    unknown_option(name: &str, known: &str) =>
        "there is no option `{name}` here; there are {known}";
    option_twice(name: &str) =>
        "option `{name}` is there twice";
    unknown_interpreters() =>
        "`interpreters` is \"main\" (the main interpreter alone), \"shared_gil\" (all that share its GIL) or \"per_gil\" (all)";
    expected_bool(name: &str) =>
        "`{name}` is switched on by `{name}` or `{name} = true`, off by `{name} = false`";
    init_with_options() =>
        "`#[mybind(init)]` marks the function that fills the module, which Python never sees: it has no other options";
    warning_without_message() =>
        "a warning needs its text: `warn(message = \"...\", category = PyFutureWarning)`, of which the category may be left out for a UserWarning";
    adds_without_init() =>
        "`adds` lists what a function adds to its module: it goes with `init`, or with `module`";
    expected_addition() =>
        "`adds` lists functions and exceptions by their paths, and values by name and type: `adds = (function, path::MyError, VERSION: &str)`";
    function_module_without_parameter(name: &str) =>
        "a function that is a module fills it, so it takes it: write `fn {name}(m: &Bound<'_, PyModule>) -> PyResult<()>`";
    functions_elsewhere() =>
        "`functions = (...)` lists what a macro invocation writes: put it on the invocation";
    macro_without_functions() =>
        "`#[mybind]` cannot see what the macro writes: list its functions with `#[mybind(functions = (a, b))]`; only `create_exception!` and `import_exception!` need no list";
    option_on_import(name: &str) =>
        "`{name}` belongs where the item is defined";
    submodule_option_on_inner() =>
        "a module inside a module is a submodule anyway: remove `submodule`";
}

// Hints and overloads.
messages! {
    unreadable_hint(text: &str, mistake: &str) =>
        "`{text}` is no type in Python's words: {mistake}";
    unreadable_overload(text: &str, mistake: &str) =>
        "`{text}` is no signature in Python's words, such as `(x: int, *, y: str = ...) -> int`: {mistake}";
    single_overload() =>
        "one overload alone says nothing to a type checker: write at least two, or `signature = (x: \"int\") -> \"int\"`";
    unknown_in_overload(name: &str) =>
        "the function has no parameter `{name}` that such an overload could call: the names are those of the signature";
    missing_in_overload(name: &str) =>
        "`{name}` has no default, so every overload must have it";
    other_kind_in_overload(name: &str) =>
        "`{name}` cannot be given so: the signature has it in another place, or by position or by keyword alone";
    default_in_overload(name: &str) =>
        "`{name}` has no default in the signature, so it has none in an overload";
}

// Derives.
messages! {
    derive_on_union() =>
        "a `struct` or an `enum` can be converted, not a `union`: nobody knows which of its fields is there";
    nothing_to_convert(what: &str) =>
        "there is nothing to convert here: {what}";
    two_lifetimes() =>
        "a value that is made from a Python object can have one lifetime, that of the interpreter `'py`: write owned types for what borrows";
    borrowed_field() =>
        "a field is owned, since nothing keeps alive what it is made from: write `String` for `&str`, `Vec<u8>` for `&[u8]`, `Bound<'py, T>` for `&Bound<'py, T>`";
    transparent_fields() =>
        "`transparent` makes the whole out of its one field: have one field here, or remove it";
    not_looked_up(option: &str) =>
        "`{option}` says how a field is found in an object; here it is not looked up: remove it";
    name_of_variant() =>
        "`name` is the text that a variant without fields is; for what an error calls this one, write `annotation = \"...\"`";
    item_and_attribute() =>
        "a field is found in one place: write `item` or `attribute`, once";
    attribute_among_items() =>
        "`from_item_all` finds every field among the items: remove `attribute`, or write `item` on the other fields instead of `from_item_all`";
    only_defaults() =>
        "any object at all would do, since every field has a default: leave one field without, or find them among the items of a dict with `from_item_all`";
    unknown_renaming() =>
        "`rename_all` is \"camelCase\", \"kebab-case\", \"lowercase\", \"PascalCase\", \"SCREAMING-KEBAB-CASE\", \"SCREAMING_SNAKE_CASE\", \"snake_case\" or \"UPPERCASE\"";
}

// Modules.
messages! {
    import_glob() =>
        "`#[mybind] use` must name each function: a glob brings in what cannot be seen here";
    import_without_name() =>
        "`#[mybind] use` needs a name to export: write `use path::function;`";
    renamed_module() =>
        "a submodule keeps its name: give it another one with `#[mybind(submodule, name = \"...\")]` where it is defined";
    name_twice(name: &str) =>
        "the module exports `{name}` twice: give one of them another name with `name = \"...\"`";
    name_of_panic_exception() =>
        "every module has `PanicException` already: choose another name";
    name_of_all() =>
        "every module has `__all__` already: choose another name";
    constant_without_name() =>
        "`const _` has no name to export";
    non_ascii_module(name: &str) =>
        "the importer finds a module by an ASCII symbol: say `#[mybind(name = \"...\")]` with an ASCII name instead of `{name}`";
    wrong_library_name(module: &str, library: &str, source: &str) =>
        "Python will look for a module `{library}`, since {source}, and will not find `{module}`: call the module `{library}`, or say `#[mybind(name = \"{library}\")]`, or `module-name = \"{module}\"` under `[tool.maturin]` in pyproject.toml; for a module that another one brings in by `#[mybind(submodule)] use`, say `#[mybind(submodule)]`";
    function_called_as_library(name: &str) =>
        "Python will look for a module `{name}`, and this is a function: a function that fills the module is `#[mybind(module)]`; one that takes any module needs another name";
}
