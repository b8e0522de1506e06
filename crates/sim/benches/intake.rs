//! A bundle of STIX taken into a node, durably: read, checked, labelled, encrypted row by row, written and synced before the answer.
//! Prints objects a second, and of them how long the same took once more, when nothing is new.
//!
//! `cargo bench -p sim --bench intake -- objects=20000`

use std::time::Instant;

use model::{Class, Role};
use office::cards::Format;
use office::records::{self, Import, Imported};
use serde_json::{Value, json};
use sim::{House, Town};

/// The allocator of the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Persons of somebody else, each with a traffic light.
fn bundle(objects: u64) -> String {
    let id = |n: u64| format!("00000000-0000-4000-8000-{n:012x}");
    let one = |at: u64| {
        json!({
            "type": "identity", "spec_version": "2.1", "id": format!("identity--{}", id(at)),
            "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-02T00:00:00.000Z",
            "name": format!("Marrek Oduya {at}"), "identity_class": "individual",
            "object_marking_refs": ["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"],
        })
    };
    let all: Vec<Value> = (0..objects).map(one).collect();
    json!({"type": "bundle", "id": format!("bundle--{}", id(0)), "objects": all}).to_string()
}

async fn import(house: &House, text: &str) -> Outcome<(Imported, f64)> {
    let act = Import {
        act: house.office.new_act(),
        format: Format::Stix,
        sender: "QUAY-CERT".to_owned(),
        class: Class::Restricted,
        bytes: text.as_bytes().to_vec(),
    };
    let begun = Instant::now();
    let done = records::import(&house.office, house.officer(Role::Analyst), act).await?;
    Ok((done, begun.elapsed().as_secs_f64()))
}

async fn run(objects: u64) -> Outcome<()> {
    let dir = std::env::temp_dir().join(format!("comity-intake-{}", std::process::id()));
    let town = Town::new(&dir, 11).await?;
    let house = town.house("XA");
    let text = bundle(objects);
    let (done, first) = import(house, &text).await?;
    let (again, second) = import(house, &text).await?;
    if done.new as u64 != objects || again.again as u64 != objects {
        return Err(format!("{} new, {} known", done.new, again.again).into());
    }
    let rate = |seconds: f64| objects as f64 / seconds;
    println!(
        "{objects} objects, {} bytes, in {first:.3} s: {:.0} objects a second, durable; once more in {second:.3} s: {:.0}",
        text.len(),
        rate(first),
        rate(second)
    );
    std::fs::remove_dir_all(&dir)?;
    Ok(())
}

fn main() -> Outcome<()> {
    let mut args = std::env::args();
    let asked = args.find_map(|arg| arg.strip_prefix("objects=")?.parse().ok());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(run(asked.unwrap_or(20_000)))
}
