//! A case played from a file: a request, then events by either side, in a world of two nodes without post, disk or keys.
//! After each event stands what both sides see: stages, track, measures, clocks, findings, tasks. What the law does not
//! allow is shown as a refusal, and the play goes on. The form of the file is described in `docs/cases.md`.

mod acts;
mod case;
mod expect;
mod safeguards;
mod shown;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::actor::{By, Role};
use crate::basis::legal_basis;
use crate::deadline::{Calendar, Periods};
use crate::finding::{Finding, Level, Verdict, verdict};
use crate::id::{Digest, OfficerId, RequestId, StateCode};
use crate::label::{Class, Label};
use crate::lang::Lang;
use crate::message::{Message, ReceiptKind};
use crate::number::Number;
use crate::refusal::Refusal;
use crate::request::{
    Approve, Draft, Edit, Effect, Findings, Found, Outcome, Relation, Reply, Request, Safeguard,
    SafeguardAct, Send, Side, Standing, Submit, TrialPoint,
};
use crate::rules::{self, CheckContext};
use crate::state::{Authority, Directory, StateProfile};
use crate::template::Forms;

pub use case::{Act, Asked, Case, CaseError};

/// Officers of the play: who drafts and works, and the second person of the same State.
const FIRST: u8 = 1;
const SECOND: u8 = 2;

/// The world a case is played in.
#[derive(Debug)]
pub struct Stagehand<'a> {
    directory: &'a Directory,
    forms: &'a Forms,
}

/// One State of the play.
struct Party {
    profile: StateProfile,
    authority: Authority,
}

/// The play as it stands.
struct Play<'a> {
    case: &'a Case,
    from: Party,
    to: Party,
    directory: &'a Directory,
    form: Option<std::sync::Arc<crate::template::Template>>,
    periods: Periods,
    /// The requesting side.
    a: Request,
    /// The requested side, once it has it.
    b: Option<Request>,
    /// What the validator of the requesting side found.
    findings: Vec<Finding>,
    envelopes: u16,
    /// The request as it went out.
    packet: Option<Message>,
}

