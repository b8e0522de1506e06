//! The forms a node works with: those of the program and the State's own.

use std::sync::Arc;

use super::{Template, TemplateError, shipped};
use crate::kind::Kind;

/// Own templates that one node can have.
const OWN_MAX: usize = 64;

/// Every template at hand. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    own: Arc<Vec<Arc<Template>>>,
}

/// The form by which a content is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The form.
    pub template: Arc<Template>,
    /// Whether it is the very one the content was written on; else it is the latest of the same kind at hand, and what
    /// it does not know is shown as it came.
    pub exact: bool,
}

impl Forms {
    /// Those of the program alone.
    #[must_use]
    pub fn shipped() -> Forms {
        Forms::default()
    }

    /// With the State's own: each named `<kind>.<name>`.
    ///
    /// # Errors
    /// [`TemplateError`] where a name is one of the program's, stands there twice, or there are too many.
    pub fn with_own(own: Vec<Template>) -> Result<Forms, TemplateError> {
        let fault = |template: &Template, what: &str| TemplateError {
            template: template.name.clone(),
            what: what.to_owned(),
        };
        for (at, template) in own.iter().enumerate() {
            if at >= OWN_MAX {
                return Err(fault(template, "there are more own templates than 64"));
            }
            if !template.name.contains('.') {
                return Err(fault(
                    template,
                    "the name of an own template is its kind, a point and a name: mla.customs",
                ));
            }
            let twice = own
                .iter()
                .take(at)
                .any(|before| (&before.name, before.version) == (&template.name, template.version));
            if twice {
                return Err(fault(template, "this version stands there twice"));
            }
        }
        Ok(Forms {
            own: Arc::new(own.into_iter().map(Arc::new).collect()),
        })
    }

    /// Every template, those of the program first.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Template>> {
        shipped::all().iter().chain(self.own.iter())
    }

    /// The latest version of each: what a new request can be written on.
    pub fn newest(&self) -> impl Iterator<Item = &Arc<Template>> {
        self.all().filter(|template| {
            self.latest(&template.name)
                .is_some_and(|latest| latest.version == template.version)
        })
    }

    /// The template of this name and version.
    #[must_use]
    pub fn find(&self, name: &str, version: u32) -> Option<&Arc<Template>> {
        self.all()
            .find(|template| template.name == name && template.version == version)
    }

    /// The template of this name in its latest version: what a new request is written on.
    #[must_use]
    pub fn latest(&self, name: &str) -> Option<&Arc<Template>> {
        self.all()
            .filter(|template| template.name == name)
            .max_by_key(|template| template.version)
    }

    /// The form by which a content is read: its own, else the latest of that name, else the latest of its kind; `None`
    /// where it is of no kind that this program knows.
    #[must_use]
    pub fn reading(&self, name: &str, version: u32) -> Option<Reading> {
        if let Some(template) = self.find(name, version) {
            return Some(Reading {
                template: Arc::clone(template),
                exact: true,
            });
        }
        let kind = Kind::of_template(name)?;
        let template = self.latest(name).or_else(|| self.latest(kind.code()))?;
        Some(Reading {
            template: Arc::clone(template),
            exact: false,
        })
    }
}
