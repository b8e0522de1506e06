//! The room from outside: real and invented lists, documents, arbitrary bytes.

mod documents;
mod real_list;
mod shared;
