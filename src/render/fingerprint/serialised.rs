//! What can be serialised is added to a digest as it stands, without a value of another kind between.

use std::fmt;

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

use super::Hasher;

/// Nothing is refused but what refuses itself.
type Done = Result<(), fmt::Error>;

impl Hasher {
    /// Adds a number as the widest of its kind.
    fn number<const N: usize>(&mut self, kind: u8, bytes: [u8; N]) -> Done {
        self.piece(kind, &bytes);
        Ok(())
    }

    /// Opens what has parts.
    fn opened(&mut self, kind: u8) -> Result<&mut Self, fmt::Error> {
        self.mark(kind);
        Ok(self)
    }

    /// A part behind its name.
    fn part<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Done {
        self.piece(b'k', name.as_bytes());
        value.serialize(self)
    }

    /// Closes what was opened, so that parts of one and of the next do not run together.
    fn closed(&mut self) -> Done {
        self.mark(b'.');
        Ok(())
    }
}

impl<'h> Serializer for &'h mut Hasher {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = &'h mut Hasher;
    type SerializeTuple = &'h mut Hasher;
    type SerializeTupleStruct = &'h mut Hasher;
    type SerializeTupleVariant = &'h mut Hasher;
    type SerializeMap = &'h mut Hasher;
    type SerializeStruct = &'h mut Hasher;
    type SerializeStructVariant = &'h mut Hasher;

    fn serialize_bool(self, value: bool) -> Done {
        self.mark(if value { b't' } else { b'f' });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Done {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Done {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Done {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Done {
        self.number(b'i', value.to_le_bytes())
    }

    fn serialize_i128(self, value: i128) -> Done {
        self.number(b'I', value.to_le_bytes())
    }

    fn serialize_u8(self, value: u8) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Done {
        self.number(b'u', value.to_le_bytes())
    }

    fn serialize_u128(self, value: u128) -> Done {
        self.number(b'U', value.to_le_bytes())
    }

    fn serialize_f32(self, value: f32) -> Done {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Done {
        self.number(b'd', value.to_le_bytes())
    }

    fn serialize_char(self, value: char) -> Done {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Done {
        self.piece(b's', value.as_bytes());
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Done {
        self.piece(b'b', value);
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.mark(b'n');
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Done {
        self.part(variant, value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        self.opened(b'[')
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, fmt::Error> {
        self.opened(b'[')
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        self.opened(b'[')
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, fmt::Error> {
        self.piece(b'k', variant.as_bytes());
        self.opened(b'[')
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        self.opened(b'{')
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        self.opened(b'{')
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, fmt::Error> {
        self.piece(b'k', variant.as_bytes());
        self.opened(b'{')
    }
}

/// Parts without names, one behind the other.
macro_rules! parts {
    ($($of:ident: $add:ident),+) => {$(
        impl $of for &mut Hasher {
            type Ok = ();
            type Error = fmt::Error;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                value.serialize(&mut **self)
            }

            fn end(self) -> Done {
                self.closed()
            }
        }
    )+};
}
parts!(
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
);

/// Parts behind their names.
macro_rules! named_parts {
    ($($of:ident),+) => {$(
        impl $of for &mut Hasher {
            type Ok = ();
            type Error = fmt::Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
                self.part(name, value)
            }

            fn end(self) -> Done {
                self.closed()
            }
        }
    )+};
}
named_parts!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for &mut Hasher {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.closed()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::Hasher;

    fn digest(value: &Value) -> String {
        let mut hasher = Hasher::default();
        hasher.add(value);
        hasher.finish().to_string()
    }

    #[test]
    fn values_that_differ_have_digests_that_differ() {
        let values = [
            json!([["a"], "b"]),
            json!([["a", "b"]]),
            json!(["a", "b"]),
            json!(["ab", ""]),
            json!([{"a": "b"}]),
            json!([{"a": null}, "b"]),
            json!([1, true]),
            json!([-1, true]),
            json!([1.5, true]),
            json!(["x".repeat(254)]),
            json!(["x".repeat(255)]),
            json!(["x".repeat(70_000)]),
        ];
        let digests: std::collections::BTreeSet<String> = values.iter().map(digest).collect();
        assert_eq!(digests.len(), values.len());
        assert_eq!(digest(&values[0]), digest(&values[0].clone()));
    }
}
