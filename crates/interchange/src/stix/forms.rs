//! Forms of texts in STIX 2.1: identifiers, times, names of properties and types, digests, addresses.

/// Whether a text is `type--uuid`, of a UUID of version 1 to 5 (section 2.9).
pub(super) fn id(text: &str) -> bool {
    let Some(cut) = text.len().checked_sub(36) else {
        return false;
    };
    let (Some(kind), Some(uuid)) = (text.get(..cut), text.get(cut..)) else {
        return false;
    };
    let Some(kind) = kind.strip_suffix("--") else {
        return false;
    };
    let letters = |kind: &str| {
        kind.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    kind.len() >= 3
        && kind.starts_with(|c: char| c.is_ascii_lowercase())
        && !kind.ends_with('-')
        && letters(kind)
        && self::uuid(uuid)
}

fn uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, b)| match at {
            8 | 13 | 18 | 23 => b == b'-',
            14 => (b'1'..=b'5').contains(&b),
            19 => matches!(b, b'8' | b'9' | b'a' | b'b' | b'A' | b'B'),
            _ => b.is_ascii_hexdigit(),
        })
}

/// Whether it is the id of an object of this type.
pub(super) fn id_of(text: &str, kind: &str) -> bool {
    id(text) && begins(text, kind)
}

/// Whether it begins with `kind--`.
pub(super) fn begins(text: &str, kind: &str) -> bool {
    text.strip_prefix(kind)
        .is_some_and(|rest| rest.starts_with("--"))
}

/// Whether it is a time in UTC as RFC 3339 has it (section 2.16); with how many digits of a second, if so.
pub(super) fn time(text: &str) -> Option<usize> {
    let number = |from: usize, to: usize, low: u32, high: u32| {
        let part = text.get(from..to)?;
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        let number: u32 = part.parse().ok()?;
        (digits && (low..=high).contains(&number)).then_some(())
    };
    let marks = [(4, '-'), (7, '-'), (10, 'T'), (13, ':'), (16, ':')];
    let marked = |(at, mark): &(usize, char)| text.get(*at..).is_some_and(|s| s.starts_with(*mark));
    if !marks.iter().all(marked) {
        return None;
    }
    number(0, 4, 0, 9999)?;
    number(5, 7, 1, 12)?;
    number(8, 10, 1, 31)?;
    number(11, 13, 0, 23)?;
    number(14, 16, 0, 59)?;
    number(17, 19, 0, 60)?;
    match text.get(19..)?.strip_suffix('Z')? {
        "" => Some(0),
        part => {
            let digits = part.strip_prefix('.')?;
            let good = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            good.then_some(digits.len())
        }
    }
}

/// Whether a type has letters that a type has (section 3.1).
pub(super) fn kind(text: &str) -> bool {
    let body = text.strip_suffix('-').unwrap_or(text);
    (3..=250).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && hyphened(body)
        && text != "action"
}

fn hyphened(text: &str) -> bool {
    text.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

/// Whether it names a predefined extension (`ntfs-ext`).
pub(super) fn old_extension(text: &str) -> bool {
    text.strip_suffix("-ext")
        .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()) && hyphened(name))
}

/// Whether a property may be called so (section 3.1); the schemas let pass whatever ends in `id`.
pub(super) fn property(text: &str) -> bool {
    let word = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let begins = text.bytes().take(3).enumerate();
    let begins = begins.filter(|(at, b)| {
        if *at == 0 {
            b.is_ascii_lowercase()
        } else {
            word(*b)
        }
    });
    begins.count() == 3 || text.ends_with("id")
}

/// Whether a name ends so, and is a property's name otherwise (`payload_bin`).
pub(super) fn ends(text: &str, suffix: &str) -> bool {
    text.strip_suffix(suffix).is_some_and(|stem| {
        stem.starts_with(|c: char| c.is_ascii_lowercase())
            && stem.len() <= 246
            && stem
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    })
}

/// Whether a key of a dictionary may be called so.
pub(super) fn key(text: &str) -> bool {
    text.len() <= 250
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// Pairs of hexadecimal digits.
pub(super) fn hex(text: &str) -> bool {
    !text.is_empty() && text.len().is_multiple_of(2) && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Base64 with its padding (RFC 4648, section 4).
pub(super) fn base64(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    let padding = text.len() - body.len();
    !text.is_empty()
        && text.len().is_multiple_of(4)
        && padding <= 2
        && body
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'/')
}

/// What a digest of this algorithm looks like; of one that no table names anything does.
pub(super) fn digest(algorithm: &str, text: &str) -> bool {
    let hex = |length: usize| text.len() == length && text.bytes().all(|b| b.is_ascii_hexdigit());
    match algorithm {
        "MD5" => hex(32),
        "SHA-1" => hex(40),
        "SHA-256" | "SHA3-256" => hex(64),
        "SHA-512" | "SHA3-512" => hex(128),
        "SSDEEP" => {
            (1..=128).contains(&text.len())
                && text
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"/+:.".contains(&b))
        }
        "TLSH" => text.len() == 70 && text.bytes().all(|b| b.is_ascii_alphanumeric()),
        _ => true,
    }
}

