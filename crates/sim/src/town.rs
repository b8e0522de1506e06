//! A town of States: each house has its own folder, database, keys and card; they pin one another and work by a common clock.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};
use model::state::Directory;
use model::{Actor, AuthorityId, Class, Digest, Lang, OfficerId, Role, StateCode};
use office::people::AddOfficer;
use office::{Clock, Dice, Keys as _, Office, Parts, Settings, peers, workers};
use seal::card::{AuthorityCard, Card, DatedKey, Endpoint, NodeKey, open_card, sign_card};
use seal::vault::VaultKey;
use store::{Options, Store};

use crate::hands::Hands;
use crate::keys::RamKeys;
use crate::post::{Carrier, Roads, Weather};

/// Repeatable randomness: SHA-256 of a seed and a counter.
#[derive(Debug)]
struct Seeded(Mutex<(u64, u64)>);

impl Dice for Seeded {
    fn fill(&self, out: &mut [u8]) {
        let Ok(mut state) = self.0.lock() else { return };
        for block in out.chunks_mut(32) {
            state.1 += 1;
            let digest = seal::sha256(&[state.0.to_be_bytes(), state.1.to_be_bytes()].concat());
            block
                .iter_mut()
                .zip(digest.0)
                .for_each(|(to, from)| *to = from);
        }
    }
}

/// One State of the town.
pub struct House {
    /// Its office.
    pub office: Office,
    /// Its officers as actors, by role.
    pub officers: BTreeMap<Role, Actor>,
    dir: PathBuf,
    keys: Arc<RamKeys>,
}

/// The town.
pub struct Town {
    /// Its clock.
    pub hands: Arc<Hands>,
    /// Its roads.
    pub roads: Arc<Roads>,
    /// Its houses.
    pub houses: BTreeMap<StateCode, House>,
    seed: u64,
    single: Vec<AuthorityId>,
    urls: BTreeMap<StateCode, String>,
    directory: Directory,
}

/// Passwords of the officers of a town.
pub const PASSWORD: &str = "a town of many lamps";

/// When every town begins.
const START: &str = "2026-03-02T08:00:00Z";

pub(crate) fn directory() -> Outcome<Directory> {
    let start: Timestamp = START.parse()?;
    Ok(model::state::demo(
        start.to_zoned(jiff::tz::TimeZone::UTC).date(),
    )?)
}

pub(crate) type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

impl Town {
    /// The two fictional States of the demo, in this folder, peered, with an officer for each role.
    ///
    /// # Errors
    /// If a house cannot be built.
    pub async fn new(dir: &Path, seed: u64) -> Outcome<Self> {
        Self::with(dir, seed, Vec::new()).await
    }

    /// As `new`, with authorities (of both States) that declare single-officer mode.
    ///
    /// # Errors
    /// If a house cannot be built.
    pub async fn with(dir: &Path, seed: u64, single: Vec<AuthorityId>) -> Outcome<Self> {
        Self::on(dir, seed, (single, BTreeMap::new())).await
    }

    /// As `with`, with the addresses of the PostgreSQL databases of some houses; the others keep SQLite in their folder.
    ///
    /// # Errors
    /// If a house cannot be built.
    pub async fn on(
        dir: &Path,
        seed: u64,
        (single, urls): (Vec<AuthorityId>, BTreeMap<StateCode, String>),
    ) -> Outcome<Self> {
        Self::of(dir, seed, (directory()?, single, urls)).await
    }

    /// A town of the States of this directory.
    pub(crate) async fn of(
        dir: &Path,
        seed: u64,
        (directory, single, urls): (Directory, Vec<AuthorityId>, BTreeMap<StateCode, String>),
    ) -> Outcome<Self> {
        let start: Timestamp = START.parse()?;
        let mut town = Self {
            hands: Arc::new(Hands::at(start)),
            roads: Roads::new(seed),
            houses: BTreeMap::new(),
            seed,
            single,
            urls,
            directory,
        };
        let codes: Vec<StateCode> = town.directory.states().map(|s| s.code.clone()).collect();
        for code in codes {
            town.build(&code, &dir.join(code.as_str())).await?;
        }
        town.pin().await?;
        Ok(town)
    }

    /// A house of the town.
    ///
    /// # Panics
    /// Where there is none: a town's tests name the houses they built.
    pub fn house(&self, code: &str) -> &House {
        let found = self.houses.iter().find(|(state, _)| state.as_str() == code);
        assert!(found.is_some(), "no house {code}");
        match found {
            Some((_, house)) => house,
            None => unreachable!("asserted above"),
        }
    }