impl<'a> Stagehand<'a> {
    /// A world of these States and forms.
    #[must_use]
    pub const fn new(directory: &'a Directory, forms: &'a Forms) -> Stagehand<'a> {
        Stagehand { directory, forms }
    }

    /// Plays a case; the answer is what `comity request replay` prints.
    ///
    /// # Errors
    /// [`CaseError`] where the file names a State that is not known, or a number, label or code that is none.
    pub fn play(&self, case: &Case) -> Result<Value, CaseError> {
        let mut play = self.begin(case)?;
        // What the sender's validator said when it was sent; the steps say what it would say later.
        let (verdict, findings) = (play.verdict(), shown::findings(&play.findings));
        let mut steps = vec![play.send()];
        for act in &case.events {
            steps.push(play.act(act));
        }
        let basis = play
            .basis()
            .into_iter()
            .map(|entry| json!({"instrument": entry.0, "article": entry.1, "role": entry.2}));
        Ok(json!({
            "request": {
                "number": play.a.number,
                "kind": play.a.template,
                "from": play.a.from,
                "to": play.a.to,
                "track": play.a.on_track().map(|on| on.track),
            },
            "verdict": verdict,
            "findings": findings,
            "basis": basis.collect::<Vec<_>>(),
            "steps": steps,
        }))
    }

    /// The clocks that begin when the request is delivered at the time of its sending, whatever the validator finds: the
    /// name, and the last local day of the requested State, or the moment where hours count.
    ///
    /// # Errors
    /// As [`Stagehand::play`].
    pub fn clocks(&self, asked: Asked, at: Timestamp) -> Result<Vec<(String, Value)>, CaseError> {
        let case = Case {
            request: asked,
            at,
            anyway: true,
            safeguards_open: true,
            events: Vec::new(),
        };
        let mut play = self.begin(&case)?;
        play.send();
        let calendar = play.calendar();
        let due = |clock: &crate::Clock| shown::day_or_moment(clock.due_at(at), &calendar);
        let seen = play.b.as_ref().unwrap_or(&play.a);
        let clocks = seen.clocks.iter();
        Ok(clocks
            .map(|clock| (clock.name.clone(), due(clock)))
            .collect())
    }

    fn begin<'p>(&'p self, case: &'p Case) -> Result<Play<'p>, CaseError> {
        let asked = &case.request;
        let from = self.party(&asked.from, asked.from_authority.as_ref())?;
        let to = self.party(&asked.to, asked.to_authority.as_ref())?;
        let latest = || self.forms.latest(&asked.template).map(|form| form.version);
        let version = asked.template_version.or_else(latest).unwrap_or(1);
        let form = self.forms.reading(&asked.template, version);
        let a = draft(case, version, (&from, &to))?;
        let catalogue = self.directory.catalogue();
        let mut play = Play {
            case,
            periods: Periods::of_law(&to.profile),
            from,
            to,
            directory: self.directory,
            form: form.map(|reading| reading.template.clone()),
            a,
            b: None,
            findings: Vec::new(),
            envelopes: 0,
            packet: None,
        };
        let ids: Vec<String> = play
            .chosen()
            .chain(play.basis().into_iter().map(|b| b.0))
            .collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        play.periods = Periods::governing(catalogue, &ids, &play.to.profile);
        play.findings = play.check(case.at);
        Ok(play)
    }

    fn party(
        &self,
        state: &StateCode,
        authority: Option<&crate::AuthorityId>,
    ) -> Result<Party, CaseError> {
        let unknown = || CaseError::State(state.clone());
        let profile = self.directory.state(state).ok_or_else(unknown)?.clone();
        let known = authority
            .and_then(|id| self.directory.authority(state, id))
            .cloned();
        let first = || self.directory.authorities(state).next().cloned();
        let authority = known
            .or_else(first)
            .or_else(|| profile.supposed_central_authority())
            .ok_or_else(unknown)?;
        Ok(Party { profile, authority })
    }
}

/// The draft with which the play begins.
fn draft(
    case: &Case,
    template_version: u32,
    (from, to): (&Party, &Party),
) -> Result<Request, CaseError> {
    let asked = &case.request;
    let owner = &from.profile.code;
    let label = Label::own(owner, Class::Restricted)
        .released_to(owner, &to.profile.code)
        .map_err(CaseError::Refused)?;
    let year = case.at.to_zoned(jiff::tz::TimeZone::UTC).date().year();
    let draft = Draft {
        id: RequestId::new(case.at, [1; 10]),
        number: Number {
            state: owner.clone(),
            authority: from.authority.id.clone(),
            year: u16::try_from(year).unwrap_or(1),
            serial: 1,
        },
        template: asked.template.clone(),
        template_version,
        to: to.profile.code.clone(),
        to_authority: to.authority.id.clone(),
        relation: Relation::New,
        parent: None,
        urgency: asked.urgency,
        standing: Standing::Complete,
        content: asked.content.clone(),
        lang: Lang::En,
        label,
        validation_needed: false,
    };
    let by = by_of(from, FIRST, case.at);
    let drafted = Request::draft(&draft, &by, before(case.at)).map_err(CaseError::Refused)?;
    Ok(drafted.0)
}

/// A second before: what is sent at its time was written before it, and is there at its time.
fn before(at: Timestamp) -> Timestamp {
    at.checked_sub(jiff::SignedDuration::from_secs(1))
        .unwrap_or(at)
}

fn by_of(party: &Party, officer: u8, at: Timestamp) -> By {
    By {
        state: party.profile.code.clone(),
        authority: Some(party.authority.id.clone()),
        role: Some(Role::CaseOfficer),
        officer: Some(OfficerId::new(at, [officer; 10])),
    }
}

