//! Learns the tables of `src/names/learned/` from the shared development data: `cargo run --release -p screen --example learn -- DATA OUT`.
//!
//! `channel.txt`: what letters of one script become in another, by hard expectation-maximisation over pairs of names that mean
//! the same. `population.txt`: how often a part of a name occurs among people. Where the data comes from stands at the head of
//! each table. Counting only: no row is kept, and the same data gives the same tables.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use screen::names::{Script, parts};

/// Letters of a Latin form as codes: 1 to 26, 27 for else; 0 is nothing.
type Codes = Vec<u8>;
/// Letters that stand for letters; two are packed as first * 32 + second.
type Way = (u16, u16);

const SHAPES: [(usize, usize); 5] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2)];
const SIZES: [f64; 5] = [729.0, 27.0, 27.0, 19_683.0, 19_683.0];
const GROUPS: [&str; 8] = [
    "latin", "arabic", "hebrew", "cyrillic", "hangul", "han", "kana", "other",
];

fn codes(text: &str) -> Codes {
    let code = |b: u8| {
        if b.is_ascii_lowercase() {
            b - b'a' + 1
        } else {
            27
        }
    };
    text.bytes().take(20).map(code).collect()
}

fn pack(letters: &[u8]) -> u16 {
    letters.iter().fold(0, |sum, c| sum * 32 + u16::from(*c))
}

fn letters(packed: u16) -> String {
    let letter = |c: &u16| {
        if *c == 27 {
            '0'
        } else {
            char::from(b'a' + *c as u8 - 1)
        }
    };
    [packed / 32, packed % 32]
        .iter()
        .filter(|c| **c > 0)
        .map(letter)
        .collect()
}

fn group(script: Script) -> &'static str {
    match script {
        Script::Latin | Script::Common => "latin",
        Script::Arabic => "arabic",
        Script::Hebrew => "hebrew",
        Script::Cyrillic => "cyrillic",
        Script::Hangul => "hangul",
        Script::Han => "han",
        Script::Kana => "kana",
        _ => "other",
    }
}

/// Costs of ways, in nats.
struct Model {
    ways: HashMap<Way, f64>,
    floor: [f64; 5],
}

impl Model {
    fn start() -> Model {
        let same = (1..28).map(|c| ((c, c), 0.5)).collect();
        Model {
            ways: same,
            floor: [6.0, 4.0, 4.0, 9.0, 9.0],
        }
    }

    /// The cheapest way to read two words as one, its cost and its steps.
    fn align(&self, a: &[u8], b: &[u8]) -> (f64, Vec<(usize, Way)>) {
        let wide = b.len() + 1;
        let mut cost = vec![f64::INFINITY; (a.len() + 1) * wide];
        let mut by = vec![0; cost.len()];
        cost[0] = 0.0;
        for i in 0..=a.len() {
            for j in 0..wide {
                for (shape, (x, y)) in SHAPES.iter().enumerate() {
                    if i < *x || j < *y {
                        continue;
                    }
                    let way = (pack(&a[i - x..i]), pack(&b[j - y..j]));
                    let step = self.ways.get(&way).unwrap_or(&self.floor[shape]);
                    let sum = cost[(i - x) * wide + j - y] + step;
                    if sum < cost[i * wide + j] {
                        (cost[i * wide + j], by[i * wide + j]) = (sum, shape);
                    }
                }
            }
        }
        let (mut i, mut j, mut steps) = (a.len(), b.len(), Vec::new());
        while i + j > 0 {
            let shape = by[i * wide + j];
            let (x, y) = SHAPES[shape];
            steps.push((shape, (pack(&a[i - x..i]), pack(&b[j - y..j]))));
            (i, j) = (i - x, j - y);
        }
        (cost[cost.len() - 1], steps)
    }

    fn learn(pairs: &[(Codes, Codes, f64)]) -> Model {
        let mut model = Model::start();
        for _ in 0..8 {
            let (mut counts, mut shapes, mut total) = (HashMap::<Way, f64>::new(), [1.0; 5], 0.0);
            for (a, b, weight) in pairs {
                let (cost, steps) = model.align(a, b);
                if cost > 4.0 * (a.len() + b.len()) as f64 {
                    continue;
                }
                for (shape, way) in steps {
                    *counts.entry(way).or_default() += weight;
                    shapes[shape] += weight;
                    total += weight;
                }
            }
            for (shape, floor) in model.floor.iter_mut().enumerate() {
                *floor = -((0.02 * shapes[shape] + 1.0) / SIZES[shape] / total).ln();
            }
            let kept = counts
                .into_iter()
                .filter(|(w, c)| *c >= 3.0 && (w.0 < 32 && w.1 < 32 || *c >= 6.0));
            model.ways = kept
                .map(|(way, c)| (way, -(0.98 * c / total).ln()))
                .collect();
        }
        model
    }
}

