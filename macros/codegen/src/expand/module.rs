//! A module: its method table, its definition, `PyInit_`, and the records for the stub.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::text::{self, Pieces};
use super::{function, initializer, stub};
use crate::ir::{ConstantItem, Function, Imported, Interpreters, Member, Module, ModuleForm};

/// The module as written, with what exports it at its end; or beside the function that it is written as.
pub(super) fn expand(module: &Module) -> TokenStream {
    let initializers =
        (0..module.initializers.len()).map(|index| initializer::expand(module, index));
    let export = export(module);
    match &module.form {
        ModuleForm::Block { head, content } => {
            let inner = module.members.iter().filter_map(|member| match member {
                Member::Module(inner) => Some(expand(inner)),
                _ => None,
            });
            let listed = listed_functions(module);
            quote! {
                #head {
                    #content

                    #(#inner)*

                    #(#initializers)*

                    #[doc(hidden)]
                    #[allow(dead_code, unreachable_pub)]
                    pub enum __MybindModule {}

                    #[doc(hidden)]
                    #[allow(dead_code)]
                    const __MYBIND_FUNCTIONS: &[&str] = &[#(#listed),*];

                    #export
                }
            }
        }
        ModuleForm::Function(visibility) => {
            let (cfgs, lints, ident) = (&module.cfgs, &module.lints, &module.ident);
            quote! {
                #(#initializers)*

                #(#cfgs)*
                #[doc(hidden)]
                #visibility mod #ident {
                    #[allow(dead_code, unreachable_pub)]
                    pub enum __MybindModule {}
                }

                #(#cfgs)*
                #(#lints)*
                #export
            }
        }
    }
}

/// The block that exports the module.
fn export(module: &Module) -> TokenStream {
    let use_runtime = super::use_runtime(&module.runtime);
    let marker = initializer::marker_import(module);
    let functions = module.members.iter().filter_map(|member| match member {
        Member::Function(function) => Some(inner_function(function)),
        _ => None,
    });
    let implementation = implementation(module);
    let init = module.is_root.then(|| init_function(module));
    let records = records(module);
    quote! {
        const _: () = {
            #use_runtime
            #marker
            #(#functions)*
            #implementation
            #init
            #records
        };
    }
}

/// The functions that macros write in this module and that it exports.
fn listed_functions(module: &Module) -> impl Iterator<Item = String> {
    module.members.iter().filter_map(|member| match member {
        Member::Imported(imported) => Some(imported.ident.to_string()),
        _ => None,
    })
}

