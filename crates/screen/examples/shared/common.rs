use std::collections::BTreeMap;
use std::io::Read as _;
use screen::Entity;
fn lists(dir: &str) -> Vec<Entity> {
    let packed = fs::read(format!("{dir}/ftm/lists_27716.ftm.jsonl.zst")).unwrap();
    let mut text = String::new();
    ruzstd::decoding::StreamingDecoder::new(&packed[..]).unwrap().read_to_string(&mut text).unwrap();
    text.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}
fn csv(path: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(path).unwrap();
    let mut rows = vec![]; let mut cell = String::new(); let mut row = vec![]; let mut quoted = false; let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => { chars.next(); cell.push('"') }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => { row.push(std::mem::take(&mut cell)); rows.push(std::mem::take(&mut row)); }
            '\r' => {}
            c => cell.push(c),
        }
    }
    let head = rows.remove(0);
    rows.into_iter().map(|r| head.iter().cloned().zip(r).collect()).collect()
}
