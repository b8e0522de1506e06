//! Lists of parties: what is built in, what a table brings, and what follows on which day.

use jiff::civil::{Date, date};

use super::code;
use crate::basis::atlas::{gaps, would_gain};
use crate::basis::{
    Binding, Catalogue, CsvProblem, Help, Lists, Matter, binding, legal_basis, standing,
};
use crate::state::{Participation, StateProfile};

const HEAD: &str = "instrument_id,iso2,signature_date,consent_date,consent_type,entry_date,end_date,as_of,\
                    reservation_article,reservation_excludes\n";

fn state(name: &str) -> StateProfile {
    StateProfile::unknown(code(name), name)
}

fn read(rows: &str) -> Catalogue {
    let mut catalogue = Catalogue::universal();
    let lists = Lists::read_csv(&format!("{HEAD}{rows}"), &catalogue, None, "a test");
    catalogue.put_lists(&lists.expect("a table"));
    catalogue
}

fn between(catalogue: &Catalogue, id: &str, day: Date) -> Binding {
    binding(
        catalogue,
        id,
        (&state("FR"), &state("AL")),
        (Help::Extradition, day),
    )
}

#[test]
fn the_built_in_lists_are_whole() {
    let lists = Lists::built_in();
    assert_eq!(lists.all().count(), 19);
    let parties: usize = lists.all().map(|(_, list)| list.parties.len()).sum();
    assert_eq!(parties, 2910);
    for (id, _) in lists.all() {
        assert!(Catalogue::built_in().get(id).is_some(), "{id}");
    }
}

#[test]
fn each_reason_has_its_day() {
    let id = "BOMBINGS-1997";
    let catalogue = read(
        "BOMBINGS-1997,FR,1998-01-12,1999-08-19,ratification,,,2020-01-01\n\
         BOMBINGS-1997,AL,,2019-12-20,accession,,2024-05-01,2020-01-01\n\
         HOSTAGES-1979,FR,,2000-06-09,accession,,,2020-01-01\n\
         HOSTAGES-1979,AL,1999-01-01,,,,,2020-01-01\n\
         FINANCING-1999,FR,,2002-01-07,ratification,,,2020-01-01\n\
         ETS-024,FR,,1986-02-10,ratification,,,2020-01-01\n\
         ETS-024,AL,,1998-05-19,ratification,,,2020-01-01,1,extradition\n\
         ASEAN-MLA-2004,FR,,2005-01-01,ratification,,,2020-01-01\n\
         ASEAN-MLA-2004,AL,,2005-01-01,ratification,2005-06-01,,2020-01-01\n",
    );
    let table = [
        (id, date(2001, 5, 22), Binding::NotYet),
        (id, date(2020, 1, 18), Binding::NotYet),
        (id, date(2020, 1, 19), Binding::Both),
        (id, date(2024, 4, 30), Binding::Both),
        (id, date(2024, 5, 1), Binding::Denounced),
        ("HOSTAGES-1979", date(2020, 1, 1), Binding::OnlySigned),
        ("HOSTAGES-1979", date(2020, 1, 2), Binding::SignedThen),
        ("FINANCING-1999", date(2020, 1, 1), Binding::NotJoined),
        ("FINANCING-1999", date(2020, 1, 2), Binding::AbsentThen),
        ("HAGUE-1970", date(2020, 1, 1), Binding::NoList),
        ("HARARE-SCHEME", date(2020, 1, 1), Binding::NoTreaty),
        ("ETS-024", date(2020, 1, 1), Binding::Reserved),
        // How a later party comes to be bound is not known of this one, and France's day is not told.
        ("ASEAN-MLA-2004", date(2020, 1, 1), Binding::EntryUnknown),
    ];
    for (id, day, expected) in table {
        assert_eq!(between(&catalogue, id, day), expected, "{id} {day}");
    }
    // The reservation speaks of extradition only.
    let sides = (&state("FR"), &state("AL"));
    let asked = (Help::Mla, date(2020, 1, 1));
    assert_eq!(binding(&catalogue, "ETS-024", sides, asked), Binding::Both);
}

#[test]
fn a_successor_is_never_firmly_unbound_before_it_said_so() {
    let catalogue = read(
        "CAT-1984,FR,,1986-02-18,ratification,,,2020-01-01\nCAT-1984,AL,,1993-02-22,succession,,,2020-01-01\n",
    );
    assert_eq!(
        between(&catalogue, "CAT-1984", date(1993, 1, 10)),
        Binding::Succession
    );
    assert_eq!(
        between(&catalogue, "CAT-1984", date(1987, 6, 25)),
        Binding::NotYet
    );
    assert_eq!(
        between(&catalogue, "CAT-1984", date(1993, 3, 24)),
        Binding::Both
    );
}

#[test]
fn a_states_own_newer_word_stands_before_a_list() {
    let catalogue = Catalogue::built_in();
    let day = date(2026, 3, 2);
    // Somalia was on no list in 2014; it says itself that it joined.
    let mut joined = state("SO");
    let ask = |state: &StateProfile| {
        standing(
            catalogue,
            "BOMBINGS-1997",
            (state, &super::pair().0),
            (None, day),
        )
        .binding
    };
    assert_eq!(ask(&joined), Binding::AbsentThen);
    joined.treaties.push(Participation {
        since: Some(date(2019, 1, 1)),
        ..Participation::undated("BOMBINGS-1997")
    });
    assert_eq!(ask(&joined), Binding::Both);
    // And a whole list of its own that leaves a treaty out is the newer word too.
    let mut left = state("FR");
    left.treaties_as_of = Some(day);
    assert_eq!(ask(&left), Binding::NotJoined);
    // A list newer than its word stands before that.
    left.treaties_as_of = Some(date(2010, 1, 1));
    assert_eq!(ask(&left), Binding::Both);
}

