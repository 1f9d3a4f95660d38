//! What users of `PyO3` find on handles, and under the names that they had before.

#![allow(
    deprecated,
    clippy::needless_pass_by_value,
    clippy::op_ref,
    clippy::type_complexity
)]

use mybind::exceptions::PyValueError;
use mybind::prelude::*;
use mybind::pybacked::{PyBackedBytes, PyBackedStr};
use mybind::sync::GILOnceCell;
use mybind::types::{
    IntoPyDict, PyBool, PyByteArray, PyBytes, PyDict, PyInt, PyIterator, PyList, PyMapping,
    PyRange, PySendResult, PySequence, PySliceIndices, PyString, PyTuple, PyType,
};
use mybind::{IntoPy, ToPyObject, marshal, py_format};

/// The length of the text, read on another thread, and the object.
#[mybind]
fn backed_text(py: Python<'_>, text: PyBackedStr) -> (usize, bool, PyBackedStr) {
    let other = text.clone_ref(py);
    let length = py.detach(|| std::thread::scope(|scope| scope.spawn(|| other.len()).join()));
    let is_hello = text == "hello" && *text.as_py_str().bind(py) == "hello";
    (length.unwrap_or_default(), is_hello, text)
}

/// The bytes, and whether they sort before `b`.
#[mybind]
fn backed_bytes(bytes: PyBackedBytes) -> (bool, PyBackedBytes) {
    (*bytes < *b"b".as_slice() && bytes != b"a", bytes)
}

/// Decodes UTF-8.
#[mybind]
fn decoded<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyString>> {
    PyString::from_bytes(py, bytes)
}

/// A text made of values, and one without, twice.
#[mybind]
fn formatted<'py>(py: Python<'py>, part: u32, whole: &str) -> PyResult<[Bound<'py, PyString>; 3]> {
    let constant = || py_format!(py, "all of it");
    Ok([
        py_format!(py, "{part} of {whole}, {:.1}", 0.25)?,
        constant()?,
        constant()?,
    ])
}

/// Formats what cannot be formatted.
#[mybind]
fn formatted_badly(py: Python<'_>) -> PyResult<Bound<'_, PyString>> {
    struct Bad;
    impl std::fmt::Display for Bad {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }
    py_format!(py, "{Bad}")
}

/// The number of code points.
#[mybind]
fn code_points(text: &Bound<'_, PyString>) -> PyResult<usize> {
    text.code_point_len()
}

/// The parts in one, but none that is empty; and as many dots as these are bytes.
#[mybind]
fn written(
    py: Python<'_>,
    parts: Vec<Vec<u8>>,
) -> PyResult<(Bound<'_, PyBytes>, Bound<'_, PyByteArray>)> {
    let bytes = PyBytes::new_with_writer(py, 4, |writer| {
        assert!(writer.is_empty());
        for part in parts {
            if part.is_empty() {
                return Err(PyValueError::new_err("an empty part"));
            }
            let before = writer.len();
            writer.write_bytes(&part)?;
            assert_eq!(writer.len(), before + part.len());
            std::io::Write::write_all(writer, b"/")?;
        }
        Ok(())
    })?;
    let dots = PyByteArray::new_with(py, bytes.as_bytes().len(), |dots| {
        assert!(dots.iter().all(|byte| *byte == 0));
        dots.fill(b'.');
        Ok(())
    })?;
    Ok((bytes, dots))
}

/// `dict.setdefault`, and whether it set anything.
#[mybind]
fn set_default<'py>(
    dict: &Bound<'py, PyDict>,
    key: Bound<'py, PyAny>,
    value: Bound<'py, PyAny>,
) -> PyResult<(bool, Bound<'py, PyAny>)> {
    let (is_new, value) = dict.set_default_with_result(&key, value)?;
    assert!(!dict.set_default(key, py_none(dict.py()))?);
    Ok((is_new, value))
}

