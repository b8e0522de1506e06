//! Tests of applications and enquiries: tables of what each stage lets be done, clocks, and random lives.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;

use super::*;

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn at(day: Date) -> Timestamp {
    day.at(9, 30, 0, 0)
        .to_zoned(TimeZone::UTC)
        .unwrap()
        .timestamp()
}

fn mark(n: u8, day: Date) -> Mark {
    Mark {
        by: OfficerId::new(Timestamp::UNIX_EPOCH, [n; 10]),
        at: at(day),
    }
}

fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

fn id() -> ApplicationId {
    ApplicationId::new(Timestamp::UNIX_EPOCH, [1; 10])
}

const FIRST: Date = date(2026, 3, 2);

fn apply(scope: Scope) -> Apply {
    Apply {
        scope,
        person: Person {
            names: vec!["Okhuen Sera".to_owned()],
            born: "1991-04".to_owned(),
            nationality: Some(state("XB")),
        },
        wrong: "the date of birth".to_owned(),
        received: FIRST,
    }
}

fn proof() -> Proof {
    Proof {
        document: "passport".to_owned(),
        issuer: "Belmora".to_owned(),
        seen_by: "the consul in Quarrel".to_owned(),
        representative: None,
    }
}

fn received() -> Application {
    Application::enter(apply(Scope::Access), id(), mark(1, FIRST)).unwrap()
}

fn asked() -> Application {
    let proven = received().prove(proof(), mark(1, FIRST)).unwrap();
    ask(&proven, &["XB", "XC"]).unwrap()
}

fn ask(one: &Application, states: &[&str]) -> Result<Application, Refusal> {
    let states: BTreeSet<StateCode> = states.iter().map(|code| state(code)).collect();
    let done = one.ask((&state("XA"), &states), mark(1, FIRST));
    done.map(|(next, ..)| next)
}

fn disclosed() -> Answer {
    Answer::Disclosed {
        text: "Your name, and a passport reported lost.".to_owned(),
    }
}

fn told() -> Application {
    let mut one = asked();
    for from in ["XA", "XB", "XC"] {
        let heard = one.hear((&state(from), Answer::NeitherConfirmNorDeny), FIRST);
        one = heard.unwrap().unwrap();
    }
    one.tell(mark(1, FIRST)).unwrap()
}

fn enquiry() -> Enquiry {
    let (_, _, question) = received()
        .prove(proof(), mark(1, FIRST))
        .unwrap()
        .ask((&state("XA"), &BTreeSet::new()), mark(1, FIRST))
        .unwrap();
    Enquiry::arrive((id(), state("XA")), question, FIRST).unwrap()
}

fn decide(answer: Answer) -> Decide {
    Decide {
        answer,
        reason: "looked in the register".to_owned(),
    }
}

#[test]
fn each_stage_lets_be_done_what_is_its_own() {
    let complained = told().complain(("Board", "7/26"), mark(1, FIRST)).unwrap();
    let stages = [
        (received(), "prove dismiss"),
        (received().prove(proof(), mark(1, FIRST)).unwrap(), "ask"),
        (asked(), "ask"),
        (told(), "complain"),
        (complained.clone(), "conclude"),
        (complained.conclude("upheld", mark(1, FIRST)).unwrap(), ""),
        (
            received().dismiss("no document", mark(1, FIRST)).unwrap(),
            "complain",
        ),
    ];
    for (one, allowed) in stages {
        let tries = [
            ("prove", one.prove(proof(), mark(1, FIRST))),
            ("dismiss", one.dismiss("no document", mark(1, FIRST))),
            ("ask", ask(&one, &["XD"])),
            ("complain", one.complain(("Board", ""), mark(1, FIRST))),
            ("conclude", one.conclude("upheld", mark(1, FIRST))),
        ];
        for (verb, done) in tries {
            let may = allowed.split(' ').any(|word| word == verb);
            assert_eq!(done.is_ok(), may, "{} {verb}: {done:?}", one.stage);
            assert!(done.is_ok() || done.unwrap_err().code == "STAGE");
        }
    }
}

