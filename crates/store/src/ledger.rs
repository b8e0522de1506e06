//! The ledger's rows: entries with their salt, the hashes of the Merkle tree, checkpoints, and the tiles that others
//! read. The mathematics is `seal::ledger`; who signs a checkpoint, and when, is `office`.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{Digest, Entry, RowMark};
use seal::ledger::{Frontier, Salt, Tile, entry_data, event_leaf, inclusion_proof};

use crate::db::{Conn, Pool};
use crate::error::{Error, Result};
use crate::fault;
use crate::open::Store;
use crate::row::{Row, Val};
use crate::tables::LEDGER_ROW;
use crate::tx::{Tx, as_i64, damaged, unreadable};
use crate::written::WRITTEN_AT_ONCE;

/// How many entries there are. Counting them one by one would read the whole table.
const SIZE: &str = "SELECT COALESCE(MAX(leaf) + 1, 0) FROM ledger";

/// The growing edge of the tree, held by the writer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree(Frontier);

impl Tree {
    pub(crate) fn size(&self) -> u64 {
        self.0.size()
    }

    /// Read the edge back from the stored hashes.
    pub(crate) async fn load(conn: &mut Conn) -> Result<Self> {
        let row = conn.maybe(SIZE, &[], "measure the ledger").await?;
        let size = u64::try_from(row.map_or(Ok(0), |r| r.int(0))?).unwrap_or(0);
        let mut peaks = HashMap::new();
        for level in 0..63u8 {
            if size >> level & 1 == 1 {
                let number = (size >> level) - 1;
                let row = conn
                    .maybe(
                        "SELECT sha256 FROM tree WHERE level = $1 AND number = $2",
                        &[i64::from(level).into(), as_i64(number).into()],
                        "load the tree",
                    )
                    .await?;
                if let Some(row) = row {
                    peaks.insert((level, number), digest(&row.text(0)?, "tree")?);
                }
            }
        }
        Frontier::load(size, &|level, number| peaks.get(&(level, number)).copied())
            .map(Tree)
            .map_err(|e| damaged("tree", &e.to_string()))
    }
}

/// A line of the ledger.
#[derive(Debug, Clone)]
pub struct Line {
    /// Position, from 0.
    pub leaf: u64,
    /// What was done.
    pub entry: Entry,
    /// The leaf hash in the tree.
    pub sha256: Digest,
    /// The canonical JSON that was salted and hashed.
    pub json: String,
    /// The salt; `None` once erased.
    pub salt: Option<[u8; 32]>,
}

/// What of the ledger is wanted.
#[derive(Debug, Clone, Default)]
pub struct LineFilter {
    /// Past-tense verb.
    pub verb: Option<String>,
    /// `request:<id>` and the like.
    pub object: Option<String>,
    /// Only lines before this leaf (for paging, newest first).
    pub before: Option<u64>,
    /// How many lines.
    pub limit: u32,
}

/// A checkpoint that was signed.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Entries it covers.
    pub size: u64,
    /// When it was signed.
    pub at: Timestamp,
    /// Root hash.
    pub root: Digest,
    /// The signed note (C2SP).
    pub note: String,
}

impl Tx {
    /// Append an entry: its row, the marks of the rows it names, the hashes that became complete.
    pub(crate) async fn append(&mut self, entry: &Entry) -> Result<u64> {
        fault::point("ledger.append")?;
        // While the engine writes the rows that it names, its text is made.
        let leaf = self.next_leaf();
        let text = async {
            let json = serde_json::to_value(entry).map_err(|e| unreadable("entry", e))?;
            seal::canonical_json(&json).map_err(|e| damaged("entry", &e.to_string()))
        };
        let (named, event) = futures_util::join!(self.name_rows(leaf, &entry.rows), text);
        named?;
        let event = event?;
        let salt = Salt::new(&mut *self.dice);
        let hash = event_leaf(&salt, &event);
        let mut nodes = Vec::new();
        self.tree.0.append(hash, &mut |level, number, hash| {
            nodes.push((level, number, hash))
        });
        let text = String::from_utf8(event).map_err(|e| unreadable("entry", e))?;
        self.conn
            .execute(
                "INSERT INTO ledger (leaf, act, at, verb, actor, object, salt, entry, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                &[
                    as_i64(leaf).into(),
                    entry.act.to_string().into(),
                    entry.at.as_microsecond().into(),
                    entry.verb.clone().into(),
                    entry.actor.clone().into(),
                    entry.object.clone().into(),
                    Some(salt.0.to_vec()).into(),
                    text.into(),
                    hash.to_string().into(),
                ],
                "append to the ledger",
            )
            .await?;
        for (level, number, hash) in nodes {
            self.conn
                .execute(
                    "INSERT INTO tree (level, number, sha256) VALUES ($1, $2, $3)",
                    &[
                        i64::from(level).into(),
                        as_i64(number).into(),
                        hash.to_string().into(),
                    ],
                    "grow the tree",
                )
                .await?;
        }
        Ok(leaf)
    }

    /// The rows that an entry names, so that each row leads to its entry: few by one statement each, which the engine knows by
    /// heart; very many by the hundred.
    async fn name_rows(&mut self, leaf: u64, rows: &[RowMark]) -> Result<()> {
        for chunk in rows.chunks(WRITTEN_AT_ONCE) {
            let at_once = match chunk.len() {
                WRITTEN_AT_ONCE => WRITTEN_AT_ONCE,
                _ => 1,
            };
            let sql = LEDGER_ROW.insert_many_sql(at_once, self.conn.engine());
            for marks in chunk.chunks(at_once) {
                let vals: Vec<Val> = { marks.iter() }
                    .flat_map(|mark| {
                        let place = format!("{}/{}", mark.table, mark.id);
                        let sha256 = mark.sha256.to_string();
                        [
                            place.into(),
                            mark.version.into(),
                            as_i64(leaf).into(),
                            sha256.into(),
                        ]
                    })
                    .collect();
                let doing = "name rows in the ledger";
                self.conn.execute(&sql, &vals, doing).await?;
            }
        }
        Ok(())
    }
}

