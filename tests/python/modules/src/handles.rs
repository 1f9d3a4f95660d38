//! Handles of the rarer types.

use std::ffi::{CStr, CString, c_void};
use std::sync::atomic::{AtomicUsize, Ordering};

use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::types::{
    IntoPyDict, PyBool, PyByteArray, PyCapsule, PyCode, PyCodeInput, PyComplex, PyDict,
    PyDictItems, PyDictKeys, PyDictValues, PyFloat, PyFrame, PyFrozenSet, PyFrozenSetBuilder,
    PyFunction, PyGenericAlias, PyInt, PyList, PyMappingProxy, PySequence, PyString, PySuper,
    PyTuple, PyType, PyWeakref, PyWeakrefProxy, PyWeakrefReference,
};

static RELEASED: AtomicUsize = AtomicUsize::new(0);

struct Payload(u32);

impl Drop for Payload {
    fn drop(&mut self) {
        RELEASED.fetch_add(1, Ordering::Relaxed);
    }
}

const NAME: &CStr = c"modules.payload";

/// A capsule with a number in it.
#[mybind]
pub fn capsule(py: Python<'_>, number: u32) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, Payload(number), NAME)
}

/// A capsule with a name of its own, and a destructor that fails.
#[mybind]
pub fn failing_capsule(py: Python<'_>, name: Option<CString>) -> PyResult<Bound<'_, PyCapsule>> {
    let capsule = PyCapsule::new_with_destructor(py, 1_u8, name, |value, context| {
        panic!("dropping {value}, {}", context.is_null())
    })?;
    capsule.set_context(std::ptr::dangling_mut::<c_void>())?;
    Ok(capsule)
}

/// The number in a capsule, and what is known of any.
#[mybind]
pub fn open_capsule(capsule: &Bound<'_, PyCapsule>) -> PyResult<(u32, String)> {
    let pointer = capsule.pointer_checked(Some(NAME))?;
    // SAFETY: only `capsule` makes capsules of this name, and this one lives.
    let number = unsafe { pointer.cast::<Payload>().as_ref().0 };
    let name = capsule.name()?.expect("it was just found by it");
    // SAFETY: nobody changes the name.
    let name = unsafe { name.as_cstr() }.to_string_lossy().into_owned();
    assert!(capsule.is_valid_checked(Some(NAME)) && !capsule.is_valid_checked(None));
    Ok((number, name))
}

/// The number in the capsule that is the attribute `payload` of the module `modules`.
#[mybind]
pub fn import_capsule(py: Python<'_>) -> PyResult<u32> {
    // SAFETY: only `capsule` makes capsules of this name.
    Ok(unsafe { PyCapsule::import::<Payload>(py, NAME)? }.0)
}

/// How many capsules were dropped.
#[mybind]
pub fn released() -> usize {
    RELEASED.load(Ordering::Relaxed)
}

/// Evaluates an expression with these variables.
#[mybind]
pub fn evaluate<'py>(
    py: Python<'py>,
    expression: &CStr,
    variables: Vec<(String, Bound<'py, PyAny>)>,
) -> PyResult<Bound<'py, PyAny>> {
    let locals = variables.into_py_dict(py)?;
    let globals = PyDict::new(py);
    let code = PyCode::compile(py, expression, c"expression.py", PyCodeInput::Eval)?;
    assert!(
        py.eval(c"1 + one", None, Some(&[("one", 1)].into_py_dict(py)?))?
            .extract::<i32>()?
            == 2
    );
    code.run(Some(&globals), Some(&locals))
}

/// A module of Python code.
#[mybind]
pub fn module_from<'py>(
    py: Python<'py>,
    code: &CStr,
    name: &CStr,
) -> PyResult<Bound<'py, PyModule>> {
    PyModule::from_code(py, code, c"made.py", name)
}

/// What a frame says of itself, and a variable in it.
#[mybind]
pub fn frame(
    frame: &Bound<'_, PyFrame>,
    variable: &CStr,
) -> PyResult<(i32, String, bool, Py<PyAny>)> {
    let name = frame.code().getattr("co_name")?.extract()?;
    let has_globals = frame.globals().contains("__name__")? && !frame.builtins().is_empty();
    let value = frame.var(variable)?.unbind();
    Ok((
        frame.line_number(),
        name,
        has_globals && frame.outer().is_some(),
        value,
    ))
}

