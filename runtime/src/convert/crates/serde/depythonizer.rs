//! From Python objects to serde's data model.

mod access;

use std::borrow::Cow;

use serde::de::{Deserializer, IntoDeserializer, Visitor};

use crate::convert::derived::Recursion;
use crate::convert::sequences::{check_sequence, is_sequence};
use crate::convert::type_name;
use crate::error::{PyErr, PyResult};
use crate::exceptions::{PyTypeError, PyValueError};
use crate::ffi;
use crate::intern;
use crate::object::{Bound, Py};
use crate::sync::PyOnceLock;
use crate::type_object::PyTypeCheck;
use crate::types::{
    PyAny, PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PyMapping,
    PyNone, PySet, PyString, PyTuple, PyType,
};
use access::{Entries, Items, Variant};

/// A serde `Deserializer` of a Python object; [`depythonize`](super::depythonize) is the short way to it.
pub struct Depythonizer<'a, 'py> {
    object: &'a Bound<'py, PyAny>,
}

impl<'a, 'py> Depythonizer<'a, 'py> {
    /// A deserializer of `object`.
    #[inline]
    pub fn from_object(object: &'a Bound<'py, PyAny>) -> Self {
        Depythonizer { object }
    }

    /// The items of a sequence or set.
    #[inline]
    fn items(&self) -> PyResult<Items<'py>> {
        if !is_set(self.object) {
            check_sequence(self.object.as_borrowed())?;
        }
        Ok(Items::new(self.object.try_iter()?))
    }

    /// The items of a sequence that is as long as it should be.
    #[inline]
    fn items_of(&self, expected: usize) -> PyResult<Items<'py>> {
        let items = self.items()?;
        let length = self.object.len()?;
        match length == expected {
            true => Ok(items),
            false => Err(PyValueError::new_err(format!(
                "expected a sequence of length {expected}, got one of length {length}"
            ))),
        }
    }

    /// The items of a mapping, or the fields of a dataclass, as they are now.
    #[inline]
    fn entries(&self) -> PyResult<Entries<'py>> {
        let entries = match fields(self.object)? {
            Some(fields) => fields,
            None => self.object.cast::<PyMapping>()?.items()?,
        };
        Ok(Entries::new(entries))
    }
}

/// Calls `visit` with a deserializer of `object`, one level deeper.
#[inline]
fn inside<'py, T>(
    object: &Bound<'py, PyAny>,
    visit: impl FnOnce(&mut Depythonizer<'_, 'py>) -> PyResult<T>,
) -> PyResult<T> {
    let _deeper = Recursion::enter(object.py())?;
    visit(&mut Depythonizer::from_object(object))
}

#[inline]
fn is_set(object: &Bound<'_, PyAny>) -> bool {
    object.is_instance_of::<PySet>() || object.is_instance_of::<PyFrozenSet>()
}

/// The fields of an instance of a dataclass, with their names; `None` of another object.
#[inline]
fn fields<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyList>>> {
    static FIELDS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = object.py();
    if object.is_instance_of::<PyDict>()
        || object.is_instance_of::<PyType>()
        || !object.hasattr(intern!(py, "__dataclass_fields__"))?
    {
        return Ok(None);
    }
    let fields = PyList::empty(py);
    for field in FIELDS
        .import(py, "dataclasses", "fields")?
        .call1((object,))?
        .try_iter()?
    {
        let name = field?
            .getattr(intern!(py, "name"))?
            .cast_into::<PyString>()?;
        let value = object.getattr(&name)?;
        fields.append((name, value))?;
    }
    Ok(Some(fields))
}

/// An int, in the smallest of serde's large types that has room for it.
#[inline]
fn visit_int<'de, V: Visitor<'de>>(int: &Bound<'_, PyAny>, visitor: V) -> PyResult<V::Value> {
    if let Ok(value) = int.extract::<i64>() {
        return match u64::try_from(value) {
            Ok(value) => visitor.visit_u64(value),
            Err(_) => visitor.visit_i64(value),
        };
    }
    match int.extract::<i128>() {
        Ok(value) => match u64::try_from(value) {
            Ok(value) => visitor.visit_u64(value),
            Err(_) => visitor.visit_i128(value),
        },
        Err(_) => visitor.visit_u128(int.extract()?),
    }
}

