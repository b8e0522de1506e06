//! The gates of a release: each looks at what would leave, or at whom it is about, and names what a person must look at.

use super::disguise::{Hay, Needle, Written};
use super::phrases::Phrases;
use super::said::{self, Said};
use super::{Found, Ground, Judged, Part, Release, Tells, marks, traces};
use crate::label::{self, Label, Purpose};
use crate::limits;
use crate::record::{Category, Grade, Nature, Signs, born_by};

/// Letters of a name within a hidden one at least.
const NAME_CHARS_MIN: usize = 5;
/// Letters of a name that is looked for as a word of its own at least.
const SHORT_NAME_CHARS_MIN: usize = 2;
/// Articles that a hidden name may begin with.
const ARTICLES: &[&str] = &[
    "a ", "an ", "the ", "un ", "une ", "le ", "la ", "les ", "l'", "el ", "los ", "las ", "una ",
    "ال",
];

/// What stands in the way.
pub(super) fn passed(judged: &Judged<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    markings(judged, &mut found);
    person(judged, &mut found);
    words(judged, &mut found);
    traces_of_sources(judged, &mut found);
    association(judged, &mut found);
    identity(judged, &mut found);
    found
}

fn at(ground: Ground, part: &Part) -> Found {
    Found {
        ground,
        part: part.id.clone(),
    }
}

const fn whole(ground: Ground) -> Found {
    Found {
        ground,
        part: String::new(),
    }
}

/// Nothing leaves while a part bears no label, or says in words more than its label, or bears a restriction in free words, or is
/// for everybody, or is too long to be looked through.
fn markings(judged: &Judged<'_>, found: &mut Vec<Found>) {
    let unmarked = judged
        .source
        .parts
        .iter()
        .filter(|part| part.label.is_none());
    found.extend(unmarked.map(|part| at(Ground::Unmarked, part)));
    for (part, own) in &judged.open {
        let free = own
            .caveats
            .iter()
            .any(|caveat| !label::is_known_caveat(caveat));
        let grounds = [
            (marks::is_marked_above(&part.text, own), Ground::MarkedAbove),
            (free, Ground::FreeCaveat),
            (own.is_for_all(), Ground::All),
            (
                own.review_by.is_some_and(|day| day <= judged.on),
                Ground::ReviewPast,
            ),
            (
                part.text.len() > limits::RELEASE_PART_BYTES_MAX,
                Ground::TooLong,
            ),
        ];
        let met = grounds.into_iter().filter(|(met, _)| *met);
        found.extend(met.map(|(_, ground)| at(ground, part)));
    }
}

/// Victims, children and everybody else whom no screening may touch. Parts that stay behind speak too: whoever is a child in
/// a part that does not leave is a child.
fn person(judged: &Judged<'_>, found: &mut Vec<Found>) {
    let source = judged.source;
    let told = |part: &Part| match part.tells {
        Tells::Birth => vec![part.text.clone()],
        Tells::Statement => marks::births(&part.text).collect(),
        _ => Vec::new(),
    };
    let births: Vec<String> = source.parts.iter().flat_map(told).collect();
    let labels = source.parts.iter().filter_map(|part| part.label.as_ref());
    let signs = Signs {
        category: source.category,
        natures: source.natures.clone(),
        labels: labels.collect(),
        births: births.iter().map(String::as_str).collect(),
    };
    if signs.is_victim() {
        found.push(whole(Ground::Victim));
    }
    if signs.is_child(judged.on) {
        found.push(whole(Ground::Child));
    }
    let untouched = source.category.is_some_and(|category| {
        !category.may_be_screened() && !matches!(category, Category::Victim | Category::Child)
    });
    // Whom the label lets the border look at is looked at there, whatever the recipient asks for today.
    let used = judged.open.iter().map(|(_, own)| *own);
    let screened = Label::roll_up(used).is_some_and(|own| own.is_for(Purpose::Screening));
    if untouched && (screened || judged.recipient.purpose == Purpose::Screening) {
        found.push(whole(Ground::NotScreened));
    }
}

/// Words that may not leave and names of sources, part by part. Across parts the last look sees them.
fn words(judged: &Judged<'_>, found: &mut Vec<Found>) {
    let dirty = needles(&judged.source.dirty);
    let hidden = needles(&names_in(&judged.source.hidden));
    let looked_at = |tells| !matches!(tells, Tells::Attachment | Tells::Link);
    for part in judged.open_that(looked_at) {
        let hay = Hay::new(&part.text);
        let written = dirty.iter().filter_map(|needle| hay.holds(needle)).min();
        found.extend(written.map(|how| at(dirty_ground(part, how), part)));
        if hay.is_exhausted() {
            found.push(at(Ground::TooLong, part));
        }
        if hidden.iter().any(|needle| hay.holds(needle).is_some()) {
            found.push(at(Ground::SourceNamed, part));
        }
    }
}

/// What may stand nowhere of a hidden name: itself, itself without its article, and every name in it that is written with a capital
/// ("Elbonia" of "service of Elbonia").
fn names_in(hidden: &[String]) -> Vec<String> {
    let mut names = Vec::new();
    for text in hidden {
        names.push(text.clone());
        let bare = ARTICLES.iter().find_map(|article| {
            let head = text.get(..article.len())?;
            head.eq_ignore_ascii_case(article)
                .then(|| text.get(article.len()..))?
        });
        names.extend(bare.map(str::to_owned));
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        // The first word has its capital from standing first.
        let first = words
            .next()
            .is_some_and(|word| word.chars().all(char::is_uppercase));
        let proper = words.filter(|word| {
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            capital && !first && word.chars().count() >= NAME_CHARS_MIN
        });
        names.extend(proper.map(str::to_owned));
    }
    names
}

