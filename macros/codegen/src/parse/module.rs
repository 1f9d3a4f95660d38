//! A module as written.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;

use super::{Function, ItemKind, is_mybind, item_of, joined_options, options_of, take_item};
use crate::attribute::Attribute;
use crate::commas::{Grammar, split_at_commas};
use crate::cursor::{Cursor, is_char};
use crate::errors::{self, Errors, Result};
use crate::ir::{ModuleForm, PythonName};
use crate::options::{self, FunctionOptions, ModuleOptions};
use crate::rust_type::RustType;

/// A module as written.
pub struct Module {
    /// What stands in the attribute's parentheses.
    pub options: ModuleOptions,
    /// Its other attributes, those inside the braces included.
    pub attributes: Vec<Attribute>,
    /// Its name.
    pub ident: Ident,
    /// How it is written.
    pub form: ModuleForm,
    /// The items inside that have `#[mybind]` on them.
    pub members: Vec<Member>,
}

/// An item inside a module that has `#[mybind]` on it.
pub enum Member {
    /// `fn`.
    Function(Function),
    /// `const`.
    Constant(Constant),
    /// `use`: one for each name that it brings in.
    Import(Import),
    /// `name! { ... }`.
    MacroInvocation(MacroInvocation),
    /// `mod`.
    Module(Module),
}

/// A constant as written.
pub struct Constant {
    /// `name = "..."`.
    pub name: Option<PythonName>,
    /// Its other attributes.
    pub attributes: Vec<Attribute>,
    /// Its name.
    pub ident: Ident,
    /// Its type.
    pub ty: RustType,
}

/// One name that a `use` brings in.
pub struct Import {
    /// Its other attributes.
    pub attributes: Vec<Attribute>,
    /// Its name in this scope.
    pub ident: Ident,
    /// Whether that is a new name, by `as`.
    pub is_renamed: bool,
    /// Whether it is a module.
    pub is_module: bool,
}

/// A macro invocation as written.
pub struct MacroInvocation {
    /// Its other attributes.
    pub attributes: Vec<Attribute>,
    /// The functions, or the exception, that it writes.
    pub functions: Vec<Ident>,
}

impl Module {
    pub(super) fn parse(
        options: ModuleOptions,
        attributes: Vec<Attribute>,
        mut tokens: Cursor,
        errors: &mut Errors,
    ) -> Result<Module> {
        let mut head: TokenStream = attributes.iter().map(ToTokens::to_token_stream).collect();
        let start = tokens.span();
        let Some((TokenTree::Group(body), before)) = tokens.rest().split_last() else {
            return Err(errors::module_in_other_file(start));
        };
        let body = body.clone();
        head.extend(before.iter().cloned());
        tokens.take_visibility();
        tokens.take_word("unsafe");
        tokens.expect_word("mod")?;
        let ident = tokens.expect_ident()?;
        if tokens.rest().len() != 1 || body.delimiter() != Delimiter::Brace {
            return Err(errors::module_in_other_file(start));
        }
        let mut body = Cursor::inside(&body);
        let inner = body.clone().take_inner_attributes();
        let attributes = attributes.into_iter().chain(inner).collect();
        let (content, members) = parse_content(&mut body, errors);
        Ok(Module {
            options,
            attributes,
            ident,
            form: ModuleForm::Block { head, content },
            members,
        })
    }

    /// A module that is written as the function that fills it.
    pub(super) fn parse_function(
        mut options: ModuleOptions,
        attributes: Vec<Attribute>,
        tokens: Cursor,
        item: TokenStream,
        errors: &mut Errors,
    ) -> Result<Module> {
        let fills = FunctionOptions {
            adds: options.adds.take(),
            ..FunctionOptions::default()
        };
        let mut function = Function::parse(fills, attributes.clone(), tokens, item, errors)?;
        function.options.init = Some(function.ident.span());
        let mut parameters = function.parameters.iter();
        if !parameters.any(|parameter| parameter.ty.is_module()) {
            let name = function.ident.to_string();
            let span = function.ident.span();
            return Err(errors::function_module_without_parameter(span, &name));
        }
        Ok(Module {
            options,
            attributes,
            ident: function.ident.clone(),
            form: ModuleForm::Function(function.visibility.clone()),
            members: vec![Member::Function(function)],
        })
    }
}

