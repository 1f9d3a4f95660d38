//! The derives of conversions on types that the fuzzer's bytes choose.

#![no_main]

use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;
use random_items::{Choose, check_derive, flat, mutated};

fuzz_target!(|bytes: &[u8]| {
    let mut choose = Choose::of_bytes(bytes);
    let Ok(item) = TokenStream::from_str(&random_items::derived(&mut choose, 0)) else {
        return;
    };
    let item = mutated(item.clone(), &mut choose, &flat([item]));
    check_derive(&item);
});
