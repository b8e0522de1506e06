//! `comity template`: the forms of requests, for programs that write them and for States that add their own.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use model::Lang;
use model::template::Forms;

use super::fail::{Done, Fail, Outcome};
use crate::forms;

/// What can be done with templates.
#[derive(Debug, Subcommand)]
pub(crate) enum Template {
    /// Name every template with its version and title
    List {
        /// Language of the titles
        #[arg(long, default_value = "en", value_parser = super::codes(Lang::ALL, Lang::code), ignore_case = true)]
        lang: Lang,
        /// Folder with a State's own templates
        #[arg(long, value_name = "FOLDER")]
        own: Option<PathBuf>,
    },
    /// Print the JSON Schema (2020-12) of a template
    Schema {
        /// The template, as mla
        name: String,
        /// Folder with a State's own templates
        #[arg(long, value_name = "FOLDER")]
        own: Option<PathBuf>,
    },
    /// List every field of a template: where it stands, what it holds, when it is needed, who asks for it
    Fields {
        /// The template, as mla
        name: String,
        /// Language of names and help
        #[arg(long, default_value = "en", value_parser = super::codes(Lang::ALL, Lang::code), ignore_case = true)]
        lang: Lang,
        /// Folder with a State's own templates
        #[arg(long, value_name = "FOLDER")]
        own: Option<PathBuf>,
    },
    /// Print a complete example of a template, to begin with or to compare
    Example {
        /// The template, as mla
        name: String,
    },
    /// Check a State's own template, in its file
    Check {
        /// The file, template.toml
        file: PathBuf,
    },
}

/// The command.
pub(super) fn run(template: Template) -> Outcome {
    match template {
        Template::List { lang, own } => {
            let lines = office::templates::list(&forms(own.as_deref())?, lang)
                .into_iter()
                .map(|t| format!("{}\t{}\t{}\n", t.name, t.version, t.title));
            Ok(Done::said(lines.collect::<String>()))
        }
        Template::Schema { name, own } => {
            let forms = forms(own.as_deref())?;
            let schema = office::templates::schema(&forms, &name)
                .ok_or_else(|| no_template(&forms, &name))?;
            let text =
                serde_json::to_string_pretty(&schema).map_err(|e| Fail::broken(e.to_string()))?;
            Ok(Done::said(text + "\n"))
        }
        Template::Fields { name, lang, own } => {
            let forms = forms(own.as_deref())?;
            let rows = office::templates::fields(&forms, &name, lang)
                .ok_or_else(|| no_template(&forms, &name))?;
            Ok(Done::said(table(&rows)))
        }
        Template::Example { name } => {
            let example = model::kind::Kind::from_code(&name)
                .and_then(model::template::example)
                .ok_or_else(|| no_template(&Forms::shipped(), &name))?;
            Ok(Done::said(example.to_owned()))
        }
        Template::Check { file } => {
            let template = forms::read(&file)?;
            let said = format!(
                "{} version {}: {} sections, {} fields\n",
                template.name,
                template.version,
                template.sections.len(),
                template.specs().count()
            );
            Forms::with_own(vec![template])
                .map_err(|e| Fail::input(format!("{}: {e}", file.display())))?;
            Ok(Done::said(said))
        }
    }
}

/// The fields as a Markdown table, a heading before each section.
fn table(rows: &[office::templates::FieldRow]) -> String {
    let mut text = String::new();
    let mut section = "";
    for row in rows {
        if row.section != section {
            section = &row.section;
            text.push_str(&format!(
                "\n## {section}\n\n| field | holds | needed | what it is | source |\n| --- | --- | --- | --- | --- |\n"
            ));
        }
        let kind = serde_json::to_value(row.kind).unwrap_or_default();
        let mut holds = kind.as_str().unwrap_or_default().to_owned();
        if !row.codes.is_empty() {
            holds = format!("{holds}: {}", row.codes.join(", "));
        }
        let needed = if row.desk {
            "set by the desk"
        } else {
            row.required
        };
        text.push_str(&format!(
            "| `{}` | {holds} | {needed} | {}. {} | {} |\n",
            row.at, row.label, row.help, row.source
        ));
    }
    text.trim_start().to_owned()
}

pub(super) fn forms(own: Option<&Path>) -> Result<Forms, Fail> {
    match own {
        Some(folder) => Ok(forms::load(folder)?),
        None => Ok(Forms::shipped()),
    }
}

pub(super) fn no_template(forms: &Forms, name: &str) -> Fail {
    let names: Vec<&str> = forms.newest().map(|t| t.name.as_str()).collect();
    Fail::input(format!(
        "there is no template {name:?}; there are: {}",
        names.join(", ")
    ))
}
