//! The attribute and the item, as tokens.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::{Context, heading, text};
use crate::diagnostics::position;
use crate::model::{Block, Language, Listing, Text};
use crate::source::Source;

/// A body of more tokens than these is not shown: the macro does not read it either.
const SHORT: usize = 12;

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![text("tokens.intro")];
    for chosen in &context.chosen {
        blocks.extend(heading(context, chosen));
        let exported = &context.source.exported[chosen.exported];
        let caption = |key: &str| Text::new(key).with("name", &chosen.function.ident);
        if chosen.modules.is_empty() {
            let options = match exported.options.is_empty() {
                true => Listing::new(Language::Text, "(none)"),
                false => listing(context.source, &exported.options),
            };
            blocks.push(Block::Listing(options.caption(caption("tokens.options"))));
            blocks.push(Block::Listing(
                listing(context.source, &exported.item).caption(caption("tokens.item")),
            ));
        } else {
            // The attribute stands on the module, and gets the function as a part of it.
            blocks.push(Block::Listing(
                listing(context.source, &chosen.function.item)
                    .caption(caption("tokens.inner_item")),
            ));
        }
    }
    blocks.push(text("tokens.spans"));
    blocks
}

/// One token a line, the content of groups indented, with the place of each.
fn listing(source: &Source, tokens: &TokenStream) -> Listing {
    let mut listing = Listing::new(Language::Text, "");
    push_tokens(source, tokens.clone(), 0, &mut listing);
    listing
}

fn push_tokens(source: &Source, tokens: TokenStream, depth: usize, listing: &mut Listing) {
    for token in tokens {
        match &token {
            TokenTree::Group(group) => {
                let (name, open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("Group", "(", ")"),
                    Delimiter::Brace => ("Group", "{", "}"),
                    Delimiter::Bracket => ("Group", "[", "]"),
                    Delimiter::None => ("Group", "", ""),
                };
                let mut inside = Vec::new();
                crate::alignment::flatten(group.stream(), &mut inside);
                if group.delimiter() == Delimiter::Brace && inside.len() > SHORT {
                    let text = format!("{open} … {} tokens … {close}", inside.len());
                    push_line(source, depth, name, &text, group.span(), listing);
                    continue;
                }
                push_line(source, depth, name, open, group.span_open(), listing);
                push_tokens(source, group.stream(), depth + 1, listing);
                push_line(source, depth, "", close, group.span_close(), listing);
            }
            TokenTree::Ident(ident) => push_line(
                source,
                depth,
                "Ident",
                &ident.to_string(),
                ident.span(),
                listing,
            ),
            TokenTree::Punct(punct) => {
                let joint = if punct.spacing() == Spacing::Joint {
                    " joint"
                } else {
                    ""
                };
                let text = punct.as_char().to_string();
                push_line(
                    source,
                    depth,
                    &format!("Punct{joint}"),
                    &text,
                    punct.span(),
                    listing,
                );
            }
            TokenTree::Literal(literal) => {
                push_line(
                    source,
                    depth,
                    "Literal",
                    &literal.to_string(),
                    literal.span(),
                    listing,
                );
            }
        }
    }
}

fn push_line(
    source: &Source,
    depth: usize,
    kind: &str,
    text: &str,
    span: proc_macro2::Span,
    listing: &mut Listing,
) {
    let place = source.place(span);
    let indent = "    ".repeat(depth);
    listing.push(
        &format!(
            "{indent}{kind:<width$}",
            width = if kind.is_empty() { 0 } else { 12 }
        ),
        None,
    );
    listing.push(text, place.clone());
    if let (Some(place), false) = (place, kind.is_empty()) {
        let (line, column) = position(&source.text, place.start);
        let written = indent.chars().count() + 12 + text.chars().count();
        let gap = " ".repeat(44usize.saturating_sub(written).max(2));
        listing.push(&format!("{gap}{line}:{column}"), None);
    }
    listing.push("\n", None);
}
