//! Tables of old cases: what is read, what is wrong with which cell, and what the cases are then.

use jiff::Timestamp;
use jiff::civil::date;

use super::*;
use crate::deadline::Calendar;
use crate::id::RequestId;
use crate::number::Number;
use crate::request::{Request, Stage, TakeOver};

const HEAD: &str = "side,number,state,kind,subject,their_number,person,sent_on,received_on,acknowledged_on,asked_on,answered_on,decided_on,decision,ground,executed_on,returned_on,withdrawn_on,closed_on";

fn home() -> StateCode {
    "XA".parse().unwrap()
}

fn read_all(text: &str) -> Docket {
    read(text, &home(), date(2026, 3, 1), &|kind| {
        Kind::of_template(kind).is_some()
    })
}

fn of(row: &str) -> Docket {
    read_all(&format!("{HEAD}\n{row}\n"))
}

fn taken(row: &Row) -> Result<Request, crate::Refusal> {
    let now: Timestamp = "2026-03-01T12:00:00Z".parse().unwrap();
    let calendar = Calendar {
        supposed: false,
        zone: crate::state::Zone::east(180).unwrap(),
        weekend: Vec::new(),
        holidays: BTreeSet::new(),
    };
    let authority: AuthorityId = "ca".parse().unwrap();
    let act = TakeOver {
        id: RequestId::new(now, [3; 10]),
        number: Number {
            state: home(),
            authority: authority.clone(),
            year: 2024,
            serial: 1,
        },
        template_version: 1,
        row,
        by: None,
    };
    let taken = Request::take_over(&act, (&home(), &authority), (&calendar, now));
    taken.map(|(request, effects)| {
        assert!(effects.is_empty());
        request
    })
}

#[test]
fn each_row_becomes_a_case_where_it_stands() {
    for (row, stage) in [
        (
            "outgoing,A/1,FR,mla,Bank,,,2024-01-10,,,,,,,,,,,",
            Stage::Queued,
        ),
        (
            "outgoing,A/2,FR,mla,Bank,,,2024-01-10,2024-01-20,,,,,,,,,,",
            Stage::Delivered,
        ),
        (
            "outgoing,A/3,FR,mla,Bank,F 9,,2024-01-10,,2024-02-01,,,,,,,,,",
            Stage::Acknowledged,
        ),
        (
            "outgoing,A/4,FR,mla,Bank,F 9,,2024-01-10,,2024-02-01,2024-02-02,,,,,,,,",
            Stage::InfoRequested,
        ),
        (
            "outgoing,A/5,FR,mla,Bank,F 9,,2024-01-10,,2024-02-01,2024-02-02,2024-02-09,,,,,,,",
            Stage::Acknowledged,
        ),
        (
            "outgoing,A/6,FR,extradition,A person,F 9,Doe,2024-01-10,,2024-02-01,,,2024-03-01,refused,nationality,,,,",
            Stage::Refused,
        ),
        (
            "outgoing,A/7,FR,mla,Bank,,,2024-01-10,,2024-02-01,,,2024-03-01,accepted,,2024-05-01,2024-05-09,,2024-06-01",
            Stage::Closed,
        ),
        (
            "outgoing,A/8,FR,mla,Bank,,,2024-01-10,,,,,,,,,,2024-01-11,",
            Stage::Withdrawn,
        ),
        (
            "incoming,B/1,FR,mla,Witness,F 2,,2024-01-02,2024-01-10,,,,,,,,,,",
            Stage::Delivered,
        ),
        (
            "incoming,B/2,FR,mla,Witness,F 2,,,2024-01-10,2024-01-10,,,2024-01-10,postponed,,,,,",
            Stage::Postponed,
        ),
        (
            "incoming,B/3,FR,mla,Witness,F 2,,,2024-01-10,2024-01-11,,,2024-02-10,accepted,,2024-03-03,2024-03-04,,",
            Stage::ReturnSent,
        ),
    ] {
        let docket = of(row);
        assert_eq!(docket.faults, [], "{row}");
        let row = docket.rows.first().unwrap();
        let request = taken(row).unwrap_or_else(|refusal| panic!("{row:?}: {refusal}"));
        assert_eq!((request.stage, &request.dispute), (stage, &None), "{row:?}");
        assert_eq!(request.our_reference.as_deref(), Some(row.number.as_str()));
        assert!(request.is_on_paper());
        assert!(
            request.events.iter().all(|event| event.entered.is_some()),
            "{row:?}"
        );
        assert!(
            request.events.iter().map(|event| event.at).is_sorted(),
            "{row:?}"
        );
    }
}

