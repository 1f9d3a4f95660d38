//! A function that fills a module, with what the stub is to know of it.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;

use super::text::{self, Pieces};
use super::{hint, module, stub};
use crate::ir::{Added, AddedItem, AddedValue, Initializer, Module, ModuleForm};

/// The function as written. What it adds is said at the head of its body, where paths mean what they mean in the body.
pub(super) fn expand(module: &Module, index: usize) -> TokenStream {
    let Initializer {
        head,
        body,
        additions,
        ..
    } = &module.initializers[index];
    if additions.is_empty() {
        return quote!(#head #body);
    }
    let runtime = &module.runtime;
    let marker = marker_import(module);
    let any_class = additions
        .iter()
        .any(|added| matches!(added.item, AddedItem::Class(..)))
        .then(|| {
            quote!(
                #[allow(unused_imports)]
                use __runtime::AnyClass as _;
            )
        });
    let names = additions.iter().map(name);
    let submodules = additions.iter().filter_map(submodule);
    let types = additions.iter().filter_map(types);
    let records = additions
        .iter()
        .enumerate()
        .filter_map(|(number, added)| record(module, index, number, added));
    let use_runtime = super::use_runtime(runtime);
    let said = quote! {
        #[allow(non_local_definitions, unused_qualifications)]
        const _: () = {
            #use_runtime
            #marker
            #any_class
            impl __runtime::Additions<#index> for __MybindModule {
                const NAMES: &'static [&'static str] = &[#(#names),*];
                const SUBMODULES: &'static [__runtime::Submodule] = &[#(#submodules),*];
                const TYPES: &'static [__runtime::Piece] = &[#(#types),*];
            }
            #(#records)*
        };
    };
    let (attributes, statements) = split_inner_attributes(body.stream());
    let mut filled = Group::new(body.delimiter(), quote!(#attributes #said #statements));
    filled.set_span(body.span());
    quote!(#head #filled)
}

/// What brings the module's type into scope where it is not; by a `use`, the name could be that of a crate as well.
pub(super) fn marker_import(module: &Module) -> Option<TokenStream> {
    let ident = &module.ident;
    match module.form {
        ModuleForm::Block { .. } => None,
        ModuleForm::Function(_) => Some(quote!(type __MybindModule = #ident::__MybindModule;)),
    }
}

/// The names that the module has in the end, as a list of lists.
pub(super) fn all_names(module: &Module) -> TokenStream {
    let added = each_with_additions(
        module,
        |index| quote!(<__MybindModule as __runtime::Additions<#index>>::NAMES),
    );
    quote!(&[<__MybindModule as __runtime::Module>::NAMES, #(#added),*])
}

/// The modules in the module in the end, as a list of lists.
pub(super) fn all_submodules(module: &Module) -> TokenStream {
    let added = each_with_additions(
        module,
        |index| quote!(<__MybindModule as __runtime::Additions<#index>>::SUBMODULES),
    );
    quote!(&[<__MybindModule as __runtime::Module>::SUBMODULES, #(#added),*])
}

pub(super) fn each_with_additions(
    module: &Module,
    write: impl Fn(usize) -> TokenStream,
) -> impl Iterator<Item = TokenStream> {
    let initializers = module.initializers.iter().enumerate();
    initializers
        .filter(|(_, initializer)| !initializer.additions.is_empty())
        .map(move |(index, initializer)| {
            let (cfgs, written) = (&initializer.cfgs, write(index));
            quote!(#(#cfgs)* #written)
        })
}

/// The statement that compares what was listed with what was added, in debug builds.
pub(super) fn check(module: &Module) -> Option<TokenStream> {
    let listed = module.initializers.iter().enumerate();
    let listed: Vec<TokenStream> = listed
        .filter_map(|(index, initializer)| {
            let (count, cfgs) = (initializer.listed?, &initializer.cfgs);
            let names = match initializer.additions.is_empty() {
                true => quote!(&[]),
                false => quote!(<__MybindModule as __runtime::Additions<#index>>::NAMES),
            };
            Some(quote!(#(#cfgs)* (#names, #count)))
        })
        .collect();
    if listed.is_empty()
        || module
            .initializers
            .iter()
            .any(|initializer| initializer.may_add_more)
    {
        return None;
    }
    let (all, filled) = (all_names(module), module::filled());
    Some(quote! {
        if ::core::cfg!(debug_assertions) {
            __runtime::check_additions(#filled, #all, &[#(#listed),*])?;
        }
    })
}

/// The name under which something is added.
fn name(added: &Added) -> TokenStream {
    let cfgs = &added.cfgs;
    let name = match &added.item {
        AddedItem::Export(path) => quote!(<#path as __runtime::Export>::STUB.name),
        AddedItem::Module(path) => quote!(__runtime::module_name::<#path::__MybindModule>()),
        AddedItem::Class(name, _) | AddedItem::Value(name, _) => quote!(#name),
    };
    quote!(#(#cfgs)* #name)
}

fn submodule(added: &Added) -> Option<TokenStream> {
    let cfgs = &added.cfgs;
    match &added.item {
        AddedItem::Module(path) => {
            Some(quote!(#(#cfgs)* __runtime::Submodule::of::<#path::__MybindModule>()))
        }
        _ => None,
    }
}

/// A piece with the types that the record of something that is added names.
fn types(added: &Added) -> Option<TokenStream> {
    let cfgs = &added.cfgs;
    let types = match &added.item {
        AddedItem::Export(path) => {
            quote!(__runtime::Piece::All(<#path as __runtime::Export>::STUB.body))
        }
        AddedItem::Value(_, value) => value_type(value),
        AddedItem::Class(..) | AddedItem::Module(_) => return None,
    };
    Some(quote!(#(#cfgs)* #types))
}

/// The record of something that is added; a module writes its own.
fn record(module: &Module, index: usize, number: usize, added: &Added) -> Option<TokenStream> {
    let parent = stub::id(&module.path());
    let export = |name: TokenStream, item: TokenStream| quote!(&__runtime::export_record(#item::RECORD, #name, #item::STUB, #parent));
    let pieces = match &added.item {
        AddedItem::Export(path) => export(
            quote!(<#path as __runtime::Export>::STUB.name),
            quote!(<#path as __runtime::Export>),
        ),
        AddedItem::Class(name, path) => export(quote!(#name), quote!(__runtime::Class::<#path>)),
        AddedItem::Value(name, value) => value_pieces(name, value, &parent),
        AddedItem::Module(_) => return None,
    };
    // Only one of several under `#[cfg]` is there, so the number tells them apart.
    let own = format!("{index}_{number}");
    let path: Vec<&str> = module.path().into_iter().chain([own.as_str()]).collect();
    Some(stub::record(&path, &added.cfgs, &pieces))
}

fn value_pieces(name: &str, value: &AddedValue, parent: &str) -> TokenStream {
    let mut pieces = Pieces::default();
    let (name, parent) = (text::json_string(name), text::json_string(parent));
    pieces.push_text(&format!(
        r#"{{"type":"attribute","name":{name},"parent":{parent},"annotation":"#
    ));
    pieces.push_piece(value_type(value));
    pieces.push_text("}");
    pieces.into_slice()
}

/// A piece with the type of a value.
fn value_type(value: &AddedValue) -> TokenStream {
    match value {
        AddedValue::Constant(expression) => {
            quote!(__runtime::Piece::Final(__runtime::hint_of(&#expression)))
        }
        AddedValue::Type(ty) => {
            let ty = ty.without_lifetimes();
            quote!(__runtime::Piece::Final(<#ty as __runtime::ReturnValue>::HINT))
        }
        AddedValue::Hint(written) => {
            let hint = hint::hint(written);
            quote!(__runtime::Piece::Final(#hint))
        }
        AddedValue::Unknown => quote!(__runtime::Piece::Hint(__runtime::Hint::ANY)),
    }
}

/// `#![...]` at the head of a body, and the rest of it.
fn split_inner_attributes(body: TokenStream) -> (TokenStream, TokenStream) {
    let tokens: Vec<TokenTree> = body.into_iter().collect();
    let is_attribute = |tokens: &[TokenTree]| {
        matches!(tokens, [TokenTree::Punct(pound), TokenTree::Punct(mark), TokenTree::Group(_)]
            if pound.as_char() == '#' && mark.as_char() == '!')
    };
    let count = tokens
        .chunks(3)
        .take_while(|tokens| is_attribute(tokens))
        .count()
        * 3;
    let (attributes, statements) = tokens.split_at(count);
    (
        attributes.iter().cloned().collect(),
        statements.iter().cloned().collect(),
    )
}
