//! What came in the format of another is taken into a record by a person.

use futures_util::future::BoxFuture;
use model::record::{Basis, Grade, Provenance};
use model::{ActId, Actor, IntakeId, Label, Purpose, RecordId, Refusal, Tlp, Verb};
use store::{Kept, Tx};

use super::intake::{Came, HELD, OPENED, WAITING, intake_row, read};
use super::row::{body, written};
use super::{Frame, Open, Statement, Tie, open, record_row};
use crate::error::Result;
use crate::office::{Office, Said};
use crate::requests::Turn;

/// Take what came into a new record.
#[derive(Debug, Clone)]
pub struct TakeIn {
    /// The act.
    pub act: ActId,
    /// What came.
    pub intake: IntakeId,
    /// What the record is: what no sender decides for this State.
    pub frame: Frame,
    /// The traffic light, as a person has made sure of it with the sender; asked for where the marks were in doubt.
    pub light: Option<Tlp>,
    /// The grade of what came without one.
    pub grade: Option<Grade>,
    /// Whether what came without a word about it is a fact or an assessment.
    pub basis: Option<Basis>,
}

/// Take what came into a new record: every part under the label that was read, no wider, with its sender as its source.
///
/// # Errors
/// As [`open`]; `NOT-FOUND`; `STAGE` where it was taken in, or back; `MISSING` without a traffic light where its marks were in
/// doubt; `INTAKE-RED` where it is for named persons only, whom no record knows.
pub async fn take_in(office: &Office, actor: &Actor, act: TakeIn) -> Result<RecordId> {
    let reader = office.read(actor, Purpose::Intelligence).await?;
    let found = reader.came_one(act.intake).await?;
    if ![WAITING, HELD].contains(&found.stage.as_str()) {
        return Err(Refusal::new("STAGE").with("stage", found.stage).into());
    }
    let row = intake_row(act.intake);
    let record = found.came.taken.issue.record.clone();
    let from = |from: Provenance| Provenance {
        by: found.came.sender.clone(),
        derived_from: [row.clone()].into(),
        sources: Vec::new(),
        grade: from.grade.or(act.grade),
        basis: from.basis.or(act.basis),
        ..from
    };
    let light = match (found.came.taken.doubts.is_empty(), act.light) {
        (true, _) => None,
        (false, None) => return Err(Refusal::new("MISSING").at("/light").into()),
        (false, light) => light,
    };
    let label = |label: Option<Label>| {
        let label = label.unwrap_or_else(|| found.label.clone());
        let usual = super::usual_label(office, label.class).purposes;
        Label {
            tlp: light.unwrap_or(label.tlp),
            purposes: label.purposes.or(usual),
            ..label
        }
    };
    let marks = read(&found.came.taken).map(|marks| label(Some(marks)));
    if marks.is_none_or(|marks| marks.tlp == Tlp::Red) {
        return Err(Refusal::new("INTAKE-RED").at("/light").into());
    }
    let said = record.assertions.into_iter().map(|one| Statement {
        says: one.says,
        value: one.value,
        label: label(one.label),
        from: from(one.from),
    });
    let ties = record.associations.into_iter().map(|one| Tie {
        nature: one.nature,
        with: one.with,
        role: one.role,
        grounds: one.grounds,
        evidence: one.evidence,
        label: label(one.label),
        from: from(one.from),
    });
    let made = Open {
        act: act.act,
        subject: record.subject,
        frame: act.frame,
        label: Label::own(office.state(), found.label.class),
        statements: said.collect(),
        ties: ties.collect(),
    };
    let id = open(office, actor, made).await?;
    opened(office, actor, (act.intake, id)).await?;
    Ok(id)
}

/// Note at what came where it went.
async fn opened(office: &Office, actor: &Actor, (intake, id): (IntakeId, RecordId)) -> Result<()> {
    let turn = Turn::new(office, actor, Verb::RecordKeep, office.new_act());
    let row = intake_row(intake);
    let claim = Office::claim(turn.act, (actor, turn.verb), Some(row.clone()));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<()>>> {
                Box::pin(async move {
                    let record = tx.record(&row).await?;
                    let mut record = record.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                    let came: Came = body(&record)?;
                    record.head.version += 1;
                    record.head.updated = turn.now;
                    record.head.stage = OPENED.to_owned();
                    record.body = written(&Came {
                        into: Some(id),
                        ..came
                    })?;
                    tx.put_record(&record).await?;
                    let said = Said::of(record_row(id)).with("what", "imported");
                    let by = (&turn.actor, turn.verb);
                    let entry = turn.office.entry(turn.act, by, turn.now, said);
                    Ok(tx.keep(entry, ()).await?)
                })
            },
        )
        .await
}
