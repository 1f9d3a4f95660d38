//! What is known of a function: how Rust takes its arguments, and how Python gives them.

use proc_macro2::{Ident, Span, TokenStream};

use super::{Constant, Docstring, Overload, PythonName, RustType, TypeHint};

/// A function that Python can call.
#[derive(Debug)]
pub struct Function {
    /// The item as written, token for token.
    pub item: TokenStream,
    /// Its name in Rust.
    pub ident: Ident,
    /// Its visibility in Rust, which its marker type gets too.
    pub visibility: TokenStream,
    /// Its name in Python.
    pub name: PythonName,
    /// `#[cfg]` attributes, for everything that is generated from the function.
    pub cfgs: Vec<TokenStream>,
    /// What it allows by `#[allow]` and the like, for the code that names its types.
    pub lints: Vec<TokenStream>,
    /// The doc comment.
    pub doc: Docstring,
    /// In the order in which Rust takes them.
    pub arguments: Vec<Argument>,
    /// The parameters as Python sees them.
    pub signature: Signature,
    /// The return type; `()` where none is written.
    pub returns: RustType,
    /// What the stub says is returned, where that is not the return type's hint.
    pub returns_hint: Option<TypeHint>,
    /// The ways to call it that the stub shows instead of the signature.
    pub overloads: Vec<Overload>,
    /// What `inspect.signature` is to show.
    pub text_signature: TextSignature,
    /// Whether other threads may run Python while the function runs; where it was asked for.
    pub detach: Option<Span>,
    /// The warnings that each call gives.
    pub warnings: Vec<Warning>,
    /// Where the runtime crate is: `::mybind`.
    pub runtime: TokenStream,
}

impl Function {
    /// The arguments that come from there.
    pub fn arguments_of(&self, source: Source) -> impl Iterator<Item = &Argument> {
        let arguments = self.arguments.iter();
        arguments.filter(move |argument| argument.source == source)
    }
}

/// A warning.
#[derive(Debug, Clone)]
pub struct Warning {
    /// What it says.
    pub text: String,
    /// Its class, as a path in the scope of the function.
    pub category: Category,
}

/// The class of a warning.
#[derive(Debug, Clone)]
pub enum Category {
    /// `DeprecationWarning`.
    Deprecation,
    /// `UserWarning`.
    User,
    /// The one at this path.
    Path(TokenStream),
}

/// One argument of the Rust function.
#[derive(Debug)]
pub struct Argument {
    /// The name of the parameter, which may be `_`.
    pub ident: Ident,
    /// The local variable for it in the generated code.
    pub local: Ident,
    /// Its type.
    pub ty: RustType,
    /// Where its value comes from.
    pub source: Source,
}

/// Where an argument's value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// It is the token `Python<'_>`.
    Token,
    /// It is the module that the function is in.
    Module,
    /// It is this parameter of [`Signature::parameters`].
    Parameter(usize),
}

/// The parameters as Python sees them.
#[derive(Debug, Default)]
pub struct Signature {
    /// In Python's order: positional-only, positional, `*args`, keyword-only, `**kwargs`.
    pub parameters: Vec<Parameter>,
}

/// One parameter as Python sees it.
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub name: PythonName,
    /// How it can be given.
    pub kind: Kind,
    /// What it is when it is not given.
    pub default: Option<Default>,
    /// Which of [`Function::arguments`] it is for.
    pub argument: usize,
    /// The function that converts it, where the type's own conversion is not wanted.
    pub converter: Option<TokenStream>,
    /// What the stub says is accepted, where that is not the type's hint.
    pub hint: Option<TypeHint>,
}

/// How a parameter can be given, in the order of Python's grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// By position alone.
    PositionalOnly,
    /// By position or by keyword.
    Positional,
    /// `*args`: all further positional arguments.
    Varargs,
    /// By keyword alone.
    KeywordOnly,
    /// `**kwargs`: all further keyword arguments.
    Kwargs,
}

/// A parameter's default.
#[derive(Debug)]
pub struct Default {
    /// The Rust expression, evaluated at each call that needs it.
    pub expression: TokenStream,
    /// What Python is shown.
    pub shown: Constant,
}

impl Signature {
    /// The parameters that have a slot of their own: all but `*args` and `**kwargs`.
    pub fn named(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters
            .iter()
            .filter(|parameter| !parameter.is_variadic())
    }

    /// The parameter of this kind, for the kinds of which there is at most one.
    pub fn variadic(&self, kind: Kind) -> Option<&Parameter> {
        self.parameters
            .iter()
            .find(|parameter| parameter.kind == kind)
    }

    /// Whether there is `*args` or `**kwargs`.
    pub fn is_variadic(&self) -> bool {
        self.parameters.iter().any(Parameter::is_variadic)
    }

    /// How many parameters are of this kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.parameters
            .iter()
            .filter(|parameter| parameter.kind == kind)
            .count()
    }

    /// How many parameters must be given and can be given by position.
    pub fn required(&self) -> usize {
        self.parameters
            .iter()
            .filter(|parameter| parameter.is_required_by_position())
            .count()
    }
}

impl Parameter {
    /// Whether it is `*args` or `**kwargs`.
    pub fn is_variadic(&self) -> bool {
        matches!(self.kind, Kind::Varargs | Kind::Kwargs)
    }

    /// Whether it can be given by position and has no default.
    pub fn is_required_by_position(&self) -> bool {
        self.kind <= Kind::Positional && self.default.is_none()
    }
}

/// What `inspect.signature` is to show.
#[derive(Debug, PartialEq, Eq)]
pub enum TextSignature {
    /// The signature itself.
    Derived,
    /// This text, parentheses included.
    Given(String),
    /// Nothing.
    None,
}
