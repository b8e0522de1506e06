//! How alike two parts of names are, and in what way.

use serde::{Deserialize, Serialize};

use super::Part;

/// In what way two parts of names met, or did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// The same letters.
    Exact,
    /// Written a little differently.
    Spelling,
    /// Other vowels or doubled letters, the same consonants.
    Sound,
    /// The same in another script.
    Script,
    /// One is the first letter of the other.
    Initial,
    /// Written in one word here and in two there.
    Joined,
    /// Both have a part here that the other does not know: this speaks against.
    Differs,
    /// Only the query has it: the list leaves it out.
    OnlyAsked,
    /// Only the list has it: the query leaves it out.
    OnlyListed,
}

impl PartKind {
    /// Stable code for texts and logs, the same as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            PartKind::Exact => "exact",
            PartKind::Spelling => "spelling",
            PartKind::Sound => "sound",
            PartKind::Script => "script",
            PartKind::Initial => "initial",
            PartKind::Joined => "joined",
            PartKind::Differs => "differs",
            PartKind::OnlyAsked => "only-asked",
            PartKind::OnlyListed => "only-listed",
        }
    }
}

/// Parts less alike than this do not meet.
pub(crate) const LIKENESS_MIN: f64 = 0.6;

/// How alike two parts are, 0 to 1; `None` below [`LIKENESS_MIN`].
pub(crate) fn likeness(a: &Part, b: &Part) -> Option<(PartKind, f64)> {
    if a.text == b.text {
        return Some((PartKind::Exact, 1.0));
    }
    let found = if a.script == b.script {
        same_script(a, b)
    } else {
        other_script(a, b)
    };
    found.filter(|(_, score)| *score >= LIKENESS_MIN)
}

fn same_script(a: &Part, b: &Part) -> Option<(PartKind, f64)> {
    let (left, right): (Vec<char>, Vec<char>) =
        (a.text.chars().collect(), b.text.chars().collect());
    let longer = left.len().max(right.len());
    if left.len().min(right.len()) == 1 {
        // A character of Han stands for a whole part, a letter of an alphabet for the first letter of one.
        let initial = !a.latin.is_empty() && left.first() == right.first();
        return initial.then_some((PartKind::Initial, 0.62));
    }
    if left.iter().chain(&right).any(char::is_ascii_digit) {
        // Another number is another thing, however near.
        return None;
    }
    let same_sound = a.skeleton == b.skeleton;
    if !same_sound && !may_be_near(&left, &right) {
        return None;
    }
    let changes = osa(&left, &right);
    let spelling = (PartKind::Spelling, spelling(changes, longer));
    if a.latin.is_empty() {
        return Some(spelling);
    }
    // Two consonants are soon alike: there only so many letters may differ.
    let few = if longer > 4 { 2 } else { 1 };
    let alike = same_sound && (a.skeleton.len() > 2 && longer > 4 || changes <= few);
    let sound = (PartKind::Sound, if alike { sound(a, b) } else { 0.0 });
    Some(if sound.1 > spelling.1 {
        sound
    } else {
        spelling
    })
}

/// Whether few enough letters may have changed for [`spelling`] to give anything: told from lengths and the sets of letters, since
/// each change takes away or adds one letter at most. Most parts fall out here, before the distance is worked out.
fn may_be_near(left: &[char], right: &[char]) -> bool {
    let allowed = match left.len().max(right.len()) {
        10.. => 3,
        6.. => 2,
        4.. => 1,
        _ => 0,
    };
    let letters = |of: &[char]| {
        of.iter()
            .fold(0_u64, |set, c| set | 1 << (u32::from(*c) & 63))
    };
    left.len().abs_diff(right.len()) <= allowed
        && (letters(left) ^ letters(right)).count_ones() as usize <= 2 * allowed
}

/// What so many changed letters in so long a part leave of likeness.
fn spelling(changes: usize, longer: usize) -> f64 {
    match (changes, longer) {
        (1, 8..) => 0.95,
        (1, 5..) => 0.91,
        (1, 4) => 0.82,
        (2, 8..) => 0.86,
        (2, 6..) => 0.72,
        (3, 10..) => 0.74,
        _ => 0.0,
    }
}

/// Same consonants: the vowels decide, as far as they are written.
fn sound(a: &Part, b: &Part) -> f64 {
    let vowels = jaro_winkler(&folded(&a.latin), &folded(&b.latin));
    match a.skeleton.len() {
        0 | 1 if vowels < 0.8 => 0.0,
        0 | 1 => 0.70 + 0.22 * (vowels - 0.8) / 0.2,
        _ if vowels < 0.6 => 0.0,
        _ => 0.72 + 0.22 * vowels,
    }
}

fn other_script(a: &Part, b: &Part) -> Option<(PartKind, f64)> {
    if a.latin.is_empty() || b.latin.is_empty() {
        return None;
    }
    if a.latin == b.latin {
        return Some((PartKind::Script, 0.97));
    }
    if a.latin.len() == 1 || b.latin.len() == 1 {
        return None;
    }
    let (left, right) = (folded(&a.latin), folded(&b.latin));
    let vowels = jaro_winkler(&left, &right);
    if left == right {
        return Some((PartKind::Script, 0.96));
    }
    let abjad = a.script.is_abjad() || b.script.is_abjad();
    if a.skeleton == b.skeleton {
        let score = match a.skeleton.len() {
            0 => 0.0,
            1 if abjad => 0.55 + 0.3 * vowels,
            1 => 0.4 + 0.5 * vowels,
            2 => 0.68 + 0.25 * vowels,
            _ => 0.78 + 0.17 * vowels,
        };
        return Some((PartKind::Script, score));
    }
    let (left, right): (Vec<char>, Vec<char>) =
        (a.skeleton.chars().collect(), b.skeleton.chars().collect());
    let near = osa(&left, &right) == 1 && vowels >= 0.6;
    let score = match left.len().max(right.len()) {
        _ if !near => 0.0,
        5.. => 0.80,
        4 => 0.74,
        3 if vowels >= 0.75 => 0.66,
        _ => 0.0,
    };
    Some((PartKind::Script, score))
}

