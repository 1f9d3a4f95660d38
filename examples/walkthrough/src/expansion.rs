//! The whole expansion as text, with the place in the source that each of its tokens comes from, and its items.

use std::ops::Range;

use mybind_codegen::ir::{self, ModuleForm};
use proc_macro2::{LexError, TokenStream};
use syn::spanned::Spanned;
use syn::{Item, Stmt};

use crate::alignment::{align, flatten};
use crate::diagnostics::position;
use crate::model::{Language, Line, Link, Listing};
use crate::source::{Chosen, Source};

/// What a file becomes.
pub struct Expansion {
    /// The file with everything expanded, formatted.
    pub text: String,
    /// The places in the text that come from places in the source.
    links: Vec<(Range<usize>, Link)>,
    /// The text again, for the places of its items.
    file: syn::File,
}

/// An item that the macro wrote.
#[derive(Debug, Clone)]
pub struct Part {
    /// The name of its paragraph, `items.NAME`.
    pub name: &'static str,
    /// Where it is.
    pub place: Range<usize>,
}

impl Expansion {
    /// Formats what `source` becomes.
    ///
    /// # Errors
    /// When the formatted text is no Rust, which would be a fault of the formatter.
    pub fn of(source: &Source) -> Result<Expansion, LexError> {
        let text = prettyplease::unparse(&source.expanded);
        let formatted: TokenStream = text.parse()?;
        let file = syn::parse2(formatted.clone())
            .map_err(|_| "".parse::<proc_macro2::Literal>().unwrap_err())?;
        let mut written = Vec::new();
        flatten(source.tokens.clone(), &mut written);
        let mut shown = Vec::new();
        flatten(formatted, &mut shown);
        let links = align(&written, &shown)
            .filter_map(|(written, shown)| {
                let origin = source.place(written.span)?;
                Some((shown.span.byte_range(), Link::Source(origin)))
            })
            .collect();
        Ok(Expansion { text, links, file })
    }

    /// A part of the text as a listing, without the indentation that all of its lines share.
    pub fn listing(&self, place: &Range<usize>) -> Listing {
        let start = self.text[..place.start]
            .rfind('\n')
            .map_or(0, |index| index + 1);
        let indent = self.text[start..].len() - self.text[start..].trim_start_matches(' ').len();
        let mut listing = Listing::new(Language::Rust, "");
        let mut from = start;
        for line in self.text[start..place.end].split_inclusive('\n') {
            let cut = indent.min(line.len() - line.trim_start_matches(' ').len());
            let (line_start, line_end) = (from + cut, from + line.len());
            let moved = listing.text.len();
            let shown = &self.text[line_start..line_end];
            listing.text.push_str(shown);
            let (number, _) = position(&self.text, line_start);
            listing.links.push((
                moved..listing.text.trim_end_matches('\n').len(),
                Link::Line(Line::Expansion(number)),
            ));
            for (range, link) in &self.links {
                if range.start >= line_start && range.end <= line_end {
                    let range = range.start - line_start + moved..range.end - line_start + moved;
                    listing.links.push((range, link.clone()));
                }
            }
            from = line_end;
        }
        // What ends before an indented line has its indentation at the end.
        listing.text.truncate(listing.text.trim_end().len());
        listing.text.push('\n');
        listing
            .links
            .retain(|(range, _)| range.end < listing.text.len());
        listing
    }

    /// What begins at this line, from 1: on one line, and cut where it goes on and on.
    pub fn statement_at(&self, line: usize) -> String {
        statement_at(&self.text, line)
    }

    /// The line in `place` that has `text` in it, and those after it that are indented more deeply.
    pub fn block_with(&self, text: &str, place: &Range<usize>) -> Option<Range<usize>> {
        let found = place.start + self.text[place.clone()].find(text)?;
        let start = self.text[..found].rfind('\n').map_or(0, |index| index + 1);
        let indentation = |line: &str| line.len() - line.trim_start().len();
        let mut lines = self.text[start..].split_inclusive('\n');
        let first = lines.next().unwrap_or_default();
        let deeper = lines.take_while(|line| indentation(line) > indentation(first));
        let length = first.len() + deeper.map(str::len).sum::<usize>();
        // The line that closes what they are in stands as deep as the first one.
        let closing = self.text[start + length..]
            .lines()
            .next()
            .unwrap_or_default();
        Some(start..start + length + closing.len())
    }

