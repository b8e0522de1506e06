//! The desk over all its requests: the search finds what may be seen and tells nothing else, the day counts what stands in its lanes,
//! the statistics open what they count, and what finds a request is made anew where it is missing.

use model::label::{Class, Label};
use model::request::Urgency;
use model::statistics::{By, Count, Cut};
use model::{Actor, Purpose, Role, Side};
use office::reader::Shared;
use office::{Office, Reader};
use serde_json::{Value, json};

use crate::desk::{approved_and_sent, content, draft, handed_in, hire, sent, town};
use crate::first_request::{answer_and_execute, see, send};
use crate::screening_watch::{damaged, forged};

async fn reader(office: &Office, actor: &Actor) -> Reader {
    office.read(actor, Purpose::Mla).await.unwrap()
}

/// How many requests these words find, and where the first was found.
async fn found(reader: &Reader, text: &str) -> (u64, Vec<&'static str>) {
    let page = reader.search(text, 0).await.unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    let first = page.rows.first().map(|row| row.places.clone());
    let places = first.unwrap_or_default();
    (page.total, places.iter().map(|(p, _)| p.code()).collect())
}

/// The example with this title and this person as its first.
fn about(title: &str, family: &str, given: &str) -> Value {
    let mut content = content();
    content["title"] = json!(title);
    content["persons"][0]["family_name"] = json!(family);
    content["persons"][0]["given_names"] = json!(given);
    content
}

#[tokio::test]
async fn what_may_be_seen_is_found_and_nothing_else() {
    let (_dir, town) = town(41).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let id = sent(
        xa,
        about("Ledger of the Ostrava quay", "Quillfeather", "Muhammad"),
    )
    .await;
    town.settle(600).await.unwrap();
    let request = see(xb, Role::CaseOfficer, id).await;
    for house in [xa, xb] {
        let reader = reader(&house.office, house.officer(Role::CaseOfficer)).await;
        let cases: [(&str, u64, Option<&str>); 10] = [
            (&request.number, 1, Some("number")),
            ("ostrava QUAY", 1, Some("title")),
            ("ostr", 1, Some("title")),
            ("quillfeather", 1, Some("name")),
            // A beginning; the same name in another script.
            ("quillf", 1, Some("name")),
            ("محمد", 1, None),
            ("quillfeather nobody", 0, None),
            ("trava", 0, None),
            ("—", 0, None),
            ("", 0, None),
        ];
        for (text, n, place) in cases {
            let (count, places) = found(&reader, text).await;
            assert_eq!(count, n, "{text} at {}", house.office.state());
            if let Some(place) = place {
                assert!(places.contains(&place), "{text}: {places:?}");
            }
        }
        // Both States' requests are found by the States' names.
        let other = if house.office.state().as_str() == "XA" {
            "XB"
        } else {
            "XA"
        };
        assert_eq!(found(&reader, other).await.0, 1);
        // Another authority's officer sees neither rows nor a number of them.
        let stranger = hire(house, "stranger", "fiu", &[Role::CaseOfficer]).await;
        let theirs = office_reader(&house.office, &stranger).await;
        for text in ["quillfeather", &request.number, other] {
            assert_eq!(found(&theirs, text).await.0, 0, "{text}");
        }
        assert_eq!(theirs.counts().await.unwrap().open, 0);
        assert_eq!(
            theirs.statistics(&Cut::default()).await.unwrap().received,
            Count::Number(0)
        );
    }
    // Who may read no request may search none.
    let border = reader(&xa.office, xa.officer(Role::BorderOfficer)).await;
    assert!(border.search("quillfeather", 0).await.is_err());
    assert!(border.day().await.is_err());
    assert!(border.statistics(&Cut::default()).await.is_err());
}

async fn office_reader(office: &Office, actor: &Actor) -> Reader {
    reader(office, actor).await
}

#[tokio::test]
async fn what_is_written_since_is_found_too() {
    let (_dir, town) = town(42).await;
    let id = send(&town).await;
    town.settle(600).await.unwrap();
    answer_and_execute(&town, id).await;
    town.settle(600).await.unwrap();
    for code in ["XA", "XB"] {
        let house = town.house(code);
        let reader = reader(&house.office, house.officer(Role::CaseOfficer)).await;
        // A question, an answer, and the other side's reference.
        for text in ["which branch", "harbour", "B-2026-17"] {
            assert_eq!(found(&reader, text).await.0, 1, "{text} at {code}");
        }
        let cut = |by: By, value: &str| Cut {
            value: Some((by, value.to_owned())),
            ..Cut::default()
        };
        let opened = |cut: Cut| {
            let reader = reader.clone();
            async move { reader.behind(&cut, 0).await.unwrap() }
        };
        let incomplete = opened(cut(By::Arrival, "incomplete")).await;
        assert_eq!(incomplete.total, 1);
        assert_eq!(incomplete.rows.first().unwrap().request.id, id);
        assert_eq!(opened(cut(By::Arrival, "complete")).await.total, 0);
        assert_eq!(opened(cut(By::Outcome, "executed")).await.total, 1);
        let report = reader.statistics(&Cut::default()).await.unwrap();
        let side = if code == "XA" {
            Side::Outgoing
        } else {
            Side::Incoming
        };
        for took in report.took.iter().filter(|took| took.side == side) {
            let of_a_track = ["arrested", "surrendered", "preserved", "frozen"];
            let done = took.span.code() != "closed" && !of_a_track.contains(&took.span.code());
            assert_eq!(took.n == Count::Number(1), done, "{took:?}");
        }
    }
}

