//! The Security Council's consolidated list of 2026-02-27, as it was published. It stands beside the repository; where it is
//! absent the test says so and does nothing, but never where `CI` is set.

use std::io::Read as _;
use std::path::PathBuf;

use crate::comity::House;

fn data(path: &str) -> Option<Vec<u8>> {
    let mut folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    while !folder.join("shared/data").join(path).exists() {
        if !folder.pop() {
            assert!(
                std::env::var_os("CI").is_none(),
                "shared data {path} is missing, and CI is set"
            );
            eprintln!("skipped: shared/data/{path} is not beside this repository");
            return None;
        }
    }
    let packed = std::fs::read(folder.join("shared/data").join(path)).unwrap();
    let mut bytes = Vec::new();
    ruzstd::decoding::StreamingDecoder::new(packed.as_slice())
        .unwrap()
        .read_to_end(&mut bytes)
        .unwrap();
    Some(bytes)
}

#[test]
fn the_real_list_is_taken_in_and_its_names_are_found() {
    let Some(bytes) = data("screening/lists/un_consolidated_2026-02-27.xml.zst") else {
        return;
    };
    let house = House::new("XA");
    let file = house.file("un.xml", &bytes);
    let taken = house.run(&["list", "import", "--format", "un-xml", &file]);
    taken.with(
        0,
        &[
            "of 2026-02-27",
            "individuals 730, entities 273",
            "added 1003, changed 0, removed 0",
        ],
    );
    for (name, reference) in [
        ("ERIC BADEGE", "CDi.001"),
        ("MATHIEU, CHUI NGUDJOLO", "CDi.020"),
        ("金铁三", "KPi.035"),
        ("إبراهيم عواد إبراهيم علي البدري السامرائي", "QDi.299"),
        ("Абдурахманов Магомед Магомедзакирович", "QDi.363"),
    ] {
        house.run(&["screen", "check", "--name", name]).with(
            0,
            &[&format!("reference {reference}"), "CHECK", "2026-02-27"],
        );
    }
    house
        .run(&["list", "import", "--format", "un-xml", &file])
        .with(0, &["version 2", "added 0, changed 0, removed 0"]);
}