/// What is in the braces: the tokens to pass on, and the members.
///
/// An item without `#[mybind]` is not looked at: what matters begins with an attribute, so the tokens from
/// one attribute to the next are passed on one by one.
fn parse_content(tokens: &mut Cursor, errors: &mut Errors) -> (TokenStream, Vec<Member>) {
    let mut content = TokenStream::new();
    let mut members = Vec::new();
    while !tokens.is_empty() {
        let (mine, others) = take_attributes(tokens);
        if mine.is_empty() {
            content.extend(others.iter().map(ToTokens::to_token_stream));
            content.extend(tokens.take());
            continue;
        }
        let member = MarkedItem::take(mine, others, tokens);
        let passed_on = member.passed_on();
        let found = member.parse(errors);
        let found = errors.take(found).unwrap_or_default();
        // These are written anew, since something goes inside of them.
        let is_written_anew = found.iter().any(|member| match member {
            Member::Module(_) => true,
            Member::Function(function) => function.init_marker().is_some(),
            _ => false,
        });
        if !is_written_anew {
            content.extend(passed_on);
        }
        members.extend(found);
    }
    (content, members)
}

/// The content of a module without the `#[mybind]` attributes.
pub(super) fn strip_attributes(tokens: TokenStream) -> TokenStream {
    let mut tokens = Cursor::new(tokens);
    let mut stripped = TokenStream::new();
    while !tokens.is_empty() {
        let (_, others) = take_attributes(&mut tokens);
        stripped.extend(others.iter().map(ToTokens::to_token_stream));
        // Inside a member that is a module there are more, and among a function's parameters.
        let group = tokens.take_group(Delimiter::Brace);
        if let Some(group) = group.or_else(|| tokens.take_group(Delimiter::Parenthesis)) {
            let mut inner = Group::new(group.delimiter(), strip_attributes(group.stream()));
            inner.set_span(group.span());
            inner.to_tokens(&mut stripped);
        } else {
            stripped.extend(tokens.take());
        }
    }
    stripped
}

/// The attributes that come next: those that are `#[mybind]`, and the others.
fn take_attributes(tokens: &mut Cursor) -> (Vec<Attribute>, Vec<Attribute>) {
    tokens.take_attributes().into_iter().partition(is_mybind)
}

/// An item with `#[mybind]` on it, not yet read.
struct MarkedItem {
    mine: Vec<Attribute>,
    others: Vec<Attribute>,
    kind: ItemKind,
    span: Span,
    tokens: Cursor,
}

impl MarkedItem {
    fn take(mine: Vec<Attribute>, others: Vec<Attribute>, rest: &mut Cursor) -> Self {
        let (kind, span, tokens) = take_item(rest);
        MarkedItem {
            mine,
            others,
            kind,
            span,
            tokens,
        }
    }

    /// The item as the compiler gets it.
    fn passed_on(&self) -> TokenStream {
        item_of(self.kind, &self.others, &self.tokens)
    }

    fn parse(self, errors: &mut Errors) -> Result<Vec<Member>> {
        let options = joined_options(options_of(&self.mine[0])?, &self.mine[1..])?;
        match self.kind {
            ItemKind::Function => {
                let item = self.passed_on();
                let options = FunctionOptions::parse(options, errors);
                let function = Function::parse(options, self.others, self.tokens, item, errors)?;
                Ok(vec![Member::Function(function)])
            }
            ItemKind::Module => {
                let options = ModuleOptions::parse(options, false, errors);
                Ok(vec![Member::Module(Module::parse(
                    options,
                    self.others,
                    self.tokens,
                    errors,
                )?)])
            }
            ItemKind::Constant => self.parse_constant(options).map(|member| vec![member]),
            ItemKind::Use => self.parse_use(options),
            ItemKind::MacroInvocation => match options::parse_macro(options)?
                .or_else(|| declared_exception(self.tokens.rest()).map(|name| vec![name]))
            {
                Some(functions) => Ok(vec![Member::MacroInvocation(MacroInvocation {
                    attributes: self.others,
                    functions,
                })]),
                None => Err(errors::macro_without_functions(self.span)),
            },
            ItemKind::Other(name) => Err(errors::not_exportable(self.span, name)),
            ItemKind::Unknown => Err(errors::unreadable_item(self.span)),
        }
    }

