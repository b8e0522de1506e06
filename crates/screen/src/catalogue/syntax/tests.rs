use super::*;

fn show(sought: &Sought) -> String {
    let join = |parts: &[Sought], with: &str| {
        let parts: Vec<String> = parts.iter().map(show).collect();
        format!("({})", parts.join(with))
    };
    match sought {
        Sought::All => "*".to_owned(),
        Sought::Nothing => "-".to_owned(),
        Sought::Every(parts) => join(parts, " & "),
        Sought::Some(parts) => join(parts, " | "),
        Sought::Not(part) => format!("!{}", show(part)),
        Sought::Weighed(part, by) => format!("{}^{by}", show(part)),
        Sought::In { field, what } => {
            let field = field.as_deref().map_or(String::new(), |f| format!("{f}:"));
            let what = match what {
                What::Words(text) => text.clone(),
                What::Phrase(text) => format!("\"{text}\""),
                What::Pattern(text) => format!("/{text}/"),
                What::Near(text, edits) => format!("{text}~{edits:?}"),
                What::Range(low, high) => format!("[{low:?} {high:?}]"),
                What::Anything => "anything".to_owned(),
            };
            format!("{field}{what}")
        }
    }
}

#[test]
fn searches_are_read() {
    let table = [
        ("", "*"),
        ("alexander zakharov", "(alexander & zakharov)"),
        ("a AND b OR c d", "((a & b) | (c & d))"),
        ("NOT a +b -c", "(!a & b & !c)"),
        ("(a OR b) !c", "((a | b) & !c)"),
        ("countries:ru", "countries:ru"),
        (
            "properties.birthDate:1965-08-10",
            "properties.birthDate:1965-08-10",
        ),
        ("names:(a \"b c\")", "(names:a & names:\"b c\")"),
        ("\"al qaida\"~3 x", "(\"al qaida\" & x)"),
        ("zakh* z?la", "(/zakh*/ & /z?la/)"),
        ("zakharov~1 x~", "(zakharov~Some(1) & x~Some(0))"),
        ("dates:[1960 TO *]", "dates:[Some(\"1960\") None]"),
        ("a^2 b", "(a^2 & b)"),
        ("_exists_:topics", "topics:anything"),
        ("countries:*", "countries:anything"),
        ("*", "*"),
        ("a\\:b\\/c", "a:b/c"),
        ("al-Qaida", "al-Qaida"),
        ("ORDER ANDREW", "(ORDER & ANDREW)"),
    ];
    for (text, expect) in table {
        assert_eq!(show(&read(text, false, false).unwrap()), expect, "{text}");
    }
    let near = read("x~", false, true).unwrap();
    assert_eq!(show(&near), "x~None");
}

#[test]
fn what_cannot_be_read_is_told_and_the_simple_form_takes_all() {
    let table = [
        "invalid/query",
        "(a",
        "a)",
        "\"a",
        "[a TO b",
        "a:",
        "AND a",
        "a OR",
        "/a.*/",
        "a^b",
        "()",
        "a:b:c",
        "!",
    ];
    for text in table {
        assert!(
            matches!(read(text, false, false), Err(SyntaxError::Sign { .. })),
            "{text}"
        );
        assert!(read(text, true, false).is_ok(), "{text}");
    }
    assert_eq!(
        show(&read("a | b -c \"d e\" f*", true, false).unwrap()),
        "(a | (b & !c & \"d e\" & /f*/))"
    );
    assert_eq!(
        read(&"a".repeat(SEARCH_CHARS_MAX + 1), true, true),
        Err(SyntaxError::TooLong)
    );
    assert_eq!(
        read(&"a ".repeat(SEARCH_CLAUSES_MAX + 1), false, false),
        Err(SyntaxError::TooMuch)
    );
    assert_eq!(
        read(&"(".repeat(SEARCH_DEPTH_MAX + 5), false, false),
        Err(SyntaxError::TooMuch)
    );
}