#[test]
fn what_is_entered_says_who_and_what() {
    let good = apply(Scope::Correct);
    let with = |change: fn(&mut Apply)| {
        let mut one = good.clone();
        change(&mut one);
        one
    };
    let table = [
        (good.clone(), None),
        (with(|one| one.person.names.clear()), Some("MISSING")),
        (
            with(|one| one.person.names = vec![" ".to_owned()]),
            Some("MISSING"),
        ),
        (
            with(|one| one.person.names = vec!["A".to_owned(); 21]),
            Some("TOO-MANY"),
        ),
        (
            with(|one| one.person.names = vec!["x".repeat(501)]),
            Some("TOO-LONG"),
        ),
        (
            with(|one| one.person.born = "in spring".to_owned()),
            Some("BIRTH-DATE"),
        ),
        (with(|one| one.person.born.clear()), None),
        (with(|one| one.wrong.clear()), Some("MISSING")),
        (
            with(|one| one.received = date(2026, 3, 3)),
            Some("DATE-FUTURE"),
        ),
    ];
    for (what, code) in table {
        let done = Application::enter(what.clone(), id(), mark(1, FIRST));
        assert_eq!(done.err().map(|e| e.code), code, "{what:?}");
    }
    let access = Apply {
        wrong: String::new(),
        ..apply(Scope::Access)
    };
    assert!(Application::enter(access, id(), mark(1, FIRST)).is_ok());
}

#[test]
fn a_proof_is_whole_and_a_representative_has_written_authority() {
    let with = |change: fn(&mut Proof)| {
        let mut one = proof();
        change(&mut one);
        received().prove(one, mark(1, FIRST)).err().map(|e| e.code)
    };
    assert_eq!(with(|_| ()), None);
    assert_eq!(with(|one| one.document.clear()), Some("MISSING"));
    assert_eq!(with(|one| one.issuer.clear()), Some("MISSING"));
    assert_eq!(with(|one| one.seen_by.clear()), Some("MISSING"));
    let speaks = |authority: &str| {
        let one = Proof {
            representative: Some(Representative {
                name: "Advocate Lumen".to_owned(),
                authority: authority.to_owned(),
            }),
            ..proof()
        };
        received().prove(one, mark(1, FIRST)).err().map(|e| e.code)
    };
    assert_eq!(speaks(""), Some("MISSING"));
    assert_eq!(speaks("signed on 1 March 2026"), None);
}

#[test]
fn clocks_run_from_the_day_identity_was_proven() {
    let proven = date(2026, 10, 31);
    let table = [
        (Scope::Access, date(2027, 2, 28)),
        (Scope::Correct, date(2027, 7, 31)),
        (Scope::Erase, date(2027, 7, 31)),
    ];
    for (scope, due) in table {
        let one = Application::enter(apply(scope), id(), mark(1, FIRST)).unwrap();
        assert_eq!(one.due(), None, "nothing is proven");
        let one = one.prove(proof(), mark(1, proven)).unwrap();
        assert_eq!(one.due(), Some(due), "{scope}");
        assert!(!one.is_overdue(due) && one.is_overdue(due.tomorrow().unwrap()));
    }
    assert!(!told().is_overdue(date(2030, 1, 1)));
}

#[test]
fn only_who_was_asked_answers_and_only_once() {
    let one = asked();
    let hear = |one: &Application, from: &str, answer| one.hear((&state(from), answer), FIRST);
    let code = |done: Result<Option<Application>, Refusal>| done.unwrap_err().code;
    assert_eq!(code(hear(&one, "XD", disclosed())), "ACCESS-NOT-ASKED");
    assert_eq!(
        code(hear(&received(), "XB", disclosed())),
        "ACCESS-NOT-ASKED"
    );
    let empty = Answer::Disclosed {
        text: " ".to_owned(),
    };
    assert_eq!(code(hear(&one, "XB", empty)), "MISSING");
    let next = hear(&one, "XB", disclosed()).unwrap().unwrap();
    assert_eq!(hear(&next, "XB", disclosed()), Ok(None), "the same again");
    let other = hear(&next, "XB", Answer::NeitherConfirmNorDeny);
    assert_eq!(code(other), "ACCESS-ANSWERED");
    assert_eq!(ask(&one, &["XB"]).unwrap_err().code, "ACCESS-ASKED");
}

