//! The European Union's lists: the consolidated financial sanctions list (<https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions>),
//! as XML 1.1 and as a table, and the annexes of its regulations as tables.

pub(crate) mod journal;
pub(crate) mod table;
pub(crate) mod xml;

use crate::entity::{Entity, prop};
use crate::lists::words::{self, add_country};
use crate::lists::xml::squeeze;

/// Before the list's own number in an id.
const ID_PREFIX: &str = "eu-";

/// A birth date as the list gives it: a day, or year and month and day apart, or a range of years; and "about".
struct Birth<'b> {
    day: &'b str,
    year: &'b str,
    month: &'b str,
    day_of_month: &'b str,
    from: &'b str,
    to: &'b str,
    about: bool,
    calendar: &'b str,
}

impl Birth<'_> {
    fn keep(&self, entity: &mut Entity) {
        let known = |part: &str| part.parse::<u32>().is_ok_and(|n| n > 0);
        let text = if !self.day.is_empty() {
            self.day.to_owned()
        } else if known(self.from) && known(self.to) {
            format!("{} to {}", self.from, self.to)
        } else if known(self.year) && known(self.month) && known(self.day_of_month) {
            format!("{}.{}.{}", self.day_of_month, self.month, self.year)
        } else if known(self.year) && known(self.month) {
            format!("{}-{:0>2}", self.year, self.month)
        } else if known(self.year) {
            self.year.to_owned()
        } else {
            return;
        };
        let gregorian = self.calendar.is_empty() || self.calendar.eq_ignore_ascii_case("GREGORIAN");
        let about = if self.about { "circa " } else { "" };
        if gregorian {
            words::add_date(entity, prop::BIRTH_DATE, &format!("{about}{text}"));
        } else {
            let note = format!("Date of birth: {text} ({})", self.calendar);
            entity.add(prop::NOTES, &note);
        }
    }
}

/// An identity document by the code of its kind.
fn document(entity: &mut Entity, kind: &str, number: &str, country: &str) {
    if number.is_empty() {
        return;
    }
    let property = match kind {
        "passport" | "dippass" | "travdoc" => prop::PASSPORT_NUMBER,
        "imo" => "imoNumber",
        "swiftbic" => "swiftBic",
        "regnumber" | "register" => "registrationNumber",
        "fiscalcode" | "tax" => "taxNumber",
        _ => prop::ID_NUMBER,
    };
    super::ofac::facts::document(entity, kind, property, number);
    let line = words::line(&[&format!("{kind} {number}"), country]);
    entity.add(prop::DOCUMENT, line.trim());
}

/// The whole name, or where it is not given its parts.
fn whole(whole: &str, parts: [&str; 3]) -> String {
    match whole.is_empty() {
        true => squeeze(&parts.join(" ")),
        false => squeeze(whole),
    }
}

/// Keeps what is remarked of a name, but where it says nothing else than how good the name is. "Low quality" says that the name is
/// a weak one: the answer.
fn name_remark(entity: &mut Entity, remark: &str) -> bool {
    let lower = remark
        .to_lowercase()
        .replace(['-', '\u{2010}', '\u{2011}'], " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let mark = |c: char| !c.is_alphanumeric();
    let alone = words.join(" ");
    let alone = alone.trim_matches(mark);
    let quality = ["low quality", "good quality"]
        .iter()
        .find_map(|said| alone.strip_prefix(said));
    if !quality.is_some_and(|rest| ["", " alias", " a.k.a", " aka"].contains(&rest)) {
        entity.add(prop::NOTES, remark);
    }
    words.windows(2).any(|pair| match pair {
        [low, quality] => {
            low.rsplit(mark).next() == Some("low") && quality.split(mark).next() == Some("quality")
        }
        _ => false,
    })
}

/// The schema by the code of a subject's kind.
fn schema_of(kind: &str) -> &'static str {
    match kind {
        "person" | "P" => "Person",
        "vessel" | "V" => "Vessel",
        _ => "Organization",
    }
}

fn place(entity: &mut Entity, parts: &[&str], country: (&str, &str)) {
    let named = if country.1.is_empty() {
        country.0
    } else {
        country.1
    };
    let known = !named.is_empty() && !named.eq_ignore_ascii_case("unknown");
    let line = words::line(&[parts, &[if known { named } else { "" }]].concat());
    entity.add(prop::ADDRESS, &line);
    if known {
        add_country(entity, prop::COUNTRY, country_of(country));
    }
}

/// The code where it is one ("00" stands for none), else the name.
fn country_of<'c>(country: (&'c str, &'c str)) -> &'c str {
    match country.0 {
        "" | "00" => country.1,
        code => code,
    }
}
