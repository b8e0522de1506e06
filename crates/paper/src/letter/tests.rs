use super::*;
use crate::print::Block;

/// The paper of the reference content between the two demonstration States.
fn paper(kind: PaperKind) -> LetterData {
    let party = |code: &str, name: &str| Party {
        state: code.parse().expect("a code"),
        state_name: [(Lang::En, name.to_owned())].into(),
        authority: [(Lang::En, format!("Ministry of Justice of {name}"))].into(),
        native: None,
        address: None,
        phone: Some("+999 1 555".to_owned()),
        duty_phone: None,
        email: None,
    };
    let (from, to) = (party("XA", "Arvenia"), party("XB", "Belmora"));
    LetterData {
        kind,
        number: "XA-CA-2026-000001-T".to_owned(),
        our_reference: None,
        drawn: Drawn {
            record: Digest([0xab; 32]),
            at: "2026-05-20T23:30:00Z".parse().expect("a time"),
            offset: jiff::tz::offset(2),
        },
        label: Label::own(&from.state, model::Class::Official),
        states: [
            ("XA".to_owned(), from.state_name.clone()),
            ("XB".to_owned(), to.state_name.clone()),
        ]
        .into(),
        from,
        to,
        form: model::template::Forms::shipped().reading("mla", 1),
        content: serde_json::from_str(include_str!("../../../../templates/mla/example.json"))
            .expect("JSON"),
        original: Lang::En,
        urgency: Urgency::Normal,
        standing: Standing::Complete,
        single_signature: false,
        delivered: None,
        officer_function: None,
        next_date: None,
        asked: Vec::new(),
        reports: Vec::new(),
        items: Vec::new(),
        certificate: None,
        translations: Vec::new(),
        shown: None,
        codes: Vec::new(),
    }
}

fn headings(sheet: &Sheet) -> Vec<&str> {
    sheet
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 2, text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn notices(sheet: &Sheet) -> Vec<&str> {
    sheet
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Notice { text } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn value<'a>(sheet: &'a Sheet, label: &str) -> Option<&'a str> {
    let facts = sheet.blocks.iter().filter_map(|block| match block {
        Block::Facts { rows } => Some(rows),
        _ => None,
    });
    facts
        .flatten()
        .chain(&sheet.references)
        .find(|fact| fact.label == label)
        .map(|fact| fact.value.as_str())
}

#[test]
fn a_request_has_its_body_and_then_its_schedules() {
    let sheet = compose(&paper(PaperKind::Request), Lang::En);
    let headings = headings(&sheet);
    let at = |title: &str| {
        let plain = |text: &str| words::without_isolates(text);
        headings.iter().position(|heading| plain(heading) == title)
    };
    assert_eq!(at("The matter"), Some(0));
    assert!(at("Facts") < at("Assistance sought"));
    assert!(at("Assistance sought") < at("Schedule A. Persons concerned"));
    assert_eq!(at("Signature"), None, "who signs stands at the signature");
    assert_eq!(sheet.record, "ab".repeat(32));
    assert_eq!(
        value(&sheet, "Date"),
        Some("21 May 2026, 01:30 (UTC+02:00)")
    );
    assert_eq!(value(&sheet, "Nationalities"), Some("Arvenia"));
    assert_eq!(sheet.page_of, "Page @P of @N");
    assert!(notices(&sheet).is_empty());
}

#[test]
fn what_a_request_is_sent_as_is_said_before_everything_else() {
    let mut data = paper(PaperKind::Request);
    data.standing = Standing::Consultation;
    data.single_signature = true;
    let sheet = compose(&data, Lang::En);
    let said = notices(&sheet);
    assert!(said[0].starts_with("Consultation draft. It has no legal effect"));
    assert!(said[1].contains("nobody signed beside the author"));
    assert!(matches!(sheet.blocks[0], Block::Notice { .. }));
    data.standing = Standing::UrgentCompletion {
        by: jiff::civil::date(2026, 6, 1),
        ground: model::request::UrgencyGround::Flight,
        head_reason: "He leaves tonight.".to_owned(),
        head: model::OfficerId::new(data.drawn.at, [1; 10]),
    };
    let sheet = compose(&data, Lang::En);
    let said = words::without_isolates(notices(&sheet)[0]);
    assert!(
        said.contains("1 June 2026")
            && said.contains("flight of a person")
            && said.contains("He leaves tonight.")
    );
}

#[test]
fn an_acknowledgement_lists_what_is_missing_and_decides_nothing() {
    let mut data = paper(PaperKind::Acknowledgement);
    data.next_date = Some(jiff::civil::date(2026, 6, 3));
    data.asked = vec!["The text of article 214".to_owned()];
    let sheet = compose(&data, Lang::Es);
    assert_eq!(
        value(&sheet, "Tendrá noticias nuestras a más tardar el"),
        Some("3 de junio de 2026")
    );
    let text = serde_json::to_string(&sheet).expect("JSON");
    assert!(text.contains("The text of article 214") && text.contains("no prejuzga"));
    data.asked.clear();
    let text = serde_json::to_string(&compose(&data, Lang::Es)).expect("JSON");
    assert!(text.contains("Por ahora no se necesita nada más."));
}

