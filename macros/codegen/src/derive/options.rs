//! What stands in the parentheses of `#[mybind(...)]` below a derive: on the item, its variants and its fields.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use super::renaming::Renaming;
use crate::commas::Grammar;
use crate::cursor::{Cursor, transparent};
use crate::errors::{self, Errors, Result};
use crate::hint::TypeHint;
use crate::literal::{self, Value};
use crate::options::{assigned, each_option_of, function, string};
use crate::python_signature::written_hint;

/// Options of a struct.
#[derive(Default)]
pub(super) struct StructOptions {
    /// `transparent`, and its place.
    pub(super) transparent: Option<Span>,
    /// `from_item_all`, and its place.
    pub(super) from_item_all: Option<Span>,
    /// `rename_all = "..."`, and its place.
    pub(super) rename_all: Option<(Renaming, Span)>,
    /// `hint = "..."`.
    pub(super) hint: Option<TypeHint>,
    /// `crate = path`.
    pub(super) runtime: Option<TokenStream>,
}

/// Options of an enum.
#[derive(Default)]
pub(super) struct EnumOptions {
    /// `rename_all = "..."`.
    pub(super) rename_all: Option<(Renaming, Span)>,
    /// `hint = "..."`.
    pub(super) hint: Option<TypeHint>,
    /// `crate = path`.
    pub(super) runtime: Option<TokenStream>,
}

/// Options of a variant.
#[derive(Default)]
pub(super) struct VariantOptions {
    /// What is said of its fields.
    pub(super) fields: StructOptions,
    /// `name = "..."`: the text that a variant without fields is, and its place.
    pub(super) name: Option<(String, Span)>,
    /// `annotation = "..."`: what it is called in an error.
    pub(super) annotation: Option<String>,
}

/// Options of a field.
#[derive(Default)]
pub(super) struct FieldOptions {
    /// `item`, `item(key)`, `attribute` or `attribute("name")`, and its place.
    pub(super) getter: Option<(Getter, Span)>,
    /// `default` or `default = expression`, and its place.
    pub(super) default: Option<(Option<TokenStream>, Span)>,
    /// `from_py_with = path`.
    pub(super) from_py_with: Option<TokenStream>,
    /// `into_py_with = path`.
    pub(super) into_py_with: Option<TokenStream>,
    /// `hint = "..."`.
    pub(super) hint: Option<TypeHint>,
}

/// Where a field's value is in the object.
pub(super) enum Getter {
    /// Under this key; without one, under the field's name.
    Item(Option<Key>),
    /// In the attribute of this name; without one, of the field's.
    Attribute(Option<String>),
}

/// A key that is written out.
pub(super) enum Key {
    /// Text.
    Text(String),
    /// Another literal, such as `0`.
    Other(TokenStream),
}

const STRUCT_OPTIONS: &str = "`transparent`, `from_item_all`, `rename_all`, `hint` and `crate`";
const ENUM_OPTIONS: &str = "`rename_all`, `hint` and `crate`";
const VARIANT_OPTIONS: &str =
    "`transparent`, `from_item_all`, `rename_all`, `name` and `annotation`";
const FIELD_OPTIONS: &str =
    "`item`, `attribute`, `default`, `from_py_with`, `into_py_with` and `hint`";

impl StructOptions {
    pub(super) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut options = StructOptions::default();
        let result = each_option(tokens, &mut |name, input| match name.to_string().as_str() {
            "crate" => {
                options.runtime = Some(path(input)?);
                Ok(())
            }
            "hint" => {
                options.hint = Some(hint(input)?);
                Ok(())
            }
            _ => match options.read(name, input)? {
                true => Ok(()),
                false => Err(unknown(name, STRUCT_OPTIONS)),
            },
        });
        errors.take(result);
        options
    }

    /// Reads an option that says how fields are converted; `false` when it is another one.
    fn read(&mut self, name: &Ident, input: &mut Cursor) -> Result<bool> {
        match name.to_string().as_str() {
            "transparent" => self.transparent = Some(name.span()),
            "from_item_all" => self.from_item_all = Some(name.span()),
            "rename_all" => self.rename_all = Some(renaming(name, input)?),
            _ => return Ok(false),
        }
        Ok(true)
    }
}

impl EnumOptions {
    pub(super) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut options = EnumOptions::default();
        let result = each_option(tokens, &mut |name, input| {
            match name.to_string().as_str() {
                "rename_all" => options.rename_all = Some(renaming(name, input)?),
                "hint" => options.hint = Some(hint(input)?),
                "crate" => options.runtime = Some(path(input)?),
                _ => return Err(unknown(name, ENUM_OPTIONS)),
            }
            Ok(())
        });
        errors.take(result);
        options
    }
}

