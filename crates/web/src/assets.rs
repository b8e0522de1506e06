//! Style sheet, scripts and mark, embedded in the binary. The address carries a hash of the content, so that a browser
//! may keep them for ever and a new version is fetched at once. The hash is one for all: a script that imports another by
//! `./name` gets the very file that the page has loaded.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};

use crate::problem::Problem;

struct Asset {
    name: &'static str,
    kind: &'static str,
    body: &'static str,
}

macro_rules! assets {
    ($($name:literal $kind:literal,)+) => {
        &[$(Asset {
            name: $name,
            kind: $kind,
            body: include_str!(concat!("../assets/", $name)),
        },)+]
    };
}

const ASSETS: &[Asset] = assets![
    "comity.css" "text/css; charset=utf-8",
    "desk.js" "text/javascript; charset=utf-8",
    "draft.js" "text/javascript; charset=utf-8",
    "passkey.js" "text/javascript; charset=utf-8",
    "mrz.js" "text/javascript; charset=utf-8",
    "upload.js" "text/javascript; charset=utf-8",
    "mark.svg" "image/svg+xml",
];

/// The version of all our files together.
const VERSION: u64 = version(ASSETS);

/// FNV-1a, 64 bits: names a version of our own files, protects nothing.
const fn version(mut assets: &[Asset]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    while let [asset, others @ ..] = assets {
        let mut bytes = asset.body.as_bytes();
        while let [first, tail @ ..] = bytes {
            hash = (hash ^ *first as u64).wrapping_mul(0x0000_0100_0000_01b3);
            bytes = tail;
        }
        assets = others;
    }
    hash
}

/// The address of an asset; an unknown name gives an address that answers 404.
#[must_use]
pub fn href(name: &str) -> String {
    format!("/assets/{VERSION:016x}/{name}")
}

/// Sends an asset. The hash in the address must be the present one, else an old page would keep a new file for ever.
pub async fn send(Path((hash, name)): Path<(String, String)>) -> Result<Response, Problem> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.name == name && format!("{VERSION:016x}") == hash)
        .ok_or_else(Problem::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(asset.kind)),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        ),
    ];
    Ok((headers, asset.body).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_know_no_sides() {
        for asset in ASSETS.iter().filter(|a| a.name.ends_with(".css")) {
            for (n, line) in asset.body.lines().enumerate() {
                let bare = line.split("/*").next().unwrap_or_default();
                assert!(
                    !bare.contains("left") && !bare.contains("right"),
                    "{}:{}: {line}",
                    asset.name,
                    n + 1
                );
            }
        }
    }

    #[test]
    fn scripts_touch_no_html_text() {
        for asset in ASSETS.iter().filter(|a| a.name.ends_with(".js")) {
            for sink in [
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
                "new Function",
            ] {
                assert!(!asset.body.contains(sink), "{}: {sink}", asset.name);
            }
        }
    }

    #[test]
    fn the_files_are_small() {
        // 12 kB and 10 kB compressed are the budgets; text of this kind compresses to about a quarter.
        let size = |end: &str| {
            ASSETS
                .iter()
                .filter(|a| a.name.ends_with(end))
                .map(|a| a.body.len())
                .sum::<usize>()
        };
        assert!(size(".css") <= 40_000, "css {}", size(".css"));
        assert!(size(".js") <= 30_000, "js {}", size(".js"));
    }
}
