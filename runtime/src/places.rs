//! Modules of PyO3 in which there is nothing but what has another place here: code that was written for PyO3 names them.

/// `pyo3::basic`, which has been `pyo3::class::basic` before.
pub mod basic {
    pub use crate::types::CompareOp;
}

/// `pyo3::conversion`.
pub mod conversion {
    #[allow(deprecated)]
    pub use crate::deprecated::{IntoPy, ToPyObject};
    pub use crate::{FromPyObject, FromPyObjectOwned, IntoPyObject, IntoPyObjectExt};
}

/// `pyo3::marker`.
pub mod marker {
    pub use crate::Python;

    /// What may be used while the thread is detached: [`Send`].
    pub trait Ungil: Send {}

    impl<T: Send> Ungil for T {}
}

/// `pyo3::pyclass`, as far as it is not about classes.
pub mod pyclass {
    pub use crate::types::CompareOp;
}

/// Those of `pyo3::types`.
pub(crate) mod types {
    /// `pyo3::types::bytes`.
    pub mod bytes {
        pub use crate::types::{PyBytes, PyBytesWriter};
    }

    /// `pyo3::types::context`.
    pub mod context {
        pub use crate::types::PyContext;
    }

    /// `pyo3::types::frozenset`.
    pub mod frozenset {
        pub use crate::types::{PyFrozenSet, PyFrozenSetBuilder};
    }

    /// `pyo3::types::iter`. By types of other names, or the compiler's messages would name these.
    pub mod iter {
        pub use crate::types::BorrowedTupleIterator;
        use crate::types::{DictIterator, ListIterator, SetIterator, TupleIterator};

        /// [`DictIterator`].
        pub type BoundDictIterator<'py> = DictIterator<'py>;
        /// [`SetIterator`].
        pub type BoundFrozenSetIterator<'py> = SetIterator<'py>;
        /// [`ListIterator`].
        pub type BoundListIterator<'py> = ListIterator<'py>;
        /// [`SetIterator`].
        pub type BoundSetIterator<'py> = SetIterator<'py>;
        /// [`TupleIterator`].
        pub type BoundTupleIterator<'py> = TupleIterator<'py>;
    }
}
