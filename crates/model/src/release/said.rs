//! What a sentence says of an association, in the six languages: enough to hold a release whose only ground is family or an
//! acquaintance, or that states none. Where no code says the nature, a sentence of an act passes that gate (ADR 13). A person who
//! reads it decides; what is held here is not lost.

/// Beginnings of words for what a person did or is in terrorism.
const ACTS: &[&str] = &[
    // English
    "join",
    "travelled to",
    "traveled to",
    "member",
    "train",
    "recruit",
    "financ",
    "fund",
    "donat",
    "suppl",
    "facilit",
    "smuggl",
    "courier",
    "leader",
    "leads",
    "led ",
    "command",
    "direct",
    "organi",
    "incit",
    "propagand",
    "plan",
    "prepar",
    "perpetrat",
    "attack",
    "attempt",
    "bomb",
    "explosive",
    "hijack",
    "kidnap",
    "fought",
    "fight",
    "pledg",
    "allegiance",
    "on behalf",
    "owned by",
    "controlled by",
    "weapon",
    "convicted of",
    "returnee",
    "combat",
    // French
    "rejoin",
    "rejoint",
    "membre",
    "entraîn",
    "form",
    "recrut",
    "finance",
    "fourni",
    "facilit",
    "dirig",
    "comman",
    "incit",
    "planifi",
    "prépar",
    "commis",
    "attent",
    "explosif",
    "combatt",
    "allégeance",
    "pour le compte",
    "armes",
    // Spanish
    "unirse",
    "unió",
    "miembro",
    "adiestr",
    "entren",
    "reclut",
    "financi",
    "suministr",
    "facilit",
    "dirig",
    "incit",
    "planific",
    "prepar",
    "cometió",
    "atentado",
    "explosiv",
    "combat",
    "lealtad",
    "por cuenta de",
    "armas",
    // Russian
    "вступ",
    "присоедин",
    "член",
    "обуч",
    "трениров",
    "вербов",
    "финансир",
    "постав",
    "пособнич",
    "содейств",
    "руковод",
    "возглавл",
    "подстрек",
    "пропаган",
    "планиров",
    "готовил",
    "совершил",
    "взрыв",
    "теракт",
    "боевик",
    "воевал",
    "присяг",
    "оруж",
    "по поручению",
    // Arabic
    "انضم",
    "للانضمام",
    "عضو",
    "تدرب",
    "درّب",
    "تدريب",
    "جنّد",
    "تجنيد",
    "موّل",
    "تمويل",
    "زوّد",
    "سهّل",
    "تسهيل",
    "يقود",
    "قاد ",
    "حرّض",
    "تحريض",
    "خطط",
    "أعد ",
    "نفذ",
    "هجوم",
    "تفجير",
    "متفجرات",
    "قاتل",
    "مقاتل",
    "بايع",
    "سلاح",
    "أسلحة",
    "نيابة عن",
    // Chinese
    "加入",
    "参加",
    "成员",
    "训练",
    "培训",
    "招募",
    "资助",
    "筹资",
    "提供武器",
    "供应",
    "协助",
    "领导",
    "指挥",
    "煽动",
    "宣传",
    "策划",
    "准备",
    "实施",
    "袭击",
    "爆炸",
    "作战",
    "效忠",
    "代表",
];

/// Words for kin.
const KIN: &[&str] = &[
    "relative",
    "related to",
    "brother",
    "sister",
    "wife",
    "husband",
    "spouse",
    "father",
    "mother",
    "cousin",
    "uncle",
    "aunt",
    "nephew",
    "niece",
    "son of",
    "daughter",
    "in-law",
    "family",
    "kin ",
    "widow",
    "parent",
    "frère",
    "sœur",
    "soeur",
    "épou",
    "mari ",
    "père",
    "mère",
    "oncle",
    "neveu",
    "fils de",
    "fille de",
    "famille",
    "veuve",
    "pariente",
    "hermano",
    "hermana",
    "espos",
    "marido",
    "padre",
    "madre",
    "primo",
    "tío",
    "sobrin",
    "hijo de",
    "hija de",
    "familia",
    "viuda",
    "cuñad",
    "родствен",
    "брат",
    "сестр",
    "жена",
    "муж",
    "супруг",
    "отец",
    "мать",
    "сын",
    "дочь",
    "дяд",
    "семь",
    "вдов",
    "قريب",
    "شقيق",
    "أخ ",
    "أخو",
    "أخت",
    "زوج",
    "والد",
    "ابن",
    "ابنة",
    "عم ",
    "خال ",
    "أسرة",
    "عائلة",
    "أرملة",
    "亲属",
    "亲戚",
    "兄弟",
    "姐妹",
    "妻子",
    "丈夫",
    "父亲",
    "母亲",
    "儿子",
    "女儿",
    "家属",
    "家人",
    "遗孀",
];

