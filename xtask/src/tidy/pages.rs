//! What a page and a style sheet may hold: one sheet serves right-to-left scripts, and the content policy allows
//! nothing inline.

use super::{Fault, File};

/// No `left` and `right` in style sheets: logical properties mirror themselves for Arabic.
pub(crate) fn logical_styles(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "css") {
        let text = without_comments(&file.text);
        for (index, line) in text.lines().enumerate() {
            let mut words = line.split(|c: char| !c.is_ascii_alphanumeric());
            if let Some(word) = words.find(|word| matches!(*word, "left" | "right")) {
                faults.push(Fault::at(
                    file,
                    index + 1,
                    format!("`{word}`: use start, end, inline or block"),
                ));
            }
        }
    }
    faults
}

fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        out.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// No inline style, script or event handler in pages.
pub(crate) fn nothing_inline(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "html") {
        for (line, text) in file.lines() {
            if let Some(what) = inline(text) {
                faults.push(Fault::at(
                    file,
                    line,
                    format!("{what}: the content policy refuses it"),
                ));
            }
        }
    }
    faults
}

fn inline(line: &str) -> Option<&'static str> {
    let line = line.to_ascii_lowercase();
    if line.contains("<style") {
        return Some("a <style> element");
    }
    if let Some((_, tag)) = line.split_once("<script") {
        let (attributes, content) = tag.split_once('>').unwrap_or((tag, ""));
        let content = content.split("</script").next().unwrap_or("");
        if !attributes.contains("src=") || !content.trim().is_empty() {
            return Some("a script that is not a file of its own");
        }
    }
    if line.contains("javascript:") {
        return Some("a javascript: address");
    }
    line.split_whitespace().find_map(|word| {
        let name = word.split_once('=')?.0.trim_start_matches(['"', '\'']);
        if name == "style" {
            return Some("a style attribute");
        }
        let event = name.strip_prefix("on")?;
        (event.len() > 2 && event.bytes().all(|b| b.is_ascii_lowercase()))
            .then_some("an event handler attribute")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn physical_sides_are_found() {
        let cases = [
            ("p { margin-left: 1px }", 1),
            ("p { text-align: right }", 1),
            (".a { float: left; }\n.b { border-right: 0 }", 2),
            ("p { margin-inline-start: 1px; text-align: end }", 0),
            ("/* left\n right */ p { inset-block: 0 }", 0),
            (".copyright { color: red } .upright {}", 0),
        ];
        for (text, expect) in cases {
            assert_eq!(
                logical_styles(&[File::sample("a.css", text)]).len(),
                expect,
                "{text}"
            );
        }
    }

    #[test]
    fn inline_style_and_script_are_found() {
        let cases = [
            ("<p style=\"color:red\">", 1),
            ("<style>p{}</style>", 1),
            ("<script>alert(1)</script>", 1),
            ("<script src=\"/a.js\">x()</script>", 1),
            ("<button onclick=\"x()\">", 1),
            ("<a href=\"javascript:x()\">", 1),
            (
                "<script type=\"module\" src=\"/assets/clock.js\"></script>",
                0,
            ),
            ("<link rel=\"stylesheet\" href=\"/assets/desk.css\">", 0),
            ("<input name=\"once=1\" class=\"style\">", 0),
        ];
        for (text, expect) in cases {
            assert_eq!(
                nothing_inline(&[File::sample("a.html", text)]).len(),
                expect,
                "{text}"
            );
        }
    }
}
