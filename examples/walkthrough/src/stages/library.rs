//! The shared object: what it gives, what it needs, and the loader that brings the two together.

use std::collections::BTreeSet;
use std::process::Command;

use object::ObjectKind;

use super::{Built, Context, missing, not_built_either, text};
use crate::library::Library;
use crate::model::{Block, Cell, Depends, Language, Listing, Table, Text};
use crate::tools;

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![text("library.intro")];
    let built = match context.built() {
        Ok(built) => built,
        Err(reason) => {
            blocks.push(not_built_either(reason));
            return blocks;
        }
    };
    match static_program(context) {
        Ok(program) => blocks.push(Block::Table(comparison(
            &program,
            built,
            context.module_name(),
        ))),
        Err(_) => blocks.push(missing("library.no_static_program")),
    }
    blocks.push(text("library.symbols"));
    blocks.push(exports(built));
    let python = imports(&built.library, true);
    blocks.push(Block::Text(
        Text::new("library.undefined").with("count", python.len()),
    ));
    let listed = python.iter().cloned().collect::<Vec<_>>().join(" ");
    blocks.push(Block::Listing(
        Listing::new(Language::Text, wrapped(&listed, 96)).depends(Depends::Build),
    ));
    blocks.push(Block::Text(
        Text::new("library.no_libpython").with("needed", built.library.needed.join("`, `")),
    ));
    blocks.extend(loader(context, built));
    blocks
}

fn is_python(symbol: &str) -> bool {
    symbol.starts_with("Py") || symbol.starts_with("_Py")
}

/// The undefined symbols that are Python's, or those that are not.
fn imports(library: &Library, of_python: bool) -> BTreeSet<String> {
    library
        .undefined
        .iter()
        .filter(|name| is_python(name) == of_python)
        .cloned()
        .collect()
}

fn exports(built: &Built) -> Block {
    let shown = built
        .library
        .exports
        .iter()
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    Block::Listing(
        Listing::new(Language::Text, shown)
            .caption(Text::new("library.exports"))
            .depends(Depends::Build),
    )
}

/// The smallest program that needs nothing else, made here by the compiler.
fn static_program(context: &Context<'_>) -> Result<Library, String> {
    let directory = context.tools.workshop.join("static");
    std::fs::create_dir_all(&directory).map_err(|error| error.to_string())?;
    let (source, program) = (directory.join("main.rs"), directory.join("main"));
    std::fs::write(&source, "fn main() {}\n").map_err(|error| error.to_string())?;
    let mut rustc = Command::new("rustc");
    rustc
        .args([
            "--edition",
            "2024",
            "-O",
            "-C",
            "target-feature=+crt-static",
            "-C",
            "relocation-model=static",
            "-o",
        ])
        .arg(&program)
        .arg(&source);
    tools::finished(&mut rustc)?;
    let library = Library::read(&program)?;
    // Where the platform has no static C library, this is as dynamic as any.
    if library.needed.is_empty() {
        Ok(library)
    } else {
        Err("not static".to_owned())
    }
}

fn comparison(program: &Library, built: &Built, module: &str) -> Table {
    let library = &built.library;
    let kind = |library: &Library| match library.kind {
        ObjectKind::Executable => "executable",
        ObjectKind::Dynamic => "shared object",
        _ => "other",
    };
    let code = |text: String| Cell::Code(text);
    let list = |items: &[String]| match items {
        [] => Cell::Plain("–".to_owned()),
        items => Cell::Code(items.join(" ")),
    };
    let entry = |library: &Library| match library.entry {
        0 => Cell::Plain("–".to_owned()),
        _ => Cell::Code("_start".to_owned()),
    };
    let row = |key: &str, program: Cell, library: Cell| {
        vec![Cell::Text(Text::new(key)), program, library]
    };
    let (of_python, of_others) = (imports(library, true).len(), imports(library, false).len());
    Table {
        head: vec![
            Text::new("library.head_fact"),
            Text::new("library.head_program"),
            Text::new("library.head_library").with("name", module),
        ],
        rows: vec![
            row(
                "library.row_kind",
                code(kind(program).to_owned()),
                code(kind(library).to_owned()),
            ),
            row("library.row_entry", entry(program), entry(library)),
            row(
                "library.row_needed",
                list(&program.needed),
                list(&library.needed),
            ),
            row(
                "library.row_undefined",
                Cell::Plain(program.undefined.len().to_string()),
                Cell::Plain(format!("{of_python} + {of_others}")),
            ),
            row(
                "library.row_exports",
                Cell::Plain(program.exports.len().to_string()),
                Cell::Plain(library.exports.len().to_string()),
            ),
        ],
        depends: Depends::Build,
    }
}

