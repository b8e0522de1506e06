//! Which language a page speaks, and how a word is said. The words themselves are data in `paper/words/<lang>/*.ftl`.

use model::Lang;

pub use paper::words::{Arg, has, say_map};

/// Says `key` in `lang`. A missing key comes back as the key itself: seen in a test, never an empty button.
#[must_use]
pub fn say(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    paper::words::say(lang, key, args)
}

/// Whether a word exists at all (a notice after an act is shown only if it does).
#[must_use]
pub fn known(key: &str) -> bool {
    has(Lang::En, key)
}

/// `<prefix>-<code>`, with dots, underscores and slashes of the code as hyphens and in small letters.
#[must_use]
pub fn key(prefix: &str, code: &str) -> String {
    let code: String = code
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect();
    format!("{prefix}-{code}")
}

/// The language: the officer's setting, else the cookie, else the best of `Accept-Language`, else English.
#[must_use]
pub fn negotiate(setting: Option<Lang>, cookie: Option<&str>, accept: Option<&str>) -> Lang {
    setting
        .or_else(|| cookie.and_then(Lang::from_code))
        .or_else(|| accept.and_then(best))
        .unwrap_or(Lang::En)
}

/// RFC 9110 12.5.4, enough of it: tags with weights, the first subtag decides; equal weights keep their order.
fn best(accept: &str) -> Option<Lang> {
    const TAGS_MAX: usize = 16;
    let mut chosen: Option<(Lang, u32)> = None;
    for part in accept.split(',').take(TAGS_MAX) {
        let mut pieces = part.trim().split(';');
        let tag = pieces
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        let weight = pieces
            .find_map(|p| {
                p.trim()
                    .strip_prefix("q=")
                    .and_then(|q| q.parse::<f32>().ok())
            })
            .map_or(1000, |q| (q.clamp(0.0, 1.0) * 1000.0).round() as u32);
        let Some(lang) = tag.split('-').next().and_then(Lang::from_code) else {
            continue;
        };
        if weight > 0 && chosen.is_none_or(|(_, best)| weight > best) {
            chosen = Some((lang, weight));
        }
    }
    chosen.map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_negotiated() {
        type Row = (
            Option<Lang>,
            Option<&'static str>,
            Option<&'static str>,
            Lang,
        );
        let table: [Row; 9] = [
            (None, None, None, Lang::En),
            (None, None, Some("fr-CA,fr;q=0.8"), Lang::Fr),
            (None, None, Some("de, es;q=0.5, ru;q=0.9"), Lang::Ru),
            (None, None, Some("de"), Lang::En),
            (None, None, Some("zh;q=0, ar;q=0.1"), Lang::Ar),
            (None, None, Some("\u{0};;;q=x,,"), Lang::En),
            (None, Some("es"), Some("fr"), Lang::Es),
            (None, Some("xx"), Some("fr"), Lang::Fr),
            (Some(Lang::Zh), Some("es"), Some("fr"), Lang::Zh),
        ];
        for (setting, cookie, accept, expect) in table {
            assert_eq!(
                negotiate(setting, cookie, accept),
                expect,
                "{cookie:?} {accept:?}"
            );
        }
    }

    /// Whatever the law can name has a word in every language.
    #[test]
    fn every_code_has_its_word() {
        use model::request::{CLOCK_NAMES, CLOCK_SOURCES};
        use model::{Class, Role, Side, Stage, Urgency, Verb};
        let mut keys: Vec<String> = Vec::new();
        keys.extend(Stage::ALL.iter().map(|stage| key("stage", stage.code())));
        keys.extend(Role::ALL.iter().map(|role| key("role", role.code())));
        keys.extend(
            Role::ALL
                .iter()
                .map(|role| key("ui-role-hint", role.code())),
        );
        let reasons = model::state::SuspendReason::ALL.iter();
        keys.extend(reasons.map(|reason| key("suspend-reason", reason.code())));
        keys.extend(Side::ALL.iter().map(|side| key("side", side.code())));
        keys.extend(Class::ALL.iter().map(|class| key("class", class.code())));
        keys.extend(Urgency::ALL.iter().map(|u| key("urgency", u.code())));
        macro_rules! coded {
            ($($prefix:literal: $list:ident,)+) => {$(
                keys.extend(model::request::$list::ALL.iter().map(|one| key($prefix, one.code())));
            )+};
        }
        coded! {
            "saf-q": Safeguard, "saf-choice": Choice, "saf-point": TrialPoint, "saf-kind": AssuranceKind,
            "saf-giver": Giver, "saf-power": Power, "saf-binds": Power, "saf-outcome": DutyOutcome,
            "saf-as": Qualification, "saf-use": Use, "saf-level": UseLevel, "saf-onward": Onward,
            "saf-obtained": Obtained, "saf-taint": Taint, "complaint-right": Right,
            "complaint-remedy": Remedy,
        }
        keys.extend(
            model::request::Safeguard::ALL
                .iter()
                .map(|one| key("refusal", one.rule())),
        );
        keys.extend(
            crate::pages::safeguards::LOCKED_STEPS
                .iter()
                .map(|step| key("saf-step", step)),
        );
        keys.extend(Verb::ALL.iter().map(|verb| key("verb", verb.past())));
        keys.extend(CLOCK_NAMES.iter().map(|name| key("clock", name)));
        let codes = CLOCK_SOURCES.iter().filter(|source| source.contains('.'));
        keys.extend(codes.map(|source| key("clock-source", source)));
        let policy = model::policy::table();
        let people = policy.iter().filter(|(_, roles)| !roles.is_empty());
        keys.extend(people.map(|(verb, _)| key("may", verb.code())));
        let phases = model::request::Phase::ALL.iter();
        keys.extend(phases.map(|phase| key("phase", phase.code())));
        let tracks = model::request::Track::ALL.iter();
        keys.extend(tracks.map(|track| key("track", track.code())));
        let tasks = model::request::TaskCode::ALL.iter();
        keys.extend(tasks.map(|task| key("task", task.code())));
        let measures = model::request::MeasureStage::ALL.iter();
        keys.extend(measures.map(|stage| key("case-measure", stage.code())));
        for (_, step) in model::request::steps() {
            keys.extend([key("verb", step.verb), key("refusal", step.rule)]);
        }
        let steps = model::request::transitions();
        keys.extend(steps.iter().map(|step| key("verb", step.verb)));
        for lang in Lang::ALL {
            for key in &keys {
                assert!(has(*lang, key), "{key} in {lang}");
            }
        }
    }

    #[test]
    fn keys_are_plain() {
        assert_eq!(key("stage", "info_requested"), "stage-info-requested");
        assert_eq!(key("refusal", "FOUR-EYES"), "refusal-four-eyes");
        assert_eq!(key("verb", "request.sent"), "verb-request-sent");
    }
}
