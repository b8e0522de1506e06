//! What programs ask: it stands on the log with its proof, and what a person decided about a hit holds for them too.

use jiff::SignedDuration;
use model::screening::{Channel, Verdict};
use model::{Purpose, Role, limits};
use office::Office;
use office::screening::ask::found::TextQuery;
use office::screening::ask::{
    Answered, Caller, Hits, Matching, Page, Question, Receipt, Sought, ask,
};
use office::screening::keys::KeyMark;
use office::screening::log::{self, Content, LogRow, LogWanted};
use office::screening::reviews::{self, Review};
use office::screening::subject::Subject;
use sim::House;

use crate::desk::town;
use crate::screening_log::{LIST, LISTED, import, question};
use crate::screening_review::{decide, hits, of_first};

pub(crate) fn caller(house: &House) -> Caller {
    Caller {
        actor: house.officer(Role::CaseOfficer).clone(),
        purpose: Purpose::Immigration,
        key: Some(KeyMark {
            id: "key-of-the-visa-office".to_owned(),
            purpose: Purpose::Immigration,
        }),
    }
}

/// Queries by name, each under its reference.
pub(crate) fn matching(all: &[(&str, Option<&str>)]) -> Question {
    let sought = |(name, reference): &(&str, Option<&str>)| Sought {
        query: question(name),
        reference: reference.map(str::to_owned),
    };
    Question::Match(Box::new(Matching {
        queries: all.iter().map(sought).collect(),
        limit: 20,
        told: 5,
        cutoff: 0.5,
        threshold: 0.7,
        ..Matching::default()
    }))
}

async fn asked(house: &House, all: &[(&str, Option<&str>)]) -> Answered {
    let answered = ask(&house.office, &caller(house), "default", matching(all)).await;
    answered.unwrap()
}

/// The answer to one query.
pub(crate) async fn one(house: &House, name: &str, reference: Option<&str>) -> (Hits, Receipt) {
    let answered = asked(house, &[(name, reference)]).await;
    let (hits, receipt) = answered.each().next().unwrap();
    (hits.clone(), receipt.clone())
}

/// The question by name as it is proved: with what the receipt says of how it was asked.
fn proved(name: &str, receipt: &Receipt) -> office::screening::Question {
    let mut whole = question(name);
    whole.properties.extend(receipt.with.clone());
    whole
}

async fn rows(office: &Office, house: &House) -> Vec<LogRow> {
    log::round(office).await.unwrap();
    let wanted = LogWanted {
        channel: Some(Channel::Program),
        ..LogWanted::default()
    };
    let page = log::lines(office, house.officer(Role::Auditor), &wanted).await;
    page.unwrap().lines.into_iter().map(|l| l.row).collect()
}

#[tokio::test]
async fn a_programs_questions_stand_on_the_log_and_can_be_proved() {
    let (_dir, town) = town(96).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let names = [(LISTED, Some("visa/1")), ("Nobody At All", None)];
    let answered = asked(house, &names).await;
    let told: Vec<_> = answered.each().collect();
    assert_eq!(told.len(), 2);
    assert!(told[1].0.hits.is_empty() && !told[0].0.hits.is_empty());
    let rows = rows(office, house).await;
    assert_eq!(rows.len(), 2);
    for ((name, _), (hits, receipt)) in names.iter().zip(&told) {
        let row = rows.iter().find(|row| row.id == receipt.query).unwrap();
        assert_eq!(row.purpose, "immigration");
        assert_eq!(row.program.as_deref(), Some("key-of-the-visa-office"));
        assert_eq!(row.dataset.as_deref(), Some("default"));
        assert_eq!(row.lists[0].1, answered.lists[0].version);
        assert_eq!(row.answer.len(), hits.hits.len().min(5));
        let claim = Content {
            question: proved(name, receipt),
            salt: receipt.salt.clone(),
        };
        let stranger = house.officer(Role::Judge);
        let proof = log::prove(office, stranger, (receipt.query, Some(claim))).await;
        let proof = proof.unwrap();
        assert!(proof.holds(&office.log_key()) && proof.asked == Some(true));
    }
    let content = |receipt: &Receipt| {
        let (reader, id) = (house.officer(Role::CaseOfficer), receipt.query);
        async move { log::content(office, reader, id).await }
    };
    let kept = content(told[0].1).await.unwrap().question;
    assert_eq!(kept, proved(LISTED, told[0].1));
    let nothing = content(told[1].1).await.unwrap_err();
    assert_eq!(nothing.code(), "NOT-FOUND", "what hit nothing is not kept");
}

