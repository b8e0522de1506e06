//! The query string: parameters that may come more than once, numbers with limits, and what is said when one does not fit.

use axum::extract::{FromRequestParts, Query};
use http::StatusCode;
use http::request::Parts;
use serde_json::json;

use super::{Fault, URL_BYTES_MAX};

/// The pairs of a query string, in their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Params(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Params {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let long = parts.uri.path_and_query().map_or(0, |p| p.as_str().len());
        if long > URL_BYTES_MAX {
            let what = "Request URI too long";
            return Err(Fault::new(StatusCode::URI_TOO_LONG, "TOO-LARGE", what));
        }
        let read = Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        match read {
            Ok(Query(pairs)) => Ok(Self(pairs)),
            Err(_) => Err(Fault::bad("the query string cannot be read")),
        }
    }
}

impl Params {
    /// The last value of a name.
    pub(super) fn one(&self, name: &str) -> Option<&str> {
        let mut pairs = self.0.iter().rev();
        pairs
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let pairs = self.0.iter().filter(|(key, _)| key == name);
        pairs.map(|(_, value)| value.clone()).collect()
    }

    /// A number of things, `default` where none is given, at most `max`. Less than none is none.
    pub(super) fn count(&self, name: &str, default: usize, max: usize) -> Result<usize, Fault> {
        let Some(text) = self.one(name) else {
            return Ok(default);
        };
        let wrong = |said: String| Fault::shape(&["query", name], &said, &json!(text));
        let number: i64 = text
            .trim()
            .parse()
            .map_err(|_| wrong("Input should be a valid integer".to_owned()))?;
        let number = usize::try_from(number).unwrap_or(0);
        if number > max {
            return Err(wrong(format!(
                "Input should be less than or equal to {max}"
            )));
        }
        Ok(number)
    }

    /// A number between 0 and 1 or any other.
    pub(super) fn number(&self, name: &str, default: f64) -> Result<f64, Fault> {
        let Some(text) = self.one(name) else {
            return Ok(default);
        };
        let number = text.trim().parse::<f64>().ok().filter(|n| n.is_finite());
        number.ok_or_else(|| {
            Fault::shape(
                &["query", name],
                "Input should be a valid number",
                &json!(text),
            )
        })
    }

    /// Yes or no; `None` where nothing is said.
    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, Fault> {
        let Some(text) = self.one(name) else {
            return Ok(None);
        };
        match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "on" | "t" | "y" => Ok(Some(true)),
            "false" | "0" | "no" | "off" | "f" | "n" => Ok(Some(false)),
            _ => Err(Fault::shape(
                &["query", name],
                "Input should be a valid boolean",
                &json!(text),
            )),
        }
    }

    /// One of a few words.
    pub(super) fn word(
        &self,
        name: &str,
        known: &[&'static str],
    ) -> Result<Option<&'static str>, Fault> {
        let Some(text) = self.one(name) else {
            return Ok(None);
        };
        let found = known.iter().find(|word| **word == text).copied();
        found.map(Some).ok_or_else(|| {
            let said = format!("Input should be one of: {}", known.join(", "));
            Fault::shape(&["query", name], &said, &json!(text))
        })
    }

    /// A moment: a day, or a day with hour, minute, second.
    pub(super) fn moment(&self, name: &str) -> Result<Option<String>, Fault> {
        match self.one(name) {
            None => Ok(None),
            Some(text) if is_moment(text) => Ok(Some(text.to_owned())),
            Some(text) => Err(Fault::shape(
                &["query", name],
                "Input should be a day (2022-02-24) or a moment (2022-02-24T10:00:00)",
                &json!(text),
            )),
        }
    }
}

/// Whether a text is `2022-02-24`, or that with `T10`, `T10:00` or `T10:00:00`.
pub(super) fn is_moment(text: &str) -> bool {
    let form = "dddd-dd-ddTdd:dd:dd";
    let whole = [10, 13, 16, 19].contains(&text.len());
    whole
        && text.bytes().zip(form.bytes()).all(|(c, f)| match f {
            b'd' => c.is_ascii_digit(),
            f => c == f,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_known_by_their_form() {
        for text in [
            "2022-02-24",
            "2022-02-24T10",
            "2099-01-01T00:00",
            "2022-02-24T10:00:00",
        ] {
            assert!(is_moment(text), "{text}");
        }
        for text in [
            "",
            "2022",
            "2022-02-24T",
            "24.02.2022xx",
            "2022-02-24 10:00",
            "2022-02-24T10:00:00Z",
        ] {
            assert!(!is_moment(text), "{text}");
        }
    }

    #[test]
    fn numbers_have_limits() {
        let params = Params(vec![
            ("limit".into(), "7".into()),
            ("much".into(), "501".into()),
            ("none".into(), "-3".into()),
            ("word".into(), "x".into()),
            ("limit".into(), "8".into()),
        ]);
        assert_eq!(params.count("limit", 5, 500).unwrap(), 8);
        assert_eq!(params.all("limit"), ["7", "8"]);
        assert_eq!(params.count("none", 5, 500).unwrap(), 0);
        assert_eq!(params.count("absent", 5, 500).unwrap(), 5);
        for name in ["much", "word"] {
            assert_eq!(
                params.count(name, 5, 500).unwrap_err().status.as_u16(),
                422,
                "{name}"
            );
        }
        assert!(params.number("word", 0.7).is_err() && params.flag("word").is_err());
    }
}
