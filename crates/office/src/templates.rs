//! What a request of each kind looks like, for programs: the published schemas. The rooms above know no `paper`.

use paper::template::Wording as _;
use serde_json::Value;

/// The names of the templates this program has.
pub fn names() -> Vec<String> {
    let all = paper::template::all();
    all.iter().map(|template| template.name.clone()).collect()
}

/// The JSON Schema (2020-12) of a template's content, newest version; `None` where there is no such template.
pub fn schema(name: &str) -> Option<Value> {
    paper::template::latest(name).map(|template| template.json_schema())
}
