//! Ten oddities that files have, in every format: each is read or refused as it should be, and a refusal says what to do.

use screen::lists::{self, Format, ListFile, Mapping, ReadError, ReadOptions, SourceFile};
use screen::{Index, Query};

use crate::samples::*;

/// Every format with a sample.
fn samples() -> Vec<(Format, &'static str)> {
    let own = [(Format::UnXml, UN), (Format::MappedCsv, TABLE)];
    SAMPLES.iter().copied().chain(own).collect()
}

fn read_bytes(format: Format, bytes: &[u8]) -> Result<ListFile, ReadError> {
    let mapped = format == Format::MappedCsv;
    let options = ReadOptions {
        mapping: mapped.then(|| Mapping::parse(MAPPING).unwrap()),
        ..ReadOptions::default()
    };
    lists::read(bytes, &options)
}

fn read(format: Format, text: &str) -> Result<ListFile, ReadError> {
    read_bytes(format, text.as_bytes())
}

/// A refusal has that code, a place, and words that say what became of the list and what to do.
fn refused(outcome: Result<ListFile, ReadError>, code: &str, about: &str) {
    let error = outcome.err();
    assert!(error.is_some(), "{about} was accepted");
    let error = error.unwrap();
    assert_eq!(error.code(), code, "{about}: {error}");
    let said = error.to_string();
    assert!(said.starts_with("line "), "{said}");
    let to_do = [
        "Fetch the file again",
        "Take the file",
        "check where",
        "Correct",
    ];
    assert!(to_do.iter().any(|words| said.contains(words)), "{said}");
}

/// Whether the person is found by the name the list gives.
fn finds(list: &ListFile, name: &str) -> bool {
    let index = Index::build(list.records.clone());
    !index.search(&Query::person(name), 5, 0.7).is_empty()
}

/// What the records say, without where they were read.
fn content(list: &ListFile) -> Vec<String> {
    let said = |record: &screen::Entity| format!("{} {:?}", record.id, record.properties);
    list.records.iter().map(said).collect()
}

#[test]
fn every_value_keeps_its_list_version_and_record() {
    for (format, text) in samples() {
        let mut list = read(format, text).unwrap();
        list.stamp("own", "2025-11-21 · 0123456789ab");
        for record in &list.records {
            let origin = record.origin.as_ref().unwrap();
            assert_eq!(
                (origin.list.as_str(), origin.version.as_str()),
                ("own", "2025-11-21 · 0123456789ab")
            );
            assert!(origin.line > 0 && !origin.record.is_empty(), "{format:?}");
            assert_eq!(record.datasets, ["own"]);
        }
    }
}

#[test]
fn a_mark_or_other_line_ends_change_nothing() {
    for (format, text) in samples() {
        let bare = text.trim_start_matches('\u{FEFF}');
        let whole = content(&read(format, text).unwrap());
        let unix = bare.replace("\r\n", "\n");
        for (same, what) in [
            (format!("\u{FEFF}{bare}"), "BOM"),
            (unix.clone(), "LF"),
            (unix.replace('\n', "\r\n"), "CRLF"),
        ] {
            let list = read(format, &same).unwrap_or_else(|e| panic!("{format:?} {what}: {e}"));
            assert_eq!(content(&list), whole, "{format:?} {what}");
        }
    }
}

#[test]
fn cut_empty_and_wrongly_written_files_are_refused() {
    for (format, text) in samples() {
        let about = format!("{format:?}");
        // A table that somebody typed need not end its last line: there the cut must be seen by its cells.
        let cut = match format {
            Format::MappedCsv => text.len() - 3,
            _ if text.starts_with(['<', '{']) => text.trim_end().len() - 1,
            // OFAC's tables end with a byte of their own, others with the end of their last line.
            Format::OfacCsv => text.len() - 1,
            _ => text.trim_end().len(),
        };
        refused(read(format, &text[..cut]), "LIST-TRUNCATED", &about);
        for empty in ["", " \n", "\u{FEFF}"] {
            refused(read(format, empty), "LIST-EMPTY", &about);
        }
        let latin: Vec<u8> = text
            .bytes()
            .map(|b| if matches!(b, b'y' | b'Y') { 0xFF } else { b })
            .collect();
        refused(read_bytes(format, &latin), "LIST-NOT-UTF8", &about);
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        let wide: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
        refused(read_bytes(format, &wide), "LIST-NOT-UTF8", &about);
    }
}