#[test]
fn the_letter_waits_for_whoever_still_has_time_and_names_who_is_late() {
    let one = asked();
    let on = |day| mark(1, day);
    let due = date(2026, 5, 9);
    assert_eq!(one.tell(on(due)).unwrap_err().code, "ACCESS-WAITING");
    assert!(one.waiting(due).all(|(_, late)| !late));
    let after = due.tomorrow().unwrap();
    assert_eq!(one.waiting(after).filter(|(_, late)| *late).count(), 3);
    let told = one.tell(on(after)).unwrap();
    // What comes after the letter is kept all the same.
    let heard = told.hear((&state("XC"), disclosed()), after).unwrap();
    assert_eq!(heard.unwrap().stage, ApplicationStage::Told);
}

#[test]
fn what_is_over_goes_and_what_is_open_stays() {
    let table = [
        (received(), Some(date(2027, 3, 2))),
        (asked(), None),
        (told(), Some(date(2031, 3, 2))),
        (
            told().complain(("Board", ""), mark(1, FIRST)).unwrap(),
            None,
        ),
        (
            received().dismiss("nobody came", mark(1, FIRST)).unwrap(),
            Some(date(2031, 3, 2)),
        ),
    ];
    for (one, ends) in table {
        assert_eq!(one.ends(), ends, "{}", one.stage);
    }
    assert_eq!(enquiry().ends(), None);
}

#[test]
fn two_answers_that_disclose_nothing_are_the_same_bytes() {
    let say = |answer| serde_json::to_string(&Access::Answered { id: id(), answer }).unwrap();
    let nothing = enquiry()
        .decide(decide(Answer::NeitherConfirmNorDeny), mark(1, FIRST))
        .unwrap();
    let held = Decide {
        reason: "held, and a source would be known by it".to_owned(),
        ..decide(Answer::NeitherConfirmNorDeny)
    };
    let late = enquiry().decide(held, mark(2, date(2026, 4, 30))).unwrap();
    let day = enquiry().due();
    let (a, b) = (nothing.post(day).unwrap().1, late.post(day).unwrap().1);
    assert_eq!(say(a.clone()), say(b));
    assert_eq!(
        say(a),
        format!(
            r#"{{"about":"answered","id":"{}","answer":{{"answer":"neither"}}}}"#,
            id()
        )
    );
}

#[test]
fn a_disclosure_takes_two_and_leaves_at_once() {
    let one = enquiry()
        .decide(decide(disclosed()), mark(1, FIRST))
        .unwrap();
    assert_eq!(one.stage, EnquiryStage::Proposed);
    assert_eq!(one.post(date(2030, 1, 1)), None, "no machine lets it leave");
    assert_eq!(one.approve(mark(1, FIRST)).unwrap_err().code, "FOUR-EYES");
    assert_eq!(
        one.give_back("no", mark(1, FIRST)).unwrap_err().code,
        "FOUR-EYES"
    );
    let (left, answer) = one.approve(mark(2, FIRST)).unwrap();
    assert_eq!((answer, left.leaves), (disclosed(), Some(FIRST)));
    let back = one.give_back("names a source", mark(2, FIRST)).unwrap();
    assert_eq!(back.stage, EnquiryStage::Waiting);
    assert_eq!(back.approve(mark(2, FIRST)).unwrap_err().code, "STAGE");
    let again = left.decide(decide(disclosed()), mark(1, FIRST));
    assert_eq!(again.unwrap_err().code, "STAGE");
}

