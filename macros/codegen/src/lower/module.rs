//! A module: its members, with what they get from it.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::function::{self, Surroundings};
use super::{cfgs, default_runtime, lints, python_name};
use crate::errors::{self, Errors};
use crate::ir::{
    Added, ConstantItem, Docstring, Imported, Initializer, Interpreters, Member, Module, PythonName,
};
use crate::options::Switch;
use crate::parse::{self, Additions, Pattern};

/// What a module gets from the one around it.
struct Inherited {
    parents: Vec<String>,
    runtime: proc_macro2::TokenStream,
    detach: Option<Switch>,
    gil_used: bool,
    interpreters: Interpreters,
}

/// Lowers a module that no other is around.
pub(super) fn lower_root(written: parse::Module, errors: &mut Errors) -> Module {
    let outermost = Inherited {
        parents: vec![std::env::var("CARGO_CRATE_NAME").unwrap_or_default()],
        runtime: default_runtime(),
        detach: None,
        gil_used: false,
        interpreters: Interpreters::PerGil,
    };
    let is_root = !written.options.submodule.is_some_and(|switch| switch.on);
    lower(written, outermost, is_root, errors)
}

fn lower(
    written: parse::Module,
    inherited: Inherited,
    is_root: bool,
    errors: &mut Errors,
) -> Module {
    let options = written.options;
    let name = python_name(options.name, &written.ident);
    let runtime = options.runtime.unwrap_or(inherited.runtime);
    let mut module = Module {
        form: written.form,
        cfgs: cfgs(&written.attributes),
        lints: lints(&written.attributes),
        doc: Docstring::of(&written.attributes),
        ident: written.ident,
        members: Vec::new(),
        initializers: Vec::new(),
        parents: inherited.parents,
        is_root,
        gil_used: options.gil_used || inherited.gil_used,
        interpreters: options.interpreters.unwrap_or(inherited.interpreters),
        name,
        runtime,
    };
    let around = Surroundings {
        runtime: module.runtime.clone(),
        detach: options.detach.or(inherited.detach),
    };
    for member in written.members {
        lower_member(member, &mut module, &around, errors);
    }
    module
}

fn lower_member(
    written: parse::Member,
    module: &mut Module,
    around: &Surroundings,
    errors: &mut Errors,
) {
    match written {
        parse::Member::Function(function) => match function.init_marker() {
            Some(span) => {
                if function.is_more_than_init() {
                    errors.push(errors::init_with_options(span));
                }
                module
                    .initializers
                    .push(lower_initializer(function, errors));
            }
            None => module
                .members
                .push(Member::Function(function::lower(function, around, errors))),
        },
        parse::Member::Constant(constant) => module.members.push(Member::Constant(ConstantItem {
            name: python_name(constant.name, &constant.ident),
            doc: Docstring::of(&constant.attributes),
            cfgs: cfgs(&constant.attributes),
            lints: lints(&constant.attributes),
            ident: constant.ident,
            ty: constant.ty,
        })),
        parse::Member::Import(import) => lower_import(import, module, errors),
        parse::Member::MacroInvocation(invocation) => {
            let cfgs = cfgs(&invocation.attributes);
            module
                .members
                .extend(invocation.functions.into_iter().map(|ident| {
                    Member::Imported(Imported {
                        ident,
                        renamed: None,
                        cfgs: cfgs.clone(),
                    })
                }));
        }
        parse::Member::Module(inner) => {
            if let Some(switch) = inner.options.submodule {
                errors.push(errors::submodule_option_on_inner(switch.span));
            }
            let inherited = Inherited {
                parents: module.path().into_iter().map(str::to_owned).collect(),
                runtime: around.runtime.clone(),
                detach: around.detach,
                gil_used: module.gil_used,
                interpreters: module.interpreters,
            };
            module
                .members
                .push(Member::Module(lower(inner, inherited, false, errors)));
        }
    }
}

fn lower_import(import: parse::Import, module: &mut Module, errors: &mut Errors) {
    if import.is_module && import.is_renamed {
        errors.push(errors::renamed_module(import.ident.span()));
    }
    let renamed = import.is_renamed.then(|| PythonName {
        text: parse::python_text(&import.ident),
        span: import.ident.span(),
    });
    let imported = Imported {
        cfgs: cfgs(&import.attributes),
        ident: import.ident,
        renamed,
    };
    module.members.push(match import.is_module {
        true => Member::ImportedModule(imported),
        false => Member::Imported(imported),
    });
}

/// A function that fills the module, with what is known of what it adds.
fn lower_initializer(function: parse::Function, errors: &mut Errors) -> Initializer {
    for parameter in &function.parameters {
        if let Some(name) = parameter.ty.bare_handle() {
            errors.push(errors::bare_handle(
                parameter.ty.place().0,
                &name.to_string(),
            ));
        }
    }
    let is_token = |parameter: &parse::Parameter| parameter.ty.is_python_token();
    let (head, body) = split_body(function.item);
    let module = function
        .parameters
        .iter()
        .find(|parameter| !is_token(parameter));
    let seen = match module.map(|parameter| &parameter.pattern) {
        Some(Pattern::Name(ident)) => Additions::of(body.stream(), ident),
        _ => Additions::default(),
    };
    let listed = function.options.adds.map(|(added, _)| added);
    let mut additions = listed.clone().unwrap_or_default();
    let is_new = |added: &Added| {
        let mut listed = additions.iter();
        !listed.any(|other| other.item.key() == added.item.key())
    };
    let found: Vec<Added> = seen.found.into_iter().filter(is_new).collect();
    additions.extend(found);
    Initializer {
        takes_token: function.parameters.iter().map(is_token).collect(),
        cfgs: cfgs(&function.attributes),
        ident: function.ident,
        head,
        body,
        may_add_more: seen.may_add_more && listed.is_none(),
        listed: listed.map(|listed| listed.len()),
        additions,
    }
}

/// Everything before a function's body, and the body.
fn split_body(item: TokenStream) -> (TokenStream, Group) {
    let mut tokens: Vec<TokenTree> = item.into_iter().collect();
    let body = match tokens.pop() {
        Some(TokenTree::Group(body)) => body,
        // A declaration without a body is rustc's to refuse.
        other => {
            tokens.extend(other);
            Group::new(Delimiter::Brace, TokenStream::new())
        }
    };
    (tokens.into_iter().collect(), body)
}
