//! indexmap's `IndexMap` and `IndexSet`. A dict keeps its order both ways; a set has none.

use std::hash::Hash;

use indexmap::{IndexMap, IndexSet};

use crate::convert::maps::dict;
use crate::convert::sets::set;

dict! {
    IndexMap<K: Eq + Hash, V, S>;
}

set! {
    IndexSet<T: Eq + Hash, S>;
}
