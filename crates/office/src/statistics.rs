//! Figures as a file for a spreadsheet or a report: codes, so that it reads the same in every language.

use model::statistics::{Count, Report, Took};

use crate::csv;

/// Seconds of a day.
const DAY_S: i64 = 86_400;

/// The report as comma-separated values: table, value, direction, what, figure. Hidden groups say `<5`.
pub fn csv(report: &Report) -> String {
    let mut rows = vec![csv::row(["table", "value", "side", "what", "figure"])];
    let mut put = |cells: [&str; 5]| rows.push(csv::row(cells));
    put(["total", "", "incoming", "count", &count(report.received)]);
    put(["total", "", "outgoing", "count", &count(report.sent)]);
    for table in &report.tables {
        let by = table.by.code();
        for row in &table.rows {
            put([by, &row.value, "incoming", "count", &count(row.received)]);
            put([by, &row.value, "outgoing", "count", &count(row.sent)]);
        }
    }
    for took in &report.took {
        let Took { span, side, .. } = *took;
        let figures = [
            ("count", count(took.n)),
            ("median_days", days(took.median_s)),
            ("ninetieth_days", days(took.ninetieth_s)),
        ];
        for (what, figure) in figures {
            put(["days_to", span.code(), side.code(), what, &figure]);
        }
    }
    for asking in &report.asking {
        let each = asking
            .each_hundredths
            .map_or_else(String::new, |n| format!("{}.{:02}", n / 100, n % 100));
        let side = asking.side.code();
        let figures = [("count", count(asking.times)), ("per_request", each)];
        for (what, figure) in figures {
            rows.push(csv::row(["information_requests", "", side, what, &figure]));
        }
    }
    rows.push(String::new());
    rows.join("\r\n")
}

fn count(count: Count) -> String {
    match count {
        Count::Number(n) => n.to_string(),
        Count::Hidden => "<5".to_owned(),
    }
}

/// Days with one decimal; nothing where there is no time.
pub fn days(seconds: Option<i64>) -> String {
    seconds.map_or_else(String::new, |s| {
        let tenths = s.saturating_mul(10).saturating_add(DAY_S / 2) / DAY_S;
        format!("{}.{}", tenths / 10, tenths % 10)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_rounded_to_tenths() {
        let cases = [
            (None, ""),
            (Some(0), "0.0"),
            (Some(DAY_S), "1.0"),
            (Some(DAY_S * 3 / 2), "1.5"),
            (Some(60), "0.0"),
            (Some(8_640 * 9), "0.9"),
        ];
        for (seconds, expect) in cases {
            assert_eq!(days(seconds), expect);
        }
    }

    #[test]
    fn an_empty_report_is_a_whole_file() {
        let text = csv(&Report::of(&[], &model::statistics::Cut::default()));
        assert!(text.starts_with("table,value,side,what,figure\r\ntotal,,incoming,count,0\r\n"));
        assert!(text.ends_with("\r\n"));
    }
}
