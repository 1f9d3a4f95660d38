//! Mistakes are shown as the compiler shows them.

use std::fs;
use std::path::Path;

use walkthrough::diagnostics::render;
use walkthrough::source::{Source, Unreadable};

/// The rules' cases in `tests/macros/compile_fail`, beside which lies what the compiler says of them.
#[test]
fn as_the_compiler() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/macros/compile_fail");
    let mut compared = 0;
    let mut differing = Vec::new();
    for rule in fs::read_dir(&folder)
        .expect("the folder is there")
        .flatten()
    {
        for case in fs::read_dir(rule.path())
            .expect("a folder of cases")
            .flatten()
        {
            let (file, expected) = (case.path(), case.path().with_extension("stderr"));
            let (Ok(text), Ok(expected)) =
                (fs::read_to_string(&file), fs::read_to_string(expected))
            else {
                continue;
            };
            let Err(Unreadable::Refused(mistakes)) = Source::parse(&text) else {
                continue; // what the compiler finds by itself
            };
            let name = file
                .strip_prefix(folder.parent().expect("a folder"))
                .expect("a case");
            for mistake in mistakes {
                compared += 1;
                let shown = render(
                    &mistake,
                    &name.display().to_string().replace('\\', "/"),
                    &text,
                );
                // The compiler leaves out parts of a line that is too long for it: there, what stands above the line is compared.
                let shown = match shown.lines().any(|line| line.len() > 140) {
                    true => shown.split_inclusive('\n').take(2).collect(),
                    false => shown,
                };
                if !expected.contains(&shown) {
                    differing.push(format!("{shown}is not in\n{expected}"));
                }
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    assert!(compared > 60, "{compared}");
}
