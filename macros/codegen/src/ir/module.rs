//! What is known of a module and of what it exports.

use proc_macro2::{Ident, TokenStream};

use super::{Docstring, Function, Initializer, PythonName, RustType};

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
