//! The envelope of a request: number and relation, urgency, language, duplicates, signatory, attachments (GEN-01, 05 to
//! 09), and what the directory says of the addressee (DIR-02, DIR-04).

use std::collections::BTreeSet;

use super::content::{Node, words};
use super::lexicon::{REASON_TELLING_MIN, tells};
use super::{Case, Family, Findings, codes, evidence};
use crate::finding::{Finding, Level};
use crate::kind::Kind;
use crate::limits::ATTACHMENT_BYTES_MAX;
use crate::number::Number;
use crate::request::Urgency;
use crate::state::Opening;
use crate::translation::{Readers, TranslationNeed};
use crate::{Function, Lang};

const SOURCE: &str = "requests 3.12";
const DIRECTORY: &str = "requests 3.11";
/// Words that a reason of urgency has at least.
const REASON_WORDS_MIN: usize = 3;

/// The envelope of every request, and the directory.
pub(super) const FAMILY: Family = Family {
    rules: &[
        gen_01, gen_05, gen_06, gen_07, gen_08, gen_09, dir_02, dir_04,
    ],
    codes: &[
        ("GEN-01", &[Level::Block]),
        ("GEN-05", &[Level::Block]),
        ("GEN-06", &[Level::Block, Level::Warn]),
        ("GEN-07", &[Level::Warn]),
        ("GEN-08", &[Level::Block]),
        ("GEN-09", &[Level::Block]),
        ("DIR-02", &[Level::Block]),
        ("DIR-04", &[Level::Warn, Level::Hint]),
    ],
};

fn block(code: &str, field: impl Into<String>) -> Finding {
    Finding::new(Level::Block, code, field, SOURCE)
}

/// Numbers that name a request of this kind of system carry a right check character; a request that follows another
/// names it.
pub(super) fn gen_01(case: &Case<'_>, out: &mut Findings) {
    let root = case.content;
    if let Some(number) = root.get("number").text() {
        let ours = number
            .parse::<Number>()
            .is_ok_and(|number| number.state == case.ctx.from.code);
        if !ours {
            out.push(
                block("GEN-01", "/number")
                    .with("problem", "wrong")
                    .with("number", number),
            );
        }
    }
    let relation = root.get("relation").code();
    let parent = root.get("parent");
    let follows = !matches!(relation, "" | "new" | "urgent_confirmation");
    match parent.text() {
        Some(number) if number.parse::<Number>().is_err() => {
            out.push(
                block("GEN-01", "/parent")
                    .with("problem", "wrong")
                    .with("number", number),
            );
        }
        Some(number) if follows && !of_two_sides(case, number) => {
            out.push(
                block("GEN-01", "/parent")
                    .with("problem", "wrong")
                    .with("number", number),
            );
        }
        None if follows => {
            out.push(block("GEN-01", "/parent").with("problem", "missing"));
        }
        _ => {}
    }
}

/// Urgency is explained: a reason, in words, and the day after which the answer is of no use.
pub(super) fn gen_05(case: &Case<'_>, out: &mut Findings) {
    if case.urgency == Urgency::Normal {
        return;
    }
    let urgency = case.content.get("urgency");
    // PA-04 asks for the reason of a provisional arrest, whatever its urgency.
    let reason_asked = case.kind != Kind::ProvisionalArrest;
    if reason_asked && urgency.get("reason").text().is_none() {
        out.push(block("GEN-05", "/urgency/reason"));
    }
    let text = urgency.get("text").code();
    let said = words(text) >= REASON_WORDS_MIN || tells(text, REASON_TELLING_MIN);
    if reason_asked && !said {
        out.push(block("GEN-05", "/urgency/text"));
    }
    let latest = urgency.get("latest_useful_on");
    if latest.date().is_none_or(|date| date < case.today) {
        out.push(block("GEN-05", "/urgency/latest_useful_on"));
    }
}

