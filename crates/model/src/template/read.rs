//! Reading a `template.toml`, with what it takes from `templates/common/template.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::condition::{self, Condition};
use super::{
    COMMON, FieldSpec, Kind, ListSpec, Required, SectionSpec, Template, TemplateError, path,
};
use crate::Lang;
use crate::kind::Kind as RequestKind;

/// The name under which the words of shared sections stand.
const COMMON_NAME: &str = "common";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    version: u32,
    /// The shipped template whose sections come first, where a State adds an annex of its own.
    extends: Option<String>,
    #[serde(default)]
    open: Vec<String>,
    #[serde(default)]
    codes: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    conditions: BTreeMap<String, String>,
    #[serde(default)]
    section: Vec<FileSection>,
    /// Words of a State's own template, by language and key.
    #[serde(default)]
    words: BTreeMap<Lang, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommonFile {
    limits: Limits,
    codes: BTreeMap<String, Vec<String>>,
    conditions: BTreeMap<String, String>,
    section: Vec<FileSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    line_chars: usize,
    prose_chars: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSection {
    /// Its own id, where it is not taken from the common file.
    id: Option<String>,
    /// The common section it takes.
    #[serde(rename = "use")]
    uses: Option<String>,
    /// Patterns of the common section that are left out.
    #[serde(default)]
    without: Vec<String>,
    /// Patterns of the common section that must always be filled here.
    #[serde(default)]
    require: Vec<String>,
    /// Patterns of the common section that must be filled here while a condition holds.
    #[serde(default)]
    require_if: BTreeMap<String, String>,
    /// Patterns of the common section that need not be filled here.
    #[serde(default)]
    free: Vec<String>,
    list: Option<String>,
    entries_min: Option<usize>,
    entries_max: Option<usize>,
    when: Option<String>,
    schedule: Option<bool>,
    #[serde(default)]
    fields: Vec<FileField>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileField {
    at: String,
    kind: Kind,
    codes: Option<String>,
    #[serde(default)]
    required: Option<String>,
    when: Option<String>,
    chars_max: Option<usize>,
    source: String,
    #[serde(default)]
    desk: bool,
    #[serde(default)]
    open: bool,
}

impl Template {
    /// Reads a `template.toml`. Sections with `use` come from the common file.
    ///
    /// # Errors
    /// [`TemplateError`] naming the place: TOML, a name that is of no kind, an unknown list, condition or common
    /// section, a field outside its section's list.
    pub fn read(text: &str) -> Result<Template, TemplateError> {
        let broken = |error: toml::de::Error| TemplateError {
            template: "?".to_owned(),
            what: error.to_string(),
        };
        let common: CommonFile = toml::from_str(COMMON).map_err(broken)?;
        let file: File = toml::from_str(text).map_err(broken)?;
        let fault = |what: String| TemplateError {
            template: file.name.clone(),
            what,
        };
        let kind = RequestKind::of_template(&file.name)
            .ok_or_else(|| fault("its name names no kind of request".to_owned()))?;
        let base = match &file.extends {
            Some(name) => Some(
                super::latest(name)
                    .filter(|base| base.kind == kind)
                    .ok_or_else(|| fault(format!("it cannot extend {name}")))?,
            ),
            None => None,
        };
        let mut codes = common.codes;
        codes.extend(base.iter().flat_map(|base| base.codes.clone()));
        codes.extend(file.codes.clone());
        codes.insert("type".to_owned(), vec![kind.code().to_owned()]);
        let mut conditions = common.conditions;
        conditions.extend(file.conditions.clone());
        let reader = Reader {
            shared: &common.section,
            limits: &common.limits,
            names: condition::Names {
                codes: &codes,
                conditions: &conditions,
            },
            words: file.name.replace('.', "-"),
        };
        let mut sections = base.map_or_else(Vec::new, |base| base.sections.clone());
        for section in &file.section {
            sections.push(reader.section(section).map_err(fault)?);
        }
        Ok(Template {
            name: file.name,
            kind,
            version: file.version,
            sections,
            codes,
            open: base.map_or(file.open, |base| base.open.clone()),
            words: file.words,
            tree: BTreeMap::new(),
            places: BTreeMap::new(),
        }
        .indexed())
    }
}

struct Reader<'a> {
    shared: &'a [FileSection],
    limits: &'a Limits,
    names: condition::Names<'a>,
    /// What the keys of this template's own words begin with.
    words: String,
}

impl Reader<'_> {
    fn section(&self, own: &FileSection) -> Result<SectionSpec, String> {
        let Some(taken) = &own.uses else {
            let id = own
                .id
                .as_deref()
                .ok_or_else(|| "a section has an id or takes a common one".to_owned())?;
            return self.build(id, (own, own), &self.words);
        };
        let common = self
            .shared
            .iter()
            .find(|section| section.id.as_deref() == Some(taken.as_str()))
            .ok_or_else(|| format!("no common section {taken}"))?;
        let named = own.without.iter().chain(&own.require).chain(&own.free);
        for pattern in named.chain(own.require_if.keys()) {
            if !common.fields.iter().any(|field| field.at == *pattern) {
                return Err(format!("section {taken} has no field {pattern}"));
            }
        }
        self.build(taken, (common, own), COMMON_NAME)
    }

    /// A section of `base` as `own` wants it; the two are one where the section is the template's own.
    fn build(
        &self,
        id: &str,
        (base, own): (&FileSection, &FileSection),
        words: &str,
    ) -> Result<SectionSpec, String> {
        let list = base.list.as_ref().map(|pointer| ListSpec {
            pointer: pointer.clone(),
            entries_min: own.entries_min.or(base.entries_min).unwrap_or(0),
            entries_max: own.entries_max.or(base.entries_max).unwrap_or(0),
        });
        if list.as_ref().is_some_and(|list| list.entries_max == 0) {
            return Err(format!("section {id}: a list names entries_max"));
        }
        let mut fields = Vec::new();
        let kept = base
            .fields
            .iter()
            .filter(|field| !own.without.contains(&field.at));
        for field in kept {
            let mut spec = self.field(field, words).map_err(in_section(id, field))?;
            if own.require.contains(&field.at) {
                spec.required = Required::Always;
            }
            if own.free.contains(&field.at) {
                spec.required = Required::No;
            }
            if let Some(condition) = self.condition(own.require_if.get(&field.at))? {
                spec.required = Required::If(condition);
                one_scope(&spec).map_err(in_section(id, field))?;
            }
            fields.push(spec);
        }
        if own.uses.is_some() {
            for field in &own.fields {
                fields.push(
                    self.field(field, &self.words)
                        .map_err(in_section(id, field))?,
                );
            }
        }
        for spec in &fields {
            let inside = match &list {
                Some(list) => spec.pattern.starts_with(&format!("{}/*/", list.pointer)),
                None => !spec.pattern.contains('*'),
            };
            if !inside {
                return Err(format!("{} stands outside section {id}", spec.pattern));
            }
        }
        let when = self.condition(own.when.as_ref().or(base.when.as_ref()))?;
        let scope = when
            .as_ref()
            .map_or(Ok(condition::Scope::Whole), Condition::scope)?;
        if scope != condition::Scope::Whole {
            return Err(format!("section {id}: its condition looks into a list"));
        }
        Ok(SectionSpec {
            id: id.to_owned(),
            words: format!("{words}-section-{id}"),
            list,
            when,
            schedule: own.schedule.or(base.schedule).unwrap_or(false),
            fields,
        })
    }

    fn field(&self, field: &FileField, words: &str) -> Result<FieldSpec, String> {
        let required = match field.required.as_deref() {
            None | Some("no") => Required::No,
            Some("always") => Required::Always,
            Some(text) => Required::If(Condition::parse(text, &self.names)?),
        };
        let with_codes = matches!(field.kind, Kind::Code | Kind::Codes);
        match &field.codes {
            Some(name) if !self.names.codes.contains_key(name) => {
                return Err(format!("no list {name}"));
            }
            Some(_) if !with_codes => return Err("codes without kind code".to_owned()),
            None if with_codes => return Err("kind code without codes".to_owned()),
            _ => {}
        }
        let tail = field.at.replace("/*", "").replace('/', "-");
        let spec = FieldSpec {
            pattern: field.at.clone(),
            kind: field.kind,
            codes: field.codes.clone(),
            required,
            when: self.condition(field.when.as_ref())?,
            chars_max: field.chars_max.unwrap_or(match field.kind {
                Kind::Longtext | Kind::Ltext => self.limits.prose_chars,
                _ => self.limits.line_chars,
            }),
            source: field.source.clone(),
            desk: field.desk,
            open: field.open,
            words: format!("{words}{tail}"),
        };
        one_scope(&spec)?;
        Ok(spec)
    }

    fn condition(&self, text: Option<&String>) -> Result<Option<Condition>, String> {
        text.map(|text| Condition::parse(text, &self.names))
            .transpose()
    }
}

fn in_section(id: &str, field: &FileField) -> impl Fn(String) -> String {
    move |what| format!("section {id}, {}: {what}", field.at)
}

/// A field's conditions look either at its own entry or at the whole content, so that each becomes one `if` in the schema.
fn one_scope(spec: &FieldSpec) -> Result<(), String> {
    let own = path::list_of(&spec.pattern);
    let mut together: Vec<Condition> = spec.when.iter().cloned().collect();
    if let Required::If(condition) = &spec.required {
        together.push(condition.clone());
    }
    match Condition::And(together).scope()? {
        condition::Scope::Whole => Ok(()),
        condition::Scope::Entry(list) if own.as_deref() == Some(list.as_str()) => Ok(()),
        condition::Scope::Entry(list) => Err(format!("a condition looks into {list}: use any")),
    }
}