#[tokio::test]
async fn the_day_counts_what_stands_in_its_lanes() {
    let (_dir, town) = town(43).await;
    let xa = town.house("XA");
    for (n, urgency) in [
        Urgency::Normal,
        Urgency::Urgent,
        Urgency::Emergency,
        Urgency::Normal,
    ]
    .into_iter()
    .enumerate()
    {
        let wanted = office::requests::Draft {
            urgency,
            ..draft(&xa.office, about(&format!("Draft {n}"), "Amberley", "Ines"))
        };
        office::requests::draft(&xa.office, xa.officer(Role::CaseOfficer), wanted)
            .await
            .unwrap();
    }
    let id = handed_in(
        xa,
        about("Sent", "Amberley", "Ines"),
        model::Standing::Complete,
    )
    .await
    .unwrap();
    approved_and_sent(xa, id).await;
    town.settle(600).await.unwrap();
    let day = reader(&xa.office, xa.officer(Role::CaseOfficer))
        .await
        .day()
        .await
        .unwrap();
    let lanes: Vec<(Urgency, u64, usize)> = day
        .lanes
        .iter()
        .map(|lane| (lane.urgency, lane.total, lane.lines.len()))
        .collect();
    assert_eq!(
        lanes,
        [
            (Urgency::Emergency, 1, 1),
            (Urgency::Urgent, 1, 1),
            (Urgency::Normal, 3, 3)
        ]
    );
    let counts = day.counts;
    assert_eq!((counts.open, counts.us, counts.them), (5, 4, 1));
    assert_eq!((counts.new, counts.overdue), (0, 0));
    // Theirs: it came in since their desk last went home.
    let xb = town.house("XB");
    let day = reader(&xb.office, xb.officer(Role::DutyOfficer))
        .await
        .day()
        .await
        .unwrap();
    assert_eq!((day.counts.new, day.handed.arrived.0), (1, 1));
    assert_eq!(day.handed.ran_out.0, 0);
    // A month later its clocks have run out: the day says so, and a list handed over holds only what ran out since.
    town.pass(jiff::SignedDuration::from_hours(24 * 40));
    let day = reader(&xb.office, xb.officer(Role::CaseOfficer))
        .await
        .day()
        .await
        .unwrap();
    assert_eq!((day.counts.overdue, day.handed.arrived.0), (1, 0));
}

#[tokio::test]
async fn who_names_the_same_person_is_told_beside() {
    let (_dir, town) = town(44).await;
    let xa = town.house("XA");
    // Title, family name, given names, born.
    let drafts = [
        ("One", "Quillfeather", "Muhammad", "1989-07-23"),
        ("Same", "Quillfeather", "محمد", "1989-07-23"),
        ("Not said", "QUILLFEATHER", "Mohamed", ""),
        ("Other", "Thistlewood", "Muhammad", "1989-07-23"),
        ("Older", "Quillfeather", "Muhammad", "1951-01-01"),
    ];
    let mut ids = Vec::new();
    for (title, family, given, born) in drafts {
        let mut content = about(title, family, given);
        let mut person = content["persons"][0].clone();
        person["born_on"] = json!(born);
        person["documents"] = json!("none");
        content["persons"] = json!([person]);
        content["measures"] = json!([]);
        let wanted = draft(&xa.office, content);
        let officer = xa.officer(Role::CaseOfficer);
        ids.push(
            office::requests::draft(&xa.office, officer, wanted)
                .await
                .unwrap(),
        );
    }
    let reader = reader(&xa.office, xa.officer(Role::CaseOfficer)).await;
    let (_, related) = reader.related(ids[0]).await.unwrap();
    let mut found: Vec<_> = related
        .iter()
        .map(|r| {
            (
                ids.iter().position(|id| *id == r.line.request.id).unwrap(),
                r.shared.clone(),
            )
        })
        .collect();
    found.sort_unstable_by_key(|(n, _)| *n);
    let person = |same| Shared::Person(0, 0, same);
    assert_eq!(found, [(1, person(Some(true))), (2, person(None))]);
}