    /// What the macro wrote for a function: first what stands beside it, outermost first, then what stands in the block.
    pub fn parts_of(&self, chosen: &Chosen<'_>, source: &Source) -> Vec<Part> {
        let path = &source.exported[chosen.exported].path;
        let mut items = self.file.items.as_slice();
        for name in path {
            items = inside(items, name);
        }
        let name = chosen.function.ident.to_string();
        let python_name = name.trim_start_matches("r#");
        let mut parts = Vec::new();
        match chosen.modules.as_slice() {
            [] => {
                let start = items
                    .iter()
                    .position(
                        |item| matches!(item, Item::Fn(function) if function.sig.ident == name),
                    )
                    .unwrap_or(items.len());
                for item in items[start..].iter().take(4) {
                    push(item, &mut parts);
                }
            }
            modules => {
                for module in modules {
                    items = inside(items, &module.ident.to_string());
                }
                if let Some(item) = items
                    .iter()
                    .find(|item| matches!(item, Item::Fn(function) if function.sig.ident == name))
                {
                    push(item, &mut parts);
                }
                let block = items.iter().rfind(|item| classify(item) == Some("block"));
                let marker = format!("__{python_name}");
                let of_function = block.map_or(&[][..], statements).iter().skip_while(
                    |statement| !matches!(statement, Stmt::Item(Item::Enum(item)) if item.ident == marker),
                );
                for statement in of_function.take(2) {
                    if let Stmt::Item(item) = statement {
                        push(item, &mut parts);
                    }
                }
            }
        }
        parts
    }

    /// Where the code is that runs when Python calls the function.
    pub fn body_of(&self, chosen: &Chosen<'_>, source: &Source) -> Option<Range<usize>> {
        let parts = self.parts_of(chosen, source);
        let body = parts.into_iter().find(|part| part.name == "call");
        body.map(|part| part.place)
    }

    /// What the macro wrote for a module, without its functions and the modules in it. `path` are the Rust modules around it.
    pub fn parts_of_module(&self, path: &[String], module: &ir::Module) -> Vec<Part> {
        let mut items = self.file.items.as_slice();
        for name in path {
            items = inside(items, name);
        }
        let name = module.ident.to_string();
        let mut parts = Vec::new();
        let block = match module.form {
            ModuleForm::Block { .. } => {
                items = inside(items, &name);
                let beside = ["module_marker", "listed_functions"].map(Some);
                for item in items.iter().filter(|item| beside.contains(&classify(item))) {
                    push(item, &mut parts);
                }
                items.iter().rfind(|item| classify(item) == Some("block"))
            }
            // The function stays, and beside it stands a module of its name.
            ModuleForm::Function(_) => {
                let is_beside =
                    |item: &&Item| matches!(item, Item::Mod(module) if module.ident == name);
                parts.extend(items.iter().find(is_beside).map(|item| Part {
                    name: "module_of_function",
                    place: item.span().byte_range(),
                }));
                let after = items.iter().skip_while(|item| !is_beside(item));
                after.skip(1).find(|item| classify(item) == Some("block"))
            }
        };
        let mut is_of_function = false;
        for statement in block.map_or(&[][..], statements) {
            let Stmt::Item(item) = statement else {
                continue;
            };
            // A function's marker, and its block after it.
            let is_marker = classify(item) == Some("marker");
            if !is_marker && !is_of_function {
                push(item, &mut parts);
            }
            is_of_function = is_marker;
        }
        parts
    }

    /// What is in no paragraph's class, of everything that the macro wrote: nothing, or there is a paragraph to be written.
    pub fn unknown_parts(&self) -> Vec<String> {
        let mut unknown = Vec::new();
        find_unknown(&self.file.items, &mut unknown);
        unknown
    }

