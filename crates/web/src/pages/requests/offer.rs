//! Which steps a case offers to this reader at this stage, as forms. A form that is shown may still be refused: office decides.

use askama::filters::HtmlSafe;
use model::Verb;

use model::request::{Ahead, Request, Side, Stage, Task, Track, Waiting, transitions};
use office::requests::Checked;
use paper::template::Section;

use super::form::{Question, typed_date};

use super::told;
use crate::page::Page;
use crate::part::Field;
use crate::{PostForm, words};

mod forms;
mod taking;

pub(crate) use taking::AMOUNT_ROWS;

/// Findings offered as ready questions.
const FOUND_MAX: usize = 12;

/// One question of a step: a plain field, a few in one row, or one generated from the template.
#[derive(Debug, askama::Template)]
#[template(
    source = "{% match self %}{% when Self::Plain with (f) %}{{ f }}{% when Self::Row with (all) %}<div class=\"row-of\">{% for f in all %}{{ f }}{% endfor %}</div>{% when Self::Asked with (q) %}{{ q }}{% endmatch %}",
    ext = "html"
)]
pub(crate) enum Ask {
    Plain(Field),
    Row(Vec<Field>),
    Asked(Question),
}

impl HtmlSafe for Ask {}

impl Ask {
    /// Its fields.
    pub(crate) fn fields(&self) -> &[Field] {
        match self {
            Self::Plain(field) => std::slice::from_ref(field),
            Self::Row(fields) => fields,
            Self::Asked(question) => question.field().map_or(&[], std::slice::from_ref),
        }
    }

    fn fields_mut(&mut self) -> &mut [Field] {
        match self {
            Self::Plain(field) => std::slice::from_mut(field),
            Self::Row(fields) => fields,
            Self::Asked(_) => &mut [],
        }
    }

    fn within(self, form: &str) -> Self {
        match self {
            Self::Plain(field) => Self::Plain(field.within(form)),
            Self::Row(fields) => {
                Self::Row(fields.into_iter().map(|field| field.within(form)).collect())
            }
            asked @ Self::Asked(_) => asked,
        }
    }
}

/// Acts that leave nothing in the other State's hands but a receipt, or nothing at all: they are done at once. Whatever
/// else is done at the case is shown once more before it leaves the building.
const AT_ONCE: [&str; 7] = [
    "register",
    "acknowledge",
    "refuse",
    "drop-refusal",
    "answer",
    "open",
    "confirm-return",
];

/// One step as a form.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) action: String,
    pub(crate) title: String,
    pub(crate) hint: String,
    pub(crate) fields: Vec<Ask>,
    pub(crate) button: String,
    pub(crate) class: &'static str,
    pub(crate) open: bool,
    /// It leaves the building: it is shown once more before it does.
    pub(crate) leaves: bool,
}

impl Step {
    /// Puts what is wrong at the field it is about, and names the field in the summary.
    pub(crate) fn mark(&mut self, wrong: &mut [(String, String)]) {
        for field in self.fields.iter_mut().flat_map(Ask::fields_mut) {
            let place = format!("{}/{}", field.scope, field.name);
            if let Some((_, text)) = wrong.iter_mut().find(|(name, _)| *name == place) {
                field.error = Some(text.clone());
                *text = format!("{}: {text}", field.label);
            }
        }
    }
}

/// A step that has its own page.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) href: String,
    pub(crate) text: String,
}

/// The next-step box.
#[derive(Debug)]
pub(crate) struct Offer {
    pub(crate) text: String,
    pub(crate) waiting: Option<String>,
    pub(crate) links: Vec<Link>,
    pub(crate) main: Vec<Step>,
    pub(crate) other: Vec<Step>,
    pub(crate) nothing: bool,
}

