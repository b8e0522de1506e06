//! A refusal: the normal answer to an act that the rules do not allow. Not an error of the machine.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// Why an act is not done. The text for people is the Fluent message `refusal-<code in lower case>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Stable code ("FOUR-EYES", "NOT-ALLOWED", "STAGE").
    pub code: &'static str,
    /// JSON Pointer or form field it is about.
    pub field: Option<String>,
    /// Values for the text.
    pub args: BTreeMap<String, String>,
}

impl Refusal {
    /// A refusal with nothing but its code.
    pub const fn new(code: &'static str) -> Refusal {
        Refusal {
            code,
            field: None,
            args: BTreeMap::new(),
        }
    }

    /// Names the field it is about.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Refusal {
        self.field = Some(field.into());
        self
    }

    /// Adds a value for the text.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Refusal {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        if let Some(field) = &self.field {
            write!(f, " at {field}")?;
        }
        self.args
            .iter()
            .try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

impl std::error::Error for Refusal {}
