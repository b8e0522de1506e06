//! The legal-basis engine (requests 3.13): which instruments bind both States for this matter on this day, in which
//! order, what each gives and what it lacks.
//!
//! A request has a *basis* (the duty to assist) and a *procedure* (the rules by which it is made and executed): a
//! counter-terrorism convention gives the first and leaves the second to other treaties or to domestic law. Resolutions
//! of the Security Council support a request; they are never its treaty. The engine states what follows from the data
//! it is given and how old they are. What the officer chose, and whether that holds, is judged in [`crate::rules`].

mod catalogue;
mod question;

use jiff::civil::Date;
use serde::Serialize;

use crate::code::coded;
use crate::state::{Consent, Participation, Reciprocity, StateProfile};

pub use catalogue::{Articles, Catalogue, Help, Instrument, InstrumentKind, Scope};
pub use question::{Matter, Tri};

coded! {
    /// What an entry of the list does for the request.
    pub enum BasisRole {
        /// The duty to assist.
        Basis = "basis",
        /// The rules of making and executing the request.
        Procedure = "procedure",
        /// A promise of the like, where there is no treaty.
        Reciprocity = "reciprocity",
        /// Assistance as a courtesy.
        Courtesy = "courtesy",
        /// Supports the request, is no basis.
        Supporting = "supporting",
    }
}

coded! {
    /// Why an entry stands on the list; its sentence is the Fluent message `basis-why-<code>`.
    pub enum Why {
        /// A treaty on this kind of help between the two.
        GeneralTreaty = "general-treaty",
        /// The offence is one of the instrument's own.
        OffenceInScope = "offence-in-scope",
        /// Serious, transnational, by an organised group.
        OrganisedCrime = "organised-crime",
        /// Evidence in electronic form.
        ElectronicEvidence = "electronic-evidence",
        /// The basis sets no procedure: the requested State's law does.
        DomesticLaw = "domestic-law",
        /// No treaty; the requested State accepts a written undertaking.
        ReciprocityAccepted = "reciprocity-accepted",
        /// No treaty; the requested State decides case by case.
        CaseByCase = "case-by-case",
        /// No treaty and no reciprocity known.
        NoTreaty = "no-treaty",
        /// Resolution 1373 (2001), paragraph 2(f), binds all Members.
        CouncilDuty = "council-duty",
        /// Resolution 2322 (2016), paragraph 13(a).
        CouncilCall = "council-call",
    }
}

coded! {
    /// What an entry gives.
    pub enum Gift {
        /// The duty to assist.
        Duty = "duty",
        /// Rules of procedure.
        Procedure = "procedure",
        /// No refusal for bank secrecy.
        NoBankSecrecy = "no-bank-secrecy",
        /// No refusal because the offence is fiscal.
        NoFiscal = "no-fiscal",
        /// No refusal as a political offence.
        NoPolitical = "no-political",
        /// The persecution clause.
        PersecutionClause = "persecution-clause",
        /// Transfer of persons in custody.
        TransferDetained = "transfer-detained",
    }
}

coded! {
    /// What an entry lacks.
    pub enum Lack {
        /// It sets no procedure.
        Procedure = "procedure",
        /// The day on which a State joined is not told.
        ParticipationDate = "participation-date",
        /// The data on participation are old, or nobody said of which day they are.
        FreshData = "fresh-data",
        /// The article is not known or was not read in the text.
        CheckedArticle = "checked-article",
        /// The undertaking of reciprocity must be attached.
        Undertaking = "undertaking",
        /// The letter asking for help in this case must be attached.
        CaseLetter = "case-letter",
        /// Said of the matter: that it is serious, transnational, by an organised group for benefit.
        OrganisedCrimeFacts = "organised-crime-facts",
    }
}

/// One entry of the ranked list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// The instrument's id; `LAW-<State>` for domestic law, `RECIPROCITY`, `COURTESY`, `S/RES/1373 (2001)`.
    pub instrument: String,
    /// Its article; empty where there is none or it is not known.
    pub article: String,
    /// What it does.
    pub role: BasisRole,
    /// Why it stands here.
    pub why: Why,
    /// What it gives, with the article of each.
    pub gives: Vec<(Gift, String)>,
    /// What is missing.
    pub missing: Vec<Lack>,
    /// The day of the older of the two States' data.
    pub as_of: Option<Date>,
    /// Where the entry comes from: the instrument's title, the resolution, the profile.
    pub source: String,
}

/// The whole answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BasisReport {
    /// Basis first, in rank; then procedure; then what supports.
    pub ranked: Vec<Basis>,
    /// Instruments that bind both and would cover the matter if more were said of it.
    pub possible: Vec<Basis>,
}

