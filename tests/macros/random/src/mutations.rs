//! Changes to single tokens.

use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, TokenStream, TokenTree};

use crate::choose::Choose;

/// The stream with some of its tokens changed, none or several.
pub fn mutated(stream: TokenStream, choose: &mut Choose, words: &[TokenTree]) -> TokenStream {
    let mut stream = stream;
    for _ in 0..choose.one_of(&[0, 0, 1, 1, 2, 4]) {
        let count = flat([stream.clone()]).len();
        if count == 0 {
            break;
        }
        let mut victim = choose.below(count);
        stream = mutate(&stream, &mut victim, choose, words);
    }
    stream
}

/// The stream with its token number `victim` removed, doubled, replaced, moved or regrouped; counts it down.
pub fn mutate(
    stream: &TokenStream,
    victim: &mut usize,
    choose: &mut Choose,
    words: &[TokenTree],
) -> TokenStream {
    let mut mutated: Vec<TokenTree> = Vec::new();
    for token in stream.clone() {
        let is_victim = *victim == 0;
        *victim = victim.wrapping_sub(1);
        match (is_victim, token) {
            (true, token) => change(token, &mut mutated, choose, words),
            (false, TokenTree::Group(group)) => {
                let inner = mutate(&group.stream(), victim, choose, words);
                mutated.push(group_of(group.delimiter(), inner));
            }
            (false, token) => mutated.push(token),
        }
    }
    mutated.into_iter().collect()
}

/// Adds to `before` what `token` becomes.
fn change(token: TokenTree, before: &mut Vec<TokenTree>, choose: &mut Choose, words: &[TokenTree]) {
    match (choose.below(9), token) {
        (0, _) => {}
        (1, token) => before.extend([token.clone(), token]),
        (2, token) => {
            let word = word(choose, words);
            before.extend([token, word]);
        }
        (3, TokenTree::Group(group)) => before.extend(group.stream()),
        (4, TokenTree::Group(group)) => {
            let delimiters = [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket];
            let delimiter = choose.one_of(&delimiters);
            before.push(group_of(delimiter, group.stream()));
        }
        (5, token) => {
            let place = before.len().saturating_sub(1);
            before.insert(place, token);
        }
        // As a fragment of `macro_rules!` comes, which is no single sign, nor a part of an attribute.
        (6, token) if can_be_fragment(&token) => {
            before.push(group_of(Delimiter::None, token.into()));
        }
        (7, TokenTree::Literal(_)) => before.push(literal(choose)),
        (7, TokenTree::Punct(punct)) => {
            let spacing = choose.one_of(&[Spacing::Alone, Spacing::Joint]);
            before.push(Punct::new(punct.as_char(), spacing).into());
        }
        _ => before.push(word(choose, words)),
    }
}

fn can_be_fragment(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(_) => false,
        TokenTree::Group(group) => group.delimiter() != Delimiter::Bracket,
        _ => true,
    }
}

fn group_of(delimiter: Delimiter, stream: TokenStream) -> TokenTree {
    Group::new(delimiter, stream).into()
}

fn word(choose: &mut Choose, words: &[TokenTree]) -> TokenTree {
    const OTHERS: &[&str] = &[
        "'a", "!", "?", "=>", "->", "::", "..", "&", "*", "/", "$", "#", "|", "@", ";", ",", "=",
        "<", ">", "-", "+", "()", "[]", "{}", "mybind", "r#fn", "self", "_", "Self", "crate",
    ];
    if words.is_empty() || choose.chance(40) {
        let text = choose.one_of(OTHERS);
        let tokens = TokenStream::from_str(text)
            .expect("valid tokens")
            .into_iter();
        return group_or_single(tokens.collect());
    }
    choose.one_of(words)
}

/// The one token, or all of them as macros group what they are given.
fn group_or_single(mut tokens: Vec<TokenTree>) -> TokenTree {
    match tokens.len() {
        1 => tokens.remove(0),
        _ => group_of(Delimiter::None, tokens.into_iter().collect()),
    }
}

fn literal(choose: &mut Choose) -> TokenTree {
    const TEXTS: &[&str] = &[
        "\"\"",
        "\"x\"",
        "\"\\0\"",
        "\"\\u{1f600}\"",
        "r##\"a\"#b\"##",
        "'x'",
        "b'x'",
        "b\"\\xff\"",
        "c\"x\"",
        "0",
        "1.",
        "1e400",
        "0x_f",
        "1u8",
        "1f32",
        "340282366920938463463374607431768211456",
        "\"a\\\n  b\"",
        "\"lone \\\" quote\"",
        "1_0.0_1e-3_f64",
        "0b1",
        "0o7",
        "\"lambda\"",
        "\"(x) -> int\"",
        "\"int\"",
        "br\"x\"",
        "'\\''",
        "\"{}\"",
    ];
    let text = choose.one_of(TEXTS);
    Literal::from_str(text).expect("a literal").into()
}

/// Every token, those in groups too.
pub fn flat(streams: impl IntoIterator<Item = TokenStream>) -> Vec<TokenTree> {
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
