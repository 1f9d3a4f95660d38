//! What is known of a function that fills a module at run time, and of what it adds.

use proc_macro2::{Group, Ident, TokenStream};

use super::{RustType, TypeHint};

/// A function that fills the module at run time.
#[derive(Debug)]
pub struct Initializer {
    /// Its name in Rust.
    pub ident: Ident,
    /// Everything before the body, attributes included.
    pub head: TokenStream,
    /// The body's braces.
    pub body: Group,
    /// For each of its arguments, whether it is the token `Python<'_>`; else it is the module.
    pub takes_token: Vec<bool>,
    /// `#[cfg]` attributes.
    pub cfgs: Vec<TokenStream>,
    /// What it adds to the module: what `adds = (...)` lists, then what its body tells.
    pub additions: Vec<Added>,
    /// How many of them are listed, where there is a list: then the whole is complete.
    pub listed: Option<usize>,
    /// Whether it may add more than can be seen.
    pub may_add_more: bool,
}

/// What a function adds to the module that it fills.
#[derive(Debug, Clone)]
pub struct Added {
    /// What it is.
    pub item: AddedItem,
    /// `#[cfg]` attributes.
    pub cfgs: Vec<TokenStream>,
}

/// What a function adds to the module that it fills; paths and expressions mean what they mean in its body.
#[derive(Debug, Clone)]
pub enum AddedItem {
    /// A `#[mybind]` function or an exception, under its own name.
    Export(TokenStream),
    /// A `#[mybind]` module, under its own name.
    Module(TokenStream),
    /// A class, under this name.
    Class(String, TokenStream),
    /// A value, under this name.
    Value(String, AddedValue),
}

/// What is known of a value that is added to a module.
#[derive(Debug, Clone)]
pub enum AddedValue {
    /// It is this expression, which can be evaluated while compiling.
    Constant(TokenStream),
    /// It is of this type.
    Type(RustType),
    /// It is of this type, in Python's words.
    Hint(TypeHint),
    /// Nothing.
    Unknown,
}

impl AddedItem {
    /// What tells it from what else is added.
    pub fn key(&self) -> String {
        match self {
            AddedItem::Export(path) | AddedItem::Module(path) => path.to_string(),
            AddedItem::Class(name, _) | AddedItem::Value(name, _) => name.clone(),
        }
    }
}
