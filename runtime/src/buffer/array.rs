use std::ffi::{CStr, c_int, c_void};
use std::mem::ManuallyDrop;
use std::ptr;

use super::element::Element;
use crate::class::{Class, Slot};
use crate::convert::IntoPyObject;
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyBufferError, PyValueError};
use crate::ffi;
use crate::hint::Hint;
use crate::object::Bound;
use crate::python::Python;
use crate::trampoline;
use crate::types::PyMemoryView;

/// `PyBUF_MAX_NDIM`.
const MAX_DIMENSIONS: usize = 64;

/// Numbers that Python gets without a copy, in one or more dimensions: as a `memoryview` of a `Vec`.
///
/// So Python indexes it, iterates over it, and writes to it; `numpy.asarray` and whatever else takes buffers share its
/// memory, which lives as long as any of them.
///
/// ```
/// use mybind::buffer::Array;
/// use mybind::prelude::*;
///
/// #[mybind]
/// fn squares(count: u32) -> Array<u64> {
///     (0..u64::from(count)).map(|number| number * number).collect()
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Array<T> {
    items: Vec<T>,
    shape: Vec<usize>,
    readonly: bool,
}

impl<T: Element> Array<T> {
    /// An array of one dimension.
    pub fn new(items: Vec<T>) -> Self {
        Array {
            shape: vec![items.len()],
            items,
            readonly: false,
        }
    }

    /// An array of these dimensions, row by row.
    ///
    /// # Errors
    /// ValueError when there are not as many items as the shape says, or more than 64 dimensions.
    pub fn with_shape(items: Vec<T>, shape: impl Into<Vec<usize>>) -> PyResult<Self> {
        let shape = shape.into();
        if shape.len() > MAX_DIMENSIONS {
            return Err(PyValueError::new_err(format!(
                "an array has at most {MAX_DIMENSIONS} dimensions, not {}",
                shape.len()
            )));
        }
        let count = shape
            .iter()
            .try_fold(1_usize, |count, length| count.checked_mul(*length));
        // A length next to a 0 may be anything else.
        let is_sound = shape.iter().all(|length| isize::try_from(*length).is_ok());
        if count != Some(items.len()) || !is_sound {
            return Err(PyValueError::new_err(format!(
                "an array of shape {shape:?} does not have {} items",
                items.len()
            )));
        }
        Ok(Array {
            items,
            shape,
            readonly: false,
        })
    }

    /// The same array, which Python cannot write to.
    #[must_use]
    pub fn read_only(mut self) -> Self {
        self.readonly = true;
        self
    }
}

impl<T: Element> From<Vec<T>> for Array<T> {
    fn from(items: Vec<T>) -> Self {
        Array::new(items)
    }
}

impl<T: Element> FromIterator<T> for Array<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Array::new(items.into_iter().collect())
    }
}

impl<'py, T: Element> IntoPyObject<'py> for Array<T> {
    type Target = PyMemoryView;
    type Output = Bound<'py, PyMemoryView>;
    type Error = PyErr;

    const OUTPUT_HINT: Hint = Hint::Subscript(&Hint::Name("memoryview"), &[T::HINT]);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyMemoryView::from(&EXPORTER.instantiate(py, Exported::new(self))?)
    }
}

/// The object that a `memoryview` of an [`Array`] is of.
static EXPORTER: Class<Exported> = Class::new(
    c"mybind.Array",
    c"The memory of an array made by Rust code.",
    &[GET_BUFFER],
);

// SAFETY: a `getbufferproc` for instances with an `Exported` inside, which only `EXPORTER` has it for.
const GET_BUFFER: Slot = unsafe {
    Slot::new(
        ffi::Py_bf_getbuffer,
        get_buffer as unsafe extern "C" fn(_, _, _) -> _ as *mut c_void,
    )
};

/// The items of an [`Array`] of whatever type, as the buffer protocol wants them described.
struct Exported {
    items: *mut c_void,
    length: usize,
    capacity: usize,
    item_size: usize,
    format: &'static CStr,
    shape: Box<[isize]>,
    strides: Box<[isize]>,
    readonly: bool,
    /// Frees the items.
    free: unsafe fn(*mut c_void, usize),
}

