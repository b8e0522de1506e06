//! The whole walk without a browser: one line a step, each by the officer whose step it is, with the time it took. Stopped at any
//! point and started again it goes on where it was: each step has an act id of its own, and what was done is not done again.

use std::path::Path;
use std::time::Instant;

use bytes::Bytes;
use jiff::Span;
use model::request::{self, AskedItem, Origin, Stage};
use model::{Actor, EvidenceId, Lang, Purpose, RequestId, Role, Urgency};
use office::evidence::{self, Attach, GiveBack, Which};
use office::papers::{self, PaperKind};
use office::requests::{self, Plain};
use office::{Silent, ledger, screening};

use super::cast;
use super::desk::Desk;
use super::seed::example;

/// How much evidence the walk sends: 200 MiB.
pub const EVIDENCE_BYTES: u64 = 200 << 20;
const PIECE_BYTES: usize = 1 << 20;

/// Tells the steps as they are taken.
#[derive(Debug)]
pub struct Teller {
    began: Instant,
    last: Instant,
    count: usize,
}

impl Teller {
    /// From now on.
    pub fn new() -> Self {
        let now = Instant::now();
        Self {
            began: now,
            last: now,
            count: 0,
        }
    }

    /// A step was taken, in a State.
    pub fn step(&mut self, state: &str, what: &str) {
        self.count += 1;
        let took = self.last.elapsed();
        self.last = Instant::now();
        println!(
            "{:>2}  {state:<5}  {what:<92} {:>8.1} ms",
            self.count,
            took.as_secs_f64() * 1000.0
        );
    }

    /// All steps were taken.
    pub fn end(&self) {
        println!(
            "    the walk is done: {} steps in {:.1} s",
            self.count,
            self.began.elapsed().as_secs_f64()
        );
    }
}

impl Default for Teller {
    fn default() -> Self {
        Self::new()
    }
}

/// Play the walk between two States. `dir` is where papers and packages are left.
///
/// # Errors
/// What an act says, or a file that cannot be written.
pub async fn play(xa: &Desk, xb: &Desk, dir: &Path, tell: &mut Teller) -> office::Result<()> {
    directory(xa, xb, tell).await?;
    let id = draft_and_send(xa, xb, tell).await?;
    register_and_ask(xa, xb, id, tell).await?;
    answer_and_execute(xa, xb, id, tell).await?;
    let item = give_back(xa, xb, id, tell).await?;
    papers_of(xa, xb, id, (dir, tell)).await?;
    package(xa, (id, item), (dir, tell)).await?;
    traveller(xa, xb, tell).await?;
    ledgers(xa, xb, tell).await
}

async fn directory(xa: &Desk, xb: &Desk, tell: &mut Teller) -> office::Result<()> {
    for (desk, other) in [(xa, xb), (xb, xa)] {
        let reader = desk
            .office
            .read(&desk.officer(Role::CaseOfficer), Purpose::Mla)
            .await?;
        let states = reader.directory().await?;
        let known = states.iter().find(|s| s.code == *other.code());
        let authorities = known.map_or(0, |s| s.authorities.len());
        let what = format!(
            "knows {authorities} authorities of {} from its card, pinned by fingerprint",
            other.code()
        );
        tell.step(desk.code().as_str(), &what);
    }
    Ok(())
}

async fn draft_and_send(xa: &Desk, xb: &Desk, tell: &mut Teller) -> office::Result<RequestId> {
    let id = xa
        .draft("walk draft", xb, (example(), Urgency::Normal))
        .await?;
    let request = xa.see(id).await?;
    tell.step(
        "XA",
        &format!("case officer drafts request {}", request.number),
    );
    let checked = requests::check(&xa.office, &xa.officer(Role::CaseOfficer), id).await?;
    let basis = checked
        .basis
        .first()
        .map(|b| format!("{} {}", b.instrument, b.article))
        .unwrap_or_default();
    tell.step(
        "XA",
        &format!(
            "validator: {}, {} findings; leading basis {basis}",
            checked.verdict,
            checked.findings.len()
        ),
    );
    if request.stage == Stage::Draft {
        xa.submit(id).await?;
    }
    tell.step("XA", "handed in for approval");
    if xa.see(id).await?.stage == Stage::Review {
        let own = requests::approve(
            &xa.office,
            &xa.officer(Role::CaseOfficer),
            xa.on("own", id, requests::Note::default()).await?,
        )
        .await;
        let refused = own.err().map(|e| e.code().to_owned()).unwrap_or_default();
        tell.step(
            "XA",
            &format!("the author's own approval is refused ({refused})"),
        );
        xa.approve(id).await?;
    }
    tell.step(
        "XA",
        "second person approves: what is signed is the digest of the content",
    );
    if xa.see(id).await?.stage == Stage::Approved {
        xa.send(id).await?;
    }
    tell.step(
        "XA",
        "sent: the authority signs, the node seals, the outbox carries",
    );
    let sent = xa.wait(id, &after(Stage::Delivered)).await?;
    let receipts = xa
        .office
        .read(&xa.officer(Role::CaseOfficer), Purpose::Mla)
        .await?
        .receipts(id)
        .await?;
    let r3 = receipts
        .iter()
        .find(|r| r.kind == "R3")
        .map(|r| format!("R3 at {}, leaf {}", r.at, r.leaf.unwrap_or_default()));
    tell.step(
        "XA",
        &format!(
            "delivered to {}: receipt {}",
            sent.to,
            r3.unwrap_or_default()
        ),
    );
    Ok(id)
}

