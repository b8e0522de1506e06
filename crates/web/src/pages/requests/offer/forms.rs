//! The forms of the steps that ask more than a note.

use model::Verb;
use model::finding::Level;
use model::request::{
    AssuranceKind, Availability, Ground, MeasureStage, Side, Stage, Standing, Transition, Urgency,
    transitions,
};

use super::{Ask, Desk, FOUND_MAX, Step};
use crate::Problem;
use crate::pages::requests::form;
use crate::pages::requests::steps::FREE_QUESTIONS;
use crate::part::{Choice, Field};

/// The event of a question to the other side.
const ASKED: &str = "request.info_requested";
/// The event of an answer.
const ANSWERED: &str = "request.answered";
/// The event of a consultation.
const CONSULTED: &str = "request.consultation_opened";

impl Desk<'_> {
    pub(super) fn register(&self) -> Step {
        let chosen = self.request.urgency;
        // Triage may make it more urgent than the sender said, never less.
        let more = Urgency::ALL.iter().filter(|urgency| **urgency >= chosen);
        let choices = more
            .map(|u| Choice::new(u.code(), self.page.code("urgency", u.code()), *u == chosen))
            .collect();
        let reference = Field::text(
            "reference",
            self.page.say("case-do-reference"),
            self.typed("register", "reference"),
        );
        let fields = vec![
            reference.width("half").optional(self.page),
            Field::radios("urgency", self.page.say("case-urgency"), choices),
        ];
        self.step("register", "case-do-register", fields)
    }

    pub(super) fn acknowledge(&self) -> Step {
        let known = self.request.our_reference.clone().unwrap_or_default();
        let typed = self.typed("acknowledge", "reference");
        let reference = Field::text(
            "reference",
            self.page.say("case-do-reference"),
            if typed.is_empty() { known } else { typed },
        );
        let fields = vec![
            reference.width("half").required(),
            self.date("acknowledge", "next_date", "case-do-next-date"),
        ];
        self.step("acknowledge", "case-do-acknowledge", fields)
    }

    pub(super) fn ask(&self) -> Step {
        let page = self.page;
        let mut fields = Vec::new();
        let findings = self.checked.map_or(&[][..], |checked| &checked.findings);
        let found: Vec<Choice> = findings
            .iter()
            .filter(|finding| finding.level != Level::Hint)
            .take(FOUND_MAX)
            .map(|f| {
                Choice::new(
                    format!("{}|{}", f.code, f.field),
                    form::sentence(page, self.sections, f),
                    false,
                )
            })
            .collect();
        if !found.is_empty() {
            fields.push(Field::checks(
                "found",
                page.say("case-check-findings"),
                found,
            ));
        }
        let chosen = self.typed("ask", "field/0");
        let none = Choice::new("", page.say("case-do-ask-no-field"), chosen.is_empty());
        let places = self.sections.iter().flat_map(form::places);
        let of = places.map(|(pointer, label)| Choice::new(pointer, label, pointer == chosen));
        let of = std::iter::once(none).chain(of).collect();
        fields.push(Field::select("field/0", page.say("case-do-ask-field"), of));
        // A second question, about no field: the list of all fields would double the page.
        for n in 0..FREE_QUESTIONS {
            let name = format!("text/{n}");
            let typed = self.typed("ask", &name);
            let text = Field::area(name, page.say("case-do-ask-text"), typed).rows(2);
            fields.push(if n == 0 { text } else { text.optional(page) });
        }
        fields.push(self.date("ask", "answer_by", "case-do-answer-by"));
        self.step("ask", "case-do-ask", fields)
    }

    /// A consultation, where the table has that step from here and there is something to decide. While a refusal waits
    /// for its second person, it is confirmed or dropped first.
    pub(super) fn consult(&self) -> Option<Step> {
        let request = self.request;
        let from_here = |step: &Transition| {
            step.is_ours()
                && (step.side, step.from, step.verb) == (request.side, request.stage, CONSULTED)
        };
        let open = self.may(Verb::RequestConsult)
            && self.has_effect()
            && request.refusal.is_none()
            && request.is_left_to_decide()
            && transitions().iter().any(from_here);
        open.then(|| {
            let mut fields = vec![
                self.area("consult", "about", "case-do-consult-about")
                    .required(),
            ];
            fields.extend(self.assurances());
            fields.push(self.date("consult", "answer_by", "case-do-answer-by"));
            self.step("consult", "case-do-consult", fields)
        })
    }

    /// Assurances to be asked for, where the form has a place in which they are given.
    fn assurances(&self) -> Option<Field> {
        let form = self.form("consult");
        let choices = AssuranceKind::ALL.iter().map(|kind| {
            let on = form.is_some_and(|form| form.all("assurances").any(|one| one == kind.code()));
            Choice::new(kind.code(), self.page.code("saf-kind", kind.code()), on)
        });
        let label = self.page.say("case-do-consult-assurances");
        let field = Field::checks("assurances", label, choices.collect());
        let mut sections = self.sections.iter();
        sections
            .any(|section| section.id == "assurances")
            .then(|| field.hint(self.page.say("case-do-consult-assurances-hint")))
    }

    /// Whether there is something to decide: a consultation draft has no legal effect, it is commented on.
    pub(super) fn has_effect(&self) -> bool {
        self.request.standing != Standing::Consultation
    }

    /// Whether this ever happened to the request.
    fn happened(&self, verb: &str) -> bool {
        self.request.events.iter().any(|event| event.verb == verb)
    }

    /// Whether something was asked, or an urgent request still owes what it left open.
    pub(super) fn owes_an_answer(&self) -> bool {
        let stage = self.request.stage;
        let answers = |step: &Transition| {
            (step.side, step.from, step.verb) == (Side::Outgoing, stage, ANSWERED)
        };
        let asked = matches!(stage, Stage::InfoRequested | Stage::Consultation);
        let owed = self.request.outstanding().next().is_some();
        (asked || owed) && transitions().iter().any(answers)
    }

    pub(super) fn answer(&self) -> Step {
        let page = self.page;
        let mut fields = Vec::new();
        for (index, item) in self.request.asked.iter().enumerate() {
            if item.answered {
                continue;
            }
            let below = format!("{}/", item.field);
            let about = |field: &&paper::template::Field| {
                let within = field.pointer == item.field || field.pointer.starts_with(&below);
                !item.field.is_empty() && within
            };
            let all = self.sections.iter().flat_map(form::fields_in);
            let mut about = all.filter(about).take(FOUND_MAX).peekable();
            if about.peek().is_some() {
                // An entry that is asked for as a whole is named once.
                let text = super::told::asked(page, item);
                fields.extend(about.enumerate().map(|(n, field)| {
                    let question = form::question(page, field, None);
                    Ask::Asked(if n == 0 {
                        question.asked(&text)
                    } else {
                        question
                    })
                }));
            } else {
                let name = format!("said/{index}");
                let typed = self.typed("answer", &name);
                fields.push(Ask::Plain(
                    Field::area(name, item.text.clone(), typed).rows(2),
                ));
            }
        }
        let note = self.area("answer", "note", "case-note").optional(page);
        fields.push(Ask::Plain(note));
        self.asked("answer", "case-do-answer", fields)
    }

    /// Whether the ground can be proposed as the case stands: some only once what is missing was asked for, some only
    /// once a condition was discussed.
    fn may_propose(&self, ground: Ground) -> bool {
        if self.request.ground_locked(ground).is_err() {
            return false;
        }
        match ground.availability(self.request.family()) {
            Availability::AfterInfo => self.happened(ASKED),
            Availability::AfterCondition => self.happened(CONSULTED),
            availability => availability.may_refuse(),
        }
    }

    pub(super) fn refuse(&self) -> Step {
        let page = self.page;
        let chosen = self.typed("refuse", "ground");
        let mut grounds = vec![Choice::new(
            "",
            page.say("case-draft-choose"),
            chosen.is_empty(),
        )];
        let family = self.request.family();
        let (open, later): (Vec<Ground>, Vec<Ground>) =
            Ground::for_refusal(family).partition(|ground| self.may_propose(*ground));
        grounds.extend(open.into_iter().map(|ground| {
            Choice::new(
                ground.code(),
                page.code("case-ground", ground.code()),
                ground.code() == chosen,
            )
        }));
        let mut ground = Field::select("ground", page.say("case-do-ground"), grounds).required();
        if let Err(locked) = self.request.ground_locked(Ground::PoliticalOffence) {
            ground = ground.hint(Problem::from(locked).text(page.lang));
        } else if Ground::PoliticalOffence.code() == chosen {
            ground = ground.hint(page.say("saf-political-warning"));
        } else if !later.is_empty() {
            ground = ground.hint(page.say("case-do-ground-hint"));
        }
        let mut fields = vec![
            ground,
            self.area("refuse", "reasons", "case-do-reasons").required(),
            self.area("refuse", "sources", "saf-sources")
                .hint(page.say("saf-sources-hint"))
                .optional(page)
                .rows(2),
        ];
        let decidable = [MeasureStage::Asked, MeasureStage::Postponed];
        fields.extend(self.measures("refuse", &decidable));
        if !self.happened(CONSULTED) {
            fields.push(
                self.area("refuse", "no_consultation", "case-do-no-consultation")
                    .required(),
            );
        }
        self.step("refuse", "case-do-refuse", fields)
    }

    pub(super) fn execute(&self) -> Step {
        self.step("execute", "case-do-execute", self.report("execute"))
    }

    /// The report of a part: which measures it is about. With the last of them all is done.
    pub(super) fn report_part(&self) -> Option<Step> {
        let working = [MeasureStage::Accepted, MeasureStage::InExecution];
        let measures = self.measures("report-part", &working)?;
        let mut fields = vec![measures];
        fields.extend(self.report("report-part"));
        Some(self.step("report-part", "case-do-report-part", fields))
    }

    fn report(&self, step: &str) -> Vec<Field> {
        let line =
            |name: &str, key: &str| Field::text(name, self.page.say(key), self.typed(step, name));
        vec![
            self.area(step, "what", "case-do-report").required(),
            self.date(step, "on", "case-do-executed-on"),
            line("law", "case-do-law").required(),
            line("executed_by", "case-do-executed-by").optional(self.page),
        ]
    }

    /// Which measures are meant, where several stand at one of these stages.
    fn measures(&self, step: &str, at: &[MeasureStage]) -> Option<Field> {
        let all = self.request.measures.iter();
        let meant: Vec<usize> = all
            .filter(|measure| at.contains(&measure.stage))
            .map(|measure| measure.index)
            .collect();
        (self.request.measures.len() > 1 && !meant.is_empty()).then(|| self.some_of(step, &meant))
    }

    pub(super) fn give_back(&self) -> Step {
        let certificate = self
            .area("give-back", "certificate", "case-do-certificate")
            .hint(self.page.say("case-do-certificate-hint"));
        let mut fields = vec![certificate.required()];
        // Once all is executed, what is left goes together.
        if self.request.stage == Stage::PartlyExecuted {
            let on = |id: &str| {
                let form = self.form("give-back");
                form.is_some_and(|form| form.all("items").any(|one| one == id))
            };
            let choices = self.request.unsent().map(|item| {
                let id = item.id.to_string();
                let on = on(&id);
                Choice::new(id, item.title.clone(), on)
            });
            let items = Field::checks("items", self.page.say("case-do-items"), choices.collect());
            fields.insert(0, items.hint(self.page.say("case-do-items-hint")));
        }
        self.step("give-back", "case-do-give-back", fields)
    }

    /// Open what came back; once all of it was looked at, say so to the other side.
    pub(super) fn open(&self) -> Option<Step> {
        let (evidence, stage) = (&self.request.evidence, self.request.stage);
        let arrived = !evidence.is_empty();
        let opens = model::request::transitions()
            .iter()
            .any(|step| step.verb == "evidence.opened" && step.from == stage);
        if opens && evidence.iter().any(|item| item.verified.is_none()) {
            return Some(self.step("open", "case-do-open", Vec::new()));
        }
        (arrived && stage == Stage::ReturnSent)
            .then(|| self.step("confirm-return", "case-do-confirm-return", Vec::new()))
    }

    pub(super) fn close(&self) -> Step {
        self.step(
            "close",
            "case-do-close",
            vec![self.area("close", "note", "case-note").optional(self.page)],
        )
    }
}
