//! Where one name of a list's text ends and another begins, and what a list remarks of a name.

use screen::Entity;
use screen::limits;
use screen::lists::{self, ReadOptions};

use crate::samples::{EU_CSV_PARTS, EU_XML_PARTS};
use crate::shared::data;

fn records(bytes: &[u8]) -> Vec<Entity> {
    let list = lists::read(bytes, &ReadOptions::default());
    list.unwrap().records
}

/// The other names of a record of Canada's list.
fn canada(name: &str, aliases: &str) -> Vec<String> {
    let text = format!(
        "<data-set><record><Country>Chad</Country>{name}<Aliases>{aliases}</Aliases></record></data-set>"
    );
    let record = records(text.as_bytes()).into_iter().next().unwrap();
    record.values("alias").to_vec()
}

const PERSON: &str = "<LastName>Vadkerti</LastName>";
const FIRM: &str = "<Entity>Blue Quay</Entity>";

#[test]
fn canadas_other_names_are_told_apart() {
    for (name, aliases, expect) in [
        (PERSON, "Orsi, or Orsolja Wadkerti", "Orsi|Orsolja Wadkerti"),
        (
            PERSON,
            "Orsi, and Orsolja; or Orsike",
            "Orsi|Orsolja|Orsike",
        ),
        (
            PERSON,
            "Tariq al-Qarmadi, abu Zuhayr",
            "Tariq al-Qarmadi|abu Zuhayr",
        ),
        (
            PERSON,
            "Orsi, orszolya, Jr., bin Tariq",
            "Orsi|orszolya, Jr.|bin Tariq",
        ),
        (FIRM, "Quay-e Basij, the Basij", "Quay-e Basij|the Basij"),
        (
            FIRM,
            "BQ, l'Armée bleue, l’Armée, al-Quay",
            "BQ|l'Armée bleue|l’Armée|al-Quay",
        ),
        (
            FIRM,
            "BQ, AO, and Бюро по технике, АО",
            "BQ, AO|Бюро по технике, АО",
        ),
        (
            FIRM,
            "Fund for those, fallen on hard times, and others",
            "Fund for those, fallen on hard times, and others",
        ),
        (FIRM, "BQ, and the Quay, or Quai", "BQ|the Quay|Quai"),
    ] {
        assert_eq!(canada(name, aliases).join("|"), expect, "{aliases}");
    }
}

#[test]
fn a_name_with_very_many_commas_is_many() {
    let pieces: Vec<String> = (0..limits::LIST_NAME_PIECES_MAX * 3)
        .map(|n| format!("quay {n}"))
        .collect();
    let found = canada(FIRM, &pieces.join(", "));
    assert_eq!(found.len(), 3);
    assert_eq!(found.join(", "), pieces.join(", "));
}

#[test]
fn other_names_of_canadas_real_list_stand_by_themselves() {
    let Some(bytes) = data("screening/lists/ca_sema_2025-05.xml.zst") else {
        return;
    };
    let records = records(&bytes);
    for alias in [
        "CGRI",
        "l'Armée des Gardiens de la Révolution islamique",
        "Sazman-e Basij-e Mostazafan",
        "the Basij",
        "Alexander",
        "Alexandr Valerievich Kalinin",
        "Цивилёв",
        "Общероссийская общественно-государственная организация «Добровольное общество содействия армии, авиации и флоту России»",
    ] {
        let has = |record: &Entity| record.values("alias").iter().any(|name| name == alias);
        assert!(records.iter().any(has), "{alias}");
    }
}

#[test]
fn only_low_quality_makes_a_name_weak() {
    for (remark, weak, kept) in [
        ("Low quality alias", true, false),
        ("(low-quality a.k.a.)", true, false),
        ("Low quality", true, false),
        ("Good quality aka.", false, false),
        ("Low quality alias, used in Mali", true, true),
        ("Used in Mali (low‑quality)", true, true),
        ("Director of Quality Control", false, true),
        ("Follows the quality board", false, true),
        ("Of slow quality", false, true),
        ("Good quality documents", false, true),
        ("Low price, high quality", false, true),
    ] {
        for text in [EU_CSV_PARTS, EU_XML_PARTS] {
            let text = text.replace("Low quality alias", remark);
            let records = records(text.as_bytes());
            let found = |property| records[0].values(property);
            let says = |property, value: &str| found(property).iter().any(|v| v == value);
            let name = if weak { "weakAlias" } else { "alias" };
            assert!(says(name, "Orsi"), "{remark}: {:?}", records[0].properties);
            assert_eq!(says("notes", remark), kept, "{remark}");
            // Of an address it is a note, whatever it says.
            let text = text.replace("Since 2001", "Low quality");
            let records = self::records(text.as_bytes());
            assert!(
                records[0]
                    .values("notes")
                    .iter()
                    .any(|v| v == "Low quality")
            );
        }
    }
}
