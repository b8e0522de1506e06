//! What it says when one part of a name meets another: how much likelier it is that both are the same name than that they
//! meet by chance, in hundredths of a nat.
//!
//! A rare part says much, a common one little; a spelling that only a long way of slips leads to says nothing, and one that is
//! itself somebody else's common name ("Jon" for "Joan") hardly anything.

use super::channel;
use super::likeness::PartKind;
use super::{Class, Part, Script, forms, nicknames, population};

/// Evidence below this is chance: the parts do not meet.
pub(crate) const LEAST: i32 = 120;
/// The same between two scripts, where letters are fewer and ways more.
const LEAST_BETWEEN: i32 = 100;
/// Of two spellings in one script at most so many letters in a hundred differ, unless they sound alike.
const EDITS_MAX: usize = 38;
/// What is lost where the vowels differ and the sounds do not.
const SOUND: i32 = 90;
/// What the spelling says beyond the sound.
pub(crate) const SPELLING: i32 = 60;
/// What an initial says.
const INITIAL: i32 = 110;
/// What a nickname says less than the name itself.
const NICKNAME: i32 = 330;

/// The most that a syllable says which was romanised in another way: there are few of them.
const SYLLABLE: i32 = 420;

/// A part of a name as it is compared, wherever it is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'w> {
    /// In UTF-8; that it is well formed is not asked each time.
    pub(crate) text: &'w [u8],
    pub(crate) codes: &'w [u8],
    pub(crate) script: Script,
    pub(crate) class: Class,
    /// Cost of the codes by themselves.
    pub(crate) alone: u16,
    /// How rare it is.
    pub(crate) surprise: u16,
    /// How rare its sound is.
    pub(crate) sound: u16,
    /// Hash of its skeleton; 0 where it has none.
    pub(crate) skeleton: u32,
    /// Hash of its syllable, however romanised; 0 where it is none.
    pub(crate) syllable: u32,
    /// Whether another part of the same name is such a syllable; only of an asked part.
    pub(crate) among_syllables: bool,
    /// Whether other words are known to mean the same: nicknames, terms of organisations.
    pub(crate) has_others: bool,
}

/// Whether other words are known to mean the same as this one.
pub(crate) fn has_others(text: &str) -> bool {
    !nicknames::of(text).is_empty() || forms::is_term(text)
}

impl Part {
    /// The part as it is compared, as rare as it is among people.
    pub(crate) fn word(&self) -> Word<'_> {
        Word {
            text: self.text.as_bytes(),
            codes: &self.codes,
            script: self.script,
            class: self.class,
            alone: self.alone,
            surprise: self.surprise,
            sound: self.sound,
            skeleton: self.hashes.0,
            syllable: self.hashes.1,
            among_syllables: self.among_syllables,
            has_others: self.has_others,
        }
    }
}

/// A skeleton or a syllable as a number; 0 for none.
pub(crate) fn short_hash(sounds: &str) -> u32 {
    if sounds.is_empty() {
        return 0;
    }
    let wide = population::fnv(sounds.as_bytes());
    (wide ^ (wide >> 32)) as u32 | 1
}

impl<'w> Word<'w> {
    /// The plain text.
    pub(crate) fn text(&self) -> &'w str {
        std::str::from_utf8(self.text).unwrap_or_default()
    }

    /// Whether it is a number, or a letter or two with one.
    pub(crate) fn has_digit(&self) -> bool {
        let digits = self.text.iter().filter(|b| b.is_ascii_digit()).count();
        digits > 0 && self.codes.len() < digits * 3
    }

    /// What the word costs as somebody's name: as a known one, or letter by letter.
    fn own_cost(&self) -> u16 {
        if self.surprise < population::UNKNOWN {
            self.surprise.min(self.alone)
        } else {
            self.alone
        }
    }

    pub(crate) fn is_initial(&self) -> bool {
        self.codes.len() == 1 && self.script != Script::Han
    }
}

/// What is taken off on a list where two parts met between scripts: many names become one there, and some ways were learned from
/// few pairs. Two names by themselves are not looked at so.
pub(crate) fn doubt(a: Script, b: Script) -> i32 {
    if a == b {
        return 0;
    }
    loose(a).max(loose(b))
}

