//! The item as written: what it is, and the parts that matter, each with its place in the source.
//!
//! Only the signature is read. A body, and everything in a module that does not have `#[mybind]` on it, is a
//! stream of tokens that is passed on.

mod additions;
mod function;
mod module;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;

pub use additions::Additions;
pub use function::{Function, Parameter, Pattern};
pub use module::{Constant, Import, MacroInvocation, Member, Module};

use crate::attribute::{Attribute, Content};
use crate::commas::{Angles, Grammar};
use crate::cursor::{Cursor, is_char, transparent};
use crate::errors::{self, Errors, Result};
use crate::options::{FunctionOptions, ModuleOptions};

/// An item that `#[mybind]` stands on.
pub enum Written {
    /// A function.
    Function(Function),
    /// A module.
    Module(Module),
}

/// Reads `item`, under `#[mybind(options)]`. `None` when it cannot be read, or cannot be exported; that, and options
/// that are not options, are added to `errors`.
pub fn parse(options: TokenStream, item: TokenStream, errors: &mut Errors) -> Option<Written> {
    let written = read(options, item, errors);
    errors.take(written)
}

fn read(options: TokenStream, item: TokenStream, errors: &mut Errors) -> Result<Written> {
    let mut tokens = Cursor::new(transparent(item));
    let (more, attributes): (Vec<_>, Vec<_>) =
        tokens.take_attributes().into_iter().partition(is_mybind);
    let options = joined_options(options, &more)?;
    let (kind, span) = ItemKind::of(tokens.rest());
    let item = item_of(kind, &attributes, &tokens);
    match kind {
        ItemKind::Function if ModuleOptions::are_of_function(&options) => {
            let options = ModuleOptions::parse(options, true, errors);
            Module::parse_function(options, attributes, tokens, item, errors).map(Written::Module)
        }
        ItemKind::Function => {
            let options = FunctionOptions::parse(options, errors);
            Function::parse(options, attributes, tokens, item, errors).map(Written::Function)
        }
        ItemKind::Module => {
            let options = ModuleOptions::parse(options, false, errors);
            Module::parse(options, attributes, tokens, errors).map(Written::Module)
        }
        ItemKind::Constant => Err(errors::const_outside_module(span)),
        ItemKind::Use => Err(errors::use_outside_module(span)),
        ItemKind::MacroInvocation => Err(errors::macro_outside_module(span)),
        ItemKind::Other(name) => Err(errors::not_exportable(span, name)),
        ItemKind::Unknown => Err(errors::unreadable_item(span)),
    }
}

/// The item without any `#[mybind]` inside, to stand beside an error: one mistake gives one message.
pub fn without_attributes(item: TokenStream) -> TokenStream {
    let mut tokens = Cursor::new(transparent(item));
    let mut stripped = TokenStream::new();
    for attribute in tokens.take_attributes() {
        if !is_mybind(&attribute) {
            attribute.to_tokens(&mut stripped);
        }
    }
    match (ItemKind::of(tokens.rest()).0, tokens.rest().split_last()) {
        (ItemKind::Module, Some((TokenTree::Group(body), head))) => {
            stripped.extend(head.iter().cloned());
            let mut inner = Group::new(body.delimiter(), module::strip_attributes(body.stream()));
            inner.set_span(body.span());
            inner.to_tokens(&mut stripped);
        }
        (kind, _) => stripped.extend(rest_of(kind, &tokens)),
    }
    stripped
}

/// Whether this is `#[mybind]`, by whatever path.
pub(crate) fn is_mybind(attribute: &Attribute) -> bool {
    attribute.ends_with("mybind")
}

/// The options in the parentheses of this `#[mybind]`.
pub(crate) fn options_of(attribute: &Attribute) -> Result<TokenStream> {
    match &attribute.content {
        Content::Nothing => Ok(TokenStream::new()),
        Content::List(options) => Ok(options.clone()),
        Content::Value(_) => Err(errors::unreadable_item(attribute.span())),
    }
}

/// The `options` of a `#[mybind]`, and those of `more` of them on the same item: `#[mybind] #[mybind(name = "g")]`.
///
/// # Errors
/// Where one of `more` has none.
fn joined_options(mut options: TokenStream, more: &[Attribute]) -> Result<TokenStream> {
    for attribute in more {
        let added = options_of(attribute)?;
        if added.is_empty() {
            return Err(errors::attribute_twice(attribute.span()));
        }
        append_options(&mut options, added);
    }
    Ok(options)
}