#[test]
fn the_band_names_class_owner_and_limits() {
    let mut data = paper(PaperKind::Request);
    let band = compose(&data, Lang::En).band;
    assert_eq!((band.level, band.class.as_str()), ("open", "Official"));
    assert_eq!(
        words::without_isolates(&band.originator),
        "Arvenia · TLP:AMBER"
    );
    assert_eq!(band.limits, "not to be shared");
    data.label.class = model::Class::TopSecret;
    data.label.originator = "XA+XB+XQ".to_owned();
    data.label.releasable_to = None;
    data.label.expires = Some(jiff::civil::date(2030, 1, 2));
    let band = compose(&data, Lang::En).band;
    assert_eq!(band.level, "highest");
    assert!(band.originator.starts_with("Arvenia + Belmora + XQ"));
    assert_eq!(
        words::without_isolates(&band.limits),
        "expires on 2 January 2030"
    );
}

#[test]
fn a_paper_is_drawn_from_a_request() {
    let pattern = paper(PaperKind::Request);
    let by = model::By {
        state: pattern.from.state.clone(),
        authority: Some("ca".parse().expect("an id")),
        role: Some(model::Role::CaseOfficer),
        officer: Some(model::OfficerId::new(pattern.drawn.at, [2; 10])),
    };
    let draft = model::request::Draft {
        id: model::RequestId::new(pattern.drawn.at, [3; 10]),
        number: model::number::Number {
            state: by.state.clone(),
            authority: "ca".parse().expect("an id"),
            year: 2026,
            serial: 1,
        },
        template: "mla".to_owned(),
        template_version: 1,
        to: pattern.to.state.clone(),
        to_authority: "ca".parse().expect("an id"),
        relation: model::request::Relation::New,
        parent: None,
        urgency: Urgency::Urgent,
        standing: Standing::Complete,
        content: pattern.content.clone(),
        lang: Lang::Fr,
        label: pattern.label.clone(),
        validation_needed: false,
    };
    let (mut request, _) = Request::draft(&draft, &by, pattern.drawn.at).expect("drafted");
    request.their_reference = Some("BE-7".to_owned());
    let drawn = |kind| {
        LetterData::of(
            kind,
            &request,
            pattern.form.clone(),
            pattern.drawn,
            (pattern.from.clone(), pattern.to.clone()),
        )
    };
    let letter = drawn(PaperKind::Request);
    assert_eq!((&letter.from, &letter.to), (&pattern.from, &pattern.to));
    assert_eq!(
        (letter.original, letter.our_reference.as_deref()),
        (Lang::Fr, None)
    );
    let answer = drawn(PaperKind::Acknowledgement);
    assert_eq!((&answer.from, &answer.to), (&pattern.to, &pattern.from));
    assert_eq!(answer.our_reference.as_deref(), Some("BE-7"));
    let note = word(Lang::En, "paper-original-note");
    let holds = |lang| {
        compose(&letter, lang)
            .blocks
            .contains(&Block::Text { text: note.clone() })
    };
    assert!(holds(Lang::En) && !holds(Lang::Fr));
}

#[test]
fn a_letter_carries_its_codes_and_a_translation_its_certificate() {
    let mut data = paper(PaperKind::Request);
    data.codes = vec![
        "COMITY1:AB12CD34:1/2:00000000:ABC".to_owned(),
        "COMITY1:X".to_owned(),
    ];
    for lang in Lang::ALL {
        let sheet = compose(&data, *lang);
        let Some(Block::Codes { entries }) = sheet.blocks.last() else {
            panic!("no codes at the end");
        };
        assert_eq!(entries[1].caption, "2 / 2");
        assert!(
            entries
                .iter()
                .all(|code| code.svg.starts_with("<svg") && !code.label.is_empty())
        );
    }
    // Codes are set large: what a line holds fits one.
    assert!(qr_sized(&"A".repeat(900)));
    data.codes.clear();
    data.content["languages"]["passages"] =
        serde_json::json!([{"lang": "fr", "at": "/facts/act", "text": "Un engin a explosé."}]);
    let said = |lang| format!("{:?}", compose(&data, lang));
    assert!(said(Lang::Fr).contains("Un engin a explosé."));
    assert!(!said(Lang::En).contains("Un engin a explosé."));
    let mut data = paper(PaperKind::Translation);
    let certificate = model::translation::Certificate {
        from: "en".to_owned(),
        lang: "fr".to_owned(),
        translator: "Nadia Okoro".to_owned(),
        competence: "Register 114".to_owned(),
        sworn: Some(true),
        on: "2026-03-01".to_owned(),
        statement: "True and complete.".to_owned(),
        sha256: "ab".repeat(32),
    };
    let text = |at: &str, state| Beside {
        passage: model::translation::Passage {
            at: at.to_owned(),
            text: "It went off.".to_owned(),
            prose: true,
        },
        translation: Some("Il a explosé.".to_owned()),
        state,
    };
    use model::translation::PassageState::{Certified, Changed};
    data.translations = vec![Translated {
        certificate,
        texts: vec![
            text("/facts/act", Certified),
            text("/facts/evidence", Changed),
        ],
    }];
    let said = format!("{:?}", compose(&data, Lang::En));
    assert!(
        said.contains("Nadia Okoro") && said.contains("Texts that were changed since"),
        "{said}"
    );
    assert_eq!(
        said.matches("Changed since certified").count(),
        1,
        "the changed one alone"
    );
}

fn qr_sized(text: &str) -> bool {
    let svg = crate::print::qr_svg(text);
    let side = svg
        .split("viewBox=\"0 0 ")
        .nth(1)
        .and_then(|rest| rest.split(' ').next());
    side.and_then(|side| side.parse::<u32>().ok())
        .is_some_and(|side| side <= 113)
}
