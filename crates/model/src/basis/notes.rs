//! What a note on an instrument says in phrases that can be read: `treaty_notes` of a file of States.
//!
//! A note is written for people. These phrases of it count, in English, parted by commas or semicolons, and no others:
//! `acknowledgement N days`, `decision N days`, `execution N days`, `preservation at least N days`,
//! `provisional arrest N days`, `e-transfer accepted as original`, `joint investigation teams allowed`,
//! `transfer of proceedings allowed`. A file that wants to say more brings the instrument itself (`instruments`).

use super::{Help, Instrument};

/// Writes what the note says into the instrument.
pub(super) fn read(note: &str, instrument: &mut Instrument) {
    // What stands before the first colon says what the instrument is.
    let said = note.split_once(':').map_or(note, |(_, said)| said);
    for phrase in said.split([',', ';']) {
        let words: Vec<&str> = phrase.split_whitespace().collect();
        let periods = &mut instrument.periods;
        match *words.as_slice() {
            ["acknowledgement", days, "days"] => periods.acknowledge_days = days.parse().ok(),
            ["decision", days, "days"] => periods.decide_days = days.parse().ok(),
            ["execution", days, "days"] => periods.execute_days = days.parse().ok(),
            ["preservation", "at", "least", days, "days"] => {
                periods.preservation_days = days.parse().ok();
            }
            ["provisional", "arrest", days, "days"] => periods.arrest_end_days = days.parse().ok(),
            ["e-transfer", "accepted", "as", "original"] => {
                periods.electronic_original = Some(true);
            }
            ["joint", "investigation", "teams", "allowed"] => {
                instrument.general.push(Help::JointTeam);
            }
            ["transfer", "of", "proceedings", "allowed"] => {
                instrument.general.push(Help::Transfer);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basis::InstrumentKind;

    #[test]
    fn a_note_gives_periods_and_kinds_of_help() {
        let mut instrument = Instrument::named("RMLA-CONV", InstrumentKind::Regional);
        read(
            "fictional regional MLA convention: e-transfer accepted as original, acknowledgement 7 days, decision 30 \
             days, execution 90 days, joint investigation teams allowed; whatever else it says, 12 days",
            &mut instrument,
        );
        let periods = &instrument.periods;
        assert_eq!(
            (
                periods.acknowledge_days,
                periods.decide_days,
                periods.execute_days
            ),
            (Some(7), Some(30), Some(90))
        );
        assert_eq!(periods.electronic_original, Some(true));
        assert_eq!(instrument.general, [Help::JointTeam]);
        let mut bilateral = Instrument::named("BIL-EXT-XB-XE", InstrumentKind::Bilateral);
        read(
            "a treaty: provisional arrest 60 days, preservation at least many days",
            &mut bilateral,
        );
        assert_eq!(bilateral.periods.arrest_end_days, Some(60));
        assert_eq!(bilateral.periods.preservation_days, None);
    }
}
