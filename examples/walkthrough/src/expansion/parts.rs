//! The items of an expansion, each with the class that its paragraph is found by.

use std::ops::Range;

use mybind_codegen::ir::{self, ModuleForm};
use syn::spanned::Spanned;
use syn::{Item, Stmt};

use super::Expansion;
use crate::source::{Chosen, Source};

/// An item that the macro wrote.
#[derive(Debug, Clone)]
pub struct Part {
    /// The name of its paragraph, `items.NAME`.
    pub name: &'static str,
    /// Where it is.
    pub place: Range<usize>,
}

impl Expansion {
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

fn classify_statement(statement: &Stmt) -> &'static str {
    let text = quote::ToTokens::to_token_stream(statement).to_string();
    if text.contains("assert_exported") {
        "assert_exported"
    } else {
        "unknown"
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
