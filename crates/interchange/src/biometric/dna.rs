//! What is said of a DNA profile: which loci were typed and for which system. The alleles stay in the laboratory's file; there is no
//! field here that could hold one.

use std::collections::BTreeSet;

use model::coded;
use serde::{Deserialize, Serialize};

/// Loci that a profile names at least, so that it is worth comparing (Council Decision 2008/616/JHA, annex, chapter 1: six).
pub const LOCI_MIN: usize = 6;

coded! {
    /// The set of markers that a profile was typed for.
    pub enum MarkerSystem {
        /// European Standard Set of twelve (Council Resolution 2009/C 296/01).
        Ess = "ess-12",
        /// INTERPOL Standard Set of Loci.
        Issol = "issol",
        /// CODIS core loci of 2017, twenty (FBI).
        Codis = "codis-20",
        /// Short tandem repeats of the Y chromosome.
        YStr = "y-str",
        /// Short tandem repeats of the X chromosome.
        XStr = "x-str",
        /// Mitochondrial sequence.
        Mitochondrial = "mt-dna",
    }
}

coded! {
    /// An autosomal locus, or the sex marker, by its name in STRBase (NIST).
    pub enum Locus {
        /// Amelogenin, the sex marker.
        Amelogenin = "AMEL",
        /// CSF1PO.
        Csf1po = "CSF1PO",
        /// D10S1248.
        D10s1248 = "D10S1248",
        /// D12S391.
        D12s391 = "D12S391",
        /// D13S317.
        D13s317 = "D13S317",
        /// D16S539.
        D16s539 = "D16S539",
        /// D18S51.
        D18s51 = "D18S51",
        /// D19S433.
        D19s433 = "D19S433",
        /// D1S1656.
        D1s1656 = "D1S1656",
        /// D21S11.
        D21s11 = "D21S11",
        /// D22S1045.
        D22s1045 = "D22S1045",
        /// D2S1338.
        D2s1338 = "D2S1338",
        /// D2S441.
        D2s441 = "D2S441",
        /// D3S1358.
        D3s1358 = "D3S1358",
        /// D5S818.
        D5s818 = "D5S818",
        /// D7S820.
        D7s820 = "D7S820",
        /// D8S1179.
        D8s1179 = "D8S1179",
        /// FGA.
        Fga = "FGA",
        /// Penta D.
        PentaD = "PENTA D",
        /// Penta E.
        PentaE = "PENTA E",
        /// SE33.
        Se33 = "SE33",
        /// TH01.
        Th01 = "TH01",
        /// TPOX.
        Tpox = "TPOX",
        /// vWA.
        Vwa = "VWA",
    }
}

impl MarkerSystem {
    /// Whether the system is one of autosomal loci, which are named.
    #[must_use]
    pub const fn names_loci(self) -> bool {
        matches!(
            self,
            MarkerSystem::Ess | MarkerSystem::Issol | MarkerSystem::Codis
        )
    }
}

/// A profile by what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DnaReference {
    /// The system.
    pub system: MarkerSystem,
    /// The loci that have a value in the file.
    #[serde(default)]
    pub loci: BTreeSet<Locus>,
}

impl DnaReference {
    /// Whether enough loci are named for the system; the sex marker does not count.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        let named = self.loci.iter().filter(|one| **one != Locus::Amelogenin);
        !self.system.names_loci() || named.count() >= LOCI_MIN
    }
}
