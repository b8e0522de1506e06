//! The one way out: every SELECT and COUNT on records takes the set of readable labels inside the SQL, so that hidden
//! and absent are alike without filtering afterwards. Which labels are readable is `model`'s decision, made by `office`.

use jiff::Timestamp;
use model::Label;

use crate::error::{Error, Result};
use crate::open::Store;
use crate::records::{self, Record};
use crate::row::{Row, Val};
use crate::tx::unreadable;

/// Reads records whose label is in the set, and no others.
#[derive(Debug, Clone)]
pub struct Reader {
    store: Store,
    /// `1, 5, 9`: numbers only, made from integers.
    labels: String,
    house: House,
}

/// Which domestic authorities' records are in view. Records of no authority are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct House {
    /// This authority's; `None` means every authority's.
    pub own: Option<String>,
    /// Of these authorities, what waits for a second person from another house.
    pub in_review: Vec<String>,
}

/// Which records of a kind.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// `request`, `query` …
    pub kind: &'static str,
    /// Only these stages; empty means all.
    pub stages: Vec<String>,
    /// `outgoing` or `incoming`.
    pub side: Option<String>,
    /// State code of the other side.
    pub counterpart: Option<String>,
    /// The exact number.
    pub number: Option<String>,
    /// Id of the record they belong to.
    pub parent: Option<String>,
    /// Id of the officer who has it.
    pub officer: Option<String>,
    /// Only those at one of these places (side and stage); `None` means everywhere.
    pub places: Option<Vec<(String, String)>>,
    /// Only those due by then.
    pub due_before: Option<Timestamp>,
    /// Only those due at this time or later.
    pub due_from: Option<Timestamp>,
    /// Only those made at this time or later.
    pub created_from: Option<Timestamp>,
    /// Only those written after this one (when it was written, and its id), in that order whatever else is said.
    pub changed_after: Option<(Timestamp, String)>,
    /// Only those of this urgency.
    pub urgency: Option<i64>,
    /// Each of these must be found in it, in any of its forms. What words a record has is kept beside it when it is written.
    pub words: Vec<Vec<String>>,
    /// Only those among these ids; `None` means all.
    pub among: Option<Vec<String>>,
    /// Order: false by urgency and due date, true newest first.
    pub newest_first: bool,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A record that is there and cannot be opened.
#[derive(Debug)]
pub struct Unopened {
    /// Its id; empty where not even that can be read.
    pub id: String,
    /// Why.
    pub error: Error,
}

impl Unopened {
    /// The record of a row, or why it cannot be opened.
    pub(crate) fn or(
        vault: &crate::crypt::Vault,
        row: &Row,
    ) -> std::result::Result<Record, Unopened> {
        records::open(vault, row).map_err(|error| Unopened {
            id: row.text(0).unwrap_or_default(),
            error,
        })
    }
}

impl Store {
    /// All interned labels with their numbers.
    pub async fn labels(&self) -> Result<Vec<(i64, Label)>> {
        let rows = self
            .pool()
            .all(
                "SELECT number, json FROM label ORDER BY number",
                &[],
                "read the labels",
            )
            .await?;
        rows.iter()
            .map(|row| {
                let number = row.int(0)?;
                let label = serde_json::from_str(&row.text(1)?)
                    .map_err(|e| unreadable(&format!("label/{number}"), e))?;
                Ok((number, label))
            })
            .collect()
    }

    /// A reader of the records with these labels.
    pub fn reader(&self, readable: &[i64], house: House) -> Reader {
        // No label at all still makes valid SQL: no label has number 0.
        let labels = std::iter::once(&0)
            .chain(readable)
            .map(i64::to_string)
            .collect::<Vec<_>>()
            .join(",");
        Reader {
            store: self.clone(),
            labels,
            house,
        }
    }
}

impl Reader {
    /// Only what is asked for stands in the SQL, so that each question finds its index.
    fn condition(&self, wanted: &Wanted) -> Result<(String, Vec<Val>)> {
        let mut vals: Vec<Val> = vec![wanted.kind.into()];
        let mut sql = format!(
            "WHERE record.kind = $1 AND record.label IN ({})",
            self.labels
        );
        let equal = [
            ("side", &wanted.side),
            ("counterpart", &wanted.counterpart),
            ("number", &wanted.number),
            ("parent", &wanted.parent),
            ("officer", &wanted.officer),
        ];
        for (column, value) in equal {
            if let Some(value) = value.as_deref().filter(|v| !v.is_empty()) {
                vals.push(value.into());
                sql.push_str(&format!(" AND record.{column} = ${}", vals.len()));
            }
        }
        let at = |time: Timestamp| time.as_microsecond();
        let bounds = [
            ("due <=", wanted.due_before.map(at)),
            ("due >=", wanted.due_from.map(at)),
            ("created >=", wanted.created_from.map(at)),
            ("urgency =", wanted.urgency),
        ];
        for (column, bound) in bounds {
            if let Some(bound) = bound {
                vals.push(bound.into());
                sql.push_str(&format!(" AND record.{column} ${}", vals.len()));
            }
        }
        if let Some((since, id)) = &wanted.changed_after {
            vals.push(at(*since).into());
            vals.push(id.as_str().into());
            let n = vals.len();
            sql.push_str(&format!(
                " AND (record.updated, record.id) > (${}, ${n})",
                n - 1
            ));
        }
        for forms in &wanted.words {
            sql.push_str(&self.found_by(forms, &mut vals)?);
        }
        if let Some(ids) = &wanted.among {
            // No id at all still makes valid SQL.
            let marks = marks(&mut vals, ids);
            let any = if ids.is_empty() { "''" } else { &marks };
            sql.push_str(&format!(" AND record.id IN ({any})"));
        }
        if let Some(places) = &wanted.places {
            // No place at all still makes valid SQL.
            let mut any = "1 = 0".to_owned();
            for (side, stage) in places {
                let marks = marks(&mut vals, &[side.clone(), stage.clone()]);
                any.push_str(&format!(" OR (record.side, record.stage) = ({marks})"));
            }
            sql.push_str(&format!(" AND ({any})"));
        }
        if !wanted.stages.is_empty() {
            let marks = marks(&mut vals, &wanted.stages);
            sql.push_str(&format!(" AND record.stage IN ({marks})"));
        }
        sql.push_str(&self.in_view(&mut vals));
        Ok((sql, vals))
    }