/// The addressee can read the request.
pub(super) fn gen_06(case: &Case<'_>, out: &mut Findings) {
    let languages = case.content.get("languages");
    let field = "/languages/original";
    let Some(original) = languages.get("original").text() else {
        out.push(block("GEN-06", field).with("accepted", accepted_list(case)));
        return;
    };
    let readers = readers(case);
    let mut translations = Vec::new();
    for (index, translation) in languages.get("translations").items() {
        let lang = translation.get("lang").code();
        if readers.reads(lang) && translation.get("certified").no() {
            let at = format!("/languages/translations/{index}/certified");
            out.push(
                Finding::new(Level::Warn, "GEN-06", at, SOURCE)
                    .with("problem", "not_certified")
                    .with("accepted", accepted_list(case)),
            );
        }
        translations.push(lang);
    }
    let (level, problem) = match readers.need(original, &translations, case.urgency) {
        TranslationNeed::Follows => (Level::Warn, "translation_follows"),
        TranslationNeed::Needed => (Level::Block, "not_accepted"),
        _ => return,
    };
    out.push(
        Finding::new(level, "GEN-06", field, "UNTOC 18(14)")
            .with("problem", problem)
            .with("accepted", accepted_list(case)),
    );
}

fn readers<'a>(case: &Case<'a>) -> Readers<'a> {
    Readers::of(Some(case.kind), (case.ctx.to, case.ctx.to_authority))
}

fn accepted_list(case: &Case<'_>) -> String {
    readers(case).told().join(", ")
}

/// Whether a number was given by one of the two States: no other request is followed up between them.
fn of_two_sides(case: &Case<'_>, number: &str) -> bool {
    number
        .parse::<Number>()
        .is_ok_and(|number| number.state == case.ctx.from.code || number.state == case.ctx.to.code)
}

/// What is asked for, in codes: the measures, or what of electronic evidence; a request with neither is one measure, its
/// own kind.
pub(super) fn asked_for(root: Node<'_>) -> Vec<String> {
    let asked: Vec<String> = root
        .get("measures")
        .items()
        .map(|(_, measure)| measure.get("kind").code())
        .chain(std::iter::once(evidence::subtype(root)))
        .filter(|code| !code.is_empty())
        .map(str::to_owned)
        .collect();
    if asked.is_empty() {
        vec![root.get("type").code().to_owned()]
    } else {
        asked
    }
}

