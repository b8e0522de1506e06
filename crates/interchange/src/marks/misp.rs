//! Labels as MISP has them: tags, a distribution, a sharing group. The whole label stands in tags of a taxonomy of ours.

use std::collections::BTreeSet;

use model::label::{Action, Label, Tlp};
use model::record::Grade;
use serde::{Deserialize, Serialize};

use super::{Blocked, Doubt, PLAIN_CLASS_MAX, Policy, Reading, common_tlp, is_sound, says_more};

/// Bytes of one tag.
pub const TAG_BYTES_MAX: usize = 255;
/// The taxonomy of ours.
const OURS: &str = "comity:";
/// Letters of a label in one tag: eight digits each at most.
const LABEL_PART_CHARS: usize = 24;

/// Whom MISP shows something to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Distribution {
    /// 0: the organisation that owns it.
    Owner,
    /// 1: this server.
    Community,
    /// 2: this server and those beside it.
    Connected,
    /// 3: all.
    All,
    /// 4: the members of a sharing group; an empty one is nobody.
    Group(BTreeSet<String>),
    /// 5: as what it stands in.
    Inherit,
    /// Anything else.
    Unknown,
}

/// The marks of an event or attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MispMarks {
    /// Tags.
    pub tags: BTreeSet<String>,
    /// Distribution.
    pub distribution: Distribution,
}

/// The marks that a label is sent with.
///
/// # Errors
/// [`Blocked`] where a reader without our taxonomy would take it for less than it is.
pub fn misp_marks(label: &Label) -> Result<MispMarks, Blocked> {
    if label.class > PLAIN_CLASS_MAX {
        return Err(Blocked::Class);
    }
    let tlp = common_tlp(label);
    let mut tags = BTreeSet::from([format!("tlp:{}", tlp.code().to_lowercase())]);
    if let Some(actions) = &label.actions {
        tags.insert(format!("PAP:{}", pap(actions)));
    }
    // The label in parts of tags: one tag is too short for it.
    let text = label.canonical();
    let letters: Vec<char> = text.chars().collect();
    for (at, part) in letters.chunks(LABEL_PART_CHARS).enumerate() {
        let part: String = part.iter().collect();
        tags.insert(format!("{OURS}label-{at:03}=\"{}\"", hex(&part)));
    }
    if tags.iter().any(|tag| tag.len() > TAG_BYTES_MAX) || tags.len() > 999 {
        return Err(Blocked::Text);
    }
    let distribution = match (&label.releasable_to, tlp) {
        (Some(states), _) => Distribution::Group(states.clone()),
        (None, Tlp::Clear) => Distribution::All,
        (None, Tlp::Green) => Distribution::Connected,
        (None, _) => Distribution::Owner,
    };
    Ok(MispMarks { tags, distribution })
}

/// The label of what bears these marks. `parent` is the reading of what it stands in.
#[must_use]
pub fn read_misp(marks: &MispMarks, parent: Option<&Label>, policy: &Policy) -> Reading {
    if let Some(label) = whole(&marks.tags).filter(|label| same(label, marks)) {
        if policy.sent(&label) {
            return Reading {
                label,
                doubts: BTreeSet::new(),
            };
        }
        return Reading {
            label: policy.tightened(&label),
            doubts: BTreeSet::from([(Doubt::Conflict, label.originator)]),
        };
    }
    let mut doubts = BTreeSet::new();
    let (mut lights, mut actions) = (BTreeSet::new(), None);
    for tag in &marks.tags {
        let lower = tag.to_lowercase();
        if let Some(tlp) = lower.strip_prefix("tlp:").and_then(light) {
            lights.insert(tlp);
        } else if let Some(allowed) = lower.strip_prefix("pap:").and_then(allowed) {
            narrow(&mut actions, allowed);
        } else if lower.starts_with(OURS) && is_label(&lower) {
            doubts.insert((Doubt::Conflict, "comity:label".to_owned()));
        } else if !lower.starts_with("admiralty-scale:") && !is_fact(&lower) {
            doubts.insert((Doubt::Unknown, tag.clone()));
        }
    }
    let mut label = match (lights.last(), parent) {
        (Some(tlp), _) => policy.of_tlp(*tlp),
        // What stands in an event has at least the event's label.
        (None, Some(parent)) => parent.clone(),
        (None, None) => {
            doubts.insert((Doubt::Absent, "tlp".to_owned()));
            policy.strictest()
        }
    };
    if let Some(parent) = parent {
        label = Label {
            originator: label.originator.clone(),
            ..label.join(parent)
        };
    }
    narrow(&mut label.actions, actions);
    readers(&mut label, marks, parent, policy, &mut doubts);
    let label = if doubts.is_empty() {
        label
    } else {
        policy.tightened(&label)
    };
    Reading { label, doubts }
}