    /// What every question about records of a kind begins with: the kind, and the labels and houses in view.
    pub(crate) fn scope(&self, kind: &str) -> (String, Vec<Val>) {
        let mut vals: Vec<Val> = vec![kind.into()];
        let view = self.in_view(&mut vals);
        let sql = format!(
            "WHERE record.kind = $1 AND record.label IN ({}){view}",
            self.labels
        );
        (sql, vals)
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// The houses in view, as a condition.
    fn in_view(&self, vals: &mut Vec<Val>) -> String {
        let Some(own) = &self.house.own else {
            return String::new();
        };
        vals.push(own.as_str().into());
        let mut sql = format!(
            " AND (record.authority IS NULL OR record.authority = ${}",
            vals.len()
        );
        if !self.house.in_review.is_empty() {
            let marks = marks(vals, &self.house.in_review);
            sql.push_str(&format!(" OR (record.stage = 'review' AND record.side = 'outgoing' AND record.authority IN ({marks}))"));
        }
        sql.push(')');
        sql
    }

    /// The records wanted.
    pub async fn records(&self, wanted: &Wanted) -> Result<Vec<Record>> {
        let rows = self.rows(wanted, &records::select()).await?;
        rows.iter()
            .map(|row| records::open(self.store.vault(), row))
            .collect()
    }

    /// The records wanted, each by itself: one that cannot be opened hides no other.
    pub async fn each(
        &self,
        wanted: &Wanted,
    ) -> Result<Vec<std::result::Result<Record, Unopened>>> {
        let rows = self.rows(wanted, &records::select()).await?;
        let vault = self.store.vault();
        let opened = rows.iter().map(|row| Unopened::or(vault, row));
        Ok(opened.collect())
    }

    /// Ids of the records wanted, whether they can be opened or not.
    pub async fn ids(&self, wanted: &Wanted) -> Result<Vec<String>> {
        let rows = self.rows(wanted, "SELECT record.id FROM record").await?;
        rows.iter().map(|row| row.text(0)).collect()
    }

    async fn rows(&self, wanted: &Wanted, select: &str) -> Result<Vec<Row>> {
        let (condition, mut vals) = self.condition(wanted)?;
        let order = match (&wanted.changed_after, wanted.newest_first) {
            (Some(_), _) => "record.updated, record.id",
            (None, true) => "record.seq DESC",
            (None, false) => {
                "record.urgency DESC, COALESCE(record.due, 9223372036854775807), record.seq"
            }
        };
        let at = vals.len();
        // First which, then what stands in them: bodies are not carried through the sorting.
        let sql = format!(
            "{select} WHERE record.seq IN (SELECT record.seq FROM record {condition} ORDER BY {order} LIMIT ${} OFFSET ${}) ORDER BY {order}",
            at + 1,
            at + 2
        );
        vals.push(i64::from(wanted.limit).into());
        vals.push(i64::from(wanted.offset).into());
        self.store.pool().all(&sql, &vals, "read records").await
    }

    /// How many records are wanted.
    pub async fn count(&self, wanted: &Wanted) -> Result<u64> {
        let (condition, vals) = self.condition(wanted)?;
        let sql = format!("SELECT COUNT(*) FROM record {condition}");
        let row = self
            .store
            .pool()
            .maybe(&sql, &vals, "count records")
            .await?;
        Ok(u64::try_from(row.map_or(Ok(0), |r| r.int(0))?).unwrap_or(0))
    }

    /// One record, if it exists and may be read: the two are not told apart.
    pub async fn record(&self, id: &str) -> Result<Option<Record>> {
        let mut vals: Vec<Val> = vec![id.into()];
        let view = self.in_view(&mut vals);
        let sql = format!(
            "{} WHERE record.id = $1 AND record.label IN ({}){view}",
            records::select(),
            self.labels
        );
        let row = self
            .store
            .pool()
            .maybe(&sql, &vals, "read a record")
            .await?;
        row.as_ref()
            .map(|row| records::open(self.store.vault(), row))
            .transpose()
    }
}

/// Bind texts and answer their markers: `$7,$8`.
pub(crate) fn marks(vals: &mut Vec<Val>, texts: &[String]) -> String {
    let first = vals.len() + 1;
    vals.extend(texts.iter().map(|t| Val::from(t.as_str())));
    (first..=vals.len())
        .map(|i| format!("${i}"))
        .collect::<Vec<_>>()
        .join(",")
}
