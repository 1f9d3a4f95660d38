//! Where chance comes from.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// A source of decisions.
pub struct Choose<'a> {
    source: Source<'a>,
    wild: bool,
}

enum Source<'a> {
    /// The same numbers for the same seed.
    Seed { seed: u64, drawn: u64 },
    /// A decision for each byte, for a fuzzer; when there are no more, the first of all choices.
    Bytes(&'a [u8]),
}

impl<'a> Choose<'a> {
    /// Decisions that are the same for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Choose {
            source: Source::Seed { seed, drawn: 0 },
            wild: true,
        }
    }

    /// Decisions that a fuzzer makes.
    pub fn of_bytes(bytes: &'a [u8]) -> Self {
        Choose {
            source: Source::Bytes(bytes),
            wild: true,
        }
    }

    /// The same decisions, with nothing written that is a mistake.
    #[must_use]
    pub fn tame(self) -> Self {
        Choose {
            wild: false,
            ..self
        }
    }

    /// Whether mistakes may be written.
    pub(crate) fn is_wild(&self) -> bool {
        self.wild
    }

    /// A number below `limit`.
    ///
    /// # Panics
    /// When that is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        match &mut self.source {
            Source::Seed { seed, drawn } => {
                let mut hasher = DefaultHasher::new();
                (*seed, *drawn).hash(&mut hasher);
                *drawn += 1;
                usize::try_from(hasher.finish() % limit as u64).unwrap_or_default()
            }
            Source::Bytes(bytes) => {
                let mut number = 0;
                // One byte is enough for nearly all, and lets the fuzzer change one decision by one.
                for _ in 0..=limit / 256 {
                    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
                    *bytes = rest;
                    number = number * 256 + usize::from(*first);
                }
                number % limit
            }
        }
    }

    /// Whether something happens that does so in `percent` of all cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        // Without bytes nothing happens.
        self.below(100) >= 100 - percent
    }

    /// Whether a mistake is written that is in `percent` of all cases.
    pub(crate) fn mistake(&mut self, percent: usize) -> bool {
        self.wild && self.chance(percent)
    }

    /// One of these.
    ///
    /// # Panics
    /// When there are none.
    pub fn one_of<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }

    /// One of these, or of those when it may be a mistake.
    pub(crate) fn one_of_or<'t>(&mut self, right: &[&'t str], wrong: &[&'t str]) -> &'t str {
        match self.mistake(12) {
            true => self.one_of(wrong),
            false => self.one_of(right),
        }
    }
}
