//! Whether an instrument binds two States on a day: *binding*, *not binding* or *unknown*.
//!
//! Firm answers rest on data that are dated and whole for both. Who stands on a list is bound from its entry into force
//! for that party, and goes on being bound after the list's day until somebody says otherwise; who does not stand on a
//! whole list had not joined on its day, and may have joined since. Without a list nothing is known.

use jiff::civil::Date;
use serde::Serialize;

use super::{Catalogue, Help, Instrument, InstrumentKind};
use crate::StateCode;
use crate::code::coded;
use crate::state::{Consent, Participation, StateProfile, World};

coded! {
    /// The answer.
    pub enum Answer {
        /// It binds both.
        Binding = "binding",
        /// It does not bind both.
        NotBinding = "not_binding",
        /// The data do not say.
        Unknown = "unknown",
    }
}

coded! {
    /// The answer with its reason, the weightiest last: of two sides the later reason is told.
    pub enum Binding {
        /// Both are bound.
        Both = "both",
        /// Both joined; since when is not told, and the day lies before the list's.
        Undated = "undated",
        /// Joined; the day on which it began to bind is not known.
        EntryUnknown = "entry_unknown",
        /// A successor: bound since it succeeded, which the list does not date.
        Succession = "succession",
        /// There is no list.
        NoList = "no_list",
        /// Only signed when the list was made; the day is later.
        SignedThen = "signed_then",
        /// Not on the list when it was made; the day is later.
        AbsentThen = "absent_then",
        /// Not yet in force, or not yet for one of them.
        NotYet = "not_yet",
        /// A reservation or declaration takes this help out.
        Reserved = "reserved",
        /// Denounced by one of them.
        Denounced = "denounced",
        /// A signature that was not followed by consent.
        OnlySigned = "only_signed",
        /// Not on a list that is whole on that day.
        NotJoined = "not_joined",
        /// Binds nobody: a scheme.
        NoTreaty = "no_treaty",
    }
}

impl Binding {
    /// The answer of three.
    #[must_use]
    pub const fn answer(self) -> Answer {
        match self {
            Self::Both => Answer::Binding,
            Self::Undated
            | Self::EntryUnknown
            | Self::Succession
            | Self::NoList
            | Self::SignedThen
            | Self::AbsentThen => Answer::Unknown,
            Self::NotYet
            | Self::Reserved
            | Self::Denounced
            | Self::OnlySigned
            | Self::NotJoined
            | Self::NoTreaty => Answer::NotBinding,
        }
    }

    /// Whether a request may rest on it: binding, or joined by both on a day that is not told.
    #[must_use]
    pub const fn carries(self) -> bool {
        matches!(self, Self::Both | Self::Undated)
    }
}

/// What is known of two States and an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The answer with its reason.
    pub binding: Binding,
    /// The older of the two sides' data; `None` where one has none.
    pub as_of: Option<Date>,
    /// The first day on which it bound both, where both days are known.
    pub since: Option<Date>,
    /// The States of which something must be asked: those whose side is not known, or stands in the way.
    pub turns_on: Vec<StateCode>,
    /// Whether a side joined on a day that is not told.
    pub undated: bool,
}

/// One State's side.
#[derive(Debug, Clone, Copy)]
pub(super) struct OneSide {
    pub(super) binding: Binding,
    pub(super) as_of: Option<Date>,
    pub(super) since: Option<Date>,
    undated: bool,
}

/// Whether an instrument binds both States on the day for the help.
#[must_use]
pub fn binding(
    catalogue: &Catalogue,
    id: &str,
    sides: (&StateProfile, &StateProfile),
    (help, day): (Help, Date),
) -> Binding {
    standing(catalogue, id, sides, (Some(help), day)).binding
}

/// What is known of the two and the instrument on the day; reservations count where a help is named.
///
/// A protocol that brings another instrument's articles into play binds only where that one does.
#[must_use]
pub fn standing(
    catalogue: &Catalogue,
    id: &str,
    (from, to): (&StateProfile, &StateProfile),
    (help, day): (Option<Help>, Date),
) -> Standing {
    let side = |state: &StateProfile| {
        let side = alone(catalogue, id, state, (help, day));
        let turns_on = if side.binding == Binding::Both {
            Vec::new()
        } else {
            vec![state.code.clone()]
        };
        (side, turns_on)
    };
    let ((one, mut turns_on), (other, more)) = (side(from), side(to));
    turns_on.extend(more);
    let side = meet(one, other);
    Standing {
        binding: side.binding,
        as_of: side.as_of,
        since: side.since,
        turns_on,
        undated: side.undated,
    }
}

