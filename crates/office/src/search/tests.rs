//! Words alike on both sides, bounded questions, and what is kept of a very large request.

use jiff::Timestamp;
use model::actor::By;
use model::label::{Class, Label};
use model::number::Number;
use model::request::{Draft, Relation, Standing, Urgency};
use model::{Lang, OfficerId, RequestId, Role};

use super::*;

/// A draft of XA with this content.
fn drafted(content: Value) -> Request {
    let (xa, at) = ("XA".parse().unwrap(), Timestamp::UNIX_EPOCH);
    let draft = Draft {
        id: RequestId::new(at, [7; 10]),
        number: Number {
            state: "XA".parse().unwrap(),
            authority: "ca".parse().unwrap(),
            year: 2026,
            serial: 1,
        },
        template: "mla".to_owned(),
        template_version: 1,
        to: "XB".parse().unwrap(),
        to_authority: "ca".parse().unwrap(),
        relation: Relation::New,
        parent: None,
        urgency: Urgency::Normal,
        standing: Standing::Complete,
        content,
        lang: Lang::En,
        label: Label::own(&xa, Class::Restricted),
        validation_needed: false,
    };
    let by = By {
        state: xa,
        authority: Some("ca".parse().unwrap()),
        role: Some(Role::CaseOfficer),
        officer: Some(OfficerId::new(at, [1; 10])),
    };
    Request::draft(&draft, &by, at).unwrap().0
}

/// A number in small letters, no two alike.
fn letters(n: usize) -> String {
    let digit = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
    [n / 676, n / 26, n].map(digit).iter().collect()
}

#[test]
fn words_are_folded_alike_on_both_sides() {
    // What is written, and one way to search it.
    let cases = [
        ("XA-CA-2026-000017-4", "2026 17"),
        ("Überweisung an die Bank", "uberweisung"),
        ("التحويلات المصرفية", "تحويلات"),
        ("银行账户记录", "账户"),
        ("Ｆｕｌｌ width", "full"),
        ("ЗАПРОС о выдаче", "запрос"),
        ("O'Brien", "obrien"),
    ];
    for (written, searched) in cases {
        let held = words(written);
        for word in words(searched) {
            assert!(held.contains(&word), "{written}: {word} in {held:?}");
        }
    }
    assert_eq!(words("000"), ["0"]);
    assert!(words("—").is_empty());
}

#[test]
fn a_query_is_bounded_and_never_everything() {
    let long = "word ".repeat(500);
    let query = Query::read(&long, |_| Vec::new());
    assert!(query.forms.len() <= limits::SEARCH_WORDS_MAX);
    assert!(query.forms.iter().all(|forms| !forms.is_empty()));
    assert!(Query::read(" — ", |_| Vec::new()).is_empty());
}

#[test]
fn a_name_is_found_from_another_script() {
    let (latin, bones) = abroad("mohamed").unwrap();
    let (other, same) = abroad("محمد").unwrap();
    assert!(latin && !other);
    assert_eq!(bones, same);
    let query = Query::read("Mohamed", |_| Vec::new());
    assert!(
        query
            .forms
            .first()
            .unwrap()
            .contains(&bones_of(false, &same))
    );
}

#[test]
fn of_a_very_large_request_what_is_looked_for_is_kept() {
    let example = model::template::example(model::kind::Kind::Mla).unwrap();
    let mut content: Value = serde_json::from_str(example).unwrap();
    let half = limits::RECORD_WORDS_MAX / 2;
    let long = |from: usize| -> String {
        let words = (from..from + half).map(|n| format!("aa{} ", letters(n)));
        words.collect()
    };
    content["facts"]["act"] = long(0).into();
    content["facts"]["evidence"] = (long(half) + " zzaccount 99-4410-77").into();
    content["persons"][0]["family_name"] = "Zzyrkova".into();
    let kept = kept(&drafted(content));
    let place = |word: &str| {
        let found = kept.iter().position(|k| k == word);
        found.unwrap_or_else(|| panic!("{word} is not kept"))
    };
    for word in ["zzyrkova", "4410", "77"] {
        assert!(place(word) < limits::RECORD_WORDS_MAX, "{word}");
    }
    assert!(place("zzaccount") > place("aaaaa"), "in order");
}
