//! A module: its method table, its definition, `PyInit_`, and the records for the stub.

mod member;
mod records;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::text::{self, Pieces};
use super::{function, initializer, stub};
use crate::ir::{Function, Interpreters, Member, Module, ModuleForm};
use member::{addition, exported_name, marker, method, submodule};

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
    let records = records::records(module);
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
