//! What a case asks of either side now, and what its page offers this reader.

use model::request::{Ahead, Change, Request, Task, check};
use model::{Purpose, Role, Verb};
use paper::template::{Section, Wording as _};

use crate::page::Page;
use crate::pages::requests::draft::{self, Open};
use crate::pages::requests::offer::{self, Offer};
use crate::pages::requests::review;
use crate::pages::requests::told::{self, States};
use crate::pages::requests::track::{self, Along};
use crate::{PostForm, Problem, Signed};

/// What a request asks of either side at this moment.
pub(super) struct Now {
    ahead: Vec<Ahead>,
    ours: Vec<Task>,
    theirs: Vec<Task>,
}

impl Now {
    pub(super) async fn of(me: &Signed, request: &Request) -> Result<Now, Problem> {
        let now = me.office().now();
        let calendar = office::requests::calendar(me.office(), request).await?;
        let mut ahead = request.ahead(now);
        // The duty officer takes what cannot wait for the morning.
        let by_day = me.officer().roles.contains(&Role::CaseOfficer);
        ahead.retain(|one| by_day || one.step.is_for_the_night());
        if !me.page("case-title").may(Verb::RequestStep) {
            ahead.clear();
        }
        Ok(Now {
            ahead,
            ours: request.tasks(now, &calendar),
            theirs: request.tasks_there(now, &calendar),
        })
    }
}

/// The form with the entries that the other side asks to be added, so that the answer can fill them in; nothing where
/// every field that was asked about is there.
fn with_asked_entries(open: &Open, lang: model::Lang) -> Option<Vec<Section>> {
    let mut content = open.request.content_now();
    let before = content.clone();
    let is_entry = |field: &str| {
        field
            .rsplit('/')
            .next()
            .is_some_and(|n| n.parse::<u16>().is_ok())
    };
    let asked = open.request.asked.iter().filter(|item| !item.answered);
    for item in asked.filter(|item| is_entry(&item.field)) {
        if content.pointer(&item.field).is_none() {
            let change = Change {
                pointer: item.field.clone(),
                value: match item.code.strip_prefix(told::ASSURANCE) {
                    Some(kind) => serde_json::json!({ "kind": kind }),
                    None => serde_json::json!({}),
                },
            };
            // What fits nowhere is answered in words.
            let _ = check::set(&mut content, &change);
        }
    }
    (content != before).then(|| open.template.fields(&content, lang))
}

/// The next step, and the others, as this reader may take them; and where the case stands on its track.
pub(super) async fn offered(
    me: &Signed,
    page: &Page,
    (open, request, now): (&Open, &Request, &Now),
    (states, again): (&States, Option<(&str, &PostForm)>),
) -> Result<(Offer, Along), Problem> {
    let asks = page.may(Verb::RequestAsk) && request.side == model::Side::Incoming;
    let checked = if asks {
        Some(draft::check(me, request.id).await?)
    } else {
        None
    };
    let asked = with_asked_entries(open, page.lang);
    let desk = offer::Desk {
        page,
        request,
        sections: asked.as_ref().unwrap_or(&open.sections),
        checked: checked.as_ref(),
        again,
        own: review::own(me, open),
        single_officer: me.office().single_officer(request.home_authority()),
        partner: states.name(request.partner()),
        ahead: &now.ahead,
        tasks: &now.ours,
        theirs: &now.theirs,
    };
    let along = track::along(&desk, states);
    Ok((offer::of(&desk), along))
}

/// The offered form of this name, as the reader may take it now.
pub(crate) async fn offered_step(
    me: &Signed,
    open: &Open,
    step: &str,
    form: &PostForm,
) -> Result<Option<offer::Step>, Problem> {
    let (page, states) = (me.page("case-title"), States::read(me).await?);
    let reader = me.read(Purpose::Mla).await?;
    let request = reader.guarded(open.request.clone()).await?;
    let now = Now::of(me, &request).await?;
    let typed = (&states, Some((step, form)));
    let (offer, along) = offered(me, &page, (open, &request, &now), typed).await?;
    let forms = offer.main.into_iter().chain(offer.other);
    let mut forms = forms.chain(along.steps.into_iter().filter_map(|step| step.form));
    let action = format!("/requests/{}/{step}", request.id);
    Ok(forms.find(|form| form.action == action))
}

/// Puts what is wrong at the question it is about, in whichever form of the page that stands.
pub(super) fn mark((offer, along): (&mut Offer, &mut Along), wrong: &mut [(String, String)]) {
    let forms = offer.main.iter_mut().chain(&mut offer.other);
    let taking = along.steps.iter_mut().filter_map(|step| step.form.as_mut());
    forms.chain(taking).for_each(|form| form.mark(wrong));
}