/// What an offer is made from.
pub(crate) struct Desk<'a> {
    pub(crate) page: &'a Page,
    pub(crate) request: &'a Request,
    pub(crate) sections: &'a [Section],
    pub(crate) checked: Option<&'a Checked>,
    /// The step that was refused, with what was typed.
    pub(crate) again: Option<(&'a str, &'a PostForm)>,
    /// The reader wrote, edited or submitted it.
    pub(crate) own: bool,
    /// The authority has one officer.
    pub(crate) single_officer: bool,
    pub(crate) partner: String,
    /// The steps of its track and on single measures, with what keeps this side from them.
    pub(crate) ahead: &'a [Ahead],
    /// What this side has to do next.
    pub(crate) tasks: &'a [Task],
    /// What the other side has to do next.
    pub(crate) theirs: &'a [Task],
}

/// Makes the offer.
pub(crate) fn of(desk: &Desk<'_>) -> Offer {
    let (page, request) = (desk.page, desk.request);
    let (links, main, other) = match request.side {
        Side::Outgoing => desk.outgoing(),
        Side::Incoming => desk.incoming(),
    };
    let track = desk.track().filter(|_| !request.stage.is_unsent());
    let ours = match track {
        Some(_) => !desk.tasks.is_empty(),
        None => request.waiting() == Waiting::Us,
    };
    let waiting = match (ours, request.stage.is_over()) {
        (_, true) => None,
        (true, _) => Some(page.say("case-waiting-for-us")),
        (false, _) => Some(page.say1("case-waiting-for-them", "state", &desk.partner)),
    };
    let takes = desk.ahead.iter().any(|one| one.locks.is_empty());
    let nothing = links.is_empty() && main.is_empty() && !takes;
    Offer {
        text: match track {
            Some(_) => desk.on_track(),
            None => told::next(page, request),
        },
        waiting,
        links,
        main,
        other,
        nothing,
    }
}

/// A refusal is proposed.
const REFUSES: &str = "request.refusal_proposed";

type Offered = (Vec<Link>, Vec<Step>, Vec<Step>);

