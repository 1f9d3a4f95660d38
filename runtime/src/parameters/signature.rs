use std::ptr::NonNull;
use std::{slice, str};

/// The Python-side parameters of one function: a constant that generated code holds, with nothing in it that has to be relocated
/// when the library is loaded.
#[repr(C)]
pub struct Signature<Names: ?Sized = [u8]> {
    /// How many names, from the first, are positional-only.
    pub positional_only: u8,
    /// How many names, from the first, can be given by position and have no default.
    pub required: u8,
    /// How many names after those can be given by position and have a default.
    pub optional: u8,
    /// How many names after those are keyword-only.
    pub keyword_only: u8,
    /// For each keyword-only name, from the lowest bit on, whether it must be given.
    pub required_keywords: u32,
    /// The names, each with its length in front in one byte, and a 0 at the end: those of the parameters from the last to the first, as
    /// keywords are looked for, then those of `*args` and `**kwargs`, as far as there are such, and the function's, as error messages
    /// call it.
    pub names: Names,
}

/// A [`Signature`], by a pointer that is one word.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub(crate) struct Parameters(NonNull<Signature<[u8; 0]>>);

impl Parameters {
    /// The parameters that `signature` describes.
    ///
    /// # Safety
    /// Its names are as they should be.
    #[inline(always)]
    pub(crate) const unsafe fn of(signature: &'static Signature) -> Self {
        // SAFETY: a reference is not null.
        Parameters(unsafe { NonNull::new_unchecked((&raw const *signature).cast_mut().cast()) })
    }

    #[inline(always)]
    fn counts(self) -> &'static Signature<[u8; 0]> {
        // SAFETY: it points to a constant.
        unsafe { self.0.as_ref() }
    }

    /// How many names, from the first, are positional-only.
    #[inline(always)]
    pub(super) fn positional_only(self) -> usize {
        self.counts().positional_only.into()
    }

    /// How many names, from the first, must be given: those by position that have no default.
    #[inline(always)]
    pub(super) fn required(self) -> usize {
        self.counts().required.into()
    }

    /// How many names after those can be given by position.
    #[inline(always)]
    pub(super) fn optional(self) -> usize {
        self.counts().optional.into()
    }

    /// How many names, from the first, can be given by position.
    #[inline(always)]
    pub(super) fn positional(self) -> usize {
        self.required() + self.optional()
    }

    /// How many names there are.
    #[inline(always)]
    pub(super) fn named(self) -> usize {
        self.positional() + usize::from(self.counts().keyword_only)
    }

    /// Whether the keyword-only name at `index`, counted from the first of these, must be given.
    #[inline(always)]
    pub(super) fn must_be_given(self, index: usize) -> bool {
        self.counts().required_keywords >> index & 1 != 0
    }

    /// Which parameter has this name, if any, of those from the one at `first` on.
    #[inline(always)]
    pub(super) fn index_of(self, name: &str, first: usize) -> Option<usize> {
        let (mut next, mut index) = (self.texts(), self.named());
        while index > first {
            index -= 1;
            // SAFETY: the names stand there, the last one first.
            let text = unsafe { text_at(&mut next) };
            if is_same(text, name) {
                return Some(index);
            }
        }
        None
    }

    /// All named parameters: those that can be given by position first, then the keyword-only ones.
    pub(super) fn names(self) -> Vec<&'static str> {
        (0..self.named())
            .filter_map(|index| self.name(index))
            .collect()
    }

    /// The name of the parameter at `index`: after [`names`](Self::names) come `*args` and `**kwargs`, as far as there are such, and then
    /// none.
    #[inline(never)]
    pub(super) fn name(self, index: usize) -> Option<&'static str> {
        let behind = match self.named().checked_sub(index + 1) {
            Some(behind) => behind,
            None => index,
        };
        let mut texts = self.all_texts();
        let name = texts.nth(behind)?;
        // The last one is the function's.
        texts.next().map(|_| name)
    }

    /// As error messages call the function: `add` in `add() missing 1 required positional argument: 'a'`.
    #[inline(never)]
    pub(super) fn function(self) -> &'static str {
        self.all_texts().last().unwrap_or_default()
    }

    fn all_texts(self) -> impl Iterator<Item = &'static str> {
        let mut next = self.texts();
        // SAFETY: texts stand there up to a 0.
        std::iter::from_fn(move || unsafe { (*next != 0).then(|| text_at(&mut next)) })
    }

    /// Where the texts begin.
    #[inline(always)]
    fn texts(self) -> *const u8 {
        // SAFETY: in the constant that this points to, they follow.
        unsafe { (&raw const (*self.0.as_ptr()).names).cast() }
    }
}

/// The text at `next`, which afterwards is where the following one begins.
///
/// # Safety
/// It points into a constant, to a length that has so many bytes of UTF-8 behind it, and a byte more.
#[inline(always)]
unsafe fn text_at(next: &mut *const u8) -> &'static str {
    // SAFETY: the caller's promise.
    unsafe {
        let length = usize::from(**next);
        let start = next.add(1);
        *next = start.add(length);
        str::from_utf8_unchecked(slice::from_raw_parts(start, length))
    }
}

/// Whether a parameter's name is this keyword. Short texts, as most are, are compared in place: the call of C's `memcmp` takes longer.
#[inline(always)]
fn is_same(name: &str, keyword: &str) -> bool {
    /// Compares both ends, which meet.
    #[inline(always)]
    fn ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
        a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
    }
    let (name, keyword) = (name.as_bytes(), keyword.as_bytes());
    name.len() == keyword.len()
        && match keyword.len() {
            1 => ends::<1>(name, keyword),
            2..4 => ends::<2>(name, keyword),
            4..8 => ends::<4>(name, keyword),
            8..=16 => ends::<8>(name, keyword),
            _ => name == keyword,
        }
}
