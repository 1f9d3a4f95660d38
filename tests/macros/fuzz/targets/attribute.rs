//! `#[mybind]` on items that the fuzzer's bytes choose.

#![no_main]

use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;
use random_items::{Choose, check_attribute, flat, mutated};

fuzz_target!(|bytes: &[u8]| {
    let mut choose = Choose::of_bytes(bytes);
    let marked = random_items::item(&mut choose, 0);
    let tokens = [&marked.options, &marked.item].map(|text| TokenStream::from_str(text));
    let [Ok(options), Ok(item)] = tokens else {
        return;
    };
    let words = flat([options.clone(), item.clone()]);
    let options = mutated(options, &mut choose, &words);
    let item = mutated(item, &mut choose, &words);
    check_attribute(options, item);
});
