//! Short and familiar forms of given names: "Bob" for "Robert". The table (`learned/nicknames.txt`) names its source.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Names by name, both ways.
static TABLE: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Vec<&str>> = HashMap::new();
    for line in include_str!("learned/nicknames.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let mut words = line.split(' ');
        let Some(name) = words.next() else { continue };
        for short in words {
            table.entry(name).or_default().push(short);
            table.entry(short).or_default().push(name);
        }
    }
    table
});

/// The names that stand for this one (plain text).
pub(crate) fn of(text: &str) -> &'static [&'static str] {
    TABLE.get(text).map_or(&[], Vec::as_slice)
}

/// Whether one is used for the other.
pub(crate) fn related(a: &str, b: &str) -> bool {
    of(a).contains(&b)
}