#[tokio::test]
async fn what_only_falls_near_is_answered_and_not_kept() {
    let (_dir, town) = town(97).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    // What is kept is the node's to say: a caller that calls little a match changes nothing.
    let mut question = matching(&[("Tariq Nowak", None)]);
    if let Question::Match(matching) = &mut question {
        (matching.cutoff, matching.threshold) = (0.02, 0.02);
    }
    let answered = ask(office, &caller(house), "default", question).await;
    let answered = answered.unwrap();
    let (found, receipt) = answered.each().next().unwrap();
    assert!(!found.hits.is_empty());
    let rows = rows(office, house).await;
    assert!(!rows[0].answer.is_empty(), "it is said what was answered");
    let reader = house.officer(Role::CaseOfficer);
    let kept = log::content(office, reader, receipt.query).await;
    assert_eq!(kept.unwrap_err().code(), "NOT-FOUND");
    assert!(hits(house, false).await.is_empty(), "nobody has to decide");
}

#[tokio::test]
async fn what_is_looked_up_is_on_the_log_also_where_nothing_is_there() {
    let (_dir, town) = town(98).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let ask = async |question| ask(office, &caller(house), "default", question).await;
    let there = Question::Records(vec!["un-9900001".to_owned()]);
    assert_eq!(ask(there).await.unwrap().receipts.len(), 1);
    let gone = ask(Question::Nested("nobody".to_owned())).await;
    assert_eq!(gone.unwrap_err().code(), "NOT-FOUND");
    let mut answers: Vec<_> = rows(office, house).await;
    answers.sort_by_key(|row| row.answer.len());
    assert_eq!(answers.len(), 2);
    assert!(answers[0].answer.is_empty());
    assert_eq!(answers[1].answer, [("un-9900001".to_owned(), 0)]);
}

#[tokio::test]
async fn a_decision_about_a_programs_hit_holds_for_that_reference_and_question() {
    let (_dir, town) = town(99).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let reference = Some("1");
    let first = one(house, LISTED, reference).await.0.hits.len();
    log::round(office).await.unwrap();
    let waiting = hits(house, false).await;
    decide(house, (of_first(&waiting), Verdict::NotThis))
        .await
        .unwrap();
    let (again, _) = one(house, LISTED, reference).await;
    assert_eq!((again.hits.len(), again.left_out.len()), (first - 1, 1));
    assert_eq!(again.left_out[0].entity, "un-9900001");
    // A place in a call is no person: neither another name under it nor the same name under another.
    for (name, reference) in [
        ("Tariq Qarmadi", reference),
        (LISTED, Some("2")),
        (LISTED, None),
    ] {
        let (other, _) = one(house, name, reference).await;
        assert!(other.left_out.is_empty(), "{name} {reference:?}");
    }
    let left_out: Vec<u64> = rows(office, house)
        .await
        .iter()
        .map(|r| r.left_out)
        .collect();
    assert_eq!(left_out.iter().sum::<u64>(), 1, "{left_out:?}");
}

#[tokio::test]
async fn a_review_by_reference_holds_for_a_program_that_names_it() {
    let (_dir, town) = town(100).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let act = Review {
        act: office.new_act(),
        subject: Subject::named(office, "register/4711").unwrap(),
        entity: "un-9900001".to_owned(),
        verdict: Verdict::NotThis,
        reason: "the register has a photograph".to_owned(),
        until: office.now() + SignedDuration::from_hours(24 * limits::REVIEW_DAYS_MAX),
    };
    let officer = house.officer(Role::CaseOfficer);
    reviews::review(office, officer, act).await.unwrap();
    for (reference, expect) in [
        (Some(" register/4711"), 1),
        (Some("register/4712"), 0),
        (None, 0),
    ] {
        let (answer, _) = one(house, LISTED, reference).await;
        assert_eq!(answer.left_out.len(), expect, "{reference:?}");
    }
}

/// A query by name with the usual numbers, changed so.
fn named(change: fn(&mut Matching)) -> Question {
    let mut question = matching(&[(LISTED, None)]);
    if let Question::Match(matching) = &mut question {
        (matching.cutoff, matching.told) = (0.7, 5);
        change(matching);
    }
    question
}

/// A search with the usual numbers, changed so.
fn text(change: fn(&mut TextQuery)) -> Question {
    let mut query = TextQuery {
        text: "qarmadi".to_owned(),
        schema: "Thing".to_owned(),
        limit: 10,
        ..TextQuery::default()
    };
    change(&mut query);
    Question::Search(Box::new(query))
}

