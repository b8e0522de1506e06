//! Which scripts a paper needs, and which font files serve them. Nothing here reads a file: the office finds the names
//! listed here in the font folder and hands the bytes to the press.

use std::collections::BTreeSet;

use crate::print::Sheet;

/// A script, as far as fonts are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin, with figures and signs.
    Latin,
    /// Cyrillic.
    Cyrillic,
    /// Arabic.
    Arabic,
    /// Chinese characters.
    Han,
    /// Any other.
    Other,
}

impl Script {
    /// The scripts of the six languages.
    pub const NAMED: [Script; 4] = [Script::Latin, Script::Cyrillic, Script::Arabic, Script::Han];

    /// The code in keys of words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Script::Latin => "latin",
            Script::Cyrillic => "cyrillic",
            Script::Arabic => "arabic",
            Script::Han => "han",
            Script::Other => "other",
        }
    }

    /// The script of a character.
    #[must_use]
    pub const fn of(character: char) -> Script {
        match character {
            '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{22ff}' => Script::Latin,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{600}'..='\u{6ff}'
            | '\u{750}'..='\u{77f}'
            | '\u{8a0}'..='\u{8ff}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}' => Script::Arabic,
            '\u{2e80}'..='\u{2fdf}'
            | '\u{3000}'..='\u{303f}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff00}'..='\u{ffef}'
            | '\u{20000}'..='\u{3134f}' => Script::Han,
            _ => Script::Other,
        }
    }

    /// A character that every font of the script has.
    pub(crate) const fn sample(self) -> char {
        match self {
            Script::Latin => 'e',
            Script::Cyrillic => '\u{436}',
            Script::Arabic => '\u{639}',
            Script::Han => '\u{56fd}',
            Script::Other => '\u{fffd}',
        }
    }

    /// File names that serve the script, best first, as Debian's fonts-noto-core and fonts-noto-cjk name them: of each
    /// inner list the first that is found. Empty where the press brings its own.
    #[must_use]
    pub const fn font_files(self) -> &'static [&'static [&'static str]] {
        match self {
            Script::Latin | Script::Cyrillic | Script::Other => &[],
            Script::Arabic => &[
                &["NotoNaskhArabic-Regular.ttf", "NotoSansArabic-Regular.ttf"],
                &["NotoNaskhArabic-Bold.ttf", "NotoSansArabic-Bold.ttf"],
            ],
            Script::Han => &[
                &[
                    "NotoSerifCJK-Regular.ttc",
                    "NotoSerifSC-Regular.otf",
                    "NotoSansCJK-Regular.ttc",
                    "NotoSansSC-Regular.otf",
                ],
                &[
                    "NotoSerifCJK-Bold.ttc",
                    "NotoSerifSC-Bold.otf",
                    "NotoSansCJK-Bold.ttc",
                    "NotoSansSC-Bold.otf",
                ],
            ],
        }
    }
}

/// The scripts that stand in a sheet: which fonts its paper needs.
#[must_use]
pub fn scripts_of(sheet: &Sheet) -> BTreeSet<Script> {
    serde_json::to_string(sheet)
        .unwrap_or_default()
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(Script::of)
        .collect()
}

/// Characters without a glyph: they steer the text and need no font.
pub(crate) const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Of collections only the face for Chinese as it is written in the United Nations; of the built-in fonts not the
/// mathematical ones, which only cost memory.
pub(crate) fn is_wanted(family: &str) -> bool {
    let other_cjk = family.contains("CJK") && !family.ends_with(" SC");
    !other_cjk && !family.starts_with("New Computer Modern")
}

/// The family of digests and references.
pub(crate) fn is_mono(family: &str) -> bool {
    family.contains("Mono")
}
