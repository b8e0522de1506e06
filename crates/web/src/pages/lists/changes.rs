//! What a list says now that it did not say some days ago, by name.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use jiff::{SignedDuration, Span};
use office::screening::changed::{self, Changed};

use crate::page::{Page, Shown};
use crate::part::{Choice, Field};
use crate::{Problem, Signed};

/// Days back that can be chosen; the first is yesterday.
const DAYS: &[i64] = &[1, 7, 30, 365];

#[derive(Debug, askama::Template)]
#[template(path = "lists/changes.html")]
pub(super) struct Changes {
    page: Page,
    id: String,
    filter: Field,
    versions: Vec<(String, String)>,
    /// Title, number, names, and how many are not named.
    kinds: Vec<(String, usize, Vec<String>, Option<String>)>,
}

/// The end of the day so many days ago is what the list is compared with.
pub(super) async fn show(
    me: Signed,
    Path(id): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Changes>, Problem> {
    let page = me.page("list-title");
    let asked = query.get("days").and_then(|text| text.parse::<i64>().ok());
    let days = asked.filter(|days| DAYS.contains(days)).unwrap_or(1);
    let today = page.now().to_zoned(page.zone.clone()).date();
    let malformed = |_| Problem::input("MALFORMED", "days");
    let after = today
        .checked_sub(Span::new().days(days - 1))
        .map_err(malformed)?;
    let since = after.to_zoned(page.zone.clone()).map_err(malformed)?;
    let since = since.timestamp() - SignedDuration::from_micros(1);
    let told = changed::changes(me.office(), me.actor(), (&id, since)).await?;
    let told = told.ok_or_else(Problem::not_found)?;
    let choice = |n: &i64| {
        let word = page.say_n("list-since-days", *n);
        Choice::new(n.to_string(), word, *n == days)
    };
    let before = told
        .before
        .unwrap_or_else(|| page.say("list-since-not-here"));
    let kind = |key: &str, changed: Changed| {
        let rest = changed.count - changed.named.len().min(changed.count);
        let names = changed.named.into_iter().map(|(_, caption)| caption);
        let more =
            (rest > 0).then(|| page.say_n("screen-more", i64::try_from(rest).unwrap_or(i64::MAX)));
        (page.say(key), changed.count, names.collect(), more)
    };
    Ok(Shown(Changes {
        filter: Field::select(
            "days",
            page.say("list-since"),
            DAYS.iter().map(choice).collect(),
        ),
        versions: vec![
            (page.say("list-since-then"), before),
            (page.say("list-since-now"), told.version),
        ],
        kinds: vec![
            kind("list-added", told.added),
            kind("list-changed", told.changed),
            kind("list-removed", told.removed),
        ],
        page: page.titled(told.name),
        id,
    }))
}
