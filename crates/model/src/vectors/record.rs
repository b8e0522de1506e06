//! A record, a day, and what is missing in it.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::{field, fields};
use crate::record::{Record, check, standing};

pub(super) fn answer(vector: &Value, today: Date) -> Result<Map<String, Value>, String> {
    let record: Record = field(vector, "record")?;
    let on = match vector.get("as_of") {
        Some(_) => field(vector, "as_of")?,
        None => today,
    };
    let found = check(&record, on);
    let expect = json!({"standing": standing(&found), "found": found});
    Ok(fields([("expect", expect)]))
}
