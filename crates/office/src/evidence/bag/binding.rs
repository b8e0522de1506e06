//! What ties a package together: the files to a signed manifest, to the record and to their custody; the ledger's key to a card;
//! the envelopes to a receipt. A package whose lists agree with its files proves nothing yet: anybody can write such lists.

use std::collections::{BTreeMap, BTreeSet};

use model::{Digest, ReceiptKind};
use seal::bag::Files;
use seal::card::OpenCard;
use seal::ledger::NoteKey;
use seal::receipt::{Outcome, Receipt};

use super::verify::BagReport;

/// What was found to verify while the package was read.
#[derive(Debug, Default)]
pub(super) struct Bound {
    /// Digests of files that signed manifests name.
    pub(super) named: BTreeSet<Digest>,
    /// Envelopes whose delivery a State of the package signed.
    pub(super) delivered: BTreeSet<Digest>,
}

impl Bound {
    /// A receipt that verifies counts where it says that an envelope was delivered.
    pub(super) fn receipt(&mut self, receipt: &Receipt) {
        if receipt.kind == ReceiptKind::R3 && receipt.outcome == Outcome::Done {
            self.delivered.insert(receipt.envelope);
        }
    }

    /// Whether everything that is in the package hangs on a card of the package.
    pub(super) fn judge(
        &self,
        found: &Files,
        cards: &BTreeMap<String, OpenCard>,
        record: &[u8],
        report: &mut BagReport,
    ) {
        let data: BTreeMap<&String, &Digest> = found
            .iter()
            .filter(|(path, _)| path.starts_with("data/"))
            .collect();
        if data.is_empty() {
            report.say(false, "data", "there is no evidence in this package");
        }
        for (path, digest) in &data {
            if !self.named.contains(*digest) {
                let text =
                    "no signed manifest in the package names this file: nobody has signed it";
                report.say(false, *path, text);
            }
        }
        match cards.is_empty() {
            true => report.say(
                false,
                "metadata/cards",
                "there is no State card that holds: nothing in the package can be trusted",
            ),
            false => report.say(
                true,
                "metadata/cards",
                "all of this rests on the cards: it proves nothing until the fingerprint of each card was compared with the \
                 one that the State published or read out",
            ),
        }
        let envelopes = found
            .iter()
            .filter(|(path, _)| path.starts_with("metadata/envelopes/"));
        if !envelopes
            .map(|(_, id)| id)
            .any(|id| self.delivered.contains(id))
        {
            let text = "no receipt of delivery (R3) verifies for an envelope of the package";
            report.say(false, "metadata/receipts", text);
        }
        let stated = record_digests(record);
        let held: BTreeSet<Digest> = data.values().map(|d| **d).collect();
        if stated.as_ref() != Some(&held) {
            let text = "the record does not list the files that are here, by their digests";
            report.say(false, "metadata/request.json", text);
        }
    }
}

/// The digests that the record of the request gives its pieces of evidence.
fn record_digests(record: &[u8]) -> Option<BTreeSet<Digest>> {
    let record: serde_json::Value = serde_json::from_slice(record).ok()?;
    let items = record.get("items")?.as_array()?;
    items
        .iter()
        .map(|item| item.get("sha256")?.as_str()?.parse().ok())
        .collect()
}

/// The State whose card names this key as that of its ledger.
pub(super) fn log_owner<'c>(
    key: &NoteKey,
    cards: &'c BTreeMap<String, OpenCard>,
) -> Option<&'c str> {
    let owns = |card: &&OpenCard| NoteKey::parse(&card.card.log).is_ok_and(|log| log == *key);
    let owner = cards.values().find(owns)?;
    Some(owner.card.code.as_str())
}
