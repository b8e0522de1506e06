//! Sources with something hidden in them, made from a number: the same number makes the same source. A trap says what is wrong
//! with it, [`judge`] whether a proposal dealt with it. For tests, for the benchmark of a million, and for who builds another
//! implementation. Everybody in it is invented.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use super::{Outcome, Part, Proposal, Source, Tells};
use crate::code::coded;
use crate::label::{Class, Label, Purpose, Recipient, Relation, Tlp};
use crate::record::{Category, Grade, Nature};

coded! {
    /// What is wrong with a source, if anything.
    pub enum Trap {
        /// Nothing.
        None = "none",
        /// An alias that stays behind.
        HighAlias = "high-alias",
        /// A file that stays behind, named after the source.
        HighFile = "high-file",
        /// A link that stays behind.
        HighLink = "high-link",
        /// A codename in the title.
        Title = "title",
        /// A codename letter for letter.
        Plain = "plain",
        /// In another case and spacing.
        Case = "case",
        /// With invisible characters.
        Invisible = "invisible",
        /// With letters of another alphabet.
        LookAlike = "look-alike",
        /// With digits for letters.
        Digits = "digits",
        /// Backwards.
        Backwards = "backwards",
        /// As base64.
        Base64 = "base64",
        /// As hexadecimal digits.
        Hex = "hex",
        /// As percent escapes.
        Percent = "percent",
        /// Half in one part, half in the next.
        Split = "split",
        /// The partner who passed it on.
        Partner = "partner",
        /// A turn of phrase of what stays behind.
        Phrase = "phrase",
        /// A time to the minute.
        Time = "time",
        /// Coordinates.
        Place = "place",
        /// How many sources.
        Count = "count",
        /// A marking above the label.
        Marking = "marking",
        /// A restriction in free words.
        Caveat = "caveat",
        /// A part without a label.
        Unmarked = "unmarked",
        /// A victim.
        Victim = "victim",
        /// A child, whose birth stays behind.
        Child = "child",
        /// Family and nothing else.
        Family = "family",
        /// An association coded as a contact.
        Contact = "contact",
        /// No association.
        Silent = "silent",
        /// A grade below the floor.
        Grade = "grade",
        /// The name stands in a part that its originator controls.
        Controlled = "controlled",
        /// No name anywhere.
        Nameless = "nameless",
        /// A State that it is not for.
        State = "state",
        /// A purpose that it is not for.
        Purpose = "purpose",
        /// Past its day.
        Expired = "expired",
    }
}

/// A generated source, for whom, on which day.
#[derive(Debug, Clone)]
pub struct Case {
    /// The source.
    pub source: Source,
    /// The recipient.
    pub recipient: Recipient,
    /// The day.
    pub on: Date,
    /// What leaves if anything does.
    pub kept: Vec<String>,
    /// What must stand nowhere in what leaves.
    pub canaries: Vec<String>,
}

const FIRST: &[&str] = &[
    "Zafiro",
    "Imre",
    "Halvo",
    "Lisbet",
    "Oduya",
    "Nerin",
    "سامي",
    "Денис",
    "明哲",
];
const LAST: &[&str] = &[
    "Tchalu",
    "Ystrad",
    "Orlune",
    "Ombresi",
    "Kadrow",
    "Veldt",
    "الطاهر",
    "Орлун",
    "王",
];
const CODE_ONE: &[&str] = &[
    "SILENT", "QUIET", "AMBER", "COPPER", "WINTER", "PAPER", "TALL",
];
const CODE_TWO: &[&str] = &[
    "ORCHARD", "HARBOUR", "SEXTANT", "LANTERN", "GATE", "ANVIL", "MERIDIAN",
];
const PARTNERS: &[&str] = &[
    "service of Elbonia",
    "liaison desk of Sylvania",
    "partner unit 7 of Freedonia",
];
const MEANS: &[&str] = &[
    "an undersea cable tap",
    "a cooperating bank officer",
    "a covert entry team",
];
const TOWNS: &[&str] = &["Alhandra", "Dunmere", "Port Calder", "Mirova", "Tesk"];
const ACTS: &[&str] = &[
    "Assessed to have travelled to join a designated group.",
    "Recruited others in two towns.",
    "Aurait financé le voyage de tiers.",
    "Miembro de un grupo designado.",
    "Вступил в запрещённую организацию.",
    "عضو في جماعة مدرجة في القائمة.",
    "据评估曾前往加入被列名团体。",
];

