//! What there is to show, before it is known how: stages, and in them paragraphs, listings and tables.
//!
//! [`stages`](crate::stages) fill it, [`render`](crate::render) writes it as a terminal, a page or a Markdown file shows it.

use std::ops::Range;

/// All that is shown for one file.
pub struct Walkthrough {
    /// The file's name, as given.
    pub file: String,
    /// The file, in whose bytes [`Link::Source`] counts.
    pub source: Listing,
    /// What was made with: shown at the top, and what decides whether a listing of another machine can be compared.
    pub made_with: MadeWith,
    /// What the reader should know before the first stage: which function it is about, and which others there are.
    pub notes: Vec<Text>,
    /// In the order in which things happen.
    pub stages: Vec<Stage>,
}

/// The tools that listings depend on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MadeWith {
    /// `1.95.0 x86_64-unknown-linux-gnu`, where there is a compiler.
    pub rust: Option<String>,
    /// `3.13.0`, where there is a Python.
    pub python: Option<String>,
    /// `glibc 2.36`, where `LD_DEBUG` can be asked.
    pub loader: Option<String>,
}

/// One stage on the way from the source to the machine.
pub struct Stage {
    /// The name of its texts' file, and its anchor on the page.
    pub name: &'static str,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// One thing to be shown.
pub enum Block {
    /// A heading inside of a stage.
    Heading(Text),
    /// Paragraphs.
    Text(Text),
    /// Something that cannot be shown here, and why.
    Missing(Text),
    /// A listing.
    Listing(Listing),
    /// Two listings to be compared.
    Beside(Listing, Listing),
    /// A table.
    Table(Table),
}

/// Paragraphs, named: [`texts`](crate::texts) has them in every language.
#[derive(Debug, Clone)]
pub struct Text {
    /// `stage.name`.
    pub key: String,
    /// What stands for each `{name}` in it.
    pub values: Vec<(&'static str, String)>,
}

impl Text {
    /// The text of this name.
    pub fn new(key: impl Into<String>) -> Text {
        Text {
            key: key.into(),
            values: Vec::new(),
        }
    }

    /// The text, with `value` for `{name}`.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Text {
        self.values.push((name, value.to_string()));
        self
    }
}

/// A table: some columns are code, which no language translates.
pub struct Table {
    /// The columns' heads.
    pub head: Vec<Text>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// What its content depends on.
    pub depends: Depends,
}

/// A cell of a table.
pub enum Cell {
    /// Code.
    Code(String),
    /// A number or the like.
    Plain(String),
    /// Words.
    Text(Text),
}

/// What a listing is made from besides this repository: where that is another one, the listing may be another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depends {
    /// The source alone.
    Nothing,
    /// The compiler, and the Python that was built for.
    Build,
    /// The Python that runs.
    Python,
    /// The loader and the Python that runs.
    Loader,
    /// The processor and the C library too: only the first column of a table can be compared.
    Machine,
}

/// Code or output, token for token as it was.
pub struct Listing {
    /// What it says above.
    pub caption: Option<Text>,
    /// The language that it is in.
    pub language: Language,
    /// The text, which ends with a line break.
    pub text: String,
    /// Parts of the text that came from, or became, something elsewhere; in order, none inside of another but whole lines.
    pub links: Vec<(Range<usize>, Link)>,
    /// What it depends on.
    pub depends: Depends,
}

impl Listing {
    /// A listing without links that depends on nothing else.
    pub fn new(language: Language, text: impl Into<String>) -> Listing {
        let mut text = text.into();
        if !text.ends_with('\n') && !text.is_empty() {
            text.push('\n');
        }
        Listing {
            caption: None,
            language,
            text,
            links: Vec::new(),
            depends: Depends::Nothing,
        }
    }

    /// With a caption.
    pub fn caption(mut self, caption: Text) -> Listing {
        self.caption = Some(caption);
        self
    }

    /// What it depends on.
    pub fn depends(mut self, depends: Depends) -> Listing {
        self.depends = depends;
        self
    }

    /// Adds `text`, that came from `origin` in the source.
    pub fn push(&mut self, text: &str, origin: Option<Range<usize>>) {
        let start = self.text.len();
        self.text.push_str(text);
        if let Some(origin) = origin {
            self.links
                .push((start..self.text.len(), Link::Source(origin)));
        }
    }
}

/// What a part of a listing belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// These bytes of the source.
    Source(Range<usize>),
    /// This line: machine code has lines, not tokens.
    Line(Line),
}

/// A line of code that machine code comes from, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Of the whole expansion.
    Expansion(usize),
    /// Of the [`runtime`](crate::runtime)'s file.
    Runtime(usize),
}

/// What a listing is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Rust.
    Rust,
    /// Python, or a session with it.
    Python,
    /// Machine code.
    Assembly,
    /// JSON.
    Json,
    /// A command and what it prints.
    Console,
    /// Anything else.
    Text,
}