impl Play<'_> {
    fn by(&self, side: Side, officer: u8) -> By {
        let party = match side {
            Side::Outgoing => &self.from,
            Side::Incoming => &self.to,
        };
        by_of(party, officer, self.case.at)
    }

    fn calendar(&self) -> Calendar {
        self.to.authority.calendar(&self.to.profile)
    }

    fn check(&self, at: Timestamp) -> Vec<Finding> {
        let Some(template) = self.form.as_deref() else {
            return Vec::new();
        };
        let ctx = CheckContext {
            template,
            from: &self.from.profile,
            to: &self.to.profile,
            from_authority: &self.from.authority,
            to_authority: &self.to.authority,
            now: at,
            urgency: self.a.urgency,
            instruments: self.directory.catalogue(),
            pending: &[],
            others: &self.directory.states().collect::<Vec<_>>(),
            desks: &self
                .directory
                .authorities(&self.from.profile.code)
                .cloned()
                .collect::<Vec<_>>(),
        };
        rules::check(&self.a.content_now(), &ctx)
    }

    fn verdict(&self) -> Verdict {
        verdict(&self.findings)
    }

    /// Instruments that the officer chose.
    fn chosen(&self) -> impl Iterator<Item = String> + '_ {
        let chosen = self.a.content.get("legal_basis").and_then(Value::as_array);
        chosen.into_iter().flatten().filter_map(|entry| {
            let id = entry.get("instrument").and_then(Value::as_str);
            id.map(str::to_owned)
        })
    }

    /// The ranked legal basis: instrument, article, role.
    fn basis(&self) -> Vec<(String, String, &'static str)> {
        let Some(kind) = self.a.kind() else {
            return Vec::new();
        };
        let content = rules::content::Node::root(&self.a.content);
        let matter = crate::basis::Matter::of_kind(kind, content);
        let day = self.calendar().date(self.case.at);
        let both = (&self.from.profile, &self.to.profile);
        let report = legal_basis(self.directory.catalogue(), both, &matter, day);
        let ranked = report.ranked.into_iter();
        ranked
            .map(|basis| (basis.instrument, basis.article, basis.role.code()))
            .collect()
    }

    /// Drafts, approves and sends; delivered at once unless a later event delivers.
    fn send(&mut self) -> Value {
        let at = self.case.at;
        let act = Act::named("send", at, Some("requesting"));
        let findings = if self.case.anyway() {
            Findings::default()
        } else {
            found(&self.findings)
        };
        let sent = self
            .accept_warnings()
            .and_then(|()| self.try_send(findings));
        let refused = sent.err();
        if refused.is_none() && !self.case.delivers() {
            let _ = self.deliver(at);
        }
        self.shown(&act, refused, None)
    }

    /// Each warning travels with a reason.
    fn accept_warnings(&mut self) -> Result<(), Refusal> {
        let warnings = self.findings.iter().filter(|f| f.level == Level::Warn);
        let reasons = warnings.map(|f| (f.code.clone(), "Travels with this reason.".to_owned()));
        let edit = Edit {
            seen_version: self.a.version,
            findings_accepted: Some(reasons.collect()),
            ..Edit::default()
        };
        let by = self.by(Side::Outgoing, FIRST);
        self.a = self.a.edit(&edit, &by, before(self.case.at))?.0;
        Ok(())
    }

    fn try_send(&mut self, findings: Findings) -> Result<(), Refusal> {
        let (at, content_sha256) = (before(self.case.at), Digest([7; 32]));
        let (first, second) = (
            self.by(Side::Outgoing, FIRST),
            self.by(Side::Outgoing, SECOND),
        );
        let submit = Submit {
            findings: findings.clone(),
        };
        let approve = Approve {
            content_sha256,
            note: None,
        };
        let send = Send {
            content_sha256,
            findings,
            single_officer: false,
        };
        let submitted = self.a.submit(&submit, &first, at)?.0;
        let approved = submitted.approve(&approve, &second, at)?.0;
        let (sent, effects) = approved.send(&send, &first, at)?;
        self.packet = effects.into_iter().find_map(|effect| match effect {
            Effect::Send(message) => Some(message),
            Effect::Receipt(_) => None,
        });
        self.a = self.wound(sent);
        Ok(())
    }

    /// The packet reaches the other side's node.
    fn deliver(&mut self, at: Timestamp) -> Result<(), Refusal> {
        let Some(Message::Request(sent)) = self.packet.take() else {
            let verb = "request.delivered";
            let refusal = Refusal::new("STAGE").with("verb", verb);
            return Err(refusal.with("stage", self.a.stage));
        };
        let (envelope, by) = (self.envelope(), self.by(Side::Outgoing, FIRST));
        self.a = self.a.sealed(envelope, &by, at)?.0;
        let (from, home) = (&self.from.profile.code, &self.to.profile.code);
        let (b, _) = Request::receive(&sent, from, home, envelope, at)?;
        let delivered = b.events.first().map_or(at, |event| event.at);
        let a = self
            .a
            .receipted(ReceiptKind::R3, envelope, delivered, delivered)?
            .0;
        self.a = self.wound(a);
        let mut b = self.wound(b);
        b.guard.law = self.law(&b, at);
        if !self.case.safeguards_open {
            clear(&mut b, &self.by(Side::Incoming, FIRST), at)?;
        }
        self.b = Some(b);
        self.enter_offered(at);
        Ok(())
    }

    /// Takes the outcome of an act on one side and carries what it says to the other.
    fn carry(&mut self, side: Side, outcome: Outcome, at: Timestamp) -> Result<(), Refusal> {
        let (next, effects) = outcome?;
        let next = self.wound(next);
        match side {
            Side::Outgoing => self.a = next,
            Side::Incoming => self.b = Some(next),
        }
        for effect in effects {
            let Effect::Send(message) = effect else {
                continue;
            };
            let envelope = self.envelope();
            let told = match (side, &self.b) {
                (Side::Outgoing, Some(b)) => {
                    let from = &self.from.profile.code;
                    b.apply(from, &message, envelope, at)?.0
                }
                (Side::Outgoing, None) => continue,
                (Side::Incoming, _) => {
                    let from = &self.to.profile.code;
                    self.a.apply(from, &message, envelope, at)?.0
                }
            };
            let told = self.wound(told);
            match side {
                Side::Outgoing => self.b = Some(told),
                Side::Incoming => self.a = told,
            }
        }
        Ok(())
    }

    fn wound(&self, request: Request) -> Request {
        request.with_clocks(&self.calendar(), &self.periods)
    }

    fn envelope(&mut self) -> Digest {
        self.envelopes = self.envelopes.saturating_add(1);
        let mut bytes = [0; 32];
        for (to, from) in bytes.iter_mut().zip(self.envelopes.to_be_bytes()) {
            *to = from;
        }
        Digest(bytes)
    }
}

