//! What lies around a request concerning electronic evidence: the desk it goes to, what is pending.

use super::*;

#[test]
fn a_duty_desk_takes_what_cannot_wait() {
    let bench = Bench::demo();
    let to_desk = |subtype: &str| {
        let content = mutant(
            Kind::ElectronicEvidence,
            &[
                ("/evidence/subtype", json!(subtype)),
                (
                    "/evidence/proportionality",
                    json!("Only the words themselves show the agreement."),
                ),
                ("/requested/authority", json!("duty")),
            ],
        );
        bench.with_kind(Kind::ElectronicEvidence, |ctx| {
            let mut desk = bench
                .directory
                .authority(&bench.to, &"duty".parse().expect("id"))
                .expect("a desk")
                .clone();
            desk.functions = BTreeSet::from([crate::Function::DutyDesk247]);
            let ctx = CheckContext {
                to_authority: &desk,
                ..*ctx
            };
            serious(&check(&content, &ctx))
        })
    };
    assert_eq!(to_desk("preservation"), Vec::<String>::new());
    assert_eq!(to_desk("content"), ["B DIR-02 /requested/authority"]);
}

#[test]
fn the_same_account_twice_is_linked_or_explained() {
    let mut bench = Bench::demo();
    let content = mutant(Kind::ElectronicEvidence, &[]);
    bench.pending = vec![PendingMatter::of(
        "XA-CA-2026-000007-K",
        &bench.to,
        &content,
    )];
    assert_eq!(serious(&bench.check(&content)), ["W GEN-07 /related"]);
    let other = mutant(
        Kind::ElectronicEvidence,
        &[(
            "/identifiers",
            json!([{"kind": "account", "value": "grey.gull"}]),
        )],
    );
    assert_eq!(serious(&bench.check(&other)), Vec::<String>::new());
}
