//! Enough of Rust's grammar to look at code without being fooled by comments and strings. Not a parser: it finds where
//! comments, strings and bodies begin and end, no more.

/// The code with comments blanked and every character of a literal made `"`; lines keep their places.
pub(crate) fn blank(text: &str) -> String {
    let code: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut index = 0;
    while let Some(&character) = code.get(index) {
        let (end, filler) = token_end(&code, index);
        if end == index {
            out.push(character);
            index += 1;
            continue;
        }
        for skipped in code.iter().take(end).skip(index) {
            out.push(match skipped {
                '\n' => '\n',
                other if other.is_whitespace() => ' ',
                _ => filler,
            });
        }
        index = end;
    }
    out
}

/// Where the comment or literal that begins at `index` ends, and what to fill it with; `index` itself if none begins.
fn token_end(code: &[char], index: usize) -> (usize, char) {
    let at = |place: usize| code.get(place).copied().unwrap_or('\0');
    match (at(index), at(index + 1)) {
        ('/', '/') => (find(code, index, |place| at(place) == '\n'), ' '),
        ('/', '*') => (comment_end(code, index), ' '),
        ('"', _) => (string_end(code, index), '"'),
        ('r', '"' | '#') if !continues_a_word(code, index) => (raw_end(code, index), '"'),
        ('\'', '\\') => (find(code, index + 3, |place| at(place) == '\'') + 1, '"'),
        ('\'', _) if at(index + 2) == '\'' => (index + 3, '"'),
        _ => (index, ' '),
    }
}

/// The first place from `index` on that satisfies the test, or the end.
fn find(code: &[char], index: usize, test: impl Fn(usize) -> bool) -> usize {
    (index..code.len())
        .find(|&place| test(place))
        .unwrap_or(code.len())
}

/// `br"..."` and `cr"..."` are raw strings too; `for"` is not.
fn continues_a_word(code: &[char], index: usize) -> bool {
    let before = |steps: usize| {
        index
            .checked_sub(steps)
            .and_then(|place| code.get(place))
            .copied()
    };
    let wordy =
        |character: Option<char>| character.is_some_and(|c| c.is_alphanumeric() || c == '_');
    match before(1) {
        Some('b' | 'c') => wordy(before(2)),
        character => wordy(character),
    }
}

fn comment_end(code: &[char], index: usize) -> usize {
    let at = |place: usize| code.get(place).copied().unwrap_or('\0');
    let (mut depth, mut place) = (0_u32, index);
    while place < code.len() {
        match (at(place), at(place + 1)) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth = depth.saturating_sub(1),
            _ => {
                place += 1;
                continue;
            }
        }
        place += 2;
        if depth == 0 {
            break;
        }
    }
    place.min(code.len())
}

fn string_end(code: &[char], index: usize) -> usize {
    let mut place = index + 1;
    while let Some(character) = code.get(place) {
        match character {
            '\\' => place += 2,
            '"' => return place + 1,
            _ => place += 1,
        }
    }
    code.len()
}

fn raw_end(code: &[char], index: usize) -> usize {
    let at = |place: usize| code.get(place).copied().unwrap_or('\0');
    let quote = find(code, index + 1, |place| at(place) != '#');
    if at(quote) != '"' {
        return index; // r#type: a raw identifier
    }
    let hashes = quote - index - 1;
    let closes =
        |place: usize| at(place) == '"' && (1..=hashes).all(|step| at(place + step) == '#');
    (find(code, quote + 1, closes) + 1 + hashes).min(code.len())
}

/// A function with a body.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) name: String,
    /// Line of the word `fn`, from 1.
    pub(crate) line: usize,
    /// Lines of code between its braces: neither blank nor only a comment.
    pub(crate) length: usize,
}

/// The functions of blanked code.
pub(crate) fn functions(blanked: &str) -> Vec<Function> {
    let code: Vec<char> = blanked.chars().collect();
    let mut found = Vec::new();
    for (index, name) in after_word(&code, "fn") {
        let Some((open, close)) = body(&code, index) else {
            continue;
        };
        let line = 1 + code.iter().take(index).filter(|c| **c == '\n').count();
        let inside: String = code.iter().take(close).skip(open + 1).collect();
        let length = inside
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count();
        found.push(Function { name, line, length });
    }
    found
}

