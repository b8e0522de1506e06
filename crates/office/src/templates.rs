//! What a request of each kind looks like, for programs: the published schemas. The rooms above know no `paper`.

use serde_json::Value;

/// The names of the templates this program has.
pub fn names() -> Vec<String> {
    let all = paper::template::all();
    all.iter().map(|template| template.name.clone()).collect()
}

/// The JSON Schema (2020-12) of a template's content, newest version; `None` where there is no such template.
pub fn schema(name: &str) -> Option<Value> {
    let all = paper::template::all();
    let found = all.iter().filter(|template| template.name == name);
    found
        .max_by_key(|template| template.version)
        .map(|template| template.json_schema())
}
