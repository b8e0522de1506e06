//! Numbered fail points, for tests that kill the process or break the disk at each of them. A node that was not asked
//! to fail (`arm` was never called) pays one atomic load a point.

use std::sync::atomic::{AtomicI64, Ordering};

use crate::error::{Error, Result};

static KILL_AT: AtomicI64 = AtomicI64::new(-1);
static BREAK_AT: AtomicI64 = AtomicI64::new(-1);
static PASSED: AtomicI64 = AtomicI64::new(0);

/// What happens at the numbered point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The process ends at once, as by kill -9.
    Kill(i64),
    /// The point answers as a disk does that fails: EIO.
    Break(i64),
    /// Nothing fails; each point is told on standard error with its number.
    Tell,
}

/// Read `kill@17`, `eio@17` or `tell`.
pub fn parse(text: &str) -> Option<Fault> {
    if text == "tell" {
        return Some(Fault::Tell);
    }
    let (what, number) = text.split_once('@')?;
    let number = number.parse().ok().filter(|n| *n > 0)?;
    match what {
        "kill" => Some(Fault::Kill(number)),
        "eio" => Some(Fault::Break(number)),
        _ => None,
    }
}

/// Ask for a fault, once for a process. Only the node's own tests do.
pub fn arm(fault: Fault) {
    match fault {
        Fault::Kill(n) => KILL_AT.store(n, Ordering::SeqCst),
        Fault::Break(n) => BREAK_AT.store(n, Ordering::SeqCst),
        Fault::Tell => KILL_AT.store(0, Ordering::SeqCst),
    }
}

/// How many points were passed while a fault was armed.
pub fn passed() -> i64 {
    PASSED.load(Ordering::SeqCst)
}

/// A place where the world may end.
///
/// # Errors
/// EIO, where a test asked for it.
pub fn point(place: &'static str) -> Result<()> {
    let (kill, broken) = (
        KILL_AT.load(Ordering::Relaxed),
        BREAK_AT.load(Ordering::Relaxed),
    );
    if kill < 0 && broken < 0 {
        return Ok(());
    }
    let number = PASSED.fetch_add(1, Ordering::SeqCst) + 1;
    if kill == 0 {
        eprintln!("fault: point {number} ({place})");
    }
    if number == kill {
        eprintln!("fault: killed at point {number} ({place})");
        std::process::abort();
    }
    if number == broken {
        eprintln!("fault: disk error at point {number} ({place})");
        let source = std::io::Error::from_raw_os_error(libc::EIO);
        return Err(Error::File {
            doing: "written",
            path: place.to_owned(),
            source,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read_or_not_at_all() {
        for (text, expected) in [
            ("kill@17", Some(Fault::Kill(17))),
            ("eio@1", Some(Fault::Break(1))),
            ("tell", Some(Fault::Tell)),
            ("kill@0", None),
            ("kill@-1", None),
            ("eio@", None),
            ("tell@1", None),
            ("", None),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
