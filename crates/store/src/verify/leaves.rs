//! The ledger against itself: each entry against its leaf, its columns and its rows' names, the stored tree against the
//! one that the leaves give.

use std::collections::{BTreeMap, BTreeSet};

use model::{Digest, Entry};
use seal::ledger::{Frontier, Salt, event_leaf, leaf_hash};

use super::rows::Last;
use super::{Found, PAGE};
use crate::db::Snapshot;
use crate::error::Result;
use crate::row::Row;
use crate::tx::as_i64;

/// A gap of more entries than this is told as one and ends the walk.
const GAP_MAX: u64 = 100_000;

#[derive(Default)]
struct Walk {
    tree: Frontier,
    /// The leaf that comes next.
    next: u64,
    last: Last,
    /// Entries without a salt, with the digest of their text: a later entry must say that it was erased.
    erased: Vec<(u64, Digest)>,
    /// Rows named, in all.
    named: u64,
    /// What this page gives: nodes of the tree and names of rows.
    nodes: BTreeMap<u8, Vec<(u64, Digest)>>,
    names: BTreeSet<(String, i64, u64, String)>,
}

pub(super) async fn walk(
    snap: &mut Snapshot,
    found: &mut Found,
    sizes: &[u64],
    step: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<Last> {
    let total = snap
        .number("SELECT COUNT(*) FROM ledger", "count the ledger")
        .await?;
    let sql = "SELECT leaf, act, at, verb, actor, object, salt, entry, sha256, data FROM ledger WHERE leaf >= $1 \
               ORDER BY leaf LIMIT $2";
    let (mut walk, mut seen) = (Walk::default(), 0u64);
    'pages: loop {
        let start = walk.next;
        let vals = [as_i64(start).into(), i64::from(PAGE).into()];
        let rows = snap.all(sql, &vals, "read the ledger").await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let Some(leaf) = row.int(0).ok().and_then(|n| u64::try_from(n).ok()) else {
                break 'pages;
            };
            if !walk.gap(snap, leaf, found, sizes).await? {
                break 'pages;
            }
            seen += 1;
            walk.line(leaf, row, found);
            walk.mark_size(found, sizes);
        }
        walk.check_nodes(snap, found).await?;
        walk.check_names(snap, start, found).await?;
        step(seen, total);
    }
    walk.check_nodes(snap, found).await?;
    if seen != total {
        found.tell(
            "ledger/?",
            "unlisted",
            "the ledger holds entries with a number that is none",
        );
    }
    walk.check_rest(snap, found).await?;
    found.size = walk.next;
    found.root = Some(walk.tree.root());
    Ok(walk.last)
}

impl Walk {
    /// Name the entries missing before `leaf`, and let the stored hashes stand in for them, so that one missing entry does
    /// not make all others look wrong. Answers whether the walk can go on.
    async fn gap(
        &mut self,
        snap: &mut Snapshot,
        leaf: u64,
        found: &mut Found,
        sizes: &[u64],
    ) -> Result<bool> {
        if leaf - self.next > GAP_MAX {
            let what = format!("this entry and all up to number {} are missing", leaf - 1);
            found.tell(format!("ledger/{}", self.next), "missing", what);
            return Ok(false);
        }
        while self.next < leaf {
            found.tell(
                format!("ledger/{}", self.next),
                "missing",
                "this entry is missing",
            );
            let sql = "SELECT sha256 FROM tree WHERE level = 0 AND number = $1";
            let rows = snap
                .all(sql, &[as_i64(self.next).into()], "read the tree")
                .await?;
            let stored = rows
                .first()
                .and_then(|row| row.text(0).ok()?.parse().ok())
                .unwrap_or(Digest::ZERO);
            self.append(stored);
            self.mark_size(found, sizes);
        }
        Ok(true)
    }

    fn append(&mut self, hash: Digest) {
        let nodes = &mut self.nodes;
        self.tree.append(hash, &mut |level, number, hash| {
            nodes.entry(level).or_default().push((number, hash));
        });
        self.next += 1;
    }

    fn mark_size(&self, found: &mut Found, sizes: &[u64]) {
        if sizes.binary_search(&self.tree.size()).is_ok() {
            found.roots.push((self.tree.size(), self.tree.root()));
        }
    }

    /// One entry: its leaf, its columns, the rows it names.
    fn line(&mut self, leaf: u64, row: &Row, found: &mut Found) {
        let place = format!("ledger/{leaf}");
        let hash: Option<Digest> = row.text(8).ok().and_then(|t| t.parse().ok());
        self.append(hash.unwrap_or(Digest::ZERO));
        let Ok(json) = row.text(7) else {
            found.tell(place, "leaf", "the text of this entry cannot be read");
            return;
        };
        let holds = match row.opt_bytes(6).map(|s| s.map(<[u8; 32]>::try_from)) {
            Ok(Some(Ok(salt))) => {
                let bare = row.opt_text(9).is_ok_and(|data| data.is_none());
                bare && Some(event_leaf(&Salt(salt), json.as_bytes())) == hash
            }
            // An erased salt leaves the leaf in the tree and its text unprovable: that is what erasure means.
            Ok(None) => {
                self.erased.push((leaf, seal::sha256(json.as_bytes())));
                let data: Option<Digest> =
                    row.opt_text(9).ok().flatten().and_then(|t| t.parse().ok());
                hash.is_some() && data.map(|data| leaf_hash(&data.0)) == hash
            }
            _ => false,
        };
        if !holds {
            found.tell(
                &*place,
                "leaf",
                "the text of this entry is not what was hashed into the tree",
            );
        }
        let Ok(entry) = serde_json::from_str::<Entry>(&json) else {
            if holds {
                found.tell(place, "leaf", "the text of this entry is no entry");
            }
            return;
        };
        if !columns_agree(row, &entry) {
            found.tell(
                place,
                "changed",
                "a column of this entry says something else than its text",
            );
        }
        for mark in entry.rows {
            let row = format!("{}/{}", mark.table, mark.id);
            self.names
                .insert((row.clone(), mark.version, leaf, mark.sha256.to_string()));
            self.named += 1;
            self.last.insert(row, (mark.version, mark.sha256));
        }
    }

