use super::*;
use crate::finding::Level;
use crate::kind::Kind;
use crate::request::Urgency;
use crate::state::{Authority, StateProfile};
use crate::template;

/// A digest that is good enough to tell texts apart; the real one is `seal`'s.
fn hash(bytes: &[u8]) -> Digest {
    let mut out = [0u8; 32];
    for (lane, byte) in out.iter_mut().enumerate() {
        let seed = 0xcbf2_9ce4_8422_2325 ^ (lane as u64);
        let sum = bytes.iter().fold(seed, |sum, b| {
            (sum ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3)
        });
        *byte = sum.to_be_bytes()[0];
    }
    Digest(out)
}

fn form() -> std::sync::Arc<Template> {
    template::latest("mla").unwrap().clone()
}

fn content() -> Value {
    json!({
        "type": "mla",
        "number": "XA-CA-2026-000001-7",
        "title": "Records of two accounts",
        "proceeding": {"stage": "investigation", "nature": "Inquiry into payments.", "number": "KA 114/26"},
        "facts": {"summary": {"text": "Money went abroad.", "lang": "en"}, "act": "Paid for tickets.", "place": "unknown"},
        "persons": [{"role": "subject", "family_name": "Sera", "address": {"withheld": "safety"}}],
        "languages": {"original": "en"},
    })
}

fn translated(content: &Value, texts: &[(&str, &str)]) -> Value {
    let texts = texts
        .iter()
        .map(|(a, t)| ((*a).to_owned(), (*t).to_owned()));
    let act = Translate {
        lang: "fr".into(),
        texts: texts.collect(),
        ..Translate::default()
    };
    translate((&form(), content), &act, hash).unwrap()
}

const ALL: &[(&str, &str)] = &[
    ("/proceeding/nature", "Enquête sur des paiements."),
    ("/facts/summary", "De l’argent est parti à l’étranger."),
    ("/facts/act", "A payé des billets."),
];

fn certificate() -> Certify {
    Certify {
        lang: "fr".into(),
        translator: "Nadia Okoro".into(),
        competence: "Sworn translator, register 114".into(),
        sworn: true,
        on: "2026-03-02".parse().unwrap(),
        statement: "True and complete.".into(),
    }
}

fn certified(content: &Value) -> Value {
    let today = "2026-03-03".parse().unwrap();
    certify((&form(), content), &certificate(), today, hash).unwrap()
}

fn states(content: &Value) -> Vec<(String, PassageState)> {
    beside(&form(), content, "fr", hash)
        .into_iter()
        .map(|b| (b.passage.at, b.state))
        .collect()
}

fn problems(content: &Value) -> Vec<(String, Level, String)> {
    judge(&form(), content, false, hash)
        .into_iter()
        .map(|f| (f.args["problem"].clone(), f.level, f.field))
        .collect()
}

#[test]
fn free_text_is_translated_and_closed_fields_are_not() {
    let at: Vec<(String, bool)> = passages(&form(), &content(), "fr")
        .into_iter()
        .map(|p| (p.at, p.prose))
        .collect();
    let expect = [
        ("/title", false),
        ("/proceeding/nature", true),
        ("/facts/summary", true),
        ("/facts/act", true),
    ];
    let expect: Vec<_> = expect.map(|(a, p)| (a.to_owned(), p)).into();
    assert_eq!(at, expect);
    // What says that it is in the language already needs no translation.
    let english = passages(&form(), &content(), "en-GB");
    assert!(english.iter().all(|p| p.at != "/facts/summary"));
}

#[test]
fn a_change_after_the_certificate_shows_and_only_there() {
    let content = certified(&translated(&content(), ALL));
    assert!(
        template::Template::faults(&form(), &content)
            .iter()
            .all(|fault| !fault.pointer.starts_with("/languages")
                || fault.what == template::What::Missing)
    );
    assert!(problems(&content).is_empty(), "{:?}", problems(&content));
    let held = certificates(&content);
    assert!(holds(&form(), &content, &held[0], hash));
    let mut original = content.clone();
    original["facts"]["act"] = json!("Paid for two tickets.");
    let other = translated(&content, &[("/facts/act", "A payé deux billets.")]);
    let mut forged = content.clone();
    forged["languages"]["translations"][0]["sha256"] = json!("0".repeat(64));
    for changed in [&original, &other] {
        let expect = vec![(
            "changed_since_certified".to_owned(),
            Level::Block,
            "/facts/act".to_owned(),
        )];
        assert_eq!(problems(changed), expect);
        let changed: Vec<_> = states(changed)
            .into_iter()
            .filter(|(_, state)| *state == PassageState::Changed)
            .collect();
        assert_eq!(changed.len(), 1);
        assert!(!holds(&form(), &original, &held[0], hash));
    }
    assert_eq!(problems(&forged)[0].0, "changed_since_certified");
    assert_eq!(
        judge(&form(), &original, true, hash)[0].level,
        Level::Warn,
        "what is urgent goes ahead with a reason"
    );
    // Certified anew, all is well.
    assert!(problems(&certified(&other)).is_empty());
}

#[test]
fn gaps_and_stale_translations_are_told() {
    let some = translated(&content(), &ALL[..2]);
    let named = json!([{"lang": "fr", "certified": "no"}]);
    assert_eq!(
        some["languages"]["translations"], named,
        "a translation is named"
    );
    assert_eq!(
        problems(&some),
        [(
            "translation_incomplete".to_owned(),
            Level::Warn,
            "/facts/act".to_owned()
        )]
    );
    let mut stale = translated(&content(), ALL);
    stale["proceeding"]["nature"] = json!("Prosecution of payments.");
    assert_eq!(problems(&stale)[0].0, "translation_outdated");
    let still = Translate {
        lang: "fr".into(),
        originals: BTreeMap::from([("/facts/summary".to_owned(), "Money left.".to_owned())]),
        texts: BTreeMap::from([(
            "/facts/summary".to_owned(),
            "Des fonds sont partis.".to_owned(),
        )]),
        still: BTreeSet::from(["/proceeding/nature".to_owned()]),
    };
    let looked = translate((&form(), &stale), &still, hash).unwrap();
    assert!(problems(&looked).is_empty());
    assert_eq!(looked["facts"]["summary"]["text"], "Money left.");
}