/// A stage and every later one of the walk.
fn after(stage: Stage) -> Vec<Stage> {
    let order = [
        Stage::Delivered,
        Stage::Registered,
        Stage::Acknowledged,
        Stage::InfoRequested,
        Stage::Accepted,
        Stage::InExecution,
        Stage::Executed,
        Stage::ReturnSent,
        Stage::ReturnReceived,
        Stage::Closed,
    ];
    order.into_iter().skip_while(|s| *s != stage).collect()
}

fn today(desk: &Desk) -> jiff::civil::Date {
    desk.office
        .calendar(desk.office.now())
        .date(desk.office.now())
}

async fn register_and_ask(
    xa: &Desk,
    xb: &Desk,
    id: RequestId,
    tell: &mut Teller,
) -> office::Result<()> {
    let arrived = xb.wait(id, &after(Stage::Delivered)).await?;
    if arrived.stage == Stage::Delivered {
        let what = request::Register {
            reference: Some("B/2026/0417".to_owned()),
            urgency: None,
        };
        requests::register(
            &xb.office,
            &xb.officer(Role::RegistryOfficer),
            xb.on("register", id, what).await?,
        )
        .await?;
    }
    tell.step("XB", "registry officer registers it under B/2026/0417");
    if xb.see(id).await?.stage == Stage::Registered {
        let what = request::Acknowledge {
            reference: "B/2026/0417".to_owned(),
            officer_function: "Case officer, mutual legal assistance".to_owned(),
            next_date: today(xb).checked_add(Span::new().days(14)).ok(),
            officer: None,
        };
        requests::acknowledge(
            &xb.office,
            &xb.officer(Role::CaseOfficer),
            xb.on("acknowledge", id, what).await?,
        )
        .await?;
    }
    tell.step(
        "XB",
        "case officer acknowledges with own reference and the next date",
    );
    let asked = xb
        .see(id)
        .await?
        .events
        .iter()
        .any(|e| e.verb == "request.info_requested");
    if !asked {
        let item = AskedItem {
            code: "MLA-07".to_owned(),
            field: "/measures/0/nexus".to_owned(),
            text: "At which branch is the account believed to be held?".to_owned(),
            answered: false,
        };
        let what = request::Ask {
            items: vec![item],
            answer_by: today(xb).checked_add(Span::new().days(10)).ok(),
        };
        requests::ask(
            &xb.office,
            &xb.officer(Role::CaseOfficer),
            xb.on("ask", id, what).await?,
        )
        .await?;
    }
    tell.step("XB", "asks for one missing item by field");
    xa.wait(id, &after(Stage::InfoRequested)).await?;
    let seen = xa.see(id).await?;
    if seen.stage == Stage::InfoRequested {
        let items = (0..seen.asked.len())
            .filter(|n| seen.asked.get(*n).is_some_and(|i| !i.answered))
            .collect();
        let what = request::Answer {
            changes: Vec::new(),
            items,
            note: Some("At the branch in the old harbour.".to_owned()),
        };
        requests::answer(
            &xa.office,
            &xa.officer(Role::CaseOfficer),
            xa.on("answer", id, what).await?,
        )
        .await?;
    }
    tell.step("XA", "answers; the other side's clock runs again");
    Ok(())
}