#[test]
fn what_discloses_nothing_leaves_on_fixed_days_alone() {
    let due = date(2026, 5, 2);
    let table = [
        (FIRST, due),
        (date(2026, 5, 1), due),
        (due, date(2026, 5, 9)),
        (date(2026, 5, 8), date(2026, 5, 9)),
        (date(2026, 5, 9), date(2026, 5, 16)),
        (date(2026, 6, 1), date(2026, 6, 6)),
    ];
    for (decided, leaves) in table {
        let what = decide(Answer::NeitherConfirmNorDeny);
        let one = enquiry().decide(what, mark(1, decided)).unwrap();
        assert_eq!(one.leaves, Some(leaves), "{decided}");
        assert_eq!(one.post(leaves.yesterday().unwrap()), None);
        let (left, _) = one.post(leaves).unwrap();
        assert_eq!(left.stage, EnquiryStage::Answered);
        assert_eq!(left.post(leaves), None, "once");
        assert_eq!(left.ends(), Some(leaves.saturating_add(5.years())));
    }
    assert!(!enquiry().is_overdue(date(2026, 5, 1)));
    assert!(enquiry().is_overdue(due));
    let proposed = enquiry().decide(decide(disclosed()), mark(1, FIRST));
    assert!(proposed.unwrap().is_overdue(due));
}

/// One step that somebody tries, on a day.
#[derive(Debug, Clone)]
enum Try {
    Prove,
    Dismiss,
    Ask(u8),
    Hear(u8, bool),
    Tell,
    Complain,
    Conclude,
}

fn tries() -> impl Strategy<Value = Vec<(Try, i64)>> {
    let one = prop_oneof![
        Just(Try::Prove),
        Just(Try::Dismiss),
        (0..4_u8).prop_map(Try::Ask),
        (0..4_u8, any::<bool>()).prop_map(|(n, yes)| Try::Hear(n, yes)),
        Just(Try::Tell),
        Just(Try::Complain),
        Just(Try::Conclude),
    ];
    proptest::collection::vec((one, 0..40_i64), 0..40)
}

fn attempt(one: &Application, what: &Try, day: Date) -> Result<Application, Refusal> {
    let by = mark(1, day);
    let code = |n: &u8| ["XA", "XB", "XC", "XD"][usize::from(*n)];
    match what {
        Try::Prove => one.prove(proof(), by),
        Try::Dismiss => one.dismiss("no document", by),
        Try::Ask(n) => {
            let states = [state(code(n))].into();
            one.ask((&state("XA"), &states), by).map(|(next, ..)| next)
        }
        Try::Hear(n, yes) => {
            let answer = match yes {
                true => disclosed(),
                false => Answer::NeitherConfirmNorDeny,
            };
            let heard = one.hear((&state(code(n)), answer), day)?;
            Ok(heard.unwrap_or_else(|| one.clone()))
        }
        Try::Tell => one.tell(by),
        Try::Complain => one.complain(("Board", "1"), by),
        Try::Conclude => one.conclude("upheld", by),
    }
}

proptest! {
    #[test]
    fn random_lives_keep_the_rules(tries in tries()) {
        let (mut one, mut day) = (received(), FIRST);
        for (what, pause) in tries {
            day = day.checked_add(DAY * i32::try_from(pause).unwrap()).unwrap();
            let before = one.clone();
            if let Ok(next) = attempt(&one, &what, day) {
                one = next;
            }
            prop_assert!(one.version >= before.version && (one.version > before.version || one == before));
            prop_assert!(one.asked.is_empty() || one.proof.is_some(), "nothing leaves before proof");
            prop_assert!(one.told.is_none() || one.asked.values().all(|a| a.reply.is_some() || one.told.unwrap().day() > a.due()));
            for (who, asked) in &before.asked {
                let now = &one.asked[who];
                prop_assert_eq!(asked.on, now.on);
                prop_assert!(asked.reply.is_none() || asked.reply == now.reply, "what was said stays said");
            }
            let text = serde_json::to_string(&one).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Application>(&text).unwrap(), &one);
        }
    }

    #[test]
    fn the_day_of_an_answer_that_discloses_nothing_tells_nothing(arrived in 0..4000_i32, after in 0..400_i32) {
        let came = FIRST.checked_add(DAY * arrived).unwrap();
        let one = Enquiry::arrive((id(), state("XA")), enquiry().question, came).unwrap();
        let decided = came.checked_add(DAY * after).unwrap();
        let leaves = one.fixed_day(decided);
        let beyond = leaves.duration_since(one.due()).as_hours() / 24;
        prop_assert!(beyond >= 0 && beyond % 7 == 0, "a day that was fixed when it came");
        prop_assert!(leaves > decided && (beyond == 0 || beyond - 7 <= decided.duration_since(one.due()).as_hours() / 24));
    }
}
