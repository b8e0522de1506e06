//! From keystrokes to lines: control characters, line ends, small letters, spaces, a document read twice, and a reader that types
//! for another keyboard layout than the computer has.
//!
//! A reader that thinks it is a keyboard sends key positions. Set to a US layout before a German one it exchanges Y and Z; before a
//! French one A and Q, W and Z, and digits come out as the signs of the upper row. All layouts are tried; check digits and State
//! codes tell which one is right.

use serde::{Deserialize, Serialize};

use super::{Format, Mrz, MrzError, Verdict, fields};
use crate::{country, limits};

/// Keyboard layout of the computer under which the reader typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// As printed.
    Us,
    /// German and its neighbours: Y and Z exchanged.
    Qwertz,
    /// French: A and Q, W and Z exchanged, signs for digits.
    Azerty,
}

impl Layout {
    /// All layouts, the plain one first.
    pub const ALL: [Layout; 3] = [Layout::Us, Layout::Qwertz, Layout::Azerty];

    /// The printed character behind a typed one; what no key gives stays as it is.
    fn undo(self, c: char) -> char {
        match (self, c) {
            (Layout::Qwertz, 'Y') => 'Z',
            (Layout::Qwertz, 'Z') => 'Y',
            // Shift and comma, which is < in the reader's mind.
            (Layout::Qwertz, ';') | (Layout::Azerty, '.') => '<',
            (Layout::Azerty, 'A') => 'Q',
            (Layout::Azerty, 'Q') => 'A',
            (Layout::Azerty, 'Z') => 'W',
            (Layout::Azerty, 'W') => 'Z',
            (Layout::Azerty, '?' | ',') => 'M',
            (Layout::Azerty, _) => {
                let digit = UPPER_ROW
                    .chars()
                    .position(|sign| sign == c)
                    .and_then(|at| char::from_digit(at as u32, 10));
                digit.unwrap_or(c)
            }
            _ => c,
        }
    }
}

/// What the keys 0 to 9 give on a French keyboard. Capital letters, as everything has been made capital before.
const UPPER_ROW: &str = "À&É\"'(-È_Ç";

