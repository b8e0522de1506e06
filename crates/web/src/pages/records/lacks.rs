//! What is wrong with a form of records, told at the question that mends it.

use crate::{Problem, Signed, words};

/// The part of a record that a lack lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The statement at this place; all of them where there is no place.
    Said(Option<usize>),
    /// An association.
    Tied,
    /// What the record is.
    Whole,
}

/// The part of a record that a JSON Pointer leads to, and the question about it.
pub(super) fn place(pointer: &str) -> (Part, &str) {
    let plain = pointer.strip_prefix('/').unwrap_or(pointer);
    let mut steps = plain.split('/');
    let part = steps.next();
    let at = |text: Option<&str>| text.and_then(|at| at.parse().ok());
    let part = match part {
        Some("assertions") => Part::Said(at(steps.next())),
        Some("associations") => {
            steps.next();
            Part::Tied
        }
        _ => return (Part::Whole, plain),
    };
    let question = match (steps.next_back(), part) {
        (None, Part::Tied) => "nature",
        (None, _) => "value",
        (Some("from"), _) => "grade",
        (Some("releasable_to"), _) => "to",
        (Some(last), _) => last,
    };
    (part, question)
}

/// A lack in words.
pub(super) fn word(me: &Signed, code: &str) -> String {
    words::say(me.lang(), &words::key("lack", code), &[])
}

/// What is wrong with a form about one thing: its question, and the words.
pub(super) fn wrong(me: &Signed, form: &str, problem: &Problem) -> (String, String) {
    let field = problem.field.as_deref().unwrap_or_default();
    let Some(lack) = problem.args.get("lack") else {
        return (place(field).1.to_owned(), problem.text(me.lang()));
    };
    let question = match place(field) {
        // A day of the whole is no day of a label, though its question bears the same name.
        (Part::Whole, _) if !matches!(form, "frame" | "review") => "",
        (_, question) => question,
    };
    (question.to_owned(), word(me, lack))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lack_leads_to_its_question() {
        let table = [
            ("/assertions", Part::Said(None), "value"),
            ("/assertions/2", Part::Said(Some(2)), "value"),
            ("/assertions/2/value", Part::Said(Some(2)), "value"),
            (
                "/assertions/0/label/purposes",
                Part::Said(Some(0)),
                "purposes",
            ),
            (
                "/assertions/0/label/releasable_to",
                Part::Said(Some(0)),
                "to",
            ),
            ("/assertions/1/from", Part::Said(Some(1)), "grade"),
            ("/associations", Part::Tied, "nature"),
            ("/associations/0/grounds", Part::Tied, "grounds"),
            ("/associations/0/from/grade", Part::Tied, "grade"),
            ("/review_by", Part::Whole, "review_by"),
            ("low/purposes", Part::Whole, "low/purposes"),
            ("", Part::Whole, ""),
        ];
        for (pointer, part, question) in table {
            assert_eq!(place(pointer), (part, question), "{pointer}");
        }
    }
}
