//! Papers as a reader gets them: all three, in six languages, read back with poppler.

mod case;
mod papers;
