//! The engine's laws: nothing from a treaty one side has not joined, an earlier day never gains a later treaty,
//! symmetry, rank, and what it says where there is no treaty.

mod cases;
mod lists;
mod pairs;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::StateCode;
use crate::rules::codes;
use crate::state::{Consent, Directory, Participation, Reciprocity, Reservation, demo};

fn directory() -> Directory {
    demo(date(2026, 3, 2)).expect("demo")
}

fn code(text: &str) -> StateCode {
    text.parse().expect("code")
}

fn pair() -> (StateProfile, StateProfile) {
    let directory = directory();
    let take = |name: &str| directory.state(&code(name)).expect("a State").clone();
    (take("XA"), take("XB"))
}

fn treaties(
    catalogue: &Catalogue,
    sides: (&StateProfile, &StateProfile),
    matter: &Matter<'_>,
    day: Date,
) -> Vec<String> {
    legal_basis(catalogue, sides, matter, day)
        .treaties()
        .map(|basis| basis.instrument.clone())
        .collect()
}

#[test]
fn no_treaty_gives_what_the_requested_state_accepts() {
    let (from, mut to) = pair();
    let catalogue = Catalogue::universal();
    let matter = Matter::of(Help::Mla, "cultural_property");
    let cases = [
        (
            Reciprocity::AcceptsWrittenUndertaking,
            BasisRole::Reciprocity,
            Why::ReciprocityAccepted,
        ),
        (
            Reciprocity::LawRequiresReciprocity,
            BasisRole::Reciprocity,
            Why::ReciprocityAccepted,
        ),
        (
            Reciprocity::CaseByCase,
            BasisRole::Reciprocity,
            Why::CaseByCase,
        ),
        (Reciprocity::NotAccepted, BasisRole::Courtesy, Why::NoTreaty),
        (Reciprocity::Unknown, BasisRole::Courtesy, Why::NoTreaty),
    ];
    for (stance, role, why) in cases {
        to.reciprocity = stance;
        let report = legal_basis(&catalogue, (&from, &to), &matter, date(2026, 3, 2));
        let first = report.first().expect("never empty");
        assert_eq!((first.role, first.why), (role, why), "{stance:?}");
    }
}

#[test]
fn a_bilateral_treaty_leads_and_lends_its_procedure() {
    let (mut from, mut to) = pair();
    let mut catalogue = Catalogue::universal();
    for id in ["BIL-MLA-XA-XB", "RMLA-CONV"] {
        catalogue.infer(id);
        from.treaties.push(Participation::undated(id));
        to.treaties.push(Participation::undated(id));
    }
    let matter = Matter::of(Help::Mla, "terrorist_bombing");
    let report = legal_basis(&catalogue, (&from, &to), &matter, date(2026, 3, 2));
    let list: Vec<(&str, BasisRole)> = report
        .ranked
        .iter()
        .map(|basis| (basis.instrument.as_str(), basis.role))
        .take(4)
        .collect();
    assert_eq!(
        list,
        [
            ("BIL-MLA-XA-XB", BasisRole::Basis),
            ("RMLA-CONV", BasisRole::Basis),
            ("BOMBINGS-1997", BasisRole::Basis),
            ("BIL-MLA-XA-XB", BasisRole::Procedure),
        ]
    );
    let first = report.first().expect("there");
    assert!(first.missing.contains(&Lack::ParticipationDate));
}

#[test]
fn later_beats_earlier_among_equals() {
    let (mut from, mut to) = pair();
    for state in [&mut from, &mut to] {
        state.treaties.push(Participation {
            since: Some(date(2020, 1, 1)),
            consent: Consent::Accession,
            ..Participation::undated("BEIJING-P-2010")
        });
    }
    let matter = Matter::of(Help::Mla, "hijacking");
    assert_eq!(
        treaties(
            &Catalogue::universal(),
            (&from, &to),
            &matter,
            date(2026, 3, 2)
        ),
        ["BEIJING-P-2010", "HAGUE-1970"]
    );
}

