//! What a function that fills a module adds to it, as far as the tokens of its body tell.
//!
//! A body is not parsed. But nearly every such function is a list of calls of one form, `m.add_function(wrap_pyfunction!(f, m)?)?` and
//! `m.add("NAME", value)?`, and a look for these forms is enough to give it a complete stub. Whatever else is done with the
//! module makes the stub an incomplete one, unless the attribute lists what is added.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;

use crate::commas::{Grammar, split_at_commas};
use crate::cursor::{Cursor, is_char};
use crate::ir::{Added, AddedItem, AddedValue};

/// What a body adds to the module that the parameter `module` is.
#[derive(Debug, Default)]
pub struct Additions {
    /// In the order of the text, without repetitions.
    pub found: Vec<Added>,
    /// Whether something is done with the module that may add more.
    pub may_add_more: bool,
}

impl Additions {
    /// Reads `body`, the content of the function's braces.
    pub fn of(body: TokenStream, module: &Ident) -> Additions {
        let mut additions = Additions::default();
        let tokens: Vec<TokenTree> = body.into_iter().collect();
        let around = Around::default();
        additions.read(&tokens, module, &around);
        additions
    }

    /// Reads the tokens of one group.
    fn read(&mut self, tokens: &[TokenTree], module: &Ident, around: &Around) {
        let mut cfgs = around.cfgs.clone();
        let mut rest = tokens;
        while let [token, after @ ..] = rest {
            rest = after;
            match token {
                TokenTree::Punct(pound) if pound.as_char() == '#' => {
                    if let [TokenTree::Group(attribute), after @ ..] = rest {
                        cfgs.extend(cfg(attribute));
                        rest = after;
                    }
                }
                TokenTree::Punct(semicolon) if semicolon.as_char() == ';' => {
                    cfgs = around.cfgs.clone();
                }
                TokenTree::Group(group) => {
                    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                    let is_block = group.delimiter() == Delimiter::Brace;
                    let mut here = Around {
                        cfgs: cfgs.clone(),
                        local: around.local.clone(),
                    };
                    if is_block {
                        here.local.extend(names_of_items(&inside));
                    }
                    self.read(&inside, module, &here);
                    // A block ends the statement that an attribute is for.
                    if is_block {
                        cfgs = around.cfgs.clone();
                    }
                }
                TokenTree::Ident(ident) if is_wrapper(ident) => {
                    if let Some((_, after)) = arguments_of_macro(rest) {
                        rest = after_call(after);
                    }
                }
                TokenTree::Ident(ident) if ident == module => {
                    self.read_use(rest, &cfgs, &around.local);
                }
                _ => {}
            }
        }
    }

    /// Reads what is done with the module, which stands before `rest`. Arguments are left to be read as any other tokens: they may
    /// use the module too.
    fn read_use(&mut self, rest: &[TokenTree], cfgs: &[TokenStream], local: &[String]) {
        const HARMLESS: [&str; 7] = [
            "py", "name", "filename", "getattr", "hasattr", "gil_used", "state",
        ];
        let [dot, TokenTree::Ident(method), after @ ..] = rest else {
            self.may_add_more = true;
            return;
        };
        let arguments = match after {
            [TokenTree::Group(arguments), ..] => {
                split_at_commas(arguments.stream(), Grammar::Expression).0
            }
            _ => Vec::new(),
        };
        let name = arguments.first().and_then(string);
        let added = match (method.to_string().as_str(), arguments.as_slice()) {
            _ if !is_char(dot, '.') => None,
            (harmless, _) if HARMLESS.contains(&harmless) => return,
            // `__doc__` and its kin are none of the stub's.
            ("setattr", _) if name.as_ref().is_some_and(|name| name.starts_with("__")) => return,
            ("add_function" | "add_wrapped", [function]) => wrapped(function),
            // Of these the stub has its own.
            ("add", _) if matches!(name.as_deref(), Some("__all__" | "PanicException")) => None,
            ("add", [_, value]) => name.map(|name| value_named(name, value)),
            _ => None,
        };
        match added {
            Some(item) if !is_local(&item, local) => self.push(item, cfgs),
            _ => self.may_add_more = true,
        }
    }

