//! Allocators around Python's own, which count and may refuse
//! (<https://docs.python.org/3/c-api/memory.html#customize-memory-allocators>).

use std::cell::UnsafeCell;
use std::ffi::{c_int, c_void};
use std::ptr;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};

/// `PyMemAllocatorEx`. The limited API leaves it out, but every CPython has it.
#[repr(C)]
#[derive(Clone, Copy)]
struct Allocator {
    context: *mut c_void,
    malloc: Option<unsafe extern "C" fn(*mut c_void, usize) -> *mut c_void>,
    calloc: Option<unsafe extern "C" fn(*mut c_void, usize, usize) -> *mut c_void>,
    realloc: Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize) -> *mut c_void>,
    free: Option<unsafe extern "C" fn(*mut c_void, *mut c_void)>,
}

unsafe extern "C" {
    fn PyMem_GetAllocator(domain: c_int, allocator: *mut Allocator);
    fn PyMem_SetAllocator(domain: c_int, allocator: *mut Allocator);
}

/// The allocators that were there before, one for each of Python's three domains.
struct Before([UnsafeCell<Allocator>; 3]);

// SAFETY: written once, before anybody reads.
unsafe impl Sync for Before {}

static BEFORE: Before = {
    const NONE: Allocator = Allocator {
        context: ptr::null_mut(),
        malloc: None,
        calloc: None,
        realloc: None,
        free: None,
    };
    Before([
        UnsafeCell::new(NONE),
        UnsafeCell::new(NONE),
        UnsafeCell::new(NONE),
    ])
};

/// How many allocations there were since [`fail_from`].
static COUNT: AtomicU64 = AtomicU64::new(0);
/// The first that fails; 0 while nothing is counted.
static FIRST: AtomicU64 = AtomicU64::new(0);
/// The last that fails.
static LAST: AtomicU64 = AtomicU64::new(0);

/// From now on the allocations of these numbers fail.
pub(crate) fn fail_from(first: u64, last: u64) {
    COUNT.store(0, Ordering::SeqCst);
    LAST.store(last, Ordering::SeqCst);
    FIRST.store(first.max(1), Ordering::SeqCst);
}

/// From now on none fails. How many there were.
pub(crate) fn stop_failing() -> u64 {
    FIRST.store(0, Ordering::SeqCst);
    COUNT.load(Ordering::SeqCst)
}

/// Counts an allocation. Whether it is to fail.
fn refuses() -> bool {
    let first = FIRST.load(Ordering::SeqCst);
    if first == 0 {
        return false;
    }
    let number = COUNT.fetch_add(1, Ordering::SeqCst) + 1;
    (first..=LAST.load(Ordering::SeqCst)).contains(&number)
}

/// Puts our allocators around Python's, for good.
pub(crate) fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for (domain, before) in (0..).zip(&BEFORE.0) {
            // SAFETY: the cell is not read before the second call. What was allocated before is freed as before, since
            // ours pass everything on.
            unsafe {
                PyMem_GetAllocator(domain, before.get());
                PyMem_SetAllocator(
                    domain,
                    &mut Allocator {
                        context: before.get().cast(),
                        malloc: Some(malloc),
                        calloc: Some(calloc),
                        realloc: Some(realloc),
                        free: Some(free),
                    },
                );
            }
        }
    });
}

/// # Safety
/// `context` is one that [`install`] gave.
unsafe fn before(context: *mut c_void) -> &'static Allocator {
    // SAFETY: a cell of `BEFORE`, filled for good.
    unsafe { &*context.cast() }
}

unsafe extern "C" fn malloc(context: *mut c_void, size: usize) -> *mut c_void {
    if refuses() {
        return ptr::null_mut();
    }
    // SAFETY: passed on as Python called it; Python fills in all functions.
    unsafe {
        let before = before(context);
        before.malloc.expect("Python's")(before.context, size)
    }
}

unsafe extern "C" fn calloc(context: *mut c_void, count: usize, size: usize) -> *mut c_void {
    if refuses() {
        return ptr::null_mut();
    }
    // SAFETY: as in `malloc`.
    unsafe {
        let before = before(context);
        before.calloc.expect("Python's")(before.context, count, size)
    }
}

unsafe extern "C" fn realloc(
    context: *mut c_void,
    memory: *mut c_void,
    size: usize,
) -> *mut c_void {
    if refuses() {
        return ptr::null_mut();
    }
    // SAFETY: as in `malloc`.
    unsafe {
        let before = before(context);
        before.realloc.expect("Python's")(before.context, memory, size)
    }
}

unsafe extern "C" fn free(context: *mut c_void, memory: *mut c_void) {
    // SAFETY: as in `malloc`.
    unsafe {
        let before = before(context);
        before.free.expect("Python's")(before.context, memory);
    }
}
