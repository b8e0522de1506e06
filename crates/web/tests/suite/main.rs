//! The screens with a real office behind them: a town of two States in a temporary folder, the router in process, no socket.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod access_pages;
mod api;
mod desk;
mod desk_pages;
mod doors;
mod formats;
mod group_pages;
mod inbox;
mod intake_pages;
mod letter_pages;
mod locks;
mod offers;
mod oversight_pages;
mod pages;
mod programs;
mod records_pages;
mod screening;
mod screening_pages;
mod session;
mod sharing_pages;
mod side;
mod steps;
mod views;
mod walk;
