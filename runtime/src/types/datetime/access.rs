//! The parts of dates, times and differences: traits, as in PyO3, so that a function may take whatever has a date.

use super::{PyDate, PyDateTime, PyDelta, PyTime, PyTzInfo, part, parts};
#[cfg(not(Py_LIMITED_API))]
use crate::ffi;
use crate::object::Bound;

/// The parts of a date: of a [`PyDate`] or a [`PyDateTime`].
pub trait PyDateAccess {
    /// The year, 1 to 9999.
    fn get_year(&self) -> i32;
    /// The month, 1 to 12.
    fn get_month(&self) -> u8;
    /// The day, 1 to 31.
    fn get_day(&self) -> u8;
}

/// The parts of a time of day: of a [`PyTime`] or a [`PyDateTime`].
pub trait PyTimeAccess {
    /// The hour, 0 to 23.
    fn get_hour(&self) -> u8;
    /// The minute, 0 to 59.
    fn get_minute(&self) -> u8;
    /// The second, 0 to 59.
    fn get_second(&self) -> u8;
    /// The microsecond, 0 to 999999.
    fn get_microsecond(&self) -> u32;
    /// Whether this is the later of two moments that a clock put back shows twice.
    fn get_fold(&self) -> bool;
}

/// The time zone of a [`PyTime`] or a [`PyDateTime`].
pub trait PyTzInfoAccess<'py> {
    /// The time zone, if it has one.
    fn get_tzinfo(&self) -> Option<Bound<'py, PyTzInfo>>;
}

/// The parts of a [`PyDelta`].
pub trait PyDeltaAccess {
    /// The days, -999999999 to 999999999.
    fn get_days(&self) -> i32;
    /// The seconds besides the days, 0 to 86399.
    fn get_seconds(&self) -> i32;
    /// The microseconds besides the days and seconds, 0 to 999999.
    fn get_microseconds(&self) -> i32;
}

parts! { PyDeltaAccess for PyDelta:
    get_days -> i32, "days", PyDateTime_DELTA_GET_DAYS;
    get_seconds -> i32, "seconds", PyDateTime_DELTA_GET_SECONDS;
    get_microseconds -> i32, "microseconds", PyDateTime_DELTA_GET_MICROSECONDS;
}

macro_rules! date_parts {
    ($($marker:ident)*) => {$(
        parts! { PyDateAccess for $marker:
            get_year -> i32, "year", PyDateTime_GET_YEAR;
            get_month -> u8, "month", PyDateTime_GET_MONTH;
            get_day -> u8, "day", PyDateTime_GET_DAY;
        }
    )*};
}

macro_rules! time_parts {
    ($($marker:ident: $hour:ident $minute:ident $second:ident $microsecond:ident $fold:ident $tzinfo:ident;)*) => {$(
        impl PyTimeAccess for Bound<'_, $marker> {
            #[inline]
            fn get_hour(&self) -> u8 {
                part!(self, $marker, "hour", $hour) as u8
            }
            #[inline]
            fn get_minute(&self) -> u8 {
                part!(self, $marker, "minute", $minute) as u8
            }
            #[inline]
            fn get_second(&self) -> u8 {
                part!(self, $marker, "second", $second) as u8
            }
            #[inline]
            fn get_microsecond(&self) -> u32 {
                part!(self, $marker, "microsecond", $microsecond) as u32
            }
            #[inline]
            fn get_fold(&self) -> bool {
                part!(self, $marker, "fold", $fold) != 0
            }
        }

        impl<'py> PyTzInfoAccess<'py> for Bound<'py, $marker> {
            #[inline]
            fn get_tzinfo(&self) -> Option<Bound<'py, PyTzInfo>> {
                let class = $marker::class(self.py());
                #[cfg(not(Py_LIMITED_API))]
                if class.is_native {
                    // SAFETY: an instance of C's class or of a subclass: a borrowed reference to a tzinfo or None, which never
                    // changes.
                    let tzinfo = unsafe { Bound::from_borrowed_ptr(self.py(), ffi::$tzinfo(self.as_ptr())) };
                    return tzinfo.cast_into().ok();
                }
                class.part(self, "tzinfo")
            }
        }
    )*};
}

date_parts! { PyDate PyDateTime }

time_parts! {
    PyTime: PyDateTime_TIME_GET_HOUR PyDateTime_TIME_GET_MINUTE PyDateTime_TIME_GET_SECOND
        PyDateTime_TIME_GET_MICROSECOND PyDateTime_TIME_GET_FOLD PyDateTime_TIME_GET_TZINFO;
    PyDateTime: PyDateTime_DATE_GET_HOUR PyDateTime_DATE_GET_MINUTE PyDateTime_DATE_GET_SECOND
        PyDateTime_DATE_GET_MICROSECOND PyDateTime_DATE_GET_FOLD PyDateTime_DATE_GET_TZINFO;
}
