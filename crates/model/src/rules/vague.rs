//! Texts that stand where a thing should be named and name none: signs alone, placeholders, "various accounts".

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Words of such a text at most: who writes more says something.
const WORDS_MAX: usize = 4;

/// What people write where they have nothing.
const PLACEHOLDERS: &[&str] = &[
    "n/a",
    "n.a.",
    "n.n.",
    "tbd",
    "tba",
    "tbc",
    "tbn",
    "to be determined",
    "to be confirmed",
    "to be named",
    "see above",
    "see below",
    "as above",
    "idem",
    "ibid",
    "à déterminer",
    "voir ci-dessus",
    "por determinar",
    "véase arriba",
    "уточняется",
    "см. выше",
    "см. ниже",
    "يحدد لاحقا",
    "انظر أعلاه",
    "待定",
    "见上",
    "同上",
];

/// Words for what is not told apart, and the nouns that stand beside them.
const VAGUE: &str = "various several multiple numerous unknown unidentified unspecified undisclosed divers diverses plusieurs \
    inconnu inconnue inconnus inconnues varios varias diversos diversas desconocido desconocida desconocidos desconocidas \
    различные разные несколько неизвестный неизвестная неизвестное неизвестные неизвестно неизвестных неустановленный \
    неустановленное неустановленные مختلف مختلفة متعدد متعددة عدة مجهول مجهولة مجهولون مجهولين";
const NOUNS: &str = "person persons people individual individuals man men woman women suspect suspects terrorist terrorists \
    company companies firm firms entity entities organisation organisations account accounts bank banks place places location \
    locations address addresses city town country document documents item items thing things record records object objects \
    phone phones number numbers name names and or personne personnes société sociétés entreprise entreprises compte comptes \
    banque banques lieu lieux endroit adresse adresses objet objets pièces et ou persona personas empresa empresas sociedad \
    sociedades cuenta cuentas banco bancos lugar lugares dirección objetos documentos y o лицо лица лиц компания компании \
    организация организации счёт счета счетов банк банки место места адрес адреса документ документы предмет предметы и или \
    شخص أشخاص شركة شركات حساب حسابات مصرف مصارف بنك بنوك مكان أماكن عنوان عناوين وثيقة وثائق مستندات شيء أشياء";
/// The same in Chinese, which has no blanks: whole texts.
const WHOLE: &[&str] = &[
    "各种",
    "多个",
    "若干",
    "不明",
    "不详",
    "未知",
    "不明人员",
    "未知人员",
    "多个账户",
    "各银行",
    "多家公司",
    "若干人",
    "不明身份者",
];

/// Bytes of such a text at most.
const BYTES_MAX: usize = 160;
/// Bytes of a word of the lists at most.
const WORD_BYTES_MAX: usize = 48;

/// The lists as sets: vague words, nouns, and every word with which a text of them can begin.
struct Lists {
    vague: BTreeSet<&'static str>,
    nouns: BTreeSet<&'static str>,
    begins: BTreeSet<&'static str>,
}

fn lists() -> &'static Lists {
    static LISTS: LazyLock<Lists> = LazyLock::new(|| {
        let [vague, nouns] = [VAGUE, NOUNS].map(|list| list.split_whitespace().collect());
        let texts = PLACEHOLDERS.iter().chain(WHOLE).copied();
        let begins = texts
            .filter_map(first)
            .chain(VAGUE.split_whitespace())
            .chain(NOUNS.split_whitespace());
        Lists {
            begins: begins.collect(),
            vague,
            nouns,
        }
    });
    &LISTS
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn first(text: &str) -> Option<&str> {
    parts(text).next()
}

/// Whether a text can begin so; nothing is allotted for plain Latin letters, for this is asked of every text and code.
fn can_begin(word: &str) -> bool {
    let mut folded = [0u8; WORD_BYTES_MAX];
    let Some(folded) = folded.get_mut(..word.len()) else {
        return false;
    };
    let begins = &lists().begins;
    if !word.is_ascii() {
        return begins.contains(word.to_lowercase().as_str());
    }
    folded.copy_from_slice(word.as_bytes());
    folded.make_ascii_lowercase();
    std::str::from_utf8(folded).is_ok_and(|word| begins.contains(word))
}

/// Whether a word tells nothing apart: "various", "several", "unknown".
pub(super) fn is_vague(word: &str) -> bool {
    lists().vague.contains(word.to_lowercase().as_str())
}

/// Whether a text names nothing: no letter and no digit, a placeholder, or vague words alone.
pub(crate) fn says_nothing(text: &str) -> bool {
    let Some(first) = first(text) else {
        return true;
    };
    if text.len() > BYTES_MAX || !can_begin(first) {
        return false;
    }
    let folded = text.trim().to_lowercase();
    if PLACEHOLDERS.contains(&folded.as_str()) || WHOLE.contains(&folded.as_str()) {
        return true;
    }
    let Lists { vague, nouns, .. } = lists();
    let words: Vec<&str> = parts(&folded).take(WORDS_MAX + 1).collect();
    words.len() <= WORDS_MAX
        && words.iter().any(|word| vague.contains(word))
        && words
            .iter()
            .all(|word| vague.contains(word) || nouns.contains(word))
}

#[cfg(test)]
mod tests {
    use super::says_nothing;

    #[test]
    fn who_names_nothing_is_told_from_who_names_something() {
        for nothing in [
            "*",
            "-",
            "?",
            " … ",
            "TBD",
            "n/a",
            "various",
            "Various companies",
            "several persons",
            "unknown person",
            "Inconnu",
            "plusieurs comptes",
            "varias",
            "различные лица",
            "неизвестный",
            "مجهول",
            "حسابات مختلفة",
            "多个账户",
            "various accounts and banks",
        ] {
            assert!(says_nothing(nothing), "{nothing}");
        }
        for something in [
            "account",
            "Various Records Ltd",
            "unknown since March 2025; last seen at Port Selm",
            "person",
            "Corvin Drahl",
            "harbour.lantern",
            "Several transfers of 2 March",
            "王伟",
            "سامي",
            "+999 1",
            "1(c)",
            "все счета в банке Корал",
        ] {
            assert!(!says_nothing(something), "{something}");
        }
    }
}
