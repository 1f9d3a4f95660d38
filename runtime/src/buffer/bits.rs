use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, Ordering};

/// Bits that are read and written where others may read and write them too: by relaxed atomic operations, which for one item is
/// the plain machine instruction.
///
/// The memory may be read-only, where loads of up to a machine word are allowed
/// (<https://doc.rust-lang.org/std/sync/atomic/index.html#atomic-accesses-to-read-only-memory>).
pub(super) trait Bits: Copy {
    /// # Safety
    /// `place` can be read, and is aligned.
    unsafe fn load(place: *const Self) -> Self;

    /// # Safety
    /// `place` can be written, and is aligned.
    unsafe fn store(place: *mut Self, bits: Self);
}

macro_rules! bits {
    ($($bits:ty: $atomic:ty;)*) => {$(
        impl Bits for $bits {
            #[inline]
            unsafe fn load(place: *const Self) -> Self {
                // SAFETY: the caller's promise; an atomic has the size and, up to the machine word, the alignment of its bits.
                unsafe { (*place.cast::<$atomic>()).load(Ordering::Relaxed) }
            }

            #[inline]
            unsafe fn store(place: *mut Self, bits: Self) {
                // SAFETY: as above.
                unsafe { (*place.cast::<$atomic>()).store(bits, Ordering::Relaxed) }
            }
        }
    )*};
}

bits! {
    u8: AtomicU8;
    u16: AtomicU16;
    u32: AtomicU32;
}

#[cfg(target_pointer_width = "64")]
bits! {
    u64: std::sync::atomic::AtomicU64;
}

/// In halves, where a word is one: what somebody else is writing may be seen half written.
#[cfg(not(target_pointer_width = "64"))]
impl Bits for u64 {
    unsafe fn load(place: *const Self) -> Self {
        let place = place.cast::<u32>();
        // SAFETY: the caller's promise: two words, one after the other.
        let [first, second] = unsafe { [u32::load(place), u32::load(place.add(1))] };
        let [a, b, c, d] = first.to_ne_bytes();
        let [e, f, g, h] = second.to_ne_bytes();
        u64::from_ne_bytes([a, b, c, d, e, f, g, h])
    }

    unsafe fn store(place: *mut Self, bits: Self) {
        let place = place.cast::<u32>();
        let [a, b, c, d, e, f, g, h] = bits.to_ne_bytes();
        // SAFETY: the caller's promise: two words, one after the other.
        unsafe {
            u32::store(place, u32::from_ne_bytes([a, b, c, d]));
            u32::store(place.add(1), u32::from_ne_bytes([e, f, g, h]));
        }
    }
}
