//! Taking in lists, and checking against them.

use crate::comity::{House, repository};

fn list() -> Vec<u8> {
    std::fs::read(repository("crates/screen/testdata/demo_list.xml")).unwrap()
}

fn import(house: &House, file: &str) -> crate::comity::Said {
    house.run(&["list", "import", "--format", "un-xml", file])
}

#[test]
fn a_listed_name_is_found_in_any_script() {
    let house = House::new("XA");
    let found = |arguments: &[&str]| house.run(&[&["screen", "check"], arguments].concat());
    found(&["--name", "Tariq Zuhayr al-Qarmadi"]).with(0, &["CANNOT SAY", "no-list"]);
    found(&[]).with(2, &["nothing to check"]);
    let file = house.file("list.xml", &list());
    import(&house, &file).with(
        0,
        &["un-sc version 1 of 2026-10-01", "individuals", "sha256"],
    );
    for name in ["Tariq Zuhayr al-Qarmadi", "طارق زهير القرمدي"] {
        found(&["--name", name, "--birth", "1971-04-09"]).with(
            0,
            &[
                "DMi.001",
                "score",
                "Same day of birth",
                "list asked: un-sc 2026-10-01",
                "advice",
            ],
        );
    }
    let nobody = found(&["--name", "Ingeborg Halvorsen", "--birth", "1988-01-01"]);
    nobody.with(0, &["NO RECORD as of 2026-10-01", "not a clearance"]);
    house
        .run(&["ledger", "show", "--verb", "screen.checked"])
        .with(0, &["query:"]);
}

#[test]
fn a_bad_file_leaves_the_last_good_list() {
    let house = House::new("XA");
    let good = house.file("good.xml", &list());
    import(&house, &good).with(0, &["version 1"]);
    let shown = house.run(&["list", "show"]).out;
    let whole = String::from_utf8(list()).unwrap();
    let emptied = {
        let (head, rest) = whole.split_once("<INDIVIDUALS>").unwrap();
        let (_, tail) = rest.rsplit_once("</CONSOLIDATED_LIST>").unwrap();
        format!("{head}<INDIVIDUALS></INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>{tail}")
    };
    for (name, bytes, code) in [
        ("truncated.xml", &whole.as_bytes()[..whole.len() / 2], 2),
        ("empty.xml", b"".as_slice(), 2),
        ("other.xml", b"<html></html>".as_slice(), 2),
        ("binary.xml", b"\x00\xff\xfe<<<".as_slice(), 2),
        ("emptied.xml", emptied.as_bytes(), 2),
    ] {
        let file = house.file(name, bytes);
        import(&house, &file).with(code, &[name, "lists in force stay as they are"]);
        assert_eq!(house.run(&["list", "show"]).out, shown, "{name}");
    }
    let absent = house.run(&["list", "import", "--format", "un-xml", "no-such-file.xml"]);
    absent.with(2, &["no-such-file.xml could not be read"]);
    let wrong = house.run(&["list", "import", "--format", "csv", &good]);
    wrong.with(2, &["un-xml"]);
    house
        .run(&["screen", "check", "--name", "Tariq Zuhayr al-Qarmadi"])
        .with(0, &["DMi.001"]);
    house
        .run(&["ledger", "verify"])
        .with(0, &["OK: rows, files"]);
}

#[test]
fn removals_are_accepted_when_said() {
    let house = House::new("XA");
    let first = house.file("1.xml", &list());
    import(&house, &first).with(0, &["version 1"]);
    let whole = String::from_utf8(list()).unwrap();
    // All but the first individual go.
    let (head, rest) = whole.split_once("</INDIVIDUAL>").unwrap();
    let (_, tail) = rest.split_once("</INDIVIDUALS>").unwrap();
    let fewer = house.file(
        "2.xml",
        format!("{head}</INDIVIDUAL></INDIVIDUALS>{tail}").as_bytes(),
    );
    import(&house, &fewer).with(1, &["LIST-SHRUNK", "2.xml", "lacks 39 of 52"]);
    let accepting = |number: &str| {
        house.run(&[
            "list",
            "import",
            "--format",
            "un-xml",
            &fewer,
            "--accept-removals",
            number,
        ])
    };
    // Whoever accepts has seen the number; another number is another file.
    accepting("500").with(1, &["LIST-SHRUNK"]);
    accepting("39").with(0, &["version 2", "individuals 1,", "removed 39"]);
}

