//! hashbrown's `HashMap` and `HashSet`, as those of the standard library.

use std::hash::Hash;

use hashbrown::{HashMap, HashSet};

use crate::convert::maps::dict;
use crate::convert::sets::set;

dict! {
    HashMap<K: Eq + Hash, V, S>;
}

set! {
    HashSet<T: Eq + Hash, S>;
}
