//! The names that a type may have without a module in front of them.

use super::{Mistake, TypeHint};

/// The names that need no module in front; others have to have one.
const BUILTINS: &[&str] = &[
    "BaseException",
    "Exception",
    "bool",
    "bytearray",
    "bytes",
    "complex",
    "dict",
    "enumerate",
    "filter",
    "float",
    "frozenset",
    "int",
    "list",
    "map",
    "memoryview",
    "object",
    "property",
    "range",
    "reversed",
    "set",
    "slice",
    "str",
    "super",
    "tuple",
    "type",
    "zip",
];
const ABSTRACT_COLLECTIONS: &[&str] = &[
    "AsyncGenerator",
    "AsyncIterable",
    "AsyncIterator",
    "Awaitable",
    "ByteString",
    "Callable",
    "Collection",
    "Container",
    "Coroutine",
    "Generator",
    "Hashable",
    "ItemsView",
    "Iterable",
    "Iterator",
    "KeysView",
    "Mapping",
    "MappingView",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "Reversible",
    "Sequence",
    "Set",
    "Sized",
    "ValuesView",
];
const TYPING: &[&str] = &[
    "Annotated",
    "Any",
    "AnyStr",
    "BinaryIO",
    "DefaultDict",
    "Deque",
    "Dict",
    "FrozenSet",
    "IO",
    "List",
    "Literal",
    "NamedTuple",
    "Never",
    "NoReturn",
    "Optional",
    "OrderedDict",
    "SupportsAbs",
    "SupportsBytes",
    "SupportsComplex",
    "SupportsFloat",
    "SupportsIndex",
    "SupportsInt",
    "SupportsRound",
    "Text",
    "TextIO",
    "Tuple",
    "Type",
    "TypedDict",
    "Union",
];

/// The type that a name, with its module or without, stands for.
pub(super) fn named(path: &str) -> Result<TypeHint, Mistake> {
    if let Some((module, name)) = path.rsplit_once('.') {
        return Ok(TypeHint::Import(module.to_owned(), name.to_owned()));
    }
    let known = [
        (BUILTINS, "builtins"),
        (ABSTRACT_COLLECTIONS, "collections.abc"),
        (TYPING, "typing"),
    ];
    let found = known.iter().find(|(names, _)| names.contains(&path));
    match found {
        Some((_, "builtins")) => Ok(TypeHint::Name(path.to_owned())),
        Some((_, module)) => Ok(TypeHint::Import((*module).to_owned(), path.to_owned())),
        None => Err(format!(
            "`{path}` is no built-in type, and none of `typing` or `collections.abc`; write its module in front, as in `decimal.Decimal`"
        )),
    }
}
