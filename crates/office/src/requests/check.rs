//! The validator as the desk uses it: shape by the template, law by `model::rules`, the same from page, API and CLI.

use jiff::Timestamp;
use model::basis::{Basis, BasisReport};
use model::finding::{Finding, Verdict, verdict};
use model::label::{Label, Reader};
use model::request::Request;
use model::rules::{self, CheckContext, PendingMatter};
use model::template::Forms;
use model::translation;
use model::{Actor, AuthorityId, Purpose, RequestId, StateCode, Urgency};
use paper::template::Wording as _;
use serde::Serialize;
use serde_json::Value;

use crate::directory::States;
use crate::error::{Error, Result};
use crate::office::Office;

/// What the validator says.
#[derive(Debug, Clone, Serialize)]
pub struct Checked {
    /// Everything found, what blocks first.
    pub findings: Vec<Finding>,
    /// What it amounts to.
    pub verdict: Verdict,
    /// The legal basis, ranked.
    pub basis: Vec<Basis>,
    /// How much of what is required is there, 0 to 100.
    pub complete_percent: u8,
}

/// What is checked.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'a> {
    /// Template, by code.
    pub template: &'a str,
    /// Its version.
    pub version: u32,
    /// Requesting State and authority.
    pub from: (&'a StateCode, &'a AuthorityId),
    /// Requested State and authority.
    pub to: (&'a StateCode, &'a AuthorityId),
    /// How soon.
    pub urgency: Urgency,
    /// The fields.
    pub content: &'a Value,
}

impl<'a> Matter<'a> {
    /// A request as it stands.
    #[must_use]
    pub fn of(request: &'a Request) -> Self {
        Self {
            template: &request.template,
            version: request.template_version,
            from: (&request.from, &request.from_authority),
            to: (&request.to, &request.to_authority),
            urgency: request.urgency,
            content: &request.content,
        }
    }
}

/// States and pending matters, read once before an act: the act itself runs in the writer and waits for nothing.
pub(crate) struct Desk {
    states: States,
    forms: Forms,
    pending: Vec<Pending>,
}

/// An outgoing matter that is not over, with what decides who may know of it.
struct Pending {
    authority: AuthorityId,
    label: Label,
    matter: PendingMatter,
}

impl Pending {
    /// Whether everybody who may read this request may know of the matter too: a finding names it.
    fn known_to_readers_of(&self, request: &Request, now: Timestamp) -> bool {
        let reader = Reader {
            state: request.from.clone(),
            authority: request.from_authority.clone(),
            clearance: request.label.class,
            purpose: Purpose::Mla,
        };
        let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
        self.authority == request.from_authority
            && self.label.readable_by(&reader, today).permitted()
    }
}

impl Desk {
    /// For the check of one request: of the pending matters those that name somebody whom it names. Without the request,
    /// none: an act on what is not there is refused by the act, and no earlier, so that hidden and absent are alike.
    pub(crate) async fn open(office: &Office, request: Option<&Request>) -> Result<Self> {
        let system = Actor::worker(office.state(), "outbox");
        let reader = office.read(&system, Purpose::Mla).await?;
        let mut pending = Vec::new();
        let beside = match request {
            Some(request) => reader.pending_beside(request).await?,
            None => Vec::new(),
        };
        for request in beside {
            pending.push(Pending {
                matter: PendingMatter::of(&request.number, &request.to, &request.content),
                authority: request.from_authority,
                label: request.label,
            });
        }
        Ok(Self {
            states: States::of(office).await?,
            forms: office.forms().clone(),
            pending,
        })
    }

    pub(crate) fn check(&self, request: &Request, now: Timestamp) -> Result<Checked> {
        let pending: Vec<_> = self
            .pending
            .iter()
            .filter(|p| p.matter.number != request.number && p.known_to_readers_of(request, now))
            .map(|p| p.matter.clone())
            .collect();
        let matter = Matter::of(request);
        let states = self.states.naming([&request.from, &request.to]);
        check_content((&states, &self.forms), &matter, &pending, now)
    }
}

/// Check a content against a file or directory of States. Pure but for the States handed in.
///
/// # Errors
/// Input error where a State or the template is not known.
pub fn check_content(
    (states, forms): (&States, &Forms),
    matter: &Matter<'_>,
    pending: &[PendingMatter],
    now: Timestamp,
) -> Result<Checked> {
    let form = forms
        .reading(matter.template, matter.version)
        .ok_or_else(|| {
            Error::input(
                "TEMPLATE",
                "template",
                "there is no template of that name and version",
            )
        })?;
    let template = &*form.template;
    let (from, from_authority) = states.side(matter.from.0, matter.from.1)?;
    let (to, to_authority) = states.side(matter.to.0, matter.to.1)?;
    let others: Vec<_> = states.profiles().collect();
    let ctx = CheckContext {
        template,
        from: &from,
        to: &to,
        from_authority: &from_authority,
        to_authority: &to_authority,
        now,
        urgency: matter.urgency,
        instruments: &states.catalogue,
        pending,
        others: &others,
        desks: states.authorities(matter.from.0),
    };
    let mut findings = rules::check(matter.content, &ctx);
    // The rules hash nothing themselves: whether a certificate is over these very words is asked here.
    let urgent = matter.urgency != Urgency::Normal;
    let translated = translation::judge(template, matter.content, urgent, seal::sha256);
    if !translated.is_empty() {
        findings.extend(translated);
        findings.sort();
    }
    let BasisReport { ranked, .. } = rules::basis_of(matter.content, &ctx);
    let complete_percent = complete(template, matter.content, &findings);
    Ok(Checked {
        verdict: verdict(&findings),
        findings,
        basis: ranked,
        complete_percent,
    })
}

/// The share of asked and required fields that carry no blocking finding.
fn complete(template: &paper::template::Template, content: &Value, findings: &[Finding]) -> u8 {
    let blocked = findings
        .iter()
        .filter(|f| f.level == model::finding::Level::Block)
        .count();
    let sections = template.fields(content, model::Lang::En);
    let entries = |s: &paper::template::Section| {
        s.repeat
            .iter()
            .flat_map(|r| r.entries.clone())
            .flat_map(|e| e.fields)
            .collect::<Vec<_>>()
    };
    let fields = sections
        .iter()
        .flat_map(|s| s.fields.iter().cloned().chain(entries(s)));
    let required = fields.filter(|field| field.required).count().max(1);
    let done = required.saturating_sub(blocked);
    u8::try_from(done * 100 / required).unwrap_or(100)
}

/// Check a request as it stands. Whoever may read it may check it.
///
/// # Errors
/// `NOT-FOUND`.
pub async fn check(office: &Office, actor: &Actor, id: RequestId) -> Result<Checked> {
    let reader = office.read(actor, Purpose::Mla).await?;
    let request = reader
        .request(id)
        .await?
        .ok_or_else(|| model::Refusal::new("NOT-FOUND"))?;
    let desk = Desk::open(office, Some(&request)).await?;
    desk.check(&request, office.now())
}

/// The desk for an act on a request; whether the actor may do it is asked by the act.
pub(crate) async fn desk_for(office: &Office, id: RequestId) -> Result<Desk> {
    let system = Actor::worker(office.state(), "outbox");
    let reader = office.read(&system, Purpose::Mla).await?;
    let request = reader.request(id).await?;
    Desk::open(office, request.as_ref()).await
}
