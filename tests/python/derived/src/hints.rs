//! Overloads, and hints of the user's own.

use mybind::prelude::*;
use mybind::types::{PyDict, PyTuple};

/// Twice what is given.
#[mybind(
    signature = (value, times = 2),
    overload = "(value: int, times: int = 2) -> int",
    overload = "(value: str, times: int = ...) -> str",
    overload = "(value: list[str] | None, *, times: int = 2) -> None"
)]
pub fn repeat<'py>(value: Bound<'py, PyAny>, times: usize) -> PyResult<Bound<'py, PyAny>> {
    if value.is_instance_of::<mybind::types::PyList>() || value.is_none() {
        return Ok(value.py().None().into_bound(value.py()));
    }
    value.mul(times)
}

#[mybind(
    signature = (*args, key = None, **kwargs),
    overload = "()",
    overload = "(first: int, /, *args: int, key: None = None) -> int",
    overload = "(first: str, second: str, /, *, key: str, other: bool = True, **kwargs: bool) -> int"
)]
pub fn counted(
    args: &Bound<'_, PyTuple>,
    key: Option<String>,
    kwargs: Option<&Bound<'_, PyDict>>,
) -> usize {
    args.len() + usize::from(key.is_some()) + kwargs.map_or(0, |kwargs| kwargs.len())
}

fn any_length(object: &Bound<'_, PyAny>) -> PyResult<usize> {
    object.len()
}

/// What the types do not say.
#[mybind(
    from_py_with = (sized = any_length),
    signature = (
        sized: "Sequence[int] | set[decimal.Decimal]",
        mode: "Literal['fast', 'slow', 1, True]" = "fast",
        *args: "int",
        callback: "Callable[[int, str], list[tuple[int, ...]]] | None" = None,
        **kwargs: "collections.abc.Mapping[str, tuple[()]]",
    ) -> "list[int]"
)]
pub fn hinted(
    sized: usize,
    mode: &str,
    args: Vec<i32>,
    callback: Option<Bound<'_, PyAny>>,
    kwargs: Option<Bound<'_, PyDict>>,
) -> Vec<usize> {
    let kwargs = kwargs.map_or(0, |kwargs| kwargs.len());
    vec![
        sized,
        mode.len(),
        args.len(),
        usize::from(callback.is_some()),
        kwargs,
    ]
}

/// Two types that contain each other.
#[derive(FromPyObject, IntoPyObject)]
pub struct Folder {
    #[mybind(item, hint = "list[Any]")]
    entries: Vec<Entry>,
}

#[derive(FromPyObject, IntoPyObject)]
pub enum Entry {
    Folder(Folder),
    File(String),
}

#[mybind]
pub fn echo_folder(folder: Folder) -> Folder {
    folder
}

/// A whole type.
#[derive(FromPyObject, IntoPyObject)]
#[mybind(transparent, hint = "Literal[0, 1]")]
pub struct Bit {
    bit: u8,
}

#[mybind]
pub fn flip(bit: Bit) -> Bit {
    Bit { bit: 1 - bit.bit }
}

/// In a module, overloads go with their function.
#[mybind(submodule)]
pub mod nested {
    #[mybind]
    use super::repeat;

    /// Inside.
    #[mybind(overload = "(a: int) -> int", overload = "(a: None) -> None")]
    fn inside(a: Option<i32>) -> Option<i32> {
        a
    }
}
