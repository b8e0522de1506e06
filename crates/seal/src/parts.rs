//! A packet on paper: bytes as short lines that printed codes carry and that people paste or scan in again, in any order.
//! Each line names its packet and its place and carries its own check, so that what is missing or misread is named.
//!
//! Lines use signs that a QR code sets most closely (ISO/IEC 18004, alphanumeric mode).

use std::collections::BTreeMap;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::{Digest, Error, Result, sha256};

/// What every line begins with; the figure is the version of this form.
const MARK: &str = "COMITY1";
/// Bytes in one line: its code is still read from an ordinary print.
const PART_BYTES: usize = 560;
/// Lines of one packet, at most: what needs more travels as a file.
pub const PARTS_MAX: usize = 200;
/// Text that is read at once, at most.
pub const TEXT_BYTES_MAX: usize = 1 << 20;
/// A packet without its compression, at most.
const PACKET_BYTES_MAX: usize = 1 << 20;
/// Best compression that stays quick.
const LEVEL: u8 = 9;

/// Three of them hold two bytes (41³ > 65,536). No blank is among them, which would be lost at the end of a line.
const SIGNS: &[u8; 41] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-.";

/// A record and the statement over it, as a paper carries them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    /// The record in its canonical form.
    pub record: Vec<u8>,
    /// The signed statement; empty where nobody has signed yet.
    pub statement: Vec<u8>,
}

/// What was read of lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// How many lines the packet has.
    pub total: usize,
    /// Numbers of those that are missing, from 1.
    pub missing: Vec<usize>,
    /// Numbers of those that were misread and are not there otherwise.
    pub misread: Vec<usize>,
    /// The packet, when it is whole.
    pub packet: Option<Packet>,
}

fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 3 / 2 + 2);
    let mut put = |value: usize| out.extend(SIGNS.get(value).map(|sign| char::from(*sign)));
    for pair in bytes.chunks(2) {
        match *pair {
            [a, b] => {
                let value = usize::from(a) * 256 + usize::from(b);
                put(value % 41);
                put(value / 41 % 41);
                put(value / 1681);
            }
            [a] => {
                let value = usize::from(a);
                put(value % 41);
                put(value / 41);
            }
            _ => {}
        }
    }
    out
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let value = |sign: u8| SIGNS.iter().position(|known| *known == sign);
    let digits: Vec<usize> = text.bytes().map(value).collect::<Option<_>>()?;
    let mut out = Vec::with_capacity(digits.len());
    for group in digits.chunks(3) {
        match *group {
            [a, b, c] => {
                let value = u16::try_from(a + 41 * b + 1681 * c).ok()?;
                out.extend(value.to_be_bytes());
            }
            [a, b] => out.push(u8::try_from(a + 41 * b).ok()?),
            _ => return None,
        }
    }
    Some(out)
}

/// The beginning of a digest in capitals.
fn short(digest: &Digest) -> String {
    digest
        .to_string()
        .chars()
        .take(8)
        .collect::<String>()
        .to_ascii_uppercase()
}

/// The lines of a packet.
///
/// # Errors
/// [`Error::Limit`] where it is too large for paper.
pub fn lines(packet: &Packet) -> Result<Vec<String>> {
    let too_large = Error::Limit {
        what: "codes of a printed packet",
        max: PARTS_MAX as u64,
    };
    let record = compress_to_vec(&packet.record, LEVEL);
    let size = u32::try_from(record.len()).map_err(|_| Error::Input("a packet is too large"))?;
    let mut bytes = size.to_be_bytes().to_vec();
    bytes.extend(record);
    bytes.extend(&packet.statement);
    let total = bytes.len().div_ceil(PART_BYTES);
    if total > PARTS_MAX || packet.record.len() > PACKET_BYTES_MAX {
        return Err(too_large);
    }
    let name = short(&sha256(&bytes));
    let line = |(index, part): (usize, &[u8])| {
        let head = format!("{MARK}:{name}:{}/{total}:", index + 1);
        let data = encode(part);
        let check = short(&sha256(format!("{head}{data}").as_bytes()));
        format!("{head}{check}:{data}")
    };
    Ok(bytes.chunks(PART_BYTES).enumerate().map(line).collect())
}

/// One line, taken apart: the packet's name, place, how many, and its bytes if the check holds.
type Line = (String, usize, usize, Option<Vec<u8>>);

fn line(text: &str) -> Option<Line> {
    let mut fields = text.splitn(5, ':');
    if fields.next()? != MARK {
        return None;
    }
    let name = fields.next()?.to_owned();
    let place = fields.next()?;
    let (index, total) = place.split_once('/')?;
    let (index, total) = (index.parse::<usize>().ok()?, total.parse::<usize>().ok()?);
    let (check, data) = (fields.next()?, fields.next()?);
    if index == 0 || index > total || total > PARTS_MAX {
        return None;
    }
    let said = short(&sha256(format!("{MARK}:{name}:{place}:{data}").as_bytes()));
    let bytes = (said == check).then(|| decode(data)).flatten();
    Some((name, index, total, bytes))
}

