//! What must hold of whatever the macros are given.

use mybind_codegen::derive::Conversion;
use mybind_codegen::ir::{AddedItem, AddedValue, Exported, Function, Member, Module};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// Expands `#[mybind(options)] item`. Whether it is understood: else there are diagnostics.
///
/// # Panics
/// When the macro does, or makes of Rust what is none.
pub fn check_attribute(options: TokenStream, item: TokenStream) -> bool {
    let text = format!("#[mybind({options})] {item}");
    let exported = mybind_codegen::understand(options.clone(), item.clone()).ok();
    let options_given = options.clone();
    let expanded = mybind_codegen::mybind(options, item.clone());
    // What is no Rust stays none; and defaults, converters and types are passed on unread.
    let is_rust = passes_on_rust(&options_given)
        && syn::parse2::<syn::File>(item).is_ok()
        && exported
            .iter()
            .flat_map(passed_on)
            .all(|part| syn::parse2::<syn::Expr>(part).is_ok());
    if is_rust {
        assert_rust(expanded, &text);
    }
    exported.is_some()
}

/// Expands the derives of all conversions on a type. How many there are without diagnostics.
///
/// # Panics
/// When a macro does, or makes of Rust what is none.
pub fn check_derive(item: &TokenStream) -> usize {
    let conversions = [
        Conversion::FromPyObject,
        Conversion::IntoPyObject,
        Conversion::IntoPyObjectRef,
    ];
    let mut understood = 0;
    for conversion in conversions {
        let expanded = mybind_codegen::derive::derive(conversion, item.clone());
        let is_refused = expanded.to_string().contains("compile_error");
        understood += usize::from(!is_refused);
        if is_type(item) && passes_on_rust(item) {
            assert_rust(expanded, &item.to_string());
        }
    }
    understood
}

/// Whether what options pass on unread is Rust where it then stands: paths in a `use`, where keywords are rustc's to refuse, and expressions.
fn passes_on_rust(options: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = options.clone().into_iter().collect();
    let is = |token: &TokenTree, text: &str| token.to_string() == text;
    let inside = |option: &[TokenTree]| {
        option.iter().all(|token| match token {
            TokenTree::Group(group) => passes_on_rust(&group.stream()),
            _ => true,
        })
    };
    tokens.split(|token| is(token, ",")).all(|option| {
        let [name, equals, value @ ..] = option else {
            return inside(option);
        };
        let value: TokenStream = value.iter().cloned().collect();
        match name.to_string().as_str() {
            "crate" if is(equals, "=") => {
                syn::parse2::<syn::ItemUse>(quote!(use #value as name;)).is_ok()
            }
            "default" | "from_py_with" | "into_py_with" if is(equals, "=") => {
                syn::parse2::<syn::Expr>(value).is_ok()
            }
            _ => inside(option),
        }
    })
}

/// Whether rustc would let it come to a derive.
fn is_type(item: &TokenStream) -> bool {
    let Ok(item) = syn::parse2::<syn::DeriveInput>(item.clone()) else {
        return false;
    };
    let fields: Vec<syn::Fields> = match item.data {
        syn::Data::Struct(data) => vec![data.fields],
        syn::Data::Enum(data) => data.variants.into_iter().map(|it| it.fields).collect(),
        syn::Data::Union(_) => Vec::new(),
    };
    // For syn `_` is a name.
    let mut names = fields
        .iter()
        .flatten()
        .filter_map(|field| field.ident.as_ref());
    names.all(|name| name != "_")
}

fn assert_rust(expanded: TokenStream, of: &str) {
    let text = expanded.to_string();
    if let Err(error) = syn::parse2::<syn::File>(expanded) {
        panic!("not Rust, {error}: {text}\nof {of}");
    }
}
/// What is passed on unread, as the expressions that it becomes a part of: defaults, converters, and types.
fn passed_on(exported: &Exported) -> Vec<TokenStream> {
    let functions: Vec<&Function> = match exported {
        Exported::Function(function) => vec![function],
        Exported::Module(module) => functions(module),
    };
    let parameters = functions
        .iter()
        .flat_map(|function| &function.signature.parameters);
    let written = parameters.flat_map(|parameter| {
        let default = parameter.default.as_ref();
        let default = default.map(|default| default.expression.clone());
        default.into_iter().chain(parameter.converter.clone())
    });
    let arguments = functions
        .iter()
        .flat_map(|function| &function.arguments)
        .map(|argument| &argument.ty);
    let types = arguments.chain(functions.iter().map(|function| &function.returns));
    let types = types.map(|ty| {
        let ty = ty.without_lifetimes();
        quote!(<#ty as Trait>::CONSTANT)
    });
    let additions = match exported {
        Exported::Function(_) => Vec::new(),
        Exported::Module(module) => additions(module),
    };
    written.chain(types).chain(additions).collect()
}

/// What a module's functions add to it: constants, types, and paths.
fn additions(module: &Module) -> Vec<TokenStream> {
    let inner = module.members.iter().flat_map(|member| match member {
        Member::Module(inner) => additions(inner),
        _ => Vec::new(),
    });
    let added = module.initializers.iter().flat_map(|one| &one.additions);
    let added = added.filter_map(|added| match &added.item {
        AddedItem::Value(_, AddedValue::Constant(expression)) => Some(expression.clone()),
        AddedItem::Value(_, AddedValue::Type(ty)) => {
            let ty = ty.without_lifetimes();
            Some(quote!(<#ty as Trait>::CONSTANT))
        }
        AddedItem::Value(_, AddedValue::Hint(_) | AddedValue::Unknown) => None,
        AddedItem::Export(path) | AddedItem::Module(path) | AddedItem::Class(_, path) => {
            Some(quote!(<#path as Trait>::CONSTANT))
        }
    });
    added.chain(inner).collect()
}

fn functions(module: &Module) -> Vec<&Function> {
    let members = module.members.iter();
    members
        .flat_map(|member| match member {
            Member::Function(function) => vec![function],
            Member::Module(inner) => functions(inner),
            _ => Vec::new(),
        })
        .collect()
}
