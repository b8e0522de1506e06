//! What is remembered of logins that nobody has. Officers' own failures are rows.

use std::collections::BTreeMap;
use std::sync::Mutex;

use jiff::Timestamp;
use store::accounts::Failures;

/// Failures under logins that nobody has: in memory and bounded, so that whoever invents logins fills no disk and no ledger.
/// They are counted and locked like those of officers, so that the answers do not tell which logins there are.
#[derive(Default)]
pub(crate) struct Strangers(Mutex<BTreeMap<String, (Timestamp, Failures)>>);

/// Invented logins that are counted at once; then the one that was tried longest ago is forgotten.
const STRANGERS_MAX: usize = 1024;

impl Strangers {
    pub(super) fn get(&self, login: &str) -> Failures {
        let all = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        all.get(login)
            .map_or_else(Failures::default, |(_, failures)| failures.clone())
    }

    pub(super) fn put(&self, login: &str, failures: Failures, now: Timestamp) {
        let mut all = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if all.len() >= STRANGERS_MAX && !all.contains_key(login) {
            let oldest = all.iter().min_by_key(|(_, (at, _))| *at);
            if let Some(oldest) = oldest.map(|(login, _)| login.clone()) {
                all.remove(&oldest);
            }
        }
        all.insert(login.to_owned(), (now, failures));
    }
}
