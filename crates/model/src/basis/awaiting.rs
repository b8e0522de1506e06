//! What of a request that is not over turns on a legal basis, in one line of codes: so that all of them are weighed without
//! opening one.

use super::{Aspect, Help, Matter, Tri};
use crate::id::{RequestId, StateCode};
use crate::kind::Kind;
use crate::request::Request;
use crate::rules::content::Node;

/// How a line begins, and what stands between its parts and between categories.
const BEGIN: &str = "basis";
const BETWEEN: char = '|';
const AND: char = ',';
/// Categories kept of one request, and the length of one.
const CATEGORIES_MAX: usize = 64;
const CODE_BYTES_MAX: usize = 48;

/// A request that is not over, as far as its legal basis turns on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Awaiting {
    /// Which.
    pub request: RequestId,
    /// Its number.
    pub number: String,
    /// What the basis turns on; many requests have the same.
    pub asks: Asks,
}

/// Between whom, and for what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asks {
    /// The requesting State.
    pub from: StateCode,
    /// The requested State.
    pub to: StateCode,
    help: Help,
    aspect: Option<Aspect>,
    categories: Vec<String>,
    organised_crime: Tri,
    electronic: bool,
}

impl Asks {
    /// The matter.
    pub fn matter(&self) -> Matter<'_> {
        Matter {
            help: self.help,
            aspect: self.aspect,
            categories: self.categories.iter().map(String::as_str).collect(),
            organised_crime: self.organised_crime,
            electronic: self.electronic,
        }
    }
}

impl Awaiting {
    /// Of a request; nothing of one that is over, or of a kind that is not known.
    pub fn of(request: &Request) -> Option<Awaiting> {
        let kind = Kind::of_template(&request.template)?;
        if request.stage.is_over() {
            return None;
        }
        let matter = Matter::of_kind(kind, Node::root(&request.content));
        let code = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        let categories = matter.categories.iter();
        let coded = categories.filter(|c| c.len() <= CODE_BYTES_MAX && c.chars().all(code));
        Some(Awaiting {
            request: request.id,
            number: request.number.clone(),
            asks: Asks {
                from: request.from.clone(),
                to: request.to.clone(),
                help: matter.help,
                aspect: matter.aspect,
                categories: coded
                    .take(CATEGORIES_MAX)
                    .map(|c| (*c).to_owned())
                    .collect(),
                organised_crime: matter.organised_crime,
                electronic: matter.electronic,
            },
        })
    }

    /// The line in which it is kept: codes, a number and States, neither line break nor semicolon.
    pub fn line(&self) -> String {
        let asks = &self.asks;
        let organised = match asks.organised_crime {
            Tri::Yes => "yes",
            Tri::Unknown => "unknown",
            Tri::No => "no",
        };
        [
            BEGIN,
            &self.request.to_string(),
            &self.number,
            asks.from.as_str(),
            asks.to.as_str(),
            asks.help.code(),
            asks.aspect.map_or("", Aspect::code),
            organised,
            if asks.electronic { "electronic" } else { "" },
            &asks.categories.join(&AND.to_string()),
        ]
        .join(&BETWEEN.to_string())
    }

    /// Reads a line back; `None` where it is none.
    pub fn read(line: &str) -> Option<Awaiting> {
        let rest = line.strip_prefix(BEGIN)?.strip_prefix(BETWEEN)?;
        let mut parts = rest.split(BETWEEN);
        let mut next = || parts.next();
        Some(Awaiting {
            request: next()?.parse().ok()?,
            number: next()?.to_owned(),
            asks: Asks {
                from: next()?.parse().ok()?,
                to: next()?.parse().ok()?,
                help: Help::from_code(next()?)?,
                aspect: Aspect::from_code(next()?),
                organised_crime: match next()? {
                    "yes" => Tri::Yes,
                    "no" => Tri::No,
                    _ => Tri::Unknown,
                },
                electronic: next()? == "electronic",
                categories: {
                    let all = next()?.split(AND).filter(|c| !c.is_empty());
                    all.map(ToOwned::to_owned).collect()
                },
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_all_and_holds_no_separator() {
        let whole = Awaiting {
            request: RequestId::new(jiff::Timestamp::UNIX_EPOCH, [7; 10]),
            number: "XA-CA-2026-000042-K".to_owned(),
            asks: Asks {
                from: "XA".parse().unwrap(),
                to: "XB".parse().unwrap(),
                help: Help::Extradition,
                aspect: Some(Aspect::ProvisionalArrest),
                categories: vec!["terrorist_bombing".to_owned(), "hostage_taking".to_owned()],
                organised_crime: Tri::No,
                electronic: true,
            },
        };
        let line = whole.line();
        assert!(!line.contains(';') && !line.contains('\n'), "{line}");
        assert_eq!(Awaiting::read(&line), Some(whole));
        assert_eq!(Awaiting::read("no line"), None);
        assert_eq!(crate::statistics::Facts::read(&line), None);
    }
}
