//! The codes behind a printed request: what they are, and one code for each line.

use model::Lang;

use super::{LetterData, say, word};
use crate::print::{Block, Code, qr_svg};
use crate::words::Arg;

pub(super) fn blocks(data: &LetterData, lang: Lang) -> Vec<Block> {
    let total = data.codes.len();
    let label = |n: usize| {
        let (n, total) = (n.to_string(), total.to_string());
        let args = [("n", Arg::Text(&n)), ("total", Arg::Text(&total))];
        say(lang, "paper-code", &args)
    };
    let entries = data.codes.iter().enumerate().map(|(index, line)| Code {
        svg: qr_svg(line),
        caption: format!("{} / {total}", index + 1),
        label: label(index + 1),
    });
    vec![
        Block::Heading {
            level: 2,
            text: word(lang, "paper-codes"),
            new_page: true,
        },
        Block::Text {
            text: word(lang, "paper-codes-lead"),
        },
        Block::Codes {
            entries: entries.collect(),
        },
    ]
}
