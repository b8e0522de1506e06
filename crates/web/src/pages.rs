//! The pages, one file for each room of the office. The first six are the shell; the others are the cases.

use axum::Router;

use crate::app::App;
use crate::routes::Row;

pub mod health;
pub mod help;
pub mod peers;
pub mod people;
pub mod settings;
pub mod sign_in;

pub mod access;
pub mod assignments;
pub mod atlas;
pub mod border;
pub mod convert;
pub mod costs;
pub mod directory;
pub mod docket;
pub mod evidence;
pub mod ledger;
pub mod letters;
pub mod lists;
mod matched;
pub mod records;
pub mod requests;
pub mod safeguards;
pub mod screening;
pub mod search;
pub mod sharing;
pub mod statistics;

/// All pages.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(sign_in::routes())
        .merge(people::routes())
        .merge(peers::routes())
        .merge(settings::routes())
        .merge(help::routes())
        .merge(health::routes())
        .merge(requests::routes())
        .merge(convert::routes())
        .merge(costs::routes())
        .merge(letters::routes())
        .merge(docket::routes())
        .merge(safeguards::routes())
        .merge(evidence::routes())
        .merge(search::routes())
        .merge(statistics::routes())
        .merge(assignments::routes())
        .merge(directory::routes())
        .merge(atlas::routes())
        .merge(border::routes())
        .merge(records::routes())
        .merge(sharing::routes())
        .merge(access::routes())
        .merge(screening::routes())
        .merge(lists::routes())
        .merge(ledger::routes())
}

/// The tables of all pages.
pub const TABLES: &[&[Row]] = &[
    sign_in::ROUTES,
    people::ROUTES,
    peers::ROUTES,
    settings::ROUTES,
    help::ROUTES,
    health::ROUTES,
    requests::ROUTES,
    convert::ROUTES,
    costs::ROUTES,
    letters::ROUTES,
    docket::ROUTES,
    safeguards::ROUTES,
    evidence::ROUTES,
    search::ROUTES,
    statistics::ROUTES,
    assignments::ROUTES,
    directory::ROUTES,
    atlas::ROUTES,
    border::ROUTES,
    records::ROUTES,
    sharing::ROUTES,
    access::ROUTES,
    screening::ROUTES,
    lists::ROUTES,
    ledger::ROUTES,
];