fn needles(texts: &[String]) -> Vec<Needle> {
    texts.iter().filter_map(|text| Needle::new(text)).collect()
}

fn dirty_ground(part: &Part, written: Written) -> Ground {
    match (part.tells, written) {
        (Tells::Title, _) => Ground::DirtyTitle,
        (_, Written::Plainly) => Ground::Dirty,
        (_, Written::OtherCase) => Ground::DirtyCase,
        (_, Written::Obfuscated) => Ground::DirtyObfuscated,
        (_, Written::Encoded) => Ground::DirtyEncoded,
    }
}

/// Times, coordinates, counts and turns of phrase, and what is graded below the floor.
fn traces_of_sources(judged: &Judged<'_>, found: &mut Vec<Found>) {
    let closed = judged.closed.iter().map(|(part, _)| *part);
    let closed = closed.filter(|part| part.tells == Tells::Statement);
    let phrases = Phrases::of(closed.map(|part| part.text.as_str()));
    for part in judged.open_that(|tells| !matches!(tells, Tells::Title | Tells::Link)) {
        let text = part.text.as_str();
        let words = part.tells == Tells::Statement;
        let located = words || part.tells == Tells::Residence;
        let below = |grade: Option<Grade>| grade.is_some_and(Grade::is_below_floor);
        let said = || marks::grades(text).into_iter().any(Grade::is_below_floor);
        let grounds = [
            (words && phrases.shares(text), Ground::Phrasing),
            (words && traces::has_time(text), Ground::Time),
            (located && traces::has_coordinates(text), Ground::Place),
            (words && traces::counts_sources(text), Ground::Count),
            (below(part.grade) || words && said(), Ground::GradeFloor),
        ];
        let met = grounds.into_iter().filter(|(met, _)| *met);
        found.extend(met.map(|(_, ground)| at(ground, part)));
    }
}

/// What shows the nature of the association (resolution 2322, paragraph 3): by its code, else by the words that leave.
fn association(judged: &Judged<'_>, found: &mut Vec<Found>) {
    let natures = &judged.source.natures - &judged.source.unshown;
    let weak = [
        (Nature::Biometric, Ground::BiometricOnly),
        (Nature::Contact, Ground::ContactOnly),
        (Nature::Family, Ground::FamilyOnly),
        (Nature::Unknown, Ground::NoAssociation),
    ];
    if natures.iter().any(|nature| nature.stands_alone()) {
        return;
    }
    if let Some((_, ground)) = weak.iter().find(|(nature, _)| natures.contains(nature)) {
        found.push(whole(*ground));
        return;
    }
    let statements = judged.open_that(|tells| tells == Tells::Statement);
    let said = statements.map(|part| said::says(&part.text)).max();
    match said.unwrap_or(Said::Nothing) {
        Said::Act => {}
        Said::Family => found.push(whole(Ground::FamilyOnly)),
        Said::Contact => found.push(whole(Ground::ContactOnly)),
        Said::Nothing => found.push(whole(Ground::NoAssociation)),
    }
}

/// A name with birth or document, or a biometric: less than that stops the wrong people.
fn identity(judged: &Judged<'_>, found: &mut Vec<Found>) {
    let has = |tells: Tells| {
        judged
            .open_that(move |one| one == tells)
            .any(says_something)
    };
    let named = has(Tells::Name) && (has(Tells::Birth) || has(Tells::Document));
    if !named && !has(Tells::Biometric) {
        found.push(whole(Ground::NoIdentity));
    }
}

/// What stands in a release, in its order.
pub(super) fn as_read(release: &Release) -> Vec<&str> {
    let identity = release.identity.values().flatten();
    let all = identity
        .chain(&release.statements)
        .chain(&release.attachments);
    all.map(String::as_str).collect()
}

/// The last look, at what leaves as somebody reads it, one text after the other: no word that may not leave, also where it begins
/// in one text and ends in the next, and no part that stays behind.
pub(super) fn leaks(judged: &Judged<'_>, read: &[&str]) -> Vec<Found> {
    let text = read.join(" ");
    let hay = Hay::new(&text);
    let source = judged.source;
    let mut needles = needles(&source.dirty);
    needles.extend(self::needles(&names_in(&source.hidden)));
    let mut found = Vec::new();
    if needles.iter().any(|needle| hay.holds(needle).is_some()) {
        found.push(whole(Ground::DirtyObfuscated));
    }
    if hay.is_exhausted() {
        found.push(whole(Ground::TooLong));
    }
    // Of statements the gate of phrases has judged.
    let closed = judged.closed.iter().map(|(part, _)| *part);
    for part in closed.filter(|part| !matches!(part.tells, Tells::Statement | Tells::Title)) {
        let open = judged.open.iter().any(|(other, _)| other.text == part.text);
        // A name stands alone where it is short, which the look heeds; a short number or code is anybody's.
        let least = match part.tells {
            Tells::Name | Tells::Alias => SHORT_NAME_CHARS_MIN,
            _ => NAME_CHARS_MIN,
        };
        let needle = Needle::new(&part.text).filter(|one| !open && one.is_at_least(least));
        if needle.is_some_and(|needle| hay.holds(&needle).is_some()) {
            found.push(at(Ground::Phrasing, part));
        }
    }
    found
}

/// Whether a part identifies by what it says: a date of birth has a year.
fn says_something(part: &Part) -> bool {
    match part.tells {
        Tells::Birth => born_by(&part.text).is_some(),
        _ => !crate::rules::says_nothing(&part.text),
    }
}
