//! How far a long piece of work is, on the terminal: a bar where somebody watches, plain lines where the output is kept.

use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use office::Progress;

/// Steps that plain lines tell, as a share of the whole.
const TOLD_EVERY: u64 = 10;

/// Progress on standard error.
#[derive(Debug)]
pub struct Shown {
    watched: bool,
    bar: OnceLock<ProgressBar>,
    told: Mutex<(String, u64)>,
}

impl Shown {
    /// A bar on a terminal, plain lines elsewhere.
    #[must_use]
    pub fn new() -> Self {
        Self {
            watched: console::Term::stderr().is_term(),
            bar: OnceLock::new(),
            told: Mutex::default(),
        }
    }

    /// Made with the first step, so that it does not draw over a question for the passphrase.
    fn bar(&self) -> &ProgressBar {
        self.bar.get_or_init(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        })
    }

    fn draw(&self, done: u64, total: Option<u64>, what: &str) {
        let bar = self.bar();
        let form = match (total, what) {
            (Some(_), "read") => "{msg} {wide_bar} {bytes}/{total_bytes}",
            (Some(_), _) => "{msg} {wide_bar} {pos}/{len}",
            (None, _) => "{spinner} {msg} {pos}",
        };
        // A form that cannot be read would be our own spelling mistake; the bar then keeps its plain form.
        if let Ok(style) = ProgressStyle::with_template(form) {
            bar.set_style(style);
        }
        bar.set_message(words(what).to_owned());
        match total {
            Some(total) => bar.set_length(total),
            None => bar.unset_length(),
        }
        bar.set_position(done);
    }

    fn tell(&self, done: u64, total: Option<u64>, what: &str) {
        let tenth = match total {
            Some(total) if total > 0 => done.min(total) * TOLD_EVERY / total,
            Some(_) => TOLD_EVERY,
            None => u64::from(done.max(1).ilog2()),
        };
        let Ok(mut told) = self.told.lock() else {
            return;
        };
        let next = (what.to_owned(), tenth);
        if *told == next {
            return;
        }
        *told = next;
        match total {
            Some(total) => eprintln!("{}: {done} of {total}", words(what)),
            None => eprintln!("{}: {done}", words(what)),
        }
    }
}

impl Default for Shown {
    fn default() -> Self {
        Self::new()
    }
}

impl Progress for Shown {
    fn step(&self, done: u64, total: Option<u64>, what: &str) {
        if self.watched {
            self.draw(done, total, what);
        } else {
            self.tell(done, total, what);
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

/// The office's short names of work, in words.
fn words(what: &str) -> &str {
    match what {
        "read" => "reading the file",
        "index" => "building the index",
        "evidence" => "evidence items",
        "blobs" => "files",
        "ledger" => "ledger entries",
        "manifest" => "digests",
        other => other,
    }
}
