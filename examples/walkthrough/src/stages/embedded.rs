//! The same module in a program that has Python inside.

use super::{Context, missing, text};
use crate::library::Library;
use crate::model::{Block, Depends, Language, Listing, Text};
use crate::tools;
use crate::workshop::NotBuilt;

const EMBED: &str = include_str!("../../../embed/src/main.rs");

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![
        text("embedded.intro"),
        Block::Listing(Listing::new(Language::Rust, EMBED).caption(Text::new("embedded.source"))),
    ];
    let program = match context.tools.build_embed() {
        Ok(program) => program,
        Err(NotBuilt::Missing(key)) => {
            blocks.push(missing(key));
            return blocks;
        }
        Err(NotBuilt::Refused(output)) => {
            let reason = output
                .lines()
                .find(|line| line.contains("error"))
                .unwrap_or_default()
                .to_owned();
            blocks.push(Block::Missing(
                Text::new("embedded.not_linked").with("reason", reason),
            ));
            return blocks;
        }
    };
    if let Ok(library) = Library::read(&program) {
        let python: Vec<&String> = library
            .needed
            .iter()
            .filter(|name| name.contains("python"))
            .collect();
        let key = if python.is_empty() {
            "embedded.static_python"
        } else {
            "embedded.shared_python"
        };
        let names = python
            .iter()
            .map(|name| name.as_str())
            .collect::<Vec<_>>()
            .join("`, `");
        blocks.push(Block::Text(Text::new(key).with("library", names)));
    }
    let mut command = std::process::Command::new(&program);
    if let Some(python) = &context.tools.python {
        // A Python that is in no usual place has its library beside it.
        let query = "import sysconfig; print(sysconfig.get_config_var('LIBDIR') or '')";
        if let Ok(directory) = python.run(query, &context.tools.workshop, &[]) {
            let variable = if cfg!(target_os = "macos") {
                "DYLD_LIBRARY_PATH"
            } else {
                "LD_LIBRARY_PATH"
            };
            command.env(variable, directory.trim_end());
        }
    }
    match tools::finished(&mut command) {
        Ok(output) => blocks.push(Block::Listing(
            Listing::new(Language::Console, format!("$ cargo run -p embed\n{output}"))
                .depends(Depends::Python),
        )),
        Err(output) => blocks.push(Block::Listing(Listing::new(
            Language::Console,
            context.shown(&output),
        ))),
    }
    blocks.push(text("embedded.outro"));
    blocks
}
