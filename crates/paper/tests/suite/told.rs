//! The same case as the translator certified it, as the defence may be shown it, and behind printed codes.

use std::collections::BTreeSet;

use model::defence::{Disclosure, Shown, Told};
use model::request::{Ground, MeasureStage, MeasureState};
use model::translation::{Beside, Certificate, Passage, PassageState};
use model::{EvidenceItem, StateCode};
use paper::letter::Translated;
use serde_json::Value;

use crate::case::digest;

/// Length of a line of codes, as the paper bridge makes them.
const LINE_CHARS: usize = 890;

fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

/// Two texts as they were certified, one that was changed since.
pub(crate) fn translated() -> Translated {
    let beside = |at: &str, text: &str, translation: &str, state| Beside {
        passage: Passage {
            at: at.to_owned(),
            text: text.to_owned(),
            prose: true,
        },
        translation: Some(translation.to_owned()),
        state,
    };
    use PassageState::{Certified, Changed};
    Translated {
        certificate: Certificate {
            from: "en".to_owned(),
            lang: "ru".to_owned(),
            translator: "Надя Окоро".to_owned(),
            competence: "Sworn translator, register of the Court of Port Selm, 114".to_owned(),
            sworn: Some(true),
            on: "2026-05-20".to_owned(),
            statement: "Перевод полон и верен.".to_owned(),
            sha256: digest(9).to_string(),
        },
        texts: vec![
            beside(
                "/facts/summary",
                "On 14 March 2025 a device exploded in the station of Port Selm; eleven people died.",
                "14 марта 2025 г. на вокзале Порт-Селма взорвалось устройство; погибли одиннадцать человек.",
                Certified,
            ),
            beside(
                "/facts/act",
                "Paid for the parts of the device.",
                "Оплатил части устройства.",
                Certified,
            ),
            beside(
                "/facts/evidence",
                "Two transfers on 2 and 9 March.",
                "Два перевода 2 марта.",
                Changed,
            ),
        ],
    }
}

/// What the defence may be shown of it.
pub(crate) fn shown(content: &Value, items: &[EvidenceItem]) -> Disclosure {
    let told = |at: &str, by: &str, verb: &str| Told {
        at: at.parse().unwrap(),
        state: state(by),
        authority: None,
        verb: verb.to_owned(),
    };
    let measure = |index, kind: &str, stage| MeasureState {
        index,
        kind: kind.to_owned(),
        stage,
    };
    let evidence = items.iter().enumerate().map(|(index, item)| Shown {
        id: item.id,
        title: item.title.clone(),
        kind: item.kind.clone(),
        size_bytes: item.size_bytes,
        sha256: item.sha256,
        origin: item.origin.clone(),
        certificate: item.certificate_text.clone(),
        use_conditions: item.use_conditions.clone(),
        obtained: (item.kind == "statement")
            .then(|| *model::request::Obtained::ALL.first().unwrap()),
        derived_from: BTreeSet::new(),
        exculpatory: index == 1,
        custody: item.custody.clone(),
    });
    Disclosure {
        number: "XA-CA-2026-000042-K".to_owned(),
        from: state("XA"),
        to: state("XB"),
        template: "mla".to_owned(),
        template_version: 1,
        content_sha256: Some(digest(7)),
        content: content.clone(),
        steps: vec![
            told("2026-05-04T09:12:44Z", "XA", "request.sent"),
            told("2026-05-04T09:12:44Z", "XB", "request.received"),
            told("2026-05-06T08:00:00Z", "XB", "request.acknowledged"),
            told("2026-05-08T10:20:00Z", "XB", "request.partly_accepted"),
            told("2026-05-20T12:45:00Z", "XB", "evidence.returned"),
        ],
        measures: vec![
            measure(0, "banking_records", MeasureStage::Executed),
            measure(1, "testimony", MeasureStage::Refused),
        ],
        refused: Ground::ALL.iter().copied().take(2).collect(),
        evidence: evidence.collect(),
    }
}

/// Lines that are as long as those of the bridge.
pub(crate) fn codes() -> Vec<String> {
    let signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-.";
    (1..=5)
        .map(|n| {
            let head = format!("COMITY1:AB12CD34:{n}/5:00000000:");
            head.chars()
                .chain(signs.chars().cycle())
                .take(LINE_CHARS)
                .collect()
        })
        .collect()
}
