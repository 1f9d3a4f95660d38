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
    /// The function's name, as error messages call it, and the names of the parameters, `*args` and `**kwargs` last, as far as there are
    /// such. Each name has its length in front, in one byte; a 0 ends them.
    pub names: Names,
}

/// A [`Signature`], by a pointer that is one word.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Parameters(NonNull<Signature<[u8; 0]>>);

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

    /// For each keyword-only name, from the lowest bit on, whether it must be given.
    #[inline(always)]
    pub(super) fn required_keywords(self) -> u32 {
        self.counts().required_keywords
    }

    /// As error messages call the function: `add` in `add() missing 1 required positional argument: 'a'`.
    #[inline]
    pub(super) fn function(self) -> &'static str {
        self.texts().next().unwrap_or_default()
    }

    /// All named parameters: those that can be given by position first, then the keyword-only ones.
    #[inline(always)]
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        self.all_names().take(self.named())
    }

    /// The names, and those of `*args` and `**kwargs`, as far as there are such.
    #[inline(always)]
    pub(super) fn all_names(self) -> impl Iterator<Item = &'static str> {
        self.texts().skip(1)
    }

    #[inline(always)]
    fn texts(self) -> Texts {
        // SAFETY: in the constant that this points to, the names follow.
        let next = unsafe { (&raw const (*self.0.as_ptr()).names).cast() };
        Texts { next }
    }
}

/// Texts that have each its length in front, up to one that has none.
struct Texts {
    next: *const u8,
}

impl Iterator for Texts {
    type Item = &'static str;

    #[inline(always)]
    fn next(&mut self) -> Option<&'static str> {
        // SAFETY: it points to a length, with so many bytes of UTF-8 behind it, and then something more; or to the 0 at the end.
        unsafe {
            let length = usize::from(*self.next);
            if length == 0 {
                return None;
            }
            let text = slice::from_raw_parts(self.next.add(1), length);
            self.next = self.next.add(1 + length);
            Some(str::from_utf8_unchecked(text))
        }
    }
}