/// One State's side of the instrument and of those whose articles it uses.
pub(super) fn alone(
    catalogue: &Catalogue,
    id: &str,
    state: &StateProfile,
    asked: (Option<Help>, Date),
) -> OneSide {
    let mut id = id;
    let mut side = one_side(catalogue, id, state, asked);
    for _ in 0..VIA_MAX {
        let Some(parent) = catalogue.get(id).and_then(|known| known.via.as_deref()) else {
            break;
        };
        side = meet(side, one_side(catalogue, parent, state, asked));
        id = parent;
    }
    side
}

/// How many protocols may stand one upon another; a file that makes a ring of them ends there.
const VIA_MAX: usize = 3;

/// Both of two: a firm no outweighs what is unknown, and that outweighs a yes.
fn meet(one: OneSide, other: OneSide) -> OneSide {
    let binding = one.binding.max(other.binding);
    OneSide {
        binding,
        as_of: one.as_of.zip(other.as_of).map(|(a, b)| a.min(b)),
        since: one
            .since
            .zip(other.since)
            .filter(|_| binding == Binding::Both)
            .map(|(a, b)| a.max(b)),
        undated: one.undated || other.undated,
    }
}

/// What the newer of the State's own word and the depositary's list says of it.
struct Told<'a> {
    part: Option<&'a Participation>,
    as_of: Option<Date>,
    /// Whether absence means something.
    whole: bool,
}

fn told<'a>(catalogue: &'a Catalogue, id: &str, state: &'a StateProfile) -> Told<'a> {
    let own = Told {
        part: state.participation(id),
        as_of: state.treaties_as_of,
        whole: state.treaties_as_of.is_some(),
    };
    let listed = catalogue.lists().of(id).map(|list| Told {
        part: list.parties.get(&state.code),
        as_of: Some(list.as_of),
        whole: World::built_in().get(&state.code).is_some(),
    });
    match listed {
        Some(listed) if listed.part.is_some() || listed.whole => {
            let silent = own.part.is_none() && !own.whole;
            let newer = own.as_of.is_some() && listed.as_of > own.as_of;
            if silent || newer { listed } else { own }
        }
        _ => own,
    }
}

fn one_side(
    catalogue: &Catalogue,
    id: &str,
    state: &StateProfile,
    (help, day): (Option<Help>, Date),
) -> OneSide {
    let instrument = catalogue.get(id);
    let told = told(catalogue, id, state);
    let later = told.as_of.is_none_or(|as_of| day > as_of);
    let mut side = OneSide {
        binding: Binding::Both,
        as_of: told.as_of,
        since: None,
        undated: false,
    };
    side.binding = match told.part {
        _ if instrument.is_some_and(|known| known.kind == InstrumentKind::Scheme) => {
            Binding::NoTreaty
        }
        _ if instrument.is_some_and(|known| known.not_yet(day)) => Binding::NotYet,
        None if !told.whole => Binding::NoList,
        None if later => Binding::AbsentThen,
        None => Binding::NotJoined,
        Some(part) if part.until.is_some_and(|until| until <= day) => Binding::Denounced,
        Some(part) if part.only_signed() && later => Binding::SignedThen,
        Some(part) if part.only_signed() => Binding::OnlySigned,
        Some(part) => {
            side.since = since(instrument, part);
            side.undated = side.since.is_none();
            bound(part, side.since, told.as_of, day)
        }
    };
    let reserved = help.is_some_and(|help| {
        told.part
            .is_some_and(|part| part.excludes(help.code(), day))
    });
    if reserved && side.binding.answer() != Answer::NotBinding {
        side.binding = Binding::Reserved;
    }
    side
}

/// The day on which the instrument began to bind the party: as told, else worked out from its consent.
fn since(instrument: Option<&Instrument>, part: &Participation) -> Option<Date> {
    if part.since.is_some() {
        return part.since;
    }
    let instrument = instrument?;
    let after = instrument.entry?.after(part.consented?)?;
    Some(after.max(instrument.in_force?))
}

fn bound(part: &Participation, since: Option<Date>, as_of: Option<Date>, day: Date) -> Binding {
    match since {
        Some(since) if since <= day => Binding::Both,
        // A successor is bound since it became one; the list has only the day on which it said so.
        _ if part.consent == Consent::Succession && part.since.is_none() => Binding::Succession,
        Some(_) => Binding::NotYet,
        None if part.consented.is_some_and(|consented| day < consented) => Binding::NotYet,
        None if part.consented.is_some() => Binding::EntryUnknown,
        None if as_of.is_some_and(|as_of| day >= as_of) => Binding::Both,
        None => Binding::Undated,
    }
}
