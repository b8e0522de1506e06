//! Whoever looks is looked at: much in a day, and oneself.

use model::bulk::{Finding, Occasion};
use model::card::HoldFor;
use model::record::Property;
use model::{Actor, Class, Purpose, Role, limits};
use office::cards::Format;
use office::reader::LedgerFilter;
use office::records::{self, Consult, Hold, Import, LookAgain, RecordsWanted};
use serde_json::{Value, json};
use sim::{House, fighter};

use crate::desk::town;

/// Persons of somebody else, taken in at once.
async fn came(house: &House, many: usize) {
    let id = |n: usize| format!("00000000-0000-4000-8000-{n:012x}");
    let one = |at: usize| {
        json!({"type": "identity", "spec_version": "2.1", "id": format!("identity--{}", id(at)),
            "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-02T00:00:00.000Z",
            "name": format!("Marrek Oduya {at}"), "identity_class": "individual",
            "object_marking_refs": ["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"]})
    };
    let all: Vec<Value> = (0..many).map(one).collect();
    let bundle = json!({"type": "bundle", "id": format!("bundle--{}", id(0)), "objects": all});
    let act = Import {
        act: house.office.new_act(),
        format: Format::Stix,
        sender: "QUAY-CERT".to_owned(),
        class: Class::Restricted,
        bytes: bundle.to_string().into_bytes(),
    };
    let done = records::import(&house.office, house.officer(Role::Analyst), act).await;
    assert_eq!(done.unwrap().new, many);
}

async fn noted(house: &House, verb: &str) -> usize {
    let auditor = house.officer(Role::Auditor);
    let ledger = house
        .office
        .read(auditor, Purpose::Oversight)
        .await
        .unwrap();
    let last = LedgerFilter {
        limit: limits::PAGE_ROWS_MAX as u32,
        ..LedgerFilter::default()
    };
    let lines = ledger.ledger(&last).await.unwrap();
    let lines = lines.iter().filter(|line| line.entry.verb == verb);
    lines.count()
}

async fn read(house: &House, actor: &Actor) -> office::reader::Reader {
    house
        .office
        .read(actor, Purpose::Intelligence)
        .await
        .unwrap()
}

#[tokio::test]
async fn whoever_opens_more_in_a_day_than_anybody_works_on_is_stopped() {
    let (_dir, town) = town(587).await;
    let xa = town.house("XA");
    came(xa, limits::OPENED_DAY_MAX + 2).await;
    let reader = read(xa, xa.officer(Role::Analyst)).await;
    let mut ids = Vec::new();
    let mut page = 0;
    while ids.len() < limits::OPENED_DAY_MAX + 2 {
        let came = reader.came(page).await.unwrap();
        ids.extend(came.rows.into_iter().map(|line| line.id));
        page += 1;
    }
    let last = ids.split_off(limits::OPENED_DAY_MAX);
    for id in &ids {
        reader.came_one(*id).await.unwrap();
    }
    for id in &last {
        let refused = reader.came_one(*id).await.unwrap_err();
        assert_eq!(refused.code(), "TOO-MANY-OPENED");
    }
    assert_eq!(noted(xa, "record.opening_stopped").await, 1, "once a day");
    // What is being worked on stays open; a colleague reads on, and tomorrow so does this officer.
    reader.came_one(ids[0]).await.unwrap();
    let other = super::alone::as_if(xa.officer(Role::Approver), &[Role::Analyst], Class::Secret);
    read(xa, &other).await.came_one(last[0]).await.unwrap();
    town.pass(jiff::SignedDuration::from_hours(24));
    reader.came_one(last[0]).await.unwrap();
}

