//! The officer's day, the search, the statistics, and the requests that name the same person or thing: what a desk asks of all its requests
//! at once. Every question goes through the reader's own labels and houses; counts too.

use jiff::{SignedDuration, Timestamp};
use model::basis::Awaiting;
use model::request::{Assignment, Request, Side, Stage, Urgency, Waiting};
use model::statistics::{Cut, Facts, Report};
use model::{RequestId, limits};
use store::reader::Wanted;

use super::requests::open_stages;
use super::{Counts, Page, Reader, RequestLine, WorklistFilter};
use crate::error::Result;
use crate::requests::{rank, record_id};
use crate::search::{Named, Place, Query, Thing, persons, things};

/// Lines of a lane on the page of the day; the rest stands on the lane's own page.
const LANE_LINES: u32 = 15;
/// Lines of each list that is handed over.
const HANDED_LINES: u32 = 8;
/// The day's desk goes home at this hour of a working day, and the duty officer takes over.
const DAY_ENDS_H: i64 = 18;
/// Working days are looked for so many days back.
const DAYS_BACK_MAX: i64 = 14;
/// Other requests shown that name the same person, or the same thing.
const RELATED_MAX: u32 = 20;
/// Things of a request that are looked for in others.
const THINGS_MAX: usize = 10;

/// One lane of the day: what is open at one urgency, by the time that is left.
#[derive(Debug, Clone)]
pub struct Lane {
    /// How urgent.
    pub urgency: Urgency,
    /// How many are open.
    pub total: u64,
    /// The first of them.
    pub lines: Vec<RequestLine>,
}

/// What the duty officer hands over, or takes over in the evening.
#[derive(Debug, Clone)]
pub struct HandOver {
    /// Since when: the end of the last day on which the desk worked.
    pub since: Timestamp,
    /// What came in since, how many and the first of them.
    pub arrived: (u64, Vec<RequestLine>),
    /// What ran out since.
    pub ran_out: (u64, Vec<RequestLine>),
    /// Who was promised news until the end of today, or promised it to us.
    pub promised: Vec<RequestLine>,
    /// Assignments of domestic authorities to look at today, with the number of the request.
    pub assignments: Vec<(String, Assignment)>,
}

/// The officer's day.
#[derive(Debug, Clone)]
pub struct Day {
    /// The numbers.
    pub counts: Counts,
    /// Emergency, urgent, normal.
    pub lanes: Vec<Lane>,
    /// What was handed over.
    pub handed: HandOver,
}

/// A request that a search found, and where.
#[derive(Debug, Clone)]
pub struct Found {
    /// The request.
    pub line: RequestLine,
    /// Where the words stand, with what stands around them.
    pub places: Vec<(Place, String)>,
}

/// Whom or what two requests both name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shared {
    /// A person: the positions in this request and in that one; whether both give the same date of birth, `None` where one
    /// gives none.
    Person(usize, usize, Option<bool>),
    /// A thing with a number or an address of its own, as this request writes it and as that one does.
    Thing(String, String),
}

/// Another request that names the same person or thing.
#[derive(Debug, Clone)]
pub struct Related {
    /// That request.
    pub line: RequestLine,
    /// Whom or what both name: a person before a thing.
    pub shared: Shared,
}

