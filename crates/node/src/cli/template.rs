//! `comity template schema`: the published JSON Schema of a request's content, for programs that write requests.

use clap::Subcommand;

use super::fail::{Done, Fail, Outcome};

/// What can be done with templates.
#[derive(Debug, Subcommand)]
pub(crate) enum Template {
    /// Print the JSON Schema (2020-12) of a template
    Schema {
        /// The template, as mla
        name: String,
    },
}

/// The command.
pub(super) fn run(template: Template) -> Outcome {
    let Template::Schema { name } = template;
    let schema = office::templates::schema(&name).ok_or_else(|| {
        Fail::input(format!(
            "there is no template {name:?}; there are: {}",
            office::templates::names().join(", ")
        ))
    })?;
    let text = serde_json::to_string_pretty(&schema).map_err(|e| Fail::broken(e.to_string()))?;
    Ok(Done::said(text + "\n"))
}