/// Each place where `word` stands alone, with the word that follows it.
pub(crate) fn after_word(code: &[char], word: &str) -> Vec<(usize, String)> {
    let wordy = |c: &char| c.is_alphanumeric() || *c == '_';
    let letters: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    for index in 0..code.len() {
        let Some(here) = code.get(index..index + letters.len()) else {
            break;
        };
        let alone = index
            .checked_sub(1)
            .and_then(|before| code.get(before))
            .is_none_or(|c| !wordy(c));
        let rest = code.get(index + letters.len()..).unwrap_or_default();
        if here != letters || !alone || !rest.first().is_some_and(|c| c.is_whitespace()) {
            continue;
        }
        let name: String = rest
            .iter()
            .skip_while(|c| c.is_whitespace())
            .take_while(|c| wordy(c))
            .collect();
        if !name.is_empty() {
            found.push((index, name));
        }
    }
    found
}

/// The braces of the first body after `index`, unless a `;` comes first.
fn body(code: &[char], index: usize) -> Option<(usize, usize)> {
    let (mut nested, mut braces, mut open) = (0_i32, 0_i32, None);
    for (place, character) in code.iter().enumerate().skip(index) {
        match (character, open) {
            ('(' | '[', None) => nested += 1,
            (')' | ']', None) => nested -= 1,
            (';', None) if nested == 0 => return None,
            ('{', None) if nested == 0 => (open, braces) = (Some(place), 1),
            ('{', Some(_)) => braces += 1,
            ('}', Some(start)) => {
                braces -= 1;
                if braces == 0 {
                    return Some((start, place));
                }
            }
            _ => {}
        }
    }
    None
}

/// Blanked code without what is compiled for tests only.
pub(crate) fn without_tests(blanked: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut out = String::new();
    let mut rest = blanked;
    while let Some((before, after)) = rest.split_once(MARK) {
        out.push_str(before);
        let code: Vec<char> = after.chars().collect();
        let end = body(&code, 0).map(|(_, close)| close + 1);
        let end = end.unwrap_or_else(|| find(&code, 0, |place| code.get(place) == Some(&';')) + 1);
        let removed = code.iter().take(end).filter(|c| **c == '\n').count();
        out.extend(std::iter::repeat_n('\n', removed));
        rest = after
            .char_indices()
            .nth(end)
            .and_then(|(byte, _)| after.get(byte..))
            .unwrap_or("");
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_literals_are_blanked() {
        let cases = [
            ("a // b\nc", "a     \nc"),
            ("a /* b /* c */ d */ e", "a                   e"),
            (
                "x(\"{\", '{', '\\'', 'a')",
                "x(\"\"\", \"\"\", \"\"\"\", \"\"\")",
            ),
            ("r#\"a \" b\"# }", "\"\"\"\" \" \"\"\" }"),
            ("br\"\\\" }", "b\"\"\"\" }"),
            ("fn f<'a>(x: &'a str)", "fn f<'a>(x: &'a str)"),
            ("r#type = 1", "r#type = 1"),
            ("\"a\\\"{\" {", "\"\"\"\"\"\" {"),
        ];
        for (text, expect) in cases {
            assert_eq!(blank(text), expect, "{text}");
        }
    }

    #[test]
    fn functions_are_measured_between_their_braces() {
        let text = "trait T { fn none(&self); }\n\nfn two(a: [u8; 3]) -> u8\nwhere u8: Copy,\n{\n    // why\n    if a.len() > 2 { 1 }\n\n    else { 2 }\n}\n";
        let expect = Function {
            name: "two".to_owned(),
            line: 3,
            length: 2,
        };
        assert_eq!(functions(&blank(text)), [expect]);
    }

    #[test]
    fn test_code_is_taken_out() {
        let cases = [
            (
                "a();\n#[cfg(test)]\nmod tests {\n fn f() { b() }\n}\nc();",
                "a();\n\n\n\n\nc();",
            ),
            ("#[cfg(test)]\nmod tests;\nc();", "\n\nc();"),
            ("c();", "c();"),
        ];
        for (text, expect) in cases {
            assert_eq!(without_tests(text), expect, "{text}");
        }
    }
}
