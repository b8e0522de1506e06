//! Numbered fail points, for tests that kill the process or break the disk at each of them. A node that was not asked
//! to fail (`arm` was never called) pays one atomic load a point.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::error::{Error, Result};

static ASKED: OnceLock<Fault> = OnceLock::new();
static PASSED: AtomicI64 = AtomicI64::new(0);

/// What happens at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The process ends at once, as by kill -9.
    Kill,
    /// The point answers as a disk does that fails: EIO.
    Break,
    /// Nothing fails; each point is told on standard error with its number.
    Tell,
}

/// A fault that a test asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What happens.
    pub what: What,
    /// At which passing of a point, counted from 1.
    pub number: i64,
    /// Only points of this place are counted; every point where nothing is named.
    pub place: Option<String>,
}

/// Read `kill@17`, `eio@17`, `kill@3:blob.named` (the third time that place is passed) or `tell`.
pub fn parse(text: &str) -> Option<Fault> {
    if text == "tell" {
        return Some(Fault {
            what: What::Tell,
            number: 0,
            place: None,
        });
    }
    let (what, rest) = text.split_once('@')?;
    let what = match what {
        "kill" => What::Kill,
        "eio" => What::Break,
        _ => return None,
    };
    let (number, place) = match rest.split_once(':') {
        Some((number, place)) => (number, Some(place.to_owned())),
        None => (rest, None),
    };
    let number = number.parse().ok().filter(|n| *n > 0)?;
    Some(Fault {
        what,
        number,
        place,
    })
}

/// Ask for a fault, once for a process; a second call changes nothing. Only the node's own tests do.
pub fn arm(fault: Fault) {
    let _ = ASKED.set(fault);
}

/// How many points were passed since a fault was asked for.
pub fn passed() -> i64 {
    PASSED.load(Ordering::SeqCst)
}

/// A place where the world may end.
///
/// # Errors
/// EIO, where a test asked for it.
pub fn point(place: &'static str) -> Result<()> {
    let Some(asked) = ASKED.get() else {
        return Ok(());
    };
    if asked.place.as_deref().is_some_and(|only| only != place) {
        return Ok(());
    }
    let number = PASSED.fetch_add(1, Ordering::SeqCst) + 1;
    match asked.what {
        What::Tell => {
            eprintln!("fault: point {number} ({place})");
            Ok(())
        }
        What::Kill if number == asked.number => {
            eprintln!("fault: killed at point {number} ({place})");
            std::process::abort();
        }
        What::Break if number == asked.number => {
            eprintln!("fault: disk error at point {number} ({place})");
            Err(Error::File {
                doing: "written",
                path: place.to_owned(),
                source: std::io::Error::from_raw_os_error(libc::EIO),
            })
        }
        What::Kill | What::Break => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read_or_not_at_all() {
        let fault = |what, number, place: Option<&str>| {
            let place = place.map(str::to_owned);
            Some(Fault {
                what,
                number,
                place,
            })
        };
        for (text, expected) in [
            ("kill@17", fault(What::Kill, 17, None)),
            ("eio@1", fault(What::Break, 1, None)),
            (
                "eio@2:blob.named",
                fault(What::Break, 2, Some("blob.named")),
            ),
            ("tell", fault(What::Tell, 0, None)),
            ("kill@0", None),
            ("kill@-1", None),
            ("kill@x:blob.named", None),
            ("eio@", None),
            ("tell@1", None),
            ("", None),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