fn py_none(py: Python<'_>) -> Py<PyAny> {
    py.None()
}

/// The sums of a dict's keys and values, and of a list.
#[mybind]
fn sums(dict: &Bound<'_, PyDict>, list: &Bound<'_, PyList>) -> PyResult<(i64, i64, i64)> {
    let (mut keys, mut values, mut items) = (0, 0, 0);
    dict.locked_for_each(|key, value| {
        keys += key.extract::<i64>()?;
        values += value.extract::<i64>()?;
        Ok(())
    })?;
    list.locked_for_each(|item| {
        items += item.extract::<i64>()?;
        Ok(())
    })?;
    Ok((keys, values, items))
}

/// The items of a tuple in both directions, in all ways that lend them.
#[mybind]
fn lent<'py>(tuple: &Bound<'py, PyTuple>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let mut items: Vec<_> = tuple
        .iter_borrowed()
        .chain(tuple.iter_borrowed().rev())
        .map(Borrowed::to_owned)
        .collect();
    assert_eq!(tuple.iter_borrowed().len(), tuple.len());
    if let Some(first) = tuple.iter_borrowed().next() {
        assert!(first.is(tuple.as_borrowed().get_borrowed_item(0)?));
    }
    #[cfg(not(any(feature = "abi3", feature = "abi3t")))]
    {
        for (index, item) in tuple.as_slice().iter().enumerate() {
            // SAFETY: the index is within the tuple.
            assert!(item.is(unsafe { tuple.get_item_unchecked(index) }));
        }
        let list = tuple.to_list();
        if !tuple.is_empty() {
            // SAFETY: the list has an item.
            items.push(unsafe { list.get_item_unchecked(0) });
        }
    }
    items.extend(tuple.iter());
    Ok(items)
}

/// `generator.send(value)`, with whether the generator goes on.
#[mybind]
fn send<'py>(
    generator: &Bound<'py, PyIterator>,
    value: &Bound<'py, PyAny>,
) -> PyResult<(bool, Bound<'py, PyAny>)> {
    Ok(match generator.send(value)? {
        PySendResult::Next(value) => (true, value),
        PySendResult::Return(value) => (false, value),
    })
}

/// Whether `object` is `None`, asked in each way.
#[mybind]
fn is_none(py: Python<'_>, object: &Bound<'_, PyAny>) -> [bool; 4] {
    let none = py.None();
    let owned = object.clone().unbind();
    [
        object.is(&none),
        object.as_borrowed().is(none.bind(py)),
        owned.is(none.bind(py).as_borrowed()),
        owned.is(none),
    ]
}

/// A list of the object twice, made by the C API.
#[mybind]
fn listed_by_c<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyList>> {
    let py = object.py();
    // SAFETY: the result is a new reference to a list, or null.
    let list = unsafe {
        let list = Bound::from_owned_ptr_or_err(py, mybind::ffi::PyList_New(0))?;
        list.cast_into_unchecked::<PyList>()
    };
    // SAFETY: a live object, once owned and once lent.
    let (owned, lent) = unsafe {
        let owned = Bound::from_borrowed_ptr(py, object.as_ptr());
        (owned, Borrowed::from_ptr(py, object.as_ptr()))
    };
    list.append(lent)?;
    list.append(owned)?;
    Ok(list)
}

/// Whether these are `true`, `bytes` and `text`, compared in many ways; and two bytes.
#[mybind]
fn compared(
    flag: &Bound<'_, PyBool>,
    bytes: &Bound<'_, PyBytes>,
    text: &Bound<'_, PyString>,
) -> ([bool; 3], [bool; 3], [bool; 3], (u8, Vec<u8>)) {
    let flags = [flag == true, true == flag, flag.as_borrowed() == &true];
    let expected: &[u8] = b"bytes";
    let content = [
        bytes == *expected,
        expected == bytes.as_borrowed(),
        *bytes == expected && AsRef::<[u8]>::as_ref(bytes) == expected,
    ];
    let texts = [
        text == *"text",
        "text" == text.as_borrowed(),
        *text == "text",
    ];
    (flags, content, texts, (bytes[0], bytes[1..3].to_vec()))
}

