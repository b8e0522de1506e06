//! The six official languages of the United Nations, in which everything a person reads is written.

use crate::code::coded;

coded! {
    /// A language of the interface and of papers (ISO 639-1).
    pub enum Lang {
        /// Arabic.
        Ar = "ar",
        /// Chinese.
        Zh = "zh",
        /// English.
        En = "en",
        /// French.
        Fr = "fr",
        /// Russian.
        Ru = "ru",
        /// Spanish.
        Es = "es",
    }
}

impl Lang {
    /// Whether the script runs from right to left.
    pub const fn is_rtl(self) -> bool {
        matches!(self, Lang::Ar)
    }

    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Ar => "العربية",
            Lang::Zh => "中文",
            Lang::En => "English",
            Lang::Fr => "Français",
            Lang::Ru => "Русский",
            Lang::Es => "Español",
        }
    }
}