const LINE: &str = "SELECT leaf, salt, entry, sha256 FROM ledger";

fn line(row: &Row) -> Result<Line> {
    let leaf = u64::try_from(row.int(0)?).unwrap_or(0);
    let place = format!("ledger/{leaf}");
    let json = row.text(2)?;
    let entry = serde_json::from_str(&json).map_err(|e| unreadable(&place, e))?;
    let salt = match row.opt_bytes(1)? {
        None => None,
        Some(bytes) => Some(
            <[u8; 32]>::try_from(bytes)
                .map_err(|_| damaged(&place, "the salt has a wrong length"))?,
        ),
    };
    Ok(Line {
        leaf,
        entry,
        sha256: digest(&row.text(3)?, &place)?,
        json,
        salt,
    })
}

pub(crate) fn digest(text: &str, place: &str) -> Result<Digest> {
    text.parse()
        .map_err(|_| damaged(place, "a digest is not 64 hexadecimal digits"))
}

impl Store {
    /// How many entries the ledger has.
    pub async fn ledger_size(&self) -> Result<u64> {
        let row = self.pool().maybe(SIZE, &[], "measure the ledger").await?;
        Ok(u64::try_from(row.map_or(Ok(0), |r| r.int(0))?).unwrap_or(0))
    }

    /// Lines of the ledger, newest first.
    pub async fn ledger_lines(&self, filter: &LineFilter) -> Result<Vec<Line>> {
        let mut vals: Vec<Val> = vec![
            filter.before.map_or(i64::MAX, as_i64).into(),
            i64::from(filter.limit).into(),
        ];
        let mut sql = format!("{LINE} WHERE leaf < $1");
        for (column, value) in [("verb", &filter.verb), ("object", &filter.object)] {
            if let Some(value) = value.as_deref().filter(|v| !v.is_empty()) {
                vals.push(value.into());
                sql.push_str(&format!(" AND {column} = ${}", vals.len()));
            }
        }
        sql.push_str(" ORDER BY leaf DESC LIMIT $2");
        self.pool()
            .all(&sql, &vals, "read the ledger")
            .await?
            .iter()
            .map(line)
            .collect()
    }

    /// One line.
    pub async fn ledger_line(&self, leaf: u64) -> Result<Option<Line>> {
        let row = self
            .pool()
            .maybe(
                &format!("{LINE} WHERE leaf = $1"),
                &[as_i64(leaf).into()],
                "read the ledger",
            )
            .await?;
        row.as_ref().map(line).transpose()
    }

    /// Lines from `start` in order, for verification and export.
    pub async fn ledger_from(&self, start: u64, limit: u32) -> Result<Vec<Line>> {
        let sql = format!("{LINE} WHERE leaf >= $1 ORDER BY leaf LIMIT $2");
        let rows = self
            .pool()
            .all(
                &sql,
                &[as_i64(start).into(), i64::from(limit).into()],
                "read the ledger",
            )
            .await?;
        rows.iter().map(line).collect()
    }

    /// The latest checkpoint that was signed.
    pub async fn checkpoint(&self) -> Result<Option<Signed>> {
        let sql = "SELECT size, at, root, note FROM checkpoint ORDER BY size DESC LIMIT 1";
        self.pool()
            .maybe(sql, &[], "read the checkpoint")
            .await?
            .as_ref()
            .map(signed)
            .transpose()
    }

    /// Every checkpoint, oldest first.
    pub async fn checkpoints(&self) -> Result<Vec<Signed>> {
        let sql = "SELECT size, at, root, note FROM checkpoint ORDER BY size";
        self.pool()
            .all(sql, &[], "read the checkpoints")
            .await?
            .iter()
            .map(signed)
            .collect()
    }

    /// The root of the first `size` entries.
    pub async fn root_at(&self, size: u64) -> Result<Digest> {
        let nodes = nodes_for(self.pool(), 0, size).await?;
        seal::ledger::root_at(size, &|l, n| nodes.get(&(l, n)).copied())
            .map_err(|e| damaged("tree", &e.to_string()))
    }

