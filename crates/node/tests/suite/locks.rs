//! The command line is no door to a case: it has no act that decides, executes or closes, not in the folder and not over the
//! socket of a running node; and an old docket that says it is done already changes no case that is here.

use model::request::steps;

use crate::comity::{House, comity};
use crate::running::{Serving, raw};

/// A case before each gate: to be granted, surrendered, accepted, handed over, and refused without the duty.
const DOCKET: &str = "\
side,number,state,kind,subject,received_on,acknowledged_on,decided_on,decision,ground,executed_on,returned_on,closed_on
incoming,IN/1,FR,extradition,To be granted,2025-05-20,2025-05-22,,,,,,
incoming,IN/2,FR,extradition,To be surrendered,2025-05-20,2025-05-22,2025-06-30,accepted,,,,
incoming,IN/3,FR,mla,To be accepted,2025-05-20,2025-05-22,,,,,,
incoming,IN/4,FR,mla,To be handed over,2025-05-20,2025-05-22,2025-06-30,accepted,,,,
incoming,IN/5,FR,extradition,Refused,2025-05-20,2025-05-22,2025-06-30,refused,torture,,,
";

/// The same cases, as if all of it had been done.
const DONE: &str = "\
side,number,state,kind,subject,received_on,acknowledged_on,decided_on,decision,ground,executed_on,returned_on,closed_on
incoming,IN/1,FR,extradition,To be granted,2025-05-20,2025-05-22,2025-06-30,accepted,,2025-07-01,,
incoming,IN/2,FR,extradition,To be surrendered,2025-05-20,2025-05-22,2025-06-30,accepted,,2025-07-01,,
incoming,IN/3,FR,mla,To be accepted,2025-05-20,2025-05-22,2025-06-30,accepted,,2025-07-01,2025-07-02,
incoming,IN/4,FR,mla,To be handed over,2025-05-20,2025-05-22,2025-06-30,accepted,,2025-07-01,2025-07-02,
incoming,IN/5,FR,extradition,Refused,2025-05-20,2025-05-22,2025-06-30,refused,torture,,,2025-07-02
";

/// What the ledger has of cases.
fn kept(house: &House) -> Vec<String> {
    let lines = house.run(&["ledger", "show"]).with(0, &["docket"]).out;
    let of_cases = lines.lines().filter(|line| {
        let of = ["docket", "request", "evidence", "safeguard"];
        of.iter().any(|word| line.contains(word))
    });
    of_cases.map(ToOwned::to_owned).collect()
}

#[test]
fn the_command_line_passes_no_lock() {
    let house = House::new("XA");
    let (table, done) = (
        house.file("docket.csv", DOCKET.as_bytes()),
        house.file("done.csv", DONE.as_bytes()),
    );
    house
        .run(&["docket", "import", &table])
        .with(0, &["New cases: 5"]);
    let before = kept(&house);
    assert!(!before.is_empty());
    house
        .run(&["docket", "import", &done])
        .with(0, &["New cases: 0", "left as they are: 5"]);
    let acts: Vec<&str> = [
        "accept",
        "execute",
        "give-back",
        "close",
        "confirm-refusal",
        "answer",
    ]
    .into_iter()
    .chain(
        steps()
            .map(|(_, step)| step.code())
            .filter(|code| !code.is_empty()),
    )
    .collect();
    for act in ["accept", "execute", "grant", "surrender", "close", "step"] {
        comity(&["request", act, "IN/1", "--dir", &house.dir]).with(2, &[]);
    }
    let serving = Serving::start(&house);
    for act in &acts {
        for name in [
            (*act).to_owned(),
            format!("request_{act}"),
            format!("step_{act}"),
        ] {
            let question = format!(
                "{{\"comity\":1,\"act\":{{\"act\":\"{name}\",\"request\":\"IN/1\",\"step\":\"{act}\"}},\"body_bytes\":0}}\n"
            );
            let said = raw(&house, question.as_bytes());
            assert!(
                said.contains("does not know this command"),
                "{name}: {said}"
            );
        }
    }
    house
        .run(&["docket", "import", &done])
        .with(0, &["New cases: 0", "left as they are: 5"]);
    assert_eq!(kept(&house), before);
    assert_eq!(serving.stop(), Some(0));
}
