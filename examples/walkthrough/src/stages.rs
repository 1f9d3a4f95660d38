//! What is said, in the order in which things happen. Each stage is a file.

mod by_hand;
mod call;
mod checks;
mod embedded;
mod expansion;
mod gil;
mod import;
mod ir;
mod library;
mod stub;
mod table;
mod tokens;

use std::cell::OnceCell;
use std::ops::Range;
use std::path::PathBuf;

use mybind_codegen::ir::{AddedItem, Exported, Function, Member, Module};

use crate::Request;
use crate::expansion::Expansion;
use crate::library::Library;
use crate::model::{Block, Language, Listing, Stage, Text};
use crate::source::{Chosen, Source};
use crate::tools::Tools;
use crate::workshop::{Crate, NotBuilt};

/// Everything that a stage may look at.
pub struct Context<'a> {
    request: &'a Request,
    tools: &'a Tools,
    source: &'a Source,
    expansion: &'a Expansion,
    chosen: Vec<Chosen<'a>>,
    built: OnceCell<Result<Built, NotBuilt>>,
    annotated: OnceCell<Option<(Library, PathBuf)>>,
}

/// The file as a library.
pub struct Built {
    /// The directory that Python imports it from.
    pub modules: PathBuf,
    /// The file.
    pub file: PathBuf,
    /// What is in it.
    pub library: Library,
}

impl<'a> Context<'a> {
    /// What is known before the first stage.
    pub fn new(
        request: &'a Request,
        tools: &'a Tools,
        source: &'a Source,
        expansion: &'a Expansion,
        chosen: Vec<Chosen<'a>>,
    ) -> Self {
        Context {
            request,
            tools,
            source,
            expansion,
            chosen,
            built: OnceCell::new(),
            annotated: OnceCell::new(),
        }
    }

    /// The module that Python imports to reach the functions.
    fn module(&self) -> Option<&'a Module> {
        let first = self.chosen.first()?;
        match first.modules.first() {
            Some(module) => Some(module),
            None => self
                .source
                .modules()
                .find(|module| exports(module, first.function)),
        }
    }

    /// The Rust modules around it, without its own name.
    fn module_path(&self) -> &'a [String] {
        let is_wanted = |exported: &&crate::source::Exported| match (&exported.ir, self.module()) {
            (Exported::Module(module), Some(wanted)) => std::ptr::eq(module, wanted),
            _ => false,
        };
        self.source
            .exported
            .iter()
            .find(is_wanted)
            .map_or(&[], |exported| exported.path.as_slice())
    }

    fn module_name(&self) -> &'a str {
        self.module()
            .map_or("module", |module| module.name.text.as_str())
    }

    /// What Python writes to reach a function: `hello.add`, `hello.inner.half`.
    fn path_of(&self, chosen: &Chosen<'_>) -> String {
        let inner = chosen
            .modules
            .iter()
            .skip(1)
            .map(|module| module.name.text.as_str());
        let names: Vec<&str> = std::iter::once(self.module_name()).chain(inner).collect();
        format!("{}.{}", names.join("."), chosen.function.name.text)
    }

    /// The file, built.
    fn built(&self) -> Result<&Built, &NotBuilt> {
        let build = || {
            let (modules, file) = self
                .tools
                .build_extension(&self.wanted(&self.source.text, false))?;
            let library = Library::read(&file).map_err(NotBuilt::Refused)?;
            Ok(Built {
                modules,
                file,
                library,
            })
        };
        self.built.get_or_init(build).as_ref()
    }

    /// What the compiler says to the file, where it refuses it. A name that cannot be resolved may be that of a crate that
    /// the file is used with, and is no mistake of the file.
    pub fn refused_by_the_compiler(&self) -> Option<String> {
        match self.built() {
            Err(NotBuilt::Refused(said)) if !said.contains("E0432") && !said.contains("E0433") => {
                Some(in_words_of_file(said, &self.request.file))
            }
            _ => None,
        }
    }

    /// The same library again, built from the text of the expansion, so that each instruction knows its line there; and
    /// the path of that text.
    fn annotated(&self) -> Option<&(Library, PathBuf)> {
        let build = || {
            let wanted = self.wanted(&self.expansion.text, true);
            let (_, file) = self.tools.build_extension(&wanted).ok()?;
            let source = self
                .tools
                .workshop
                .join("crates")
                .join(&wanted.directory)
                .join("src/lib.rs");
            Some((Library::read(&file).ok()?, source))
        };
        self.annotated.get_or_init(build).as_ref()
    }

    fn wanted<'b>(&'b self, source: &'b str, lines: bool) -> Crate<'b> {
        let name = self.module_name();
        let kind = if self.request.is_demo { "demo" } else { "file" };
        let expanded = if lines { "-expanded" } else { "" };
        Crate {
            directory: format!("{kind}-{name}{expanded}"),
            name,
            source,
            lines,
        }
    }

    /// The calls that are shown for a function: those that are asked for, else those that are known of the demo.
    fn calls_of(&self, chosen: &Chosen<'_>) -> Vec<String> {
        let path = self.path_of(chosen);
        let name = &chosen.function.name.text;
        let mentions = |call: &&String| call.contains(name.as_str());
        let asked: Vec<String> = self
            .request
            .calls
            .iter()
            .filter(mentions)
            .cloned()
            .collect();
        match (self.request.is_demo, name.as_str()) {
            _ if !asked.is_empty() => asked,
            (true, "add") => vec![format!("{path}(1, 2)")],
            (true, "total") => vec![format!("{path}(\"1;2;3\", \";\", scale=10)")],
            _ => Vec::new(),
        }
    }

    /// A path as it is shown: without what differs from machine to machine.
    fn shown(&self, text: &str) -> String {
        let mut shown = text.to_owned();
        if let Ok(built) = self.built() {
            shown = shown.replace(&built.modules.display().to_string(), "DIRECTORY");
        }
        if let Some(python) = &self.tools.python {
            shown = shown.replace(&python.program.display().to_string(), "python");
        }
        shown.replace(&self.tools.repository.display().to_string(), "REPOSITORY")
    }
}

