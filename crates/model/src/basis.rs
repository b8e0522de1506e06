//! The legal-basis engine (requests 3.13): which instruments bind both States for this matter on this day, in which
//! order, what each gives and what it lacks. The order is worked out in [`rank`], the answer *binding*, *not binding*
//! or *unknown* in [`binding`](mod@binding).
//!
//! A request has a *basis* (the duty to assist) and a *procedure* (the rules by which it is made and executed): a
//! counter-terrorism convention gives the first and leaves the second to other treaties or to domestic law. Resolutions
//! of the Security Council support a request; they are never its treaty. The engine states what follows from the data
//! it is given and how old they are. What the officer chose, and whether that holds, is judged in [`crate::rules`].

mod articles;
pub mod atlas;
mod awaiting;
mod binding;
mod catalogue;
mod help;
mod import;
mod notes;
mod parties;
mod question;
mod rank;

use jiff::civil::Date;
use serde::Serialize;

use crate::StateCode;
use crate::code::coded;
use crate::state::StateProfile;

pub use articles::{Articles, EntryRule, Periods};
pub use awaiting::{Asks, Awaiting};
pub use binding::{Answer, Binding, Standing, binding, standing};
pub use catalogue::{Catalogue, Instrument, InstrumentKind, Scope};
pub use help::{Aspect, Help};
pub use import::{CsvFault, CsvProblem};
pub use parties::{Lists, PartyList};
pub use question::{Matter, Tri};
pub use rank::{legal_basis, pairwise};

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
        /// Resolution 1373 (2001), paragraph 1(c): funds are frozen without delay.
        CouncilFreeze = "council-freeze",
        /// Deems the offence included in the extradition treaties between the two, and is no basis itself here.
        IncludedInTreaties = "included-in-treaties",
        /// No basis is needed; the instrument speaks of it.
        NotNeeded = "not-needed",
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
        /// Arrest until extradition is decided.
        Arrest = "arrest",
        /// A request sent electronically is an original.
        ElectronicOriginal = "electronic-original",
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
        /// Whether the requested State requires a treaty for extradition is not told.
        ExtraditionLaw = "extradition-law",
        /// Whether it takes a multilateral convention as that treaty is not told.
        BasisDeclaration = "basis-declaration",
        /// Said of the matter: that it is serious, transnational, by an organised group for benefit.
        OrganisedCrimeFacts = "organised-crime-facts",
    }
}

/// One entry of the ranked list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// The instrument's id; `LAW-<State>` for domestic law, `reciprocity`, `courtesy`, `S/RES/1373 (2001)`.
    pub instrument: String,
    /// Its article; empty where there is none or it is not known. For extradition from a State that requires a treaty
    /// it is the paragraph that lets a convention stand as that treaty, as "9(2)"; in every other case the whole article.
    pub article: String,
    /// The paragraph that applies, where the article is given whole: "9(3)" where the requested State requires no treaty.
    pub paragraph: String,
    /// What it does.
    pub role: BasisRole,
    /// Why it stands here.
    pub why: Why,
    /// What it gives, with the article of each.
    pub gives: Vec<(Gift, String)>,
    /// What is missing.
    pub missing: Vec<Lack>,
    /// The periods it sets.
    pub periods: Periods,
    /// The day of the older of the two States' data.
    pub as_of: Option<Date>,
    /// Where the entry comes from: the instrument's title, the resolution, the profile.
    pub source: String,
}

/// An instrument that covers the matter and of which nobody can say here whether it binds both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unknown {
    /// The instrument's id.
    pub instrument: String,
    /// Its article, as in [`Basis::article`].
    pub article: String,
    /// What is known, and why it is not enough.
    pub standing: Standing,
    /// Whom to ask first: the depositary; empty where that is not known.
    pub depositary: String,
}

impl Unknown {
    /// Whose central authorities to ask: those of the States that the answer turns on.
    #[must_use]
    pub fn states(&self) -> &[StateCode] {
        &self.standing.turns_on
    }
}

/// The whole answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BasisReport {
    /// Basis first, in rank; then procedure; then what supports.
    pub ranked: Vec<Basis>,
    /// Instruments that bind both and would cover the matter if more were said of it.
    pub possible: Vec<Basis>,
    /// Instruments that cover the matter and may bind both: to be asked.
    pub unknown: Vec<Unknown>,
    /// Extradition only: the requested State requires a treaty, and none can stand as one (LB-03).
    pub needs_treaty: bool,
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

#[cfg(test)]
mod tests;
