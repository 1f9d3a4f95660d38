//! The same function, written by hand against the C API.

use super::{Context, heading, missing, text};
use crate::model::{Block, Language, Listing, Text};

/// The whole of `hello`, by hand. `tests/by_hand.rs` builds it and calls both.
pub(super) const SOURCE: &str = include_str!("../../demo/by_hand.rs");

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    if !context.request.is_demo {
        return vec![missing("by_hand.demo_only")];
    }
    let mut blocks = vec![text("by_hand.intro")];
    for chosen in &context.chosen {
        blocks.extend(heading(context, chosen));
        let name = chosen.function.ident.to_string();
        let body = context.expansion.body_of(chosen, context.source);
        if let (Some(place), Some(by_hand)) = (body, function(&name)) {
            let caption = |key: &str| Text::new(key).with("name", &name);
            let generated = context
                .expansion
                .listing(&place)
                .caption(caption("by_hand.generated"));
            let by_hand = Listing::new(Language::Rust, by_hand).caption(caption("by_hand.by_hand"));
            blocks.push(Block::Beside(generated, by_hand));
        }
        blocks.push(Block::Text(Text::new(format!(
            "by_hand.differences_{name}"
        ))));
    }
    blocks.push(text("by_hand.helpers"));
    let helpers = SOURCE
        .find("/// What Python calls to get the module.")
        .map_or("", |start| &SOURCE[start..]);
    blocks.push(Block::Listing(Listing::new(Language::Rust, helpers)));
    blocks
}

/// A function of the file, with its comment.
fn function(name: &str) -> Option<&'static str> {
    let start = SOURCE.find(&format!("unsafe extern \"C\" fn {name}("))?;
    let start = SOURCE[..start].rfind("\n\n").map_or(0, |index| index + 2);
    let end = SOURCE[start..]
        .find("\n}\n")
        .map(|index| start + index + 3)?;
    Some(&SOURCE[start..end])
}
