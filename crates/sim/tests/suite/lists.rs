//! Importing lists: a bad file changes nothing, and the last good list goes on answering.

use model::{Actor, Role};
use office::Silent;
use office::screening::{self, Check, Import, ImportReport};
use sim::House;

use crate::desk::{ledger_size, town};

const LIST: &str = include_str!("../../../screen/testdata/demo_list.xml");

async fn import(house: &House, bytes: &str, accept: Option<usize>) -> office::Result<ImportReport> {
    let act = Import {
        name: "Demonstration list".to_owned(),
        format: "un-xml".to_owned(),
        accept_removals: accept,
        ..Import::of(house.office.new_act(), bytes.to_owned())
    };
    screening::import(
        &house.office,
        &Actor::operator(house.office.state()),
        act,
        &Silent,
    )
    .await
}

fn check(name: &str) -> Check {
    Check {
        name: name.to_owned(),
        ..Check::default()
    }
}

/// The list without its first so many persons.
fn without(count: usize) -> String {
    let mut list = LIST.to_owned();
    for _ in 0..count {
        let from = list.find("<INDIVIDUAL>").unwrap();
        let to = list.find("</INDIVIDUAL>").unwrap() + "</INDIVIDUAL>".len();
        list.replace_range(from..to, "");
    }
    list
}

#[tokio::test]
async fn a_bad_list_is_refused_and_the_last_good_one_stays() {
    let (_dir, town) = town(61).await;
    let xa = town.house("XA");
    let good = import(xa, LIST, None).await.unwrap();
    assert!(good.individuals >= 40 && good.entities >= 12, "{good:?}");
    let size = ledger_size(&xa.office).await;
    let nothing = without(good.individuals as usize);
    let (from, to) = (
        nothing.find("<ENTITIES>").unwrap(),
        nothing.find("</ENTITIES>").unwrap(),
    );
    let nothing = format!(
        "{}{}",
        &nothing[..from + "<ENTITIES>".len()],
        &nothing[to..]
    );
    for (what, file, code) in [
        ("cut off", &LIST[..LIST.len() / 2], "LIST"),
        ("empty", "", "LIST"),
        ("no list", "<html></html>", "LIST"),
        (
            "an entity",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>",
            "LIST",
        ),
        ("shrunken", &without(20), "LIST-SHRUNK"),
    ] {
        let refused = import(xa, file, None).await.unwrap_err();
        assert_eq!(refused.code(), code, "{what}: {refused}");
    }
    let all_gone = import(
        xa,
        &nothing,
        Some(good.individuals as usize + good.entities as usize),
    )
    .await;
    assert!(all_gone.is_err(), "removal of everything is never accepted");
    for accepted in [19, 21, 1000] {
        let refused = import(xa, &without(20), Some(accepted)).await.unwrap_err();
        assert_eq!(
            refused.code(),
            "LIST-SHRUNK",
            "not the number that was seen: {accepted}"
        );
    }
    assert_eq!(
        ledger_size(&xa.office).await,
        size,
        "a refused import is no act"
    );
    let officer = xa.officer(Role::BorderOfficer);
    let found = screening::check(&xa.office, officer, check("Tariq Zuhayr al-Qarmadi"))
        .await
        .unwrap();
    assert!(!found.hits.is_empty(), "the last good list answers");
    assert_eq!(found.advice.lists.len(), 1);
    let less = import(xa, &without(20), Some(20)).await.unwrap();
    assert_eq!((less.version, less.removed), (2, 20));
}

#[tokio::test]
async fn a_birth_date_that_cannot_be_read_is_said_and_not_left_aside() {
    let (_dir, town) = town(62).await;
    let xa = town.house("XA");
    import(xa, LIST, None).await.unwrap();
    let question = Check {
        birth: Some("the ninth of April".to_owned()),
        ..check("Tariq Zuhayr al-Qarmadi")
    };
    let refused = screening::check(&xa.office, xa.officer(Role::BorderOfficer), question).await;
    assert_eq!(refused.unwrap_err().code(), "BIRTH-DATE");
    for role in [Role::Auditor, Role::Administrator] {
        let refused = screening::check(&xa.office, xa.officer(role), check("A")).await;
        assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED");
    }
}
