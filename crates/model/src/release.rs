//! A release: what one recipient may have of a source, **built from permitted parts** and never a redacted copy (resolution 2322
//! (2016), paragraph 5). Nothing is taken out of a document here: a new one is put together out of parts whose own label lets
//! the recipient have them, and only after every gate was passed.
//!
//! [`build`] is pure: source, recipient and day in, an outcome out. Who may call it, the two persons who approve and the
//! originator's consent are acts of `office`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::code::coded;
use crate::label::{Decision, Label, Reason, Recipient};
use crate::record::{Category, Grade, Nature};

pub mod consent;
pub mod disguise;
mod encoded;
mod gates;
pub mod generate;
mod marks;
mod phrases;
mod said;
mod traces;

coded! {
    /// What a part tells of its subject. The order is that of reading a release.
    pub enum Tells {
        /// The title of the source. It is looked through and never leaves: a release has none.
        Title = "title",
        /// Name, as in the document it stands in.
        Name = "name",
        /// Another name.
        Alias = "alias",
        /// Date of birth.
        Birth = "birth",
        /// Travel or identity document.
        Document = "document",
        /// Reference of a biometric.
        Biometric = "biometric",
        /// Where the person lives.
        Residence = "residence",
        /// A statement in words.
        Statement = "statement",
        /// A file beside the record.
        Attachment = "attachment",
        /// A relation to another record.
        Link = "link",
    }
}

impl Tells {
    /// Whether it identifies a person beside the name.
    const fn identifies(self) -> bool {
        matches!(self, Tells::Birth | Tells::Document)
    }
}

/// One part of a source, with the label that it bears itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name in the source; never leaves.
    pub id: String,
    /// What it tells.
    pub tells: Tells,
    /// Its value or words; of an attachment the file's name.
    pub text: String,
    /// Its own label; `None` is a part that nobody marked, which holds everything.
    pub label: Option<Label>,
    /// Grade of source and information, as `B2`, where one is given.
    pub grade: Option<Grade>,
}

/// What a release is built from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Its parts, in the order of reading.
    pub parts: Vec<Part>,
    /// What the person is, where it is said.
    pub category: Option<Category>,
    /// The nature of each association that the source states by its code.
    pub natures: BTreeSet<Nature>,
    /// Those of the natures that no piece of evidence shows: they protect, and carry no release.
    pub unshown: BTreeSet<Nature>,
    /// Names of sources, collectors and partners, and their identifiers: nothing of them may leave.
    pub hidden: Vec<String>,
    /// Codenames and other words that may leave in no part.
    pub dirty: Vec<String>,
}

coded! {
    /// Why a release is held, refused, or waits for consent. Declared with what matters most first.
    pub enum Ground {
        /// The recipient's State is not among those that the source is releasable to.
        NotReleasable = "not-releasable",
        /// The recipient's purpose is not one of the label's.
        Purpose = "purpose",
        /// The recipient's clearance is below the class of everything.
        Clearance = "clearance",
        /// The traffic light does not reach the recipient.
        Tlp = "tlp",
        /// Past its day.
        Expired = "expired",
        /// A part bears no label.
        Unmarked = "unmarked",
        /// About a victim.
        Victim = "victim",
        /// About a child.
        Child = "child",
        /// About somebody whom no screening may touch: a witness, somebody missing or acquitted.
        NotScreened = "not-screened",
        /// A word that may not leave, in the title.
        DirtyTitle = "dirty-title",
        /// A word that may not leave, letter for letter.
        Dirty = "dirty-word",
        /// The same in another case or spacing.
        DirtyCase = "dirty-case",
        /// The same with invisible or look-alike characters, or backwards.
        DirtyObfuscated = "dirty-obfuscated",
        /// The same, encoded.
        DirtyEncoded = "dirty-encoded",
        /// A source, collector or partner, or an identifier of one.
        SourceNamed = "source-named",
        /// A part says in words a higher class than its label.
        MarkedAbove = "marked-above",
        /// For all States or all purposes, which nothing about a person is.
        All = "all",
        /// The day of its review is past.
        ReviewPast = "review-past",
        /// A card that no recipient takes: too much of it, or not the owner's to give.
        Unacceptable = "unacceptable",
        /// Longer, or more of it encoded, than can be looked through.
        TooLong = "too-long",
        /// A restriction in free words, which a person must read.
        FreeCaveat = "free-caveat",
        /// Words that also stand in a part which does not leave.
        Phrasing = "phrasing",
        /// A time to the minute.
        Time = "time",
        /// A place as coordinates.
        Place = "place",
        /// How many sources there were.
        Count = "count",
        /// Graded below the floor.
        GradeFloor = "grade-floor",
        /// Family is the only association stated.
        FamilyOnly = "family-only",
        /// An acquaintance is the only association stated.
        ContactOnly = "contact-only",
        /// A biometric on an object is the only association stated.
        BiometricOnly = "biometric-only",
        /// No association is stated.
        NoAssociation = "no-association",
        /// Name with birth or document, or a biometric, is missing.
        NoIdentity = "no-identity",
        /// Name with birth or document stands in parts alone that their originators control.
        IdentityControlled = "identity-controlled",
    }
}

