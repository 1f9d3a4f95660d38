//! Markdown, for a forge.

use std::fmt::Write;

use super::Speaker;
use super::html::escaped;
use super::inline::{Piece, pieces};
use crate::model::{Block, Cell, Language as Code, Listing, MadeWith, Table, Walkthrough};

/// The walkthrough as a Markdown file. Text from right to left stands in blocks of its own, as code is read from left to
/// right in every language.
pub fn render(walkthrough: &Walkthrough, speaker: &Speaker<'_>) -> String {
    let mut writer = Writer {
        speaker,
        out: format!("{}\n", head(&walkthrough.made_with)),
        is_open: false,
    };
    writer.words(&format!("# {}", writer.inline(&speaker.word("page.title"))));
    for line in speaker.preface(walkthrough) {
        writer.paragraphs(&line);
    }
    writer.paragraphs(&speaker.word("page.other_language"));
    writer.words(&format!("## {}", speaker.word("page.source")));
    writer.listing(&walkthrough.source);
    for (index, stage) in walkthrough.stages.iter().enumerate() {
        let title = speaker.word(&format!("{}.title", stage.name));
        writer.words(&format!("## {}. {}", index + 1, writer.inline(&title)));
        for block in &stage.blocks {
            writer.block(block);
        }
    }
    writer.close();
    writer.out
}

/// The first line: where another one was made with the same tools, it is the same file.
pub fn head(made_with: &MadeWith) -> String {
    format!("<!-- Made by `cargo run -p walkthrough`, compared by its tests. {made_with:?} -->")
}

struct Writer<'a> {
    speaker: &'a Speaker<'a>,
    out: String,
    /// Whether a block of text from right to left is open.
    is_open: bool,
}

impl Writer<'_> {
    fn is_rtl(&self) -> bool {
        self.speaker.language.direction() == "rtl"
    }

    /// A paragraph or heading, in Markdown already.
    fn words(&mut self, markdown: &str) {
        if self.is_rtl() && !self.is_open {
            self.out.push_str("\n<div dir=\"rtl\">\n");
            self.is_open = true;
        }
        let _ = writeln!(self.out, "\n{markdown}");
    }

    fn close(&mut self) {
        if self.is_open {
            self.out.push_str("\n</div>\n");
            self.is_open = false;
        }
    }

    fn paragraphs(&mut self, text: &str) {
        for paragraph in text.split("\n\n") {
            let paragraph = self.inline(paragraph);
            self.words(&paragraph);
        }
    }

    fn inline(&self, text: &str) -> String {
        // Lines of the source are joined: a forge may keep their breaks.
        let text = text.replace('\n', " ");
        pieces(&text)
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => words.replace('<', "&lt;"),
                Piece::Code(code) => self.code(code),
                Piece::Strong(strong) => format!("**{}**", self.inline(strong)),
                Piece::Emphasis(emphasis) => format!("*{emphasis}*"),
                Piece::Link(words, url) => format!("[{words}]({url})"),
            })
            .collect()
    }

    /// Code in a line of text: between words from right to left it must say that it goes from left to right.
    fn code(&self, code: &str) -> String {
        match self.is_rtl() {
            false => format!("`{code}`"),
            true => format!("<code dir=\"ltr\">{}</code>", escaped(code)),
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => {
                let heading = format!("### {}", self.inline(&self.speaker.say(text)));
                self.words(&heading);
            }
            Block::Text(text) => self.paragraphs(&self.speaker.say(text)),
            Block::Missing(text) => {
                let quote = format!("> {}", self.inline(&self.speaker.say(text)));
                self.words(&quote);
            }
            Block::Listing(listing) => self.listing(listing),
            Block::Beside(one, other) => {
                self.listing(one);
                self.listing(other);
            }
            Block::Table(table) => self.table(table),
        }
    }

    fn listing(&mut self, listing: &Listing) {
        if let Some(caption) = &listing.caption {
            let caption = self.inline(&self.speaker.say(caption));
            self.words(&caption);
        }
        self.close();
        let (word, text) = (fence_word(listing.language), &listing.text);
        let _ = writeln!(self.out, "\n```{word}\n{text}```");
    }

    fn table(&mut self, table: &Table) {
        let cell = |cell: &Cell| match cell {
            Cell::Code(code) if code.is_empty() => String::new(),
            Cell::Code(code) => self.code(&code.replace('|', "\\|")),
            Cell::Plain(text) => self.inline(text).replace('|', "\\|"),
            Cell::Text(text) => self.inline(&self.speaker.say(text)).replace('|', "\\|"),
        };
        let head: Vec<String> = table
            .head
            .iter()
            .map(|text| self.inline(&self.speaker.say(text)))
            .collect();
        let mut lines = vec![
            format!("| {} |", head.join(" | ")),
            format!("|{}", "---|".repeat(head.len())),
        ];
        for row in &table.rows {
            lines.push(format!(
                "| {} |",
                row.iter().map(cell).collect::<Vec<_>>().join(" | ")
            ));
        }
        self.words(&lines.join("\n"));
    }
}

/// What a fence calls the language.
fn fence_word(language: Code) -> &'static str {
    match language {
        Code::Rust => "rust",
        Code::Python => "python",
        Code::Assembly => "asm",
        Code::Json => "json",
        Code::Console | Code::Text => "text",
    }
}
