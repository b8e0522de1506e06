//! The defence view: what is closed to the defence is never in it, wherever it was written.

use super::locks::case;
use super::*;
use crate::Kind;
use crate::defence::Closed;
use crate::label::Tlp;

/// Stands wherever nothing is told.
const MARK: &str = "quillfeather";

fn content() -> Value {
    json!({
        "type": "mla",
        "title": "Records of two accounts",
        "number": MARK,
        "annex": {"note": MARK},
        "legal_basis": [{"instrument": "BOMBINGS-1997", "article": "10", "role": "basis", "reason": MARK}],
        "offences": [{"category": "bombing"}, {"title": "Bombing", "category": "bombing", "dual_criminality": MARK}],
        "facts": {"summary": {"text": MARK, "lang": "en"}, "evidence": MARK},
        "information": {"obtained_how": MARK, "content": MARK},
        "emergency": {"threat": MARK},
        "handling": {"use_code": "judicial", "tlp": "amber"},
        "confidentiality": {"person_may_be_told": "yes", "reason": MARK},
        "measures": [
            {"kind": "bank_records", "object": "The accounts", "nexus": MARK, "holder": MARK, "purpose": "Who paid"},
            {"kind": "statement", "object": format!("Hearing of Sera {MARK}"), "purpose": {"withheld": MARK}},
            {"kind": "statement", "person": "Anna Drahl Morven", "object": "Hearing of Morven", "purpose": "Drahl and the timer"},
        ],
        "persons": [
            {"role": "suspect", "family_name": "Drahl", "danger": MARK},
            {"role": "witness", "family_name": format!("{MARK}"), "given_names": "Sera", "safeguards": MARK},
        ],
        "contacts": [{"name": MARK}],
    })
}

/// Two pieces that may be shown, one of them naming somebody, and three that may not.
fn items(now: Timestamp) -> Vec<EvidenceItem> {
    let limited = |n: u8, level| EvidenceItem {
        title: MARK.into(),
        limits: Some(UseLimits {
            level,
            only: BTreeSet::new(),
            onward: Onward::No,
            expires: None,
            confidential: false,
        }),
        ..item(n, now)
    };
    let tainted = EvidenceItem {
        title: MARK.into(),
        kind: "statement".into(),
        provenance: Provenance {
            obtained: Some(Obtained::Tainted),
            derived_from: BTreeSet::new(),
        },
        ..item(13, now)
    };
    // What the other side sends may say the name anywhere.
    let named = EvidenceItem {
        title: format!("Statement of {MARK}"),
        kind: MARK.into(),
        certificate_text: format!("Given by {MARK}"),
        use_conditions: format!("Not to be read to {}", MARK.to_uppercase()),
        origin: Origin {
            collected_by: format!("Inspector of the {MARK} section"),
            collected_at: now,
            place: format!("At the home of S. {MARK}"),
            law: format!("Order of 3 March on {MARK}"),
        },
        custody: vec![CustodyEvent {
            by: format!("Counsel of {MARK}"),
            action: format!("given by {MARK}"),
            why: format!("{MARK} was heard"),
            ..custody("collected", now, 5)
        }],
        provenance: Provenance {
            obtained: None,
            derived_from: BTreeSet::from([item(11, now).id, item(10, now).id]),
        },
        ..item(12, now)
    };
    vec![
        item(10, now),
        limited(11, UseLevel::Intelligence),
        named,
        tainted,
        limited(14, UseLevel::Police),
    ]
}

/// A case on which every closed place carries the mark, and one item that may be shown.
fn full() -> Request {
    let mut request = case(Kind::Mla, content());
    let now = start();
    request.conditions = vec![MARK.to_owned()];
    request.reports = vec![report_act()];
    request.findings_accepted.insert("X".into(), MARK.into());
    request.our_reference = Some(MARK.into());
    request.refusal = Some(RefusalProposal {
        ground: Ground::Torture,
        reasons: MARK.into(),
        measures: Vec::new(),
        no_consultation: Some(MARK.into()),
        sources: vec![MARK.into()],
        by: officer(3),
        at: now,
    });
    let mut inner = request.events.last().unwrap().clone();
    for verb in [
        "request.accepted",
        "step.hold_asylum",
        "request.refusal_proposed",
        "step.order",
    ] {
        inner.verb = verb.to_owned();
        inner.text = Some(MARK.to_owned());
        request.events.push(inner.clone());
    }
    request.evidence = items(now);
    if let Some(measure) = request.measures.last_mut() {
        measure.kind = format!("hearing of {MARK}");
    }
    request.guard.record.answers.push(Answered {
        safeguard: Safeguard::Asylum,
        choice: Choice::Yes,
        reasons: MARK.into(),
        sources: vec![MARK.into()],
        sheet: BTreeMap::new(),
        by: officer(3),
        at: now,
    });
    request
}

