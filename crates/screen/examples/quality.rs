//! Quality on the labelled sets: `cargo run --release -p screen --example quality -- DATA`.
use screen::{Index, Query, pairs};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::time::Instant;

include!("shared/common.rs");
fn f1(name: &str, scored: &mut Vec<(f64, bool)>) {
    let p = scored.iter().filter(|s| s.1).count() as f64;
    let at = |t: f64| {
        let tp = scored.iter().filter(|s| s.0 >= t && s.1).count() as f64;
        let n = scored.iter().filter(|s| s.0 >= t).count() as f64;
        (2.0 * tp / (n + p), tp / n.max(1.0), tp / p)
    };
    let d = at(0.7);
    let mut sorted = scored.clone();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut tp, mut best) = (0.0, (0.0, 0.0));
    for (n, s) in sorted.iter().enumerate() {
        if s.1 {
            tp += 1.0
        }
        let f = 2.0 * tp / (n as f64 + 1.0 + p);
        if f > best.0 {
            best = (f, s.0)
        }
    }
    println!(
        "{name:34} n {:6} F1@.7 {:.3} P {:.3} R {:.3}  best {:.3} at {:.3}",
        scored.len(),
        d.0,
        d.1,
        d.2,
        best.0,
        best.1
    );
}
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let only = std::env::args().nth(2).unwrap_or_default();
    let lab = format!("{dir}/labelled");
    if only.is_empty() || only == "pairs" {
        let mut files: Vec<_> = fs::read_dir(&lab)
            .unwrap()
            .map(|f| f.unwrap().file_name().into_string().unwrap())
            .filter(|f| {
                f.starts_with("xscript") || f.starts_with("un_alias") || f.starts_with("nk_name")
            })
            .collect();
        files.sort();
        for f in files {
            let rows = csv(&format!("{lab}/{f}"));
            let mut by: BTreeMap<String, Vec<(f64, bool)>> = BTreeMap::new();
            let t = Instant::now();
            for r in &rows {
                let s = pairs::compare_names(
                    r.get("schema").map_or("", |s| s),
                    &r["name1"],
                    &r["name2"],
                );
                let ok = r["is_match"] == "true";
                let mut keys = vec![f.clone()];
                if let Some(k) = r.get("schema") {
                    keys.push(format!("{f}:{k}"));
                    keys.push(format!("{f}:{}", r["quality"]));
                }
                if let Some(k) = r.get("script") {
                    keys.push(format!(
                        "{f}:{}",
                        if k == "LATIN" { "latin" } else { "other" }
                    ));
                }
                if std::env::args()
                    .nth(3)
                    .is_some_and(|a| a == f || a == r.get("quality").map_or("", |q| q))
                    && (s >= 0.7) != ok
                {
                    println!("  {:.3} {} | {} | {}", s, ok, r["name1"], r["name2"]);
                }
                for k in keys {
                    by.entry(k).or_default().push((s, ok));
                }
            }
            let e = t.elapsed().as_secs_f64();
            for (k, v) in &mut by {
                f1(k, v);
            }
            println!("   {:.0} pairs/s", rows.len() as f64 / e);
        }
        let mut v = vec![];
        for l in fs::read_to_string(format!("{lab}/nk_entity_checks.jsonl"))
            .unwrap()
            .lines()
        {
            let one: serde_json::Value = serde_json::from_str(l).unwrap();
            let (s, ok) = (
                pairs::of_json(&one).unwrap(),
                one["match"].as_bool().unwrap(),
            );
            if std::env::args().nth(3).as_deref() == Some("checks") && (s >= 0.7) != ok {
                println!("  {:.3} {}", s, l);
            }
            v.push((s, ok));
        }
        f1("nk_entity_checks", &mut v);
    }
    let all = lists(&dir);
    let t = Instant::now();
    let index = Index::build(all.clone());
    println!(
        "build {:.3} s, {} MB",
        t.elapsed().as_secs_f64(),
        index.bytes().unwrap().len() / 1_000_000
    );
    if only.is_empty() || only == "screen" {
        for full in [false, true] {
            let mut times = vec![];
            let mut found = [0; 2];
            let rows = csv(&format!("{lab}/yente_positives_un.csv"));
            for r in &rows {
                let mut q = Query::person(&r["query_name"]);
                if full {
                    q = q
                        .with("birthDate", &r["dob"])
                        .with("country", &r["country"]);
                }
                let t = Instant::now();
                let hits = index.search(&q, 5, 0.0);
                times.push(t.elapsed().as_secs_f64());
                let hit = hits
                    .iter()
                    .find(|h| r["expected_ids"].split(';').any(|i| i == h.entity.id));
                found[0] += hit.is_some() as i32;
                found[1] += hit.is_some_and(|h| h.score >= 0.7) as i32;
                if hit.is_none_or(|h| h.score < 0.7) {
                    println!(
                        "   lost {:?} {:?} got {:?}",
                        r,
                        hit.map(|h| h.score),
                        hits.first().map(|h| (h.entity.caption.clone(), h.score))
                    );
                }
            }
            println!(
                "positives full={full}: {} found {:.4} at .7 {:.4}",
                rows.len(),
                found[0] as f64 / rows.len() as f64,
                found[1] as f64 / rows.len() as f64
            );
            let mut alarms = vec![];
            let mut n = 0;
            let mut by: HashMap<String, (u32, u32)> = HashMap::new();
            for f in ["yente_negatives_global.csv", "yente_negatives_us.csv"] {
                for r in csv(&format!("{lab}/{f}")) {
                    n += 1;
                    let mut q = Query::person(&r["full_name"]);
                    if full {
                        q = q
                            .with("birthDate", &r["date_of_birth"])
                            .with("nationality", &r["nationality"]);
                    }
                    let t = Instant::now();
                    let hits = index.search(&q, 5, 0.0);
                    times.push(t.elapsed().as_secs_f64());
                    let s = hits.first().map_or(0.0, |h| h.score);
                    let script = screen::names::parts(&r["full_name"])
                        .first()
                        .map(|p| format!("{:?}", p.script))
                        .unwrap_or_default();
                    let e = by.entry(script).or_default();
                    e.0 += 1;
                    e.1 += (s >= 0.7) as u32;
                    if s >= 0.7 && alarms.iter().filter(|a| **a >= 0.7).count() < 40 && !full {
                        println!(
                            "   alarm {:.3} {} | {}",
                            s, r["full_name"], hits[0].explanation.name
                        );
                    }
                    alarms.push(s);
                }
            }
            alarms.sort_by(|a, b| b.total_cmp(a));
            println!(
                "negatives full={full}: {n} alarms@.7 {:.3} %  1% at {:.3}, 0.2% at {:.3} {by:?}",
                100.0 * alarms.iter().filter(|a| **a >= 0.7).count() as f64 / n as f64,
                alarms[n / 100],
                alarms[n / 500]
            );
            let total: f64 = times.iter().sum();
            times.sort_by(f64::total_cmp);
            println!(
                "   {:.0} queries/s p50 {:.3} ms p99 {:.3} ms max {:.3} ms",
                times.len() as f64 / total,
                times[times.len() / 2] * 1e3,
                times[times.len() * 99 / 100] * 1e3,
                times[times.len() - 1] * 1e3
            );
        }
    }
    if only.is_empty() || only == "alias" {
        let rows: Vec<_> = csv(&format!("{lab}/un_alias_pairs.csv"))
            .into_iter()
            .filter(|r| r["is_match"] == "true")
            .collect();
        let gone: HashSet<(String, String)> = rows
            .iter()
            .map(|r| (r["id1"].clone(), r["name1"].clone()))
            .collect();
        let mut less = all.clone();
        let mut removed = 0;
        for e in &mut less {
            if !e.id.starts_with("un-") {
                continue;
            }
            let id = e.id.clone();
            for p in ["name", "alias", "weakAlias", "previousName"] {
                if let Some(v) = e.properties.get_mut(p) {
                    let b = v.len();
                    v.retain(|n| !gone.contains(&(id.clone(), n.clone())));
                    removed += b - v.len();
                }
            }
        }
        println!("aliases {} removed {removed}", gone.len());
        let index = Index::build(less);
        let mut neg: Vec<f64> = vec![];
        for f in ["yente_negatives_global.csv", "yente_negatives_us.csv"] {
            for r in csv(&format!("{lab}/{f}")).iter().step_by(10) {
                neg.push(
                    index
                        .search(&Query::person(&r["full_name"]), 5, 0.0)
                        .first()
                        .map_or(0.0, |h| h.score),
                );
            }
        }
        neg.sort_by(|a, b| b.total_cmp(a));
        let mut dump = String::new();
        let mut pos = vec![];
        for r in &rows {
            let hits = index.search(&Query::person(&r["name1"]), 5, 0.0);
            let hit = hits.iter().find(|h| h.entity.id == r["id1"]);
            let any = hits.first().map_or(0.0, |h| h.score);
            pos.push((hit.map_or(0.0, |h| h.score), r["script"] == "LATIN", any));
            dump += &format!(
                "{:.3}\t{:.3}\t{}\t{}\t{}\t{}\n",
                hit.map_or(0.0, |h| h.score),
                any,
                r["script"],
                r["name1"],
                r["name2"],
                hits.first().map_or("", |h| &h.explanation.name)
            );
        }
        fs::write("/work/lab/alias.tsv", dump).unwrap();
        for budget in [0.005, 0.01, 0.05] {
            let t = neg[(neg.len() as f64 * budget) as usize];
            let rec = |f: &dyn Fn(&(f64, bool, f64)) -> bool| {
                let v: Vec<_> = pos.iter().filter(|p| f(p)).collect();
                (
                    v.iter().filter(|p| p.0 > t).count() as f64 / v.len() as f64,
                    v.iter().filter(|p| p.2 > t).count() as f64 / v.len() as f64,
                )
            };
            println!(
                "unseen alias at {:.1} % alarms (t {:.3}): all {:.3?} latin {:.3?} other {:.3?}",
                budget * 100.0,
                t,
                rec(&|_| true),
                rec(&|p| p.1),
                rec(&|p| !p.1)
            );
        }
        println!(
            "candidates: {:.3}",
            pos.iter().filter(|p| p.0 > 0.0).count() as f64 / pos.len() as f64
        );
    }
}