// SAFETY: it owns its items, which are `Send` and `Sync`; it does not touch them.
unsafe impl Send for Exported {}
// SAFETY: as above.
unsafe impl Sync for Exported {}

impl Exported {
    fn new<T: Element>(array: Array<T>) -> Self {
        // Python writes to the items behind Rust's back, so they are no `Vec` any more; nobody in Rust reads them.
        let mut items = ManuallyDrop::new(array.items);
        let shape: Box<[isize]> = array.shape.iter().map(|length| *length as isize).collect();
        Exported {
            items: items.as_mut_ptr().cast(),
            length: items.len(),
            capacity: items.capacity(),
            item_size: size_of::<T>(),
            format: T::TYPE.given_format(),
            strides: c_strides(&shape, size_of::<T>()),
            shape,
            readonly: array.readonly,
            free: free::<T>,
        }
    }

    /// Describes the items, as `flags` ask for.
    ///
    /// # Errors
    /// BufferError when the items are not as they must be.
    fn describe(&self, flags: c_int) -> PyResult<ffi::Py_buffer> {
        let asks_for = |flag: c_int| flags & flag == flag;
        if asks_for(ffi::PyBUF_WRITABLE) && self.readonly {
            return Err(PyBufferError::new_err("the array is read-only"));
        }
        let is_column = self.shape.iter().filter(|length| **length != 1).count() <= 1;
        if asks_for(ffi::PyBUF_F_CONTIGUOUS) && !is_column && self.length != 0 {
            return Err(PyBufferError::new_err(
                "the array is not Fortran contiguous",
            ));
        }
        let given = |flag, pointer| {
            // A single number has neither shape nor strides.
            if asks_for(flag) && !self.shape.is_empty() {
                pointer
            } else {
                ptr::null_mut()
            }
        };
        let mut view = ffi::Py_buffer::new();
        view.buf = self.items;
        view.len = (self.length * self.item_size) as isize;
        view.itemsize = self.item_size as isize;
        view.readonly = self.readonly.into();
        // Who does not ask for a shape sees bytes in a row.
        view.ndim = if asks_for(ffi::PyBUF_ND) {
            self.shape.len() as c_int
        } else {
            1
        };
        view.shape = given(ffi::PyBUF_ND, self.shape.as_ptr().cast_mut());
        view.strides = given(ffi::PyBUF_STRIDES, self.strides.as_ptr().cast_mut());
        if asks_for(ffi::PyBUF_FORMAT) {
            view.format = self.format.as_ptr().cast_mut();
        }
        Ok(view)
    }
}

impl Drop for Exported {
    fn drop(&mut self) {
        // SAFETY: the pointer and the capacity of a vector of the type that `free` is of, which nobody else frees.
        unsafe { (self.free)(self.items, self.capacity) }
    }
}

/// # Safety
/// They are of a `Vec<T>` that nobody uses any more.
unsafe fn free<T: Element>(items: *mut c_void, capacity: usize) {
    // SAFETY: the caller's promise. The items, which Python may have made anything of, need not be dropped.
    drop(unsafe { Vec::<T>::from_raw_parts(items.cast(), 0, capacity) });
}

/// How many bytes further the next item of each dimension is, where they lie row by row.
#[inline]
fn c_strides(shape: &[isize], item_size: usize) -> Box<[isize]> {
    let mut strides = vec![0; shape.len()];
    let mut next = item_size as isize;
    for (stride, length) in strides.iter_mut().zip(shape).rev() {
        *stride = next;
        next = next.wrapping_mul(*length); // it does not matter where there is no item
    }
    strides.into()
}

/// `bf_getbuffer` (<https://docs.python.org/3/c-api/typeobj.html#c.PyBufferProcs.bf_getbuffer>).
unsafe extern "C" fn get_buffer(
    exporter: *mut ffi::PyObject,
    view: *mut ffi::Py_buffer,
    flags: c_int,
) -> c_int {
    // SAFETY: Python calls this attached, with an instance and a view to be filled, whose `obj` is a new reference to the
    // instance, or null together with an exception.
    unsafe {
        trampoline::status_boundary(Python::assume_attached(), |_| {
            (*view).obj = ptr::null_mut();
            let exported: &Exported = Class::value(exporter);
            *view = exported.describe(flags)?;
            (*view).obj = ffi::Py_NewRef(exporter);
            Ok(())
        })
    }
}
