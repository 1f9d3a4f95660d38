use crate::ffi;
use crate::python::Python;

/// The exception that was pending, set aside while other Python code runs, and pending again when this is dropped.
///
/// Of an exception raised meanwhile nothing is left: it belongs to nobody who could handle it.
#[cfg(Py_3_12)]
pub(crate) struct SavedException(*mut ffi::PyObject);

#[cfg(Py_3_12)]
impl SavedException {
    pub(crate) fn take(_py: Python<'_>) -> Self {
        // SAFETY: the thread is attached; the reference is owned, NULL when nothing is pending.
        SavedException(unsafe { ffi::PyErr_GetRaisedException() })
    }
}

#[cfg(Py_3_12)]
impl Drop for SavedException {
    fn drop(&mut self) {
        // SAFETY: the thread is attached, as when this was made; takes the reference over, NULL clears.
        unsafe { ffi::PyErr_SetRaisedException(self.0) }
    }
}

/// The exception that was pending, set aside while other Python code runs, and pending again when this is dropped.
///
/// Of an exception raised meanwhile nothing is left: it belongs to nobody who could handle it.
#[cfg(not(Py_3_12))]
pub(crate) struct SavedException([*mut ffi::PyObject; 3]);

#[cfg(not(Py_3_12))]
impl SavedException {
    pub(crate) fn take(_py: Python<'_>) -> Self {
        let [mut class, mut value, mut traceback] = [std::ptr::null_mut(); 3];
        // SAFETY: the thread is attached; the references are owned, NULL when nothing is pending.
        unsafe { ffi::PyErr_Fetch(&raw mut class, &raw mut value, &raw mut traceback) };
        SavedException([class, value, traceback])
    }
}

#[cfg(not(Py_3_12))]
impl Drop for SavedException {
    fn drop(&mut self) {
        let [class, value, traceback] = self.0;
        // SAFETY: the thread is attached, as when this was made; takes the references over, NULLs clear.
        unsafe { ffi::PyErr_Restore(class, value, traceback) }
    }
}
