//! A Rust type as written, and the few things that must be known of it before the compiler knows it.
//!
//! What a type can do is decided by traits, never here: these are only the questions whose answer shapes the
//! generated code, or makes a better message than the compiler's.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;

use crate::commas::{Grammar, split_at_commas};
use crate::cursor::{Cursor, transparent};

/// A type, token for token.
#[derive(Debug, Clone)]
pub struct RustType {
    tokens: TokenStream,
}

impl RustType {
    /// The type that `tokens` spell. A `+` at its end, which the compiler refuses where the type is written, adds nothing to it, and could not
    /// stand before an `as`.
    pub fn new(tokens: TokenStream) -> Self {
        let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
        if matches!(tokens.last(), Some(TokenTree::Punct(plus)) if plus.as_char() == '+') {
            tokens.pop();
        }
        RustType {
            tokens: tokens.into_iter().collect(),
        }
    }

    /// The place in the source: that of its first name.
    pub fn span(&self) -> Span {
        find(&self.tokens, &|token| matches!(token, TokenTree::Ident(_)))
            .unwrap_or_else(Span::call_site)
    }

    /// Where the type begins, and where it ends. Code that the compiler is to speak of as of the type begins and ends there too: then it has the
    /// same to say, and says it once.
    pub fn place(&self) -> (Span, Span) {
        let span =
            |token: Option<TokenTree>| token.map_or_else(Span::call_site, |token| token.span());
        let mut tokens = self.tokens.clone().into_iter();
        let first = tokens.next();
        (span(first.clone()), span(tokens.last().or(first)))
    }

    /// Whether this is the token `Python<'_>`, by whatever path.
    pub fn is_python_token(&self) -> bool {
        self.last_segment()
            .is_some_and(|segment| segment == "Python")
    }

    /// Whether this is an `Option`, so that a default of the inner type may stand for `Some` of it. An alias
    /// of `Option` is not seen; there the default is written with `Some`.
    pub fn is_option(&self) -> bool {
        self.last_segment()
            .is_some_and(|segment| segment == "Option")
    }

    /// Whether this is a reference to, or a handle of, a `PyModule`.
    pub fn is_module(&self) -> bool {
        contains(
            &self.tokens,
            &|token| matches!(token, TokenTree::Ident(ident) if ident == "PyModule"),
        )
    }

    /// Where the type says `impl Trait`.
    pub fn impl_trait(&self) -> Option<Span> {
        find(
            &self.tokens,
            &|token| matches!(token, TokenTree::Ident(ident) if ident == "impl"),
        )
    }

    /// Where a container of the standard library says that its items are borrowed: `Vec<&str>`, `(&str, i32)`.
    pub fn borrowed_item(&self) -> Option<Span> {
        borrowed(self.tokens.clone(), false)
    }

    /// Where a field is borrowed: as a whole, or as an item of such a container.
    pub fn borrowed_field(&self) -> Option<Span> {
        borrowed(self.tokens.clone(), true)
    }

    /// The name of the handle that this is a reference to, or an `Option` of one, in the words of PyO3 before 0.21: `&PyList`.
    pub fn bare_handle(&self) -> Option<Ident> {
        bare_handle(self.tokens.clone())
    }

    /// Where the type says `'static`.
    pub fn static_lifetime(&self) -> Option<Span> {
        find(
            &self.tokens,
            &|token| matches!(token, TokenTree::Ident(ident) if ident == "static"),
        )
    }

    /// The type with its named lifetimes inferred, as it can be written in the generated code, where the
    /// function's own generics are out of scope.
    pub fn without_lifetimes(&self) -> TokenStream {
        // `for<'a>` binds its own lifetimes, which must stay.
        if find(
            &self.tokens,
            &|token| matches!(token, TokenTree::Ident(ident) if ident == "for"),
        )
        .is_some()
        {
            return self.tokens.clone();
        }
        infer_lifetimes(self.tokens.clone())
    }

    /// The last name of a path type, before its generic arguments: `Option` in `std::option::Option<i32>`.
    fn last_segment(&self) -> Option<Ident> {
        split_path(self.tokens.clone()).map(|(name, _)| name)
    }
}

impl ToTokens for RustType {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens.clone());
    }
}

