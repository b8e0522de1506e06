//! The validator of requests of every kind: law only, the same on both sides (requests study, section 3).
//!
//! [`check`] takes the content and what surrounds it and answers with findings: a code, a level, a field, a source.
//! Each rule is a small function beside its kin. A family of rules is a file with its [`Family`]: those of every kind
//! (shape, envelope and directory, safeguards, data protection), the legal basis, and one for each kind of request;
//! [`families`] says which apply. Who may do what is in [`crate::policy`], the life of a request in
//! [`crate::request`], sentences in the words of `paper`.
//!
//! Total and pure: any JSON whatever gives findings in one order, never a panic. The author and the approver being two
//! persons (the other half of GEN-08) and the request's own number being unique (GEN-01) are kept where they can be
//! known: in the life-cycle and the store.

pub mod codes;
pub mod content;

mod additions;
pub(crate) mod assurances;
mod basis;
mod dates;
mod directory;
mod envelope;
mod evidence;
mod freezing;
pub(crate) mod lexicon;
mod measures;
mod notice;
mod police;
mod provisional_arrest;
mod request;
pub(crate) mod safeguards;
mod shape;
mod sought;
mod spontaneous;
mod surrender;
mod team;
mod transfer;
mod vague;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

use crate::StateCode;
use crate::basis::{BasisReport, Catalogue, Help, Matter, legal_basis};
use crate::finding::{Finding, Level};
use crate::kind::Kind;
use crate::limits::FINDINGS_MAX;
use crate::request::Urgency;
use crate::state::{Authority, StateProfile};
use crate::template::{Fault, Template};
use content::Node;

pub(crate) use team::TEAM_MONTHS_MAX;
pub use team::{PairBasis, basis_per_pair};
pub(crate) use vague::says_nothing;

/// What a request is judged against.
#[derive(Debug, Clone, Copy)]
pub struct CheckContext<'a> {
    /// The form it is written on, which says of what kind it is.
    pub template: &'a Template,
    /// The requesting State.
    pub from: &'a StateProfile,
    /// The requested State.
    pub to: &'a StateProfile,
    /// The authority that sends.
    pub from_authority: &'a Authority,
    /// The authority that receives.
    pub to_authority: &'a Authority,
    /// The time of the check.
    pub now: Timestamp,
    /// How urgent the request is; the content may say it is more urgent, never less.
    pub urgency: Urgency,
    /// The instruments known.
    pub instruments: &'a Catalogue,
    /// Matters that this authority has pending already.
    pub pending: &'a [PendingMatter],
    /// The States whose profiles are known: a joint team has more parties than the two sides. A side that is not among
    /// them is a State that nobody knows (GEN-02); where there are none, nobody was asked.
    pub others: &'a [&'a StateProfile],
    /// The authorities of the requesting State: by their telephone numbers it is called back.
    pub desks: &'a [Authority],
}

impl<'a> CheckContext<'a> {
    /// Whether nobody knows this State.
    fn is_stranger(&self, state: &StateProfile) -> bool {
        !self.others.is_empty() && self.others.iter().all(|known| known.code != state.code)
    }

    /// The profile of a State by its code: of one of the two sides, or of another that is known.
    #[must_use]
    pub fn profile(&self, code: &str) -> Option<&'a StateProfile> {
        [self.from, self.to]
            .into_iter()
            .chain(self.others.iter().copied())
            .find(|profile| profile.code.as_str() == code)
    }
}

/// A matter already pending, as far as a new one can be the same (GEN-07).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingMatter {
    /// Its number.
    pub number: String,
    /// The requested State.
    pub to: StateCode,
    /// Names of the persons and entities, and accounts and addresses, folded.
    pub persons: Vec<String>,
    /// Categories of the offences.
    pub categories: Vec<String>,
    /// Kinds of the measures, or of the electronic evidence; else the kind of the request.
    pub measures: Vec<String>,
}

impl PendingMatter {
    /// Takes from a request's content what is compared.
    #[must_use]
    pub fn of(number: &str, to: &StateCode, content: &Value) -> Self {
        let root = Node::root(content);
        let kind = Kind::from_code(root.get("type").code()).unwrap_or(Kind::Mla);
        let categories = Matter::of_kind(kind, root).categories;
        Self {
            number: number.to_owned(),
            to: to.clone(),
            persons: envelope::folded_names(root),
            categories: categories.into_iter().map(str::to_owned).collect(),
            measures: envelope::asked_for(root),
        }
    }
}

/// What every rule reads: the content, the context, and what was worked out once.
struct Case<'a> {
    content: Node<'a>,
    ctx: &'a CheckContext<'a>,
    template: &'a Template,
    kind: Kind,
    /// Where the content is not as the template has it.
    faults: Vec<Fault>,
    /// The date in the requesting State.
    today: Date,
    urgency: Urgency,
    matter: Matter<'a>,
    basis: BasisReport,
}

