//! What is to be exported, in plain data: what the stages before find out and [`expand`](crate::expand) writes down.

use proc_macro2::{Group, Ident, Span, TokenStream};

pub use crate::constant::Constant;
pub use crate::docstring::Docstring;
pub use crate::hint::TypeHint;
pub use crate::overload::Overload;
pub use crate::rust_type::RustType;

/// An item under `#[mybind]`, understood.
#[derive(Debug)]
pub enum Exported {
    /// A function outside of a `#[mybind] mod`.
    Function(Function),
    /// A module, with all that it exports.
    Module(Module),
}

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

/// A name in Python, and the place in the source that it comes from.
#[derive(Debug, Clone)]
pub struct PythonName {
    /// The name.
    pub text: String,
    /// For messages.
    pub span: Span,
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

/// A Python module.
#[derive(Debug)]
pub struct Module {
    /// How it is written.
    pub form: ModuleForm,
    /// Its name in Rust.
    pub ident: Ident,
    /// Its name in Python.
    pub name: PythonName,
    /// `#[cfg]` attributes, for what its parent generates for it.
    pub cfgs: Vec<TokenStream>,
    /// What it allows, for what is generated beside it.
    pub lints: Vec<TokenStream>,
    /// The doc comment.
    pub doc: Docstring,
    /// What it exports, as written.
    pub members: Vec<Member>,
    /// The functions that fill it at run time.
    pub initializers: Vec<Initializer>,
    /// What it is in: the library, as cargo calls it, then the modules around it by their Python names, the outermost first.
    pub parents: Vec<String>,
    /// Whether `PyInit_` is wanted.
    pub is_root: bool,
    /// Whether importing it switches the GIL on, where there is a choice.
    pub gil_used: bool,
    /// Which interpreters may import it.
    pub interpreters: Interpreters,
    /// Where the runtime crate is: `::mybind`.
    pub runtime: TokenStream,
}

impl Module {
    /// What tells it from every other module: the library's name, then the names from the outermost module to this one.
    pub fn path(&self) -> Vec<&str> {
        self.parents
            .iter()
            .map(String::as_str)
            .chain([self.name.text.as_str()])
            .collect()
    }

    /// Whether running it may add what cannot be seen here.
    pub fn is_incomplete(&self) -> bool {
        self.initializers
            .iter()
            .any(|initializer| initializer.may_add_more)
    }
}

/// How a module is written.
#[derive(Debug)]
pub enum ModuleForm {
    /// As a `mod`.
    Block {
        /// The attributes, visibility and `mod name` as written, up to the braces.
        head: TokenStream,
        /// The braces' content as written, without the `#[mybind]` attributes of the members, the modules among them and
        /// the functions that fill the module.
        content: TokenStream,
    },
    /// As the function that fills it, of this visibility.
    Function(TokenStream),
}

/// One thing that a module exports.
#[derive(Debug)]
pub enum Member {
    /// A function written inside.
    Function(Function),
    /// A function that stands elsewhere, or that a macro invocation writes.
    Imported(Imported),
    /// A constant.
    Constant(ConstantItem),
    /// A module written inside.
    Module(Module),
    /// A module that stands elsewhere.
    ImportedModule(Imported),
}

impl Member {
    /// Its name in Python, where it is known before the compiler runs.
    pub fn known_name(&self) -> Option<&PythonName> {
        match self {
            Member::Function(function) => Some(&function.name),
            Member::Constant(constant) => Some(&constant.name),
            Member::Module(module) => Some(&module.name),
            Member::Imported(imported) | Member::ImportedModule(imported) => {
                imported.renamed.as_ref()
            }
        }
    }

    /// Its `#[cfg]`s.
    pub fn cfgs(&self) -> &[TokenStream] {
        match self {
            Member::Function(function) => &function.cfgs,
            Member::Constant(constant) => &constant.cfgs,
            Member::Module(module) => &module.cfgs,
            Member::Imported(imported) | Member::ImportedModule(imported) => &imported.cfgs,
        }
    }

    /// What it allows.
    pub fn lints(&self) -> &[TokenStream] {
        match self {
            Member::Function(function) => &function.lints,
            Member::Constant(constant) => &constant.lints,
            Member::Module(_) | Member::Imported(_) | Member::ImportedModule(_) => &[],
        }
    }
}

/// A name that `#[mybind] use` or `functions = (...)` brings in.
#[derive(Debug)]
pub struct Imported {
    /// Its name in this scope.
    pub ident: Ident,
    /// Its name in Python, where `use ... as` gives it another one.
    pub renamed: Option<PythonName>,
    /// `#[cfg]` attributes of the import.
    pub cfgs: Vec<TokenStream>,
}

/// A constant that a module exports.
#[derive(Debug)]
pub struct ConstantItem {
    /// Its name in Rust.
    pub ident: Ident,
    /// Its name in Python.
    pub name: PythonName,
    /// Its type.
    pub ty: RustType,
    /// The doc comment.
    pub doc: Docstring,
    /// `#[cfg]` attributes.
    pub cfgs: Vec<TokenStream>,
    /// What it allows.
    pub lints: Vec<TokenStream>,
}

/// A function that fills the module at run time.
#[derive(Debug)]
pub struct Initializer {
    /// Its name in Rust.
    pub ident: Ident,
    /// Everything before the body, attributes included.
    pub head: TokenStream,
    /// The body's braces.
    pub body: Group,
    /// For each of its arguments, whether it is the token `Python<'_>`; else it is the module.
    pub takes_token: Vec<bool>,
    /// `#[cfg]` attributes.
    pub cfgs: Vec<TokenStream>,
    /// What it adds to the module: what `adds = (...)` lists, then what its body tells.
    pub additions: Vec<Added>,
    /// How many of them are listed, where there is a list: then the whole is complete.
    pub listed: Option<usize>,
    /// Whether it may add more than can be seen.
    pub may_add_more: bool,
}

/// What a function adds to the module that it fills.
#[derive(Debug, Clone)]
pub struct Added {
    /// What it is.
    pub item: AddedItem,
    /// `#[cfg]` attributes.
    pub cfgs: Vec<TokenStream>,
}

/// What a function adds to the module that it fills; paths and expressions mean what they mean in its body.
#[derive(Debug, Clone)]
pub enum AddedItem {
    /// A `#[mybind]` function or an exception, under its own name.
    Export(TokenStream),
    /// A `#[mybind]` module, under its own name.
    Module(TokenStream),
    /// A class, under this name.
    Class(String, TokenStream),
    /// A value, under this name.
    Value(String, AddedValue),
}

/// What is known of a value that is added to a module.
#[derive(Debug, Clone)]
pub enum AddedValue {
    /// It is this expression, which can be evaluated while compiling.
    Constant(TokenStream),
    /// It is of this type.
    Type(RustType),
    /// It is of this type, in Python's words.
    Hint(TypeHint),
    /// Nothing.
    Unknown,
}

impl AddedItem {
    /// What tells it from what else is added.
    pub fn key(&self) -> String {
        match self {
            AddedItem::Export(path) | AddedItem::Module(path) => path.to_string(),
            AddedItem::Class(name, _) | AddedItem::Value(name, _) => name.clone(),
        }
    }
}

/// Which interpreters may import a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interpreters {
    /// The main interpreter alone.
    Main,
    /// All that share the main interpreter's GIL.
    SharedGil,
    /// All.
    PerGil,
}
