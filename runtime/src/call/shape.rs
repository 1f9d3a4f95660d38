//! Which parameters a function has.

/// Which parameters a function has, as far as it decides how a call is bound.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Those that can be given by position and have no default.
    pub(crate) required: usize,
    /// Those with a default.
    pub(crate) optional: usize,
    /// Keyword-only ones without default.
    pub(crate) keyword: usize,
    /// Whether there is `*args`.
    pub(crate) varargs: bool,
    /// Whether there is `**kwargs`.
    pub(crate) kwargs: bool,
    /// Whether `**kwargs` is to be `None` when no keyword is left for it.
    pub(crate) kwargs_or_none: bool,
    /// Whether the function takes its module.
    pub(crate) module: bool,
}

impl Shape {
    pub(super) const EMPTY: Shape = Shape {
        required: 0,
        optional: 0,
        keyword: 0,
        varargs: false,
        kwargs: false,
        kwargs_or_none: false,
        module: false,
    };

    /// With one parameter more.
    pub(super) const fn with(mut self, kind: Kind) -> Self {
        match kind {
            Kind::Required => self.required += 1,
            Kind::Optional => self.optional += 1,
            Kind::Keyword => self.keyword += 1,
            Kind::Varargs => self.varargs = true,
            Kind::Kwargs => self.kwargs = true,
            Kind::KwargsOrNone => (self.kwargs, self.kwargs_or_none) = (true, true),
            Kind::Module => self.module = true,
        }
        self
    }

    /// How many parameters have a name to be given by, or a position.
    pub(crate) const fn named(self) -> usize {
        self.required + self.optional + self.keyword
    }

    /// Whether there is `*args` or `**kwargs`.
    #[inline(always)]
    pub(crate) const fn is_variadic(self) -> bool {
        self.varargs || self.kwargs
    }

    /// Whether every parameter is required and can be given by position: then a bound call looks as one by position does.
    pub(crate) const fn is_plain(self) -> bool {
        self.optional + self.keyword == 0 && !self.is_variadic()
    }

    /// How many slots a bound call has: one for each parameter but the module's.
    pub(crate) const fn bound(self) -> usize {
        self.named() + self.varargs as usize + self.kwargs as usize
    }
}

/// What a conversion is given.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// An argument by position, or by the name.
    Required,
    /// The same, or nothing.
    Optional,
    /// An argument by name.
    Keyword,
    /// The tuple `*args`.
    Varargs,
    /// The dict `**kwargs`.
    Kwargs,
    /// The dict `**kwargs`, `None` when it would be empty.
    KwargsOrNone,
    /// The module that the function is in.
    Module,
}
