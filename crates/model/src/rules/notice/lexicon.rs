//! Words by which a text gives away that it is no matter for a notice, and words by which it tells of violence, in the
//! six languages. A list of stems is coarse: it can only make an officer look again, and the finding names the word.

/// Which words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lexicon {
    /// Demonstration, insult of office, publication, membership of a party.
    Political,
    /// Acts of violence against persons or things.
    Violence,
    /// Family, private debt, administrative rules.
    Private,
}

impl Lexicon {
    const fn stems(self) -> &'static [&'static str] {
        match self {
            Self::Political => POLITICAL,
            Self::Violence => VIOLENCE,
            Self::Private => PRIVATE,
        }
    }
}

/// Words that turn the next ones into their opposite.
const NEGATIONS: &[&str] = &[
    "no",
    "not",
    "nobody",
    "none",
    "never",
    "without",
    "sans",
    "aucun",
    "aucune",
    "pas",
    "ni",
    "sin",
    "nadie",
    "ningún",
    "ninguna",
    "не",
    "без",
    "никто",
    "ни",
    "لم",
    "دون",
    "بدون",
    "ليس",
    "غير",
    "لا",
];

/// The same, in a script without blanks.
const NEGATIONS_UNSPACED: &[char] = &['未', '没', '无', '無', '不'];

/// How many words before a stem a negation reaches.
const NEGATION_REACH: usize = 3;

const POLITICAL: &[&str] = &[
    // en
    "demonstration",
    "demonstrator",
    "protest",
    "insult",
    "defam",
    "publication",
    "publish",
    "blog",
    "political party",
    "member of a party",
    "membership of a party",
    "party membership",
    "opposition leader",
    "opposition party",
    "opposition movement",
    "unlawful assembly",
    "unauthorised assembly",
    "unauthorized assembly",
    "rally",
    "sedition",
    "criticism of",
    "criticising",
    "criticizing",
    "lèse-majesté",
    "contempt of the president",
    // fr
    "manifestation",
    "manifestant",
    "outrage à",
    "outrage au",
    "insulte",
    "injures publiques",
    "injure publique",
    "offense au",
    "diffamation",
    "publié",
    "publier",
    "parti politique",
    "membre d'un parti",
    "attroupement",
    // es
    "manifestación",
    "manifestaciones",
    "manifestante",
    "desacato",
    "injurias",
    "calumnia",
    "difamación",
    "publicación",
    "publicó",
    "publicar",
    "partido político",
    "miembro de un partido",
    // ru
    "демонстрац",
    "митинг",
    "протест",
    "оскорблен",
    "клевет",
    "публикац",
    "опубликова",
    "политической парти",
    "политическую парти",
    "членство в парти",
    "оппозиц",
    "пикет",
    // ar
    "مظاهر",
    "تظاهر",
    "احتجاج",
    "إهانة",
    "نشر مقال",
    "منشورات",
    "حزب سياسي",
    "الانتماء إلى حزب",
    "المعارضة",
    "تجمهر",
    // zh
    "示威",
    "游行",
    "抗议",
    "侮辱",
    "诽谤",
    "发表",
    "出版",
    "政党",
    "反对派",
    "集会",
];

const VIOLENCE: &[&str] = &[
    // en, fr, es
    "explos",
    "explod",
    "detona",
    "détona",
    "bomb",
    "kill",
    "murder",
    "shot",
    "shooting",
    "stab",
    "hostage",
    "hijack",
    "kidnap",
    "abduct",
    "arson",
    "set fire",
    "assassin",
    "injured",
    "injuring",
    "injury",
    "injuries",
    "wound",
    "grenade",
    "gunfire",
    "poison",
    "tortur",
    "massacre",
    "behead",
    "tué",
    "tuer",
    "tuant",
    "meurtre",
    "fusillade",
    "coup de feu",
    "coups de feu",
    "poignard",
    "otage",
    "détournement d'avion",
    "enlèvement",
    "incendi",
    "blessé",
    "blessant",
    "mató",
    "matar",
    "asesin",
    "homicid",
    "disparó",
    "disparo",
    "tiroteo",
    "apuñal",
    "rehén",
    "rehenes",
    "secuestr",
    "herido",
    "hirió",
    "granada",
    // ru
    "взрыв",
    "взорва",
    "бомб",
    "убил",
    "убий",
    "застрел",
    "стрелял",
    "стрельб",
    "выстрел",
    "зарез",
    "заложник",
    "похити",
    "похищ",
    "поджог",
    "поджё",
    "ранил",
    "ранен",
    "гранат",
    "пытк",
    "обстрел",
    // ar
    "انفجار",
    "تفجير",
    "متفجر",
    "قنبلة",
    "قنابل",
    "قتل",
    "اغتيال",
    "إطلاق النار",
    "أطلق النار",
    "رهينة",
    "رهائن",
    "خطف",
    "اختطاف",
    "إحراق",
    "إضرام النار",
    "جرح",
    "أصيب",
    // zh
    "爆炸",
    "引爆",
    "炸弹",
    "杀害",
    "杀死",
    "谋杀",
    "枪击",
    "开枪",
    "刺杀",
    "刺伤",
    "劫持",
    "人质",
    "绑架",
    "纵火",
    "打伤",
    "炸伤",
    "受伤",
    "暗杀",
    "投毒",
    "手榴弹",
];

