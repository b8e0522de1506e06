//! The table of settings: name, variable, explanation. Defaults are read from `Config::default`, never written twice.

use std::fmt::Write as _;

use super::Config;

/// One setting.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// `section.name`.
    pub name: &'static str,
    /// The variable that overrides it.
    pub env: &'static str,
    /// What it is for.
    pub help: &'static str,
}

const fn key(name: &'static str, env: &'static str, help: &'static str) -> Key {
    Key { name, env, help }
}

/// Every setting, in the order of the file.
pub const KEYS: &[Key] = &[
    key(
        "state",
        "COMITY_STATE",
        "Code of this State: two or three capital letters. Keys, card and ledger are made for it; it never changes.",
    ),
    key(
        "pages.listen",
        "COMITY_PAGES_LISTEN",
        "Where the pages for people listen. Without a certificate (below) only loopback is allowed. Port 0 takes a free one.",
    ),
    key(
        "pages.url",
        "COMITY_PAGES_URL",
        "What people type to reach the pages; passkeys are bound to it. Empty: http://localhost with the port above.",
    ),
    key(
        "pages.passwords",
        "COMITY_PAGES_PASSWORDS",
        "Whether officers may sign in with a password. false: passkeys only.",
    ),
    key(
        "pages.zone",
        "COMITY_PAGES_ZONE",
        "Time zone in which pages show times (as Europe/Paris). Records are kept in UTC whatever it says.",
    ),
    key(
        "pages.tls_certificate",
        "COMITY_PAGES_TLS_CERTIFICATE",
        "PEM file with the certificate chain of the pages' host, from the authority your browsers trust. Empty: plain http on loopback.",
    ),
    key(
        "pages.tls_key",
        "COMITY_PAGES_TLS_KEY",
        "PEM file with the private key of that certificate.",
    ),
    key(
        "peers.listen",
        "COMITY_PEERS_LISTEN",
        "Where other States' nodes are heard: always TLS 1.3 with certificates on both sides. Port 0 takes a free one (tests).",
    ),
    key(
        "peers.url",
        "COMITY_PEERS_URL",
        "How other States reach the line above, as our State card says it: https://host:port. A change needs a new card.",
    ),
    key(
        "keys.passphrase_file",
        "COMITY_PASSPHRASE_FILE",
        "File whose first line is the passphrase of the keys. Empty here and below: it is asked for on the terminal.",
    ),
    key(
        "keys.key_file",
        "COMITY_KEY_FILE",
        "File with 64 hexadecimal digits that opens the keys instead of a passphrase. Keep it on another medium than the backup.",
    ),
    key(
        "store.url",
        "COMITY_STORE_URL",
        "postgres:// address of the database. Empty: SQLite in this folder, which is right for most.",
    ),
    key(
        "authorities.single_officer",
        "COMITY_SINGLE_OFFICER",
        "Ids of authorities with one officer: the second signature comes from another house, or the other side sees that there was none.",
    ),
    key(
        "papers.font_folders",
        "COMITY_FONT_FOLDERS",
        "Folders looked through for the fonts of Arabic and Chinese papers.",
    ),
    key(
        "screening.drop_properties",
        "COMITY_SCREENING_DROP",
        "Properties that this node takes from no list, by their FollowTheMoney names, as [\"address\", \"phone\"]. What is left out is never kept; the report of an import names it.",
    ),
    key(
        "log.level",
        "COMITY_LOG",
        "Least level of what is logged to standard error: error, warn, info, debug, trace; or by room, as info,office=debug.",
    ),
    key(
        "log.json",
        "COMITY_LOG_JSON",
        "One JSON object a line instead of text.",
    ),
];

impl Key {
    /// The default.
    #[must_use]
    pub fn default(&self) -> Option<toml::Value> {
        self.value(&Config::default())
    }

    /// Whether it names a file.
    pub(super) fn is_path(&self) -> bool {
        matches!(
            self.name,
            "pages.tls_certificate" | "pages.tls_key" | "keys.passphrase_file" | "keys.key_file"
        )
    }

    /// The value in a config.
    pub(super) fn value(&self, config: &Config) -> Option<toml::Value> {
        let mut value = toml::Value::try_from(config).ok()?;
        for part in self.name.split('.') {
            value = value.as_table_mut()?.remove(part)?;
        }
        Some(value)
    }
}

fn wrap(text: &str, out: &mut String) {
    let mut width = 0;
    for word in text.split(' ') {
        if width == 0 || width + word.len() > 96 {
            let _ = write!(out, "{}# ", if width == 0 { "" } else { "\n" });
            width = 2;
        } else {
            out.push(' ');
        }
        out.push_str(word);
        width += word.len() + 1;
    }
    out.push('\n');
}

pub(super) fn file(config: &Config) -> String {
    let mut out = String::new();
    wrap(
        "Settings of this Comity node. A key that is not known is refused, with its name. A variable of the environment, named behind each key, overrides what stands here. `comity config show` prints all with their defaults.",
        &mut out,
    );
    let mut section = "";
    for key in KEYS {
        let (here, name) = key.name.split_once('.').unwrap_or(("", key.name));
        if here != section {
            let _ = write!(out, "\n[{here}]");
            section = here;
        }
        out.push('\n');
        wrap(key.help, &mut out);
        let value = key.value(config).map(|v| v.to_string()).unwrap_or_default();
        let _ = writeln!(out, "{name} = {value}  # {}", key.env);
    }
    out
}

pub(super) fn show(config: &Config) -> String {
    let mut out = String::new();
    for key in KEYS {
        let (value, default) = (key.value(config), key.default());
        wrap(key.help, &mut out);
        let text = |v: Option<toml::Value>| v.map(|v| v.to_string()).unwrap_or_default();
        let changed = if value == default {
            "this is the default".to_owned()
        } else {
            format!("default {}", text(default))
        };
        let _ = writeln!(out, "{} = {}", key.name, text(value));
        let _ = writeln!(out, "#   {changed}; variable {}\n", key.env);
    }
    out
}
