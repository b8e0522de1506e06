//! Days of the week as `Mon` … `Sun`, for serde.

use jiff::civil::Weekday;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

const DAYS: [(&str, Weekday); 7] = [
    ("Mon", Weekday::Monday),
    ("Tue", Weekday::Tuesday),
    ("Wed", Weekday::Wednesday),
    ("Thu", Weekday::Thursday),
    ("Fri", Weekday::Friday),
    ("Sat", Weekday::Saturday),
    ("Sun", Weekday::Sunday),
];

pub(super) fn serialize<S: Serializer>(days: &[Weekday], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(days.iter().map(|day| {
        DAYS.iter()
            .find(|(_, known)| known == day)
            .map_or("", |(name, _)| *name)
    }))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Weekday>, D::Error> {
    let names = Vec::<String>::deserialize(from)?;
    names
        .iter()
        .map(|name| {
            DAYS.iter()
                .find(|(known, _)| known == name)
                .map(|(_, day)| *day)
                .ok_or_else(|| D::Error::custom(format!("{name:?} is not a day: write Mon … Sun")))
        })
        .collect()
}
