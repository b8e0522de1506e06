//! The gates of a release: each looks at what would leave, or at whom it is about, and names what a person must look at.

use super::disguise::{Hay, Needle, Written};
use super::phrases::Phrases;
use super::said::{self, Said};
use super::{Found, Ground, Judged, Part, Release, Tells, traces};
use crate::label::{self, Purpose};
use crate::record::{Category, Grade, Nature, may_be_child};

/// Bones of a hidden name at least: a shorter one would be found everywhere.
const HIDDEN_CHARS_MIN: usize = 4;

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

/// Nothing leaves while a part bears no label, or says in words more than its label, or bears a restriction in free words.
fn markings(judged: &Judged<'_>, found: &mut Vec<Found>) {
    if judged.source.label.is_none() {
        found.push(whole(Ground::Unmarked));
    }
    let unmarked = judged
        .source
        .parts
        .iter()
        .filter(|part| part.label.is_none());
    found.extend(unmarked.map(|part| at(Ground::Unmarked, part)));
    for (part, own) in &judged.open {
        if traces::marked_above(&part.text, own.class).is_some() {
            found.push(at(Ground::MarkedAbove, part));
        }
        if own
            .caveats
            .iter()
            .any(|caveat| !label::is_known_caveat(caveat))
        {
            found.push(at(Ground::FreeCaveat, part));
        }
    }
}

/// Victims, children and everybody else whom no screening may touch. Parts that stay behind speak too: whoever is a child in
/// a part that does not leave is a child.
fn person(judged: &Judged<'_>, found: &mut Vec<Found>) {
    let source = judged.source;
    let labels = || {
        source
            .parts
            .iter()
            .filter_map(|part| part.label.as_ref())
            .chain(source.label.as_ref())
    };
    let bears = |caveat: &str| labels().any(|own| own.caveats.contains(caveat));
    let victim =
        source.category == Some(Category::Victim) || source.natures.contains(&Nature::Victim);
    if victim || bears(label::VICTIM) {
        found.push(whole(Ground::Victim));
    }
    let births = source
        .parts
        .iter()
        .filter(|part| part.tells == Tells::Birth);
    let young = births
        .map(|part| part.text.as_str())
        .any(|text| may_be_child(text, judged.on));
    let child = source.category == Some(Category::Child) || source.natures.contains(&Nature::Child);
    if child || young || bears(label::CHILD) {
        found.push(whole(Ground::Child));
    }
    let untouched = source.category.is_some_and(|category| {
        !category.may_be_screened() && !matches!(category, Category::Victim | Category::Child)
    });
    if untouched && judged.recipient.purpose == Purpose::Screening {
        found.push(whole(Ground::NotScreened));
    }
}

/// Words that may not leave and names of sources, in what would leave, part by part and across parts.
fn words(judged: &Judged<'_>, found: &mut Vec<Found>) {
    let dirty = needles(&judged.source.dirty);
    let hidden = needles(&judged.source.hidden);
    let hidden: Vec<_> = hidden
        .into_iter()
        .filter(|needle| needle.is_at_least(HIDDEN_CHARS_MIN))
        .collect();
    let looked_at = |tells| !matches!(tells, Tells::Attachment | Tells::Link);
    let before = found.len();
    let mut together = String::new();
    for part in judged.open_that(looked_at) {
        let hay = Hay::new(&part.text);
        let written = dirty.iter().filter_map(|needle| hay.holds(needle)).min();
        found.extend(written.map(|how| at(dirty_ground(part, how), part)));
        if hidden.iter().any(|needle| hay.holds(needle).is_some()) {
            found.push(at(Ground::SourceNamed, part));
        }
        together.push_str(&part.text);
        together.push(' ');
    }
    if found.len() == before {
        // A word that begins in one part and ends in the next.
        let hay = Hay::new(&together);
        let mut all = dirty.iter().chain(&hidden);
        if all.any(|needle| hay.holds(needle).is_some()) {
            found.push(whole(Ground::DirtyObfuscated));
        }
    }
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
    for part in judged.open_that(|tells| tells == Tells::Statement) {
        let below = part.grade.is_some_and(Grade::is_below_floor);
        let grounds = [
            (phrases.shares(&part.text), Ground::Phrasing),
            (traces::has_time(&part.text), Ground::Time),
            (traces::has_coordinates(&part.text), Ground::Place),
            (traces::counts_sources(&part.text), Ground::Count),
            (below, Ground::GradeFloor),
        ];
        let met = grounds.into_iter().filter(|(met, _)| *met);
        found.extend(met.map(|(_, ground)| at(ground, part)));
    }
}

/// What shows the nature of the association (resolution 2322, paragraph 3): by its code, else by the words that leave.
fn association(judged: &Judged<'_>, found: &mut Vec<Found>) {
    let natures = &judged.source.natures;
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
    let has = |tells: Tells| judged.open_that(move |one| one == tells).next().is_some();
    let named = has(Tells::Name) && (has(Tells::Birth) || has(Tells::Document));
    if !named && !has(Tells::Biometric) {
        found.push(whole(Ground::NoIdentity));
    }
}

/// The last look, at the release itself as it would be written: no word that may not leave, and no part that stays behind.
pub(super) fn leaks(judged: &Judged<'_>, release: &Release) -> Vec<Found> {
    let mut text = String::new();
    let identity = release.identity.values().flatten();
    for one in identity
        .chain(&release.statements)
        .chain(&release.attachments)
    {
        text.push_str(one);
        text.push(' ');
    }
    let hay = Hay::new(&text);
    let source = judged.source;
    let needles = needles(&source.dirty)
        .into_iter()
        .chain(needles(&source.hidden));
    let mut found = Vec::new();
    if needles
        .filter(|one| one.is_at_least(HIDDEN_CHARS_MIN))
        .any(|needle| hay.holds(&needle).is_some())
    {
        found.push(whole(Ground::DirtyObfuscated));
    }
    for (part, _) in &judged.closed {
        let open = judged.open.iter().any(|(other, _)| other.text == part.text);
        let needle =
            Needle::new(&part.text).filter(|one| !open && one.is_at_least(HIDDEN_CHARS_MIN));
        if needle.is_some_and(|needle| hay.holds(&needle).is_some()) {
            found.push(at(Ground::Phrasing, part));
        }
    }
    found
}
