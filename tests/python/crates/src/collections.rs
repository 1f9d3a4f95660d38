//! bytes, either, hashbrown, indexmap and smallvec.

use std::sync::Arc;

use bytes::Bytes;
use either::Either;
use indexmap::{IndexMap, IndexSet};
use mybind::prelude::*;
use smallvec::SmallVec;

/// Bytes.
#[mybind]
pub fn shared_bytes(value: Bytes) -> Arc<Bytes> {
    Arc::new(value)
}

/// A part of the bytes.
#[mybind]
pub fn part_of_bytes(value: Bytes, start: usize, end: usize) -> Bytes {
    let end = end.min(value.len());
    value.slice(start.min(end)..end)
}

/// The left type first.
#[mybind]
pub fn either_of(value: Either<i32, String>) -> Either<i32, String> {
    value
}

/// By reference.
#[mybind]
pub fn either_shared(value: Either<i32, Option<String>>) -> Arc<Either<i32, Option<String>>> {
    Arc::new(value)
}

/// Inside of a container, and three types.
#[mybind]
pub fn eithers(
    values: Vec<Either<u8, Either<f64, Vec<u8>>>>,
) -> Vec<Either<u8, Either<f64, Vec<u8>>>> {
    values
}

/// hashbrown's map.
#[mybind]
pub fn brown_map(value: hashbrown::HashMap<String, i32>) -> hashbrown::HashMap<String, i32> {
    value
}

/// hashbrown's set.
#[mybind]
pub fn brown_set(value: hashbrown::HashSet<i32>) -> hashbrown::HashSet<i32> {
    value
}

/// In order.
#[mybind]
pub fn index_map(value: IndexMap<String, i32>) -> IndexMap<String, i32> {
    value
}

/// In the opposite order.
#[mybind]
pub fn index_map_reversed(value: IndexMap<i32, String>) -> IndexMap<i32, String> {
    value.into_iter().rev().collect()
}

/// By reference.
#[mybind]
pub fn index_map_shared(value: IndexMap<String, i32>) -> Arc<IndexMap<String, i32>> {
    Arc::new(value)
}

/// indexmap's set.
#[mybind]
pub fn index_set(value: IndexSet<i32>) -> IndexSet<i32> {
    value
}

/// Up to four items in place.
#[mybind]
pub fn small_vec(value: SmallVec<[i32; 4]>) -> SmallVec<[i32; 4]> {
    value
}

/// By reference.
#[mybind]
pub fn small_vec_shared(value: SmallVec<[String; 4]>) -> Arc<SmallVec<[String; 4]>> {
    Arc::new(value)
}

/// Whether it has memory of its own.
#[mybind]
pub fn small_vec_spilled(value: SmallVec<[i32; 4]>) -> bool {
    value.spilled()
}

/// Bytes.
#[mybind]
pub fn small_bytes(value: SmallVec<[u8; 4]>) -> SmallVec<[u8; 4]> {
    value
}