/// Everything read from the shared data.
#[derive(Default)]
struct Data {
    /// Latin word and the same in another script, by its group.
    pairs: BTreeMap<&'static str, Vec<(Codes, Codes, f64)>>,
    /// Words by group.
    words: BTreeMap<&'static str, Vec<Codes>>,
    /// People, by part of name.
    people: HashMap<String, f64>,
    /// Organisations, by word of their names, and how many there are.
    words_of_organisations: HashMap<String, f64>,
    organisations: f64,
}

impl Data {
    fn word(&mut self, script: Script, latin: &str) {
        if !latin.is_empty() {
            self.words
                .entry(group(script))
                .or_default()
                .push(codes(latin));
        }
    }

    fn labelled(&mut self, dir: &Path) {
        let mut files: Vec<_> = fs::read_dir(dir)
            .unwrap()
            .map(|f| f.unwrap().path())
            .collect();
        files.sort();
        for path in files.iter().filter(|p| {
            p.file_name()
                .unwrap()
                .to_str()
                .unwrap()
                .starts_with("xscript_")
        }) {
            for line in fs::read_to_string(path).unwrap().lines().skip(1) {
                let cells: Vec<&str> = line.split(',').collect();
                let [one, two, "true"] = cells[..] else {
                    continue;
                };
                let (a, b) = (parts(one), parts(two));
                if a.len() != b.len() {
                    continue;
                }
                for (x, y) in a.iter().zip(&b) {
                    self.word(y.script, &y.latin);
                    self.word(x.script, &x.latin);
                    if x.script == Script::Latin && !x.latin.is_empty() && !y.latin.is_empty() {
                        let pair = (codes(&x.latin), codes(&y.latin), 1.0);
                        self.pairs.entry(group(y.script)).or_default().push(pair);
                    }
                }
            }
        }
    }

    /// Spellings of one person's names on the lists: parts that are alike but not the same, and the same ones.
    fn lists(&mut self, lines: &str) {
        let mut seen: BTreeMap<(Codes, Codes), f64> = BTreeMap::new();
        for line in lines.lines() {
            let entity: serde_json::Value = serde_json::from_str(line).unwrap();
            if entity["schema"] != "Person" {
                self.organisation(&entity);
                continue;
            }
            let names: Vec<&str> = ["name", "alias"]
                .iter()
                .flat_map(|p| entity["properties"][p].as_array().into_iter().flatten())
                .filter_map(|v| v.as_str())
                .take(12)
                .collect();
            let names: Vec<_> = names.iter().map(|n| parts(n)).collect();
            for part in names.iter().flatten() {
                self.word(part.script, &part.latin);
            }
            for (at, one) in names.iter().enumerate() {
                for two in &names[at + 1..] {
                    for x in one
                        .iter()
                        .filter(|p| p.script == Script::Latin && p.latin.len() >= 3)
                    {
                        let alike = two
                            .iter()
                            .filter(|y| y.script == Script::Latin && y.latin.len() >= 3);
                        let near = |y: &&screen::names::Part| {
                            y.skeleton == x.skeleton
                                || edits(&x.latin, &y.latin) <= 2 && x.latin.len() >= 5
                        };
                        let best = alike.filter(near).min_by_key(|y| edits(&x.latin, &y.latin));
                        if let Some(y) = best {
                            *seen.entry((codes(&x.latin), codes(&y.latin))).or_default() += 1.0;
                        }
                    }
                }
            }
        }
        // A spelling that recurs says less each time.
        let pairs = seen.into_iter().map(|((a, b), count)| {
            let weight = count.ln_1p();
            (a, b, weight)
        });
        self.pairs.entry("latin").or_default().extend(pairs);
    }

    /// Words in the names of organisations and things.
    fn organisation(&mut self, entity: &serde_json::Value) {
        let Some(name) = entity["properties"]["name"][0].as_str() else {
            return;
        };
        let mut words: Vec<String> = parts(name).iter().map(|p| p.text.to_string()).collect();
        words.sort();
        words.dedup();
        self.organisations += 1.0;
        for word in words {
            *self.words_of_organisations.entry(word).or_default() += 1.0;
        }
    }

    fn people(&mut self, labelled: &Path, reference: &Path) {
        let count = |text: &str, weight: f64, people: &mut HashMap<String, f64>| {
            let mut parts: Vec<String> = parts(text).iter().map(|p| p.text.to_string()).collect();
            parts.sort();
            parts.dedup();
            for part in parts {
                *people.entry(part).or_default() += weight;
            }
        };
        let mut total = 0.0;
        let mut people = HashMap::new();
        for file in ["yente_negatives_global.csv", "yente_negatives_us.csv"] {
            for line in fs::read_to_string(labelled.join(file))
                .unwrap()
                .lines()
                .skip(1)
            {
                count(line.split(',').next().unwrap(), 1.0, &mut people);
                total += 1.0;
            }
        }
        for (part, n) in people {
            *self.people.entry(part).or_default() += 0.6 * n / total;
        }
        for (file, place, columns) in [
            ("common_forenames_by_country.csv", 7, [10, 11]),
            ("common_surnames_by_country.csv", 1, [4, 5]),
        ] {
            let text = fs::read_to_string(reference.join(file)).unwrap();
            let rows: Vec<Vec<&str>> = text
                .lines()
                .skip(1)
                .map(|l| l.split(',').collect())
                .collect();
            let mut countries: Vec<&str> = rows.iter().map(|r| r[0]).collect();
            countries.dedup();
            for row in rows.iter().filter(|r| r.len() > columns[1]) {
                let rank: f64 = row[place].parse().unwrap_or(30.0);
                let share = 0.5 / (rank + 8.0) / countries.len() as f64;
                let mut here = HashMap::new();
                for column in columns {
                    count(row[column], 1.0, &mut here);
                }
                for part in here.into_keys() {
                    *self.people.entry(part).or_default() += share;
                }
            }
        }
    }
}

fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let next = (before + usize::from(x != y))
                .min(row[j] + 1)
                .min(row[j + 1] + 1);
            before = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row[b.len()]
}

fn centinats(nats: f64) -> u32 {
    (nats * 100.0).round().clamp(0.0, 3_000.0) as u32
}

fn write_channel(data: &Data) -> String {
    let mut out = String::from(
        "# Made by examples/learn.rs; hundredths of a nat. Learned from: google/transliteration ar2en (Apache-2.0), names_transliteration\n\
         # (Wikidata, CC0), NETransliteration-COLING2018 (MIT), public sanctions lists. See docs/screening-data.md.\n",
    );
    let mixed: Vec<_> = ["arabic", "hebrew", "cyrillic", "kana"]
        .iter()
        .flat_map(|g| data.pairs.get(g).into_iter().flatten().step_by(3).cloned())
        .collect();
    for name in GROUPS {
        let pairs = if name == "other" {
            &mixed
        } else {
            &data.pairs[name]
        };
        let model = Model::learn(pairs);
        writeln!(out, "with {name}").unwrap();
        let two = model.floor[3].min(model.floor[4]);
        let none = model.floor[1].min(model.floor[2]);
        writeln!(
            out,
            "floor {} {} {}",
            centinats(model.floor[0]),
            centinats(none),
            centinats(two)
        )
        .unwrap();
        let mut ways: Vec<_> = model
            .ways
            .iter()
            .map(|(w, c)| (letters(w.0), letters(w.1), centinats(*c)))
            .collect();
        ways.sort();
        for (a, b, cost) in ways {
            writeln!(out, "{a}={b} {cost}").unwrap();
        }
        let empty = Vec::new();
        let mut counts = vec![[0.5_f64; 29]; 28];
        for word in data.words.get(name).unwrap_or(&empty) {
            let mut before = 0;
            for next in word.iter().chain([&28]) {
                counts[before][usize::from(*next)] += 1.0;
                before = usize::from(*next) % 28;
            }
        }
        for (row, cells) in counts.iter().enumerate() {
            let sum: f64 = cells.iter().sum();
            let costs: Vec<String> = cells
                .iter()
                .map(|c| centinats(-(c / sum).ln()).to_string())
                .collect();
            writeln!(out, "alone {row} {}", costs.join(" ")).unwrap();
        }
        eprintln!("{name}: {} pairs, {} ways", pairs.len(), model.ways.len());
    }
    out
}

fn write_people(data: &Data) -> String {
    let mut out = String::from(
        "# Made by examples/learn.rs: a part of a name and how rare it is among people or organisations, in hundredths of a nat. Counted over: popular names by\n\
         # country (CC0-1.0), synthetic people of many name cultures (yente fixtures, MIT), words of organisations on public lists. See docs/screening-data.md.\n",
    );
    let mut people = data.people.clone();
    for (word, count) in data
        .words_of_organisations
        .iter()
        .filter(|(_, count)| **count >= 8.0)
    {
        let share = people.entry(word.clone()).or_default();
        *share = share.max(count / data.organisations);
    }
    let mut rows: Vec<_> = people
        .iter()
        .filter(|(_, p)| **p >= 1.9e-5)
        .map(|(part, p)| (centinats(-p.ln()), part))
        .collect();
    rows.sort();
    let mut last = u32::MAX;
    for (cost, part) in rows {
        let cost = cost / 10 * 10;
        if cost != last {
            write!(out, "\n{cost}").unwrap();
            last = cost;
        }
        write!(out, " {part}").unwrap();
    }
    out.push('\n');
    out
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (data_dir, out) = (arguments.next().unwrap(), arguments.next().unwrap());
    let (dir, out) = (Path::new(&data_dir), Path::new(&out));
    let mut data = Data::default();
    data.labelled(&dir.join("labelled"));
    let packed = fs::read(dir.join("ftm/lists_27716.ftm.jsonl.zst")).unwrap();
    let mut lists = String::new();
    ruzstd::decoding::StreamingDecoder::new(&packed[..])
        .unwrap()
        .read_to_string(&mut lists)
        .unwrap();
    data.lists(&lists);
    data.people(&dir.join("labelled"), &dir.join("reference"));
    fs::write(out.join("channel.txt"), write_channel(&data)).unwrap();
    fs::write(out.join("population.txt"), write_people(&data)).unwrap();
}
