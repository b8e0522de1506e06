//! A log of 15 entries written by Tessera, with its checkpoint at each size: same roots, same files, all proofs.

use super::vectors;
use crate::Digest;
use crate::ledger::{
    Checkpoint, Frontier, NoteKey, Tile, consistency_proof, entry_bundle, hash_in_tiles,
    inclusion_proof, leaf_hash, new_tiles, read_bundle, verify_consistency, verify_inclusion,
};
use std::collections::HashMap;

const VKEY: &str = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
const ENTRIES: [&str; 15] = [
    "one", "two", "three", "four", "five", "six", "seven", "eit", "nain", "ten", "ileven", "twelf",
    "threeten", "fourten", "fivten",
];

#[test]
fn the_same_log_as_tessera() {
    let Some(dir) = vectors("tlog-tessera/log") else {
        return;
    };
    let key = NoteKey::parse(VKEY).unwrap();
    let read = |name: &str| std::fs::read(dir.join(name)).unwrap();
    let checkpoint = |size: usize| {
        let note = String::from_utf8(read(&format!("checkpoint.{size}"))).unwrap();
        Checkpoint::open(&note, &key).unwrap()
    };
    let mut kept: HashMap<(u8, u64), Digest> = HashMap::new();
    let mut frontier = Frontier::new();
    let mut roots = vec![(0, frontier.root())];
    assert_eq!(checkpoint(0).root, frontier.root());
    for (n, entry) in ENTRIES.iter().enumerate() {
        frontier.append(leaf_hash(entry.as_bytes()), &mut |level, index, hash| {
            kept.insert((level, index), hash);
        });
        let found = checkpoint(n + 1);
        assert_eq!((found.size, found.root), (frontier.size(), frontier.root()));
        roots.push((frontier.size(), frontier.root()));
    }
    let nodes = |level, index| kept.get(&(level, index)).copied();
    for (old, old_root) in &roots {
        for (new, new_root) in &roots {
            if old > new {
                assert!(consistency_proof(*old, *new, &nodes).is_err());
                continue;
            }
            let path = consistency_proof(*old, *new, &nodes).unwrap();
            verify_consistency((*old, old_root), (*new, new_root), &path).unwrap();
            for index in 0..*new {
                let leaf = leaf_hash(ENTRIES[usize::try_from(index).unwrap()].as_bytes());
                verify_inclusion(
                    &leaf,
                    index,
                    *new,
                    &inclusion_proof(index, *new, &nodes).unwrap(),
                    new_root,
                )
                .unwrap();
            }
        }
    }
    for size in 1..=15u64 {
        let tile = Tile::holding(0, 0, size).unwrap();
        assert_eq!(tile.bytes(&nodes).unwrap(), read(&tile.path()));
        let count = usize::try_from(size).unwrap();
        let entries: Vec<&[u8]> = ENTRIES[..count]
            .iter()
            .map(|entry| entry.as_bytes())
            .collect();
        let bundle = read(&tile.entries_path());
        assert_eq!(entry_bundle(&entries).unwrap(), bundle);
        assert_eq!(read_bundle(&bundle).unwrap(), entries);
    }
    assert_eq!(
        new_tiles(0, 15),
        [Tile {
            level: 0,
            index: 0,
            width: 15
        }]
    );
    let fetch = |tile: Tile| std::fs::read(dir.join(tile.path())).ok();
    assert_eq!(
        crate::ledger::root_at(15, &|level, index| hash_in_tiles(level, index, 15, &fetch)),
        Ok(frontier.root())
    );
    let forged = String::from_utf8(read("checkpoint.15"))
        .unwrap()
        .replace("\n15\n", "\n14\n");
    assert!(Checkpoint::open(&forged, &key).is_err());
}
