//! The rules, and one mistake being refused.

use mybind_codegen::check::{FUNCTION_RULES, MODULE_RULES, OUTSIDE_RULES};

use super::{Context, text};
use crate::diagnostics;
use crate::model::{Block, Cell, Depends, Language, Listing, Table, Text};
use crate::source::{Source, Unreadable};

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![
        text("checks.intro"),
        Block::Table(table()),
        text("checks.elsewhere"),
    ];
    if let Some(listing) = mistake(context) {
        blocks.push(text("checks.mistake"));
        blocks.push(Block::Listing(listing));
    }
    blocks
}

/// Each rule, what breaks it, and what the macro says to that.
fn table() -> Table {
    let functions = OUTSIDE_RULES.iter().chain(FUNCTION_RULES);
    let rules = functions
        .map(|rule| (rule.name, rule.broken_by))
        .chain(MODULE_RULES.iter().map(|rule| (rule.name, rule.broken_by)));
    let row = |(name, broken_by): (&'static str, &'static str)| {
        vec![
            Cell::Text(Text::new(format!("checks.rule_{name}"))),
            Cell::Code(broken_by.to_owned()),
            Cell::Plain(message(broken_by).unwrap_or_default()),
        ]
    };
    Table {
        head: [
            "checks.head_rule",
            "checks.head_broken_by",
            "checks.head_message",
        ]
        .map(Text::new)
        .into(),
        rows: rules.map(row).collect(),
        depends: Depends::Nothing,
    }
}

/// What the macro says to an item: its first message.
fn message(item: &str) -> Option<String> {
    let with_attribute = match item.starts_with("#[mybind") {
        true => item.to_owned(),
        false => format!("#[mybind] {item}"),
    };
    match Source::parse(&with_attribute) {
        Err(Unreadable::Refused(mistakes)) => Some(mistakes.first()?.message.clone()),
        _ => None,
    }
}

/// The function that is walked through with `unsafe` before it, and what the compiler shows then.
fn mistake(context: &Context<'_>) -> Option<Listing> {
    let function = context.chosen.first()?.function;
    let source = &context.source.text;
    let name = context.source.place(function.ident.span())?;
    let start = source[..name.start].rfind("fn")?;
    let broken = format!("{}unsafe {}", &source[..start], &source[start..]);
    match Source::parse(&broken) {
        Err(Unreadable::Refused(mistakes)) => {
            let shown: Vec<String> = mistakes
                .iter()
                .map(|mistake| diagnostics::render(mistake, &context.request.file, &broken))
                .collect();
            Some(Listing::new(Language::Console, shown.join("\n")))
        }
        _ => None,
    }
}
