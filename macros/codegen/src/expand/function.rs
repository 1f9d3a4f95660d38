//! A function: its marker type, and the marker's `impl Function`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::text::{self, Pieces};
use super::{constant, stub};
use crate::ir::{
    Argument, Category, Constant, Default, Function, Kind, Parameter, RustType, Signature, Source,
    TextSignature, Warning,
};

/// A function outside of a `#[mybind] mod`: the item, its marker, and what the marker stands for.
pub(super) fn expand(function: &Function) -> TokenStream {
    let Function {
        item,
        visibility,
        ident,
        cfgs,
        runtime,
        ..
    } = function;
    let name = ident.to_string();
    let implementation = implementation(function, ident);
    let overloads = stub::overloads(function);
    quote! {
        #item

        #(#cfgs)*
        #[doc(hidden)]
        #[allow(non_camel_case_types, unreachable_pub)]
        #visibility enum #ident {}

        #(#cfgs)*
        #[allow(unused_imports)]
        use #runtime::__private::outside_of_module::*;

        #(#cfgs)*
        const _: () = {
            use #runtime::__private as __runtime;
            __runtime::assert_exported(#name, __MYBIND_FUNCTIONS);
            #implementation
            #overloads
        };
    }
}

/// The `impl Function` of the marker, where the runtime is `__runtime`.
pub(super) fn implementation(function: &Function, marker: &Ident) -> TokenStream {
    let name = text::c_string(&function.name.text);
    let doc = doc(function);
    let parameters = parameters(function);
    let stub = stub::function(function);
    let call = call(function);
    quote! {
        unsafe impl __runtime::Function for #marker {
            const DECLARATION: __runtime::Declaration = __runtime::Declaration {
                name: #name,
                doc: #doc,
                parameters: &#parameters,
                stub: #stub,
            };

            #call
        }
    }
}

