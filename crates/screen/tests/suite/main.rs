//! The room from outside: real and invented lists, documents, arbitrary bytes.

#![expect(clippy::unwrap_used, reason = "what a test takes apart, it may assume")]

mod catalogue;
mod demo_list;
mod documents;
mod engine;
mod lists;
mod lists_real;
mod oddities;
mod other_names;
mod real_list;
mod robust;
mod samples;
mod shared;
