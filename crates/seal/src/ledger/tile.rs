//! Tiles and entry bundles (C2SP tlog-tiles): how a tree is published as immutable files of 256 hashes.

use super::tree::{Nodes, node_hash};
use crate::{Digest, Error, Result};

/// Hashes in a full tile, and entries in a full bundle.
const TILE_WIDTH: u64 = 256;
/// Tree levels in one tile.
const TILE_HEIGHT: u8 = 8;
/// Highest tile level: 256^8 entries.
const TILE_LEVEL_MAX: u8 = 7;

/// One tile: `width` hashes of tree level `8 * level`, starting at `256 * index`. Full when `width` is 256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tile {
    /// Tile level; 0 holds leaf hashes.
    pub level: u8,
    /// Position within the level.
    pub index: u64,
    /// Number of hashes, 1..=256.
    pub width: u16,
}

impl Tile {
    /// The tile that holds node `index` of tile level `level` in a tree of `size` entries; `None` where the tree has no
    /// complete node there.
    pub fn holding(level: u8, index: u64, size: u64) -> Option<Self> {
        if level > TILE_LEVEL_MAX {
            return None;
        }
        let nodes = size >> (TILE_HEIGHT * level);
        let tile = index / TILE_WIDTH;
        let width = nodes.checked_sub(tile * TILE_WIDTH)?.min(TILE_WIDTH);
        let inside = index % TILE_WIDTH < width;
        inside.then_some(Self {
            level,
            index: tile,
            width: u16::try_from(width).ok()?,
        })
    }

    /// Path below the log's prefix: `tile/0/x001/234.p/5`.
    pub fn path(&self) -> String {
        format!(
            "tile/{}/{}",
            self.level,
            number_path(self.index, self.width)
        )
    }

    /// Path of the entry bundle with the same index and width (of a level 0 tile).
    pub fn entries_path(&self) -> String {
        format!("tile/entries/{}", number_path(self.index, self.width))
    }

    /// Reads [`Tile::path`] or [`Tile::entries_path`] back: the tile, and whether entries are meant.
    ///
    /// # Errors
    /// [`Error::Malformed`] for any other spelling, leading zeroes included.
    pub fn parse(path: &str) -> Result<(Self, bool)> {
        let bad = Error::malformed("tile path", "not of the form tile/LEVEL/NNN[.p/WIDTH]");
        let rest = path.strip_prefix("tile/").ok_or(bad.clone())?;
        let (level, rest) = rest.split_once('/').ok_or(bad.clone())?;
        let entries = level == "entries";
        let level_number = if entries {
            0
        } else {
            level.parse().map_err(|_| bad.clone())?
        };
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (number, width.parse().map_err(|_| bad.clone())?),
            None => (rest, 256),
        };
        let mut index = 0u64;
        for part in number.split('/') {
            let digits = part.strip_prefix('x').unwrap_or(part);
            let value: u64 = digits.parse().map_err(|_| bad.clone())?;
            index = index
                .checked_mul(1000)
                .and_then(|i| i.checked_add(value))
                .ok_or(bad.clone())?;
        }
        let tile = Self {
            level: level_number,
            index,
            width,
        };
        let spelled = if entries {
            tile.entries_path()
        } else {
            tile.path()
        };
        let sound = (1..=256).contains(&width) && level_number <= TILE_LEVEL_MAX && spelled == path;
        if sound { Ok((tile, entries)) } else { Err(bad) }
    }

    /// The tile's bytes, 32 per hash.
    ///
    /// # Errors
    /// [`Error::Missing`] when a hash is not kept.
    pub fn bytes(&self, nodes: Nodes<'_>) -> Result<Vec<u8>> {
        let start = self.index * TILE_WIDTH;
        let mut out = Vec::with_capacity(usize::from(self.width) * 32);
        for index in start..start + u64::from(self.width) {
            let hash = nodes(TILE_HEIGHT * self.level, index).ok_or(Error::Missing("tree hash"))?;
            out.extend_from_slice(&hash.0);
        }
        Ok(out)
    }
}