/// Sample, what is replaced in it and by what: a line end inside of a value.
const BROKEN: &[(Format, &str, &str, &str)] = &[
    (Format::UnXml, UN, "ORSOLYA", "ORSOLYA\n"),
    (Format::OfacCsv, SDN, ", Orsolya", ",\r\n Orsolya"),
    (Format::OfacXml, OFAC_XML, "VADKERTI", "VADKERTI\n  ANNA"),
    (Format::EuXml, EU_XML, "&quot; Vadkerti", "&quot;\nVadkerti"),
    (
        Format::EuCsv,
        EU_CSV,
        "P;Orsolya Vadkerti",
        "P;\"Orsolya\r\nVadkerti\"",
    ),
    (
        Format::EuJournal,
        EU_JOURNAL,
        "Orsolya VADKERTI",
        "\"Orsolya\nVADKERTI\"",
    ),
    (Format::UkCsv, UK, "Orsolya,Anna", "Orsolya,\"Anna\nMaria\""),
    (Format::CanadaXml, CANADA, "Vadkerti", "Vadkerti\n"),
    (
        Format::AustraliaCsv,
        AUSTRALIA,
        "Orsolya Vadkerti",
        "\"Orsolya\nVadkerti\"",
    ),
    (
        Format::DeniedPersons,
        DENIED,
        "ORSOLYA VADKERTI",
        "ORSOLYA\nVADKERTI",
    ),
    (
        Format::FlatCsv,
        FLAT,
        "Orsolya Vadkerti",
        "\"Orsolya\nVadkerti\"",
    ),
    (
        Format::FtmJson,
        FTM,
        "Orsolya Vadkerti",
        "Orsolya\\nVadkerti",
    ),
    (Format::MappedCsv, TABLE, "Orsolya", "\"Orsolya\n\""),
];

#[test]
fn names_with_line_ends_and_signs_nobody_sees_are_found() {
    for (format, text, was, is) in BROKEN {
        let list = read(*format, &text.replace(was, is));
        let list = list.unwrap_or_else(|e| panic!("{format:?}: {e}"));
        assert_eq!(
            list.records.len(),
            read(*format, text).unwrap().records.len()
        );
        assert!(finds(&list, "Orsolya Vadkerti"), "{format:?}");
    }
    for (format, text) in samples() {
        // Overrides of direction and marks; control characters where the format can hold them at all.
        let mut signs = vec!["\u{202E}", "\u{200F}", "\u{2066}", "\u{200B}", "\u{AD}"];
        if !matches!(format, Format::FtmJson) && !text.starts_with('<') {
            signs.extend(["\u{7}", "\u{1}"]);
        }
        for sign in signs {
            let odd = text
                .replace("olya", &format!("{sign}olya"))
                .replace("OLYA", &format!("{sign}OLYA"));
            let list = read(format, &odd).unwrap_or_else(|e| panic!("{format:?} {sign:?}: {e}"));
            assert!(finds(&list, "Orsolya Vadkerti"), "{format:?} {sign:?}");
        }
    }
}

/// What becomes of a record that stands there twice: how many records there are then, or the code of the refusal.
const TWICE: &[(Format, &str, &str, Result<usize, &str>)] = &[
    (Format::UnXml, UN, "<INDIVIDUAL>", Err("LIST-DUPLICATE")),
    (Format::OfacCsv, SDN, "103,", Err("LIST-DUPLICATE")),
    (
        Format::OfacXml,
        OFAC_XML,
        "<sdnEntry>",
        Err("LIST-DUPLICATE"),
    ),
    (
        Format::EuXml,
        EU_XML,
        "<sanctionEntity",
        Err("LIST-DUPLICATE"),
    ),
    (Format::EuCsv, EU_CSV, "20/11/2025;13;P;Orsi", Ok(1)),
    (Format::EuJournal, EU_JOURNAL, "32000R0001,,", Ok(3)),
    (Format::UkCsv, UK, "20/11/2025,TST0001,ORSI", Ok(1)),
    (
        Format::CanadaXml,
        CANADA,
        "<record><Country>Chad / Tchad</Country><EntityOrShip>",
        Ok(3),
    ),
    (Format::AustraliaCsv, AUSTRALIA, "12a,", Ok(1)),
    (
        Format::DeniedPersons,
        DENIED,
        "\"ORSOLYA VADKERTI\"\t\"2",
        Ok(1),
    ),
    (Format::FlatCsv, FLAT, "Blue Quay,", Ok(3)),
    (
        Format::FtmJson,
        FTM,
        "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"alias\"",
        Ok(4),
    ),
];

