//! Every listing in the documents is the real one. `MYBIND_BLESS=1` writes the documents anew.

use std::fs;
use std::path::Path;

use walkthrough::model::{Block, Depends, Listing};
use walkthrough::render::{Speaker, markdown};
use walkthrough::texts::{Language, Texts};

use super::{demo, tools};

#[test]
fn english() {
    check("README.md", Language::English);
}

#[test]
fn persian() {
    check("README.fa.md", Language::Persian);
}

fn check(file: &str, language: Language) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let texts = Texts::load();
    let speaker = Speaker::new(&texts, language);
    let now = markdown::render(demo(), &speaker);
    if std::env::var_os("MYBIND_BLESS").is_some() {
        fs::write(&path, &now).expect("writable");
        return;
    }
    let written = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    if written.lines().next() == Some(&markdown::head(&tools().made_with())) && tools().valgrind {
        let (now, written) = (without_figures(&now), without_figures(&written));
        if now != written {
            let current = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
            fs::write(&current, &now).expect("writable");
            let at = now
                .lines()
                .zip(written.lines())
                .position(|(now, written)| now != written);
            panic!(
                "{file} has drifted, at line {at:?}: see `diff {} {}`, then run with MYBIND_BLESS=1",
                path.display(),
                current.display()
            );
        }
        return;
    }
    println!(
        "skipped for {file}: listings of the build and of Python, as it was made with other tools than those here"
    );
    for listing in listings() {
        if listing.depends == Depends::Nothing {
            assert!(
                written.contains(&listing.text),
                "{file} has drifted: it lacks\n{}",
                listing.text
            );
        }
    }
}

fn listings() -> impl Iterator<Item = &'static Listing> {
    let blocks = demo().stages.iter().flat_map(|stage| &stage.blocks);
    blocks.flat_map(|block| match block {
        Block::Listing(listing) => vec![listing],
        Block::Beside(one, other) => vec![one, other],
        _ => vec![],
    })
}

/// Without the figures that depend on the processor: the last column of the tables that say what is called.
fn without_figures(document: &str) -> String {
    let depends_on_machine: Vec<usize> = demo()
        .stages
        .iter()
        .flat_map(|stage| &stage.blocks)
        .filter_map(|block| match block {
            Block::Table(table) => Some(table.depends),
            _ => None,
        })
        .enumerate()
        .filter_map(|(index, depends)| (depends == Depends::Machine).then_some(index))
        .collect();
    let (mut table, mut is_in_table) = (None, false);
    let lines = document.lines().map(|line| {
        if line.starts_with("| ") && !is_in_table {
            table = Some(table.map_or(0, |index: usize| index + 1));
        }
        is_in_table = line.starts_with('|');
        match is_in_table && table.is_some_and(|table| depends_on_machine.contains(&table)) {
            true => line
                .trim_end_matches(|char: char| char.is_ascii_digit() || " |".contains(char))
                .to_owned(),
            false => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The code that is shown with the lines of the expansion is that of the attribute.
#[test]
fn machine_code_has_its_lines() {
    if !cfg!(all(target_arch = "x86_64", target_os = "linux")) {
        println!("skipped: the machine code is read on x86-64 Linux alone");
        return;
    }
    let call = demo()
        .stages
        .iter()
        .find(|stage| stage.name == "call")
        .expect("the stage");
    let disassemblies: Vec<&Listing> = call
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Listing(listing)
                if listing.language == walkthrough::model::Language::Assembly =>
            {
                Some(listing)
            }
            _ => None,
        })
        .collect();
    assert!(disassemblies.len() >= 2);
    let lines: usize = disassemblies
        .iter()
        .map(|listing| listing.text.lines().count())
        .sum();
    let known: usize = disassemblies
        .iter()
        .map(|listing| listing.links.len())
        .sum();
    assert!(known * 10 > lines * 7, "{known} of {lines} lines are known");
}