/// Adds `more` options to the list that `options` are.
pub(crate) fn append_options(options: &mut TokenStream, more: TokenStream) {
    let last = options.clone().into_iter().last();
    if last.is_some_and(|last| !is_char(&last, ',')) {
        options.extend(quote::quote!(,));
    }
    options.extend(more);
}

/// The item as the compiler gets it: `attributes`, and the tokens after them.
fn item_of(kind: ItemKind, attributes: &[Attribute], tokens: &Cursor) -> TokenStream {
    let attributes = attributes.iter().map(ToTokens::to_token_stream);
    attributes.chain([rest_of(kind, tokens)]).collect()
}

/// The tokens after an item's attributes.
fn rest_of(kind: ItemKind, tokens: &Cursor) -> TokenStream {
    match kind {
        ItemKind::Function => function::without_parameter_options(tokens),
        _ => tokens.rest().iter().cloned().collect(),
    }
}

/// What kind of item it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Function,
    Module,
    Constant,
    Use,
    MacroInvocation,
    Other(&'static str),
    Unknown,
}

impl ItemKind {
    /// Tells from the tokens after the attributes, with the place of the word that says so.
    fn of(tokens: &[TokenTree]) -> (ItemKind, Span) {
        let mut last = None;
        for (index, token) in tokens.iter().enumerate() {
            let span = token.span();
            let next = tokens.get(index + 1);
            match token {
                TokenTree::Ident(ident) => match ident.to_string().as_str() {
                    // `const fn`, `const unsafe fn` and so on are functions.
                    "const" if !starts_function(next) => return (ItemKind::Constant, span),
                    "fn" => return (ItemKind::Function, span),
                    "mod" => return (ItemKind::Module, span),
                    "use" => return (ItemKind::Use, span),
                    "struct" => return (ItemKind::Other("a `struct`"), span),
                    "enum" => return (ItemKind::Other("an `enum`"), span),
                    "union" if matches!(next, Some(TokenTree::Ident(_))) => {
                        return (ItemKind::Other("a `union`"), span);
                    }
                    "impl" => return (ItemKind::Other("an `impl`"), span),
                    "trait" => return (ItemKind::Other("a `trait`"), span),
                    "static" => return (ItemKind::Other("a `static` (write a `const`)"), span),
                    "type" => return (ItemKind::Other("a `type`"), span),
                    "macro_rules" => return (ItemKind::Other("a macro's definition"), span),
                    _ => last = Some(span),
                },
                TokenTree::Punct(punct) if punct.as_char() == '!' => {
                    return (ItemKind::MacroInvocation, last.unwrap_or(span));
                }
                _ => {}
            }
        }
        (
            ItemKind::Unknown,
            tokens.first().map_or_else(Span::call_site, TokenTree::span),
        )
    }

    /// Whether an item of this kind is at its end after `token`.
    fn ends_with(self, token: &TokenTree, angles: &Angles) -> bool {
        match token {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => {
                group.delimiter() == Delimiter::Brace
                    && angles.is_outside()
                    && !matches!(self, ItemKind::Constant | ItemKind::Use)
            }
            _ => false,
        }
    }
}

fn starts_function(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ["fn", "async", "unsafe", "extern"].iter().any(|word| ident == word))
}

/// Takes the tokens of one item off the front of `tokens`.
fn take_item(tokens: &mut Cursor) -> (ItemKind, Span, Cursor) {
    let (kind, span) = ItemKind::of(tokens.rest());
    let grammar = if kind == ItemKind::Function {
        Grammar::Type
    } else {
        Grammar::Expression
    };
    let mut angles = Angles::new(grammar);
    let mut is_last = |token: &TokenTree| {
        angles.pass(token);
        kind.ends_with(token, &angles)
    };
    let length = tokens.rest().iter().position(&mut is_last);
    let length = length.map_or(tokens.rest().len(), |last| last + 1);
    (kind, span, Cursor::new(tokens.take_many(length)))
}

/// The name that Rust spells `ident`: `type` for `r#type`.
pub(crate) fn python_text(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map_or(text.clone(), str::to_owned)
}
