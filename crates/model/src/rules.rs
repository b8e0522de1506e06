//! The validator of a mutual legal assistance request: law only, the same on both sides.
//!
//! [`check`] takes the content and what surrounds it and answers with findings: a code, a level, a field, a source.
//! Each rule is a small function beside its kin: the shape of the content ([`shape`](self)), the envelope and the
//! directory, the request and its measures, safeguards and data protection, the legal basis. Who may do what is in
//! [`crate::policy`], the life of a request in [`crate::request`], sentences in the words of `paper`.
//!
//! Total and pure: any JSON whatever gives findings in one order, never a panic. The author and the approver being two
//! persons (the other half of GEN-08) and the request's own number being unique (GEN-01) are kept where they can be
//! known: in the life-cycle and the store.

pub mod codes;
pub mod content;
pub mod fields;

mod basis;
mod dates;
mod envelope;
mod measures;
mod request;
pub(crate) mod safeguards;
mod shape;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

use crate::StateCode;
use crate::basis::{BasisReport, Catalogue, Help, Matter, legal_basis};
use crate::finding::{Finding, Level};
use crate::limits::FINDINGS_MAX;
use crate::request::Urgency;
use crate::state::{Authority, StateProfile};
use content::Node;

/// The complete example that the content's form is explained with. Fictional; XA Arvenia asks XB Belmora.
pub const EXAMPLE_MLA: &str = include_str!("rules/example_mla.json");

/// What a request is judged against.
#[derive(Debug, Clone, Copy)]
pub struct CheckContext<'a> {
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
}

/// A matter already pending, as far as a new one can be the same (GEN-07).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingMatter {
    /// Its number.
    pub number: String,
    /// The requested State.
    pub to: StateCode,
    /// Names of the persons, folded.
    pub persons: Vec<String>,
    /// Categories of the offences.
    pub categories: Vec<String>,
    /// Kinds of the measures.
    pub measures: Vec<String>,
}

impl PendingMatter {
    /// Takes from a request's content what is compared.
    #[must_use]
    pub fn of(number: &str, to: &StateCode, content: &Value) -> Self {
        let root = Node::root(content);
        let codes_of = |list: &str, field: &str| {
            root.get(list)
                .items()
                .map(|(_, item)| item.get(field).code().to_owned())
                .filter(|code| !code.is_empty())
                .collect()
        };
        Self {
            number: number.to_owned(),
            to: to.clone(),
            persons: envelope::folded_names(root),
            categories: codes_of("offences", "category"),
            measures: codes_of("measures", "kind"),
        }
    }
}

/// What every rule reads: the content, the context, and what was worked out once.
struct Case<'a> {
    content: Node<'a>,
    ctx: &'a CheckContext<'a>,
    /// The date in the requesting State.
    today: Date,
    urgency: Urgency,
    matter: Matter<'a>,
    basis: BasisReport,
}

impl<'a> Case<'a> {
    fn read(content: &'a Value, ctx: &'a CheckContext<'a>) -> Self {
        let node = Node::root(content);
        let today = ctx.from.calendar(ctx.now).date(ctx.now);
        let matter = Matter::read(Help::Mla, node);
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

const RULES: &[Rule] = &[
    shape::gen_04_and_10,
    dates::gen_03,
    envelope::gen_01,
    envelope::gen_02,
    envelope::gen_05,
    envelope::gen_06,
    envelope::gen_07,
    envelope::gen_08,
    envelope::gen_09,
    envelope::dir_02,
    envelope::dir_04,
    request::mla_01,
    request::mla_03,
    request::mla_10,
    request::mla_15,
    measures::mla_02,
    measures::mla_04,
    measures::mla_05,
    measures::mla_06,
    measures::mla_07,
    measures::mla_08,
    measures::mla_09,
    measures::mla_11,
    measures::mla_13,
    measures::mla_14,
    safeguards::saf_03,
    safeguards::saf_09,
    safeguards::saf_11,
    safeguards::dp_01,
    safeguards::dp_02,
    safeguards::dp_03,
    safeguards::dp_04,
    safeguards::dp_05,
    basis::lb_01_and_05,
    basis::lb_02,
    basis::lb_04_and_10,
    basis::lb_06,
    basis::lb_07,
    basis::lb_08,
    basis::lb_09,
    // Last: it looks at what the others found.
    request::mla_12,
];

/// Every finding about the content, what blocks first, then by code and field.
#[must_use]
pub fn check(content: &Value, ctx: &CheckContext<'_>) -> Vec<Finding> {
    let case = Case::read(content, ctx);
    let mut findings = Vec::new();
    for rule in RULES {
        rule(&case, &mut findings);
    }
    findings.sort();
    findings.dedup();
    findings.truncate(FINDINGS_MAX);
    findings
}

/// The legal basis of a request, ranked: what [`check`] judges the officer's choice by.
#[must_use]
pub fn basis_of(content: &Value, ctx: &CheckContext<'_>) -> BasisReport {
    Case::read(content, ctx).basis
}

/// Every code that [`check`] can raise, with its levels. The words of every language have a sentence for each.
pub const CODES: &[(&str, &[Level])] = &[
    ("GEN-01", &[Level::Block]),
    ("GEN-02", &[Level::Block]),
    ("GEN-03", &[Level::Block]),
    ("GEN-04", &[Level::Block]),
    ("GEN-05", &[Level::Block]),
    ("GEN-06", &[Level::Block, Level::Warn]),
    ("GEN-07", &[Level::Warn]),
    ("GEN-08", &[Level::Block]),
    ("GEN-09", &[Level::Block]),
    ("GEN-10", &[Level::Block]),
    ("DIR-02", &[Level::Block]),
    ("DIR-04", &[Level::Warn, Level::Hint]),
    ("MLA-01", &[Level::Block]),
    ("MLA-02", &[Level::Warn]),
    ("MLA-03", &[Level::Block]),
    ("MLA-04", &[Level::Block]),
    ("MLA-05", &[Level::Block]),
    ("MLA-06", &[Level::Block, Level::Warn]),
    ("MLA-07", &[Level::Block]),
    ("MLA-08", &[Level::Warn]),
    ("MLA-09", &[Level::Block]),
    ("MLA-10", &[Level::Hint]),
    ("MLA-11", &[Level::Warn]),
    ("MLA-12", &[Level::Hint]),
    ("MLA-13", &[Level::Warn]),
    ("MLA-14", &[Level::Block]),
    ("MLA-15", &[Level::Block]),
    ("SAF-03", &[Level::Warn]),
    ("SAF-09", &[Level::Warn]),
    ("SAF-11", &[Level::Warn]),
    ("DP-01", &[Level::Block]),
    ("DP-02", &[Level::Block]),
    ("DP-03", &[Level::Warn]),
    ("DP-04", &[Level::Block]),
    ("DP-05", &[Level::Hint]),
    ("LB-01", &[Level::Block]),
    ("LB-02", &[Level::Warn]),
    ("LB-04", &[Level::Block]),
    ("LB-05", &[Level::Block, Level::Warn]),
    ("LB-06", &[Level::Hint]),
    ("LB-07", &[Level::Warn]),
    ("LB-08", &[Level::Hint]),
    ("LB-09", &[Level::Hint]),
    ("LB-10", &[Level::Block]),
];

#[cfg(test)]
mod tests;
