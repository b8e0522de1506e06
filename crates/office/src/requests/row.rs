//! A request as a record: the head that the machine may read, the body that only the key opens.

use jiff::SignedDuration;
use model::RequestId;
use model::request::{Request, Urgency};
use store::{Record, RecordHead, Tx};

use crate::error::{Error, Result};
use crate::search;

/// A record's id for a request.
pub(crate) fn record_id(id: RequestId) -> String {
    format!("request:{id}")
}

/// Urgency as a number that grows with it.
pub(crate) const fn rank(urgency: Urgency) -> i64 {
    match urgency {
        Urgency::Normal => 0,
        Urgency::Urgent => 1,
        Urgency::Emergency => 2,
    }
}

/// The head that the machine may read, and the body that only the key opens.
fn record(request: &Request) -> Result<Record> {
    let body =
        serde_json::to_vec(request).map_err(|e| Error::input("REQUEST", "", e.to_string()))?;
    let due = request.next_clock().map(|clock| clock.due);
    let review = request
        .label
        .review_by
        .and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC).ok())
        .map(|z| z.timestamp());
    let head = RecordHead {
        id: record_id(request.id),
        version: request.version,
        kind: "request".to_owned(),
        owner: request.from.to_string(),
        label: request.label.clone(),
        review_by: Some(review.unwrap_or(request.created + SignedDuration::from_hours(24 * 365))),
        parent: request.parent.map(record_id),
        stage: request.stage.code().to_owned(),
        side: Some(request.side.code().to_owned()),
        authority: Some(request.home_authority().to_string()),
        counterpart: Some(request.partner().to_string()),
        number: Some(request.number.clone()),
        urgency: rank(request.urgency_here()),
        due,
        officer: request.officer.map(|id| id.to_string()),
        created: request.created,
        updated: request.updated,
    };
    Ok(Record { head, body })
}

/// Read a request back from its record.
pub(crate) fn request_of(record: &Record) -> Result<Request> {
    serde_json::from_slice(&record.body).map_err(|source| {
        store::Error::Unreadable {
            place: record.head.id.clone(),
            source: Box::new(source),
        }
        .into()
    })
}

/// The request that a message is about; none where it is about something else, or the request is not here.
pub(crate) async fn request_about(tx: &mut Tx, object: &str) -> Result<Option<Request>> {
    let record = tx.record(object).await?;
    let record = record.filter(|record| record.head.kind == "request");
    record.as_ref().map(request_of).transpose()
}

/// Write a request and what finds it again, in one act.
pub(crate) async fn put(tx: &mut Tx, request: &Request) -> Result<()> {
    let record = record(request)?;
    tx.put_record(&record).await?;
    let beside = search::beside(request);
    Ok(tx
        .put_beside(&record.head.id, (search::READING, &beside))
        .await?)
}
