//! Many queries in one call, line by line: `POST /v2/stream/{dataset}` takes JSON lines and answers JSON lines in the same order,
//! while it still reads. Nothing is gathered: what is not taken by the client is not read from it, so that a million lines need no
//! more memory than a few hundred.

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, BoxStream, Stream, StreamExt as _};
use http::{HeaderValue, header};
use office::screening::ask::{Among, Cleaned, ListAsked, Question, Strict};
use serde_json::{Value, json};

use super::matching::{Cut, Example, Matches, among, read, sought};
use super::params::Params;
use super::{Program, Told};
use crate::app::App;

/// One line may have this many bytes.
const LINE_BYTES_MAX: usize = 64 << 10;
/// Lines that are asked together.
const LINES_AT_ONCE: usize = 64;
/// Such groups under way at once.
const GROUPS_AT_ONCE: usize = 4;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/yente/v2/stream/{dataset}", axum::routing::post(answer))
}

/// A line as it came, counted from 1.
struct Line {
    number: u64,
    text: Result<Bytes, &'static str>,
}

/// Cuts a body into lines, a group at a time.
struct Lines {
    body: BoxStream<'static, Result<Bytes, axum::Error>>,
    rest: BytesMut,
    number: u64,
    /// Inside a line that is too long: what follows of it is thrown away.
    over: bool,
    ended: bool,
}

impl Lines {
    fn new(body: Body) -> Self {
        Self {
            body: body.into_data_stream().boxed(),
            rest: BytesMut::new(),
            number: 0,
            over: false,
            ended: false,
        }
    }

    fn line(&mut self, text: Result<Bytes, &'static str>) -> Line {
        self.number += 1;
        Line {
            number: self.number,
            text,
        }
    }

    /// The next whole line of what has come.
    fn cut(&mut self) -> Option<Line> {
        const LONG: &str = "the line is longer than 65536 bytes";
        match self.rest.iter().position(|byte| *byte == b'\n') {
            Some(end) => {
                let line = self.rest.split_to(end + 1).freeze();
                let over = std::mem::take(&mut self.over);
                Some(match over || line.len() > LINE_BYTES_MAX {
                    true => self.line(Err(LONG)),
                    false => self.line(Ok(line)),
                })
            }
            None if self.rest.len() > LINE_BYTES_MAX => {
                self.rest.clear();
                self.over = true;
                None
            }
            None if self.ended && (self.over || !self.rest.is_empty()) => {
                let line = self.rest.split().freeze();
                Some(match std::mem::take(&mut self.over) {
                    true => self.line(Err(LONG)),
                    false => self.line(Ok(line)),
                })
            }
            None => None,
        }
    }

    /// The next lines; `None` at the end. What has come already is not kept waiting for more.
    async fn group(mut self) -> Option<(Vec<Line>, Self)> {
        let mut group = Vec::new();
        loop {
            while group.len() < LINES_AT_ONCE {
                match self.cut() {
                    Some(line) => group.push(line),
                    None => break,
                }
            }
            if !group.is_empty() {
                return Some((group, self));
            }
            if self.ended {
                return None;
            }
            match self.body.next().await {
                Some(Ok(bytes)) => self.rest.extend_from_slice(&bytes),
                // A client that went away reads no answer either.
                Some(Err(_)) => return None,
                None => self.ended = true,
            }
        }
    }

    fn groups(self) -> impl Stream<Item = Vec<Line>> {
        stream::unfold(self, Self::group)
    }
}

/// What a line asks, or why it cannot be asked.
enum Asked {
    Blank,
    Wrong {
        number: u64,
        status: u16,
        detail: Value,
    },
    Query {
        number: u64,
        id: Option<String>,
        cleaned: Cleaned,
    },
}

fn asked(line: Line) -> Asked {
    let number = line.number;
    let wrong = |status, detail: Value| Asked::Wrong {
        number,
        status,
        detail,
    };
    let text = match line.text {
        Ok(text) => text,
        Err(said) => return wrong(413, json!(said)),
    };
    if text.iter().all(u8::is_ascii_whitespace) {
        return Asked::Blank;
    }
    match serde_json::from_slice::<Example>(&text) {
        Err(error) => wrong(422, json!(format!("the line is no query: {error}"))),
        Ok(example) => match read(&example, Strict::No) {
            Err(fault) => wrong(fault.status.as_u16(), fault.detail),
            Ok(cleaned) => Asked::Query {
                number,
                id: example.id,
                cleaned,
            },
        },
    }
}

/// One line of the answer.
fn told(out: &mut Vec<u8>, value: &impl serde::Serialize) {
    let start = out.len();
    if serde_json::to_writer(&mut *out, value).is_err() {
        out.truncate(start);
    }
    out.push(b'\n');
}

