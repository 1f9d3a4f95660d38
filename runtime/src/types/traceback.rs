use super::{PyModule, builtin_type};
use crate::error::PyResult;
use crate::hint::Hint;
use crate::object::Bound;

builtin_type! {
    /// `types.TracebackType`.
    PyTraceback, "traceback", Hint::Import("types", "TracebackType"), PyTraceBack_Type, check: PyTraceBack_Check
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
