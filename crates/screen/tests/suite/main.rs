//! The room from outside: real and invented lists, documents, arbitrary bytes.

mod demo_list;
mod documents;
mod real_list;
mod robust;
mod shared;
