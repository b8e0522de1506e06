//! Words by which a text gives away what it is about, in the six languages. A list of stems is coarse: it can only make
//! an officer look again, and the finding names the word. The lists are files beside this one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::content::words;
use crate::script::is_unspaced;

/// How many words before a stem a negation reaches.
const NEGATION_REACH: usize = 3;
/// How many words may stand between the two stems of a pair.
const PAIR_REACH: usize = 5;
/// The same, in characters of a script without blanks.
const PAIR_REACH_UNSPACED: usize = 12;
/// Telling words that make a text more than a label.
const TELLING_MIN: usize = 5;
/// The same, where the text has a number or a proper name in it.
const TELLING_ANCHORED_MIN: usize = 3;

/// Telling words that a reason has at least: why, or what for.
pub(super) const REASON_TELLING_MIN: usize = 2;

/// Which words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lexicon {
    /// Matters of a political, military, religious or racial character.
    Political,
    /// Acts of violence against persons or things.
    Violence,
    /// Family, private debt, administrative rules.
    Private,
    /// What only a court orders, or what makes evidence.
    Coercive,
    /// Words or things got by torture.
    Torture,
    /// The press, opposition, defenders of human rights, refugees.
    Voice,
}

impl Lexicon {
    fn list(self) -> &'static List {
        static LISTS: LazyLock<[List; 6]> = LazyLock::new(|| {
            [
                List::read(include_str!("lexicon/political.txt")),
                List::read(include_str!("lexicon/violence.txt")),
                List::read(include_str!("lexicon/private.txt")),
                List::read(include_str!("lexicon/coercive.txt")),
                List::read(include_str!("lexicon/torture.txt")),
                List::read(include_str!("lexicon/voice.txt")),
            ]
        });
        let [political, violence, private, coercive, torture, voice] = &*LISTS;
        match self {
            Self::Political => political,
            Self::Violence => violence,
            Self::Private => private,
            Self::Coercive => coercive,
            Self::Torture => torture,
            Self::Voice => voice,
        }
    }
}

/// A list: stems, and pairs of stems that stand near each other.
struct List {
    stems: Vec<Stem>,
    pairs: Vec<(Vec<Stem>, Vec<Stem>)>,
}

/// The beginning of a word, or a whole word.
#[derive(Clone, Copy)]
struct Stem {
    text: &'static str,
    whole: bool,
}

/// Lines that say something.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

impl List {
    fn read(file: &'static str) -> Self {
        let mut list = Self {
            stems: Vec::new(),
            pairs: Vec::new(),
        };
        let several = |text: &'static str| text.split_whitespace().map(Stem::read).collect();
        for line in lines(file) {
            match line.split_once(" + ") {
                Some((ones, others)) => list.pairs.push((several(ones), several(others))),
                None => list.stems.push(Stem::read(line)),
            }
        }
        list
    }
}

impl Stem {
    fn read(word: &'static str) -> Self {
        match word.strip_prefix('=') {
            Some(text) => Self { text, whole: true },
            None => Self {
                text: word,
                whole: false,
            },
        }
    }

    /// Where it stands in a text in lower case.
    fn places<'a>(self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        text.match_indices(self.text)
            .map(|(at, _)| at)
            .filter(move |at| self.begins_word(text.get(..*at).unwrap_or_default()))
            .filter(move |at| {
                let after = text.get(at + self.text.len()..).unwrap_or_default();
                !self.whole || !after.chars().next().is_some_and(char::is_alphanumeric)
            })
    }

    /// A stem stands at the beginning of a word, except in scripts that join words to what goes before.
    fn begins_word(self, before: &str) -> bool {
        let joins = self
            .text
            .chars()
            .next()
            .is_some_and(|c| !is_latin_or_cyrillic(c));
        joins
            || !before
                .chars()
                .next_back()
                .is_some_and(char::is_alphanumeric)
    }
}

fn is_latin_or_cyrillic(c: char) -> bool {
    matches!(c, 'a'..='z' | '\u{00C0}'..='\u{024F}' | '\u{0400}'..='\u{04FF}')
}

