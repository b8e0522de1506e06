//! Proof files (C2SP tlog-proof): entry index, inclusion path and signed checkpoint in one text that anyone can check offline.

use super::checkpoint::Checkpoint;
use super::note::NoteKey;
use super::tree::verify_inclusion;
use crate::{Digest, Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";
/// A path in a tree of 2^63 entries.
const PATH_MAX: usize = 63;

/// An offline proof that a log holds an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Index of the entry.
    pub index: u64,
    /// Audit path, leaf's sibling first.
    pub path: Vec<Digest>,
    /// The signed checkpoint, verbatim.
    pub checkpoint: String,
}

impl core::fmt::Display for Proof {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        writeln!(f, "{FIRST_LINE}")?;
        writeln!(f, "index {}", self.index)?;
        for hash in &self.path {
            writeln!(f, "{}", STANDARD.encode(hash.0))?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

impl Proof {
    /// Reads a proof file.
    ///
    /// # Errors
    /// [`Error::Malformed`] for any other form; an `extra` line is not used here and refused.
    pub fn parse(text: &str) -> Result<Self> {
        let bad = |why| Error::malformed("ledger proof", why);
        let rest = text
            .strip_prefix(FIRST_LINE)
            .and_then(|rest| rest.strip_prefix('\n'))
            .ok_or(bad("first line"))?;
        let (head, checkpoint) = rest
            .split_once("\n\n")
            .ok_or(bad("no empty line before the checkpoint"))?;
        let mut lines = head.split('\n');
        let index = lines
            .next()
            .and_then(|line| line.strip_prefix("index "))
            .ok_or(bad("no index"))?;
        let index = index
            .parse()
            .ok()
            .filter(|n: &u64| n.to_string() == index)
            .ok_or(bad("index is not a plain number"))?;
        let mut path = Vec::new();
        for line in lines {
            let hash = STANDARD
                .decode(line)
                .map_err(|_| bad("path is not base64"))?;
            path.push(Digest(
                hash.try_into()
                    .map_err(|_| bad("path hash is not 32 bytes"))?,
            ));
            if path.len() > PATH_MAX {
                return Err(Error::Limit {
                    what: "ledger proof path",
                    max: PATH_MAX as u64,
                });
            }
        }
        Ok(Self {
            index,
            path,
            checkpoint: checkpoint.to_owned(),
        })
    }

    /// Checks that the log of `key` holds an entry whose leaf hash is `leaf`; gives the checkpoint that says so.
    ///
    /// # Errors
    /// As [`Checkpoint::open`]; [`Error::Proof`] when the path does not lead to its root.
    pub fn verify(&self, leaf: &Digest, key: &NoteKey) -> Result<Checkpoint> {
        let checkpoint = Checkpoint::open(&self.checkpoint, key)?;
        verify_inclusion(
            leaf,
            self.index,
            checkpoint.size,
            &self.path,
            &checkpoint.root,
        )?;
        Ok(checkpoint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Frontier, NoteSigner, inclusion_proof, leaf_hash};
    use std::collections::HashMap;

    #[test]
    fn written_read_verified() {
        let signer = NoteSigner::from_seed("xa.example/log", &[7; 32]).unwrap();
        let (mut kept, mut frontier) = (HashMap::new(), Frontier::new());
        for n in 0..11u8 {
            frontier.append(leaf_hash(&[n]), &mut |level, index, hash| {
                kept.insert((level, index), hash);
            });
        }
        let nodes = |level, index| kept.get(&(level, index)).copied();
        let checkpoint = Checkpoint::new("xa.example/log", 11, frontier.root());
        for index in [0u8, 6, 10] {
            let path = inclusion_proof(u64::from(index), 11, &nodes).unwrap();
            let proof = Proof {
                index: u64::from(index),
                path,
                checkpoint: checkpoint.sign(&signer).unwrap(),
            };
            let read = Proof::parse(&proof.to_string()).unwrap();
            assert_eq!(read, proof);
            assert_eq!(
                read.verify(&leaf_hash(&[index]), signer.key()),
                Ok(checkpoint.clone())
            );
            assert!(read.verify(&leaf_hash(&[99]), signer.key()).is_err());
        }
        let single = Proof {
            index: 0,
            path: vec![],
            checkpoint: Checkpoint::new("xa.example/log", 1, leaf_hash(b""))
                .sign(&signer)
                .unwrap(),
        };
        assert_eq!(Proof::parse(&single.to_string()), Ok(single));
        assert!(Proof::parse("c2sp.org/tlog-proof@v1\nindex 01\n\nx").is_err());
    }
}