async fn answer_and_execute(
    xa: &Desk,
    xb: &Desk,
    id: RequestId,
    tell: &mut Teller,
) -> office::Result<()> {
    let began = std::time::Instant::now();
    while xb.see(id).await?.stage == Stage::InfoRequested {
        if began.elapsed().as_secs() > 60 {
            return Err(office::Error::Input {
                code: "DEMO-WAIT",
                field: id.to_string(),
                what: "the answer did not arrive".to_owned(),
            });
        }
        tokio::time::sleep(std::time::Duration::from_millis(40)).await;
    }
    let officer = xb.officer(Role::CaseOfficer);
    if xb.see(id).await?.stage == Stage::Acknowledged {
        let what = request::Accept {
            reasons: "In conformity with the convention.".to_owned(),
            conditions: Vec::new(),
        };
        requests::accept(&xb.office, &officer, xb.on("accept", id, what).await?).await?;
    }
    tell.step("XB", "accepts, with reasons");
    if xb.see(id).await?.stage == Stage::Accepted {
        requests::begin_execution(
            &xb.office,
            &officer,
            xb.on("begin", id, request::Progress { note: None }).await?,
        )
        .await?;
    }
    if xb.see(id).await?.stage == Stage::InExecution {
        let report = request::Report {
            what: "The bank produced the records; the witness was heard.".to_owned(),
            on: today(xb),
            law: "Mutual Assistance Act, section 12".to_owned(),
            executed_by: "High Court of Belmora".to_owned(),
            measures: Vec::new(),
        };
        requests::execute(&xb.office, &officer, xb.on("execute", id, report).await?).await?;
    }
    tell.step(
        "XB",
        "records execution: what, when, by whom, under which law",
    );
    let (a, b) = (
        xa.wait(id, &after(Stage::Accepted)).await?,
        xb.see(id).await?,
    );
    let clock = b.clocks.iter().find(|c| c.met.is_none());
    let same = clock.is_none_or(|c| a.clocks.iter().any(|o| o.name == c.name && o.due == c.due));
    tell.step(
        "XA",
        &format!(
            "sees the same clocks as XB: {}",
            if same { "yes" } else { "not yet" }
        ),
    );
    Ok(())
}

/// Repeatable bytes that no compressor likes.
fn evidence_bytes() -> impl futures_util::Stream<Item = std::io::Result<Bytes>> + Send + Unpin {
    let pieces = EVIDENCE_BYTES / PIECE_BYTES as u64;
    futures_util::stream::iter((0..pieces).map(|n| {
        let mut state = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        while piece.len() < PIECE_BYTES {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            piece.extend_from_slice(&state.to_le_bytes());
        }
        Ok(Bytes::from(piece))
    }))
}

async fn give_back(
    xa: &Desk,
    xb: &Desk,
    id: RequestId,
    tell: &mut Teller,
) -> office::Result<EvidenceId> {
    let officer = xb.officer(Role::CaseOfficer);
    if xb.see(id).await?.evidence.is_empty() {
        let attach = Attach {
            act: cast::act(xb.run, "XB", &format!("attach {id}")),
            request: id,
            title: "Image of the account system's export".to_owned(),
            file_name: "account-export.img".to_owned(),
            media_type: "application/octet-stream".to_owned(),
            kind: "disk_image".to_owned(),
            origin: Origin {
                collected_by: "High Court of Belmora".to_owned(),
                collected_at: xb.office.now(),
                place: "Bank of the Old Harbour, Dresk".to_owned(),
                law: "Mutual Assistance Act, section 12".to_owned(),
            },
            certificate: "True and complete copy of what the bank produced.".to_owned(),
            use_conditions: "Only for the proceedings named in the request.".to_owned(),
        };
        evidence::attach(&xb.office, &officer, attach, evidence_bytes()).await?;
    }
    tell.step(
        "XB",
        "attaches 200 MiB of evidence, encrypted under a key of its own",
    );
    if xb.see(id).await?.stage == Stage::Executed {
        let give = GiveBack {
            items: Vec::new(),
            certificate: "Returned complete, in one file.".to_owned(),
        };
        evidence::give_back(&xb.office, &officer, xb.on("give back", id, give).await?).await?;
    }
    tell.step("XB", "gives it back with a certificate");
    let returned = xa.wait(id, &after(Stage::ReturnSent)).await?;
    tell.step(
        "XA",
        "the evidence has arrived, segment by segment, and is in the vault",
    );
    let item = returned
        .evidence
        .first()
        .map(|e| e.id)
        .unwrap_or_else(|| EvidenceId::from_uuid(id.uuid()));
    let officer = xa.officer(Role::CaseOfficer);
    if xa.see(id).await?.stage == Stage::ReturnSent {
        let report = evidence::open(
            &xa.office,
            &officer,
            xa.on("open", id, Which { evidence: item }).await?,
        )
        .await?;
        let what = format!(
            "opens it: bytes {}, custody {}",
            word(report.bytes_ok),
            word(report.custody_ok)
        );
        tell.step("XA", &what);
        evidence::confirm(&xa.office, &officer, xa.on("confirm", id, Plain {}).await?).await?;
    }
    xb.wait(id, &after(Stage::ReturnReceived)).await?;
    tell.step(
        "XB",
        "has the other side's word that every piece was verified",
    );
    Ok(item)
}

const fn word(ok: bool) -> &'static str {
    if ok { "whole" } else { "NOT whole" }
}

