//! What is in a sequence, a mapping or a variant, one after the other.

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::{Depythonizer, inside};
use crate::convert::in_item;
use crate::convert::maps::in_key;
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::object::Bound;
use crate::types::{PyAny, PyIterator, PyList, PyString};

/// The items of a sequence or set.
pub(super) struct Items<'py> {
    items: Bound<'py, PyIterator>,
    index: usize,
}

impl<'py> Items<'py> {
    #[inline]
    pub(super) fn new(items: Bound<'py, PyIterator>) -> Self {
        Items { items, index: 0 }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = PyErr;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> PyResult<Option<T::Value>> {
        let Some(item) = self.items.next() else {
            return Ok(None);
        };
        let (item, index) = (item?, self.index);
        self.index += 1;
        let value = inside(&item, |item| seed.deserialize(item))
            .map_err(|error| in_item(item.py(), index, error))?;
        Ok(Some(value))
    }
}

/// The items of a mapping, or the fields of a dataclass.
pub(super) struct Entries<'py> {
    /// Pairs.
    entries: Bound<'py, PyList>,
    index: usize,
    /// The key that was given last, and its value.
    current: Option<(Bound<'py, PyAny>, Bound<'py, PyAny>)>,
}

impl<'py> Entries<'py> {
    #[inline]
    pub(super) fn new(entries: Bound<'py, PyList>) -> Self {
        Entries {
            entries,
            index: 0,
            current: None,
        }
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = PyErr;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> PyResult<Option<K::Value>> {
        if self.index >= self.entries.len() {
            return Ok(None);
        }
        let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
            self.entries.get_item(self.index)?.extract()?;
        self.index += 1;
        let new_key = inside(&key, |key| seed.deserialize(key))
            .map_err(|error| in_key(&key, "key ", error))?;
        self.current = Some((key, value));
        Ok(Some(new_key))
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> PyResult<V::Value> {
        let Some((key, value)) = self.current.take() else {
            return Err(PyValueError::new_err(
                "a value was asked for before its key",
            ));
        };
        inside(&value, |value| seed.deserialize(value))
            .map_err(|error| in_key(&key, "value of ", error))
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len().saturating_sub(self.index))
    }
}

/// A variant's name and content, from a dict of one item.
pub(super) struct Variant<'py> {
    variant: Bound<'py, PyString>,
    content: Bound<'py, PyAny>,
}

impl<'py> Variant<'py> {
    #[inline]
    pub(super) fn new(variant: Bound<'py, PyString>, content: Bound<'py, PyAny>) -> Self {
        Variant { variant, content }
    }

    #[inline]
    fn content<T>(
        &self,
        visit: impl FnOnce(&mut Depythonizer<'_, 'py>) -> PyResult<T>,
    ) -> PyResult<T> {
        inside(&self.content, visit).map_err(|error| in_key(&self.variant, "value of ", error))
    }
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = PyErr;
    type Variant = Self;

    #[inline]
    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> PyResult<(V::Value, Self)> {
        let name: StrDeserializer<'_, PyErr> = self.variant.to_str()?.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = PyErr;

    #[inline]
    fn unit_variant(self) -> PyResult<()> {
        self.content(|content| <()>::deserialize(content))
    }

    #[inline]
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> PyResult<T::Value> {
        self.content(|content| seed.deserialize(content))
    }

    #[inline]
    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> PyResult<V::Value> {
        self.content(|content| content.deserialize_tuple(length, visitor))
    }

    #[inline]
    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> PyResult<V::Value> {
        self.content(|content| content.deserialize_map(visitor))
    }
}
