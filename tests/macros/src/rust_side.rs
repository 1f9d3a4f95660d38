//! The exported items as Rust uses them: nothing about them has changed.

use crate::{add, forms, macros, names, options};

/// Calls some of them.
///
/// # Panics
/// When one does not do what it says.
#[mybind::mybind]
pub fn items_are_as_written() {
    const IN_CONST_EVALUATION: i32 = forms::qualified(1, "", b"");
    assert_eq!(IN_CONST_EVALUATION, 1);
    assert_eq!(add::add(1, 2), 3);
    assert_eq!(options::sum_of_squares(vec![3, 4]), Ok(25));
    assert_eq!(names::raw::r#use(2, 3), 6);
    assert_eq!(names::called::args(1, 1, 1, 1, 1, 1, 1), 7);
    assert_eq!(forms::outer(), 1);
    assert_eq!(macros::from_parts(Some(1), None), Some(1));
    let function: extern "C" fn(i32, &'static str, &'static [u8]) -> i32 = forms::qualified;
    assert_eq!(function(2, "", b""), 2);
}
