//! Names that Arabic writes in one word and Latin in one, two or three: "Abdulrahman", "Abd al-Rahman", "عبدالرحمن".

/// Gives the pieces of a word: "abdulrahman" as "abd" and "rahman", the article taken off Arabic words, all else as it is.
pub(super) fn split<'w>(word: &'w str, piece: &mut dyn FnMut(&'w str)) {
    if let Some(rest) = word.strip_prefix("عبد").filter(|rest| !rest.is_empty()) {
        match rest
            .strip_prefix("ال")
            .filter(|name| name.chars().count() >= 3)
        {
            Some(name) => {
                piece("عبد");
                piece(name);
            }
            None => piece(word),
        }
        return;
    }
    if let Some(rest) = word
        .strip_prefix("ال")
        .filter(|rest| rest.chars().count() >= 3)
    {
        return piece(rest);
    }
    match word.strip_prefix("abd").and_then(servant_of) {
        Some("") => piece("abd"),
        Some(name) => {
            piece("abd");
            piece(name);
        }
        None => piece(word),
    }
}

/// What follows "abd": `Some("")` for a bare "abdul", the name for "abdulrahman", `None` where it is no such compound.
fn servant_of(rest: &str) -> Option<&str> {
    const NO_COMPOUND: &[&str] = &["lah", "la", "lahi", "laye", "lay", "llah", "aye", "ah"];
    let bare = [
        "ul", "el", "al", "ol", "oul", "oel", "ur", "er", "ar", "us", "es", "as", "u",
    ];
    if bare.contains(&rest) {
        return Some("");
    }
    let body = rest.trim_start_matches(['a', 'e', 'o', 'u']);
    if body.len() == rest.len() {
        return None;
    }
    let mut letters = body.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let name = match first {
        // abdul-rahman; the doubled letter of abdullatif belongs to article and name both.
        'l' => body.get(1..)?,
        // The article's l has become the name's first letter: abdurrahman, abdessalam.
        _ if first == second => body.get(first.len_utf8()..)?,
        'r' => body,
        _ => return None,
    };
    (name.chars().count() >= 3 && !NO_COMPOUND.contains(&name)).then_some(name)
}
