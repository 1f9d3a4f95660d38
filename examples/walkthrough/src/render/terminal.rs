//! A terminal: coloured where it can be, plain in a pipe.

use std::fmt::Write;

use super::Speaker;
use super::highlight::{self, Class};
use super::inline::{Piece, pieces};
use crate::model::{Block, Cell, Listing, Table, Walkthrough};

/// How the terminal is.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// Whether it shows colours.
    pub colour: bool,
    /// How many characters a line has.
    pub width: usize,
}

/// The walkthrough as text.
pub fn render(walkthrough: &Walkthrough, speaker: &Speaker<'_>, terminal: Terminal) -> String {
    let mut writer = Writer {
        speaker,
        terminal,
        out: String::new(),
    };
    writer.heading(&speaker.word("page.title"), "=");
    for line in speaker.preface(walkthrough) {
        writer.paragraph(&line);
    }
    let source = format!("{}: {}", speaker.word("page.source"), walkthrough.file);
    writer.heading(&source, "-");
    writer.listing(&walkthrough.source);
    for (index, stage) in walkthrough.stages.iter().enumerate() {
        let title = speaker.word(&format!("{}.title", stage.name));
        writer.heading(&format!("{}. {title}", index + 1), "=");
        for block in &stage.blocks {
            writer.block(block);
        }
    }
    writer.out
}

struct Writer<'a> {
    speaker: &'a Speaker<'a>,
    terminal: Terminal,
    out: String,
}

impl Writer<'_> {
    fn styled(&self, text: &str, style: &str) -> String {
        match self.terminal.colour {
            true => format!("\x1b[{style}m{text}\x1b[0m"),
            false => text.to_owned(),
        }
    }

    fn heading(&mut self, text: &str, line: &str) {
        let text = self.inline(text);
        let line = line.repeat(visible_length(&text));
        let (text, line) = (self.styled(&text, "1"), self.styled(&line, "2"));
        let _ = writeln!(self.out, "\n{text}\n{line}");
    }

    fn paragraph(&mut self, text: &str) {
        for paragraph in text.split("\n\n") {
            let words = self.inline(&paragraph.replace('\n', " "));
            let _ = writeln!(self.out, "\n{}", wrapped(&words, self.terminal.width));
        }
    }

    /// The marks of Markdown as colours; without colours, code keeps its backticks.
    fn inline(&self, text: &str) -> String {
        pieces(text)
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => (*words).to_owned(),
                Piece::Code(code) if !self.terminal.colour => format!("`{code}`"),
                Piece::Code(code) => self.styled(code, "36"),
                Piece::Strong(strong) => self.styled(&self.inline(strong), "1"),
                Piece::Emphasis(emphasis) => self.styled(emphasis, "3"),
                Piece::Link(words, url) => format!("{words} ({url})"),
            })
            .collect()
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => self.heading(&self.speaker.say(text), "-"),
            Block::Text(text) => self.paragraph(&self.speaker.say(text)),
            Block::Missing(text) => {
                let missing = self.speaker.word("page.missing");
                self.paragraph(&format!("[{missing}] {}", self.speaker.say(text)));
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
        self.out.push('\n');
        if let Some(caption) = &listing.caption {
            let caption = self.inline(&self.speaker.say(caption));
            let _ = writeln!(self.out, "{}", wrapped(&caption, self.terminal.width));
        }
        let mut shown = String::new();
        let mut at = 0;
        let classes = match self.terminal.colour {
            true => highlight::classes(&listing.text, listing.language),
            false => Vec::new(),
        };
        for (range, class) in classes {
            shown.push_str(&listing.text[at..range.start]);
            // A colour must not cross a line: what indents it would have it too.
            let lines: Vec<String> = listing.text[range.clone()]
                .split('\n')
                .map(|line| self.styled(line, colour(class)))
                .collect();
            shown.push_str(&lines.join("\n"));
            at = range.end;
        }
        shown.push_str(&listing.text[at..]);
        for line in shown.lines() {
            let _ = writeln!(self.out, "{}", format!("    {line}").trim_end());
        }
    }

    fn table(&mut self, table: &Table) {
        let cell = |cell: &Cell| match cell {
            Cell::Code(code) => self.styled(code, "36"),
            Cell::Plain(text) => self.inline(text),
            Cell::Text(text) => self.inline(&self.speaker.say(text)),
        };
        let head = table
            .head
            .iter()
            .map(|text| self.inline(&self.speaker.say(text)));
        let head: Vec<String> = head.collect();
        let rows: Vec<Vec<String>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect();
        let widths: Vec<usize> = (0..head.len())
            .map(|column| {
                let cells = rows.iter().chain([&head]).filter_map(|row| row.get(column));
                cells.map(|cell| visible_length(cell)).max().unwrap_or(0)
            })
            .collect();
        self.out.push('\n');
        if widths.iter().sum::<usize>() + 2 * widths.len() + 2 <= self.terminal.width {
            let line = |row: &[String]| {
                let cells = row.iter().zip(&widths).map(|(cell, width)| {
                    let gap = " ".repeat(width - visible_length(cell));
                    format!("{cell}{gap}")
                });
                let cells: Vec<String> = cells.collect();
                format!("    {}", cells.join("  ")).trim_end().to_owned()
            };
            let _ = writeln!(self.out, "{}", self.styled(&line(&head), "1"));
            for row in &rows {
                let _ = writeln!(self.out, "{}", line(row));
            }
            return;
        }
        // Too wide: a row's cells below each other, but what is short with its head beside it.
        let width = self.terminal.width.saturating_sub(6);
        for row in &rows {
            let mut lines = Vec::new();
            let mut short = Vec::new();
            for (index, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                if index > 0 && visible_length(cell) < 12 {
                    short.push(format!("{}: {cell}", head[index]));
                } else {
                    lines.push(wrapped(cell, width));
                }
            }
            lines.extend((!short.is_empty()).then(|| short.join(", ")));
            let indented = lines.join("\n").replace('\n', "\n      ");
            let _ = writeln!(self.out, "    - {indented}");
        }
    }
}

fn colour(class: Class) -> &'static str {
    match class {
        Class::Comment => "2",
        Class::Text => "32",
        Class::Number | Class::Mark => "33",
        Class::Keyword => "35",
        Class::Type => "34",
        Class::Function => "36",
    }
}

/// How many characters are seen: escape sequences are not.
fn visible_length(text: &str) -> usize {
    let mut length = 0;
    let mut is_escape = false;
    for char in text.chars() {
        match char {
            '\x1b' => is_escape = true,
            'm' if is_escape => is_escape = false,
            _ if is_escape => {}
            _ => length += 1,
        }
    }
    length
}

fn wrapped(text: &str, width: usize) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for word in text.split(' ') {
        let length = visible_length(word);
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}
