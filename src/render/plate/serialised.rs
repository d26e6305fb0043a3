//! Views as trees.

use std::fmt;

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

use super::said::{Node, Tree};

impl Tree {
    /// What something says that can be serialised; nothing of what cannot.
    pub(in crate::render) fn of<T: Serialize + ?Sized>(value: &T) -> Option<Self> {
        let mut grower = Grower {
            tree: Self::with_room(),
            waiting: Vec::with_capacity(256),
        };
        let root = value.serialize(&mut grower).ok()?;
        Some(grower.tree.rooted(root))
    }
}

/// Makes a tree: parts wait until the whole that they belong to is complete.
struct Grower {
    tree: Tree,
    waiting: Vec<Node<'static>>,
}

/// Something with parts; those from `from` on are its own.
struct Parts<'g> {
    grower: &'g mut Grower,
    from: usize,
    /// The name that a variant stands under.
    variant: Option<&'static str>,
}

type Grown = Result<Node<'static>, fmt::Error>;

impl Grower {
    fn parts(&mut self, variant: Option<&'static str>) -> Parts<'_> {
        Parts {
            from: self.waiting.len(),
            grower: self,
            variant,
        }
    }
}

impl Parts<'_> {
    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        let node = value.serialize(&mut *self.grower)?;
        self.grower.waiting.push(node);
        Ok(())
    }

    fn add_named<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> fmt::Result {
        self.grower.waiting.push(Node::Word(name));
        self.add(value)
    }

    /// What the parts make together; they wait no more.
    fn whole(self, push: fn(&mut Tree, &[Node<'static>]) -> Node<'static>) -> Grown {
        let grower = self.grower;
        let whole = push(&mut grower.tree, &grower.waiting[self.from..]);
        grower.waiting.truncate(self.from);
        Ok(variant(&mut grower.tree, self.variant, whole))
    }

    fn list(self) -> Grown {
        self.whole(Tree::push_list)
    }

    fn block(self) -> Grown {
        self.whole(Tree::push_block)
    }
}

/// A value under the name of its variant.
fn variant(tree: &mut Tree, name: Option<&'static str>, value: Node<'static>) -> Node<'static> {
    match name {
        Some(name) => tree.push_block(&[Node::Word(name), value]),
        None => value,
    }
}

/// Whole numbers of every width.
macro_rules! numbers {
    ($($serialize:ident: $of:ty),+) => {$(
        fn $serialize(self, value: $of) -> Grown {
            Ok(match i64::try_from(value) {
                Ok(number) => Node::Number(number),
                Err(_) => self.tree.push_other(&value.to_string()),
            })
        }
    )+};
}

impl<'g> Serializer for &'g mut Grower {
    type Ok = Node<'static>;
    type Error = fmt::Error;
    type SerializeSeq = Parts<'g>;
    type SerializeTuple = Parts<'g>;
    type SerializeTupleStruct = Parts<'g>;
    type SerializeTupleVariant = Parts<'g>;
    type SerializeMap = Parts<'g>;
    type SerializeStruct = Parts<'g>;
    type SerializeStructVariant = Parts<'g>;

    fn serialize_bool(self, value: bool) -> Grown {
        Ok(Node::Bool(value))
    }

    numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128
    );

    fn serialize_f32(self, value: f32) -> Grown {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Grown {
        Ok(self.tree.push_other(&value.to_string()))
    }

    fn serialize_char(self, value: char) -> Grown {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Grown {
        Ok(self.tree.push_text(value))
    }

    fn serialize_bytes(self, value: &[u8]) -> Grown {
        Ok(self.tree.push_other(&format!("{value:?}")))
    }

    fn serialize_none(self) -> Grown {
        Ok(Node::None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Grown {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Grown {
        Ok(Node::None)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Grown {
        Ok(Node::None)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Grown {
        Ok(Node::Word(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Grown {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Grown {
        let value = value.serialize(&mut *self)?;
        Ok(variant(&mut self.tree, Some(name), value))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'g>, fmt::Error> {
        Ok(self.parts(None))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'g>, fmt::Error> {
        Ok(self.parts(None))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'g>, fmt::Error> {
        Ok(self.parts(None))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Parts<'g>, fmt::Error> {
        Ok(self.parts(Some(name)))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'g>, fmt::Error> {
        Ok(self.parts(None))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'g>, fmt::Error> {
        Ok(self.parts(None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Parts<'g>, fmt::Error> {
        Ok(self.parts(Some(name)))
    }
}

/// Parts without names, one behind the other.
macro_rules! parts {
    ($($of:ident: $add:ident),+) => {$(
        impl $of for Parts<'_> {
            type Ok = Node<'static>;
            type Error = fmt::Error;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
                self.add(value)
            }

            fn end(self) -> Grown {
                self.list()
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
        impl $of for Parts<'_> {
            type Ok = Node<'static>;
            type Error = fmt::Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> fmt::Result {
                self.add_named(name, value)
            }

            fn end(self) -> Grown {
                self.block()
            }
        }
    )+};
}
named_parts!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Parts<'_> {
    type Ok = Node<'static>;
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> fmt::Result {
        self.add(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.add(value)
    }

    fn end(self) -> Grown {
        self.block()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::render::fingerprint::Hasher;

    fn digest(value: &Value) -> String {
        let mut hasher = Hasher::default();
        Tree::of(value).unwrap().add_to(&mut hasher);
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