#[tokio::test]
async fn nobody_looks_for_themselves() {
    let (_dir, town) = town(589).await;
    let xa = town.house("XA");
    let analyst = xa.officer(Role::Analyst);
    let reader = read(xa, analyst).await;
    let id = analyst.officer().unwrap();
    let name = reader.officer_name(id).await.unwrap().unwrap();
    let look = |text: String| RecordsWanted {
        text,
        ..RecordsWanted::default()
    };
    let turned: Vec<&str> = name.split(' ').rev().collect();
    for text in [name.clone(), name.to_uppercase(), turned.join(", ")] {
        let refused = reader.subjects(&look(text.clone())).await.unwrap_err();
        assert_eq!(refused.code(), "SEARCH-SELF", "{text}");
        assert_eq!(
            reader.cards(&text, 0).await.unwrap_err().code(),
            "SEARCH-SELF"
        );
    }
    assert_eq!(noted(xa, "record.self_search_refused").await, 6);
    let other = read(xa, xa.officer(Role::Approver)).await;
    assert!(other.subjects(&look(name)).await.is_ok());
    assert!(
        reader
            .subjects(&look("Okhuen Sera".to_owned()))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn holds_and_codewords_have_their_measure() {
    let (_dir, town) = town(601).await;
    let xa = town.house("XA");
    let analyst = xa.officer(Role::Analyst);
    let id = super::opened(xa).await;
    let hold = |reference: &str| Hold {
        act: xa.office.new_act(),
        object: format!("record:{id}"),
        body: HoldFor::Court,
        reference: reference.to_owned(),
    };
    let approver = xa.officer(Role::Approver);
    for n in 0..limits::HOLDS_MAX {
        let one = hold(&format!("case {n}"));
        records::hold(&xa.office, approver, one).await.unwrap();
    }
    let long = "x".repeat(limits::LINE_CHARS_MAX + 1);
    for (reference, code) in [("case more", "TOO-MANY"), (&*long, "TOO-LONG")] {
        let refused = records::hold(&xa.office, approver, hold(reference)).await;
        assert_eq!(refused.unwrap_err().code(), code);
    }
    let mut act = sim::fighter::record(xa);
    act.frame.codewords = vec!["GRANITE".to_owned(); limits::CODEWORDS_MAX + 1];
    let refused = records::open(&xa.office, analyst, act).await;
    assert_eq!(refused.unwrap_err().code(), "TOO-MANY");
    let mut act = sim::fighter::record(xa);
    act.frame.codewords = vec![long];
    let frame = records::Change::Frame(Box::new(act.frame));
    let refused = super::change(xa, id, frame).await;
    assert_eq!(refused.unwrap_err().code(), "TOO-LONG");
}

#[tokio::test]
async fn who_opens_a_record_that_another_keeps_says_why() {
    let (_dir, town) = town(593).await;
    let xa = town.house("XA");
    let id = super::opened(xa).await;
    let other = super::alone::as_if(xa.officer(Role::Approver), &[Role::Analyst], Class::Secret);
    let reader = read(xa, &other).await;
    let code = async |id| {
        reader
            .subject(id)
            .await
            .map(|_| ())
            .map_err(|e| e.code().to_owned())
    };
    assert_eq!(code(id).await, Err("REASON-WANTED".to_owned()));
    let say = |record, reference: &str| Consult {
        act: xa.office.new_act(),
        record,
        occasion: Occasion::Case,
        reference: reference.to_owned(),
    };
    for blank in ["", "  ", "..."] {
        let refused = records::consult(&xa.office, &other, say(id, blank)).await;
        assert_eq!(refused.unwrap_err().code(), "MISSING", "{blank:?}");
    }
    assert_eq!(code(id).await, Err("REASON-WANTED".to_owned()));
    // To say why opens nothing that is hidden, and tells nothing of it.
    let mut act = fighter::record(xa);
    act.label = fighter::label(xa, Class::Secret, &["XA"]);
    let hidden = records::open(&xa.office, xa.officer(Role::Analyst), act)
        .await
        .unwrap();
    let low = super::alone::as_if(&other, &[Role::Analyst], Class::Restricted);
    let refused = records::consult(&xa.office, &low, say(hidden, "FU-1")).await;
    assert_eq!(refused.unwrap_err().code(), "NOT-FOUND");
    let low = read(xa, &low).await;
    assert_eq!(low.number_of(hidden).await.unwrap_err().code(), "NOT-FOUND");
    assert_eq!(low.subject(hidden).await.unwrap_err().code(), "NOT-FOUND");
    assert_eq!(noted(xa, "record.consulted").await, 0);
    // Said once, it is open for the day, to this officer alone; its keeper is not asked.
    records::consult(&xa.office, &other, say(id, "FU-2026-117"))
        .await
        .unwrap();
    assert_eq!(code(id).await, Ok(()));
    assert_eq!(noted(xa, "record.consulted").await, 1);
    assert_eq!(code(hidden).await, Err("REASON-WANTED".to_owned()));
    read(xa, xa.officer(Role::Analyst))
        .await
        .subject(id)
        .await
        .unwrap();
    town.pass(jiff::SignedDuration::from_hours(24));
    assert_eq!(code(id).await, Err("REASON-WANTED".to_owned()));
}

#[tokio::test]
async fn a_record_with_a_name_like_the_officers_is_always_looked_at_again() {
    let (_dir, town) = town(594).await;
    let xa = town.house("XA");
    let other = super::alone::as_if(xa.officer(Role::Approver), &[Role::Analyst], Class::Secret);
    let own = read(xa, &other)
        .await
        .officer_name(other.officer().unwrap())
        .await;
    let own = own.unwrap().unwrap();
    let family = own.split(' ').max_by_key(|word| word.len()).unwrap();
    let mut act = fighter::record(xa);
    let name = act
        .statements
        .iter_mut()
        .find(|said| said.says == Property::Name)
        .unwrap();
    name.value = format!("{} Zaferin", family.to_uppercase());
    let kin = records::open(&xa.office, xa.officer(Role::Analyst), act)
        .await
        .unwrap();
    super::why(xa, &other, kin).await.unwrap();
    let all = read(xa, xa.officer(Role::Approver))
        .await
        .supervised()
        .await
        .unwrap();
    let drawn = all.consulted.iter().find(|one| one.record == kin).unwrap();
    assert!(drawn.said.namesake && drawn.by == other.officer().unwrap());
    assert_eq!(drawn.said.reference, "FU-2026-117");
    // Of others one in so many is drawn: by its number and day, and not by who wants it.
    for _ in 0..60 {
        let id = super::opened(xa).await;
        super::why(xa, &other, id).await.unwrap();
    }
    let all = read(xa, xa.officer(Role::Approver))
        .await
        .supervised()
        .await
        .unwrap();
    let drawn = all
        .consulted
        .iter()
        .filter(|one| !one.said.namesake)
        .count();
    assert!((1..20).contains(&drawn), "{drawn}");
}

#[tokio::test]
async fn what_was_drawn_is_looked_at_once_by_who_had_no_hand_in_it() {
    let (_dir, town) = town(598).await;
    let xa = town.house("XA");
    let id = super::opened(xa).await;
    let release = super::proposed(xa, id, &["XB"]).await[0];
    let (analyst, approver) = (xa.officer(Role::Analyst), xa.officer(Role::Approver));
    records::approve(&xa.office, approver, super::decision(xa, release))
        .await
        .unwrap();
    let why = Consult {
        act: xa.office.new_act(),
        record: id,
        occasion: Occasion::Second,
        reference: "Release of today".to_owned(),
    };
    records::consult(&xa.office, approver, why).await.unwrap();
    let day = xa.office.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let opened = format!("consultation:{id}:{}:{day}", approver.officer().unwrap());
    let released = format!("release:{release}");
    let dressed = |role| super::alone::as_if(xa.officer(role), &[Role::Approver], Class::Secret);
    let (author, other) = (dressed(Role::Analyst), dressed(Role::Judge));
    let look = async |who: &Actor, drawn: &str, (finding, note): (Finding, &str)| {
        let act = LookAgain {
            act: xa.office.new_act(),
            drawn: drawn.to_owned(),
            finding,
            note: note.to_owned(),
        };
        let done = records::look_again(&xa.office, who, act).await;
        done.map_err(|error| error.code().to_owned())
    };
    let fine = (Finding::InOrder, "");
    let refused = [
        (&author, &released, fine, "FOUR-EYES"),
        (approver, &released, fine, "FOUR-EYES"),
        (approver, &opened, fine, "FOUR-EYES"),
        (analyst, &opened, fine, "NOT-ALLOWED"),
        (&other, &released, (Finding::Followed, " . "), "MISSING"),
        (&other, &format!("record:{id}"), fine, "NOT-FOUND"),
        (&other, &"release:none".to_owned(), fine, "NOT-FOUND"),
    ];
    for (who, drawn, what, why) in refused {
        let done = look(who, drawn, what).await;
        assert_eq!(done, Err(why.to_owned()), "{drawn}");
    }
    look(&other, &released, fine).await.unwrap();
    let followed = (Finding::Followed, "spoken to");
    look(&other, &opened, followed).await.unwrap();
    for drawn in [&released, &opened] {
        let again = look(&other, drawn, fine).await;
        assert_eq!(again, Err("STAGE".to_owned()), "{drawn}");
    }
    let release = super::seen(xa, id).await.releases.remove(0);
    let found = release.again.unwrap();
    assert_eq!(
        (found.by, found.finding),
        (other.officer().unwrap(), Finding::InOrder)
    );
    assert_eq!(noted(xa, "sample.looked").await, 2);
}
