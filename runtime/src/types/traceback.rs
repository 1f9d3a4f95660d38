use super::{PyFrame, PyModule, builtin_type};
use crate::error::PyResult;
use crate::hint::Hint;
use crate::object::Bound;
use crate::python::Python;
use crate::type_object::PyTypeInfo;

builtin_type! {
    /// `types.TracebackType`.
    PyTraceback, "traceback", Hint::Import("types", "TracebackType"), PyTraceBack_Type, check: PyTraceBack_Check
}

impl PyTraceback {
    /// `types.TracebackType(next, frame, instruction_index, line_number)`: `next` is nearer to where the exception was raised.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        next: Option<Bound<'py, PyTraceback>>,
        frame: Bound<'py, PyFrame>,
        instruction_index: i32,
        line_number: i32,
    ) -> PyResult<Bound<'py, PyTraceback>> {
        let made = Self::type_object(py).call1((next, frame, instruction_index, line_number))?;
        Ok(made.cast_into()?)
    }
}

impl Bound<'_, PyTraceback> {
    /// The traceback as Python prints it, from `Traceback (most recent call last):` on.
    ///
    /// # Errors
    /// What printing it raises.
    #[inline]
    pub fn format(&self) -> PyResult<String> {
        let lines = PyModule::import(self.py(), "traceback")?.call_method1("format_tb", (self,))?;
        let mut text = String::from("Traceback (most recent call last):\n");
        for line in lines.try_iter()? {
            text.push_str(&line?.str()?.to_string_lossy());
        }
        Ok(text)
    }
}