/// A row, the column that is wrong in it, and what is.
const WRONG: &[(&str, &str, Problem)] = &[
    (
        ",A/1,FR,mla,Bank,,,2024-01-10,,,,,,,,,,,",
        "side",
        Problem::Missing,
    ),
    (
        "out,A/1,FR,mla,Bank,,,2024-01-10,,,,,,,,,,,",
        "side",
        Problem::Word,
    ),
    (
        "outgoing,,FR,mla,Bank,,,2024-01-10,,,,,,,,,,,",
        "number",
        Problem::Missing,
    ),
    (
        "outgoing,A/1,France,mla,Bank,,,2024-01-10,,,,,,,,,,,",
        "state",
        Problem::State,
    ),
    (
        "outgoing,A/1,XA,mla,Bank,,,2024-01-10,,,,,,,,,,,",
        "state",
        Problem::OwnState,
    ),
    (
        "outgoing,A/1,FR,letter,Bank,,,2024-01-10,,,,,,,,,,,",
        "kind",
        Problem::Word,
    ),
    (
        "outgoing,A/1,FR,mla,,,,2024-01-10,,,,,,,,,,,",
        "subject",
        Problem::Missing,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,,,,,,,,,,,,",
        "sent_on",
        Problem::Missing,
    ),
    (
        "incoming,A/1,FR,mla,Bank,,,2024-01-10,,,,,,,,,,,",
        "received_on",
        Problem::Missing,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,10.1.2024,,,,,,,,,,,",
        "sent_on",
        Problem::Date,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,2024-02-30,,,,,,,,,,,",
        "sent_on",
        Problem::Date,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,2026-03-02,,,,,,,,,,,",
        "sent_on",
        Problem::Future,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,2024-01-10,,2024-01-09,,,,,,,,,",
        "acknowledged_on",
        Problem::Order,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,2024-01-10,,,,,2024-02-01,,,,,,",
        "decision",
        Problem::Missing,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,2024-01-10,,,,,,accepted,,,,,",
        "decided_on",
        Problem::Missing,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,2024-01-10,,,,,2024-02-01,refused,,,,,",
        "ground",
        Problem::Missing,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,2024-01-10,,,,,2024-02-01,accepted,nationality,,,,",
        "ground",
        Problem::Follows,
    ),
    (
        "outgoing,A/1,FR,mla,Bank,,,2024-01-10,,,,2024-02-01,,,,,,,",
        "asked_on",
        Problem::Missing,
    ),
    (
        "outgoing,A/1,FR,mla,Ba\u{202e}nk,,,2024-01-10,,,,,,,,,,,",
        "subject",
        Problem::Hidden,
    ),
    (
        "outgoing,A/1,FR,mla,\"Bank,,,2024-01-10",
        "",
        Problem::Shape,
    ),
];

#[test]
fn every_fault_is_told_by_line_and_column() {
    for (row, column, problem) in WRONG {
        let faults = of(row).faults;
        let told: Vec<_> = faults
            .iter()
            .map(|f| (f.line, f.column.as_str(), f.problem))
            .collect();
        assert_eq!(told, [(2, *column, *problem)], "{row}");
    }
}

#[test]
fn the_file_as_a_whole_is_judged_too() {
    let row = "outgoing,A/1,FR,mla,Bank,,,2024-01-10,,,,,,,,,,,";
    let twice = read_all(&format!("{HEAD}\n{row}\n{row}\n"));
    assert_eq!(
        twice.faults.first().map(|f| (f.line, f.problem)),
        Some((3, Problem::Twice))
    );
    for (text, problem) in [
        ("", Problem::Column),
        ("side,number,state,kind\n", Problem::Column),
        (
            "side,number,state,kind,subject,colour\n",
            Problem::UnknownColumn,
        ),
        (
            "side,number,state,kind,subject,side\n",
            Problem::UnknownColumn,
        ),
        ("side,number,state,kind,subject\n", Problem::Empty),
    ] {
        assert_eq!(
            read_all(text).faults.first().map(|f| f.problem),
            Some(problem),
            "{text}"
        );
    }
    // As spreadsheets of many countries write it, with a mark at the beginning.
    let semicolons = format!("\u{feff}{HEAD}\n{row}\n").replace(',', ";");
    assert_eq!(read_all(&semicolons).rows.len(), 1);
    let long = format!("{HEAD}\n{}", "x".repeat(limits::DOCKET_CELL_BYTES_MAX + 1));
    assert_eq!(
        read_all(&long).faults.first().map(|f| f.problem),
        Some(Problem::TooLong)
    );
}

#[test]
fn what_cannot_follow_names_its_column() {
    for (row, column) in [
        // Nobody closes what was neither decided nor withdrawn.
        (
            "outgoing,A/1,FR,mla,Bank,,,2024-01-10,,2024-02-01,,,,,,,,,2024-06-01",
            "closed_on",
        ),
        (
            "incoming,A/1,FR,mla,Bank,,,,2024-01-10,2024-02-01,,,,,,,,,2024-06-01",
            "closed_on",
        ),
    ] {
        let docket = of(row);
        let refusal = taken(docket.rows.first().unwrap()).unwrap_err();
        assert_eq!(
            (refusal.code, refusal.field.as_deref()),
            ("DOCKET", Some(column)),
            "{row}"
        );
    }
}
