//! What the statistics count of each track, from requests that walked it.

use serde_json::json;

use super::super::*;
use super::walks::{said, town};
use crate::request::tests::{Town, by, refuse_act};
use crate::request::{ConfirmRefusal, Ground};
use crate::statistics::{By, Count, Cut, Facts, Report};

fn step(town: &mut Town, code: &str) {
    if code == "end_preservation" {
        // Data are kept for as long as was said.
        town.now += jiff::SignedDuration::from_hours(24 * 61);
    }
    town.b(|r, now| r.take_step(&said(code), &by("XB", 3), now));
}

fn counted(request: &Request) -> Vec<String> {
    let facts = Facts::of(request).unwrap();
    assert_eq!(Facts::read(&facts.line()), Some(facts.clone()));
    facts.course
}

/// Both sides count alike.
fn both(town: &Town) -> Vec<String> {
    let ours = counted(&town.a);
    assert_eq!(Some(ours.clone()), town.b.as_ref().map(counted));
    ours
}

#[test]
fn what_happens_on_a_track_is_counted_on_both_sides() {
    // Template, what the content says, the steps, and what is counted beside `requested`.
    let cases: [(&str, &str, &[&str], &[&str]); 7] = [
        (
            "provisional_arrest",
            "",
            &["arrest", "release"],
            &["arrested", "released_lapse"],
        ),
        (
            "provisional_arrest",
            "",
            &["arrest", "documents", "grant", "fix_surrender", "surrender"],
            &["arrested", "granted", "surrendered"],
        ),
        (
            "electronic_evidence",
            "EE-PRES",
            &["preserve", "mla_arrived", "disclose"],
            &["preserved", "mla_arrived", "disclosed"],
        ),
        (
            "electronic_evidence",
            "EE-PRES",
            &["preserve", "end_preservation"],
            &["preserved", "released", "lost"],
        ),
        (
            "asset_freezing",
            "",
            &["determine", "freeze", "unfreeze"],
            &["determination", "frozen", "unfrozen"],
        ),
        (
            "spontaneous_information",
            "",
            &["accept_conditions", "open", "use"],
            &["opened", "used"],
        ),
        ("police", "", &["inform"], &["answered"]),
    ];
    for (template, subtype, steps, expect) in cases {
        let mut town = town(template, json!({ "subtype": subtype }));
        for code in steps {
            step(&mut town, code);
        }
        let all = both(&town);
        let mut told: Vec<&str> = all
            .iter()
            .filter_map(|v| Some(v.split_once('.')?.1))
            .collect();
        assert_eq!(told.remove(0), "requested", "{template}");
        assert_eq!(told, expect, "{template}");
    }
}

#[test]
fn a_national_refused_and_prosecuted_is_counted_as_both() {
    let mut town = town("extradition", json!({}));
    let refuse = refuse_act(Ground::Nationality);
    town.b(|r, now| r.propose_refusal(&refuse, &by("XB", 3), now));
    town.b(|r, now| r.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), now));
    let refused = both(&town);
    for what in ["refused", "refused.nationality", "nationals_refused"] {
        assert!(refused.contains(&format!("extradition.{what}")), "{what}");
    }
    assert!(!refused.contains(&"extradition.nationals_prosecuted".to_owned()));
    step(&mut town, "prosecute");
    assert!(both(&town).contains(&"extradition.nationals_prosecuted".to_owned()));
}

#[test]
fn what_runs_out_is_lost_from_then_on() {
    let mut town = town("electronic_evidence", json!({"subtype": "EE-PRES"}));
    step(&mut town, "preserve");
    let facts = Facts::of(&town.a).unwrap();
    let until = facts.kept_until.unwrap();
    let lost = |at| {
        facts
            .clone()
            .at(at)
            .course
            .contains(&"preservation.lost".to_owned())
    };
    assert!(lost(until) && !lost(until - jiff::SignedDuration::from_secs(1)));
}

#[test]
fn an_emergency_is_answered_within_the_hour_or_later() {
    let town = town("electronic_evidence", json!({"subtype": "emergency"}));
    let facts = Facts::of(&town.a).unwrap();
    let report = Report::of(&[facts], &Cut::default());
    let rows = &report.table(By::Emergency).unwrap().rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].sent, Count::Number(1));
    assert_ne!(rows[0].value, "unanswered");
    let quiet = walk_of_assistance();
    assert_eq!(Facts::of(&quiet).unwrap().emergency, "");
}

fn walk_of_assistance() -> Request {
    town("mla", json!({})).a
}

#[test]
fn what_has_no_track_has_no_course() {
    assert!(Facts::of(&walk_of_assistance()).unwrap().course.is_empty());
}