#[test]
fn a_record_that_stands_there_twice() {
    for (format, text, from, outcome) in TWICE {
        let at = text.find(from).unwrap();
        let end = match format {
            Format::UnXml => text.find("</INDIVIDUALS>").unwrap(),
            Format::OfacCsv => text.len() - 1,
            _ => text
                .rfind("</")
                .filter(|_| text.starts_with('<'))
                .unwrap_or(text.len()),
        };
        let again = format!("{}{}{}", &text[..end], &text[at..end], &text[end..]);
        let again = again.replace("Count>1", "Count>2");
        match outcome {
            Err(code) => refused(read(*format, &again), code, &format!("{format:?}")),
            Ok(count) => {
                let list = read(*format, &again).unwrap();
                assert_eq!(list.records.len(), *count, "{format:?}");
                let mut ids: Vec<&str> = list.records.iter().map(|r| r.id.as_str()).collect();
                ids.sort_unstable();
                ids.dedup();
                assert_eq!(ids.len(), *count, "{format:?}: no id twice");
            }
        }
    }
}

/// Sample, what is replaced in it and by what, and what the report of the import names then: `None` where the file is refused.
const STRANGE: &[(Format, &str, &str, &str, Option<&str>)] = &[
    (
        Format::UnXml,
        UN,
        "</INDIVIDUAL>",
        "<EYES>brown</EYES></INDIVIDUAL>",
        Some("EYES"),
    ),
    (
        Format::OfacCsv,
        COMMENTS,
        "55.\"",
        "55.\",\"brown\",\"brown\"",
        None,
    ),
    (
        Format::OfacXml,
        OFAC_XML,
        "</sdnEntry>",
        "<eyes>brown</eyes></sdnEntry>",
        Some("eyes"),
    ),
    (
        Format::EuXml,
        EU_XML,
        "</sanctionEntity>",
        "<eyes/></sanctionEntity>",
        Some("eyes"),
    ),
    (
        Format::EuCsv,
        EU_CSV,
        "fileGenerationDate;",
        "fileGenerationDate;Eyes;",
        Some("column Eyes"),
    ),
    (
        Format::UkCsv,
        UK,
        "Last Updated,Unique",
        "Last Updated,Eyes,Unique",
        Some("column Eyes"),
    ),
    (
        Format::CanadaXml,
        CANADA,
        "<Schedule>2",
        "<Eyes>brown</Eyes><Schedule>2",
        Some("Eyes"),
    ),
    (
        Format::AustraliaCsv,
        AUSTRALIA,
        "Reference,",
        "Reference,Eyes,",
        Some("column Eyes"),
    ),
    (
        Format::DeniedPersons,
        DENIED,
        "\"Name\"\t",
        "\"Name\"\t\"Eyes\"\t",
        Some("column Eyes"),
    ),
    (
        Format::FlatCsv,
        FLAT,
        "Name,",
        "Name,Eyes,",
        Some("column Eyes"),
    ),
    (
        Format::FtmJson,
        FTM,
        "\"shoeSize\"",
        "\"eyes\"",
        Some("property Person:eyes"),
    ),
    (
        Format::MappedCsv,
        TABLE,
        "Ref;",
        "Ref;Eyes;",
        Some("column Eyes"),
    ),
];

#[test]
fn what_nobody_knows_is_named_and_harms_nothing() {
    for (format, text, was, is, named) in STRANGE {
        let strange = text.replacen(was, is, 1);
        // The rows of a table get the cell too.
        let strange = match named.is_some_and(|name| name.starts_with("column")) {
            true => with_cell(&strange),
            false => strange,
        };
        let Some(named) = named else {
            refused(
                read(*format, &strange),
                "LIST-OTHER-FORMAT",
                &format!("{format:?}"),
            );
            continue;
        };
        let list = read(*format, &strange).unwrap_or_else(|e| panic!("{format:?}: {e}"));
        assert_eq!(
            list.unread.get(*named),
            Some(&1),
            "{format:?}: {:?}",
            list.unread
        );
        if *format != Format::FtmJson {
            let whole = read(*format, text).unwrap();
            assert_eq!(content(&list), content(&whole), "{format:?}");
        }
    }
}

