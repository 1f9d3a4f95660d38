//! A function that only `unsafe` code may call, though no `unsafe` says so.

#[mybind::mybind]
#[cfg_attr(target_arch = "x86_64", target_feature(enable = "avx512f"))]
#[cfg_attr(target_arch = "aarch64", target_feature(enable = "sve2"))]
pub fn needs_a_processor(x: i32) -> i32 {
    x
}