    async fn build(&mut self, code: &StateCode, dir: &Path) -> Outcome<()> {
        let mut dice = office::ports::Throw(Arc::new(Seeded(Mutex::new((
            self.seed,
            u64::from(
                code.as_str()
                    .bytes()
                    .fold(0u32, |n, b| n * 31 + u32::from(b)),
            ),
        )))));
        let authorities: Vec<AuthorityId> = self
            .directory
            .authorities(code)
            .map(|a| a.id.clone())
            .collect();
        let keys = Arc::new(RamKeys::new(
            &format!("log.{}.example", code.as_str().to_lowercase()),
            &authorities,
            &mut dice,
        )?);
        let office = self.open(code, (dir, &keys)).await?;
        let card = card(&office, &keys, office.now())?;
        peers::keep_our_card(&office, card).await?;
        let officers = self.people(&office).await?;
        self.roads.enter(&office);
        self.houses.insert(
            code.clone(),
            House {
                office,
                officers,
                dir: dir.to_owned(),
                keys,
            },
        );
        Ok(())
    }

    /// The disk of a house is gone: a new folder is filled from a backup, the keys come from their own box, and the house
    /// begins a new epoch.
    ///
    /// # Errors
    /// If the backup cannot be read.
    pub async fn restore(&mut self, code: &str, (from, dir): (&Path, &Path)) -> Outcome<()> {
        let state: StateCode = code.parse()?;
        self.roads.leave(&state);
        let store = self.store(&state, dir).await?;
        office::backup::restore(&store, from, &office::Silent).await?;
        store.close().await;
        let house = self.again(&state, dir).await?;
        office::backup::begin_epoch(&house.office).await?;
        self.move_in(state, house);
        Ok(())
    }

    /// A house goes on in a copy of its folder, with the same keys.
    ///
    /// # Errors
    /// If the folder does not open.
    pub async fn reopen(&mut self, code: &str, dir: &Path) -> Outcome<()> {
        let state: StateCode = code.parse()?;
        self.roads.leave(&state);
        let house = self.again(&state, dir).await?;
        self.move_in(state, house);
        Ok(())
    }

    /// The same house, its people and its keys, in another folder; nobody reaches it yet.
    async fn again(&self, state: &StateCode, dir: &Path) -> Outcome<House> {
        let before = self.house(state.as_str());
        let keys = Arc::clone(&before.keys);
        Ok(House {
            office: self.open(state, (dir, &keys)).await?,
            officers: before.officers.clone(),
            dir: dir.to_owned(),
            keys,
        })
    }

    fn move_in(&mut self, state: StateCode, house: House) {
        self.roads.enter(&house.office);
        self.houses.insert(state, house);
    }

    async fn store(&self, code: &StateCode, dir: &Path) -> Outcome<Store> {
        let dice: Arc<dyn Dice> = Arc::new(Seeded(Mutex::new((
            self.seed ^ 1,
            rand_start(&self.hands, code),
        ))));
        Ok(Store::open(Options {
            dir: dir.to_owned(),
            url: self.urls.get(code).cloned(),
            vault: VaultKey::from_bytes([7; 32]),
            dice: Box::new(office::ports::Throw(dice)),
        })
        .await?)
    }

    async fn open(&self, code: &StateCode, (dir, keys): (&Path, &Arc<RamKeys>)) -> Outcome<Office> {
        let directory = &self.directory;
        let dice: Arc<dyn Dice> = Arc::new(Seeded(Mutex::new((
            self.seed,
            rand_start(&self.hands, code),
        ))));
        let store = self.store(code, dir).await?;
        let profile = directory.state(code).cloned().ok_or("no such State")?;
        let settings = Settings {
            profile,
            authorities: directory.authorities(code).cloned().collect(),
            single_officer: self.single.clone(),
            pages_url: "http://localhost:1".to_owned(),
            peers_url: format!("https://{}.example", code.as_str().to_lowercase()),
            tls_ca: seal::sha256(code.as_str().as_bytes()),
            fonts: Vec::new(),
            passwords: true,
            drop_properties: Vec::new(),
            forms: crate::exercise::forms()?,
        };
        let post = Arc::new(Carrier::new(code.clone(), Arc::clone(&self.roads)));
        let keys: Arc<dyn office::Keys> = Arc::<RamKeys>::clone(keys);
        Ok(Office::new(Parts {
            store,
            clock: Arc::<Hands>::clone(&self.hands),
            dice,
            post,
            keys,
            settings,
        })
        .await?)
    }

    async fn people(&self, office: &Office) -> Outcome<BTreeMap<Role, Actor>> {
        let operator = Actor::operator(office.state());
        let authority = office
            .settings()
            .authorities
            .first()
            .map(|a| a.id.clone())
            .ok_or("no authority")?;
        let mut officers = BTreeMap::new();
        for role in Role::ALL {
            let id: OfficerId = office::people::add(
                office,
                &operator,
                AddOfficer {
                    act: office.new_act(),
                    login: role.code().replace('_', "-"),
                    name: format!("{} of {}", role.code().replace('_', " "), office.state()),
                    authority: authority.clone(),
                    roles: BTreeSet::from([*role]),
                    clearance: Class::Secret,
                    lang: Lang::En,
                    password: Some(PASSWORD.to_owned()),
                },
            )
            .await?;
            let actor = Actor::Officer {
                id,
                authority: authority.clone(),
                state: office.state().clone(),
                roles: BTreeSet::from([*role]),
                clearance: Class::Secret,
                single_officer: false,
            };
            officers.insert(*role, actor);
        }
        Ok(officers)
    }

