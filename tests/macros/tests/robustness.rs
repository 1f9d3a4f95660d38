//! `#[mybind]` on things that are almost items: it never panics, and what it gives is Rust.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use mybind_codegen::derive::Conversion;
use mybind_codegen::ir::{AddedItem, AddedValue, Exported, Function, Member, Module};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};

const MUTATIONS: u64 = 3000;

#[test]
fn what_is_almost_an_item_gives_errors_not_panics() {
    let seeds = seeds();
    let words: Vec<TokenTree> = seeds
        .iter()
        .flat_map(|(options, item)| flat([options.clone(), item.clone()]))
        .collect();
    let mut understood = 0;
    for number in 0..MUTATIONS {
        let random = Random {
            seed: number,
            drawn: std::cell::Cell::new(0),
        };
        let (options, item) = &seeds[random.below(seeds.len())];
        let count = flat([options.clone(), item.clone()]).len();
        let mut victim = random.below(count);
        let options = mutate(options, &mut victim, &random, &words);
        let item = mutate(item, &mut victim, &random, &words);
        let text = format!("#[mybind({options})] {item}");
        let result = std::panic::catch_unwind(|| {
            let exported = mybind_codegen::understand(options.clone(), item.clone());
            (exported.ok(), mybind_codegen::mybind(options, item.clone()))
        });
        let Ok((exported, expanded)) = result else {
            panic!("panics on {text}")
        };
        understood += u64::from(exported.is_some());
        // What is no Rust stays none; and defaults, converters and types are passed on unread.
        let is_rust = syn::parse2::<syn::File>(item).is_ok()
            && exported
                .iter()
                .flat_map(passed_on)
                .all(|part| syn::parse2::<syn::Expr>(part).is_ok());
        if is_rust && syn::parse2::<syn::File>(expanded.clone()).is_err() {
            panic!("not Rust: {expanded}\nof {text}");
        }
    }
    // Neither all right nor all wrong.
    assert!(
        (MUTATIONS / 20..MUTATIONS).contains(&understood),
        "{understood} of {MUTATIONS} are understood"
    );
}

