//! The file that is walked through: its text, what in it is under `#[mybind]`, and what that becomes.

use std::ops::Range;

use mybind_codegen::derive::Conversion;
use mybind_codegen::ir;
use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Item;

use crate::diagnostics::{self, Diagnostic};

/// A file that could be read, and in which nothing is refused.
pub struct Source {
    /// The text.
    pub text: String,
    /// Everything under `#[mybind]`, in the order of the text.
    pub exported: Vec<Exported>,
    /// The whole file with each of these expanded, as the compiler gets it.
    pub expanded: syn::File,
    /// The same, as the macro gave it: a stream whose tokens still know where they are from.
    pub tokens: TokenStream,
    /// The macro invocations outside of functions: what they write is not seen.
    pub macros: Vec<String>,
    /// What proc-macro2 calls the text: only spans of that file are places in it.
    file: String,
}

/// An item under `#[mybind]`.
pub struct Exported {
    /// What stands in the attribute's parentheses.
    pub options: TokenStream,
    /// The item, without the attribute.
    pub item: TokenStream,
    /// What it was understood to be.
    pub ir: ir::Exported,
    /// The Rust modules around it.
    pub path: Vec<String>,
}

/// Why there is nothing to walk through.
#[derive(Debug)]
pub enum Unreadable {
    /// The text is no Rust, as far as can be told without a compiler.
    Syntax(Diagnostic),
    /// The macro refuses something.
    Refused(Vec<Diagnostic>),
}

impl Source {
    /// Reads `text`.
    ///
    /// # Errors
    /// All mistakes, when there are any.
    pub fn parse(text: &str) -> Result<Source, Unreadable> {
        // A byte order mark or a `#!` line is none of Rust's tokens; the places of what follows must stay.
        let blank = |found: &str| " ".repeat(found.len());
        let mut text = text.replacen(
            '\u{feff}',
            &blank("\u{feff}"),
            usize::from(text.starts_with('\u{feff}')),
        );
        if text.starts_with("#!") && !text.starts_with("#![") {
            let line = text.lines().next().unwrap_or_default().to_owned();
            text = text.replacen(&line, &blank(&line), 1);
        }
        let tokens: TokenStream = text.parse().map_err(|error: proc_macro2::LexError| {
            Unreadable::Syntax(syntax(
                error.span(),
                "cannot parse string into token stream",
                &text,
            ))
        })?;
        let file = tokens
            .clone()
            .into_iter()
            .next()
            .map_or_else(String::new, |token| token.span().file());
        let parsed: syn::File = syn::parse2(tokens)
            .map_err(|error| Unreadable::Syntax(syntax(error.span(), &error.to_string(), &text)))?;
        let mut reader = Reader {
            text: &text,
            exported: Vec::new(),
            macros: Vec::new(),
            refused: Vec::new(),
        };
        let attributes = parsed.attrs.iter().map(ToTokens::to_token_stream);
        let items = reader.expand_items(parsed.items.clone(), &mut Vec::new());
        let tokens: TokenStream = attributes.chain([items]).collect();
        if !reader.refused.is_empty() {
            return Err(Unreadable::Refused(reader.refused));
        }
        let (exported, macros) = (reader.exported, reader.macros);
        let expanded = syn::parse2(tokens.clone())
            .map_err(|error| Unreadable::Syntax(syntax(error.span(), &error.to_string(), &text)))?;
        Ok(Source {
            text,
            exported,
            expanded,
            tokens,
            macros,
            file,
        })
    }

    /// The place in the text that a token has from there.
    pub fn place(&self, span: Span) -> Option<Range<usize>> {
        let place = span.byte_range();
        (!place.is_empty() && span.file() == self.file).then_some(place)
    }

