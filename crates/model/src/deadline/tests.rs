//! Tests of the counting rules, as tables.

use jiff::civil::date;

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn calendar(offset: i32, weekend: &[Weekday], holidays: &[Date]) -> Calendar {
    Calendar {
        zone: Zone::east(offset).unwrap(),
        weekend: weekend.to_vec(),
        holidays: holidays.iter().copied().collect(),
        supposed: false,
    }
}

const SAT_SUN: [Weekday; 2] = [Weekday::Saturday, Weekday::Sunday];
const FRI_SAT: [Weekday; 2] = [Weekday::Friday, Weekday::Saturday];

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn acknowledgement() {
    let arvenia = calendar(60, &SAT_SUN, &[date(2026, 5, 1)]);
    let belmora = calendar(180, &FRI_SAT, &[]);
    let cordava = calendar(-300, &SAT_SUN, &[date(2026, 4, 3)]);
    let far_east = calendar(720, &SAT_SUN, &[]);
    let cases = [
        // Shared test case S01: 7 calendar days, 24:00 at UTC-5.
        (
            "S01",
            &cordava,
            Urgency::Normal,
            "2026-03-03T14:05:00Z",
            "2026-03-11T05:00:00Z",
        ),
        (
            "hour, round the clock",
            &arvenia,
            Urgency::Emergency,
            "2026-05-01T23:30:00Z",
            "2026-05-02T00:30:00Z",
        ),
        // Thursday evening; Friday 1 May is a holiday, then the weekend: Monday 4 May, 24:00 at UTC+1.
        (
            "holiday and weekend",
            &arvenia,
            Urgency::Urgent,
            "2026-04-30T20:00:00Z",
            "2026-05-04T23:00:00Z",
        ),
        // 23:30Z on Thursday is already Friday in Arvenia.
        (
            "already tomorrow there",
            &arvenia,
            Urgency::Urgent,
            "2026-03-05T23:30:00Z",
            "2026-03-09T23:00:00Z",
        ),
        (
            "weekend Friday and Saturday",
            &belmora,
            Urgency::Urgent,
            "2026-03-05T10:00:00Z",
            "2026-03-08T21:00:00Z",
        ),
        (
            "Sunday is a working day there",
            &belmora,
            Urgency::Urgent,
            "2026-03-07T10:00:00Z",
            "2026-03-08T21:00:00Z",
        ),
        (
            "UTC+12",
            &far_east,
            Urgency::Normal,
            "2026-03-03T12:00:00Z",
            "2026-03-11T12:00:00Z",
        ),
        (
            "end of February",
            &belmora,
            Urgency::Normal,
            "2026-02-25T10:00:00Z",
            "2026-03-04T21:00:00Z",
        ),
        (
            "leap year",
            &belmora,
            Urgency::Normal,
            "2028-02-25T10:00:00Z",
            "2028-03-03T21:00:00Z",
        ),
        (
            "end of the year",
            &cordava,
            Urgency::Normal,
            "2026-12-28T10:00:00Z",
            "2027-01-05T05:00:00Z",
        ),
    ];
    for (name, calendar, urgency, delivered, due) in cases {
        let clock = acknowledge_due(at(delivered), urgency, calendar);
        assert_eq!(clock.due, at(due), "{name}");
        assert_eq!((clock.name.as_str(), clock.started), ("ack", at(delivered)));
    }
}

#[test]
fn registration_and_decision() {
    let cordava = calendar(-300, &SAT_SUN, &[date(2026, 4, 3)]);
    let delivered = at("2026-04-02T14:05:00Z");
    assert_eq!(
        registration_due(delivered, Urgency::Emergency, &cordava).due,
        at("2026-04-02T14:20:00Z")
    );
    assert_eq!(
        registration_due(delivered, Urgency::Urgent, &cordava).due,
        at("2026-04-02T18:05:00Z")
    );
    // Holiday, weekend, then two working days.
    assert_eq!(
        registration_due(delivered, Urgency::Normal, &cordava).due,
        at("2026-04-08T05:00:00Z")
    );
    let decided = cordava.days(at("2026-03-03T14:05:00Z"), 30);
    assert_eq!(cordava.due_date(decided), date(2026, 4, 2), "S01");
}