fn loose(script: Script) -> i32 {
    match script {
        Script::Latin | Script::Common => 0,
        Script::Han => 120,
        Script::Cyrillic | Script::Greek | Script::Kana => 130,
        Script::Arabic | Script::Hebrew | Script::Georgian | Script::Armenian => 80,
        Script::Hangul | Script::Other => 260,
    }
}

/// In what way the two meet, and how much it says; `None` where they do not.
pub(crate) fn evidence(asked: &Word<'_>, listed: &Word<'_>) -> Option<(PartKind, i32)> {
    evidence_by(asked, listed, &mut |listed, limit| {
        channel::together_cost((asked.script, asked.codes), listed, limit)
    })
}

/// The cost of the spelling of an asked part and a listed one as one name, at most a limit ([`channel::together_cost`]).
pub(crate) type Together<'f> = dyn FnMut((Script, &[u8]), u32) -> u32 + 'f;

/// As [`evidence`]; `together` is the cost of both spellings as one name, at most a limit.
pub(crate) fn evidence_by(
    asked: &Word<'_>,
    listed: &Word<'_>,
    together: &mut Together<'_>,
) -> Option<(PartKind, i32)> {
    let most = i32::from(asked.surprise.min(listed.surprise));
    if asked.text == listed.text {
        return Some((PartKind::Exact, most.max(20)));
    }
    if asked.has_others && listed.has_others && forms::same_term(asked.text(), listed.text()) {
        return Some((PartKind::Script, (most - 50).max(LEAST)));
    }
    if asked.has_digit() || listed.has_digit() {
        return None;
    }
    let one_syllable = asked.syllable != 0 && asked.syllable == listed.syllable;
    if one_syllable && asked.among_syllables {
        return Some((PartKind::Sound, most.clamp(LEAST, SYLLABLE)));
    }
    if asked.is_initial() || listed.is_initial() {
        let same = asked.codes.first() == listed.codes.first();
        let both = asked.is_initial() && listed.is_initial();
        return (same && !both).then_some((PartKind::Initial, INITIAL.min(most)));
    }
    if asked.codes.is_empty() || listed.codes.is_empty() {
        return None;
    }
    if asked.has_others && listed.has_others && nicknames::related(asked.text(), listed.text()) {
        let evidence = (most - NICKNAME).max(LEAST);
        return Some((PartKind::Nickname, evidence));
    }
    // "Tom" and "Dom" are one syllable, too: in what need be no Chinese or Korean name it says next to nothing.
    let spelled = spelled_alike(asked, listed, together, most);
    spelled.or_else(|| one_syllable.then_some((PartKind::Sound, LEAST)))
}

/// Whether one is the other's spelling, and how much that says.
fn spelled_alike(
    asked: &Word<'_>,
    listed: &Word<'_>,
    together: &mut Together<'_>,
    most: i32,
) -> Option<(PartKind, i32)> {
    let same_script = asked.script == listed.script;
    let longest = asked.codes.len().max(listed.codes.len());
    let same_sound = asked.skeleton != 0 && asked.skeleton == listed.skeleton;
    let edits = if same_script {
        few_edits(asked, listed, same_sound)?
    } else {
        0
    };
    // In one script a common name is itself sooner than a slip of another; in two scripts there is nothing to mistake it for.
    let own = if same_script {
        asked.own_cost()
    } else {
        asked.alone
    };
    let least = if same_script { LEAST } else { LEAST_BETWEEN };
    let cost = i32::from(own) + i32::from(listed.alone);
    let limit = u32::try_from(cost - least).ok()?;
    let together = together((listed.script, listed.codes), limit);
    let sounds_alike = same_sound
        && if same_script {
            edits * 4 <= longest
        } else {
            asked.codes.len().min(listed.codes.len()) >= 3
        };
    if together >= limit && !sounds_alike {
        return None;
    }
    // Whoever writes another spelling may mean any name that sounds like it.
    let most = most.min(i32::from(asked.sound.min(listed.sound)) + SPELLING);
    let evidence = (cost - i32::try_from(together).unwrap_or(i32::MAX)).min(most);
    if sounds_alike {
        let kind = if same_script {
            PartKind::Sound
        } else {
            PartKind::Script
        };
        return Some((kind, evidence.max(most - SOUND)));
    }
    let kind = if same_script {
        PartKind::Spelling
    } else {
        PartKind::Script
    };
    (evidence >= least).then_some((kind, evidence))
}