/// Answers every question of the safeguards so that it stands in nobody's way, as far as the law lets it.
///
/// # Errors
/// What the record refuses.
pub fn clear(request: &mut Request, by: &By, at: Timestamp) -> Result<(), Refusal> {
    for safeguard in Safeguard::ALL {
        let choice = safeguard.clear();
        let sheet = match safeguard {
            Safeguard::FairTrial => TrialPoint::ALL
                .iter()
                .map(|point| (*point, choice))
                .collect(),
            _ => std::collections::BTreeMap::new(),
        };
        let reply = SafeguardAct::Answer(Reply {
            safeguard: *safeguard,
            choice,
            reasons: "Examined on the file, nothing stands against it.".to_owned(),
            sources: vec!["The file".to_owned()],
            sheet,
        });
        let law = request.guard.law.clone();
        request.guard.record = request.guard.record.note(&reply, &law, (by, at))?;
    }
    Ok(())
}

/// What stands against sending, as submitting needs it.
fn found(findings: &[Finding]) -> Findings {
    let of = |level| {
        let meant = findings.iter().filter(|finding| finding.level == level);
        let found = meant.map(|finding| Found {
            code: finding.code.clone(),
            field: finding.field.clone(),
        });
        found.collect()
    };
    Findings {
        block: of(Level::Block),
        warn: of(Level::Warn),
    }
}

#[cfg(test)]
mod tests;
