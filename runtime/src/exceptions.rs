//! Python's built-in exceptions, and classes of one's own: [`create_exception!`](crate::create_exception) and
//! [`import_exception!`](crate::import_exception).

mod custom;
mod unicode;

use crate::error::{PyErr, PyErrArguments, ToPyErr};
use crate::ffi;
use crate::hint::Hint;
use crate::python::Python;
use crate::type_object::PyTypeInfo;

#[doc(hidden)]
pub use crate::module::add_class;
#[doc(hidden)]
pub use crate::object::DerefToPyAny;
pub use crate::panic::PanicException;
pub(crate) use custom::exception_class;
#[doc(hidden)]
pub use custom::{created_class, imported_class};

/// Declares the markers of exceptions that the C API has a `PyExc_` variable for.
macro_rules! builtin_exceptions {
    ($($(#[$attribute:meta])* $marker:ident: $class:ident = $name:literal;)*) => {$(
        $(#[$attribute])*
        pub struct $marker(());

        impl DerefToPyAny for $marker {}

        impl ToPyErr for $marker {}

        // SAFETY: the variable holds the class as long as the interpreter lives; all interpreters share it.
        unsafe impl PyTypeInfo for $marker {
            const NAME: &'static str = $name;
            const TYPE_HINT: Hint = Hint::Name($name);

            #[inline]
            fn type_object_raw(_py: Python<'_>) -> *mut ffi::PyTypeObject {
                // SAFETY: initialised before any thread can be attached, and never changed.
                unsafe { ffi::$class.cast() }
            }
        }

        impl $marker {
            /// An exception of this class, to be made when Python sees it.
            #[cold]
            pub fn new_err<A: PyErrArguments + Send + Sync + 'static>(args: A) -> PyErr {
                PyErr::new::<Self, A>(args)
            }
        }
    )*};
}

builtin_exceptions! {
    /// The base of all exceptions.
    PyBaseException: PyExc_BaseException = "BaseException";
    /// The base of all exceptions that a program may want to catch.
    PyException: PyExc_Exception = "Exception";
    /// The base of errors in arithmetic.
    PyArithmeticError: PyExc_ArithmeticError = "ArithmeticError";
    /// An `assert` failed.
    PyAssertionError: PyExc_AssertionError = "AssertionError";
    /// An object has no such attribute.
    PyAttributeError: PyExc_AttributeError = "AttributeError";
    /// An operation would block on a non-blocking object.
    PyBlockingIOError: PyExc_BlockingIOError = "BlockingIOError";
    /// The other end of a pipe or socket is closed.
    PyBrokenPipeError: PyExc_BrokenPipeError = "BrokenPipeError";
    /// An operation on a buffer cannot be done.
    PyBufferError: PyExc_BufferError = "BufferError";
    /// An operation on a child process failed.
    PyChildProcessError: PyExc_ChildProcessError = "ChildProcessError";
    /// The peer aborted a connection attempt.
    PyConnectionAbortedError: PyExc_ConnectionAbortedError = "ConnectionAbortedError";
    /// The base of errors of connections.
    PyConnectionError: PyExc_ConnectionError = "ConnectionError";
    /// The peer refused a connection.
    PyConnectionRefusedError: PyExc_ConnectionRefusedError = "ConnectionRefusedError";
    /// The peer reset a connection.
    PyConnectionResetError: PyExc_ConnectionResetError = "ConnectionResetError";
    /// The input ended where more was needed.
    PyEOFError: PyExc_EOFError = "EOFError";
    /// The file to be created exists.
    PyFileExistsError: PyExc_FileExistsError = "FileExistsError";
    /// A file or directory does not exist.
    PyFileNotFoundError: PyExc_FileNotFoundError = "FileNotFoundError";
    /// Not raised by Python itself today.
    PyFloatingPointError: PyExc_FloatingPointError = "FloatingPointError";
    /// A generator or coroutine is being closed.
    PyGeneratorExit: PyExc_GeneratorExit = "GeneratorExit";
    /// An import failed.
    PyImportError: PyExc_ImportError = "ImportError";
    /// Source code is indented wrongly.
    PyIndentationError: PyExc_IndentationError = "IndentationError";
    /// An index is out of range.
    PyIndexError: PyExc_IndexError = "IndexError";
    /// A signal interrupted a system call.
    PyInterruptedError: PyExc_InterruptedError = "InterruptedError";
    /// A file operation met a directory.
    PyIsADirectoryError: PyExc_IsADirectoryError = "IsADirectoryError";
    /// A mapping has no such key.
    PyKeyError: PyExc_KeyError = "KeyError";
    /// The user pressed the interrupt key.
    PyKeyboardInterrupt: PyExc_KeyboardInterrupt = "KeyboardInterrupt";
    /// The base of IndexError and KeyError.
    PyLookupError: PyExc_LookupError = "LookupError";
    /// Memory ran out.
    PyMemoryError: PyExc_MemoryError = "MemoryError";
    /// There is no such module.
    PyModuleNotFoundError: PyExc_ModuleNotFoundError = "ModuleNotFoundError";
    /// There is no such name.
    PyNameError: PyExc_NameError = "NameError";
    /// A directory operation met something else.
    PyNotADirectoryError: PyExc_NotADirectoryError = "NotADirectoryError";
    /// A method is left to subclasses, or to the future.
    PyNotImplementedError: PyExc_NotImplementedError = "NotImplementedError";
    /// The operating system reported an error.
    PyOSError: PyExc_OSError = "OSError";
    /// A number is out of range.
    PyOverflowError: PyExc_OverflowError = "OverflowError";
    /// An operation is not permitted.
    PyPermissionError: PyExc_PermissionError = "PermissionError";
    /// There is no such process.
    PyProcessLookupError: PyExc_ProcessLookupError = "ProcessLookupError";
    /// Calls are nested too deeply.
    PyRecursionError: PyExc_RecursionError = "RecursionError";
    /// The object of a weak reference is gone.
    PyReferenceError: PyExc_ReferenceError = "ReferenceError";
    /// An error that fits no other class.
    PyRuntimeError: PyExc_RuntimeError = "RuntimeError";
    /// An asynchronous iterator has no more items.
    PyStopAsyncIteration: PyExc_StopAsyncIteration = "StopAsyncIteration";
    /// An iterator has no more items.
    PyStopIteration: PyExc_StopIteration = "StopIteration";
    /// Source code cannot be parsed.
    PySyntaxError: PyExc_SyntaxError = "SyntaxError";
    /// The interpreter, or a user of its C API, made a mistake.
    PySystemError: PyExc_SystemError = "SystemError";
    /// The program is to end.
    PySystemExit: PyExc_SystemExit = "SystemExit";
    /// Source code mixes tabs and spaces.
    PyTabError: PyExc_TabError = "TabError";
    /// A system call timed out.
    PyTimeoutError: PyExc_TimeoutError = "TimeoutError";
    /// An operation was applied to an object of a wrong type.
    PyTypeError: PyExc_TypeError = "TypeError";
    /// A local variable was read before it was set.
    PyUnboundLocalError: PyExc_UnboundLocalError = "UnboundLocalError";
    /// Bytes cannot be decoded to text.
    PyUnicodeDecodeError: PyExc_UnicodeDecodeError = "UnicodeDecodeError";
    /// Text cannot be encoded to bytes.
    PyUnicodeEncodeError: PyExc_UnicodeEncodeError = "UnicodeEncodeError";
    /// The base of errors of encoding and decoding.
    PyUnicodeError: PyExc_UnicodeError = "UnicodeError";
    /// Text cannot be translated.
    PyUnicodeTranslateError: PyExc_UnicodeTranslateError = "UnicodeTranslateError";
    /// An argument has the right type and a bad value.
    PyValueError: PyExc_ValueError = "ValueError";
    /// A division by zero.
    PyZeroDivisionError: PyExc_ZeroDivisionError = "ZeroDivisionError";

    /// The base of all warnings.
    PyWarning: PyExc_Warning = "Warning";
    /// A doubtful use of bytes.
    PyBytesWarning: PyExc_BytesWarning = "BytesWarning";
    /// Something deprecated was used, of interest to developers.
    PyDeprecationWarning: PyExc_DeprecationWarning = "DeprecationWarning";
    /// A text file was opened without naming its encoding.
    PyEncodingWarning: PyExc_EncodingWarning = "EncodingWarning";
    /// Something will change, of interest to users.
    PyFutureWarning: PyExc_FutureWarning = "FutureWarning";
    /// A doubtful import.
    PyImportWarning: PyExc_ImportWarning = "ImportWarning";
    /// Something will be deprecated.
    PyPendingDeprecationWarning: PyExc_PendingDeprecationWarning = "PendingDeprecationWarning";
    /// A resource was not released.
    PyResourceWarning: PyExc_ResourceWarning = "ResourceWarning";
    /// Doubtful behaviour at run time.
    PyRuntimeWarning: PyExc_RuntimeWarning = "RuntimeWarning";
    /// Doubtful syntax.
    PySyntaxWarning: PyExc_SyntaxWarning = "SyntaxWarning";
    /// A doubtful use of Unicode.
    PyUnicodeWarning: PyExc_UnicodeWarning = "UnicodeWarning";
    /// A warning by user code.
    PyUserWarning: PyExc_UserWarning = "UserWarning";
}

/// Another name of OSError.
pub type PyEnvironmentError = PyOSError;

/// Another name of OSError.
pub type PyIOError = PyOSError;

/// Another name of OSError, on Windows.
#[cfg(windows)]
pub type PyWindowsError = PyOSError;

/// Declares the markers of built-in exceptions that only newer versions of Python have.
macro_rules! later_exceptions {
    ($($(#[$attribute:meta])* $marker:ident: $name:literal;)*) => {$(
        crate::__exception_marker! {
            $(#[$attribute])*
            ///
            /// Its use panics where Python does not have it.
            $marker, $name, Hint::Name($name), |py, class| imported_class(py, class, "builtins", $name)
        }
    )*};
}

later_exceptions! {
    /// Several exceptions raised at once, some of which may not derive from `Exception`. From Python 3.11.
    PyBaseExceptionGroup: "BaseExceptionGroup";
    /// Several exceptions raised at once. From Python 3.11.
    PyExceptionGroup: "ExceptionGroup";
    /// Something was asked of an interpreter that is shutting down. From Python 3.13.
    PyPythonFinalizationError: "PythonFinalizationError";
}
