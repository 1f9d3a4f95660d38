//! The records that a module's stub is made from: its own, and those of its members.

use proc_macro2::TokenStream;
use quote::quote;

use super::member::{exported_name, marker};
use crate::expand::text::{self, Pieces};
use crate::expand::{initializer, stub};
use crate::ir::{ConstantItem, Imported, Member, Module};

/// The records for the stub: one of the module, one for each member, and those that every module has.
pub(super) fn records(module: &Module) -> TokenStream {
    let path = module.path();
    let record = |name: &str, attributes: &[TokenStream], pieces: &TokenStream| {
        let path: Vec<&str> = path.iter().copied().chain([name]).collect();
        stub::record(&path, attributes, pieces)
    };
    let mut records = vec![stub::record(&path, &[], &module_pieces(module))];
    for member in &module.members {
        match member {
            Member::Function(function) if function.overloads.is_empty() => {
                let path: Vec<&str> = path.iter().copied().chain([&*function.name.text]).collect();
                let (marker, parent) = (marker(function), stub::id(&module.path()));
                records.push(stub::function_record(&path, function, &marker, &parent));
            }
            _ => {
                if let Some((name, pieces)) = member_pieces(module, member) {
                    let attributes = [member.cfgs(), member.lints()].concat();
                    records.push(record(&name, &attributes, &pieces));
                }
            }
        }
    }
    // What an `init` adds to `__all__` may be out of sight.
    if !module.is_incomplete() {
        let names = initializer::all_names(module);
        let all = quote!(&__runtime::all_record::<__MybindModule>(#names));
        records.push(record("__all__", &[], &all));
    }
    let exception = quote!(&__runtime::panic_exception_record::<__MybindModule>());
    records.push(record("PanicException", &[], &exception));
    quote!(#(#records)*)
}

/// The record of the module itself.
fn module_pieces(module: &Module) -> TokenStream {
    let mut pieces = Pieces::default();
    let (id, name) = (
        text::json_string(&stub::id(&module.path())),
        text::json_string(&module.name.text),
    );
    let incomplete = module.is_incomplete();
    pieces.push_text(&format!(
        r#"{{"type":"module","id":{id},"name":{name},"incomplete":{incomplete},"members":"#
    ));
    let (submodules, names, types) = (
        initializer::all_submodules(module),
        initializer::all_names(module),
        all_types(module),
    );
    pieces.push_piece(quote!(__runtime::Piece::Members(#submodules, #names, #types)));
    stub::push_doc(&module.doc, &mut pieces);
    pieces.push_text("}");
    pieces.into_slice()
}

/// Pieces with all types that the records of the module's members name, as a list of lists.
fn all_types(module: &Module) -> TokenStream {
    let own = module.members.iter().filter_map(types_of);
    let added = initializer::each_with_additions(
        module,
        |index| quote!(<__MybindModule as __runtime::Additions<#index>>::TYPES),
    );
    quote!(&[&[#(#own),*], #(#added),*])
}

/// A piece with the types that a member's record names, of which some may be classes that the stub has to have.
fn types_of(member: &Member) -> Option<TokenStream> {
    let cfgs = member.cfgs();
    let types = match member {
        Member::Function(function) => {
            let marker = marker(function);
            quote!(__runtime::Piece::All(<#marker as __runtime::Function>::STUB))
        }
        Member::Imported(Imported { ident, .. }) => {
            quote!(__runtime::Piece::All(<#ident as __runtime::Export>::STUB.body))
        }
        Member::Constant(ConstantItem { ty, lints, .. }) => {
            let ty = ty.without_lifetimes();
            quote!(#(#lints)* __runtime::Piece::Final(<#ty as __runtime::ReturnValue>::HINT))
        }
        Member::Module(_) | Member::ImportedModule(_) => return None,
    };
    Some(quote!(#(#cfgs)* #types))
}

/// A member's record, and the name that tells it from the other members; a module writes its own.
fn member_pieces(module: &Module, member: &Member) -> Option<(String, TokenStream)> {
    let parent = stub::id(&module.path());
    let record = |item: TokenStream| {
        let name = exported_name(member);
        let (head, stub) = (
            quote!(<#item as __runtime::Export>::RECORD),
            quote!(<#item as __runtime::Export>::STUB),
        );
        quote!(&__runtime::export_record(#head, #name, #stub, #parent))
    };
    match member {
        Member::Function(function) => {
            let marker = marker(function);
            Some((function.name.text.clone(), record(quote!(#marker))))
        }
        Member::Imported(Imported { ident, .. }) => {
            Some((crate::parse::python_text(ident), record(quote!(#ident))))
        }
        Member::Constant(constant) => Some((
            constant.name.text.clone(),
            constant_pieces(constant, &parent),
        )),
        Member::Module(_) | Member::ImportedModule(_) => None,
    }
}

fn constant_pieces(constant: &ConstantItem, parent: &str) -> TokenStream {
    let mut pieces = Pieces::default();
    let (name, parent) = (
        text::json_string(&constant.name.text),
        text::json_string(parent),
    );
    let ty = constant.ty.without_lifetimes();
    pieces.push_text(&format!(
        r#"{{"type":"attribute","name":{name},"parent":{parent},"annotation":"#
    ));
    pieces.push_piece(quote!(__runtime::Piece::Final(<#ty as __runtime::ReturnValue>::HINT)));
    stub::push_doc(&constant.doc, &mut pieces);
    pieces.push_text("}");
    pieces.into_slice()
}