pub(super) fn read(input: &str, layout: Option<Layout>) -> Result<Mrz, MrzError> {
    let typed = typed_lines(input)?;
    let french = typed
        .iter()
        .flatten()
        .any(|c| UPPER_ROW.contains(*c) || matches!(c, '?' | ','));
    let mut readings = Vec::new();
    let mut first_error = None;
    for candidate in Layout::ALL {
        // Without one of its signs a French reading is not worth considering, unless the station says so.
        if candidate == Layout::Azerty && !french && layout != Some(Layout::Azerty) {
            continue;
        }
        let undone: Vec<Vec<char>> = typed
            .iter()
            .map(|line| line.iter().map(|c| candidate.undo(*c)).collect())
            .collect();
        match one_layout(&undone, candidate) {
            Ok(mrz) => readings.push((points(&mrz) + i32::from(layout == Some(candidate)), mrz)),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    choose(readings, layout).ok_or(first_error.unwrap_or(MrzError::Empty))
}

/// The lines as typed: capitals, without control characters, none empty.
fn typed_lines(input: &str) -> Result<Vec<Vec<char>>, MrzError> {
    let found = input.chars().take(limits::MRZ_CHARS_MAX + 1).count();
    if found > limits::MRZ_CHARS_MAX {
        return Err(MrzError::TooLong {
            found: input.chars().count(),
        });
    }
    let is_break = |c: char| {
        matches!(
            c,
            '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    let lines = input.split(is_break).map(|line| {
        line.chars()
            .filter(|c| !c.is_control() && *c != '\u{FEFF}')
            .flat_map(char::to_uppercase)
            .collect::<Vec<char>>()
    });
    let lines: Vec<Vec<char>> = lines
        .filter(|line| line.iter().any(|c| !c.is_whitespace()))
        .collect();
    if lines.is_empty() {
        Err(MrzError::Empty)
    } else {
        Ok(lines)
    }
}

fn one_layout(typed: &[Vec<char>], layout: Layout) -> Result<Mrz, MrzError> {
    let lines = shaped(typed)?;
    for (line, text) in lines.iter().enumerate() {
        if let Some(at) = text
            .iter()
            .position(|c| !matches!(c, 'A'..='Z' | '0'..='9' | '<'))
        {
            let character = text.get(at).copied().unwrap_or(' ');
            return Err(MrzError::Character {
                line: line + 1,
                position: at + 1,
                character,
            });
        }
    }
    let lines: Vec<String> = lines
        .into_iter()
        .map(|line| line.into_iter().collect())
        .collect();
    let visa = lines.first().is_some_and(|line| line.starts_with('V'));
    let format = match (lines.len(), lines.first().map_or(0, String::len), visa) {
        (3, ..) => Format::Td1,
        (_, 36, false) => Format::Td2,
        (_, 36, true) => Format::MrvB,
        (_, _, false) => Format::Td3,
        (_, _, true) => Format::MrvA,
    };
    Ok(fields::parse(format, &lines, layout))
}

/// Number of lines and their width.
const SHAPES: [(usize, usize); 3] = [(3, 30), (2, 36), (2, 44)];

/// Brings the lines to one of the three shapes: spaces out (or, where a reader types fillers as spaces, made fillers), a run
/// without line ends cut, a second scan compared and dropped.
fn shaped(typed: &[Vec<char>]) -> Result<Vec<Vec<char>>, MrzError> {
    let without: Vec<Vec<char>> = typed
        .iter()
        .map(|l| l.iter().copied().filter(|c| !c.is_whitespace()).collect())
        .collect();
    let filled: Vec<Vec<char>> = typed
        .iter()
        .map(|l| {
            l.iter()
                .map(|c| if c.is_whitespace() { '<' } else { *c })
                .collect()
        })
        .collect();
    if let Some(lines) = cut(&without).or_else(|| cut(&filled)) {
        return once(lines);
    }
    Err(length_error(&without))
}

/// Lines of one shape, several scans one after the other; `None` where they fit none.
fn cut(lines: &[Vec<char>]) -> Option<(usize, Vec<Vec<char>>)> {
    for (count, width) in SHAPES {
        let as_lines =
            lines.len().is_multiple_of(count) && lines.iter().all(|line| line.len() == width);
        // Without line ends: each run holds whole zones.
        let as_runs = lines.iter().all(|line| line.len() % (count * width) == 0);
        if as_lines || as_runs {
            let pieces = lines
                .iter()
                .flat_map(|line| line.chunks(width))
                .map(<[char]>::to_vec)
                .collect();
            return Some((count, pieces));
        }
    }
    None
}

fn once((count, lines): (usize, Vec<Vec<char>>)) -> Result<Vec<Vec<char>>, MrzError> {
    let mut scans = lines.chunks(count);
    let first = scans.next().unwrap_or_default();
    for other in scans {
        for (line, (a, b)) in first.iter().zip(other).enumerate() {
            if let Some(at) = a.iter().zip(b).position(|(x, y)| x != y) {
                return Err(MrzError::ScansDiffer {
                    line: line + 1,
                    position: at + 1,
                });
            }
        }
    }
    Ok(first.to_vec())
}

/// Names the line that is too short or too long, by the nearest shape.
fn length_error(lines: &[Vec<char>]) -> MrzError {
    let found = lines.len();
    let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
    let total: usize = lines.iter().map(Vec::len).sum();
    let off = |(count, width): &(usize, usize)| {
        let by_line: usize = lines.iter().map(|line| line.len().abs_diff(*width)).sum();
        if found == 1 {
            total.abs_diff(count * width)
        } else {
            by_line + 100 * usize::from(!found.is_multiple_of(*count))
        }
    };
    let Some((count, width)) = SHAPES.iter().min_by_key(|shape| off(shape)).copied() else {
        return MrzError::Shape { found };
    };
    if longest < 20 || off(&(count, width)) >= 60 {
        return MrzError::Shape { found };
    }
    if found == 1 {
        let line = (total / width + 1).min(count);
        let in_line = total - (line - 1) * width;
        return MrzError::Length {
            line,
            found: in_line,
            expected: width,
            position: in_line.min(width) + 1,
        };
    }
    let wrong = lines
        .iter()
        .enumerate()
        .find(|(_, line)| line.len() != width);
    let (line, found) = wrong.map_or((1, 0), |(line, text)| (line + 1, text.len()));
    MrzError::Length {
        line,
        found,
        expected: width,
        position: found.min(width) + 1,
    }
}

/// How much speaks for a reading: check digits and State codes.
fn points(mrz: &Mrz) -> i32 {
    let checks: i32 = mrz
        .checks
        .iter()
        .map(|check| match check.verdict {
            Verdict::Right => 6,
            Verdict::Empty => 0,
            Verdict::Missing => -2,
            Verdict::Wrong => -6,
        })
        .sum();
    let known = |code: &str| {
        if country::is_document_code(code) {
            4
        } else {
            -4
        }
    };
    let kind = if mrz.document_code.starts_with(['P', 'V', 'I', 'A', 'C']) {
        2
    } else {
        0
    };
    let sex = if matches!(mrz.sex, 'M' | 'F' | '<') {
        2
    } else {
        0
    };
    checks + known(&mrz.issuer) + known(&mrz.nationality) + kind + sex
}

/// The reading with most points. Where another has as many, the first stands, and it is said what the two differ in.
fn choose(mut readings: Vec<(i32, Mrz)>, layout: Option<Layout>) -> Option<Mrz> {
    // Stable: of equal ones the plain layout stays first.
    readings.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    // Another layout has to explain everything, else the zone is read as it was typed; a known layout is not doubted.
    let usual = layout.unwrap_or(Layout::Us);
    let explained = layout.is_none() && readings.first().is_some_and(|(_, mrz)| !mrz.is_unsure());
    if let Some(plain) = readings
        .iter()
        .position(|(_, mrz)| mrz.layout == usual)
        .filter(|_| !explained)
    {
        readings.swap(0, plain);
    }
    let mut readings = readings.into_iter();
    let (points, mut best) = readings.next()?;
    let Some((_, other)) =
        readings.find(|(p, other)| *p == points && other.lines != best.lines && layout.is_none())
    else {
        return Some(best);
    };
    let key = |mrz: &Mrz| {
        (
            mrz.number.clone(),
            mrz.issuer.clone(),
            mrz.nationality.clone(),
        )
    };
    best.layout_unsure = key(&best) != key(&other);
    if (&best.surname, &best.given_names) != (&other.surname, &other.given_names) {
        best.other_reading = Some((other.surname, other.given_names));
    }
    Some(best)
}