/// The first word of the list that the text holds. Violence that is denied is none.
pub(crate) fn marker(lexicon: Lexicon, text: &str) -> Option<&'static str> {
    let text = text.to_lowercase().replace('’', "'");
    let list = lexicon.list();
    let counts =
        |at: usize| lexicon != Lexicon::Violence || !is_denied(text.get(..at).unwrap_or_default());
    let alone = list
        .stems
        .iter()
        .find(|stem| stem.places(&text).any(counts))
        .map(|stem| stem.text);
    alone.or_else(|| {
        let mut pairs = list.pairs.iter();
        pairs.find_map(|(ones, others)| paired(&text, ones, others))
    })
}

/// The first of `ones` that stands near one of `others`, in the same clause.
fn paired(text: &str, ones: &[Stem], others: &[Stem]) -> Option<&'static str> {
    let ends: Vec<(usize, usize)> = others
        .iter()
        .flat_map(|stem| stem.places(text).map(|at| (at, at + stem.text.len())))
        .collect();
    if ends.is_empty() {
        return None;
    }
    ones.iter()
        .find(|stem| {
            stem.places(text).any(|at| {
                let end = at + stem.text.len();
                ends.iter().any(|(start, stop)| {
                    let between = text.get(end..*start).or_else(|| text.get(*stop..at));
                    between.is_some_and(is_near)
                })
            })
        })
        .map(|stem| stem.text)
}

fn is_near(between: &str) -> bool {
    let unspaced = between.chars().filter(|c| is_unspaced(*c)).count();
    !between.contains(['.', ';', '。', '؛', '；', '?', '!'])
        && between.split_whitespace().count() <= PAIR_REACH
        && unspaced <= PAIR_REACH_UNSPACED
}

/// Words that turn the next ones into their opposite.
const NEGATIONS: &[&str] = &[
    "no",
    "not",
    "nobody",
    "none",
    "never",
    "without",
    "sans",
    "aucun",
    "aucune",
    "pas",
    "ni",
    "sin",
    "nadie",
    "ningún",
    "ninguna",
    "не",
    "без",
    "никто",
    "ни",
    "لم",
    "دون",
    "بدون",
    "ليس",
    "غير",
    "لا",
];

/// The same, in a script without blanks.
const NEGATIONS_UNSPACED: &[char] = &['未', '没', '无', '無', '不'];

/// Whether one of the last words of the same sentence says no.
fn is_denied(before: &str) -> bool {
    let clause = before
        .rsplit(['.', ';', '。', '؛', '；'])
        .next()
        .unwrap_or_default();
    let spaced = clause
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .rev()
        .take(NEGATION_REACH)
        .any(|word| NEGATIONS.contains(&word));
    spaced
        || clause
            .chars()
            .rev()
            .take(NEGATION_REACH)
            .any(|c| NEGATIONS_UNSPACED.contains(&c))
}

/// Words that tell nothing: labels, and words that only join others.
struct Empty {
    /// Labels by their first letter.
    labels: BTreeMap<char, Vec<Stem>>,
    joints: BTreeSet<&'static str>,
    /// The same in a script without blanks.
    unspaced: Vec<&'static str>,
}

fn empty() -> &'static Empty {
    static EMPTY: LazyLock<Empty> = LazyLock::new(|| {
        let words = |file| lines(file).flat_map(str::split_whitespace);
        let (labels, joints) = (
            include_str!("lexicon/label.txt"),
            include_str!("lexicon/joint.txt"),
        );
        let mut by_letter: BTreeMap<char, Vec<Stem>> = BTreeMap::new();
        for stem in words(labels).map(Stem::read) {
            let first = stem.text.chars().next().unwrap_or_default();
            by_letter.entry(first).or_default().push(stem);
        }
        Empty {
            labels: by_letter,
            joints: words(joints).collect(),
            unspaced: words(labels)
                .chain(words(joints))
                .filter(|word| word.chars().all(is_unspaced))
                .collect(),
        }
    });
    &EMPTY
}

