//! The small language of conditions: pure, total, and translatable into JSON Schema.
//!
//! ```text
//! condition = and ("or" and)*          and = not ("and" not)*          not = "not" not | atom
//! atom      = "(" condition ")" | "@" name | "any" test | test
//! test      = "present" pointer | pointer "=" code | pointer "in" ( "[" code* "]" | "@" list )
//! ```
//!
//! `any /offences/*/category in @terrorism` holds when one entry does. Without `any`, a `*` is the entry that is being
//! looked at. `= yes` also holds for the JSON boolean, as the content's readers treat it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{leaf, path};

/// Deepest nesting of named conditions and parentheses.
const NESTING_MAX: usize = 16;

/// A parsed condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// All of these.
    And(Vec<Condition>),
    /// At least one of these.
    Or(Vec<Condition>),
    /// Not this.
    Not(Box<Condition>),
    /// One entry of a list passes the test.
    Any(Test),
    /// The value (of the entry being looked at) passes the test.
    Is(Test),
}

/// A test of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// Where, with `*` for an entry of a list.
    pub pattern: String,
    /// One of these codes; `None` asks only that something stands there.
    pub codes: Option<Vec<String>>,
}

/// What a condition looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The content as a whole.
    Whole,
    /// One entry of this list.
    Entry(String),
}

/// What a condition may refer to by name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) codes: &'a BTreeMap<String, Vec<String>>,
    pub(super) conditions: &'a BTreeMap<String, String>,
}

impl Condition {
    pub(super) fn parse(text: &str, names: &Names<'_>) -> Result<Condition, String> {
        parse_nested(text, names, 0)
    }

    /// Whether it holds; `index` is the entry being looked at, for patterns with a `*`.
    #[must_use]
    pub fn holds(&self, content: &Value, index: Option<usize>) -> bool {
        match self {
            Condition::And(all) => all.iter().all(|c| c.holds(content, index)),
            Condition::Or(some) => some.iter().any(|c| c.holds(content, index)),
            Condition::Not(inner) => !inner.holds(content, index),
            Condition::Is(test) => test.holds(content, index),
            Condition::Any(test) => {
                let list = path::list_of(&test.pattern).unwrap_or_default();
                (0..path::entries(content, &list)).any(|i| test.holds(content, Some(i)))
            }
        }
    }

    /// What it looks at.
    ///
    /// # Errors
    /// A text where it mixes two lists, or an entry with the whole.
    pub fn scope(&self) -> Result<Scope, String> {
        let mut seen = BTreeSet::new();
        self.collect(&mut seen);
        let mut seen = seen.into_iter();
        match (seen.next(), seen.next()) {
            (None | Some(None), None) => Ok(Scope::Whole),
            (Some(Some(list)), None) => Ok(Scope::Entry(list)),
            _ => Err("a condition looks at one entry or at the whole, not at both".to_owned()),
        }
    }

    fn collect(&self, seen: &mut BTreeSet<Option<String>>) {
        match self {
            Condition::And(list) | Condition::Or(list) => list.iter().for_each(|c| c.collect(seen)),
            Condition::Not(inner) => inner.collect(seen),
            Condition::Any(_) => {
                seen.insert(None);
            }
            Condition::Is(test) => {
                seen.insert(path::list_of(&test.pattern));
            }
        }
    }

    /// The condition as a JSON Schema, from the root or from the entry (as [`Condition::scope`] says).
    pub fn schema(&self) -> Value {
        match self {
            Condition::And(all) => {
                json!({ "allOf": all.iter().map(Condition::schema).collect::<Vec<_>>() })
            }
            Condition::Or(some) => {
                json!({ "anyOf": some.iter().map(Condition::schema).collect::<Vec<_>>() })
            }
            Condition::Not(inner) => json!({ "not": inner.schema() }),
            Condition::Is(test) => at(path::within(&test.pattern), test.schema()),
            Condition::Any(test) => {
                let list = path::list_of(&test.pattern).unwrap_or_default();
                let entry = at(path::within(&test.pattern), test.schema());
                at(&list, json!({ "type": "array", "contains": entry }))
            }
        }
    }
}

impl Test {
    fn holds(&self, content: &Value, index: Option<usize>) -> bool {
        let pointer = match index {
            Some(index) => path::concrete(&self.pattern, index),
            None => self.pattern.clone(),
        };
        let Some(value) = content.pointer(&pointer) else {
            return false;
        };
        match &self.codes {
            None => leaf::is_present(value),
            Some(codes) => {
                let said = match value {
                    Value::String(text) => text.as_str(),
                    Value::Bool(true) => "yes",
                    Value::Bool(false) => "no",
                    _ => return false,
                };
                codes.iter().any(|code| code == said)
            }
        }
    }