#[tokio::test]
async fn who_names_the_same_account_or_passport_is_told_beside() {
    let (_dir, town) = town(46).await;
    let xa = town.house("XA");
    let about = |title: &str, family: &str, (account, documents): (&str, &str)| {
        let mut content = about(title, family, "Ines");
        content["measures"] = json!([{"kind": "banking_records", "account": account}]);
        let mut person = content["persons"][0].clone();
        person["documents"] = json!(documents);
        content["persons"] = json!([person]);
        content
    };
    let (none, account) = ("Of 2029-02-28", "Account 4410-7782-09 at Coral Bank");
    let drafts = [
        about(
            "One",
            "Quillfeather",
            (account, "Passport XA0451177, until 2029-02-28"),
        ),
        about(
            "The same account",
            "Thistlewood",
            ("No. 4410.7782.09", none),
        ),
        about("The same passport", "Marrowby", ("none", "XA-0451177")),
        about(
            "Another account, the same day",
            "Ashgrove",
            ("4410-7782-10", none),
        ),
        about("A part of it", "Fernsby", ("7782-09", none)),
    ];
    let mut ids = Vec::new();
    for content in drafts {
        let wanted = draft(&xa.office, content);
        let officer = xa.officer(Role::CaseOfficer);
        let id = office::requests::draft(&xa.office, officer, wanted).await;
        ids.push(id.unwrap());
    }
    let reader = reader(&xa.office, xa.officer(Role::CaseOfficer)).await;
    let (_, related) = reader.related(ids[0]).await.unwrap();
    let mut found: Vec<usize> = Vec::new();
    for one in &related {
        let Shared::Thing(here, _) = &one.shared else {
            panic!("{:?}", one.shared);
        };
        assert!(here == account || here.starts_with("Passport"), "{here}");
        found.extend(ids.iter().position(|id| *id == one.line.request.id));
    }
    found.sort_unstable();
    assert_eq!(found, [1, 2]);
}

#[tokio::test]
async fn an_unreadable_request_hides_no_other_and_is_told() {
    let (dir, mut town) = town(45).await;
    let house = town.house("XA");
    let id = sent(house, about("Ledger of the quay", "Quillfeather", "Ines")).await;
    let folder = dir.path().join("XA-spoilt");
    crate::people_and_checks::copy(house.dir(), &folder);
    let (state, now) = (house.office.state().clone(), house.office.now());
    let own = Label::own(&state, Class::Restricted);
    let spoilt = "request:00000000-0000-7000-8000-00000000000";
    for key in [7, 9] {
        let make = |_: &Label| {
            let mut one = damaged(&format!("{spoilt}{key}"), ("request", "draft"), (&own, now));
            one.head.side = Some("outgoing".to_owned());
            one.head.authority = Some("ca".to_owned());
            vec![one]
        };
        forged((house, &folder), key, make).await;
    }
    town.pass(jiff::SignedDuration::from_hours(1));
    town.reopen("XA", &folder).await.unwrap();
    let house = town.house("XA");
    // What finds the requests is made anew, also behind those that cannot be read, and comes to an end.
    while office::search::catch_up(&house.office).await.unwrap() > 0 {}
    let reader = reader(&house.office, house.officer(Role::CaseOfficer)).await;
    assert_eq!(found(&reader, "quillfeather").await.0, 1);
    let all = reader.worklist(&Default::default()).await.unwrap();
    let rows: Vec<_> = all.rows.iter().map(|row| row.request.id).collect();
    assert_eq!((rows, all.total), (vec![id], 3));
    assert_eq!(all.unread.len(), 2);
    assert!(all.unread.iter().all(|id| id.starts_with(spoilt)));
}

#[tokio::test]
async fn whoever_is_asked_for_twice_is_told_however_many_requests_stand_between() {
    let (_dir, town) = town(46).await;
    let xa = town.house("XA");
    let officer = xa.officer(Role::CaseOfficer);
    let begin = async |title: &str, family: &str| {
        let wanted = draft(&xa.office, about(title, family, "Ines"));
        office::requests::draft(&xa.office, officer, wanted)
            .await
            .unwrap()
    };
    begin("First", "Quillfeather").await;
    for n in 0..model::limits::PAGE_ROWS_MAX {
        begin("Between", &format!("Amberley{n}")).await;
    }
    let last = begin("Last", "QUILLFEATHER").await;
    let other = begin("Other", "Thistlewood").await;
    for (id, told) in [(last, 1), (other, 0)] {
        let found = office::requests::check(&xa.office, officer, id)
            .await
            .unwrap()
            .findings;
        let twice = found.iter().filter(|f| f.code == "GEN-07").count();
        assert_eq!(twice, told);
    }
}