    /// Keep a signed checkpoint. Housekeeping: it says nothing that the tree does not hold.
    pub async fn keep_checkpoint(&self, signed: Signed) -> Result<()> {
        self.housekeep(move |tx| {
            Box::pin(async move {
                tx.conn
                    .execute(
                        "INSERT INTO checkpoint (size, at, root, note) VALUES ($1, $2, $3, $4) ON CONFLICT (size) DO NOTHING",
                        &[
                            as_i64(signed.size).into(),
                            signed.at.as_microsecond().into(),
                            signed.root.to_string().into(),
                            signed.note.into(),
                        ],
                        "keep a checkpoint",
                    )
                    .await
                    .map(drop)
            })
        })
        .await
    }

    /// The audit path of a leaf in the tree of `size` entries.
    pub async fn inclusion(&self, leaf: u64, size: u64) -> Result<Vec<Digest>> {
        let nodes = nodes_for(self.pool(), leaf, size).await?;
        inclusion_proof(leaf, size, &|l, n| nodes.get(&(l, n)).copied())
            .map_err(|e| damaged("tree", &e.to_string()))
    }

    /// A tile of hashes, or a bundle of entry data, of the tree as the latest checkpoint shows it (C2SP tlog-tiles).
    pub async fn ledger_tile(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let Ok((tile, entries)) = Tile::parse(path) else {
            return Ok(None);
        };
        let Some(signed) = self.checkpoint().await? else {
            return Ok(None);
        };
        let start = tile.index.saturating_mul(256);
        let held = signed.size >> (8 * u32::from(tile.level));
        let end = start.saturating_add(u64::from(tile.width));
        if end > held {
            return Ok(None);
        }
        if entries {
            return self
                .entry_bundle(start, u32::from(tile.width))
                .await
                .map(Some);
        }
        let sql =
            "SELECT number, sha256 FROM tree WHERE level = $1 AND number >= $2 AND number < $3";
        let vals = [
            i64::from(tile.level * 8).into(),
            as_i64(start).into(),
            as_i64(end).into(),
        ];
        let mut nodes = HashMap::new();
        for row in self.pool().all(sql, &vals, "read a tile").await? {
            nodes.insert(
                u64::try_from(row.int(0)?).unwrap_or(0),
                digest(&row.text(1)?, "tree")?,
            );
        }
        let level = tile.level * 8;
        tile.bytes(&|l, n| (l == level).then(|| nodes.get(&n).copied()).flatten())
            .map(Some)
            .map_err(|e| damaged("tree", &e.to_string()))
    }

    async fn entry_bundle(&self, start: u64, width: u32) -> Result<Vec<u8>> {
        let sql = "SELECT salt, entry, data FROM ledger WHERE leaf >= $1 ORDER BY leaf LIMIT $2";
        let vals = [as_i64(start).into(), i64::from(width).into()];
        let mut bundle = Vec::new();
        for row in self.pool().all(sql, &vals, "read a bundle").await? {
            let data = match row.opt_bytes(0)? {
                Some(salt) => {
                    let salt = <[u8; 32]>::try_from(salt)
                        .map_err(|_| damaged("ledger", "a salt has a wrong length"))?;
                    entry_data(&Salt(salt), row.text(1)?.as_bytes())
                }
                // Of an erased entry the data stays: without the salt it leads back to no text.
                None => digest(&row.opt_text(2)?.unwrap_or_default(), "ledger")?,
            };
            bundle.extend_from_slice(&32u16.to_be_bytes());
            bundle.extend_from_slice(&data.0);
        }
        Ok(bundle)
    }
}

fn signed(row: &Row) -> Result<Signed> {
    Ok(Signed {
        size: u64::try_from(row.int(0)?).unwrap_or(0),
        at: Timestamp::from_microsecond(row.int(1)?).map_err(|e| unreadable("checkpoint", e))?,
        root: digest(&row.text(2)?, "checkpoint")?,
        note: row.text(3)?,
    })
}

/// The stored hashes that a root or an audit path of a tree of `size` entries can ask for: the complete subtrees on the
/// way to `leaf` and to the right edge, with their siblings. At most four a level.
async fn nodes_for(pool: &Pool, leaf: u64, size: u64) -> Result<HashMap<(u8, u64), Digest>> {
    let mut nodes = HashMap::new();
    for level in 0..63u8 {
        let count = size >> level;
        if count == 0 {
            break;
        }
        let (here, last) = (leaf >> level, count - 1);
        let wanted = [here, here ^ 1, last, last ^ 1];
        let vals: Vec<_> = std::iter::once(i64::from(level).into())
            .chain(wanted.iter().map(|n| as_i64(*n).into()))
            .collect();
        let sql = "SELECT number, sha256 FROM tree WHERE level = $1 AND number IN ($2, $3, $4, $5)";
        for row in pool.all(sql, &vals, "read the tree").await? {
            nodes.insert(
                (level, u64::try_from(row.int(0)?).unwrap_or(0)),
                digest(&row.text(1)?, "tree")?,
            );
        }
    }
    if nodes.is_empty() && size > 0 {
        return Err(Error::Damaged {
            place: "tree".to_owned(),
            what: "its hashes are missing".to_owned(),
        });
    }
    Ok(nodes)
}
