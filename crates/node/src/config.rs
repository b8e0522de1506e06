//! The config: one file `comity.toml` in the node's folder, every key with a default and an explanation; the environment
//! overrides it. The only file of the whole house that reads the environment.
//!
//! Secrets never stand here: passphrase and key file are named by path.

mod keys;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use model::{AuthorityId, StateCode};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files;
pub use keys::{KEYS, Key};

/// Name of the file in the node's folder.
pub const FILE: &str = "comity.toml";
/// Largest config that is read.
const CONFIG_BYTES_MAX: usize = 256 << 10;

/// A node's settings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Code of this State.
    pub state: String,
    /// The listener for people.
    pub pages: Pages,
    /// The listener for peers.
    pub peers: Peers,
    /// What opens the keys.
    pub keys: KeysAt,
    /// Where rows are.
    pub store: StoreAt,
    /// How authorities work.
    pub authorities: Authorities,
    /// Papers.
    pub papers: Papers,
    /// The lists.
    pub screening: Screening,
    /// The log.
    pub log: Log,
}

/// The listener for people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pages {
    /// Address and port.
    pub listen: String,
    /// What people type.
    pub url: String,
    /// Whether passwords are allowed.
    pub passwords: bool,
    /// Zone of the times shown.
    pub zone: String,
    /// PEM file.
    pub tls_certificate: String,
    /// PEM file.
    pub tls_key: String,
}

impl Default for Pages {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8480".into(),
            url: String::new(),
            passwords: true,
            zone: "UTC".into(),
            tls_certificate: String::new(),
            tls_key: String::new(),
        }
    }
}

/// The listener for peers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Peers {
    /// Address and port.
    pub listen: String,
    /// What our State card says.
    pub url: String,
}

impl Default for Peers {
    fn default() -> Self {
        Self {
            listen: "0.0.0.0:8443".into(),
            url: String::new(),
        }
    }
}

/// What opens the keys.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct KeysAt {
    /// File with the passphrase.
    pub passphrase_file: String,
    /// Key file.
    pub key_file: String,
}

/// Where rows are.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StoreAt {
    /// `postgres://…`, or nothing.
    pub url: String,
}

/// How authorities work.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Authorities {
    /// Ids of authorities with one officer.
    pub single_officer: Vec<String>,
}

/// Papers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Papers {
    /// Folders with fonts.
    pub font_folders: Vec<String>,
}

impl Default for Papers {
    fn default() -> Self {
        Self {
            font_folders: vec!["/usr/share/fonts".into(), "/usr/local/share/fonts".into()],
        }
    }
}

/// The lists.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Screening {
    /// Properties taken from no list.
    pub drop_properties: Vec<String>,
}

/// The log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// Least level.
    pub level: String,
    /// One JSON object a line.
    pub json: bool,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            level: "info".into(),
            json: false,
        }
    }
}

/// Looks a variable up.
pub type Env<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The process's environment.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// What the environment names to open the keys, for a node that has no config yet.
#[must_use]
pub fn keys_named(env: Env<'_>) -> KeysAt {
    let named = |name: &str| {
        let key = KEYS.iter().find(|key| key.name == name);
        let text = key.and_then(|key| env(key.env)).unwrap_or_default();
        absolute(&text)
    };
    KeysAt {
        passphrase_file: named("keys.passphrase_file"),
        key_file: named("keys.key_file"),
    }
}

/// A path of the environment starts where the command was given, not in the node's folder.
fn absolute(text: &str) -> String {
    match std::path::absolute(text) {
        Ok(path) => path.display().to_string(),
        Err(_) => text.to_owned(),
    }
}

/// A fault that a test asked for (`COMITY_FAULT=kill@17`, `eio@17`).
#[must_use]
pub fn fault(env: Env<'_>) -> Option<store::fault::Fault> {
    store::fault::parse(&env("COMITY_FAULT")?)
}

/// How much of the demo's walk is played; tests play a smaller one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rehearsal {
    /// Size of the evidence in bytes; whole MiB.
    pub evidence_bytes: u64,
    /// Whether papers are set as PDF.
    pub papers: bool,
}

/// The evidence of the demo's walk: 200 MiB.
const DEMO_EVIDENCE_BYTES: u64 = 200 << 20;

/// How the demo is played (`COMITY_DEMO_EVIDENCE_BYTES`, `COMITY_DEMO_PAPERS=0`).
///
/// # Errors
/// Naming the variable that cannot be used.
pub fn rehearsal(env: Env<'_>) -> Result<Rehearsal> {
    let size = "COMITY_DEMO_EVIDENCE_BYTES";
    let evidence_bytes = match env(size).map(|text| text.parse::<u64>()) {
        None => DEMO_EVIDENCE_BYTES,
        Some(Ok(bytes)) if bytes > 0 && bytes % (1 << 20) == 0 => bytes,
        Some(_) => {
            let what = "must be a number of bytes, whole MiB, as 25165824";
            return Err(Error::config(format!("the variable {size}"), what));
        }
    };
    let papers = env("COMITY_DEMO_PAPERS").as_deref() != Some("0");
    Ok(Rehearsal {
        evidence_bytes,
        papers,
    })
}

impl Config {
    /// The defaults for a State.
    #[must_use]
    pub fn of(state: &StateCode) -> Self {
        Self {
            state: state.to_string(),
            ..Self::default()
        }
    }

