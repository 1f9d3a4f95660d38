//! Enums of texts.

use mybind::prelude::*;

#[derive(FromPyObject, IntoPyObject, IntoPyObjectRef, Clone, Copy, PartialEq, Eq, Hash)]
#[mybind(rename_all = "kebab-case")]
pub enum Color {
    Red,
    DarkGreen,
    #[mybind(name = "blau ä\"")]
    Blue,
}

#[mybind]
pub fn echo_color(color: Color) -> Color {
    color
}

#[mybind]
pub fn palette(
    colors: Vec<Color>,
    other: Option<Color>,
) -> std::collections::HashMap<Color, usize> {
    let mut counts = std::collections::HashMap::new();
    for color in colors.into_iter().chain(other) {
        *counts.entry(color).or_default() += 1;
    }
    counts
}

#[derive(FromPyObject, IntoPyObject)]
pub enum Fruit {
    Apple = 1 << 2,
}

#[mybind]
pub fn echo_fruit(fruit: Fruit) -> Fruit {
    fruit
}
