//! The one place where a file is mapped into memory.

use std::fs::File;

use memmap2::Mmap;

/// A file in memory, read by the system when its parts are touched.
#[derive(Debug)]
pub struct Mapped(Mmap);

impl AsRef<[u8]> for Mapped {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Maps a whole file for reading.
///
/// # Errors
/// What the system says.
#[expect(
    unsafe_code,
    reason = "a mapping is sound only while nobody changes the file: see below"
)]
pub(crate) fn mapped(file: &File) -> std::io::Result<Mapped> {
    // SAFETY: such a file is written once, under a name of its own, and never changed: a newer one takes its place by a rename and
    // an old one is unlinked, which leaves the mapped bytes as they are. Its folder is private to the node, whose lock is held.
    unsafe { Mmap::map(file) }.map(Mapped)
}
