//! What the tests need from the system: named, looked for, and installed from Debian's packages when we are root; what
//! belongs to the Rust toolchain is only named. The product itself needs none of it.

use std::path::Path;
use std::process::Command;

use crate::{postgres, tools};

/// One thing the tests need and the Debian packages that bring it.
struct Need {
    what: &'static str,
    there: fn() -> bool,
    packages: &'static [&'static str],
}

/// Fonts of the papers: Arabic and Chinese are set with Noto.
const ARABIC_FONT: &str = "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf";
const CHINESE_FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

/// Parts of the Rust toolchain. Debian's packages of them belong to another compiler: apt-get is of no use here.
const TOOLCHAIN: &[Need] = &[
    Need {
        what: "cargo fmt (formatting is compared)",
        there: || cargo_has("fmt"),
        packages: &[],
    },
    Need {
        what: "cargo clippy (lints are errors)",
        there: || cargo_has("clippy"),
        packages: &[],
    },
];

/// What brings the parts of the toolchain.
const TOOLCHAIN_COMMAND: &str = "rustup component add rustfmt clippy";

const NEEDS: &[Need] = &[
    Need {
        what: "PostgreSQL: server, createdb, psql; for root the user postgres (the store's suite)",
        there: || postgres::programs().is_some() && postgres::has_user(),
        packages: &["postgresql"],
    },
    Need {
        what: "Chromium (browser journeys)",
        there: || Path::new("/usr/bin/chromium").exists(),
        packages: &["chromium"],
    },
    Need {
        what: "node and npm (they drive Chromium; for tests only)",
        there: || tools::which("node").is_some() && tools::which("npm").is_some(),
        packages: &[],
    },
    Need {
        what: "an Arabic font (papers)",
        there: || Path::new(ARABIC_FONT).exists(),
        packages: &["fonts-noto-core"],
    },
    Need {
        what: "a Chinese font (papers)",
        there: || Path::new(CHINESE_FONT).exists(),
        packages: &["fonts-noto-cjk"],
    },
    Need {
        what: "pdftotext and pdftoppm (papers are read back)",
        there: || tools::which("pdftotext").is_some() && tools::which("pdftoppm").is_some(),
        packages: &["poppler-utils"],
    },
    Need {
        what: "openssl (the documented check of an evidence package without Comity)",
        there: || tools::which("openssl").is_some(),
        packages: &["openssl"],
    },
    Need {
        what: "strace (disk errors are injected)",
        there: || tools::which("strace").is_some(),
        packages: &["strace"],
    },
    Need {
        what: "zstd (archives of test data)",
        there: || tools::which("zstd").is_some(),
        packages: &["zstd"],
    },
];

/// Makes sure that everything is there.
///
/// # Errors
/// Something is missing and cannot be installed by us; the text names the exact command.
pub(crate) fn ensure() -> Result<(), String> {
    let toolchain = missing(TOOLCHAIN);
    let system = missing(NEEDS);
    if toolchain.is_empty() && system.is_empty() {
        println!("prerequisites: all there");
        return Ok(());
    }
    for need in toolchain.iter().chain(&system) {
        println!("missing: {}", need.what);
    }
    let may_install = is_root() && tools::which("apt-get").is_some();
    let commands = commands_for(&toolchain, &system, may_install);
    if !commands.is_empty() {
        return Err(format!(
            "Install what is missing, then run this again:\n\n    {}\n",
            commands.join("\n    ")
        ));
    }
    let packages = packages_of(&system);
    let quiet =
        |command: &mut Command| tools::run(command.env("DEBIAN_FRONTEND", "noninteractive"));
    quiet(Command::new("apt-get").args(["update", "--quiet=2"]))?;
    quiet(
        Command::new("apt-get")
            .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
            .args(&packages),
    )?;
    match NEEDS.iter().find(|need| !(need.there)()) {
        None => Ok(()),
        Some(need) => Err(format!(
            "still missing after the installation: {}",
            need.what
        )),
    }
}

fn missing(needs: &'static [Need]) -> Vec<&'static Need> {
    needs.iter().filter(|need| !(need.there)()).collect()
}

/// Asks cargo: rustup puts a stand-in for each part on the PATH, whether the part itself is installed or not.
fn cargo_has(part: &str) -> bool {
    tools::output(tools::cargo().args([part, "--version"])).is_ok()
}

/// What a person must type; nothing when all that is missing can be installed by us.
fn commands_for(toolchain: &[&Need], system: &[&Need], may_install: bool) -> Vec<String> {
    let mut commands = Vec::new();
    if !toolchain.is_empty() {
        commands.push(TOOLCHAIN_COMMAND.to_owned());
    }
    if !system.is_empty() && !may_install {
        commands.push(command_for(&packages_of(system)));
    }
    commands
}

fn packages_of(missing: &[&Need]) -> Vec<&'static str> {
    let mut packages: Vec<&'static str> = missing
        .iter()
        .flat_map(|need| need.packages.iter().copied())
        .collect();
    // A newer node than Debian's may be there without npm; never replace it.
    if tools::which("node").is_none() {
        packages.push("nodejs");
    }
    if tools::which("npm").is_none() {
        packages.push("npm");
    }
    packages
}

fn command_for(packages: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install --no-install-recommends {}",
        packages.join(" ")
    )
}

/// True for the superuser: he may install, and he must not run a PostgreSQL himself.
pub(crate) fn is_root() -> bool {
    tools::output(Command::new("id").arg("-u")).is_ok_and(|text| text.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_one_a_person_can_paste() {
        let all: Vec<&Need> = NEEDS
            .iter()
            .filter(|need| !need.packages.is_empty())
            .collect();
        let command = command_for(&packages_of(&all));
        for package in [
            "postgresql",
            "chromium",
            "fonts-noto-core",
            "fonts-noto-cjk",
            "poppler-utils",
            "strace",
        ] {
            assert!(command.contains(package), "{command}");
        }
        assert!(command.starts_with("sudo apt-get update && sudo apt-get install"));
    }

    #[test]
    fn parts_of_the_toolchain_are_rustups_and_never_apt_gets() {
        let toolchain: Vec<&Need> = TOOLCHAIN.iter().collect();
        let system: Vec<&Need> = NEEDS.iter().collect();
        for may_install in [false, true] {
            let commands = commands_for(&toolchain, &[], may_install);
            assert_eq!(commands, ["rustup component add rustfmt clippy"]);
        }
        let both = commands_for(&toolchain, &system, false);
        assert_eq!(both.len(), 2, "{both:?}");
        assert!(both[1].starts_with("sudo apt-get update"), "{both:?}");
        assert!(commands_for(&[], &system, true).is_empty());
    }
}
