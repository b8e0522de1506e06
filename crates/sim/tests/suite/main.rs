//! Towns: laws that hold whatever the post does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod assignments;
mod bridge;
mod by_letter;
mod desk;
mod door;
mod faults;
mod first_request;
mod four_eyes;
mod list_formats;
mod lists;
mod old_docket;
mod peers;
mod people_and_checks;
mod police_lane;
mod restore;
mod safeguards;
mod screening_index;
mod screening_log;
mod screening_programs;
mod screening_queue;
mod screening_review;
mod screening_watch;
mod sharing;
mod short_forms;
mod silence;
mod staff;
mod the_day;
mod treaties;
mod vault;