#[test]
fn what_is_closed_is_never_told() {
    let request = full();
    let shown = request.for_defence(start()).unwrap();
    let json = serde_json::to_string(&shown).unwrap();
    assert!(!json.to_lowercase().contains(MARK), "{json}");
    for closed in [
        "asylum",
        "refusal_proposed",
        "step.order",
        "annex",
        "Sera",
        "Morven",
        "findings",
    ] {
        assert!(!json.contains(closed), "{closed}: {json}");
    }
    // What was asked, on what basis, what came of it and through whose hands is told.
    for told in [
        "The accounts",
        "Drahl and the timer",
        "Who paid",
        "BOMBINGS-1997",
        "Account records",
        "collected",
        "request.accepted",
    ] {
        assert!(json.contains(told), "{told}: {json}");
    }
    assert_eq!(shown.content["offences"][1]["title"], "Bombing");
    let ids: Vec<_> = shown.evidence.iter().map(|item| item.id).collect();
    assert_eq!(ids, [item(10, start()).id, item(12, start()).id]);
    assert_eq!(
        shown.evidence[1].derived_from.len(),
        1,
        "of what is shown only"
    );
    // The hands it went through are all there, each linked to the one before.
    let (held, told) = (&request.evidence[2].custody, &shown.evidence[1].custody);
    let links = |chain: &[CustodyEvent]| chain.iter().map(|c| (c.at, c.previous)).collect();
    let (held, told): (Vec<_>, Vec<_>) = (links(held), links(told));
    assert_eq!(held, told);
}

#[test]
fn asylum_changes_nothing() {
    let (with, mut without) = (full(), full());
    without.guard.record = Safeguards::default();
    assert_eq!(with.for_defence(start()), without.for_defence(start()));
    let mut record = full();
    record.guard.record.exculpatory = vec![item(10, start()).id];
    let shown = record.for_defence(start()).unwrap();
    assert!(shown.evidence[0].exculpatory && !shown.evidence[1].exculpatory);
}

#[test]
fn a_case_may_be_closed_as_a_whole() {
    let closed = |change: &dyn Fn(&mut Request)| {
        let mut request = full();
        change(&mut request);
        request.for_defence(start()).err().unwrap_or_default()
    };
    let silent = |request: &mut Request, until: &str| {
        request.content["confidentiality"] = json!({"person_may_be_told": "no", "until_on": until});
    };
    assert!(closed(&|_| ()).is_empty());
    assert_eq!(closed(&|r| r.label.class = Class::Secret), [Closed::Label]);
    assert_eq!(closed(&|r| r.label.tlp = Tlp::Red), [Closed::Label]);
    assert_eq!(closed(&|r| r.stage = Stage::Quarantined), [Closed::Draft]);
    let quiet = [Closed::Confidential];
    assert_eq!(closed(&|r| silent(r, "not_applicable")), quiet);
    assert_eq!(closed(&|r| silent(r, "2026-03-02")), quiet);
    assert!(closed(&|r| silent(r, "2026-03-01")).is_empty());
    // The State that asked for silence may end it.
    let mut asking = Town::acknowledged(Standing::Complete).a;
    asking.content = content();
    silent(&mut asking, "unknown");
    assert!(asking.asks_silence(start().to_zoned(jiff::tz::TimeZone::UTC).date()));
    assert!(asking.for_defence(start()).is_ok());
    assert_eq!(
        drafted(Standing::Complete)
            .for_defence(start())
            .unwrap_err(),
        [Closed::Draft]
    );
}
