//! Checkpoints (C2SP tlog-checkpoint): the log's signed statement of its size and root.

use super::note::{NoteKey, NoteSigner, open_note};
use crate::{Digest, Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Origin, size and root hash of a log at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name.
    pub origin: String,
    /// Number of entries.
    pub size: u64,
    /// Merkle root of those entries.
    pub root: Digest,
    /// Further lines, if any; never empty lines.
    pub extensions: Vec<String>,
}

impl Checkpoint {
    /// A checkpoint without extension lines.
    pub fn new(origin: &str, size: u64, root: Digest) -> Self {
        Self {
            origin: origin.to_owned(),
            size,
            root,
            extensions: Vec::new(),
        }
    }

    /// The text that is signed.
    pub fn text(&self) -> String {
        let mut text = format!(
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            STANDARD.encode(self.root.0)
        );
        for line in &self.extensions {
            text.push_str(line);
            text.push('\n');
        }
        text
    }

    /// Signs it: the published checkpoint file.
    ///
    /// # Errors
    /// [`Error::Input`] when the origin is not the signer's name or a line would break the form.
    pub fn sign(&self, signer: &NoteSigner) -> Result<String> {
        if signer.key().name() != self.origin {
            return Err(Error::Input(
                "the checkpoint's origin is not the signer's name",
            ));
        }
        let text = self.text();
        if Self::parse_text(&text).as_ref() != Ok(self) {
            return Err(Error::Input("the checkpoint cannot be written as lines"));
        }
        signer.sign(&text)
    }

    /// Reads a checkpoint's text without signatures.
    ///
    /// # Errors
    /// [`Error::Malformed`] naming the line.
    pub fn parse_text(text: &str) -> Result<Self> {
        let bad = |why| Error::malformed("checkpoint", why);
        let mut lines = text
            .strip_suffix('\n')
            .ok_or(bad("no newline at the end"))?
            .split('\n');
        let origin = lines
            .next()
            .filter(|line| !line.is_empty())
            .ok_or(bad("no origin"))?
            .to_owned();
        let size_text = lines.next().ok_or(bad("no size"))?;
        let size: u64 = size_text.parse().map_err(|_| bad("size is not a number"))?;
        if size.to_string() != size_text || size > i64::MAX.unsigned_abs() {
            return Err(bad("size is not a plain number"));
        }
        let root = STANDARD
            .decode(lines.next().ok_or(bad("no root"))?)
            .map_err(|_| bad("root is not base64"))?;
        let root = Digest(root.try_into().map_err(|_| bad("root is not 32 bytes"))?);
        let extensions: Vec<String> = lines.map(str::to_owned).collect();
        if extensions.iter().any(String::is_empty) {
            return Err(bad("empty extension line"));
        }
        Ok(Self {
            origin,
            size,
            root,
            extensions,
        })
    }

    /// Verifies a checkpoint file against the log's key, whose name must be the origin.
    ///
    /// # Errors
    /// [`Error::Signature`] when the log did not sign it; [`Error::Malformed`] when it is no checkpoint of this origin.
    pub fn open(note: &str, log: &NoteKey) -> Result<Self> {
        let (text, _) = open_note(note, std::slice::from_ref(log))?;
        let checkpoint = Self::parse_text(text)?;
        if checkpoint.origin != log.name() {
            return Err(Error::malformed("checkpoint", "the origin is another log"));
        }
        Ok(checkpoint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trip_and_refusals() {
        let signer = NoteSigner::from_seed("xa.example/log", &[7; 32]).unwrap();
        let checkpoint = Checkpoint::new("xa.example/log", 3, Digest([9; 32]));
        let note = checkpoint.sign(&signer).unwrap();
        assert_eq!(
            Checkpoint::open(&note, signer.key()),
            Ok(checkpoint.clone())
        );
        assert!(Checkpoint::open(&note.replace("\n3\n", "\n4\n"), signer.key()).is_err());
        assert!(
            Checkpoint::new("xb.example/log", 3, Digest([9; 32]))
                .sign(&signer)
                .is_err()
        );
        let broken = Checkpoint {
            extensions: vec!["a\n\nb".into()],
            ..checkpoint
        };
        assert!(broken.sign(&signer).is_err());
        for bad in [
            "",
            "o\n",
            "o\n03\nAAAA\n",
            "o\n-1\nAAAA\n",
            "o\n1\nAAAA\n",
            "\n1\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n",
        ] {
            assert!(Checkpoint::parse_text(bad).is_err(), "{bad}");
        }
    }
}
