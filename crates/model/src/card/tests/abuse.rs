//! Rows of "Bad input and abuse" (section G of the study of sharing) that a card decides.

use super::*;

#[test]
fn family_alone_is_held() {
    let alone = |nature| {
        grounds(|record| {
            record.associations[0].nature = nature;
        })
    };
    assert_eq!(alone(Nature::Family), [Ground::FamilyOnly]);
    assert_eq!(alone(Nature::Contact), [Ground::ContactOnly]);
    assert_eq!(alone(Nature::Member), []);
}

#[test]
fn a_mark_in_the_text_above_the_label_is_held() {
    for (text, held) in [
        ("SECRET: seen at the border", true),
        ("(S) seen at the border", true),
        ("TLP:RED seen at the border", true),
        ("kept no secret of it", false),
    ] {
        let found = grounds(|record| {
            let public = Label {
                tlp: crate::label::Tlp::Clear,
                ..label(Class::Public, &["XA", "XB"])
            };
            let part = says("m1", Property::Statement, text, public);
            record.assertions.push(part);
        });
        assert_eq!(
            found.contains(&Ground::MarkedAbove),
            held,
            "{text}: {found:?}"
        );
    }
}

#[test]
fn where_no_arrest_is_possible_the_border_sees_the_other_action() {
    let (_, card) = held().propose(&recipient("XB"), &to(), day());
    let mut card = card.unwrap();
    let asks = |asked: &[&str], flag: Option<&str>| {
        let mut card = card.clone();
        let asked = asked.iter().map(|one| (*one).to_owned());
        card.facts.insert(Property::Action, asked.collect());
        let flags = flag.into_iter().map(str::to_owned);
        card.label.caveats.extend(flags);
        card.actions(&state("XB"))
    };
    assert_eq!(asks(&["arrest"], None), [Action::Arrest]);
    for flag in ["NO-ARREST", "NO-ARREST@XB"] {
        assert_eq!(asks(&["arrest"], Some(flag)), [Action::Inspect]);
        assert_eq!(asks(&["arrest", "inspect"], Some(flag)), [Action::Inspect]);
    }
    assert_eq!(asks(&["arrest"], Some("NO-ARREST@XC")), [Action::Arrest]);
    card.label.actions = Some([Action::SilentCheck].into());
    assert_eq!(card.actions(&state("XB")), [], "what its label forbids");
}

#[test]
fn what_the_subject_is_not_is_read_first() {
    let mut held = held();
    let own = label(Class::Official, &["XA", "XB"]);
    let other = says("x1", Property::NotThis, "Ivo Marr", own);
    held.record.assertions.push(other);
    let (_, card) = held.propose(&recipient("XB"), &to(), day());
    let card = card.unwrap();
    let [_, shown] = card.readings();
    assert_eq!(shown.first(), Some(&"Ivo Marr"));
}
