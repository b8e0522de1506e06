//! Where randomness enters: as an argument, so that simulations repeat and tests can be exact. The operating system's
//! generator is read by `node`, never here.

use core::convert::Infallible;

/// A source of cryptographically secure random bytes.
pub trait Random {
    /// Fills `out` completely.
    fn fill(&mut self, out: &mut [u8]);
}

impl dyn Random + '_ {
    /// `N` fresh random bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut out = [0u8; N];
        self.fill(&mut out);
        out
    }
}

/// Lends a [`Random`] to the `hpke` crate, which speaks `rand_core`.
pub(crate) struct Lend<'a>(pub(crate) &'a mut dyn Random);

impl rand_core::TryRng for Lend<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(self.0.bytes()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(self.0.bytes()))
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(dst);
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Lend<'_> {}

/// A repeatable source for tests: SHA-256 of a counter. Never for keys that protect anything.
#[cfg(test)]
pub(crate) struct Counter(pub(crate) u64);

#[cfg(test)]
impl Random for Counter {
    fn fill(&mut self, out: &mut [u8]) {
        for block in out.chunks_mut(32) {
            self.0 += 1;
            let digest = crate::sha256(&self.0.to_be_bytes());
            let len = block.len();
            block.copy_from_slice(&digest.0[..len]);
        }
    }
}
