//! What comes back from where it went: found in every shape, in a record of any length, and no better graded than before.

use super::*;

/// Many more than a record may have: whoever sends more must not stop the node.
const MANY: usize = 20_000;

/// A record of so many statements, each made from those that are named for it.
fn made_from(count: usize, from: impl Fn(usize) -> Vec<usize>) -> Record {
    let mut record: Record = serde_json::from_value(whole()).unwrap();
    let one = record.assertions.remove(0);
    record.assertions = (0..count)
        .map(|at| {
            let mut one = one.clone();
            one.id = format!("s{at}");
            one.from.derived_from = from(at).iter().map(|at| format!("s{at}")).collect();
            one
        })
        .collect();
    record
}

fn circular(record: &Record) -> usize {
    let found = check(record, date(2026, 6, 1));
    found
        .iter()
        .filter(|one| one.code == Lack::Circular)
        .count()
}

#[test]
fn a_circle_is_found_in_every_shape() {
    let cases: &[(&[&[usize]], usize)] = &[
        (&[&[], &[0], &[1]], 0),
        (&[&[0]], 1),
        (&[&[1], &[0]], 2),
        (&[&[2], &[0], &[1]], 3),
        // What leads into a circle or comes out of it is in none.
        (&[&[1], &[2], &[1], &[]], 2),
        (&[&[1, 3], &[2], &[1], &[]], 2),
        // Two circles, and a way from one to the other.
        (&[&[1], &[0, 2], &[3], &[2]], 4),
        // Two circles that share one.
        (&[&[1, 2], &[0], &[0]], 3),
        // Made twice from the same is no circle.
        (&[&[1, 2], &[3], &[3], &[]], 0),
        // What is not in the record leads nowhere.
        (&[&[9]], 0),
    ];
    for (from, expect) in cases {
        let record = made_from(from.len(), |at| from[at].to_vec());
        assert_eq!(circular(&record), *expect, "{from:?}");
    }
}

#[test]
fn a_long_record_is_judged_in_little_time() {
    let chain = made_from(MANY, |at| at.checked_sub(1).into_iter().collect());
    assert_eq!(circular(&chain), 0);
    let ring = made_from(MANY, |at| vec![(at + 1) % MANY]);
    assert_eq!(circular(&ring), MANY);
    let star = made_from(MANY, |at| match at {
        0 => (1..MANY).collect(),
        _ => vec![0],
    });
    assert_eq!(circular(&star), MANY);
}

#[test]
fn what_comes_back_raises_no_grade() {
    // Grade of the first, then value, grade and sources of what was made from it; and whether that is held.
    let cases = [
        ("C3", "Zafiro Tchalu", "B2", "a", true),
        ("C3", "Zafiro Tchalu", "C2", "a", true),
        ("C3", " Zafiro Tchalu ", "A3", "a", true),
        ("C3", "Zafiro Tchalu", "C3", "a", false),
        ("C3", "Zafiro Tchalu", "D4", "a", false),
        ("C3", "Zafira Chalu", "B2", "a", false),
        ("C3", "Zafiro Tchalu", "B2", "elsewhere", false),
    ];
    for (first, value, grade, source, held) in cases {
        let mut record = whole();
        let mut back = record["assertions"][0].clone();
        record["assertions"][0]["from"]["grade"] = json!(first);
        back["id"] = json!("back");
        back["value"] = json!(value);
        back["from"]["by"] = json!("XB");
        back["from"]["grade"] = json!(grade);
        back["from"]["derived_from"] = json!([source]);
        record["assertions"].as_array_mut().unwrap().push(back);
        let expect: &[&str] = match held {
            true => &["REC-10 /assertions/3/from/grade"],
            false => &[],
        };
        assert_eq!(codes(&record), expect, "{first} {value} {grade} {source}");
    }
}

#[test]
fn a_birth_as_people_tell_it_is_kept_and_never_enough_alone() {
    for (birth, identifies) in [
        ("1974", true),
        ("1974-01-01", true),
        ("01/01/1974", true),
        ("1974-02-31", true),
        ("1394 AH", true),
        ("unknown", false),
        ("n/a", false),
    ] {
        let mut record = whole();
        record["assertions"][1]["value"] = json!(birth);
        let found = codes(&record);
        assert_eq!(found.is_empty(), identifies, "{birth}: {found:?}");
        // Without a name it identifies nobody, however exact.
        record["assertions"][0]["says"] = json!("country");
        assert!(
            codes(&record).contains(&"REC-12 /assertions".to_owned()),
            "{birth}"
        );
    }
}

#[test]
fn a_name_is_accepted_as_given() {
    for name in [
        "Sukarno",
        "Dr. Zafiro Tchalu, Jr.",
        "Зафиро Чалу",
        "زفيرو تشالو",
        "王小明",
        "Zafiro 扎菲罗 Чалу",
    ] {
        let mut record = whole();
        record["assertions"][0]["value"] = json!(name);
        assert_eq!(codes(&record), Vec::<String>::new(), "{name}");
    }
}