#[test]
fn what_is_almost_a_type_gives_errors_not_panics() {
    let types = [
        "#[mybind(from_item_all, rename_all = \"camelCase\", crate = a::b)] pub struct A<'py, T: Clone = Vec<i32>, const N: usize = 1> where T: Into<String> { #[mybind(default = 1 + 2)] pub(crate) a: Vec<(T, i32)>, #[mybind(item(0), from_py_with = f)] b: Bound<'py, PyAny>, }",
        "struct B(i32, #[mybind(into_py_with = path::f)] pub (String, Vec<Self>)) where i32: Copy;",
        "#[mybind(transparent)] struct C { r#type: i32 }",
        "struct D;",
        "#[mybind(rename_all = \"UPPERCASE\")] enum E { #[mybind(name = \"b\")] A = 1 << 2, B, #[mybind(annotation = \"c\")] C(i32), #[mybind(from_item_all)] D { a: i32, #[mybind(attribute(\"c\"), default)] b: Vec<E> } }",
    ];
    let types = types.map(|text| TokenStream::from_str(text).expect("valid tokens"));
    let words = flat(types.clone());
    for number in 0..MUTATIONS {
        let random = Random {
            seed: number,
            drawn: std::cell::Cell::new(0),
        };
        let item = &types[random.below(types.len())];
        let mut victim = random.below(flat([item.clone()]).len());
        let item = mutate(item, &mut victim, &random, &words);
        for conversion in [
            Conversion::FromPyObject,
            Conversion::IntoPyObject,
            Conversion::IntoPyObjectRef,
        ] {
            let derive = || mybind_codegen::derive::derive(conversion, item.clone());
            if std::panic::catch_unwind(derive).is_err() {
                panic!("panics on {item}");
            }
        }
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

/// Options and items as they should be: the inputs of the expansions.
fn seeds() -> Vec<(TokenStream, TokenStream)> {
    let inputs = [
        "add",
        "signature",
        "options",
        "overloads",
        "module",
        "function_module",
    ]
    .map(|name| {
        let path = format!("{}/expansions/{name}.rs", env!("CARGO_MANIFEST_DIR"));
        syn::parse_file(&std::fs::read_to_string(path).expect("readable")).expect("valid")
    });
    let items = inputs.into_iter().flat_map(|file| file.items);
    let marked = items.filter_map(|mut item| {
        let attributes = match &mut item {
            syn::Item::Fn(function) => &mut function.attrs,
            syn::Item::Mod(module) => &mut module.attrs,
            _ => return None,
        };
        let index = attributes
            .iter()
            .position(|attribute| attribute.path().is_ident("mybind"))?;
        let options = match attributes.remove(index).meta {
            syn::Meta::List(list) => list.tokens,
            _ => TokenStream::new(),
        };
        Some((options, item.to_token_stream()))
    });
    let others = [
        (
            "gil_used, interpreters = \"main\", submodule",
            "mod m { #[mybind] const A: i32 = 1 << 2; #[mybind] use a::{b, c as d}; }",
        ),
        (
            "signature = (_, r#type, /, *, b = None)",
            "const extern \"C\" fn f<'a>(_: &'a str, mut r#type: [u8; { 1 }], b: Option<i32>) {}",
        ),
        (
            "pass_module, crate = a::b",
            "fn f(module: &Bound<'_, PyModule>, _x: for<'a> fn(&'a i32) -> i32) -> () where i32: Copy {}",
        ),
    ];
    let tokens = |text: &str| TokenStream::from_str(text).expect("valid tokens");
    marked
        .chain(others.map(|(options, item)| (tokens(options), tokens(item))))
        .collect()
}

/// The stream with its token number `victim` removed, doubled, replaced, or its group opened; counts it down.
fn mutate(
    stream: &TokenStream,
    victim: &mut usize,
    random: &Random,
    words: &[TokenTree],
) -> TokenStream {
    let mut mutated = TokenStream::new();
    for token in stream.clone() {
        let is_victim = *victim == 0;
        *victim = victim.wrapping_sub(1);
        let word = || words[random.below(words.len())].clone();
        match (is_victim, token) {
            (true, token) => match (random.below(5), token) {
                (0, _) => {}
                (1, token) => mutated.extend([token.clone(), token]),
                (2, token) => mutated.extend([token, word()]),
                (3, TokenTree::Group(group)) => mutated.extend(group.stream()),
                (_, TokenTree::Group(group)) => mutated.extend([TokenTree::Group(Group::new(
                    Delimiter::None,
                    group.stream(),
                ))]),
                _ => mutated.extend([word()]),
            },
            (false, TokenTree::Group(group)) => {
                let inner = mutate(&group.stream(), victim, random, words);
                mutated.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
            }
            (false, token) => mutated.extend([token]),
        }
    }
    mutated
}

/// Every token, those in groups too.
fn flat(streams: impl IntoIterator<Item = TokenStream>) -> Vec<TokenTree> {
    let tokens = streams.into_iter().flatten();
    tokens
        .flat_map(|token| {
            let inner = match &token {
                TokenTree::Group(group) => flat([group.stream()]),
                _ => Vec::new(),
            };
            std::iter::once(token).chain(inner)
        })
        .collect()
}

/// Numbers that are the same in each run.
struct Random {
    seed: u64,
    drawn: std::cell::Cell<u64>,
}

impl Random {
    fn below(&self, limit: usize) -> usize {
        let mut hasher = DefaultHasher::new();
        (self.seed, self.drawn.replace(self.drawn.get() + 1)).hash(&mut hasher);
        usize::try_from(hasher.finish() % limit as u64).unwrap_or_default()
    }
}