    /// The names of the runtime that the code at `place` uses: `run`, `Required`, in the order of their first use.
    pub fn runtime_names(&self, place: &Range<usize>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let tokens: TokenStream = self.text.parse().unwrap_or_default();
        let mut flat = Vec::new();
        flatten(tokens, &mut flat);
        flat.retain(|token| {
            let range = token.span.byte_range();
            range.start >= place.start && range.end <= place.end
        });
        for (index, token) in flat.iter().enumerate() {
            let before = |back: usize| {
                index
                    .checked_sub(back)
                    .map(|index| flat[index].text.as_str())
            };
            let is_word = token
                .text
                .chars()
                .all(|char| char.is_alphanumeric() || char == '_');
            let after_path = before(1) == Some(":") && before(2) == Some(":");
            // `__runtime::detached`, `__runtime::DefaultFor::into_default`, `<i32 as __runtime::Argument>::FROM_PYTHON`, `call.run`.
            let of_runtime = after_path && before(3) == Some("__runtime")
                || after_path && before(4) == Some(":") && before(6) == Some("__runtime")
                || after_path && before(3) == Some(">") && before(5) == Some(":")
                || before(1) == Some(".") && before(2) == Some("call");
            if is_word && of_runtime && !names.contains(&token.text) {
                names.push(token.text.clone());
            }
        }
        names
    }
}

/// What begins at this line of a text, from 1: on one line, and cut where it goes on and on.
pub fn statement_at(text: &str, line: usize) -> String {
    const LONGEST: usize = 80;
    let mut statement = String::new();
    let mut open = 0i32;
    for line in text.lines().skip(line.saturating_sub(1)) {
        let is_inside = statement.ends_with(['(', '<', '{', '[']) || statement.is_empty();
        let gap = if is_inside { "" } else { " " };
        statement.push_str(gap);
        statement.push_str(line.trim());
        open += line.matches(['(', '{', '[']).count() as i32
            - line.matches([')', '}', ']']).count() as i32;
        let goes_on = open > 0
            || line.trim_end().ends_with(['<', ',']) && open == 0 && statement.starts_with('<');
        if !goes_on || statement.len() > LONGEST {
            break;
        }
    }
    if statement.chars().count() > LONGEST {
        statement = statement.chars().take(LONGEST).collect::<String>() + " …";
    }
    statement
}

/// Whether there is something to say of a name of the runtime: functions, and the conversions that they are wrapped in. Other types
/// and constants are named in the code around.
pub fn is_explained(name: &str) -> bool {
    const CONVERSIONS: [&str; 7] = [
        "Required",
        "Optional",
        "Keyword",
        "Varargs",
        "Kwargs",
        "ModuleArgument",
        "With",
    ];
    name.starts_with(|char: char| char.is_ascii_lowercase()) || CONVERSIONS.contains(&name)
}