    /// All functions that Python will see, but those that macros write.
    pub fn functions(&self) -> Vec<Chosen<'_>> {
        let mut functions = Vec::new();
        for (index, exported) in self.exported.iter().enumerate() {
            match &exported.ir {
                ir::Exported::Function(function) => functions.push(Chosen {
                    exported: index,
                    function,
                    modules: Vec::new(),
                }),
                ir::Exported::Module(module) => {
                    functions_of(module, index, &mut Vec::new(), &mut functions)
                }
            }
        }
        functions
    }

    /// The outermost `#[mybind]` modules.
    pub fn modules(&self) -> impl Iterator<Item = &ir::Module> {
        self.exported
            .iter()
            .filter_map(|exported| match &exported.ir {
                ir::Exported::Module(module) => Some(module),
                ir::Exported::Function(_) => None,
            })
    }
}

/// A function that is walked through.
#[derive(Clone)]
pub struct Chosen<'a> {
    /// Which of [`Source::exported`] it is, or is in.
    pub exported: usize,
    /// What was understood of it.
    pub function: &'a ir::Function,
    /// The `#[mybind]` modules that it is written in.
    pub modules: Vec<&'a ir::Module>,
}

fn functions_of<'a>(
    module: &'a ir::Module,
    exported: usize,
    around: &mut Vec<&'a ir::Module>,
    functions: &mut Vec<Chosen<'a>>,
) {
    around.push(module);
    for member in &module.members {
        match member {
            ir::Member::Function(function) => functions.push(Chosen {
                exported,
                function,
                modules: around.clone(),
            }),
            ir::Member::Module(inner) => functions_of(inner, exported, around, functions),
            _ => {}
        }
    }
    around.pop();
}

fn syntax(span: Span, message: &str, text: &str) -> Diagnostic {
    let place = span.byte_range();
    Diagnostic {
        message: message.to_owned(),
        place: place.start.min(text.len())..place.end.min(text.len()),
    }
}

/// Goes through the items and expands what is under `#[mybind]`.
struct Reader<'a> {
    text: &'a str,
    exported: Vec<Exported>,
    macros: Vec<String>,
    refused: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn expand_items(&mut self, items: Vec<Item>, path: &mut Vec<String>) -> TokenStream {
        items
            .into_iter()
            .map(|item| self.expand_item(item, path))
            .collect()
    }

    fn expand_item(&mut self, mut item: Item, path: &mut Vec<String>) -> TokenStream {
        let derived = derives(&item);
        if !derived.is_empty() {
            // The item stays, and `#[mybind]` on it and in it is the derive's.
            for conversion in derived {
                let written = mybind_codegen::derive::derive(conversion, item.to_token_stream());
                for mistake in diagnostics::of_compile_errors(written, self.text) {
                    // Several derives may say the same, which the compiler shows once.
                    if !self.refused.contains(&mistake) {
                        self.refused.push(mistake);
                    }
                }
            }
            return item.to_token_stream();
        }
        if let Some(options) = attributes(&mut item).and_then(take_mybind) {
            let item = item.to_token_stream();
            return match mybind_codegen::understand(options.clone(), item.clone()) {
                Ok(mut ir) => {
                    if let ir::Exported::Module(module) = &mut ir {
                        let library = module.name.text.clone();
                        name_library(module, &library);
                    }
                    let expanded = mybind_codegen::expand::expand(&ir);
                    let expanded = place_names(expanded, &names_in(&ir));
                    self.exported.push(Exported {
                        options,
                        item,
                        ir,
                        path: path.clone(),
                    });
                    expanded
                }
                Err(errors) => {
                    self.refused
                        .extend(diagnostics::of_errors(&errors, self.text));
                    item
                }
            };
        }
        match item {
            Item::Mod(mut module) if module.content.is_some() => {
                let items = module
                    .content
                    .take()
                    .map_or_else(Vec::new, |(_, items)| items);
                path.push(module.ident.to_string());
                let content = self.expand_items(items, path);
                path.pop();
                let syn::ItemMod {
                    attrs,
                    vis,
                    unsafety,
                    mod_token,
                    ident,
                    ..
                } = module;
                let head: TokenStream = attrs.iter().map(ToTokens::to_token_stream).collect();
                quote::quote!(#head #vis #unsafety #mod_token #ident { #content })
            }
            Item::Macro(invocation) if invocation.ident.is_none() => {
                self.macros
                    .push(invocation.mac.path.to_token_stream().to_string());
                invocation.to_token_stream()
            }
            item => item.to_token_stream(),
        }
    }
}

