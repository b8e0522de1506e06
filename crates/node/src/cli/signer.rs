//! Passwords at the command line, and who answers for an act with one: typed or read from a file, carried to the node, wiped.

use std::path::Path;

use model::Actor;
use office::people::{self, SignIn, Token};
use serde::{Deserialize, Serialize};

use super::act::Here;
use super::fail::Fail;
use crate::unlock::Unlock;

/// A password on its way to the node. It is never printed, and wiped from memory when it is no longer needed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(..)")
    }
}

impl Drop for Password {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.0);
    }
}

impl Password {
    /// The first line of a file, or asked for on the terminal.
    ///
    /// # Errors
    /// Where the file cannot be read or holds a key; where there is neither a file nor a terminal.
    pub(super) fn ask(file: Option<&Path>, prompt: &str) -> Result<Self, Fail> {
        if let Some(path) = file {
            return match Unlock::passphrase_file(path)? {
                Unlock::Passphrase(text) => Ok(Self(text.to_string())),
                Unlock::KeyFile(_) => Err(Fail::input("a key file is no password")),
            };
        }
        let terminal = console::Term::stderr();
        if !terminal.is_term() {
            return Err(Fail::input(
                "no terminal to ask for the password on: name a file with --password-file",
            ));
        }
        let typed = terminal
            .write_str(prompt)
            .and_then(|()| terminal.read_secure_line())
            .map_err(|e| Fail::input(format!("the terminal could not be read: {e}")));
        Ok(Self(typed?))
    }

    /// As the office takes it.
    pub(super) fn text(&self) -> String {
        self.0.clone()
    }
}

/// Who answers for an act by name: a login and its password.
#[derive(Serialize, Deserialize)]
pub(crate) struct Signer {
    login: String,
    password: Password,
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(..)")
    }
}

impl Signer {
    /// That officer, by the first line of the file or a password asked for on the terminal.
    ///
    /// # Errors
    /// As [`Password::ask`].
    pub(super) fn ask(login: String, file: Option<&Path>) -> Result<Self, Fail> {
        let password = Password::ask(file, "Password of the officer: ")?;
        Ok(Self { login, password })
    }

    /// Signs in for one act: the officer, and the token by which to sign out again whatever came of the act.
    ///
    /// # Errors
    /// What the office refuses, in words.
    pub(super) async fn sign_in(&self, here: &Here) -> Result<(Actor, Token), Fail> {
        let door = SignIn {
            login: self.login.clone(),
            password: self.password.text(),
        };
        let token = people::sign_in_password(&here.office, door).await?;
        match people::session(&here.office, &token).await? {
            Some(session) => Ok((session.actor, token)),
            None => Err(Fail::refused("the officer's session ended at once")),
        }
    }
}