/// The class of an item of an expansion; `None` for what users write.
fn classify(item: &Item) -> Option<&'static str> {
    match item {
        Item::Type(item) if item.ident == "__MybindModule" => Some("module_alias"),
        Item::Enum(item) if item.ident == "__MybindModule" => Some("module_marker"),
        Item::Enum(item) if item.variants.is_empty() && is_hidden(&item.attrs) => Some("marker"),
        Item::Use(item) => {
            let path = quote::ToTokens::to_token_stream(&item.tree)
                .to_string()
                .replace(' ', "");
            if path.ends_with("::outside_of_module::*") {
                Some("outside_of_module")
            } else if path.ends_with("as__runtime") {
                Some("alias")
            } else if path.starts_with("__runtime::") {
                Some("trait_import")
            } else {
                None
            }
        }
        Item::Const(block) if block.ident == "_" && matches!(*block.expr, syn::Expr::Block(_)) => {
            Some(if is_record(item) { "record" } else { "block" })
        }
        Item::Static(item) if item.ident.to_string().starts_with("PYO3_INTROSPECTION_") => {
            Some("record")
        }
        Item::Const(item) if item.ident == "__MYBIND_FUNCTIONS" => Some("listed_functions"),
        Item::Fn(item) if item.sig.ident.to_string().starts_with("PyInit_") => Some("py_init"),
        Item::Impl(item) => {
            let (path, _) = item.trait_.as_ref()?;
            match path.segments.last()?.ident.to_string().as_str() {
                "Function" => Some("function"),
                "Module" => Some("module"),
                "Additions" => Some("additions"),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A marker is written for the macro alone: hidden from the documentation, or in a block.
fn is_hidden(attributes: &[syn::Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("allow"))
}

/// A block that holds the bytes of one record and nothing else.
fn is_record(block: &Item) -> bool {
    let is_of_record = |statement: &Stmt| match statement {
        Stmt::Item(Item::Static(_)) => true,
        Stmt::Item(Item::Const(item)) => item.ident != "_",
        _ => false,
    };
    statements(block).iter().all(is_of_record)
}

/// What is in a block.
fn statements(item: &Item) -> &[Stmt] {
    match item {
        Item::Const(item) => match &*item.expr {
            syn::Expr::Block(block) => &block.block.stmts,
            _ => &[],
        },
        Item::Fn(item) => &item.block.stmts,
        _ => &[],
    }
}

/// Adds an item, and what is in it where it is a block.
fn push(item: &Item, parts: &mut Vec<Part>) {
    let name = match (item, classify(item)) {
        (_, Some("block")) => {
            for statement in statements(item) {
                match statement {
                    Stmt::Item(item) => push(item, parts),
                    statement => parts.push(Part {
                        name: classify_statement(statement),
                        place: statement.span().byte_range(),
                    }),
                }
            }
            return;
        }
        (Item::Impl(item), Some("function")) => {
            push_function(item, parts);
            return;
        }
        (_, Some(name)) => name,
        (Item::Fn(_), None) => "item",
        (_, None) => "unknown",
    };
    parts.push(Part {
        name,
        place: item.span().byte_range(),
    });
}

/// Adds an `impl Function`: what declares the function and what calls it.
fn push_function(item: &syn::ItemImpl, parts: &mut Vec<Part>) {
    let call = item.items.iter().find_map(|item| match item {
        syn::ImplItem::Fn(function) => Some(function.span().byte_range()),
        _ => None,
    });
    let whole = item.span().byte_range();
    match call {
        None => parts.push(Part {
            name: "unknown",
            place: whole,
        }),
        Some(call) => {
            parts.push(Part {
                name: "declaration",
                place: whole.start..call.start,
            });
            parts.push(Part {
                name: "call",
                place: call,
            });
        }
    }
}

fn classify_statement(statement: &Stmt) -> &'static str {
    let text = quote::ToTokens::to_token_stream(statement).to_string();
    if text.contains("assert_exported") {
        "assert_exported"
    } else {
        "unknown"
    }
}

/// What is in the module `name`.
fn inside<'a>(items: &'a [Item], name: &str) -> &'a [Item] {
    items
        .iter()
        .find_map(|item| match item {
            Item::Mod(module) if module.ident == name => {
                module.content.as_ref().map(|(_, items)| items.as_slice())
            }
            _ => None,
        })
        .unwrap_or_default()
}

/// The items below `items` that have no class, of those that no user writes: in blocks.
fn find_unknown(items: &[Item], unknown: &mut Vec<String>) {
    for item in items {
        match item {
            Item::Mod(module) => {
                let inner = module.content.as_ref().map_or(&[][..], |(_, items)| items);
                find_unknown(inner, unknown);
            }
            // A function that fills a module has a block at its beginning.
            Item::Fn(_) => find_unknown_in_blocks(statements(item), unknown),
            item if classify(item) == Some("block") => {
                let mut parts = Vec::new();
                push(item, &mut parts);
                if parts
                    .iter()
                    .any(|part| matches!(part.name, "unknown" | "item"))
                {
                    unknown.push(quote::ToTokens::to_token_stream(item).to_string());
                }
            }
            _ => {}
        }
    }
}

fn find_unknown_in_blocks(statements: &[Stmt], unknown: &mut Vec<String>) {
    for statement in statements {
        if let Stmt::Item(item @ Item::Const(_)) = statement {
            find_unknown(std::slice::from_ref(item), unknown);
        }
    }
}

/// The tokens that are shown and were not written, but for what the formatter adds: for the test that there are none.
pub fn lost_tokens(source: &Source, expansion: &Expansion) -> Vec<String> {
    let mut written = Vec::new();
    flatten(source.tokens.clone(), &mut written);
    let mut shown = Vec::new();
    flatten(expansion.text.parse().unwrap_or_default(), &mut shown);
    let paired: std::collections::HashSet<usize> = align(&written, &shown)
        .map(|(_, shown)| shown.span.byte_range().start)
        .collect();
    shown
        .iter()
        .filter(|token| {
            !matches!(token.text.as_str(), "," | "{" | "}")
                && !paired.contains(&token.span.byte_range().start)
        })
        .map(|token| token.text.clone())
        .collect()
}