impl VariantOptions {
    pub(super) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut options = VariantOptions::default();
        let result = each_option(tokens, &mut |name, input| {
            match name.to_string().as_str() {
                "name" => options.name = Some((string(input)?.0, name.span())),
                "annotation" => options.annotation = Some(string(input)?.0),
                _ if options.fields.read(name, input)? => {}
                _ => return Err(unknown(name, VARIANT_OPTIONS)),
            }
            Ok(())
        });
        errors.take(result);
        options
    }
}

impl FieldOptions {
    pub(super) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut options = FieldOptions::default();
        let result = each_option(tokens, &mut |name, input| {
            match name.to_string().as_str() {
                "item" => options.set_getter(name, Getter::Item(key(input)?))?,
                "attribute" => {
                    let attribute = attribute_name(input)?;
                    options.set_getter(name, Getter::Attribute(attribute))?;
                }
                "default" if input.is_at('=') => {
                    let expression = assigned(input, Grammar::Expression, "an expression")?;
                    options.default = Some((Some(expression), name.span()));
                }
                "default" => options.default = Some((None, name.span())),
                "from_py_with" => options.from_py_with = Some(function(input)?),
                "into_py_with" => options.into_py_with = Some(function(input)?),
                "hint" => options.hint = Some(hint(input)?),
                _ => return Err(unknown(name, FIELD_OPTIONS)),
            }
            Ok(())
        });
        errors.take(result);
        options
    }

    fn set_getter(&mut self, name: &Ident, getter: Getter) -> Result<()> {
        match self.getter.replace((getter, name.span())) {
            None => Ok(()),
            Some(_) => Err(errors::item_and_attribute(name.span())),
        }
    }
}

fn each_option(
    tokens: TokenStream,
    read: &mut dyn FnMut(&Ident, &mut Cursor) -> Result<()>,
) -> Result<()> {
    each_option_of(Cursor::new(open_fragments(tokens)), read)
}

/// A name or a literal that is a fragment of `macro_rules!` comes in an invisible group. One around more keeps an expression
/// together.
fn open_fragments(tokens: TokenStream) -> TokenStream {
    let open = |token: TokenTree| match token {
        TokenTree::Group(group) if is_fragment(&group) => open_fragments(group.stream()),
        token => token.into(),
    };
    tokens.into_iter().flat_map(open).collect()
}

fn is_fragment(group: &Group) -> bool {
    group.delimiter() == Delimiter::None && group.stream().into_iter().count() == 1
}

fn unknown(name: &Ident, known: &str) -> errors::Error {
    errors::unknown_option(name.span(), &name.to_string(), known)
}

/// `= path::to::something`; `$path:path` comes in an invisible group.
fn path(input: &mut Cursor) -> Result<TokenStream> {
    let value = assigned(input, Grammar::Type, "a path")?;
    let mut inside = Cursor::new(transparent(value));
    let path = inside.expect_path()?;
    match inside.is_empty() {
        true => Ok(path),
        false => Err(inside.expected("`,`")),
    }
}

fn hint(input: &mut Cursor) -> Result<TypeHint> {
    let (text, span) = string(input)?;
    written_hint(&text, span)
}

fn renaming(name: &Ident, input: &mut Cursor) -> Result<(Renaming, Span)> {
    let (text, span) = string(input)?;
    match Renaming::of(&text) {
        Some(renaming) => Ok((renaming, name.span())),
        None => Err(errors::unknown_renaming(span)),
    }
}

/// `(key)`, or nothing.
fn key(input: &mut Cursor) -> Result<Option<Key>> {
    let Some(group) = input.take_group(Delimiter::Parenthesis) else {
        return Ok(None);
    };
    let mut inside = Cursor::inside(&group);
    let is_literal = |token: &TokenTree| match token {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(word) => word == "true" || word == "false",
        _ => false,
    };
    let key = match inside.rest() {
        [TokenTree::Literal(text)] if matches!(literal::value(text), Value::Str(_)) => {
            Key::Text(inside.expect_string()?.0)
        }
        [token] if is_literal(token) => Key::Other(inside.take_rest()),
        [TokenTree::Punct(minus), TokenTree::Literal(_)] if minus.as_char() == '-' => {
            Key::Other(inside.take_rest())
        }
        _ => return Err(inside.expected("a literal")),
    };
    Ok(Some(key))
}

/// `("name")`, or nothing.
fn attribute_name(input: &mut Cursor) -> Result<Option<String>> {
    let Some(group) = input.take_group(Delimiter::Parenthesis) else {
        return Ok(None);
    };
    let mut inside = Cursor::inside(&group);
    let (name, _) = inside.expect_string()?;
    match inside.is_empty() {
        true => Ok(Some(name)),
        false => Err(inside.expected("`)`")),
    }
}
