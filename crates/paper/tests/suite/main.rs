//! Papers as a reader gets them: all three, in six languages, read back with poppler.

#[cfg(test)]
mod case;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod told;
