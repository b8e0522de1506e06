//! The records of a list as a node keeps them: one JSON object a line, whatever format they came in. The file itself is not kept:
//! its SHA-256 stands in the ledger, and what the policy of the node leaves out stays out.

use screen::Entity;

use crate::error::{Error, Result};

/// The records of one version may be this large as lines (bytes).
pub(super) const BYTES_MAX: usize = 1 << 30;

/// The records as they are kept.
///
/// # Errors
/// `LIST` where they are larger than a node keeps.
pub(super) fn to_lines(records: &[Entity]) -> Result<Vec<u8>> {
    let mut lines = Vec::new();
    for record in records {
        serde_json::to_writer(&mut lines, record)
            .map_err(|e| Error::input("LIST", "file", e.to_string()))?;
        lines.push(b'\n');
        if lines.len() > BYTES_MAX {
            let what = format!("its records are larger than {BYTES_MAX} bytes");
            return Err(Error::input("LIST", "file", what));
        }
    }
    Ok(lines)
}

/// The records of a version. Before versions were kept as lines a node kept the Security Council's XML itself.
///
/// # Errors
/// `LIST` where it is neither.
pub(super) fn of_bytes(bytes: &[u8]) -> Result<Vec<Entity>> {
    let unreadable = |e: &dyn std::fmt::Display| Error::input("LIST", "file", e.to_string());
    if bytes.first() != Some(&b'{') {
        return match screen::un_xml::read(bytes) {
            Ok(file) => Ok(file.records),
            Err(e) => Err(unreadable(&e)),
        };
    }
    bytes
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).map_err(|e| unreadable(&e)))
        .collect()
}