/// The dynamic loader at work: what it says when it is asked to.
fn loader(context: &Context<'_>, built: &Built) -> Vec<Block> {
    let (Some(_), Some(python)) = (&context.tools.loader, &context.tools.python) else {
        return vec![missing("library.no_ld_debug")];
    };
    let name = context.module_name();
    let mut command = python.command(&format!("import {name}"), &built.modules);
    command.env("LD_DEBUG", "files,symbols,bindings");
    let Ok(output) = command.output() else {
        return vec![missing("library.no_ld_debug")];
    };
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let file = built.file.display().to_string();
    let lines: Vec<String> = told
        .lines()
        // `     12345:	binding file ...`: the number is the process's.
        .filter_map(|line| {
            line.split_once(":\t")
                .map(|(_, rest)| rest.trim_start().to_owned())
        })
        .collect();
    let opened = lines.iter().position(|line| {
        line.starts_with(&format!("file={file}")) && line.contains("dynamically loaded")
    });
    let (Some(opened), init) = (opened, format!("symbol=PyInit_{name};")) else {
        return vec![missing("library.no_ld_debug")];
    };
    // `binding file A to B: normal symbol `C' [D]`; a symbol that it exports is asked for by Python, further down.
    let supplied = |line: &&String| {
        let symbol = line
            .split_once('`')
            .map_or("", |(_, rest)| rest.trim_end_matches('\''));
        line.starts_with(&format!("binding file {file}"))
            && is_python(symbol)
            && symbol != format!("PyInit_{name}")
    };
    let bindings: Vec<&String> = lines[opened..].iter().filter(supplied).collect();
    let mut shown = vec![lines[opened].clone()];
    shown.extend(bindings.iter().take(4).map(|line| (*line).clone()));
    if bindings.len() > 4 {
        shown.push(format!(
            "… and {} more of Python's symbols",
            bindings.len() - 4
        ));
    }
    let looked_up = lines[opened..]
        .iter()
        .position(|line| line.starts_with(&init));
    if let Some(index) = looked_up {
        shown.push(lines[opened + index].clone());
        shown.extend(
            lines[opened + index..]
                .iter()
                .find(|line| {
                    line.starts_with(&format!("binding file {file}")) && line.contains("PyInit_")
                })
                .cloned(),
        );
    }
    let shown: Vec<String> = shown
        .iter()
        .map(|line| tidy(&context.shown(line)))
        .collect();
    vec![
        text("library.loader"),
        Block::Listing(
            Listing::new(
                Language::Console,
                format!(
                    "$ LD_DEBUG=files,symbols,bindings python -c 'import {name}'\n{}",
                    shown.join("\n")
                ),
            )
            .depends(Depends::Loader),
        ),
        text("library.loader_outro"),
    ]
}

/// A line without the directories of this machine's Python.
fn tidy(line: &str) -> String {
    line.split(' ')
        .map(|word| match word.rsplit_once('/') {
            Some((_, file)) if word.starts_with('/') => file.to_owned(),
            _ => word.to_owned(),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn wrapped(text: &str, width: usize) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for word in text.split(' ') {
        if column > 0 && column + 1 + word.len() > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += word.len();
    }
    out
}