macro_rules! deserialize {
    ($($method:ident $visit:ident;)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> PyResult<V::Value> {
            visitor.$visit(self.object.extract()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Depythonizer<'_, '_> {
    type Error = PyErr;

    deserialize! {
        deserialize_bool visit_bool;
        deserialize_i8 visit_i8;
        deserialize_i16 visit_i16;
        deserialize_i32 visit_i32;
        deserialize_i64 visit_i64;
        deserialize_i128 visit_i128;
        deserialize_u8 visit_u8;
        deserialize_u16 visit_u16;
        deserialize_u32 visit_u32;
        deserialize_u64 visit_u64;
        deserialize_u128 visit_u128;
        deserialize_f32 visit_f32;
        deserialize_f64 visit_f64;
        deserialize_char visit_char;
        deserialize_str visit_str;
        deserialize_string visit_str;
        deserialize_identifier visit_str;
    }

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> PyResult<V::Value> {
        let object = self.object;
        if object.is_none() {
            visitor.visit_unit()
        } else if object.is_instance_of::<PyBool>() {
            self.deserialize_bool(visitor)
        } else if object.is_instance_of::<PyInt>() {
            visit_int(object, visitor)
        } else if object.is_instance_of::<PyFloat>() {
            self.deserialize_f64(visitor)
        } else if object.is_instance_of::<PyString>() {
            self.deserialize_str(visitor)
        } else if object.is_instance_of::<PyDict>() {
            self.deserialize_map(visitor)
        } else if object.is_instance_of::<PyBytes>() || object.is_instance_of::<PyByteArray>() {
            self.deserialize_bytes(visitor)
        } else if object.is_instance_of::<PyList>() || object.is_instance_of::<PyTuple>() {
            self.deserialize_seq(visitor)
        } else {
            self.deserialize_uncommon(visitor)
        }
    }

    #[inline]
    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> PyResult<V::Value> {
        match self.object.extract()? {
            Cow::Borrowed(bytes) => visitor.visit_bytes(bytes),
            Cow::Owned(bytes) => visitor.visit_byte_buf(bytes),
        }
    }

    #[inline]
    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> PyResult<V::Value> {
        self.deserialize_bytes(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> PyResult<V::Value> {
        match self.object.is_none() {
            true => visitor.visit_none(),
            false => inside(self.object, |object| visitor.visit_some(object)),
        }
    }

    #[inline]
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> PyResult<V::Value> {
        self.object.cast::<PyNone>()?;
        visitor.visit_unit()
    }

    #[inline]
    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> PyResult<V::Value> {
        self.deserialize_unit(visitor)
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> PyResult<V::Value> {
        inside(self.object, |object| visitor.visit_newtype_struct(object))
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> PyResult<V::Value> {
        visitor.visit_seq(self.items()?)
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> PyResult<V::Value> {
        visitor.visit_seq(self.items_of(length)?)
    }

    #[inline]
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> PyResult<V::Value> {
        visitor.visit_seq(self.items_of(length)?)
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> PyResult<V::Value> {
        visitor.visit_map(self.entries()?)
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> PyResult<V::Value> {
        visitor.visit_map(self.entries()?)
    }

    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> PyResult<V::Value> {
        if let Ok(variant) = self.object.cast::<PyString>() {
            return visitor.visit_enum(variant.to_str()?.into_deserializer());
        }
        let Ok(mapping) = self.object.cast::<PyMapping>() else {
            let name = type_name(self.object.as_borrowed());
            let message = format!("expected str, or dict of one item, not {name}");
            return Err(PyTypeError::new_err(message));
        };
        let items = mapping.items()?;
        if items.len() != 1 {
            let message = format!("expected dict of one item, got {} items", items.len());
            return Err(PyValueError::new_err(message));
        }
        let (variant, content): (Bound<'_, PyAny>, _) = items.get_item(0)?.extract()?;
        visitor.visit_enum(Variant::new(variant.cast_into()?, content))
    }

    #[inline]
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> PyResult<V::Value> {
        visitor.visit_unit()
    }
}

impl Depythonizer<'_, '_> {
    /// What is of none of the usual types, by what it can do.
    #[inline]
    fn deserialize_uncommon<'de, V: Visitor<'de>>(&mut self, visitor: V) -> PyResult<V::Value> {
        let object = self.object;
        // NumPy's arrays first: they have `__index__` too, for when there is a single item.
        if is_set(object) || is_sequence(object.as_borrowed())? {
            return self.deserialize_seq(visitor);
        }
        // SAFETY: a live object.
        if unsafe { ffi::PyIndex_Check(object.as_ptr()) } != 0 {
            return visit_int(object, visitor);
        }
        if PyMapping::try_type_check(object)? || fields(object)?.is_some() {
            return self.deserialize_map(visitor);
        }
        let name = type_name(object.as_borrowed());
        let message = format!(
            "expected None, bool, int, float, str, bytes, or a sequence, set, mapping or dataclass of these, not {name}"
        );
        Err(PyTypeError::new_err(message))
    }
}
