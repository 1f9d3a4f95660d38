//! Follows one call from source to machine code, through everything that `#[mybind]` makes of it.
//!
//! Every listing is produced by the real thing: the expansion by the library that is behind the attribute, the binary by
//! cargo, what is said at run time by a Python. Read [`walk`] first.
//!
//! | part | module |
//! |---|---|
//! | the file, and what it becomes | [`source`], [`expansion`], [`alignment`], [`diagnostics`] |
//! | what is found out with tools | [`tools`], [`workshop`], [`library`], [`machine_code`] |
//! | what is said, in which order | [`stages`], [`model`], [`texts`] |
//! | how it is shown | [`render`] |

pub mod alignment;
pub mod diagnostics;
pub mod expansion;
pub mod library;
pub mod machine_code;
pub mod model;
pub mod render;
pub mod runtime;
pub mod source;
pub mod stages;
pub mod texts;
pub mod tools;
pub mod workshop;

use expansion::Expansion;
use model::{Language, Listing, Text, Walkthrough};
use source::{Chosen, Source, Unreadable};
use stages::Context;
use tools::Tools;

/// The file that is walked through when none is given.
pub const DEMO: &str = include_str!("../demo/hello.rs");

/// What is wanted.
#[derive(Debug, Default)]
pub struct Request {
    /// The file's name, as it is to be shown.
    pub file: String,
    /// Its text.
    pub text: String,
    /// The functions to follow, by their names in Rust; the first one where none is named.
    pub functions: Vec<String>,
    /// Calls to show, as Python expressions.
    pub calls: Vec<String>,
    /// Whether the file is [`DEMO`], of which more is known than of other files.
    pub is_demo: bool,
}

/// Why there is nothing to show.
#[derive(Debug)]
pub enum Fault {
    /// The file has mistakes.
    Unreadable(Unreadable),
    /// There is nothing in it that Python could call, or not what was asked for: in words.
    Nothing(String),
}

/// All stages of what is wanted.
///
/// # Errors
/// When the file has mistakes, or nothing to show.
pub fn walk(request: &Request, tools: &Tools) -> Result<Walkthrough, Fault> {
    let mut text = request.text.clone();
    let mut notes = Vec::new();
    let mut source = Source::parse(&text).map_err(Fault::Unreadable)?;
    let names = chosen_names(request, &source, &mut notes)?;
    if let Some(module) = missing_module(request, &source, &names) {
        text = format!(
            "{}\n{module}",
            text.trim_end_matches('\n').to_owned() + "\n"
        );
        source = Source::parse(&text).map_err(Fault::Unreadable)?;
        notes.push(Text::new("page.added_module"));
    }
    if !source.macros.is_empty() {
        notes.push(Text::new("page.macros").with("macros", source.macros.join("!`, `")));
    }
    let expansion = Expansion::of(&source).map_err(|error| Fault::Nothing(error.to_string()))?;
    let functions = source.functions();
    let chosen: Vec<Chosen<'_>> = names
        .iter()
        .filter_map(|name| {
            functions
                .iter()
                .find(|function| function.function.ident == name)
                .cloned()
        })
        .collect();
    let context = Context::new(request, tools, &source, &expansion, chosen);
    if let Some(said) = context.refused_by_the_compiler() {
        return Err(Fault::Nothing(said));
    }
    Ok(Walkthrough {
        file: request.file.clone(),
        source: Listing::new(Language::Rust, source.text.clone()),
        made_with: tools.made_with(),
        notes,
        stages: stages::all(&context),
    })
}

/// The functions to follow: those that are asked for, else all of the demo and the first one of any other file.
fn chosen_names(
    request: &Request,
    source: &Source,
    notes: &mut Vec<Text>,
) -> Result<Vec<String>, Fault> {
    let functions = source.functions();
    let all: Vec<String> = functions
        .iter()
        .map(|chosen| chosen.function.ident.to_string())
        .collect();
    let listed = all.join(", ");
    if all.is_empty() {
        let about_macros = match source.macros.as_slice() {
            [] => String::new(),
            macros => format!(
                " (what its macros write is not seen: {}!)",
                macros.join("!, ")
            ),
        };
        return Err(Fault::Nothing(format!(
            "{}: no function in it has `#[mybind]`{about_macros}",
            request.file
        )));
    }
    if let Some(unknown) = request.functions.iter().find(|name| !all.contains(name)) {
        return Err(Fault::Nothing(format!(
            "{}: no function `{unknown}` in it has `#[mybind]`; there are {listed}",
            request.file
        )));
    }
    if !request.functions.is_empty() {
        return Ok(request.functions.clone());
    }
    if request.is_demo {
        return Ok(all);
    }
    if all.len() > 1 {
        notes.push(
            Text::new("page.first_of_many")
                .with("count", all.len())
                .with("name", &all[0])
                .with("names", all[1..].join("`, `")),
        );
    }
    Ok(vec![all[0].clone()])
}

/// A module for functions that none of the file's modules exports: without one, there is nothing that Python can import.
fn missing_module(request: &Request, source: &Source, names: &[String]) -> Option<String> {
    let functions = source.functions();
    let orphans: Vec<String> = functions
        .iter()
        .filter(|chosen| {
            chosen.modules.is_empty() && names.iter().any(|name| chosen.function.ident == name)
        })
        .filter(|chosen| {
            !source
                .modules()
                .any(|module| stages::exports(module, chosen.function))
        })
        .map(|chosen| {
            let path = &source.exported[chosen.exported].path;
            let path: String = path.iter().map(|name| format!("{name}::")).collect();
            format!(
                "    #[mybind]\n    use super::{path}{};\n",
                chosen.function.ident
            )
        })
        .collect();
    if orphans.is_empty() {
        return None;
    }
    let stem = request.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem: String = stem
        .trim_end_matches(".rs")
        .chars()
        .map(|char| {
            if char.is_ascii_alphanumeric() {
                char
            } else {
                '_'
            }
        })
        .collect();
    let is_name = stem.starts_with(|char: char| char.is_ascii_alphabetic());
    let mut words = Vec::new();
    alignment::flatten(source.text.parse().unwrap_or_default(), &mut words);
    let is_taken = |name: &str| words.iter().any(|word| word.text == name);
    let mut name = if is_name {
        stem
    } else {
        format!("module_{stem}")
    };
    while is_taken(&name) {
        name = format!("module_{name}");
    }
    let members = orphans.concat();
    Some(format!("#[::mybind::mybind]\nmod {name} {{\n{members}}}\n"))
}
