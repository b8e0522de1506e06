//! Which part of the world a name is from, as far as tables of common names tell: for counting alarms fairly, nowhere else. The
//! engine itself makes no such guess.

use std::collections::HashMap;
use std::path::Path;

use screen::names::{Script, parts};

use crate::data::{Fault, text};

/// Countries (ISO 3166) by region. English-speaking countries of several continents are one: their names are the same.
const REGIONS: [(&str, &str); 9] = [
    ("Latin: English-speaking", "AU CA GB GG IE IM JE NZ US"),
    (
        "Latin: western and northern Europe",
        "AT BE CH DE DK FI FO FR IS LI LU MC NL NO SE GL",
    ),
    ("Latin: southern Europe", "AD CY ES GI GR IT MT PT SM"),
    (
        "Latin: eastern Europe",
        "AL BA BG BY CZ EE HR HU LT LV MD ME MK PL RO RS RU SI SK UA XK",
    ),
    (
        "Latin: Latin America and Caribbean",
        "AR BO BR CL CO CR CU DO EC HT MX PA PE PR PY SV UY VE",
    ),
    (
        "Latin: Arab States, Turkey, Iran",
        "AE DZ EG IQ IR JO KW LB LY MA SA TN TR IL",
    ),
    ("Latin: Africa south of the Sahara", "GQ ZA"),
    (
        "Latin: Caucasus, central and southern Asia",
        "AM AZ GE IN KG KZ LK ML NP PK BD",
    ),
    (
        "Latin: eastern Asia and Pacific",
        "CN FJ JP KH KR MN MY PF PH SR TH TW VN",
    ),
];
/// Added to the place of a name in its country's table, so that the first is not everything.
const PLACE: f64 = 8.0;

/// Shares of regions by part of name.
#[derive(Debug)]
pub(crate) struct Regions(HashMap<String, [f64; REGIONS.len()]>);

impl Regions {
    /// From the tables of common forenames and surnames by country.
    ///
    /// # Errors
    /// A table cannot be read.
    pub(crate) fn read(data: &Path) -> Result<Regions, Fault> {
        let mut shares: HashMap<String, [f64; REGIONS.len()]> = HashMap::new();
        let tables = [("forenames", 7, 11), ("surnames", 1, 5)];
        for (kind, place, name) in tables {
            let file = format!("reference/common_{kind}_by_country.csv");
            for line in text(&data.join(file))?.lines().skip(1) {
                let cells: Vec<&str> = line.split(',').collect();
                let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
                let region = REGIONS
                    .iter()
                    .position(|(_, countries)| countries.split(' ').any(|c| c == cell(0)));
                let place: f64 = cell(place).parse().unwrap_or(30.0);
                for part in parts(cell(name)) {
                    let of_part = shares.entry(part.text.to_string()).or_default();
                    if let Some(share) = region.and_then(|at| of_part.get_mut(at)) {
                        *share += 1.0 / (place + PLACE);
                    }
                }
            }
        }
        Ok(Regions(shares))
    }

    /// The script of a name; where that is Latin, the region most of its parts are common in.
    pub(crate) fn of(&self, name: &str) -> String {
        let parts = parts(name);
        let script = parts.first().map_or(Script::Common, |part| part.script);
        if script != Script::Latin {
            return format!("{script:?} script");
        }
        let mut votes = [0.0; REGIONS.len()];
        for shares in parts.iter().filter_map(|part| self.0.get(&*part.text)) {
            let all: f64 = shares.iter().sum();
            for (vote, share) in votes.iter_mut().zip(shares) {
                *vote += share / all.max(f64::MIN_POSITIVE);
            }
        }
        let named = REGIONS.iter().zip(votes).filter(|(_, vote)| *vote > 0.0);
        let most = named.max_by(|a, b| a.1.total_cmp(&b.1));
        most.map_or("Latin: no table has it", |((name, _), _)| *name)
            .to_owned()
    }
}
