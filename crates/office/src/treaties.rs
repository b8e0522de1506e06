//! Who joined which treaty: taking in newer lists, and the treaty atlas as a reader may see it.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use jiff::civil::Date;
use model::basis::atlas::{Gap, Line, Sheet, between, gaps, would_gain};
use model::basis::{Asks, Awaiting, Catalogue, CsvFault, Help, Lists, PartyList};
use model::policy::role_for;
use model::state::{StateProfile, World};
use model::{ActId, Actor, Object, Refusal, RequestId, StateCode, Verb, limits};
use serde::{Deserialize, Serialize};
use store::treaties::Participation;

use crate::directory::States;
use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::reader::Reader;

/// The instruments with the lists in force, as read once after each import.
#[derive(Debug, Default)]
pub(crate) struct Shelf(RwLock<Option<Catalogue>>);

impl Shelf {
    fn get(&self) -> Option<Catalogue> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn put(&self, catalogue: Option<Catalogue>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = catalogue;
    }
}

/// The instruments that the product ships, with the built-in lists and those taken in since.
pub(crate) async fn catalogue(office: &Office) -> Result<Catalogue> {
    if let Some(held) = office.0.treaties.get() {
        return Ok(held);
    }
    let mut lists = Lists::default();
    for row in office.store().participation().await? {
        let list: PartyList =
            serde_json::from_str(&row.json).map_err(|source| store::Error::Unreadable {
                place: format!("participation/{}", row.id),
                source: Box::new(source),
            })?;
        lists.put(&row.id, list);
    }
    let mut catalogue = Catalogue::universal();
    catalogue.put_lists(&lists);
    office.0.treaties.put(Some(catalogue.clone()));
    Ok(catalogue)
}

/// Take in lists of parties.
#[derive(Debug, Clone)]
pub struct Import {
    /// The act.
    pub act: ActId,
    /// The table, in the form of [`model::basis::Lists::read_csv`].
    pub table: String,
    /// The day on which the lists were true, where the rows do not say it.
    pub as_of: Option<Date>,
    /// Where they come from, in the operator's words.
    pub source: String,
}

/// What was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// For each instrument its id, the day of its list, and how many parties and signatories stand on it.
    pub lists: Vec<(String, Date, usize)>,
}

fn unreadable(fault: &CsvFault) -> Error {
    let what = format!("line {}: {} {:?}", fault.line, said(fault), fault.cell);
    Error::input("TREATIES", "file", what)
}

fn said(fault: &CsvFault) -> &'static str {
    use model::basis::CsvProblem as P;
    match fault.problem {
        P::Column => "the first line lacks the column",
        P::Shape => "a quotation mark is not closed",
        P::TooMany => "there are more rows than are read",
        P::TooLong => "a cell is too long",
        P::Instrument => "the catalogue knows no instrument",
        P::State => "not the two letters of a State:",
        P::Date => "not a day written as 2026-03-01:",
        P::Consent => "not a kind of consent:",
        P::Help => "not a kind of help:",
        P::Twice => "the party stands there twice:",
        P::AsOf => "nobody says on which day the list was true; give --as-of or the column",
        P::Empty => "there is no row",
    }
}

/// Take in lists of parties: each takes the place of the instrument's list before; a list older than that is refused.
///
/// # Errors
/// `NOT-ALLOWED`; input errors `TREATIES` (with the line), `TREATIES-OLD`, `TREATIES-FUTURE`.
pub async fn import(office: &Office, actor: &Actor, act: Import) -> Result<Imported> {
    let now = office.now();
    let state = office.state().clone();
    let role = role_for(actor, Verb::TreatyImport, &Object::node(&state), now)?;
    if act.table.len() > limits::PARTICIPATION_FILE_BYTES_MAX {
        return Err(Refusal::new("TOO-LARGE")
            .with("max", limits::PARTICIPATION_FILE_BYTES_MAX)
            .into());
    }
    let held = catalogue(office).await?;
    let lists = Lists::read_csv(&act.table, &held, act.as_of, act.source.trim())
        .map_err(|fault| unreadable(&fault))?;
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let mut kept = Imported { lists: Vec::new() };
    let mut put = Vec::new();
    for (id, list) in lists.all() {
        fits(&held, (id, list), today)?;
        kept.lists
            .push((id.to_owned(), list.as_of, list.parties.len()));
        put.push(Participation {
            id: id.to_owned(),
            version: 1,
            as_of: list.as_of.to_string(),
            imported: now,
            json: serde_json::to_string(list).map_err(|source| store::Error::Unreadable {
                place: format!("participation/{id}"),
                source: Box::new(source),
            })?,
        });
    }
    let said = Said {
        role,
        ..Said::of("treaties")
    }
    .with("instruments", put.len())
    .with("sha256", seal::sha256(act.table.as_bytes()));
    let who = (actor, Verb::TreatyImport);
    let entry = office.entry(act.act, who, now, said);
    let claim = Office::claim(act.act, who, Some("treaties".to_owned()));
    let done = office
        .act(claim, move |tx| {
            Box::pin(async move {
                // Judged by what stands when it is written: another import may have come in between.
                let rows = tx.participation().await?;
                for mut list in put {
                    if let Some(before) = rows.iter().find(|row| row.id == list.id) {
                        if before.as_of > list.as_of {
                            return Err(older(&list.id, &list.as_of, &before.as_of));
                        }
                        list.version = before.version + 1;
                    }
                    tx.put_participation(&list).await?;
                }
                Ok(tx.keep(entry, kept).await?)
            })
        })
        .await;
    office.0.treaties.put(None);
    done
}

