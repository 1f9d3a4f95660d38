//! What the parser understood: the IR, in words.

use mybind_codegen::ir::{Constant, Function, Kind, Source as From, TextSignature};
use quote::ToTokens;

use super::{Context, heading, place_of, text};
use crate::model::{Block, Language, Listing, Text};
use crate::source::Source;

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![text("ir.intro")];
    for chosen in &context.chosen {
        blocks.extend(heading(context, chosen));
        let caption = Text::new("ir.caption").with("name", &chosen.function.ident);
        blocks.push(Block::Listing(
            listing(context.source, chosen.function).caption(caption),
        ));
    }
    blocks.push(text("ir.outro"));
    blocks
}

/// Writes `name: value` lines, with where each value comes from.
struct Writer<'a> {
    source: &'a Source,
    listing: Listing,
}

impl Writer<'_> {
    fn field(&mut self, depth: usize, name: &str, value: &str, span: Option<proc_macro2::Span>) {
        let indent = "    ".repeat(depth);
        let place = span.and_then(|span| self.source.place(span));
        let gap = if value.is_empty() { "" } else { " " };
        self.listing.push(&format!("{indent}{name}:{gap}"), None);
        self.listing.push(value, place);
        self.listing.push("\n", None);
    }

    fn tokens(&mut self, depth: usize, name: &str, value: &dyn ToTokens) {
        let tokens = value.to_token_stream();
        let indent = "    ".repeat(depth);
        let place = place_of(self.source, tokens.clone());
        let written = place
            .clone()
            .map(|place| self.source.text[place].to_owned());
        self.listing.push(&format!("{indent}{name}: "), None);
        self.listing
            .push(&written.unwrap_or_else(|| tokens.to_string()), place);
        self.listing.push("\n", None);
    }
}

fn listing(source: &Source, function: &Function) -> Listing {
    let mut writer = Writer {
        source,
        listing: Listing::new(Language::Text, ""),
    };
    writer.field(
        0,
        "function",
        &function.ident.to_string(),
        Some(function.ident.span()),
    );
    writer.field(
        1,
        "name in Python",
        &function.name.text,
        Some(function.name.span),
    );
    writer.field(
        1,
        "doc",
        &format!("{:?}", function.doc.text().unwrap_or("...")),
        None,
    );
    for cfg in &function.cfgs {
        writer.tokens(1, "only under", cfg);
    }
    writer.field(1, "arguments, as Rust takes them", "", None);
    for argument in &function.arguments {
        let origin = match argument.source {
            From::Token => "the token, filled in".to_owned(),
            From::Module => "the module, filled in".to_owned(),
            From::Parameter(index) => format!("parameter {index}"),
        };
        writer.field(
            2,
            "name",
            &argument.ident.to_string(),
            Some(argument.ident.span()),
        );
        writer.tokens(3, "type", &argument.ty);
        writer.field(3, "comes from", &origin, None);
    }
    writer.field(1, "parameters, as Python sees them", "", None);
    for parameter in &function.signature.parameters {
        let kind = match parameter.kind {
            Kind::PositionalOnly => "by position",
            Kind::Positional => "by position or keyword",
            Kind::Varargs => "*args",
            Kind::KeywordOnly => "by keyword",
            Kind::Kwargs => "**kwargs",
        };
        writer.field(2, "name", &parameter.name.text, Some(parameter.name.span));
        writer.field(3, "given", kind, None);
        match &parameter.default {
            Some(default) => {
                writer.tokens(3, "default in Rust", &default.expression);
                writer.field(3, "default in Python", &shown(&default.shown), None);
            }
            None if parameter.is_variadic() => {}
            None => writer.field(3, "default", "none: it must be given", None),
        }
        if let Some(converter) = &parameter.converter {
            writer.tokens(3, "converted by", converter);
        }
    }
    writer.tokens(1, "returns", &function.returns);
    let signature = match &function.text_signature {
        TextSignature::Derived => "follows from the parameters".to_owned(),
        TextSignature::Given(text) => text.clone(),
        TextSignature::None => "none".to_owned(),
    };
    writer.field(1, "text signature", &signature, None);
    let detach = if function.detach.is_some() {
        "yes"
    } else {
        "no"
    };
    writer.field(
        1,
        "detached from Python while it runs",
        detach,
        function.detach,
    );
    for warning in &function.warnings {
        let text = format!("{:?}", warning.text);
        writer.field(1, "warns with each call", &text, None);
    }
    writer.field(
        1,
        "the runtime is at",
        &function.runtime.to_string().replace(' ', ""),
        None,
    );
    writer.listing
}

fn shown(constant: &Constant) -> String {
    match constant {
        Constant::None => "None".to_owned(),
        Constant::Bool(true) => "True".to_owned(),
        Constant::Bool(false) => "False".to_owned(),
        Constant::Int(text) | Constant::Float(text) => text.clone(),
        Constant::Str(text) => format!("{text:?}"),
        Constant::Bytes(bytes) => format!("{bytes:?}"),
        Constant::Tuple(items) => format!(
            "({})",
            items.iter().map(shown).collect::<Vec<_>>().join(", ")
        ),
        Constant::List(items) => format!(
            "[{}]",
            items.iter().map(shown).collect::<Vec<_>>().join(", ")
        ),
        Constant::Path(path) => format!("the value of {path}"),
        Constant::Hidden => "...".to_owned(),
    }
}
