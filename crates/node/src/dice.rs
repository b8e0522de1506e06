//! Real randomness: the operating system's, through aws-lc's generator.

use office::Dice;

/// Randomness for ids, nonces, salts and keys.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemDice;

impl Dice for SystemDice {
    fn fill(&self, out: &mut [u8]) {
        // Without randomness nothing this program does is safe: it must not go on.
        assert!(
            aws_lc_rs::rand::fill(out).is_ok(),
            "the system gives no randomness"
        );
    }
}

impl seal::Random for SystemDice {
    fn fill(&mut self, out: &mut [u8]) {
        Dice::fill(self, out);
    }
}
