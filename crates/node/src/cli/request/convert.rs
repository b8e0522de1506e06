//! `comity request convert`: the content of another request drafted out of the one in a file.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;
use model::convert::{self, Conversion};
use model::limits;
use office::Clock as _;
use serde_json::Value;

use super::super::fail::{Done, Fail, Outcome};
use crate::clock::SystemClock;
use crate::files;

/// A request to be drafted out of another.
#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// The content of the first request as JSON
    file: PathBuf,
    /// keep, keep_measure:N (counted from 0), or assistance; without it, what is possible is printed
    #[arg(long, value_name = "WAY", value_parser = super::super::parsed::<Conversion>)]
    into: Option<Conversion>,
    /// The day on which it is drafted; today where none is given
    #[arg(long, value_name = "DAY")]
    on: Option<Date>,
    /// Offset of the requesting State's time
    #[arg(long, value_name = "OFFSET", default_value = "+00:00")]
    utc_offset: String,
}

/// The command.
pub(super) fn run(asked: &Convert) -> Outcome {
    let place = asked.file.display();
    let bytes = files::read(&asked.file, 2 * limits::CONTENT_BYTES_MAX)?;
    let file: Value = serde_json::from_slice(&bytes)
        .map_err(|e| Fail::input(format!("{place}: this is not JSON: {e}")))?;
    let content = file.get("content").unwrap_or(&file);
    let offers = convert::offers(content);
    let Some(into) = asked.into else {
        let lines: Vec<String> = offers.iter().map(|way| format!("{way}\n")).collect();
        return Ok(Done::said(lines.concat()));
    };
    let today = || SystemClock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let on = (asked.on.unwrap_or_else(today), asked.utc_offset.as_str());
    let number = content.get("number").and_then(Value::as_str);
    let drafted = convert::convert(content, into, on, number).ok_or_else(|| {
        let ways: Vec<String> = offers.iter().map(ToString::to_string).collect();
        Fail::input(format!(
            "{place}: this request does not lead there; it leads to: {}",
            if ways.is_empty() {
                "nothing".to_owned()
            } else {
                ways.join(", ")
            }
        ))
    })?;
    Ok(Done::said(format!("{drafted:#}\n")))
}