/// Ways to compare, each with the part that is bound.
fn ways_to_compare() -> Vec<(&'static str, Question)> {
    let all: [(_, fn(&mut Matching)); 9] = [
        ("?include_dataset", |m| m.among.include = vec!["un".into()]),
        ("?exclude_dataset", |m| m.among.exclude = vec!["eu".into()]),
        ("?exclude_schema", |m| {
            m.among.not_schemas = vec!["Vessel".into()]
        }),
        ("?topics", |m| m.among.topics = vec!["sanction".into()]),
        ("?changed_since", |m| {
            m.among.changed_since = Some("2026-01-01".into())
        }),
        ("?exclude_entity_ids", |m| {
            m.among.not_ids = vec!["un-1".into()]
        }),
        ("?limit", |m| m.told = 1),
        ("?cutoff", |m| m.cutoff = 0.99),
        ("?threshold", |m| m.threshold = 0.8),
    ];
    all.map(|(name, change)| (name, named(change))).into()
}

/// Ways to look up, each with the part that is bound.
fn ways_to_look_up() -> Vec<(&'static str, Question)> {
    let page = Page {
        offset: 2,
        limit: 10,
    };
    let all: [(_, fn(&mut TextQuery)); 11] = [
        ("?dataset", |q| q.datasets = ["un".into()].into()),
        ("?exclude_schema", |q| {
            q.not_schemas = ["Vessel".into()].into()
        }),
        ("?changed_since", |q| {
            q.changed_since = Some("2026-01-01".into())
        }),
        ("?filter", |q| {
            q.filters = vec![("countries".into(), "xa".into())]
        }),
        ("?filter_op", |q| q.every = true),
        ("?sort", |q| q.sort = vec![("first_seen".into(), true)]),
        ("?facets", |q| q.facets = vec!["topics".into()]),
        ("?simple", |q| q.simple = true),
        ("?fuzzy", |q| q.fuzzy = true),
        ("?limit", |q| q.limit = 3),
        ("?offset", |q| q.offset = 1),
    ];
    let mut ways = all.map(|(name, change)| (name, text(change))).to_vec();
    ways.push(("?offset", Question::Adjacent("un-9900001".into(), page)));
    ways
}

/// What is committed to of a way, without how it was asked.
fn plain(way: &Question) -> office::screening::Question {
    let looked_up = |schema: &str, property: &str, value: &str| {
        office::screening::Question {
            schema: schema.to_owned(),
            ..office::screening::Question::default()
        }
        .with(property, value)
    };
    match way {
        Question::Search(_) => looked_up("Thing", "q", "qarmadi"),
        Question::Adjacent(..) => looked_up("", "id", "un-9900001"),
        _ => question(LISTED),
    }
}

#[tokio::test]
async fn the_commitment_binds_how_it_was_asked() {
    let (_dir, town) = town(101).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let mut told = Vec::new();
    for (name, way) in ways_to_compare().into_iter().chain(ways_to_look_up()) {
        let asked = plain(&way);
        let answered = ask(office, &caller(house), "default", way).await.unwrap();
        let receipt = answered.receipts[0].clone();
        assert_eq!(receipt.with.keys().collect::<Vec<_>>(), [name]);
        told.push((asked, receipt));
    }
    log::round(office).await.unwrap();
    let stranger = house.officer(Role::Judge);
    for (asked, receipt) in told {
        let claim = |question| {
            let salt = receipt.salt.clone();
            (receipt.query, Some(Content { question, salt }))
        };
        let mut whole = asked.clone();
        whole.properties.extend(receipt.with.clone());
        let proof = log::prove(office, stranger, claim(whole)).await.unwrap();
        assert_eq!(proof.asked, Some(true), "{receipt:?}");
        let less = log::prove(office, stranger, claim(asked)).await;
        assert_eq!(less.unwrap_err().code(), "NOT-ALLOWED", "{receipt:?}");
    }
    // A long part is bound by its digest: no call is refused for it.
    let mut long = matching(&[("Nobody", None)]);
    if let Question::Match(matching) = &mut long {
        matching.among.not_ids = (0..10_000).map(|n| format!("entity-{n}")).collect();
    }
    let answered = ask(office, &caller(house), "default", long).await.unwrap();
    let ids = &answered.receipts[0].with["?exclude_entity_ids"];
    assert!(ids.len() == 1 && ids[0].starts_with("sha256:"), "{ids:?}");
}
