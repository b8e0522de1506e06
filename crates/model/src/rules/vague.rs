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

/// Whether a text names nothing: no letter and no digit, a placeholder, or vague words alone.
pub(super) fn says_nothing(text: &str) -> bool {
    static LISTS: LazyLock<[BTreeSet<&str>; 2]> =
        LazyLock::new(|| [VAGUE, NOUNS].map(|list| list.split_whitespace().collect()));
    if !text.chars().any(char::is_alphanumeric) {
        return true;
    }
    // Long texts are looked at no further.
    let folded = match text.char_indices().nth(80) {
        Some(_) => return false,
        None => text.trim().to_lowercase(),
    };
    if PLACEHOLDERS.contains(&folded.as_str()) || WHOLE.contains(&folded.as_str()) {
        return true;
    }
    let [vague, nouns] = &*LISTS;
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    let mut any = false;
    let mut count = 0;
    let all = words.all(|word| {
        count += 1;
        any |= vague.contains(word);
        vague.contains(word) || nouns.contains(word)
    });
    all && any && count <= WORDS_MAX
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
