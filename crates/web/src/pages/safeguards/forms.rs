//! The forms of the safeguards: one for each thing that is written down.

use jiff::civil::Date;
use model::Verb;
use model::request::{
    AssuranceKind, Choice as Answer, DutyOutcome, Giver, Power, Promise, Qualification, Request,
    Right, Safeguard, TrialPoint, Use,
};
use office::Office;

use crate::PostForm;
use crate::page::Page;
use crate::pages::requests::form::typed_date;
use crate::pages::requests::offer::{Ask, Step};
use crate::pages::requests::told::States;
use crate::part::{Choice, Field, Kind};
use crate::words;

/// What the forms are made from.
pub(super) struct Desk<'a> {
    pub(super) page: &'a Page,
    pub(super) request: &'a Request,
    /// The act that was refused, with what was typed.
    pub(super) typed: Option<(&'a str, &'a PostForm)>,
    pub(super) states: &'a States,
}

/// The name by which the forms of one act are told apart where the page has several: the act, and the question.
fn name_of(act: &str, which: &str) -> String {
    format!("{act}/{which}")
}

impl Desk<'_> {
    /// What was typed in this form before it was refused.
    fn form(&self, act: &str) -> Option<&PostForm> {
        let (refused, form) = self.typed?;
        let which = form.text("_which");
        let same = refused == act || name_of(refused, which) == act;
        same.then_some(form)
    }

    fn said(&self, act: &str, name: &str) -> String {
        self.form(act).map_or("", |form| form.text(name)).to_owned()
    }

    fn step(&self, act: &str, key: &str, fields: Vec<Field>) -> Step {
        let page = self.page;
        let hint = format!("{key}-hint");
        let path = act.split('/').next().unwrap_or(act);
        Step {
            action: format!("/requests/{}/safeguards/{path}", self.request.id),
            title: page.say(key),
            hint: if words::known(&hint) {
                page.say(&hint)
            } else {
                String::new()
            },
            fields: fields
                .into_iter()
                .map(|field| Ask::Plain(field.within(act)))
                .collect(),
            button: page.say("saf-write"),
            class: "button",
            open: self.form(act).is_some(),
            leaves: false,
        }
    }

    fn line(&self, act: &str, name: &str, key: &str) -> Field {
        Field::text(name, self.page.say(key), self.said(act, name))
    }

    fn area(&self, act: &str, name: &str, key: &str) -> Field {
        Field::area(name, self.page.say(key), self.said(act, name)).rows(3)
    }

    fn date(&self, act: &str, name: &str, key: &str) -> Field {
        Field::date(
            self.page,
            name,
            self.page.say(key),
            typed_date(self.form(act), name),
        )
    }

    /// A list of codes to choose one from; `prefix` is the key of their words and, without a code, of the question.
    fn select(&self, act: &str, name: &str, (prefix, codes): (&str, &[&str])) -> Field {
        let typed = self.said(act, name);
        let page = self.page;
        let choices = codes
            .iter()
            .map(|code| Choice::new(*code, page.code(prefix, code), typed == *code))
            .collect();
        Field::select(name, page.say(prefix), choices)
    }

    fn checks(&self, act: &str, name: &str, (prefix, codes): (&str, &[&str])) -> Field {
        let page = self.page;
        let on = |code: &str| {
            self.form(act)
                .is_some_and(|form| form.all(name).any(|one| one == code))
        };
        let choices = codes
            .iter()
            .map(|code| Choice::new(*code, page.code(prefix, code), on(code)))
            .collect();
        Field::checks(name, page.say(prefix), choices)
    }

    pub(super) fn answer(&self, safeguard: Safeguard) -> Step {
        let page = self.page;
        let act = name_of("answer", safeguard.code());
        let now = self.request.guard.record.answer(safeguard);
        let typed = self.said(&act, "choice");
        let choices = Answer::ALL
            .iter()
            .map(|choice| {
                let on = if typed.is_empty() {
                    *choice == now
                } else {
                    typed == choice.code()
                };
                Choice::new(choice.code(), page.code("saf-choice", choice.code()), on)
            })
            .collect();
        let which = Field::select(
            "_which",
            page.say("saf-question"),
            vec![Choice::new(
                safeguard.code(),
                page.code("saf-q", safeguard.code()),
                true,
            )],
        );
        let mut fields = vec![
            which,
            Field::radios("choice", page.say("saf-choice"), choices),
        ];
        if safeguard == Safeguard::FairTrial {
            fields.extend(TrialPoint::ALL.iter().map(|point| self.point(&act, *point)));
        }
        fields.push(self.area(&act, "reasons", "saf-reasons"));
        fields.push(
            self.area(&act, "sources", "saf-sources")
                .hint(page.say("saf-sources-hint"))
                .rows(2),
        );
        self.step(&act, "saf-answer", fields)
    }

    fn point(&self, act: &str, point: TrialPoint) -> Field {
        let page = self.page;
        let name = format!("sheet/{point}");
        let last = self.request.guard.record.last(Safeguard::FairTrial);
        let held = last.and_then(|said| said.sheet.get(&point)).copied();
        let typed = self.said(act, &name);
        let on = |choice: Answer| match typed.as_str() {
            "" => choice == held.unwrap_or_default(),
            typed => typed == choice.code(),
        };
        let choices = [Answer::Open, Answer::Yes, Answer::No]
            .into_iter()
            .map(|one| Choice::new(one.code(), page.code("saf-choice", one.code()), on(one)))
            .collect();
        Field::select(name, page.code("saf-point", point.code()), choices).width("half")
    }

    pub(super) fn political(&self) -> Vec<Step> {
        let page = self.page;
        if !page.may(Verb::SafeguardNote) {
            return Vec::new();
        }
        let mut steps = Vec::new();
        let bars = &self.request.guard.law.bars;
        if !bars.is_empty() {
            let typed = self.said("subsume", "instrument");
            let choices = bars
                .iter()
                .map(|bar| {
                    let word = format!("{} ({})", bar.instrument, bar.article);
                    Choice::new(&bar.instrument, word, bar.instrument == typed)
                })
                .collect();
            steps.push(self.step(
                "subsume",
                "saf-subsume",
                vec![
                    Field::select("instrument", page.say("saf-instrument"), choices),
                    self.line("subsume", "article", "saf-article").width("short"),
                    self.select("subsume", "within", ("saf-within", &["yes", "no"])),
                    self.area("subsume", "reasons", "saf-reasons").required(),
                ],
            ));
        }
        steps.push(self.step(
            "court",
            "saf-court-add",
            vec![
                self.line("court", "court", "saf-court").required(),
                self.line("court", "reference", "saf-reference").width("half"),
                self.date("court", "on", "saf-on"),
                self.select("court", "political", ("saf-political", &["yes", "no"])),
            ],
        ));
        steps
    }

    pub(super) fn register(&self, offered: Option<&Promise>) -> Vec<Step> {
        let page = self.page;
        if !page.may(Verb::SafeguardNote) {
            return Vec::new();
        }
        let kinds: Vec<&str> = AssuranceKind::ALL.iter().map(|k| k.code()).collect();
        let givers: Vec<&str> = Giver::ALL.iter().map(|g| g.code()).collect();
        let powers: Vec<&str> = Power::ALL.iter().map(|p| p.code()).collect();
        let mut fields = vec![
            self.select("assure", "kind", ("saf-kind", &kinds)),
            self.checks("assure", "givers", ("saf-giver", &givers)),
            self.line("assure", "given_by", "saf-given-by").required(),
            self.checks("assure", "binds", ("saf-binds", &powers))
                .hint(page.say("saf-binds-hint")),
            self.area("assure", "text", "saf-text").required(),
            self.date("assure", "given_on", "saf-given-on"),
            self.date("assure", "expires", "saf-expires").optional(page),
            self.area("assure", "monitoring", "saf-monitoring")
                .hint(page.say("saf-monitoring-hint"))
                .rows(2),
        ];
        if let Some(promise) = offered.filter(|_| self.form("assure").is_none()) {
            Self::as_offered(&mut fields, promise);
        }
        let step = self.step("assure", "saf-assure", fields);
        let mut steps = vec![Step {
            open: step.open || offered.is_some(),
            ..step
        }];
        let kept = &self.request.guard.record.assurances;
        if !kept.is_empty() {
            let typed = self.said("look", "assurance");
            let which = kept
                .iter()
                .enumerate()
                .map(|(n, one)| {
                    let word = page.code("saf-kind", one.promise.kind.code());
                    Choice::new(
                        n.to_string(),
                        format!("{} · {word}", n + 1),
                        n.to_string() == typed,
                    )
                })
                .collect();
            steps.push(self.step(
                "look",
                "saf-look",
                vec![
                    Field::select("assurance", page.say("saf-assurance"), which),
                    self.date("look", "on", "saf-on"),
                    self.area("look", "text", "saf-look-text").required(),
                    self.checks("look", "broken", ("saf-look-broken", &["yes"])),
                ],
            ));
        }
        steps
    }

    /// Fills the form with an assurance that was offered. Whom it binds is left to the officer.
    fn as_offered(fields: &mut [Field], promise: &Promise) {
        let date = |day: Date| [i32::from(day.year()), day.month().into(), day.day().into()];
        let date = |day: Date| date(day).map(|part| part.to_string());
        for field in fields {
            match (field.name.as_str(), &mut field.kind) {
                ("kind", Kind::Select(choices)) => {
                    choices
                        .iter_mut()
                        .for_each(|one| one.on = one.value == promise.kind.code());
                }
                ("givers", Kind::Checks(choices)) => {
                    let gives =
                        |code: &str| promise.givers.iter().any(|giver| giver.code() == code);
                    choices
                        .iter_mut()
                        .for_each(|one| one.on = gives(&one.value));
                }
                ("given_by", _) => field.value.clone_from(&promise.given_by),
                ("text", _) => field.value.clone_from(&promise.text),
                ("monitoring", _) => {
                    let days: Vec<String> =
                        promise.monitoring.iter().map(Date::to_string).collect();
                    field.value = days.join("\n");
                }
                ("given_on", Kind::Date { parts, .. }) => *parts = date(promise.given_on),
                ("expires", Kind::Date { parts, .. }) => {
                    *parts = promise.expires.map(date).unwrap_or_default();
                }
                _ => {}
            }
        }
    }

    pub(super) fn duty(&self) -> Vec<Step> {
        if !self.page.may(Verb::SafeguardNote) {
            return Vec::new();
        }
        let outcomes: Vec<&str> = DutyOutcome::ALL.iter().map(|o| o.code()).collect();
        vec![self.step(
            "duty",
            "saf-duty-add",
            vec![
                self.select("duty", "outcome", ("saf-outcome", &outcomes)),
                self.line("duty", "reference", "saf-reference").required(),
                self.area("duty", "reasons", "saf-reasons").required(),
            ],
        )]
    }

    pub(super) fn qualify(&self) -> Vec<Step> {
        if !self.page.may(Verb::SafeguardNote) {
            return Vec::new();
        }
        let codes: Vec<&str> = Qualification::ALL.iter().map(|q| q.code()).collect();
        vec![self.step(
            "qualify",
            "saf-qualify",
            vec![
                self.select("qualify", "as", ("saf-as", &codes)),
                self.line("qualify", "provision", "saf-provision").required(),
                self.area("qualify", "reasons", "saf-reasons").required(),
            ],
        )]
    }

    pub(super) fn using(&self) -> Vec<Step> {
        if !self.page.may(Verb::SafeguardNote) || self.request.evidence.is_empty() {
            return Vec::new();
        }
        let uses: Vec<&str> = Use::ALL.iter().map(|u| u.code()).collect();
        let common = |act: &str| {
            let typed = self.said(act, "evidence");
            let which = self
                .request
                .evidence
                .iter()
                .map(|item| {
                    let id = item.id.to_string();
                    let on = id == typed;
                    Choice::new(id, item.title.clone(), on)
                })
                .collect();
            vec![
                Field::select("evidence", self.page.say("saf-evidence"), which),
                self.select(act, "for", ("saf-use", &uses)),
                self.line(act, "to", "saf-to")
                    .width("short")
                    .optional(self.page),
            ]
        };
        let mut usage = common("use");
        usage.push(self.area("use", "purpose", "saf-purpose").required());
        let mut consent = common("consent");
        consent.push(
            self.line("consent", "reference", "saf-reference")
                .required(),
        );
        consent.push(self.date("consent", "on", "saf-on"));
        vec![
            self.step("use", "saf-use-add", usage),
            self.step("consent", "saf-consent-add", consent),
        ]
    }

    pub(super) fn complain(&self, office: &Office) -> Vec<Step> {
        let page = self.page;
        if !page.may(Verb::ComplaintMake) {
            return Vec::new();
        }
        let rights: Vec<&str> = Right::ALL.iter().map(|r| r.code()).collect();
        let typed = self.said("complain", "answers");
        let authorities = office
            .settings()
            .authorities
            .iter()
            .map(|authority| {
                let name = self.states.authority(office.state(), &authority.id);
                Choice::new(authority.id.as_str(), name, authority.id.as_str() == typed)
            })
            .collect();
        let step = self.step(
            "complain",
            "complaint-make",
            vec![
                self.select("complain", "right", ("complaint-right", &rights)),
                self.line("complain", "complainant", "complaint-complainant")
                    .optional(page),
                self.area("complain", "text", "complaint-text").required(),
                Field::select("answers", page.say("complaint-answers"), authorities),
                self.date("complain", "answer_by", "complaint-answer-by"),
            ],
        );
        vec![Step {
            action: format!("/requests/{}/complaints", self.request.id),
            ..step
        }]
    }
}