fn older(id: &str, list: &dyn std::fmt::Display, held: &dyn std::fmt::Display) -> Error {
    let what = format!("{id}: the list is of {list}, and the one in force of {held}");
    Error::input("TREATIES-OLD", "as_of", what)
}

fn fits(held: &Catalogue, (id, list): (&str, &PartyList), today: Date) -> Result<()> {
    if list.as_of > today {
        let what = format!(
            "{id}: the list is said to be of {}, which is to come",
            list.as_of
        );
        return Err(Error::input("TREATIES-FUTURE", "as_of", what));
    }
    match held.lists().of(id) {
        Some(before) if before.as_of > list.as_of => Err(older(id, &list.as_of, &before.as_of)),
        _ => Ok(()),
    }
}

/// The treaty atlas with the States as this node knows them.
#[derive(Debug, Clone)]
pub struct Atlas {
    states: States,
}

/// With how many States there is a treaty on a kind of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Reach {
    /// The help.
    pub help: Help,
    /// States with which at least one treaty binds.
    pub binding: usize,
    /// States with which none surely binds and one may.
    pub unknown: usize,
    /// States with which none does.
    pub none: usize,
}

/// A pending matter that no treaty carries, and the instruments by joining which one would.
#[derive(Debug, Clone)]
pub struct Lacking {
    /// The request.
    pub id: RequestId,
    /// Its number.
    pub number: String,
    /// The other State.
    pub with: StateCode,
    /// The instruments' ids.
    pub gained_by: Vec<String>,
}

impl Atlas {
    /// The instruments and the lists in force.
    pub fn catalogue(&self) -> &Catalogue {
        &self.states.catalogue
    }

    /// Every State there is to choose: those of the world, and those that told us their law.
    pub fn states(&self) -> Vec<StateProfile> {
        let world = World::built_in().states().map(|country| &country.code);
        let mut codes: Vec<&StateCode> = world.chain(self.states.codes()).collect();
        codes.sort();
        codes.dedup();
        codes
            .into_iter()
            .filter_map(|code| self.states.known(code))
            .collect()
    }

    /// A State; `None` where nobody knows it.
    pub fn state(&self, code: &StateCode) -> Option<StateProfile> {
        self.states.known(code)
    }

    /// What is known of two States and every instrument that gives the help.
    pub fn between(
        &self,
        sides: (&StateProfile, &StateProfile),
        help: Help,
        day: Date,
    ) -> Vec<Line<'_>> {
        between(self.catalogue(), sides, help, day)
    }

    /// The nineteen as they stand for a State.
    pub fn gaps(&self, state: &StateProfile, day: Date) -> Vec<Gap<'_>> {
        gaps(self.catalogue(), state, day)
    }

    /// With how many other States a State has treaties, by kind of help.
    pub fn reach(&self, state: &StateCode, day: Date) -> Vec<Reach> {
        let states = self.states();
        let kinds: Vec<Help> = Help::ALL
            .iter()
            .copied()
            .filter(|help| help.needs_basis())
            .collect();
        let sheet = Sheet::on(self.catalogue(), &states, &kinds, day);
        let others: Vec<&StateCode> = states
            .iter()
            .map(|other| &other.code)
            .filter(|code| *code != state)
            .collect();
        let count = |help| {
            let mut reach = Reach {
                help,
                binding: 0,
                unknown: 0,
                none: 0,
            };
            for other in &others {
                let answers = sheet.between(state, other, help);
                match (answers.binding.is_empty(), answers.unknown.is_empty()) {
                    (false, _) => reach.binding += 1,
                    (true, false) => reach.unknown += 1,
                    (true, true) => reach.none += 1,
                }
            }
            reach
        };
        kinds.into_iter().map(count).collect()
    }
}

impl Reader {
    /// The treaty atlas: public facts, and what States told of themselves.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn atlas(&self) -> Result<Atlas> {
        let state = self.office().state().clone();
        self.may_read_directory(&state)?;
        Ok(Atlas {
            states: States::of(self.office()).await?,
        })
    }

    /// The pending requests of this reader that no treaty carries and one would if this State joined it.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn would_gain(&self, atlas: &Atlas, day: Date) -> Result<Vec<Lacking>> {
        let ours = self.office().state().clone();
        // Many requests ask the same of the law: each question is answered once.
        let mut answered: BTreeMap<Asks, Vec<String>> = BTreeMap::new();
        let mut lacking = Vec::new();
        for Awaiting {
            request,
            number,
            asks,
        } in self.awaiting().await?
        {
            let gained_by = answered.entry(asks.clone()).or_insert_with(|| {
                let sides = atlas.state(&asks.from).zip(atlas.state(&asks.to));
                sides.map_or_else(Vec::new, |(from, to)| {
                    would_gain(atlas.catalogue(), (&from, &to), &ours, &asks.matter(), day)
                })
            });
            if gained_by.is_empty() {
                continue;
            }
            lacking.push(Lacking {
                id: request,
                number,
                with: if asks.from == ours {
                    asks.to
                } else {
                    asks.from
                },
                gained_by: gained_by.clone(),
            });
        }
        // Those begun last first.
        lacking.sort_by_key(|lacking| std::cmp::Reverse(lacking.id));
        Ok(lacking)
    }
}
