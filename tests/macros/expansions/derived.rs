//! Conversions of the user's own types.

use mybind::prelude::*;

/// A place on a map.
#[derive(FromPyObject, IntoPyObject)]
#[mybind(from_item_all, rename_all = "camelCase")]
pub struct Place {
    /// Its name.
    pub display_name: String,
    /// Latitude and longitude.
    #[mybind(item("at"), default = (0.0, 0.0))]
    pub position: (f64, f64),
}

/// What to look for.
#[derive(FromPyObject)]
pub enum Query<'py> {
    /// Everything.
    #[mybind(name = "all")]
    All,
    /// A place of this name.
    Name(String),
    /// Whatever has a `centre` and a `radius`.
    Around {
        /// Where.
        centre: Bound<'py, PyAny>,
        /// How far around.
        radius: f64,
    },
}

/// How many places there are.
#[mybind]
#[must_use]
pub fn count(places: Vec<Place>, query: Query<'_>) -> usize {
    let wanted = |place: &&Place| match &query {
        Query::All => true,
        Query::Name(name) => place.display_name == *name,
        Query::Around { radius, .. } => place.position.0.abs() < *radius,
    };
    places.iter().filter(wanted).count()
}