impl BasisReport {
    /// The entry that leads.
    #[must_use]
    pub fn first(&self) -> Option<&Basis> {
        self.ranked.first()
    }

    /// The treaties that give the duty, in rank.
    pub fn treaties(&self) -> impl Iterator<Item = &Basis> {
        self.ranked
            .iter()
            .filter(|basis| basis.role == BasisRole::Basis)
    }
}

/// Days after which data on participation count as old (LB-07).
pub const PARTICIPATION_AGE_DAYS_MAX: i32 = 180;

/// How far an instrument goes between two States on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    /// Both are bound.
    Both,
    /// Neither State's data or only one's name it.
    NotJoined,
    /// A signature that was never followed by consent.
    OnlySigned,
    /// Not yet in force, or not yet for one of them.
    NotYet,
    /// Denounced by one of them.
    Denounced,
    /// A reservation takes this help out.
    Reserved,
}

/// Whether an instrument binds both States on the day for the help.
#[must_use]
pub fn binding(
    instrument: Option<&Instrument>,
    id: &str,
    sides: (&StateProfile, &StateProfile),
    (help, day): (Help, Date),
) -> Binding {
    let (Some(one), Some(other)) = (sides.0.participation(id), sides.1.participation(id)) else {
        return Binding::NotJoined;
    };
    let both = [one, other];
    if both.iter().any(|part| part.consent == Consent::Signature) {
        return Binding::OnlySigned;
    }
    if both
        .iter()
        .any(|part| part.until.is_some_and(|until| until <= day))
    {
        return Binding::Denounced;
    }
    let in_force = instrument.is_none_or(|instrument| instrument.in_force_on(day));
    if !in_force || both.iter().any(|part| !part.binds_on(day)) {
        return Binding::NotYet;
    }
    if both.iter().any(|part| part.excludes(help.code())) {
        return Binding::Reserved;
    }
    Binding::Both
}

