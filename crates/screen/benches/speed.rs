//! How fast: `cargo bench -p screen --bench speed -- DATA [--scale N,N]`, DATA being `shared/data/screening`.
//!
//! Processor time of one thread. Without `--scale` the 27,716 entities of the lists are asked the questions that `peer.py` asks; with
//! it, lists of so many invented people instead, their names made from the parts of `population.txt`.

#[path = "shared/data.rs"]
mod data;
#[path = "shared/gauge.rs"]
mod gauge;
#[path = "shared/people.rs"]
mod people;
#[path = "shared/table.rs"]
mod table;

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use data::Fault;
use gauge::{figure, quantile, timed};
use people::Asked;
use screen::{Entity, Index, Query, pairs};

const USAGE: &str = "cargo bench -p screen --bench speed -- DATA [--scale 30000,300000]";
/// As many innocents as `peer.py` asks for: one of so many.
const INNOCENTS_EVERY: usize = 50;
/// Pairs of names of each labelled set, as `peer.py` takes.
const PAIRS_OF_A_SET: usize = 600;
/// Different people, each asked for once: one innocent of so many.
const DIFFERENT_EVERY: usize = 5;
/// The word by which a process is told to answer alone and say its memory.
const ALONE: &str = "--alone";
const THRESHOLD: f64 = 0.7;
const LIMIT: usize = 5;
/// Rounds over the same questions.
const ROUNDS: usize = 3;

fn main() -> Result<(), Fault> {
    let mut arguments = std::env::args().skip_while(|a| a != ALONE).skip(1);
    if let (Some(index), Some(queries)) = (arguments.next(), arguments.next()) {
        return alone(Path::new(&index), Path::new(&queries));
    }
    let data = data::folder(USAGE)?;
    let mut arguments = std::env::args().skip_while(|a| a != "--scale").skip(1);
    if let Some(sizes) = arguments.next() {
        for size in sizes.split(',') {
            let size = size
                .parse()
                .map_err(|_| format!("`{size}` is no number of records. {USAGE}"))?;
            invented_lists(&data, size)?;
        }
        return Ok(());
    }
    let mut asked = people::listed(&data)?;
    asked.extend(people::innocents(&data, INNOCENTS_EVERY)?);
    let index = ready(data::lists(&data)?)?;
    for (what, full) in [("name only", false), ("with date and country", true)] {
        ask(&index, &asked, what, full);
    }
    different_people(&index, &data)?;
    memory_alone(&index, &asked)?;
    names(&data)
}

/// Resident memory of this process, MiB; nothing where the system does not say.
fn memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}