    fn push(&mut self, item: AddedItem, cfgs: &[TokenStream]) {
        let added = Added {
            item,
            cfgs: cfgs.to_vec(),
        };
        // One branch may add what another adds too.
        let text = |added: &Added| {
            let cfgs = &added.cfgs;
            (added.item.key(), quote!(#(#cfgs)*).to_string())
        };
        if !self.found.iter().any(|other| text(other) == text(&added)) {
            self.found.push(added);
        }
    }
}

/// What holds for the tokens of a group.
#[derive(Default)]
struct Around {
    /// The `#[cfg]`s that they are under.
    cfgs: Vec<TokenStream>,
    /// The names that the blocks which they are in declare: at the head of the body, where the stub's part is written, these mean
    /// nothing.
    local: Vec<String>,
}

/// The names of the items in a block, which are known in it alone; of a `use`, each name that is in it.
fn names_of_items(block: &[TokenTree]) -> Vec<String> {
    const ITEMS: [&str; 7] = ["fn", "mod", "const", "static", "struct", "enum", "type"];
    let mut names = Vec::new();
    let mut in_use = false;
    for pair in block.windows(2) {
        match pair {
            [TokenTree::Ident(word), TokenTree::Ident(name)]
                if ITEMS.iter().any(|item| word == item) =>
            {
                names.push(name.to_string());
            }
            [TokenTree::Ident(word), _] if word == "use" => in_use = true,
            [TokenTree::Punct(semicolon), _] if semicolon.as_char() == ';' => in_use = false,
            _ => {}
        }
        if in_use {
            push_idents(&pair[1], &mut names);
        }
    }
    names
}

fn push_idents(token: &TokenTree, names: &mut Vec<String>) {
    match token {
        TokenTree::Ident(name) => names.push(name.to_string()),
        TokenTree::Group(group) => {
            for token in group.stream() {
                push_idents(&token, names);
            }
        }
        _ => {}
    }
}

/// Whether `item` is said by a path that begins with one of these names.
fn is_local(item: &AddedItem, local: &[String]) -> bool {
    let path = match item {
        AddedItem::Export(path) | AddedItem::Module(path) | AddedItem::Class(_, path) => path,
        AddedItem::Value(_, AddedValue::Constant(value)) => value,
        AddedItem::Value(..) => return false,
    };
    match path.clone().into_iter().next() {
        Some(TokenTree::Ident(first)) => local.iter().any(|name| first == name),
        _ => false,
    }
}

/// `#[cfg(...)]`, as it stood there.
fn cfg(attribute: &proc_macro2::Group) -> Option<TokenStream> {
    match attribute.stream().into_iter().next() {
        Some(TokenTree::Ident(name)) if name == "cfg" => {
            Some(quote!(#attribute)).map(|group| quote!(# #group))
        }
        _ => None,
    }
}

fn is_wrapper(ident: &Ident) -> bool {
    ["wrap_pyfunction", "wrap_pymodule", "function"]
        .iter()
        .any(|name| ident == name)
}

/// The arguments of a macro invocation whose name stands before `rest`, and what follows it.
fn arguments_of_macro(rest: &[TokenTree]) -> Option<(TokenStream, &[TokenTree])> {
    match rest {
        [
            TokenTree::Punct(mark),
            TokenTree::Group(arguments),
            after @ ..,
        ] if mark.as_char() == '!' => Some((arguments.stream(), after)),
        _ => None,
    }
}

/// What follows the arguments that `wrap_pyfunction!(path)` is called with, if it is called on the spot.
fn after_call(rest: &[TokenTree]) -> &[TokenTree] {
    match rest {
        [TokenTree::Group(arguments), after @ ..]
            if arguments.delimiter() == Delimiter::Parenthesis =>
        {
            after
        }
        _ => rest,
    }
}

/// What `wrap_pyfunction!(path, m)?`, `wrap_pyfunction!(path)(m)?` or `wrap_pymodule!(path)` stands for.
fn wrapped(argument: &TokenStream) -> Option<AddedItem> {
    let tokens: Vec<TokenTree> = argument.clone().into_iter().collect();
    let mark = tokens
        .iter()
        .position(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!'))?;
    let (path, rest) = tokens.split_at(mark);
    let (TokenTree::Ident(name), Some((arguments, after))) =
        (path.last()?, arguments_of_macro(rest))
    else {
        return None;
    };
    let is_end = match after_call(after) {
        [] => true,
        [TokenTree::Punct(question)] => question.as_char() == '?',
        _ => false,
    };
    let path = split_at_commas(arguments, Grammar::Type)
        .0
        .into_iter()
        .next()?;
    if !is_wrapper(name) || !is_end || !is_path(&path) {
        return None;
    }
    Some(match name == "wrap_pymodule" {
        true => AddedItem::Module(path),
        false => AddedItem::Export(path),
    })
}

/// What `m.add("name", value)` adds.
fn value_named(name: String, value: &TokenStream) -> AddedItem {
    match class_of(value) {
        Some(class) => AddedItem::Class(name, class),
        None if is_constant(value) => AddedItem::Value(name, AddedValue::Constant(value.clone())),
        None => AddedItem::Value(name, AddedValue::Unknown),
    }
}

/// The `T` of `py.get_type::<T>()`.
fn class_of(value: &TokenStream) -> Option<TokenStream> {
    let tokens: Vec<TokenTree> = value.clone().into_iter().collect();
    let method = tokens
        .iter()
        .position(|token| matches!(token, TokenTree::Ident(name) if name == "get_type"))?;
    let [
        TokenTree::Punct(_),
        TokenTree::Punct(_),
        TokenTree::Punct(open),
        class @ ..,
        TokenTree::Punct(close),
        TokenTree::Group(_),
    ] = &tokens[method + 1..]
    else {
        return None;
    };
    let class: TokenStream = class.iter().cloned().collect();
    (open.as_char() == '<' && close.as_char() == '>' && is_path(&class)).then_some(class)
}

/// Whether this is an expression that can be evaluated while compiling: a literal, a macro of the standard library's that gives
/// one, or a path that is spelt as constants are.
fn is_constant(value: &TokenStream) -> bool {
    const MACROS: [&str; 4] = ["env", "concat", "stringify", "include_str"];
    let tokens: Vec<TokenTree> = value.clone().into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Literal(_)] => true,
        [TokenTree::Punct(minus), TokenTree::Literal(_)] => minus.as_char() == '-',
        [TokenTree::Ident(word)] if word == "true" || word == "false" => true,
        [
            TokenTree::Ident(name),
            TokenTree::Punct(mark),
            TokenTree::Group(_),
        ] => mark.as_char() == '!' && MACROS.iter().any(|known| name == known),
        [.., TokenTree::Ident(name)] if is_path(value) => {
            let name = name.to_string();
            name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
        }
        _ => false,
    }
}

/// The value of a string literal, or of the one in `intern!(py, "name")`.
fn string(argument: &TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = argument.clone().into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Literal(literal)] => Cursor::new([TokenTree::from(literal.clone())])
            .take_string()
            .map(|(text, _)| text),
        [
            ..,
            TokenTree::Ident(name),
            TokenTree::Punct(_),
            TokenTree::Group(arguments),
        ] if name == "intern" => {
            let (arguments, _) = split_at_commas(arguments.stream(), Grammar::Expression);
            string(arguments.get(1)?)
        }
        _ => None,
    }
}

/// Whether these are names with `::` between them.
fn is_path(tokens: &TokenStream) -> bool {
    let is_part = |token: TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    !tokens.is_empty() && tokens.clone().into_iter().all(is_part)
}
