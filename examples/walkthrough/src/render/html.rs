//! One page: the source on one side, the stages on the other, and what belongs together lights up. It needs nothing but
//! itself.

use std::fmt::Write;
use std::ops::Range;

use super::Speaker;
use super::highlight::{self, Class};
use super::inline::{Piece, pieces};
use crate::alignment::flatten;
use crate::model::{Block, Cell, Line, Link, Listing, Table, Walkthrough};

const STYLE: &str = include_str!("../../assets/page.css");
const SCRIPT: &str = include_str!("../../assets/page.js");

/// The walkthrough as an HTML document.
pub fn render(walkthrough: &Walkthrough, speaker: &Speaker<'_>) -> String {
    let (language, direction) = (speaker.language.code(), speaker.language.direction());
    let title = inline(&speaker.word("page.title"));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    );
    let _ = writeln!(out, "<header>\n<h1>{title}</h1>");
    for (index, line) in speaker.preface(walkthrough).iter().enumerate() {
        let class = if index == 0 { " class=\"lead\"" } else { "" };
        let _ = writeln!(out, "<p{class}>{}</p>", inline(line));
    }
    let _ = writeln!(
        out,
        "</header>\n<div class=\"columns\">\n<aside aria-labelledby=\"source\">\n<details open>\n\
         <summary><h2 id=\"source\">{} <code dir=\"ltr\">{}</code></h2></summary>",
        inline(&speaker.word("page.source")),
        escaped(&walkthrough.file)
    );
    source(&walkthrough.source, &mut out);
    let _ = writeln!(
        out,
        "<p class=\"hint\">{}</p>\n</details>\n</aside>\n<main>\n<nav aria-label=\"{}\">\n<ol>",
        inline(&speaker.word("page.hint")),
        escaped(&speaker.word("page.contents"))
    );
    let titles: Vec<String> = walkthrough
        .stages
        .iter()
        .map(|stage| inline(&speaker.word(&format!("{}.title", stage.name))))
        .collect();
    for (stage, title) in walkthrough.stages.iter().zip(&titles) {
        let _ = writeln!(out, "<li><a href=\"#{}\">{title}</a></li>", stage.name);
    }
    out.push_str("</ol>\n</nav>\n");
    for (index, (stage, title)) in walkthrough.stages.iter().zip(&titles).enumerate() {
        let _ = writeln!(
            out,
            "<details class=\"stage\" id=\"{}\" open>\n<summary><h2><span class=\"number\">{}</span> {title}</h2></summary>",
            stage.name,
            index + 1
        );
        for block in &stage.blocks {
            push_block(block, speaker, &mut out);
        }
        out.push_str("</details>\n");
    }
    let _ = writeln!(
        out,
        "</main>\n</div>\n<footer>{}</footer>\n<script>\n{SCRIPT}</script>\n</body>\n</html>",
        inline(&speaker.word("page.footer"))
    );
    out
}

/// The text with what HTML would take for its own written as such.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn inline(text: &str) -> String {
    pieces(text)
        .iter()
        .map(|piece| match piece {
            Piece::Words(words) => escaped(words),
            Piece::Code(code) => format!("<code dir=\"ltr\">{}</code>", escaped(code)),
            Piece::Strong(strong) => format!("<strong>{}</strong>", inline(strong)),
            Piece::Emphasis(emphasis) => format!("<em>{}</em>", escaped(emphasis)),
            Piece::Link(words, url) => {
                format!("<a href=\"{}\">{}</a>", escaped(url), escaped(words))
            }
        })
        .collect()
}

fn push_block(block: &Block, speaker: &Speaker<'_>, out: &mut String) {
    match block {
        Block::Heading(text) => {
            let _ = writeln!(out, "<h3>{}</h3>", inline(&speaker.say(text)));
        }
        Block::Text(text) => {
            for paragraph in speaker.say(text).split("\n\n") {
                let _ = writeln!(out, "<p>{}</p>", inline(paragraph));
            }
        }
        Block::Missing(text) => {
            let text = inline(&speaker.say(text));
            let _ = writeln!(out, "<p class=\"missing\" role=\"note\">{text}</p>");
        }
        Block::Listing(listing) => push_figure(listing, speaker, out),
        Block::Beside(one, other) => {
            out.push_str("<div class=\"beside\">\n");
            push_figure(one, speaker, out);
            push_figure(other, speaker, out);
            out.push_str("</div>\n");
        }
        Block::Table(table) => push_table(table, speaker, out),
    }
}

