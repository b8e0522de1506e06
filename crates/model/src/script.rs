//! Classes of characters that more than one rule asks for: what reorders a text, what is not seen, which scripts put no blanks between
//! words, whose digits are whose.
//!
//! What looks like another letter is in `release::disguise`; which language a text is in, nobody here asks.

/// Overrides, embeddings and isolates of direction, which make a text look like another (Unicode Standard Annex 9).
#[must_use]
pub const fn reorders(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Blanks without width, joiners, marks of direction, soft hyphens: they have a place in running text and none in a name (rule GEN-04).
#[must_use]
pub const fn is_format(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{061C}' | '\u{00AD}')
}

/// Letters by their category that show nothing, or only stretch a word: Hangul fillers, the Arabic tatweel.
#[must_use]
pub const fn shows_nothing(c: char) -> bool {
    matches!(
        c,
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{640}'
    )
}

/// Everything that stands in a text and is not seen: the former, selectors of variants, tags.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    reorders(c)
        || is_format(c)
        || shows_nothing(c)
        || matches!(
            c,
            '\u{034F}' | '\u{180E}' | '\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E007F}'
        )
}

/// Characters of scripts that put no blank between words, as the rules count them: Thai, Burmese, Khmer, kana, Han. Two States must
/// count alike, so it is not widened in passing.
#[must_use]
pub const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0E7F}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

/// The same for who looks for a word, with Lao and the latest planes of Han: what is taken for such a script too often is looked at
/// by a person.
#[must_use]
pub const fn is_without_blanks(c: char) -> bool {
    is_unspaced(c) || matches!(c, '\u{0E80}'..='\u{0EFF}' | '\u{2FA20}'..='\u{323AF}')
}

/// Characters of which few say much: Han, kana, Hangul and whatever is ordered behind them.
#[must_use]
pub const fn is_dense(c: char) -> bool {
    c > '\u{2E80}'
}

/// A digit of another script (Arabic, Persian, Devanagari, full width) as a plain one; any other character as it is.
#[must_use]
pub fn plain_digit(c: char) -> char {
    let digit = match u32::from(c) {
        n @ 0x660..=0x669 => n - 0x660,
        n @ 0x6F0..=0x6F9 => n - 0x6F0,
        n @ 0x966..=0x96F => n - 0x966,
        n @ 0xFF10..=0xFF19 => n - 0xFF10,
        _ => return c,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_told_from_what_is() {
        for c in
            "\u{200B}\u{202E}\u{2066}\u{2065}\u{AD}\u{61C}\u{FE0F}\u{E0041}\u{640}\u{3164}".chars()
        {
            assert!(is_invisible(c), "{c:?}");
        }
        for c in "a ß-ا中\u{301}".chars() {
            assert!(!is_invisible(c), "{c:?}");
        }
        // A joiner belongs into a Persian text; an override into none.
        assert!(is_format('\u{200C}') && !reorders('\u{200C}'));
        assert!(reorders('\u{202E}') && !is_format('\u{202E}'));
    }

    #[test]
    fn scripts_without_blanks_are_told() {
        for c in "คမខあア中豈𠀀".chars() {
            assert!(is_unspaced(c) && is_without_blanks(c), "{c}");
        }
        assert!(!is_unspaced('ລ') && is_without_blanks('ລ'));
        for c in "aяع한".chars() {
            assert!(!is_without_blanks(c), "{c}");
        }
        assert!(is_dense('한') && is_dense('中') && !is_dense('ع'));
    }

    #[test]
    fn digits_of_every_script_are_read() {
        let plain: String = "٢۰१６-x".chars().map(plain_digit).collect();
        assert_eq!(plain, "2016-x");
    }
}
