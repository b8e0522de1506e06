//! Which steps a case offers to this reader at this stage, as forms. A form that is shown may still be refused: office decides.

use askama::filters::HtmlSafe;
use model::Verb;

use model::request::{Request, Side, Stage, Waiting};
use office::requests::Checked;
use paper::template::Section;

use super::form::{Question, typed_date};

use super::told;
use crate::page::Page;
use crate::part::Field;
use crate::{PostForm, words};

mod forms;

/// Findings offered as ready questions.
const FOUND_MAX: usize = 12;

/// One question of a step: a plain field, or one generated from the template.
#[derive(Debug, askama::Template)]
#[template(
    source = "{% match self %}{% when Self::Plain with (f) %}{{ f }}{% when Self::Asked with (q) %}{{ q }}{% endmatch %}",
    ext = "html"
)]
pub(crate) enum Ask {
    Plain(Field),
    Asked(Question),
}

impl HtmlSafe for Ask {}

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
}

/// Makes the offer.
pub(crate) fn of(desk: &Desk<'_>) -> Offer {
    let (page, request) = (desk.page, desk.request);
    let (links, main, other) = match request.side {
        Side::Outgoing => desk.outgoing(),
        Side::Incoming => desk.incoming(),
    };
    let ours = request.waiting() == Waiting::Us;
    let waiting = match (ours, request.stage.is_over()) {
        (_, true) => None,
        (true, _) => Some(page.say("case-waiting-for-us")),
        (false, _) => Some(page.say1("case-waiting-for-them", "state", &desk.partner)),
    };
    let nothing = links.is_empty() && main.is_empty();
    Offer {
        text: told::next(page, request),
        waiting,
        links,
        main,
        other,
        nothing,
    }
}

type Offered = (Vec<Link>, Vec<Step>, Vec<Step>);

impl Desk<'_> {
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
            fields,
            button: page.say(key),
            class: "button",
            open: self.form(name).is_some(),
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
            Stage::InfoRequested | Stage::Consultation if self.may(Verb::RequestAnswer) => {
                main.push(self.answer())
            }
            _ => {}
        }
        if self.may(Verb::EvidenceOpen) {
            main.extend(self.open());
        }
        if matches!(stage, Stage::ReturnReceived | Stage::Refused) && self.may(Verb::RequestClose) {
            main.push(self.close());
        }
        if !stage.is_over() && self.may(Verb::RequestWithdraw) {
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
            Stage::Acknowledged | Stage::Consultation | Stage::Postponed if self.has_effect() => {
                self.decide(&mut main, &mut other)
            }
            Stage::Accepted | Stage::PartlyAccepted if self.may(Verb::RequestExecute) => {
                main.push(self.step(
                    "begin",
                    "case-do-begin",
                    vec![self.area("begin", "note", "case-note").optional(self.page)],
                ));
            }
            Stage::InExecution | Stage::PartlyExecuted if self.may(Verb::RequestExecute) => {
                links.push(self.link("evidence/new", "case-do-attach"));
                main.push(self.execute());
                other.push(self.step(
                    "progress",
                    "case-do-progress",
                    vec![self.area("progress", "note", "case-note").required()],
                ));
            }
            Stage::Executed if self.may(Verb::EvidenceReturn) => {
                links.push(self.link("evidence/new", "case-do-attach"));
                if !self.request.evidence.is_empty() {
                    main.push(self.give_back());
                }
                other.push(self.close());
            }
            Stage::ReturnReceived if self.may(Verb::RequestClose) => main.push(self.close()),
            _ => {}
        }
        let askable = matches!(
            stage,
            Stage::Acknowledged
                | Stage::Accepted
                | Stage::PartlyAccepted
                | Stage::InExecution
                | Stage::PartlyExecuted
        );
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

    fn decide(&self, main: &mut Vec<Step>, other: &mut Vec<Step>) {
        if self.request.refusal.is_some() {
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
            return;
        }
        if self.may(Verb::RequestAccept) {
            let fields = vec![
                self.area("accept", "reasons", "case-do-reasons").required(),
                self.area("accept", "conditions", "case-do-conditions")
                    .optional(self.page),
            ];
            main.push(self.step("accept", "case-do-accept", fields));
        }
        if self.may(Verb::RequestPostpone) && self.request.stage != Stage::Postponed {
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