/// Numbers out of a number (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.below(of.len() as u64)).unwrap_or(0);
        of.get(at).copied().unwrap_or_default()
    }
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn low() -> Label {
    Label {
        actions: None,
        caveats: BTreeSet::new(),
        class: Class::Official,
        consent_from: BTreeSet::new(),
        expires: None,
        orcon: false,
        originator: "XA".to_owned(),
        purposes: Some(BTreeSet::from([Purpose::Immigration, Purpose::Screening])),
        releasable_to: Some(names(&["XA", "XB", "XC"])),
        review_by: None,
        tlp: Tlp::Green,
    }
}

fn high() -> Label {
    Label {
        class: Class::Secret,
        orcon: true,
        purposes: Some(BTreeSet::from([Purpose::Intelligence])),
        releasable_to: Some(names(&["XA"])),
        tlp: Tlp::Red,
        ..low()
    }
}

fn part(id: &str, tells: Tells, text: impl Into<String>, label: Label) -> Part {
    Part {
        id: id.to_owned(),
        tells,
        text: text.into(),
        label: Some(label),
        grade: None,
    }
}

/// The parts of a report about somebody: four statements, of which the third stays behind.
fn report([name, birth, document]: [&str; 3], act: &str, hidden: &str) -> Vec<Part> {
    let who = format!("{name}, born {birth}, may travel on passport {document}.");
    let ask = "Requested action: secondary inspection; contact the issuing office.";
    vec![
        part("title", Tells::Title, "Traveller report", low()),
        part("name", Tells::Name, name, low()),
        part("dob", Tells::Birth, birth, low()),
        part("document", Tells::Document, document, low()),
        part("p1", Tells::Statement, who, low()),
        part("p2", Tells::Statement, act, low()),
        part("p3", Tells::Statement, hidden, high()),
        part("p4", Tells::Statement, ask, low()),
    ]
}

/// The source that a trap and a number make.
pub fn case(trap: Trap, seed: u64) -> Case {
    let mut dice = Dice(seed);
    let name = format!("{} {}", dice.one(FIRST), dice.one(LAST));
    let birth = format!(
        "{}-{:02}-{:02}",
        1960 + dice.below(40),
        1 + dice.below(12),
        1 + dice.below(28)
    );
    let document = format!("X{:07}", dice.below(9_999_999));
    let code = format!("{} {}", dice.one(CODE_ONE), dice.one(CODE_TWO));
    let source_id = format!("{code}/{}", 10 + dice.below(89));
    let (partner, means, town) = (dice.one(PARTNERS), dice.one(MEANS), dice.one(TOWNS));
    let act = dice.one(ACTS);
    let received = format!(
        "2026-03-{:02}T{:02}:{:02}:07Z",
        1 + dice.below(28),
        dice.below(24),
        dice.below(60)
    );
    let hidden = format!(
        "Reported by {source_id}, derived from {means}, passed by the {partner} at {received} in {town}; \
         passed to a man with a grey coat near the quay."
    );
    let parts = report([&name, &birth, &document], act, &hidden);
    let mut made = Case {
        source: Source {
            parts,
            category: Some(Category::Suspect),
            hidden: vec![
                source_id.clone(),
                partner.to_owned(),
                means.to_owned(),
                received.clone(),
            ],
            dirty: vec![code.clone()],
            ..Source::default()
        },
        recipient: Recipient {
            clearance: Class::Official,
            consents: BTreeSet::new(),
            country: "XB".to_owned(),
            purpose: Purpose::Screening,
            relation: Relation::SameOrg,
        },
        on: date(2026, 6, 1),
        kept: vec![name, birth, document],
        canaries: vec![
            code.clone(),
            source_id,
            partner.to_owned(),
            means.to_owned(),
            received,
            town.to_owned(),
        ],
    };
    set(&mut made, trap, &code, &mut dice);
    made
}