fn push_table(table: &Table, speaker: &Speaker<'_>, out: &mut String) {
    out.push_str("<div class=\"wide\" tabindex=\"0\">\n<table>\n<thead><tr>");
    for head in &table.head {
        let _ = write!(out, "<th scope=\"col\">{}</th>", inline(&speaker.say(head)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for cell in row {
            let _ = match cell {
                Cell::Code(code) => {
                    write!(out, "<td><code dir=\"ltr\">{}</code></td>", escaped(code))
                }
                Cell::Plain(text)
                    if text
                        .chars()
                        .all(|char| char.is_ascii_digit() || " +–".contains(char)) =>
                {
                    write!(out, "<td class=\"number\">{text}</td>")
                }
                Cell::Plain(text) => write!(out, "<td dir=\"auto\">{}</td>", inline(text)),
                Cell::Text(text) => write!(out, "<td>{}</td>", inline(&speaker.say(text))),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn push_figure(listing: &Listing, speaker: &Speaker<'_>, out: &mut String) {
    out.push_str("<figure>\n");
    if let Some(caption) = &listing.caption {
        let _ = writeln!(
            out,
            "<figcaption>{}</figcaption>",
            inline(&speaker.say(caption))
        );
    }
    Code::of(listing).push(&listing.links, out);
    out.push_str("</figure>\n");
}

/// The source: each of its tokens can light up.
fn source(listing: &Listing, out: &mut String) {
    let mut tokens = Vec::new();
    flatten(listing.text.parse().unwrap_or_default(), &mut tokens);
    let mut links: Vec<(Range<usize>, Link)> = Vec::new();
    for token in &tokens {
        let place = token.span.byte_range();
        // A doc comment is many tokens of one place.
        let is_new = links
            .last()
            .is_none_or(|(before, _)| before.end <= place.start);
        if is_new && !place.is_empty() {
            links.push((place.clone(), Link::Source(place)));
        }
    }
    Code::of(listing).push(&links, out);
}

/// The text of a listing, on its way to HTML: a line is an element, and in it every linked token.
struct Code<'a> {
    text: &'a str,
    classes: Vec<(Range<usize>, Class)>,
}

impl<'a> Code<'a> {
    fn of(listing: &'a Listing) -> Self {
        Code {
            text: &listing.text,
            classes: highlight::classes(&listing.text, listing.language),
        }
    }

    fn push(&self, links: &[(Range<usize>, Link)], out: &mut String) {
        // The first linked element can be reached with Tab, the others from it with the arrow keys.
        let mut tab_index = 0;
        let mut focusable = || format!(" tabindex=\"{}\"", std::mem::replace(&mut tab_index, -1));
        out.push_str("<pre dir=\"ltr\" tabindex=\"0\"><code>");
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let end = start + line.trim_end_matches('\n').len();
            let is_here = |range: &Range<usize>| range.start < end && range.end > start;
            let mut tokens = Vec::new();
            let mut number = None;
            for (range, link) in links.iter().filter(|(range, _)| is_here(range)) {
                match link {
                    Link::Line(line) => number = Some(*line),
                    Link::Source(origin) => {
                        tokens.push((range.start.max(start)..range.end.min(end), origin));
                    }
                }
            }
            out.push_str("<span class=\"line\"");
            if let Some(number) = number {
                let focus = if tokens.is_empty() {
                    focusable()
                } else {
                    String::new()
                };
                let _ = match number {
                    Line::Expansion(line) => write!(out, " data-l=\"{line}\"{focus}"),
                    Line::Runtime(line) => write!(out, " data-l=\"runtime-{line}\"{focus}"),
                };
            }
            out.push('>');
            let mut at = start;
            for (range, origin) in tokens {
                if range.start < at {
                    continue;
                }
                self.push_coloured(at..range.start, out);
                let (from, to) = (origin.start, origin.end);
                let _ = write!(
                    out,
                    "<span class=\"t\" data-s=\"{from}-{to}\"{}>",
                    focusable()
                );
                self.push_coloured(range.clone(), out);
                out.push_str("</span>");
                at = range.end;
            }
            self.push_coloured(at..end, out);
            out.push_str("</span>\n");
            start += line.len();
        }
        out.push_str("</code></pre>\n");
    }

    fn push_coloured(&self, range: Range<usize>, out: &mut String) {
        let mut at = range.start;
        for (place, class) in &self.classes {
            let (start, end) = (place.start.max(at), place.end.min(range.end));
            if start >= end {
                continue;
            }
            let (before, word) = (
                escaped(&self.text[at..start]),
                escaped(&self.text[start..end]),
            );
            let _ = write!(
                out,
                "{before}<span class=\"{}\">{word}</span>",
                class.name()
            );
            at = end;
        }
        out.push_str(&escaped(&self.text[at..range.end]));
    }
}