/// One reason, and where it lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Found {
    /// Why.
    pub ground: Ground,
    /// The part that it lies in; empty where it is the whole. For the releaser alone.
    pub part: String,
}

/// What may leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Release {
    /// Identity: name, birth, document and so on, each with its values.
    pub identity: BTreeMap<Tells, Vec<String>>,
    /// Statements, in the order of the source.
    pub statements: Vec<String>,
    /// Names of files, given anew; the files' own names and metadata stay behind.
    pub attachments: Vec<String>,
    /// The label of the release: the join of the parts it was built from, with their day of review, or the day they expire.
    pub label: Label,
}

/// What became of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// May leave, once two persons approve.
    Release(Box<Release>),
    /// A person must look; nothing leaves.
    Hold,
    /// The originators are asked first; nothing leaves.
    Consent(BTreeSet<String>),
    /// The recipient may not have it; nothing leaves.
    Deny,
}

/// The outcome of a proposal, its reasons, and what would be left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The outcome.
    pub outcome: Outcome,
    /// Every reason, what matters most first.
    pub found: Vec<Found>,
    /// How many parts of each kind stay behind: shown to the releaser, so that they see whether what is left still serves.
    pub lost: BTreeMap<Tells, usize>,
}

/// A source with each part judged for one recipient.
struct Judged<'a> {
    source: &'a Source,
    recipient: &'a Recipient,
    on: Date,
    /// Parts that the recipient may have, with their labels.
    open: Vec<(&'a Part, &'a Label)>,
    /// Parts that the recipient may not have.
    closed: Vec<(&'a Part, &'a Label)>,
}

impl<'a> Judged<'a> {
    fn new(source: &'a Source, recipient: &'a Recipient, on: Date) -> Self {
        let marked = source
            .parts
            .iter()
            .filter_map(|part| Some((part, part.label.as_ref()?)));
        let (open, closed) = marked.partition(|(_, label)| label.decide(recipient, on).permitted());
        Self {
            source,
            recipient,
            on,
            open,
            closed,
        }
    }