/// Names of persons and entities, accounts and addresses folded for comparison: lower case, letters and digits only.
pub(super) fn folded_names(root: Node<'_>) -> Vec<String> {
    let identifiers = root
        .get("identifiers")
        .items()
        .map(|(_, identifier)| identifier.get("value").code().to_owned());
    let entities = root
        .get("entities")
        .items()
        .map(|(_, entity)| entity.get("name").code().to_owned());
    root.get("persons")
        .items()
        .filter(|(_, person)| {
            matches!(
                person.get("role").code(),
                "" | "subject" | "suspect" | "accused" | "convicted" | "account_holder"
            )
        })
        .map(|(_, person)| {
            format!(
                "{} {}",
                person.get("family_name").code(),
                person.get("given_names").code()
            )
        })
        .chain(identifiers)
        .chain(entities)
        .map(|name| {
            name.chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect::<String>()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// The same person, offence, measure and addressee are not pending already, unless the request says how they belong
/// together.
pub(super) fn gen_07(case: &Case<'_>, out: &mut Findings) {
    if case.ctx.pending.is_empty() {
        return;
    }
    let related = case.content.get("related");
    let linked: BTreeSet<&str> = related
        .items()
        .map(|(_, item)| item.get("number").code())
        .chain(std::iter::once(case.content.get("parent").code()))
        .collect();
    let names = folded_names(case.content);
    let kinds = asked_for(case.content);
    for pending in case.ctx.pending {
        let same = pending.to == case.ctx.to.code
            && !linked.contains(pending.number.as_str())
            && pending.persons.iter().any(|name| names.contains(name))
            && pending
                .categories
                .iter()
                .any(|category| case.matter.categories.contains(&category.as_str()))
            && pending.measures.iter().any(|kind| kinds.contains(kind));
        if same {
            out.push(
                Finding::new(Level::Warn, "GEN-07", "/related", SOURCE)
                    .with("number", pending.number.clone()),
            );
        }
    }
}

/// The signatory is named with the power to sign, and signs for an authority that may ask.
pub(super) fn gen_08(case: &Case<'_>, out: &mut Findings) {
    let signatory = case.content.get("signatory");
    for name in ["name", "function", "power"] {
        if signatory.get(name).text().is_none() {
            out.push(block("GEN-08", format!("/signatory/{name}")).with("problem", "missing"));
        }
    }
    if !case.ctx.from_authority.has_any(may_ask(case)) {
        out.push(
            Finding::new(Level::Block, "GEN-08", "/signatory/power", "UNTOC 18(13)")
                .with("problem", "authority_without_power"),
        );
    }
}

/// Attachments are described, whole where they are enclosed, harmless by kind, certified where that gives them weight.
pub(super) fn gen_09(case: &Case<'_>, out: &mut Findings) {
    for (index, attachment) in case.content.get("attachments").items() {
        let at = |name: &str| format!("/attachments/{index}/{name}");
        let bad = |name: &str, problem: &str| block("GEN-09", at(name)).with("problem", problem);
        if attachment.get("title").text().is_none() {
            out.push(bad("title", "untitled"));
        }
        if attachment.get("kind").text().is_none() {
            out.push(bad("kind", "no_kind"));
        }
        let file_name = attachment.get("file_name").code();
        let media_type = attachment.get("media_type").code();
        if attachment.get("delivery").code() == "enclosed" {
            if attachment.get("sha256").text().is_none() {
                out.push(bad("sha256", "no_digest"));
            }
            if attachment
                .get("size_bytes")
                .number()
                .is_none_or(|size| size == 0)
            {
                out.push(bad("size_bytes", "no_size"));
            }
        }
        if attachment
            .get("size_bytes")
            .number()
            .is_some_and(|size| size > ATTACHMENT_BYTES_MAX)
        {
            out.push(bad("size_bytes", "too_big"));
        }
        if is_executable(file_name, media_type) {
            out.push(bad("file_name", "executable").with("name", file_name));
        }
        let unpacked = attachment.get("unpacked_bytes").number().unwrap_or(0);
        let packed = attachment.get("size_bytes").number().unwrap_or(1).max(1);
        if unpacked > ATTACHMENT_BYTES_MAX || unpacked / packed > UNPACKING_RATIO_MAX {
            out.push(bad("unpacked_bytes", "archive"));
        }
        let kind = attachment.get("kind").code();
        if codes::CERTIFIED.contains(&kind) && !attachment.get("certified").yes() {
            out.push(bad("certified", "not_certified"));
        }
    }
}

/// How many times bigger than itself an archive may become.
const UNPACKING_RATIO_MAX: u64 = 100;

/// File names and media types of programs, scripts and documents that run code when opened.
fn is_executable(file_name: &str, media_type: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "exe", "com", "scr", "bat", "cmd", "msi", "dll", "ps1", "vbs", "js", "jse", "wsf", "hta",
        "jar", "sh", "app", "lnk", "pif", "cpl", "docm", "xlsm", "pptm", "iso", "img", "dmg",
        "deb", "rpm", "apk", "py", "html", "htm", "svg",
    ];
    const TYPES: &[&str] = &[
        "application/x-msdownload",
        "application/x-dosexec",
        "application/x-executable",
        "application/x-elf",
        "application/x-sharedlib",
        "application/x-sh",
        "application/java-archive",
        "application/javascript",
        "text/javascript",
        "text/html",
        "image/svg+xml",
        "application/vnd.microsoft.portable-executable",
    ];
    let ending = file_name
        .trim_end_matches(['.', ' '])
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    let media = media_type.split(';').next().unwrap_or_default().trim();
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
        || TYPES.iter().any(|bad| media.eq_ignore_ascii_case(bad))
}

/// Information may be told by whoever has it to whoever may need it (UNTOC article 18(4)).
const INFORMED: &[Function] = &[
    Function::CentralAuthority,
    Function::Mla,
    Function::Court,
    Function::Prosecutor,
    Function::DutyDesk247,
    Function::Police,
    Function::Border,
    Function::Ncb,
    Function::Fiu,
];

/// Whose signature a request of this kind may bear.
fn may_ask(case: &Case<'_>) -> &'static [Function] {
    use Function as F;
    match case.kind {
        Kind::Police => &[
            F::Police,
            F::Ncb,
            F::Border,
            F::DutyDesk247,
            F::CentralAuthority,
        ],
        Kind::Notice => &[
            F::Ncb,
            F::Police,
            F::CentralAuthority,
            F::Court,
            F::Prosecutor,
        ],
        Kind::SpontaneousInformation => INFORMED,
        Kind::ElectronicEvidence if evidence::is_quick(case.content) => &[
            F::CentralAuthority,
            F::Mla,
            F::Court,
            F::Prosecutor,
            F::DutyDesk247,
            F::Police,
        ],
        _ => &[
            F::CentralAuthority,
            F::Mla,
            F::Extradition,
            F::Court,
            F::Prosecutor,
        ],
    }
}

/// Who receives a request of this kind. What cannot wait goes to the contact points that answer day and night too
/// (ETS 185 article 35).
fn may_receive(case: &Case<'_>) -> &'static [Function] {
    use Function as F;
    match case.kind {
        Kind::JointInvestigationTeam => &[F::CentralAuthority, F::Mla, F::Prosecutor, F::Court],
        Kind::Police => &[
            F::Police,
            F::Ncb,
            F::Border,
            F::DutyDesk247,
            F::CentralAuthority,
        ],
        Kind::Notice => &[F::Ncb, F::Police, F::DutyDesk247, F::CentralAuthority],
        Kind::SpontaneousInformation => INFORMED,
        Kind::ElectronicEvidence if evidence::is_quick(case.content) => {
            &[F::CentralAuthority, F::Mla, F::DutyDesk247]
        }
        Kind::Extradition | Kind::ProvisionalArrest => &[F::CentralAuthority, F::Extradition],
        _ => &[F::CentralAuthority, F::Mla],
    }
}

/// The addressee is competent for what is asked; a duty desk is, where hours count.
pub(super) fn dir_02(case: &Case<'_>, out: &mut Findings) {
    let to = case.ctx.to_authority;
    let hours_count = case.urgency == Urgency::Emergency
        || (case.urgency == Urgency::Urgent && case.kind == Kind::ProvisionalArrest);
    let competent =
        to.has_any(may_receive(case)) || (hours_count && to.has_any(&[Function::DutyDesk247]));
    if !competent {
        out.push(
            Finding::new(Level::Block, "DIR-02", "/requested/authority", DIRECTORY)
                .with("authority", to.name_in(Lang::En)),
        );
    }
}

/// Who is asked is open, or its State has a desk that answers day and night: to that one goes what cannot wait.
pub(super) fn dir_04(case: &Case<'_>, out: &mut Findings) {
    let ctx = case.ctx;
    if ctx.to.duty_24_7 && case.urgency != Urgency::Normal {
        return;
    }
    if let Opening::Closed { local, opens } = ctx.to_authority.opening(ctx.to, ctx.now) {
        let level = if ctx.to.duty_24_7 {
            Level::Hint
        } else {
            Level::Warn
        };
        out.push(
            Finding::new(level, "DIR-04", "/requested/authority", DIRECTORY)
                .with("local", local.strftime("%Y-%m-%d %H:%M").to_string())
                .with("opens", opens.strftime("%Y-%m-%d %H:%M").to_string()),
        );
    }
}
