use screen::{Index, Query, pairs};
use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
include!("shared/common.rs");
fn row(
    out: &mut impl std::io::Write,
    set: &str,
    label: i32,
    weight: f64,
    s: Option<&screen::index::Sums>,
    score: f64,
) {
    let s = s.copied().unwrap_or_default();
    writeln!(
        out,
        "{set},{label},{weight},{score},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}",
        s.met,
        s.best,
        s.slack,
        s.met_count,
        s.initials,
        s.asked_left,
        s.asked_rest,
        s.listed_left,
        s.listed_rest,
        s.in_order as i32,
        s.weak_left,
        s.worst,
        s.initials_left,
        s.numbers_left,
        s.forms,
        s.doubt
    )
    .unwrap();
}
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let lab = format!("{dir}/labelled");
    let mut out = std::io::BufWriter::new(fs::File::create("/work/lab/features.csv").unwrap());
    writeln!(out, "set,label,weight,score,met,best,slack,met_count,initials,asked_left,asked_rest,listed_left,listed_rest,in_order,weak_left,worst,initials_left,numbers_left,forms,doubt").unwrap();
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
        let step = (rows.len() / 3000).max(1);
        for r in rows.iter().step_by(step) {
            let kind = match (r.get("schema"), r.get("script")) {
                (Some(s), _) => s.clone(),
                (_, Some(s)) => s.clone(),
                _ => String::new(),
            };
            row(
                &mut out,
                &format!("{f}:{kind}"),
                (r["is_match"] == "true") as i32,
                1.0,
                pairs::sums(r.get("schema").map_or("", |s| s), &r["name1"], &r["name2"]).as_ref(),
                0.0,
            );
        }
    }
    for l in fs::read_to_string(format!("{lab}/nk_entity_checks.jsonl"))
        .unwrap()
        .lines()
    {
        let v: serde_json::Value = serde_json::from_str(l).unwrap();
        if v["query"].as_object().unwrap().len() > 1
            || v["candidate"].as_object().unwrap().len() > 1
        {
            continue;
        }
        let schema = v["schema"].as_str().unwrap();
        row(
            &mut out,
            &format!("nk_checks:{schema}"),
            v["match"].as_bool().unwrap() as i32,
            1.0,
            pairs::sums(
                schema,
                v["query"]["name"].as_str().unwrap_or(""),
                v["candidate"]["name"].as_str().unwrap_or(""),
            )
            .as_ref(),
            0.0,
        );
    }
    let all = lists(&dir);
    let index = Index::build(all.clone());
    for r in csv(&format!("{lab}/yente_positives_un.csv")) {
        let hits = index.search(&Query::person(&r["query_name"]), 20, 0.0);
        let hit = hits
            .iter()
            .find(|h| r["expected_ids"].split(';').any(|i| i == h.entity.id));
        row(
            &mut out,
            "positives",
            1,
            1.0,
            hit.map(|h| &h.explanation.sums),
            hit.map_or(0.0, |h| h.score),
        );
    }
    let rows: Vec<_> = csv(&format!("{lab}/un_alias_pairs.csv"))
        .into_iter()
        .filter(|r| r["is_match"] == "true")
        .collect();
    let gone: HashSet<(String, String)> = rows
        .iter()
        .map(|r| (r["id1"].clone(), r["name1"].clone()))
        .collect();
    let mut less = all.clone();
    for e in &mut less {
        if !e.id.starts_with("un-") {
            continue;
        }
        let id = e.id.clone();
        for p in ["name", "alias", "weakAlias", "previousName"] {
            if let Some(v) = e.properties.get_mut(p) {
                v.retain(|n| !gone.contains(&(id.clone(), n.clone())));
            }
        }
    }
    less.retain(|e| e.id.starts_with("un-"));
    let index = Index::build(less);
    for r in &rows {
        let hits = index.search(&Query::person(&r["name1"]), 20, 0.0);
        let hit = hits.iter().find(|h| h.entity.id == r["id1"]);
        row(
            &mut out,
            if r["script"] == "LATIN" {
                "alias:latin"
            } else {
                "alias:other"
            },
            1,
            1.0,
            hit.map(|h| &h.explanation.sums),
            hit.map_or(0.0, |h| h.score),
        );
    }
    let index = Index::build(all);
    for f in ["yente_negatives_global.csv", "yente_negatives_us.csv"] {
        for (n, r) in csv(&format!("{lab}/{f}")).iter().enumerate().step_by(2) {
            for (k, h) in index
                .search(&Query::person(&r["full_name"]), 3, 0.0)
                .iter()
                .enumerate()
            {
                row(
                    &mut out,
                    &format!("neg:{f}:{n}:{k}"),
                    0,
                    1.0,
                    Some(&h.explanation.sums),
                    h.score,
                );
            }
        }
    }
}