    async fn pin(&self) -> Outcome<()> {
        for house in self.houses.values() {
            for other in self
                .houses
                .values()
                .filter(|o| o.office.state() != house.office.state())
            {
                let card = peers::our_card(&other.office).await?;
                let fingerprint = peers::offered(&house.office, &card)?.fingerprint;
                let operator = Actor::operator(house.office.state());
                let act = peers::AddPeer {
                    act: house.office.new_act(),
                    card,
                    fingerprint,
                };
                peers::add(&house.office, &operator, act).await?;
            }
        }
        Ok(())
    }

    /// Let time pass.
    pub fn pass(&self, time: SignedDuration) {
        self.hands.pass(time);
    }

    /// Somebody sets the clock, forward or back: no time passes.
    pub fn set(&self, by: SignedDuration) {
        self.hands.set(by);
    }

    /// Turn every crank until nothing moves, at most `rounds` times, letting a minute pass after each.
    ///
    /// # Errors
    /// If a store cannot be read or written.
    pub async fn settle(&self, rounds: usize) -> Outcome<usize> {
        for round in 0..rounds {
            let mut moved = 0;
            for house in self.houses.values() {
                moved += workers::send_round(&house.office).await?;
            }
            for house in self.houses.values() {
                while workers::open_round(&house.office).await? {}
            }
            let mut waiting = 0;
            for house in self.houses.values() {
                waiting += office::health::metrics(&house.office).await?.outbox_waiting;
            }
            if moved == 0 && waiting == 0 {
                return Ok(round);
            }
            self.pass(SignedDuration::from_mins(1));
        }
        Ok(rounds)
    }

    /// Change the weather.
    pub fn weather(&self, weather: Weather) {
        self.roads.set(weather);
    }
}

fn rand_start(hands: &Hands, code: &StateCode) -> u64 {
    let now = u64::try_from(hands.now().as_microsecond()).unwrap_or(0);
    now ^ code
        .as_str()
        .bytes()
        .fold(0u64, |n, b| n.wrapping_mul(1_000_003) ^ u64::from(b))
        << 20
}

impl House {
    /// The officer with a role.
    ///
    /// # Panics
    /// Never: a house has an officer for each role.
    pub fn officer(&self, role: Role) -> &Actor {
        let found = self.officers.get(&role);
        assert!(found.is_some(), "every role has an officer");
        match found {
            Some(actor) => actor,
            None => unreachable!("asserted above"),
        }
    }

    /// Its folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Its keys.
    pub fn keys(&self) -> &Arc<RamKeys> {
        &self.keys
    }
}

/// The first card of a State.
fn card(office: &Office, keys: &RamKeys, now: Timestamp) -> Outcome<Vec<u8>> {
    let card = first_card(office, keys, now)?;
    signed(&card, keys, now)
}

/// A card, signed by the root of these keys.
///
/// # Errors
/// If it breaks a rule of cards.
pub fn signed(card: &Card, keys: &RamKeys, now: Timestamp) -> Outcome<Vec<u8>> {
    let root = keys.root().ok_or("no root")?;
    let bytes = sign_card(card, &[&*root])?;
    open_card(&bytes, now)?;
    Ok(bytes)
}

fn first_card(office: &Office, keys: &RamKeys, now: Timestamp) -> Outcome<Card> {
    let root = keys.root().ok_or("no root")?;
    let expires = now + SignedDuration::from_hours(24 * 89);
    let dated = |key| DatedKey {
        key,
        from: now - SignedDuration::from_hours(1),
        until: expires,
    };
    let json = |value: serde_json::Value| seal::canonical_json(&value);
    let mut authorities = Vec::new();
    for authority in &office.settings().authorities {
        let signer = keys.authority(&authority.id).ok_or("no key")?;
        authorities.push(AuthorityCard {
            id: authority.id.clone(),
            keys: vec![dated(signer.public().clone())],
            json: json(serde_json::to_value(authority)?)?,
        });
    }
    let profile = office.profile();
    Ok(Card {
        code: profile.code.clone(),
        names: profile
            .name
            .iter()
            .map(|(lang, name)| (lang.code().to_owned(), name.clone()))
            .collect(),
        roots: vec![root.public().clone()],
        threshold: 1,
        nodes: vec![NodeKey {
            name: "node".to_owned(),
            key: dated(keys.node().public().clone()),
        }],
        authorities,
        profile: json(serde_json::to_value(profile)?)?,
        tls_ca: office.settings().tls_ca,
        log: keys.log().key().to_string(),
        endpoints: vec![Endpoint {
            kind: "direct".to_owned(),
            url: office.settings().peers_url.clone(),
        }],
        contacts: Vec::new(),
        quotas: BTreeMap::new(),
        suites: vec!["A1".to_owned()],
        notes: Vec::new(),
        sequence: 1,
        previous: None::<Digest>,
        issued: now,
        expires,
    })
}

impl std::fmt::Debug for House {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("House")
    }
}

impl std::fmt::Debug for Town {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Town")
    }
}
