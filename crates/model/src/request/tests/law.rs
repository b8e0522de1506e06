//! What the law of two States says to a request: read from profiles, never from what the requesting State says of itself,
//! and never better for something said later.

use super::locks::case;
use super::*;
use crate::Kind;
use crate::basis::{Catalogue, Tri};
use crate::state::{DeathPenalty, LifeWithoutParole, StateProfile};

fn profiles() -> (StateProfile, StateProfile) {
    let directory = crate::state::demo(date(2026, 3, 3)).unwrap();
    let profile = |code: &str| directory.state(&state(code)).unwrap().clone();
    (profile("XA"), profile("XB"))
}

fn law(request: &Request, (from, to): (&StateProfile, &StateProfile)) -> Law {
    let catalogue = Catalogue::universal();
    Law::of(request, (Some(from), to), &catalogue, date(2026, 3, 3))
}

fn offence(offence: Value) -> Request {
    case(Kind::Extradition, json!({ "offences": [offence] }))
}

#[test]
fn what_the_requesting_state_says_of_its_law_excludes_nothing() {
    let (here, mut there) = profiles();
    there.death_penalty_offences.clear();
    there.life_without_parole = LifeWithoutParole::Allowed;
    let table = [
        (DeathPenalty::Retained, "no", Tri::Unknown),
        (DeathPenalty::Retained, "yes", Tri::Yes),
        (DeathPenalty::AbolishedInPractice, "no", Tri::Unknown),
        (DeathPenalty::AbolishedInPractice, "yes", Tri::Yes),
        (DeathPenalty::Unknown, "no", Tri::Unknown),
        (DeathPenalty::Unknown, "yes", Tri::Yes),
        (DeathPenalty::AbolishedOrdinaryCrimes, "no", Tri::No),
        (DeathPenalty::AbolishedOrdinaryCrimes, "yes", Tri::Yes),
        (DeathPenalty::AbolishedAllCrimes, "yes", Tri::No),
    ];
    for (penalty, said, expected) in table {
        there.death_penalty = penalty;
        let request =
            offence(json!({"category": "fraud", "death_penalty": said, "life_sentence": said}));
        let law = law(&request, (&there, &here));
        assert_eq!(law.capital, expected, "{penalty:?} {said}");
        let life = if said == "yes" {
            Tri::Yes
        } else {
            Tri::Unknown
        };
        assert_eq!(law.life, life, "{said}");
    }
}

#[test]
fn what_is_written_later_opens_nothing() {
    let (here, mut there) = profiles();
    there.life_without_parole = LifeWithoutParole::Allowed;
    let first = json!({"category": "terrorist_bombing", "deaths": 6, "life_sentence": "yes"});
    let changes = [
        ("/offences/0/deaths", json!(0)),
        ("/offences/0/category", json!("fraud")),
        ("/offences/0/death_penalty", json!("no")),
        ("/offences/0/life_sentence", json!("no")),
        ("/offences/0/penalty_max_months", json!(12)),
    ];
    let mut request = offence(first);
    let before = law(&request, (&there, &here));
    assert_eq!((before.capital, before.life), (Tri::Yes, Tri::Yes));
    for (pointer, value) in changes {
        request.supplements.push(Supplement {
            at: start(),
            changes: vec![Change {
                pointer: pointer.to_owned(),
                value,
            }],
            note: None,
        });
        let after = law(&request, (&there, &here));
        assert_eq!(
            (after.capital, after.life),
            (Tri::Yes, Tri::Yes),
            "{pointer}"
        );
    }
    // What is worse is heard at any time, and what was said in between counts too.
    let mut request = offence(json!({"category": "fraud", "penalty_max_months": 60}));
    assert_eq!(law(&request, (&there, &here)).life, Tri::No);
    for (said, expected) in [("yes", Tri::Yes), ("no", Tri::Yes)] {
        request.supplements.push(Supplement {
            at: start(),
            changes: vec![Change {
                pointer: "/offences/0/life_sentence".to_owned(),
                value: json!(said),
            }],
            note: None,
        });
        assert_eq!(law(&request, (&there, &here)).life, expected, "{said}");
    }
}