impl Empty {
    fn has(&self, word: &str) -> bool {
        let is_label = |word: &str| {
            let first = word.chars().next().unwrap_or_default();
            self.labels.get(&first).is_some_and(|stems| {
                stems
                    .iter()
                    .any(|stem| word.starts_with(stem.text) && (!stem.whole || word == stem.text))
            })
        };
        // Arabic joins its article and short prepositions to the word.
        let joined = || {
            ["وال", "بال", "لل", "ال", "و", "ب", "ل"]
                .iter()
                .filter_map(|prefix| word.strip_prefix(prefix))
                .any(is_label)
        };
        self.joints.contains(word) || is_label(word) || joined()
    }
}

/// How many words tell something: neither a label nor a mere joint of the sentence. Counted up to `enough`; two characters
/// of a script written without blanks count as a word.
pub(super) fn telling_words(text: &str, enough: usize) -> usize {
    let text = text.to_lowercase();
    let empty = empty();
    let spaced = text
        .split(|c: char| !c.is_alphanumeric() || is_unspaced(c))
        .filter(|word| !word.is_empty() && !empty.has(word))
        .take(enough)
        .count();
    if spaced >= enough || !text.chars().any(is_unspaced) {
        return spaced;
    }
    let mut rest = text;
    for word in &empty.unspaced {
        rest = rest.replace(word, " ");
    }
    spaced + rest.chars().filter(|c| is_unspaced(*c)).count() / 2
}

/// Whether a text tells `enough` that is neither label nor joint.
pub(super) fn tells(text: &str, enough: usize) -> bool {
    telling_words(text, enough) >= enough
}

/// Words from which a text is more than a label, whatever its words are: a sentence about a group tells of little else.
const SENTENCE_WORDS_MIN: usize = 5;

/// Whether a text has so many words and is more than a label.
pub(super) fn is_told(text: &str, words_min: usize) -> bool {
    let words = words(text);
    words >= words_min
        && (words >= SENTENCE_WORDS_MIN || text.contains(['?', '؟', '？']) || tells(text, 1))
}

/// Whether a text tells of facts, be it long or short: some words that tell, or a few with a number or a proper name
/// among them.
pub(super) fn tells_facts(text: &str) -> bool {
    let telling = telling_words(text, TELLING_MIN);
    telling >= TELLING_MIN || (telling >= TELLING_ANCHORED_MIN && is_anchored(text))
}