/// A path type's last name, and its generic arguments without the angles.
fn split_path(tokens: TokenStream) -> Option<(Ident, TokenStream)> {
    let mut last = None;
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) => last = Some(ident),
            TokenTree::Punct(punct) if punct.as_char() == ':' => {}
            TokenTree::Punct(punct) if punct.as_char() == '<' => {
                let mut arguments: Vec<TokenTree> = tokens.collect();
                arguments.pop();
                return Some((last?, arguments.into_iter().collect()));
            }
            // The type of a `macro_rules!` fragment comes in an invisible group.
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                return split_path(group.stream());
            }
            _ => return None,
        }
    }
    Some((last?, TokenStream::new()))
}

/// Where a borrowed type stands as an item of a container; `is_item` says whether this type is one itself.
fn borrowed(ty: TokenStream, is_item: bool) -> Option<Span> {
    const CONTAINERS: [&str; 6] = [
        "Vec", "HashMap", "BTreeMap", "HashSet", "BTreeSet", "Option",
    ];
    let first = ty.clone().into_iter().next()?;
    let (items, are_items) = match &first {
        TokenTree::Punct(and) if and.as_char() == '&' => return is_item.then(|| and.span()),
        TokenTree::Group(group) if group.delimiter() != Delimiter::None => (group.stream(), true),
        _ => {
            let (name, arguments) = split_path(ty)?;
            if !CONTAINERS.iter().any(|container| name == container) {
                return None;
            }
            // An `Option` of a whole argument may borrow.
            (arguments, is_item || name != "Option")
        }
    };
    split_at_commas(items, Grammar::Type)
        .0
        .into_iter()
        .find_map(|item| borrowed(item, are_items))
}

fn bare_handle(ty: TokenStream) -> Option<Ident> {
    const HANDLES: [&str; 46] = [
        "PyAny",
        "PyBool",
        "PyByteArray",
        "PyBytes",
        "PyCFunction",
        "PyCapsule",
        "PyCode",
        "PyComplex",
        "PyContext",
        "PyDate",
        "PyDateTime",
        "PyDelta",
        "PyDict",
        "PyDictItems",
        "PyDictKeys",
        "PyDictValues",
        "PyEllipsis",
        "PyFloat",
        "PyFrame",
        "PyFrozenSet",
        "PyFunction",
        "PyGenericAlias",
        "PyInt",
        "PyIterator",
        "PyList",
        "PyMapping",
        "PyMappingProxy",
        "PyMemoryView",
        "PyModule",
        "PyNone",
        "PyNotImplemented",
        "PyRange",
        "PySequence",
        "PySet",
        "PySlice",
        "PyString",
        "PySuper",
        "PyTime",
        "PyTraceback",
        "PyTuple",
        "PyType",
        "PyTzInfo",
        "PyUntypedArray",
        "PyWeakref",
        "PyWeakrefProxy",
        "PyWeakrefReference",
    ];
    let mut tokens = Cursor::new(transparent(ty.clone()));
    if tokens.take_char('&').is_none() {
        let (name, arguments) = split_path(ty)?;
        return bare_handle(arguments).filter(|_| name == "Option");
    }
    if tokens.take_char('\'').is_some() {
        tokens.take();
    }
    let (name, arguments) = split_path(tokens.take_rest())?;
    (arguments.is_empty() && HANDLES.iter().any(|handle| name == handle)).then_some(name)
}

fn find(tokens: &TokenStream, wanted: &dyn Fn(&TokenTree) -> bool) -> Option<Span> {
    tokens.clone().into_iter().find_map(|token| match &token {
        TokenTree::Group(group) => find(&group.stream(), wanted),
        token => wanted(token).then(|| token.span()),
    })
}

fn contains(tokens: &TokenStream, wanted: &dyn Fn(&TokenTree) -> bool) -> bool {
    find(tokens, wanted).is_some()
}

fn infer_lifetimes(tokens: TokenStream) -> TokenStream {
    let mut inferred = TokenStream::new();
    let mut after_quote = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if std::mem::take(&mut after_quote) && ident != "static" => {
                Ident::new("_", ident.span()).to_tokens(&mut inferred);
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), infer_lifetimes(group.stream()));
                inner.set_span(group.span());
                inner.to_tokens(&mut inferred);
            }
            token => {
                after_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
                token.to_tokens(&mut inferred);
            }
        }
    }
    inferred
}
