//! Exceptions of the standard library that PyO3 has a name for.

/// Those of `asyncio`.
pub mod asyncio {
    crate::import_exception!(asyncio, CancelledError);
    crate::import_exception!(asyncio, IncompleteReadError);
    crate::import_exception!(asyncio, InvalidStateError);
    crate::import_exception!(asyncio, LimitOverrunError);
    crate::import_exception!(asyncio, QueueEmpty);
    crate::import_exception!(asyncio, QueueFull);
    crate::import_exception!(asyncio, TimeoutError);
}

/// Those of `socket`.
pub mod socket {
    crate::import_exception!(socket, gaierror);
    crate::import_exception!(socket, herror);
    crate::import_exception!(socket, timeout);
}
