//! Who may do what: one table, printed on a page and walked by a test. There is no second policy language.
//!
//! `may` answers for one actor, one verb, one object. Whether the object's state allows the verb is the object's own
//! matter (`request`); what a reader sees is the label's (`label`).

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::actor::{Actor, OPERATOR, Role};
use crate::label::Reader;
use crate::refusal::Refusal;

mod object;
mod verb;

pub use object::Object;
pub use verb::Verb;

use Role::{
    Administrator, Analyst, Approver, Auditor, BorderOfficer, CaseOfficer, DutyOfficer, Judge,
    RegistryOfficer,
};

/// Who else than an officer may do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Machines {
    /// Workers of this node, by name.
    workers: &'static [&'static str],
    /// The peer it concerns.
    peer: bool,
}

const NONE: Machines = Machines {
    workers: &[],
    peer: false,
};
const BY_OPERATOR: Machines = Machines {
    workers: &[OPERATOR],
    peer: false,
};

/// Where an officer stands to the object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Any officer of this State.
    InState,
    /// An officer of the authority that has it.
    InAuthority,
    /// As before; a duty officer only where it is urgent.
    DutyIfUrgent,
    /// As before; a judge or second person of another domestic authority where one is waited for.
    InReview,
    /// A judge of any domestic authority, who is not the author.
    Validation,
    /// The second person of a request.
    SecondPerson,
    /// The second person of a refusal.
    SecondRefuser,
    /// Of the directory, a border officer only the duty contacts.
    Contacts,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
struct Row {
    roles: &'static [Role],
    standing: Standing,
    machines: Machines,
}

const fn row(roles: &'static [Role], standing: Standing, machines: Machines) -> Row {
    Row {
        roles,
        standing,
        machines,
    }
}