#[test]
fn what_is_not_said_of_a_group_is_possible_only() {
    let (from, to) = pair();
    let matter = Matter::of(Help::Mla, "terrorist_bombing");
    let report = legal_basis(
        &Catalogue::universal(),
        (&from, &to),
        &matter,
        date(2026, 3, 2),
    );
    assert!(
        report
            .treaties()
            .all(|basis| basis.instrument != "UNTOC-2000")
    );
    let possible: Vec<&str> = report
        .possible
        .iter()
        .map(|basis| basis.instrument.as_str())
        .collect();
    assert_eq!(possible, ["UNTOC-2000"]);
}

#[test]
fn binding_says_what_stands_in_the_way() {
    let day = date(2026, 3, 2);
    let catalogue = Catalogue::universal();
    let id = "BOMBINGS-1997";
    type Change = fn(&mut Participation);
    let cases: [(Change, Binding); 5] = [
        (|_| (), Binding::Both),
        (
            |part| part.consent = Consent::Signature,
            Binding::OnlySigned,
        ),
        (|part| part.since = Some(date(2026, 3, 3)), Binding::NotYet),
        (
            |part| part.until = Some(date(2026, 3, 2)),
            Binding::Denounced,
        ),
        (
            |part| {
                part.reservations.push(Reservation {
                    article: "10".to_owned(),
                    excludes: Some("mla".to_owned()),
                    since: None,
                    until: None,
                    text: String::new(),
                });
            },
            Binding::Reserved,
        ),
    ];
    for (change, expected) in cases {
        let (from, mut to) = pair();
        let part = to
            .treaties
            .iter_mut()
            .find(|part| part.instrument == id)
            .expect("joined");
        change(part);
        let found = binding(&catalogue, id, (&from, &to), (Help::Mla, day));
        assert_eq!(found, expected);
        // A reservation against extradition leaves assistance untouched, and the other way round.
        if expected == Binding::Reserved {
            let other = binding(&catalogue, id, (&from, &to), (Help::Extradition, day));
            assert_eq!(other, Binding::Both);
        }
    }
}

#[test]
fn a_convention_not_yet_in_force_gives_nothing() {
    let (mut from, mut to) = pair();
    for state in [&mut from, &mut to] {
        state.treaties.push(Participation::undated("CETS-196"));
        state.treaties.push(Participation::undated("CETS-217"));
    }
    let catalogue = Catalogue::universal();
    let matter = Matter::of(Help::Mla, "terrorist_travel");
    assert!(treaties(&catalogue, (&from, &to), &matter, date(2017, 6, 30)).is_empty());
    let in_force = date(2017, 7, 1);
    assert_eq!(
        treaties(&catalogue, (&from, &to), &matter, in_force),
        ["CETS-217"]
    );
    // A protocol gives nothing where the convention whose articles it uses does not bind.
    to.treaties.retain(|part| part.instrument != "CETS-196");
    assert!(treaties(&catalogue, (&from, &to), &matter, in_force).is_empty());
}