#[test]
fn what_does_not_fit_is_refused() {
    let base = content();
    let act = |lang: &str, at: &str, text: &str| Translate {
        lang: lang.into(),
        texts: BTreeMap::from([(at.to_owned(), text.to_owned())]),
        ..Translate::default()
    };
    let cases = [
        (act("en", "/facts/act", "x"), "LANGUAGE"),
        (act("français", "/facts/act", "x"), "LANGUAGE"),
        (act("fr", "/number", "x"), "POINTER"),
        (act("fr", "/languages/passages/0/text", "x"), "POINTER"),
        (act("fr", "/facts/act", "a\u{202e}b"), "CONTROL-CHARACTER"),
        (act("fr", "/facts/act", &"x".repeat(20_001)), "TOO-LONG"),
    ];
    for (act, code) in cases {
        let refused = translate((&form(), &base), &act, hash).unwrap_err();
        assert_eq!(refused.code, code);
    }
    let today = "2026-03-01".parse().unwrap();
    let whole = translated(&base, ALL);
    let refused = |content: &Value, act: &Certify| {
        certify((&form(), content), act, today, hash)
            .unwrap_err()
            .code
    };
    assert_eq!(refused(&whole, &certificate()), "DATE-FUTURE");
    let early = Certify {
        on: today,
        ..certificate()
    };
    let part = translated(&base, &ALL[..2]);
    assert_eq!(refused(&part, &early), "TRANSLATION-INCOMPLETE");
    let nobody = Certify {
        translator: " ".into(),
        ..early
    };
    assert_eq!(refused(&whole, &nobody), "MISSING");
}

#[test]
fn a_paper_prints_the_translation_and_nothing_else_moves() {
    let content = translated(&content(), ALL);
    let french = in_language(&content, "fr");
    assert_eq!(french["facts"]["act"], "A payé des billets.");
    assert_eq!(french["facts"]["summary"]["lang"], "fr");
    assert_eq!(french["title"], content["title"]);
    assert_eq!(in_language(&content, "es"), content);
    // A line that points where no text stands changes nothing.
    let mut hostile = content.clone();
    hostile["languages"]["passages"] = json!([
        {"lang": "fr", "at": "/languages/original", "text": "fr"},
        {"lang": "fr", "at": "/persons", "text": "x"},
        {"lang": "fr", "at": "/persons/0", "text": "x"}, {"lang": 3}, 7,
    ]);
    assert_eq!(in_language(&hostile, "fr"), hostile);
    assert!(judge(&form(), &hostile, false, hash).len() < 3);
}

/// What is read for ordinary and for urgent requests; the kind, the original, the translations; how soon; what follows.
type Row<'a> = (
    [&'a [&'a str]; 2],
    (Kind, &'a str, &'a [&'a str]),
    Urgency,
    TranslationNeed,
);

const READ_THERE: &[Row<'_>] = {
    use TranslationNeed::{Follows, Needed, None as Nothing, There, Untold};
    use Urgency::{Normal, Urgent};
    &[
        ([&[], &[]], (Kind::Mla, "fr", &[]), Normal, Untold),
        ([&["fr-CA"], &[]], (Kind::Mla, "FR", &[]), Normal, Nothing),
        ([&["fr"], &[]], (Kind::Mla, "ru", &["fr-BE"]), Normal, There),
        ([&["fr"], &[]], (Kind::Mla, "ru", &["es"]), Normal, Needed),
        ([&["fr"], &["en"]], (Kind::Mla, "en", &[]), Normal, Needed),
        ([&["fr"], &["en"]], (Kind::Mla, "en", &[]), Urgent, Follows),
        (
            [&["fr"], &["en"]],
            (Kind::Mla, "ru", &["en"]),
            Urgent,
            Follows,
        ),
        // Every bureau reads the four languages of INTERPOL, of a notice only.
        ([&["pt"], &[]], (Kind::Notice, "ar", &[]), Normal, Nothing),
        ([&["pt"], &[]], (Kind::Notice, "zh", &["es"]), Normal, There),
        ([&["pt"], &[]], (Kind::Police, "ar", &[]), Normal, Needed),
    ]
};

fn list(langs: &[&str]) -> Vec<String> {
    langs.iter().map(|lang| (*lang).to_owned()).collect()
}

#[test]
fn what_is_read_there_says_what_is_translated() {
    let mut state = StateProfile::unknown("XB".parse().unwrap(), "XB");
    let mut authority = Authority::central(&state, "ca".parse().unwrap());
    for (row, ([ordinary, urgent], (kind, original, there), urgency, need)) in
        READ_THERE.iter().enumerate()
    {
        state.request_languages = list(ordinary);
        authority.urgent_languages = list(urgent);
        let readers = Readers::of(Some(*kind), (&state, &authority));
        assert_eq!(readers.need(original, there, *urgency), *need, "row {row}");
    }
    state.request_languages = list(&["fr"]);
    authority.languages = list(&["es"]);
    let told = Readers::of(None, (&state, &authority)).told().to_vec();
    assert_eq!(told, ["es"], "what the authority says goes first");
}
