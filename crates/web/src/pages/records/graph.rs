//! What a record leads to, drawn by the server: the subject in the middle, what identifies it and whom it stands with around it. Beside
//! the drawing stands the same as a list, which is what a keyboard and a screen reader use.

use axum::extract::Path;
use model::RecordId;
use model::record::Property;
use office::records::RecordView;

use super::reader;
use crate::page::{Page, Shown};
use crate::{Problem, Signed};

/// Half the width and height of the drawing.
const HALF: f64 = 300.0;
/// How far from the middle things stand.
const FAR: f64 = 210.0;
/// Characters of one text in the drawing.
const TEXT_CHARS_MAX: usize = 26;
/// Things drawn; the list names all.
const DRAWN_MAX: usize = 16;

#[derive(Debug, askama::Template)]
#[template(path = "records/graph.html")]
pub(super) struct Graph {
    page: Page,
    id: String,
    number: String,
    caption: String,
    spokes: Vec<Spoke>,
    list: Vec<Lead>,
}

/// Something that a record leads to.
#[derive(Debug)]
struct Lead {
    /// Where it stands on the page of the record.
    id: String,
    how: String,
    what: String,
    tie: bool,
}

/// A line from the middle to a thing.
#[derive(Debug)]
struct Spoke {
    x: i32,
    y: i32,
    /// Where its words stand: above it in the upper half, below it in the lower, so that no line runs through them.
    words: [i32; 2],
    id: String,
    how: String,
    what: String,
    tie: bool,
}

/// What a record leads to: what identifies its subject, and whom it stands with. A file leads nowhere: nothing is compared.
fn leads(page: &Page, view: &RecordView) -> Vec<Lead> {
    let apart = |says: Property| {
        matches!(
            says,
            Property::Name
                | Property::Statement
                | Property::Description
                | Property::Action
                | Property::Warning
                | Property::Gender
                | Property::Biometric
        )
    };
    let ties = view.ties.iter().map(|tie| Lead {
        id: tie.one.id.clone(),
        how: page.code("nature", tie.one.nature.code()),
        what: tie.one.with.clone(),
        tie: true,
    });
    let stated = view.stated.iter().filter(|one| !apart(one.one.says));
    let stated = stated.map(|one| Lead {
        id: one.one.id.clone(),
        how: page.code("property", one.one.says.code()),
        what: one.one.value.clone(),
        tie: false,
    });
    ties.chain(stated).collect()
}

/// As much of a text as the drawing has room for; the list has all of it.
fn cut(text: &str) -> String {
    match text.chars().count() > TEXT_CHARS_MAX {
        true => text.chars().take(TEXT_CHARS_MAX - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "places within a drawing of 600 by 600"
)]
fn spokes(leads: &[Lead]) -> Vec<Spoke> {
    let drawn = leads.len().min(DRAWN_MAX);
    let each = std::f64::consts::TAU / drawn.max(1) as f64;
    let spoke = |(at, lead): (usize, &Lead)| {
        let turn = each * at as f64 - std::f64::consts::FRAC_PI_2;
        let y = (HALF + FAR * turn.sin()).round() as i32;
        Spoke {
            x: (HALF + FAR * turn.cos()).round() as i32,
            words: match turn.sin() < 0.0 {
                true => [y - 28, y - 14],
                false => [y + 24, y + 38],
            },
            y,
            id: lead.id.clone(),
            how: cut(&lead.how),
            what: cut(&lead.what),
            tie: lead.tie,
        }
    };
    leads
        .iter()
        .take(DRAWN_MAX)
        .enumerate()
        .map(spoke)
        .collect()
}

pub(super) async fn show(me: Signed, Path(id): Path<RecordId>) -> Result<Shown<Graph>, Problem> {
    let view = reader(&me).await?.subject(id).await?;
    let page = me.page("record-graph-title").band(&view.roll_up());
    let leads = leads(&page, &view);
    let name = view
        .stated
        .iter()
        .find(|one| one.one.says == Property::Name);
    Ok(Shown(Graph {
        id: id.to_string(),
        number: view.number.clone(),
        caption: name.map_or_else(|| view.number.clone(), |one| one.one.value.clone()),
        spokes: spokes(&leads),
        list: leads,
        page,
    }))
}