/// A selector of a granular marking (section 7.2.3).
pub(super) fn selector(text: &str) -> bool {
    let word = |part: &str| {
        part.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
    };
    let index = |part: &str| {
        let inner = part
            .strip_prefix('[')
            .and_then(|part| part.strip_suffix(']'));
        inner.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut parts = text.split('.');
    let first = parts.next().unwrap_or_default();
    text == "id"
        || ((3..=249).contains(&first.len())
            && word(first)
            && parts.all(|part| index(part) || ((1..=250).contains(&part.len()) && word(part))))
}

/// The number of a vulnerability (CVE).
pub(super) fn cve(text: &str) -> bool {
    let Some((year, number)) = text
        .strip_prefix("CVE-")
        .and_then(|rest| rest.split_once('-'))
    else {
        return false;
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let short = number.len() == 4 && number.starts_with('0');
    let long = number.len() >= 4 && !number.starts_with('0');
    year.len() == 4 && digits(year) && digits(number) && (short || long)
}

/// The number of an attack pattern (CAPEC).
pub(super) fn capec(text: &str) -> bool {
    text.strip_prefix("CAPEC-")
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// An IPv4 address or network.
pub(super) fn ipv4(text: &str) -> bool {
    let (address, bits) = text.split_once('/').map_or((text, "0"), |(a, b)| (a, b));
    address.parse::<core::net::Ipv4Addr>().is_ok() && prefix(bits, 32)
}

/// An IPv6 address or network. One that ends in an IPv4 address the schemas do not know.
pub(super) fn ipv6(text: &str) -> bool {
    let (address, bits) = text.split_once('/').map_or((text, "0"), |(a, b)| (a, b));
    let address = match address.split_once('%') {
        Some((address, zone)) if !zone.is_empty() => address,
        Some(_) => return false,
        None => address,
    };
    !address.contains('.') && address.parse::<core::net::Ipv6Addr>().is_ok() && prefix(bits, 128)
}

fn prefix(text: &str, most: u8) -> bool {
    let canonical = text == "0" || !text.starts_with('0');
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    canonical && digits && text.parse::<u8>().is_ok_and(|bits| bits <= most)
}

/// The address of a network interface, in lower case with colons.
pub(super) fn mac(text: &str) -> bool {
    let pair = |part: &str| {
        part.len() == 2
            && part
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    text.split(':').count() == 6 && text.split(':').all(pair)
}

/// A media type.
pub(super) fn media(text: &str) -> bool {
    const TREES: &[&str] = &[
        "application",
        "audio",
        "font",
        "image",
        "message",
        "model",
        "multipart",
        "text",
        "video",
    ];
    let named = |b: &u8| b.is_ascii_alphanumeric() || b".+_-".contains(b);
    text.split_once('/').is_some_and(|(tree, rest)| {
        TREES.contains(&tree) && rest.as_bytes().first().is_some_and(named)
    })
}

/// The name of a character set.
pub(super) fn charset(text: &str) -> bool {
    let letter = |b: u8| b.is_ascii_alphanumeric() || b"/.+_:-".contains(&b);
    (2..=250).contains(&text.len()) && text.bytes().all(letter)
}

/// A name of a product in the Common Platform Enumeration 2.3.
pub(super) fn cpe(text: &str) -> bool {
    let Some((_, rest)) = text.split_once("cpe:2.3:") else {
        return false;
    };
    if !rest.bytes().all(|b| b.is_ascii_graphic()) {
        return false;
    }
    let rest = rest.replace("\\:", "");
    let mut parts = rest.split(':');
    let part = parts
        .next()
        .is_some_and(|part| matches!(part, "a" | "h" | "o" | "*" | "-"));
    part && parts.clone().count() >= 10 && parts.take(10).all(|part| !part.is_empty())
}

/// A language tag (RFC 5646), as far as the schemas ask.
pub(super) fn language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let lower = first.bytes().all(|b| b.is_ascii_lowercase());
    let rest = |part: &str| {
        let low = part
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        let region = part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase());
        (1..=8).contains(&part.len()) && (low || region)
    };
    lower && ((first.len() == 3 && first == text) || (first.len() == 2 && parts.all(rest)))
}

/// The kind of a relationship.
pub(super) fn relationship(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A key of the Windows registry, whose root is written out.
pub(super) fn registry(text: &str) -> bool {
    const SHORT: &[&str] = &[
        "HKCC", "HKCR", "HKCU", "HKU", "hklm", "hkcc", "hkcr", "hkcu", "hku",
    ];
    !text.starts_with("HKLM") && !SHORT.iter().any(|root| text.contains(root))
}