#[test]
fn lists_of_other_forms_are_taken_in_by_their_content() {
    let house = House::new("XA");
    let sdn = "101,\"VADKERTI, Orsolya\",\"individual\",\"ALPHA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1948; POB Port Azure.\"\r\n\u{1A}";
    let sdn = house.file("SDN.CSV", sdn.as_bytes());
    let alt = "101,1,\"aka\",\"QARLUQ, Tamina\",-0- \r\n\u{1A}";
    let alt_file = house.file("ALT.CSV", alt.as_bytes());
    house
        .run(&["list", "import", "--day", "2026-05-01", &sdn, &alt_file])
        .with(
            0,
            &[
                "us_ofac version 1 of 2026-05-01",
                "read as ofac-csv",
                "individuals 1",
            ],
        );
    house
        .run(&["screen", "check", "--name", "Tamina Qarluq"])
        .with(0, &["Orsolya VADKERTI", "us_ofac"]);
    house
        .run(&[
            "screen",
            "check",
            "--as-of",
            "2001-01-01",
            "--name",
            "Tamina Qarluq",
        ])
        .with(0, &["CANNOT SAY", "no-list"]);
    house
        .run(&["screen", "check", "--as-of", "2999-01-01", "--name", "X"])
        .with(2, &["AS-OF"]);
    let cut = house.file("ALT2.CSV", &alt.as_bytes()[..alt.len() - 5]);
    house.run(&["list", "import", &sdn, &cut]).with(
        2,
        &["in ALT2.CSV", "before the list does", "lists in force stay"],
    );

    let table = house.file("own.csv", b"Who,Where\nIldiko Barsony,Chad\n");
    let mapping = "id_prefix = \"td-\"\nschema = \"Person\"\n[columns]\nWho = \"name\"\n";
    let mapping = house.file("own.toml", mapping.as_bytes());
    house
        .run(&["list", "import", &table])
        .with(2, &["mapping file", "LIST-FORMAT"]);
    house
        .run(&[
            "list",
            "import",
            "--id",
            "own",
            "--mapping",
            &mapping,
            &table,
        ])
        .with(
            0,
            &[
                "own version 1",
                "mapped-csv",
                "not understood by this version: column Where",
            ],
        );
    house
        .run(&["ledger", "verify"])
        .with(0, &["OK: rows, files"]);
}

#[test]
fn what_the_policy_leaves_out_is_not_kept() {
    let house = House::new("XA");
    let config = std::path::Path::new(&house.dir).join("comity.toml");
    let policy = |properties: &str| {
        let text = std::fs::read_to_string(&config).unwrap();
        let (before, after) = text.split_once("drop_properties = [").unwrap();
        let (_, after) = after.split_once(']').unwrap();
        let text = format!("{before}drop_properties = [{properties}]{after}");
        std::fs::write(&config, text).unwrap();
    };
    let line = "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ildiko Barsony\"],\"address\":[\"1 Quay\",\"2 Quay\"]}}\n";
    let file = house.file("own.json", line.as_bytes());
    let import = || house.run(&["list", "import", "--id", "own", &file]);
    policy("\"adress\"");
    import().with(2, &["there is no such property", "LIST-DROP"]);
    policy("\"name\"");
    import().with(2, &["no record can be without it"]);
    policy("\"address\"");
    import().with(0, &["left out: address (2 values)"]);
}