/// Reads lines in any order, each once or often; whatever else stands between them is passed over.
///
/// # Errors
/// [`Error::Limit`] for more text than any packet has; [`Error::Malformed`] where no line of a packet stands there, lines of
/// two packets, or a packet that does not unpack.
pub fn read(text: &str) -> Result<Reading> {
    if text.len() > TEXT_BYTES_MAX {
        return Err(Error::Limit {
            what: "bytes of scanned text",
            max: TEXT_BYTES_MAX as u64,
        });
    }
    let bad = |why| Error::malformed("printed packet", why);
    let mut parts: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
    let mut misread = Vec::new();
    let mut known: Option<(String, usize)> = None;
    // A line of its own for each code; a scanner may put blanks around it, never inside it.
    for (name, index, total, bytes) in text.lines().filter_map(|text| line(text.trim())) {
        let mine = (name, total);
        match (&known, bytes) {
            (Some(first), Some(_)) if *first != mine => return Err(bad("lines of two packets")),
            (_, Some(bytes)) => {
                known = Some(mine);
                parts.insert(index, bytes);
            }
            (None, None) => {
                misread.push(index);
                known = Some(mine);
            }
            (_, None) => misread.push(index),
        }
    }
    let (name, total) = known.ok_or(bad("no line of a packet stands there"))?;
    misread.retain(|index| !parts.contains_key(index));
    misread.sort_unstable();
    misread.dedup();
    let missing: Vec<usize> = (1..=total)
        .filter(|index| !parts.contains_key(index) && !misread.contains(index))
        .collect();
    let packet = match missing.is_empty() && misread.is_empty() {
        true => Some(unpack(
            &parts.into_values().flatten().collect::<Vec<_>>(),
            &name,
        )?),
        false => None,
    };
    Ok(Reading {
        total,
        missing,
        misread,
        packet,
    })
}

fn unpack(bytes: &[u8], name: &str) -> Result<Packet> {
    let bad = |why| Error::malformed("printed packet", why);
    if short(&sha256(bytes)) != name {
        return Err(bad("its parts do not belong together"));
    }
    let (size, rest) = bytes.split_at_checked(4).ok_or(bad("too short"))?;
    let size: [u8; 4] = size.try_into().map_err(|_| bad("too short"))?;
    let size = usize::try_from(u32::from_be_bytes(size)).map_err(|_| bad("its size"))?;
    let (record, statement) = rest.split_at_checked(size).ok_or(bad("its size"))?;
    let record = decompress_to_vec_with_limit(record, PACKET_BYTES_MAX)
        .map_err(|_| bad("its record does not unpack"))?;
    Ok(Packet {
        record,
        statement: statement.to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn packet(bytes: usize) -> Packet {
        // What does not compress: a chain of digests.
        let mut record = Vec::new();
        let mut digest = sha256(b"first");
        while record.len() < bytes {
            record.extend(digest.0);
            digest = sha256(&digest.0);
        }
        Packet {
            record,
            statement: vec![7; 99],
        }
    }

    #[test]
    fn a_packet_comes_back_whole_whatever_the_order() {
        let packet = packet(3_000);
        let mut lines = lines(&packet).unwrap();
        assert!(lines.len() > 4);
        assert!(lines.iter().all(|line| line.len() <= 900));
        assert!(
            lines
                .iter()
                .all(|l| l.bytes().all(|b| SIGNS.contains(&b) || b":/".contains(&b)))
        );
        lines.reverse();
        lines.push(lines[0].clone());
        let text = format!("scan of 2026\r\n {} \r\nend", lines.join("\r\n"));
        assert_eq!(read(&text).unwrap().packet, Some(packet));
    }

    #[test]
    fn what_is_missing_or_misread_is_named() {
        let lines = lines(&packet(3_000)).unwrap();
        let some: Vec<&String> = lines
            .iter()
            .enumerate()
            .filter(|(n, _)| *n != 2)
            .map(|l| l.1)
            .collect();
        let text = some
            .iter()
            .map(|l| l.as_str())
            .collect::<Vec<_>>()
            .join("\n");
        let reading = read(&text).unwrap();
        assert_eq!((reading.missing, reading.packet), (vec![3], None));
        let wrong = lines[1].replace(
            &lines[1][60..61],
            if &lines[1][60..61] == "A" { "B" } else { "A" },
        );
        let text = lines
            .iter()
            .enumerate()
            .map(|(n, l)| if n == 1 { &wrong } else { l }.as_str());
        let reading = read(&text.collect::<Vec<_>>().join("\n")).unwrap();
        assert_eq!((reading.misread, reading.packet), (vec![2], None));
        for text in [
            "",
            "hello",
            "COMITY1:AB:0/2:X:Y",
            "COMITY1:AB:1/999999999:X:Y",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        let other = super::lines(&packet(900)).unwrap();
        assert!(read(&format!("{}\n{}", lines[0], other[0])).is_err());
        assert!(super::lines(&packet(200_000)).is_err());
    }

    proptest! {
        #[test]
        fn bytes_survive_the_signs(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn hostile_text_is_read_without_harm(text in "[ -~\n]{0,400}") {
            let _ = read(&text);
            let _ = read(&format!("COMITY1:{text}"));
        }
    }
}