/// The exceptions that these errors are: one of Rust's, one that was raised, one made of its object.
#[mybind]
fn exceptions(py: Python<'_>, raised: &Bound<'_, PyValueError>) -> PyResult<Vec<PyErr>> {
    let own = PyValueError::new_err("own");
    let first = (&own).into_pyobject(py)?;
    assert!(first.is(own.value(py)) && (&&own).into_pyobject(py)?.is(&first));
    Ok(vec![own, PyErr::from(raised.clone())])
}

/// Lends the object that it holds.
struct Holder(Py<PyAny>);

impl<'a, 'py> IntoPyObject<'py> for &'a Holder {
    type Target = PyAny;
    type Output = Borrowed<'a, 'py, PyAny>;
    type Error = std::convert::Infallible;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0.bind_borrowed(py))
    }
}

/// The object, by a conversion that lends it.
#[mybind]
fn held(py: Python<'_>, object: Py<PyAny>) -> PyResult<Bound<'_, PyAny>> {
    let holder = Holder(object);
    (&holder).into_bound_py_any(py)
}

/// References to one object, and how they show it.
#[mybind]
fn referred(object: &Bound<'_, PyAny>) -> (bool, String) {
    let (owned, lent) = (Bound::from(object), Borrowed::from(object));
    let free = Py::from(object);
    (free.is(owned) && free.is(lent), free.to_string())
}

/// The class of lists.
#[mybind]
fn class_of_lists(py: Python<'_>) -> Bound<'_, PyType> {
    PyType::new::<PyList>(py)
}

/// The object, there and back.
#[mybind]
fn marshalled<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let bytes = marshal::dumps(object, marshal::VERSION)?;
    marshal::loads(object.py(), bytes.as_bytes())
}

/// `super(type(object), object).__repr__()`.
#[mybind]
fn parents_repr(object: &Bound<'_, PyAny>) -> PyResult<String> {
    object.py_super()?.call_method0("__repr__")?.extract()
}

/// Says of `range` what is so already, and knows some indices.
#[mybind]
fn registered(py: Python<'_>) -> PyResult<(bool, bool, usize)> {
    PySequence::register::<PyRange>(py)?;
    PyMapping::register::<PyDict>(py)?;
    let (range, dict) = (PyRange::new(py, 0, 1)?, PyDict::new(py));
    Ok((
        range.cast::<PySequence>().is_ok(),
        dict.as_any().cast::<PyMapping>().is_ok(),
        PySliceIndices::new(0, 1, 1).slicelength,
    ))
}

/// Raises `ValueError` at a place of its own.
#[cfg(not(any(feature = "abi3", feature = "abi3t")))]
#[mybind]
fn fail_at(py: Python<'_>, line: i32) -> PyResult<()> {
    use mybind::types::{PyFrame, PyTraceback};
    let frame = PyFrame::new(py, c"template.html", c"block", line)?;
    assert_eq!(frame.line_number(), line);
    let error = PyValueError::new_err("in a template");
    let traceback = PyTraceback::new(py, None, frame, 0, line)?;
    error.set_traceback(py, Some(traceback));
    Err(error)
}

/// The sum of an int and a list of one, by names of old.
#[mybind]
fn by_old_names(py: Python<'_>, number: PyObject, list: &Bound<'_, PyAny>) -> PyResult<i64> {
    static CLASS: GILOnceCell<Py<PyType>> = GILOnceCell::new();
    let number = py.allow_threads(|| Python::with_gil(|py| number.extract::<i64>(py)))?;
    let list = list.downcast::<PyList>()?;
    let item = list.get_item(0)?.downcast_into::<PyInt>()?;
    assert!(
        item.downcast_exact::<PyInt>().is_ok() && item.as_borrowed().downcast::<PyList>().is_err()
    );
    let object: PyObject = item.clone().into_any().unbind();
    assert!(object.downcast_bound::<PyInt>(py).is_ok());
    let class = CLASS.get_or_init(py, || py.get_type::<PyInt>().unbind());
    assert!(class.is(item.get_type()) && item.get_type().is(class) && !class.is(&object));
    // SAFETY: an int.
    let item = unsafe {
        item.downcast_unchecked::<PyInt>()
            .clone()
            .downcast_into_unchecked::<PyInt>()
    };
    let item = item.downcast_into_exact::<PyInt>()?;
    Ok(number + item.extract::<i64>()?)
}

/// One of each that has another name now.
#[mybind]
fn made_by_old_names(py: Python<'_>) -> PyResult<Py<PyAny>> {
    let dict = PyDict::new_bound(py);
    dict.set_item(
        PyString::intern_bound(py, "list"),
        PyList::new_bound(py, [1, 2]),
    )?;
    dict.set_item("tuple", PyTuple::new_bound(py, ["a"]))?;
    dict.set_item("bytes", PyBytes::new_bound_with(py, 2, |_| Ok(()))?)?;
    dict.set_item("keywords", [("a", 1)].into_py_dict_bound(py))?;
    dict.set_item("float", 1.5_f64.to_object(py))?;
    dict.set_item("text", "text".to_object(py))?;
    dict.set_item("sum", py.eval_bound("1 + 2", None, None)?)?;
    dict.set_item("path", py.import_bound("os")?.getattr("sep")?.into_py(py))?;
    let mut items = 0;
    for item in dict.as_any().iter()? {
        items += item?.len()?;
    }
    dict.set_item("letters", items)?;
    Ok(dict.into_py(py))
}

/// Handles, as they are used elsewhere.
#[mybind(module, submodule)]
pub(crate) fn handles(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(backed_text, m)?)?;
    m.add_function(wrap_pyfunction!(backed_bytes, m)?)?;
    m.add_function(wrap_pyfunction!(decoded, m)?)?;
    m.add_function(wrap_pyfunction!(formatted, m)?)?;
    m.add_function(wrap_pyfunction!(formatted_badly, m)?)?;
    m.add_function(wrap_pyfunction!(code_points, m)?)?;
    m.add_function(wrap_pyfunction!(written, m)?)?;
    m.add_function(wrap_pyfunction!(set_default, m)?)?;
    m.add_function(wrap_pyfunction!(sums, m)?)?;
    m.add_function(wrap_pyfunction!(lent, m)?)?;
    m.add_function(wrap_pyfunction!(send, m)?)?;
    m.add_function(wrap_pyfunction!(is_none, m)?)?;
    m.add_function(wrap_pyfunction!(listed_by_c, m)?)?;
    m.add_function(wrap_pyfunction!(compared, m)?)?;
    m.add_function(wrap_pyfunction!(exceptions, m)?)?;
    m.add_function(wrap_pyfunction!(referred, m)?)?;
    m.add_function(wrap_pyfunction!(held, m)?)?;
    m.add_function(wrap_pyfunction!(class_of_lists, m)?)?;
    m.add_function(wrap_pyfunction!(marshalled, m)?)?;
    m.add_function(wrap_pyfunction!(parents_repr, m)?)?;
    m.add_function(wrap_pyfunction!(registered, m)?)?;
    #[cfg(not(any(feature = "abi3", feature = "abi3t")))]
    m.add_function(wrap_pyfunction!(fail_at, m)?)?;
    m.add_function(wrap_pyfunction!(by_old_names, m)?)?;
    m.add_function(wrap_pyfunction!(made_by_old_names, m)?)?;
    m.add_function(wrap_pyfunction!(crate::places::increases, m)?)?;
    m.add_function(wrap_pyfunction!(crate::places::raise_panic, m)?)
}
