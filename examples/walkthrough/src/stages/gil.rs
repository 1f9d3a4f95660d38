//! Being attached, and two threads that run side by side.

use super::{Context, missing, not_built, text};
use crate::model::{Block, Depends, Language, Listing, Text};
use crate::stages::call::SHOWN;
use crate::workshop::Crate;

const THREADS: &str = include_str!("../../scripts/threads.py");

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![text("gil.intro")];
    if let Some(chosen) = context
        .chosen
        .iter()
        .find(|chosen| chosen.function.detach.is_some())
    {
        blocks.push(Block::Text(
            Text::new("gil.detached_line").with("name", &chosen.function.ident),
        ));
        let body = context.expansion.body_of(chosen, context.source);
        if let Some(place) =
            body.and_then(|place| context.expansion.block_with("detached(", &place))
        {
            blocks.push(Block::Listing(context.expansion.listing(&place)));
        }
    }
    blocks.push(text("gil.shown"));
    let end = SHOWN.find("    /// Panics.").unwrap_or(SHOWN.len());
    let start = SHOWN.find("/// The threads that are").unwrap_or(0);
    blocks.push(Block::Listing(Listing::new(
        Language::Rust,
        format!("{}\n}}", SHOWN[start..end].trim_end()),
    )));
    let Some(python) = &context.tools.python else {
        blocks.push(missing("page.no_python"));
        return blocks;
    };
    let wanted = Crate {
        directory: "shown".to_owned(),
        name: "shown",
        source: SHOWN,
        lines: false,
    };
    match context.tools.build_extension(&wanted) {
        Err(reason) => blocks.extend(not_built(&reason, "shown.rs")),
        Ok((modules, _)) => match python.run(THREADS, &modules, &[]) {
            Ok(output) => {
                blocks.push(Block::Listing(Listing::new(Language::Python, THREADS)));
                blocks.push(Block::Listing(
                    Listing::new(Language::Console, output).depends(Depends::Python),
                ));
                blocks.push(text("gil.outro"));
            }
            Err(output) => blocks.push(Block::Listing(Listing::new(Language::Console, output))),
        },
    }
    blocks
}
