//! The traits that PyO3 has the methods of its handles in.

/// Declares traits of such names, each for the methods of a handle.
macro_rules! method_traits {
    ($($name:ident of $handle:ident;)*) => {$(
        #[doc = concat!(
            "Empty, since the methods of [`", stringify!($handle), "`] are the handle's own: this is what a `use` in code that was written \
             for PyO3 finds. It can go."
        )]
        pub trait $name {}
    )*};
}
#[cfg(all(feature = "numpy", any(not(Py_LIMITED_API), Py_3_11)))]
pub(crate) use method_traits;

#[cfg(doc)]
use super::*;

method_traits! {
    PyAnyMethods of PyAny;
    PyBoolMethods of PyBool;
    PyByteArrayMethods of PyByteArray;
    PyBytesMethods of PyBytes;
    PyCapsuleMethods of PyCapsule;
    PyCodeMethods of PyCode;
    PyComplexMethods of PyComplex;
    PyDictMethods of PyDict;
    PyFloatMethods of PyFloat;
    PyFrameMethods of PyFrame;
    PyFrozenSetMethods of PyFrozenSet;
    PyListMethods of PyList;
    PyMappingMethods of PyMapping;
    PyMappingProxyMethods of PyMappingProxy;
    PyModuleMethods of PyModule;
    PyRangeMethods of PyRange;
    PySequenceMethods of PySequence;
    PySetMethods of PySet;
    PySliceMethods of PySlice;
    PyStringMethods of PyString;
    PyTracebackMethods of PyTraceback;
    PyTupleMethods of PyTuple;
    PyTypeMethods of PyType;
    PyWeakrefMethods of PyWeakref;
}