fn any_day() -> impl Strategy<Value = Date> {
    (1960_i16..2035, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn any_state(name: &'static str) -> impl Strategy<Value = StateProfile> {
    let ids: Vec<String> = Catalogue::universal()
        .instruments()
        .map(|instrument| instrument.id.clone())
        .collect();
    let part = (
        prop::sample::select(ids),
        prop::option::of(any_day()),
        prop::option::weighted(0.1, any_day()),
        prop::bool::weighted(0.1),
    );
    prop::collection::vec(part, 0..25).prop_map(move |parts| {
        let mut state = StateProfile::unknown(code(name), name);
        for (instrument, since, until, signed) in parts {
            if state.participation(&instrument).is_some() {
                continue;
            }
            state.treaties.push(Participation {
                since,
                until,
                consent: if signed {
                    Consent::Signature
                } else {
                    Consent::Accession
                },
                ..Participation::undated(&instrument)
            });
        }
        state
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn only_what_both_joined_and_the_same_both_ways(
        from in any_state("XA"),
        to in any_state("XB"),
        category in prop::sample::select(codes::OFFENCES),
        day in any_day(),
        organised in prop::sample::select(vec![Tri::Yes, Tri::Unknown, Tri::No]),
        electronic in any::<bool>(),
        help in prop::sample::select(vec![Help::Mla, Help::Evidence, Help::JointTeam, Help::Transfer]),
    ) {
        let catalogue = Catalogue::universal();
        let matter = Matter { help, aspect: None, categories: vec![category], organised_crime: organised, electronic };
        let there = treaties(&catalogue, (&from, &to), &matter, day);
        for id in &there {
            for side in [&from, &to] {
                let part = side.participation(id);
                prop_assert!(part.is_some_and(|part| !part.only_signed()
                    && part.since.is_none_or(|since| since <= day)
                    && part.until.is_none_or(|until| day < until)));
            }
        }
        prop_assert_eq!(there, treaties(&catalogue, (&to, &from), &matter, day));
    }

    #[test]
    fn an_earlier_day_never_gains_a_later_treaty(
        from in any_state("XA"),
        to in any_state("XB"),
        category in prop::sample::select(codes::OFFENCES),
        one in any_day(),
        other in any_day(),
    ) {
        let catalogue = Catalogue::universal();
        let matter = Matter::of(Help::Mla, category);
        let (earlier, later) = (one.min(other), one.max(other));
        let then = treaties(&catalogue, (&from, &to), &matter, earlier);
        let now = treaties(&catalogue, (&from, &to), &matter, later);
        for id in &then {
            // What bound earlier binds later, unless somebody denounced it in between.
            let denounced = [&from, &to].iter().any(|side| {
                side.participation(id).and_then(|part| part.until).is_some_and(|until| until <= later)
            });
            prop_assert!(denounced || now.contains(id));
        }
        for side in [&from, &to] {
            for part in &side.treaties {
                if part.since.is_some_and(|since| since > earlier) {
                    prop_assert!(!then.contains(&part.instrument));
                }
            }
        }
    }

    #[test]
    fn a_new_ratification_takes_nothing_away(
        from in any_state("XA"),
        to in any_state("XB"),
        id in prop::sample::select(Catalogue::built_in().instruments().map(|known| known.id.clone()).collect::<Vec<_>>()),
        category in prop::sample::select(codes::OFFENCES),
        since in any_day(),
        day in any_day(),
        help in prop::sample::select(Help::ALL),
    ) {
        let catalogue = Catalogue::built_in();
        let matter = Matter::of(help, category);
        let before = treaties(catalogue, (&from, &to), &matter, day);
        let mut joined = from.clone();
        if joined.participation(&id).is_none() {
            joined.treaties.push(Participation {
                since: Some(since),
                consent: Consent::Accession,
                ..Participation::undated(&id)
            });
        }
        let after = treaties(catalogue, (&joined, &to), &matter, day);
        for kept in &before {
            prop_assert!(after.contains(kept), "{kept}");
        }
        for gained in after.iter().filter(|gained| !before.contains(gained)) {
            // By itself, or as the instrument whose articles a protocol uses.
            let uses = |gained: &str| catalogue.get(gained).and_then(|known| known.via.clone());
            let above = uses(gained);
            let top = above.as_deref().and_then(uses);
            prop_assert!(since <= day);
            prop_assert!(*gained == id || above.as_deref() == Some(&*id) || top.as_deref() == Some(&*id));
        }
    }

    #[test]
    fn an_instrument_binds_both_ways_or_neither(
        from in any_state("XA"),
        to in any_state("XB"),
        as_of in prop::option::of(any_day()),
        day in any_day(),
    ) {
        let (mut from, to) = (from, to);
        from.treaties_as_of = as_of;
        let catalogue = Catalogue::built_in();
        for instrument in catalogue.instruments() {
            let asked = |one, other| standing(catalogue, &instrument.id, (one, other), (None, day)).binding;
            prop_assert_eq!(asked(&from, &to), asked(&to, &from));
        }
    }
}
