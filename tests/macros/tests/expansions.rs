//! What `#[mybind]` writes: `expansions/NAME.rs` becomes `expansions/NAME.expanded.rs`. `MYBIND_BLESS=1` writes it anew.
//!
//! The inputs are compiled into this crate's library, and called by `called.rs`.

use std::path::{Path, PathBuf};

use mybind_codegen::derive::Conversion;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

#[test]
fn expansions_are_as_written_down() {
    // The records for the stub are named from the crate.
    // SAFETY: the only test of this program, so no other thread reads the environment.
    unsafe { std::env::set_var("CARGO_CRATE_NAME", "macro_tests") };
    let bless = std::env::var_os("MYBIND_BLESS").is_some();
    let mut differing = Vec::new();
    for input in inputs() {
        let expanded = expand(&input);
        let file = input.with_extension("expanded.rs");
        if bless {
            std::fs::write(&file, &expanded).expect("writable");
        } else if std::fs::read_to_string(&file).unwrap_or_default() != expanded {
            let current =
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(file.file_name().expect("a name"));
            std::fs::write(&current, &expanded).expect("writable");
            differing.push(format!("diff {} {}", file.display(), current.display()));
        }
    }
    assert!(
        differing.is_empty(),
        "see the differences, then run with MYBIND_BLESS=1:\n{}",
        differing.join("\n")
    );
}

fn inputs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("expansions");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let mut inputs: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    inputs.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    inputs.retain(|file| !file.to_string_lossy().ends_with(".expanded.rs"));
    inputs.sort();
    inputs
}

/// The file with each item under `#[mybind]` expanded, as the compiler would do it.
fn expand(input: &Path) -> String {
    let source = std::fs::read_to_string(input).expect("readable");
    let mut file = syn::parse_file(&source).expect("valid Rust");
    let items: TokenStream = file.items.drain(..).map(expand_item).collect();
    let expanded: syn::File = syn::parse2(items).expect("the expansion is valid Rust");
    file.items = expanded.items;
    prettyplease::unparse(&file)
}

fn expand_item(mut item: syn::Item) -> TokenStream {
    let attributes = match &mut item {
        syn::Item::Fn(function) => &mut function.attrs,
        syn::Item::Mod(module) => &mut module.attrs,
        syn::Item::Struct(syn::ItemStruct { attrs, .. })
        | syn::Item::Enum(syn::ItemEnum { attrs, .. }) => {
            let derives = take_derives(attrs);
            let impls = derives
                .iter()
                .map(|&derive| mybind_codegen::derive::derive(derive, item.to_token_stream()));
            return quote!(#item #(#impls)*);
        }
        other => return other.to_token_stream(),
    };
    let Some(index) = attributes
        .iter()
        .position(|attribute| attribute.path().is_ident("mybind"))
    else {
        return item.to_token_stream();
    };
    let options = match attributes.remove(index).meta {
        syn::Meta::List(list) => list.tokens,
        _ => quote!(),
    };
    mybind_codegen::mybind(options, item.to_token_stream())
}

/// Takes the `#[derive(...)]`s off, as the compiler does, and gives those that are ours.
fn take_derives(attributes: &mut Vec<syn::Attribute>) -> Vec<Conversion> {
    let (derives, others): (Vec<_>, Vec<_>) = std::mem::take(attributes)
        .into_iter()
        .partition(|attribute| attribute.path().is_ident("derive"));
    *attributes = others;
    let names = derives.iter().flat_map(|derive| match &derive.meta {
        syn::Meta::List(list) => list.tokens.clone(),
        _ => quote!(),
    });
    let conversions = names.filter_map(|name| match name.to_string().as_str() {
        "FromPyObject" => Some(Conversion::FromPyObject),
        "IntoPyObject" => Some(Conversion::IntoPyObject),
        "IntoPyObjectRef" => Some(Conversion::IntoPyObjectRef),
        _ => None,
    });
    conversions.collect()
}
