//! What is printed after each act.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{Act, Play, expect};
use crate::deadline::{Calendar, Clock};
use crate::finding::Finding;
use crate::refusal::Refusal;
use crate::request::{Request, Side};

impl Play<'_> {
    pub(super) fn shown(
        &self,
        act: &Act,
        refused: Option<Refusal>,
        led_to: Option<&'static str>,
    ) -> Value {
        let (at, calendar) = (act.at, self.calendar());
        let seen = self.b.as_ref().unwrap_or(&self.a);
        let mut shown = Map::new();
        let mut put = |key: &str, value: Value| {
            shown.insert(key.to_owned(), value);
        };
        put("at", json!(at));
        put("act", json!(act.act));
        put("by", json!(act.by));
        if let Some(refusal) = refused {
            put("refused", json!(refusal));
        }
        if let Some(led_to) = led_to {
            put("led_to", json!(led_to));
        }
        put("state", json!(seen.stage));
        if self.b.as_ref().is_some_and(|b| b.stage != self.a.stage) {
            put("state_requesting", json!(self.a.stage));
        }
        if let Some(phase) = seen.phase_at(at) {
            put("step", json!(phase));
            put("passed", json!(seen.on_track().map(|on| on.passed)));
        }
        put("measures", json!(seen.measures));
        let open: Vec<Value> = seen
            .outstanding()
            .map(|item| json!({"code": item.code, "field": item.field}))
            .collect();
        put("asked", json!(open));
        let clocks = seen.clocks.iter();
        put(
            "clocks",
            clocks.map(|clock| clock_of(clock, at, &calendar)).collect(),
        );
        put("findings", findings(&self.findings));
        let tasks = |request: Option<&Request>| -> Value {
            let tasks = request.map(|request| request.tasks(at, &calendar));
            let tasks = tasks.unwrap_or_default();
            tasks
                .iter()
                .map(|task| {
                    let due = task.due.map(|due| day_or_moment(due, &calendar));
                    json!({"code": task.code, "due": due, "mandatory": task.mandatory})
                })
                .collect()
        };
        put(
            "tasks",
            json!({"requesting": tasks(Some(&self.a)), "requested": tasks(self.b.as_ref())}),
        );
        if self.a.dispute.is_some() || seen.dispute.is_some() {
            put("dispute", json!([self.a.dispute, seen.dispute]));
        }
        let shown = Value::Object(shown);
        let unmet = act
            .data
            .get("expect")
            .map(|expect| expect::unmet(expect, &shown));
        match (unmet, shown) {
            (Some(places), Value::Object(mut shown)) if !places.is_empty() => {
                shown.insert("unmet".to_owned(), json!(places));
                Value::Object(shown)
            }
            (_, shown) => shown,
        }
    }
}

/// Findings by code, level and field.
pub(super) fn findings(findings: &[Finding]) -> Value {
    let each = findings.iter();
    each.map(|f| json!({"code": f.code, "level": f.level, "field": f.field}))
        .collect()
}

fn clock_of(clock: &Clock, at: Timestamp, calendar: &Calendar) -> Value {
    let due = clock.due_at(at);
    let owed_by = match clock.owed_by() {
        Side::Outgoing => "requesting",
        Side::Incoming => "requested",
    };
    json!({
        "name": clock.name,
        "due": day_or_moment(due, calendar),
        "ends": due,
        "source": clock.source,
        "force": clock.force,
        "owed_by": owed_by,
        "alerts": clock.alerts(calendar),
        "paused": clock.paused,
        "paused_s": clock.paused_total_s,
        "met": clock.met,
        "overdue": clock.overdue(at),
    })
}

/// The day that ends at a local midnight; else the moment.
pub(super) fn day_or_moment(due: Timestamp, calendar: &Calendar) -> Value {
    let day = calendar.due_date(due);
    let midnight = calendar.end_of(day) == due;
    if midnight { json!(day) } else { json!(due) }
}
