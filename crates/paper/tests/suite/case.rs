//! One invented case: XA asks XB for account records and a hearing, and gets three items back.

use std::collections::BTreeMap;

use model::label::{Class, Label, Tlp};
use model::request::{CustodyEvent, Origin, Report};
use model::{Digest, EvidenceItem, Lang, Standing, StateCode, Urgency};
use paper::{Drawn, LetterData, PaperKind, Party};

fn names(all: [&str; 6]) -> BTreeMap<Lang, String> {
    let langs = [Lang::Ar, Lang::Zh, Lang::En, Lang::Fr, Lang::Ru, Lang::Es];
    langs.into_iter().zip(all.map(str::to_owned)).collect()
}

fn state(code: &str) -> StateCode {
    code.parse().expect("a code")
}

fn requesting() -> Party {
    Party {
        state: state("XA"),
        state_name: names([
            "أرفينيا",
            "阿维尼亚",
            "Arvenia",
            "Arvénie",
            "Арвения",
            "Arvenia",
        ]),
        authority: names([
            "السلطة المركزية للمساعدة القضائية",
            "司法协助中央机关",
            "Central Authority for Judicial Assistance",
            "Autorité centrale pour l’entraide judiciaire",
            "Центральный орган по правовой помощи",
            "Autoridad Central de Asistencia Judicial",
        ]),
        native: None,
        address: Some("3 Place du Greffe\nPort Selm, Arvenia".to_owned()),
        phone: Some("+999 1 555 0110".to_owned()),
        duty_phone: Some("+999 1 555 0100".to_owned()),
        email: Some("ca@justice.xa.example".to_owned()),
    }
}

fn requested() -> Party {
    Party {
        state: state("XB"),
        state_name: names([
            "بلمورا",
            "贝尔莫拉",
            "Belmora",
            "Belmora",
            "Бельмора",
            "Belmora",
        ]),
        authority: names([
            "مكتب التعاون الدولي في وزارة العدل",
            "司法部国际合作局",
            "Office of International Cooperation, Ministry of Justice",
            "Bureau de la coopération internationale, Ministère de la justice",
            "Управление международного сотрудничества Министерства юстиции",
            "Oficina de Cooperación Internacional, Ministerio de Justicia",
        ]),
        native: None,
        address: Some("1 Exchange Square\nTamsin, Belmora".to_owned()),
        phone: Some("+999 2 555 0200".to_owned()),
        duty_phone: None,
        email: None,
    }
}

pub(crate) fn digest(byte: u8) -> Digest {
    let mut bytes = [0x5a; 32];
    bytes[0] = byte;
    bytes[31] = byte.wrapping_mul(31);
    Digest(bytes)
}

fn item(index: u8, title: &str, file: &str, kind: &str, size_bytes: u64) -> EvidenceItem {
    let step = |at: &str, by: &str, action: &str, why: &str, previous| CustodyEvent {
        at: at.parse().expect("a time"),
        by: by.to_owned(),
        action: action.to_owned(),
        why: why.to_owned(),
        previous,
    };
    EvidenceItem {
        id: model::EvidenceId::new("2026-05-20T08:00:00Z".parse().expect("a time"), [index; 10]),
        title: title.to_owned(),
        file_name: file.to_owned(),
        media_type: "application/pdf".to_owned(),
        size_bytes,
        sha256: digest(index),
        kind: kind.to_owned(),
        origin: Origin {
            collected_by: "Investigating Judge No. 2, Tamsin".to_owned(),
            collected_at: "2026-05-18T07:30:00Z".parse().expect("a time"),
            place: "Coral Bank, 1 Exchange Square, Tamsin".to_owned(),
            law: "Code of Criminal Procedure of Belmora, article 118".to_owned(),
        },
        certificate_text:
            "Made in the ordinary course of business, at or near the time of the facts recorded."
                .to_owned(),
        use_conditions: "Proceedings INV-2025-0417 only.".to_owned(),
        provenance: Default::default(),
        limits: None,
        custody: vec![
            step(
                "2026-05-18T07:30:00Z",
                "Judge No. 2, Tamsin",
                "collected",
                "order of 11 May 2026",
                Digest([0; 32]),
            ),
            step(
                "2026-05-19T09:02:11Z",
                "officer:0197-registry",
                "sealed",
                "return",
                digest(index + 100),
            ),
            step(
                "2026-05-20T12:45:00Z",
                "system:outbox",
                "sent",
                "return to Arvenia",
                digest(index + 101),
            ),
        ],
        blob: None,
        verified: None,
    }
}

pub(crate) fn letter(kind: PaperKind) -> LetterData {
    let (from, to) = match kind {
        PaperKind::Request | PaperKind::Translation => (requesting(), requested()),
        _ => (requested(), requesting()),
    };
    let states = [&from, &to]
        .map(|party| (party.state.to_string(), party.state_name.clone()))
        .into();
    let mut label = Label::own(&state("XA"), Class::Confidential);
    label.tlp = Tlp::AmberStrict;
    label.releasable_to = Some(["XA".to_owned(), "XB".to_owned()].into());
    label.review_by = Some(jiff::civil::date(2027, 3, 1));
    let content = serde_json::from_str(include_str!("../../../../templates/mla/example.json"));
    let content: serde_json::Value = content.expect("JSON");
    let items = vec![
        item(
            1,
            "Account 4410-7782-09: statements",
            "statements-4410-7782-09.pdf",
            "bank_record",
            2_411_008,
        ),
        item(
            2,
            "سجل جلسة الاستماع",
            "hearing-record.pdf",
            "statement",
            310_442,
        ),
        item(3, "听证录像", "hearing.mp4", "video", 209_715_200),
    ];
    LetterData {
        kind,
        number: "XA-CA-2026-000042-K".to_owned(),
        our_reference: (kind != PaperKind::Request).then(|| "BE/IC/2026/311".to_owned()),
        drawn: Drawn {
            record: digest(7),
            at: "2026-05-20T12:45:00Z".parse().expect("a time"),
            offset: jiff::tz::offset(1),
        },
        label,
        from,
        to,
        form: model::template::Forms::shipped().reading("mla", 1),
        original: Lang::En,
        urgency: Urgency::Normal,
        standing: Standing::Complete,
        single_signature: kind == PaperKind::Request,
        delivered: Some("2026-05-04T09:12:44Z".parse().expect("a time")),
        officer_function: Some("Case officer, Unit II".to_owned()),
        next_date: Some(jiff::civil::date(2026, 6, 3)),
        asked: vec!["The text of article 214 in the version in force on 14 March 2025.".to_owned()],
        reports: vec![Report {
            what: "Production of the account records; hearing of the witness by video link."
                .to_owned(),
            on: jiff::civil::date(2026, 5, 18),
            law: "Code of Criminal Procedure of Belmora, articles 118 and 203".to_owned(),
            executed_by: "Investigating Judge No. 2, Tamsin".to_owned(),
            measures: vec![0, 1],
        }],
        certificate: None,
        translations: match kind {
            PaperKind::Translation => vec![crate::told::translated()],
            _ => Vec::new(),
        },
        shown: (kind == PaperKind::Defence).then(|| crate::told::shown(&content, &items)),
        content,
        items,
        codes: Vec::new(),
        states,
    }
}
