//! bigdecimal, num-bigint, num-complex, num-rational, ordered-float, rust_decimal and uuid.

use std::collections::BTreeSet;
use std::sync::Arc;

use bigdecimal::BigDecimal;
use mybind::prelude::*;
use num_bigint::{BigInt, BigUint};
use num_complex::Complex;
use num_rational::Ratio;
use ordered_float::{NotNan, OrderedFloat};
use rust_decimal::Decimal;
use uuid::{NonNilUuid, Uuid};

/// Of any size.
#[mybind]
pub fn big_int(value: BigInt) -> BigInt {
    value
}

/// By reference.
#[mybind]
pub fn big_int_shared(value: BigInt) -> Arc<BigInt> {
    Arc::new(value)
}

/// Inside of a container.
#[mybind]
pub fn big_ints(values: Vec<BigInt>) -> Vec<BigInt> {
    values
}

/// Computed here.
#[mybind]
pub fn big_int_power(base: BigInt, exponent: u32) -> BigInt {
    base.pow(exponent)
}

/// Of any size, and not negative.
#[mybind]
pub fn big_uint(value: BigUint) -> BigUint {
    value
}

/// By reference.
#[mybind]
pub fn big_uint_shared(value: BigUint) -> Arc<BigUint> {
    Arc::new(value)
}

/// Of two f64.
#[mybind]
pub fn complex64(value: Complex<f64>) -> Complex<f64> {
    value
}

/// By reference.
#[mybind]
pub fn complex64_shared(value: Complex<f64>) -> Arc<Complex<f64>> {
    Arc::new(value)
}

/// Of two f32.
#[mybind]
pub fn complex32(value: Complex<f32>) -> Complex<f32> {
    value
}

/// Of two i8.
#[mybind]
pub fn ratio_i8(value: Ratio<i8>) -> Ratio<i8> {
    value
}

/// Of two i64.
#[mybind]
pub fn ratio_i64(value: Ratio<i64>) -> Ratio<i64> {
    value
}

/// Of two i128.
#[mybind]
pub fn ratio_i128(value: Ratio<i128>) -> Ratio<i128> {
    value
}

/// Of any size.
#[mybind]
pub fn ratio_big(value: Ratio<BigInt>) -> Ratio<BigInt> {
    value
}

/// By reference.
#[mybind]
pub fn ratio_shared(value: Ratio<i64>) -> Arc<Ratio<i64>> {
    Arc::new(value)
}

/// Any float.
#[mybind]
pub fn ordered_f64(value: OrderedFloat<f64>) -> OrderedFloat<f64> {
    value
}

/// Any float, rounded.
#[mybind]
pub fn ordered_f32(value: OrderedFloat<f32>) -> OrderedFloat<f32> {
    value
}

/// In order.
#[mybind]
pub fn ordered_set(values: Vec<OrderedFloat<f64>>) -> Vec<OrderedFloat<f64>> {
    values
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// Any float but nan.
#[mybind]
pub fn not_nan(value: NotNan<f64>) -> Arc<NotNan<f64>> {
    Arc::new(value)
}

/// Any UUID.
#[mybind]
pub fn any_uuid(value: Uuid) -> Uuid {
    value
}

/// By reference.
#[mybind]
pub fn uuid_shared(value: Uuid) -> Arc<Uuid> {
    Arc::new(value)
}

/// Any UUID but the nil UUID.
#[mybind]
pub fn non_nil_uuid(value: NonNilUuid) -> NonNilUuid {
    value
}

/// Of any size and precision.
#[mybind]
pub fn big_decimal(value: BigDecimal) -> BigDecimal {
    value
}

/// By reference.
#[mybind]
pub fn big_decimal_shared(value: BigDecimal) -> Arc<BigDecimal> {
    Arc::new(value)
}

/// `digits * 10**-scale`.
#[mybind]
pub fn big_decimal_scaled(digits: BigInt, scale: i64) -> BigDecimal {
    BigDecimal::new(digits, scale)
}

/// Of 96 bits.
#[mybind]
pub fn decimal(value: Decimal) -> Decimal {
    value
}

/// By reference.
#[mybind]
pub fn decimal_shared(value: Decimal) -> Arc<Decimal> {
    Arc::new(value)
}

/// Inside of a container.
#[mybind]
pub fn decimals(values: Vec<Decimal>) -> Vec<Decimal> {
    values
}
