//! Towns: several States in one process with real databases, real signatures and a virtual clock, joined by a post that loses,
//! doubles and delays what it carries. Never shipped. The same seed gives the same run, as far as the law of the town sees it.
#![forbid(unsafe_code)]

mod cardonia;
pub mod docket;
pub mod exercise;
pub mod fighter;
pub mod hands;
pub mod keys;
pub mod locked;
pub mod post;
pub mod recall;
pub mod town;

pub use post::Weather;
pub use town::{House, Town};