/// A second cell in every row after the one in which the column stands.
fn with_cell(table: &str) -> String {
    let mut below = false;
    let mut lines = Vec::new();
    for line in table.split_inclusive('\n') {
        let separator = [';', '\t'].into_iter().find(|s| line.contains(*s));
        let separator = separator.unwrap_or(',');
        let (first, rest) = line.split_once(separator).unwrap_or((line, ""));
        lines.push(match below {
            true => format!("{first}{separator}brown{separator}{rest}"),
            false => line.to_owned(),
        });
        below |= line.contains("Eyes");
    }
    lines.concat()
}

/// A file in which one record has 10,000 other names, or the code of its refusal: what stands in one cell or element has a limit.
fn with_names(format: Format) -> Option<(String, Result<usize, &'static str>)> {
    let many = |one: &dyn Fn(usize) -> String| (0..10_000).map(one).collect::<String>();
    let cell = |text: &str, was: &str, separator: &str| {
        let names = many(&|n| format!("Orsi Vadkerti {n}{separator}"));
        (
            text.replacen(was, &format!("\"{names}Orsi\""), 1),
            Err("LIST-TOO-BIG"),
        )
    };
    Some(match format {
        Format::UnXml => {
            let aliases = many(&|n| {
                format!(
                    "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Orsi {n}</ALIAS_NAME></INDIVIDUAL_ALIAS>"
                )
            });
            (
                UN.replacen("</INDIVIDUAL>", &format!("{aliases}</INDIVIDUAL>"), 1),
                Ok(10_000),
            )
        }
        Format::OfacXml => {
            let akas = many(&|n| {
                format!(
                    "<aka><uid>{n}</uid><type>a.k.a.</type><category>strong</category><lastName>ORSI {n}</lastName><firstName>O</firstName></aka>"
                )
            });
            (
                OFAC_XML.replacen("<akaList>", &format!("<akaList>{akas}"), 1),
                Ok(10_000),
            )
        }
        Format::EuXml => {
            let names = many(&|n| format!("<nameAlias wholeName=\"Orsi {n}\" strong=\"true\"/>"));
            (
                EU_XML.replacen("<citizenship", &format!("{names}<citizenship"), 1),
                Ok(10_001),
            )
        }
        Format::EuCsv => (
            EU_CSV.to_owned() + &many(&|n| format!("20/11/2025;13;P;Orsi {n};;;;;\r\n")),
            Ok(10_001),
        ),
        Format::UkCsv => {
            let row =
                |n| format!("20/11/2025,TST0001,ORSI {n},,,,,,Alias,,,,Individual,,,,,,,,,,\n");
            (UK.to_owned() + &many(&row), Ok(10_001))
        }
        Format::AustraliaCsv => (
            AUSTRALIA.to_owned()
                + &many(&|n| format!("12a,Orsi {n},Individual,aka,,,,,,,,Test,\n")),
            Ok(10_001),
        ),
        Format::EuJournal => cell(EU_JOURNAL, "Orsi VADKERTI (Орсолья ВАДКЕРТИ); Orsi", ";"),
        Format::FlatCsv => cell(FLAT, "\"Orsi, Wadkerti\"", ","),
        Format::MappedCsv => cell(TABLE, "Orsi|Wadkerti", "|"),
        Format::CanadaXml => cell(CANADA, "Orsi; Орсолья", ";"),
        _ => return None,
    })
}

#[test]
fn ten_thousand_names_are_read_or_refused_soon() {
    let started = std::time::Instant::now();
    for (format, _) in samples() {
        let Some((text, outcome)) = with_names(format) else {
            continue;
        };
        match outcome {
            Err(code) => refused(read(format, &text), code, &format!("{format:?}")),
            Ok(count) => {
                let list = read(format, &text).unwrap_or_else(|e| panic!("{format:?}: {e}"));
                assert_eq!(list.records[0].values("alias").len(), count, "{format:?}");
            }
        }
    }
    let rows: String = (0..10_000)
        .map(|n| format!("101,{n},\"aka\",\"ORSI {n}\",-0- \r\n"))
        .collect();
    let alt = format!("{rows}\u{1A}");
    let [sdn, alt] = [SDN.as_bytes(), alt.as_bytes()].map(|bytes| SourceFile { name: "", bytes });
    let list = lists::read_files(&[sdn, alt], &ReadOptions::default(), &mut |_| {}).unwrap();
    assert_eq!(list.records[0].values("alias").len(), 10_000);
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}