#[test]
fn days_of_treaties() {
    let offset = calendar(240, &[], &[]);
    // Shared test case S06: 18 and 40 days from an arrest on 3 April local, that day not counted.
    let arrest = at("2026-04-03T10:00:00Z");
    for (days, last) in [
        (18, date(2026, 4, 21)),
        (40, date(2026, 5, 13)),
        (0, date(2026, 4, 3)),
    ] {
        assert_eq!(offset.due_date(offset.days(arrest, days)), last, "{days}");
    }
    // Shared test case S07: 60 days from 1 May.
    let preserved = at("2026-05-01T08:00:00Z");
    assert_eq!(
        offset.due_date(offset.days(preserved, 60)),
        date(2026, 6, 30)
    );
}

#[test]
fn a_day_ends_at_24_00_local() {
    for (offset, end) in [
        (0, "2026-03-11T00:00:00Z"),
        (345, "2026-03-10T18:15:00Z"),
        (-570, "2026-03-11T09:30:00Z"),
    ] {
        let calendar = calendar(offset, &[], &[]);
        let due = calendar.end_of(date(2026, 3, 10));
        assert_eq!(due, at(end), "{offset}");
        assert_eq!(calendar.due_date(due), date(2026, 3, 10));
        assert_eq!(calendar.date(due), date(2026, 3, 11));
    }
}

#[test]
fn calendars_without_working_days_and_dates_without_end_terminate() {
    let never = calendar(
        0,
        &[
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
        ],
        &[],
    );
    assert_eq!(
        never.working_day_after(date(2026, 3, 3), 2),
        date(2026, 3, 5)
    );
    assert_eq!(
        calendar(0, &FRI_SAT, &[]).working_day_after(Date::MAX, 3),
        Date::MAX
    );
    assert!(calendar(-720, &[], &[]).days(Timestamp::MAX, u32::MAX) <= Timestamp::MAX);
}

#[test]
fn a_clock_that_stands_still_keeps_what_is_left() {
    let start = at("2026-03-01T00:00:00Z");
    let mut clock = Clock::new(
        "decision",
        start,
        at("2026-03-31T00:00:00Z"),
        "UNTOC 18(24)",
    )
    .of_force(Force::Binding);
    clock.pause(at("2026-03-11T00:00:00Z"));
    clock.pause(at("2026-03-12T00:00:00Z"));
    assert_eq!(clock.left_s(at("2026-05-01T00:00:00Z")), Some(20 * 86400));
    assert!(!clock.overdue(at("2027-01-01T00:00:00Z")));
    clock.resume(at("2026-03-16T00:00:00Z"));
    clock.resume(at("2026-03-17T00:00:00Z"));
    assert_eq!(
        (clock.due, clock.paused_total_s),
        (at("2026-04-05T00:00:00Z"), 5 * 86400)
    );
    assert!(clock.overdue(at("2026-04-05T00:00:01Z")));
    assert!(
        !clock.overdue(at("2026-04-05T00:00:00Z")),
        "24:00 of the last day is in time"
    );
    clock.meet(at("2026-04-06T00:00:00Z"));
    clock.meet(at("2026-04-07T00:00:00Z"));
    clock.pause(at("2026-04-07T00:00:00Z"));
    assert_eq!(
        (clock.met, clock.paused),
        (Some(at("2026-04-06T00:00:00Z")), None)
    );
    assert_eq!(clock.left_s(at("2026-05-01T00:00:00Z")), None);
}

