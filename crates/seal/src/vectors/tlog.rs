//! A log of 15 entries written by Tessera, with its checkpoint at each size: same roots, same files, all proofs.

use super::vectors;
use crate::Digest;
use crate::ledger::{
    Checkpoint, Frontier, NoteKey, Tile, consistency_proof, entry_bundle, hash_in_tiles,
    inclusion_proof, leaf_hash, new_tiles, read_bundle, verify_consistency, verify_inclusion,
};
use std::collections::HashMap;
use std::path::PathBuf;

const VKEY: &str = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
const ENTRIES: [&str; 15] = [
    "one", "two", "three", "four", "five", "six", "seven", "eit", "nain", "ten", "ileven", "twelf",
    "threeten", "fourten", "fivten",
];

struct Log {
    dir: PathBuf,
    kept: HashMap<(u8, u64), Digest>,
    /// Size and root after each entry, the empty log first.
    roots: Vec<(u64, Digest)>,
}

fn log() -> Option<Log> {
    let dir = vectors("tlog-tessera/log")?;
    let (mut kept, mut frontier) = (HashMap::new(), Frontier::new());
    let mut roots = vec![(0, frontier.root())];
    for entry in ENTRIES {
        frontier.append(leaf_hash(entry.as_bytes()), &mut |level, index, hash| {
            kept.insert((level, index), hash);
        });
        roots.push((frontier.size(), frontier.root()));
    }
    Some(Log { dir, kept, roots })
}

impl Log {
    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.dir.join(name)).unwrap()
    }

    fn node(&self, level: u8, index: u64) -> Option<Digest> {
        self.kept.get(&(level, index)).copied()
    }
}

#[test]
fn the_same_roots_as_tessera() {
    let Some(log) = log() else { return };
    let key = NoteKey::parse(VKEY).unwrap();
    for (size, root) in &log.roots {
        let note = String::from_utf8(log.read(&format!("checkpoint.{size}"))).unwrap();
        let found = Checkpoint::open(&note, &key).unwrap();
        assert_eq!((found.size, found.root), (*size, *root));
    }
    let forged = String::from_utf8(log.read("checkpoint.15")).unwrap();
    let forged = forged.replace("\n15\n", "\n14\n");
    assert!(Checkpoint::open(&forged, &key).is_err());
}

#[test]
fn every_pair_is_consistent_and_every_entry_included() {
    let Some(log) = log() else { return };
    let nodes = |level, index| log.node(level, index);
    for (old, old_root) in &log.roots {
        for (new, new_root) in &log.roots {
            if old > new {
                assert!(consistency_proof(*old, *new, &nodes).is_err());
                continue;
            }
            let path = consistency_proof(*old, *new, &nodes).unwrap();
            verify_consistency((*old, old_root), (*new, new_root), &path).unwrap();
        }
    }
    for (size, root) in &log.roots {
        for index in 0..*size {
            let leaf = leaf_hash(ENTRIES[usize::try_from(index).unwrap()].as_bytes());
            let path = inclusion_proof(index, *size, &nodes).unwrap();
            verify_inclusion(&leaf, index, *size, &path, root).unwrap();
        }
    }
}

#[test]
fn the_same_files_as_tessera() {
    let Some(log) = log() else { return };
    let nodes = |level, index| log.node(level, index);
    for size in 1..=15u64 {
        let tile = Tile::holding(0, 0, size).unwrap();
        assert_eq!(tile.bytes(&nodes).unwrap(), log.read(&tile.path()));
        let count = usize::try_from(size).unwrap();
        let entries: Vec<&[u8]> = ENTRIES[..count].iter().map(|e| e.as_bytes()).collect();
        let bundle = log.read(&tile.entries_path());
        assert_eq!(entry_bundle(&entries).unwrap(), bundle);
        assert_eq!(read_bundle(&bundle).unwrap(), entries);
    }
    let whole = Tile {
        level: 0,
        index: 0,
        width: 15,
    };
    assert_eq!(new_tiles(0, 15), [whole]);
    let fetch = |tile: Tile| std::fs::read(log.dir.join(tile.path())).ok();
    let from_files = |level, index| hash_in_tiles(level, index, 15, &fetch);
    assert_eq!(crate::ledger::root_at(15, &from_files), Ok(log.roots[15].1));
}
