//! Comma-separated values, written (RFC 4180). How they are read stands in `screen::lists`.

/// What a spreadsheet takes for the beginning of a formula, the wide forms among it.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// A row without the end of its line. Whoever opens it in a spreadsheet sees every value as text: none is run as a formula.
pub(super) fn row<'v>(values: impl IntoIterator<Item = &'v str>) -> String {
    let mut row = String::new();
    for (n, value) in values.into_iter().enumerate() {
        if n > 0 {
            row.push(',');
        }
        let text = if is_formula(value) { "'" } else { "" };
        let quoted = value.contains([',', '"', '\n', '\r']);
        match quoted {
            true => row.extend(["\"", text, &value.replace('"', "\"\""), "\""]),
            false => row.extend([text, value]),
        }
    }
    row
}

/// A number below zero is one and stays it.
fn is_formula(value: &str) -> bool {
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let below_zero = value.strip_prefix('-').is_some_and(number) && value.len() > 1;
    value.starts_with(FORMULA) && !below_zero
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
            (&["\tx", "\rx", "\nx"], "'\tx,\"'\rx\",\"'\nx\""),
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
}