/// The table. Exhaustive: a new verb does not compile until it stands here.
#[expect(clippy::too_many_lines, reason = "it is the table")]
const fn row_of(verb: Verb) -> Row {
    use Standing::{
        Contacts, DutyIfUrgent, InAuthority, InReview, InState, SecondPerson, SecondRefuser,
        Validation,
    };
    match verb {
        Verb::RequestDraft | Verb::RequestEdit | Verb::RequestSubmit | Verb::RequestAnswer => {
            row(&[CaseOfficer], InAuthority, NONE)
        }
        Verb::DocketImport => row(&[CaseOfficer, RegistryOfficer], InAuthority, BY_OPERATOR),
        Verb::RequestTakeDown | Verb::RequestEnter => row(&[CaseOfficer], InAuthority, NONE),
        Verb::RequestTell => row(
            &[CaseOfficer, RegistryOfficer, DutyOfficer],
            DutyIfUrgent,
            NONE,
        ),
        Verb::RequestSend | Verb::RequestWithdraw => {
            row(&[CaseOfficer, Approver], InAuthority, NONE)
        }
        Verb::RequestValidate => row(&[Judge], Validation, NONE),
        Verb::RequestApprove => row(&[Approver], SecondPerson, NONE),
        Verb::RequestReturnToAuthor => row(&[Approver, Judge], InReview, NONE),
        Verb::RequestClose => row(&[CaseOfficer], InAuthority, NONE),
        Verb::RequestArchive | Verb::RequestLapse => row(
            &[RegistryOfficer],
            InAuthority,
            Machines {
                workers: &["retention", "timers"],
                peer: false,
            },
        ),
        Verb::RequestRegister => row(&[RegistryOfficer, DutyOfficer], DutyIfUrgent, NONE),
        Verb::RequestQuarantine => row(
            &[RegistryOfficer],
            InAuthority,
            Machines {
                workers: &["inbox"],
                peer: false,
            },
        ),
        Verb::RequestAcknowledge | Verb::RequestStep => {
            row(&[CaseOfficer, DutyOfficer], DutyIfUrgent, NONE)
        }
        Verb::RequestAsk
        | Verb::RequestCost
        | Verb::RequestConsult
        | Verb::RequestAccept
        | Verb::RequestPostpone
        | Verb::RequestRefuse
        | Verb::RequestExecute
        | Verb::EvidenceAttach
        | Verb::EvidenceReturn
        | Verb::EvidenceOpen
        | Verb::AssignmentGive
        | Verb::AssignmentRemind
        | Verb::AssignmentEnd => row(&[CaseOfficer], InAuthority, NONE),
        // Whoever holds the link; which task it opens, and until when, the link itself says.
        Verb::AssignmentOpen | Verb::AssignmentReport => row(
            &[],
            InAuthority,
            Machines {
                workers: &["link"],
                peer: false,
            },
        ),
        Verb::RequestConfirmRefusal => row(&[Approver, Judge], SecondRefuser, NONE),
        Verb::RequestDropRefusal => row(&[CaseOfficer, Approver, Judge], InAuthority, NONE),
        Verb::EvidenceExport => row(&[CaseOfficer], InAuthority, NONE),
        // A court's decision is written down by the judge or by who was told of it. Nothing of the record is for a machine.
        Verb::SafeguardNote => row(&[CaseOfficer, Judge], InAuthority, NONE),
        Verb::SafeguardRead => row(&[CaseOfficer, Approver, Judge], InAuthority, NONE),
        Verb::ComplaintMake => row(
            &[CaseOfficer, Approver, RegistryOfficer, Judge, DutyOfficer],
            InAuthority,
            NONE,
        ),
        Verb::ComplaintAnswer => row(&[CaseOfficer, Approver, Judge], InAuthority, NONE),
        Verb::ComplaintRead => row(&[CaseOfficer, Approver, Judge, Auditor], InState, NONE),
        Verb::RequestRead => row(
            &[CaseOfficer, Approver, RegistryOfficer, Judge, DutyOfficer],
            InReview,
            NONE,
        ),
        Verb::RecordKeep | Verb::GroupKeep | Verb::ReleasePropose | Verb::ReleaseUrgent => {
            row(&[Analyst], InAuthority, NONE)
        }
        Verb::RecordRead => row(&[Analyst, Approver], InAuthority, NONE),
        // Who registers a court's order: a record is not read to the court.
        Verb::RecordHold => row(&[Approver], InAuthority, NONE),
        Verb::ReleaseApprove | Verb::SampleLook => row(&[Approver], SecondPerson, NONE),
        // Taking back waits for nobody.
        Verb::ReleaseRecall => row(
            &[Analyst, Approver],
            InAuthority,
            Machines {
                workers: &["retention"],
                peer: false,
            },
        ),
        Verb::CardRead => row(&[Analyst, Approver, DutyOfficer], InState, NONE),
        Verb::CardExport => row(&[Analyst, Approver], InState, NONE),
        Verb::EncounterReport => row(&[BorderOfficer, DutyOfficer], InState, NONE),
        Verb::EncounterDecide | Verb::WordWrite => row(&[Analyst, DutyOfficer], InState, NONE),
        Verb::AccessEnter => row(&[RegistryOfficer, Analyst], InState, NONE),
        Verb::AccessRead => row(&[RegistryOfficer, Analyst, Approver], InState, NONE),
        Verb::AccessDecide => row(&[Analyst], InState, NONE),
        Verb::AccessApprove => row(&[Approver], SecondPerson, NONE),
        // A machine sends on its day what a person decided; it never answers by itself.
        Verb::AccessKeep => row(
            &[],
            InState,
            Machines {
                workers: &["retention"],
                peer: false,
            },
        ),
        Verb::DirectoryRead => row(
            &[
                CaseOfficer,
                Approver,
                RegistryOfficer,
                Judge,
                DutyOfficer,
                BorderOfficer,
                Administrator,
                Analyst,
            ],
            Contacts,
            BY_OPERATOR,
        ),
        Verb::DirectoryEnter | Verb::ListImport | Verb::TreatyImport => {
            row(&[RegistryOfficer, Administrator], InState, BY_OPERATOR)
        }
        Verb::ListRead => row(
            &[CaseOfficer, RegistryOfficer, DutyOfficer, Administrator],
            InState,
            BY_OPERATOR,
        ),
        Verb::ScreenCheck => row(
            &[BorderOfficer, DutyOfficer, CaseOfficer, Analyst],
            InState,
            BY_OPERATOR,
        ),
        Verb::ScreenFile => row(&[CaseOfficer], InState, BY_OPERATOR),
        Verb::ScreenQueueRead => row(&[CaseOfficer], InAuthority, BY_OPERATOR),
        // A named officer answers for these; the operator at the command line is nobody's name.
        Verb::ScreenReview | Verb::ScreenWatch => row(&[CaseOfficer], InAuthority, NONE),
        Verb::ScreenNote => row(
            &[],
            InState,
            Machines {
                workers: &["screening"],
                peer: false,
            },
        ),
        Verb::ScreenErase => row(
            &[],
            InState,
            Machines {
                workers: &["retention"],
                peer: false,
            },
        ),
        Verb::ScreenLogRead | Verb::LedgerRead => row(&[Auditor], InState, BY_OPERATOR),
        Verb::LedgerVerify => row(&[Auditor, Administrator], InState, BY_OPERATOR),
        Verb::PeerRead => row(
            &[Administrator, RegistryOfficer, Auditor],
            InState,
            BY_OPERATOR,
        ),
        Verb::OfficerRead | Verb::SettingsRead => {
            row(&[Administrator, Auditor], InState, BY_OPERATOR)
        }
        Verb::PeerAdd
        | Verb::PeerSuspend
        | Verb::ScreenKeyIssue
        | Verb::ScreenKeyRevoke
        | Verb::OfficerAdd
        | Verb::OfficerChange
        | Verb::BackupMake => row(&[Administrator], InState, BY_OPERATOR),
        Verb::HealthRead => row(
            &[Administrator, RegistryOfficer, DutyOfficer],
            InState,
            BY_OPERATOR,
        ),
        Verb::ReceiveEnvelope => row(
            &[],
            InState,
            Machines {
                workers: &["inbox", "outbox", OPERATOR],
                peer: true,
            },
        ),
        Verb::SendEnvelope => row(
            &[],
            InState,
            Machines {
                workers: &["outbox"],
                peer: false,
            },
        ),
        Verb::KeepTime => row(
            &[],
            InState,
            Machines {
                workers: &["timers", OPERATOR],
                peer: false,
            },
        ),
        Verb::KeepKeys => row(
            &[],
            InState,
            Machines {
                workers: &["keys", "timers", OPERATOR],
                peer: false,
            },
        ),
    }
}

