//! `Duration` and `timedelta`, `SystemTime` and `datetime`: microseconds in Python.

use std::time::{Duration, SystemTime};

use super::through::into_copied;
use crate::convert::{FromPyObject, IntoPyObject};
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use crate::hint::Hint;
use crate::object::{Borrowed, Bound, Py};
use crate::python::Python;
use crate::sync::PyOnceLock;
use crate::type_object::PyTypeCheck;
use crate::types::{PyAny, PyDateTime, PyDelta, PyDeltaAccess, PyTzInfo, PyTzInfoAccess};

const MICROSECONDS_PER_SECOND: i128 = 1_000_000;
const MICROSECONDS_PER_DAY: i128 = 24 * 60 * 60 * MICROSECONDS_PER_SECOND;

/// All the microseconds of a timedelta.
#[inline]
pub(super) fn microseconds(delta: &Bound<'_, PyDelta>) -> i128 {
    i128::from(delta.get_days()) * MICROSECONDS_PER_DAY
        + i128::from(delta.get_seconds()) * MICROSECONDS_PER_SECOND
        + i128::from(delta.get_microseconds())
}

/// The timedelta of that many microseconds, of no more than 2**64 seconds.
#[inline]
pub(super) fn timedelta(py: Python<'_>, microseconds: i128) -> PyResult<Bound<'_, PyDelta>> {
    let in_day = microseconds.rem_euclid(MICROSECONDS_PER_DAY);
    let (seconds, rest) = (
        in_day / MICROSECONDS_PER_SECOND,
        in_day % MICROSECONDS_PER_SECOND,
    );
    // 2**64 seconds are less than 2**63 days.
    let days = microseconds.div_euclid(MICROSECONDS_PER_DAY) as i64;
    PyDelta::from_parts(py, days, seconds as i64, rest as i64)
}

/// A duration of at most that of a timedelta.
#[inline]
fn duration(microseconds: u128) -> Duration {
    let per_second = MICROSECONDS_PER_SECOND as u128;
    // A timedelta has less than 2**47 seconds, a second less than 2**30 nanoseconds.
    Duration::new(
        (microseconds / per_second) as u64,
        (microseconds % per_second) as u32 * 1000,
    )
}

/// ValueError for a negative timedelta.
impl<'a, 'py> FromPyObject<'a, 'py> for Duration {
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyDelta as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let delta = object.cast::<PyDelta>()?;
        match u128::try_from(microseconds(&delta)) {
            Ok(microseconds) => Ok(duration(microseconds)),
            Err(_) => {
                let message = format!("expected a timedelta of zero or more, got {delta}");
                Err(PyValueError::new_err(message))
            }
        }
    }
}

/// Rounded down to microseconds. OverflowError for more than 999999999 days.
impl<'py> IntoPyObject<'py> for Duration {
    type Target = PyDelta;
    type Output = Bound<'py, PyDelta>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <PyDelta as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        // 2**64 seconds have less than 2**84 microseconds.
        timedelta(py, self.as_micros() as i128)
    }
}

/// 1970-01-01, 00:00 UTC.
#[inline]
fn epoch<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyDateTime>> {
    static EPOCH: PyOnceLock<Py<PyDateTime>> = PyOnceLock::new();
    let epoch = EPOCH.get_or_try_init(py, || -> PyResult<_> {
        let utc = PyTzInfo::utc(py)?;
        Ok(PyDateTime::new(py, 1970, 1, 1, 0, 0, 0, 0, Some(&utc))?.unbind())
    })?;
    Ok(epoch.bind(py))
}

/// The time zone of a `datetime`.
///
/// # Errors
/// TypeError when it has none.
#[inline]
pub(super) fn zone_of<'py>(datetime: &Bound<'py, PyDateTime>) -> PyResult<Bound<'py, PyTzInfo>> {
    datetime.get_tzinfo().ok_or_else(without_zone)
}

#[cold]
pub(super) fn without_zone() -> PyErr {
    PyTypeError::new_err("expected a datetime with a time zone, got one without")
}

/// The microseconds from 1970-01-01, 00:00 UTC, to a `datetime` with a time zone.
///
/// # Errors
/// TypeError when it is none.
#[inline]
pub(super) fn since_epoch(object: Borrowed<'_, '_, PyAny>) -> PyResult<i128> {
    let datetime = object.cast::<PyDateTime>()?;
    zone_of(&datetime)?;
    let delta = datetime.sub(epoch(object.py())?)?;
    Ok(microseconds(delta.cast()?))
}

/// The `datetime` in UTC, that many microseconds after 1970-01-01, 00:00; of no more than 2**64 seconds.
///
/// # Errors
/// OverflowError for a year that `datetime` does not have.
#[inline]
pub(super) fn after_epoch(py: Python<'_>, microseconds: i128) -> PyResult<Bound<'_, PyDateTime>> {
    Ok(epoch(py)?.add(timedelta(py, microseconds)?)?.cast_into()?)
}

/// A `datetime` with a time zone, any; TypeError for one without.
impl<'a, 'py> FromPyObject<'a, 'py> for SystemTime {
    type Error = PyErr;

    const INPUT_HINT: Hint = <PyDateTime as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let microseconds = since_epoch(object)?;
        let distance = duration(microseconds.unsigned_abs());
        let time = if microseconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        };
        time.ok_or_else(|| PyOverflowError::new_err("datetime out of range for SystemTime"))
    }
}

/// In UTC, rounded down to microseconds. OverflowError for a year that `datetime` does not have.
impl<'py> IntoPyObject<'py> for SystemTime {
    type Target = PyDateTime;
    type Output = Bound<'py, PyDateTime>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = <PyDateTime as PyTypeCheck>::TYPE_HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let microseconds = match self.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => after.as_micros() as i128,
            Err(before) => -(before.duration().as_nanos().div_ceil(1000) as i128),
        };
        after_epoch(py, microseconds)
    }
}

into_copied!(Duration, SystemTime);
