//! What lists and people write into one name field: several names joined by semicolons, another script in brackets, remarks.

/// The names found in a field, and what was said beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Names, in order, none empty.
    pub(crate) names: Vec<String>,
    /// Remarks in brackets that are no name ("birth name").
    pub(crate) remarks: Vec<String>,
}

/// Takes a name field apart.
pub(crate) fn names_in(text: &str) -> Written {
    let mut written = Written::default();
    let mut outside = String::new();
    let mut inside = String::new();
    let mut brackets: Vec<String> = Vec::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '（' if depth == 0 => depth = 1,
            '(' | '（' => {
                // "X (Y (original script); Z": the field is not balanced; what was open is a bracket of its own.
                brackets.push(std::mem::take(&mut inside));
            }
            ')' | '）' if depth > 0 => {
                depth = 0;
                brackets.push(std::mem::take(&mut inside));
                outside.push(' ');
            }
            // Of a letter before a name, or stray.
            ')' | '）' => outside.push(')'),
            _ if depth > 0 => inside.push(c),
            _ => outside.push(c),
        }
    }
    brackets.push(inside);
    let (outside, born) = match outside.split_once(", born ") {
        Some((name, remark)) => (name.to_owned(), Some(remark.trim().to_owned())),
        None => (outside, None),
    };
    outside.split(';').for_each(|piece| written.lettered(piece));
    written.remarks.extend(born);
    let main = written.names.first().cloned().unwrap_or_default();
    for bracket in brackets {
        written.bracket(&bracket, &main);
    }
    written
}

impl Written {
    /// "A b) B c) C": names lettered by the list.
    fn lettered(&mut self, piece: &str) {
        let mut name = String::new();
        for word in piece.split_whitespace() {
            let letter = |l: &str| matches!(l.as_bytes(), [b'a'..=b'z']);
            if word.strip_suffix(')').is_some_and(letter) {
                self.push(&std::mem::take(&mut name));
                continue;
            }
            let word = word.trim_matches(')');
            if !name.is_empty() && !word.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
        }
        self.push(&name);
    }

    fn push(&mut self, name: &str) {
        let name = name
            .trim()
            .trim_matches(['"', '“', '”', ',', ';', ':'])
            .trim();
        if !name.is_empty() && !self.names.iter().any(|n| n == name) {
            self.names.push(name.to_owned());
        }
    }

    fn bracket(&mut self, text: &str, main: &str) {
        let text = text.trim();
        let body = text.strip_prefix("original script:").unwrap_or(text);
        let body = body.strip_suffix("- sub-unit name").unwrap_or(body).trim();
        if body.is_empty() || body == "original script" {
            return;
        }
        let acronym = body.len() <= 8
            && body
                .chars()
                .all(|c| c.is_ascii_uppercase() || matches!(c, '-' | '/' | '.'));
        let other_script =
            is_latin(body) != is_latin(main) && !body.chars().any(|c| c.is_ascii_digit());
        if body.contains(';') || acronym || (other_script && !main.is_empty()) {
            body.split(';').for_each(|piece| self.push(piece));
        } else if main.is_empty() {
            self.push(body);
        } else {
            self.remarks.push(body.to_owned());
        }
    }
}

fn is_latin(text: &str) -> bool {
    !text.chars().any(|c| {
        c.is_alphabetic() && u32::from(c) > 0x24F && !(0x1E00..=0x1EFF).contains(&u32::from(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_apart() {
        for (text, names, remarks) in [
            ("ERIC BADEGE", vec!["ERIC BADEGE"], vec![]),
            (
                "Fazel Rahim; Fazil Rahim",
                vec!["Fazel Rahim", "Fazil Rahim"],
                vec![],
            ),
            ("Jin Tiesan (金铁三)", vec!["Jin Tiesan", "金铁三"], vec![]),
            (
                "حسن غول (Hassan Ghul; Hassan Gul)",
                vec!["حسن غول", "Hassan Ghul", "Hassan Gul"],
                vec![],
            ),
            (
                "Amir Khazmat (original script: Амир Хазмат)",
                vec!["Amir Khazmat", "Амир Хазмат"],
                vec![],
            ),
            (
                "Encep Nurjaman (birth name)",
                vec!["Encep Nurjaman"],
                vec!["birth name"],
            ),
            (
                "Lord’s Resistance Movement (LRM)",
                vec!["Lord’s Resistance Movement", "LRM"],
                vec![],
            ),
            ("(Sheikh) Musa Hilal", vec!["Musa Hilal"], vec!["Sheikh"]),
            ("\"MUKHTAR, Shaykh\"", vec!["MUKHTAR, Shaykh"], vec![]),
            (
                "Mohammed Sabet; Mohammad Sabet b) M. Javad Sabet; M. Jawad Sabet",
                vec![
                    "Mohammed Sabet",
                    "Mohammad Sabet",
                    "M. Javad Sabet",
                    "M. Jawad Sabet",
                ],
                vec![],
            ),
            (") Abdelrahman Zafir", vec!["Abdelrahman Zafir"], vec![]),
            ("a) Karim b) Kareem", vec!["Karim", "Kareem"], vec![]),
            ("michael j fox", vec!["michael j fox"], vec![]),
            (
                "Safia Farkash, born 1 Jan. 1953 (Oman passport no.03825239)",
                vec!["Safia Farkash"],
                vec!["1 Jan. 1953", "Oman passport no.03825239"],
            ),
            ("(هيئة تحرير الشام)", vec!["هيئة تحرير الشام"], vec![]),
            ("", vec![], vec![]),
            ("( ; )", vec![], vec![]),
        ] {
            let written = names_in(text);
            assert_eq!(written.names, names, "{text}");
            assert_eq!(written.remarks, remarks, "{text}");
        }
    }

    #[test]
    fn nested_brackets_lose_no_name() {
        let written = names_in(
            "Hay’at (HTS) (هيئة تحرير الشام (original script); Hayat Tahrir; Assembly for Liberation)",
        );
        assert_eq!(
            written.names,
            [
                "Hay’at",
                "Hayat Tahrir",
                "Assembly for Liberation",
                "HTS",
                "هيئة تحرير الشام"
            ]
        );
    }
}
