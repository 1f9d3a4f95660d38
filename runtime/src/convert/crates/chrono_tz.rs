//! chrono-tz's `Tz`, and `zoneinfo.ZoneInfo`.

use chrono_tz::Tz;

use crate::convert::through::into_copied;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyTypeError, PyValueError};
use crate::hint::Hint;
use crate::intern;
use crate::object::{Borrowed, Bound};
use crate::python::Python;
use crate::types::{PyAny, PyString, PyTzInfo};

const ZONE_INFO: Hint = Hint::Import("zoneinfo", "ZoneInfo");

/// A `ZoneInfo`, by its key. ValueError for one that chrono-tz does not know.
impl<'a, 'py> FromPyObject<'a, 'py> for Tz {
    type Error = PyErr;

    const INPUT_HINT: Hint = ZONE_INFO;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let key = object.getattr_opt(intern!(object.py(), "key"))?;
        let key = key.as_ref().and_then(|key| key.cast::<PyString>().ok());
        let Some(key) = key else {
            let message = format!("expected a ZoneInfo with a key, got {object:?}");
            return Err(PyTypeError::new_err(message));
        };
        let key = key.to_str()?;
        key.parse()
            .map_err(|_| PyValueError::new_err(format!("no time zone '{key}' in chrono-tz")))
    }
}

/// `zoneinfo.ZoneInfoNotFoundError` when Python has no such time zone.
impl<'py> IntoPyObject<'py> for Tz {
    type Target = PyTzInfo;
    type Output = Bound<'py, PyTzInfo>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = ZONE_INFO;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTzInfo::timezone(py, self.name())
    }
}

into_copied!(Tz);
