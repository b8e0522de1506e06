//! Medians by hand, lines there and back, and small groups that stay hidden.

use super::*;
use crate::limits::SHARED_GROUP_MIN;
use crate::request::Urgency;

fn facts(n: u8, side: Side, state: &str) -> Facts {
    Facts {
        request: crate::RequestId::new(Timestamp::UNIX_EPOCH, [n; 10]),
        side,
        state: state.parse().unwrap(),
        kind: "mla".to_owned(),
        urgency: Urgency::Normal,
        basis: "UNTOC".to_owned(),
        channel: "node".to_owned(),
        began: Timestamp::from_second(i64::from(n) * 86_400).unwrap(),
        month: "1970-01".to_owned(),
        took_s: std::array::from_fn(|place| (place == 0).then_some(i64::from(n))),
        outcome: Outcome::Open,
        grounds: Vec::new(),
        asked: Vec::new(),
        asked_times: 0,
        offences: Vec::new(),
        course: Vec::new(),
        emergency: String::new(),
        kept_until: None,
    }
}

#[test]
fn medians_and_ranks() {
    // Sorted values, median, ninetieth of a hundred by nearest rank.
    let cases: [(&[i64], Option<i64>, Option<i64>); 6] = [
        (&[], None, None),
        (&[7], Some(7), Some(7)),
        (&[1, 2], Some(1), Some(2)),
        (&[1, 3], Some(2), Some(3)),
        (&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Some(5), Some(9)),
        (&[i64::MAX, i64::MAX], Some(i64::MAX), Some(i64::MAX)),
    ];
    for (sorted, middle, ninetieth) in cases {
        assert_eq!(median(sorted), middle, "{sorted:?}");
        assert_eq!(nearest_rank(sorted, 90), ninetieth, "{sorted:?}");
    }
}

#[test]
fn a_line_says_all_and_holds_no_separator() {
    let whole = Facts {
        took_s: std::array::from_fn(|place| i64::try_from(place).ok().filter(|n| *n != 1)),
        grounds: vec![crate::request::Ground::NeBisInIdem],
        asked: vec!["/persons/*/born_on".to_owned(), "MLA-07".to_owned()],
        asked_times: 2,
        offences: vec!["terrorist_bombing".to_owned()],
        course: vec![
            "extradition.requested".to_owned(),
            "extradition.refused.nationality".to_owned(),
        ],
        emergency: "later".to_owned(),
        kept_until: Timestamp::from_second(90_000).ok(),
        ..facts(3, Side::Incoming, "XB")
    };
    let line = whole.line();
    assert!(!line.contains(';') && !line.contains('\n'), "{line}");
    assert_eq!(Facts::read(&line), Some(whole));
    assert_eq!(Facts::read("no line"), None);
    assert_eq!(Facts::read(""), None);
}

#[test]
fn a_cut_counts_what_it_opens() {
    let all: Vec<Facts> = (1..=9)
        .map(|n| {
            let side = if n % 2 == 0 {
                Side::Incoming
            } else {
                Side::Outgoing
            };
            facts(n, side, if n < 4 { "XB" } else { "XC" })
        })
        .collect();
    let report = Report::of(&all, &Cut::default());
    assert_eq!(
        (report.received, report.sent),
        (Count::Number(4), Count::Number(5))
    );
    for table in &report.tables {
        for row in &table.rows {
            for (side, count) in [(Side::Incoming, row.received), (Side::Outgoing, row.sent)] {
                let cut = Cut {
                    side: Some(side),
                    value: Some((table.by, row.value.clone())),
                    ..Cut::default()
                };
                assert_eq!(
                    count,
                    Count::Number(cut.cases(&all).len() as u64),
                    "{:?} {}",
                    table.by,
                    row.value
                );
            }
        }
    }
    let acknowledged = report.took.first().unwrap();
    assert_eq!(acknowledged.span, Span::Acknowledged);
    let later = Cut {
        from: Timestamp::from_second(8 * 86_400).ok(),
        ..Cut::default()
    };
    assert_eq!(later.cases(&all).len(), 2);
}

#[test]
fn nothing_small_is_shared_and_nothing_tells_it() {
    // Requests received from each of some States, and which of them are shown.
    let cases: [(&[u64], &[bool]); 6] = [
        (&[9, 7, 6], &[true, true, true]),
        (&[9, 7, 3], &[true, false, false]),
        (&[9, 3, 3], &[true, false, false]),
        (&[9, 1, 1], &[false, false, false]),
        (&[40, 30, 2, 1, 1], &[true, false, false, false, false]),
        (&[3], &[false]),
    ];
    for (groups, shown) in cases {
        let mut all = Vec::new();
        for (state, n) in groups.iter().enumerate() {
            let code = format!("X{}", char::from(b'A' + u8::try_from(state).unwrap()));
            for _ in 0..*n {
                let number = u8::try_from(all.len()).unwrap();
                all.push(facts(number, Side::Incoming, &code));
            }
        }
        let report = Report::of(&all, &Cut::default()).shared();
        let rows = &report.table(By::State).unwrap().rows;
        let mut by_name: Vec<(&str, bool)> = rows
            .iter()
            .map(|row| (row.value.as_str(), row.received != Count::Hidden))
            .collect();
        by_name.sort_unstable();
        let seen: Vec<bool> = by_name.iter().map(|(_, shown)| *shown).collect();
        assert_eq!(seen, shown, "{groups:?}");
        for took in &report.took {
            if let Count::Number(n) = took.n {
                assert!(n == 0 || n >= SHARED_GROUP_MIN);
            }
        }
    }
}

#[test]
fn each_track_hides_its_small_groups_by_itself() {
    let mut all = Vec::new();
    for n in 0..20_u8 {
        let mut one = facts(n, Side::Incoming, "XB");
        one.course.push("extradition.requested".to_owned());
        match n {
            0..=2 => one.course.push("extradition.refused".to_owned()),
            3..=12 => one.course.push("extradition.granted".to_owned()),
            _ => {}
        }
        one.course
            .extend((n > 5).then(|| "freeze.frozen".to_owned()));
        all.push(one);
    }
    let report = Report::of(&all, &Cut::default()).shared();
    let rows = &report.table(By::Course).unwrap().rows;
    let shown: Vec<(&str, Count)> = rows
        .iter()
        .map(|r| (r.value.as_str(), r.received))
        .collect();
    assert_eq!(
        shown,
        [
            ("extradition.requested", Count::Number(20)),
            // With the refused hidden, what was granted would tell them.
            ("extradition.granted", Count::Hidden),
            ("extradition.refused", Count::Hidden),
            ("freeze.frozen", Count::Number(14)),
        ]
    );
}

#[test]
fn requests_for_information_are_counted_for_each_request() {
    let mut all: Vec<Facts> = (0..8).map(|n| facts(n, Side::Outgoing, "XB")).collect();
    for (facts, times) in all.iter_mut().zip([3, 1, 1, 5]) {
        facts.asked_times = times;
    }
    let report = Report::of(&all, &Cut::default());
    let sent = report
        .asking
        .iter()
        .find(|one| one.side == Side::Outgoing)
        .unwrap();
    assert_eq!(
        (sent.times, sent.each_hundredths),
        (Count::Number(10), Some(125))
    );
    let rows: Vec<(&str, Count)> = report
        .table(By::AskedTimes)
        .unwrap()
        .rows
        .iter()
        .map(|row| (row.value.as_str(), row.sent))
        .collect();
    assert_eq!(
        rows,
        [
            ("0", Count::Number(4)),
            ("1", Count::Number(2)),
            ("3+", Count::Number(2))
        ]
    );
}