fn number_path(index: u64, width: u16) -> String {
    let mut path = format!("{:03}", index % 1000);
    let mut rest = index / 1000;
    while rest > 0 {
        path = format!("x{:03}/{path}", rest % 1000);
        rest /= 1000;
    }
    if u64::from(width) < TILE_WIDTH {
        path.push_str(&format!(".p/{width}"));
    }
    path
}

/// The tiles of a tree of `new` entries that the tree of `old` entries did not have: what a log publishes after growing.
pub fn new_tiles(old: u64, new: u64) -> Vec<Tile> {
    let mut tiles = Vec::new();
    for level in 0..=TILE_LEVEL_MAX {
        let shift = TILE_HEIGHT * level;
        let (from, to) = (old >> shift, new >> shift);
        if from >= to {
            break;
        }
        let mut index = from / TILE_WIDTH;
        while index * TILE_WIDTH < to {
            let width = (to - index * TILE_WIDTH).min(TILE_WIDTH);
            tiles.push(Tile {
                level,
                index,
                width: u16::try_from(width).unwrap_or(256),
            });
            index += 1;
        }
    }
    tiles
}

/// Hash of the complete node (`level`, `index`) read from published tiles of a tree of `size` entries, for those who only
/// have the files. `fetch` gives a tile's bytes. Hashing at most 128 pairs.
pub fn hash_in_tiles(
    level: u8,
    index: u64,
    size: u64,
    fetch: &dyn Fn(Tile) -> Option<Vec<u8>>,
) -> Option<Digest> {
    let (tile_level, above) = (level / TILE_HEIGHT, level % TILE_HEIGHT);
    let first = index
        .checked_shl(u32::from(above))
        .filter(|first| first >> above == index)?;
    let count = 1usize << above;
    let tile = Tile::holding(tile_level, first + (count as u64 - 1), size)?;
    let bytes = fetch(tile).filter(|bytes| bytes.len() == usize::from(tile.width) * 32)?;
    let (hashes, _) = bytes.as_chunks::<32>();
    let skip = usize::try_from(first % TILE_WIDTH).ok()?;
    let mut row: Vec<Digest> = hashes
        .iter()
        .skip(skip)
        .take(count)
        .map(|hash| Digest(*hash))
        .collect();
    while row.len() > 1 {
        row = row
            .as_chunks::<2>()
            .0
            .iter()
            .map(|[left, right]| node_hash(left, right))
            .collect();
    }
    row.pop()
}

/// An entry bundle: each entry with its length before it as 16 bits, big-endian.
///
/// # Errors
/// [`Error::Limit`] when an entry is longer than 65,535 bytes or there are more than 256.
pub fn entry_bundle(entries: &[&[u8]]) -> Result<Vec<u8>> {
    if entries.len() as u64 > TILE_WIDTH {
        return Err(Error::Limit {
            what: "entries of a bundle",
            max: TILE_WIDTH,
        });
    }
    let mut out = Vec::new();
    for entry in entries {
        let len = u16::try_from(entry.len()).map_err(|_| Error::Limit {
            what: "ledger entry bytes",
            max: 65_535,
        })?;
        out.extend_from_slice(&len.to_be_bytes());
        out.extend_from_slice(entry);
    }
    Ok(out)
}

