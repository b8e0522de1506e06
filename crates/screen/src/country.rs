//! Countries as lists, passports and people write them, brought to ISO 3166-1 alpha-2 in lower case (FollowTheMoney's form).
//!
//! The table is data (`country/table.txt`). It names no State good or bad and decides no question of recognition.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::names;

static TABLE: &str = include_str!("country/table.txt");

/// Codes of Doc 9303-3 section 5 that stand for no country in the table, and persons without a State.
static SPECIAL: &str = include_str!("country/special.txt");

struct Tables {
    by_code: HashMap<&'static str, &'static str>,
    by_name: HashMap<String, &'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        by_code: HashMap::new(),
        by_name: HashMap::new(),
    };
    for line in rows(TABLE) {
        let mut cells = line.split('|');
        let (Some(two), Some(three)) = (cells.next(), cells.next()) else {
            continue;
        };
        tables.by_code.insert(three, two);
        tables.by_name.insert(two.to_owned(), two);
        tables.by_name.insert(three.to_lowercase(), two);
        for name in cells {
            tables.by_name.entry(names::plain(name)).or_insert(two);
        }
    }
    for line in rows(SPECIAL) {
        if let Some((code, stands_for)) = line.split_once('|') {
            tables.by_code.insert(code, stands_for);
        }
    }
    tables
});

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// The country a text names (code of two or three letters, or a name), as ISO 3166-1 alpha-2 in lower case; `None` where the
/// table does not know it.
///
/// ```
/// assert_eq!(screen::country::code("Iran (Islamic Republic of)"), Some("ir"));
/// assert_eq!(screen::country::code("FRA"), Some("fr"));
/// ```
pub fn code(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if let Some(found) = TABLES.by_code.get(text) {
        return Some(found);
    }
    TABLES.by_name.get(names::plain(text).as_str()).copied()
}

/// The code, or where it is unknown the text as written (trimmed): a value is never lost.
pub fn code_or_text(text: &str) -> String {
    code(text).map_or_else(|| text.trim().to_owned(), str::to_owned)
}

/// Whether a State code of a machine readable zone is one that Doc 9303-3 section 5 allows. `D` stands for Germany.
pub fn is_document_code(code: &str) -> bool {
    TABLES.by_code.contains_key(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_recognised() {
        for (text, expect) in [
            ("Democratic Republic of the Congo", Some("cd")),
            ("Iran (Islamic Republic of)", Some("ir")),
            ("Democratic People's Republic of Korea", Some("kp")),
            ("Türkiye", Some("tr")),
            ("CÔTE D'IVOIRE", Some("ci")),
            ("fr", Some("fr")),
            ("FRA", Some("fr")),
            ("D", Some("de")),
            ("RKS", Some("xk")),
            ("XXB", Some("xxb")),
            ("", None),
            ("Atlantis", None),
        ] {
            assert_eq!(code(text), expect, "{text}");
        }
        assert_eq!(code_or_text(" Atlantis "), "Atlantis");
    }

    #[test]
    fn document_codes() {
        for ok in ["D", "FRA", "UTO", "XXA", "GBD", "SYR", "NZL", "RKS"] {
            assert!(is_document_code(ok), "{ok}");
        }
        for bad in ["DEU<", "SZR", "NYL", "", "fra", "QQQ"] {
            assert!(!is_document_code(bad), "{bad}");
        }
    }
}
