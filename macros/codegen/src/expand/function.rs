//! A function: its marker type, and the marker's `impl Function`.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

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
        lints,
        runtime,
        ..
    } = function;
    let name = ident.to_string();
    let implementation = implementation(function, ident);
    let overloads = stub::overloads(function);
    let use_runtime = super::use_runtime(runtime);
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
        #(#lints)*
        const _: () = {
            #use_runtime
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
    let signature = signature(function);
    let stub = stub::function(function);
    let call = call(function);
    quote! {
        unsafe impl __runtime::Function for #marker {
            const DECLARATION: __runtime::Declaration = __runtime::Declaration {
                name: #name,
                doc: #doc,
                signature: &#signature,
            };
            const STUB: &'static [__runtime::Piece] = #stub;

            #call
        }
    }
}

/// The description of the parameters that a call's arguments are bound by.
fn signature(function: &Function) -> TokenStream {
    let Signature { parameters } = &function.signature;
    let count = |kind| function.signature.count(kind);
    let positional = count(Kind::PositionalOnly) + count(Kind::Positional);
    let required = function.signature.required();
    let [positional_only, optional, keyword_only, required] = [
        count(Kind::PositionalOnly),
        positional - required,
        count(Kind::KeywordOnly),
        required,
    ]
    .map(Literal::usize_unsuffixed);
    let keywords = parameters
        .iter()
        .filter(|parameter| parameter.kind == Kind::KeywordOnly);
    let required_keywords = bits(keywords.map(|parameter| parameter.default.is_none()));
    let names = names(function);
    quote! {
        __runtime::Signature {
            positional_only: #positional_only,
            required: #required,
            optional: #optional,
            keyword_only: #keyword_only,
            required_keywords: #required_keywords,
            names: *#names,
        }
    }
}

/// A number with these bits, the lowest first. The runtime takes no more parameters than it has bits.
fn bits(bits: impl Iterator<Item = bool>) -> TokenStream {
    let digits: String = bits
        .take(32)
        .map(|bit| if bit { '1' } else { '0' })
        .collect();
    let digits: String = digits.chars().rev().collect();
    format!("0b{digits:0>1}").parse().unwrap_or_default()
}

/// The names of a function and of its parameters, as the runtime's `Signature` wants them: each with its length in front, the
/// parameters' from the last to the first.
fn names(function: &Function) -> TokenStream {
    let variadic = [Kind::Varargs, Kind::Kwargs]
        .into_iter()
        .filter_map(|kind| function.signature.variadic(kind));
    let named: Vec<_> = function.signature.named().collect();
    let parameters = named.into_iter().rev().chain(variadic);
    let names = parameters.map(|parameter| &parameter.name.text);
    let names = names.chain([&function.name.text]);
    let text: String = names.map(|name| with_length(name)).collect();
    format!(r#"b"{text}\0""#).parse().unwrap_or_default()
}

/// A name as a part of a byte string, after its length. That it is no longer than a byte can say was checked before.
fn with_length(name: &str) -> String {
    let bytes = name.bytes().map(|byte| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' => char::from(byte).to_string(),
        _ => format!(r"\x{byte:02x}"),
    });
    let bytes: String = bytes.collect();
    format!(r"\x{:02x}{bytes}", name.len())
}