async fn papers_of(
    xa: &Desk,
    xb: &Desk,
    id: RequestId,
    (dir, tell): (&Path, &mut Teller),
) -> office::Result<()> {
    let folder = dir.join("papers");
    let failed = |source| office::Error::File {
        doing: "written",
        path: folder.display().to_string(),
        source,
    };
    std::fs::create_dir_all(&folder).map_err(failed)?;
    for (desk, kind, langs) in [
        (xa, PaperKind::Request, &Lang::ALL[..]),
        (xb, PaperKind::Acknowledgement, &[Lang::En, Lang::Fr][..]),
        (xb, PaperKind::Certificate, &[Lang::En, Lang::Fr][..]),
    ] {
        let (mut set, mut not) = (Vec::new(), Vec::new());
        for lang in langs {
            match papers::pdf(
                &desk.office,
                &desk.officer(Role::CaseOfficer),
                id,
                (kind, *lang),
            )
            .await
            {
                Ok(bytes) => {
                    std::fs::write(
                        folder.join(format!("{}-{}.pdf", kind.code(), lang.code())),
                        bytes,
                    )
                    .map_err(failed)?;
                    set.push(lang.code());
                }
                Err(office::Error::Paper(why)) => not.push(format!("{}: {why}", lang.code())),
                Err(error) => return Err(error),
            }
        }
        tell.step(
            desk.code().as_str(),
            &format!("sets the {} as PDF in {}", kind.code(), set.join(" ")),
        );
        for why in not {
            tell.step(desk.code().as_str(), &format!("cannot set {why}"));
        }
    }
    Ok(())
}

async fn package(
    xa: &Desk,
    (id, _): (RequestId, EvidenceId),
    (dir, tell): (&Path, &mut Teller),
) -> office::Result<()> {
    let folder = dir.join(format!("evidence-package-{}", xa.run));
    if folder.exists() {
        let failed = |source| office::Error::File {
            doing: "replaced",
            path: folder.display().to_string(),
            source,
        };
        std::fs::remove_dir_all(&folder).map_err(failed)?;
    }
    evidence::export_bag(
        &xa.office,
        &xa.officer(Role::CaseOfficer),
        id,
        &folder,
        &Silent,
    )
    .await?;
    tell.step("XA", "writes the evidence package (BagIt)");
    let check = folder.clone();
    let report = tokio::task::spawn_blocking(move || evidence::bag::verify(&check)).await;
    let report = report.map_err(|_| office::Error::Busy { retry_after_s: 1 })??;
    let lines = report.lines.len();
    tell.step(
        "XA",
        &format!(
            "verifies it without the node: {}, {lines} things looked at",
            if report.ok {
                "everything holds"
            } else {
                "NOT everything holds"
            }
        ),
    );
    Ok(())
}

async fn traveller(xa: &Desk, xb: &Desk, tell: &mut Teller) -> office::Result<()> {
    for (desk, name, birth) in [
        (xa, "Tarek Zoheir el-Garmadi", Some("1971-04-09")),
        (xb, "صفية حنون البرقاوي", None),
        (xa, "Pauline Ordinaire", Some("1990-01-02")),
    ] {
        let check = screening::Check {
            name: name.to_owned(),
            birth: birth.map(str::to_owned),
            ..screening::Check::default()
        };
        let answer =
            screening::check(&desk.office, &desk.officer(Role::BorderOfficer), check).await?;
        let best = answer.hits.first().map(|h| {
            format!(
                ": {} ({:.2}, {})",
                h.entity.caption, h.score, h.explanation.list_version
            )
        });
        let said = serde_json::to_value(answer.advice.answer)
            .ok()
            .and_then(|v| v.as_str().map(str::to_owned))
            .unwrap_or_default();
        tell.step(
            desk.code().as_str(),
            &format!(
                "border officer checks {name}: {said}{}",
                best.unwrap_or_default()
            ),
        );
    }
    Ok(())
}

async fn ledgers(xa: &Desk, xb: &Desk, tell: &mut Teller) -> office::Result<()> {
    for desk in [xa, xb] {
        let actor: Actor = desk.officer(Role::Auditor);
        ledger::checkpoint(&desk.office).await?;
        let report = ledger::verify(&desk.office, &actor, &Silent).await?;
        let what = format!(
            "auditor verifies the ledger: {} entries, {} checkpoints, {} rows, {} blobs, {} problems",
            report.size,
            report.checkpoints,
            report.rows,
            report.blobs,
            report.problems.len()
        );
        tell.step(desk.code().as_str(), &what);
        if let Some(problem) = report.problems.first() {
            return Err(office::Error::Input {
                code: "DEMO-LEDGER",
                field: problem.place.clone(),
                what: problem.what.clone(),
            });
        }
    }
    Ok(())
}
