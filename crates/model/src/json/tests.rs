//! What has one reading, and what has none.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Bounds, Fault, read};

fn fault(text: &[u8]) -> Fault {
    read(text, &Bounds::default()).unwrap_err().fault
}

#[test]
fn what_readers_take_differently_is_refused() {
    for (text, expect) in [
        (&br#"{"a":1,"a":2}"#[..], Fault::Twice),
        (br#"{"a":{"b":1,"\u0062":1}}"#, Fault::Twice),
        (br#"{"a":NaN}"#, Fault::Syntax),
        (br#"[Infinity]"#, Fault::Syntax),
        (br#"["\ud800"]"#, Fault::Syntax),
        (br#"["\udc00x"]"#, Fault::Syntax),
        (b"[\"\xff\"]", Fault::Encoding),
        (b"[\"\xed\xa0\x80\"]", Fault::Encoding),
        (br#"["a\u0000b"]"#, Fault::Nul),
        (br#"{"a\u0000":1}"#, Fault::Nul),
        (b"[9007199254740993]", Fault::Number),
        (b"[-9007199254740993]", Fault::Number),
        (b"[123456789012345678901234567890]", Fault::Number),
        (b"[1e300]", Fault::Number),
        (b"[1e999]", Fault::Syntax),
        (b"[01]", Fault::Syntax),
        (b"[1,]", Fault::Syntax),
        (b"{} {}", Fault::Syntax),
        (b"// note\n{}", Fault::Syntax),
        (b"\xef\xbb\xbf\xef\xbb\xbf{}", Fault::Syntax),
        (b"", Fault::Syntax),
    ] {
        assert_eq!(fault(text), expect, "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn one_byte_order_mark_and_true_pairs_are_read() {
    let read = |text: &str| read(text.as_bytes(), &Bounds::default()).unwrap();
    assert_eq!(
        read("\u{feff}{\"a\":\"\\ud83d\\ude00\"}"),
        json!({"a": "😀"})
    );
    assert_eq!(
        read("[9007199254740991,-1,0.5]"),
        json!([9_007_199_254_740_991_u64, -1, 0.5])
    );
}

#[test]
fn limits_refuse_before_memory_goes() {
    let small = Bounds {
        bytes: 100,
        depth: 3,
        values: 5,
        string_bytes: 4,
    };
    let fault = |text: &str| read(text.as_bytes(), &small).unwrap_err().fault;
    assert_eq!(fault(&" ".repeat(101)), Fault::Size);
    assert_eq!(fault("[[[[]]]]"), Fault::Depth);
    assert_eq!(fault(r#"{"a":{"a":{"a":{}}}}"#), Fault::Depth);
    assert_eq!(fault("[1,2,3,4,5]"), Fault::Values);
    assert_eq!(fault(r#"["abcde"]"#), Fault::Long);
    assert_eq!(fault(r#"{"abcde":1}"#), Fault::Long);
    assert!(read(b"[[[1,2]]]", &small).is_ok());
    let deep = "[".repeat(1_000_000);
    assert_eq!(
        super::read(deep.as_bytes(), &Bounds::default())
            .unwrap_err()
            .fault,
        Fault::Depth
    );
    let at = read(b"{\n \"a\": 1,\n \"a\": 2}", &small).unwrap_err();
    assert_eq!((at.fault, at.line), (Fault::Twice, 3));
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[^\\x00]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map("[^\\x00]{0,6}", inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(value in values()) {
        let text = serde_json::to_vec(&value).unwrap();
        prop_assert_eq!(read(&text, &Bounds::default()), Ok(value));
    }

    #[test]
    fn no_bytes_break_it_and_what_it_takes_every_reader_takes(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        if let Ok(value) = read(&bytes, &Bounds::default()) {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            prop_assert_eq!(serde_json::from_slice::<Value>(bytes).unwrap(), value);
        }
    }
}
