use std::ffi::CStr;

use super::Python;
use crate::ffi;

/// The running Python's version, by its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PythonVersionInfo {
    /// 3.
    pub major: u8,
    /// The 13 of 3.13.
    pub minor: u8,
    /// The 2 of 3.13.2.
    pub patch: u8,
    /// What follows, such as `rc1` or `+`.
    pub suffix: Option<&'static str>,
}

impl PythonVersionInfo {
    /// Reads `3.13.2`, `3.14.0rc1`, `3.12.1+`.
    #[inline]
    fn parse(version: &'static str) -> Self {
        let mut parts = version.splitn(3, '.');
        let mut part = || {
            let part = parts.next().unwrap_or_default();
            let digits = part
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(part.len());
            (part[..digits].parse().unwrap_or_default(), &part[digits..])
        };
        let ((major, _), (minor, _), (patch, suffix)) = (part(), part(), part());
        PythonVersionInfo {
            major,
            minor,
            patch,
            suffix: Some(suffix).filter(|suffix| !suffix.is_empty()),
        }
    }
}

impl PartialEq<(u8, u8)> for PythonVersionInfo {
    #[inline]
    fn eq(&self, other: &(u8, u8)) -> bool {
        (self.major, self.minor) == *other
    }
}

impl PartialEq<(u8, u8, u8)> for PythonVersionInfo {
    #[inline]
    fn eq(&self, other: &(u8, u8, u8)) -> bool {
        (self.major, self.minor, self.patch) == *other
    }
}

impl PartialOrd<(u8, u8)> for PythonVersionInfo {
    #[inline]
    fn partial_cmp(&self, other: &(u8, u8)) -> Option<std::cmp::Ordering> {
        (self.major, self.minor).partial_cmp(other)
    }
}

impl PartialOrd<(u8, u8, u8)> for PythonVersionInfo {
    #[inline]
    fn partial_cmp(&self, other: &(u8, u8, u8)) -> Option<std::cmp::Ordering> {
        (self.major, self.minor, self.patch).partial_cmp(other)
    }
}

/// `Py_GetVersion`, which may be called at any time and gives a static text.
#[inline]
fn text() -> &'static str {
    // SAFETY: a C string that lives as long as the process.
    unsafe { CStr::from_ptr(ffi::Py_GetVersion()) }
        .to_str()
        .unwrap_or_default()
}

/// Major and minor version of the Python that runs, which an abi3 build learns only then.
#[cfg(Py_LIMITED_API)]
#[inline]
pub(crate) fn running_version() -> (u8, u8) {
    static VERSION: std::sync::OnceLock<(u8, u8)> = std::sync::OnceLock::new();
    *VERSION.get_or_init(|| {
        let version = PythonVersionInfo::parse(text());
        (version.major, version.minor)
    })
}

/// Whether the Python that runs is of this version or newer: known where this is compiled, but for the stable ABI.
macro_rules! runs_since {
    ($cfg:ident, $version:expr) => {{
        #[cfg(Py_LIMITED_API)]
        let since = cfg!($cfg) || $crate::python::running_version() >= $version;
        #[cfg(not(Py_LIMITED_API))]
        let since = cfg!($cfg);
        since
    }};
}
pub(crate) use runs_since;

impl Python<'_> {
    /// The running Python's version, as `sys.version` begins: `3.13.0 (main, Oct  7 2024, ...) [GCC 13.2.0]`.
    #[inline]
    pub fn version(self) -> &'static str {
        text()
    }

    /// As [`version`](Self::version), on any thread.
    #[inline]
    pub fn version_str() -> &'static str {
        text()
    }

    /// The running Python's version, by its parts; can be compared with `(3, 13)`.
    #[inline]
    pub fn version_info(self) -> PythonVersionInfo {
        PythonVersionInfo::parse(text().split(' ').next().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::PythonVersionInfo;

    #[test]
    fn versions_are_read_by_their_parts() {
        let parts = |text| {
            let version = PythonVersionInfo::parse(text);
            (version.major, version.minor, version.patch, version.suffix)
        };
        assert_eq!(parts("3.13.2"), (3, 13, 2, None));
        assert_eq!(parts("3.14.0rc1"), (3, 14, 0, Some("rc1")));
        assert_eq!(parts("3.12.1+"), (3, 12, 1, Some("+")));
        assert_eq!(parts("3.15"), (3, 15, 0, None));
        assert!(PythonVersionInfo::parse("3.9.1") < (3, 10));
    }
}