/// The method that calls the function: how each argument is converted, how the function is called with them, and how its result is
/// given to Python.
fn call(function: &Function) -> TokenStream {
    let call = Ident::new("call", Span::mixed_site());
    // Where the function stands, so that the compiler finds out of which argument it speaks: it looks at those places alone that are of the same
    // origin.
    let run = Ident::new("run", function.ident.span());
    let parameters = function.signature.parameters.iter();
    let (variadic, named): (Vec<_>, Vec<_>) =
        parameters.partition(|parameter| parameter.is_variadic());
    let given = named.into_iter().chain(variadic);
    let (mut locals, mut conversions): (Vec<_>, Vec<_>) = given
        .map(|parameter| {
            let argument = &function.arguments[parameter.argument];
            (argument.local.clone(), conversion(argument, parameter))
        })
        .unzip();
    for Argument { local, ty, .. } in function.arguments_of(Source::Module) {
        locals.push(local.clone());
        conversions.push(converted(ty, quote!(ModuleArgument), None));
    }
    let conversions = conversions
        .into_iter()
        .rfold(quote!(()), |others, first| quote!((#first, #others)));
    let py = py(function);
    let returned = returned(function, &py);
    let (returned, result) = match warnings(function, &py) {
        Some(warnings) => {
            let result = result(&function.returns, "into_result");
            (
                quote!({ #warnings #result(#returned, #py) }),
                quote!(__runtime::AsItIs),
            )
        }
        None => (returned, result(&function.returns, "TO_PYTHON")),
    };
    quote! {
        #[inline]
        fn call(#call: __runtime::Call<'_>) -> *mut __runtime::Object {
            #call.#run(
                #conversions,
                #result,
                |#py, #(#locals),*| #returned,
            )
        }
    }
}

/// How the argument of one parameter is converted.
fn conversion(argument: &Argument, parameter: &Parameter) -> TokenStream {
    let kind = match (parameter.kind, &parameter.default) {
        (Kind::Varargs, _) => quote!(Varargs),
        (Kind::Kwargs, _) => {
            let ty = argument.ty.without_lifetimes();
            quote!(Kwargs::<{ <#ty as __runtime::Argument>::OPTIONAL }, _>)
        }
        (_, Some(_)) => quote!(Optional),
        (Kind::KeywordOnly, None) => quote!(Keyword),
        (_, None) => quote!(Required),
    };
    converted(&argument.ty, kind, parameter.converter.as_ref())
}

/// `__runtime::Required(<T as __runtime::Argument>::FROM_PYTHON)`, where the type stands; with a conversion of the user's, that.
fn converted(ty: &RustType, kind: TokenStream, converter: Option<&TokenStream>) -> TokenStream {
    let (first, last) = ty.place();
    let runtime = quote_spanned!(first=> __runtime);
    let converter = match converter {
        Some(path) => return quote!(__runtime::#kind(__runtime::With(#path))),
        None => {
            let ty = ty.without_lifetimes();
            let open = quote_spanned!(first=> <);
            let member = quote_spanned!(last=> ::FROM_PYTHON);
            quote!(#open #ty as __runtime::Argument> #member)
        }
    };
    let kind = respanned(kind, last);
    let mut argument = Group::new(Delimiter::Parenthesis, converter);
    argument.set_span(last);
    quote!(#runtime::#kind #argument)
}

/// What the type of the result has by this name as a `ReturnValue`, where the type stands.
fn result(returns: &RustType, member: &str) -> TokenStream {
    let (first, last) = returns.place();
    let ty = returns.without_lifetimes();
    let open = quote_spanned!(first=> <);
    let member = Ident::new(member, last);
    let member = quote_spanned!(last=> ::#member);
    quote!(#open #ty as __runtime::ReturnValue> #member)
}

fn respanned(tokens: TokenStream, span: Span) -> TokenStream {
    let tokens = tokens.into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    tokens.collect()
}

/// The statements that warn whoever calls the function, if it is to.
fn warnings(function: &Function, py: &Ident) -> Option<TokenStream> {
    let warnings = function.warnings.iter().map(|Warning { text, category }| {
        let text = text::c_string(text);
        let category = match category {
            Category::Deprecation => quote!(__runtime::PyDeprecationWarning),
            Category::User => quote!(__runtime::PyUserWarning),
            Category::Path(path) => path.clone(),
        };
        quote!(__runtime::warn::<#category>(#py, #text)?;)
    });
    (!function.warnings.is_empty()).then(|| warnings.collect())
}

/// The closure that gives a default: evaluated only when it is needed, and in a function of its own, so that a
/// `return` in it stays in it.
///
/// What Python is shown as a constant may be of a type that becomes the parameter's: text for a `String`, a bare
/// value for an `Option`, under whatever alias. Any other expression has the parameter's own type, which it may be
/// inferred from; only where `Option` is spelled out may it be a bare value too.
pub(crate) fn default_closure(ty: &RustType, default: &Default) -> TokenStream {
    let expression = expression(default);
    match &default.shown {
        Constant::Hidden if !ty.is_option() => quote!(|| #expression),
        _ => quote!(|| __runtime::DefaultFor::into_default(#expression)),
    }
}

/// The default's expression. Braces around it may say that a path is no constant: to the compiler, which would call them superfluous, they are
/// the macro's own.
fn expression(default: &Default) -> TokenStream {
    let mut tokens: Vec<TokenTree> = default.expression.clone().into_iter().collect();
    if let [TokenTree::Group(group)] = tokens.as_mut_slice() {
        group.set_span(Span::mixed_site().located_at(group.span()));
    }
    tokens.into_iter().collect()
}

/// The expression that calls the Rust function with what its arguments were converted to.
fn returned(function: &Function, py: &Ident) -> TokenStream {
    let Function { ident, .. } = function;
    let arguments = function.arguments.iter().map(|argument| {
        let local = &argument.local;
        match &argument.source {
            Source::Token => quote!(#py),
            Source::Module => quote!(#local),
            Source::Parameter(index) => match &function.signature.parameters[*index].default {
                Some(default) => {
                    let otherwise = default_closure(&argument.ty, default);
                    quote!(#local.unwrap_or_else(#otherwise))
                }
                None => quote!(#local),
            },
        }
    });
    // What may not be used while detached is said at the function's name.
    let span = Span::call_site().located_at(ident.span());
    let call = quote_spanned!(span=> #ident(#(#arguments),*));
    match function.detach {
        Some(_) => quote_spanned!(span=> __runtime::detached(#py, || #call)),
        None => call,
    }
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

/// The variable with the token. It is invisible to the user's expressions, but stands beside the variables for the parameters: it gets
/// underscores until it is called as none of them.
fn py(function: &Function) -> Ident {
    let needs_token = function.detach.is_some()
        || !function.warnings.is_empty()
        || function.arguments_of(Source::Token).next().is_some();
    let mut name = String::from(if needs_token { "py" } else { "_py" });
    while function
        .arguments
        .iter()
        .any(|argument| argument.local == name)
    {
        name.push('_');
    }
    Ident::new(&name, Span::mixed_site())
}