/// The table as pages print it and tests walk it.
pub fn table() -> Vec<(Verb, Vec<Role>)> {
    Verb::ALL
        .iter()
        .map(|verb| (*verb, row_of(*verb).roles.to_vec()))
        .collect()
}

/// Whether the actor may do this to that, at this time.
///
/// # Errors
/// `NOT-ALLOWED` (role, State or authority), `NOT-FOUND` (the label keeps it from this reader: hidden and absent are
/// alike), `FOUR-EYES` (the author, editor, submitter or proposer cannot be the second person).
pub fn may(actor: &Actor, verb: Verb, object: &Object<'_>, now: Timestamp) -> Result<(), Refusal> {
    role_for(actor, verb, object, now).map(|_| ())
}

/// As `may`, and with which role: the first of the table's roles that allows it. `None` for machines.
///
/// # Errors
/// As `may`.
pub fn role_for(
    actor: &Actor,
    verb: Verb,
    object: &Object<'_>,
    now: Timestamp,
) -> Result<Option<Role>, Refusal> {
    let row = row_of(verb);
    let no = || Refusal::new("NOT-ALLOWED").with("verb", verb);
    match actor {
        Actor::Peer { state } => {
            let concerns =
                row.machines.peer && object.partner == Some(state) && object.state != state;
            if concerns { Ok(None) } else { Err(no()) }
        }
        Actor::System { state, worker } => {
            let known = row.machines.workers.contains(&worker.as_str());
            if known && state == object.state {
                Ok(None)
            } else {
                Err(no())
            }
        }
        Actor::Officer { state, .. } => {
            if state != object.state {
                return Err(no());
            }
            readable(actor, object, now)?;
            let mut refusal = no();
            for &role in row.roles.iter().filter(|role| actor.has(**role)) {
                match stands(actor, role, row.standing, object) {
                    Ok(()) => return Ok(Some(role)),
                    Err(code) if code != "NOT-ALLOWED" => {
                        refusal = Refusal::new(code).with("verb", verb)
                    }
                    Err(_) => {}
                }
            }
            Err(refusal)
        }
    }
}

fn readable(actor: &Actor, object: &Object<'_>, now: Timestamp) -> Result<(), Refusal> {
    let (
        Actor::Officer {
            state,
            authority,
            clearance,
            ..
        },
        Some(label),
    ) = (actor, object.label)
    else {
        return Ok(());
    };
    let reader = Reader {
        state: state.clone(),
        authority: authority.clone(),
        clearance: *clearance,
        purpose: object.purpose,
    };
    let today = now.to_zoned(TimeZone::UTC).date();
    if label.readable_by(&reader, today).permitted() {
        Ok(())
    } else {
        Err(Refusal::new("NOT-FOUND"))
    }
}

/// Whether an officer in this role stands where the row wants; if not, the code of the refusal.
fn stands(
    actor: &Actor,
    role: Role,
    standing: Standing,
    object: &Object<'_>,
) -> Result<(), &'static str> {
    let (Some(me), Some(mine)) = (actor.officer(), actor.authority()) else {
        return Err("NOT-ALLOWED");
    };
    let same = object.authority.is_none_or(|authority| authority == mine);
    let allowed = |yes: bool| if yes { Ok(()) } else { Err("NOT-ALLOWED") };
    let not_by = |hands: &[_]| {
        if hands.contains(&me) {
            Err("FOUR-EYES")
        } else {
            Ok(())
        }
    };
    match standing {
        Standing::InState => Ok(()),
        Standing::InAuthority => allowed(same),
        Standing::DutyIfUrgent => allowed(same && (role != DutyOfficer || object.urgent)),
        Standing::InReview => allowed(same || is_second_elsewhere(role, object)),
        Standing::Validation => not_by(&object.hands),
        Standing::SecondPerson => {
            allowed(same || is_second_elsewhere(role, object)).and_then(|()| not_by(&object.hands))
        }
        Standing::SecondRefuser => {
            // The one who proposed it may not confirm it.
            allowed(same)?;
            not_by(object.proposer.as_slice())
        }
        Standing::Contacts => allowed(role != BorderOfficer || object.contacts_only),
    }
}

/// An officer of another domestic authority whose signature is waited for: a judge, or, where the authority has one
/// officer only, a second person.
fn is_second_elsewhere(role: Role, object: &Object<'_>) -> bool {
    use crate::request::{Side, Stage};
    let waits = object.stage == Some((Side::Outgoing, Stage::Review));
    waits && (role == Judge || role == Approver && object.single_officer)
}

#[cfg(test)]
mod tests;