/// Takes a function that is written in Python.
#[mybind]
pub fn function_name(function: &Bound<'_, PyFunction>) -> PyResult<String> {
    function.getattr("__name__")?.extract()
}

/// Takes compiled code.
#[mybind]
pub fn run_code<'py>(code: &Bound<'py, PyCode>) -> PyResult<Bound<'py, PyAny>> {
    code.run(None, None)
}

/// A weak reference and a proxy.
#[mybind]
pub fn weaken<'py>(
    object: &Bound<'py, PyAny>,
    callback: Option<Bound<'py, PyAny>>,
) -> PyResult<(Bound<'py, PyWeakrefReference>, Bound<'py, PyWeakrefProxy>)> {
    Ok((
        PyWeakrefReference::new_with(object, callback)?,
        PyWeakrefProxy::new(object)?,
    ))
}

/// What a weak reference refers to.
#[mybind]
pub fn upgrade<'py>(weak: &Bound<'py, PyWeakref>) -> Option<Bound<'py, PyAny>> {
    weak.upgrade()
}

/// What a weak reference refers to, if it is a class.
#[mybind]
pub fn upgrade_class<'py>(
    weak: &Bound<'py, PyWeakrefReference>,
) -> PyResult<Option<Bound<'py, PyType>>> {
    weak.upgrade_as::<PyType>()
}

/// What shows others.
#[mybind]
#[allow(clippy::type_complexity)]
pub fn views<'py>(
    dict: &Bound<'py, PyDict>,
) -> PyResult<(
    Bound<'py, PyMappingProxy>,
    Bound<'py, PyGenericAlias>,
    Bound<'py, PyDictKeys>,
    Bound<'py, PyDictValues>,
    Bound<'py, PyDictItems>,
)> {
    let py = dict.py();
    let list = py.get_type::<mybind::types::PyList>();
    let proxy = PyMappingProxy::new(py, dict.as_mapping());
    assert!(proxy.keys()?.len() == dict.len() && proxy.try_iter()?.count() == dict.len());
    Ok((
        proxy,
        PyGenericAlias::new(py, &list, &py.get_type::<PyInt>())?,
        dict.call_method0("keys")?.cast_into()?,
        dict.call_method0("values")?.cast_into()?,
        dict.call_method0("items")?.cast_into()?,
    ))
}

/// `super(class, object)`.
#[mybind]
pub fn parent<'py>(
    class_: &Bound<'py, PyType>,
    object: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PySuper>> {
    PySuper::new(class_, object)
}

/// Builds a frozenset, grows a sequence, runs code.
#[mybind]
pub fn build<'py>(
    py: Python<'py>,
    values: Vec<Bound<'py, PyAny>>,
    sequence: &Bound<'py, PySequence>,
) -> PyResult<(Bound<'py, PyFrozenSet>, Bound<'py, PySequence>)> {
    let mut builder = PyFrozenSetBuilder::new(py)?;
    let count = values.len();
    for value in values {
        builder.add(value)?;
    }
    let set = builder.finalize();
    let sequence = sequence.in_place_concat(sequence)?.in_place_repeat(2)?;
    mybind::py_run!(py, set count, "
        assert isinstance(set, frozenset)
        assert len(set) <= count
    ");
    let locals = [("sequence", &sequence)].into_py_dict(py)?;
    mybind::py_run!(py, *locals, "assert len(sequence) % 4 == 0");
    Ok((set, sequence))
}

/// Twice the same default: whether it was missing, and what is there.
#[mybind]
pub fn default_twice<'py>(
    dict: &Bound<'py, PyDict>,
    key: &Bound<'py, PyAny>,
    value: &Bound<'py, PyAny>,
) -> PyResult<(bool, bool, Bound<'py, PyAny>)> {
    let missing = dict.set_default(key, value)?;
    let (again, found) = dict.set_default_with_result(key, "another")?;
    Ok((missing, again, found))
}