/// The description of the parameters that a call's arguments are bound by.
fn parameters(function: &Function) -> TokenStream {
    let Signature { parameters } = &function.signature;
    let name = &function.name.text;
    let names = function
        .signature
        .named()
        .map(|parameter| &parameter.name.text);
    let count = |kind| function.signature.count(kind);
    let positional_only = Literal::usize_unsuffixed(count(Kind::PositionalOnly));
    let positional =
        Literal::usize_unsuffixed(count(Kind::PositionalOnly) + count(Kind::Positional));
    let required = Literal::usize_unsuffixed(function.signature.required());
    let keywords = parameters
        .iter()
        .filter(|parameter| parameter.kind == Kind::KeywordOnly);
    let required_keywords = keywords.map(|parameter| parameter.default.is_none());
    quote! {
        __runtime::Parameters {
            function: #name,
            names: &[#(#names),*],
            positional_only: #positional_only,
            positional: #positional,
            required: #required,
            required_keywords: &[#(#required_keywords),*],
        }
    }
}

/// The method that calls the function, with what the interpreter passes.
///
/// The body of an `unsafe fn` may call what is `unsafe` without saying so, unless a lint forbids it; the user's defaults
/// are evaluated there, and nothing of the user's may be `unsafe` unseen.
fn call(function: &Function) -> TokenStream {
    let names = Locals::of(function);
    let Locals {
        module,
        args,
        nargs,
        kwnames,
        py,
        ..
    } = &names;
    let warnings = function.warnings.iter().map(|Warning { text, category }| {
        let text = text::c_string(text);
        let category = match category {
            Category::Deprecation => quote!(__runtime::PyDeprecationWarning),
            Category::User => quote!(__runtime::PyUserWarning),
            Category::Path(path) => path.clone(),
        };
        quote!(__runtime::warn::<#category>(#py, #text)?;)
    });
    let bind = bind(function, &names);
    let conversions = function
        .arguments
        .iter()
        .map(|argument| conversion(function, argument, &names));
    let result = result(function, &names);
    quote! {
        #[inline]
        #[forbid(unsafe_op_in_unsafe_fn)]
        unsafe fn call(
            #py: __runtime::Python<'_>,
            #module: *mut __runtime::Object,
            #args: *const *mut __runtime::Object,
            #nargs: __runtime::Py_ssize_t,
            #kwnames: *mut __runtime::Object,
        ) -> __runtime::PyResult<*mut __runtime::Object> {
            #(#warnings)*
            #bind
            #(#conversions)*
            #result
        }
    }
}

/// The statements that give each parameter its argument, or its absence.
fn bind(function: &Function, names: &Locals) -> TokenStream {
    let Locals {
        args,
        nargs,
        kwnames,
        py,
        slots,
        ..
    } = names;
    let local = |parameter: &Parameter| function.arguments[parameter.argument].local.clone();
    let (required, others): (Vec<_>, Vec<_>) = function
        .signature
        .named()
        .partition(|parameter| parameter.is_required_by_position());
    let (required, others) = (
        required.into_iter().map(local),
        others.into_iter().map(local),
    );
    let slots_of_call = quote!(let mut #slots = __runtime::Slots::new(););
    if !function.signature.is_variadic() {
        return quote! {
            #slots_of_call
            let ([#(#required),*], [#(#others),*]) =
                unsafe { Self::DECLARATION.parameters.bind(#py, #args, #nargs, #kwnames, &mut #slots) }?;
        };
    }
    let varargs = function.signature.variadic(Kind::Varargs);
    let kwargs = function.signature.variadic(Kind::Kwargs);
    let takes = (varargs.is_some(), kwargs.is_some());
    let flags = match takes {
        (true, true) => quote!(__runtime::Variadic::Both),
        (true, false) => quote!(__runtime::Variadic::Positional),
        (false, _) => quote!(__runtime::Variadic::Keyword),
    };
    let varargs = varargs.map_or_else(|| format_ident!("_"), local);
    let kwargs = kwargs.map_or_else(|| format_ident!("_"), local);
    quote! {
        #slots_of_call
        let ([#(#required),*], [#(#others),*], #varargs, #kwargs) =
            unsafe { Self::DECLARATION.parameters.bind_variadic(#py, #args, #nargs, #kwnames, &mut #slots, #flags) }?;
    }
}

/// The statement that makes one argument's Rust value.
fn conversion(function: &Function, argument: &Argument, names: &Locals) -> TokenStream {
    let Argument {
        local, ty, source, ..
    } = argument;
    let Locals { module, py, .. } = names;
    let ty = ty.without_lifetimes();
    let parameter = match source {
        Source::Token => return quote!(let #local = #py;),
        Source::Module => {
            return quote! {
                let #local = unsafe { __runtime::module_argument(#py, #module) }?;
                let #local = <#ty as __runtime::Argument>::required(&#local, "module")?;
            };
        }
        Source::Parameter(index) => &function.signature.parameters[*index],
    };
    let name = &parameter.name.text;
    let collected = match parameter.kind {
        Kind::Varargs => Some(quote!(__runtime::varargs(#py, #local))),
        Kind::Kwargs => {
            Some(quote!(__runtime::kwargs(#py, #local, <#ty as __runtime::Argument>::OPTIONAL)))
        }
        _ => None,
    };
    if let Some(collected) = collected {
        return quote! {
            let #local = #collected;
            let #local = <#ty as __runtime::Argument>::required(&#local, #name)?;
        };
    }
    let given = match parameter.default.is_none() && parameter.kind == Kind::KeywordOnly {
        true => quote!(__runtime::keyword(#local)),
        false => quote!(#local),
    };
    let value = match (&parameter.converter, &parameter.default) {
        (None, None) => quote!(<#ty as __runtime::Argument>::required(#given, #name)?),
        (Some(converter), None) => quote!(__runtime::argument(#given, #name, #converter)?),
        (None, Some(default)) => {
            let otherwise = default_closure(&argument.ty, default);
            quote!(<#ty as __runtime::Argument>::optional(#local, #name, #otherwise)?)
        }
        (Some(converter), Some(default)) => {
            let otherwise = default_closure(&argument.ty, default);
            quote!(__runtime::argument_or(#local, #name, #converter, #otherwise)?)
        }
    };
    quote!(let #local = #value;)
}

/// The closure that gives a default: evaluated only when it is needed, and in a function of its own, so that a
/// `return` in it stays in it.
///
/// What Python is shown as a constant may be of a type that becomes the parameter's: text for a `String`, a bare
/// value for an `Option`, under whatever alias. Any other expression has the parameter's own type, which it may be
/// inferred from; only where `Option` is spelled out may it be a bare value too.
pub(crate) fn default_closure(ty: &RustType, default: &Default) -> TokenStream {
    let expression = &default.expression;
    match &default.shown {
        Constant::Hidden if !ty.is_option() => quote!(|| #expression),
        _ => quote!(|| __runtime::DefaultFor::into_default(#expression)),
    }
}

/// The expression that calls the Rust function and gives its result to Python.
fn result(function: &Function, names: &Locals) -> TokenStream {
    let Function { ident, .. } = function;
    let py = &names.py;
    let arguments = function.arguments.iter().map(|argument| &argument.local);
    // What may not be used while detached is said at the function's name.
    let span = Span::call_site().located_at(ident.span());
    let call = quote_spanned!(span=> #ident(#(#arguments),*));
    let returns = function.returns.without_lifetimes();
    let result = match function.detach {
        Some(_) => quote_spanned!(span=> __runtime::detached(#py, || #call)),
        None => call,
    };
    quote!(<#returns as __runtime::ReturnValue>::into_result(#result, #py))
}

/// The docstring in C's form, with the text signature in front that `inspect.signature` reads.
fn doc(function: &Function) -> TokenStream {
    let mut pieces = Pieces::default();
    let is_ascii = function
        .signature
        .parameters
        .iter()
        .all(|parameter| parameter.name.text.is_ascii());
    match &function.text_signature {
        TextSignature::Given(signature) => {
            pieces.push_text(&format!("{}{signature}\n--\n\n", function.name.text))
        }
        // `inspect` reads the signature as ASCII, and fails on anything else.
        TextSignature::Derived if is_ascii && function.name.text.is_ascii() => {
            pieces.push_text(&function.name.text);
            push_text_signature(&function.signature, &mut pieces);
            pieces.push_text("\n--\n\n");
        }
        TextSignature::Derived | TextSignature::None => {}
    }
    text::push_docstring(&mut pieces, &function.doc);
    pieces.into_c_string()
}

/// `(a, /, b=1, *args, c, **kwargs)`.
fn push_text_signature(signature: &Signature, pieces: &mut Pieces) {
    pieces.push_text("(");
    let mut before = None;
    for parameter in &signature.parameters {
        if before.is_some() {
            pieces.push_text(", ");
        }
        if before == Some(Kind::PositionalOnly) && parameter.kind != Kind::PositionalOnly {
            pieces.push_text("/, ");
        }
        if parameter.kind == Kind::KeywordOnly
            && !matches!(before, Some(Kind::KeywordOnly | Kind::Varargs))
        {
            pieces.push_text("*, ");
        }
        let stars = match parameter.kind {
            Kind::Varargs => "*",
            Kind::Kwargs => "**",
            _ => "",
        };
        pieces.push_text(&format!("{stars}{}", parameter.name.text));
        if let Some(default) = &parameter.default {
            pieces.push_text("=");
            constant::push_python(&default.shown, pieces);
        }
        before = Some(parameter.kind);
    }
    pieces.push_text(if before == Some(Kind::PositionalOnly) {
        ", /)"
    } else {
        ")"
    });
}

/// The trampoline's own variables. They are invisible to the user's expressions, but stand beside the variables
/// for the parameters: a name that a parameter has gets underscores until it is free.
struct Locals {
    module: Ident,
    args: Ident,
    nargs: Ident,
    kwnames: Ident,
    py: Ident,
    slots: Ident,
}

impl Locals {
    fn of(function: &Function) -> Locals {
        let free = |name: &str| {
            let mut name = name.to_owned();
            while function
                .arguments
                .iter()
                .any(|argument| argument.local == name)
            {
                name.push('_');
            }
            Ident::new(&name, Span::mixed_site())
        };
        Locals {
            // Python always passes the module; only `pass_module` looks at it.
            module: free(if function.takes_module() {
                "module"
            } else {
                "_module"
            }),
            args: free("args"),
            nargs: free("nargs"),
            kwnames: free("kwnames"),
            py: free("py"),
            slots: free("slots"),
        }
    }
}
