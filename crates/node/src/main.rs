//! The binary `comity`.
#![forbid(unsafe_code)]

fn main() {}