    /// The stored tree against the nodes that the entries gave.
    async fn check_nodes(&mut self, snap: &mut Snapshot, found: &mut Found) -> Result<()> {
        for (level, nodes) in std::mem::take(&mut self.nodes) {
            let (Some((first, _)), Some((last, _))) = (nodes.first(), nodes.last()) else {
                continue;
            };
            let sql =
                "SELECT number, sha256 FROM tree WHERE level = $1 AND number BETWEEN $2 AND $3";
            let vals = [
                i64::from(level).into(),
                as_i64(*first).into(),
                as_i64(*last).into(),
            ];
            let mut stored = BTreeMap::new();
            for row in snap.all(sql, &vals, "read the tree").await? {
                stored.insert(row.int(0)?, row.text(1).unwrap_or_default());
            }
            for (number, hash) in nodes {
                if stored.get(&as_i64(number)) != Some(&hash.to_string()) {
                    found.tell(
                        format!("tree/{level}/{number}"),
                        "tree",
                        "this hash of the tree is not what its leaves give",
                    );
                }
            }
        }
        Ok(())
    }

    /// The names of rows beside the entries of this page, which began at `start`.
    async fn check_names(
        &mut self,
        snap: &mut Snapshot,
        start: u64,
        found: &mut Found,
    ) -> Result<()> {
        let sql =
            "SELECT place, version, leaf, sha256 FROM ledger_row WHERE leaf >= $1 AND leaf < $2";
        let vals = [as_i64(start).into(), as_i64(self.next).into()];
        let mut stored = BTreeSet::new();
        for row in snap.all(sql, &vals, "read the names of rows").await? {
            if let (Ok(place), Ok(version), Ok(leaf), Ok(sha256)) =
                (row.text(0), row.int(1), row.int(2), row.text(3))
            {
                stored.insert((place, version, u64::try_from(leaf).unwrap_or(0), sha256));
            }
        }
        let names = std::mem::take(&mut self.names);
        for (place, version, leaf, _) in names.symmetric_difference(&stored) {
            found.tell(
                format!("ledger_row/{place}/{version}"),
                "changed",
                format!("the name of this row is not what entry {leaf} says"),
            );
        }
        Ok(())
    }

    /// What lies beyond the last entry, and erasures that no entry tells.
    async fn check_rest(&self, snap: &mut Snapshot, found: &mut Found) -> Result<()> {
        let (size, mut nodes) = (self.next, 0);
        for level in 0..64 {
            nodes += size >> level;
        }
        let sql = "SELECT COUNT(*) FROM tree";
        if snap.number(sql, "count the tree").await? > nodes {
            let sql = "SELECT number FROM tree WHERE level = 0 AND number >= $1 ORDER BY number LIMIT 100";
            let beyond = snap
                .all(sql, &[as_i64(size).into()], "read the tree")
                .await?;
            for row in &beyond {
                let place = format!("ledger/{}", row.int(0)?);
                found.tell(
                    place,
                    "missing",
                    "the tree has this leaf and its entry is gone",
                );
            }
            found.tell(
                "tree",
                "tree",
                "the tree holds more hashes than its leaves give",
            );
        }
        let sql = "SELECT COUNT(*) FROM ledger_row";
        if snap.number(sql, "count the names of rows").await? != self.named {
            found.tell(
                "ledger_row",
                "unlisted",
                "the names of rows are not as many as the entries say",
            );
        }
        let sql = "SELECT done.act FROM done LEFT JOIN ledger ON ledger.leaf = done.leaf AND ledger.act = done.act \
                   WHERE ledger.leaf IS NULL LIMIT 100";
        for row in snap.all(sql, &[], "read what was done").await? {
            let place = format!("done/{}", row.text(0).unwrap_or_default());
            found.tell(
                place,
                "unlisted",
                "no entry of the ledger tells of this act",
            );
        }
        for (leaf, text) in &self.erased {
            let told = self.last.get(&format!("ledger/{leaf}"));
            if told.map(|(_, sha256)| sha256) != Some(text) {
                found.tell(
                    format!("ledger/{leaf}"),
                    "leaf",
                    "its salt is gone and no later entry says that it was erased",
                );
            }
        }
        Ok(())
    }
}

/// The columns by which entries are found say what the entry says.
fn columns_agree(row: &Row, entry: &Entry) -> bool {
    row.text(1).ok() == Some(entry.act.to_string())
        && row.int(2).ok() == Some(entry.at.as_microsecond())
        && row.text(3).ok().as_ref() == Some(&entry.verb)
        && row.text(4).ok().as_ref() == Some(&entry.actor)
        && row.opt_text(5).ok().as_ref() == Some(&entry.object)
}
