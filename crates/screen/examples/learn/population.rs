//! How often a part of a name occurs among people, and a word among organisations.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use screen::Entity;
use screen::names::parts;

use crate::data::{self, Fault};

/// Weight of the invented people of many name cultures; the tables of popular names have about the rest.
const INVENTED: f64 = 0.6;
/// A popular name at a place of its country's table is borne by this over the place and [`PLACE`].
const POPULAR: f64 = 0.5;
const PLACE: f64 = 8.0;
/// Where a table says no place.
const PLACE_UNKNOWN: f64 = 30.0;
/// Words of organisations seen more seldom are names.
const WORD_MIN: f64 = 8.0;
/// Parts more seldom than this are not in the table.
const SHARE_MIN: f64 = 1.9e-5;

/// Shares, by part of name.
#[derive(Debug, Default)]
pub(crate) struct Population {
    people: HashMap<String, f64>,
    /// Organisations, by word of their names.
    words: HashMap<String, f64>,
    organisations: f64,
}

/// Every part once.
fn distinct(name: &str) -> BTreeSet<String> {
    parts(name)
        .iter()
        .map(|part| part.text.to_string())
        .collect()
}

impl Population {
    /// Words in the names of organisations and things.
    pub(crate) fn organisations(&mut self, records: &[Entity]) {
        let others = records.iter().filter(|record| record.schema != "Person");
        for name in others.filter_map(|record| record.values("name").first()) {
            self.organisations += 1.0;
            for word in distinct(name) {
                *self.words.entry(word).or_default() += 1.0;
            }
        }
    }

    /// Parts of the names of invented people, and of popular names by country.
    ///
    /// # Errors
    /// A table cannot be read.
    pub(crate) fn people(&mut self, data: &Path) -> Result<(), Fault> {
        let mut total = 0.0;
        let mut invented: HashMap<String, f64> = HashMap::new();
        for file in ["yente_negatives_global.csv", "yente_negatives_us.csv"] {
            for line in data::text(&data.join("labelled").join(file))?
                .lines()
                .skip(1)
            {
                total += 1.0;
                for part in distinct(line.split(',').next().unwrap_or_default()) {
                    *invented.entry(part).or_default() += 1.0;
                }
            }
        }
        for (part, count) in invented {
            *self.people.entry(part).or_default() += INVENTED * count / total;
        }
        self.popular(
            &data.join("reference/common_forenames_by_country.csv"),
            7,
            [10, 11],
        )?;
        self.popular(
            &data.join("reference/common_surnames_by_country.csv"),
            1,
            [4, 5],
        )
    }

    /// A table by country: the column of the place, and those of the name.
    fn popular(&mut self, path: &Path, place: usize, names: [usize; 2]) -> Result<(), Fault> {
        let text = data::text(path)?;
        let rows = text.lines().skip(1).map(|line| line.split(',').collect());
        let rows: Vec<Vec<&str>> = rows.collect();
        let mut countries: Vec<&str> = rows.iter().filter_map(|row| row.first().copied()).collect();
        countries.dedup();
        for row in rows {
            let cell = |at: usize| row.get(at).copied();
            let [Some(local), Some(latin)] = names.map(cell) else {
                continue;
            };
            let place = cell(place).and_then(|cell| cell.parse().ok());
            let share = POPULAR / (place.unwrap_or(PLACE_UNKNOWN) + PLACE) / countries.len() as f64;
            let mut here = distinct(local);
            here.extend(distinct(latin));
            for part in here {
                *self.people.entry(part).or_default() += share;
            }
        }
        Ok(())
    }

    /// The table `population.txt`: a line for each tenth of a nat, with the parts that are so rare.
    pub(crate) fn table(mut self) -> String {
        let mut out = String::from(
            "# Made by examples/learn.rs: a part of a name and how rare it is among people or organisations, in hundredths of a nat. Counted over: popular names by\n\
             # country (CC0-1.0), synthetic people of many name cultures (yente fixtures, MIT), words of organisations on public lists. See docs/screening-data.md.\n",
        );
        for (word, count) in self.words.iter().filter(|(_, count)| **count >= WORD_MIN) {
            let share = self.people.entry(word.clone()).or_default();
            *share = share.max(count / self.organisations);
        }
        let kept = self.people.iter().filter(|(_, share)| **share >= SHARE_MIN);
        let rare = |share: f64| (-share.ln() * 100.0).round().clamp(0.0, 3_000.0) as u32;
        let mut rows: Vec<(u32, &String)> =
            kept.map(|(part, share)| (rare(*share), part)).collect();
        rows.sort();
        let mut last = None;
        for (cost, part) in rows {
            let cost = cost / 10 * 10;
            if last.replace(cost) != Some(cost) {
                out.push('\n');
                out.push_str(&cost.to_string());
            }
            out.push(' ');
            out.push_str(part);
        }
        out.push('\n');
        out
    }
}