/// The names in Python that an item gives, whose places the macro knows.
fn names_in(ir: &ir::Exported) -> Vec<&ir::PythonName> {
    match ir {
        ir::Exported::Function(function) => {
            let parameters = function.signature.parameters.iter();
            let parameters = parameters.map(|parameter| &parameter.name);
            std::iter::once(&function.name).chain(parameters).collect()
        }
        // The parameters of its functions may be called alike.
        ir::Exported::Module(module) => {
            let members = module.members.iter().filter_map(ir::Member::known_name);
            std::iter::once(&module.name).chain(members).collect()
        }
    }
}

/// Gives the literals that are such a name, `"a"` or `c"a"`, its place.
fn place_names(tokens: TokenStream, names: &[&ir::PythonName]) -> TokenStream {
    let place = |token: TokenTree| match token {
        TokenTree::Group(group) => {
            let mut placed = Group::new(group.delimiter(), place_names(group.stream(), names));
            placed.set_span(group.span());
            TokenTree::Group(placed)
        }
        TokenTree::Literal(mut literal) if literal.span().byte_range().is_empty() => {
            let text = literal.to_string();
            let text = text.trim_start_matches('c').trim_matches('"');
            if let Some(name) = names.iter().find(|name| name.text == text) {
                literal.set_span(name.span);
            }
            TokenTree::Literal(literal)
        }
        token => token,
    };
    tokens.into_iter().map(place).collect()
}

/// The library is named like the outermost module, as the importer wants it; only cargo tells the macro so.
fn name_library(module: &mut ir::Module, library: &str) {
    if let Some(first) = module.parents.first_mut() {
        library.clone_into(first);
    }
    for member in &mut module.members {
        if let ir::Member::Module(inner) = member {
            name_library(inner, library);
        }
    }
}

fn attributes(item: &mut Item) -> Option<&mut Vec<syn::Attribute>> {
    match item {
        Item::Const(item) => Some(&mut item.attrs),
        Item::Enum(item) => Some(&mut item.attrs),
        Item::Fn(item) => Some(&mut item.attrs),
        Item::Impl(item) => Some(&mut item.attrs),
        Item::Macro(item) => Some(&mut item.attrs),
        Item::Mod(item) => Some(&mut item.attrs),
        Item::Static(item) => Some(&mut item.attrs),
        Item::Struct(item) => Some(&mut item.attrs),
        Item::Trait(item) => Some(&mut item.attrs),
        Item::Type(item) => Some(&mut item.attrs),
        Item::Union(item) => Some(&mut item.attrs),
        Item::Use(item) => Some(&mut item.attrs),
        _ => None,
    }
}

/// What an item derives of mybind's.
fn derives(item: &Item) -> Vec<Conversion> {
    let attributes = match item {
        Item::Struct(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        _ => return Vec::new(),
    };
    let is_derive = |attribute: &&syn::Attribute| attribute.path().is_ident("derive");
    let lists = attributes
        .iter()
        .filter(is_derive)
        .filter_map(|derive| match &derive.meta {
            syn::Meta::List(list) => Some(list.tokens.clone()),
            _ => None,
        });
    let named = lists
        .flatten()
        .filter_map(|name| match name.to_string().as_str() {
            "FromPyObject" => Some(Conversion::FromPyObject),
            "IntoPyObject" => Some(Conversion::IntoPyObject),
            "IntoPyObjectRef" => Some(Conversion::IntoPyObjectRef),
            _ => None,
        });
    named.collect()
}

/// Takes `#[mybind(options)]` off, and gives its options.
fn take_mybind(attributes: &mut Vec<syn::Attribute>) -> Option<TokenStream> {
    let is_mybind = |attribute: &syn::Attribute| {
        let last = attribute.path().segments.last();
        last.is_some_and(|segment| segment.ident == "mybind")
    };
    let index = attributes.iter().position(is_mybind)?;
    match attributes.remove(index).meta {
        syn::Meta::List(list) => Some(list.tokens),
        _ => Some(TokenStream::new()),
    }
}