/// Whether a number stands in the text, or a capital letter that does not begin a sentence.
fn is_anchored(text: &str) -> bool {
    let mut begins = true;
    for word in text.split_whitespace() {
        let first = word.chars().find(|c| c.is_alphanumeric());
        if word.chars().any(char::is_numeric) || (!begins && first.is_some_and(char::is_uppercase))
        {
            return true;
        }
        begins = word.ends_with(['.', '!', '?', ':']);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_six_languages() {
        let table = [
            (
                Lexicon::Political,
                "Took part in an unauthorised demonstration",
            ),
            (Lexicon::Political, "Outrage au chef de l’État"),
            (Lexicon::Political, "Pertenencia a un partido político"),
            (
                Lexicon::Political,
                "Публичное оскорбление представителя власти",
            ),
            (Lexicon::Political, "المشاركة في مظاهرة"),
            (Lexicon::Political, "参加非法集会"),
            (Lexicon::Political, "He is a member of a banned party"),
            (Lexicon::Political, "Members of the outlawed Freedom Party"),
            (
                Lexicon::Political,
                "belonging to a prohibited religious movement",
            ),
            (Lexicon::Political, "Membre du parti interdit de la Liberté"),
            (Lexicon::Political, "Miembros del partido prohibido"),
            (Lexicon::Political, "Членом запрещённой партии"),
            (Lexicon::Political, "عضو في الحزب المحظور"),
            (Lexicon::Political, "系被禁政党成员"),
            (Lexicon::Political, "Evasion of military service"),
            (Lexicon::Political, "Blasphemy and apostasy"),
            (Lexicon::Violence, "He detonated a device"),
            (Lexicon::Violence, "Il a tué deux passants"),
            (Lexicon::Violence, "Disparó contra la patrulla"),
            (Lexicon::Violence, "Произвёл взрыв на рынке"),
            (Lexicon::Violence, "تفجير عبوة في السوق"),
            (Lexicon::Violence, "在市场引爆装置"),
            (Lexicon::Private, "Issuing a bad cheque"),
            (Lexicon::Private, "Émission d’un chèque sans provision"),
            (Lexicon::Private, "Неуплата алиментов"),
            (Lexicon::Private, "شيك بدون رصيد"),
            (Lexicon::Private, "拖欠债务"),
            (Lexicon::Coercive, "Please search his house at 4 Mill Lane"),
            (Lexicon::Coercive, "Prière de perquisitionner le domicile"),
            (Lexicon::Coercive, "Se ruega registrar el domicilio"),
            (Lexicon::Coercive, "Просим провести обыск в квартире"),
            (Lexicon::Coercive, "نرجو تفتيش المنزل"),
            (Lexicon::Coercive, "请搜查其住所"),
            (Lexicon::Torture, "Confession obtained under torture"),
            (Lexicon::Torture, "Aveux obtenus sous la torture"),
            (Lexicon::Torture, "Declaración obtenida mediante torturas"),
            (Lexicon::Torture, "Показания получены под пытками"),
            (Lexicon::Torture, "اعتراف انتزع تحت التعذيب"),
            (Lexicon::Torture, "刑讯逼供所得口供"),
        ];
        for (lexicon, text) in table {
            assert!(marker(lexicon, text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_words_and_denials_are_left_alone() {
        let table = [
            (
                Lexicon::Political,
                "Placed a device in a public place; three persons were injured",
            ),
            (
                Lexicon::Political,
                "Collected money for the purchase of detonators",
            ),
            (
                Lexicon::Political,
                "A member of the crew saw the third party leave",
            ),
            (
                Lexicon::Political,
                "Member of the terrorist movement Red Tide",
            ),
            (
                Lexicon::Violence,
                "There was no explosion and nobody was killed",
            ),
            (Lexicon::Violence, "Manifestation sans armes ni bombes"),
            (Lexicon::Violence, "没有爆炸"),
            (Lexicon::Violence, "Explored the skill of writing"),
            (Lexicon::Private, "Attack on an administrative building"),
            (
                Lexicon::Coercive,
                "Please search your records for this number plate",
            ),
            (
                Lexicon::Coercive,
                "Was the vehicle seized at the border in May?",
            ),
            (Lexicon::Torture, "The victims were tortured in the cellar"),
            (
                Lexicon::Torture,
                "Statement of the hostage, who was beaten and tied",
            ),
        ];
        for (lexicon, text) in table {
            assert_eq!(marker(lexicon, text), None, "{text}");
        }
    }

    #[test]
    fn a_label_tells_nothing_however_long() {
        let labels = [
            "Known terrorist.",
            "A dangerous terrorist",
            "He is a very well known and extremely dangerous member of an international terrorist organisation",
            "This is very urgent for our investigation",
            "Membre connu d’une organisation terroriste dangereuse",
            "Miembro conocido de una organización terrorista muy peligrosa",
            "Известный и очень опасный член террористической организации",
            "عضو معروف وخطير في تنظيم إرهابي",
            "他是知名的危险恐怖组织成员",
            "",
        ];
        for label in labels {
            assert!(!tells(label, 2), "{label}");
            assert!(!tells_facts(label), "{label}");
        }
        let facts = [
            "Bomb, tram depot at Portmarle, 14 November 2025",
            "14.11.2025, Portmarle: bomb",
            "Mr Tobin Rask took part in an attack that killed two people.",
            "Explosion à la gare le 3 mai 2025",
            "Взрыв на рынке 3 мая 2025 года",
            "تفجير عبوة في سوق المدينة يوم الجمعة",
            "2025年3月14日在码头候船厅引爆装置",
        ];
        for fact in facts {
            assert!(tells_facts(fact), "{fact}");
        }
    }
}
