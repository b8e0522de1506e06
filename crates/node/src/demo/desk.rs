//! A desk of the demo: one State's office with its officers at hand, and what the walk and the seeding do with it.

use std::collections::BTreeMap;
use std::time::Duration;

use model::finding::Level;
use model::request::{Stage, Standing};
use model::{Actor, Purpose, Request, RequestId, Role, StateCode, Urgency};
use office::requests::{self, Draft, Note, On, Plain, Submit};
use office::{Error, Office};
use serde_json::Value;

use super::cast;

/// One State's desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The office.
    pub office: Office,
    /// Which run of the demo, for act ids.
    pub run: u32,
    officers: BTreeMap<Role, Actor>,
}

/// How long a step may wait for the other State.
const WAIT_MAX: Duration = Duration::from_secs(90);
/// How often it looks.
pub(super) const LOOK_EVERY: Duration = Duration::from_millis(40);

impl Desk {
    /// The desk of a State whose cast is in place.
    ///
    /// # Errors
    /// If the officers cannot be read.
    pub async fn open(office: &Office, run: u32) -> office::Result<Self> {
        let mut officers = BTreeMap::new();
        for role in Role::ALL {
            officers.insert(*role, cast::actor(office, *role).await?);
        }
        Ok(Self {
            office: office.clone(),
            run,
            officers,
        })
    }

    /// State code.
    pub fn code(&self) -> &StateCode {
        self.office.state()
    }

    /// The officer with a role.
    pub fn officer(&self, role: Role) -> Actor {
        self.officers
            .get(&role)
            .cloned()
            .unwrap_or_else(|| Actor::operator(self.office.state()))
    }

    /// An act of this run on a request, at the version it has now.
    ///
    /// # Errors
    /// `NOT-FOUND`.
    pub async fn on<A>(&self, step: &str, id: RequestId, what: A) -> office::Result<On<A>> {
        let request = self.see(id).await?;
        Ok(On {
            act: cast::act(self.run, self.code().as_str(), &format!("{step} {id}")),
            request: id,
            version: request.version,
            what,
        })
    }

    /// The request as this desk sees it now.
    ///
    /// # Errors
    /// `NOT-FOUND`.
    pub async fn see(&self, id: RequestId) -> office::Result<Request> {
        self.office
            .read(&self.officer(Role::CaseOfficer), Purpose::Mla)
            .await?
            .request_or_not_found(id)
            .await
    }

    /// Wait until the request stands at one of these stages.
    ///
    /// # Errors
    /// When it takes longer than a minute and a half.
    pub async fn wait(&self, id: RequestId, stages: &[Stage]) -> office::Result<Request> {
        let what = format!("{stages:?}");
        self.wait_until(id, &what, |request| stages.contains(&request.stage))
            .await
    }

    /// Wait until the request is here and looks so; `what` says how in the message of a wait that was too long.
    ///
    /// # Errors
    /// As [`Desk::wait`].
    pub async fn wait_until(
        &self,
        id: RequestId,
        what: &str,
        so: impl Fn(&Request) -> bool,
    ) -> office::Result<Request> {
        let began = std::time::Instant::now();
        loop {
            let seen = match self.see(id).await {
                Ok(request) if so(&request) => return Ok(request),
                Ok(request) => request.stage.to_string(),
                Err(error) if error.code() == "NOT-FOUND" => "nothing".to_owned(),
                Err(error) => return Err(error),
            };
            if began.elapsed() > WAIT_MAX {
                return Err(Error::Input {
                    code: "DEMO-WAIT",
                    field: id.to_string(),
                    what: format!("{} waited for {what} and sees {seen}", self.code()),
                });
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Begin a draft to the other State with this content.
    ///
    /// # Errors
    /// What `requests::draft` says.
    pub async fn draft(
        &self,
        step: &str,
        to: &Self,
        (content, urgency): (Value, Urgency),
    ) -> office::Result<RequestId> {
        let draft = Draft {
            act: cast::act(self.run, self.code().as_str(), step),
            template: "mla".to_owned(),
            to: to.code().clone(),
            to_authority: cast::central(&to.office)?,
            lang: model::Lang::En,
            urgency,
            content,
        };
        requests::draft(&self.office, &self.officer(Role::CaseOfficer), draft).await
    }

    /// Hand a draft in, giving each warning a reason.
    ///
    /// # Errors
    /// What `requests::submit` says.
    pub async fn submit(&self, id: RequestId) -> office::Result<i64> {
        let officer = self.officer(Role::CaseOfficer);
        let checked = requests::check(&self.office, &officer, id).await?;
        let warned = checked.findings.iter().filter(|f| f.level == Level::Warn);
        let reasons = warned
            .map(|f| {
                (
                    f.code.clone(),
                    "Known to the section; the matter cannot wait for it.".to_owned(),
                )
            })
            .collect();
        let submit = Submit {
            standing: Standing::Complete,
            reasons,
        };
        requests::submit(&self.office, &officer, self.on("submit", id, submit).await?).await
    }

    /// Approve as the second person.
    ///
    /// # Errors
    /// What `requests::approve` says.
    pub async fn approve(&self, id: RequestId) -> office::Result<i64> {
        requests::approve(
            &self.office,
            &self.officer(Role::Approver),
            self.on("approve", id, Note::default()).await?,
        )
        .await
    }

    /// Send.
    ///
    /// # Errors
    /// What `requests::send` says.
    pub async fn send(&self, id: RequestId) -> office::Result<i64> {
        requests::send(
            &self.office,
            &self.officer(Role::CaseOfficer),
            self.on("send", id, Plain {}).await?,
        )
        .await
    }
}
