//! Python's words, from front to back: the grammar of types, of parameters and of the constants in them.

use super::names::named;
use super::{Mistake, TypeHint, WrittenParameter};
use crate::constant::Constant;
use crate::ir::Kind;
use crate::python_names::{is_identifier, is_keyword};

/// Reads a text from front to back; spaces stand anywhere.
pub(super) struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Reader { rest: text.trim() }
    }

    pub(super) fn take(&mut self, mark: &str) -> bool {
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest.trim_start();
                true
            }
            None => false,
        }
    }

    fn expected<T>(&self, what: &str) -> Result<T, Mistake> {
        match self.rest {
            "" => Err(format!("expected {what} at its end")),
            rest => Err(format!("expected {what} at `{rest}`")),
        }
    }

    fn expect(&mut self, mark: &str) -> Result<(), Mistake> {
        match self.take(mark) {
            true => Ok(()),
            false => self.expected(&format!("`{mark}`")),
        }
    }

    pub(super) fn end(&self) -> Result<(), Mistake> {
        match self.rest {
            "" => Ok(()),
            rest => Err(format!("`{rest}` is too much")),
        }
    }

    /// What is before the first character that is not wanted.
    fn take_while(&mut self, is_wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|char| !is_wanted(char));
        let (taken, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest.trim_start();
        taken
    }

    fn name(&mut self) -> Result<&'a str, Mistake> {
        let before = self.rest;
        let name = self.take_while(|char| char.is_alphanumeric() || char == '_');
        if is_identifier(name) && !is_keyword(name) {
            return Ok(name);
        }
        self.rest = before;
        self.expected("a name")
    }

    pub(super) fn union(&mut self) -> Result<TypeHint, Mistake> {
        let mut types = vec![self.one()?];
        while self.take("|") {
            types.push(self.one()?);
        }
        match types.len() {
            1 => Ok(types.remove(0)),
            _ => Ok(TypeHint::Union(types)),
        }
    }

    fn one(&mut self) -> Result<TypeHint, Mistake> {
        if self.take("...") {
            return Ok(TypeHint::Ellipsis);
        }
        if self.take("[") {
            return Ok(TypeHint::List(self.list(Self::union)?));
        }
        if self.rest.starts_with(['"', '\'']) {
            return self.expected("a type without quotes");
        }
        if let Some(rest) = self.rest.strip_prefix("None") {
            if !rest.starts_with(|char: char| char.is_alphanumeric() || "_.".contains(char)) {
                self.rest = rest.trim_start();
                return Ok(TypeHint::None);
            }
        }
        let mut path = self.name()?.to_owned();
        while !self.rest.starts_with("...") && self.take(".") {
            path = format!("{path}.{}", self.name()?);
        }
        let generic = named(&path)?;
        if !self.take("[") {
            return Ok(generic);
        }
        let arguments = match path.rsplit('.').next() {
            Some("Literal") => self.list(Self::literal)?,
            // `tuple[()]`.
            _ if self.take("()") => {
                self.expect("]")?;
                Vec::new()
            }
            _ => self.list(Self::union)?,
        };
        Ok(TypeHint::Subscript(Box::new(generic), arguments))
    }

    /// What is before the closing bracket: one or more, but for an empty list of parameters.
    fn list(
        &mut self,
        one: fn(&mut Self) -> Result<TypeHint, Mistake>,
    ) -> Result<Vec<TypeHint>, Mistake> {
        let mut items = Vec::new();
        while !self.take("]") {
            items.push(one(self)?);
            if !self.take(",") && !self.rest.starts_with(']') {
                return self.expected("`,` or `]`");
            }
        }
        Ok(items)
    }

    /// What stands in a `Literal`.
    fn literal(&mut self) -> Result<TypeHint, Mistake> {
        match self.constant()? {
            Constant::None => Ok(TypeHint::None),
            Constant::Str(text) => Ok(TypeHint::Str(text)),
            Constant::Int(digits) => Ok(TypeHint::Verbatim(digits)),
            Constant::Bool(value) => Ok(TypeHint::Verbatim(
                if value { "True" } else { "False" }.to_owned(),
            )),
            _ => self.expected("a text, an integer, True, False or None"),
        }
    }

    /// A constant in Python's words, or `...`.
    fn constant(&mut self) -> Result<Constant, Mistake> {
        if self.take("...") {
            return Ok(Constant::Hidden);
        }
        if let Some(quote) = self
            .rest
            .chars()
            .next()
            .filter(|char| "'\"".contains(*char))
        {
            let rest = &self.rest[1..];
            // An escape would need all of Python's rules.
            return match rest.split_once(quote) {
                Some((text, rest)) if !text.contains(['\\', '\n']) => {
                    self.rest = rest.trim_start();
                    Ok(Constant::Str(text.to_owned()))
                }
                _ => self.expected("a text without escapes"),
            };
        }
        let before = self.rest;
        let word = self.take_while(|char| char.is_alphanumeric() || "+-._".contains(char));
        match word {
            "None" => Ok(Constant::None),
            "True" => Ok(Constant::Bool(true)),
            "False" => Ok(Constant::Bool(false)),
            _ if is_integer(word) => Ok(Constant::Int(word.to_owned())),
            _ if word.parse::<f64>().is_ok_and(f64::is_finite) => {
                Ok(Constant::Float(word.to_owned()))
            }
            _ => {
                self.rest = before;
                self.expected("a constant or `...`")
            }
        }
    }

    /// `(a, /, b: int = 1, *args, c, **kwargs)`.
    pub(super) fn parameters(&mut self) -> Result<Vec<WrittenParameter>, Mistake> {
        self.expect("(")?;
        let mut parameters: Vec<WrittenParameter> = Vec::new();
        let mut kind = Kind::Positional;
        while !self.take(")") {
            if self.take("/") {
                for parameter in &mut parameters {
                    parameter.kind = Kind::PositionalOnly;
                }
            } else if self.take("**") {
                parameters.push(self.parameter(Kind::Kwargs)?);
            } else if self.take("*") {
                if !self.rest.starts_with(',') {
                    parameters.push(self.parameter(Kind::Varargs)?);
                }
                kind = Kind::KeywordOnly;
            } else {
                parameters.push(self.parameter(kind)?);
            }
            if !self.take(",") && !self.rest.starts_with(')') {
                return self.expected("`,` or `)`");
            }
        }
        Ok(parameters)
    }

    fn parameter(&mut self, kind: Kind) -> Result<WrittenParameter, Mistake> {
        let name = self.name()?.to_owned();
        let hint = match self.take(":") {
            true => Some(self.union()?),
            false => None,
        };
        let is_variadic = matches!(kind, Kind::Varargs | Kind::Kwargs);
        let default = match !is_variadic && self.take("=") {
            true => Some(self.constant()?),
            false => None,
        };
        Ok(WrittenParameter {
            name,
            kind,
            hint,
            default,
        })
    }
}

/// Whether these are digits, with a minus sign or without; Python allows no zeros in front.
fn is_integer(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let is_number = !digits.is_empty() && digits.chars().all(|char| char.is_ascii_digit());
    is_number && (digits == "0" || !digits.starts_with('0'))
}
