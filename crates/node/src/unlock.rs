//! What opens the keys: a passphrase from a file or from the terminal, or a key file. Never a value in the config, never
//! in the environment.

use std::path::Path;

use zeroize::Zeroizing;

use crate::config::{self, Config, KeysAt};
use crate::error::{Error, Result};
use crate::files;

/// Largest file that holds a passphrase or key.
const FILE_BYTES_MAX: usize = 4096;
/// A passphrase has at least so many characters.
pub const PASSPHRASE_CHARS_MIN: usize = 12;

/// What opens the chests. Wiped when dropped.
#[derive(Clone)]
pub enum Unlock {
    /// A passphrase.
    Passphrase(Zeroizing<String>),
    /// The 32 bytes of a key file.
    KeyFile(Zeroizing<[u8; 32]>),
}

impl std::fmt::Debug for Unlock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Passphrase(_) => "Passphrase(..)",
            Self::KeyFile(_) => "KeyFile(..)",
        })
    }
}

impl Unlock {
    /// A passphrase.
    #[must_use]
    pub fn passphrase(text: &str) -> Self {
        Self::Passphrase(Zeroizing::new(text.to_owned()))
    }

    /// A key file.
    ///
    /// # Errors
    /// Where it cannot be read or is none.
    pub fn key_file(path: &Path) -> Result<Self> {
        let bytes = Zeroizing::new(files::read(path, FILE_BYTES_MAX)?);
        let key = seal::keys::read_key_file(&bytes).map_err(|e| Error::Keys {
            path: path.display().to_string(),
            what: format!("is no key file: {e}"),
        })?;
        Ok(Self::KeyFile(key))
    }

    /// Make a key file that is not there yet, and open with it.
    ///
    /// # Errors
    /// Where it exists already, or cannot be written.
    pub fn new_key_file(path: &Path, dice: &mut dyn seal::Random) -> Result<Self> {
        if path.exists() {
            return Err(Error::Keys {
                path: path.display().to_string(),
                what: "is there already; a key file is never overwritten".to_owned(),
            });
        }
        files::replace(path, seal::keys::new_key_file(dice).as_bytes())?;
        Self::key_file(path)
    }

    /// A passphrase that is the first line of a file.
    ///
    /// # Errors
    /// Where it cannot be read, or the line is empty.
    pub fn passphrase_file(path: &Path) -> Result<Self> {
        let bytes = Zeroizing::new(files::read(path, FILE_BYTES_MAX)?);
        let bad = |what: &str| Error::Keys {
            path: path.display().to_string(),
            what: what.to_owned(),
        };
        let text = std::str::from_utf8(&bytes).map_err(|_| bad("is not UTF-8 text"))?;
        match text.lines().next() {
            Some(line) if !line.is_empty() => Ok(Self::passphrase(line)),
            _ => Err(bad("its first line must be the passphrase, and is empty")),
        }
    }

    /// What the config names; where it names nothing, the passphrase is asked for on the terminal.
    ///
    /// # Errors
    /// As above; where there is no terminal to ask on.
    pub fn of(config: &Config, dir: &Path) -> Result<Self> {
        match Self::named(&config.keys, dir)? {
            Some(unlock) => Ok(unlock),
            None => ask("Passphrase of the keys: "),
        }
    }

    fn named(keys: &KeysAt, dir: &Path) -> Result<Option<Self>> {
        if let Some(path) = Config::path(dir, &keys.key_file) {
            return Self::key_file(&path).map(Some);
        }
        let path = Config::path(dir, &keys.passphrase_file);
        path.map(|path| Self::passphrase_file(&path)).transpose()
    }

    /// As [`Unlock::of`] for keys that are about to be made: asked twice, and long enough.
    ///
    /// # Errors
    /// As [`Unlock::of`]; a passphrase that is too short, or typed differently.
    pub fn chosen(config: &Config, dir: &Path) -> Result<Self> {
        // A new node has no config that the environment could stand over yet.
        let named = match Self::named(&config.keys, dir)? {
            Some(unlock) => Some(unlock),
            None => Self::named(&config::keys_named(&config::environment), dir)?,
        };
        let asked = named.is_none();
        let chosen = match named {
            Some(unlock) => unlock,
            None => ask("Passphrase for the keys: ")?,
        };
        let Self::Passphrase(first) = &chosen else {
            return Ok(chosen);
        };
        if first.chars().count() < PASSPHRASE_CHARS_MIN {
            let what = format!("the passphrase needs at least {PASSPHRASE_CHARS_MIN} characters");
            return Err(Error::config("keys", what));
        }
        if asked {
            match ask("The same once more: ")? {
                Self::Passphrase(again) if again == *first => {}
                _ => return Err(Error::config("keys", "the two passphrases differ")),
            }
        }
        Ok(chosen)
    }

    /// As the seal room takes it.
    #[must_use]
    pub fn seal(&self) -> seal::keys::Unlock<'_> {
        match self {
            Self::Passphrase(text) => seal::keys::Unlock::Passphrase(text),
            Self::KeyFile(key) => seal::keys::Unlock::KeyFile(key),
        }
    }
}

fn ask(prompt: &str) -> Result<Unlock> {
    let terminal = console::Term::stderr();
    if !terminal.is_term() {
        let what = "no terminal to ask for the passphrase on: name keys.passphrase_file or keys.key_file in the config, or COMITY_PASSPHRASE_FILE or COMITY_KEY_FILE";
        return Err(Error::config("keys", what));
    }
    let asked = terminal
        .write_str(prompt)
        .and_then(|()| terminal.read_secure_line());
    let line =
        Zeroizing::new(asked.map_err(|e| Error::file("read from", Path::new("the terminal"), e))?);
    Ok(Unlock::passphrase(&line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opened_by_what_the_config_names() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        std::fs::write(at("pass"), "correct horse battery\nsecond line\n").unwrap();
        std::fs::write(at("empty"), "\n").unwrap();
        std::fs::write(at("short"), "short\n").unwrap();
        let mut dice = crate::dice::SystemDice;
        Unlock::new_key_file(&at("key"), &mut dice).unwrap();
        assert!(
            Unlock::new_key_file(&at("key"), &mut dice).is_err(),
            "never overwritten"
        );
        let mut config = Config::of(&"XA".parse().unwrap());
        config.keys.passphrase_file = "pass".into();
        let Unlock::Passphrase(text) = Unlock::chosen(&config, dir.path()).unwrap() else {
            panic!("a passphrase")
        };
        assert_eq!(text.as_str(), "correct horse battery");
        for (name, says) in [
            ("empty", "empty"),
            ("short", "12 characters"),
            ("none", "none"),
        ] {
            config.keys.passphrase_file = name.into();
            let error = Unlock::chosen(&config, dir.path()).unwrap_err().line();
            assert!(error.contains(says), "{error}");
        }
        config.keys = crate::config::KeysAt {
            key_file: "key".into(),
            ..Default::default()
        };
        assert!(matches!(
            Unlock::of(&config, dir.path()),
            Ok(Unlock::KeyFile(_))
        ));
        config.keys.key_file = "pass".into();
        assert!(
            Unlock::of(&config, dir.path())
                .unwrap_err()
                .line()
                .contains("no key file")
        );
    }
}
