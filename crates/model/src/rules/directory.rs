//! Who the two sides are (GEN-02), and what the directory's entry knows of an authority: when somebody last verified it,
//! its key, its last test (DIR-01, 03, 05, 06). What the entry does not say is never held against anybody. Competence and
//! hours are in [`super::envelope`].

use jiff::civil::Date;

use super::{Case, Family, Findings};
use crate::finding::{Finding, Level};
use crate::state::{Authority, KeyChange};

const DIRECTORY: &str = "requests 3.11";
/// Days after which an entry that nobody verified is old.
const VERIFIED_DAYS_MAX: i32 = 180;
/// Persons whom a change of keys takes.
const KEY_CHANGE_PERSONS_MIN: u8 = 2;

/// The directory's entries of the two sides.
pub(super) const FAMILY: Family = Family {
    rules: &[gen_02, dir_01, dir_03, dir_05, dir_06],
    codes: &[
        ("GEN-02", &[Level::Block]),
        ("DIR-01", &[Level::Warn]),
        ("DIR-03", &[Level::Block]),
        ("DIR-05", &[Level::Block]),
        ("DIR-06", &[Level::Hint]),
    ],
};

/// The two sides differ and are known, and the content names the ones it is sent between.
pub(super) fn gen_02(case: &Case<'_>, out: &mut Findings) {
    out.extend(wrong_sides(case));
}

/// What is wrong with the States and authorities that the content names.
pub(super) fn wrong_sides(case: &Case<'_>) -> Findings {
    let ctx = case.ctx;
    let mut out = Findings::new();
    let finding = |at: String, problem: &str, named: &str| {
        Finding::new(Level::Block, "GEN-02", at, "requests 3.12")
            .with("problem", problem)
            .with("named", named)
    };
    if ctx.from.code == ctx.to.code {
        let at = "/requested/state".to_owned();
        out.push(finding(at, "same", ctx.to.code.as_str()));
    }
    let sides = [
        ("requesting", ctx.from, ctx.from_authority),
        ("requested", ctx.to, ctx.to_authority),
    ];
    for (side, state, authority) in sides {
        let named = case.content.get(side);
        let at = |name: &str| format!("/{side}/{name}");
        let said = named.get("state").text();
        if ctx.is_stranger(state) {
            let said = said.unwrap_or_default();
            out.push(finding(at("state"), "unknown_state", said));
        } else if let Some(said) = said.filter(|said| *said != state.code.as_str()) {
            out.push(finding(at("state"), "other", said));
        }
        if let Some(said) = named.get("authority").text()
            && said != authority.id.as_str()
        {
            out.push(finding(at("authority"), "unknown_authority", said));
        }
    }
    out
}

/// The two sides' authorities with their place in the request.
fn sides<'a>(case: &Case<'a>) -> [(&'static str, &'a Authority); 2] {
    [
        ("/requesting/authority", case.ctx.from_authority),
        ("/requested/authority", case.ctx.to_authority),
    ]
}

fn days_ago(day: Date, today: Date) -> i32 {
    today.since(day).map_or(0, |span| span.get_days())
}

/// The addressee's entry was verified not long ago.
pub(super) fn dir_01(case: &Case<'_>, out: &mut Findings) {
    if let Some(day) = case.ctx.to_authority.verified_on
        && days_ago(day, case.today) > VERIFIED_DAYS_MAX
    {
        out.push(
            Finding::new(Level::Warn, "DIR-01", "/requested/authority", DIRECTORY)
                .with("date", day.to_string()),
        );
    }
}

/// Nobody seals to a key, or signs with one, that has expired or was revoked.
pub(super) fn dir_03(case: &Case<'_>, out: &mut Findings) {
    for (field, authority) in sides(case) {
        let over = [
            ("revoked", authority.key_revoked_on),
            (
                "expired",
                authority
                    .key_valid_until
                    .and_then(|last| last.tomorrow().ok()),
            ),
        ];
        let first = over
            .into_iter()
            .find_map(|(problem, day)| Some((problem, day.filter(|day| *day <= case.today)?)));
        if let Some((problem, day)) = first {
            out.push(
                Finding::new(Level::Block, "DIR-03", field, DIRECTORY)
                    .with("problem", problem)
                    .with("date", day.to_string()),
            );
        }
    }
}

/// A key that changed was compared by two persons, over another channel than the one it came by.
pub(super) fn dir_05(case: &Case<'_>, out: &mut Findings) {
    let unchecked = |change: &KeyChange| {
        change.persons < KEY_CHANGE_PERSONS_MIN || change.compared_on.is_none()
    };
    for (field, authority) in sides(case) {
        if let Some(change) = authority
            .key_change
            .as_ref()
            .filter(|change| unchecked(change))
        {
            out.push(
                Finding::new(Level::Block, "DIR-05", field, DIRECTORY)
                    .with("date", change.on.to_string()),
            );
        }
    }
}

/// The addressee answered the last test message.
pub(super) fn dir_06(case: &Case<'_>, out: &mut Findings) {
    if let Some(test) = &case.ctx.to_authority.last_test
        && test.answered_on.is_none()
        && test.sent_on < case.today
    {
        out.push(
            Finding::new(Level::Hint, "DIR-06", "/requested/authority", DIRECTORY)
                .with("date", test.sent_on.to_string()),
        );
    }
}