    fn schema(&self) -> Value {
        let Some(codes) = &self.codes else {
            return leaf::present_schema();
        };
        let mut values: Vec<Value> = Vec::new();
        for code in codes {
            values.push(json!(code));
            match code.as_str() {
                "yes" => values.push(json!(true)),
                "no" => values.push(json!(false)),
                _ => {}
            }
        }
        json!({ "enum": values })
    }
}

/// `inner` at the end of a pointer without `*`: each step an object that has the next name.
pub fn at(pointer: &str, inner: Value) -> Value {
    pointer
        .split('/')
        .skip(1)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .fold(inner, |inner, name| {
            json!({ "type": "object", "required": [name], "properties": { name: inner } })
        })
}

fn parse_nested(text: &str, names: &Names<'_>, depth: usize) -> Result<Condition, String> {
    let mut parser = Parser {
        tokens: tokens(text),
        at: 0,
        depth,
        names,
    };
    let condition = parser.or()?;
    match parser.peek() {
        None => Ok(condition),
        Some(token) => Err(format!("unexpected {token:?} in {text:?}")),
    }
}

fn tokens(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let single = matches!(c, '(' | ')' | '[' | ']' | '=' | ',');
        if (single || c.is_whitespace()) && !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        if single && c != ',' {
            out.push(c.to_string());
        } else if !single && !c.is_whitespace() {
            word.push(c);
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

struct Parser<'a> {
    tokens: Vec<String>,
    at: usize,
    depth: usize,
    names: &'a Names<'a>,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    fn take(&mut self) -> Result<String, String> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token.ok_or_else(|| "the condition ends too early".to_owned())
    }

    fn took(&mut self, word: &str) -> bool {
        let here = self.peek() == Some(word);
        if here {
            self.at += 1;
        }
        here
    }

    fn or(&mut self) -> Result<Condition, String> {
        let mut parts = vec![self.and()?];
        while self.took("or") {
            parts.push(self.and()?);
        }
        Ok(one_or(parts, Condition::Or))
    }

    fn and(&mut self) -> Result<Condition, String> {
        let mut parts = vec![self.not()?];
        while self.took("and") {
            parts.push(self.not()?);
        }
        Ok(one_or(parts, Condition::And))
    }

    fn not(&mut self) -> Result<Condition, String> {
        self.depth += 1;
        if self.depth > NESTING_MAX {
            return Err("a condition nested too deep, or naming itself".to_owned());
        }
        let condition = if self.took("not") {
            Condition::Not(Box::new(self.not()?))
        } else if self.took("(") {
            let inner = self.or()?;
            if !self.took(")") {
                return Err("a parenthesis is not closed".to_owned());
            }
            inner
        } else if self.took("any") {
            let test = self.test()?;
            if !test.pattern.contains("/*/") {
                return Err(format!("any needs a list: {}", test.pattern));
            }
            Condition::Any(test)
        } else if let Some(name) = self.peek().and_then(|t| t.strip_prefix('@')) {
            let text = self.names.conditions.get(name);
            let text = text.ok_or_else(|| format!("no condition @{name}"))?;
            let inner = parse_nested(text, self.names, self.depth)?;
            self.at += 1;
            inner
        } else {
            Condition::Is(self.test()?)
        };
        self.depth -= 1;
        Ok(condition)
    }

    fn test(&mut self) -> Result<Test, String> {
        if self.took("present") {
            let pattern = self.pointer()?;
            return Ok(Test {
                pattern,
                codes: None,
            });
        }
        let pattern = self.pointer()?;
        let codes = match self.take()?.as_str() {
            "=" => vec![self.take()?],
            "in" => self.codes()?,
            other => return Err(format!("{pattern} is followed by {other:?}")),
        };
        Ok(Test {
            pattern,
            codes: Some(codes),
        })
    }

    fn codes(&mut self) -> Result<Vec<String>, String> {
        let first = self.take()?;
        if let Some(name) = first.strip_prefix('@') {
            let list = self.names.codes.get(name);
            return list.cloned().ok_or_else(|| format!("no list @{name}"));
        }
        if first != "[" {
            return Err(format!("in is followed by {first:?}"));
        }
        let mut codes = Vec::new();
        loop {
            match self.take()?.as_str() {
                "]" => return Ok(codes),
                code => codes.push(code.to_owned()),
            }
        }
    }

    fn pointer(&mut self) -> Result<String, String> {
        let token = self.take()?;
        if token.starts_with('/') && token.matches('*').count() <= 1 {
            Ok(token)
        } else {
            Err(format!("{token:?} is no pointer"))
        }
    }
}

fn one_or(mut parts: Vec<Condition>, many: fn(Vec<Condition>) -> Condition) -> Condition {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            many(parts)
        }
        None => many(parts),
    }
}