    fn parse_constant(mut self, options: TokenStream) -> Result<Member> {
        let name = options::parse_constant(options)?;
        self.tokens.take_visibility();
        self.tokens.expect_word("const")?;
        if let Some(underscore) = self.tokens.take_word("_") {
            return Err(errors::constant_without_name(underscore));
        }
        let ident = self.tokens.expect_ident()?;
        self.tokens.expect_char(':')?;
        let is_end = |token: &TokenTree| is_char(token, '=') || is_char(token, ';');
        let ty = RustType::new(self.tokens.take_until(is_end));
        Ok(Member::Constant(Constant {
            name,
            attributes: self.others,
            ident,
            ty,
        }))
    }

    fn parse_use(mut self, options: TokenStream) -> Result<Vec<Member>> {
        let is_module = options::parse_use(options)?;
        self.tokens.take_visibility();
        self.tokens.expect_word("use")?;
        let tree = self.tokens.take_until(|token| is_char(token, ';'));
        let mut leaves = Vec::new();
        use_leaves(tree, None, &mut leaves)?;
        let import = |(ident, is_renamed): (Ident, bool)| {
            Member::Import(Import {
                attributes: self.others.clone(),
                ident,
                is_renamed,
                is_module,
            })
        };
        Ok(leaves.into_iter().map(import).collect())
    }
}

/// The name that `create_exception!(module, Name, Base)` declares; other macros may write anything.
fn declared_exception(tokens: &[TokenTree]) -> Option<Ident> {
    const MACROS: [&str; 3] = ["create_exception", "exception", "import_exception"];
    let path_end = tokens
        .iter()
        .position(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '!'))?;
    let [.., TokenTree::Ident(name)] = &tokens[..path_end] else {
        return None;
    };
    let Some(TokenTree::Group(arguments)) = tokens.get(path_end + 1) else {
        return None;
    };
    let is_ours = MACROS.iter().any(|ours| name == ours);
    let (arguments, _) = split_at_commas(arguments.stream(), Grammar::Expression);
    let mut second = arguments
        .into_iter()
        .nth(1)
        .filter(|_| is_ours)?
        .into_iter();
    match (second.next(), second.next()) {
        (Some(TokenTree::Ident(name)), None) => Some(name),
        _ => None,
    }
}

/// The names that a `use` tree brings in, each with whether `as` gives it; `around` is the name before the braces.
fn use_leaves(
    tree: TokenStream,
    around: Option<&Ident>,
    leaves: &mut Vec<(Ident, bool)>,
) -> Result<()> {
    let tokens: Vec<TokenTree> = tree.into_iter().collect();
    let span = tokens.first().map_or_else(Span::call_site, TokenTree::span);
    match tokens.as_slice() {
        [before @ .., TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => {
            let around = before.iter().rev().find_map(|token| match token {
                TokenTree::Ident(ident) => Some(ident),
                _ => None,
            });
            for part in split_at_commas(group.stream(), Grammar::Expression).0 {
                use_leaves(part, around, leaves)?;
            }
            Ok(())
        }
        [.., TokenTree::Ident(word), TokenTree::Ident(name)] if word == "as" && name != "_" => {
            leaves.push((name.clone(), true));
            Ok(())
        }
        [TokenTree::Ident(word)] if word == "self" => {
            let name = around.ok_or_else(|| errors::import_without_name(span))?;
            leaves.push((name.clone(), false));
            Ok(())
        }
        [.., TokenTree::Ident(name)] if name != "_" => {
            leaves.push((name.clone(), false));
            Ok(())
        }
        [.., TokenTree::Punct(star)] if star.as_char() == '*' => {
            Err(errors::import_glob(star.span()))
        }
        _ => Err(errors::import_without_name(span)),
    }
}
