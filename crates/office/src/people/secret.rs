//! Passwords as they are kept: argon2id with a salt of their own.

use argon2::{Algorithm, Argon2, Params, Version};

use crate::error::{Error, Result};
use crate::office::Office;

/// Memory in KiB, passes, lanes (OWASP's second recommendation for argon2id).
const ARGON: (u32, u32, u32) = (19_456, 2, 1);

fn derive(
    password: &str,
    salt: &[u8],
    (memory, passes, lanes): (u32, u32, u32),
) -> Option<[u8; 32]> {
    let params = Params::new(memory, passes, lanes, Some(32)).ok()?;
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut out)
        .ok()?;
    Some(out)
}

pub(super) async fn hash(office: &Office, password: String) -> Result<String> {
    let mut salt = [0; 16];
    office.dice().0.fill(&mut salt);
    let hashed = tokio::task::spawn_blocking(move || derive(&password, &salt, ARGON))
        .await
        .ok()
        .flatten();
    let hashed = hashed
        .ok_or_else(|| Error::input("PASSWORD", "password", "this password cannot be used"))?;
    let (memory, passes, lanes) = ARGON;
    Ok(format!(
        "argon2id${memory},{passes},{lanes}${}${}",
        seal::hex(&salt),
        seal::hex(&hashed)
    ))
}

/// Whether a password fits a stored secret. Takes as long where there is none, so that a login cannot be guessed by time.
pub(super) async fn verify(password: String, secret: Option<String>) -> Result<bool> {
    let checked = tokio::task::spawn_blocking(move || {
        let known = secret.as_deref().and_then(parse);
        let (params, salt, expected) = known.clone().unwrap_or((ARGON, vec![0; 16], Vec::new()));
        let got = derive(&password, &salt, params).unwrap_or_default();
        // Compared as digests: what differs first says nothing about the password.
        known.is_some() && seal::sha256(&got) == seal::sha256(&expected)
    });
    Ok(checked.await.unwrap_or(false))
}

type Secret = ((u32, u32, u32), Vec<u8>, Vec<u8>);

fn parse(secret: &str) -> Option<Secret> {
    let mut parts = secret.strip_prefix("argon2id$")?.split('$');
    let numbers: Vec<u32> = parts
        .next()?
        .split(',')
        .map_while(|n| n.parse().ok())
        .collect();
    let [memory, passes, lanes] = numbers.as_slice() else {
        return None;
    };
    let salt = seal::unhex(parts.next()?)?;
    let hash = seal::unhex(parts.next()?)?;
    Some(((*memory, *passes, *lanes), salt, hash))
}
