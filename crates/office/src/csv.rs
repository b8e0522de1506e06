//! Comma-separated values, written (RFC 4180). How they are read stands in `screen::lists`.

/// What a spreadsheet takes for the beginning of a formula, the wide forms among it.
const FORMULA: [char; 8] = [
    '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// Where a spreadsheet may begin another cell though the value goes on: it was told of another separator, or uses the one of its
/// country, and takes quotes inside of a cell for text. At a comma it does not: there our quotes stand where it looks for them.
const PARTING: [char; 4] = [';', '\t', '\r', '\n'];

/// A row without the end of its line. Whoever opens it in a spreadsheet sees every value as text: none is run as a formula, nor is
/// what a value holds behind a semicolon, a tab or the end of a line.
pub(crate) fn row<'v>(values: impl IntoIterator<Item = &'v str>) -> String {
    let mut row = String::new();
    for (n, value) in values.into_iter().enumerate() {
        if n > 0 {
            row.push(',');
        }
        let text = as_text(value);
        match value.contains([',', '"']) || value.contains(PARTING) {
            true => row.extend(["\"", &text.replace('"', "\"\""), "\""]),
            false => row.push_str(&text),
        }
    }
    row
}

/// The value with `'` before everything that would be a formula. A number below zero is one and stays it.
fn as_text(value: &str) -> String {
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if value.len() > 1 && value.strip_prefix('-').is_some_and(number) {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len() + 1);
    if value.starts_with(['\t', '\r', '\n']) {
        text.push('\'');
    }
    for piece in value.split_inclusive(PARTING) {
        if is_formula(piece) {
            text.push('\'');
        }
        text.push_str(piece);
    }
    text
}

/// Whether it begins as a formula does. Blanks and control characters before it do not count, nor do quotes: inside of a value they
/// are written twice, and where a cell begins with two a spreadsheet reads them as none.
fn is_formula(piece: &str) -> bool {
    let passed =
        |c: char| (c.is_whitespace() || c.is_control()) && !PARTING.contains(&c) || c == '"';
    piece.trim_start_matches(passed).starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    #[test]
    fn values_are_kept_and_none_is_a_formula() {
        for (values, expect) in [
            (&["a", "b c", ""][..], "a,b c,"),
            (
                &["a, b", "say \"no\"", "two\nlines"],
                "\"a, b\",\"say \"\"no\"\"\",\"two\nlines\"",
            ),
            (&["=1+1", "+1", "-a", "@a"], "'=1+1,'+1,'-a,'@a"),
            (&["\tx", "\rx", "\nx"], "\"'\tx\",\"'\rx\",\"'\nx\""),
            (&["＝1", "＋1", "－1", "＠a"], "'＝1,'＋1,'－1,'＠a"),
            (&["=a,\"b\"", "a=b"], "\"'=a,\"\"b\"\"\",a=b"),
            (&["القرمدي", "0.5"], "القرمدي,0.5"),
            (
                &["-1", "-0.25", "-", "-1+1", "-1e3"],
                "-1,-0.25,'-,'-1+1,'-1e3",
            ),
        ] {
            assert_eq!(super::row(values.iter().copied()), expect);
        }
    }

    #[test]
    fn nor_is_what_another_separator_makes_a_cell_of() {
        for (value, expect) in [
            ("x;=1+1;y", "\"x;'=1+1;y\""),
            ("a\t=1+1", "\"a\t'=1+1\""),
            ("a;b\tc", "\"a;b\tc\""),
            ("a\n@b", "\"a\n'@b\""),
            ("a\r+1", "\"a\r'+1\""),
            ("a\r\n=1", "\"a\r\n'=1\""),
            ("a; \u{a0}=1", "\"a;' \u{a0}=1\""),
            ("a;;\t-1", "\"a;;\t'-1\""),
            ("a;＝1", "\"a;'＝1\""),
            // Two quotes at the beginning of a cell are none.
            ("a;\"=1", "\"a;'\"\"=1\""),
            (";=1", "\";'=1\""),
            ("\t=1", "\"'\t'=1\""),
            (" =1", "' =1"),
            ("a,=1", "\"a,=1\""),
            ("a;b=1", "\"a;b=1\""),
        ] {
            assert_eq!(super::row([value]), expect, "{value:?}");
            assert_eq!(super::row(["-1", value]), format!("-1,{expect}"));
        }
    }
}