#[test]
fn a_table_goes_out_as_it_came_in() {
    let lists = Lists::built_in();
    let catalogue = Catalogue::built_in();
    let back = Lists::read_csv(
        &lists.to_csv(),
        catalogue,
        None,
        "United Nations Treaty Collection, early 2015",
    );
    assert_eq!(back.expect("a table"), lists);
    let told = format!(
        "{HEAD}UNTOC-2000,FR,,2002-10-29,ratification,,,2020-01-01,\"16(5), first\",extradition\n\
         UNTOC-2000,FR,,,,,,,35,\n"
    );
    let read = Lists::read_csv(&told, catalogue, Some(date(2020, 1, 1)), "s").expect("a table");
    let part = read
        .of("UNTOC-2000")
        .and_then(|list| list.parties.get(&code("FR")))
        .expect("France");
    assert_eq!(part.reservations.len(), 2);
    assert_eq!(
        part.reservations.first().map(|told| told.article.as_str()),
        Some("16(5), first")
    );
    assert_eq!(
        Lists::read_csv(&read.to_csv(), catalogue, None, "s"),
        Ok(read)
    );
}

#[test]
fn a_bad_table_is_named_by_its_line() {
    let cases = [
        ("", 1, CsvProblem::Empty),
        ("NOWHERE-1,FR,,,,,,2020-01-01\n", 2, CsvProblem::Instrument),
        ("CAT-1984,france,,,,,,2020-01-01\n", 2, CsvProblem::State),
        (
            "\nCAT-1984,FR,,1986-02-30,ratification,,,2020-01-01\n",
            3,
            CsvProblem::Date,
        ),
        (
            "CAT-1984,FR,,1986-02-18,blessing,,,2020-01-01\n",
            2,
            CsvProblem::Consent,
        ),
        (
            "CAT-1984,FR,,1986-02-18,ratification,,,\n",
            2,
            CsvProblem::AsOf,
        ),
        (
            "CAT-1984,FR,,1986-02-18,ratification,,,2020-01-01,3,everything\n",
            2,
            CsvProblem::Help,
        ),
        (
            "CAT-1984,FR,,,,,,2020-01-01\nCAT-1984,FR,,,,,,2020-01-01\n",
            3,
            CsvProblem::Twice,
        ),
        ("CAT-1984,\"FR,,,,,,2020-01-01\n", 2, CsvProblem::Shape),
    ];
    for (rows, line, problem) in cases {
        let fault = Lists::read_csv(&format!("{HEAD}{rows}"), Catalogue::built_in(), None, "s");
        let fault = fault.expect_err(rows);
        assert_eq!((fault.line, fault.problem), (line, problem), "{rows}");
    }
    let fault = Lists::read_csv("iso2,consent_date\n", Catalogue::built_in(), None, "s");
    assert_eq!(
        fault.map_err(|fault| fault.problem),
        Err(CsvProblem::Column)
    );
}

#[test]
fn real_states_without_a_profile_have_their_basis_with_what_is_missing() {
    let catalogue = Catalogue::built_in();
    let matter = Matter::of(Help::Mla, "terrorist_bombing");
    let report = legal_basis(
        catalogue,
        (&state("FR"), &state("DZ")),
        &matter,
        date(2026, 3, 2),
    );
    let first = report.first().expect("first");
    assert_eq!(
        (first.instrument.as_str(), first.article.as_str()),
        ("BOMBINGS-1997", "10")
    );
    assert!(first.missing.contains(&crate::basis::Lack::FreshData));
    assert_eq!(first.as_of, Some(date(2014, 1, 9)));
    let asked: Vec<&str> = report
        .unknown
        .iter()
        .map(|one| one.instrument.as_str())
        .collect();
    assert!(asked.contains(&"ETS-030"), "{asked:?}");
    let one = report
        .unknown
        .iter()
        .find(|one| one.instrument == "ETS-030")
        .expect("there");
    assert_eq!(one.depositary, "Council of Europe");
    assert_eq!(one.states().len(), 2);
}

#[test]
fn joining_fills_a_gap() {
    let (mut from, to) = super::pair();
    let catalogue = Catalogue::universal();
    let day = date(2026, 3, 2);
    from.treaties
        .retain(|part| part.instrument != "BOMBINGS-1997");
    let matter = Matter::of(Help::Mla, "terrorist_bombing");
    let ours = from.code.clone();
    let gained = would_gain(&catalogue, (&from, &to), &ours, &matter, day);
    assert_eq!(gained, ["BOMBINGS-1997"]);
    assert_eq!(
        would_gain(&catalogue, (&to, &from), &ours, &matter, day),
        ["BOMBINGS-1997"]
    );
    // Nothing is gained where one of them carries it already, and nothing by joining what the other has not.
    assert!(would_gain(&catalogue, (&super::pair().0, &to), &ours, &matter, day).is_empty());
    let other = Matter::of(Help::Mla, "torture_by_nobody");
    assert!(would_gain(&catalogue, (&from, &to), &ours, &other, day).is_empty());
    let row = gaps(&catalogue, &from, day);
    assert_eq!(row.len(), 19);
    let gap = row
        .iter()
        .find(|gap| gap.instrument.id == "BOMBINGS-1997")
        .expect("there");
    assert_eq!(gap.binding, Binding::NotJoined);
}