/// A function written inside: its marker is in the block, where nothing can collide with it.
fn inner_function(function: &Function) -> TokenStream {
    let marker = marker(function);
    let (cfgs, lints) = (&function.cfgs, &function.lints);
    let implementation = function::implementation(function, &marker);
    let overloads = (!function.overloads.is_empty()).then(|| {
        let records = stub::overloads(function);
        quote!(#(#cfgs)* #(#lints)* const _: () = { #records };)
    });
    quote! {
        #(#cfgs)*
        #[allow(non_camel_case_types)]
        enum #marker {}
        #(#cfgs)*
        #(#lints)*
        #implementation
        #overloads
    }
}

/// The marker type of a function written inside.
fn marker(function: &Function) -> Ident {
    format_ident!("__{}", crate::parse::python_text(&function.ident))
}

/// `impl Module for __MybindModule`.
fn implementation(module: &Module) -> TokenStream {
    let name = text::c_string(&module.name.text);
    let mut doc = Pieces::default();
    text::push_docstring(&mut doc, &module.doc);
    let doc = doc.into_c_string();
    let methods = method_table(module);
    let names = module.members.iter().map(|member| {
        let (cfgs, name) = (member.cfgs(), exported_name(member));
        quote!(#(#cfgs)* #name)
    });
    let submodules = module.members.iter().filter_map(submodule);
    let additions = module.members.iter().filter_map(addition);
    let initializers = module.initializers.iter().map(|initializer| {
        let (cfgs, ident) = (&initializer.cfgs, &initializer.ident);
        // Its arguments, and what it returns, are judged where it stands.
        let span = Span::call_site().located_at(ident.span());
        let mut filled = filled();
        filled.set_span(filled.span().located_at(ident.span()));
        let arguments = initializer.takes_token.iter().map(|takes| match takes {
            true => quote_spanned!(span=> #filled.py()),
            false => quote!(#filled),
        });
        let call = quote_spanned!(span=> #ident(#(#arguments),*));
        quote!(#(#cfgs)* __runtime::initialized(#call)?;)
    });
    let (filled, check) = (filled(), initializer::check(module));
    let interpreters = match module.interpreters {
        Interpreters::Main => quote!(__runtime::Interpreters::Main),
        Interpreters::SharedGil => quote!(__runtime::Interpreters::SharedGil),
        Interpreters::PerGil => quote!(__runtime::Interpreters::PerGil),
    };
    let gil_used = module.gil_used;
    let id = stub::id(&module.path());
    quote! {
        unsafe impl __runtime::Module for __MybindModule {
            const NAME: &'static ::core::ffi::CStr = #name;
            const DOC: &'static ::core::ffi::CStr = #doc;
            const METHODS: &'static [__runtime::MethodDef] = #methods;
            const NAMES: &'static [&'static str] = &[#(#names),*];
            const SUBMODULES: &'static [__runtime::Submodule] = &[#(#submodules),*];
            const INTERPRETERS: __runtime::Interpreters = #interpreters;
            const GIL_USED: bool = #gil_used;
            const STUB_ID: &'static str = #id;

            fn definition() -> &'static __runtime::Definition {
                static DEFINITION: __runtime::Definition = __runtime::Definition::of::<__MybindModule>();
                &DEFINITION
            }

            fn fill(#filled: &__runtime::Bound<'_, __runtime::PyModule>) -> __runtime::PyResult<()> {
                #(#additions)*
                #(#initializers)*
                #check
                ::core::result::Result::Ok(())
            }
        }
    }
}

/// The variable with the module that is filled, which the user's functions and constants are not hidden by.
pub(super) fn filled() -> Ident {
    Ident::new("module", Span::mixed_site())
}

/// The method table. What is imported may be no function, and then has an empty entry.
fn method_table(module: &Module) -> TokenStream {
    let methods = module.members.iter().filter_map(method);
    let table = quote!([#(#methods,)* __runtime::MethodDef::END]);
    match module
        .members
        .iter()
        .any(|member| matches!(member, Member::Imported(_)))
    {
        true => quote!(&__runtime::method_table(#table)),
        false => quote!(&#table),
    }
}

/// A member's entry in the method table.
fn method(member: &Member) -> Option<TokenStream> {
    let cfgs = member.cfgs();
    let method = match member {
        Member::Function(function) => {
            let marker = marker(function);
            quote!(__runtime::MethodDef::of::<#marker>())
        }
        Member::Imported(Imported {
            ident,
            renamed: None,
            ..
        }) => quote!(<#ident as __runtime::Export>::METHOD),
        Member::Imported(Imported {
            ident,
            renamed: Some(name),
            ..
        }) => {
            let (name, c_name) = (&name.text, text::c_string(&name.text));
            quote!({
                const METHOD: __runtime::MethodDef = <#ident as __runtime::Export>::METHOD;
                const PIECES: &[__runtime::Piece] = &METHOD.doc_pieces(#name);
                static DOC: __runtime::Text<{ __runtime::length(PIECES) }> = __runtime::Text::new(PIECES);
                METHOD.renamed(#c_name, DOC.as_c_str())
            })
        }
        _ => return None,
    };
    Some(quote!(#(#cfgs)* #method))
}

/// A member's name, as an expression.
fn exported_name(member: &Member) -> TokenStream {
    match member {
        Member::Imported(Imported {
            ident,
            renamed: None,
            ..
        }) => quote!(<#ident as __runtime::Export>::STUB.name),
        Member::ImportedModule(Imported { ident, .. }) => {
            quote!(__runtime::module_name::<#ident::__MybindModule>())
        }
        _ => {
            let name = member.known_name().map(|name| &name.text);
            quote!(#name)
        }
    }
}

/// The path to a member that is a module.
fn submodule_path(member: &Member) -> Option<TokenStream> {
    match member {
        Member::Module(Module { ident, .. }) | Member::ImportedModule(Imported { ident, .. }) => {
            Some(quote!(#ident::__MybindModule))
        }
        _ => None,
    }
}

fn submodule(member: &Member) -> Option<TokenStream> {
    let (cfgs, path) = (member.cfgs(), submodule_path(member)?);
    Some(quote!(#(#cfgs)* __runtime::Submodule::of::<#path>()))
}

/// The statement that adds to the module what is not in the method table: a constant, or the class of an exception.
fn addition(member: &Member) -> Option<TokenStream> {
    let filled = filled();
    let (cfgs, name) = (member.cfgs(), exported_name(member));
    match member {
        Member::Constant(ConstantItem {
            ident, ty, lints, ..
        }) => {
            let ty = ty.without_lifetimes();
            Some(quote! {
                #(#cfgs)*
                #(#lints)*
                <#ty as __runtime::ReturnValue>::add_to(#ident, #filled, #name)?;
            })
        }
        Member::Imported(Imported { ident, .. }) => Some(quote! {
            #(#cfgs)*
            if let ::core::option::Option::Some(add) = <#ident as __runtime::Export>::ADD {
                add(#filled, #name)?;
            }
        }),
        _ => None,
    }
}

/// `PyInit_name`, which the importer looks for; and if the library may be for abi3t, `PyModExport_name`, which that of Python 3.15
/// looks for first.
fn init_function(module: &Module) -> TokenStream {
    let name = format_ident!("PyInit_{}", module.name.text);
    let export = cfg!(feature = "abi3t").then(|| {
        let name = format_ident!("PyModExport_{}", module.name.text);
        quote! {
            #[unsafe(no_mangle)]
            extern "C" fn #name() -> *const __runtime::Slot {
                __runtime::slots_of::<__MybindModule>()
            }
        }
    });
    quote! {
        #[unsafe(no_mangle)]
        unsafe extern "C" fn #name() -> *mut __runtime::Object {
            unsafe { <__MybindModule as __runtime::Module>::definition().initialize() }
        }
        #export
    }
}

/// The records for the stub: one of the module, one for each member, and those that every module has.
fn records(module: &Module) -> TokenStream {
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