/// All stages.
pub fn all(context: &Context<'_>) -> Vec<Stage> {
    let stage = |name, blocks| Stage { name, blocks };
    vec![
        stage("tokens", tokens::blocks(context)),
        stage("ir", ir::blocks(context)),
        stage("checks", checks::blocks(context)),
        stage("expansion", expansion::blocks(context)),
        stage("by_hand", by_hand::blocks(context)),
        stage("table", table::blocks(context)),
        stage("stub", stub::blocks(context)),
        stage("library", library::blocks(context)),
        stage("import", import::blocks(context)),
        stage("call", call::blocks(context)),
        stage("gil", gil::blocks(context)),
        stage("embedded", embedded::blocks(context)),
    ]
}

/// Whether a module brings this function in: by `#[mybind] use`, or where it is filled.
pub fn exports(module: &Module, function: &Function) -> bool {
    let imports = module.members.iter().any(
        |member| matches!(member, Member::Imported(imported) if imported.ident == function.ident),
    );
    let additions = module
        .initializers
        .iter()
        .flat_map(|initializer| &initializer.additions);
    let adds = additions.filter_map(|added| match &added.item {
        AddedItem::Export(path) => path.clone().into_iter().last(),
        _ => None,
    });
    imports
        || adds
            .into_iter()
            .any(|last| function.ident == last.to_string())
}

fn text(key: &'static str) -> Block {
    Block::Text(Text::new(key))
}

fn missing(key: impl Into<String>) -> Block {
    Block::Missing(Text::new(key))
}

/// What is said where the library could not be built.
fn not_built(reason: &NotBuilt, file: &str) -> Vec<Block> {
    match reason {
        NotBuilt::Missing(key) => vec![missing(*key)],
        NotBuilt::Refused(said) => vec![
            missing("page.refused"),
            Block::Listing(Listing::new(
                Language::Console,
                in_words_of_file(said, file),
            )),
        ],
    }
}

/// The same, in the stages after the first one that needs the library.
fn not_built_either(reason: &NotBuilt) -> Block {
    match reason {
        NotBuilt::Missing(key) => missing(*key),
        NotBuilt::Refused(_) => missing("page.refused_above"),
    }
}

/// What the compiler says of the copy that is built, said of the file.
fn in_words_of_file(said: &str, file: &str) -> String {
    said.replace("src/lib.rs", file)
}

/// A heading for a function, where there is more than one.
fn heading(context: &Context<'_>, chosen: &Chosen<'_>) -> Option<Block> {
    (context.chosen.len() > 1)
        .then(|| Block::Heading(Text::new("page.function").with("name", &chosen.function.ident)))
}

/// The place of a token stream in the source: from its first token to its last.
fn place_of(source: &Source, tokens: proc_macro2::TokenStream) -> Option<Range<usize>> {
    let mut flat = Vec::new();
    crate::alignment::flatten(tokens, &mut flat);
    let places: Vec<Range<usize>> = flat
        .iter()
        .filter_map(|token| source.place(token.span))
        .collect();
    Some(
        places.iter().map(|place| place.start).min()?
            ..places.iter().map(|place| place.end).max()?,
    )
}