impl Reader {
    /// The officer's day: numbers, what was handed over, three lanes.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn day(&self) -> Result<Day> {
        self.may_see_requests()?;
        let names = self.names().await?;
        let (counts, mut lanes) = self.counted().await?;
        for lane in &mut lanes {
            if lane.total > 0 {
                let filter = WorklistFilter {
                    urgency: Some(lane.urgency),
                    ..WorklistFilter::default()
                };
                let wanted = Wanted {
                    limit: LANE_LINES,
                    ..Self::wanted(&filter)
                };
                (lane.lines, _) = self.request_lines(&wanted, &names).await?;
            }
        }
        Ok(Day {
            counts,
            lanes,
            handed: self.handed(&names).await?,
        })
    }

    /// The numbers of the day.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn counts(&self) -> Result<Counts> {
        self.may_see_requests()?;
        Ok(self.counted().await?.0)
    }

    /// The numbers of the day, and how many stand in each lane: one question.
    async fn counted(&self) -> Result<(Counts, Vec<Lane>)> {
        let tomorrow = self.now + SignedDuration::from_hours(24);
        let me = self.actor.officer().map(|id| id.to_string());
        let stages = open_stages();
        let tallies = self
            .rows
            .tally(
                ("request", &stages),
                &[self.now, tomorrow],
                &me.unwrap_or_default(),
            )
            .await?;
        let mut counts = Counts::default();
        let urgencies = [Urgency::Emergency, Urgency::Urgent, Urgency::Normal];
        let mut lanes: Vec<Lane> = urgencies
            .into_iter()
            .map(|urgency| Lane {
                urgency,
                total: 0,
                lines: Vec::new(),
            })
            .collect();
        for one in tallies {
            let (Some(side), Some(stage)) =
                (Side::from_code(&one.side), Stage::from_code(&one.stage))
            else {
                continue;
            };
            let waiting = Waiting::of(side, stage);
            let new = (side, stage) == (Side::Incoming, Stage::Delivered);
            let adds = [
                (true, &mut counts.open),
                (new, &mut counts.new),
                (one.due == 0, &mut counts.overdue),
                (one.due == 1, &mut counts.due_today),
                (waiting == Waiting::Us, &mut counts.us),
                (waiting == Waiting::Them, &mut counts.them),
                (one.mine, &mut counts.mine),
            ];
            for (yes, count) in adds {
                *count += if yes { one.n } else { 0 };
            }
            for lane in &mut lanes {
                if rank(lane.urgency) == one.urgency {
                    lane.total += one.n;
                }
            }
        }
        Ok((counts, lanes))
    }

    async fn handed(&self, names: &[(model::OfficerId, String)]) -> Result<HandOver> {
        let since = self.last_day_ended();
        let calendar = self.office.calendar();
        let tonight = calendar.end_of(calendar.date(self.now));
        let list = |filter: WorklistFilter| Wanted {
            limit: HANDED_LINES,
            ..Self::wanted(&filter)
        };
        let arrived = list(WorklistFilter {
            side: Some(Side::Incoming),
            created_from: Some(since),
            ..WorklistFilter::default()
        });
        let ran_out = list(WorklistFilter {
            due_from: Some(since),
            due_before: Some(self.now),
            ..WorklistFilter::default()
        });
        let promised = list(WorklistFilter {
            due_from: Some(self.now),
            due_before: Some(tonight),
            ..WorklistFilter::default()
        });
        let (mut promised, _) = self.request_lines(&promised, names).await?;
        promised.retain(|line| {
            line.next_clock
                .as_ref()
                .is_some_and(|clock| clock.name == "next_news")
        });
        Ok(HandOver {
            since,
            arrived: (
                self.rows.count(&arrived).await?,
                self.request_lines(&arrived, names).await?.0,
            ),
            ran_out: (
                self.rows.count(&ran_out).await?,
                self.request_lines(&ran_out, names).await?.0,
            ),
            promised,
            assignments: self.assignments_to_look_at(tonight, HANDED_LINES).await?,
        })
    }

    /// When the desk last went home: 18:00 of the latest working day that is past, by this State's calendar.
    pub fn last_day_ended(&self) -> Timestamp {
        let calendar = self.office.calendar();
        let from_midnight = SignedDuration::from_hours(24 - DAY_ENDS_H);
        let ended = (0..DAYS_BACK_MAX).find_map(|back| {
            let then = self
                .now
                .checked_sub(SignedDuration::from_hours(24 * back))
                .ok()?;
            let day = calendar.date(then);
            let end = calendar.end_of(day).checked_sub(from_midnight).ok()?;
            (calendar.works(day) && end <= self.now).then_some(end)
        });
        ended.unwrap_or(self.now)
    }

    /// What is found by these words among all requests that may be seen, what is over included; newest first.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn search(&self, text: &str, page: u32) -> Result<Page<Found>> {
        self.may_see_requests()?;
        let mut states = Vec::new();
        for entry in crate::directory::entries(&self.office).await? {
            let names: Vec<String> = entry.profile.name.values().cloned().collect();
            states.push((entry.code.to_string(), names));
        }
        let query = Query::read(text, |word| crate::search::states_named(word, &states));
        let wanted = Wanted {
            words: query.forms.clone(),
            ..Self::wanted(&WorklistFilter {
                over: true,
                page,
                ..WorklistFilter::default()
            })
        };
        if query.is_empty() {
            return Ok(Page {
                rows: Vec::new(),
                page,
                total: 0,
                size: wanted.limit,
                unread: Vec::new(),
            });
        }
        let found = self.request_page(&wanted, page).await?;
        let rows = found.rows.into_iter().map(|line| Found {
            // Around a word nothing is shown of what is closed.
            places: match line.request.is_open() {
                true => query.places(&line.request),
                false => query.places(&line.request.clone().as_readable()),
            },
            line,
        });
        Ok(Page {
            rows: rows.collect(),
            page,
            total: found.total,
            size: found.size,
            unread: found.unread,
        })
    }

    async fn facts(&self) -> Result<Vec<Facts>> {
        self.may_see_requests()?;
        let lines = self.rows.figures("request").await?;
        let read = lines.iter().filter_map(|line| Facts::read(line));
        Ok(read.map(|facts| facts.at(self.now)).collect())
    }

    /// What every request that is not over and may be seen asks of the law, without opening one.
    pub(crate) async fn awaiting(&self) -> Result<Vec<Awaiting>> {
        self.may_see_requests()?;
        let lines = self.rows.figures("request").await?;
        Ok(lines.iter().filter_map(|l| Awaiting::read(l)).collect())
    }

    /// What the requests that may be seen say together.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn statistics(&self, cut: &Cut) -> Result<Report> {
        Ok(Report::of(&self.facts().await?, cut))
    }

    /// The requests behind a number, those begun last first.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn behind(&self, cut: &Cut, page: u32) -> Result<Page<RequestLine>> {
        let ids = cut.cases(&self.facts().await?);
        let size = limits::PAGE_ROWS_DEFAULT;
        let begin = (page as usize).saturating_mul(size);
        let shown: Vec<RequestId> = ids.iter().skip(begin).take(size).copied().collect();
        let wanted = Wanted {
            kind: "request",
            among: Some(shown.iter().map(|id| record_id(*id)).collect()),
            newest_first: true,
            limit: size as u32,
            ..Wanted::default()
        };
        let names = self.names().await?;
        let (mut rows, unread) = self.request_lines(&wanted, &names).await?;
        rows.sort_by_key(|row| shown.iter().position(|id| *id == row.request.id));
        Ok(Page {
            rows,
            page,
            total: ids.len() as u64,
            size: size as u32,
            unread,
        })
    }

    /// Other requests that name a person or a thing this one names, as far as the reader may see them: the same family and given
    /// names, however written, and no other date of birth; the same number or address of an account, a document, a vessel.
    /// Whether it is the same, people decide.
    ///
    /// # Errors
    /// `NOT-FOUND`.
    pub async fn related(&self, id: RequestId) -> Result<(Request, Vec<Related>)> {
        let request = self.request_or_not_found(id).await?;
        let (persons, things) = (persons(&request), named_things(&request));
        // Who is named twice is never pushed out by what is named in many.
        let by_person = persons.iter().map(|person| person.word.clone()).collect();
        let by_thing = things.iter().map(|thing| thing.word.clone()).collect();
        let mut lines = self.found_by(by_person).await?;
        for line in self.found_by(by_thing).await? {
            if lines.iter().all(|held| held.request.id != line.request.id) {
                lines.push(line);
            }
        }
        let others = lines.into_iter().filter(|line| line.request.id != id);
        let related = others.filter_map(|line| {
            let shared = same_person(&persons, &line.request)
                .or_else(|| same_thing(&things, &line.request))?;
            Some(Related { line, shared })
        });
        let mut related: Vec<Related> = related.collect();
        related.sort_by_key(|related| matches!(related.shared, Shared::Thing(..)));
        Ok((request, related))
    }

    /// The newest requests under one of these words.
    async fn found_by(&self, words: Vec<String>) -> Result<Vec<RequestLine>> {
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let wanted = Wanted {
            kind: "request",
            words: vec![words],
            newest_first: true,
            limit: RELATED_MAX,
            ..Wanted::default()
        };
        let names = self.names().await?;
        Ok(self.request_lines(&wanted, &names).await?.0)
    }
}

fn named_things(request: &Request) -> Vec<Thing> {
    let mut things = things(request);
    things.truncate(THINGS_MAX);
    things
}

fn same_person(ours: &[Named], request: &Request) -> Option<Shared> {
    let theirs = persons(request);
    ours.iter().find_map(|one| {
        let other = theirs.iter().find(|other| other.word == one.word)?;
        let same_birth = match (&one.born, &other.born) {
            (Some(one), Some(two)) => Some(one == two),
            _ => None,
        };
        let shared = Shared::Person(one.index, other.index, same_birth);
        (same_birth != Some(false)).then_some(shared)
    })
}

fn same_thing(ours: &[Thing], request: &Request) -> Option<Shared> {
    let theirs = things(request);
    ours.iter().find_map(|one| {
        let other = theirs.iter().find(|other| other.word == one.word)?;
        Some(Shared::Thing(one.said.clone(), other.said.clone()))
    })
}