/// Memory of a process that has the index and has answered, as a node has it after its start: another process, so that nothing of the
/// building is counted.
fn memory_alone(index: &Index, asked: &[Asked]) -> Result<(), Fault> {
    let folder = std::env::temp_dir().join(format!("comity-speed-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let (bytes, queries) = (folder.join("index"), folder.join("queries"));
    std::fs::write(
        &bytes,
        index.bytes().ok_or("the index is not in one piece")?,
    )?;
    let names: Vec<&str> = asked.iter().map(|who| who.name.as_str()).collect();
    std::fs::write(&queries, names.join("\n"))?;
    let done = std::process::Command::new(std::env::current_exe()?)
        .args([ALONE.as_ref(), bytes.as_os_str(), queries.as_os_str()])
        .status();
    std::fs::remove_dir_all(&folder)?;
    match done?.success() {
        true => Ok(()),
        false => Err("the process that was to answer alone failed".into()),
    }
}

/// The other process.
fn alone(index: &Path, queries: &Path) -> Result<(), Fault> {
    let index = Index::open(Arc::new(std::fs::read(index)?))?;
    for name in data::text(queries)?.lines() {
        black_box(index.search(&Query::person(name), LIMIT, THRESHOLD));
    }
    let memory = memory().ok_or("this system does not say how much memory a process has")?;
    figure("memory, MiB", format!("{memory:.1}"));
    Ok(())
}

/// As at a border: many different people, each once, whose names have parts in common as names have.
fn different_people(index: &Index, data: &Path) -> Result<(), Fault> {
    let asked = people::innocents(data, DIFFERENT_EVERY)?;
    for (what, full) in [("name only", false), ("with date and country", true)] {
        let queries: Vec<Query> = asked.iter().map(|a| a.query(full)).collect();
        index.forget();
        let ((), seconds) = timed(|| {
            for query in &queries {
                black_box(index.search(query, LIMIT, THRESHOLD));
            }
        });
        let rate = queries.len() as f64 / seconds;
        figure(
            &format!("queries/s, {what}, {} different people", queries.len()),
            format!("{rate:.0}"),
        );
    }
    Ok(())
}

/// Builds the index, keeps nothing but its bytes, and opens it from those.
fn ready(records: Vec<Entity>) -> Result<Index, Fault> {
    let (built, seconds) = timed(|| Index::build(records));
    figure("index built, s", format!("{seconds:.3}"));
    let bytes = built.bytes().ok_or("the index built is not in one piece")?;
    let bytes = bytes.to_vec();
    figure(
        "index, MiB",
        format!("{:.1}", bytes.len() as f64 / 1_048_576.0),
    );
    drop(built);
    let (index, seconds) = timed(|| Index::open(Arc::new(bytes)));
    figure(
        "index opened from its bytes, ms",
        format!("{:.3}", seconds * 1e3),
    );
    Ok(index?)
}

/// Asks everything several times over. In the first round nothing is prepared; later ones meet parts of names that were looked up
/// before, as common names are at a border.
fn ask(index: &Index, asked: &[Asked], what: &str, full: bool) {
    let queries: Vec<Query> = asked.iter().map(|a| a.query(full)).collect();
    index.forget();
    for round in 0..ROUNDS {
        let mut times: Vec<f64> = queries
            .iter()
            .map(|query| timed(|| black_box(index.search(query, LIMIT, THRESHOLD))).1)
            .collect();
        let again = match round {
            0 => "",
            last if last + 1 == ROUNDS => ", asked again",
            _ => continue,
        };
        let sum: f64 = times.iter().sum();
        let rate = times.len() as f64 / sum;
        figure(&format!("queries/s, {what}{again}"), format!("{rate:.0}"));
        for (name, share) in [("p50", 0.5), ("p99", 0.99), ("longest", 1.0)] {
            let time = quantile(&mut times, share) * 1e3;
            figure(&format!("{name} ms, {what}{again}"), format!("{time:.3}"));
        }
    }
}

/// Pairs of names from every labelled set, and the same names taken apart before.
fn names(data: &Path) -> Result<(), Fault> {
    let mut all = Vec::new();
    for (_, path) in data::pair_sets(data)? {
        let rows = table::rows(&path)?;
        let every = (rows.len() / PAIRS_OF_A_SET).max(1);
        let take = |row: &table::Row| {
            let [schema, one, other] =
                ["schema", "name1", "name2"].map(|column| row.cell(column).to_owned());
            (schema, one, other)
        };
        all.extend(rows.iter().step_by(every).map(take));
    }
    let ((), seconds) = timed(|| {
        for (schema, one, other) in &all {
            black_box(pairs::compare_names(schema, one, other));
        }
    });
    figure(
        "pairs of names/s",
        format!("{:.0}", all.len() as f64 / seconds),
    );
    let apart: Vec<_> = all
        .iter()
        .map(|(schema, one, other)| {
            let organisation = !matches!(schema.as_str(), "" | "Person");
            [one, other].map(|name| pairs::Name::new(name, organisation))
        })
        .collect();
    let ((), seconds) = timed(|| {
        for [one, other] in &apart {
            black_box(one.compare(other));
        }
    });
    let rate = all.len() as f64 / seconds;
    figure(
        "pairs of names/s, names taken apart before",
        format!("{rate:.0}"),
    );
    Ok(())
}

/// Numbers that look thrown, the same in every run.
struct Draw(u64);

impl Draw {
    /// Evenly from 0 up to 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Parts of names, and the sum of the shares of people up to and with each.
struct Parts(Vec<(f64, &'static str)>);

impl Parts {
    /// From the table the engine learned.
    fn learned() -> Parts {
        let table = include_str!("../src/names/learned/population.txt");
        let (mut sum, mut parts) = (0.0, Vec::new());
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split(' ');
            let Some(cost) = words.next().and_then(|cost| cost.parse::<f64>().ok()) else {
                continue;
            };
            for word in words.filter(|word| word.chars().count() > 1) {
                sum += (-cost / 100.0).exp();
                parts.push((sum, word));
            }
        }
        Parts(parts)
    }

    /// A part, common ones more often. One of five is rare: letters of two parts put together.
    fn part(&self, draw: &mut Draw) -> String {
        let one = self.known(draw);
        if draw.share() > 0.2 {
            return one.to_owned();
        }
        let half = one.chars().count().div_ceil(2);
        let other = self.known(draw);
        one.chars()
            .take(half)
            .chain(other.chars().skip(1))
            .collect()
    }

    fn known(&self, draw: &mut Draw) -> &'static str {
        let all = self.0.last().map_or(0.0, |last| last.0);
        let at = draw.share() * all;
        let place = self.0.partition_point(|(sum, _)| *sum < at);
        self.0.get(place).map_or("maria", |(_, part)| part)
    }

    fn name(&self, draw: &mut Draw) -> String {
        let parts = 2 + usize::from(draw.share() < 0.4);
        let parts: Vec<String> = (0..parts).map(|_| self.part(draw)).collect();
        parts.join(" ")
    }
}

/// An invented person with one to four names, a date of birth and a country.
fn invented(parts: &Parts, draw: &mut Draw, number: usize) -> Entity {
    let mut record = Entity {
        id: format!("invented-{number}"),
        schema: "Person".to_owned(),
        caption: parts.name(draw),
        datasets: vec!["invented".to_owned()],
        ..Entity::default()
    };
    let name = record.caption.clone();
    record.add("name", &name);
    for _ in 0..(draw.share() * 4.0) as usize {
        record.add("alias", &parts.name(draw));
    }
    let [year, month, day] = [70.0, 12.0, 28.0].map(|all| (draw.share() * all) as u32);
    let born = format!("{}-{:02}-{:02}", 1935 + year, month + 1, day + 1);
    record.add("birthDate", &born);
    let countries = ["af", "br", "cn", "de", "eg", "in", "iq", "ng", "ru", "us"];
    let place = (draw.share() * countries.len() as f64) as usize;
    record.add("country", countries.get(place).unwrap_or(&"fr"));
    record
}

/// How cost grows with the list.
fn invented_lists(data: &Path, size: usize) -> Result<(), Fault> {
    println!("\n{size} invented people\n");
    let (parts, mut draw) = (Parts::learned(), Draw(size as u64));
    let records: Vec<Entity> = (0..size)
        .map(|number| invented(&parts, &mut draw, number))
        .collect();
    // Half of the questions are for somebody listed, one letter of whose name is lost.
    let mut asked = people::innocents(data, INNOCENTS_EVERY)?;
    let every = (size / asked.len().max(1)).max(1);
    let listed = records.iter().step_by(every).map(|record| Asked {
        name: record.caption.chars().skip(1).collect(),
        born: record.values("birthDate").join(""),
        country: record.values("country").join(""),
        expected: vec![record.id.clone()],
    });
    let listed: Vec<Asked> = listed.take(asked.len()).collect();
    asked.extend(listed.iter().cloned());
    let index = ready(records)?;
    for (what, full) in [("name only", false), ("with date and country", true)] {
        ask(&index, &asked, what, full);
    }
    let found = listed.iter().filter(|who| {
        let hits = index.search(&who.query(true), LIMIT, THRESHOLD);
        hits.iter().any(|hit| who.expected.contains(&hit.entity.id))
    });
    let found = found.count() as f64 / listed.len().max(1) as f64;
    figure("found again, with date and country", format!("{found:.4}"));
    memory_alone(&index, &asked)
}
