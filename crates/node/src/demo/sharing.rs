//! The demo's shared record: somebody who travelled to join a group, written for release by Arvenia's analyst, released by two
//! persons to Belmora and to Arvenia's own posts. The walk goes on: met at Belmora's border, told, corrected, recalled.

use bytes::Bytes;
use jiff::Span;
use model::encounter::{self, Met, Protection};
use model::label::Action;
use model::record::{Basis, Category, Evidence, Grade, Nature, Property, Provenance, Subject};
use model::sharing::WordKind;
use model::{ActId, AssertionId, CardId, Class, Label, Purpose, RecordId, Role};
use office::cards::{self, Reported, Say};
use office::records::{
    self, Attach, CapturedBy, Change, Decide, Frame, Look, Modality, OnRecord, Open, Propose,
    Recall, RecordView, Statement, Tie,
};
use office::screening::{self, Check};
use office::{Error, Result};

use super::cast;
use super::desk::{Desk, LOOK_EVERY};
use super::tell::Teller;

/// The name on the record and at the border.
const NAME: &str = "Marek Dolvany";
/// The number of the passport, as it was first written down.
const PASSPORT_WRONG: &str = "XB5520781";
/// The number as it is.
const PASSPORT: &str = "XB5520718";
/// How often the other side is looked at before it is said not to have answered.
const LOOKS_MAX: u32 = 2_250;

fn act(desk: &Desk, step: &str) -> ActId {
    cast::act(desk.run, desk.code().as_str(), &format!("sharing {step}"))
}

fn label(desk: &Desk, class: Class, to: &[&str]) -> Label {
    Label {
        releasable_to: Some(to.iter().map(|state| (*state).to_owned()).collect()),
        ..records::usual_label(&desk.office, class)
    }
}

fn from(day: jiff::civil::Date) -> Provenance {
    Provenance {
        on: Some(day),
        grade: Grade::parse("B2"),
        basis: Some(Basis::Fact),
        sources: vec!["HERON-3".to_owned()],
        ..Provenance::default()
    }
}

/// What the analyst writes: identity and action for both States, grounds for this one alone.
fn written(desk: &Desk) -> Open {
    let today = desk.office.calendar().date(desk.office.now());
    let low = || label(desk, Class::Official, &["XA", "XB"]);
    let high = || label(desk, Class::Secret, &["XA"]);
    let says = |says, value: &str, label| Statement {
        says,
        value: value.to_owned(),
        label,
        from: from(today),
    };
    Open {
        act: act(desk, "open"),
        subject: Subject::Person,
        frame: Frame {
            category: Some(Category::Suspect),
            review_by: today.checked_add(Span::new().months(6)).ok(),
            expires: None,
            best_interests: None,
            codewords: vec!["SILVER ORCHARD".to_owned()],
        },
        label: label(desk, Class::Official, &["XA"]),
        statements: vec![
            says(Property::Name, NAME, low()),
            says(Property::Alias, "Марек Долвани", low()),
            says(Property::BirthDate, "1990-11-23", low()),
            says(Property::Nationality, "XB", low()),
            says(Property::Passport, PASSPORT_WRONG, low()),
            says(Property::Action, "inspect", low()),
            says(
                Property::Warning,
                "may have been trained with explosives",
                low(),
            ),
            says(
                Property::Statement,
                "Was seen in the training camp at the old salt works by somebody who worked there.",
                high(),
            ),
        ],
        ties: vec![Tie {
            nature: Nature::Travelled,
            with: "Ashen Compass".to_owned(),
            role: "recruit, spring of last year".to_owned(),
            grounds: "Travelled to join the group and was trained there.".to_owned(),
            evidence: vec![Evidence {
                what: "ticket and stamp of entry".to_owned(),
                grade: Grade::parse("A1"),
            }],
            label: high(),
            from: from(today),
        }],
    }
}

/// A record of finger minutiae (ISO/IEC 19794-2:2005): a well-formed file and nobody's finger.
fn prints() -> Vec<u8> {
    let points: [u8; 12] = [0x40, 3, 0, 4, 90, 80, 0x80, 15, 0, 11, 10, 0];
    let behind = [
        &[0, 0, 0, 16, 0, 12, 0, 197, 0, 197, 1, 0, 2, 0, 77, 2][..],
        &points,
        &[0, 0],
    ]
    .concat();
    let head = b"FMR\0 20\0";
    let length = u32::try_from(head.len() + 4 + behind.len()).unwrap_or_default();
    [&head[..], &length.to_be_bytes(), &behind].concat()
}

