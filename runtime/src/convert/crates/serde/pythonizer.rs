//! From serde's data model to Python objects.

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::pythonize;
use crate::convert::IntoPyObjectExt;
use crate::error::{PyErr, PyResult};
use crate::exceptions::PyValueError;
use crate::object::Bound;
use crate::python::Python;
use crate::types::{PyAny, PyDict, PyList, PyTuple};

/// A serde `Serializer` that gives Python objects; [`pythonize`](super::pythonize) is the short way to it.
#[derive(Clone, Copy)]
pub struct Pythonizer<'py> {
    py: Python<'py>,
}

impl<'py> Pythonizer<'py> {
    /// A serializer for objects of the attached interpreter.
    #[inline]
    pub fn new(py: Python<'py>) -> Self {
        Pythonizer { py }
    }
}

macro_rules! serialize {
    ($($method:ident $type:ty;)*) => {$(
        #[inline]
        fn $method(self, value: $type) -> PyResult<Bound<'py, PyAny>> {
            value.into_bound_py_any(self.py)
        }
    )*};
}

impl<'py> Serializer for Pythonizer<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = PyErr;
    type SerializeSeq = Items<'py>;
    type SerializeTuple = Items<'py>;
    type SerializeTupleStruct = Items<'py>;
    type SerializeTupleVariant = Variant<Items<'py>>;
    type SerializeMap = Entries<'py>;
    type SerializeStruct = Entries<'py>;
    type SerializeStructVariant = Variant<Entries<'py>>;

    serialize! {
        serialize_bool bool;
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_i128 i128;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_u128 u128;
        serialize_f32 f32;
        serialize_f64 f64;
        serialize_char char;
        serialize_str &str;
        serialize_bytes &[u8];
    }

    #[inline]
    fn serialize_none(self) -> PyResult<Self::Ok> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> PyResult<Self::Ok> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> PyResult<Self::Ok> {
        ().into_bound_py_any(self.py)
    }

    #[inline]
    fn serialize_unit_struct(self, _name: &'static str) -> PyResult<Self::Ok> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> PyResult<Self::Ok> {
        self.serialize_str(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> PyResult<Self::Ok> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> PyResult<Self::Ok> {
        tagged(variant, value.serialize(self)?)
    }

    #[inline]
    fn serialize_seq(self, _length: Option<usize>) -> PyResult<Items<'py>> {
        Ok(Items {
            py: self.py,
            items: Vec::new(),
        })
    }

    #[inline]
    fn serialize_tuple(self, length: usize) -> PyResult<Items<'py>> {
        self.serialize_seq(Some(length))
    }

    #[inline]
    fn serialize_tuple_struct(self, _name: &'static str, length: usize) -> PyResult<Items<'py>> {
        self.serialize_seq(Some(length))
    }

    #[inline]
    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> PyResult<Variant<Items<'py>>> {
        let content = self.serialize_seq(Some(length))?;
        Ok(Variant { variant, content })
    }

    #[inline]
    fn serialize_map(self, _length: Option<usize>) -> PyResult<Entries<'py>> {
        Ok(Entries {
            dict: PyDict::new(self.py),
            key: None,
        })
    }

    #[inline]
    fn serialize_struct(self, _name: &'static str, length: usize) -> PyResult<Entries<'py>> {
        self.serialize_map(Some(length))
    }

    #[inline]
    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> PyResult<Variant<Entries<'py>>> {
        let content = self.serialize_map(Some(length))?;
        Ok(Variant { variant, content })
    }
}

/// A variant and its content: `{variant: content}`.
#[inline]
fn tagged<'py>(variant: &str, content: Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let dict = PyDict::new(content.py());
    dict.set_item(variant, content)?;
    Ok(dict.into_any())
}

/// A list or a tuple in the making.
#[doc(hidden)]
pub struct Items<'py> {
    py: Python<'py>,
    items: Vec<Bound<'py, PyAny>>,
}

impl<'py> Items<'py> {
    #[inline]
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> PyResult<()> {
        self.items.push(pythonize(self.py, value)?);
        Ok(())
    }

    #[inline]
    fn into_tuple(self) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyTuple::new(self.py, self.items)?.into_any())
    }
}

impl<'py> SerializeSeq for Items<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> PyResult<()> {
        self.push(value)
    }

    #[inline]
    fn end(self) -> PyResult<Self::Ok> {
        Ok(PyList::new(self.py, self.items)?.into_any())
    }
}

impl<'py> SerializeTuple for Items<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> PyResult<()> {
        self.push(value)
    }

    #[inline]
    fn end(self) -> PyResult<Self::Ok> {
        self.into_tuple()
    }
}

impl<'py> SerializeTupleStruct for Items<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> PyResult<()> {
        self.push(value)
    }

    #[inline]
    fn end(self) -> PyResult<Self::Ok> {
        self.into_tuple()
    }
}

/// A dict in the making.
#[doc(hidden)]
pub struct Entries<'py> {
    dict: Bound<'py, PyDict>,
    /// A key that waits for its value.
    key: Option<Bound<'py, PyAny>>,
}

impl<'py> SerializeMap for Entries<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> PyResult<()> {
        self.key = Some(pythonize(self.dict.py(), key)?);
        Ok(())
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> PyResult<()> {
        let Some(key) = self.key.take() else {
            return Err(PyValueError::new_err("a map gave a value without a key"));
        };
        self.dict.set_item(key, pythonize(self.dict.py(), value)?)
    }

    #[inline]
    fn end(self) -> PyResult<Self::Ok> {
        Ok(self.dict.into_any())
    }
}

impl<'py> SerializeStruct for Entries<'py> {
    type Ok = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> PyResult<()> {
        self.dict.set_item(name, pythonize(self.dict.py(), value)?)
    }

    #[inline]
    fn end(self) -> PyResult<Self::Ok> {
        Ok(self.dict.into_any())
    }
}

/// A variant whose content is in the making.
#[doc(hidden)]
pub struct Variant<T> {
    variant: &'static str,
    content: T,
}

impl<'py> SerializeTupleVariant for Variant<Items<'py>> {
    type Ok = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> PyResult<()> {
        self.content.push(value)
    }

    #[inline]
    fn end(self) -> PyResult<Self::Ok> {
        tagged(self.variant, self.content.into_tuple()?)
    }
}

impl<'py> SerializeStructVariant for Variant<Entries<'py>> {
    type Ok = Bound<'py, PyAny>;
    type Error = PyErr;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> PyResult<()> {
        SerializeStruct::serialize_field(&mut self.content, name, value)
    }

    #[inline]
    fn end(self) -> PyResult<Self::Ok> {
        tagged(self.variant, SerializeStruct::end(self.content)?)
    }
}