/// The ranked list for a matter between the requesting and the requested State on a day.
#[must_use]
pub fn legal_basis(
    catalogue: &Catalogue,
    (from, to): (&StateProfile, &StateProfile),
    matter: &Matter<'_>,
    day: Date,
) -> BasisReport {
    let mut ranked: Vec<(Rank<'_>, Basis)> = Vec::new();
    let mut possible = Vec::new();
    for instrument in catalogue.instruments() {
        if !instrument.gives(matter.help) {
            continue;
        }
        let Some((fit, why)) = matter.fits(instrument) else {
            continue;
        };
        let both = binding(
            Some(instrument),
            &instrument.id,
            (from, to),
            (matter.help, day),
        );
        if both != Binding::Both {
            continue;
        }
        let mut basis = entry(instrument, (from, to), (matter.help, why), day);
        if fit == Tri::Yes {
            ranked.push((rank(instrument, why, matter), basis));
        } else {
            basis.missing.push(Lack::OrganisedCrimeFacts);
            possible.push(basis);
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut list: Vec<Basis> = ranked.into_iter().map(|(_, basis)| basis).collect();
    if list.is_empty() {
        list.push(without_treaty(to));
    }
    list.extend(procedure(&list, to));
    if matter.is_terrorism() {
        list.extend(resolutions());
    }
    BasisReport {
        ranked: list,
        possible,
    }
}

/// The key of rank: the class, the place of the offence among the matter's, later before earlier, the id.
type Rank<'a> = (u8, usize, std::cmp::Reverse<Option<Date>>, &'a str);

fn rank<'a>(instrument: &'a Instrument, why: Why, matter: &Matter<'_>) -> Rank<'a> {
    let class = match (instrument.kind, why) {
        (InstrumentKind::Bilateral, _) => 0,
        (_, Why::ElectronicEvidence) => 5,
        (InstrumentKind::Regional, Why::GeneralTreaty) => 1,
        (InstrumentKind::Regional, _) => 2,
        (InstrumentKind::UniversalCt, _) => 3,
        _ => 4,
    };
    (
        class,
        matter.place_of(instrument),
        std::cmp::Reverse(instrument.adopted),
        &instrument.id,
    )
}

fn entry(
    instrument: &Instrument,
    (from, to): (&StateProfile, &StateProfile),
    (help, why): (Help, Why),
    day: Date,
) -> Basis {
    let articles = &instrument.articles;
    let mut gives = vec![(Gift::Duty, instrument.article(help).to_owned())];
    let table = [
        (Gift::Procedure, &articles.procedure),
        (Gift::NoBankSecrecy, &articles.bank_secrecy),
        (Gift::NoFiscal, &articles.fiscal),
        (Gift::NoPolitical, &articles.political_exclusion),
        (Gift::PersecutionClause, &articles.persecution_clause),
        (Gift::TransferDetained, &articles.transfer_detained),
    ];
    for (gift, article) in table {
        if !article.is_empty() {
            gives.push((gift, article.clone()));
        }
    }
    let mut missing = Vec::new();
    if articles.procedure.is_empty() && !instrument.general.contains(&help) {
        missing.push(Lack::Procedure);
    }
    let undated = |part: Option<&Participation>| part.is_none_or(|part| part.since.is_none());
    if undated(from.participation(&instrument.id)) || undated(to.participation(&instrument.id)) {
        missing.push(Lack::ParticipationDate);
    }
    let as_of = older_data(from, to);
    if !is_fresh(as_of, day) {
        missing.push(Lack::FreshData);
    }
    if !instrument.text_checked || instrument.article(help).is_empty() {
        missing.push(Lack::CheckedArticle);
    }
    Basis {
        instrument: instrument.id.clone(),
        article: instrument.article(help).to_owned(),
        role: BasisRole::Basis,
        why,
        gives,
        missing,
        as_of,
        source: instrument.title.clone(),
    }
}

/// The older of the two States' days of data; `None` where one of them has none.
#[must_use]
pub fn older_data(from: &StateProfile, to: &StateProfile) -> Option<Date> {
    Some(from.treaties_as_of?.min(to.treaties_as_of?))
}

/// Whether data of that day may still be relied on.
#[must_use]
pub fn is_fresh(as_of: Option<Date>, day: Date) -> bool {
    as_of.is_some_and(|as_of| {
        day.since(as_of)
            .is_ok_and(|age| age.get_days() <= PARTICIPATION_AGE_DAYS_MAX)
    })
}

/// No treaty: reciprocity where the requested State accepts it, else courtesy.
fn without_treaty(to: &StateProfile) -> Basis {
    let (instrument, role, why, missing) = match to.reciprocity {
        Reciprocity::AcceptsWrittenUndertaking | Reciprocity::LawRequiresReciprocity => (
            "RECIPROCITY",
            BasisRole::Reciprocity,
            Why::ReciprocityAccepted,
            vec![Lack::Undertaking],
        ),
        Reciprocity::CaseByCase => (
            "RECIPROCITY",
            BasisRole::Reciprocity,
            Why::CaseByCase,
            vec![Lack::CaseLetter],
        ),
        Reciprocity::NotAccepted | Reciprocity::Unknown => {
            ("COURTESY", BasisRole::Courtesy, Why::NoTreaty, Vec::new())
        }
    };
    Basis {
        instrument: instrument.to_owned(),
        article: String::new(),
        role,
        why,
        gives: Vec::new(),
        missing,
        as_of: to.treaties_as_of,
        source: to.code.to_string(),
    }
}

/// The procedure set: the first treaty that has one, else the law of the requested State.
fn procedure(list: &[Basis], to: &StateProfile) -> Option<Basis> {
    let leading = list.first()?;
    let with = list
        .iter()
        .find(|basis| basis.role == BasisRole::Basis && !basis.missing.contains(&Lack::Procedure));
    Some(match with {
        Some(basis) => {
            let article = basis
                .gives
                .iter()
                .find(|(gift, _)| *gift == Gift::Procedure)
                .map_or_else(String::new, |(_, article)| article.clone());
            Basis {
                article,
                role: BasisRole::Procedure,
                gives: Vec::new(),
                ..basis.clone()
            }
        }
        None => Basis {
            instrument: format!("LAW-{}", to.code),
            article: String::new(),
            role: BasisRole::Procedure,
            why: Why::DomesticLaw,
            gives: Vec::new(),
            missing: Vec::new(),
            as_of: leading.as_of,
            source: to.code.to_string(),
        },
    })
}

/// What the Security Council decided and called for, where the matter is terrorism.
fn resolutions() -> [Basis; 2] {
    let entry = |instrument: &str, article: &str, why, gives| Basis {
        instrument: instrument.to_owned(),
        article: article.to_owned(),
        role: BasisRole::Supporting,
        why,
        gives,
        missing: Vec::new(),
        as_of: None,
        source: "United Nations Security Council".to_owned(),
    };
    [
        entry(
            "S/RES/1373 (2001)",
            "2(f)",
            Why::CouncilDuty,
            vec![(Gift::Duty, "2(f)".to_owned())],
        ),
        entry("S/RES/2322 (2016)", "13(a)", Why::CouncilCall, Vec::new()),
    ]
}

#[cfg(test)]
mod tests;
