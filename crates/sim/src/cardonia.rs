//! A third State beside the two of the demo: Cardonia, with Belmora's law and authorities under another code.

use std::collections::BTreeMap;
use std::path::Path;

use model::StateCode;
use model::state::StateProfile;

use crate::Town;
use crate::town::{Outcome, directory};

impl Town {
    /// As `new`, with Cardonia (XC).
    ///
    /// # Errors
    /// If a house cannot be built.
    pub async fn of_three(dir: &Path, seed: u64) -> Outcome<Self> {
        let mut directory = directory()?;
        let belmora: StateCode = "XB".parse()?;
        let law = directory.state(&belmora).cloned();
        let third = StateProfile {
            code: "XC".parse()?,
            ..law.ok_or("no such State")?
        };
        let authorities = directory.authorities(&belmora).cloned().collect();
        directory.add(third, authorities);
        Self::of(dir, seed, (directory, Vec::new(), BTreeMap::new())).await
    }
}