/// Calls the function for each pair and each item, in critical sections.
#[mybind]
pub fn for_each(
    dict: &Bound<'_, PyDict>,
    list: &Bound<'_, PyList>,
    function: &Bound<'_, PyAny>,
) -> PyResult<()> {
    dict.locked_for_each(|key, value| function.call1((key, value)).map(drop))?;
    list.locked_for_each(|item| function.call1((item,)).map(drop))
}

/// A text of UTF-8, its length in characters, and both in words.
#[mybind]
pub fn text_of<'py>(
    py: Python<'py>,
    utf8: &[u8],
) -> PyResult<(Bound<'py, PyString>, usize, Bound<'py, PyString>)> {
    let text = PyString::from_bytes(py, utf8)?;
    let length = text.code_point_len()?;
    let words = PyString::from_fmt(py, format_args!("{text} of {length}"))?;
    Ok((text, length, words))
}

/// How many characters a str has, whatever it says.
#[mybind]
pub fn code_points(text: &Bound<'_, PyString>) -> PyResult<usize> {
    text.code_point_len()
}

/// A bytearray of one byte again and again, of nothing but an error where it is 0.
#[mybind]
pub fn filled(py: Python<'_>, length: usize, byte: u8) -> PyResult<Bound<'_, PyByteArray>> {
    PyByteArray::new_with(py, length, |bytes| {
        assert!(bytes.iter().all(|byte| *byte == 0));
        if byte == 0 {
            return Err(PyValueError::new_err("nothing to fill with"));
        }
        bytes.fill(byte);
        Ok(())
    })
}

/// The items of a tuple from the last to the first.
#[mybind]
pub fn backwards<'py>(tuple: &Bound<'py, PyTuple>) -> (usize, Vec<Bound<'py, PyAny>>) {
    let items = tuple.iter_borrowed();
    (items.len(), items.rev().map(Borrowed::to_owned).collect())
}

/// `super(type(object), object)`.
#[mybind]
pub fn own_parent<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PySuper>> {
    object.py_super()
}

/// A list by handles of its type, cast to those that it is an instance of and to those that it is not.
#[mybind]
pub fn cast_again(
    list: Bound<'_, PyList>,
) -> PyResult<(Bound<'_, PySequence>, bool, Option<String>)> {
    let is_exact = list.cast_exact::<PyList>().is_ok();
    assert_eq!(is_exact, list.as_borrowed().cast_exact::<PyList>().is_ok());
    assert_eq!(is_exact, list.clone().cast_into_exact::<PyList>().is_ok());
    assert!(list.cast::<PySequence>().is_ok() && list.as_borrowed().cast::<PyTuple>().is_err());
    let kept = list.clone().unbind();
    assert!(kept.cast_bound::<PySequence>(list.py()).is_ok());
    let error = list.cast::<PyTuple>().err().map(|error| error.to_string());
    Ok((list.cast_into()?, is_exact, error))
}

/// Whether numbers of Python equal numbers of Rust.
#[mybind]
#[allow(clippy::float_cmp, reason = "it is what is tried")]
pub fn equals<'py>(
    int: &Bound<'py, PyInt>,
    float: &Bound<'py, PyFloat>,
    truth: &Bound<'py, PyBool>,
    numbers: (i8, f64, bool),
) -> [bool; 5] {
    [
        int == numbers.0,
        numbers.0 == int.as_borrowed(),
        *float == numbers.1,
        numbers.1 == float,
        numbers.2 == truth,
    ]
}

/// `+`, `-`, `*`, `/`, `**`, `-left`, `abs(left)`.
#[mybind]
#[allow(clippy::op_ref, reason = "each form is tried")]
pub fn complex_arithmetic<'py>(
    left: &Bound<'py, PyComplex>,
    right: &Bound<'py, PyComplex>,
) -> ([Bound<'py, PyComplex>; 6], f64) {
    let results = [
        left + right,
        left.clone() - right,
        left * right.clone(),
        left.as_borrowed() / right.as_borrowed(),
        left.pow(right),
        -left,
    ];
    (results, left.abs())
}
