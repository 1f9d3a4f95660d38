//! The method table and `PyInit_`.

use super::{Context, missing, not_built, text};
use crate::model::{Block, Cell, Depends, Table, Text};

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![text("table.intro")];
    if let Some(module) = context.module() {
        let parts = context
            .expansion
            .parts_of_module(context.module_path(), module);
        let mut told: Vec<&str> = Vec::new();
        for part in parts
            .iter()
            .filter(|part| !matches!(part.name, "record" | "alias"))
        {
            if !told.contains(&part.name) {
                told.push(part.name);
                let text =
                    Text::new(format!("items.{}", part.name)).with("name", &module.name.text);
                blocks.push(Block::Text(text));
            }
            blocks.push(Block::Listing(context.expansion.listing(&part.place)));
        }
    }
    blocks.push(text("table.in_binary"));
    match context.built() {
        Err(reason) => blocks.extend(not_built(reason, &context.request.file)),
        Ok(built) => {
            let names = context
                .chosen
                .iter()
                .map(|chosen| &chosen.function.name.text);
            let methods: Vec<_> = names
                .filter_map(|name| built.library.method(name))
                .collect();
            if methods.is_empty() {
                blocks.push(missing("table.packed"));
            } else {
                let row = |method: &crate::library::Method| {
                    vec![
                        Cell::Code(format!("{:?}", method.name)),
                        Cell::Code(built.library.name_of(method.function).unwrap_or_default()),
                        Cell::Code(flags(method.flags)),
                        Cell::Code(format!("{:?}", method.doc)),
                    ]
                };
                blocks.push(Block::Table(Table {
                    head: [
                        "table.ml_name",
                        "table.ml_meth",
                        "table.ml_flags",
                        "table.ml_doc",
                    ]
                    .map(Text::new)
                    .into(),
                    rows: methods.iter().map(row).collect(),
                    depends: Depends::Build,
                }));
            }
        }
    }
    blocks.push(text("table.outro"));
    blocks
}

/// `METH_*` of CPython's methodobject.h.
fn flags(flags: u32) -> String {
    const NAMES: [(u32, &str); 4] = [
        (0x01, "METH_VARARGS"),
        (0x80, "METH_FASTCALL"),
        (0x02, "METH_KEYWORDS"),
        (0x04, "METH_NOARGS"),
    ];
    let set: Vec<&str> = NAMES
        .iter()
        .filter(|(bit, _)| flags & bit != 0)
        .map(|(_, name)| *name)
        .collect();
    set.join(" | ")
}