/// How many letters differ, of two words in one script; `None` where they are too many for one name.
fn few_edits(asked: &Word<'_>, listed: &Word<'_>, same_sound: bool) -> Option<usize> {
    let longest = asked.codes.len().max(listed.codes.len());
    let short = longest <= 3;
    let most = if short { 1 } else { longest * EDITS_MAX / 100 };
    let spared = same_sound && !short;
    // A letter changed takes one away and brings one: what no such number of edits explains needs no table.
    let apart = (letters(asked.codes) ^ letters(listed.codes)).count_ones() as usize;
    let hopeless = apart > 2 * most || asked.codes.len().abs_diff(listed.codes.len()) > most;
    if hopeless && !spared {
        return None;
    }
    let edits = edits(asked.codes, listed.codes);
    (edits <= most || spared).then_some(edits)
}

/// The letters of a word as a set.
pub(crate) fn letters(codes: &[u8]) -> u32 {
    codes.iter().fold(0, |set, code| set | 1 << code)
}

/// Letters to put in, take out, change, or exchange with a neighbour, to make one of the other (optimal string alignment).
/// Bit by bit: Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
pub(crate) fn edits(a: &[u8], b: &[u8]) -> usize {
    let mut places = [0_u32; 32];
    for (at, letter) in a.iter().enumerate().take(channel::CODES_MAX) {
        if let Some(set) = places.get_mut(usize::from(letter & 31)) {
            *set |= 1 << at;
        }
    }
    let count = a.len().min(channel::CODES_MAX);
    if count == 0 {
        return b.len();
    }
    let last = 1_u32 << (count - 1);
    let (mut more, mut less, mut same_before, mut met_before) = (u32::MAX, 0_u32, 0_u32, 0_u32);
    let mut edits = count;
    for letter in b {
        let met = places.get(usize::from(letter & 31)).copied().unwrap_or(0);
        let swapped = ((!same_before & met) << 1) & met_before;
        let same = (((met & more).wrapping_add(more) ^ more) | met | less) | swapped;
        let (right, left) = (less | !(same | more), more & same);
        edits += usize::from(right & last != 0);
        edits -= usize::from(left & last != 0);
        let right = (right << 1) | 1;
        (more, less) = ((left << 1) | !(same | right), right & same);
        (same_before, met_before) = (same, met);
    }
    edits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LEAST, SYLLABLE, edits, evidence};
    use crate::names::likeness::PartKind;
    use crate::names::parts;

    /// Letter by letter, as the distance is defined.
    fn by_letters(a: &[u8], b: &[u8]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let other = usize::from(a[i - 1] != b[j - 1]);
                        let least = (table[i - 1][j - 1] + other)
                            .min(table[i - 1][j] + 1)
                            .min(table[i][j - 1] + 1);
                        match i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            true => least.min(table[i - 2][j - 2] + 1),
                            false => least,
                        }
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn edits_bit_by_bit_are_edits(
            a in prop::collection::vec(1..6_u8, 0..20), b in prop::collection::vec(1..6_u8, 0..20)
        ) {
            prop_assert_eq!(edits(&a, &b), by_letters(&a, &b));
        }
    }

    /// What the first parts of two names say to each other.
    fn first(asked: &str, listed: &str) -> Option<(PartKind, i32)> {
        let (asked, listed) = (parts(asked), parts(listed));
        evidence(&asked[0].word(), &listed[0].word())
    }

    #[test]
    fn syllables_say_more_among_syllables() {
        for (asked, listed) in [
            ("Che Song Ri", "Je Song Ri"),
            ("U Il Cho", "Woo Il Jo"),
            ("Zhang Wei", "Chang Wei"),
        ] {
            let (kind, says) = first(asked, listed).unwrap();
            assert!(
                kind == PartKind::Sound && says > LEAST && says <= SYLLABLE,
                "{asked} {listed} {says}"
            );
        }
        {
            let (asked, listed) = ("Chan Petrov", "Jan Petrov");
            assert_eq!(
                first(asked, listed),
                Some((PartKind::Sound, LEAST)),
                "{asked} {listed}"
            );
        }
        for (asked, listed) in [("U. Petrov", "Wu Petrov"), ("I. Petrov", "Lee Petrov")] {
            assert_eq!(first(asked, listed), None, "{asked} {listed}");
        }
    }
}