    /// Read the config of a node's folder, with the environment over it.
    ///
    /// # Errors
    /// Naming file and line, or the variable, and what is wrong.
    pub fn load(dir: &Path) -> Result<Self> {
        let path = dir.join(FILE);
        if !path.exists() {
            let what = "no node here: this folder has no comity.toml; `comity init` makes one";
            return Err(Error::config(dir.display().to_string(), what));
        }
        let bytes = files::read(&path, CONFIG_BYTES_MAX)?;
        let place = path.display().to_string();
        let text =
            String::from_utf8(bytes).map_err(|_| Error::config(&place, "is not UTF-8 text"))?;
        Self::read(&text, &place, &environment)
    }

    /// Read a config's text. `place` is its name in messages.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn read(text: &str, place: &str, env: Env<'_>) -> Result<Self> {
        // Once as it stands, so that a message names line and column; then with the environment over it.
        let said = |e: toml::de::Error| Error::config(place, e.to_string().trim_end().to_owned());
        let _: Self = toml::from_str(text).map_err(said)?;
        let mut table: toml::Table = toml::from_str(text).map_err(said)?;
        for key in KEYS {
            if let Some(value) = env(key.env) {
                put(&mut table, key, &value)?;
            }
        }
        let config: Self = table.try_into().map_err(said)?;
        config.check(place)?;
        Ok(config)
    }

    fn check(&self, place: &str) -> Result<()> {
        let wrong = |key: &str, what: &str| Err(Error::config(format!("{place}: {key}"), what));
        if self.state.parse::<StateCode>().is_err() {
            return wrong(
                "state",
                "must be a State's code of two or three capital letters",
            );
        }
        for (key, address) in [
            ("pages.listen", &self.pages.listen),
            ("peers.listen", &self.peers.listen),
        ] {
            if address.parse::<SocketAddr>().is_err() {
                return wrong(key, "must be an address and a port, as 127.0.0.1:8480");
            }
        }
        let tls = (&self.pages.tls_certificate, &self.pages.tls_key);
        if tls.0.is_empty() != tls.1.is_empty() {
            return wrong(
                "pages.tls_certificate, pages.tls_key",
                "need each other: give both or none",
            );
        }
        let loopback = |a: &str| a.parse::<SocketAddr>().is_ok_and(|a| a.ip().is_loopback());
        if tls.0.is_empty() && !loopback(&self.pages.listen) {
            return wrong(
                "pages.listen",
                "plain http is for loopback (127.0.0.1) only: give pages.tls_certificate and pages.tls_key",
            );
        }
        let url = &self.peers.url;
        if !url.is_empty() && !url.starts_with("https://") {
            return wrong("peers.url", "must begin with https://");
        }
        if !self.keys.passphrase_file.is_empty() && !self.keys.key_file.is_empty() {
            return wrong(
                "keys",
                "passphrase_file and key_file are two ways to one thing: give one",
            );
        }
        if jiff::tz::TimeZone::get(&self.pages.zone).is_err() {
            return wrong(
                "pages.zone",
                "is no time zone known here (as Europe/Paris, or UTC)",
            );
        }
        if let Err(bad) = self.single_officer() {
            return wrong("authorities.single_officer", &bad);
        }
        Ok(())
    }

    /// The State's code.
    ///
    /// # Errors
    /// Where it is none; a config that was read has one.
    pub fn state(&self) -> Result<StateCode> {
        let wrong = |_| Error::config("state", "must be a State's code of two or three capitals");
        self.state.parse().map_err(wrong)
    }

    /// Authorities with one officer.
    ///
    /// # Errors
    /// The id that is none.
    pub fn single_officer(&self) -> std::result::Result<Vec<AuthorityId>, String> {
        let ids = self.authorities.single_officer.iter();
        ids.map(|id| {
            id.parse()
                .map_err(|_| format!("{id:?} is no authority's id"))
        })
        .collect()
    }

    /// A path of the config: relative ones start at the node's folder. `None` where nothing is said.
    #[must_use]
    pub fn path(dir: &Path, text: &str) -> Option<PathBuf> {
        (!text.is_empty()).then(|| dir.join(text))
    }

    /// The config as a file, every key explained. Reading it gives the same config.
    #[must_use]
    pub fn file(&self) -> String {
        keys::file(self)
    }

    /// Every key with value, default, variable and explanation: `comity config show`.
    #[must_use]
    pub fn show(&self) -> String {
        keys::show(self)
    }
}

/// Put a value from the environment where its key stands.
fn put(table: &mut toml::Table, key: &Key, text: &str) -> Result<()> {
    let place = || format!("the variable {}", key.env);
    let value = match key.default() {
        Some(toml::Value::Boolean(_)) => toml::Value::Boolean(
            text.parse()
                .map_err(|_| Error::config(place(), "must be true or false"))?,
        ),
        Some(toml::Value::Array(_)) => {
            let parts = text.split(',').map(str::trim).filter(|p| !p.is_empty());
            toml::Value::Array(parts.map(|p| toml::Value::String(p.into())).collect())
        }
        _ if key.is_path() => toml::Value::String(absolute(text)),
        _ => toml::Value::String(text.to_owned()),
    };
    match key.name.split_once('.') {
        None => drop(table.insert(key.name.to_owned(), value)),
        Some((section, name)) => {
            let section = table
                .entry(section)
                .or_insert_with(|| toml::Value::Table(toml::Table::new()));
            if let Some(section) = section.as_table_mut() {
                section.insert(name.to_owned(), value);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