/// Reads an entry bundle back.
///
/// # Errors
/// [`Error::Malformed`] when bytes are left over or missing, or there are more than 256 entries.
pub fn read_bundle(mut bytes: &[u8]) -> Result<Vec<Vec<u8>>> {
    let mut entries = Vec::new();
    while !bytes.is_empty() {
        let bad = Error::malformed("entry bundle", "truncated or too many entries");
        let (len, rest) = bytes.split_first_chunk::<2>().ok_or(bad.clone())?;
        let len = usize::from(u16::from_be_bytes(*len));
        let (entry, rest) = rest.split_at_checked(len).ok_or(bad.clone())?;
        if entries.len() as u64 == TILE_WIDTH {
            return Err(bad);
        }
        entries.push(entry.to_vec());
        bytes = rest;
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Frontier, leaf_hash};
    use std::collections::HashMap;

    #[test]
    fn paths_both_ways() {
        for (level, index, width, expect) in [
            (0, 0, 256, "tile/0/000"),
            (1, 0, 1, "tile/1/000.p/1"),
            (0, 1_234_067, 256, "tile/0/x001/x234/067"),
            (7, 999, 255, "tile/7/999.p/255"),
            (2, 1000, 16, "tile/2/x001/000.p/16"),
        ] {
            let tile = Tile {
                level,
                index,
                width,
            };
            assert_eq!(tile.path(), expect);
            assert_eq!(Tile::parse(expect), Ok((tile, false)));
        }
        assert_eq!(
            Tile::parse("tile/entries/001.p/9"),
            Ok((
                Tile {
                    level: 0,
                    index: 1,
                    width: 9
                },
                true
            ))
        );
        for bad in [
            "",
            "tile/0/0",
            "tile/0/x000/000",
            "tile/00/000",
            "tile/8/000",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/007",
            "tile/0/000.p/7/",
            "tile/0/+00",
            "tile/0/../000",
            "tile/x/000",
            "/tile/0/000",
            "tile/0/001/000",
            "tile/0/x18446744073709551615/001",
        ] {
            assert!(Tile::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn tiles_of_seventy_thousand() {
        // The example of tlog-tiles: 273 full and one of 112; one full and one of 17; one of 1.
        let tiles = new_tiles(0, 70_000);
        assert_eq!(tiles.len(), 274 + 2 + 1);
        assert_eq!(
            tiles[273],
            Tile {
                level: 0,
                index: 273,
                width: 112
            }
        );
        assert_eq!(
            tiles[275],
            Tile {
                level: 1,
                index: 1,
                width: 17
            }
        );
        assert_eq!(
            tiles[276],
            Tile {
                level: 2,
                index: 0,
                width: 1
            }
        );
        assert_eq!(
            new_tiles(255, 256),
            [
                Tile {
                    level: 0,
                    index: 0,
                    width: 256
                },
                Tile {
                    level: 1,
                    index: 0,
                    width: 1
                }
            ]
        );
        assert_eq!(new_tiles(9, 9), []);
    }

    #[test]
    fn hashes_come_back_from_tiles() {
        let mut kept = HashMap::new();
        let mut frontier = Frontier::new();
        for n in 0..700u32 {
            frontier.append(leaf_hash(&n.to_be_bytes()), &mut |level, index, hash| {
                kept.insert((level, index), hash);
            });
        }
        let nodes = |level, index| kept.get(&(level, index)).copied();
        let files: HashMap<Tile, Vec<u8>> = new_tiles(0, 700)
            .into_iter()
            .map(|tile| (tile, tile.bytes(&nodes).unwrap()))
            .collect();
        let fetch = |tile| files.get(&tile).cloned();
        for ((level, index), hash) in &kept {
            assert_eq!(
                hash_in_tiles(*level, *index, 700, &fetch),
                Some(*hash),
                "{level} {index}"
            );
        }
        assert_eq!(hash_in_tiles(0, 700, 700, &fetch), None);
        assert_eq!(
            hash_in_tiles(3, 87, 700, &fetch),
            None,
            "700 is not a multiple of 8, so node 87 is not complete"
        );
        let from_files = |level, index| hash_in_tiles(level, index, 700, &fetch);
        assert_eq!(
            crate::ledger::root_at(700, &from_files),
            Ok(frontier.root())
        );
    }

    #[test]
    fn bundles() {
        let bundle = entry_bundle(&[b"one", b"", b"three"]).unwrap();
        assert_eq!(
            read_bundle(&bundle).unwrap(),
            [b"one".to_vec(), Vec::new(), b"three".to_vec()]
        );
        assert!(read_bundle(&bundle[..bundle.len() - 1]).is_err());
        assert!(read_bundle(&[0]).is_err());
        assert!(entry_bundle(&[&vec![0; 65_536]]).is_err());
        assert!(entry_bundle(&vec![b"".as_slice(); 257]).is_err());
        assert!(read_bundle(&[0; 2 * 257]).is_err());
    }
}