/// Words for who is only known or met.
const MET: &[&str] = &[
    "contact",
    "acquaint",
    "neighbour",
    "neighbor",
    "friend",
    "classmate",
    "colleague",
    "roommate",
    "seen with",
    "in touch",
    "connaissance",
    "voisin",
    "ami ",
    "amie ",
    "camarade",
    "collègue",
    "conocid",
    "vecin",
    "amig",
    "compañer",
    "знаком",
    "сосед",
    "друг",
    "одноклассник",
    "коллег",
    "контакт",
    "معرفة",
    "جار ",
    "صديق",
    "زميل",
    "اتصال",
    "熟人",
    "邻居",
    "朋友",
    "同学",
    "同事",
    "联系",
];

/// Words that turn a statement into its contrary when they stand before it.
const NOT: &[&str] = &[
    " no ",
    " not ",
    " never ",
    " denies",
    " without ",
    "n't ",
    " ne ",
    " n'",
    " pas ",
    " jamais ",
    " aucun",
    " sans ",
    " nie ",
    " nunca ",
    " sin ",
    " ningun",
    " ningún",
    " niega",
    " не ",
    " нет ",
    " никогда ",
    " без ",
    " отрицает",
    " لا ",
    " لم ",
    " ليس",
    " بدون ",
    " دون ",
    " ينفي",
    "没有",
    "未",
    "不",
    "无",
    "否认",
];

/// What the sentences of a release say of an association, taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    /// Nothing.
    Nothing,
    /// That the person is somebody's acquaintance, and no more.
    Contact,
    /// That the person is somebody's kin, and no more.
    Family,
    /// What the person did or is.
    Act,
}

/// Where the first of the words stands.
fn first(clause: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| position(clause, word)).min()
}

/// Where a word begins in a clause: at its start, after a blank or a sign; Chinese and Arabic have prefixes and no blanks.
fn position(clause: &str, word: &str) -> Option<usize> {
    let inside = !word.chars().any(is_bounded);
    clause.match_indices(word).map(|(at, _)| at).find(|at| {
        inside
            || !clause[..*at]
                .chars()
                .next_back()
                .is_some_and(char::is_alphabetic)
    })
}

/// Letters of an alphabet whose words begin after a blank.
const fn is_bounded(c: char) -> bool {
    matches!(c, 'a'..='z' | '\u{00E0}'..='\u{024F}' | '\u{0400}'..='\u{04FF}')
}

/// What one clause says. An act told of kin ("brother of a member") is the kin's, and what is denied is not said.
fn clause_says(clause: &str) -> Said {
    let clause = format!(" {} ", clause.trim());
    let kin = first(&clause, KIN);
    let met = first(&clause, MET);
    let of_another = [kin, met].into_iter().flatten().min();
    let denied = NOT.iter().filter_map(|word| clause.find(word)).min();
    let act = first(&clause, ACTS)
        .filter(|at| of_another.is_none_or(|other| *at < other))
        .filter(|at| denied.is_none_or(|no| *at < no));
    // "Member of no group."
    let act = act.filter(|_| !clause.contains(" of no "));
    match (act, kin, met) {
        (Some(_), _, _) => Said::Act,
        (None, Some(_), _) => Said::Family,
        (None, None, Some(_)) => Said::Contact,
        (None, None, None) => Said::Nothing,
    }
}

/// What a text says: the strongest of its clauses.
pub(super) fn says(text: &str) -> Said {
    let text = text.to_lowercase();
    text.split(['.', ';', '\n', '。', '；', '،', '؛'])
        .map(clause_says)
        .max()
        .unwrap_or(Said::Nothing)
}

#[cfg(test)]
mod tests {
    use super::{Said, says};

    #[test]
    fn kin_and_acquaintance_are_told_from_acts() {
        for (text, said) in [
            (
                "Assessed to have travelled to join a designated group; grading B2.",
                Said::Act,
            ),
            (
                "Relative of a listed person; no other information.",
                Said::Family,
            ),
            ("Brother of a member of a designated group.", Said::Family),
            ("He recruited his brother.", Said::Act),
            ("Contact of a listed person.", Said::Contact),
            (
                "There is no evidence that he joined a group.",
                Said::Nothing,
            ),
            ("Tall, walks with a limp.", Said::Nothing),
            ("Aurait rejoint un groupe désigné.", Said::Act),
            ("Il a financé le voyage.", Said::Act),
            ("Frère d'une personne inscrite sur la liste.", Said::Family),
            ("Miembro de un grupo designado.", Said::Act),
            ("Hermana de un miembro.", Said::Family),
            ("Вступил в террористическую группу.", Said::Act),
            ("Брат члена группы.", Said::Family),
            ("عضو في جماعة مدرجة", Said::Act),
            ("شقيق شخص مدرج في القائمة", Said::Family),
            ("据评估曾前往加入被列名团体", Said::Act),
            ("被列名者的亲属", Said::Family),
            ("没有加入任何团体", Said::Nothing),
        ] {
            assert_eq!(says(text), said, "{text}");
        }
    }
}