const PRIVATE: &[&str] = &[
    // en
    "child custody",
    "custody of a child",
    "custody of the child",
    "alimony",
    "child support",
    "adultery",
    "divorce",
    "bad cheque",
    "bounced cheque",
    "cheque without",
    "check without",
    "unpaid debt",
    "unpaid loan",
    "private debt",
    "non-payment of",
    "failure to repay",
    "failure to pay a debt",
    "breach of contract",
    "administrative offence",
    "administrative violation",
    "administrative rule",
    "traffic offence",
    // fr
    "garde d'enfant",
    "non-représentation d'enfant",
    "pension alimentaire",
    "adultère",
    "chèque sans provision",
    "dette",
    "créance",
    "infraction administrative",
    "rupture de contrat",
    // es
    "custodia de",
    "pensión alimenticia",
    "adulterio",
    "divorcio",
    "cheque sin fondos",
    "deuda",
    "impago",
    "infracción administrativa",
    "incumplimiento de contrato",
    // ru
    "алимент",
    "развод",
    "супружеск",
    "неуплат",
    "невозврат долга",
    "задолженност",
    "чек без",
    "административное правонаруш",
    "административное наруш",
    // ar
    "حضانة",
    "نفقة",
    "زنا",
    "طلاق",
    "شيك بدون رصيد",
    "ديون",
    "عدم سداد",
    "مخالفة إدارية",
    // zh
    "抚养",
    "监护权",
    "赡养",
    "离婚",
    "通奸",
    "空头支票",
    "债务",
    "欠款",
    "违约",
    "行政违",
];

/// The first word of the list that the text holds. Violence that is denied is none.
pub(super) fn marker(lexicon: Lexicon, text: &str) -> Option<&'static str> {
    let text = text.to_lowercase().replace('’', "'");
    lexicon.stems().iter().copied().find(|stem| {
        text.match_indices(stem).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            begins_word(stem, before) && !(lexicon == Lexicon::Violence && is_denied(before))
        })
    })
}

/// A stem stands at the beginning of a word, except in scripts that join words to what goes before.
fn begins_word(stem: &str, before: &str) -> bool {
    let joins = stem
        .chars()
        .next()
        .is_some_and(|c| !is_latin_or_cyrillic(c));
    joins
        || !before
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric)
}

fn is_latin_or_cyrillic(c: char) -> bool {
    matches!(c, 'a'..='z' | '\u{00C0}'..='\u{024F}' | '\u{0400}'..='\u{04FF}')
}

/// Whether one of the last words of the same sentence says no.
fn is_denied(before: &str) -> bool {
    let clause = before
        .rsplit(['.', ';', '。', '؛', '；'])
        .next()
        .unwrap_or_default();
    let spaced = clause
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .rev()
        .take(NEGATION_REACH)
        .any(|word| NEGATIONS.contains(&word));
    spaced
        || clause
            .chars()
            .rev()
            .take(NEGATION_REACH)
            .any(|c| NEGATIONS_UNSPACED.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_six_languages() {
        let table = [
            (
                Lexicon::Political,
                "Took part in an unauthorised demonstration",
            ),
            (Lexicon::Political, "Outrage au chef de l’État"),
            (Lexicon::Political, "Pertenencia a un partido político"),
            (
                Lexicon::Political,
                "Публичное оскорбление представителя власти",
            ),
            (Lexicon::Political, "المشاركة في مظاهرة"),
            (Lexicon::Political, "参加非法集会"),
            (Lexicon::Violence, "He detonated a device"),
            (Lexicon::Violence, "Il a tué deux passants"),
            (Lexicon::Violence, "Disparó contra la patrulla"),
            (Lexicon::Violence, "Произвёл взрыв на рынке"),
            (Lexicon::Violence, "تفجير عبوة في السوق"),
            (Lexicon::Violence, "在市场引爆装置"),
            (Lexicon::Private, "Issuing a bad cheque"),
            (Lexicon::Private, "Émission d’un chèque sans provision"),
            (Lexicon::Private, "Неуплата алиментов"),
            (Lexicon::Private, "شيك بدون رصيد"),
            (Lexicon::Private, "拖欠债务"),
        ];
        for (lexicon, text) in table {
            assert!(marker(lexicon, text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_words_and_denials_are_left_alone() {
        let table = [
            (
                Lexicon::Political,
                "Placed a device in a public place; three persons were injured",
            ),
            (
                Lexicon::Political,
                "Collected money for the purchase of detonators",
            ),
            (
                Lexicon::Violence,
                "There was no explosion and nobody was killed",
            ),
            (Lexicon::Violence, "Manifestation sans armes ni bombes"),
            (Lexicon::Violence, "没有爆炸"),
            (Lexicon::Violence, "Explored the skill of writing"),
            (Lexicon::Private, "Attack on an administrative building"),
        ];
        for (lexicon, text) in table {
            assert_eq!(marker(lexicon, text), None, "{text}");
        }
    }
}
