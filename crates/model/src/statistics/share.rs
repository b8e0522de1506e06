//! What may be shown to others: small groups are hidden, and so is what would tell them.

use super::{By, Count, Report, Row, course};
use crate::limits::SHARED_GROUP_MIN;
use crate::request::Side;

/// Fewer hidden cells than this in a column, and the total tells the one that is hidden.
const HIDDEN_CELLS_MIN: usize = 2;

impl Report {
    /// The report as it may be shared: no group smaller than [`SHARED_GROUP_MIN`], and none that follows from the others.
    #[must_use]
    pub fn shared(mut self) -> Report {
        self.received = alone(self.received);
        self.sent = alone(self.sent);
        for table in &mut self.tables {
            // Each track is a table of its own.
            let apart = |row: &Row| match table.by {
                By::Course => course::parts(&row.value).map(|(track, _)| track),
                _ => None,
            };
            for rows in table.rows.chunk_by_mut(|a, b| apart(a) == apart(b)) {
                hide(rows, |row| &mut row.received);
                hide(rows, |row| &mut row.sent);
            }
        }
        for asking in &mut self.asking {
            let whole = match asking.side {
                Side::Incoming => self.received,
                Side::Outgoing => self.sent,
            };
            asking.times = alone(asking.times);
            if whole == Count::Hidden || asking.times == Count::Hidden {
                asking.times = Count::Hidden;
                asking.each_hundredths = None;
            }
        }
        for took in &mut self.took {
            took.n = alone(took.n);
            if took.n == Count::Hidden {
                took.median_s = None;
                took.ninetieth_s = None;
            }
        }
        self
    }
}

/// A number by itself. None at all tells of nobody.
fn alone(count: Count) -> Count {
    match count {
        Count::Number(n) if n > 0 && n < SHARED_GROUP_MIN => Count::Hidden,
        other => other,
    }
}

/// Hides the small cells of a column. The total is known: what is hidden must be several cells, and together no small group.
fn hide(rows: &mut [Row], cell: impl Fn(&mut Row) -> &mut Count) {
    let mut hidden = (0, 0);
    for row in rows.iter_mut() {
        let count = cell(row);
        if let (Count::Hidden, Count::Number(n)) = (alone(*count), *count) {
            *count = Count::Hidden;
            hidden = (hidden.0 + 1, hidden.1 + n);
        }
    }
    while hidden.0 > 0 && (hidden.0 < HIDDEN_CELLS_MIN || hidden.1 < SHARED_GROUP_MIN) {
        let shown = rows.iter_mut().filter_map(|row| {
            let count = cell(row);
            let n = count.number().filter(|n| *n > 0)?;
            Some((n, count))
        });
        let Some((n, smallest)) = shown.min_by_key(|(n, _)| *n) else {
            return;
        };
        *smallest = Count::Hidden;
        hidden = (hidden.0 + 1, hidden.1 + n);
    }
}