async fn see(desk: &Desk, id: RecordId) -> Result<RecordView> {
    let analyst = desk.officer(Role::Analyst);
    let reader = desk.office.read(&analyst, Purpose::Intelligence).await?;
    reader.subject(id).await
}

/// Look until it is so.
async fn wait(
    desk: &Desk,
    id: RecordId,
    what: &str,
    so: impl Fn(&RecordView) -> bool,
) -> Result<RecordView> {
    for _ in 0..LOOKS_MAX {
        let view = see(desk, id).await?;
        if so(&view) {
            return Ok(view);
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
    Err(Error::Input {
        code: "DEMO-WAIT",
        field: id.to_string(),
        what: format!("{} waited for {what}", desk.code()),
    })
}

/// The record, with prints, released by two persons to Belmora and to our own posts. What was done before is not done again.
///
/// # Errors
/// What an act says.
pub(super) async fn released(xa: &Desk) -> Result<RecordId> {
    let (office, analyst) = (&xa.office, xa.officer(Role::Analyst));
    let id = records::open(office, &analyst, written(xa)).await?;
    let view = see(xa, id).await?;
    if view.stated.iter().all(|one| one.file.is_none()) {
        let today = office.calendar().date(office.now());
        let attach = Attach {
            act: act(xa, "prints"),
            record: id,
            version: view.version,
            modality: Modality::Fingerprint,
            captured_on: Some(today),
            captured_by: CapturedBy::ALL.first().copied(),
            purpose: Some(Purpose::Investigation),
            label: label(xa, Class::Official, &["XA", "XB"]),
            from: from(today),
        };
        records::attach(office, &analyst, attach, Bytes::from(prints())).await?;
    }
    let view = see(xa, id).await?;
    if view.releases.is_empty() && view.issues.is_empty() {
        let propose = Propose {
            act: act(xa, "propose"),
            record: id,
            version: view.version,
            look: Look {
                to: [xa.code().clone(), "XB".parse().map_err(|_| not_a_state())?].into(),
                groups: std::collections::BTreeMap::new(),
                purpose: Purpose::Screening,
                clearance: Class::Official,
            },
            basis: "resolution 2322 (2016), paragraphs 3 and 5".to_owned(),
            reason: "Expected at a crossing of either State.".to_owned(),
        };
        records::propose(office, &analyst, propose).await?;
    }
    let approver = xa.officer(Role::Approver);
    for release in see(xa, id).await?.releases {
        if release.stage == model::card::ReleaseStage::Proposed {
            let decide = Decide {
                act: act(xa, &format!("approve {}", release.id)),
                release: release.id,
                version: release.version,
                note: String::new(),
            };
            records::approve(office, &approver, decide).await?;
        }
    }
    Ok(id)
}

fn not_a_state() -> Error {
    Error::Refused(model::Refusal::new("STATE"))
}

/// The card that Belmora has of a record, once it has confirmed it.
async fn card(xa: &Desk, id: RecordId) -> Result<CardId> {
    let there = |view: &RecordView| {
        let theirs = view.issues.iter().find(|issue| issue.to == "XB");
        theirs.is_some_and(|issue| issue.due.is_none())
    };
    let view = wait(xa, id, "the card to be confirmed", there).await?;
    let theirs = view.issues.iter().find(|issue| issue.to == "XB");
    let card = theirs.map(|issue| issue.issued.card.id);
    card.ok_or_else(|| Error::Refused(model::Refusal::new("NOT-FOUND")))
}

/// What the desks find in the morning: the cards are out. A record that somebody has ended since stays ended.
///
/// # Errors
/// What an act says.
pub(super) async fn seed(xa: &Desk) -> Result<()> {
    match released(xa).await {
        Err(error) if error.code() == "NOT-FOUND" => Ok(()),
        done => done.map(drop),
    }
}

/// A border officer of Belmora asks; what was answered.
async fn asked(xb: &Desk, name: &str) -> Result<usize> {
    let check = Check {
        name: name.to_owned(),
        ..Check::default()
    };
    let border = xb.officer(Role::BorderOfficer);
    let answer = screening::check(&xb.office, &border, check).await?;
    Ok(answer.cards.len())
}

/// The walk's part: from the record to the recall.
///
/// # Errors
/// What an act says.
pub(super) async fn walk(xa: &Desk, xb: &Desk, tell: &mut Teller) -> Result<()> {
    let id = released(xa).await?;
    let number = see(xa, id).await?.number;
    tell.step(
        "XA",
        &format!("analyst keeps record {number}, with prints; a second person releases a card"),
    );
    let card = card(xa, id).await?;
    tell.step(
        "XB",
        "has the card, and confirmed it with a receipt; why he stands in it stayed behind",
    );
    if see(xa, id).await?.seen.is_empty() {
        let found = asked(xb, NAME).await?;
        tell.step(
            "XB",
            &format!("border officer asks for {NAME}: {found} card, with action and whom to call"),
        );
        met(xb, card).await?;
    }
    let seen = wait(xa, id, "the encounter", |view| !view.seen.is_empty()).await?;
    let district = seen.seen.first().map(|one| one.told.district.clone());
    let told = format!(
        "is told of an encounter: a day and \"{}\", no hour, no post",
        district.unwrap_or_default()
    );
    tell.step("XA", &told);
    correct(xa, id).await?;
    card_confirmed(xa, id).await?;
    tell.step(
        "XA",
        "corrects the passport's number; the card follows, and Belmora confirms it",
    );
    let recall = Recall {
        act: act(xa, "recall"),
        record: id,
        card: None,
        reason: "It was somebody else.".to_owned(),
    };
    records::recall(&xa.office, &xa.officer(Role::Analyst), recall).await?;
    card_confirmed(xa, id).await?;
    let found = asked(xb, NAME).await?;
    tell.step("XA", "recalls it: every holder has confirmed");
    tell.step("XB", &format!("border officer asks again: {found} cards"));
    Ok(())
}

async fn card_confirmed(xa: &Desk, id: RecordId) -> Result<()> {
    let all = |view: &RecordView| view.issues.iter().all(|issue| issue.due.is_none());
    wait(xa, id, "every holder's confirmation", all)
        .await
        .map(drop)
}

/// Met at Belmora's border; its desk decides after the protection check, and says that the card helped.
async fn met(xb: &Desk, card: CardId) -> Result<()> {
    let report = encounter::Report {
        card,
        check: None,
        place: "Bridge post 4".to_owned(),
        done: Some(Action::Inspect),
        note: "Two telephones in the luggage.".to_owned(),
    };
    let reported = Reported {
        act: act(xb, "met"),
        report,
    };
    let (office, post) = (&xb.office, xb.officer(Role::BorderOfficer));
    let one = cards::report(office, &post, reported).await?;
    let what = encounter::Decide {
        met: Met::Same,
        protection: Protection::None,
        district: "Northern district".to_owned(),
        note: String::new(),
        reason: "Passport and prints were compared.".to_owned(),
    };
    let desk = xb.officer(Role::DutyOfficer);
    cards::decide(office, &desk, (act(xb, "decide"), one, 1), what).await?;
    let say = Say {
        act: act(xb, "feedback"),
        card,
        kind: WordKind::Feedback,
        re: None,
        text: "The card helped: he travelled under his own name.".to_owned(),
    };
    cards::say(office, &desk, say).await.map(drop)
}

async fn correct(xa: &Desk, id: RecordId) -> Result<()> {
    let view = see(xa, id).await?;
    let wrong = view
        .stated
        .iter()
        .find(|one| one.one.value == PASSPORT_WRONG);
    let Some(wrong) = wrong else { return Ok(()) };
    let what: AssertionId = wrong.one.id.parse().map_err(|_| not_a_state())?;
    let on = OnRecord {
        act: act(xa, "correct"),
        record: id,
        version: view.version,
        change: Change::Correct {
            what,
            value: PASSPORT.to_owned(),
            reason: "Two digits were transposed.".to_owned(),
        },
    };
    records::change(&xa.office, &xa.officer(Role::Analyst), on)
        .await
        .map(drop)
}