#[test]
fn a_clock_of_days_stands_still_for_whole_days_and_one_of_hours_to_the_second() {
    let calendar = calendar(300, &[], &[]);
    let started = at("2026-03-02T09:00:00Z");
    let days =
        Clock::new("decision", started, calendar.days(started, 30), "rule").in_days_of(&calendar);
    let hours = Clock::new("ack", started, minutes(started, 240), "rule").in_days_of(&calendar);
    // From 20:00 UTC, the sixth local, to one microsecond past ten days later.
    let (stopped, on) = (
        at("2026-03-05T20:00:00Z"),
        at("2026-03-15T20:00:00.000001Z"),
    );
    for (clock, due) in [
        (days, "2026-04-11T19:00:00Z"),
        (hours, "2026-03-12T13:00:00.000001Z"),
    ] {
        let mut clock = clock;
        clock.pause(stopped);
        assert_eq!(clock.due_at(on), at(due), "{}", clock.name);
        clock.resume(on);
        assert_eq!(clock.due, at(due), "{}", clock.name);
    }
}

#[test]
fn each_day_ends_at_its_own_midnight_where_clocks_are_put_forward_or_back() {
    // Zone, event, days, 24:00 local of the last day.
    let cases = [
        (
            "Europe/Paris",
            "2026-02-16T23:30:00Z",
            40,
            "2026-03-29T22:00:00Z",
        ),
        (
            "Europe/Paris",
            "2026-09-29T08:00:00Z",
            40,
            "2026-11-08T23:00:00Z",
        ),
        (
            "Europe/Paris",
            "2026-03-28T22:59:59Z",
            1,
            "2026-03-29T22:00:00Z",
        ),
        (
            "America/New_York",
            "2026-02-20T15:00:00Z",
            60,
            "2026-04-22T04:00:00Z",
        ),
        (
            "America/New_York",
            "2026-10-20T03:30:00Z",
            18,
            "2026-11-07T05:00:00Z",
        ),
        (
            "Australia/Lord_Howe",
            "2026-04-01T00:00:00Z",
            7,
            "2026-04-08T13:30:00Z",
        ),
        // Midnight itself is left out: the day begins at one.
        (
            "Africa/Cairo",
            "2026-04-22T10:00:00Z",
            1,
            "2026-04-23T22:00:00Z",
        ),
        (
            "Asia/Tokyo",
            "2026-03-28T15:00:00Z",
            1,
            "2026-03-30T15:00:00Z",
        ),
    ];
    for (zone, from, days, due) in cases {
        let calendar = Calendar {
            zone: Zone::parse(zone).unwrap(),
            ..Calendar::utc()
        };
        assert_eq!(calendar.days(at(from), days), at(due), "{zone} {from}");
        let last = calendar
            .date(at(from))
            .saturating_add(jiff::Span::new().days(days));
        assert_eq!(calendar.due_date(at(due)), last, "{zone} {from}");
        assert_eq!(calendar.end_of(last), at(due), "{zone} {from}");
    }
}

#[test]
fn a_clock_of_days_that_stood_still_across_the_change_still_ends_with_a_day() {
    let paris = Calendar {
        zone: Zone::parse("Europe/Paris").unwrap(),
        ..Calendar::utc()
    };
    let start = at("2026-03-02T09:00:00Z");
    let mut clock = Clock::new("decision", start, paris.days(start, 20), "").in_days_of(&paris);
    clock.pause(at("2026-03-16T09:00:00Z"));
    assert_eq!(
        clock.due_at(at("2026-03-31T22:00:00Z")),
        at("2026-04-07T22:00:00Z")
    );
    clock.resume(at("2026-03-31T21:59:00Z"));
    assert_eq!(clock.due, at("2026-04-06T22:00:00Z"));
}

#[test]
fn the_zone_of_a_stored_clock_is_minutes_or_a_name() {
    let start = at("2026-03-02T09:00:00Z");
    for (zone, stored) in [
        ("+03:00", serde_json::json!(180)),
        ("Z", serde_json::json!(0)),
        ("Europe/Paris", serde_json::json!("Europe/Paris")),
    ] {
        let calendar = Calendar {
            zone: Zone::parse(zone).unwrap(),
            ..Calendar::utc()
        };
        let clock = Clock::new("ack", start, calendar.days(start, 7), "").in_days_of(&calendar);
        let kept = serde_json::to_value(&clock).unwrap();
        assert_eq!(kept["days_at"], stored);
        assert_eq!(
            serde_json::from_value::<Clock>(kept).unwrap(),
            clock,
            "{zone}"
        );
    }
}
