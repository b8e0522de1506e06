//! Whether a hidden record can be told from one that is not there: 100,000 pairs of questions by an officer whose clearance is too
//! low, in answer, and in time (area under the curve of a guess by time alone; 0.5 is no better than a coin).
//!
//! `cargo bench -p sim --bench oracle -- pairs=100000`

use std::time::Instant;

use model::{Actor, Class, OfficerId, Purpose, RecordId, Role, limits};
use office::records;
use sim::{House, Town, fighter};

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Hidden records that are asked for in turn.
const HIDDEN: usize = 50;

/// An officer of the house whose clearance is too low; each of them has asked for nothing before.
fn low(house: &House, n: u64) -> Actor {
    let analyst = house.officer(Role::Analyst);
    let mut random = [9; 10];
    random
        .iter_mut()
        .zip(n.to_be_bytes())
        .for_each(|(to, from)| *to = from);
    match analyst {
        Actor::Officer {
            authority,
            state,
            roles,
            single_officer,
            ..
        } => Actor::Officer {
            id: OfficerId::new(house.office.now(), random),
            authority: authority.clone(),
            state: state.clone(),
            roles: roles.clone(),
            clearance: Class::Restricted,
            single_officer: *single_officer,
        },
        other => other.clone(),
    }
}

async fn hidden(house: &House) -> Outcome<Vec<RecordId>> {
    let mut ids = Vec::new();
    for _ in 0..HIDDEN {
        let mut act = fighter::record(house);
        act.label = fighter::label(house, Class::Secret, &["XA"]);
        ids.push(records::open(&house.office, house.officer(Role::Analyst), act).await?);
    }
    Ok(ids)
}

/// An id of the same age as one that is there.
fn absent(of: RecordId, n: u64) -> Outcome<RecordId> {
    let text = of.to_string();
    let kept = text.get(..24).ok_or("an id")?;
    Ok(format!(
        "{kept}{:012x}",
        n.wrapping_mul(0x9e37_79b9_7f4a) & 0xffff_ffff_ffff
    )
    .parse()?)
}

/// The chance that a hidden one took longer than an absent one, ties counted half.
fn area(hidden: &[u64], absent: &[u64]) -> f64 {
    let mut all: Vec<(u64, bool)> = hidden.iter().map(|t| (*t, true)).collect();
    all.extend(absent.iter().map(|t| (*t, false)));
    all.sort_unstable();
    let (mut below, mut sum, mut at) = (0.0, 0.0, 0);
    while let Some((time, _)) = all.get(at) {
        let same = all.iter().skip(at).take_while(|(t, _)| t == time);
        let (mut h, mut a) = (0.0, 0.0);
        for (_, is_hidden) in same {
            if *is_hidden {
                h += 1.0
            } else {
                a += 1.0
            }
            at += 1;
        }
        sum += h * (below + a / 2.0);
        below += a;
    }
    sum / (hidden.len() as f64 * absent.len() as f64)
}

async fn run(pairs: u64) -> Outcome<()> {
    let dir = std::env::temp_dir().join(format!("comity-oracle-{}", std::process::id()));
    let town = Town::new(&dir, 7).await?;
    let house = town.house("XA");
    let ids = hidden(house).await?;
    let (mut there, mut not_there, mut differ) = (Vec::new(), Vec::new(), 0);
    let mut reader = None;
    for n in 0..pairs {
        // Before anybody is stopped somebody else goes on.
        if n % u64::from(limits::MISSES_MAX / 2 - 1) == 0 {
            reader = Some(
                house
                    .office
                    .read(&low(house, n), Purpose::Intelligence)
                    .await?,
            );
        }
        let reader = reader.as_ref().ok_or("a reader")?;
        let id = *ids.get(n as usize % ids.len()).ok_or("an id")?;
        let mut said = Vec::new();
        // Which of the two comes first changes, so that no order shows in the times.
        for first in [n % 2 == 0, n % 2 == 1] {
            let asked = if first { id } else { absent(id, n)? };
            let began = Instant::now();
            let answer = reader.subject(asked).await;
            let took = u64::try_from(began.elapsed().as_nanos())?;
            match first {
                true => there.push(took),
                false => not_there.push(took),
            }
            said.push(answer.map(|_| ()).map_err(|error| format!("{error:?}")));
        }
        differ += usize::from(said.first() != said.last());
    }
    let median = |times: &[u64]| {
        let mut times = times.to_vec();
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or(0) / 1000
    };
    println!(
        "{pairs} pairs: {differ} answers differ; median hidden {} us, absent {} us; area under the curve {:.4}",
        median(&there),
        median(&not_there),
        area(&there, &not_there)
    );
    std::fs::remove_dir_all(&dir)?;
    Ok(())
}

fn main() -> Outcome<()> {
    let pairs = std::env::args().find_map(|arg| arg.strip_prefix("pairs=")?.parse().ok());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(run(pairs.unwrap_or(100_000)))
}