/// Takes from the label whoever the distribution does not name.
fn readers(
    label: &mut Label,
    marks: &MispMarks,
    parent: Option<&Label>,
    policy: &Policy,
    doubts: &mut BTreeSet<(Doubt, String)>,
) {
    let named = match &marks.distribution {
        Distribution::All => None,
        Distribution::Owner => Some(BTreeSet::from([policy.sender.clone()])),
        Distribution::Community | Distribution::Connected => {
            Some(BTreeSet::from([policy.state.to_string()]))
        }
        Distribution::Group(members) => Some(members.clone()),
        Distribution::Inherit if parent.is_some() => None,
        Distribution::Inherit | Distribution::Unknown => {
            doubts.insert((Doubt::Absent, "distribution".to_owned()));
            Some(BTreeSet::new())
        }
    };
    narrow(&mut label.releasable_to, named);
}

fn narrow<T: Ord + Clone>(set: &mut Option<BTreeSet<T>>, other: Option<BTreeSet<T>>) {
    *set = match (set.take(), other) {
        (Some(one), Some(other)) => Some(one.intersection(&other).cloned().collect()),
        (one, other) => one.or(other),
    };
}

fn light(name: &str) -> Option<Tlp> {
    match name {
        "white" => Some(Tlp::Clear),
        other => Tlp::from_code(&other.to_uppercase()),
    }
}

/// What the Permissible Actions Protocol allows; `Some(None)` is no limit.
#[expect(clippy::option_option, reason = "unknown, no limit, a limit")]
fn allowed(name: &str) -> Option<Option<BTreeSet<Action>>> {
    match name {
        "red" => Some(Some(BTreeSet::new())),
        "amber" => Some(Some(BTreeSet::from([Action::SilentCheck]))),
        "green" => Some(Some(BTreeSet::from([Action::SilentCheck, Action::Inspect]))),
        "clear" | "white" => Some(None),
        _ => None,
    }
}

/// The strictest colour that allows no more than these.
fn pap(actions: &BTreeSet<Action>) -> &'static str {
    match (
        actions.contains(&Action::SilentCheck),
        actions.contains(&Action::Inspect),
    ) {
        (true, true) => "GREEN",
        (true, false) => "AMBER",
        _ => "RED",
    }
}

/// Whether the marks are those that this label is sent with; facts about the information may stand beside them.
fn same(label: &Label, marks: &MispMarks) -> bool {
    let Ok(sent) = misp_marks(label) else {
        return false;
    };
    let mut tags = marks.tags.clone();
    tags.retain(|tag| !is_fact(tag) && !tag.starts_with("admiralty-scale:"));
    let inherits = marks.distribution == Distribution::Inherit;
    // Inside its event an attribute may say "as the event"; the label itself names the readers then.
    sent.tags == tags && (sent.distribution == marks.distribution || (inherits && says_more(label)))
}

fn is_label(tag: &str) -> bool {
    tag.starts_with("comity:label-")
}

/// Whether a tag of ours says something of the information, not of its handling.
fn is_fact(tag: &str) -> bool {
    tag.starts_with(OURS) && !is_label(tag)
}

/// The label whose parts stand in the tags.
fn whole(tags: &BTreeSet<String>) -> Option<Label> {
    let mut text = String::new();
    for (at, tag) in tags.iter().filter(|tag| is_label(tag)).enumerate() {
        let part = tag.strip_prefix(&format!("{OURS}label-{at:03}=\""))?;
        text.push_str(&unhex(part.strip_suffix('"')?)?);
    }
    let label: Label = serde_json::from_str(&text).ok()?;
    is_sound(&label).then_some(label)
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<String> {
    let pairs = text.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    String::from_utf8(pairs.map(byte).collect::<Option<Vec<u8>>>()?).ok()
}

/// The tags of a grade.
#[must_use]
pub fn tags_of_grade(grade: Grade) -> [String; 2] {
    let text = grade.to_string().to_lowercase();
    let (source, information) = text.split_at(1);
    [
        format!("admiralty-scale:source-reliability=\"{source}\""),
        format!("admiralty-scale:information-credibility=\"{information}\""),
    ]
}

/// The grade in tags: the worst, where there are several; none unless both halves stand there. "Deliberately deceptive" (`g`)
/// has no letter of ours and reads E.
#[must_use]
pub fn grade_of_tags(tags: &BTreeSet<String>) -> Option<Grade> {
    let worst = |name: &str| {
        let start = format!("admiralty-scale:{name}=\"");
        let values = tags
            .iter()
            .filter_map(|tag| tag.strip_prefix(&start)?.strip_suffix('"'));
        values
            .max()
            .map(|value| if value == "g" { "e" } else { value })
    };
    Grade::parse(&format!(
        "{}{}",
        worst("source-reliability")?,
        worst("information-credibility")?
    ))
}