impl<'a> Case<'a> {
    fn read(content: &'a Value, ctx: &'a CheckContext<'a>) -> Self {
        let node = Node::root(content);
        let today = ctx.from.calendar().date(ctx.now);
        let matter = Matter::of_kind(ctx.template.kind, node);
        let basis = legal_basis(ctx.instruments, (ctx.from, ctx.to), &matter, today);
        let said = Urgency::from_code(node.at("urgency/level").code());
        let urgency = match (ctx.urgency, said) {
            (Urgency::Emergency, _) | (_, Some(Urgency::Emergency)) => Urgency::Emergency,
            (Urgency::Urgent, _) | (_, Some(Urgency::Urgent)) => Urgency::Urgent,
            _ => Urgency::Normal,
        };
        Self {
            content: node,
            ctx,
            template: ctx.template,
            kind: ctx.template.kind,
            faults: ctx.template.faults(content),
            today,
            urgency,
            matter,
            basis,
        }
    }

    fn measures(&self) -> impl Iterator<Item = (usize, Node<'a>)> {
        self.content.get("measures").items()
    }

    fn has_attachment(&self, kind: &str) -> bool {
        self.content
            .get("attachments")
            .items()
            .any(|(_, attachment)| attachment.get("kind").code() == kind)
    }
}

/// Where rules put what they find.
type Findings = Vec<Finding>;

/// One rule, or a few that share their walk.
type Rule = fn(&Case<'_>, &mut Findings);

/// Rules that belong together, with the codes they can raise and the levels of each.
struct Family {
    rules: &'static [Rule],
    codes: &'static [(&'static str, &'static [Level])],
}

/// The families that judge a request of this kind, in the order of judging.
fn families(kind: Kind) -> Vec<&'static Family> {
    let mut families = vec![
        &shape::FAMILY,
        &envelope::FAMILY,
        &directory::FAMILY,
        &safeguards::FAMILY,
        &safeguards::DATA_PROTECTION,
    ];
    match kind {
        Kind::Mla => families.extend([&measures::FAMILY, &request::FAMILY, &safeguards::CONDUCT]),
        Kind::TransferOfProceedings => {
            families.extend([&transfer::FAMILY, &safeguards::CONDUCT]);
        }
        Kind::AssetFreezing => families.push(&freezing::FAMILY),
        Kind::Extradition => families.extend([
            &surrender::FAMILY,
            &assurances::FAMILY,
            &safeguards::CONDUCT,
        ]),
        Kind::ProvisionalArrest => families.push(&provisional_arrest::FAMILY),
        Kind::ElectronicEvidence => families.extend([&evidence::FAMILY, &safeguards::CONDUCT]),
        Kind::SpontaneousInformation => families.push(&spontaneous::FAMILY),
        Kind::JointInvestigationTeam => families.push(&team::FAMILY),
        Kind::Police => families.push(&police::FAMILY),
        Kind::Notice => families.push(&notice::FAMILY),
        Kind::Supplementary => families.push(&additions::FAMILY),
        _ => {}
    }
    // A joint team has a basis for every pair of its parties (JIT-04).
    if Help::of_kind(kind).is_some_and(Help::needs_basis) && kind != Kind::JointInvestigationTeam {
        families.push(&basis::FAMILY);
    }
    // Last: it looks at what the others found.
    families.push(&shape::COMPLETENESS);
    families
}

/// Every finding about the content, what blocks first, then by code and field.
#[must_use]
pub fn check(content: &Value, ctx: &CheckContext<'_>) -> Vec<Finding> {
    let content = ctx.template.plain(content);
    let case = Case::read(&content, ctx);
    let mut findings = Vec::new();
    for family in families(case.kind) {
        for rule in family.rules {
            rule(&case, &mut findings);
        }
    }
    findings.sort();
    findings.dedup();
    findings.truncate(FINDINGS_MAX);
    findings
}

/// The legal basis of a request, ranked: what [`check`] judges the officer's choice by.
#[must_use]
pub fn basis_of(content: &Value, ctx: &CheckContext<'_>) -> BasisReport {
    Case::read(&ctx.template.plain(content), ctx).basis
}

/// Every code that [`check`] can raise, with its levels. The words of every language have a sentence for each.
#[must_use]
pub fn codes() -> BTreeMap<&'static str, BTreeSet<Level>> {
    let mut codes: BTreeMap<&str, BTreeSet<Level>> = BTreeMap::new();
    for kind in Kind::ALL {
        for family in families(*kind) {
            for (code, levels) in family.codes {
                codes.entry(code).or_default().extend(levels.iter());
            }
        }
    }
    codes
}

#[cfg(test)]
mod tests;
