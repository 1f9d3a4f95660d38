//! The record in the binary, and the stub made from it.

use super::{Context, missing, not_built_either, text};
use crate::model::{Block, Depends, Language, Listing, Text};

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![text("stub.intro")];
    if let Some(module) = context.module() {
        let parts = context
            .expansion
            .parts_of_module(context.module_path(), module);
        let function = context
            .chosen
            .first()
            .map(|chosen| chosen.function.ident.to_string());
        let record = parts
            .iter()
            .filter(|part| part.name == "record")
            .find(|part| {
                let text = &context.expansion.text[part.place.clone()];
                function.as_ref().is_some_and(|function| {
                    text.contains(&format!("{}{function}:", function.len()))
                })
            });
        if let Some(part) = record {
            blocks.push(Block::Text(Text::new("items.record")));
            blocks.push(Block::Listing(context.expansion.listing(&part.place)));
        }
    }
    let built = match context.built() {
        Ok(built) => built,
        Err(reason) => {
            blocks.push(not_built_either(reason));
            return blocks;
        }
    };
    let records = built.library.records();
    for chosen in &context.chosen {
        let name = &chosen.function.name.text;
        let found = records.iter().find(|(_, json)| {
            json.starts_with(&format!("{{\"type\":\"function\",\"name\":\"{name}\""))
        });
        match found {
            None => blocks.push(missing("stub.no_record")),
            Some((symbol, json)) => {
                let caption = Text::new("stub.record")
                    .with("symbol", symbol)
                    .with("bytes", json.len());
                blocks.push(Block::Listing(
                    Listing::new(Language::Json, indented(json))
                        .caption(caption)
                        .depends(Depends::Build),
                ));
            }
        }
    }
    blocks.push(text("stub.reader"));
    match stub(context, built) {
        Ok(stub) => blocks.push(Block::Listing(
            Listing::new(Language::Python, stub)
                .caption(Text::new("stub.stub").with("name", context.module_name()))
                .depends(Depends::Build),
        )),
        Err(error) => blocks.push(Block::Missing(
            Text::new("stub.unreadable").with("error", error),
        )),
    }
    blocks
}

/// The stub, by the reader that maturin uses.
fn stub(context: &Context<'_>, built: &super::Built) -> Result<String, String> {
    let module = pyo3_introspection::introspect_cdylib(&built.file, context.module_name())
        .map_err(|error| error.to_string())?;
    let files = pyo3_introspection::module_stub_files(&module);
    let shown = files.into_values().collect::<Vec<_>>();
    Ok(shown.join("\n"))
}

/// JSON with a line for each member of the outer two levels.
fn indented(json: &str) -> String {
    let (mut out, mut depth, mut is_text, mut is_escaped) = (String::new(), 0usize, false, false);
    for char in json.chars() {
        if is_text {
            out.push(char);
            is_text = is_escaped || char != '"';
            is_escaped = char == '\\' && !is_escaped;
            continue;
        }
        let line = |out: &mut String, depth: usize| {
            out.push('\n');
            out.push_str(&"  ".repeat(depth));
        };
        match char {
            '"' => {
                is_text = true;
                out.push(char);
            }
            '{' | '[' => {
                depth += 1;
                out.push(char);
                if depth <= 3 {
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth -= 1;
                if depth < 3 {
                    line(&mut out, depth);
                }
                out.push(char);
            }
            ',' => {
                out.push(char);
                if depth <= 3 {
                    line(&mut out, depth);
                } else {
                    out.push(' ');
                }
            }
            ':' => out.push_str(": "),
            _ => out.push(char),
        }
    }
    out
}