/// Latin letters with vowels and their spellings brought together: "Youssouf" and "Yusuf", "Rashid" and "Rasheed".
fn folded(latin: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(latin.len());
    let mut letters = latin.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied();
        let folded = match (c, next) {
            ('o', Some('u' | 'o')) => {
                letters.next();
                'u'
            }
            ('e', Some('e')) => {
                letters.next();
                'i'
            }
            ('k' | 'g', Some('h')) => {
                letters.next();
                'k'
            }
            ('p', Some('h')) => {
                letters.next();
                'f'
            }
            ('o' | 'w', _) => 'u',
            ('e' | 'y', _) => 'i',
            ('q' | 'c' | 'g', _) => 'k',
            ('z', _) => 's',
            ('h', None) if out.len() > 1 => continue,
            (other, _) => other,
        };
        if out.last() != Some(&folded) {
            out.push(folded);
        }
    }
    out
}

/// Letters to insert, delete, replace or exchange with their neighbour to make one of the other (optimal string alignment).
pub(crate) fn osa(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut a_last = None;
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        let mut left = i + 1;
        let mut b_last = None;
        for (j, y) in b.iter().enumerate() {
            let cell = |from: &[usize], at: usize| from.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut best = (left + 1)
                .min(cell(&above, j + 1) + 1)
                .min(cell(&above, j) + usize::from(x != y));
            if a_last == Some(y) && b_last == Some(x) && j > 0 {
                best = best.min(cell(&before, j - 1) + 1);
            }
            row.push(best);
            left = best;
            b_last = Some(y);
        }
        before = std::mem::replace(&mut above, row);
        a_last = Some(x);
    }
    above.last().copied().unwrap_or(0)
}

/// Jaro-Winkler similarity, 0 to 1 (Winkler 1990; prefix weight 0.1, at most four letters).
pub(crate) fn jaro_winkler(a: &[char], b: &[char]) -> f64 {
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let window = (a.len().max(b.len()) / 2).saturating_sub(1);
    let mut taken = vec![false; b.len()];
    let mut left = Vec::new();
    for (i, x) in a.iter().enumerate() {
        let reach = taken
            .iter_mut()
            .zip(b)
            .enumerate()
            .skip(i.saturating_sub(window))
            .take(2 * window + 1);
        for (j, (used, y)) in reach {
            if j <= i + window && !*used && x == y {
                *used = true;
                left.push(x);
                break;
            }
        }
    }
    if left.is_empty() {
        return 0.0;
    }
    let right = taken
        .iter()
        .zip(b)
        .filter(|(used, _)| **used)
        .map(|(_, y)| y);
    let half_swaps = left.iter().zip(right).filter(|(x, y)| **x != *y).count();
    let matches = left.len() as f64;
    let swaps = half_swaps as f64 / 2.0;
    let jaro =
        (matches / a.len() as f64 + matches / b.len() as f64 + (matches - swaps) / matches) / 3.0;
    let prefix = a.iter().zip(b).take(4).take_while(|(x, y)| x == y).count() as f64;
    jaro + prefix * 0.1 * (1.0 - jaro)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn distances() {
        for (a, b, expect) in [
            ("", "", 0),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("ab", "ba", 1),
            ("ca", "abc", 3),
            ("smith", "smiht", 1),
        ] {
            assert_eq!(osa(&chars(a), &chars(b)), expect, "{a} {b}");
            assert_eq!(osa(&chars(b), &chars(a)), expect, "{b} {a}");
        }
        for (a, b, expect) in [
            ("martha", "marhta", 0.9611),
            ("dwayne", "duane", 0.84),
            ("dixon", "dicksonx", 0.8133),
            ("abc", "xyz", 0.0),
            ("a", "a", 1.0),
        ] {
            let found = jaro_winkler(&chars(a), &chars(b));
            assert!((found - expect).abs() < 0.001, "{a} {b} {found}");
        }
    }

    #[test]
    fn parts_meet_as_they_should() {
        use PartKind::{Exact, Initial, Script, Sound, Spelling};
        for (a, b, expect) in [
            ("badege", "badege", Some(Exact)),
            ("badege", "badegge", Some(Sound)),
            ("makenga", "makemga", Some(Spelling)),
            ("mohammed", "muhamad", Some(Sound)),
            ("hussein", "husayn", Some(Sound)),
            ("ali", "علي", Some(Script)),
            ("muhammad", "محمد", Some(Script)),
            ("qasim", "قاسم", Some(Script)),
            ("putin", "путин", Some(Script)),
            ("j", "javad", Some(Initial)),
            ("ali", "amr", None),
            ("khan", "kane", None),
            ("smith", "jones", None),
            ("金铁三", "金铁山", None),
            ("m23", "m24", None),
        ] {
            let of = |text: &str| Part::new(text);
            let found = likeness(&of(a), &of(b));
            assert_eq!(found.map(|f| f.0), expect, "{a} {b} {found:?}");
            let back = likeness(&of(b), &of(a));
            assert_eq!(found.map(|f| f.0), back.map(|f| f.0), "{b} {a}");
        }
    }
}
