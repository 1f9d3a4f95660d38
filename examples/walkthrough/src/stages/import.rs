//! `import`: finder, loader, `dlopen`, `PyInit_`, module.

use super::{Context, missing, not_built_either, text};
use crate::model::{Block, Depends, Language, Listing, Text};

const SCRIPT: &str = include_str!("../../scripts/import.py");

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![text("import.intro")];
    let (built, python) = match (context.built(), &context.tools.python) {
        (Ok(built), Some(python)) => (built, python),
        (Err(reason), _) => {
            blocks.push(not_built_either(reason));
            return blocks;
        }
        (_, None) => {
            blocks.push(missing("page.no_python"));
            return blocks;
        }
    };
    match python.run(SCRIPT, &built.modules, &[context.module_name()]) {
        Ok(output) => blocks.push(Block::Listing(
            Listing::new(Language::Console, context.shown(&output))
                .caption(Text::new("import.caption").with("name", context.module_name()))
                .depends(Depends::Python),
        )),
        Err(output) => {
            blocks.push(missing("import.failed"));
            blocks.push(Block::Listing(Listing::new(
                Language::Console,
                context.shown(&output),
            )));
        }
    }
    blocks.push(Block::Text(
        Text::new("import.outro").with("name", context.module_name()),
    ));
    blocks
}
