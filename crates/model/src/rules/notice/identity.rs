//! Who or what a notice is about, as far as its colour asks (NOT-01).

use super::super::content::{Node, words};
use super::super::{Case, Findings};
use super::{Colour, TEXT_WORDS_MIN, colour};
use crate::finding::{Finding, Level};

/// Who is meant, as far as the colour asks.
pub(in crate::rules) fn not_01(case: &Case<'_>, out: &mut Findings) {
    let mut lacks = |field: &str, missing: &str| {
        out.push(
            Finding::new(Level::Block, "NOT-01", field, "RPD 83 to 95").with("missing", missing),
        );
    };
    let notice = case.content.get("notice");
    let Some(colour) = colour(case) else {
        // Without a colour nothing can be asked.
        if notice.get("colour").code() == "diffusion" {
            lacks("/notice/mirrors", "colour");
        } else if notice.get("colour").text().is_none() {
            lacks("/notice/colour", "colour");
        }
        return;
    };
    let content = case.content;
    let says = |path: &str| words(content.at(path).code()) >= TEXT_WORDS_MIN;
    match colour {
        Colour::Black => {
            for (path, missing) in [("body/found_on", "date"), ("body/place", "place")] {
                if content.at(path).text().is_none() {
                    lacks(&format!("/{path}"), missing);
                }
            }
            if content.at("body/identifiers").codes().is_empty() && !has_prints(case) {
                lacks("/body/identifiers", "traits");
            }
        }
        Colour::Purple => {
            if !says("method/description") {
                lacks("/method/description", "method");
            }
        }
        Colour::Orange => {
            for (path, missing) in [
                ("danger/description", "danger"),
                ("danger/threat", "threat"),
            ] {
                if !says(path) {
                    lacks(&format!("/{path}"), missing);
                }
            }
        }
        _ => identity(case, colour, &mut lacks),
    }
}

/// The person, or for assets and sanctions the entity, that the notice is about.
fn identity(case: &Case<'_>, colour: Colour, lacks: &mut dyn FnMut(&str, &str)) {
    if matches!(colour, Colour::Silver | Colour::UnSpecial)
        && case.content.at("entity/name").text().is_some()
    {
        listing(case, colour, lacks);
        return;
    }
    let Some((index, person)) = subject(case) else {
        lacks("/persons", "person");
        return;
    };
    let at = |name: &str| format!("/persons/{index}/{name}");
    let known = |name: &str| person.get(name).text().is_some();
    let named = known("family_name") || known("native_name") || known("aliases");
    let traits = known("description") || known("documents") || has_prints(case) || traces(person);
    let seen = shown(case, person);
    match colour {
        // A good photograph with anything else stands in for what is not known (RPD 83(2)(a)(ii)).
        Colour::Red
            if seen && (known("description") || known("native_name") || known("aliases")) => {}
        Colour::Red => {
            for name in ["family_name", "given_names", "sex"] {
                if !known(name) {
                    lacks(&at(name), name);
                }
            }
            if person.get("born_on").earliest_date().is_none() {
                lacks(&at("born_on"), "born_on");
            }
            if !traits && !seen {
                lacks(&at("documents"), "traits");
            }
        }
        Colour::Blue if !named && !seen && !traits => lacks(&at("family_name"), "family_name"),
        Colour::Blue => {}
        _ => {
            if !named {
                lacks(&at("family_name"), "family_name");
            }
            if person.get("born_on").earliest_date().is_none() && !traits && !seen {
                lacks(&at("born_on"), "born_on");
            }
        }
    }
    if colour == Colour::Yellow && case.content.at("missing/since").text().is_none() {
        lacks("/missing/since", "date");
    }
    if colour == Colour::Yellow
        && words(case.content.at("missing/circumstances").code()) < TEXT_WORDS_MIN
    {
        lacks("/missing/circumstances", "circumstances");
    }
    listing(case, colour, lacks);
}

/// A notice on sanctions mirrors an entry of the list.
fn listing(case: &Case<'_>, colour: Colour, lacks: &mut dyn FnMut(&str, &str)) {
    if colour == Colour::UnSpecial && case.content.at("listing/reference").text().is_none() {
        lacks("/listing/reference", "reference");
    }
}

/// The first person whom the notice can be about.
fn subject<'a>(case: &Case<'a>) -> Option<(usize, Node<'a>)> {
    case.content.get("persons").items().find(|(_, person)| {
        !matches!(
            person.get("role").code(),
            "witness" | "expert" | "contact" | "account_holder"
        )
    })
}

fn has_prints(case: &Case<'_>) -> bool {
    case.has_attachment("fingerprints")
}

/// Prints, iris or a DNA reference are held.
fn traces(person: Node<'_>) -> bool {
    person
        .get("biometrics")
        .codes()
        .iter()
        .any(|code| *code != "photograph")
}

/// A photograph is held.
fn shown(case: &Case<'_>, person: Node<'_>) -> bool {
    case.has_attachment("photograph") || person.get("biometrics").codes().contains(&"photograph")
}