/// Sets the trap.
fn set(case: &mut Case, trap: Trap, code: &str, dice: &mut Dice) {
    let town = case.canaries.last().cloned().unwrap_or_default();
    let partner = case.canaries.get(2).cloned().unwrap_or_default();
    let clear = format!("Aran the {}", dice.one(TOWNS));
    match trap {
        Trap::None => {}
        Trap::HighAlias => {
            case.source
                .parts
                .push(part("alias", Tells::Alias, &clear, high()));
            case.canaries.push(clear);
        }
        Trap::HighFile => {
            let name = format!("{}_debrief.pdf", code.to_lowercase().replace(' ', "_"));
            case.source
                .parts
                .push(part("file", Tells::Attachment, &name, high()));
            case.canaries.push(name);
        }
        Trap::HighLink => case
            .source
            .parts
            .push(part("link", Tells::Link, "associate-of", high())),
        Trap::Title => replace(case, "title", &format!("{code}: traveller report")),
        Trap::Split => split(case, code),
        Trap::Unmarked => add(case, "Note for the file.", None),
        Trap::Victim => case.source.category = Some(Category::Victim),
        Trap::Child => {
            replace(case, "dob", "2012-09-01");
            relabel(case, "dob", &high());
        }
        Trap::Family => replace(
            case,
            "p2",
            "Brother of a listed person; no other information.",
        ),
        Trap::Contact => case.source.natures = BTreeSet::from([Nature::Contact]),
        Trap::Silent => replace(case, "p2", "Tall, walks with a limp."),
        Trap::Grade => {
            let weak = case.source.parts.iter_mut().find(|part| part.id == "p2");
            weak.into_iter()
                .for_each(|part| part.grade = Grade::parse("E5"));
        }
        Trap::Controlled => ["name", "document", "p1"]
            .iter()
            .for_each(|id| relabel(case, id, &high())),
        Trap::Nameless => case.source.parts.retain(|part| part.id != "name"),
        Trap::State => case.recipient.country = "XE".to_owned(),
        Trap::Purpose => case.recipient.purpose = Purpose::Freezing,
        Trap::Expired => {
            let labels = case
                .source
                .parts
                .iter_mut()
                .filter_map(|part| part.label.as_mut());
            labels.for_each(|label| label.expires = Some(case.on));
        }
        Trap::Caveat => {
            let mut label = low();
            label.caveats.insert("only on Tuesdays".to_owned());
            relabel(case, "p4", &label);
        }
        _ => add(case, &written(trap, code, &partner, &town), Some(low())),
    }
}

