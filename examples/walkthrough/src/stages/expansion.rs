//! The expansion, item by item.

use super::{Context, heading, text};
use crate::expansion::{Part, is_explained};
use crate::model::{Block, Cell, Depends, Table, Text};
use crate::runtime;

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![text("expansion.intro")];
    let mut told: Vec<&str> = Vec::new();
    let mut named: Vec<String> = Vec::new();
    for (index, chosen) in context.chosen.iter().enumerate() {
        blocks.extend(heading(context, chosen));
        let mut parts = context.expansion.parts_of(chosen, context.source);
        if index > 0 {
            // What differs in the name alone is not shown again.
            let differing = ["item", "declaration", "call"];
            parts.retain(|part| differing.contains(&part.name));
            blocks.push(text("expansion.rest_as_before"));
        }
        for part in &parts {
            // What was said of one function is not said again.
            if !told.contains(&part.name) {
                told.push(part.name);
                blocks.push(Block::Text(paragraph(
                    part,
                    &chosen.function.ident.to_string(),
                )));
            }
            blocks.push(Block::Listing(context.expansion.listing(&part.place)));
            if part.name == "call" {
                let mut names = context.expansion.runtime_names(&part.place);
                names.retain(|name| !named.contains(name) && is_explained(name));
                if !names.is_empty() {
                    blocks.push(text("expansion.names"));
                    blocks.push(Block::Table(glossary(&names)));
                }
                named.extend(names);
            }
            if let (0, "call", Some(around)) = (index, part.name, runtime::around_the_call()) {
                blocks.push(text("expansion.trampoline"));
                blocks.push(Block::Listing(around));
            }
        }
    }
    blocks.push(text("expansion.outro"));
    blocks
}

fn paragraph(part: &Part, function: &str) -> Text {
    Text::new(format!("items.{}", part.name)).with("name", function)
}

/// What each name of the runtime stands for.
fn glossary(names: &[String]) -> Table {
    let row = |name: &String| {
        vec![
            Cell::Code(name.clone()),
            Cell::Text(Text::new(format!("names.{name}"))),
        ]
    };
    Table {
        head: ["expansion.head_name", "expansion.head_meaning"]
            .map(Text::new)
            .into(),
        rows: names.iter().map(row).collect(),
        depends: Depends::Nothing,
    }
}
