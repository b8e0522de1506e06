//! A biometric file of a record: given with what it is and when it was taken; kept once it was read and found whole.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use model::{AssertionId, Class, Purpose, RecordId};
use office::records::{self, Attach, BIOMETRIC_BYTES_MAX, CapturedBy, Modality};

use super::reader;
use super::{label, lacks};
use crate::csrf::File;
use crate::page::{Density, Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::form::typed_date;
use crate::part::{Errors, Field, select};
use crate::{PostForm, Problem, Signed, Upload, api};

#[derive(Debug, askama::Template)]
#[template(path = "records/attach.html")]
pub(super) struct New {
    page: Page,
    errors: Errors,
    record: String,
    number: String,
    version: i64,
    fields: Vec<Field>,
    file: Field,
}

async fn page(
    me: &Signed,
    id: RecordId,
    (posted, wrong): (Option<&PostForm>, Wrong),
) -> Result<New, Problem> {
    let view = reader(me).await?.subject(id).await?;
    let page = me
        .page("record-attach-title")
        .density(Density::Form)
        .band(&view.roll_up())
        .wrong(wrong.is_some())
        .module("upload");
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let modalities = Modality::ALL.iter().map(|one| one.code());
    let bodies = CapturedBy::ALL.iter().map(|one| one.code());
    let purposes = [
        Purpose::Investigation,
        Purpose::Screening,
        Purpose::Immigration,
    ];
    let purposes = purposes.iter().map(|one| one.code());
    let mut fields = vec![
        select(
            &page,
            ("modality", "record-modality"),
            ("modality", modalities),
            typed("modality"),
        )
        .width("half"),
        Field::date(
            &page,
            "captured_on",
            page.say("record-captured-on"),
            typed_date(posted, "captured_on"),
        ),
        select(
            &page,
            ("captured_by", "record-captured-by"),
            ("captured-by", bodies),
            typed("captured_by"),
        )
        .width("half"),
        select(
            &page,
            ("purpose", "record-captured-for"),
            ("purpose", purposes),
            typed("purpose"),
        )
        .width("half"),
    ];
    fields.extend(label::origin(&page, posted));
    fields.extend(label::fields((me, &page), ("", Class::Official), posted));
    let most = paper::words::size(page.lang, BIOMETRIC_BYTES_MAX as u64);
    let file = Field::file("file", page.say("record-file"), "").hint(page.say1(
        "record-file-hint",
        "max",
        most,
    ));
    Ok(New {
        record: id.to_string(),
        number: view.number.clone(),
        version: view.version,
        fields: judged(fields, &wrong),
        file: judged(vec![file.clone()], &wrong).pop().unwrap_or(file),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        page,
    })
}

pub(super) async fn form(me: Signed, Path(id): Path<RecordId>) -> Result<Shown<New>, Problem> {
    page(&me, id, (None, None)).await.map(Shown)
}

/// The bytes of a file, `max` at most.
pub(super) async fn bytes(file: Option<File>, max: usize) -> Result<Bytes, Problem> {
    let mut file = file.ok_or_else(|| Problem::input("MISSING", "file"))?;
    let mut all = BytesMut::new();
    while let Some(part) = file.body.next().await {
        let part = part.map_err(|_| Problem::input("MALFORMED", "file"))?;
        if all.len() + part.len() > max {
            return Err(Problem::input("TOO-LARGE", "file"));
        }
        all.extend_from_slice(&part);
    }
    match all.is_empty() {
        true => Err(Problem::input("MISSING", "file")),
        false => Ok(all.freeze()),
    }
}

fn read(me: &Signed, id: RecordId, form: &PostForm) -> Result<Attach, Problem> {
    Ok(Attach {
        act: form.act()?,
        record: id,
        version: form.version()?,
        modality: form.parsed("modality")?,
        captured_on: label::day(form, "captured_on")?,
        captured_by: Some(form.parsed("captured_by")?),
        purpose: Some(form.parsed("purpose")?),
        label: label::read(me, form, "")?,
        from: label::read_origin(form, super::today(me))?,
    })
}

pub(super) async fn attach(
    me: Signed,
    Path(id): Path<RecordId>,
    upload: Upload,
) -> Result<Response, Problem> {
    let (form, file) = upload.open().await?;
    let done = async {
        let bytes = bytes(file, BIOMETRIC_BYTES_MAX).await?;
        let act = read(&me, id, &form)?;
        records::attach(me.office(), me.actor(), act, bytes)
            .await
            .map_err(Problem::from)
    };
    match done.await {
        Ok(_) => Ok(me
            .done(&format!("/records/{id}"), "record-attached")
            .into_response()),
        Err(problem) if answerable(&problem) => {
            let wrong = lacks::wrong(&me, "attach", &problem);
            let page = page(&me, id, (Some(&form), Some(wrong))).await?;
            Ok(shown(problem.status, &page))
        }
        Err(problem) => Err(problem),
    }
}

pub(super) async fn download(
    me: Signed,
    Path((id, assertion)): Path<(RecordId, AssertionId)>,
) -> Result<Response, Problem> {
    let (file, body) = reader(&me).await?.file_of(id, assertion).await?;
    let name = format!("{}-{}", file.modality, file.format);
    Ok(api::evidence::download(
        &name,
        file.size_bytes,
        Body::from_stream(body),
    ))
}