impl Desk<'_> {
    /// What comes next on a track: our task, else theirs; once all is done, the end.
    fn on_track(&self) -> String {
        let task = self.tasks.iter().chain(self.theirs).next();
        match task {
            Some(task) => self.page.code("task", task.code.code()),
            None if self.request.stage == Stage::Executed => self.page.say("case-do-close"),
            None => told::next(self.page, self.request),
        }
    }

    /// The track of its kind, if it has one.
    fn track(&self) -> Option<Track> {
        self.request.on_track().map(|on| on.track)
    }

    /// Whether this verb of the stages says something on its track, or there is none.
    fn stage_says(&self, verb: &str) -> bool {
        self.request.on_track().is_none_or(|on| {
            on.track.is_executed_by_stages() || on.row(verb, self.request.side).is_some()
        })
    }

    fn root(&self) -> String {
        format!("/requests/{}", self.request.id)
    }

    fn link(&self, tail: &str, key: &str) -> Link {
        Link {
            href: format!("{}/{tail}", self.root()),
            text: self.page.say(key),
        }
    }

    fn typed(&self, step: &str, name: &str) -> String {
        self.form(step)
            .map_or("", |form| form.text(name))
            .to_owned()
    }

    fn form(&self, step: &str) -> Option<&PostForm> {
        self.again
            .filter(|(name, _)| *name == step)
            .map(|(_, form)| form)
    }

    fn step(&self, name: &str, key: &str, fields: Vec<Field>) -> Step {
        self.asked(name, key, fields.into_iter().map(Ask::Plain).collect())
    }

    fn asked(&self, name: &str, key: &str, fields: Vec<Ask>) -> Step {
        let (page, hint) = (self.page, format!("{key}-hint"));
        Step {
            action: format!("{}/{name}", self.root()),
            title: page.say(key),
            hint: if words::known(&hint) {
                page.say(&hint)
            } else {
                String::new()
            },
            fields: fields.into_iter().map(|one| one.within(name)).collect(),
            button: page.say(key),
            class: "button",
            open: self.form(name).is_some(),
            leaves: !AT_ONCE.contains(&name),
        }
    }

    fn area(&self, step: &str, name: &str, key: &str) -> Field {
        Field::area(name, self.page.say(key), self.typed(step, name)).rows(3)
    }

    fn date(&self, step: &str, name: &str, key: &str) -> Field {
        Field::date(
            self.page,
            name,
            self.page.say(key),
            typed_date(self.form(step), name),
        )
    }

    fn grave(step: Step) -> Step {
        Step {
            class: "button grave",
            ..step
        }
    }

    fn may(&self, verb: Verb) -> bool {
        self.page.may(verb)
    }

    fn outgoing(&self) -> Offered {
        let (mut links, mut main, mut other) = (Vec::new(), Vec::new(), Vec::new());
        let stage = self.request.stage;
        match stage {
            Stage::Draft if self.may(Verb::RequestEdit) => links.extend([
                self.link("draft", "case-do-draft-page"),
                self.link("check", "case-draft-check"),
            ]),
            Stage::Review => {
                if self.may(Verb::RequestApprove) && !self.own || self.may(Verb::RequestValidate) {
                    links.push(self.link("review", "case-do-review-page"));
                }
                if self.single_officer && self.may(Verb::RequestSend) {
                    links.push(self.link("send", "case-do-send-page"));
                }
            }
            Stage::Approved if self.may(Verb::RequestSend) => {
                links.push(self.link("send", "case-do-send-page"))
            }
            _ if self.may(Verb::RequestAnswer) && self.owes_an_answer() => main.push(self.answer()),
            _ => {}
        }
        if self.may(Verb::EvidenceOpen) {
            main.extend(self.open());
        }
        if self.may(Verb::RequestClose) {
            match stage {
                Stage::ReturnReceived | Stage::Refused => main.push(self.close()),
                Stage::Executed if self.track().is_some() => main.push(self.close()),
                Stage::Executed | Stage::Withdrawn | Stage::Lapsed => other.push(self.close()),
                _ => {}
            }
        }
        let withdrawable = transitions().iter().any(|step| {
            (step.side, step.from, step.verb) == (Side::Outgoing, stage, "request.withdrawn")
        });
        if withdrawable && self.may(Verb::RequestWithdraw) {
            other.push(Self::grave(self.step(
                "withdraw",
                "case-do-withdraw",
                vec![self.area("withdraw", "reason", "case-reason").required()],
            )));
        }
        (links, main, other)
    }

    fn incoming(&self) -> Offered {
        let (mut links, mut main, mut other) = (Vec::new(), Vec::new(), Vec::new());
        let stage = self.request.stage;
        match stage {
            Stage::Draft if self.may(Verb::RequestEnter) => {
                links.push(self.link("draft", "case-do-draft-page"));
            }
            Stage::Delivered if self.may(Verb::RequestRegister) => main.push(self.register()),
            Stage::Registered if self.may(Verb::RequestAcknowledge) => {
                main.push(self.acknowledge())
            }
            _ if self.undecided() && self.has_effect() => self.decide(&mut main, &mut other),
            Stage::Accepted | Stage::ConditionsAgreed | Stage::PartlyAccepted
                if self.may(Verb::RequestExecute) && self.stage_says("request.executed") =>
            {
                main.push(self.step(
                    "begin",
                    "case-do-begin",
                    vec![self.area("begin", "note", "case-note").optional(self.page)],
                ));
            }
            Stage::InExecution | Stage::PartlyExecuted if self.may(Verb::RequestExecute) => {
                links.push(self.link("evidence/new", "case-do-attach"));
                self.working(&mut main, &mut other);
            }
            Stage::Executed if self.may(Verb::EvidenceReturn) => {
                links.push(self.link("evidence/new", "case-do-attach"));
                if !self.request.evidence.is_empty() {
                    main.push(self.give_back());
                }
                other.push(self.close());
            }
            Stage::ReturnReceived if self.may(Verb::RequestClose) => main.push(self.close()),
            Stage::Refused | Stage::Withdrawn | Stage::Lapsed if self.may(Verb::RequestClose) => {
                other.push(self.close())
            }
            _ => {}
        }
        let askable = matches!(
            stage,
            Stage::Acknowledged
                | Stage::ConditionsDeclined
                | Stage::ConditionsAgreed
                | Stage::Accepted
                | Stage::PartlyAccepted
                | Stage::InExecution
                | Stage::PartlyExecuted
        );
        self.rest(&mut main, &mut other);
        if let Some(step) = self.consult() {
            other.insert(0, step);
        }
        if askable && self.may(Verb::RequestAsk) {
            // The questions are the comments on a consultation draft, and all that there is to do.
            let place = if self.has_effect() {
                &mut other
            } else {
                &mut main
            };
            place.insert(0, self.ask());
        }
        (links, main, other)
    }

    /// What is done and told while it is executed.
    fn working(&self, main: &mut Vec<Step>, other: &mut Vec<Step>) {
        if self.stage_says("request.executed") {
            // All is done once nothing is left to be decided.
            if !self.request.has_open_measures() {
                main.push(self.execute());
            }
            other.extend(self.report_part());
        }
        let partly = self.request.stage == Stage::PartlyExecuted;
        let left = self.request.unsent().next().is_some();
        if partly && left && self.may(Verb::EvidenceReturn) {
            other.push(self.give_back());
        }
        other.push(self.step(
            "progress",
            "case-do-progress",
            vec![self.area("progress", "note", "case-note").required()],
        ));
    }

    /// Once a part is accepted: what is still to be decided of the rest.
    fn rest(&self, main: &mut Vec<Step>, other: &mut Vec<Step>) {
        let request = self.request;
        let decided = request.stage >= Stage::PartlyAccepted && !request.stage.is_over();
        let refusable = transitions().iter().any(|step| {
            (step.side, step.from, step.verb) == (request.side, request.stage, REFUSES)
        });
        if !decided || !refusable {
            return;
        }
        if request.refusal.is_some() {
            self.pending(main, other);
        } else if request.has_open_measures() && self.may(Verb::RequestRefuse) {
            other.push(Self::grave(self.refuse()));
        }
    }

    /// Whether the whole is still to be decided.
    fn undecided(&self) -> bool {
        matches!(
            self.request.stage,
            Stage::Acknowledged
                | Stage::InfoRequested
                | Stage::Consultation
                | Stage::Postponed
                | Stage::ConditionsDeclined
        )
    }

    /// A proposed refusal: its second person confirms or drops it.
    fn pending(&self, main: &mut Vec<Step>, other: &mut Vec<Step>) {
        if self.may(Verb::RequestConfirmRefusal) {
            main.push(Self::grave(self.step(
                "confirm-refusal",
                "case-do-confirm-refusal",
                vec![self.area("confirm-refusal", "note", "case-note").optional(self.page)],
            )));
            other.push(self.step(
                "drop-refusal",
                "case-do-drop-refusal",
                vec![self.area("drop-refusal", "reason", "case-reason").required()],
            ));
        }
    }

    fn decide(&self, main: &mut Vec<Step>, other: &mut Vec<Step>) {
        if self.request.refusal.is_some() {
            self.pending(main, other);
            return;
        }
        if self.may(Verb::RequestAccept) && self.stage_says("request.accepted") {
            let fields = vec![
                self.area("accept", "reasons", "case-do-reasons").required(),
                self.area("accept", "conditions", "case-do-conditions")
                    .optional(self.page),
            ];
            let accept = self.step("accept", "case-do-accept", fields);
            match self.request.stage {
                // It can be decided without the answer that is awaited, and seldom is.
                Stage::InfoRequested => other.push(accept),
                _ => main.push(accept),
            }
        }
        let postponed = self.request.stage == Stage::Postponed;
        let decided = self.track().is_none_or(Track::is_decided);
        if self.may(Verb::RequestPostpone) && !postponed && decided {
            let fields = vec![
                self.area("postpone", "reasons", "case-do-reasons")
                    .required(),
                self.date("postpone", "review_by", "case-do-review-by"),
            ];
            other.push(self.step("postpone", "case-do-postpone", fields));
        }
        if self.may(Verb::RequestRefuse) {
            other.push(Self::grave(self.refuse()));
        }
    }
}