/// A sentence with the codename, or another trace, written as the trap says.
fn written(trap: Trap, code: &str, partner: &str, town: &str) -> String {
    let spaced = |with: char| code.chars().flat_map(|c| [c, with]).collect::<String>();
    let swapped = |pairs: &[(char, char)]| {
        let other = |c: char| pairs.iter().find(|(a, _)| *a == c).map_or(c, |(_, b)| *b);
        code.chars().map(other).collect::<String>()
    };
    let by_byte = |one: &dyn Fn(u8) -> String| code.bytes().map(one).collect::<String>();
    match trap {
        Trap::Plain => format!("See {code}."),
        Trap::Case => format!("({})", code.to_lowercase().replace(' ', "  ")),
        Trap::Invisible => format!("({})", spaced('\u{200B}')),
        Trap::LookAlike => format!(
            "({})",
            swapped(&[
                ('A', 'А'),
                ('E', 'Е'),
                ('O', 'О'),
                ('C', 'С'),
                ('T', 'Т'),
                ('I', 'І')
            ])
        ),
        Trap::Digits => format!(
            "({})",
            swapped(&[
                ('A', '4'),
                ('E', '3'),
                ('O', '0'),
                ('I', '1'),
                ('T', '7'),
                ('S', '5')
            ])
        ),
        Trap::Backwards => code.chars().rev().collect(),
        Trap::Base64 => format!("ref {}", base64(code)),
        Trap::Hex => format!("ref {}", by_byte(&|b| format!("{b:02x}"))),
        Trap::Percent => format!("ref {}", by_byte(&|b| format!("%{b:02X}"))),
        Trap::Partner => format!("Note: thanks to {partner}."),
        Trap::Phrase => format!("It was passed to a man with a grey coat near {town}."),
        Trap::Time => "Last seen at 21:15.".to_owned(),
        Trap::Place => "Last seen at 12.3456, 45.6789.".to_owned(),
        Trap::Count => "Confirmed by 3 of 4 sources.".to_owned(),
        Trap::Marking => "(SECRET) He has left.".to_owned(),
        _ => String::new(),
    }
}

pub(super) fn base64(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk
            .iter()
            .fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let value = (bits >> (18 - 6 * place)) & 63;
            let letter = LETTERS.get(value as usize).copied().unwrap_or(b'=');
            out.push(if place <= chunk.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    out
}

fn add(case: &mut Case, text: &str, label: Option<Label>) {
    case.source.parts.push(Part {
        id: "p5".to_owned(),
        tells: Tells::Statement,
        text: text.to_owned(),
        label,
        grade: None,
    });
}

fn replace(case: &mut Case, id: &str, text: &str) {
    let found = case.source.parts.iter_mut().filter(|part| part.id == id);
    found.for_each(|part| text.clone_into(&mut part.text));
}

fn relabel(case: &mut Case, id: &str, label: &Label) {
    let found = case.source.parts.iter_mut().filter(|part| part.id == id);
    found.for_each(|part| part.label = Some(label.clone()));
}

/// The codename's first word ends one part, its second begins the next.
fn split(case: &mut Case, code: &str) {
    let (one, two) = code.split_once(' ').unwrap_or((code, ""));
    add(case, &format!("Seen near the {one}"), Some(low()));
    add(case, &format!("{two} of the old town"), Some(low()));
}

/// What a trap should end in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Release,
    Hold,
    Consent,
    Deny,
}

/// Whether a proposal dealt with the trap.
///
/// # Errors
/// In words: what it did instead, or what leaked.
pub fn judge(trap: Trap, case: &Case, proposal: &Proposal) -> Result<(), String> {
    let end = match trap {
        Trap::None | Trap::HighAlias | Trap::HighFile | Trap::HighLink => End::Release,
        Trap::State | Trap::Purpose | Trap::Expired => End::Deny,
        Trap::Controlled => End::Consent,
        _ => End::Hold,
    };
    let (ended, release) = match &proposal.outcome {
        Outcome::Release(release) => (End::Release, Some(release)),
        Outcome::Hold => (End::Hold, None),
        Outcome::Consent(_) => (End::Consent, None),
        Outcome::Deny => (End::Deny, None),
    };
    if ended != end {
        return Err(format!("{ended:?} and not {end:?}: {:?}", proposal.found));
    }
    let Some(release) = release else {
        return Ok(());
    };
    let text = serde_json::to_string(release).map_err(|e| e.to_string())?;
    let lower = text.to_lowercase();
    if let Some(leaked) = case
        .canaries
        .iter()
        .find(|one| lower.contains(&one.to_lowercase()))
    {
        return Err(format!("{leaked} leaked"));
    }
    match case.kept.iter().find(|one| !text.contains(*one)) {
        Some(lost) => Err(format!("{lost} is lost")),
        None => Ok(()),
    }
}
