//! The store's suite: the same tests on SQLite, always, and on PostgreSQL where `STORE_URL` names a server (`cargo xtask
//! test` does, `cargo xtask db` gives one for work by hand). Each test has a folder and a database of its own.

/// Writes each test twice, once for an engine. A test takes `&House` and answers nothing.
#[cfg(test)]
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($house:ident: &House) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn run($house: &House) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                House::sqlite().with(run).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(house) = House::postgres().await {
                    house.with(run).await;
                }
            }
        }
    )+};
}

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod acts;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod blobs;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod exchange;
#[cfg(test)]
mod group;
#[cfg(test)]
mod house;
#[cfg(test)]
mod ledger;
#[cfg(test)]
mod open;
#[cfg(test)]
mod reader;
#[cfg(test)]
mod records;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod screened;
#[cfg(test)]
mod tamper;
#[cfg(test)]
mod ways;
