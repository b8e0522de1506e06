//! The walk's last steps: travellers are checked, ledgers are verified.

use model::{Actor, Role};
use office::{Silent, ledger, screening};

use crate::demo::desk::Desk;
use crate::demo::tell::Teller;

/// Border officers check three travellers.
pub(super) async fn travellers(xa: &Desk, xb: &Desk, tell: &mut Teller) -> office::Result<()> {
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

/// Auditors verify both ledgers.
pub(super) async fn ledgers(xa: &Desk, xb: &Desk, tell: &mut Teller) -> office::Result<()> {
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