#[derive(serde::Serialize)]
struct Reply<'a> {
    line: u64,
    id: Option<&'a str>,
    #[serde(flatten)]
    matches: Matches<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lists: Option<&'a [ListAsked]>,
}

/// What every group is asked with.
#[derive(Clone)]
struct Asking {
    program: Program,
    dataset: String,
    cut: Cut,
    among: Among,
}

impl Asking {
    /// Answers a group of lines, in their order. A fault of the whole group is told on each of its lines.
    async fn answer(self, group: Vec<Line>) -> Bytes {
        let all: Vec<Asked> = group.into_iter().map(asked).collect();
        let queries = all.iter().filter_map(|asked| match asked {
            Asked::Query { id, cleaned, .. } => {
                Some(sought(self.cut.algorithm, id.as_deref(), &cleaned.query))
            }
            _ => None,
        });
        let question = self.cut.question(queries.collect(), self.among);
        let answered = self.program.ask(&self.dataset, question).await;
        let mut lists = answered.as_ref().ok().map(|all| all.lists.as_slice());
        let mut found = answered.iter().flat_map(|all| all.each());
        let mut out = Vec::new();
        for asked in &all {
            match (asked, &answered) {
                (Asked::Blank, _) => {}
                (
                    Asked::Wrong {
                        number,
                        status,
                        detail,
                    },
                    _,
                ) => {
                    told(
                        &mut out,
                        &json!({ "line": number, "status": status, "detail": detail }),
                    );
                }
                (Asked::Query { number, .. }, Err(fault)) => {
                    let said = json!({ "line": number, "status": fault.status.as_u16(), "detail": fault.detail });
                    told(&mut out, &said);
                }
                (
                    Asked::Query {
                        number,
                        id,
                        cleaned,
                    },
                    Ok(_),
                ) => {
                    // There is one for each query.
                    let Some(found) = found.next() else {
                        let said = json!({ "line": number, "status": 503, "detail": "not asked; send it again" });
                        told(&mut out, &said);
                        continue;
                    };
                    let answer = Reply {
                        line: *number,
                        id: id.as_deref(),
                        matches: Matches::new((id.as_deref(), cleaned), found, &self.cut),
                        // Once a group: lists may become newer while a long stream runs.
                        lists: lists.take(),
                    };
                    told(&mut out, &answer);
                }
            }
        }
        out.into()
    }
}

async fn answer(program: Program, Path(dataset): Path<String>, params: Params, body: Body) -> Told {
    let asking = Asking {
        cut: Cut::of(&params)?,
        among: among(&params)?,
        program,
        dataset,
    };
    // An unknown dataset, or somebody who may not ask, is told before the first line.
    let nothing = Question::Match(Box::default());
    asking.program.ask(&asking.dataset, nothing).await?;
    let answers = Lines::new(body)
        .groups()
        .map(move |group| asking.clone().answer(group))
        .buffered(GROUPS_AT_ONCE)
        .map(Ok::<_, std::convert::Infallible>);
    let mut response = Response::new(Body::from_stream(answers));
    let kind = HeaderValue::from_static("application/x-ndjson");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response.into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn lines(parts: Vec<Vec<u8>>) -> Vec<(u64, Result<String, &'static str>)> {
        let parts = parts
            .into_iter()
            .map(|part| Ok::<_, axum::Error>(Bytes::from(part)));
        let lines = Lines::new(Body::from_stream(stream::iter(parts)));
        let groups: Vec<Vec<Line>> = lines.groups().collect().await;
        assert!(groups.iter().all(|group| group.len() <= LINES_AT_ONCE));
        let all = groups.into_iter().flatten();
        all.map(|line| {
            let text = line
                .text
                .map(|text| String::from_utf8_lossy(&text).trim_end().to_owned());
            (line.number, text)
        })
        .collect()
    }

    #[tokio::test]
    async fn a_body_is_cut_into_lines_wherever_it_breaks() {
        let parts: Vec<Vec<u8>> = ["a\nb", "c\n", "", "\nlast"]
            .iter()
            .map(|p| p.as_bytes().to_vec())
            .collect();
        let texts: Vec<String> = lines(parts)
            .await
            .into_iter()
            .map(|(_, text)| text.unwrap())
            .collect();
        assert_eq!(texts, ["a", "bc", "", "last"]);
    }

    #[tokio::test]
    async fn a_line_too_long_is_told_and_the_next_is_read() {
        let long = vec![b'x'; LINE_BYTES_MAX];
        let all = lines(vec![b"a\n".to_vec(), long.clone(), long, b"\nb\n".to_vec()]).await;
        let kinds: Vec<(u64, bool)> = all
            .iter()
            .map(|(number, text)| (*number, text.is_ok()))
            .collect();
        assert_eq!(kinds, [(1, true), (2, false), (3, true)]);
    }
}
