//! `#[mybind]` and the derives on things that are almost items: they never panic, and what they give is Rust.
//!
//! `MYBIND_TIMES` says how many times as much is tried. `tests/macros/fuzz` does the same with a fuzzer's choices.

use std::str::FromStr;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use random_items::{Choose, Marked, check_attribute, check_derive, flat, mutate, mutated};

/// How often something is tried that is tried `count` times every day.
fn times(count: u64) -> u64 {
    let times = std::env::var("MYBIND_TIMES").map(|times| times.parse().expect("a number"));
    count * times.unwrap_or(1)
}

/// Runs `work`, and says of a panic what it was given.
fn without_panic<T>(text: &str, work: impl FnOnce() -> T) -> T {
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
    result.unwrap_or_else(|_| panic!("panics on {text}"))
}

/// One token of a real item is changed.
#[test]
fn what_is_almost_an_item_gives_errors_not_panics() {
    let seeds = seeds();
    let words: Vec<TokenTree> = seeds
        .iter()
        .flat_map(|(options, item)| flat([options.clone(), item.clone()]))
        .collect();
    let (count, mut understood) = (times(3000), 0);
    for number in 0..count {
        let mut choose = Choose::seeded(number);
        let (options, item) = &seeds[choose.below(seeds.len())];
        let mut victim = choose.below(flat([options.clone(), item.clone()]).len());
        let options = mutate(options, &mut victim, &mut choose, &words);
        let item = mutate(item, &mut victim, &mut choose, &words);
        let text = format!("#[mybind({options})] {item}");
        understood += u64::from(without_panic(&text, || check_attribute(options, item)));
    }
    // Neither all right nor all wrong.
    assert!(
        (count / 20..count).contains(&understood),
        "{understood} of {count} are understood"
    );
}

/// Items of all kinds, with mistakes of all kinds, some of whose tokens are changed besides.
#[test]
fn random_items_give_errors_not_panics() {
    let (count, mut items, mut understood) = (times(2500), 0, 0);
    for number in 0..count {
        let mut choose = Choose::seeded(number);
        let Marked { options, item } = random_items::item(&mut choose, 0);
        let (Ok(options), Ok(item)) = (tokens(&options), tokens(&item)) else {
            continue; // no tokens reach a macro that are none
        };
        let words = flat([options.clone(), item.clone()]);
        let options = mutated(options, &mut choose, &words);
        let item = mutated(item, &mut choose, &words);
        let text = format!("#[mybind({options})] {item}");
        items += 1;
        understood += u64::from(without_panic(&text, || check_attribute(options, item)));
    }
    assert!(
        (items / 20..items).contains(&understood),
        "{understood} of {items} are understood"
    );
}

/// The same for types.
#[test]
fn random_types_give_errors_not_panics() {
    let (count, mut items, mut understood) = (times(1200), 0, 0);
    for number in 0..count {
        let mut choose = Choose::seeded(number);
        let Ok(item) = tokens(&random_items::derived(&mut choose, 0)) else {
            continue;
        };
        let item = mutated(item.clone(), &mut choose, &flat([item]));
        items += 3;
        understood += without_panic(&item.to_string(), || check_derive(&item));
    }
    assert!(
        (items / 20..items).contains(&understood),
        "{understood} of {items} are understood"
    );
}

/// What the fuzzer has found.
#[test]
fn types_that_the_compiler_refuses_give_rust() {
    for text in [
        "struct Type<'a, 'b> { a: ::std::vec::Vec<::std::vec::Self::<&'a &'b str>> }",
        "struct Type { a: Self<i32>, b: Option<Self::Item> }",
        "struct Type<'a> { a: &'a str, b: &'Self str }",
        "struct Type<T> { a: T, b: [u8; Self], c: [u8; size_of::<Self>()] }",
        "struct Type { a: u8 +, b: dyn Copy + }",
    ] {
        without_panic(text, || check_derive(&tokens(text).expect("valid tokens")));
    }
}

fn tokens(text: &str) -> Result<TokenStream, proc_macro2::LexError> {
    TokenStream::from_str(text)
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
    let tokens = |text: &str| tokens(text).expect("valid tokens");
    marked
        .chain(others.map(|(options, item)| (tokens(options), tokens(item))))
        .collect()
}