    /// Open parts that tell this.
    fn open_that<'b>(
        &'b self,
        tells: impl Fn(Tells) -> bool + 'b,
    ) -> impl Iterator<Item = &'a Part> + 'b {
        let parts = self.open.iter().map(|(part, _)| *part);
        parts.filter(move |part| tells(part.tells))
    }

    /// Why every part refuses the recipient; consent is another matter. The unit is the part: a whole whose banner is high
    /// may have parts that leave.
    fn refusals(&self) -> Vec<Ground> {
        if !self.open.is_empty() {
            return Vec::new();
        }
        let controlled = |label: &Label| !label.consents_needed().is_empty();
        let closed = self.closed.iter().filter(|(_, label)| !controlled(label));
        let reasons: BTreeSet<Reason> = closed.flat_map(|(_, label)| self.reasons(label)).collect();
        let ground = |reason| match reason {
            Reason::NotReleasable => Some(Ground::NotReleasable),
            Reason::Purpose => Some(Ground::Purpose),
            Reason::Clearance => Some(Ground::Clearance),
            Reason::Tlp => Some(Ground::Tlp),
            Reason::Expired => Some(Ground::Expired),
            Reason::ConsentRequired => None,
        };
        reasons.into_iter().filter_map(ground).collect()
    }

    fn reasons(&self, label: &Label) -> BTreeSet<Reason> {
        match label.decide(self.recipient, self.on) {
            Decision::Permit => BTreeSet::new(),
            Decision::Deny { reasons, .. } => reasons,
        }
    }

    /// The originators who control what would complete the identity, if they do.
    fn controllers_of_identity(&self) -> BTreeSet<String> {
        let controlled = self
            .closed
            .iter()
            .filter(|(_, label)| !label.consents_needed().is_empty());
        let controlled: Vec<_> = controlled.collect();
        let with = |tells: Tells| {
            let open = self.open.iter().chain(controlled.iter().copied());
            open.into_iter().any(|(part, _)| part.tells == tells)
        };
        let complete = with(Tells::Name)
            && Tells::ALL
                .iter()
                .any(|tells| tells.identifies() && with(*tells))
            || with(Tells::Biometric);
        let identity = |part: &Part| {
            part.tells.identifies() || matches!(part.tells, Tells::Name | Tells::Biometric)
        };
        controlled
            .iter()
            .filter(|(part, _)| complete && identity(part))
            .flat_map(|(_, label)| label.consents_needed())
            .collect()
    }

    /// What leaves, put together out of the open parts.
    fn put_together(&self) -> Option<Release> {
        let mut identity: BTreeMap<Tells, Vec<String>> = BTreeMap::new();
        let mut statements = Vec::new();
        let mut attachments = Vec::new();
        let mut used = Vec::new();
        for (part, label) in &self.open {
            match part.tells {
                Tells::Title | Tells::Link => continue,
                Tells::Statement => statements.push(part.text.clone()),
                Tells::Attachment => {
                    attachments.push(named_anew(&part.text, attachments.len() + 1))
                }
                tells => identity.entry(tells).or_default().push(part.text.clone()),
            }
            used.push(*label);
        }
        let mut label = Label::roll_up(used)?;
        // Of the parts alone: a label that held the day of its making would be another one tomorrow.
        let days = [label.review_by, label.expires];
        label.review_by = days.into_iter().flatten().min();
        Some(Release {
            identity,
            statements,
            attachments,
            label,
        })
    }

    /// How much of each kind stays behind.
    fn lost(&self) -> BTreeMap<Tells, usize> {
        let mut lost = BTreeMap::new();
        let unmarked = self.source.parts.iter().filter(|part| part.label.is_none());
        let behind = self.open_that(|tells| matches!(tells, Tells::Title | Tells::Link));
        for part in self
            .closed
            .iter()
            .map(|(part, _)| *part)
            .chain(unmarked)
            .chain(behind)
        {
            *lost.entry(part.tells).or_insert(0) += 1;
        }
        lost
    }
}

/// A name for a file that says its kind and nothing else.
fn named_anew(name: &str, number: usize) -> String {
    let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
    let known = [
        "jpg", "jpeg", "png", "pdf", "tif", "tiff", "jp2", "wsq", "nist", "mp4", "wav", "txt",
    ];
    let kind = kind.to_ascii_lowercase();
    match known.contains(&kind.as_str()) {
        true => format!("attachment-{number}.{kind}"),
        false => format!("attachment-{number}"),
    }
}

/// Proposes a release of `source` to `recipient` on the day `on`.
#[must_use]
pub fn build(source: &Source, recipient: &Recipient, on: Date) -> Proposal {
    let judged = Judged::new(source, recipient, on);
    let whole = |ground| Found {
        ground,
        part: String::new(),
    };
    let lost = judged.lost();
    let done = |outcome, mut found: Vec<Found>| {
        found.sort();
        found.dedup();
        Proposal {
            outcome,
            found,
            lost: lost.clone(),
        }
    };
    let refusals = judged.refusals();
    if !refusals.is_empty() {
        return done(Outcome::Deny, refusals.into_iter().map(whole).collect());
    }
    let found = gates::passed(&judged);
    let missing = |one: &Found| matches!(one.ground, Ground::NoIdentity | Ground::NoAssociation);
    let lacks_identity = found.iter().any(|one| one.ground == Ground::NoIdentity);
    let controllers = judged.controllers_of_identity();
    if lacks_identity && found.iter().all(missing) && !controllers.is_empty() {
        return done(
            Outcome::Consent(controllers),
            vec![whole(Ground::IdentityControlled)],
        );
    }
    match judged.put_together() {
        Some(release) if found.is_empty() => {
            let leaked = gates::leaks(&judged, &gates::as_read(&release));
            match leaked.is_empty() {
                true => done(Outcome::Release(Box::new(release)), leaked),
                false => done(Outcome::Hold, leaked),
            }
        }
        _ => done(Outcome::Hold, found),
    }
}

/// What may not leave and stands all the same in the texts of `read`, read one after the other: for what was made of a release and
/// puts its parts into another order, where a word begins in one and ends in what is now the next.
#[must_use]
pub fn leaks(source: &Source, recipient: &Recipient, on: Date, read: &[&str]) -> Vec<Found> {
    let mut found = gates::leaks(&Judged::new(source, recipient, on), read);
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests;
