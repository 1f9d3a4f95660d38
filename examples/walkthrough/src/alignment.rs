//! Tokens in a row, and two rows of them paired: what was written, and what the formatter made of it.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

/// A token that is no group.
#[derive(Debug, Clone)]
pub struct Flat {
    /// Its text.
    pub text: String,
    /// Its place.
    pub span: Span,
}

/// The tokens of a stream, with each group's delimiters as tokens of their own.
pub fn flatten(tokens: TokenStream, flat: &mut Vec<Flat>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                let delimiter = |text: &str, span| Flat {
                    text: text.to_owned(),
                    span,
                };
                flat.push(delimiter(open, group.span_open()));
                flatten(group.stream(), flat);
                flat.push(delimiter(close, group.span_close()));
                flat.retain(|token| !token.text.is_empty());
            }
            token => flat.push(Flat {
                text: token.to_string(),
                span: token.span(),
            }),
        }
    }
}

/// Pairs what was written with what is shown: the formatter adds or drops a comma or braces here and there, nothing else.
pub fn align<'a>(
    written: &'a [Flat],
    shown: &'a [Flat],
) -> impl Iterator<Item = (&'a Flat, &'a Flat)> {
    let mut pairs = Vec::new();
    let (mut left, mut right) = (0, 0);
    while left < written.len() && right < shown.len() {
        if written[left].text == shown[right].text {
            pairs.push((&written[left], &shown[right]));
            left += 1;
            right += 1;
            continue;
        }
        let (skip_left, skip_right) =
            match (written[left].text.as_str(), shown[right].text.as_str()) {
                (_, ",") => (0, 1),
                (",", _) => (1, 0),
                _ => next_common(&written[left..], &shown[right..]),
            };
        left += skip_left;
        right += skip_right;
    }
    pairs.into_iter()
}

/// How many tokens to skip on either side until both go on alike, for at least three tokens where there are as many.
fn next_common(written: &[Flat], shown: &[Flat]) -> (usize, usize) {
    for total in 1..64 {
        for left in 0..=total {
            let right = total - left;
            let (Some(one), Some(other)) = (written.get(left..), shown.get(right..)) else {
                continue;
            };
            let mut pairs = one.iter().zip(other).take(3);
            if !one.is_empty()
                && !other.is_empty()
                && pairs.all(|(one, other)| one.text == other.text)
            {
                return (left, right);
            }
        }
    }
    (1, 1)
}
