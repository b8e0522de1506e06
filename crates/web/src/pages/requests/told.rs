//! How a request is told on every page that shows one: who the States and authorities are, where it stands, what comes
//! next and when, each date with its source and in both zones. Nothing is read here but the directory; nothing is decided.

use jiff::Timestamp;
use model::deadline::Clock;
use model::request::{AskedItem, AssuranceKind, Event, MeasureState, Request, Stage, Standing};
use model::state::{World, Zone};
use model::{AuthorityId, Lang, Purpose, Side, StateCode, Verb};
use office::directory::StateEntry;
use paper::template::Section;

use crate::page::Page;
use crate::part::{Mono, When};
use crate::words;
use crate::{Problem, Signed};

/// The States as the directory knows them, for names and zones.
#[derive(Debug)]
pub(crate) struct States {
    entries: Vec<StateEntry>,
    lang: Lang,
}

impl States {
    /// Reads the directory once for a page.
    pub(crate) async fn read(me: &Signed) -> Result<Self, Problem> {
        let entries = me.read(Purpose::Administration).await?.directory().await?;
        Ok(Self {
            entries,
            lang: me.lang(),
        })
    }

    /// The duty contacts alone, for those who may not read the whole directory.
    pub(crate) async fn contacts(me: &Signed) -> Result<Self, Problem> {
        let entries = me
            .read(Purpose::Administration)
            .await?
            .duty_contacts()
            .await?;
        Ok(Self {
            entries,
            lang: me.lang(),
        })
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[StateEntry] {
        &self.entries
    }

    /// One of them.
    pub(crate) fn entry(&self, code: &StateCode) -> Option<&StateEntry> {
        self.entries.iter().find(|entry| &entry.code == code)
    }

    /// The State's name, or its code where the directory does not know it.
    pub(crate) fn name(&self, code: &StateCode) -> String {
        let name = self
            .entry(code)
            .map(|entry| entry.profile.name_in(self.lang))
            .filter(|name| !name.is_empty());
        let world = || {
            World::built_in()
                .get(code)
                .map(|state| state.name_in(self.lang))
        };
        name.or_else(world)
            .map_or_else(|| code.to_string(), ToOwned::to_owned)
    }

    /// The authority's name, or its id.
    pub(crate) fn authority(&self, state: &StateCode, id: &AuthorityId) -> String {
        let known = self
            .entry(state)
            .and_then(|entry| entry.authorities.iter().find(|a| &a.id == id));
        let name = known
            .map(|authority| authority.name_in(self.lang))
            .filter(|name| !name.is_empty());
        name.map_or_else(|| id.to_string(), ToOwned::to_owned)
    }

    /// Where the State's clocks run.
    pub(crate) fn zone(&self, code: &StateCode) -> Option<Zone> {
        self.entry(code).and_then(|entry| entry.profile.zone())
    }

    /// A moment as it stands on the wall of another State: "in Belmora: 3 March 2027, 17:05 (UTC+03:00)".
    pub(crate) fn there(&self, page: &Page, code: &StateCode, at: Timestamp) -> Option<String> {
        let offset = self.zone(code)?.at(at).offset();
        let time = paper::words::time(page.lang, at, offset);
        Some(page.say2(
            "case-their-time",
            ("state", &self.name(code)),
            ("time", &time),
        ))
    }
}

/// What comes next, as an imperative or as who is awaited.
pub(crate) fn next(page: &Page, request: &Request) -> String {
    let (side, stage) = (request.side, request.stage);
    if stage == Stage::Review && request.waits_for_judge() {
        return page.say("case-next-judge");
    }
    if request.is_on_paper() && stage == Stage::Queued {
        return page.say("letter-next-dispatch");
    }
    let key = words::key("case-next", &format!("{side}-{stage}"));
    let key = match stage {
        Stage::Quarantined => "case-next-quarantined",
        _ if words::known(&key) => &key,
        _ => "case-next-nothing",
    };
    page.say(key)
}

/// What the two sides may not see alike, and what to do about it.
pub(crate) fn trouble(page: &Page, request: &Request) -> Option<String> {
    let fault = request.dispute.as_deref()?;
    let (kind, code) = fault.split_once(':').unwrap_or((fault, fault));
    let key = match kind {
        "envelope" | "delivery" | "content" | "evidence" => words::key("case-trouble", kind),
        _ => "case-trouble-claim".to_owned(),
    };
    Some(page.say1(&key, "code", code))
}

/// What is to be known of a case whose other side is told of by letters only.
pub(crate) fn on_paper(page: &Page, request: &Request) -> Option<String> {
    request.is_on_paper().then(|| page.say("letter-case"))
}

/// Whether there are costs to show, or to put down.
pub(crate) fn has_costs(request: &Request) -> bool {
    let ours = request.side == Side::Incoming && !request.stage.is_unsent();
    ours || !request.costs.is_empty()
}

/// Whether this reader may draft another request out of this one.
pub(crate) fn converts(page: &Page, request: &Request) -> bool {
    page.may(Verb::RequestDraft) && !office::requests::conversions(request).is_empty()
}

/// The short forms about a request: where each stands, its kind and its number.
pub(crate) fn about(page: &Page, forms: &[Request]) -> Vec<(String, String, String)> {
    let line = |form: &Request| {
        let kind = super::line::kind(page.lang, form);
        (format!("/requests/{}", form.id), kind, form.number.clone())
    };
    forms.iter().map(line).collect()
}

/// When an event happened: of what a letter told, the day is all that is known.
pub(crate) fn day_or_moment(page: &Page, event: &Event) -> When {
    match &event.entered {
        Some(entered) => page.day(&entered.on),
        None => page.when(&event.at),
    }
}

/// By which road an act came that was entered by hand, and under which number.
pub(crate) fn letter(page: &Page, event: &Event) -> Option<(String, Mono)> {
    let entered = event.entered.as_deref()?;
    let day = || paper::words::date(page.lang, entered.on);
    let number = entered.number.clone().unwrap_or_else(day);
    let road = page.code("letter-channel", entered.channel.code());
    Some((
        format!("{} {road}", page.say("letter-by-hand")),
        page.mono(number),
    ))
}

/// A measure in the words of the form it was asked on, counted from one as people do.
pub(crate) fn measure(page: &Page, sections: &[Section], measure: &MeasureState) -> String {
    let pointer = format!("/measures/{}/kind", measure.index);
    let fields = sections.iter().flat_map(super::form::fields_in);
    let said = fields
        .filter(|field| field.pointer == pointer)
        .map(|field| field.said.clone())
        .find(|said| !said.is_empty());
    let number = paper::words::number(page.lang, i64::try_from(measure.index).unwrap_or(0) + 1);
    format!("{number}. {}", said.unwrap_or_else(|| measure.kind.clone()))
}

/// Before the code of an assurance that is asked for, in the code of what is asked.
pub(crate) const ASSURANCE: &str = "assurance.";

/// What is asked for, in words: an assurance in those of the reader.
pub(crate) fn asked(page: &Page, item: &AskedItem) -> String {
    match item.code.strip_prefix(ASSURANCE) {
        Some(kind) if AssuranceKind::from_code(kind).is_some() => page.code("saf-kind", kind),
        _ => item.text.clone(),
    }
}

/// As what it is or will be sent.
pub(crate) fn standing(page: &Page, standing: &Standing) -> String {
    match standing {
        Standing::Complete => page.say("case-standing-complete"),
        Standing::Consultation => page.say("case-standing-consultation"),
        Standing::UrgentCompletion { by, .. } => page.say1(
            "case-standing-urgent-completion",
            "date",
            paper::words::date(page.lang, *by),
        ),
    }
}

/// A span in the largest unit that says enough: "3 days", "5 hours", "12 minutes".
pub(crate) fn span(page: &Page, seconds: i64) -> String {
    match seconds.abs() {
        s if s >= 2 * 86_400 => page.say_n("case-span-days", s / 86_400),
        s if s >= 2 * 3_600 => page.say_n("case-span-hours", s / 3_600),
        s => page.say_n("case-span-minutes", s / 60),
    }
}

/// The lines under a clock: when it is due there, how long it stood still, when it was met.
pub(crate) fn clock_lines(
    page: &Page,
    states: &States,
    partner: &StateCode,
    clock: &Clock,
) -> Vec<String> {
    let moment = |at: Timestamp| paper::words::time(page.lang, at, page.zone.to_offset(at));
    let mut lines: Vec<String> = states.there(page, partner, clock.due).into_iter().collect();
    if let Some(since) = clock.paused {
        lines.push(page.say1("case-clock-paused", "since", moment(since)));
    }
    if clock.paused_total_s > 0 {
        lines.push(page.say1(
            "case-clock-paused-total",
            "time",
            span(page, clock.paused_total_s),
        ));
    }
    if let Some(met) = clock.met {
        lines.push(page.say1("case-clock-met", "date", moment(met)));
    }
    lines
}

/// The name of a language code: Fluent's word, else the code.
pub(crate) fn language(lang: Lang, code: &str) -> String {
    let key = words::key("lang", code);
    if words::known(&key) {
        words::say(lang, &key, &[])
    } else {
        code.to_owned()
    }
}

/// Several languages in one line.
pub(crate) fn languages(lang: Lang, codes: &[String]) -> String {
    codes
        .iter()
        .map(|code| language(lang, code))
        .collect::<Vec<_>>()
        .join(", ")
}
